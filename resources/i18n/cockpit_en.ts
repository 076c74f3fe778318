<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name></name>
    <message>
        <source> 等 {n} 人</source>
        <translation> and others, {n} in all</translation>
    </message>
    <message>
        <source>! 今天看一眼</source>
        <translation>! look today</translation>
    </message>
    <message>
        <source>! 先办这些</source>
        <translation>! These first</translation>
    </message>
    <message>
        <source>! 先请本人自己说</source>
        <translation>! Let them speak first</translation>
    </message>
    <message>
        <source>(n={n})</source>
        <translation> (n={n})</translation>
    </message>
    <message>
        <source>({day})</source>
        <translation> ({day})</translation>
    </message>
    <message>
        <source>+ 选</source>
        <translation>+ Choose</translation>
    </message>
    <message>
        <source>+名称 是新客户,| 之后全是内容。</source>
        <translation>+Name is a new account; all after | is the note.</translation>
    </message>
    <message>
        <source>,</source>
        <translation>,</translation>
    </message>
    <message>
        <source>,列出前 {n} 处</source>
        <translation>, the first {n} listed</translation>
    </message>
    <message>
        <source>,当时 {value}</source>
        <translation>, at {value}</translation>
    </message>
    <message>
        <source>,目标 {target}</source>
        <translation>, target {target}</translation>
    </message>
    <message>
        <source>,能完成目标的 {share}</source>
        <translation>, {share} of target</translation>
    </message>
    <message>
        <source>,预测 {money},区间 {low}–{high}</source>
        <translation>, forecast {money}, range {low}–{high}</translation>
    </message>
    <message>
        <source>1 - |周期第 5 个工作日(可设置)时的加权预测 - 赢单收入| / 赢单收入,最小为 0;按当时记下的算,后来补记的不算。</source>
        <translation>1 - |weighted forecast on the cycle&apos;s 5th working day (a setting) - won revenue| / won revenue, never below 0; counts what was recorded by then, not what was added later.</translation>
    </message>
    <message>
        <source>1 {currency} = {rate} {home}</source>
        <translation>1 {currency} = {rate} {home}</translation>
    </message>
    <message>
        <source>1 低落,5 很好。Alt+1 到 Alt+5</source>
        <translation>1 low, 5 very good. Alt+1 to Alt+5</translation>
    </message>
    <message>
        <source>1 单位等于</source>
        <translation>One unit is</translation>
    </message>
    <message>
        <source>1 单位等于多少本币</source>
        <translation>One unit is worth</translation>
    </message>
    <message>
        <source>1 是 · 2 否 · 3 不清楚 · 0 收回 · Enter 写依据</source>
        <translation>1 yes · 2 no · 3 unknown · 0 take back · Enter for evidence</translation>
    </message>
    <message>
        <source>10月</source>
        <translation>Oct</translation>
    </message>
    <message>
        <source>11月</source>
        <translation>Nov</translation>
    </message>
    <message>
        <source>12 个周期赢单</source>
        <translation>Won, 12 cycles</translation>
    </message>
    <message>
        <source>12 个周期赢单 {amount}</source>
        <translation>won in 12 cycles {amount}</translation>
    </message>
    <message>
        <source>12 个周期里没有赢单</source>
        <translation>No deal won in 12 cycles</translation>
    </message>
    <message>
        <source>12月</source>
        <translation>Dec</translation>
    </message>
    <message>
        <source>1月</source>
        <translation>Jan</translation>
    </message>
    <message>
        <source>2月</source>
        <translation>Feb</translation>
    </message>
    <message>
        <source>3月</source>
        <translation>Mar</translation>
    </message>
    <message>
        <source>4月</source>
        <translation>Apr</translation>
    </message>
    <message>
        <source>5月</source>
        <translation>May</translation>
    </message>
    <message>
        <source>6月</source>
        <translation>Jun</translation>
    </message>
    <message>
        <source>7月</source>
        <translation>Jul</translation>
    </message>
    <message>
        <source>8月</source>
        <translation>Aug</translation>
    </message>
    <message>
        <source>95 % 区间 {low} 到 {high}</source>
        <translation>95 % interval {low} to {high}</translation>
    </message>
    <message>
        <source>95% 区间</source>
        <translation>95% interval</translation>
    </message>
    <message>
        <source>95% 区间 {low} 至 {high}</source>
        <translation>95% interval {low} to {high}</translation>
    </message>
    <message>
        <source>9月</source>
        <translation>Sep</translation>
    </message>
    <message>
        <source>:</source>
        <translation>: </translation>
    </message>
    <message>
        <source>;</source>
        <translation>; </translation>
    </message>
    <message>
        <source>;{n} 处没有填,原样留着</source>
        <translation>; {n} place not filled, left as it was|; {n} places not filled, left as they were</translation>
    </message>
    <message>
        <source>;{n} 行合计、重复表头或已删除的没有算</source>
        <translation>; {n} row of totals, repeated headings or deleted records left out|; {n} rows of totals, repeated headings or deleted records left out</translation>
    </message>
    <message>
        <source>;不足 30 单,只供参考</source>
        <translation>; fewer than 30, for reference only</translation>
    </message>
    <message>
        <source>;打印只到第 {n} 单</source>
        <translation>; only the first {n} are printed</translation>
    </message>
    <message>
        <source>@ 日期</source>
        <translation>@ date</translation>
    </message>
    <message>
        <source>@周五 @12-31 @三天后 @月底;Ctrl+T 记下时间</source>
        <translation>@friday @12-31 @3d @eom; Ctrl+T stamps the time</translation>
    </message>
    <message>
        <source>Ctrl+PgDown 看下一张表</source>
        <translation>Ctrl+PgDown shows the next table</translation>
    </message>
    <message>
        <source>Ctrl+Z 撤销这次导入</source>
        <translation>Ctrl+Z undoes this import</translation>
    </message>
    <message>
        <source>English</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Enter 存下,Esc 不改</source>
        <translation>Enter saves, Esc leaves it</translation>
    </message>
    <message>
        <source>Enter 导入,导入后可以撤销 · Alt+3 改列的对应</source>
        <translation>Enter imports, and it can be undone · Alt+3 changes columns</translation>
    </message>
    <message>
        <source>Enter 改,Del 删</source>
        <translation>Enter changes, Del deletes</translation>
    </message>
    <message>
        <source>Enter 继续</source>
        <translation>Enter to continue</translation>
    </message>
    <message>
        <source>Enter 记下</source>
        <translation>Enter records</translation>
    </message>
    <message>
        <source>Excel 工作簿 (*.xlsx *.xlsm *.xltx *.xltm)</source>
        <translation>Excel workbooks (*.xlsx *.xlsm *.xltx *.xltm)</translation>
    </message>
    <message>
        <source>Excel 工作簿 (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>Excel 工作簿 (*{suffix})</source>
        <translation>Excel workbook (*{suffix})</translation>
    </message>
    <message>
        <source>IT 部门</source>
        <translation>IT department</translation>
    </message>
    <message>
        <source>KA 管商机:漏斗</source>
        <translation>KA opportunities: funnel</translation>
    </message>
    <message>
        <source>PDF 文件 (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>PDF、公司自己的模板、模板里能用的占位符</source>
        <translation>PDF, your company&apos;s own template, and the placeholders it can use</translation>
    </message>
    <message>
        <source>{about},做得少的在前</source>
        <translation>{about}, fewest first</translation>
    </message>
    <message>
        <source>{action} · 到本周</source>
        <translation>{action} · to date</translation>
    </message>
    <message>
        <source>{action}:有这个动作的 {n} 单赢了 {with_it},没有的 {m} 单赢了 {without}。</source>
        <translation>{action}: {with_it} won of {n} deals with it, {without} of {m} without.</translation>
    </message>
    <message>
        <source>{amount} 估</source>
        <translation>{amount} est.</translation>
    </message>
    <message>
        <source>{baseline} → {target}</source>
        <translation>{baseline} → {target}</translation>
    </message>
    <message>
        <source>{baseline} → {target},现在 {now}</source>
        <translation>{baseline} → {target}, now {now}</translation>
    </message>
    <message>
        <source>{baseline} → 目标 {target}</source>
        <translation>{baseline} → target {target}</translation>
    </message>
    <message>
        <source>{basis}:不到 3 个周期,还看不出哪种更准。</source>
        <translation>{basis}: fewer than 3 cycles, too few to tell.</translation>
    </message>
    <message>
        <source>{basis}:最准的是“{way}”,准确率中位数 {share}({n} 个周期)。</source>
        <translation>{basis}: closest is “{way}”, median accuracy {share} ({n} cycles).</translation>
    </message>
    <message>
        <source>{currency} 就是本币,不需要汇率。</source>
        <translation>{currency} is your own currency and needs no rate.</translation>
    </message>
    <message>
        <source>{days} 天 / 限 {limit}</source>
        <translation>{days} d / limit {limit}</translation>
    </message>
    <message>
        <source>{days} 天没有进展 {n} 单</source>
        <translation>{n} silent for {days} days</translation>
    </message>
    <message>
        <source>{days} 天没有进展的重点商机</source>
        <translation>Major deals silent for {days} days</translation>
    </message>
    <message>
        <source>{day} {kind}:{word}{value}</source>
        <translation>{day} {kind}: {word}{value}</translation>
    </message>
    <message>
        <source>{day} {text}</source>
        <translation>{day} {text}</translation>
    </message>
    <message>
        <source>{day} {text}(上级补充)</source>
        <translation>{day} {text} (added by leader)</translation>
    </message>
    <message>
        <source>{day} 丢单,金额 {amount}</source>
        <translation>Lost on {day}, amount {amount}</translation>
    </message>
    <message>
        <source>{day} 了结:{words}</source>
        <translation>Settled {day}: {words}</translation>
    </message>
    <message>
        <source>{day} 关账</source>
        <translation>Closed {day}</translation>
    </message>
    <message>
        <source>{day} 已关账,此后有改动</source>
        <translation>Closed on {day}, changed since</translation>
    </message>
    <message>
        <source>{day} 成交 {amount}</source>
        <translation>Won on {day} for {amount}</translation>
    </message>
    <message>
        <source>{day} 照抄前一周</source>
        <translation>Copy last week to {day}</translation>
    </message>
    <message>
        <source>{day} 的前一周没有可以照抄的计划。</source>
        <translation>The week before {day} has no plans to copy.</translation>
    </message>
    <message>
        <source>{day} 的加权预测是 {amount}</source>
        <translation>Weighted forecast on {day}: {amount}</translation>
    </message>
    <message>
        <source>{day} 的样子,只看不改</source>
        <translation>As of {day}, to look at only</translation>
    </message>
    <message>
        <source>{day} 的预测</source>
        <translation>Forecast of {day}</translation>
    </message>
    <message>
        <source>{day} 确认:{verdict}</source>
        <translation>Confirmed {day}: {verdict}</translation>
    </message>
    <message>
        <source>{day} 离职</source>
        <translation>Left on {day}</translation>
    </message>
    <message>
        <source>{day} 跟进</source>
        <translation>follow up on {day}</translation>
    </message>
    <message>
        <source>{day} 还没到;打算做的写成 跟@日子</source>
        <translation>{day} has not come yet; what is planned is written as f/u @day</translation>
    </message>
    <message>
        <source>{day} 还没到。</source>
        <translation>{day} has not come yet.</translation>
    </message>
    <message>
        <source>{day} 进入{stage},超出期限 {n} 天</source>
        <translation>Entered {stage} on {day}, {n} day beyond the limit|Entered {stage} on {day}, {n} days beyond the limit</translation>
    </message>
    <message>
        <source>{day} 重新打开:{reason}</source>
        <translation>Reopened {day}: {reason}</translation>
    </message>
    <message>
        <source>{day},晚 {n} 天</source>
        <translation>{day}, {n} day late|{day}, {n} days late</translation>
    </message>
    <message>
        <source>{day},过了 {n} 天</source>
        <translation>{day}, {n} day ago|{day}, {n} days ago</translation>
    </message>
    <message>
        <source>{deal}:{step} {day}</source>
        <translation>{deal}: {step} {day}</translation>
    </message>
    <message>
        <source>{deal}停在{stage} {n} 天</source>
        <translation>{deal} in {stage} for {n} day|{deal} in {stage} for {n} days</translation>
    </message>
    <message>
        <source>{department}切入的丢单里,因价格的最多:{share}(n = {n})</source>
        <translation>Lost on price most often after entry by {department}: {share} (n = {n})</translation>
    </message>
    <message>
        <source>{file} 第 {row} 行,{column}“{value}”:{reason}</source>
        <translation>{file} row {row}, {column} “{value}”: {reason}</translation>
    </message>
    <message>
        <source>{file}:{about},{n} 行</source>
        <translation>{file}: {about}, {n} row|{file}: {about}, {n} rows</translation>
    </message>
    <message>
        <source>{first} 到 {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>{hour} 一对一 · {name}</source>
        <translation>{hour} One-on-one · {name}</translation>
    </message>
    <message>
        <source>{keys} 撤销</source>
        <translation>{keys} undoes</translation>
    </message>
    <message>
        <source>{kind} {n} 条</source>
        <translation>{kind}: {n}</translation>
    </message>
    <message>
        <source>{kind}:{n} 条,{people} 人,占 {share}</source>
        <translation>{kind}: {n} problems, {people} people, {share} of all</translation>
    </message>
    <message>
        <source>{kind}:{text}</source>
        <translation>{kind}: {text}</translation>
    </message>
    <message>
        <source>{kind}:新增 {added},变更 {changed},未变 {unchanged},拒绝 {refused}</source>
        <translation>{kind}: {added} new, {changed} changed, {unchanged} unchanged, {refused} refused</translation>
    </message>
    <message>
        <source>{kind}还缺一列:{names}。</source>
        <translation>{kind}: one column is missing: {names}.</translation>
    </message>
    <message>
        <source>{kind}还缺这些列中的一列:{names}。</source>
        <translation>{kind}: one of these columns is missing: {names}.</translation>
    </message>
    <message>
        <source>{letter} 列</source>
        <translation>Column {letter}</translation>
    </message>
    <message>
        <source>{level} {amount}</source>
        <translation>{level} {amount}</translation>
    </message>
    <message>
        <source>{low} 至 {high} 点</source>
        <translation>{low} to {high} pts</translation>
    </message>
    <message>
        <source>{measure},按人</source>
        <translation>{measure} by person</translation>
    </message>
    <message>
        <source>{metric} {baseline} → {target},现在 {now}</source>
        <translation>{metric} {baseline} → {target}, now {now}</translation>
    </message>
    <message>
        <source>{metric},{month} 为 {value}</source>
        <translation>{metric}, {month}: {value}</translation>
    </message>
    <message>
        <source>{metric}现在 {now},{better};约定时记为基线</source>
        <translation>{metric} is now {now}, {better}; agreeing makes it the baseline</translation>
    </message>
    <message>
        <source>{metric}现在算不出:{reason}</source>
        <translation>{metric} cannot be computed now: {reason}</translation>
    </message>
    <message>
        <source>{month} · {name}</source>
        <translation>{month} · {name}</translation>
    </message>
    <message>
        <source>{month} 已经关账。</source>
        <translation>{month} is closed already.</translation>
    </message>
    <message>
        <source>{month} 月度复盘</source>
        <translation>Monthly review, {month}</translation>
    </message>
    <message>
        <source>{month} 没有关账。</source>
        <translation>{month} is not closed.</translation>
    </message>
    <message>
        <source>{month} 的指标</source>
        <translation>Figures of {month}</translation>
    </message>
    <message>
        <source>{month} 的最终结果</source>
        <translation>final result of {month}</translation>
    </message>
    <message>
        <source>{month} 还没有开始</source>
        <translation>{month} has not begun</translation>
    </message>
    <message>
        <source>{month} 还没有过完。</source>
        <translation>{month} is not over yet.</translation>
    </message>
    <message>
        <source>{month},先听本人说,上级再补充</source>
        <translation>{month}: they speak first, then you add</translation>
    </message>
    <message>
        <source>{month},截至 {day}</source>
        <translation>{month}, as of {day}</translation>
    </message>
    <message>
        <source>{month}-{day} 关账</source>
        <translation>Closed {month}-{day}</translation>
    </message>
    <message>
        <source>{month}以来反复</source>
        <translation>Back since {month}</translation>
    </message>
    <message>
        <source>{month}收到 {amount}</source>
        <translation>{amount} collected in {month}</translation>
    </message>
    <message>
        <source>{month}的 {n} 个问题中</source>
        <translation>of 1 problem of {month}|of {n} problems of {month}</translation>
    </message>
    <message>
        <source>{month}的各周,每人计划和做了的</source>
        <translation>Weeks of {month}, planned and done by person</translation>
    </message>
    <message>
        <source>{month}的改进动作</source>
        <translation>Actions of {month}</translation>
    </message>
    <message>
        <source>{month}的跟进</source>
        <translation>Activities in {month}</translation>
    </message>
    <message>
        <source>{month}约定的,已验证</source>
        <translation>Agreed in {month}, judged</translation>
    </message>
    <message>
        <source>{month}约定的,由 {following}的数字来验证</source>
        <translation>What is agreed in {month} is judged by {following}&apos;s numbers</translation>
    </message>
    <message>
        <source>{month}约定的,看 {now}的数字</source>
        <translation>Agreed in {month}, read by {now}&apos;s numbers</translation>
    </message>
    <message>
        <source>{names} 等 {n} 人</source>
        <translation>{names} and others ({n} in all)</translation>
    </message>
    <message>
        <source>{names} 结果好(进度指数),可略过 · 还有 {n} 人要看</source>
        <translation>{names}: good results (pace index), may be skipped · {n} more to look at</translation>
    </message>
    <message>
        <source>{names} 结果好(进度指数),都可略过</source>
        <translation>{names}: good results (pace index), all may be skipped</translation>
    </message>
    <message>
        <source>{name} {month}{level}偏低</source>
        <translation>{name}, {month}: {level} too low</translation>
    </message>
    <message>
        <source>{name} · 一对一 {day}</source>
        <translation>{name} · one-on-one {day}</translation>
    </message>
    <message>
        <source>{name} 不是工作簿。</source>
        <translation>{name} is not a workbook.</translation>
    </message>
    <message>
        <source>{name} 不是能导入的文件。</source>
        <translation>{name} is not a file that can be imported.</translation>
    </message>
    <message>
        <source>{name} 不能当模板。</source>
        <translation>{name} cannot be used as a template.</translation>
    </message>
    <message>
        <source>{name} 其实是 XML 表格,不是工作簿。</source>
        <translation>{name} is an XML spreadsheet, not a workbook.</translation>
    </message>
    <message>
        <source>{name} 其实是网页,不是工作簿。</source>
        <translation>{name} is really a web page, not a workbook.</translation>
    </message>
    <message>
        <source>{name} 只有表头(第 {row} 行),下面没有数据。</source>
        <translation>{name} has headings (row {row}) but no data below them.</translation>
    </message>
    <message>
        <source>{name} 展开后太大,读不下。</source>
        <translation>{name} is too large to read once unpacked.</translation>
    </message>
    <message>
        <source>{name} 已损坏,读不出来。</source>
        <translation>{name} is damaged and cannot be read.</translation>
    </message>
    <message>
        <source>{name} 是 Excel 正打开着的临时文件。</source>
        <translation>{name} is a temporary file of a workbook that is open in Excel.</translation>
    </message>
    <message>
        <source>{name} 是从另一份数据导出的,读不回这一份。</source>
        <translation>{name} was exported from another store and cannot be read back into this one.</translation>
    </message>
    <message>
        <source>{name} 是压缩包,里面不是工作簿。</source>
        <translation>{name} is a zip archive, not a workbook.</translation>
    </message>
    <message>
        <source>{name} 是另一个版本的驾驶舱导出的,这里读不回来。</source>
        <translation>{name} was exported by another version of the cockpit and cannot be read back here.</translation>
    </message>
    <message>
        <source>{name} 是很旧的 Excel 格式,读不了。</source>
        <translation>{name} is in a very old Excel format that cannot be read.</translation>
    </message>
    <message>
        <source>{name} 是文件夹,不是文件。</source>
        <translation>{name} is a folder, not a file.</translation>
    </message>
    <message>
        <source>{name} 是空文件。</source>
        <translation>{name} is empty.</translation>
    </message>
    <message>
        <source>{name} 是驾驶舱导出的,但“版本”一列没有了,认不出哪些格子改过。</source>
        <translation>{name} was exported by the cockpit, but its version column is gone, so it cannot be told which cells were edited.</translation>
    </message>
    <message>
        <source>{name} 有密码保护,读不了。</source>
        <translation>{name} is protected by a password and cannot be read.</translation>
    </message>
    <message>
        <source>{name} 的在手商机</source>
        <translation>Open deals of {name}</translation>
    </message>
    <message>
        <source>{name} 的工作表“{sheet}”太大。</source>
        <translation>Sheet “{sheet}” of {name} is too large.</translation>
    </message>
    <message>
        <source>{name} 的文字编码认不出来。</source>
        <translation>The text encoding of {name} is not recognised.</translation>
    </message>
    <message>
        <source>{name} 的红线已了结</source>
        <translation>Red line of {name} settled</translation>
    </message>
    <message>
        <source>{name} 的红线未了结</source>
        <translation>Red line of {name} opened again</translation>
    </message>
    <message>
        <source>{name} 的红线记录</source>
        <translation>Red line of {name}</translation>
    </message>
    <message>
        <source>{name} 的预测用学到的值</source>
        <translation>Forecast of {name} by learned values</translation>
    </message>
    <message>
        <source>{name} 的预测用经验值</source>
        <translation>Forecast of {name} by experience values</translation>
    </message>
    <message>
        <source>{name} 读不出来:有一格太长,可能少了一个引号。</source>
        <translation>{name} cannot be read: one cell is too long, probably because a quotation mark is missing.</translation>
    </message>
    <message>
        <source>{name} 读得太久,已经停下。</source>
        <translation>Reading {name} took too long and was stopped.</translation>
    </message>
    <message>
        <source>{name} 调到 {team}</source>
        <translation>Move {name} to {team}</translation>
    </message>
    <message>
        <source>{name} 还不能导入。</source>
        <translation>{name} cannot be imported yet.</translation>
    </message>
    <message>
        <source>{name} 那天已经在这个团队。</source>
        <translation>{name} is already in this team on that day.</translation>
    </message>
    <message>
        <source>{name} 里有工作簿不该有的 XML 定义,没有读。</source>
        <translation>{name} contains XML definitions that no workbook should have; it was not read.</translation>
    </message>
    <message>
        <source>{name} 里有空字符,不是正常的文本文件。</source>
        <translation>{name} contains null characters and is not a proper text file.</translation>
    </message>
    <message>
        <source>{name} 里没有工作表。</source>
        <translation>{name} has no worksheets.</translation>
    </message>
    <message>
        <source>{name} 里没有数据。</source>
        <translation>{name} holds no data.</translation>
    </message>
    <message>
        <source>{name} 里认不出商机、人员、客户、产品、目标、跟进或回款的表。</source>
        <translation>{name} holds no table of deals, people, accounts, products, targets, activities or payments that could be recognised.</translation>
    </message>
    <message>
        <source>{name},金额最大的 {n} 单</source>
        <translation>{name}: the {n} largest</translation>
    </message>
    <message>
        <source>{name}:{amount},占 {share};到这里累计 {cumulative}</source>
        <translation>{name}: {amount}, {share}; {cumulative} up to here</translation>
    </message>
    <message>
        <source>{name}:{n} 单,占丢单 {share},金额 {amount}。</source>
        <translation>{name}: {n} deal, {share} of those lost, {amount}.|{name}: {n} deals, {share} of those lost, {amount}.</translation>
    </message>
    <message>
        <source>{name}:{n} 单赢单,标价(或首次报价)共 {asked},成交 {held},守住 {share}。</source>
        <translation>{name}: {n} won deal, list price (or first quote) {asked}, won for {held}: {share} held.|{name}: {n} won deals, list prices (or first quotes) {asked}, won for {held}: {share} held.</translation>
    </message>
    <message>
        <source>{name}:关闭 {n} 单,赢 {won},赢单率 {share}(95 % 区间 {low} 到 {high})。</source>
        <translation>{name}: {n} deal closed, {won} won, win rate {share} (95 % interval {low} to {high}).|{name}: {n} deals closed, {won} won, win rate {share} (95 % interval {low} to {high}).</translation>
    </message>
    <message>
        <source>{name}:可略过。{why}</source>
        <translation>{name}: may be skipped. {why}</translation>
    </message>
    <message>
        <source>{name}:要看。{why}</source>
        <translation>{name}: to look at. {why}</translation>
    </message>
    <message>
        <source>{name}的客户</source>
        <translation>{name}&apos;s account</translation>
    </message>
    <message>
        <source>{name}的赢单</source>
        <translation>Won by {name}</translation>
    </message>
    <message>
        <source>{n} 个,{late} 个逾期</source>
        <translation>{n}, {late} overdue</translation>
    </message>
    <message>
        <source>{n} 个,和上周期相比</source>
        <translation>{n} figure, against last cycle|{n} figures, against last cycle</translation>
    </message>
    <message>
        <source>{n} 个人写到了 {path}</source>
        <translation>{n} person written to {path}|{n} people written to {path}</translation>
    </message>
    <message>
        <source>{n} 个今天到期</source>
        <translation>{n} due today</translation>
    </message>
    <message>
        <source>{n} 个动作待约定</source>
        <translation>1 draft action|{n} draft actions</translation>
    </message>
    <message>
        <source>{n} 个商机</source>
        <translation>{n} deal|{n} deals</translation>
    </message>
    <message>
        <source>{n} 个商机({part})占了 {share} 的金额</source>
        <translation>{n} deal ({part}) makes {share} of the money|{n} deals ({part}) make {share} of the money</translation>
    </message>
    <message>
        <source>{n} 个商机停滞</source>
        <translation>{n} deal stalled|{n} deals stalled</translation>
    </message>
    <message>
        <source>{n} 个商机写到了 {path}</source>
        <translation>{n} deal written to {path}|{n} deals written to {path}</translation>
    </message>
    <message>
        <source>{n} 个商机改到“{stage}”</source>
        <translation>Move {n} deal to “{stage}”|Move {n} deals to “{stage}”</translation>
    </message>
    <message>
        <source>{n} 个商机用的是别的币种,按汇率折算:</source>
        <translation>{n} deal in another currency, exchanged at its rate:|{n} deals in other currencies, exchanged at their rates:</translation>
    </message>
    <message>
        <source>{n} 个商机用这个币种</source>
        <translation>{n} deal in this currency|{n} deals in this currency</translation>
    </message>
    <message>
        <source>{n} 个商机的历史和现状不一致({field}):{ids}</source>
        <translation>History and present of {n} deal disagree ({field}): {ids}|History and present of {n} deals disagree ({field}): {ids}</translation>
    </message>
    <message>
        <source>{n} 个商机的币种还没有汇率。到“商机 → 待修数据”填上,在那之前不计入任何金额:</source>
        <translation>{n} deal in a currency without a rate. Type one under “Deals → Data to mend”; until then it is added to no amount:|{n} deals in currencies without a rate. Type one under “Deals → Data to mend”; until then they are added to no amount:</translation>
    </message>
    <message>
        <source>{n} 个商机的阶段和状态对不上:{ids}</source>
        <translation>Stage and state of {n} deal disagree: {ids}|Stage and state of {n} deals disagree: {ids}</translation>
    </message>
    <message>
        <source>{n} 个商机预计在本周期关单却还开着,带入下个周期</source>
        <translation>{n} deal expected to close is still open and carries over|{n} deals expected to close are still open and carry over</translation>
    </message>
    <message>
        <source>{n} 个团队</source>
        <translation>{n} team|{n} teams</translation>
    </message>
    <message>
        <source>{n} 个在手商机</source>
        <translation>{n} open deal|{n} open deals</translation>
    </message>
    <message>
        <source>{n} 个在手商机的负责人已经离职:</source>
        <translation>{n} open deal whose owner has left:|{n} open deals whose owner has left:</translation>
    </message>
    <message>
        <source>{n} 个在手商机要交接给别人</source>
        <translation>{n} open deal to hand over|{n} open deals to hand over</translation>
    </message>
    <message>
        <source>{n} 个客户</source>
        <translation>{n} account|{n} accounts</translation>
    </message>
    <message>
        <source>{n} 个客户({part})占了 {share} 的金额</source>
        <translation>{n} account ({part}) makes {share} of the amount|{n} accounts ({part}) make {share} of the amount</translation>
    </message>
    <message>
        <source>{n} 个客户写到了 {path}</source>
        <translation>{n} account written to {path}|{n} accounts written to {path}</translation>
    </message>
    <message>
        <source>{n} 个客户定为 {tier} 级</source>
        <translation>Set {n} account to tier {tier}|Set {n} accounts to tier {tier}</translation>
    </message>
    <message>
        <source>{n} 个客户按规则分级</source>
        <translation>Tier of {n} account by the rule|Tiers of {n} accounts by the rule</translation>
    </message>
    <message>
        <source>{n} 个待答复</source>
        <translation>{n} to answer</translation>
    </message>
    <message>
        <source>{n} 个待验证</source>
        <translation>1 to verify|{n} to verify</translation>
    </message>
    <message>
        <source>{n} 个承诺</source>
        <translation>{n} promise|{n} promises</translation>
    </message>
    <message>
        <source>{n} 个承诺到期</source>
        <translation>{n} promise due|{n} promises due</translation>
    </message>
    <message>
        <source>{n} 个承诺还没到期</source>
        <translation>{n} promise not due yet|{n} promises not due yet</translation>
    </message>
    <message>
        <source>{n} 个承诺逾期</source>
        <translation>{n} promise overdue|{n} promises overdue</translation>
    </message>
    <message>
        <source>{n} 个承诺逾期:{texts}</source>
        <translation>{n} promise overdue: {texts}|{n} promises overdue: {texts}</translation>
    </message>
    <message>
        <source>{n} 个指标,和上周期相比;怎么算的见“{sheet}”</source>
        <translation>{n} figures against last cycle; how they are computed is on “{sheet}”</translation>
    </message>
    <message>
        <source>{n} 个改进动作</source>
        <translation>1 action|{n} actions</translation>
    </message>
    <message>
        <source>{n} 个改进动作写到了 {path}</source>
        <translation>{n} action written to {path}|{n} actions written to {path}</translation>
    </message>
    <message>
        <source>{n} 个新的在手商机没有负责人</source>
        <translation>{n} new open deal has no owner|{n} new open deals have no owner</translation>
    </message>
    <message>
        <source>{n} 个格子两边都改过</source>
        <translation>{n} cell changed on both sides|{n} cells changed on both sides</translation>
    </message>
    <message>
        <source>{n} 个清空的格子没有清空驾驶舱里的内容。</source>
        <translation>{n} blank cell erased nothing in the cockpit.|{n} blank cells erased nothing in the cockpit.</translation>
    </message>
    <message>
        <source>{n} 个草稿还没约定</source>
        <translation>1 draft not agreed|{n} drafts not agreed</translation>
    </message>
    <message>
        <source>{n} 个还没解决</source>
        <translation>{n} not settled yet</translation>
    </message>
    <message>
        <source>{n} 个还没跟</source>
        <translation>{n} open</translation>
    </message>
    <message>
        <source>{n} 个逾期</source>
        <translation>{n} overdue</translation>
    </message>
    <message>
        <source>{n} 个重点商机没有下一步</source>
        <translation>{n} major deal without a next step|{n} major deals without a next step</translation>
    </message>
    <message>
        <source>{n} 个问题</source>
        <translation>{n} problem|{n} problems</translation>
    </message>
    <message>
        <source>{n} 个需求等着答复</source>
        <translation>{n} request waiting for an answer|{n} requests waiting for an answer</translation>
    </message>
    <message>
        <source>{n} 人</source>
        <translation>{n} person|{n} people</translation>
    </message>
    <message>
        <source>{n} 人在职</source>
        <translation>{n} on the team</translation>
    </message>
    <message>
        <source>{n} 人明显落后</source>
        <translation>{n} person is well behind pace|{n} people are well behind pace</translation>
    </message>
    <message>
        <source>{n} 人最近一次的平均</source>
        <translation>Latest of {n} person|Mean of the latest of {n} people</translation>
    </message>
    <message>
        <source>{n} 人没有目标,完成率算不出来:{names}</source>
        <translation>{n} person has no target, so no attainment: {names}|{n} people have no target, so no attainment: {names}</translation>
    </message>
    <message>
        <source>{n} 人的过程都要看</source>
        <translation>The process of all {n} is to be looked at</translation>
    </message>
    <message>
        <source>{n} 人的过程都要看:还没有人跟上进度</source>
        <translation>All {n} to look at: nobody is on pace yet</translation>
    </message>
    <message>
        <source>{n} 人的过程都要看:还没有目标</source>
        <translation>All {n} to look at: no targets yet</translation>
    </message>
    <message>
        <source>{n} 人超过 {days} 天没谈</source>
        <translation>{n} person without a talk for over {days} days|{n} people without a talk for over {days} days</translation>
    </message>
    <message>
        <source>{n} 人还没有记录问题:{names}</source>
        <translation>{n} person has no problem recorded: {names}|{n} people have no problem recorded: {names}</translation>
    </message>
    <message>
        <source>{n} 分钟</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} 列由您指定</source>
        <translation>{n} column decided by you|{n} columns decided by you</translation>
    </message>
    <message>
        <source>{n} 单</source>
        <translation>{n} deal|{n} deals</translation>
    </message>
    <message>
        <source>{n} 单 · {amount}</source>
        <translation>{n} deal · {amount}|{n} deals · {amount}</translation>
    </message>
    <message>
        <source>{n} 单,{amount}</source>
        <translation>{n} deal, {amount}|{n} deals, {amount}</translation>
    </message>
    <message>
        <source>{n} 单停滞</source>
        <translation>{n} stalled</translation>
    </message>
    <message>
        <source>{n} 单关闭</source>
        <translation>{n} closed</translation>
    </message>
    <message>
        <source>{n} 单已过预计关单日</source>
        <translation>{n} deal past its expected close|{n} deals past their expected close</translation>
    </message>
    <message>
        <source>{n} 单当时的阶段不明,不在漏斗里。</source>
        <translation>{n} deal whose stage at the time is unknown is not in the funnel.|{n} deals whose stage at the time is unknown are not in the funnel.</translation>
    </message>
    <message>
        <source>{n} 单推到了更晚的月份</source>
        <translation>{n} deal pushed into a later month|{n} deals pushed into a later month</translation>
    </message>
    <message>
        <source>{n} 单有变化</source>
        <translation>{n} deal changed|{n} deals changed</translation>
    </message>
    <message>
        <source>{n} 单有增减</source>
        <translation>{n} deal behind it|{n} deals behind it</translation>
    </message>
    <message>
        <source>{n} 单没有可用的创建日期,没有计入</source>
        <translation>{n} deal without a usable creation date, left out|{n} deals without a usable creation date, left out</translation>
    </message>
    <message>
        <source>{n} 单没有记录来源,算作非自拓</source>
        <translation>{n} deal without a source, counted as not self-sourced|{n} deals without a source, counted as not self-sourced</translation>
    </message>
    <message>
        <source>{n} 单没有金额,不计入合计。</source>
        <translation>{n} deal has no amount and is not added up.|{n} deals have no amount and are not added up.</translation>
    </message>
    <message>
        <source>{n} 单没有金额,没有计入</source>
        <translation>{n} deal without an amount, left out|{n} deals without an amount, left out</translation>
    </message>
    <message>
        <source>{n} 单的币种没有汇率,没有计入金额</source>
        <translation>{n} deal in a currency without a rate, not added up|{n} deals in currencies without a rate, not added up</translation>
    </message>
    <message>
        <source>{n} 单的阶段未知,按 0 计</source>
        <translation>{n} deal in an unknown stage, counted as 0|{n} deals in unknown stages, counted as 0</translation>
    </message>
    <message>
        <source>{n} 单赢单没有金额,或没有标价也没有首次报价,没有计入</source>
        <translation>{n} won deal without amount, or with neither list price nor first quote, is left out|{n} won deals without amount, or with neither list price nor first quote, are left out</translation>
    </message>
    <message>
        <source>{n} 单都还在这一阶段</source>
        <translation>{n} still here</translation>
    </message>
    <message>
        <source>{n} 场面谈</source>
        <translation>{n} talk|{n} talks</translation>
    </message>
    <message>
        <source>{n} 场面谈;私人备注从不导出</source>
        <translation>{n} talk; private remarks are never exported|{n} talks; private remarks are never exported</translation>
    </message>
    <message>
        <source>{n} 处</source>
        <translation>{n} place|{n} places</translation>
    </message>
    <message>
        <source>{n} 处待修</source>
        <translation>{n} to mend</translation>
    </message>
    <message>
        <source>{n} 处没有加进金额</source>
        <translation>{n} not added up</translation>
    </message>
    <message>
        <source>{n} 处要修</source>
        <translation>{n} to mend</translation>
    </message>
    <message>
        <source>{n} 处要看</source>
        <translation>{n} thing to look at|{n} things to look at</translation>
    </message>
    <message>
        <source>{n} 天</source>
        <translation>{n} day|{n} days</translation>
    </message>
    <message>
        <source>{n} 天前</source>
        <translation>{n} day ago|{n} days ago</translation>
    </message>
    <message>
        <source>{n} 天没有跟进记录,或从来没有</source>
        <translation>No activity for {n} days, or never</translation>
    </message>
    <message>
        <source>{n} 天没跟进</source>
        <translation>{n} days quiet</translation>
    </message>
    <message>
        <source>{n} 条问题中</source>
        <translation>of 1 problem|of {n} problems</translation>
    </message>
    <message>
        <source>{n} 条需求得到答复</source>
        <translation>{n} request answered|{n} requests answered</translation>
    </message>
    <message>
        <source>{n} 格不是次数,什么都没有写入:{cells}。</source>
        <translation>Cells that are no counts ({n}), nothing was written: {cells}.</translation>
    </message>
    <message>
        <source>{n} 格不能当作目标,什么都没有写入:{cells}。</source>
        <translation>{n} cell is no target; nothing was written: {cells}.|{n} cells are no targets; nothing was written: {cells}.</translation>
    </message>
    <message>
        <source>{n} 格有内容</source>
        <translation>{n} cell filled|{n} cells filled</translation>
    </message>
    <message>
        <source>{n} 次</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>{n} 次拜访</source>
        <translation>visits: {n}</translation>
    </message>
    <message>
        <source>{n} 次跟进</source>
        <translation>touches: {n}</translation>
    </message>
    <message>
        <source>{n} 次跟进,最近的在前</source>
        <translation>Activities: {n}, the newest first</translation>
    </message>
    <message>
        <source>{n} 笔回款用的是别的币种,按汇率折算:</source>
        <translation>{n} payment in another currency, exchanged at its rate:|{n} payments in other currencies, exchanged at their rates:</translation>
    </message>
    <message>
        <source>{n} 笔回款的币种还没有汇率。到“商机 → 待修数据”填上,在那之前不计入任何金额:</source>
        <translation>{n} payment in a currency without a rate. Type one under “Deals → Data to mend”; until then it is added to no amount:|{n} payments in currencies without a rate. Type one under “Deals → Data to mend”; until then they are added to no amount:</translation>
    </message>
    <message>
        <source>{n} 笔的币种没有汇率,没有计入金额</source>
        <translation>{n} payment in a currency without a rate, not added up|{n} payments in currencies without a rate, not added up</translation>
    </message>
    <message>
        <source>{n} 行没有写入:只新增或只更新,或者在驾驶舱里已删除</source>
        <translation>Rows not written ({n}): only new ones or only updates were wanted, or they are deleted in the cockpit</translation>
    </message>
    <message>
        <source>{n} 行目标写到了 {path}</source>
        <translation>{n} row of targets written to {path}|{n} rows of targets written to {path}</translation>
    </message>
    <message>
        <source>{n} 行读不懂,什么都没有写入:{lines}。</source>
        <translation>{n} line could not be read, nothing was written: {lines}.|{n} lines could not be read, nothing was written: {lines}.</translation>
    </message>
    <message>
        <source>{n} 行还没有做,或已取消,不算跟进</source>
        <translation>Rows not done yet, or cancelled, that count as no activity ({n})</translation>
    </message>
    <message>
        <source>{n} 项,逾期 {late} 项</source>
        <translation>{n}, of which {late} overdue</translation>
    </message>
    <message>
        <source>{n} 项带入下个周期,由它的数字判断</source>
        <translation>{n} goes on to be judged by the next cycle&apos;s numbers|{n} go on to be judged by the next cycle&apos;s numbers</translation>
    </message>
    <message>
        <source>{n} 项待约定</source>
        <translation>{n} to agree on</translation>
    </message>
    <message>
        <source>{n} 项执行中</source>
        <translation>{n} running</translation>
    </message>
    <message>
        <source>{n} 项支援没完成</source>
        <translation>{n} support item open|{n} support items open</translation>
    </message>
    <message>
        <source>{n} 项改进在进行</source>
        <translation>{n} action running|{n} actions running</translation>
    </message>
    <message>
        <source>{n} 项改进没有见效:{texts}</source>
        <translation>{n} action not effective: {texts}|{n} actions not effective: {texts}</translation>
    </message>
    <message>
        <source>{n} 项未见效</source>
        <translation>{n} no effect</translation>
    </message>
    <message>
        <source>{n} 项草稿等着定指标和日期</source>
        <translation>{n} draft lacks metric or date|{n} drafts lack metric or date</translation>
    </message>
    <message>
        <source>{n} 项见效</source>
        <translation>{n} effective</translation>
    </message>
    <message>
        <source>{n} 项还是草稿</source>
        <translation>{n} still a draft|{n} still drafts</translation>
    </message>
    <message>
        <source>{n} 项部分见效</source>
        <translation>{n} partly</translation>
    </message>
    <message>
        <source>{n} 项需求或承诺没有了结,带入下个周期</source>
        <translation>{n} request or promise is unfinished and carries over|{n} requests or promises are unfinished and carry over</translation>
    </message>
    <message>
        <source>{path} 不是驾驶舱的备份。</source>
        <translation>{path} is not a backup of the cockpit.</translation>
    </message>
    <message>
        <source>{path} 不是驾驶舱的数据文件。</source>
        <translation>{path} is not a store of the cockpit.</translation>
    </message>
    <message>
        <source>{path} 已损坏,或不是数据文件。</source>
        <translation>{path} is damaged, or not a store.</translation>
    </message>
    <message>
        <source>{path} 所在的位置不支持安全写入。</source>
        <translation>{path} lies where writing is not safe.</translation>
    </message>
    <message>
        <source>{path} 是只读的,不能写入。</source>
        <translation>{path} is read-only and cannot be written.</translation>
    </message>
    <message>
        <source>{path} 是旧版本的数据。</source>
        <translation>{path} is a store of an older version.</translation>
    </message>
    <message>
        <source>{path} 正被另一个程序占用。</source>
        <translation>{path} is in use by another program.</translation>
    </message>
    <message>
        <source>{path} 由更新版本的驾驶舱写成(数据版本 {version},本程序到 {known})。</source>
        <translation>{path} was written by a newer cockpit (store version {version}, this program knows up to {known}).</translation>
    </message>
    <message>
        <source>{path} 由更新版本的驾驶舱写成。</source>
        <translation>{path} was written by a newer cockpit.</translation>
    </message>
    <message>
        <source>{path} 里已经有数据,示例团队没有写进去。</source>
        <translation>{path} holds data already; the sample team was not written into it.</translation>
    </message>
    <message>
        <source>{points} 点</source>
        <translation>{points} pt|{points} pts</translation>
    </message>
    <message>
        <source>{share} (n={n})</source>
        <translation>{share} (n={n})</translation>
    </message>
    <message>
        <source>{share} · {days} 天</source>
        <translation>{share} · {days} d</translation>
    </message>
    <message>
        <source>{share} · 另有 {n} 单还在</source>
        <translation>{share} · {n} more still here</translation>
    </message>
    <message>
        <source>{sheet} · {place}:{text} {reason}</source>
        <translation>{sheet} · {place}: {text} {reason}</translation>
    </message>
    <message>
        <source>{stage} · 在手商机</source>
        <translation>{stage} · open deals</translation>
    </message>
    <message>
        <source>{stage}:{n} 单,金额 {amount},经验值 {value},预计 {expected}</source>
        <translation>{stage}: {n} deal, amount {amount}, experience value {value}, expected {expected}|{stage}: {n} deals, amount {amount}, experience value {value}, expected {expected}</translation>
    </message>
    <message>
        <source>{standing}:{names}</source>
        <translation>{standing}: {names}</translation>
    </message>
    <message>
        <source>{style}型</source>
        <translation>{style}</translation>
    </message>
    <message>
        <source>{table} 里有 {n} 个金额不是整数分:{ids}</source>
        <translation>{n} amount in {table} is no whole number of cents: {ids}|{n} amounts in {table} are no whole numbers of cents: {ids}</translation>
    </message>
    <message>
        <source>{table} 里有 {n} 行不再属于任何东西:{ids}</source>
        <translation>{n} row of {table} belongs to nothing any more: {ids}|{n} rows of {table} belong to nothing any more: {ids}</translation>
    </message>
    <message>
        <source>{table} 里有 {n} 行指向不存在的 {parent}</source>
        <translation>{n} row of {table} points to {parent} that is not there|{n} rows of {table} point to {parent} that are not there</translation>
    </message>
    <message>
        <source>{team} · {start} 至 {end}</source>
        <translation>{team} · {start} to {end}</translation>
    </message>
    <message>
        <source>{team} · {start} 起</source>
        <translation>{team} · since {start}</translation>
    </message>
    <message>
        <source>{team} · 一直</source>
        <translation>{team} · all along</translation>
    </message>
    <message>
        <source>{team} · 到 {end} 为止</source>
        <translation>{team} · until {end}</translation>
    </message>
    <message>
        <source>{text}({day})</source>
        <translation>{text} ({day})</translation>
    </message>
    <message>
        <source>{text},今天到期</source>
        <translation>{text}, due today</translation>
    </message>
    <message>
        <source>{text},晚 {n} 天</source>
        <translation>{text}, {n} day late|{text}, {n} days late</translation>
    </message>
    <message>
        <source>{text},没定日期</source>
        <translation>{text}, no date</translation>
    </message>
    <message>
        <source>{text},答应 {day}</source>
        <translation>{text}, promised for {day}</translation>
    </message>
    <message>
        <source>{text}:{baseline} → {target},现在 {now}</source>
        <translation>{text}: {baseline} → {target}, now {now}</translation>
    </message>
    <message>
        <source>{tier} 手定</source>
        <translation>{tier} by hand</translation>
    </message>
    <message>
        <source>{tier} 级</source>
        <translation>Tier {tier}</translation>
    </message>
    <message>
        <source>{tier} 级客户的商机</source>
        <translation>Deals of tier {tier} accounts</translation>
    </message>
    <message>
        <source>{title},最高的 {n} 人</source>
        <translation>{title}, top {n}</translation>
    </message>
    <message>
        <source>{verdict}(待确认)</source>
        <translation>{verdict} (to confirm)</translation>
    </message>
    <message>
        <source>{verdict}(暂)</source>
        <translation>{verdict} (so far)</translation>
    </message>
    <message>
        <source>{who} · {when} · {action}:{planned},{done}</source>
        <translation>{who} · {when} · {action}: {planned}, {done}</translation>
    </message>
    <message>
        <source>{who} 这个周期跟进过的商机</source>
        <translation>Deals {who} worked on this cycle</translation>
    </message>
    <message>
        <source>{years} 年的调休还不知道,工作日数可能会变</source>
        <translation>make-up working days of {years} are not known yet, so the count may change</translation>
    </message>
    <message>
        <source>{year} 年</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>{yes} / {n} 问</source>
        <translation>{yes} of {n} questions</translation>
    </message>
    <message>
        <source>{{won_deals_top5.amount | 万}}</source>
        <translation>{{won_deals_top5.amount | K}}</translation>
    </message>
    <message>
        <source>{{won_revenue @ 李雯}}</source>
        <translation>{{won_revenue @ Li Wen}}</translation>
    </message>
    <message>
        <source>{{won_revenue | 万}}</source>
        <translation>{{won_revenue | K}}</translation>
    </message>
    <message>
        <source>“{day}”这样的日期怎么读?</source>
        <translation>How is a date such as “{day}” meant?</translation>
    </message>
    <message>
        <source>“{deal}”:{question}</source>
        <translation>“{deal}”: {question}</translation>
    </message>
    <message>
        <source>“{deal}”删一条进展</source>
        <translation>Log entry on “{deal}” deleted</translation>
    </message>
    <message>
        <source>“{deal}”回款 {amount}</source>
        <translation>“{deal}”: payment of {amount}</translation>
    </message>
    <message>
        <source>“{deal}”改一条进展</source>
        <translation>Log entry on “{deal}” corrected</translation>
    </message>
    <message>
        <source>“{deal}”是外币商机,金额到商机里改。</source>
        <translation>“{deal}” is in another currency; change its amount in the deal.</translation>
    </message>
    <message>
        <source>“{deal}”记一条进展</source>
        <translation>Log entry on “{deal}”</translation>
    </message>
    <message>
        <source>“{deal}”还不能进“{stage}”,缺:{names}。</source>
        <translation>“{deal}” cannot enter “{stage}” yet, it lacks: {names}.</translation>
    </message>
    <message>
        <source>“{label}”当作</source>
        <translation>“{label}” is</translation>
    </message>
    <message>
        <source>“{label}”认作</source>
        <translation>“{label}” is read as</translation>
    </message>
    <message>
        <source>“{name}”像是“{other}”</source>
        <translation>“{name}” looks like “{other}”</translation>
    </message>
    <message>
        <source>“{name}”改到“{stage}”</source>
        <translation>Move “{name}” to “{stage}”</translation>
    </message>
    <message>
        <source>“{name}”有好几个。</source>
        <translation>There are several called “{name}”.</translation>
    </message>
    <message>
        <source>“{name}”没有按人和团队的数字</source>
        <translation>“{name}” has no figures by person and team</translation>
    </message>
    <message>
        <source>“{name}”没有目标</source>
        <translation>“{name}” has no target</translation>
    </message>
    <message>
        <source>“{name}”还没有赢单或丢单,不能有成交日期。</source>
        <translation>“{name}” is still open, so it has no close date.</translation>
    </message>
    <message>
        <source>“{number}”这样的金额怎么读?</source>
        <translation>How is an amount like “{number}” read?</translation>
    </message>
    <message>
        <source>“{stage}”的进入条件</source>
        <translation>What “{stage}” requires</translation>
    </message>
    <message>
        <source>“{text}”{reason}。</source>
        <translation>“{text}”: {reason}.</translation>
    </message>
    <message>
        <source>“{text}”不是币种。</source>
        <translation>“{text}” is not a currency.</translation>
    </message>
    <message>
        <source>“{text}”不是整天数。</source>
        <translation>“{text}” is not a whole number of days.</translation>
    </message>
    <message>
        <source>“{text}”不是汇率。</source>
        <translation>“{text}” is not an exchange rate.</translation>
    </message>
    <message>
        <source>“{text}”不是百分比。</source>
        <translation>“{text}” is not a percentage.</translation>
    </message>
    <message>
        <source>“{text}”不是金额。</source>
        <translation>“{text}” is not an amount.</translation>
    </message>
    <message>
        <source>“{text}”已经了结。</source>
        <translation>“{text}” is finished already.</translation>
    </message>
    <message>
        <source>“{text}”有好几个</source>
        <translation>several are called “{text}”</translation>
    </message>
    <message>
        <source>“{typed}”是谁?</source>
        <translation>Who is “{typed}”?</translation>
    </message>
    <message>
        <source>“…编号”指向另一张表的“编号”;旁边一列是它的名字,方便人看。</source>
        <translation>A column &quot;... ID&quot; points to the ID of another table; the column beside it has its name, for people to read.</translation>
    </message>
    <message>
        <source>“不计入”的不在合计里。</source>
        <translation>Omitted deals are not in the total.</translation>
    </message>
    <message>
        <source>“学到的值”用在 {n} / {all} 个商机上;其余阶段不到 30 个关过的商机,用你的经验值。</source>
        <translation>Learned values apply to {n} of {all} deals; other stages have fewer than 30 closed deals and use your experience value.</translation>
    </message>
    <message>
        <source>“版本”一格空了或改过,认不出这一行哪些格子改过</source>
        <translation>The version is blank or was changed, so it cannot be told which cells of the row were edited</translation>
    </message>
    <message>
        <source>…… 还有 {n} 处</source>
        <translation>… {n} more</translation>
    </message>
    <message>
        <source>← 用文件里的 · → 留驾驶舱里的 · Shift 整条 · Ctrl 全部 · Enter 继续</source>
        <translation>← take the file · → keep the cockpit · Shift whole record · Ctrl all · Enter to go on</translation>
    </message>
    <message>
        <source>↓ 近 {n} 个周期进入的商机里,离开后往前走的比例;还在的不算进分母。</source>
        <translation>↓ Share that moved forward of the deals that entered in the last {n} cycles and left; those still here are not in the denominator.</translation>
    </message>
    <message>
        <source>↓ 选</source>
        <translation>↓ chooses</translation>
    </message>
    <message>
        <source>△ {month}还有 {n} 个没有验证</source>
        <translation>△ 1 of {month} not judged|△ {n} of {month} not judged</translation>
    </message>
    <message>
        <source>△ {n} 个草稿还没约定</source>
        <translation>△ 1 draft not agreed|△ {n} drafts not agreed</translation>
    </message>
    <message>
        <source>△ {n} 条还没有改进动作</source>
        <translation>△ 1 without an action|△ {n} without an action</translation>
    </message>
    <message>
        <source>△ 以前的周期也有过</source>
        <translation>△ seen in earlier cycles</translation>
    </message>
    <message>
        <source>△ 数字已定,等你确认</source>
        <translation>△ numbers are final, confirm</translation>
    </message>
    <message>
        <source>○ {month}还有 {n} 个草稿</source>
        <translation>○ 1 draft of {month}|○ {n} drafts of {month}</translation>
    </message>
    <message>
        <source>○:不足 {n} 单,只作参考</source>
        <translation>○: below {n} deals, only an indication</translation>
    </message>
    <message>
        <source>★ 关键:{action}</source>
        <translation>★ Key: {action}</translation>
    </message>
    <message>
        <source>★ 重点客户</source>
        <translation>★ Key</translation>
    </message>
    <message>
        <source>✓ 做够了</source>
        <translation>✓ Enough</translation>
    </message>
    <message>
        <source>✓ 已复制</source>
        <translation>✓ Copied</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>。</source>
        <translation>.</translation>
    </message>
    <message>
        <source>「{operation}」撤销不了:后来记下的内容要用到它。</source>
        <translation>“{operation}” cannot be undone: something recorded later depends on it.</translation>
    </message>
    <message>
        <source>「{operation}」重做不了:后来记下的内容和它冲突。</source>
        <translation>“{operation}” cannot be redone: something recorded later conflicts with it.</translation>
    </message>
    <message>
        <source>一个人或一个团队的数字</source>
        <translation>The figure of one person or team</translation>
    </message>
    <message>
        <source>一个名称里含着另一个</source>
        <translation>One name is contained in the other</translation>
    </message>
    <message>
        <source>一个月内都谈过</source>
        <translation>Everybody was talked to within a month</translation>
    </message>
    <message>
        <source>一侧不足 {n} 单</source>
        <translation>Fewer than {n} on one side</translation>
    </message>
    <message>
        <source>一单五问</source>
        <translation>Five questions</translation>
    </message>
    <message>
        <source>一单五问历史</source>
        <translation>Five questions history</translation>
    </message>
    <message>
        <source>一单五问答“是”的占比</source>
        <translation>Five questions answered yes</translation>
    </message>
    <message>
        <source>一单就能盖过其他所有单;多半是编号或电话落进了金额列,或者单位错了。</source>
        <translation>One such deal drowns all others; likely a number or a telephone in the amount column, or the wrong unit.</translation>
    </message>
    <message>
        <source>一句提示或表扬,例如:先从最熟的两家开始</source>
        <translation>A hint or praise, e.g. start with the two you know best</translation>
    </message>
    <message>
        <source>一句话记一笔,Enter 记下,接着写下一笔。</source>
        <translation>One line for an activity; Enter records it, and the next one follows.</translation>
    </message>
    <message>
        <source>一周后</source>
        <translation>In 1 week</translation>
    </message>
    <message>
        <source>一对一</source>
        <translation>One-on-one</translation>
    </message>
    <message>
        <source>一对一 · {name}</source>
        <translation>One-on-one · {name}</translation>
    </message>
    <message>
        <source>一对一和团队会议,笔记在“笔记”里</source>
        <translation>One-on-ones and team meetings; their notes are a file of their own</translation>
    </message>
    <message>
        <source>一对一是和一个人的:先在上面选一个人。</source>
        <translation>A one-on-one is with one person: choose a person above first.</translation>
    </message>
    <message>
        <source>一对一里还没有记录心情</source>
        <translation>No mood recorded in one-on-ones yet</translation>
    </message>
    <message>
        <source>一小步一小步定,说清你会怎么帮,别逼当场表态。</source>
        <translation>Decide in small steps, say how you will help, do not force an answer on the spot.</translation>
    </message>
    <message>
        <source>一样准</source>
        <translation>Equally close</translation>
    </message>
    <message>
        <source>一次看很多种动作,总有几种碰巧有差别:校正后这一种还不能排除碰巧。</source>
        <translation>Among many actions some differ by chance: after adjustment, chance cannot be ruled out for this one.</translation>
    </message>
    <message>
        <source>一直</source>
        <translation>always</translation>
    </message>
    <message>
        <source>一致</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>一行里只能有一个清单</source>
        <translation>A row can hold one list only</translation>
    </message>
    <message>
        <source>三个字母的币种,例如 CNY、USD。</source>
        <translation>Three letters, e.g. CNY or USD.</translation>
    </message>
    <message>
        <source>上一个周期</source>
        <translation>Previous cycle</translation>
    </message>
    <message>
        <source>上一年</source>
        <translation>Previous year</translation>
    </message>
    <message>
        <source>上下键选列,空格或直接打字:改认作什么 · Enter 继续</source>
        <translation>Up and Down choose a column; Space or typing changes what it is · Enter to continue</translation>
    </message>
    <message>
        <source>上周</source>
        <translation>Last week</translation>
    </message>
    <message>
        <source>上周期</source>
        <translation>last cycle</translation>
    </message>
    <message>
        <source>上周期 {n} 项,见效 {worked} 项</source>
        <translation>{worked} of {n} from last cycle effective</translation>
    </message>
    <message>
        <source>上周期 {share}</source>
        <translation>last cycle {share}</translation>
    </message>
    <message>
        <source>上周期,本周期待验证</source>
        <translation>last cycle; this one pending</translation>
    </message>
    <message>
        <source>上周期共 {n} 个,见效 {effective} 个</source>
        <translation>of 1 from last cycle, {effective} effective|of {n} from last cycle, {effective} effective</translation>
    </message>
    <message>
        <source>上周期有 {n} 项改进没有判断</source>
        <translation>{n} action of last cycle not judged|{n} actions of last cycle not judged</translation>
    </message>
    <message>
        <source>上周期没有可比的数字</source>
        <translation>Nothing to compare with</translation>
    </message>
    <message>
        <source>上周期没有约定动作</source>
        <translation>No actions agreed last cycle</translation>
    </message>
    <message>
        <source>上周期没有约定改进。</source>
        <translation>No actions were agreed last cycle.</translation>
    </message>
    <message>
        <source>上周期的改进,本周期的数字</source>
        <translation>Last cycle&apos;s actions in this cycle&apos;s numbers</translation>
    </message>
    <message>
        <source>上周期的改进,由本周期的数字来评判</source>
        <translation>Last cycle&apos;s actions, judged by this cycle&apos;s numbers</translation>
    </message>
    <message>
        <source>上周期的改进动作未见效:{text}</source>
        <translation>Last cycle&apos;s action had no effect: {text}</translation>
    </message>
    <message>
        <source>上周期的改进动作未见效:{text}({metric} {baseline} → {target},现在 {now})</source>
        <translation>Last cycle&apos;s action had no effect: {text} ({metric} {baseline} → {target}, now {now})</translation>
    </message>
    <message>
        <source>上周期的数字;.change 是变化,.target 是目标,.name 是名称,.n 是个数,.note 是备注</source>
        <translation>Last cycle&apos;s figure; .change is the change, .target the target, .name its name, .n the count, .note the remark</translation>
    </message>
    <message>
        <source>上周期约定、你还没有确认效果的。</source>
        <translation>Agreed last cycle, and you have not confirmed the effect yet.</translation>
    </message>
    <message>
        <source>上周期约定的,由本周期的数字来验证:这一步让循环闭合</source>
        <translation>What was agreed last cycle, verified by this cycle&apos;s numbers: this closes the loop</translation>
    </message>
    <message>
        <source>上月</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>上月 {value}</source>
        <translation>last month {value}</translation>
    </message>
    <message>
        <source>上月 {won}</source>
        <translation>last month {won}</translation>
    </message>
    <message>
        <source>上月同期</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>上月同期 {value}</source>
        <translation>same day last month {value}</translation>
    </message>
    <message>
        <source>上月改进</source>
        <translation>Last month&apos;s improvements</translation>
    </message>
    <message>
        <source>上月的改进,按这个月的数字判断</source>
        <translation>Last month&apos;s improvements, judged by this month&apos;s figures</translation>
    </message>
    <message>
        <source>上月赢单 {value}</source>
        <translation>last month won {value}</translation>
    </message>
    <message>
        <source>上次</source>
        <translation>Last time</translation>
    </message>
    <message>
        <source>上次 {day},{n} 天前</source>
        <translation>Last {day}, {n} day ago|Last {day}, {n} days ago</translation>
    </message>
    <message>
        <source>上次一对一以来</source>
        <translation>Since the last one-on-one</translation>
    </message>
    <message>
        <source>上次复盘以来</source>
        <translation>Since the last review</translation>
    </message>
    <message>
        <source>上次导入这样的文件时这样定的</source>
        <translation>Decided when a file like this was last imported</translation>
    </message>
    <message>
        <source>上次用</source>
        <translation>Last used</translation>
    </message>
    <message>
        <source>上次面谈</source>
        <translation>Last one-on-one</translation>
    </message>
    <message>
        <source>上级</source>
        <translation>Leader&apos;s</translation>
    </message>
    <message>
        <source>上级 {n}</source>
        <translation>{n} lead</translation>
    </message>
    <message>
        <source>上级客户</source>
        <translation>Parent account</translation>
    </message>
    <message>
        <source>上级客户 {name}</source>
        <translation>part of {name}</translation>
    </message>
    <message>
        <source>上级客户编号</source>
        <translation>Parent account ID</translation>
    </message>
    <message>
        <source>上级补充</source>
        <translation>Added by leader</translation>
    </message>
    <message>
        <source>上级补充 {n} 个</source>
        <translation>{n} added by the leader</translation>
    </message>
    <message>
        <source>上门拜访</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>下一个周期</source>
        <translation>Next cycle</translation>
    </message>
    <message>
        <source>下一年</source>
        <translation>Next year</translation>
    </message>
    <message>
        <source>下一次:{day}</source>
        <translation>Next time: {day}</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>下一步:{step}</source>
        <translation>Next step: {step}</translation>
    </message>
    <message>
        <source>下一步日期</source>
        <translation>Next step date</translation>
    </message>
    <message>
        <source>下一步是现在的,进展截至周期末</source>
        <translation>next steps are those of now, entries up to the end of the cycle</translation>
    </message>
    <message>
        <source>下一步逾期的重点商机</source>
        <translation>Major deals whose next step is overdue</translation>
    </message>
    <message>
        <source>下周期验证后才有</source>
        <translation>Known after next cycle</translation>
    </message>
    <message>
        <source>下次</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>下次日期</source>
        <translation>Next meeting on</translation>
    </message>
    <message>
        <source>下次跟进</source>
        <translation>Next follow-up</translation>
    </message>
    <message>
        <source>下次面谈</source>
        <translation>Next one-on-one</translation>
    </message>
    <message>
        <source>下次面谈:{day}</source>
        <translation>Next one-on-one: {day}</translation>
    </message>
    <message>
        <source>下级客户 {names}</source>
        <translation>with {names}</translation>
    </message>
    <message>
        <source>不含</source>
        <translation>Not included</translation>
    </message>
    <message>
        <source>不在 0 到 100% 之间</source>
        <translation>not between 0 and 100%</translation>
    </message>
    <message>
        <source>不在这个范围里</source>
        <translation>Not in this scope</translation>
    </message>
    <message>
        <source>不改</source>
        <translation>No change</translation>
    </message>
    <message>
        <source>不改了</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>不改了,关掉</source>
        <translation>Cancel and close</translation>
    </message>
    <message>
        <source>不是{words}之一</source>
        <translation>Not one of {words}</translation>
    </message>
    <message>
        <source>不是币种,写三个字母,例如 USD</source>
        <translation>Not a currency; write three letters, e.g. USD</translation>
    </message>
    <message>
        <source>不是整数</source>
        <translation>not a whole number</translation>
    </message>
    <message>
        <source>不是重点客户</source>
        <translation>Not a key account</translation>
    </message>
    <message>
        <source>不涉及商机</source>
        <translation>No deal</translation>
    </message>
    <message>
        <source>不清楚</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>不用这一列</source>
        <translation>Not used</translation>
    </message>
    <message>
        <source>不知道是哪个月赢的或丢的,所以不进任何一个月的赢单收入和赢单率。</source>
        <translation>Nobody knows in which month it was won or lost, so it is in no month&apos;s won revenue and win rate.</translation>
    </message>
    <message>
        <source>不能为空</source>
        <translation>Must not be blank</translation>
    </message>
    <message>
        <source>不能写 {name}:{reason}。</source>
        <translation>{name} cannot be written: {reason}.</translation>
    </message>
    <message>
        <source>不能写在模板自己上面。</source>
        <translation>The result cannot be written over the template itself.</translation>
    </message>
    <message>
        <source>不能写备份 {path}:{reason}。</source>
        <translation>The backup {path} cannot be written: {reason}.</translation>
    </message>
    <message>
        <source>不能在 {folder} 里写文件:{reason}。</source>
        <translation>Files cannot be written in {folder}: {reason}.</translation>
    </message>
    <message>
        <source>不能小于 0</source>
        <translation>Must not be below 0</translation>
    </message>
    <message>
        <source>不计入</source>
        <translation>Omitted</translation>
    </message>
    <message>
        <source>不认得“.{variant}”</source>
        <translation>“.{variant}” is not known</translation>
    </message>
    <message>
        <source>不认得“{name}”</source>
        <translation>“{name}” is not known</translation>
    </message>
    <message>
        <source>不认得“{name}”,是不是“{near}”?</source>
        <translation>“{name}” is not known; is “{near}” meant?</translation>
    </message>
    <message>
        <source>不认得单位“{unit}”</source>
        <translation>The unit “{unit}” is not known</translation>
    </message>
    <message>
        <source>不认得的占位符会原样留着,并列出来;模板本身从不改动。</source>
        <translation>Placeholders that are not known stay as they are and are listed; the template itself is never changed.</translation>
    </message>
    <message>
        <source>不许进</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>不足 30 单,只供参考。</source>
        <translation>Fewer than 30 deals: for orientation only.</translation>
    </message>
    <message>
        <source>不进新客户数、客户分级和帕累托;同一客户的商机也连不起来。</source>
        <translation>Not in new customers, tiers and Pareto; deals of one account stay apart.</translation>
    </message>
    <message>
        <source>不进销售周期、新建商机数和新建商机赢单率;过去某天是否在手也只能当作一直在手。</source>
        <translation>Not in sales cycle, new deals and cohort win rate; on any past day it counts as open all along.</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>不限时间</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>与{name}的一对一</source>
        <translation>One-on-ones with {name}</translation>
    </message>
    <message>
        <source>与{name}的面谈从 {began} 起还没有结束,记下的都在。</source>
        <translation>The one-on-one with {name} that began on {began} has not ended. Everything you wrote is here.</translation>
    </message>
    <message>
        <source>与{name}的面谈还没有结束。</source>
        <translation>The one-on-one with {name} has not ended yet.</translation>
    </message>
    <message>
        <source>与{name}谈完了</source>
        <translation>One-on-one with {name} is over</translation>
    </message>
    <message>
        <source>与进度持平</source>
        <translation>on pace</translation>
    </message>
    <message>
        <source>业务部门</source>
        <translation>Business department</translation>
    </message>
    <message>
        <source>丢单</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>丢单原因</source>
        <translation>Lost reason</translation>
    </message>
    <message>
        <source>丢单原因 · {name}</source>
        <translation>Lost reason · {name}</translation>
    </message>
    <message>
        <source>丢单后又回来的商机:</source>
        <translation>Deals that came back from lost:</translation>
    </message>
    <message>
        <source>丢单数</source>
        <translation>Deals lost</translation>
    </message>
    <message>
        <source>丢单都没有写原因。关单时选一个,这里就分得清价格和其他原因。</source>
        <translation>No lost deal says why. Choose a reason when a deal is closed, and price is told from the rest here.</translation>
    </message>
    <message>
        <source>两个月都没有跟进记录。导入跟进记录后,这里按方式数出来。</source>
        <translation>No activities in these two months. Import activities and they are counted here by kind.</translation>
    </message>
    <message>
        <source>两周后</source>
        <translation>2 weeks</translation>
    </message>
    <message>
        <source>两天都在手,阶段、金额、预计成交、负责人和预测类别在期间都没有改过。</source>
        <translation>Open on both days; stage, amount, expected close, owner and forecast category were not changed in between.</translation>
    </message>
    <message>
        <source>两天都在手、别的币种的商机,只因汇率不同的差额。</source>
        <translation>Deals in another currency, open on both days: the difference that comes from the exchange rate alone.</translation>
    </message>
    <message>
        <source>两天都在手、期间预计成交推到更晚月份的商机;月内改动不算,改回来也不减。</source>
        <translation>Deals open on both days whose expected close was pushed into a later month in between; moves within a month do not count, and pulling it back takes no push away.</translation>
    </message>
    <message>
        <source>两天都在手、结束日的预计成交月份比开始日早的商机。</source>
        <translation>Deals open on both days whose expected close is in an earlier month on the last day than on the first.</translation>
    </message>
    <message>
        <source>两天都在手、金额变大的商机,按差额。</source>
        <translation>Deals open on both days whose amount grew, by the difference.</translation>
    </message>
    <message>
        <source>两天都在手、金额变小的商机,按差额;金额被清空的也算。</source>
        <translation>Deals open on both days whose amount shrank, by the difference; an amount that was emptied counts as well.</translation>
    </message>
    <message>
        <source>两天都在手、阶段靠前了的商机。</source>
        <translation>Deals open on both days that stand in an earlier stage now.</translation>
    </message>
    <message>
        <source>两天都在手、阶段靠后了的商机。</source>
        <translation>Deals open on both days that stand in a later stage now.</translation>
    </message>
    <message>
        <source>两边都改过</source>
        <translation>Changed on both sides</translation>
    </message>
    <message>
        <source>两边都改过的格子</source>
        <translation>Cells changed on both sides</translation>
    </message>
    <message>
        <source>两边都改过的格子,保留了驾驶舱里的:</source>
        <translation>Changed on both sides, the cockpit&apos;s value kept:</translation>
    </message>
    <message>
        <source>两边都改过的格子,导入时并排列出来,由你选。</source>
        <translation>Cells changed on both sides are shown side by side when you import, for you to choose.</translation>
    </message>
    <message>
        <source>个人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>个数</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>中位数</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>为 {name} 补充一个问题</source>
        <translation>Add a problem for {name}</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>为什么丢的</source>
        <translation>Why it was lost</translation>
    </message>
    <message>
        <source>为什么跳过本人发现</source>
        <translation>Why their own list is skipped</translation>
    </message>
    <message>
        <source>为谁</source>
        <translation>For</translation>
    </message>
    <message>
        <source>主管</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>主管个人占比</source>
        <translation>Supervisor&apos;s share</translation>
    </message>
    <message>
        <source>主管个人赢单收入 / 团队赢单收入(含主管);超过 20%(可设置)时提醒。</source>
        <translation>Won revenue of the supervisor / won revenue of the team (supervisor included); warned above 20 % (a setting).</translation>
    </message>
    <message>
        <source>主管编号</source>
        <translation>Manager ID</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>之前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>之后</source>
        <translation>After</translation>
    </message>
    <message>
        <source>之后的改动</source>
        <translation>Changed since</translation>
    </message>
    <message>
        <source>乘以 {n}</source>
        <translation>times {n}</translation>
    </message>
    <message>
        <source>也可以把一个 Excel 表格(插入 → 表格)命名为清单名,按标题填;标题写“赢单收入(万元)”就按万填</source>
        <translation>Or name an Excel table (Insert → Table) after a list: it is filled by its headings; a heading such as “Won revenue (K)” is filled in thousands</translation>
    </message>
    <message>
        <source>了结</source>
        <translation>Settle</translation>
    </message>
    <message>
        <source>了结日期</source>
        <translation>Settled on</translation>
    </message>
    <message>
        <source>了结的日期在事发那天和今天之间。</source>
        <translation>It was settled between the day it happened and today.</translation>
    </message>
    <message>
        <source>五个问题的回答哪天从什么改成了什么</source>
        <translation>On which day the answer to one of the five questions changed from what to what</translation>
    </message>
    <message>
        <source>五步循环</source>
        <translation>Loop board</translation>
    </message>
    <message>
        <source>五问没有全答“是”</source>
        <translation>not all five answered yes</translation>
    </message>
    <message>
        <source>五问都答了“是”。</source>
        <translation>All five questions are answered yes.</translation>
    </message>
    <message>
        <source>五问里答“是”的</source>
        <translation>Of the five questions, answered yes</translation>
    </message>
    <message>
        <source>产品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>产品不匹配</source>
        <translation>Product fit</translation>
    </message>
    <message>
        <source>产品和目录价</source>
        <translation>Products and list prices</translation>
    </message>
    <message>
        <source>产品目录</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>产品编号</source>
        <translation>Product ID</translation>
    </message>
    <message>
        <source>产品表</source>
        <translation>products</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>人员合计</source>
        <translation>Sum of people</translation>
    </message>
    <message>
        <source>人员目标之和</source>
        <translation>Sum of the people&apos;s targets</translation>
    </message>
    <message>
        <source>人员目标之和是 {amount}</source>
        <translation>Sum of the people&apos;s targets: {amount}</translation>
    </message>
    <message>
        <source>人员编号</source>
        <translation>Person ID</translation>
    </message>
    <message>
        <source>人员表</source>
        <translation>people</translation>
    </message>
    <message>
        <source>人员邮箱</source>
        <translation>Person&apos;s e-mail</translation>
    </message>
    <message>
        <source>人和团队只有本周期的数字,没有“.{variant}”</source>
        <translation>People and teams have this cycle&apos;s figures only, no “.{variant}”</translation>
    </message>
    <message>
        <source>人效</source>
        <translation>Revenue per head</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>什么事</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>什么时候导入了什么文件,每次的报告是一个文件(JSON)</source>
        <translation>What was imported when; each report is a file of its own (JSON)</translation>
    </message>
    <message>
        <source>什么都没有写入:{why}</source>
        <translation>Nothing was written: {why}</translation>
    </message>
    <message>
        <source>仅 {name}</source>
        <translation>Only {name}</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>今天 {n} 个承诺到期</source>
        <translation>{n} promise due today|{n} promises due today</translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>今天提出</source>
        <translation>Asked today</translation>
    </message>
    <message>
        <source>今天没有到期的事。</source>
        <translation>Nothing is due today.</translation>
    </message>
    <message>
        <source>今天要兑现</source>
        <translation>To be kept today</translation>
    </message>
    <message>
        <source>今天跟进</source>
        <translation>Check in today</translation>
    </message>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>从 Excel 复制商机(名称或编号)、日期、金额三列,再粘贴。</source>
        <translation>Copy three columns from Excel - deal (name or number), date, amount - and paste.</translation>
    </message>
    <message>
        <source>从 Excel 粘贴</source>
        <translation>Paste from Excel</translation>
    </message>
    <message>
        <source>从内容看</source>
        <translation>By content</translation>
    </message>
    <message>
        <source>从内容看 {share}</source>
        <translation>By content {share}</translation>
    </message>
    <message>
        <source>从内容看,有 {n} 列可能是:{names}。</source>
        <translation>By their content, {n} column may be: {names}.|By their content, {n} columns may be: {names}.</translation>
    </message>
    <message>
        <source>从列表里选,或写一个驾驶舱里已有的人。</source>
        <translation>Choose from the list, or write somebody who is in the cockpit.</translation>
    </message>
    <message>
        <source>从列表里选一个。</source>
        <translation>Choose one from the list.</translation>
    </message>
    <message>
        <source>从列表里选一个产品。</source>
        <translation>Choose a product from the list.</translation>
    </message>
    <message>
        <source>从列表里选一个团队;从读回那天起算。</source>
        <translation>Choose a team from the list; it counts from the day you read the file back.</translation>
    </message>
    <message>
        <source>从列表里选衡量这个动作的指标。约定之后不再改。</source>
        <translation>Choose the metric that measures this action. Once agreed it stands.</translation>
    </message>
    <message>
        <source>从列表里选这个商机所在流程的阶段。改成赢单或丢单时,把成交日期也填上。</source>
        <translation>Choose a stage of this deal&apos;s pipeline. When you make it won or lost, enter the closing day as well.</translation>
    </message>
    <message>
        <source>从创建到赢单的天数,中位数</source>
        <translation>Days from creation to winning, median</translation>
    </message>
    <message>
        <source>从哪个部门切入</source>
        <translation>Which department did we enter by?</translation>
    </message>
    <message>
        <source>从哪天日终</source>
        <translation>From the end of which day</translation>
    </message>
    <message>
        <source>从哪天起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>从星期一</source>
        <translation>Week from Monday</translation>
    </message>
    <message>
        <source>从没动过的商机</source>
        <translation>Deals that never moved</translation>
    </message>
    <message>
        <source>从没有换过阶段</source>
        <translation>Never changed its stage</translation>
    </message>
    <message>
        <source>从这天起的成交和回款按它折算;{missing} 为没有</source>
        <translation>What is closed or paid from this day on is exchanged by it; {missing}: none</translation>
    </message>
    <message>
        <source>从进入到走到后面的阶段或赢单,中位 {days} 天(n={n})。</source>
        <translation>From entering to a later stage or a win: median {days} days (n={n}).</translation>
    </message>
    <message>
        <source>他的业绩和管道只算进全部团队,各团队之和小于全部。</source>
        <translation>Their results and pipeline count for the whole only: the teams add up to less.</translation>
    </message>
    <message>
        <source>以 = + - @ 开头的文字前面加了一个撇号 &apos;,免得被表格软件当成公式;驾驶舱读回时会去掉它。</source>
        <translation>Text that begins with = + - @ has an apostrophe &apos; in front, so that no spreadsheet takes it for a formula; the cockpit drops it when it reads the file back.</translation>
    </message>
    <message>
        <source>以前的导入</source>
        <translation>Earlier imports</translation>
    </message>
    <message>
        <source>以前还有 {n} 个没解决</source>
        <translation>{n} older one not settled|{n} older ones not settled</translation>
    </message>
    <message>
        <source>以后的几周还计划了 {n} 次</source>
        <translation>Weeks to come: {n} planned</translation>
    </message>
    <message>
        <source>价值传递</source>
        <translation>Conveying value</translation>
    </message>
    <message>
        <source>价格</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>价格守住</source>
        <translation>Price held</translation>
    </message>
    <message>
        <source>价格守住 {share}</source>
        <translation>{share} of the price held</translation>
    </message>
    <message>
        <source>价格守住 · {name}</source>
        <translation>Price held · {name}</translation>
    </message>
    <message>
        <source>价格守住了多少</source>
        <translation>How much of the price was held</translation>
    </message>
    <message>
        <source>会议</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>你做孔雀加猫头鹰:热络着谈,定的事都要数字和日期。</source>
        <translation>Be a peacock-owl: keep it warm, but whatever is decided needs a number and a date.</translation>
    </message>
    <message>
        <source>你做孔雀加老虎:先夸一句,马上说重点,到点就收。</source>
        <translation>Be a peacock-tiger: praise first, straight to the point, stop on time.</translation>
    </message>
    <message>
        <source>你做孔雀加考拉:让对方讲够,你少讲,帮着收成几条。</source>
        <translation>Be a peacock-koala: let them talk, talk less yourself, help sum it up.</translation>
    </message>
    <message>
        <source>你定的</source>
        <translation>Set by you</translation>
    </message>
    <message>
        <source>你的更准</source>
        <translation>Yours is closer</translation>
    </message>
    <message>
        <source>你的经验值</source>
        <translation>Your value</translation>
    </message>
    <message>
        <source>使用人</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>使用的日子</source>
        <translation>Days of use</translation>
    </message>
    <message>
        <source>例如</source>
        <translation>For example</translation>
    </message>
    <message>
        <source>例如 1.2</source>
        <translation>e.g. 1.2</translation>
    </message>
    <message>
        <source>例如 10-31;比较的是这一天结束时的样子</source>
        <translation>For example 10-31; what is compared is how things stood at the end of the day</translation>
    </message>
    <message>
        <source>例如 11-24</source>
        <translation>e.g. 11-24</translation>
    </message>
    <message>
        <source>例如 12 天</source>
        <translation>e.g. 12</translation>
    </message>
    <message>
        <source>例如 12-31 或 +3</source>
        <translation>e.g. 12-31 or +3</translation>
    </message>
    <message>
        <source>例如 12万</source>
        <translation>e.g. 120k</translation>
    </message>
    <message>
        <source>例如 300 万</source>
        <translation>e.g. 300K</translation>
    </message>
    <message>
        <source>例如 4</source>
        <translation>e.g. 4</translation>
    </message>
    <message>
        <source>例如 40 %</source>
        <translation>e.g. 40 %</translation>
    </message>
    <message>
        <source>例如 8</source>
        <translation>e.g. 8</translation>
    </message>
    <message>
        <source>例如:本人休假,已电话沟通</source>
        <translation>e.g. on leave, talked by phone</translation>
    </message>
    <message>
        <source>例如:本人休假,已电话沟通。</source>
        <translation>For example: on leave, talked by phone.</translation>
    </message>
    <message>
        <source>例如:李雯 上门 华信 决策人 聊了报价 跟@周五</source>
        <translation>For example: Anna visited Acme, decision maker, talked about the quote, f/u @fri</translation>
    </message>
    <message>
        <source>例如:约 CIO 见面 @周五</source>
        <translation>e.g. meet the CIO @friday</translation>
    </message>
    <message>
        <source>例如:补录一单漏掉的合同</source>
        <translation>E.g. a contract that was missed</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>依据:凭什么这样说</source>
        <translation>Evidence: what it rests on</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保存修改</source>
        <translation>Save changes</translation>
    </message>
    <message>
        <source>保存图片</source>
        <translation>Save picture</translation>
    </message>
    <message>
        <source>保存图片…</source>
        <translation>Save picture…</translation>
    </message>
    <message>
        <source>保存时间</source>
        <translation>Saved at</translation>
    </message>
    <message>
        <source>保存汇率</source>
        <translation>Save rate</translation>
    </message>
    <message>
        <source>修改 {name}</source>
        <translation>Edit {name}</translation>
    </message>
    <message>
        <source>修改 {name} 的阶段</source>
        <translation>Edit the stages of {name}</translation>
    </message>
    <message>
        <source>修改 {n} 个商机</source>
        <translation>Edit {n} deal|Edit {n} deals</translation>
    </message>
    <message>
        <source>修改 {n} 个客户</source>
        <translation>Edit {n} account|Edit {n} accounts</translation>
    </message>
    <message>
        <source>修改一次{kind}</source>
        <translation>Change: {kind}</translation>
    </message>
    <message>
        <source>修改团队 {name}</source>
        <translation>Edit team {name}</translation>
    </message>
    <message>
        <source>修改支援:{text}</source>
        <translation>Edit support: {text}</translation>
    </message>
    <message>
        <source>修改改进动作:{text}</source>
        <translation>Edit action: {text}</translation>
    </message>
    <message>
        <source>修改问题:{text}</source>
        <translation>Edit problem: {text}</translation>
    </message>
    <message>
        <source>倍数</source>
        <translation>Ratio</translation>
    </message>
    <message>
        <source>值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>值得注意</source>
        <translation>Worth a look</translation>
    </message>
    <message>
        <source>做了 {n} 次</source>
        <translation>{n} done</translation>
    </message>
    <message>
        <source>做了多少</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>做什么</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>停止导出</source>
        <translation>Stop the export</translation>
    </message>
    <message>
        <source>停滞</source>
        <translation>Stalled</translation>
    </message>
    <message>
        <source>停滞:在“{stage}”{days}</source>
        <translation>Stalled: {days} in “{stage}”</translation>
    </message>
    <message>
        <source>停滞且从未换过阶段的商机</source>
        <translation>Stalled deals that never changed stage</translation>
    </message>
    <message>
        <source>停滞商机</source>
        <translation>Stalled deals</translation>
    </message>
    <message>
        <source>停滞商机数</source>
        <translation>Stalled deals</translation>
    </message>
    <message>
        <source>停滞的商机</source>
        <translation>Stalled deals</translation>
    </message>
    <message>
        <source>停留</source>
        <translation>In stage</translation>
    </message>
    <message>
        <source>停留 / 期限</source>
        <translation>In stage / limit</translation>
    </message>
    <message>
        <source>停留上限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>停留天数</source>
        <translation>Days in stage</translation>
    </message>
    <message>
        <source>停留天数不能是负数。</source>
        <translation>A limit in days cannot be negative.</translation>
    </message>
    <message>
        <source>停留天数超过所在阶段的限期。</source>
        <translation>Longer in their stage than its limit allows.</translation>
    </message>
    <message>
        <source>停留限期(天)</source>
        <translation>Stage limit (days)</translation>
    </message>
    <message>
        <source>像是重复的商机</source>
        <translation>Deals that look alike</translation>
    </message>
    <message>
        <source>先不关</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>先去找问题</source>
        <translation>Look for problems first</translation>
    </message>
    <message>
        <source>先听,少说;说「我们」,失败说「我」,成功说「你」。</source>
        <translation>Listen first, talk little; say “we”, “I” for failures and “you” for successes.</translation>
    </message>
    <message>
        <source>先听本人说。</source>
        <translation>Hear the person first.</translation>
    </message>
    <message>
        <source>先听本人说。本人记下一条后,这里打开。</source>
        <translation>The person speaks first. This list opens once they have named a problem.</translation>
    </message>
    <message>
        <source>先在“一单五问”或商机旁边补上。</source>
        <translation>Add it on the page of the five questions or beside the deal first.</translation>
    </message>
    <message>
        <source>先备份,再用最近的好备份恢复。</source>
        <translation>Back up first, then restore the last good backup.</translation>
    </message>
    <message>
        <source>先定三件事,一件一件谈完;别铺背景。</source>
        <translation>Agree on three topics and finish them one by one; skip the background.</translation>
    </message>
    <message>
        <source>先导入一份文件,或检查路径。</source>
        <translation>Import a file first, or check the path.</translation>
    </message>
    <message>
        <source>先把它约定下来。</source>
        <translation>Agree on it first.</translation>
    </message>
    <message>
        <source>先把它重新拿起来。</source>
        <translation>Take it up again first.</translation>
    </message>
    <message>
        <source>先改它的阶段。</source>
        <translation>Change its stage first.</translation>
    </message>
    <message>
        <source>先添加人员,再为每个人设目标。</source>
        <translation>Add people first, then set a target for each.</translation>
    </message>
    <message>
        <source>先用这个版本的驾驶舱打开一次,让它升级。</source>
        <translation>Open it once with this cockpit, which upgrades it.</translation>
    </message>
    <message>
        <source>先结束正在进行的面谈</source>
        <translation>Another one-on-one is running</translation>
    </message>
    <message>
        <source>先结论,给两个选项,让对方选,当场定日期。</source>
        <translation>Conclusion first; give two options, let them choose, fix the date on the spot.</translation>
    </message>
    <message>
        <source>先行指标</source>
        <translation>Leading figures</translation>
    </message>
    <message>
        <source>先行指标,按人</source>
        <translation>Leading figures by person</translation>
    </message>
    <message>
        <source>先解压,再导入里面的文件。</source>
        <translation>Unpack it, then import the files inside.</translation>
    </message>
    <message>
        <source>先选指标</source>
        <translation>Choose a metric first</translation>
    </message>
    <message>
        <source>先问近况,再说一件事;语气放缓。</source>
        <translation>Ask how they are, then raise one thing; slow down.</translation>
    </message>
    <message>
        <source>兑现</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>入职</source>
        <translation>Hired</translation>
    </message>
    <message>
        <source>入职日</source>
        <translation>Hired on</translation>
    </message>
    <message>
        <source>入职日期</source>
        <translation>Hired</translation>
    </message>
    <message>
        <source>全年</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>全用文件里的</source>
        <translation>Take the file everywhere</translation>
    </message>
    <message>
        <source>全留驾驶舱里的</source>
        <translation>Keep the cockpit everywhere</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>全部 {n} 个商机</source>
        <translation>The {n} deal|All {n} deals</translation>
    </message>
    <message>
        <source>全部 {n} 单</source>
        <translation>All {n} deals</translation>
    </message>
    <message>
        <source>全部 {n} 项</source>
        <translation>All {n}</translation>
    </message>
    <message>
        <source>全部区域</source>
        <translation>All regions</translation>
    </message>
    <message>
        <source>全部变化</source>
        <translation>All changes</translation>
    </message>
    <message>
        <source>全部商机,在手的、赢的和丢的</source>
        <translation>All deals: open, won and lost</translation>
    </message>
    <message>
        <source>全部团队</source>
        <translation>Whole team</translation>
    </message>
    <message>
        <source>全部团队、团队和个人的月度目标</source>
        <translation>Monthly targets of the whole team, of teams and of people</translation>
    </message>
    <message>
        <source>全部状态</source>
        <translation>Any status</translation>
    </message>
    <message>
        <source>全部级别</source>
        <translation>All tiers</translation>
    </message>
    <message>
        <source>全部行业</source>
        <translation>All sectors</translation>
    </message>
    <message>
        <source>全部负责人</source>
        <translation>All owners</translation>
    </message>
    <message>
        <source>全部赢单 {share}(n = {n})</source>
        <translation>All won deals {share} (n = {n})</translation>
    </message>
    <message>
        <source>全部重点商机</source>
        <translation>Major deals</translation>
    </message>
    <message>
        <source>全部阶段</source>
        <translation>All stages</translation>
    </message>
    <message>
        <source>全队</source>
        <translation>Whole team</translation>
    </message>
    <message>
        <source>公式没有算出的值,请在 Excel 里打开并保存一次再导入</source>
        <translation>The formula has no calculated value; open and save the file in Excel, then import it again</translation>
    </message>
    <message>
        <source>共 {n} 个</source>
        <translation>{n} in all</translation>
    </message>
    <message>
        <source>共记下 {n} 条</source>
        <translation>of {n} recorded</translation>
    </message>
    <message>
        <source>关于“{deal}”,把谈到的记在这里:</source>
        <translation>About “{deal}”, this is what we talked about:</translation>
    </message>
    <message>
        <source>关于“{deal}”:</source>
        <translation>About “{deal}”:</translation>
    </message>
    <message>
        <source>关于这份复盘</source>
        <translation>About this review</translation>
    </message>
    <message>
        <source>关单数</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>关单日</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>关单日在周期内的丢单数。</source>
        <translation>Deals lost with a close date in the cycle.</translation>
    </message>
    <message>
        <source>关单日在周期内的赢单数。</source>
        <translation>Deals won with a close date in the cycle.</translation>
    </message>
    <message>
        <source>关单日在周期内的赢单金额之和;只用商机自己的金额,不用目录价估算。</source>
        <translation>Sum of the amounts of deals won with a close date in the cycle; own amounts only, no list prices.</translation>
    </message>
    <message>
        <source>关系不到位</source>
        <translation>Relationship</translation>
    </message>
    <message>
        <source>关系突破</source>
        <translation>Relationship</translation>
    </message>
    <message>
        <source>关账</source>
        <translation>Cycle closings</translation>
    </message>
    <message>
        <source>关账 {month}</source>
        <translation>Close {month}</translation>
    </message>
    <message>
        <source>关账…</source>
        <translation>Close cycle…</translation>
    </message>
    <message>
        <source>关账把每个范围的全部指标冻结下来,以后的改动不再影响它们。没了结的事自己带入下个周期。</source>
        <translation>Closing freezes every figure of every scope; later changes no longer touch them. What is unfinished carries over by itself.</translation>
    </message>
    <message>
        <source>关账时的整份复盘,每种语言一个文件(JSON)</source>
        <translation>The whole review as it was when its cycle was closed, one file per language (JSON)</translation>
    </message>
    <message>
        <source>关账时的每个数字(金额以元为单位,比例是小数)</source>
        <translation>Every figure as it was when its cycle was closed (amounts in units of the currency, shares as fractions)</translation>
    </message>
    <message>
        <source>关账时间</source>
        <translation>Closed at</translation>
    </message>
    <message>
        <source>关账编号</source>
        <translation>Closing ID</translation>
    </message>
    <message>
        <source>关键动作</source>
        <translation>Key actions</translation>
    </message>
    <message>
        <source>关键动作计划</source>
        <translation>Key-action plans</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>关闭 {closed} 单,在手 {open} 单</source>
        <translation>{closed} closed, {open} open</translation>
    </message>
    <message>
        <source>关闭 {n} 单:赢 {won},丢 {lost}</source>
        <translation>{n} deal closed: {won} won, {lost} lost|{n} deals closed: {won} won, {lost} lost</translation>
    </message>
    <message>
        <source>关闭的 {n} 单还太少:一种动作,有和没有的各要 {enough} 单才比得出来。</source>
        <translation>{n} closed deal is too few: comparing an action takes {enough} deals with it and {enough} without.|{n} closed deals are too few: comparing an action takes {enough} deals with it and {enough} without.</translation>
    </message>
    <message>
        <source>关闭的 {n} 单都没有跟进记录。导入跟进记录(方式、见了谁),这里就看得出哪些动作和赢单一起出现。</source>
        <translation>The {n} closed deal has no activities. Import activities (kind, who was met) to see which actions go with winning.|None of the {n} closed deals has activities. Import activities (kind, who was met) to see which actions go with winning.</translation>
    </message>
    <message>
        <source>关闭那个程序(同步盘、杀毒软件)后再试。</source>
        <translation>Close that program (a sync folder, a virus scanner) and try again.</translation>
    </message>
    <message>
        <source>其中 {amount} 按目录价估算</source>
        <translation>{amount} of it estimated from list prices</translation>
    </message>
    <message>
        <source>其中 {amount} 按目录价估算。</source>
        <translation>{amount} of it is estimated from list prices.</translation>
    </message>
    <message>
        <source>其中 {n} 单是其他币种,按汇率折算</source>
        <translation>among them {n} deal in another currency, exchanged at its rate|among them {n} deals in other currencies, exchanged at their rates</translation>
    </message>
    <message>
        <source>其中 {n} 笔没有对应商机</source>
        <translation>{n} payment without a deal|{n} payments without a deal</translation>
    </message>
    <message>
        <source>其中按目录价</source>
        <translation>At list price</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>其他原因</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>其他原因的原话</source>
        <translation>Other, in own words</translation>
    </message>
    <message>
        <source>其他原因还有 {n} 种说法</source>
        <translation>{n} more wording among the others|{n} more wordings among the others</translation>
    </message>
    <message>
        <source>其他币种折成本位币:一百万单位等于多少本位币</source>
        <translation>Other currencies in the store&apos;s: what a million units are worth</translation>
    </message>
    <message>
        <source>其他形式…</source>
        <translation>Other formats…</translation>
    </message>
    <message>
        <source>其他部门</source>
        <translation>Others</translation>
    </message>
    <message>
        <source>其他部门覆盖了没有</source>
        <translation>Other departments covered?</translation>
    </message>
    <message>
        <source>其余 {n} 类</source>
        <translation>Other ({n} kinds)</translation>
    </message>
    <message>
        <source>其余的见各页</source>
        <translation>More on the other sheets</translation>
    </message>
    <message>
        <source>具体、做得到、数得出,例如:每周约 2 家新客户首访</source>
        <translation>Specific, doable, countable, e.g. 2 first visits to new customers a week</translation>
    </message>
    <message>
        <source>典型周期(天)</source>
        <translation>Typical cycle (days)</translation>
    </message>
    <message>
        <source>典型周期天数</source>
        <translation>Typical cycle (days)</translation>
    </message>
    <message>
        <source>典型周期是大于 0 的整天数。</source>
        <translation>A typical cycle is a whole number of days above 0.</translation>
    </message>
    <message>
        <source>典型周期要大于 0 天。</source>
        <translation>A typical cycle is longer than 0 days.</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>内容:{note}</source>
        <translation>Note: {note}</translation>
    </message>
    <message>
        <source>内部资源</source>
        <translation>Internal</translation>
    </message>
    <message>
        <source>写 0 到 {most} 的整数。</source>
        <translation>Write a whole number from 0 to {most}.</translation>
    </message>
    <message>
        <source>写 1 单位外币等于多少本币,例如 7.1234;最多六位小数。</source>
        <translation>Write what one unit is worth, e.g. 7.1234.</translation>
    </message>
    <message>
        <source>写 USD、EUR、HKD 这样的三个字母。</source>
        <translation>Write three letters such as USD, EUR or HKD.</translation>
    </message>
    <message>
        <source>写一句再保存。</source>
        <translation>Write a sentence, then save.</translation>
    </message>
    <message>
        <source>写一句再继续。</source>
        <translation>Write a sentence, then go on.</translation>
    </message>
    <message>
        <source>写一句提示或表扬。</source>
        <translation>Write a hint or a praise.</translation>
    </message>
    <message>
        <source>写上年份,例如 2026</source>
        <translation>Enter the year, e.g. 2026</translation>
    </message>
    <message>
        <source>写上是谁的目标</source>
        <translation>Enter whose target it is</translation>
    </message>
    <message>
        <source>写上责任人</source>
        <translation>Enter an owner</translation>
    </message>
    <message>
        <source>写下发生了什么,再记。</source>
        <translation>Write what happened first.</translation>
    </message>
    <message>
        <source>写了下一步,日期已过</source>
        <translation>A next step is written down, and its day has passed</translation>
    </message>
    <message>
        <source>写了原因的 {n} 单里,因价格丢 {price} 单({share});其余 {rest} 单不是因为价格。</source>
        <translation>Of {n} deal with a reason, lost on price: {price} ({share}); for other reasons: {rest}.|Of {n} deals with a reason, lost on price: {price} ({share}); for other reasons: {rest}.</translation>
    </message>
    <message>
        <source>写了原因的丢单里,{share} 因为价格。</source>
        <translation>{share} of the lost deals with a reason were lost on price.</translation>
    </message>
    <message>
        <source>写在一行里,这一行就按人重复;准备几行都可以,多出来的行照最后一行的样子加</source>
        <translation>Written in a row, the row is repeated for each person; prepare as many rows as you like, further ones look like the last</translation>
    </message>
    <message>
        <source>写成 12-31、2026-12-31、周五或 +3。</source>
        <translation>Write 12-31, 2026-12-31, Friday or +3.</translation>
    </message>
    <message>
        <source>写成 12万、1,200 或 120000,不带表头和名字,再试一次。</source>
        <translation>Write 120k, 1,200 or 120000, without headings and names, and try again.</translation>
    </message>
    <message>
        <source>写成 12万、1,200 或 120000;退款写负数。</source>
        <translation>Write 120K, 1,200 or 120000; a refund as a negative.</translation>
    </message>
    <message>
        <source>写成 12万、1,200 或 120000。</source>
        <translation>Write 120k, 1,200 or 120000.</translation>
    </message>
    <message>
        <source>写成一个 Excel 工作簿 (Ctrl+E)</source>
        <translation>Write an Excel workbook (Ctrl+E)</translation>
    </message>
    <message>
        <source>写明做什么</source>
        <translation>what is to be done</translation>
    </message>
    <message>
        <source>写明红线是怎么了结的。</source>
        <translation>Say how the red line was settled.</translation>
    </message>
    <message>
        <source>写法</source>
        <translation>Notation</translation>
    </message>
    <message>
        <source>写法相近 {share}</source>
        <translation>Similar spelling {share}</translation>
    </message>
    <message>
        <source>写跟进邮件…</source>
        <translation>Write follow-up mail…</translation>
    </message>
    <message>
        <source>写进工作簿的总览页</source>
        <translation>Goes onto the workbook&apos;s summary</translation>
    </message>
    <message>
        <source>冲刺</source>
        <translation>Stretch</translation>
    </message>
    <message>
        <source>决策人</source>
        <translation>Decision maker</translation>
    </message>
    <message>
        <source>冻结并关账</source>
        <translation>Freeze and close</translation>
    </message>
    <message>
        <source>冻结时</source>
        <translation>Frozen</translation>
    </message>
    <message>
        <source>冻结的复盘</source>
        <translation>Frozen reviews</translation>
    </message>
    <message>
        <source>冻结的数字</source>
        <translation>Frozen figures</translation>
    </message>
    <message>
        <source>冻结的数字留在记录里;重新打开的原因会一直写在这个周期旁边。</source>
        <translation>The frozen figures stay on record; the reason for reopening stays beside this cycle.</translation>
    </message>
    <message>
        <source>冻结的赢单收入是 {won};这里是按现在的数据算的。</source>
        <translation>Won revenue was frozen at {won}; the figures here are computed from the data as they are now.</translation>
    </message>
    <message>
        <source>净变化</source>
        <translation>Net change</translation>
    </message>
    <message>
        <source>准确率</source>
        <translation>Accuracy</translation>
    </message>
    <message>
        <source>几处</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>分不清哪个是年哪个是日,请把年份写成四位</source>
        <translation>Year and day cannot be told apart; write the year with four digits</translation>
    </message>
    <message>
        <source>分不清哪个是月哪个是日,请改成 2026-03-05 这样的写法</source>
        <translation>day and month cannot be told apart; write it as 2026-03-05</translation>
    </message>
    <message>
        <source>分不清点号是千位还是小数,请写成 1,234 或 1234.00</source>
        <translation>the point may separate thousands or decimals; write 1,234 or 1234.00</translation>
    </message>
    <message>
        <source>分不清的行</source>
        <translation>Rows that cannot be told apart</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>切入口</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>切入部门</source>
        <translation>Entry department</translation>
    </message>
    <message>
        <source>划掉</source>
        <translation>Removed at</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>列出 {n} 单,共 {count} 单。</source>
        <translation> {n} of {count} are listed.</translation>
    </message>
    <message>
        <source>列名“{heading}”只写了币种,这一列是金额</source>
        <translation>The heading “{heading}” only names a currency: this column is the amount</translation>
    </message>
    <message>
        <source>列名“{heading}”和“{known}”很像</source>
        <translation>“{heading}” is close to “{known}”</translation>
    </message>
    <message>
        <source>列名“{heading}”就是这个字段的叫法</source>
        <translation>“{heading}” is a usual name for this field</translation>
    </message>
    <message>
        <source>列名“{heading}”是“{known}”的拼音</source>
        <translation>“{heading}” is “{known}” in pinyin</translation>
    </message>
    <message>
        <source>列名“{heading}”说得不全,这一列的内容和别的列一起看是这个意思</source>
        <translation>The heading “{heading}” does not say it all; its cells and the other columns mean this</translation>
    </message>
    <message>
        <source>列名“{heading}”里的词合起来就是这个意思</source>
        <translation>The words in “{heading}” add up to this</translation>
    </message>
    <message>
        <source>列名是目标所属的月份</source>
        <translation>The heading is the month of the target</translation>
    </message>
    <message>
        <source>列名认不出来</source>
        <translation>Heading not recognised</translation>
    </message>
    <message>
        <source>创建</source>
        <translation>Created</translation>
    </message>
    <message>
        <source>创建 → 成交</source>
        <translation>Created → closed</translation>
    </message>
    <message>
        <source>创建日</source>
        <translation>Created</translation>
    </message>
    <message>
        <source>创建日期</source>
        <translation>Created</translation>
    </message>
    <message>
        <source>创建至今</source>
        <translation>Since created</translation>
    </message>
    <message>
        <source>初步接触</source>
        <translation>First contact</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>删除 {currency} 的一个汇率</source>
        <translation>Delete a rate of {currency}</translation>
    </message>
    <message>
        <source>删除 {day} 的回款</source>
        <translation>Remove the payment of {day}</translation>
    </message>
    <message>
        <source>删除 {name} 的红线记录</source>
        <translation>Delete a red line of {name}</translation>
    </message>
    <message>
        <source>删除一次{kind}</source>
        <translation>Delete: {kind}</translation>
    </message>
    <message>
        <source>删除一笔回款</source>
        <translation>Payment removed</translation>
    </message>
    <message>
        <source>删除了的行不在里面;撤销记录也不在里面。</source>
        <translation>Deleted rows are not included; nor is the undo history.</translation>
    </message>
    <message>
        <source>删除多余的空行、数据表和图片,再另存一份。</source>
        <translation>Delete spare rows, sheets and pictures, and save a copy.</translation>
    </message>
    <message>
        <source>删除支援:{text}</source>
        <translation>Delete support: {text}</translation>
    </message>
    <message>
        <source>删除改进动作:{text}</source>
        <translation>Delete action: {text}</translation>
    </message>
    <message>
        <source>删除标记</source>
        <translation>Deleted flag</translation>
    </message>
    <message>
        <source>删除表格右边和下面多余的空行空列,或分成几个文件再导入。</source>
        <translation>Delete the empty rows and columns beside and below the table, or split it into several files.</translation>
    </message>
    <message>
        <source>删除记录</source>
        <translation>Delete record</translation>
    </message>
    <message>
        <source>删除问题:{text}</source>
        <translation>Delete problem: {text}</translation>
    </message>
    <message>
        <source>判断</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>判断日期</source>
        <translation>Judged on</translation>
    </message>
    <message>
        <source>到</source>
        <translation>To</translation>
    </message>
    <message>
        <source>到 {day} 的赢单</source>
        <translation>Won by {day}</translation>
    </message>
    <message>
        <source>到 {day} 还没有记录过商机,当时没有预测</source>
        <translation>No deal was recorded by {day}, so there was no forecast</translation>
    </message>
    <message>
        <source>到“待修数据”里看“金额大得不合理”的商机,改好或撤销那次导入。</source>
        <translation>See “Amount too large to be true” under “Data to mend”; mend those deals, or undo that import.</translation>
    </message>
    <message>
        <source>到下个周期再看。</source>
        <translation>Look at it in the next cycle.</translation>
    </message>
    <message>
        <source>到下个周期验证它。</source>
        <translation>Judge it in the next cycle.</translation>
    </message>
    <message>
        <source>到了目标值</source>
        <translation>the target is reached</translation>
    </message>
    <message>
        <source>到哪天日终</source>
        <translation>To the end of which day</translation>
    </message>
    <message>
        <source>到期</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>到期日</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>到本周</source>
        <translation>To date</translation>
    </message>
    <message>
        <source>到本周期为止的 12 个周期</source>
        <translation>The 12 cycles up to this one</translation>
    </message>
    <message>
        <source>到第 {n} 个工作日赢单 {won}</source>
        <translation>Won {won} by working day {n}</translation>
    </message>
    <message>
        <source>刷新页面再试。</source>
        <translation>Reload the page and try again.</translation>
    </message>
    <message>
        <source>前 3 个周期没有赢单</source>
        <translation>No deal won in the 3 cycles before</translation>
    </message>
    <message>
        <source>前 3 个周期的赢单都在创建当天关单</source>
        <translation>All deals won in the 3 cycles before closed on the day they were created</translation>
    </message>
    <message>
        <source>前 {shown} 单,共 {n} 单;全部在工作簿里</source>
        <translation>The first {shown} of {n} deals; all of them are in the workbook</translation>
    </message>
    <message>
        <source>前一天</source>
        <translation>Day before</translation>
    </message>
    <message>
        <source>前后变化</source>
        <translation>What changed</translation>
    </message>
    <message>
        <source>前进</source>
        <translation>Moved on</translation>
    </message>
    <message>
        <source>剪贴板里没有回款。</source>
        <translation>There are no payments on the clipboard.</translation>
    </message>
    <message>
        <source>剪贴板里没有表格。</source>
        <translation>There is no table on the clipboard.</translation>
    </message>
    <message>
        <source>办完</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>办完:{text}</source>
        <translation>Done: {text}</translation>
    </message>
    <message>
        <source>加权预测</source>
        <translation>Weighted forecast</translation>
    </message>
    <message>
        <source>加权预测用</source>
        <translation>Weighted forecast by</translation>
    </message>
    <message>
        <source>动作</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>勿扰中:会后再提醒</source>
        <translation>Quiet: reminders after the meeting</translation>
    </message>
    <message>
        <source>区域</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>区间 {low}–{high}</source>
        <translation>{low}–{high}</translation>
    </message>
    <message>
        <source>区间上端</source>
        <translation>High end</translation>
    </message>
    <message>
        <source>区间下端</source>
        <translation>Low end</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>单元格里只有一个占位符时,填进去的是真正的数字或日期,用单元格自己的格式;和别的字写在一起时,填进去的是文字。</source>
        <translation>A cell that holds nothing but one placeholder gets a real number or date in the cell&apos;s own format; among other words it becomes text.</translation>
    </message>
    <message>
        <source>单数</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>单数 · 金额</source>
        <translation>deals · amount</translation>
    </message>
    <message>
        <source>占位符</source>
        <translation>Placeholder</translation>
    </message>
    <message>
        <source>占比</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>历史上到过这一阶段、已关闭的 {n} 单里赢了 {share}(95 % 区间 {low} 到 {high})。</source>
        <translation>Of {n} closed deal that ever entered this stage {share} was won (95 % interval {low} to {high}).|Of {n} closed deals that ever entered this stage {share} were won (95 % interval {low} to {high}).</translation>
    </message>
    <message>
        <source>历史学到</source>
        <translation>Learned</translation>
    </message>
    <message>
        <source>历史赢单占比</source>
        <translation>Won in the past</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>原来</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>原来的数据留在 {path}</source>
        <translation>What was there before is kept in {path}</translation>
    </message>
    <message>
        <source>原阶段</source>
        <translation>Former stage</translation>
    </message>
    <message>
        <source>去掉公司后缀和括号后一样</source>
        <translation>The same without company suffix and brackets</translation>
    </message>
    <message>
        <source>去掉条件:{name}</source>
        <translation>Remove filter: {name}</translation>
    </message>
    <message>
        <source>去掉标记</source>
        <translation>Remove mark</translation>
    </message>
    <message>
        <source>去掉这个条件 (Esc)</source>
        <translation>Remove this filter (Esc)</translation>
    </message>
    <message>
        <source>去看看</source>
        <translation>Take a look</translation>
    </message>
    <message>
        <source>去看看:{step}</source>
        <translation>Take a look: {step}</translation>
    </message>
    <message>
        <source>双击或 Enter 看商机</source>
        <translation>Double click or Enter opens the deal</translation>
    </message>
    <message>
        <source>反复出现</source>
        <translation>Coming back</translation>
    </message>
    <message>
        <source>发生了什么,谈定了什么</source>
        <translation>What happened, what was agreed</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>取消与{name}的面谈</source>
        <translation>Cancel one-on-one with {name}</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>变化的商机</source>
        <translation>Deals that changed</translation>
    </message>
    <message>
        <source>变大</source>
        <translation>Grown</translation>
    </message>
    <message>
        <source>变小</source>
        <translation>Shrunk</translation>
    </message>
    <message>
        <source>变更</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>变更历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>变更日期</source>
        <translation>Changed on</translation>
    </message>
    <message>
        <source>另一列已经是这个字段</source>
        <translation>Another column is this field already</translation>
    </message>
    <message>
        <source>另有 {n} 个没有金额,按标价约 {amount}</source>
        <translation>plus {n} without an amount, about {amount} by list price</translation>
    </message>
    <message>
        <source>另有 {n} 种动作一侧不足 20 单,不作比较。</source>
        <translation>{n} more action has fewer than 20 deals on one side and is not compared.|{n} more actions have fewer than 20 deals on one side and are not compared.</translation>
    </message>
    <message>
        <source>只作为上级客户出现的客户,已加入:</source>
        <translation>Accounts named only as parents, added:</translation>
    </message>
    <message>
        <source>只作为客户负责人出现的人,加入时没有团队:</source>
        <translation>People named only as account owners, added without a team:</translation>
    </message>
    <message>
        <source>只列前 {n} 个</source>
        <translation>first {n} listed</translation>
    </message>
    <message>
        <source>只在主管列里出现的人,作为主管加入:</source>
        <translation>People named only as managers, added as supervisors:</translation>
    </message>
    <message>
        <source>只在商机里出现的产品,加入时没有标价:</source>
        <translation>Products named only by deals, added without a list price:</translation>
    </message>
    <message>
        <source>只在商机里出现的客户,已加入 {n} 个。</source>
        <translation>{n} account named only by deals was added.|{n} accounts named only by deals were added.</translation>
    </message>
    <message>
        <source>只在商机里出现的负责人,加入时没有团队:</source>
        <translation>Owners named only by deals, added without a team:</translation>
    </message>
    <message>
        <source>只在跟进记录里出现的人,加入时没有团队:</source>
        <translation>People named only by activities, added without a team:</translation>
    </message>
    <message>
        <source>只在跟进记录里出现的客户,已加入:</source>
        <translation>Accounts named only by activities, added:</translation>
    </message>
    <message>
        <source>只定下次</source>
        <translation>Only set the next day</translation>
    </message>
    <message>
        <source>只对单个周期计算</source>
        <translation>Computed for single cycles only</translation>
    </message>
    <message>
        <source>只对团队计算</source>
        <translation>For teams only</translation>
    </message>
    <message>
        <source>只差空格、大小写或全角半角</source>
        <translation>They differ only by blanks, case or width</translation>
    </message>
    <message>
        <source>只提醒</source>
        <translation>Remind only</translation>
    </message>
    <message>
        <source>只新增</source>
        <translation>Add only</translation>
    </message>
    <message>
        <source>只新增,已有的不动</source>
        <translation>Add only, leave existing as they are</translation>
    </message>
    <message>
        <source>只新增:驾驶舱里已有的,没有更新:</source>
        <translation>Add only: already in the cockpit, not updated:</translation>
    </message>
    <message>
        <source>只新增:驾驶舱里已有的商机,没有更新:</source>
        <translation>Add only: deals already in the cockpit, not updated:</translation>
    </message>
    <message>
        <source>只是试算,留下之前什么都不会改</source>
        <translation>a trial: nothing changes until you keep it</translation>
    </message>
    <message>
        <source>只更新:文件里有、驾驶舱里没有的,没有新增:</source>
        <translation>Update only: in the file but not in the cockpit, not added:</translation>
    </message>
    <message>
        <source>只更新:文件里有、驾驶舱里没有的商机,没有新增:</source>
        <translation>Update only: deals in the file but not in the cockpit, not added:</translation>
    </message>
    <message>
        <source>只更新已有的</source>
        <translation>Update only</translation>
    </message>
    <message>
        <source>只更新已有的,不新增</source>
        <translation>Update existing only, add nothing</translation>
    </message>
    <message>
        <source>只有 {n} 单,只作参考</source>
        <translation>Only {n} deal: an indication|Only {n} deals: an indication</translation>
    </message>
    <message>
        <source>只有约定了的改进动作才跟进。</source>
        <translation>Only an agreed action is checked on.</translation>
    </message>
    <message>
        <source>只用这个商机的滚动记录和下一步写成,发之前看一遍。收件人空着,由你的邮件程序来填。</source>
        <translation>Written from this deal&apos;s rolling log and next step only; read it over before you send it. The receiver is left empty, for your mail program to fill in.</translation>
    </message>
    <message>
        <source>只算这个周期的日子;计划来自销售目标“新客户触达”</source>
        <translation>Days of this cycle only; the plan is the target “New touches”</translation>
    </message>
    <message>
        <source>只算进全部团队,不算任何人、任何团队的业绩和管道,所以各人之和小于全部。</source>
        <translation>Counts for the whole team only, in nobody&apos;s results or pipeline: the people add up to less than the whole.</translation>
    </message>
    <message>
        <source>只给人看的列里改过的内容没有采用:</source>
        <translation>Changes in columns that are only for reading were not taken:</translation>
    </message>
    <message>
        <source>只给自己看,遮护时不显示,从不导出</source>
        <translation>For you alone: hidden behind the shield, never exported</translation>
    </message>
    <message>
        <source>可以排序、筛选、隐藏列,也可以删掉不需要的列和行:没有的列和行,驾驶舱里保持不变。</source>
        <translation>You may sort, filter and hide columns, and delete columns and rows that you do not need: what is not here stays as it is in the cockpit.</translation>
    </message>
    <message>
        <source>可以约定</source>
        <translation>Ready to agree</translation>
    </message>
    <message>
        <source>可以结束它。</source>
        <translation>You can end it instead.</translation>
    </message>
    <message>
        <source>可以继续使用。「显示详情」里的内容不含任何业务数据,可以复制给开发者。</source>
        <translation>You can go on. The details hold no business data and can be copied to the developers.</translation>
    </message>
    <message>
        <source>可略过:结果好</source>
        <translation>May be skipped</translation>
    </message>
    <message>
        <source>可能是{name}</source>
        <translation>Maybe {name}</translation>
    </message>
    <message>
        <source>各人完成率</source>
        <translation>Attainment by person</translation>
    </message>
    <message>
        <source>各人赢单收入({unit})</source>
        <translation>Won revenue by person ({unit})</translation>
    </message>
    <message>
        <source>各周期</source>
        <translation>Cycles</translation>
    </message>
    <message>
        <source>各周期开始不久时的预测,和最后的赢单收入比</source>
        <translation>What each cycle was forecast early on, against what was won in the end</translation>
    </message>
    <message>
        <source>各团队目标之和</source>
        <translation>Sum of the teams&apos; targets</translation>
    </message>
    <message>
        <source>各月</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>各种文件的列和名字对应到什么</source>
        <translation>What the columns and names of each kind of file were taken for</translation>
    </message>
    <message>
        <source>各阶段</source>
        <translation>Stages</translation>
    </message>
    <message>
        <source>各阶段在手商机({unit})</source>
        <translation>Open pipeline by stage ({unit})</translation>
    </message>
    <message>
        <source>各页</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>同一个人的同一类问题,已有 {n} 个周期。</source>
        <translation>The same kind of problem of the same person, in {n} cycles.</translation>
    </message>
    <message>
        <source>同一个目标第 {row} 行已经写过,数字不一样;也许写着是谁的那一列没有认出来</source>
        <translation>Row {row} already sets this target to another number; perhaps the column that says whose it is was not recognised</translation>
    </message>
    <message>
        <source>同一句下一步,日期一次一次往后改。</source>
        <translation>The same next step, its day moved later again and again.</translation>
    </message>
    <message>
        <source>同时在两个团队</source>
        <translation>In two teams at once</translation>
    </message>
    <message>
        <source>名</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>名称 {pairs}</source>
        <translation>Names {pairs}</translation>
    </message>
    <message>
        <source>名称不能为空。</source>
        <translation>A name cannot be empty.</translation>
    </message>
    <message>
        <source>名称重复,和第 {row} 行相同</source>
        <translation>same name as row {row}</translation>
    </message>
    <message>
        <source>后一天</source>
        <translation>Day after</translation>
    </message>
    <message>
        <source>后来丢单</source>
        <translation>Lost since</translation>
    </message>
    <message>
        <source>后来又跟进过,不用打勾。</source>
        <translation>It was followed up since; no tick is needed.</translation>
    </message>
    <message>
        <source>后来赢单</source>
        <translation>Won since</translation>
    </message>
    <message>
        <source>后退</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>含义</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>周期</source>
        <translation>Cycle</translation>
    </message>
    <message>
        <source>周期 {first} 至 {last},截至 {as_of},金额单位 {currency}</source>
        <translation>Cycles {first} to {last}, as of {as_of}, money in {currency}</translation>
    </message>
    <message>
        <source>周期;单元格是日期格式时填这个月的第一天</source>
        <translation>The cycle; a cell with a date format gets the first day of the month</translation>
    </message>
    <message>
        <source>周期、范围、数据截至、点评</source>
        <translation>Cycle, scope, data as of, comment</translation>
    </message>
    <message>
        <source>周期什么时候关账,什么时候又打开</source>
        <translation>When cycles were closed, and opened again</translation>
    </message>
    <message>
        <source>周期内关闭的商机中赢单 / (赢单 + 丢单),附 95% 威尔逊区间。</source>
        <translation>Of deals closed in the cycle: won / (won + lost), with the 95 % Wilson interval.</translation>
    </message>
    <message>
        <source>周期内关闭的商机中赢单金额 / (赢单 + 丢单金额);没有金额的(丢单常为 0)按产品目录价估算。</source>
        <translation>Of deals closed in the cycle: amount won / amount won + lost; deals without an amount (often the lost ones) are estimated from list prices.</translation>
    </message>
    <message>
        <source>周期内到期的承诺中,在最初约定的日期当天或之前完成的占比。</source>
        <translation>Of promises due in the cycle, the share done on or before the date first agreed.</translation>
    </message>
    <message>
        <source>周期内得到首次答复的需求,从提出到答复的天数,中位数。</source>
        <translation>Days from a request to its first answer, for those answered in the cycle, median.</translation>
    </message>
    <message>
        <source>周期内新建商机中自拓的占比。</source>
        <translation>Share of self-sourced deals among those created in the cycle.</translation>
    </message>
    <message>
        <source>周期内新建的商机中到截止日已经赢单的 / 全部新建,分母含未关闭的;不是赢单率,附 95% 威尔逊区间。</source>
        <translation>Of all deals created in the cycle, the share won by the as-of day; those still open are in the denominator. Not the win rate. With its 95 % Wilson interval.</translation>
    </message>
    <message>
        <source>周期内没有人在队</source>
        <translation>Nobody was in the team in the cycle</translation>
    </message>
    <message>
        <source>周期内没有关闭的商机</source>
        <translation>No deal closed in the cycle</translation>
    </message>
    <message>
        <source>周期内没有到期的承诺</source>
        <translation>No promise due in the cycle</translation>
    </message>
    <message>
        <source>周期内没有新建商机</source>
        <translation>No deal created in the cycle</translation>
    </message>
    <message>
        <source>周期内没有答复过需求</source>
        <translation>No request answered in the cycle</translation>
    </message>
    <message>
        <source>周期内没有记录问题</source>
        <translation>No problem recorded in the cycle</translation>
    </message>
    <message>
        <source>周期内没有赢单</source>
        <translation>No deal won in the cycle</translation>
    </message>
    <message>
        <source>周期内的问题中,其改进动作在下个周期得到验证的占比。</source>
        <translation>Share of the cycle&apos;s problems whose actions were verified in the next cycle.</translation>
    </message>
    <message>
        <source>周期内赢单从创建到关单的天数,90 分位数。</source>
        <translation>Days from creation to close of deals won in the cycle, 90th percentile.</translation>
    </message>
    <message>
        <source>周期内赢单从创建到关单的天数,中位数。</source>
        <translation>Days from creation to close of deals won in the cycle, median.</translation>
    </message>
    <message>
        <source>周期内赢单从创建到关单的天数,平均值。</source>
        <translation>Days from creation to close of deals won in the cycle, mean.</translation>
    </message>
    <message>
        <source>周期内问题中由本人先提出的占比。</source>
        <translation>Share of the cycle&apos;s problems that were named by the person first.</translation>
    </message>
    <message>
        <source>周期和范围</source>
        <translation>Cycle and scope</translation>
    </message>
    <message>
        <source>周期已关账:指标是关账时冻结的数字,以后的改动不会改变它们。</source>
        <translation>The cycle is closed: figures are as frozen at closing; later changes do not touch them.</translation>
    </message>
    <message>
        <source>周期已结束,还没有关账</source>
        <translation>Cycle over, not closed yet</translation>
    </message>
    <message>
        <source>周期开始到 {day} 没有用过驾驶舱,当时没有预测</source>
        <translation>Cockpit was not used from the start of the cycle to {day}, so there was no forecast</translation>
    </message>
    <message>
        <source>周期开始前关的商机的赢单比例;不到 30 单不显示。</source>
        <translation>Share won of deals closed before the cycle; not shown below 30 deals.</translation>
    </message>
    <message>
        <source>周期开始那天的经验值,按单数平均。</source>
        <translation>Experience values at the start of the cycle, averaged over deals.</translation>
    </message>
    <message>
        <source>周期是否已关账</source>
        <translation>Whether the cycle is closed</translation>
    </message>
    <message>
        <source>周期没过完时,上周期也只数到同一天。</source>
        <translation>While the cycle runs, last cycle is counted up to its same day.</translation>
    </message>
    <message>
        <source>周期的最后一天</source>
        <translation>Last day of the cycle</translation>
    </message>
    <message>
        <source>周期的第一天</source>
        <translation>First day of the cycle</translation>
    </message>
    <message>
        <source>周期过完才知道</source>
        <translation>Known once the cycle is over</translation>
    </message>
    <message>
        <source>周期还没开始</source>
        <translation>Cycle not begun</translation>
    </message>
    <message>
        <source>周期还没有过一个工作日</source>
        <translation>No working day of the cycle has passed yet</translation>
    </message>
    <message>
        <source>周期还没过完,数字还会变。</source>
        <translation> The cycle still runs, and the numbers may change.</translation>
    </message>
    <message>
        <source>周期还没过完,暂看</source>
        <translation>so far, the cycle is still running</translation>
    </message>
    <message>
        <source>周期还没过完,月底才作数。</source>
        <translation>The cycle is still running: it counts at month end.</translation>
    </message>
    <message>
        <source>周期进行中</source>
        <translation>Cycle in progress</translation>
    </message>
    <message>
        <source>周期里没有工作日</source>
        <translation>The cycle has no working day</translation>
    </message>
    <message>
        <source>周期里没有第 {n} 个工作日</source>
        <translation>The cycle has no working day number {n}</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>和 {name} 的一对一</source>
        <translation>One-on-one with {name}</translation>
    </message>
    <message>
        <source>和上次一样</source>
        <translation>As last time</translation>
    </message>
    <message>
        <source>和上次一样的格式,沿用了上次的对应。</source>
        <translation>Same format as last time; last time&apos;s matching is used.</translation>
    </message>
    <message>
        <source>和丢单一起出现</source>
        <translation>Goes with losing</translation>
    </message>
    <message>
        <source>和刚才导入的是同一份文件,之后数据没有改动:全部不变。</source>
        <translation>The same file as just imported, and nothing has been changed since: all unchanged.</translation>
    </message>
    <message>
        <source>和另一个同名,编号却不同</source>
        <translation>same name as another, but a different ID</translation>
    </message>
    <message>
        <source>和团队的“{stage}”写法相近</source>
        <translation>Spelt much like the team&apos;s “{stage}”</translation>
    </message>
    <message>
        <source>和团队的“{stage}”意思相同</source>
        <translation>Means the same as the team&apos;s “{stage}”</translation>
    </message>
    <message>
        <source>和已有的“{name}”一样;要改它,填上它的记录ID</source>
        <translation>The same as “{name}”, which is there already; to change it, enter its record ID</translation>
    </message>
    <message>
        <source>和电子表格一样复制、粘贴</source>
        <translation>Copy and paste as in a spreadsheet</translation>
    </message>
    <message>
        <source>和第 {row} 行分不开({fields}都相同),请加上编号列,或选别的列来区分</source>
        <translation>Cannot be told from row {row} (same {fields}); add an ID column, or choose other columns</translation>
    </message>
    <message>
        <source>和第 {row} 行是同一个商机</source>
        <translation>The same deal as row {row}</translation>
    </message>
    <message>
        <source>和第 {row} 行说的是同一个目标</source>
        <translation>The same target as in row {row}</translation>
    </message>
    <message>
        <source>和谁面谈?输入姓名或拼音</source>
        <translation>Whom with? Type a name or pinyin</translation>
    </message>
    <message>
        <source>和赢单一起出现</source>
        <translation>Goes with winning</translation>
    </message>
    <message>
        <source>和赢单一起出现得最多的动作:{action}</source>
        <translation>The action that goes with winning most: {action}</translation>
    </message>
    <message>
        <source>和赢单一起出现的动作</source>
        <translation>Actions that go with winning</translation>
    </message>
    <message>
        <source>和这个人还没有过一对一。</source>
        <translation>There has been no one-on-one with this person yet.</translation>
    </message>
    <message>
        <source>和驾驶舱里的一样,不会动。</source>
        <translation>Same as in the cockpit; left alone.</translation>
    </message>
    <message>
        <source>哪一个商机?</source>
        <translation>Which deal?</translation>
    </message>
    <message>
        <source>哪一位?</source>
        <translation>Who of them?</translation>
    </message>
    <message>
        <source>哪一天</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>哪一家客户?</source>
        <translation>Which account?</translation>
    </message>
    <message>
        <source>哪些天打开过程序</source>
        <translation>The days on which the program was open</translation>
    </message>
    <message>
        <source>哪天</source>
        <translation>On</translation>
    </message>
    <message>
        <source>哪天丢的</source>
        <translation>Lost on</translation>
    </message>
    <message>
        <source>哪天了结的</source>
        <translation>Settled on</translation>
    </message>
    <message>
        <source>哪天成交的</source>
        <translation>Won on</translation>
    </message>
    <message>
        <source>哪天的事</source>
        <translation>On which day</translation>
    </message>
    <message>
        <source>哪张表</source>
        <translation>Which table</translation>
    </message>
    <message>
        <source>哪种变化</source>
        <translation>Which kind of change</translation>
    </message>
    <message>
        <source>哪种更可信,看它在过去的周期里有多准。</source>
        <translation>Which to believe shows in how near it came in past cycles.</translation>
    </message>
    <message>
        <source>哪里都能用</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>唯一的在手商机</source>
        <translation>the only open deal</translation>
    </message>
    <message>
        <source>商务谈判</source>
        <translation>Negotiation</translation>
    </message>
    <message>
        <source>商机</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>商机,试算</source>
        <translation>Deals, what if</translation>
    </message>
    <message>
        <source>商机、人员、客户、产品、目标;Excel、WPS 的工作簿或 .csv 都行。列名自动认,导入前先看会改什么。</source>
        <translation>Deals, people, accounts, products, targets; workbooks of Excel or WPS, or .csv. Columns are recognised, and you see what would change before anything is imported.</translation>
    </message>
    <message>
        <source>商机、数字或录音</source>
        <translation>Deal, figure or recording</translation>
    </message>
    <message>
        <source>商机历史</source>
        <translation>Deal history</translation>
    </message>
    <message>
        <source>商机名称</source>
        <translation>Deal</translation>
    </message>
    <message>
        <source>商机推进</source>
        <translation>Moving deals on</translation>
    </message>
    <message>
        <source>商机没有记下来源</source>
        <translation>Deals have no source</translation>
    </message>
    <message>
        <source>商机流速(每天)</source>
        <translation>Velocity (per day)</translation>
    </message>
    <message>
        <source>商机滚动记录</source>
        <translation>Deal log</translation>
    </message>
    <message>
        <source>商机的金额是这个币种,驾驶舱从现在起用它计:</source>
        <translation>The deals are in this currency, and the cockpit counts in it from now on:</translation>
    </message>
    <message>
        <source>商机的阶段、状态、金额、预计成交、负责人和预测类别什么时候改成了什么</source>
        <translation>When a deal&apos;s stage, state, amount, expected close, owner and forecast category changed, and to what</translation>
    </message>
    <message>
        <source>商机编号</source>
        <translation>Deal ID</translation>
    </message>
    <message>
        <source>商机表</source>
        <translation>deals</translation>
    </message>
    <message>
        <source>商机要有名称。</source>
        <translation>A deal needs a name.</translation>
    </message>
    <message>
        <source>商机进入一个阶段之前要有什么</source>
        <translation>What must be true before a deal enters a stage</translation>
    </message>
    <message>
        <source>商机进入这个阶段之前要有的;Enter 或双击来选</source>
        <translation>What a deal needs before it enters this stage; Enter or a double click to choose</translation>
    </message>
    <message>
        <source>商机都在这里:导入 CRM 的导出文件,或记下第一个。</source>
        <translation>All deals are here. Import your CRM&apos;s export, or write down the first one.</translation>
    </message>
    <message>
        <source>商机都没有写客户</source>
        <translation>No deal names its account</translation>
    </message>
    <message>
        <source>四周后</source>
        <translation>4 weeks</translation>
    </message>
    <message>
        <source>四种预测</source>
        <translation>Four forecasts</translation>
    </message>
    <message>
        <source>四种预测 ›</source>
        <translation>Four forecasts ›</translation>
    </message>
    <message>
        <source>回到一对一的列表看看。</source>
        <translation>Go back to the list of one-on-ones.</translation>
    </message>
    <message>
        <source>回款</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>回款 / 回款目标;没有目标时不计算,也不封顶。</source>
        <translation>Collected / collection target; not computed without a target, and never capped.</translation>
    </message>
    <message>
        <source>回款完成率</source>
        <translation>Collection attainment</translation>
    </message>
    <message>
        <source>回款日期</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>回款目标</source>
        <translation>Collection target</translation>
    </message>
    <message>
        <source>回款记录</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>回款记录表</source>
        <translation>Table of payments</translation>
    </message>
    <message>
        <source>回款金额不能是 0。</source>
        <translation>A payment cannot be 0.</translation>
    </message>
    <message>
        <source>回测</source>
        <translation>Back-test</translation>
    </message>
    <message>
        <source>回测:准确率</source>
        <translation>Back-test: accuracy</translation>
    </message>
    <message>
        <source>回测:各周期开始不久时的预测</source>
        <translation>Back-test: forecasts early in each cycle</translation>
    </message>
    <message>
        <source>回测:哪种更准</source>
        <translation>Back-test: which is closer</translation>
    </message>
    <message>
        <source>回测准确率(中位数)</source>
        <translation>Back-test accuracy (median)</translation>
    </message>
    <message>
        <source>回测周期数</source>
        <translation>Cycles tried</translation>
    </message>
    <message>
        <source>回答</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>回答 {n} 个五问</source>
        <translation>Answer {n} of the five questions</translation>
    </message>
    <message>
        <source>回车修改</source>
        <translation>Enter to edit</translation>
    </message>
    <message>
        <source>回车写明跳过的原因</source>
        <translation>Enter to give a reason for skipping</translation>
    </message>
    <message>
        <source>回车打开</source>
        <translation>Enter opens it</translation>
    </message>
    <message>
        <source>回车打开,&gt; 开始改进动作</source>
        <translation>Enter opens it, &gt; starts an action</translation>
    </message>
    <message>
        <source>团队</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>团队,从哪天起重叠</source>
        <translation>Teams, and since when they overlap</translation>
    </message>
    <message>
        <source>团队,管理方式和典型周期</source>
        <translation>Teams, how they are managed and their typical cycle</translation>
    </message>
    <message>
        <source>团队与阶段</source>
        <translation>Teams and stages</translation>
    </message>
    <message>
        <source>团队会议</source>
        <translation>Team meeting</translation>
    </message>
    <message>
        <source>团队只有一个“{stage}”这样的阶段</source>
        <translation>“{stage}” is the team&apos;s only stage of this kind</translation>
    </message>
    <message>
        <source>团队成员</source>
        <translation>Team members</translation>
    </message>
    <message>
        <source>团队有这个阶段</source>
        <translation>The team has this stage</translation>
    </message>
    <message>
        <source>团队汇总</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>团队没有这个阶段,按常用的叫法新增</source>
        <translation>New to the team; added by its usual meaning</translation>
    </message>
    <message>
        <source>团队没有这个阶段,新增为在手的阶段</source>
        <translation>New to the team; added as an open stage</translation>
    </message>
    <message>
        <source>团队没有这个阶段,由状态列看出是赢单还是丢单</source>
        <translation>New to the team; the status column tells whether it is won or lost</translation>
    </message>
    <message>
        <source>团队的阶段</source>
        <translation>The team&apos;s stage</translation>
    </message>
    <message>
        <source>团队的预测从哪天起用学到的值,或不再用</source>
        <translation>From which day a team&apos;s forecast uses learned values, or no longer does</translation>
    </message>
    <message>
        <source>团队编号</source>
        <translation>Team ID</translation>
    </message>
    <message>
        <source>团队自己的,学到的是 {days}</source>
        <translation>The team&apos;s own; learned: {days}</translation>
    </message>
    <message>
        <source>团队自己的,流程是 {value}</source>
        <translation>The team&apos;s own; the pipeline&apos;s is {value}</translation>
    </message>
    <message>
        <source>团队自己的经验值和停留限期</source>
        <translation>A team&apos;s own experience values and stage limits</translation>
    </message>
    <message>
        <source>团队过去在这一阶段停留天数的 75 % 分位数。</source>
        <translation>75th percentile of the team&apos;s past days in this stage.</translation>
    </message>
    <message>
        <source>团队里的人</source>
        <translation>People in teams</translation>
    </message>
    <message>
        <source>团队里的人会在这里,每人一行:上次面谈、下次面谈、没兑现的承诺。先导入团队和商机。</source>
        <translation>Your people appear here, one line each: last one-on-one, next one, open promises. Import your team and deals first.</translation>
    </message>
    <message>
        <source>图形</source>
        <translation>Shape</translation>
    </message>
    <message>
        <source>图片没有存下来:{name} 写不进去。</source>
        <translation>The picture was not saved: {name} cannot be written.</translation>
    </message>
    <message>
        <source>图表数据</source>
        <translation>Chart data</translation>
    </message>
    <message>
        <source>图里的数字见“{sheet}”</source>
        <translation>The numbers of the charts are on “{sheet}”</translation>
    </message>
    <message>
        <source>图里的数字都在这里</source>
        <translation>The numbers that the charts show</translation>
    </message>
    <message>
        <source>圆点是预测,横线是区间</source>
        <translation>dot: forecast, line: range</translation>
    </message>
    <message>
        <source>在 95% 区间之外</source>
        <translation>Outside the 95% interval</translation>
    </message>
    <message>
        <source>在 Excel 里取消隐藏并保存,或在导入窗口里选用它。</source>
        <translation>Unhide it in Excel and save, or choose it in the import window.</translation>
    </message>
    <message>
        <source>在 Excel 里打开,去掉密码后另存一份。</source>
        <translation>Open it in Excel, remove the password and save a copy.</translation>
    </message>
    <message>
        <source>在 Excel 里打开,去掉密码后另存一份再导入。</source>
        <translation>Open it in Excel, save a copy without the password and import that.</translation>
    </message>
    <message>
        <source>在 Excel 里打开,另存为 .xlsx。</source>
        <translation>Open it in Excel and save it as .xlsx.</translation>
    </message>
    <message>
        <source>在 Excel 里打开,只留下要导入的表,另存一份再导入。</source>
        <translation>Open it in Excel, keep only the table to import, save a copy and import that.</translation>
    </message>
    <message>
        <source>在 Excel 里打开并另存一份,或重新导出一次。</source>
        <translation>Open it in Excel and save a copy, or export it again.</translation>
    </message>
    <message>
        <source>在 Excel 里打开并另存一份再试。</source>
        <translation>Open it in Excel, save a copy and try again.</translation>
    </message>
    <message>
        <source>在 Excel 里打开并另存为 .xlsx,再导入。</source>
        <translation>Open it in Excel, save it as .xlsx and import that.</translation>
    </message>
    <message>
        <source>在 Excel 里选中带表头的单元格,复制后再粘贴。</source>
        <translation>In Excel, select the cells with their headings, copy them, and paste again.</translation>
    </message>
    <message>
        <source>在“{sheet}”里直接改,改好存盘,再在驾驶舱里“导入”这个文件。导入前先看到会改什么,导入后可以撤销。</source>
        <translation>Edit “{sheet}”, save, and import this file in the cockpit. You see what will change first, and can undo it afterwards.</translation>
    </message>
    <message>
        <source>在一个阶段停得比允许的久</source>
        <translation>Longer in a stage than allowed</translation>
    </message>
    <message>
        <source>在一对一的笔记里</source>
        <translation>In a one-on-one note</translation>
    </message>
    <message>
        <source>在一对一里选心情,这里就有士气。</source>
        <translation>Choose the mood in one-on-ones, and morale shows here.</translation>
    </message>
    <message>
        <source>在公式里,没有填</source>
        <translation>In a formula, not filled</translation>
    </message>
    <message>
        <source>在单元格里写上 {example} 这样的占位符;可用的可以存成工作簿来看。</source>
        <translation>Write placeholders such as {example} into cells; a workbook of all of them can be saved.</translation>
    </message>
    <message>
        <source>在商机或笔记里找</source>
        <translation>Search deals or notes</translation>
    </message>
    <message>
        <source>在商机里逐个修</source>
        <translation>Mend one by one in the deals</translation>
    </message>
    <message>
        <source>在团队页看看。</source>
        <translation>Look on the Team page.</translation>
    </message>
    <message>
        <source>在帮改进里为它起草一个动作 (&gt;)</source>
        <translation>Draft an action about it in Improvement (&gt;)</translation>
    </message>
    <message>
        <source>在当前阶段停留超过团队限期的未关闭商机数;没设限期时取该阶段历史停留的 75 分位,历史不足 30 单时取典型周期 / 阶段数 × 1.5。</source>
        <translation>Open deals in their stage beyond the team&apos;s limit; without one the 75th percentile of the stage&apos;s history, or typical cycle / stages × 1.5 below 30 past deals.</translation>
    </message>
    <message>
        <source>在手</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>在手 {amount}</source>
        <translation>open {amount}</translation>
    </message>
    <message>
        <source>在手商机</source>
        <translation>Open deals</translation>
    </message>
    <message>
        <source>在手商机,按阶段</source>
        <translation>Open deals by stage</translation>
    </message>
    <message>
        <source>在手商机数</source>
        <translation>Open deals</translation>
    </message>
    <message>
        <source>在手商机数 × 赢单率 × 平均单额 / 销售周期中位天数;后三项取前 3 个周期。</source>
        <translation>Open deals × win rate × average deal / median sales cycle in days; the last three from the 3 cycles before.</translation>
    </message>
    <message>
        <source>在手商机里,五个问题没有全部答“是”的;没问过的也算缺。</source>
        <translation>Open deals of which not all five questions are answered yes; one that was not asked counts as missing.</translation>
    </message>
    <message>
        <source>在手商机里,经过或所在的阶段要求的回答或字段还没有的。</source>
        <translation>Open deals without an answer or field that a stage asks for which they have passed or are in.</translation>
    </message>
    <message>
        <source>在手商机金额</source>
        <translation>Open amount</translation>
    </message>
    <message>
        <source>在手金额</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>在手金额的变化</source>
        <translation>Change in open amount</translation>
    </message>
    <message>
        <source>在笔记里找</source>
        <translation>Find in notes</translation>
    </message>
    <message>
        <source>在结果里写一句。</source>
        <translation>Write it under outcome.</translation>
    </message>
    <message>
        <source>在表格和表单里</source>
        <translation>In tables and forms</translation>
    </message>
    <message>
        <source>在谈</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>在这个阶段超过这么多天,就算停滞</source>
        <translation>A deal that stays in the stage for more days is stalled</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>培训</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>基线</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>基线 → 目标值,现在的数字</source>
        <translation>Baseline → target value, the figure now</translation>
    </message>
    <message>
        <source>基线,{month}</source>
        <translation>Baseline, {month}</translation>
    </message>
    <message>
        <source>基线的说明</source>
        <translation>Baseline note</translation>
    </message>
    <message>
        <source>填上哪天之前办完。</source>
        <translation>Say by which day it will be done.</translation>
    </message>
    <message>
        <source>填写模板的那天</source>
        <translation>The day on which the template is filled</translation>
    </message>
    <message>
        <source>填好的 {name} 要以 {suffix} 结尾。</source>
        <translation>The filled {name} has to end in {suffix}.</translation>
    </message>
    <message>
        <source>填好的模板存到</source>
        <translation>Save the filled template as</translation>
    </message>
    <message>
        <source>增减</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>士气</source>
        <translation>Morale</translation>
    </message>
    <message>
        <source>处在这个阶段的商机有多大把握赢单,用来算加权预测</source>
        <translation>How likely a deal in this stage is to be won; the weighted forecast uses it</translation>
    </message>
    <message>
        <source>备份…</source>
        <translation>Back up…</translation>
    </message>
    <message>
        <source>备份到</source>
        <translation>Back up to</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>复制商机(名称或编号)、日期、金额三列;已经记过的不会重复。Ctrl+V 也行。</source>
        <translation>Copy deal (name or number), date and amount; what is recorded already is not added again. Ctrl+V works too.</translation>
    </message>
    <message>
        <source>复制图片</source>
        <translation>Copy picture</translation>
    </message>
    <message>
        <source>复制小结</source>
        <translation>Copy summary</translation>
    </message>
    <message>
        <source>复制数据</source>
        <translation>Copy figures</translation>
    </message>
    <message>
        <source>复制文字</source>
        <translation>Copy text</translation>
    </message>
    <message>
        <source>复盘页上写的点评</source>
        <translation>The comment written on the reviews page</translation>
    </message>
    <message>
        <source>外观跟随系统</source>
        <translation>Follow the system&apos;s appearance</translation>
    </message>
    <message>
        <source>外部编号</source>
        <translation>External ID</translation>
    </message>
    <message>
        <source>外部资源</source>
        <translation>External</translation>
    </message>
    <message>
        <source>多听少说,问感受和顾虑,说「我们」。</source>
        <translation>Listen more than you talk, ask about feelings and worries, say “we”.</translation>
    </message>
    <message>
        <source>大家要的支援和你的承诺会在这里。先导入团队和商机。</source>
        <translation>What people ask for and what you promise appears here. Import your team and deals first.</translation>
    </message>
    <message>
        <source>大家要的支援和你的承诺都在这里:一对一里用 ? 和 ! 记下的会自己过来,也可以直接记。</source>
        <translation>What people ask for and what you promise appears here: lines marked ? and ! in one-on-ones come by themselves, or write them down here.</translation>
    </message>
    <message>
        <source>天</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>好,离开</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>如有出入,请告诉我。谢谢!</source>
        <translation>Please tell me if I got anything wrong. Thank you!</translation>
    </message>
    <message>
        <source>如果……会怎样</source>
        <translation>What if</translation>
    </message>
    <message>
        <source>如果它正在 Excel 里打开,先关闭;或换一个文件夹。</source>
        <translation>If it is open in Excel, close it; or choose another folder.</translation>
    </message>
    <message>
        <source>如果它正在 Excel 里打开,先关闭再试。</source>
        <translation>If it is open in Excel, close it and try again.</translation>
    </message>
    <message>
        <source>如果它正打开着,先关闭;或换一个文件夹。</source>
        <translation>If it is open, close it first; or choose another folder.</translation>
    </message>
    <message>
        <source>如果是文本,把扩展名改成 .csv;否则请重新导出一次。</source>
        <translation>If it is text, change its extension to .csv; otherwise export it again.</translation>
    </message>
    <message>
        <source>姓</source>
        <translation>Last name</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>姓名、拼音、客户、商机、笔记,或命令</source>
        <translation>Name, pinyin, account, deal, note, or command</translation>
    </message>
    <message>
        <source>孔雀</source>
        <translation>Peacock</translation>
    </message>
    <message>
        <source>字段</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>存一份示例模板</source>
        <translation>Save an example template</translation>
    </message>
    <message>
        <source>存一份示例模板…</source>
        <translation>Save an example template…</translation>
    </message>
    <message>
        <source>存下改动</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>存成 .eml</source>
        <translation>Save as .eml</translation>
    </message>
    <message>
        <source>存成 .eml…</source>
        <translation>Save as .eml…</translation>
    </message>
    <message>
        <source>存成 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>存成 PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>存成工作簿</source>
        <translation>Save as workbook</translation>
    </message>
    <message>
        <source>存成工作簿…</source>
        <translation>Save as workbook…</translation>
    </message>
    <message>
        <source>存草稿</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>学到的</source>
        <translation>Learned</translation>
    </message>
    <message>
        <source>学到的值</source>
        <translation>Learned values</translation>
    </message>
    <message>
        <source>学到的值只用在过去有 30 单以上的阶段,别的阶段还用经验值。过去月份用过什么不变。</source>
        <translation>Learned values are used only for stages with 30 past deals or more, experience values for the others. What past months used stays.</translation>
    </message>
    <message>
        <source>学到的值的使用</source>
        <translation>Use of learned values</translation>
    </message>
    <message>
        <source>学到的更准</source>
        <translation>Learned is closer</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>完成 / 谢绝</source>
        <translation>Done / declined</translation>
    </message>
    <message>
        <source>完成 {share}</source>
        <translation>{share} attained</translation>
    </message>
    <message>
        <source>完成日</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>完成率</source>
        <translation>Attainment</translation>
    </message>
    <message>
        <source>完成率 / 进度;1 表示正好跟上。</source>
        <translation>Attainment / pace; 1 is exactly on pace.</translation>
    </message>
    <message>
        <source>完成率 {attainment},进度 {pace},还差 {gap}</source>
        <translation>Attainment {attainment} at pace {pace}, {gap} to go</translation>
    </message>
    <message>
        <source>完成率 {share},进度 {pace}</source>
        <translation>Attainment {share}, pace {pace}</translation>
    </message>
    <message>
        <source>完成率,按人</source>
        <translation>Attainment by person</translation>
    </message>
    <message>
        <source>定下下一步和日期</source>
        <translation>Set a next step and a date</translation>
    </message>
    <message>
        <source>定下跟进日:{text}</source>
        <translation>Plan check-in: {text}</translation>
    </message>
    <message>
        <source>定义</source>
        <translation>Definitions</translation>
    </message>
    <message>
        <source>实心点:区间不含 0 且两侧各不少于 20 单。这是同时出现,不等于原因。</source>
        <translation>Filled: the interval excludes 0, with at least 20 deals on both sides. This is association, not cause.</translation>
    </message>
    <message>
        <source>实心点:区间不含全部的赢单率,且不少于 {n} 单。</source>
        <translation>Filled: the interval excludes the win rate of all, and there are at least {n} deals.</translation>
    </message>
    <message>
        <source>实际日期</source>
        <translation>Happened on</translation>
    </message>
    <message>
        <source>实际赢单</source>
        <translation>Actually won</translation>
    </message>
    <message>
        <source>客情关系</source>
        <translation>Customer relations</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>客户 {name}</source>
        <translation>account {name}</translation>
    </message>
    <message>
        <source>客户、名称、负责人都一样的在手商机:管道和预测把它们各算一次。真是两单就不用改。</source>
        <translation>Open deals with the same account, name and owner: pipeline and forecast count each. If they are two deals, leave them.</translation>
    </message>
    <message>
        <source>客户分级</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>客户分级 A / B / C</source>
        <translation>Accounts by tier</translation>
    </message>
    <message>
        <source>客户名单</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>客户对</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>客户对不对</source>
        <translation>Right customer?</translation>
    </message>
    <message>
        <source>客户开发</source>
        <translation>Prospecting</translation>
    </message>
    <message>
        <source>客户或商机</source>
        <translation>Account or deal</translation>
    </message>
    <message>
        <source>客户数</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>客户编号</source>
        <translation>Account ID</translation>
    </message>
    <message>
        <source>客户表</source>
        <translation>accounts</translation>
    </message>
    <message>
        <source>客户要有名称。</source>
        <translation>An account needs a name.</translation>
    </message>
    <message>
        <source>客户资料</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>客户都在这里:导入带客户名的商机或客户表,就会列出来。</source>
        <translation>All accounts are listed here. Import deals that name their account, or a list of accounts.</translation>
    </message>
    <message>
        <source>宴请</source>
        <translation>Meal</translation>
    </message>
    <message>
        <source>对在手金额的增减</source>
        <translation>What it adds to the open amount, or takes from it</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>For</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>导入 Excel 或 CSV…</source>
        <translation>Import Excel or CSV…</translation>
    </message>
    <message>
        <source>导入 {name}</source>
        <translation>Import {name}</translation>
    </message>
    <message>
        <source>导入商机以后,这里列出缺的、矛盾的和重复的数据,以及它们让哪个数字不准。</source>
        <translation>Once deals are imported, what is missing, contradictory or double stands here, with the figures that suffer from it.</translation>
    </message>
    <message>
        <source>导入已停止,没有写入任何改动。</source>
        <translation>The import was stopped; nothing was written.</translation>
    </message>
    <message>
        <source>导入报告</source>
        <translation>Import report</translation>
    </message>
    <message>
        <source>导入时记住的</source>
        <translation>Remembered mappings</translation>
    </message>
    <message>
        <source>导入时间</source>
        <translation>Imported at</translation>
    </message>
    <message>
        <source>导入的内容</source>
        <translation>Contents of the import</translation>
    </message>
    <message>
        <source>导入的步骤</source>
        <translation>Steps of the import</translation>
    </message>
    <message>
        <source>导入结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>导入记录</source>
        <translation>Imports</translation>
    </message>
    <message>
        <source>导入预览</source>
        <translation>Import preview</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>导出以后,这些内容在驾驶舱里也改了。选用哪一个;没有选的保留驾驶舱里的。</source>
        <translation>These were changed in the cockpit as well since the export. Choose which to take; what you leave open stays as it is in the cockpit.</translation>
    </message>
    <message>
        <source>导出停下了,没有写文件。</source>
        <translation>The export was stopped; no file was written.</translation>
    </message>
    <message>
        <source>导出到</source>
        <translation>Export to</translation>
    </message>
    <message>
        <source>导出工作簿…</source>
        <translation>Export workbook…</translation>
    </message>
    <message>
        <source>导出成工作簿;改好后可以再导入</source>
        <translation>Export as a workbook; edit it and import it again</translation>
    </message>
    <message>
        <source>导出月度复盘</source>
        <translation>Export monthly review</translation>
    </message>
    <message>
        <source>导出月度复盘…</source>
        <translation>Export monthly review…</translation>
    </message>
    <message>
        <source>导出过、文件里却没有的记录,没有删除:</source>
        <translation>Exported, but not in the file; not deleted:</translation>
    </message>
    <message>
        <source>导出过、这次的文件里却没有;没有删除。</source>
        <translation>Exported, but not in this file; nothing was deleted.</translation>
    </message>
    <message>
        <source>导出进度</source>
        <translation>Export progress</translation>
    </message>
    <message>
        <source>小图:最近 {n} 个完整周期的赢单收入</source>
        <translation>Small line: won revenue of the last {n} whole cycles</translation>
    </message>
    <message>
        <source>小数点</source>
        <translation>Decimal mark</translation>
    </message>
    <message>
        <source>小数点写成 {mark}</source>
        <translation>Decimal mark {mark}</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>Working day</translation>
    </message>
    <message>
        <source>工作簿和文本</source>
        <translation>Workbooks and text</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>左右键和空格选怎么读 · Tab 到各列 · Enter 继续</source>
        <translation>Left, Right and Space choose · Tab to the columns · Enter to continue</translation>
    </message>
    <message>
        <source>左右键选这是什么表 · Tab 到表格,空格定表头</source>
        <translation>Left and Right choose the kind · Tab to the table, Space marks the heading row</translation>
    </message>
    <message>
        <source>已 {time}</source>
        <translation>{time}</translation>
    </message>
    <message>
        <source>已了结</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>已于 {day} 关账,数字已冻结</source>
        <translation>Closed on {day}, figures frozen</translation>
    </message>
    <message>
        <source>已保存 {time}</source>
        <translation>Saved {time}</translation>
    </message>
    <message>
        <source>已停止,没有写文件。</source>
        <translation>Stopped; no file was written.</translation>
    </message>
    <message>
        <source>已关账</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已关账,数字于 {day} 冻结</source>
        <translation>Closed, figures frozen on {day}</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已关闭,却没有成交日期</source>
        <translation>Closed, without a closing date</translation>
    </message>
    <message>
        <source>已写好 {name}</source>
        <translation>Written: {name}</translation>
    </message>
    <message>
        <source>已写好 {name},{n} 个占位符</source>
        <translation>Wrote {name}, {n} placeholder|Wrote {name}, {n} placeholders</translation>
    </message>
    <message>
        <source>已写好 {name},{n} 行</source>
        <translation>{name} written, {n} rows</translation>
    </message>
    <message>
        <source>已写好 {name},{n} 页</source>
        <translation>Wrote {name}, {n} page|Wrote {name}, {n} pages</translation>
    </message>
    <message>
        <source>已写好 {name}:在 Excel 里改成自己的样子,再“用公司模板…”</source>
        <translation>Wrote {name}: make it your own in Excel, then “Use a company template…”</translation>
    </message>
    <message>
        <source>已写好 {name}:填了 {n} 处,清单 {rows} 行</source>
        <translation>Wrote {name}: {n} place filled, {rows} list rows|Wrote {name}: {n} places filled, {rows} list rows</translation>
    </message>
    <message>
        <source>已写好 {path}</source>
        <translation>Wrote {path}</translation>
    </message>
    <message>
        <source>已写好 {path},共 {n} 行;改好后可以再导入。</source>
        <translation>{path} written with {n} row; edit it and import it again.|{path} written with {n} rows; edit it and import it again.</translation>
    </message>
    <message>
        <source>已写好 {path}:{files} 个文件,{n} 行</source>
        <translation>Wrote {path}: {files} files, {n} row|Wrote {path}: {files} files, {n} rows</translation>
    </message>
    <message>
        <source>已写好 {path}:{n} 个占位符</source>
        <translation>Wrote {path}: {n} placeholder|Wrote {path}: {n} placeholders</translation>
    </message>
    <message>
        <source>已删除的人还在文件里,没有恢复:</source>
        <translation>Deleted people still in the file, not brought back:</translation>
    </message>
    <message>
        <source>已删除的商机还在文件里,没有恢复:</source>
        <translation>Deleted deals still in the file, not brought back:</translation>
    </message>
    <message>
        <source>已删除的还在文件里,没有恢复:</source>
        <translation>Deleted ones still in the file, not brought back:</translation>
    </message>
    <message>
        <source>已判断</source>
        <translation>Judged</translation>
    </message>
    <message>
        <source>已备份到 {path},共 {n} 行,已核对。</source>
        <translation>Backed up to {path}: {n} row, verified.|Backed up to {path}: {n} rows, verified.</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>已存 {n} 行到 {name},改好后可以再导入。</source>
        <translation>{n} row saved to {name}; mend it and import it again.|{n} rows saved to {name}; mend them and import it again.</translation>
    </message>
    <message>
        <source>已定</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>已导入</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>已导入 {name}。</source>
        <translation>Imported {name}.</translation>
    </message>
    <message>
        <source>已导出 {share} · 停</source>
        <translation>{share} exported · stop</translation>
    </message>
    <message>
        <source>已开始的几周:做了的 / 计划的</source>
        <translation>Weeks that have begun: done / planned</translation>
    </message>
    <message>
        <source>已恢复。</source>
        <translation>Restored.</translation>
    </message>
    <message>
        <source>已承诺</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>已承诺或进行中、过了期限的。</source>
        <translation>Promised or in hand, and past the date.</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>已撤销,数据和导入前一样。</source>
        <translation>Undone: everything is as it was before the import.</translation>
    </message>
    <message>
        <source>已撤销:{operation}</source>
        <translation>Undone: {operation}</translation>
    </message>
    <message>
        <source>已收</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>已改:{activity}</source>
        <translation>Changed: {activity}</translation>
    </message>
    <message>
        <source>已有的客户,或新客户</source>
        <translation>Existing account, or a new one</translation>
    </message>
    <message>
        <source>已离职</source>
        <translation>left</translation>
    </message>
    <message>
        <source>已等</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>已约定</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>已经开始的几周;有计划的只算有计划的人和周</source>
        <translation>Weeks that have begun; where there are plans, only people and weeks with one count</translation>
    </message>
    <message>
        <source>已经有一个团队叫“{name}”。</source>
        <translation>There is a team called “{name}” already.</translation>
    </message>
    <message>
        <source>已经有这个客户</source>
        <translation>this account is known already</translation>
    </message>
    <message>
        <source>已经约定:指标、目标值和责任人不再改动</source>
        <translation>Agreed: metric, target and owner stand</translation>
    </message>
    <message>
        <source>已经约定:指标、目标值和责任人不再改动。</source>
        <translation>It is agreed: metric, target and owner stay.</translation>
    </message>
    <message>
        <source>已经验证过,不再改动</source>
        <translation>Verified: it does not change any more</translation>
    </message>
    <message>
        <source>已解决</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>已解决 {day}</source>
        <translation>Settled {day}</translation>
    </message>
    <message>
        <source>已记下:{activity}</source>
        <translation>Recorded: {activity}</translation>
    </message>
    <message>
        <source>已谢绝</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>已赢单</source>
        <translation>Won</translation>
    </message>
    <message>
        <source>已赢单 + 管道金额 × 你设的经验值。</source>
        <translation>Won + pipeline amount × the experience values you set.</translation>
    </message>
    <message>
        <source>已赢单 + 管道金额 × 过去商机的赢单比例;不到 30 单的阶段用你的经验值。区间来自比例的 95% 区间。</source>
        <translation>Won + pipeline amount × the share won of past deals; stages with fewer than 30 use your experience value. The range comes from the shares&apos; 95% intervals.</translation>
    </message>
    <message>
        <source>已赢单 + 销售标为“承诺成交”的;右端再加“最好情形”。</source>
        <translation>Won + what reps marked commit; the right end adds best case.</translation>
    </message>
    <message>
        <source>已赢单又退回的商机:</source>
        <translation>Deals that were won and are open again:</translation>
    </message>
    <message>
        <source>已赢单或丢单、却没有成交日期的商机,不计入任何月份:</source>
        <translation>Won or lost deals without a close date, counted in no month:</translation>
    </message>
    <message>
        <source>已赢单或丢单、日期却在今天之后的商机,按今天成交计:</source>
        <translation>Won or lost deals dated after today, counted as closed today:</translation>
    </message>
    <message>
        <source>已赢单或丢单的商机要有成交日期</source>
        <translation>A won or lost deal needs a closing day</translation>
    </message>
    <message>
        <source>已达成</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>已达成,没有缺口</source>
        <translation>Met, no gap left</translation>
    </message>
    <message>
        <source>已过</source>
        <translation>past</translation>
    </message>
    <message>
        <source>已过{level}</source>
        <translation>Past {level}</translation>
    </message>
    <message>
        <source>已过工作日 / 周期内工作日;扣除周末和法定节假日,计入调休上班日,截止当天算已过。</source>
        <translation>Working days passed / working days in the cycle; without weekends and public holidays, with make-up working days; the as-of day counts as passed.</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>已选 {n} 个</source>
        <translation>{n} selected</translation>
    </message>
    <message>
        <source>已选 {n} 个商机</source>
        <translation>{n} deal selected|{n} deals selected</translation>
    </message>
    <message>
        <source>已选 {n} 个客户</source>
        <translation>{n} account selected|{n} accounts selected</translation>
    </message>
    <message>
        <source>已重做:{operation}</source>
        <translation>Redone: {operation}</translation>
    </message>
    <message>
        <source>已重新打开</source>
        <translation>Reopened</translation>
    </message>
    <message>
        <source>已验证</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>币种</source>
        <translation>Currency</translation>
    </message>
    <message>
        <source>币种没有汇率</source>
        <translation>Currency without a rate</translation>
    </message>
    <message>
        <source>带不带姓名、月份都行。写在季度或全年里的数会摊到各月:各月都有数的按原比例,否则按工作日,零头归最后一个月。</source>
        <translation>With or without names and months. A figure for a quarter or the year is spread over its months: in their present proportions where all are set, else by working days; the last month takes the remainder.</translation>
    </message>
    <message>
        <source>带不带姓名都行。F2 改,Delete 清空,Ctrl+Z 撤销。跨月的一周算整周。</source>
        <translation>With or without names. F2 edits, Delete clears, Ctrl+Z undoes. A week across two months counts whole.</translation>
    </message>
    <message>
        <source>带数字来,只谈一件事,给对方时间想。</source>
        <translation>Bring figures, one topic only, and give them time to think.</translation>
    </message>
    <message>
        <source>帮改进</source>
        <translation>Improvement</translation>
    </message>
    <message>
        <source>平均单额</source>
        <translation>Average deal</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>年份不合理</source>
        <translation>the year is implausible</translation>
    </message>
    <message>
        <source>并排的清单要从同一行开始,准备同样多的行</source>
        <translation>Lists side by side have to begin in the same row with as many rows</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Started at</translation>
    </message>
    <message>
        <source>开始一对一</source>
        <translation>Start one-on-one</translation>
    </message>
    <message>
        <source>开始与{name}的面谈</source>
        <translation>Start one-on-one with {name}</translation>
    </message>
    <message>
        <source>开始改进动作</source>
        <translation>Start an action</translation>
    </message>
    <message>
        <source>开始日 {first} 晚于结束日 {last}。</source>
        <translation>The first day {first} is after the last day {last}.</translation>
    </message>
    <message>
        <source>开始日之后创建、结束日之前就赢单或丢单的商机,不影响合计。</source>
        <translation>Deals created after the first day and won or lost by the last: they do not change the sum.</translation>
    </message>
    <message>
        <source>开始日之后创建、结束日还在手的商机,按结束日的金额。</source>
        <translation>Deals created after the first day and still open on the last, by their amount on the last day.</translation>
    </message>
    <message>
        <source>开始日在手、后来不属于这个范围的商机:换了负责人,或者人换了团队。</source>
        <translation>Deals open on the first day that no longer belong to this scope: another owner, or the owner changed teams.</translation>
    </message>
    <message>
        <source>开始日在手、后来丢单的商机,按开始日的金额减去。</source>
        <translation>Deals open on the first day and lost since; what is taken off is their amount on the first day.</translation>
    </message>
    <message>
        <source>开始日在手、后来赢单的商机,按开始日的金额减去;成交金额见赢单收入。</source>
        <translation>Deals open on the first day and won since; what is taken off is their amount on the first day. What they were won for is in won revenue.</translation>
    </message>
    <message>
        <source>开始日在手但不属于这个范围、结束日属于的商机:换了负责人,或者人换了团队。</source>
        <translation>Deals open on the first day outside this scope and in it on the last: another owner, or the owner changed teams.</translation>
    </message>
    <message>
        <source>开始日已经赢单或丢单、结束日又在手的商机。</source>
        <translation>Deals won or lost by the first day and open again on the last.</translation>
    </message>
    <message>
        <source>当作</source>
        <translation>Is</translation>
    </message>
    <message>
        <source>当天该跟</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>当时的加权预测</source>
        <translation>Weighted forecast then</translation>
    </message>
    <message>
        <source>当时的数字</source>
        <translation>Figure then</translation>
    </message>
    <message>
        <source>待修:{kind} {n} 处</source>
        <translation>To mend: {kind}: {n}</translation>
    </message>
    <message>
        <source>待修数据</source>
        <translation>Data to mend</translation>
    </message>
    <message>
        <source>待关账</source>
        <translation>To close</translation>
    </message>
    <message>
        <source>待确认:{verdict}</source>
        <translation>To confirm: {verdict}</translation>
    </message>
    <message>
        <source>待自评</source>
        <translation>To self-assess</translation>
    </message>
    <message>
        <source>待补</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>待验证</source>
        <translation>To verify</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>心情</source>
        <translation>Mood</translation>
    </message>
    <message>
        <source>心情 {mood} / 5</source>
        <translation>Mood {mood} / 5</translation>
    </message>
    <message>
        <source>心情(1 到 5)</source>
        <translation>Mood (1 to 5)</translation>
    </message>
    <message>
        <source>心情,1 到 5</source>
        <translation>Mood, 1 to 5</translation>
    </message>
    <message>
        <source>心情,还没选</source>
        <translation>Mood, not chosen yet</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>怎么了结</source>
        <translation>Settlement</translation>
    </message>
    <message>
        <source>怎么了结的</source>
        <translation>How it was settled</translation>
    </message>
    <message>
        <source>怎么做的?</source>
        <translation>How was it done?</translation>
    </message>
    <message>
        <source>怎么分清商机</source>
        <translation>Telling deals apart</translation>
    </message>
    <message>
        <source>怎么改、怎么读回</source>
        <translation>How to edit this and read it back</translation>
    </message>
    <message>
        <source>怎么认的</source>
        <translation>Match</translation>
    </message>
    <message>
        <source>总览</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>您好:</source>
        <translation>Hello,</translation>
    </message>
    <message>
        <source>您选择不用这一列</source>
        <translation>You chose not to use this column</translation>
    </message>
    <message>
        <source>想要:{text}</source>
        <translation>Wants: {text}</translation>
    </message>
    <message>
        <source>意思</source>
        <translation>What it gives</translation>
    </message>
    <message>
        <source>成交日期</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>成交日期,未成交的是预计</source>
        <translation>Close date, expected while open</translation>
    </message>
    <message>
        <source>成交日期在今天之后</source>
        <translation>Closing date after today</translation>
    </message>
    <message>
        <source>成交早于创建</source>
        <translation>Closed before it was created</translation>
    </message>
    <message>
        <source>成交金额</source>
        <translation>Won amount</translation>
    </message>
    <message>
        <source>截止日 {day} 早于周期 {month} 的第一天。</source>
        <translation>The as-of day {day} lies before the first day of {month}.</translation>
    </message>
    <message>
        <source>截止日 {day} 还没到。</source>
        <translation>The as-of day {day} has not come yet.</translation>
    </message>
    <message>
        <source>截止日不能晚于今天 {today}。</source>
        <translation>It cannot be later than today, {today}.</translation>
    </message>
    <message>
        <source>截止日之前赢单的商机,金额减去已收回款,只加还没收齐的。</source>
        <translation>Deals won by the as-of day: amount less payments received, added up over those not paid in full.</translation>
    </message>
    <message>
        <source>截止日仍未关闭的全部商机数,不论预计关单日。</source>
        <translation>All deals open at the as-of day, whatever their expected close.</translation>
    </message>
    <message>
        <source>截止日仍未关闭的全部商机金额之和,未加权;没有金额的按产品目录价估算并注明。</source>
        <translation>Unweighted sum of all deals open at the as-of day; those without an amount are estimated from list prices, and it is said.</translation>
    </message>
    <message>
        <source>截止日前 14 天(可设置)内有跟进的重点客户 / 重点客户。</source>
        <translation>Key accounts with an activity in the 14 days (a setting) up to the as-of day / key accounts.</translation>
    </message>
    <message>
        <source>截止日前最近一次一对一记录的心情,1 到 5 分;团队取各人的平均。</source>
        <translation>Mood in the last one-on-one up to the as-of day, 1 to 5; the mean over people for a team.</translation>
    </message>
    <message>
        <source>截止日在手的全部商机,每单五问,答“是”的 / 全部五问;没问过的不算“是”。</source>
        <translation>Of all deals open on the last day, five questions each: answered yes / all of them; a question that was not asked is no yes.</translation>
    </message>
    <message>
        <source>截至 {day}</source>
        <translation>as of {day}</translation>
    </message>
    <message>
        <source>截至 {day},第 {passed} / {all} 个工作日</source>
        <translation>as of {day}, working day {passed} of {all}</translation>
    </message>
    <message>
        <source>所有人</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>所有文件</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>手定</source>
        <translation>by hand</translation>
    </message>
    <message>
        <source>手工分级</source>
        <translation>Tier by hand</translation>
    </message>
    <message>
        <source>手工定的级</source>
        <translation>Tier set by hand</translation>
    </message>
    <message>
        <source>打不开 {name}:{reason}。</source>
        <translation>{name} cannot be opened: {reason}.</translation>
    </message>
    <message>
        <source>打不开 {path}。</source>
        <translation>{path} cannot be opened.</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开,或存下正在写的</source>
        <translation>Open, or save what you are writing</translation>
    </message>
    <message>
        <source>打开一行,直接写它的滚动记录</source>
        <translation>Open a row to write in its rolling log</translation>
    </message>
    <message>
        <source>打开导出它的那份数据再导入,或从这一份重新导出。</source>
        <translation>Open the store it came from and import it there, or export it again from this one.</translation>
    </message>
    <message>
        <source>打开或收起私密笔记</source>
        <translation>Open or close the private note</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>执行中</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>找任何一个未关的商机</source>
        <translation>Find any open deal</translation>
    </message>
    <message>
        <source>找到 {n} 张表,勾选的会导入。</source>
        <translation>{n} table found; what is ticked is imported.|{n} tables found; those ticked are imported.</translation>
    </message>
    <message>
        <source>找到的内容</source>
        <translation>Results of the search</translation>
    </message>
    <message>
        <source>找问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>承诺</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>承诺 {commit} · 最好 {best}</source>
        <translation>Commit {commit} · best {best}</translation>
    </message>
    <message>
        <source>承诺兑现率</source>
        <translation>Promises kept</translation>
    </message>
    <message>
        <source>承诺和支援</source>
        <translation>Promises and support</translation>
    </message>
    <message>
        <source>承诺成交</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>承诺日</source>
        <translation>Promised on</translation>
    </message>
    <message>
        <source>承诺预测</source>
        <translation>Commit forecast</translation>
    </message>
    <message>
        <source>承诺预测 + 本周期管道中标为“最好情形”的金额。</source>
        <translation>Commit forecast + pipeline deals of the cycle marked best case.</translation>
    </message>
    <message>
        <source>把 CRM 导出的文件拖到这里,几个相关的文件可以一起。</source>
        <translation>Drop files exported from your CRM here; files that belong together can come together.</translation>
    </message>
    <message>
        <source>把“版本”一列加回来,或重新导出一份再改。</source>
        <translation>Put the version column back, or export it again and edit that.</translation>
    </message>
    <message>
        <source>把依据和标准摆出来,对照着定,写成白纸黑字。</source>
        <translation>Put evidence and criteria on the table, decide by them, and write it down.</translation>
    </message>
    <message>
        <source>把前一周的计划抄到这一周;已经有计划的不动。</source>
        <translation>Plan this week as the week before; what is planned already stays.</translation>
    </message>
    <message>
        <source>把可用的占位符存成工作簿</source>
        <translation>Save the placeholders as a workbook</translation>
    </message>
    <message>
        <source>把可用的占位符存成工作簿…</source>
        <translation>Save the placeholders as a workbook…</translation>
    </message>
    <message>
        <source>把在 Excel 里复制的单元格贴进来</source>
        <translation>Paste cells copied in Excel</translation>
    </message>
    <message>
        <source>把数据放到本机磁盘上,不要放在网络盘里。</source>
        <translation>Keep the store on a local disk, not on a share.</translation>
    </message>
    <message>
        <source>把月度复盘存成 PDF…</source>
        <translation>Save the monthly review as PDF…</translation>
    </message>
    <message>
        <source>把表里的这些客户写成一个工作簿</source>
        <translation>Write these accounts to a workbook</translation>
    </message>
    <message>
        <source>把表里的这些行写成一个工作簿;改好后可以再导入</source>
        <translation>Write the rows shown to a workbook; edit it and import it again</translation>
    </message>
    <message>
        <source>把这一行记成:{kind} ({keys})</source>
        <translation>Mark this line as: {kind} ({keys})</translation>
    </message>
    <message>
        <source>把这一页存成 Excel</source>
        <translation>Save this page as Excel</translation>
    </message>
    <message>
        <source>把这一页存成 Excel…</source>
        <translation>Save this page as Excel…</translation>
    </message>
    <message>
        <source>投标</source>
        <translation>Tender</translation>
    </message>
    <message>
        <source>报价</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>报价与谈判</source>
        <translation>Pricing and negotiation</translation>
    </message>
    <message>
        <source>报告</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>拒绝</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>拒绝的行</source>
        <translation>Refused rows</translation>
    </message>
    <message>
        <source>拜访</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>拜访、电话和别的跟进</source>
        <translation>Visits, calls and other touches</translation>
    </message>
    <message>
        <source>括号里没有名字</source>
        <translation>There is no name in the braces</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>metric</translation>
    </message>
    <message>
        <source>指标、目标值和责任人约定后不再改动。</source>
        <translation>Metric, target and owner stand once agreed.</translation>
    </message>
    <message>
        <source>指标名</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>指标总表</source>
        <translation>Metrics</translation>
    </message>
    <message>
        <source>指纹</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <source>按 {key} 回答</source>
        <translation>Press {key} to answer</translation>
    </message>
    <message>
        <source>按{fields}区分商机</source>
        <translation>Deals told apart by {fields}</translation>
    </message>
    <message>
        <source>按“{typed}”认的</source>
        <translation>taken from “{typed}”</translation>
    </message>
    <message>
        <source>按万写;也可以是 千、百万、亿、K、M、B;| 全额 不缩写;| 0.00 定小数位数</source>
        <translation>In thousands; M and B work as well; | full does not shorten; | 0.00 sets the decimals</translation>
    </message>
    <message>
        <source>按五步备好的</source>
        <translation>Prepared</translation>
    </message>
    <message>
        <source>按原因看丢单</source>
        <translation>Lost by reason</translation>
    </message>
    <message>
        <source>按后来的历史重算</source>
        <translation>Recomputed from later history</translation>
    </message>
    <message>
        <source>按哪个指标看完成率</source>
        <translation>Measure that attainment is shown for</translation>
    </message>
    <message>
        <source>按商机</source>
        <translation>By deal</translation>
    </message>
    <message>
        <source>按团队和阶段的经验值</source>
        <translation>Experience values by team and stage</translation>
    </message>
    <message>
        <source>按增减的大小;点一行看商机</source>
        <translation>Largest change first; a click on a row opens the deal</translation>
    </message>
    <message>
        <source>按姓名</source>
        <translation>By name</translation>
    </message>
    <message>
        <source>按完成率</source>
        <translation>By rate</translation>
    </message>
    <message>
        <source>按客户</source>
        <translation>By account</translation>
    </message>
    <message>
        <source>按工作日累计赢单收入({unit})</source>
        <translation>Won revenue by working day ({unit})</translation>
    </message>
    <message>
        <source>按当时所知</source>
        <translation>As known then</translation>
    </message>
    <message>
        <source>按成交日或今天的汇率折算</source>
        <translation>closed deals at their closing day&apos;s, open ones at today&apos;s</translation>
    </message>
    <message>
        <source>按数字判断,还等你在“帮改进”里确认。</source>
        <translation>Judged by the numbers; confirm it on the Improvement page.</translation>
    </message>
    <message>
        <source>按文件推断</source>
        <translation>As the file suggests</translation>
    </message>
    <message>
        <source>按时</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>按时 {share}</source>
        <translation>{share} on time</translation>
    </message>
    <message>
        <source>按期</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>按步骤过数据,先问依据,不催结论。</source>
        <translation>Go through the data step by step, ask for evidence first, do not push for a conclusion.</translation>
    </message>
    <message>
        <source>按目录价估算:期初 {start},期末 {end}</source>
        <translation>Estimated from list prices: {start} at the start, {end} at the end</translation>
    </message>
    <message>
        <source>按类别、按阶段</source>
        <translation>By category, by stage</translation>
    </message>
    <message>
        <source>按类别预测</source>
        <translation>Forecast by category</translation>
    </message>
    <message>
        <source>按经验值预期</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>按规则</source>
        <translation>By the rule</translation>
    </message>
    <message>
        <source>按规则 {tier} 级</source>
        <translation>Tier {tier} by the rule</translation>
    </message>
    <message>
        <source>按规则分的级</source>
        <translation>Tier by the rule</translation>
    </message>
    <message>
        <source>按这样,{n} 行分不清,会合成一个:</source>
        <translation>This way {n} row cannot be told apart and becomes one:|This way {n} rows cannot be told apart and are merged:</translation>
    </message>
    <message>
        <source>按这样,每一行都是一个商机。</source>
        <translation>This way every row is a deal of its own.</translation>
    </message>
    <message>
        <source>按金额</source>
        <translation>By amount</translation>
    </message>
    <message>
        <source>按金额累计:前 70 % 为 A,到 90 % 为 B,其余为 C;手工定的级优先。</source>
        <translation>By cumulative amount: the first 70 % are A, up to 90 % B, the rest C; a tier set by hand wins.</translation>
    </message>
    <message>
        <source>挑战</source>
        <translation>Challenge</translation>
    </message>
    <message>
        <source>换一个位置再试。</source>
        <translation>Try another place.</translation>
    </message>
    <message>
        <source>换一个可以写的文件夹(--store 文件),或改文件夹的权限。</source>
        <translation>Choose a folder that can be written (--store FILE), or change its permissions.</translation>
    </message>
    <message>
        <source>换一个名称。</source>
        <translation>Choose another name.</translation>
    </message>
    <message>
        <source>换一个文件名,模板留着下个月再用。</source>
        <translation>Choose another name; keep the template for next month.</translation>
    </message>
    <message>
        <source>换一个文件名。</source>
        <translation>Choose another file name.</translation>
    </message>
    <message>
        <source>换一个文件夹,或者看看磁盘是否已满。</source>
        <translation>Choose another folder, or see whether the disk is full.</translation>
    </message>
    <message>
        <source>换了负责人的商机:</source>
        <translation>Deals that changed owner:</translation>
    </message>
    <message>
        <source>换文件…</source>
        <translation>Other files…</translation>
    </message>
    <message>
        <source>换过阶段的商机都在期限以内。</source>
        <translation>All deals that have moved are within their limits.</translation>
    </message>
    <message>
        <source>排序</source>
        <translation>Sort by</translation>
    </message>
    <message>
        <source>接 {day} 的面谈</source>
        <translation>carried on from {day}</translation>
    </message>
    <message>
        <source>推迟</source>
        <translation>Pushed</translation>
    </message>
    <message>
        <source>推迟了 {n} 次</source>
        <translation>put off once|put off {n} times</translation>
    </message>
    <message>
        <source>推迟的商机</source>
        <translation>Deals pushed</translation>
    </message>
    <message>
        <source>提出</source>
        <translation>Raised on</translation>
    </message>
    <message>
        <source>提出日</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>提出的需求和答应的承诺</source>
        <translation>Requests raised and promises made</translation>
    </message>
    <message>
        <source>提前</source>
        <translation>Pulled in</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>搜索,或执行命令</source>
        <translation>Search or run a command</translation>
    </message>
    <message>
        <source>搜索,或执行命令…</source>
        <translation>Search or run a command…</translation>
    </message>
    <message>
        <source>搜索商机、客户、负责人或拼音</source>
        <translation>Search deal, account or owner</translation>
    </message>
    <message>
        <source>搜索客户、负责人或拼音</source>
        <translation>Search account, owner or pinyin</translation>
    </message>
    <message>
        <source>撤勾</source>
        <translation>Untick</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销这次导入</source>
        <translation>Undo this import</translation>
    </message>
    <message>
        <source>撸过程</source>
        <translation>Process</translation>
    </message>
    <message>
        <source>支援</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>收入之前的数字</source>
        <translation>what comes before revenue</translation>
    </message>
    <message>
        <source>收到的钱,和它属于哪个商机、客户、销售</source>
        <translation>Money received, with its deal, account and salesperson</translation>
    </message>
    <message>
        <source>收款日在周期内的回款之和,退款为负数照减;算给回款上写的人,没写的算给当天的商机负责人。</source>
        <translation>Sum of payments received in the cycle, refunds as negatives; counted for the payment&apos;s person, else for the deal&apos;s owner on that day.</translation>
    </message>
    <message>
        <source>收款日期</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>收款日期不能空着,也不能晚于今天。</source>
        <translation>The day must be given, and not lie in the future.</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>改了什么</source>
        <translation>What was changed</translation>
    </message>
    <message>
        <source>改好</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>改成</source>
        <translation>After</translation>
    </message>
    <message>
        <source>改文件的权限,或用 --store 换一个位置。</source>
        <translation>Change the file&apos;s permissions, or choose another place with --store.</translation>
    </message>
    <message>
        <source>改期</source>
        <translation>Pushed</translation>
    </message>
    <message>
        <source>改期 {pushed} 单 · 从没动过 {unmoved} 单</source>
        <translation>{pushed} pushed · {unmoved} never moved</translation>
    </message>
    <message>
        <source>改期和没动过</source>
        <translation>Pushed and never moved</translation>
    </message>
    <message>
        <source>改期的商机</source>
        <translation>Pushed deals</translation>
    </message>
    <message>
        <source>改看超期最久的</source>
        <translation>Show the longest overdue</translation>
    </message>
    <message>
        <source>改看金额最大的</source>
        <translation>Show the largest</translation>
    </message>
    <message>
        <source>改这一格</source>
        <translation>Edit the cell</translation>
    </message>
    <message>
        <source>改进动作</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>改进动作一览</source>
        <translation>Improvement actions</translation>
    </message>
    <message>
        <source>改进动作中途的检查</source>
        <translation>Check-ins on improvement actions</translation>
    </message>
    <message>
        <source>改进动作会在这里:每个绑定一个数字、一个人、一个日期,下个周期用数字验证。</source>
        <translation>Actions appear here: each bound to one number, one person and one date, and judged by the next cycle&apos;s numbers.</translation>
    </message>
    <message>
        <source>改进动作会在这里。先导入团队和商机。</source>
        <translation>Actions appear here. Import your team and deals first.</translation>
    </message>
    <message>
        <source>改进动作和下周期的判断</source>
        <translation>Improvement actions and the next cycle&apos;s verdict</translation>
    </message>
    <message>
        <source>改进动作编号</source>
        <translation>Action ID</translation>
    </message>
    <message>
        <source>改进动作表</source>
        <translation>Action table</translation>
    </message>
    <message>
        <source>改进验证</source>
        <translation>Improvement</translation>
    </message>
    <message>
        <source>改阶段缺条件时</source>
        <translation>Move without what it needs</translation>
    </message>
    <message>
        <source>放弃试算</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>数字来源</source>
        <translation>Source of figures</translation>
    </message>
    <message>
        <source>数字说:{verdict},{reason}。</source>
        <translation>The numbers say: {verdict}, {reason}.</translation>
    </message>
    <message>
        <source>数据在隐藏的工作表“{sheet}”里。</source>
        <translation>The data is on the hidden sheet “{sheet}”.</translation>
    </message>
    <message>
        <source>数据截至</source>
        <translation>Data as of</translation>
    </message>
    <message>
        <source>数据截至 {day}</source>
        <translation>Data as of {day}</translation>
    </message>
    <message>
        <source>数据截至哪一天</source>
        <translation>The day up to which data are counted</translation>
    </message>
    <message>
        <source>数据文件出错:{reason}。</source>
        <translation>The store failed: {reason}.</translation>
    </message>
    <message>
        <source>数据文件已损坏:{detail}</source>
        <translation>The store is damaged: {detail}</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>文件最前面的行</source>
        <translation>First rows of the file</translation>
    </message>
    <message>
        <source>文件的样子</source>
        <translation>Shape of file</translation>
    </message>
    <message>
        <source>文件里</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>文件里有驾驶舱没有的客户,会新加进来;写错了就先改文件:</source>
        <translation>The file names accounts that the cockpit does not have; they will be added. If one is misspelt, mend the file first:</translation>
    </message>
    <message>
        <source>文件里没有</source>
        <translation>Not in the file</translation>
    </message>
    <message>
        <source>文件里没有编号。勾选的列都一样的两行,算同一个商机。</source>
        <translation>The file has no IDs. Rows that agree in all ticked columns are the same deal.</translation>
    </message>
    <message>
        <source>文件里没有阶段列,{n} 个已签约的新商机按赢单计。</source>
        <translation>The file has no stage column: {n} new deal with a signing date counts as won.|The file has no stage column: {n} new deals with a signing date count as won.</translation>
    </message>
    <message>
        <source>文件里没有阶段列,{n} 个新商机放在第一个阶段。</source>
        <translation>The file has no stage column: {n} new deal was put into the first stage.|The file has no stage column: {n} new deals were put into the first stage.</translation>
    </message>
    <message>
        <source>文件里的</source>
        <translation>The file</translation>
    </message>
    <message>
        <source>文件里的内容</source>
        <translation>What the file says</translation>
    </message>
    <message>
        <source>文件里的内容驾驶舱里都有了,没有要导入的。</source>
        <translation>The cockpit already has everything in the file; there is nothing to import.</translation>
    </message>
    <message>
        <source>文件里的列</source>
        <translation>Columns in the file</translation>
    </message>
    <message>
        <source>文件里的表</source>
        <translation>Tables in the files</translation>
    </message>
    <message>
        <source>文件里的阶段,驾驶舱还没有;经验值以后可以改。</source>
        <translation>Stages of the file that the cockpit does not have yet; the experience values can be changed later.</translation>
    </message>
    <message>
        <source>文件里的阶段对应到团队的阶段;没有的会新建。</source>
        <translation>Stages of the file become the team&apos;s stages; missing ones are added.</translation>
    </message>
    <message>
        <source>文件里的阶段按团队的阶段计:</source>
        <translation>Stages of the file that count as stages of the team:</translation>
    </message>
    <message>
        <source>文件里空着的,把驾驶舱里的也清空</source>
        <translation>Blank cells erase what the cockpit has</translation>
    </message>
    <message>
        <source>文件里还有、驾驶舱里已经删除的记录,没有恢复:</source>
        <translation>Still in the file, but deleted in the cockpit; not brought back:</translation>
    </message>
    <message>
        <source>文字太长(超过 {n} 字)</source>
        <translation>the text is too long (over {n} characters)</translation>
    </message>
    <message>
        <source>新人员</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>新写一条:商机、需求、问题、改进动作、人、团队</source>
        <translation>New deal, request, problem, action, person or team</translation>
    </message>
    <message>
        <source>新创意</source>
        <translation>Idea</translation>
    </message>
    <message>
        <source>新加一行时填:从列表里选人员或团队。</source>
        <translation>For a new row: choose a person or a team from the list.</translation>
    </message>
    <message>
        <source>新加的商机和同一客户已有的很像,看看是不是同一个:</source>
        <translation>New deals that are much like one of the same account; see whether they are the same:</translation>
    </message>
    <message>
        <source>新商机</source>
        <translation>New deal</translation>
    </message>
    <message>
        <source>新商机 · 线索</source>
        <translation>New · leads</translation>
    </message>
    <message>
        <source>新商机 · 自拓</source>
        <translation>New · self</translation>
    </message>
    <message>
        <source>新商机能成</source>
        <translation>New deals feasible</translation>
    </message>
    <message>
        <source>新商机里自拓占 {share}</source>
        <translation>{share} of the new deals are self-sourced</translation>
    </message>
    <message>
        <source>新团队</source>
        <translation>New team</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>新增 {added},变更 {changed},未变 {unchanged},拒绝 {refused}</source>
        <translation>{added} new, {changed} changed, {unchanged} unchanged, {refused} refused</translation>
    </message>
    <message>
        <source>新增,也更新已有的</source>
        <translation>Add new, update existing</translation>
    </message>
    <message>
        <source>新客</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>新客户</source>
        <translation>New customers</translation>
    </message>
    <message>
        <source>新客户 {name}</source>
        <translation>new account {name}</translation>
    </message>
    <message>
        <source>新客户数</source>
        <translation>New customers</translation>
    </message>
    <message>
        <source>新客户目标</source>
        <translation>New-customer target</translation>
    </message>
    <message>
        <source>新客户触达</source>
        <translation>New-customer touches</translation>
    </message>
    <message>
        <source>新客户触达 {done} / 计划 {plan},落后于进度</source>
        <translation>New-customer touches {done} of {plan} planned, behind pace</translation>
    </message>
    <message>
        <source>新建商机赢单率</source>
        <translation>Cohort win rate</translation>
    </message>
    <message>
        <source>新建并关闭</source>
        <translation>Created and closed</translation>
    </message>
    <message>
        <source>新改进动作:{text}</source>
        <translation>New action: {text}</translation>
    </message>
    <message>
        <source>新的</source>
        <translation>New</translation>
    </message>
    <message>
        <source>新的,不是同一个</source>
        <translation>New, not the same</translation>
    </message>
    <message>
        <source>新的承诺</source>
        <translation>New promise</translation>
    </message>
    <message>
        <source>新的改进动作</source>
        <translation>New action</translation>
    </message>
    <message>
        <source>新的问题,上级补充</source>
        <translation>New problem, added by leader</translation>
    </message>
    <message>
        <source>新的问题,自己发现</source>
        <translation>New problem, self-found</translation>
    </message>
    <message>
        <source>新的需求</source>
        <translation>New request</translation>
    </message>
    <message>
        <source>新触达 / 计划</source>
        <translation>Touched / plan</translation>
    </message>
    <message>
        <source>新触达 {done} / {plan}</source>
        <translation>New touches {done} / {plan}</translation>
    </message>
    <message>
        <source>新触达的客户</source>
        <translation>New accounts touched</translation>
    </message>
    <message>
        <source>新阶段,{state}</source>
        <translation>New stage, {state}</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>方案报价</source>
        <translation>Proposal</translation>
    </message>
    <message>
        <source>无客户</source>
        <translation>no account</translation>
    </message>
    <message>
        <source>无法判断</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>无法衡量</source>
        <translation>Not measurable</translation>
    </message>
    <message>
        <source>无法衡量 {n}</source>
        <translation>Not measurable {n}</translation>
    </message>
    <message>
        <source>无法衡量:{text}</source>
        <translation>Not measurable: {text}</translation>
    </message>
    <message>
        <source>既没有写滚动记录,也没有跟进记录</source>
        <translation>Neither a log entry nor an activity</translation>
    </message>
    <message>
        <source>日在前</source>
        <translation>Day first</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>日期写作 2026-11-24;时刻是 UTC 时间,写作 2026-11-24T06:41:07.123Z。</source>
        <translation>Dates are written 2026-11-24; moments are UTC, written 2026-11-24T06:41:07.123Z.</translation>
    </message>
    <message>
        <source>日期在今天之后,还没有发生</source>
        <translation>the day is after today: it has not happened yet</translation>
    </message>
    <message>
        <source>日期在今天之后,钱还没有到</source>
        <translation>the day is after today: the money has not come yet</translation>
    </message>
    <message>
        <source>日期太远</source>
        <translation>too far away</translation>
    </message>
    <message>
        <source>日期怎么读</source>
        <translation>Reading of dates</translation>
    </message>
    <message>
        <source>日期日在前</source>
        <translation>Day first in dates</translation>
    </message>
    <message>
        <source>日期月在前</source>
        <translation>Month first in dates</translation>
    </message>
    <message>
        <source>时机不对</source>
        <translation>Timing</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>明天</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>昨天</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>是不是:{names}?</source>
        <translation>Did you mean: {names}?</translation>
    </message>
    <message>
        <source>是同一个</source>
        <translation>The same</translation>
    </message>
    <message>
        <source>是否关闭</source>
        <translation>Closed or not</translation>
    </message>
    <message>
        <source>是否按期</source>
        <translation>Kept in time</translation>
    </message>
    <message>
        <source>是否赢单</source>
        <translation>Won or not</translation>
    </message>
    <message>
        <source>是日期或是否,不是金额</source>
        <translation>a date or a yes/no, not an amount</translation>
    </message>
    <message>
        <source>晚 {n} 天</source>
        <translation>{n} day late|{n} days late</translation>
    </message>
    <message>
        <source>晚了 {n} 天</source>
        <translation>{n} day late|{n} days late</translation>
    </message>
    <message>
        <source>暂看{verdict}</source>
        <translation>{verdict} so far</translation>
    </message>
    <message>
        <source>更早的 {n} 条</source>
        <translation>{n} earlier entry|{n} earlier entries</translation>
    </message>
    <message>
        <source>更早的周期</source>
        <translation>Earlier cycles</translation>
    </message>
    <message>
        <source>最久 {n} 天没有跟进</source>
        <translation>The longest has had no follow-up for {n} day|The longest has had no follow-up for {n} days</translation>
    </message>
    <message>
        <source>最初约定</source>
        <translation>First due</translation>
    </message>
    <message>
        <source>最多的已是第 {n} 次</source>
        <translation>Most often: push no. {n}</translation>
    </message>
    <message>
        <source>最大的 {shown} 单,共 {n} 单;全部在工作簿里</source>
        <translation>The largest {shown} of {n} deal; all of them are in the workbook|The largest {shown} of {n} deals; all of them are in the workbook</translation>
    </message>
    <message>
        <source>最大的客户</source>
        <translation>Largest</translation>
    </message>
    <message>
        <source>最好情形</source>
        <translation>Best case</translation>
    </message>
    <message>
        <source>最近 12 个周期</source>
        <translation>Last 12 cycles</translation>
    </message>
    <message>
        <source>最近 7 天</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>最近 {n} 个周期</source>
        <translation>Last {n} cycles</translation>
    </message>
    <message>
        <source>最近 {n} 个周期最多的一类:{kind}</source>
        <translation>Most frequent kind in the last {n} cycles: {kind}</translation>
    </message>
    <message>
        <source>最近一次</source>
        <translation>Last push</translation>
    </message>
    <message>
        <source>最近几次:{moods}</source>
        <translation>Last ones: {moods}</translation>
    </message>
    <message>
        <source>最近几次面谈</source>
        <translation>Last one-on-ones</translation>
    </message>
    <message>
        <source>最近有成交的是 {month} ›</source>
        <translation>Deals were last closed in {month} ›</translation>
    </message>
    <message>
        <source>最近的跟进</source>
        <translation>Last activity</translation>
    </message>
    <message>
        <source>最近记的在前</source>
        <translation>the newest first</translation>
    </message>
    <message>
        <source>最近跟进</source>
        <translation>Last activity</translation>
    </message>
    <message>
        <source>最近进展</source>
        <translation>Last entry</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>月初的预测准不准</source>
        <translation>How good the early forecast was</translation>
    </message>
    <message>
        <source>月在前</source>
        <translation>Month first</translation>
    </message>
    <message>
        <source>月度复盘</source>
        <translation>Reviews</translation>
    </message>
    <message>
        <source>月报模板</source>
        <translation>monthly report template</translation>
    </message>
    <message>
        <source>有:单数</source>
        <translation>With: deals</translation>
    </message>
    <message>
        <source>有:赢单率</source>
        <translation>With: win rate</translation>
    </message>
    <message>
        <source>有“{action}”的已关闭商机</source>
        <translation>Closed deals with “{action}”</translation>
    </message>
    <message>
        <source>有下一步</source>
        <translation>Has a next step</translation>
    </message>
    <message>
        <source>有了商机,这里并排比较四种预测,并说明哪种更可信。先导入公司 CRM 导出的 Excel 或 CSV。</source>
        <translation>Once there are deals, four forecasts stand side by side here, with which one to believe. Start by importing your CRM&apos;s Excel or CSV export.</translation>
    </message>
    <message>
        <source>有了商机,这里说明任意两天之间变了什么。先导入公司 CRM 导出的 Excel 或 CSV。</source>
        <translation>Once there are deals, this page shows what changed between any two days. Begin by importing an Excel or CSV file from your CRM.</translation>
    </message>
    <message>
        <source>有了团队,这里一句话记一笔跟进,看每个人每天的拜访和跟进,到期的跟进一个不漏。先导入团队和商机。</source>
        <translation>With a team, activities are typed in here in one line each, everybody&apos;s day is seen, and no follow-up is missed. Import the team and the deals first.</translation>
    </message>
    <message>
        <source>有了在手商机,每单的五个问题在这里一格一格地回答。先导入公司 CRM 导出的 Excel 或 CSV。</source>
        <translation>Once there are open deals, the five questions of each are answered here, cell by cell. First import what your company&apos;s CRM exports, as Excel or CSV.</translation>
    </message>
    <message>
        <source>有了赢单,这里记录回款,并列出还没收齐的。先导入公司 CRM 导出的 Excel 或 CSV。</source>
        <translation>Once there are won deals, payments are recorded here, and what is still outstanding is listed. Import an Excel or CSV export of your CRM first.</translation>
    </message>
    <message>
        <source>有了赢单和丢单,这里比较切入部门、丢单原因、自拓和线索。先导入公司 CRM 导出的 Excel 或 CSV。</source>
        <translation>Once deals are won and lost, entry departments, lost reasons, self-sourced deals and leads are compared here. First import the Excel or CSV that your CRM exports.</translation>
    </message>
    <message>
        <source>有几个产品叫这个名字</source>
        <translation>several products have this name</translation>
    </message>
    <message>
        <source>有几个人叫这个名字,请加上编号列</source>
        <translation>several people have this name; add an ID column</translation>
    </message>
    <message>
        <source>有几个叫这个名字,请加上编号列</source>
        <translation>several have this name; add an ID column</translation>
    </message>
    <message>
        <source>有几个商机叫这个名字,请加上商机编号列</source>
        <translation>several deals have this name; add a column with the deal&apos;s ID</translation>
    </message>
    <message>
        <source>有几个客户叫这个名字,请加上客户编号列</source>
        <translation>several accounts have this name; add an account ID column</translation>
    </message>
    <message>
        <source>有在手商机的人不在任何团队</source>
        <translation>In no team, with open deals</translation>
    </message>
    <message>
        <source>有好几个叫这个名字,请从列表里选带编号的那一个</source>
        <translation>Several have this name; choose the one with a number from the list</translation>
    </message>
    <message>
        <source>有好几个叫这个名字,请从列表里选带编号的那一个,并写明范围</source>
        <translation>Several have this name; choose the one with a number from the list, and say whether it is a team or a person</translation>
    </message>
    <message>
        <source>有要定的</source>
        <translation>To be decided</translation>
    </message>
    <message>
        <source>有记录以来第一次跟进就在这一天的客户,算给当天第一个跟进的人。</source>
        <translation>Accounts whose first activity ever falls on this day, for whoever was there first.</translation>
    </message>
    <message>
        <source>有金额的 {n} 个商机里,最少要几个才够 80 %。</source>
        <translation>Of {n} deal with an amount, the fewest that make 80 %.|Of {n} deals with an amount, the fewest that make 80 %.</translation>
    </message>
    <message>
        <source>有金额的 {n} 个客户里,最少要几个才够 80 %。</source>
        <translation>The fewest of the {n} accounts with amounts that make 80 %.</translation>
    </message>
    <message>
        <source>有风险</source>
        <translation>At risk</translation>
    </message>
    <message>
        <source>期初</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>期初在手</source>
        <translation>Open at the start</translation>
    </message>
    <message>
        <source>期末</source>
        <translation>End</translation>
    </message>
    <message>
        <source>期末减期初;下面的各项加起来正好是它。</source>
        <translation>End minus start; the steps below add up to exactly this.</translation>
    </message>
    <message>
        <source>期末在手</source>
        <translation>Open at the end</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>due date</translation>
    </message>
    <message>
        <source>期限 {day}</source>
        <translation>Due {day}</translation>
    </message>
    <message>
        <source>期限来自</source>
        <translation>Limit from</translation>
    </message>
    <message>
        <source>未了结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>未了结的全部,已了结的只算 {month}</source>
        <translation>All that is open; finished ones of {month}</translation>
    </message>
    <message>
        <source>未关账</source>
        <translation>Left open</translation>
    </message>
    <message>
        <source>未分类</source>
        <translation>No kind</translation>
    </message>
    <message>
        <source>未分阶段</source>
        <translation>No stage</translation>
    </message>
    <message>
        <source>未变</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>未命名</source>
        <translation>Unnamed</translation>
    </message>
    <message>
        <source>未回款</source>
        <translation>Outstanding</translation>
    </message>
    <message>
        <source>未回款 {amount}</source>
        <translation>Outstanding {amount}</translation>
    </message>
    <message>
        <source>未查看</source>
        <translation>Not looked at</translation>
    </message>
    <message>
        <source>未见效</source>
        <translation>Not effective</translation>
    </message>
    <message>
        <source>未见效 {n}</source>
        <translation>Not effective {n}</translation>
    </message>
    <message>
        <source>未见效:{text}</source>
        <translation>Not effective: {text}</translation>
    </message>
    <message>
        <source>未见效的会作为本周期的问题回来。</source>
        <translation>What is not effective comes back as a problem of this cycle.</translation>
    </message>
    <message>
        <source>未解决</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>未解决的问题中,同一个人在以前的周期有过同一类的。</source>
        <translation>Open problems of a kind that the same person had in an earlier cycle.</translation>
    </message>
    <message>
        <source>本人记下一条,或写明为什么跳过,再补充。</source>
        <translation>Add yours once they have named one, or say why that is skipped.</translation>
    </message>
    <message>
        <source>本人说</source>
        <translation>Their own</translation>
    </message>
    <message>
        <source>本周 {day}</source>
        <translation>Now {day}</translation>
    </message>
    <message>
        <source>本周期</source>
        <translation>This cycle</translation>
    </message>
    <message>
        <source>本周期 {day} 面谈过</source>
        <translation>One-on-one held on {day}</translation>
    </message>
    <message>
        <source>本周期关闭的,和截止日在手的;共 {n} 单</source>
        <translation>Closed in the cycle, and open at its end: {n} deals</translation>
    </message>
    <message>
        <source>本周期成交或丢单</source>
        <translation>Closed this cycle</translation>
    </message>
    <message>
        <source>本周期新建</source>
        <translation>New this cycle</translation>
    </message>
    <message>
        <source>本周期新建的商机里,“这单能不能成”答“是”的;后来关单的也在内。</source>
        <translation>Of the opportunities created in this cycle, those whose feasibility is answered yes; those closed since are among them.</translation>
    </message>
    <message>
        <source>本周期没有到期的承诺</source>
        <translation>No promise due in this cycle</translation>
    </message>
    <message>
        <source>本周期没有答复过需求</source>
        <translation>No request answered in this cycle</translation>
    </message>
    <message>
        <source>本周期没有记录问题</source>
        <translation>No problems recorded this cycle</translation>
    </message>
    <message>
        <source>本周期没有记录问题。</source>
        <translation>No problems were recorded this cycle.</translation>
    </message>
    <message>
        <source>本周期管道数</source>
        <translation>Pipeline deals of the cycle</translation>
    </message>
    <message>
        <source>本周期管道金额</source>
        <translation>Pipeline of the cycle</translation>
    </message>
    <message>
        <source>本周期管道金额 / 缺口;缺口为 0 时为“已达成”。需要的倍数是 1 / 赢单率。</source>
        <translation>Pipeline of the cycle / gap; met when the gap is 0. What is needed is 1 / win rate.</translation>
    </message>
    <message>
        <source>本周期约定的改进</source>
        <translation>Actions of this cycle</translation>
    </message>
    <message>
        <source>本周期约定的改进动作。</source>
        <translation>Actions agreed in this cycle.</translation>
    </message>
    <message>
        <source>本周期记下、还没有解决的问题。</source>
        <translation>Problems of this cycle that are not settled.</translation>
    </message>
    <message>
        <source>本周期还没有约定改进。</source>
        <translation>No actions have been agreed this cycle.</translation>
    </message>
    <message>
        <source>本周期还没有问题</source>
        <translation>No problems in this cycle yet</translation>
    </message>
    <message>
        <source>本周期还没过完</source>
        <translation>the latest cycle is still running</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>本月回款的商机</source>
        <translation>Deals paid this month</translation>
    </message>
    <message>
        <source>条件</source>
        <translation>Requirement</translation>
    </message>
    <message>
        <source>条件没有满足时</source>
        <translation>When a requirement is not met</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>来源类型</source>
        <translation>Sourcing</translation>
    </message>
    <message>
        <source>柱子从 {amount} 起画</source>
        <translation>Columns are drawn from {amount}</translation>
    </message>
    <message>
        <source>标价</source>
        <translation>List price</translation>
    </message>
    <message>
        <source>样本数</source>
        <translation>n</translation>
    </message>
    <message>
        <source>检查发现 {n} 个问题。</source>
        <translation>The check found {n} problem.|The check found {n} problems.</translation>
    </message>
    <message>
        <source>检查文件名和文件夹。</source>
        <translation>Check the name and the folder.</translation>
    </message>
    <message>
        <source>检查文件夹是否存在、是否有权限。</source>
        <translation>Check that the folder exists and may be read.</translation>
    </message>
    <message>
        <source>检查是不是空的模板,或重新导出一次。</source>
        <translation>Check that it is not an empty template, or export it again.</translation>
    </message>
    <message>
        <source>检查是不是选错了文件,或重新导出一次。</source>
        <translation>Check that it is the right file, or export it again.</translation>
    </message>
    <message>
        <source>检查磁盘;如果在网络盘或移动盘上,请移到本机。</source>
        <translation>Check the disk; if it is a share or a stick, move the store to this computer.</translation>
    </message>
    <message>
        <source>检查表头:商机要有名称或客户、阶段和金额,人员要有姓名和团队或主管。</source>
        <translation>Check the headings: deals need a name or account, a stage and an amount; people need a name and a team or manager.</translation>
    </message>
    <message>
        <source>检查路径。</source>
        <translation>Check the path.</translation>
    </message>
    <message>
        <source>检查通过,没有发现问题。</source>
        <translation>Check passed, nothing found.</translation>
    </message>
    <message>
        <source>模拟</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>模拟 正在算…</source>
        <translation>Simulation: working…</translation>
    </message>
    <message>
        <source>模拟的 10%–90% 区间在 {all} 个周期里说中了 {n} 个。</source>
        <translation>The simulation&apos;s 10–90% range held in {n} of {all} cycles.</translation>
    </message>
    <message>
        <source>模拟里:改经验值,该阶段的机会同比例变;推到周期之后的商机不再抽签。</source>
        <translation>In the simulation, another experience value changes the chances of its stage in proportion, and a deal pushed beyond the cycle is not drawn.</translation>
    </message>
    <message>
        <source>模板 {name} 太大。</source>
        <translation>The template {name} is too large.</translation>
    </message>
    <message>
        <source>模板 {name} 已损坏,读不出来。</source>
        <translation>The template {name} is damaged and cannot be read.</translation>
    </message>
    <message>
        <source>模板 {name} 是旧的 .xls 格式,填不了。</source>
        <translation>The template {name} is in the old .xls format and cannot be filled.</translation>
    </message>
    <message>
        <source>模板 {name} 有密码保护,填不了。</source>
        <translation>The template {name} is protected by a password and cannot be filled.</translation>
    </message>
    <message>
        <source>模板 {name} 里没有占位符,没有什么可填。</source>
        <translation>The template {name} has no placeholders; there is nothing to fill.</translation>
    </message>
    <message>
        <source>模板要是 .xlsx、.xlsm、.xltx 或 .xltm 工作簿。</source>
        <translation>A template has to be an .xlsx, .xlsm, .xltx or .xltm workbook.</translation>
    </message>
    <message>
        <source>横线是目标</source>
        <translation>The line is the target</translation>
    </message>
    <message>
        <source>欠得多的在前</source>
        <translation>Largest outstanding first</translation>
    </message>
    <message>
        <source>次数</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>正在停止…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>正在写 {name}</source>
        <translation>Writing {name}</translation>
    </message>
    <message>
        <source>正在写入 {n} 个商机</source>
        <translation>Writing {n} deal|Writing {n} deals</translation>
    </message>
    <message>
        <source>正在写入 {n} 条记录</source>
        <translation>Writing records ({n})</translation>
    </message>
    <message>
        <source>正在写入人员、客户和产品</source>
        <translation>Writing people, accounts and products</translation>
    </message>
    <message>
        <source>正在和已有的数据比对</source>
        <translation>Comparing with what is there</translation>
    </message>
    <message>
        <source>正在导入</source>
        <translation>Importing</translation>
    </message>
    <message>
        <source>正在撤销</source>
        <translation>Undoing</translation>
    </message>
    <message>
        <source>正在改:{activity}</source>
        <translation>Changing: {activity}</translation>
    </message>
    <message>
        <source>正在查…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>正在看的人</source>
        <translation>the person looked at</translation>
    </message>
    <message>
        <source>正在算…</source>
        <translation>Computing…</translation>
    </message>
    <message>
        <source>正在算… {done} / {all}</source>
        <translation>Working… {done} / {all}</translation>
    </message>
    <message>
        <source>正在计算</source>
        <translation>Computing</translation>
    </message>
    <message>
        <source>正在计算…</source>
        <translation>Computing…</translation>
    </message>
    <message>
        <source>正在计算各阶段的转化…</source>
        <translation>Computing conversion between stages…</translation>
    </message>
    <message>
        <source>正在认 {name} 的列</source>
        <translation>Matching the columns of {name}</translation>
    </message>
    <message>
        <source>正在读 {name}</source>
        <translation>Reading {name}</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>正在读文件</source>
        <translation>Reading files</translation>
    </message>
    <message>
        <source>正在进行</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>正在重新认…</source>
        <translation>Recognising again…</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>每个人</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>每个人做了多少</source>
        <translation>Activity by person</translation>
    </message>
    <message>
        <source>每个人在五步里各站在哪,和驾驶舱首页的循环板一样</source>
        <translation>Where everybody stands in the five steps, as on the cockpit&apos;s loop board</translation>
    </message>
    <message>
        <source>每个人在五步里站在哪</source>
        <translation>The five steps, by person</translation>
    </message>
    <message>
        <source>每个人最近的士气</source>
        <translation>Everybody&apos;s recent morale</translation>
    </message>
    <message>
        <source>每个人的指标;结果好不好看进度指数,原因写在最右边</source>
        <translation>Everybody&apos;s figures; the pace index tells how results are, the reasons stand at the right</translation>
    </message>
    <message>
        <source>每个人的跟进,按方式</source>
        <translation>Activities of each person by kind</translation>
    </message>
    <message>
        <source>每个人的面谈</source>
        <translation>One-on-ones by person</translation>
    </message>
    <message>
        <source>每个人自己发现的问题和你的补充会在这里。先导入团队和商机。</source>
        <translation>What people find themselves and what you add appears here. Import your team and deals first.</translation>
    </message>
    <message>
        <source>每个人走到五步的哪一步</source>
        <translation>Where each person stands in the five steps</translation>
    </message>
    <message>
        <source>每个人这一天的跟进</source>
        <translation>What each person did on this day</translation>
    </message>
    <message>
        <source>每个人都找过问题</source>
        <translation>Problems were looked for with everybody</translation>
    </message>
    <message>
        <source>每个人都有目标</source>
        <translation>Everybody has a target</translation>
    </message>
    <message>
        <source>每个周期一行:目标、完成、点评,关账时冻结的数字,和一份交得出去的工作簿。先导入商机。</source>
        <translation>One line per cycle: target, result, comment, the figures frozen at closing, and a workbook to hand on. Import your deals first.</translation>
    </message>
    <message>
        <source>每个周期的点评</source>
        <translation>The comment on each cycle</translation>
    </message>
    <message>
        <source>每个周期的问题,自己发现的和上级补充的</source>
        <translation>The problems of each cycle, self-found and added by the leader</translation>
    </message>
    <message>
        <source>每个商机的五个问题:回答和依据</source>
        <translation>The five questions of each deal: answer and evidence</translation>
    </message>
    <message>
        <source>每个商机都换过阶段</source>
        <translation>Every deal has changed stage</translation>
    </message>
    <message>
        <source>每个在手的商机都有变化。</source>
        <translation>Every open deal has changed.</translation>
    </message>
    <message>
        <source>每个指标怎么算</source>
        <translation>How each figure is computed</translation>
    </message>
    <message>
        <source>每个数字只有一种算法,窗口、命令行和这里是同一个</source>
        <translation>Each figure has one definition: in the window, on the command line, and here</translation>
    </message>
    <message>
        <source>每个文件是一张表:UTF-8 编码,逗号分隔,第一行是标题;Excel、WPS 和别的程序都能直接打开。</source>
        <translation>Each file is one table: UTF-8, separated by commas, headings in the first line; Excel, WPS and other programs open it as it is.</translation>
    </message>
    <message>
        <source>每个未关商机,不论预计哪天关,按它的阶段和停留天数(没有阶段历史时按创建以来的天数)学到的“本周期内赢下”的机会抽签一万次:中位数和 10%–90% 区间。</source>
        <translation>Each open deal, whatever its close date, is drawn 10,000 times by its learned chance to be won within the cycle, given stage and days in stage (days since creation, where there is no history of stages): median and 10–90% range.</translation>
    </message>
    <message>
        <source>每个流程的阶段和经验值</source>
        <translation>The stages of each pipeline and their experience values</translation>
    </message>
    <message>
        <source>每人每周计划做多少次</source>
        <translation>How many of each action a person plans in a week</translation>
    </message>
    <message>
        <source>每日跟进</source>
        <translation>Daily view</translation>
    </message>
    <message>
        <source>每日跟进里:前一天、后一天</source>
        <translation>In the daily view: day before, day after</translation>
    </message>
    <message>
        <source>每日跟进里:跟完</source>
        <translation>In the daily view: follow-up done</translation>
    </message>
    <message>
        <source>每次面谈的笔记,最后的样子</source>
        <translation>The note of each meeting as it is now</translation>
    </message>
    <message>
        <source>每行要有商机的名称或编号、日期和金额。</source>
        <translation>Each line needs the deal&apos;s name or number, a date and an amount.</translation>
    </message>
    <message>
        <source>比下一级的目标还低:</source>
        <translation>Below the level beneath it:</translation>
    </message>
    <message>
        <source>比例</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>比较哪两天</source>
        <translation>Which two days to compare</translation>
    </message>
    <message>
        <source>汇率</source>
        <translation>Exchange rates</translation>
    </message>
    <message>
        <source>汇率(百万分之一)</source>
        <translation>Rate (millionths)</translation>
    </message>
    <message>
        <source>沟通风格</source>
        <translation>Conversation style</translation>
    </message>
    <message>
        <source>没兑现的承诺</source>
        <translation>Open promises</translation>
    </message>
    <message>
        <source>没写是谁</source>
        <translation>nobody named</translation>
    </message>
    <message>
        <source>没写金额</source>
        <translation>No amount</translation>
    </message>
    <message>
        <source>没定日期</source>
        <translation>no date</translation>
    </message>
    <message>
        <source>没有:单数</source>
        <translation>Without: deals</translation>
    </message>
    <message>
        <source>没有:赢单率</source>
        <translation>Without: win rate</translation>
    </message>
    <message>
        <source>没有“{text}”可选。</source>
        <translation>“{text}” is not one of the choices.</translation>
    </message>
    <message>
        <source>没有一个商机记下来源:自拓还是线索</source>
        <translation>No deal says where it came from: self-sourced or a lead</translation>
    </message>
    <message>
        <source>没有一个阶段有 30 个关过的商机</source>
        <translation>No stage has 30 closed deals</translation>
    </message>
    <message>
        <source>没有下一步</source>
        <translation>No next step</translation>
    </message>
    <message>
        <source>没有下一步 {n} 单</source>
        <translation>{n} without a next step</translation>
    </message>
    <message>
        <source>没有下一步的重点商机</source>
        <translation>Major deals without a next step</translation>
    </message>
    <message>
        <source>没有人,也没有客户和商机</source>
        <translation>neither a person nor an account or a deal</translation>
    </message>
    <message>
        <source>没有人在跟,却还算在管道和预测里。换一个负责人。</source>
        <translation>Nobody works on it, and yet it counts in pipeline and forecast. Give it another owner.</translation>
    </message>
    <message>
        <source>没有人明显落后</source>
        <translation>nobody is well behind pace</translation>
    </message>
    <message>
        <source>没有使用</source>
        <translation>Not used</translation>
    </message>
    <message>
        <source>没有停滞</source>
        <translation>None stalled</translation>
    </message>
    <message>
        <source>没有停滞的商机</source>
        <translation>No stalled deals</translation>
    </message>
    <message>
        <source>没有停滞的商机:每一单在阶段里的天数都在期限以内。</source>
        <translation>No stalled deals: every deal is within its stage&apos;s limit.</translation>
    </message>
    <message>
        <source>没有停滞的商机。</source>
        <translation>No stalled deals.</translation>
    </message>
    <message>
        <source>没有先让本人说问题的理由</source>
        <translation>Why self-finding was skipped</translation>
    </message>
    <message>
        <source>没有内容</source>
        <translation>no note</translation>
    </message>
    <message>
        <source>没有写下一步的,和日期已过的</source>
        <translation>Those without a next step, and those whose day has passed</translation>
    </message>
    <message>
        <source>没有写原因</source>
        <translation>No reason given</translation>
    </message>
    <message>
        <source>没有写来源</source>
        <translation>No source given</translation>
    </message>
    <message>
        <source>没有写的权限</source>
        <translation>no permission to write there</translation>
    </message>
    <message>
        <source>没有写部门</source>
        <translation>No department given</translation>
    </message>
    <message>
        <source>没有决策</source>
        <translation>No decision</translation>
    </message>
    <message>
        <source>没有创建日期</source>
        <translation>No creation date</translation>
    </message>
    <message>
        <source>没有到日子的跟进</source>
        <translation>No check-in is due</translation>
    </message>
    <message>
        <source>没有变化</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>没有变化的商机</source>
        <translation>Deals without any change</translation>
    </message>
    <message>
        <source>没有叫“{name}”的团队或人。</source>
        <translation>There is no team or person called “{name}”.</translation>
    </message>
    <message>
        <source>没有可以撤销的操作。</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>没有可以比较的动作。</source>
        <translation>No actions to compare.</translation>
    </message>
    <message>
        <source>没有可以重做的操作。</source>
        <translation>There is nothing to redo.</translation>
    </message>
    <message>
        <source>没有名称,也没有编号</source>
        <translation>neither a name nor an ID</translation>
    </message>
    <message>
        <source>没有名称、客户和产品,也没有编号</source>
        <translation>no name, account, product or ID</translation>
    </message>
    <message>
        <source>没有哪个动作和赢单明显一起出现</source>
        <translation>No action clearly goes with winning</translation>
    </message>
    <message>
        <source>没有商机,也没有客户</source>
        <translation>neither a deal nor an account</translation>
    </message>
    <message>
        <source>没有商机标了承诺成交或最好情形</source>
        <translation>No deal is marked commit or best case</translation>
    </message>
    <message>
        <source>没有商机用这个币种</source>
        <translation>no deal in this currency</translation>
    </message>
    <message>
        <source>没有团队</source>
        <translation>No team</translation>
    </message>
    <message>
        <source>没有在手商机</source>
        <translation>There are no open deals</translation>
    </message>
    <message>
        <source>没有在手商机。</source>
        <translation>There are no open deals.</translation>
    </message>
    <message>
        <source>没有客户</source>
        <translation>No account</translation>
    </message>
    <message>
        <source>没有找到备份 {path}。</source>
        <translation>The backup {path} was not found.</translation>
    </message>
    <message>
        <source>没有找到数据文件 {path}。</source>
        <translation>The store {path} was not found.</translation>
    </message>
    <message>
        <source>没有找到文件 {name}。</source>
        <translation>There is no file {name}.</translation>
    </message>
    <message>
        <source>没有指定主管</source>
        <translation>No supervisor named</translation>
    </message>
    <message>
        <source>没有指标</source>
        <translation>no metric</translation>
    </message>
    <message>
        <source>没有推到更晚的月份</source>
        <translation>None into a later month</translation>
    </message>
    <message>
        <source>没有收齐的赢单</source>
        <translation>Won deals not paid in full</translation>
    </message>
    <message>
        <source>没有改进动作</source>
        <translation>No actions</translation>
    </message>
    <message>
        <source>没有数字的原因</source>
        <translation>Why there is no figure</translation>
    </message>
    <message>
        <source>没有数据</source>
        <translation>No data</translation>
    </message>
    <message>
        <source>没有日期</source>
        <translation>no date</translation>
    </message>
    <message>
        <source>没有明显差别</source>
        <translation>No clear difference</translation>
    </message>
    <message>
        <source>没有未关的商机。</source>
        <translation>No open deals.</translation>
    </message>
    <message>
        <source>没有未完成的承诺和需求</source>
        <translation>No open promises or requests</translation>
    </message>
    <message>
        <source>没有未解决的问题</source>
        <translation>No open problems</translation>
    </message>
    <message>
        <source>没有标为重点的在手商机。</source>
        <translation>No open deals are marked as major.</translation>
    </message>
    <message>
        <source>没有欠着的</source>
        <translation>Nothing owed</translation>
    </message>
    <message>
        <source>没有正在办的事。</source>
        <translation>Nothing is in hand.</translation>
    </message>
    <message>
        <source>没有汇率</source>
        <translation>no rate</translation>
    </message>
    <message>
        <source>没有汇率就不知道值多少本币:不加进任何金额,只计单数并注明。在下面填一个汇率。</source>
        <translation>Without a rate nobody knows what it is worth: it is counted and said, but added to no amount. Type a rate below.</translation>
    </message>
    <message>
        <source>没有没完成的承诺和需求</source>
        <translation>No open promises or requests</translation>
    </message>
    <message>
        <source>没有目标</source>
        <translation>No target</translation>
    </message>
    <message>
        <source>没有目标就没有完成率、缺口、覆盖率和进度指数,这些都显示“—”。</source>
        <translation>Without a target there is no attainment, gap, coverage or pace index: they show “—”.</translation>
    </message>
    <message>
        <source>没有目标的月份</source>
        <translation>Months without a target</translation>
    </message>
    <message>
        <source>没有等着兑现的承诺。</source>
        <translation>No promise is waiting.</translation>
    </message>
    <message>
        <source>没有红线记录。未了结的红线会让这个人的过程不能略过。</source>
        <translation>None. While a red line is open, this person&apos;s process may not be skipped.</translation>
    </message>
    <message>
        <source>没有约定过的改进动作不能验证。</source>
        <translation>An action that was never agreed cannot be judged.</translation>
    </message>
    <message>
        <source>没有经验值可用,加权预测里按 0 计,漏斗里也看不见。</source>
        <translation>No experience value applies: it weighs 0 in the forecast and is not in the funnel.</translation>
    </message>
    <message>
        <source>没有绑定指标</source>
        <translation>not bound to a metric</translation>
    </message>
    <message>
        <source>没有缺条件的商机。进阶段的条件在团队页的“团队与阶段”里定。</source>
        <translation>No deal lacks what a stage asks for. What a stage asks for is set on the team page, under teams and stages.</translation>
    </message>
    <message>
        <source>没有老问题回来</source>
        <translation>No old problem is back</translation>
    </message>
    <message>
        <source>没有能导入的行。</source>
        <translation>No row can be imported.</translation>
    </message>
    <message>
        <source>没有草稿</source>
        <translation>No drafts</translation>
    </message>
    <message>
        <source>没有补充。</source>
        <translation>Nothing added.</translation>
    </message>
    <message>
        <source>没有被拒绝的行。</source>
        <translation>No rows were refused.</translation>
    </message>
    <message>
        <source>没有要修的数据:{n} 种毛病都查过了,数字可以放心用。</source>
        <translation>Nothing to mend: {n} kinds of faults were looked for. You can rely on the figures.</translation>
    </message>
    <message>
        <source>没有要修的数据。</source>
        <translation>Nothing to mend.</translation>
    </message>
    <message>
        <source>没有计划</source>
        <translation>nothing planned</translation>
    </message>
    <message>
        <source>没有计划的另做了 {n} 次</source>
        <translation>{n} more where nothing was planned</translation>
    </message>
    <message>
        <source>没有记下要跟进的事。笔记都在。</source>
        <translation>Nothing to follow up was captured. The note is saved.</translation>
    </message>
    <message>
        <source>没有记录ID的行没有加入,因为选了只更新;行号:</source>
        <translation>Rows without a record ID were not added, because only updates were asked for; rows:</translation>
    </message>
    <message>
        <source>没有记录商机来源</source>
        <translation>No deal sources recorded</translation>
    </message>
    <message>
        <source>没有设目标</source>
        <translation>No target set</translation>
    </message>
    <message>
        <source>没有设目标,完成率和进度算不出来</source>
        <translation>No target set, so no attainment and pace</translation>
    </message>
    <message>
        <source>没有设目标值</source>
        <translation>no target value set</translation>
    </message>
    <message>
        <source>没有负责人</source>
        <translation>No owner</translation>
    </message>
    <message>
        <source>没有赢单,也没有预计在本周期关单的商机。</source>
        <translation>Nothing won, and no deals expected to close this cycle.</translation>
    </message>
    <message>
        <source>没有赢单,比不了</source>
        <translation>Nothing won to compare with</translation>
    </message>
    <message>
        <source>没有跟进记录</source>
        <translation>No activity recorded</translation>
    </message>
    <message>
        <source>没有跟进记录:导入跟进记录以后,这里数得出谁做了多少。</source>
        <translation>No activities: once they are imported, who did how much is counted here.</translation>
    </message>
    <message>
        <source>没有跟进记录。</source>
        <translation>No activities.</translation>
    </message>
    <message>
        <source>没有跨月改期的商机</source>
        <translation>No deal was pushed into a later month</translation>
    </message>
    <message>
        <source>没有这一天</source>
        <translation>no such day</translation>
    </message>
    <message>
        <source>没有这个人,请先导入人员</source>
        <translation>no such person; import the people first</translation>
    </message>
    <message>
        <source>没有这个商机,请先导入商机</source>
        <translation>no such deal; import the deals first</translation>
    </message>
    <message>
        <source>没有这个团队</source>
        <translation>no such team</translation>
    </message>
    <message>
        <source>没有这个客户,请先导入客户或商机</source>
        <translation>no such account; import accounts or deals first</translation>
    </message>
    <message>
        <source>没有这个指标,从列表里选</source>
        <translation>No such metric; choose one from the list</translation>
    </message>
    <message>
        <source>没有这个文件夹</source>
        <translation>there is no such folder</translation>
    </message>
    <message>
        <source>没有这样的商机。放宽上面的条件再看。</source>
        <translation>No deals match. Loosen the filters above.</translation>
    </message>
    <message>
        <source>没有这样的客户。放宽上面的条件再看。</source>
        <translation>No such account. Ask for less above.</translation>
    </message>
    <message>
        <source>没有这样的未关商机。</source>
        <translation>No such open deal.</translation>
    </message>
    <message>
        <source>没有这样的选项</source>
        <translation>Nothing fits</translation>
    </message>
    <message>
        <source>没有进行中的改进动作</source>
        <translation>No running actions</translation>
    </message>
    <message>
        <source>没有选用任何表。</source>
        <translation>No table is chosen.</translation>
    </message>
    <message>
        <source>没有逾期</source>
        <translation>none overdue</translation>
    </message>
    <message>
        <source>没有遗留的事项</source>
        <translation>Nothing carried over</translation>
    </message>
    <message>
        <source>没有重点客户</source>
        <translation>No key accounts</translation>
    </message>
    <message>
        <source>没有金额</source>
        <translation>no amount</translation>
    </message>
    <message>
        <source>没有金额,按标价估:{amount}</source>
        <translation>No amount; list price: {amount}</translation>
    </message>
    <message>
        <source>没有阶段</source>
        <translation>no stage</translation>
    </message>
    <message>
        <source>没有需要特别关注的事</source>
        <translation>Nothing calls for attention</translation>
    </message>
    <message>
        <source>没有预测。</source>
        <translation>No forecast.</translation>
    </message>
    <message>
        <source>没有预算</source>
        <translation>No budget</translation>
    </message>
    <message>
        <source>没有预计成交推到更晚月份的商机。</source>
        <translation>No expected close was pushed into a later month.</translation>
    </message>
    <message>
        <source>没有预计成交日期</source>
        <translation>No expected close</translation>
    </message>
    <message>
        <source>没认出客户</source>
        <translation>no account recognised</translation>
    </message>
    <message>
        <source>没走到一半</source>
        <translation>less than half of the way</translation>
    </message>
    <message>
        <source>没问</source>
        <translation>Unasked</translation>
    </message>
    <message>
        <source>沿用了上次的对应</source>
        <translation>Matched as last time</translation>
    </message>
    <message>
        <source>法务</source>
        <translation>Legal</translation>
    </message>
    <message>
        <source>流程</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>流程的经验值</source>
        <translation>The pipeline&apos;s experience value</translation>
    </message>
    <message>
        <source>流程编号</source>
        <translation>Pipeline ID</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>涉及商机</source>
        <translation>Deal</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>深色是预期金额</source>
        <translation>The dark part is the expected amount</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>添加 {name}</source>
        <translation>Add {name}</translation>
    </message>
    <message>
        <source>添加人员</source>
        <translation>Add person</translation>
    </message>
    <message>
        <source>添加商机 {name}</source>
        <translation>Add deal {name}</translation>
    </message>
    <message>
        <source>添加团队</source>
        <translation>Add team</translation>
    </message>
    <message>
        <source>添加团队 {name}</source>
        <translation>Add team {name}</translation>
    </message>
    <message>
        <source>清单:{title}(表名 {name},{n} 行)</source>
        <translation>List: {title} (table name {name}, {n} row)|List: {title} (table name {name}, {n} rows)</translation>
    </message>
    <message>
        <source>清单“{name}”的标题没有一列认得</source>
        <translation>No heading of the list “{name}” is known</translation>
    </message>
    <message>
        <source>清单名后写 _top5,只取最前的 5 行</source>
        <translation>With _top5 behind its name a list gives its first 5 rows</translation>
    </message>
    <message>
        <source>清单里没有列“{name}”</source>
        <translation>The list has no column “{name}”</translation>
    </message>
    <message>
        <source>清空这一格</source>
        <translation>Clear the cell</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>滚动记录</source>
        <translation>Rolling log</translation>
    </message>
    <message>
        <source>漏斗:{n} 单,{amount},按经验值预计 {expected}</source>
        <translation>Funnel: {n} deal, {amount}, {expected} expected by experience values|Funnel: {n} deals, {amount}, {expected} expected by experience values</translation>
    </message>
    <message>
        <source>漏斗、关键动作、停滞的商机和重点商机会在这里。先导入团队和商机。</source>
        <translation>The funnel, key actions, stalled and major deals appear here. Import your team and deals first.</translation>
    </message>
    <message>
        <source>演示</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>灰色的列是给人看的:记录ID认出是哪一条,版本认出哪一格改过。不要改这两列,也不要改表头。</source>
        <translation>Grey columns are for reading: the record ID tells which record it is, the version which cells were edited. Leave both, and the headings, as they are.</translation>
    </message>
    <message>
        <source>点</source>
        <translation>pts</translation>
    </message>
    <message>
        <source>点任何数字看它背后的明细</source>
        <translation>click any number to see what is behind it</translation>
    </message>
    <message>
        <source>点数字看明细</source>
        <translation>numbers lead to their rows</translation>
    </message>
    <message>
        <source>点是小数点</source>
        <translation>Point is the decimal mark</translation>
    </message>
    <message>
        <source>点评</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>点评 {month}</source>
        <translation>Comment on {month}</translation>
    </message>
    <message>
        <source>照减:赢单收入、管道和预测都会变小。是退货就不用改,写错了才改。</source>
        <translation>Taken off won revenue, pipeline and forecast. Returns are right as they are; mend only what was mistyped.</translation>
    </message>
    <message>
        <source>照抄 {n} 个人的“{action}”</source>
        <translation>Copy the week before of “{action}” ({n})</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>猫头鹰</source>
        <translation>Owl</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>现在 {now}</source>
        <translation>now {now}</translation>
    </message>
    <message>
        <source>现在 {now} → 目标 {target}</source>
        <translation>Now {now} → target {target}</translation>
    </message>
    <message>
        <source>现在,{month}</source>
        <translation>Now, {month}</translation>
    </message>
    <message>
        <source>现在是“{label}”</source>
        <translation>Now “{label}”</translation>
    </message>
    <message>
        <source>现在比较的是本周期。</source>
        <translation>This cycle is compared instead.</translation>
    </message>
    <message>
        <source>现在的值</source>
        <translation>Present value</translation>
    </message>
    <message>
        <source>现在的预测是 {amount}</source>
        <translation>The forecast is now {amount}</translation>
    </message>
    <message>
        <source>现在约定</source>
        <translation>Due now</translation>
    </message>
    <message>
        <source>现场笔记</source>
        <translation>Live note</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason given</translation>
    </message>
    <message>
        <source>生效</source>
        <translation>Effective at</translation>
    </message>
    <message>
        <source>用 --store 指定一个新文件。</source>
        <translation>Name a new file with --store.</translation>
    </message>
    <message>
        <source>用公司模板</source>
        <translation>Use a company template</translation>
    </message>
    <message>
        <source>用公司模板…</source>
        <translation>Use a company template…</translation>
    </message>
    <message>
        <source>用哪一个</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>用学到的值</source>
        <translation>Uses learned values</translation>
    </message>
    <message>
        <source>用文件里的 {file} 个,保留 {kept} 个。</source>
        <translation>From the file {file}, kept {kept}.</translation>
    </message>
    <message>
        <source>用时 {time}</source>
        <translation>Took {time}</translation>
    </message>
    <message>
        <source>用最近的备份恢复:cockpit restore 备份文件。</source>
        <translation>Restore the latest backup: cockpit restore FILE.</translation>
    </message>
    <message>
        <source>用最近的进展和下一步写好,复制或存成 .eml</source>
        <translation>Written from the last entries and the next step, to copy or save as .eml</translation>
    </message>
    <message>
        <source>用本人的话写</source>
        <translation>In their own words</translation>
    </message>
    <message>
        <source>用来分清商机的列</source>
        <translation>Columns that tell deals apart</translation>
    </message>
    <message>
        <source>用现在的驾驶舱重新导出一份,把改动搬过去再导入。</source>
        <translation>Export it again with this version, move your changes over, and import that.</translation>
    </message>
    <message>
        <source>由下个周期验证</source>
        <translation>Judged next cycle</translation>
    </message>
    <message>
        <source>由典型周期推算,过去的商机还不够</source>
        <translation>Derived from the typical cycle: too few past deals yet</translation>
    </message>
    <message>
        <source>由导入的商机和面谈记录算出,和程序里显示的是同一个数字。</source>
        <translation>Computed from imported deals and one-on-ones; the same numbers as in the program.</translation>
    </message>
    <message>
        <source>由您指定</source>
        <translation>Chosen by you</translation>
    </message>
    <message>
        <source>由谁办</source>
        <translation>Given by</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>留下试算的 {n} 处改动</source>
        <translation>Keep one tried change|Keep {n} tried changes</translation>
    </message>
    <message>
        <source>留下这些改动</source>
        <translation>Keep these changes</translation>
    </message>
    <message>
        <source>留意</source>
        <translation>Watch</translation>
    </message>
    <message>
        <source>略落后</source>
        <translation>Slightly behind</translation>
    </message>
    <message>
        <source>略过</source>
        <translation>Skipped because</translation>
    </message>
    <message>
        <source>略过自评</source>
        <translation>Self-finding skipped</translation>
    </message>
    <message>
        <source>略过自评:{reason}</source>
        <translation>Self-finding skipped: {reason}</translation>
    </message>
    <message>
        <source>目录价</source>
        <translation>List price</translation>
    </message>
    <message>
        <source>目录价估算</source>
        <translation>List price</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>目标 - 赢单收入,最小为 0。</source>
        <translation>Target - won revenue, never below 0.</translation>
    </message>
    <message>
        <source>目标 {target}</source>
        <translation>target {target}</translation>
    </message>
    <message>
        <source>目标 {target} · {n} 单</source>
        <translation>Target {target} · {n} deals</translation>
    </message>
    <message>
        <source>目标不能是负数</source>
        <translation>a target cannot be negative</translation>
    </message>
    <message>
        <source>目标不能是负数。</source>
        <translation>A target cannot be negative.</translation>
    </message>
    <message>
        <source>目标为 0</source>
        <translation>The target is 0</translation>
    </message>
    <message>
        <source>目标值</source>
        <translation>target value</translation>
    </message>
    <message>
        <source>目标数值</source>
        <translation>Target value</translation>
    </message>
    <message>
        <source>目标档位</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>目标的指标</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>目标的级别</source>
        <translation>Level of target</translation>
    </message>
    <message>
        <source>目标类型</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>目标表</source>
        <translation>targets</translation>
    </message>
    <message>
        <source>目的</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>直接输入或从 Excel 粘贴整块;12万、1,200 都认识</source>
        <translation>Type, or paste blocks from Excel; 120K and 1,200 are understood</translation>
    </message>
    <message>
        <source>直接输入每周次数,或从 Excel 粘贴;✓ 做够,△ 这周过去了还没做够</source>
        <translation>Type or paste from Excel; ✓ enough done, △ the week is over and it was less</translation>
    </message>
    <message>
        <source>直销管过程:和关单一起出现的动作;KA 管商机:重点商机一单一单往前滚</source>
        <translation>Direct sales: actions that go with closing. Key accounts: major deals, one by one</translation>
    </message>
    <message>
        <source>直销管过程:哪些动作和赢单一起出现</source>
        <translation>Actions that go with winning</translation>
    </message>
    <message>
        <source>相差</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>相差 {points}(95 % 区间 {low} 到 {high});p={p},多重比较校正后 {adjusted}。</source>
        <translation>Difference {points} (95 % interval {low} to {high}); p={p}, adjusted for multiple comparisons {adjusted}.</translation>
    </message>
    <message>
        <source>看 {month}</source>
        <translation>Look at {month}</translation>
    </message>
    <message>
        <source>看 {name} 的结果</source>
        <translation>See {name}&apos;s results</translation>
    </message>
    <message>
        <source>看不出结果</source>
        <translation>Results unknown</translation>
    </message>
    <message>
        <source>看不懂</source>
        <translation>not understood</translation>
    </message>
    <message>
        <source>看不懂这个日期。</source>
        <translation>This is not a day.</translation>
    </message>
    <message>
        <source>看不懂这个金额或日期。</source>
        <translation>This amount or date cannot be read.</translation>
    </message>
    <message>
        <source>看内容像 {share}</source>
        <translation>By its cells {share}</translation>
    </message>
    <message>
        <source>看哪个数字</source>
        <translation>Figure to show</translation>
    </message>
    <message>
        <source>看商机</source>
        <translation>To the deals</translation>
    </message>
    <message>
        <source>看多长时间</source>
        <translation>Over how long</translation>
    </message>
    <message>
        <source>看改进动作</source>
        <translation>Show the action</translation>
    </message>
    <message>
        <source>看数字背后</source>
        <translation>Behind the number</translation>
    </message>
    <message>
        <source>看明细</source>
        <translation>Show them</translation>
    </message>
    <message>
        <source>看的是谁:全部团队、一个团队或一个人</source>
        <translation>Who is looked at: the whole team, one team or one person</translation>
    </message>
    <message>
        <source>看的是过去的月份:回答只能改今天的。</source>
        <translation>You are looking at a past month: only today&apos;s answers can be changed.</translation>
    </message>
    <message>
        <source>看看两个日期的年份。</source>
        <translation>Check the year of both days.</translation>
    </message>
    <message>
        <source>看看团队页里的名字。</source>
        <translation>Look up the names on the team page.</translation>
    </message>
    <message>
        <source>看看是不是刚被删除;可以撤销。</source>
        <translation>See whether it was just deleted; that can be undone.</translation>
    </message>
    <message>
        <source>看看示例团队</source>
        <translation>Look around with the sample team</translation>
    </message>
    <message>
        <source>看结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>看问题</source>
        <translation>Show the problem</translation>
    </message>
    <message>
        <source>看预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>着手办</source>
        <translation>Take in hand</translation>
    </message>
    <message>
        <source>着手办:{text}</source>
        <translation>Take in hand: {text}</translation>
    </message>
    <message>
        <source>短谈</source>
        <translation>Short talk</translation>
    </message>
    <message>
        <source>确认{verdict}</source>
        <translation>Confirm: {verdict}</translation>
    </message>
    <message>
        <source>碰了红线的事,和怎么了结的</source>
        <translation>Red lines crossed, and how each was settled</translation>
    </message>
    <message>
        <source>磁盘已满,没有写入任何改动。</source>
        <translation>The disk is full; nothing was written.</translation>
    </message>
    <message>
        <source>磁盘满了</source>
        <translation>the disk is full</translation>
    </message>
    <message>
        <source>示例团队</source>
        <translation>Sample team</translation>
    </message>
    <message>
        <source>示例团队在 {path}</source>
        <translation>The sample team is in {path}</translation>
    </message>
    <message>
        <source>离职日(最后一天)</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>离职日早于入职日</source>
        <translation>The last day is before the first</translation>
    </message>
    <message>
        <source>离职日早于入职日。</source>
        <translation>The last day is before the first.</translation>
    </message>
    <message>
        <source>离职日期</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>私人备注</source>
        <translation>Private notes</translation>
    </message>
    <message>
        <source>私人备注从不导出</source>
        <translation>Private notes are never exported</translation>
    </message>
    <message>
        <source>私人备注在里面,交给别人之前想一想。</source>
        <translation>Private notes are included: think before you hand it on.</translation>
    </message>
    <message>
        <source>私密笔记</source>
        <translation>Private note</translation>
    </message>
    <message>
        <source>私密笔记 F9</source>
        <translation>Private note F9</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>程序出了一个错,已写好的内容都在。</source>
        <translation>The program made a mistake; everything written is safe.</translation>
    </message>
    <message>
        <source>程序的设置</source>
        <translation>The program&apos;s settings</translation>
    </message>
    <message>
        <source>空格:导入或不导入这张表 · Enter 继续</source>
        <translation>Space: import this table or not · Enter to continue</translation>
    </message>
    <message>
        <source>空格:把这一行定为表头 · Enter 继续</source>
        <translation>Space: this row has the headings · Enter to continue</translation>
    </message>
    <message>
        <source>空格:用或不用这一列 · Enter 继续</source>
        <translation>Space: use this column or not · Enter to continue</translation>
    </message>
    <message>
        <source>空格:跟完</source>
        <translation>Space: done</translation>
    </message>
    <message>
        <source>空格或直接打字:改认作什么 · Enter 照这样继续</source>
        <translation>Space or typing changes what it is · Enter accepts and continues</translation>
    </message>
    <message>
        <source>空白格不清空驾驶舱里的内容,除非导入时选“空白格清空原来的内容”。</source>
        <translation>A blank cell erases nothing, unless you choose so when you import.</translation>
    </message>
    <message>
        <source>空白清空原来的内容</source>
        <translation>Blanks erase</translation>
    </message>
    <message>
        <source>空着:一直</source>
        <translation>blank: always</translation>
    </message>
    <message>
        <source>空着:用流程的经验值和学到的上限。上限 0:不提醒停滞。</source>
        <translation>Empty: the pipeline&apos;s value and the learned limit hold. Limit 0: never stalled.</translation>
    </message>
    <message>
        <source>竞争对手</source>
        <translation>Competitor</translation>
    </message>
    <message>
        <source>笔记</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>笔记改动前的样子</source>
        <translation>Notes as they were before a change</translation>
    </message>
    <message>
        <source>笔记的旧版本</source>
        <translation>Former notes</translation>
    </message>
    <message>
        <source>笔记行编号</source>
        <translation>Note line ID</translation>
    </message>
    <message>
        <source>笔记还没存上,已复制到剪贴板,先贴到别处。再关一次就关闭窗口。</source>
        <translation>The note is not saved yet. It was copied to the clipboard: paste it somewhere first. Close once more to leave.</translation>
    </message>
    <message>
        <source>笔记里带标记的行:需求、承诺、建议、问题、动作……</source>
        <translation>Marked lines of notes: requests, promises, suggestions, problems, actions and so on</translation>
    </message>
    <message>
        <source>笔记里没有「{words}」。</source>
        <translation>No note contains “{words}”.</translation>
    </message>
    <message>
        <source>笔记里记下的</source>
        <translation>Marked in notes</translation>
    </message>
    <message>
        <source>第 {first} 到 {last} 大</source>
        <translation>No. {first} to {last}</translation>
    </message>
    <message>
        <source>第 {n} 个工作日({day})· 赢单 {won}</source>
        <translation>Working day {n} ({day}) · won {won}</translation>
    </message>
    <message>
        <source>第 {n} 大</source>
        <translation>No. {n}</translation>
    </message>
    <message>
        <source>第 {n} 次</source>
        <translation>{n}×</translation>
    </message>
    <message>
        <source>第 {n} 次一对一</source>
        <translation>One-on-one no. {n}</translation>
    </message>
    <message>
        <source>第 {n} 次推迟</source>
        <translation>Pushed, no. {n}</translation>
    </message>
    <message>
        <source>第 {page} / {pages} 页</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <source>第 {page} 页,共 {pages} 页</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <source>第 {rows} 行</source>
        <translation>Rows {rows}</translation>
    </message>
    <message>
        <source>第一次上门</source>
        <translation>never visited before</translation>
    </message>
    <message>
        <source>第一次有跟进记录的客户</source>
        <translation>Accounts with their first activity ever</translation>
    </message>
    <message>
        <source>第一次被上门拜访的客户</source>
        <translation>Accounts visited for the first time</translation>
    </message>
    <message>
        <source>第一次面谈之后,记录会留在这里。没完成的事会自己带到下一次。</source>
        <translation>After the first one-on-one its record stays here. What is left open carries forward by itself.</translation>
    </message>
    <message>
        <source>第一笔赢单落在周期内的客户数,算给那一单的负责人。</source>
        <translation>Accounts whose first won deal ever falls in the cycle, counted for that deal&apos;s owner.</translation>
    </message>
    <message>
        <source>第几次</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>第几行(从 0 起)</source>
        <translation>Line (from 0)</translation>
    </message>
    <message>
        <source>等 {n} 个</source>
        <translation> and others, {n} in all</translation>
    </message>
    <message>
        <source>等 {n} 处</source>
        <translation>and others, {n} in all</translation>
    </message>
    <message>
        <source>等了 {n} 天</source>
        <translation>Waiting {n} day|Waiting {n} days</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answered on</translation>
    </message>
    <message>
        <source>答复或结果</source>
        <translation>Answer or outcome</translation>
    </message>
    <message>
        <source>答复日</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>答应</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>答应 {day},晚了 {n} 天</source>
        <translation>Promised for {day}, {n} day late|Promised for {day}, {n} days late</translation>
    </message>
    <message>
        <source>答应:{text}</source>
        <translation>Promise: {text}</translation>
    </message>
    <message>
        <source>答应什么</source>
        <translation>What is promised</translation>
    </message>
    <message>
        <source>答应的事要有期限。</source>
        <translation>A promise needs a date.</translation>
    </message>
    <message>
        <source>算在手商机,但不进任何周期的管道、覆盖率和预测。</source>
        <translation>Counts as open, but in no cycle&apos;s pipeline, coverage or forecast.</translation>
    </message>
    <message>
        <source>管商机</source>
        <translation>Opportunities</translation>
    </message>
    <message>
        <source>管理层</source>
        <translation>Management</translation>
    </message>
    <message>
        <source>管理方式</source>
        <translation>Managed by</translation>
    </message>
    <message>
        <source>管理者点评</source>
        <translation>Manager&apos;s comment</translation>
    </message>
    <message>
        <source>管过程</source>
        <translation>Process</translation>
    </message>
    <message>
        <source>管道</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>管道覆盖率</source>
        <translation>Coverage</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>类型编号</source>
        <translation>Kind ID</translation>
    </message>
    <message>
        <source>粘贴的表格</source>
        <translation>Pasted table</translation>
    </message>
    <message>
        <source>粘贴表格</source>
        <translation>Paste table</translation>
    </message>
    <message>
        <source>粘贴表格导入</source>
        <translation>Import a table from the clipboard</translation>
    </message>
    <message>
        <source>系列</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>累计</source>
        <translation>Cumulative</translation>
    </message>
    <message>
        <source>累计占比看什么</source>
        <translation>What the cumulative share is of</translation>
    </message>
    <message>
        <source>红线</source>
        <translation>Red line</translation>
    </message>
    <message>
        <source>红线未了结</source>
        <translation>Red line open</translation>
    </message>
    <message>
        <source>红线未了结:{names}</source>
        <translation>Red line open: {names}</translation>
    </message>
    <message>
        <source>红线未了结:{text}({day})</source>
        <translation>Red line still open: {text} ({day})</translation>
    </message>
    <message>
        <source>红线记录</source>
        <translation>Red lines</translation>
    </message>
    <message>
        <source>红线记录的日期不能晚于今天。</source>
        <translation>A red line cannot lie in the future.</translation>
    </message>
    <message>
        <source>红线记录要写明是什么事。</source>
        <translation>Say what the red line was about.</translation>
    </message>
    <message>
        <source>约好 {day}</source>
        <translation>next agreed for {day}</translation>
    </message>
    <message>
        <source>约好 {day},晚了 {n} 天</source>
        <translation>Agreed for {day}, {n} day late|Agreed for {day}, {n} days late</translation>
    </message>
    <message>
        <source>约好下次面谈</source>
        <translation>Set next one-on-one</translation>
    </message>
    <message>
        <source>约好今天跟进</source>
        <translation>Check-in planned for today</translation>
    </message>
    <message>
        <source>约定</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>约定了、计划的跟进日已到的改进动作。</source>
        <translation>Agreed actions whose next check-in is due.</translation>
    </message>
    <message>
        <source>约定了的改进动作不能删除。</source>
        <translation>An agreed action cannot be deleted.</translation>
    </message>
    <message>
        <source>约定改进动作:{text}</source>
        <translation>Agree action: {text}</translation>
    </message>
    <message>
        <source>约定日期</source>
        <translation>Agreed on</translation>
    </message>
    <message>
        <source>约定时没有基线</source>
        <translation>no baseline when agreed</translation>
    </message>
    <message>
        <source>约定时间</source>
        <translation>Planned for</translation>
    </message>
    <message>
        <source>约定的日子已过、到这一天还没跟的,最多回看 90 天。</source>
        <translation>Follow-ups whose day had passed and that were not done by this day, at most 90 days back.</translation>
    </message>
    <message>
        <source>约定这一天跟进、还没跟的。之后又跟进了同一客户或商机,或者打了勾,就算跟了。</source>
        <translation>Follow-ups agreed for this day and not done yet. A later activity with the same account or deal does it, or a tick.</translation>
    </message>
    <message>
        <source>级</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>线上会议</source>
        <translation>Online meeting</translation>
    </message>
    <message>
        <source>线段为 95 % 区间;竖线为全部 {share};n = 关闭的单数</source>
        <translation>Lines: 95 % interval; upright line: all, {share}; at the right: closed deals</translation>
    </message>
    <message>
        <source>线索</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>线索来源</source>
        <translation>Lead source</translation>
    </message>
    <message>
        <source>经过的阶段要求、商机还没有的</source>
        <translation>What the stages passed ask for and the deal does not have</translation>
    </message>
    <message>
        <source>经过的阶段要求、还没有的:{names}</source>
        <translation>Asked for by the stages passed, and not there: {names}</translation>
    </message>
    <message>
        <source>经验值</source>
        <translation>Experience value</translation>
    </message>
    <message>
        <source>经验值(自定)</source>
        <translation>Own value</translation>
    </message>
    <message>
        <source>经验值,试算</source>
        <translation>Experience values, what if</translation>
    </message>
    <message>
        <source>经验值准不准</source>
        <translation>Were the experience values right</translation>
    </message>
    <message>
        <source>经验值历史</source>
        <translation>Experience value history</translation>
    </message>
    <message>
        <source>经验值哪天从多少改成了多少</source>
        <translation>When an experience value changed, and from what to what</translation>
    </message>
    <message>
        <source>经验值在 0 到 100% 之间。</source>
        <translation>An experience value is between 0 and 100 %.</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>Ended at</translation>
    </message>
    <message>
        <source>结束与{name}的面谈</source>
        <translation>End one-on-one with {name}</translation>
    </message>
    <message>
        <source>结束周期 {last} 早于开始周期 {first}。</source>
        <translation>The last cycle {last} lies before the first, {first}.</translation>
    </message>
    <message>
        <source>结束它</source>
        <translation>End it</translation>
    </message>
    <message>
        <source>结束它,开始与{name}的面谈</source>
        <translation>End it and start with {name}</translation>
    </message>
    <message>
        <source>结束并小结</source>
        <translation>End and summarise</translation>
    </message>
    <message>
        <source>结束日不能晚于今天 {today}。</source>
        <translation>The last day cannot be after today, {today}.</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>结果 {now}</source>
        <translation>result {now}</translation>
    </message>
    <message>
        <source>结果不算好,本周期还没有面谈过</source>
        <translation>Results are not good, and there has been no one-on-one this cycle</translation>
    </message>
    <message>
        <source>结果好</source>
        <translation>Results good</translation>
    </message>
    <message>
        <source>结果好,可略过:{why}</source>
        <translation>Good results, may be skipped: {why}</translation>
    </message>
    <message>
        <source>结果好,过程可略过</source>
        <translation>Results are good, the process may be skipped</translation>
    </message>
    <message>
        <source>结果差,本周期还没有记录问题:先请本人自己说</source>
        <translation>Results are poor and no problem is recorded this cycle: let them name their own first</translation>
    </message>
    <message>
        <source>结果差、本周期还没有记录问题的人。</source>
        <translation>People with poor results and no problem written down in this cycle.</translation>
    </message>
    <message>
        <source>结果差的都谈过了</source>
        <translation>All poor results talked about</translation>
    </message>
    <message>
        <source>给{person} · {text}</source>
        <translation>{person} · {text}</translation>
    </message>
    <message>
        <source>给支援</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>给谁</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>继续一对一</source>
        <translation>Go on with the one-on-one</translation>
    </message>
    <message>
        <source>继续与{name}的面谈</source>
        <translation>Resume one-on-one with {name}</translation>
    </message>
    <message>
        <source>继续这场面谈</source>
        <translation>Resume this one-on-one</translation>
    </message>
    <message>
        <source>继续那一场,或先结束它,再开始这一场。</source>
        <translation>Go on with that one, or end it before you start this one.</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>编号被表格软件改成了数字,后面几位已经丢了,请把这一列设成文本重新导出</source>
        <translation>A spreadsheet turned this ID into a number and its last digits are lost; export it again with the column as text</translation>
    </message>
    <message>
        <source>编号重复,和第 {row} 行相同</source>
        <translation>same ID as row {row}</translation>
    </message>
    <message>
        <source>缺:{names}</source>
        <translation>Missing: {names}</translation>
    </message>
    <message>
        <source>缺什么</source>
        <translation>What is missing</translation>
    </message>
    <message>
        <source>缺口</source>
        <translation>Gap</translation>
    </message>
    <message>
        <source>缺口 {gap}</source>
        <translation>gap {gap}</translation>
    </message>
    <message>
        <source>缺的、矛盾的、重复的数据,和它们让哪个数字不准</source>
        <translation>What is missing, contradictory or double, and which figures suffer from it</translation>
    </message>
    <message>
        <source>老虎</source>
        <translation>Tiger</translation>
    </message>
    <message>
        <source>考拉</source>
        <translation>Koala</translation>
    </message>
    <message>
        <source>联系客户</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>能成</source>
        <translation>Feasible</translation>
    </message>
    <message>
        <source>腾出一些空间后再试。</source>
        <translation>Free some space and try again.</translation>
    </message>
    <message>
        <source>自定的</source>
        <translation>Own</translation>
    </message>
    <message>
        <source>自己 {n}</source>
        <translation>{n} self</translation>
    </message>
    <message>
        <source>自己发现</source>
        <translation>Self-found</translation>
    </message>
    <message>
        <source>自己发现 {n} 个</source>
        <translation>{n} self-found</translation>
    </message>
    <message>
        <source>自己发现 {own} 个,上级补充 {added} 个,解决了 {settled} 个</source>
        <translation>{own} self-found, {added} added by the leader, {settled} solved</translation>
    </message>
    <message>
        <source>自己发现占比</source>
        <translation>Self-found share</translation>
    </message>
    <message>
        <source>自我管理</source>
        <translation>Self-management</translation>
    </message>
    <message>
        <source>自拓</source>
        <translation>Self-sourced</translation>
    </message>
    <message>
        <source>自拓:每周新触达的客户</source>
        <translation>Prospecting: new accounts touched by week</translation>
    </message>
    <message>
        <source>自拓占新商机</source>
        <translation>Self-sourced share</translation>
    </message>
    <message>
        <source>自拓占比(按新增)</source>
        <translation>Self-sourced share (of new deals)</translation>
    </message>
    <message>
        <source>自拓占比(按金额)</source>
        <translation>Self-sourced share (by amount)</translation>
    </message>
    <message>
        <source>自拓和线索</source>
        <translation>Self-sourced and leads</translation>
    </message>
    <message>
        <source>自拓和线索,按人</source>
        <translation>Self-sourced and leads, by person</translation>
    </message>
    <message>
        <source>自拓商机</source>
        <translation>Self-sourced</translation>
    </message>
    <message>
        <source>自拓商机的赢单收入 / 赢单收入。</source>
        <translation>Won revenue from self-sourced deals / won revenue.</translation>
    </message>
    <message>
        <source>自选两天</source>
        <translation>Any two days</translation>
    </message>
    <message>
        <source>至少勾选一张要导入的表。</source>
        <translation>Tick at least one table to import.</translation>
    </message>
    <message>
        <source>至少选用一张表再导入。</source>
        <translation>Choose at least one table.</translation>
    </message>
    <message>
        <source>良好</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>草稿:{text}</source>
        <translation>Draft: {text}</translation>
    </message>
    <message>
        <source>菜单</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>落后</source>
        <translation>Behind</translation>
    </message>
    <message>
        <source>落后 {points}</source>
        <translation>{points} behind</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>行号</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>行里是今天的样子,数字说的是 {day}</source>
        <translation>rows as they are today, the figure is of {day}</translation>
    </message>
    <message>
        <source>行首打一个标记,这一行就记在这里:? 要什么,! 答应什么,# 问题,&gt; 动作。@ 后面写日期。</source>
        <translation>Begin a line with a mark and it is captured here: ? request, ! promise, # problem, &gt; action. @ gives the date.</translation>
    </message>
    <message>
        <source>衡量指标</source>
        <translation>Metric</translation>
    </message>
    <message>
        <source>补上再约定。</source>
        <translation>Fill that in, then agree.</translation>
    </message>
    <message>
        <source>补充</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>补充一个问题</source>
        <translation>Add a problem</translation>
    </message>
    <message>
        <source>表头</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>表头一致</source>
        <translation>name matches</translation>
    </message>
    <message>
        <source>表头和内容都认不出来,选一下这是什么表,再到下一步对应各列。</source>
        <translation>Neither headings nor contents tell what this is. Choose the kind of table, then match its columns in the next step.</translation>
    </message>
    <message>
        <source>表头在第 {row} 行</source>
        <translation>Headings in row {row}</translation>
    </message>
    <message>
        <source>表头相近</source>
        <translation>Similar heading</translation>
    </message>
    <message>
        <source>表头相近 {share}</source>
        <translation>similar, {share}</translation>
    </message>
    <message>
        <source>表头认不出来,下面是从内容看出来的,看看对不对。</source>
        <translation>The headings tell nothing; this is what the contents suggest. Please check.</translation>
    </message>
    <message>
        <source>表扬</source>
        <translation>Praise</translation>
    </message>
    <message>
        <source>表里找不到{names},或者不止一个。什么都没有写入。</source>
        <translation>{names}: not in this table, or more than once. Nothing was written.</translation>
    </message>
    <message>
        <source>要什么</source>
        <translation>What is needed</translation>
    </message>
    <message>
        <source>要修的,按种类</source>
        <translation>To mend, by kind</translation>
    </message>
    <message>
        <source>要到下个周期才能验证</source>
        <translation>Can only be verified in the next cycle</translation>
    </message>
    <message>
        <source>要填好</source>
        <translation>Filled in</translation>
    </message>
    <message>
        <source>要处理</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>要定下来</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>要定怎么读</source>
        <translation>Reading to be decided</translation>
    </message>
    <message>
        <source>要换做法,另起一个改进动作。</source>
        <translation>To do it another way, begin a new action.</translation>
    </message>
    <message>
        <source>要改动,先写明原因重新打开。</source>
        <translation>To change it, reopen it first, with a reason.</translation>
    </message>
    <message>
        <source>要改的内容已经不在了。</source>
        <translation>What was to be changed is gone.</translation>
    </message>
    <message>
        <source>要新加一条,在最下面加一行,记录ID和版本留空。</source>
        <translation>To add a record, add a row at the bottom and leave record ID and version blank.</translation>
    </message>
    <message>
        <source>要用下个周期的数字来验证。</source>
        <translation>It is judged by the next cycle&apos;s numbers.</translation>
    </message>
    <message>
        <source>要看的</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>要看的事</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>要看的事,一行一件</source>
        <translation>What needs attention, one per row</translation>
    </message>
    <message>
        <source>要答“是”</source>
        <translation>Answered yes</translation>
    </message>
    <message>
        <source>要跟进的</source>
        <translation>To follow up</translation>
    </message>
    <message>
        <source>见了谁</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>见效</source>
        <translation>Effective</translation>
    </message>
    <message>
        <source>见效 {n}</source>
        <translation>Effective {n}</translation>
    </message>
    <message>
        <source>见效:{text}</source>
        <translation>Effective: {text}</translation>
    </message>
    <message>
        <source>见谁</source>
        <translation>To meet</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>解决</source>
        <translation>Settled on</translation>
    </message>
    <message>
        <source>解决日</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>触达</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>触达少</source>
        <translation>touches</translation>
    </message>
    <message>
        <source>计划</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>计划 {n}</source>
        <translation>{n} planned</translation>
    </message>
    <message>
        <source>计划 {n} 格“{action}”</source>
        <translation>Plan “{action}” ({n})</translation>
    </message>
    <message>
        <source>计划 {n} 次</source>
        <translation>{n} planned</translation>
    </message>
    <message>
        <source>计划次数</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>认不出是什么表</source>
        <translation>Kind not recognised</translation>
    </message>
    <message>
        <source>认作</source>
        <translation>Read as</translation>
    </message>
    <message>
        <source>认作{kind},下面 {n} 行。</source>
        <translation>Taken for {kind}, {n} row below.|Taken for {kind}, {n} rows below.</translation>
    </message>
    <message>
        <source>认作{kind},表头在第 {row} 行,下面 {n} 行</source>
        <translation>Read as {kind}: headings in row {row}, {n} row below|Read as {kind}: headings in row {row}, {n} rows below</translation>
    </message>
    <message>
        <source>记一条</source>
        <translation>New</translation>
    </message>
    <message>
        <source>记一条承诺</source>
        <translation>Record a promise</translation>
    </message>
    <message>
        <source>记一条红线</source>
        <translation>Record a red line</translation>
    </message>
    <message>
        <source>记一条需求</source>
        <translation>Record a request</translation>
    </message>
    <message>
        <source>记一条需求 (Ctrl+N)</source>
        <translation>Record a request (Ctrl+N)</translation>
    </message>
    <message>
        <source>记一笔回款</source>
        <translation>Record payment</translation>
    </message>
    <message>
        <source>记一笔跟进</source>
        <translation>Record an activity</translation>
    </message>
    <message>
        <source>记下</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>记下 {name} 自己发现的问题</source>
        <translation>Write down a problem {name} named</translation>
    </message>
    <message>
        <source>记下 {n} 条</source>
        <translation>{n} item|{n} items</translation>
    </message>
    <message>
        <source>记下一次{kind}</source>
        <translation>Record: {kind}</translation>
    </message>
    <message>
        <source>记下了 {n} 条</source>
        <translation>{n} captured</translation>
    </message>
    <message>
        <source>记下地点</source>
        <translation>Record place</translation>
    </message>
    <message>
        <source>记下基线,下个周期用数字验证 (Ctrl+Enter)</source>
        <translation>Freezes the baseline; the next cycle&apos;s numbers judge it (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>记下心情</source>
        <translation>Record mood</translation>
    </message>
    <message>
        <source>记下时间</source>
        <translation>Stamp the time</translation>
    </message>
    <message>
        <source>记下本人发现的问题 (Ctrl+N)</source>
        <translation>Write down a self-found problem (Ctrl+N)</translation>
    </message>
    <message>
        <source>记下的</source>
        <translation>Captured</translation>
    </message>
    <message>
        <source>记下的事</source>
        <translation>Marked items</translation>
    </message>
    <message>
        <source>记下跟进</source>
        <translation>Check in</translation>
    </message>
    <message>
        <source>记下问题:{text}</source>
        <translation>Record problem: {text}</translation>
    </message>
    <message>
        <source>记下问题并选类型,这里就看得出哪一类最多。</source>
        <translation>Write problems down with a kind, and the most frequent kinds show here.</translation>
    </message>
    <message>
        <source>记下需求:{text}</source>
        <translation>Record request: {text}</translation>
    </message>
    <message>
        <source>记为丢单</source>
        <translation>Mark as lost</translation>
    </message>
    <message>
        <source>记为赢单</source>
        <translation>Mark as won</translation>
    </message>
    <message>
        <source>记录 {n} 笔回款</source>
        <translation>{n} payment recorded|{n} payments recorded</translation>
    </message>
    <message>
        <source>记录ID</source>
        <translation>Record ID</translation>
    </message>
    <message>
        <source>记录ID重复,和第 {row} 行相同</source>
        <translation>Record ID repeated, the same as in row {row}</translation>
    </message>
    <message>
        <source>记录日</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>记录编号</source>
        <translation>Entry ID</translation>
    </message>
    <message>
        <source>设定 {n} 个目标</source>
        <translation>Set {n} target|Set {n} targets</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>证据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>试一试</source>
        <translation>Try</translation>
    </message>
    <message>
        <source>试用</source>
        <translation>Trial</translation>
    </message>
    <message>
        <source>该在 {day} 跟进,晚了 {n} 天</source>
        <translation>Check-in was due on {day}, {n} day late|Check-in was due on {day}, {n} days late</translation>
    </message>
    <message>
        <source>该在本周期关单的都关了</source>
        <translation>Everything due to close this cycle is closed</translation>
    </message>
    <message>
        <source>该范围自己的周期回款目标;没有时为其成员目标之和。</source>
        <translation>The scope&apos;s own collection target for the cycle; without one, the sum of its people&apos;s.</translation>
    </message>
    <message>
        <source>该范围自己的周期新客户目标;没有时为其成员目标之和。</source>
        <translation>The scope&apos;s own new-customer target for the cycle; without one, the sum of its people&apos;s.</translation>
    </message>
    <message>
        <source>该范围自己的周期目标;没有时为其成员目标之和(成员都没有时为各团队目标之和)。</source>
        <translation>The scope&apos;s own target for the cycle; without one the sum of its people&apos;s targets (or of its teams&apos;, where no person has one).</translation>
    </message>
    <message>
        <source>该跟</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>该跟进</source>
        <translation>Check-ins due</translation>
    </message>
    <message>
        <source>该跟进,晚 {n} 天</source>
        <translation>Check-in 1 day late|Check-in {n} days late</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>误点的,取消这场</source>
        <translation>Started by mistake, discard</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>说的话</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>说短句,先结论,再问一句:你要我做什么?</source>
        <translation>Short sentences, conclusion first, then ask: what do you need from me?</translation>
    </message>
    <message>
        <source>请先关闭它,或用 --store 打开另一份数据。</source>
        <translation>Close that one first, or open another store with --store.</translation>
    </message>
    <message>
        <source>请先升级驾驶舱,数据没有动过。</source>
        <translation>Upgrade the cockpit first; nothing was changed.</translation>
    </message>
    <message>
        <source>请先升级驾驶舱。</source>
        <translation>Upgrade the cockpit first.</translation>
    </message>
    <message>
        <source>请写明是哪一个:{choices}。</source>
        <translation>Say which one: {choices}.</translation>
    </message>
    <message>
        <source>请在图形桌面里运行,或用 xvfb-run 运行;命令行(cockpit --help)不需要显示器。</source>
        <translation>Run it in a graphical desktop, or with xvfb-run; the command line (cockpit --help) needs no display.</translation>
    </message>
    <message>
        <source>请导出成 .xlsx 或 .csv 再导入。</source>
        <translation>Export it as .xlsx or .csv and import that.</translation>
    </message>
    <message>
        <source>请选 {name}。</source>
        <translation>Choose {name} instead.</translation>
    </message>
    <message>
        <source>请选择另一个文件。</source>
        <translation>Choose another file.</translation>
    </message>
    <message>
        <source>请选择里面的文件。</source>
        <translation>Choose the files inside it.</translation>
    </message>
    <message>
        <source>请重新导出一次,或另存为 .xlsx 再导入。</source>
        <translation>Export it again, or save it as .xlsx and import that.</translation>
    </message>
    <message>
        <source>请重新导出一次。</source>
        <translation>Export it again.</translation>
    </message>
    <message>
        <source>读不成周期,写成 2026-11</source>
        <translation>Not a cycle; write 2026-11</translation>
    </message>
    <message>
        <source>读不成数字</source>
        <translation>Not a number</translation>
    </message>
    <message>
        <source>读不成日期</source>
        <translation>not a date</translation>
    </message>
    <message>
        <source>读不成是或否</source>
        <translation>not a yes or no</translation>
    </message>
    <message>
        <source>读不成月份(写成 2026-03、2026年3月 或 2026Q1)</source>
        <translation>not a month (write 2026-03 or 2026Q1)</translation>
    </message>
    <message>
        <source>读不成百分比</source>
        <translation>not a percentage</translation>
    </message>
    <message>
        <source>读不成金额</source>
        <translation>not an amount</translation>
    </message>
    <message>
        <source>读写 {path} 时磁盘出错。</source>
        <translation>The disk failed while reading or writing {path}.</translation>
    </message>
    <message>
        <source>读取已停止。</source>
        <translation>Reading was stopped.</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>谁、方式、见了谁、客户或商机、哪天、下次跟进,顺序随意,姓名可用拼音首字母;其余的是内容。</source>
        <translation>Who, how, who was met, account or deal, day, next follow-up, in any order; names by initials or first names. The rest is the note.</translation>
    </message>
    <message>
        <source>谁从哪天到哪天在哪个团队(到的那天不算)</source>
        <translation>Who was in which team from when to when (the last day not included)</translation>
    </message>
    <message>
        <source>谁做的?</source>
        <translation>Who did it?</translation>
    </message>
    <message>
        <source>谁发现</source>
        <translation>Found by</translation>
    </message>
    <message>
        <source>谁发现的</source>
        <translation>Found by</translation>
    </message>
    <message>
        <source>谁更准</source>
        <translation>Closer</translation>
    </message>
    <message>
        <source>谁来做</source>
        <translation>Given by</translation>
    </message>
    <message>
        <source>谁的目标</source>
        <translation>Whose target</translation>
    </message>
    <message>
        <source>调到</source>
        <translation>Move to</translation>
    </message>
    <message>
        <source>调动</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>谈定</source>
        <translation>Agreed on</translation>
    </message>
    <message>
        <source>谢绝</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>谢绝:{text}</source>
        <translation>Decline: {text}</translation>
    </message>
    <message>
        <source>谢绝要说明原因。</source>
        <translation>Declining takes a reason.</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>负责人已离职,商机还在手</source>
        <translation>Owner has left, deal still open</translation>
    </message>
    <message>
        <source>负责人编号</source>
        <translation>Owner ID</translation>
    </message>
    <message>
        <source>负责人邮箱</source>
        <translation>Owner e-mail</translation>
    </message>
    <message>
        <source>负金额(退货)</source>
        <translation>Negative amounts (returns)</translation>
    </message>
    <message>
        <source>财务</source>
        <translation>Finance</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>赢 {won} · 丢 {lost}</source>
        <translation>{won} won · {lost} lost</translation>
    </message>
    <message>
        <source>赢 {won} 单,丢 {lost} 单,停滞 {stalled} 单;全部商机见“{sheet}”</source>
        <translation>{won} won, {lost} lost, {stalled} stalled; all deals are on “{sheet}”</translation>
    </message>
    <message>
        <source>赢丢与停滞</source>
        <translation>Won, lost, stalled</translation>
    </message>
    <message>
        <source>赢丢分析</source>
        <translation>Won and lost</translation>
    </message>
    <message>
        <source>赢单</source>
        <translation>Won</translation>
    </message>
    <message>
        <source>赢单 {won}</source>
        <translation>Won {won}</translation>
    </message>
    <message>
        <source>赢单 {won},没有设目标</source>
        <translation>Won {won}, no target set</translation>
    </message>
    <message>
        <source>赢单 {won},目标 {target}</source>
        <translation>Won {won}, target {target}</translation>
    </message>
    <message>
        <source>赢单 ÷(赢单 + 丢单)</source>
        <translation>won ÷ (won + lost)</translation>
    </message>
    <message>
        <source>赢单或丢单的那天</source>
        <translation>The day it was won or lost</translation>
    </message>
    <message>
        <source>赢单收入</source>
        <translation>Won revenue</translation>
    </message>
    <message>
        <source>赢单收入 + 本周期管道中标为“承诺”的金额。</source>
        <translation>Won revenue + pipeline deals of the cycle marked commit.</translation>
    </message>
    <message>
        <source>赢单收入 + 本周期管道每单金额 × 所在阶段经验值之和;标为“不计入”的除外。</source>
        <translation>Won revenue + sum over the cycle&apos;s pipeline of amount × experience value of the stage; omitted deals are left out.</translation>
    </message>
    <message>
        <source>赢单收入 / 各人在队工作日占周期工作日的比例之和。</source>
        <translation>Won revenue / sum over people of the share of the cycle&apos;s working days that they were in the team.</translation>
    </message>
    <message>
        <source>赢单收入 / 目标;没有目标时不计算,也不封顶。</source>
        <translation>Won revenue / target; not computed without a target, and never capped.</translation>
    </message>
    <message>
        <source>赢单收入 / 赢单数。</source>
        <translation>Won revenue / deals won.</translation>
    </message>
    <message>
        <source>赢单收入,按人</source>
        <translation>Won revenue by person</translation>
    </message>
    <message>
        <source>赢单收入,按工作日</source>
        <translation>Won revenue by working day</translation>
    </message>
    <message>
        <source>赢单收入,按工作日累计</source>
        <translation>Won revenue, added up by working day</translation>
    </message>
    <message>
        <source>赢单收入为 0</source>
        <translation>Won revenue is 0</translation>
    </message>
    <message>
        <source>赢单数</source>
        <translation>Deals won</translation>
    </message>
    <message>
        <source>赢单没有金额就不进赢单收入;在手商机没有金额也没有目录价,不进管道和预测。都会注明几单没算。</source>
        <translation>A won deal without an amount is not in won revenue; an open one with neither amount nor list price is not in pipeline and forecast. Each figure says how many were left out.</translation>
    </message>
    <message>
        <source>赢单率</source>
        <translation>Win rate</translation>
    </message>
    <message>
        <source>赢单率 · {name}</source>
        <translation>Win rate · {name}</translation>
    </message>
    <message>
        <source>赢单率 · 线索</source>
        <translation>Win rate · leads</translation>
    </message>
    <message>
        <source>赢单率 · 自拓</source>
        <translation>Win rate · self</translation>
    </message>
    <message>
        <source>赢单率(按单数)</source>
        <translation>Win rate (by count)</translation>
    </message>
    <message>
        <source>赢单率(按金额)</source>
        <translation>Win rate (by amount)</translation>
    </message>
    <message>
        <source>赢单率,按切入部门</source>
        <translation>Win rate by entry department</translation>
    </message>
    <message>
        <source>赢单率,自拓和线索</source>
        <translation>Win rate, self-sourced and leads</translation>
    </message>
    <message>
        <source>赢单率和 95 % 区间;竖线为全部 {share};n = 关闭的单数</source>
        <translation>Win rate with its 95 % interval; upright line: all, {share}; at the right: closed deals</translation>
    </message>
    <message>
        <source>赢单率差(百分点),线段为 95 % 区间;n = 有 | 没有这个动作的单数</source>
        <translation>Difference in win rate, 95 % interval; n = deals with | without the action</translation>
    </message>
    <message>
        <source>赢单要有金额,产品要有标价(或改过报价),这里才算得出守住了多少。</source>
        <translation>Once won deals have an amount, and their product a list price (or their quote was changed), this says how much of it was held.</translation>
    </message>
    <message>
        <source>赢单都收齐了。</source>
        <translation>All won deals are paid in full.</translation>
    </message>
    <message>
        <source>赢单都没有可用的创建日期</source>
        <translation>None of the won deals has a usable creation date</translation>
    </message>
    <message>
        <source>赢单金额</source>
        <translation>Won</translation>
    </message>
    <message>
        <source>赢单金额 · 线索</source>
        <translation>Won · leads</translation>
    </message>
    <message>
        <source>赢单金额 · 自拓</source>
        <translation>Won · self</translation>
    </message>
    <message>
        <source>赢单金额 ÷ 标价</source>
        <translation>Won amount ÷ list price</translation>
    </message>
    <message>
        <source>赢单金额 ÷ 标价(没有标价的,÷ 首次报价)</source>
        <translation>won amount ÷ list price (where there is none, ÷ first quote)</translation>
    </message>
    <message>
        <source>赢单金额里自拓占 {share}</source>
        <translation>{share} of the won revenue is self-sourced</translation>
    </message>
    <message>
        <source>赢率</source>
        <translation>Probability</translation>
    </message>
    <message>
        <source>走了一半以上</source>
        <translation>at least half of the way</translation>
    </message>
    <message>
        <source>起草一个改进动作</source>
        <translation>Draft an action</translation>
    </message>
    <message>
        <source>起草一个改进动作 (Ctrl+N)</source>
        <translation>Draft an action (Ctrl+N)</translation>
    </message>
    <message>
        <source>起草动作</source>
        <translation>Draft an action</translation>
    </message>
    <message>
        <source>超期、从未换过阶段 {n} 单</source>
        <translation>{n} over the limit, never moved</translation>
    </message>
    <message>
        <source>超期但从未换过阶段的 {n} 单({amount})不在表里:是停了,还是阶段没人更新,要问一问。</source>
        <translation>{n} deal over its limit that never changed stage ({amount}) is not listed: ask whether it stands still or its stage is not kept up.|{n} deals over their limits that never changed stage ({amount}) are not listed: ask whether they stand still or their stages are not kept up.</translation>
    </message>
    <message>
        <source>超过提醒线 {limit:.0%}</source>
        <translation>Above the warning level of {limit:.0%}</translation>
    </message>
    <message>
        <source>越多越好</source>
        <translation>more is better</translation>
    </message>
    <message>
        <source>越少越好</source>
        <translation>less is better</translation>
    </message>
    <message>
        <source>距最近一次跟进的天数</source>
        <translation>Days since the last activity</translation>
    </message>
    <message>
        <source>跟上了</source>
        <translation>On pace</translation>
    </message>
    <message>
        <source>跟完</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>跟进</source>
        <translation>Check in</translation>
    </message>
    <message>
        <source>跟进 {day}</source>
        <translation>Check-in {day}</translation>
    </message>
    <message>
        <source>跟进:{deal}</source>
        <translation>Follow-up: {deal}</translation>
    </message>
    <message>
        <source>跟进:{text}</source>
        <translation>Check-in: {text}</translation>
    </message>
    <message>
        <source>跟进做完</source>
        <translation>Followed up on</translation>
    </message>
    <message>
        <source>跟进做完了</source>
        <translation>Follow-up done</translation>
    </message>
    <message>
        <source>跟进客户</source>
        <translation>Accounts touched</translation>
    </message>
    <message>
        <source>跟进时要留一句话。</source>
        <translation>A check-in takes a word.</translation>
    </message>
    <message>
        <source>跟进时说的话</source>
        <translation>Said at this check-in</translation>
    </message>
    <message>
        <source>跟进检查</source>
        <translation>Check-ins</translation>
    </message>
    <message>
        <source>跟进次数</source>
        <translation>Activities</translation>
    </message>
    <message>
        <source>跟进没做完</source>
        <translation>Follow-up not done</translation>
    </message>
    <message>
        <source>跟进的日子要在这次之后</source>
        <translation>a follow-up comes after this one</translation>
    </message>
    <message>
        <source>跟进记录</source>
        <translation>Activities</translation>
    </message>
    <message>
        <source>跟进记录表</source>
        <translation>Table of activities</translation>
    </message>
    <message>
        <source>跟进记录里的商机驾驶舱还没有,先记在客户或人名下:</source>
        <translation>Deals of activities that the cockpit does not have; kept with the account or the person for now:</translation>
    </message>
    <message>
        <source>跟进邮件</source>
        <translation>Follow-up mail</translation>
    </message>
    <message>
        <source>跨月改期 {n} 次</source>
        <translation>Pushed into a later month once|Pushed into a later month {n} times</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>跳过,写明原因</source>
        <translation>Skip with a reason</translation>
    </message>
    <message>
        <source>跳过:{reason}</source>
        <translation>Skipped: {reason}</translation>
    </message>
    <message>
        <source>跳过本人发现:{reason}</source>
        <translation>Skip self-finding: {reason}</translation>
    </message>
    <message>
        <source>跳过自己发现</source>
        <translation>Self-finding skipped</translation>
    </message>
    <message>
        <source>跳过要写明原因。</source>
        <translation>Skipping takes a reason.</translation>
    </message>
    <message>
        <source>转入</source>
        <translation>Taken over</translation>
    </message>
    <message>
        <source>转出</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>转化最低</source>
        <translation>lowest conversion</translation>
    </message>
    <message>
        <source>转化率</source>
        <translation>Conversion</translation>
    </message>
    <message>
        <source>转化率:近 3 个周期进入这一阶段并已离开的商机里,往前走了或赢了的占比;历史赢单占比:到过这一阶段、已经关闭的商机里赢了的占比。</source>
        <translation>Conversion: of deals that entered the stage in the last 3 cycles and left it, the share that moved on or was won. Won in the past: of closed deals that were ever in the stage, the share won.</translation>
    </message>
    <message>
        <source>较上周期</source>
        <translation>vs last cycle</translation>
    </message>
    <message>
        <source>较上月</source>
        <translation>vs last month</translation>
    </message>
    <message>
        <source>较上月同期</source>
        <translation>vs a month ago</translation>
    </message>
    <message>
        <source>较上月赢单</source>
        <translation>vs last month&apos;s wins</translation>
    </message>
    <message>
        <source>输入文字或拼音来找</source>
        <translation>Type to find</translation>
    </message>
    <message>
        <source>过了 {n} 天</source>
        <translation>{n} day overdue|{n} days overdue</translation>
    </message>
    <message>
        <source>过了月底再关账。</source>
        <translation>Close it after the end of the month.</translation>
    </message>
    <message>
        <source>过了期限</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>过了阶段缺条件</source>
        <translation>Past a stage without</translation>
    </message>
    <message>
        <source>过了预计成交日,还没有结果</source>
        <translation>Past the expected close date and still open</translation>
    </message>
    <message>
        <source>过去 {n} 单,95% 区间 {low} 到 {high}</source>
        <translation>{n} past deals, 95 % interval {low} to {high}</translation>
    </message>
    <message>
        <source>过去商机</source>
        <translation>Past deals</translation>
    </message>
    <message>
        <source>过去的单不足 30 个:典型周期 ÷ 阶段数 × 1.5。</source>
        <translation>Fewer than 30 past deals: typical cycle ÷ stages × 1.5.</translation>
    </message>
    <message>
        <source>过去的商机四分之三没有超过这么久</source>
        <translation>Three quarters of past deals did not stay longer</translation>
    </message>
    <message>
        <source>过去进入过这个阶段的商机里,赢单的份额</source>
        <translation>Share won of past deals that entered this stage</translation>
    </message>
    <message>
        <source>过期</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>过期没跟</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>过程要看:{why}</source>
        <translation>To look at: {why}</translation>
    </message>
    <message>
        <source>运行 cockpit check 检查数据。</source>
        <translation>Run cockpit check on it.</translation>
    </message>
    <message>
        <source>近 12 个周期</source>
        <translation>Last 12 cycles</translation>
    </message>
    <message>
        <source>近 12 个月赢单收入({unit})</source>
        <translation>Won revenue, last 12 months ({unit})</translation>
    </message>
    <message>
        <source>近 3 个周期</source>
        <translation>Last 3 cycles</translation>
    </message>
    <message>
        <source>近 3 个周期进入</source>
        <translation>Entered, 3 cycles</translation>
    </message>
    <message>
        <source>近 {months} 个周期关闭的 {n} 单</source>
        <translation>{n} closed deal, {months} cycles|{n} closed deals, {months} cycles</translation>
    </message>
    <message>
        <source>近 {months} 个周期关闭的 {n} 单,有和没有某个动作的赢单率。这是一起出现,不等于原因;p 已按比较的动作数校正(Benjamini-Hochberg)。</source>
        <translation>Win rates with and without an action, of {n} deals closed in the last {months} cycles. Association, not cause; p is adjusted for the number of actions compared (Benjamini-Hochberg).</translation>
    </message>
    <message>
        <source>近 {months} 个周期关闭的 {n} 单都没有跟进记录,还比较不了。</source>
        <translation>None of the {n} deals closed in the last {months} cycles has an activity: nothing to compare yet.</translation>
    </message>
    <message>
        <source>近 {months} 个周期没有关闭的商机,还比较不了。</source>
        <translation>No deals were closed in the last {months} cycles: nothing to compare yet.</translation>
    </message>
    <message>
        <source>近 {months} 个周期还没有关闭的商机。赢单或丢单以后,这里比较有和没有某个动作的赢单率。</source>
        <translation>No deals closed in the last {months} cycles. Once deals are won or lost, win rates with and without each action are compared here.</translation>
    </message>
    <message>
        <source>近 {months} 个周期进入 {entered} 单,离开的里面 {share} 往前走了,{n} 单还在。</source>
        <translation>{entered} entered in the last {months} cycles; of those that left, {share} moved forward; {n} still here.</translation>
    </message>
    <message>
        <source>近 {n} 个月赢单 + 在谈</source>
        <translation>won in {n} months + open</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>还不能排除碰巧</source>
        <translation>Could still be chance</translation>
    </message>
    <message>
        <source>还不能约定:缺{lacks}。</source>
        <translation>Cannot be agreed yet: {lacks} missing.</translation>
    </message>
    <message>
        <source>还停在这里</source>
        <translation>Still here</translation>
    </message>
    <message>
        <source>还在进行、这次的文件里却没有的商机,没有删除:</source>
        <translation>Open deals missing from this file, not deleted:</translation>
    </message>
    <message>
        <source>还有 {n} 个承诺</source>
        <translation>{n} more promise|{n} more promises</translation>
    </message>
    <message>
        <source>还有 {n} 单停滞</source>
        <translation>{n} more stalled</translation>
    </message>
    <message>
        <source>还有 {n} 场一对一</source>
        <translation>{n} more one-on-one|{n} more one-on-ones</translation>
    </message>
    <message>
        <source>还有 {n} 处</source>
        <translation>{n} more</translation>
    </message>
    <message>
        <source>还有 {n} 条在笔记里</source>
        <translation>{n} more in the note</translation>
    </message>
    <message>
        <source>还有 {n} 行没有写进来</source>
        <translation>{n} more rows are not in this file</translation>
    </message>
    <message>
        <source>还有 {n} 项支援没完成</source>
        <translation>{n} more request or promise open|{n} more requests and promises open</translation>
    </message>
    <message>
        <source>还有 {n} 项改进要跟进</source>
        <translation>{n} more action to check|{n} more actions to check</translation>
    </message>
    <message>
        <source>还有缺的</source>
        <translation>Something missing</translation>
    </message>
    <message>
        <source>还有缺的商机</source>
        <translation>Deals with gaps</translation>
    </message>
    <message>
        <source>还没写做什么。</source>
        <translation>It does not say what is to be done.</translation>
    </message>
    <message>
        <source>还没写是什么事。</source>
        <translation>It does not say what it is about.</translation>
    </message>
    <message>
        <source>还没写是什么问题。</source>
        <translation>It does not say what the problem is.</translation>
    </message>
    <message>
        <source>还没发生的事已经算作那个月的赢单或丢单。多半是预计日期写进了成交日期。</source>
        <translation>What has not happened yet counts as won or lost in that month. Likely an expected date that stands in the wrong column.</translation>
    </message>
    <message>
        <source>还没存上:{reason} 文字都在,会自己再试。</source>
        <translation>Not saved yet: {reason} Your text is here and will be tried again.</translation>
    </message>
    <message>
        <source>还没开始</source>
        <translation>not begun yet</translation>
    </message>
    <message>
        <source>还没有,从找问题里开始或直接起草</source>
        <translation>None yet: begin from a problem, or draft one here</translation>
    </message>
    <message>
        <source>还没有人提需求。</source>
        <translation>Nobody has asked for anything yet.</translation>
    </message>
    <message>
        <source>还没有任何跟进记录</source>
        <translation>No activities recorded yet</translation>
    </message>
    <message>
        <source>还没有关闭过周期。</source>
        <translation>No cycle has been closed yet.</translation>
    </message>
    <message>
        <source>还没有写点评。</source>
        <translation>No comment yet.</translation>
    </message>
    <message>
        <source>还没有加入团队</source>
        <translation>Not in a team yet</translation>
    </message>
    <message>
        <source>还没有可以导出的数据。</source>
        <translation>There is nothing to export yet.</translation>
    </message>
    <message>
        <source>还没有听到本人怎么说。</source>
        <translation>Not heard from them yet.</translation>
    </message>
    <message>
        <source>还没有回答过一单五问</source>
        <translation>None of the five questions has been answered yet</translation>
    </message>
    <message>
        <source>还没有团队。添加一个,再把人调进来。</source>
        <translation>No teams yet. Add one, then move people into it.</translation>
    </message>
    <message>
        <source>还没有在手商机。</source>
        <translation>No open deals.</translation>
    </message>
    <message>
        <source>还没有客户有金额。导入带客户和金额的商机,这里就分出 A、B、C。</source>
        <translation>No accounts with amounts yet. Import deals with accounts and amounts and they are ranked A, B, C.</translation>
    </message>
    <message>
        <source>还没有日期</source>
        <translation>No date yet</translation>
    </message>
    <message>
        <source>还没有汇率。</source>
        <translation>No rates yet.</translation>
    </message>
    <message>
        <source>还没有目标</source>
        <translation>no target yet</translation>
    </message>
    <message>
        <source>还没有记录心情</source>
        <translation>No mood recorded yet</translation>
    </message>
    <message>
        <source>还没有记录过回款</source>
        <translation>No payments recorded yet</translation>
    </message>
    <message>
        <source>还没有记过阶段、后来关了的商机。</source>
        <translation>No closed deals whose stages were recorded yet.</translation>
    </message>
    <message>
        <source>还没有赢单或丢单,不能有成交日期</source>
        <translation>Neither won nor lost, so it cannot have a closing day</translation>
    </message>
    <message>
        <source>还没有足够久的、关过的商机可学</source>
        <translation>No closed deals far enough back to learn from yet</translation>
    </message>
    <message>
        <source>还没有跟进记录</source>
        <translation>No activity recorded yet</translation>
    </message>
    <message>
        <source>还没有过完的周期可以回测。</source>
        <translation>No finished cycle to test yet.</translation>
    </message>
    <message>
        <source>还没有进展</source>
        <translation>nothing yet</translation>
    </message>
    <message>
        <source>还没有重点商机。在商机页把要盯的大单标为重点,下一步和最近的进展就在这里滚动。</source>
        <translation>No major deals yet. Mark the big ones to watch as major on the deals page; next steps and last entries then roll here.</translation>
    </message>
    <message>
        <source>还没有销售。在团队页加上人,导入跟进记录后这里按方式数出来。</source>
        <translation>No salespeople yet. Add people on the Team page and import activities: they are counted here by kind.</translation>
    </message>
    <message>
        <source>还没有销售。在团队页加上人,这里一人一行。</source>
        <translation>No salespeople yet. Add them on the Team page; each has a row here.</translation>
    </message>
    <message>
        <source>还没有阶段。在团队页给团队定下销售阶段,漏斗就有了。</source>
        <translation>No stages yet. Set a team&apos;s sales stages on the Team page and the funnel appears.</translation>
    </message>
    <message>
        <source>还没有面谈过</source>
        <translation>No one-on-one yet</translation>
    </message>
    <message>
        <source>还没谈完,继续</source>
        <translation>Not over yet, go on</translation>
    </message>
    <message>
        <source>还没谈过</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>还没选</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>还看不出</source>
        <translation>Too early to tell</translation>
    </message>
    <message>
        <source>还算不出</source>
        <translation>Not known yet</translation>
    </message>
    <message>
        <source>还缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>还缺:{lacks}</source>
        <translation>Still missing: {lacks}</translation>
    </message>
    <message>
        <source>这 {n} 笔都已经记过了。</source>
        <translation>This payment is recorded already.|These {n} payments are recorded already.</translation>
    </message>
    <message>
        <source>这一列只有丢单的行才有内容</source>
        <translation>Only lost deals have anything here</translation>
    </message>
    <message>
        <source>这一列是日期,只有已结束的行才有</source>
        <translation>The cells are dates, and only closed deals have one</translation>
    </message>
    <message>
        <source>这一列都是日期,别的列没有</source>
        <translation>The cells are dates, and no other column has any</translation>
    </message>
    <message>
        <source>这一列都是日期,而且比别的日期早</source>
        <translation>The cells are dates, earlier than the other dates</translation>
    </message>
    <message>
        <source>这一列都是日期,而且比别的日期晚</source>
        <translation>The cells are dates, later than the other dates</translation>
    </message>
    <message>
        <source>这一列里只有少数几种文字,反复出现</source>
        <translation>The cells are a few texts that repeat</translation>
    </message>
    <message>
        <source>这一列里只有赢单、丢单这样的状态</source>
        <translation>The cells only say open, won or lost</translation>
    </message>
    <message>
        <source>这一列里大多是人名,而且反复出现</source>
        <translation>Most cells are people&apos;s names that repeat</translation>
    </message>
    <message>
        <source>这一列里大多是公司名</source>
        <translation>Most cells are company names</translation>
    </message>
    <message>
        <source>这一列里大多是已有的产品</source>
        <translation>Most cells are products you already have</translation>
    </message>
    <message>
        <source>这一列里大多是已有的人名</source>
        <translation>Most cells are people you already have</translation>
    </message>
    <message>
        <source>这一列里大多是已有的客户</source>
        <translation>Most cells are accounts you already have</translation>
    </message>
    <message>
        <source>这一列里大多是已有的阶段</source>
        <translation>Most cells are stages you already have</translation>
    </message>
    <message>
        <source>这一列里大多是常见的阶段名</source>
        <translation>Most cells are common stage names</translation>
    </message>
    <message>
        <source>这一列里的文字各不相同,像是名称</source>
        <translation>The cells are all different texts, as names are</translation>
    </message>
    <message>
        <source>这一列里的编号各不相同</source>
        <translation>The cells are IDs, all different</translation>
    </message>
    <message>
        <source>这一列里都是币种</source>
        <translation>The cells are currencies</translation>
    </message>
    <message>
        <source>这一列里都是数字,像是金额</source>
        <translation>The cells are numbers that look like amounts</translation>
    </message>
    <message>
        <source>这一列里都是百分比</source>
        <translation>The cells are percentages</translation>
    </message>
    <message>
        <source>这一列里都是邮箱地址,而且反复出现</source>
        <translation>The cells are email addresses that repeat</translation>
    </message>
    <message>
        <source>这一列里都是金额</source>
        <translation>The cells are amounts of money</translation>
    </message>
    <message>
        <source>这一句还没看明白:{asked}。</source>
        <translation>This line is not clear yet: {asked}.</translation>
    </message>
    <message>
        <source>这一天上门拜访的次数。</source>
        <translation>Visits on this day.</translation>
    </message>
    <message>
        <source>这一天做的</source>
        <translation>Done on this day</translation>
    </message>
    <message>
        <source>这一天做的全部跟进,拜访、电话、微信都算。</source>
        <translation>Everything done with customers on this day: visits, calls, chats and the rest.</translation>
    </message>
    <message>
        <source>这一天没有要跟进的。记一笔时写上 跟@周五,到那天就在这里。</source>
        <translation>Nothing to follow up on this day. Write f/u @friday in an activity, and it stands here on that day.</translation>
    </message>
    <message>
        <source>这一天结束时在手的商机的金额合计。</source>
        <translation>The amount of all deals that were open at the end of this day.</translation>
    </message>
    <message>
        <source>这一天跟完的:又跟进了同一客户或商机,或者打了勾。</source>
        <translation>Follow-ups done on this day, by another activity with the same account or deal or by a tick.</translation>
    </message>
    <message>
        <source>这一天跟进过的客户数,一家只算一次;没写客户的跟进按它的商机算。</source>
        <translation>Accounts touched on this day, each once; an activity without an account counts for that of its deal.</translation>
    </message>
    <message>
        <source>这一天还没有记录。在上面写一句,Enter 记下。</source>
        <translation>Nothing recorded on this day yet. Write a line above and press Enter.</translation>
    </message>
    <message>
        <source>这一格是公式错误</source>
        <translation>the cell holds a formula error</translation>
    </message>
    <message>
        <source>这一步的上一页</source>
        <translation>Previous page of this step</translation>
    </message>
    <message>
        <source>这一步的下一页</source>
        <translation>Next page of this step</translation>
    </message>
    <message>
        <source>这一步的各页</source>
        <translation>Pages of this step</translation>
    </message>
    <message>
        <source>这一行是:{kind}</source>
        <translation>This line is: {kind}</translation>
    </message>
    <message>
        <source>这一行是从另一份数据导出的</source>
        <translation>This row was exported from another store</translation>
    </message>
    <message>
        <source>这两天之间没有商机变化。</source>
        <translation>No deal changed between these two days.</translation>
    </message>
    <message>
        <source>这个下一步已经推迟了 {n} 次,还没有做</source>
        <translation>This next step was put off once and is still not done|This next step was put off {n} times and is still not done</translation>
    </message>
    <message>
        <source>这个人已经不在名单里。</source>
        <translation>This person is no longer on the list.</translation>
    </message>
    <message>
        <source>这个人这个周期已经有这个动作;要改它,填上它的记录ID</source>
        <translation>This person already has this action in this cycle; to change it, enter its record ID</translation>
    </message>
    <message>
        <source>这个周期不在队里</source>
        <translation>Not in the team in this cycle</translation>
    </message>
    <message>
        <source>这个周期创建、来源是自拓的商机</source>
        <translation>Deals created in this cycle whose source is self</translation>
    </message>
    <message>
        <source>这个周期创建的</source>
        <translation>created in this cycle</translation>
    </message>
    <message>
        <source>这个周期没有丢单。</source>
        <translation>No deals were lost this cycle.</translation>
    </message>
    <message>
        <source>这个周期没有可试的商机。</source>
        <translation>No deals to try in this cycle.</translation>
    </message>
    <message>
        <source>这个周期没有新建商机</source>
        <translation>No opportunity was created in this cycle</translation>
    </message>
    <message>
        <source>这个周期没有新建商机。</source>
        <translation>No opportunity was created in this cycle.</translation>
    </message>
    <message>
        <source>这个周期没有赢单。</source>
        <translation>No deals were won this cycle.</translation>
    </message>
    <message>
        <source>这个周期还没有了结的。</source>
        <translation>Nothing finished in this cycle yet.</translation>
    </message>
    <message>
        <source>这个周期还没有赢单,也没有目标。在“团队”里填目标,或者导入商机。</source>
        <translation>Nothing won and no target in this cycle yet. Set targets on the Team page, or import deals.</translation>
    </message>
    <message>
        <source>这个商机已经不在了。</source>
        <translation>This deal is gone.</translation>
    </message>
    <message>
        <source>这个商机的流程里没有这个阶段,有的是:{stages}</source>
        <translation>The pipeline of this deal has no such stage; it has {stages}</translation>
    </message>
    <message>
        <source>这个团队在这一阶段的期限是你定的。</source>
        <translation>You set this team&apos;s limit for this stage.</translation>
    </message>
    <message>
        <source>这个客户的全部商机</source>
        <translation>All deals of this account</translation>
    </message>
    <message>
        <source>这个改进动作已经不在了。</source>
        <translation>This action is gone.</translation>
    </message>
    <message>
        <source>这个改进动作已经约定过。</source>
        <translation>This action has been agreed already.</translation>
    </message>
    <message>
        <source>这个月最要紧的:做成什么,没做成什么,下个月抓什么。</source>
        <translation>What worked, what did not, what comes first next month.</translation>
    </message>
    <message>
        <source>这个月没有一对一面谈。</source>
        <translation>No one-on-ones this month.</translation>
    </message>
    <message>
        <source>这个月没有关闭的商机,也没有在手的商机。</source>
        <translation>No deals were closed this month and none are open.</translation>
    </message>
    <message>
        <source>这个月没有需求和承诺。</source>
        <translation>No requests or promises this month.</translation>
    </message>
    <message>
        <source>这个月的改进动作</source>
        <translation>This month&apos;s improvement actions</translation>
    </message>
    <message>
        <source>这个月还没有可以画图的商机。</source>
        <translation>No deals to chart this month yet.</translation>
    </message>
    <message>
        <source>这个流程还没有阶段。导入商机后就有。</source>
        <translation>This pipeline has no stages yet. They come with an import of deals.</translation>
    </message>
    <message>
        <source>这个编号已经有了</source>
        <translation>This ID is taken</translation>
    </message>
    <message>
        <source>这个范围里没有人。</source>
        <translation>Nobody in this scope.</translation>
    </message>
    <message>
        <source>这个范围里没有在手商机。</source>
        <translation>No open deals in this scope.</translation>
    </message>
    <message>
        <source>这个范围里没有客户。</source>
        <translation>No accounts in this scope.</translation>
    </message>
    <message>
        <source>这个范围里没有按过程管理的团队:关键动作只对它们比较。</source>
        <translation>No team here is managed by its process: key actions are compared for those only.</translation>
    </message>
    <message>
        <source>这个范围里没有销售。在“团队”里把人放进团队,这里就有他们的完成率。</source>
        <translation>No salespeople in this scope. Put people into a team on the Team page to see their attainment here.</translation>
    </message>
    <message>
        <source>这个范围里还没有人。</source>
        <translation>Nobody is in this scope yet.</translation>
    </message>
    <message>
        <source>这个阶段已经不在了。</source>
        <translation>This stage is gone.</translation>
    </message>
    <message>
        <source>这些名字和已有的很像,看看是不是同一个。</source>
        <translation>These names are much like known ones. Are they the same?</translation>
    </message>
    <message>
        <source>这些周期还没有数据。</source>
        <translation>No data in these cycles yet.</translation>
    </message>
    <message>
        <source>这些商机都没有写切入部门。在商机的详情里写上,这里就能比较。</source>
        <translation>None of these deals names an entry department. Write it into the details of a deal, and they can be compared.</translation>
    </message>
    <message>
        <source>这些商机都没有写来源。导入或在商机详情里写上自拓还是线索,这里就能比较。</source>
        <translation>None of these deals says who found it. Import it, or choose self-sourced or lead in the details of a deal, and they can be compared.</translation>
    </message>
    <message>
        <source>这些商机都没有金额</source>
        <translation>None of these deals has an amount</translation>
    </message>
    <message>
        <source>这些行不会导入;存成工作簿,改好后可以再导入。</source>
        <translation>These rows are not imported. Save them as a workbook, mend them and import that.</translation>
    </message>
    <message>
        <source>这份数据正被另一个驾驶舱打开({who})。</source>
        <translation>This store is open in another cockpit ({who}).</translation>
    </message>
    <message>
        <source>这单能不能成</source>
        <translation>Is it feasible?</translation>
    </message>
    <message>
        <source>这场面谈已经不在了。</source>
        <translation>This one-on-one is gone.</translation>
    </message>
    <message>
        <source>这场面谈已经有笔记,不能取消。</source>
        <translation>This one-on-one has notes already and cannot be cancelled.</translation>
    </message>
    <message>
        <source>这张表里是什么?</source>
        <translation>What does this table hold?</translation>
    </message>
    <message>
        <source>这张表里的阶段和名字驾驶舱都认识,没有要定的。</source>
        <translation>The cockpit knows every stage and name in this table; nothing to decide.</translation>
    </message>
    <message>
        <source>这是</source>
        <translation>It is</translation>
    </message>
    <message>
        <source>这是一个文件夹</source>
        <translation>it is a folder</translation>
    </message>
    <message>
        <source>这条支援已经不在了。</source>
        <translation>This support is gone.</translation>
    </message>
    <message>
        <source>这条进展写了还没有记下。</source>
        <translation>This entry is written but not recorded yet.</translation>
    </message>
    <message>
        <source>这条问题已经不在了。</source>
        <translation>This problem is gone.</translation>
    </message>
    <message>
        <source>这次复盘范围的数字;中文名也行:{{赢单收入}}</source>
        <translation>The figure of the review&apos;s scope; its name does as well: {{Won revenue}}</translation>
    </message>
    <message>
        <source>这次复盘里没有叫“{name}”的人或团队</source>
        <translation>Nobody and no team in this review is called “{name}”</translation>
    </message>
    <message>
        <source>这次导入</source>
        <translation>This import</translation>
    </message>
    <message>
        <source>这次没有约定跟进。</source>
        <translation>No follow-up was agreed here.</translation>
    </message>
    <message>
        <source>这次谈话</source>
        <translation>This talk</translation>
    </message>
    <message>
        <source>这段时间新建的商机</source>
        <translation>Deals created in this time</translation>
    </message>
    <message>
        <source>这段时间没有丢单。</source>
        <translation>No deal was lost in this time.</translation>
    </message>
    <message>
        <source>这段时间没有新建或关闭的商机。</source>
        <translation>No deal was created or closed in this time.</translation>
    </message>
    <message>
        <source>这段时间还没有关闭的商机。赢单或丢单以后,这里按切入部门比较。</source>
        <translation>No deal was closed in this time. Once deals are won or lost, entry departments are compared here.</translation>
    </message>
    <message>
        <source>这段时间还没有赢单。</source>
        <translation>No deal was won in this time.</translation>
    </message>
    <message>
        <source>这里就是示例团队。</source>
        <translation>This is the sample team.</translation>
    </message>
    <message>
        <source>这里按五步显示每个人的状态。先导入公司 CRM 导出的 Excel 或 CSV,或者看看示例团队。</source>
        <translation>Everybody&apos;s five steps appear here. Import an Excel or CSV export from your CRM, or look around with the sample team.</translation>
    </message>
    <message>
        <source>这里是文件最前面的 {n} 行</source>
        <translation>The first {n} row of the file|The first {n} rows of the file</translation>
    </message>
    <message>
        <source>这里没有显示器(DISPLAY 和 WAYLAND_DISPLAY 都没有设),窗口打不开。</source>
        <translation>There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened.</translation>
    </message>
    <message>
        <source>这里用数字说话:完成率、预测、每个人的进度。先导入公司 CRM 导出的 Excel 或 CSV。</source>
        <translation>Results in numbers: attainment, forecast and everyone&apos;s pace. Start by importing an Excel or CSV export of your CRM.</translation>
    </message>
    <message>
        <source>这里管理人员、团队和目标。导入人员名单,或添加第一个人。</source>
        <translation>This is where people, teams and targets are kept. Import a list of people, or add the first person.</translation>
    </message>
    <message>
        <source>这里计划每个人每周做几次关键动作,并和做了的放在一起看。先导入人员,或在团队页加上人。</source>
        <translation>Here you plan how often each person does a key action each week, beside what was done. Import people first, or add them on the Team page.</translation>
    </message>
    <message>
        <source>进入“{stage}”之前</source>
        <translation>Before “{stage}”</translation>
    </message>
    <message>
        <source>进入条件</source>
        <translation>Needs</translation>
    </message>
    <message>
        <source>进入阶段</source>
        <translation>In stage since</translation>
    </message>
    <message>
        <source>进展</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Pace</translation>
    </message>
    <message>
        <source>进度 {pace}</source>
        <translation>Pace {pace}</translation>
    </message>
    <message>
        <source>进度 {pace} · 缺口 {gap}</source>
        <translation>Pace {pace} · gap {gap}</translation>
    </message>
    <message>
        <source>进度指数</source>
        <translation>Pace index</translation>
    </message>
    <message>
        <source>进度指数 {index},明显落后于进度</source>
        <translation>Pace index {index}, well behind pace</translation>
    </message>
    <message>
        <source>进度指数 {index},略落后于进度</source>
        <translation>Pace index {index}, slightly behind pace</translation>
    </message>
    <message>
        <source>进度指数 {index},跟上了进度</source>
        <translation>Pace index {index}, on pace</translation>
    </message>
    <message>
        <source>进程 {pid},电脑 {host}</source>
        <translation>process {pid} on {host}</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>In hand</translation>
    </message>
    <message>
        <source>进行中:{text}</source>
        <translation>Running: {text}</translation>
    </message>
    <message>
        <source>进过该阶段、后来关了的商机赢了多少;点阶段看每个周期</source>
        <translation>share won of closed deals that entered the stage; click a stage for its cycles</translation>
    </message>
    <message>
        <source>进过该阶段、已经关了的商机数。</source>
        <translation>Closed deals that entered the stage.</translation>
    </message>
    <message>
        <source>进阶段的条件</source>
        <translation>Stage requirements</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Moved back</translation>
    </message>
    <message>
        <source>退货(负金额)抵掉了赢单,比例没有意义</source>
        <translation>returns (negative amounts) outweigh what was won; a share would mean nothing</translation>
    </message>
    <message>
        <source>选一下这是什么表:商机、人员、客户、产品、目标、阶段历史、跟进或回款。</source>
        <translation>Choose what kind of table this is: deals, people, accounts, products, targets, stage history, activities or payments.</translation>
    </message>
    <message>
        <source>选一个商机</source>
        <translation>Choose a deal</translation>
    </message>
    <message>
        <source>选一个或写新的</source>
        <translation>Choose one or type a new one</translation>
    </message>
    <message>
        <source>选一个指标</source>
        <translation>Choose a metric</translation>
    </message>
    <message>
        <source>选列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>选另一个团队,或另一天。</source>
        <translation>Choose another team or another day.</translation>
    </message>
    <message>
        <source>选择</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>选择文件…</source>
        <translation>Choose files…</translation>
    </message>
    <message>
        <source>选择要导入的文件</source>
        <translation>Choose files to import</translation>
    </message>
    <message>
        <source>选择要显示的列;右击表头也行</source>
        <translation>Choose which columns are shown; a right click on the headings does the same</translation>
    </message>
    <message>
        <source>逗号是小数点</source>
        <translation>Comma is the decimal mark</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>逾期 {late} 项,进行中 {open} 项,了结 {done} 项</source>
        <translation>{late} overdue, {open} under way, {done} settled</translation>
    </message>
    <message>
        <source>逾期 {n} 单</source>
        <translation>{n} overdue</translation>
    </message>
    <message>
        <source>逾期 {n} 天</source>
        <translation>{n} day late|{n} days late</translation>
    </message>
    <message>
        <source>逾期的算进当前周期的管道,放得越久,覆盖率和预测越虚。改日期,或者关掉。</source>
        <translation>Overdue deals count in the current cycle&apos;s pipeline; the longer they lie, the less coverage and forecast are worth. Change the date, or close them.</translation>
    </message>
    <message>
        <source>遮护:开或关</source>
        <translation>Shield: up or down</translation>
    </message>
    <message>
        <source>遮护中 · 按 F9 解除</source>
        <translation>Shield up · F9 lifts it</translation>
    </message>
    <message>
        <source>遮护时不显示私密笔记;F9 解除遮护</source>
        <translation>The private note is hidden behind the shield; F9 lifts it</translation>
    </message>
    <message>
        <source>那一周没有计划,或者这一周已经都有了。</source>
        <translation>Nothing was planned in that week, or everybody has a plan for this one already.</translation>
    </message>
    <message>
        <source>邮件</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>邮件草稿 (*.eml)</source>
        <translation>Mail draft (*.eml)</translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>部分见效</source>
        <translation>Partly effective</translation>
    </message>
    <message>
        <source>部分见效 {n}</source>
        <translation>Partly {n}</translation>
    </message>
    <message>
        <source>部分见效:{text}</source>
        <translation>Partly effective: {text}</translation>
    </message>
    <message>
        <source>都当作同一个</source>
        <translation>All the same</translation>
    </message>
    <message>
        <source>都解决了</source>
        <translation>All settled</translation>
    </message>
    <message>
        <source>都认出来了</source>
        <translation>All recognised</translation>
    </message>
    <message>
        <source>都采用</source>
        <translation>Use all</translation>
    </message>
    <message>
        <source>采购</source>
        <translation>Purchasing</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>重叠的日子只算进后加入的那个团队,不会算两遍。把前一段的结束日期补上。</source>
        <translation>Days that overlap count for the team joined later, never twice. Give the earlier stay its end.</translation>
    </message>
    <message>
        <source>重开</source>
        <translation>Reopened</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>重新打开 {month}</source>
        <translation>Reopen {month}</translation>
    </message>
    <message>
        <source>重新打开…</source>
        <translation>Reopen…</translation>
    </message>
    <message>
        <source>重新打开要写明原因。</source>
        <translation>Reopening needs a reason.</translation>
    </message>
    <message>
        <source>重新打开问题:{text}</source>
        <translation>Reopen problem: {text}</translation>
    </message>
    <message>
        <source>重新着手</source>
        <translation>Take in hand again</translation>
    </message>
    <message>
        <source>重新答应</source>
        <translation>Promise again</translation>
    </message>
    <message>
        <source>重点商机</source>
        <translation>Major deal</translation>
    </message>
    <message>
        <source>重点商机一次一次写下的进展和下一步</source>
        <translation>What happened on major deals, entry by entry, and the next step</translation>
    </message>
    <message>
        <source>重点商机一览</source>
        <translation>Major deals</translation>
    </message>
    <message>
        <source>重点商机滚动跟进</source>
        <translation>Major deals</translation>
    </message>
    <message>
        <source>重点商机的下一步和最近进展</source>
        <translation>Next step and last entry of major deals</translation>
    </message>
    <message>
        <source>重点客户</source>
        <translation>Key account</translation>
    </message>
    <message>
        <source>重点客户 {limit} 天内没有跟进</source>
        <translation>Key account without an activity for {limit} days</translation>
    </message>
    <message>
        <source>重点客户跟进</source>
        <translation>Key accounts</translation>
    </message>
    <message>
        <source>重点客户跟进率</source>
        <translation>Key-account follow-up</translation>
    </message>
    <message>
        <source>量化价值</source>
        <translation>Quantified value</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>金额 {amount}</source>
        <translation>Amount {amount}</translation>
    </message>
    <message>
        <source>金额;退款写负数</source>
        <translation>Amount; a refund as a negative</translation>
    </message>
    <message>
        <source>金额不能小于 0。</source>
        <translation>An amount cannot be below 0.</translation>
    </message>
    <message>
        <source>金额中 {amount}({share})按目录价估算。</source>
        <translation>{amount} ({share}) of the amount is estimated from list prices.</translation>
    </message>
    <message>
        <source>金额以 {currency} 为单位,没有千分位;比例是小数,0.25 就是 25%。</source>
        <translation>Amounts are in {currency} without thousands separators; shares are fractions: 0.25 is 25%.</translation>
    </message>
    <message>
        <source>金额加起来超出了能精确计算的范围。</source>
        <translation>The amounts add up to more than can be told exactly.</translation>
    </message>
    <message>
        <source>金额单位</source>
        <translation>Currency</translation>
    </message>
    <message>
        <source>金额单位 {currency}</source>
        <translation>Amounts in {currency}</translation>
    </message>
    <message>
        <source>金额大得不合理</source>
        <translation>Amount too large to be true</translation>
    </message>
    <message>
        <source>金额少了一半以上的商机:</source>
        <translation>Deals whose amount fell by more than half:</translation>
    </message>
    <message>
        <source>金额最大的</source>
        <translation>The largest</translation>
    </message>
    <message>
        <source>金额来源</source>
        <translation>Amount from</translation>
    </message>
    <message>
        <source>金额的币种</source>
        <translation>The currency of amounts</translation>
    </message>
    <message>
        <source>金额里不写币种。</source>
        <translation>Leave the currency out of the amount.</translation>
    </message>
    <message>
        <source>针对的问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>针对问题:{text}</source>
        <translation>About the problem: {text}</translation>
    </message>
    <message>
        <source>销售</source>
        <translation>Salesperson</translation>
    </message>
    <message>
        <source>销售周期(90 分位)</source>
        <translation>Sales cycle (90th percentile)</translation>
    </message>
    <message>
        <source>销售周期(中位数)</source>
        <translation>Sales cycle (median)</translation>
    </message>
    <message>
        <source>销售周期(平均)</source>
        <translation>Sales cycle (mean)</translation>
    </message>
    <message>
        <source>销售周期会是负数,所以不进销售周期;赢单收入照算。多半有一个日期写错了。</source>
        <translation>Its sales cycle would be negative, so it is left out there; won revenue counts it. One of the two dates is likely wrong.</translation>
    </message>
    <message>
        <source>销售商机</source>
        <translation>Deal</translation>
    </message>
    <message>
        <source>销售团队</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>销售流程</source>
        <translation>Pipelines</translation>
    </message>
    <message>
        <source>销售漏斗,按阶段</source>
        <translation>Sales funnel by stage</translation>
    </message>
    <message>
        <source>销售目标</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>销售自己的判断</source>
        <translation>Reps&apos; own call</translation>
    </message>
    <message>
        <source>销售阶段</source>
        <translation>Stages</translation>
    </message>
    <message>
        <source>长谈</source>
        <translation>Long talk</translation>
    </message>
    <message>
        <source>闭环总览</source>
        <translation>Loop board</translation>
    </message>
    <message>
        <source>闭环率</source>
        <translation>Loop closed</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>问题(上级补充)</source>
        <translation>Problems (added by leader)</translation>
    </message>
    <message>
        <source>问题(自己发现)</source>
        <translation>Problems (self-found)</translation>
    </message>
    <message>
        <source>问题,上级补充</source>
        <translation>Problem added by the leader</translation>
    </message>
    <message>
        <source>问题已解决:{text}</source>
        <translation>Settle problem: {text}</translation>
    </message>
    <message>
        <source>问题清单</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>问题的分类</source>
        <translation>Kinds of problems</translation>
    </message>
    <message>
        <source>问题类型</source>
        <translation>Kinds of problems</translation>
    </message>
    <message>
        <source>问题编号</source>
        <translation>Problem ID</translation>
    </message>
    <message>
        <source>间隔</source>
        <translation>Days since</translation>
    </message>
    <message>
        <source>阶段</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>阶段 {pairs}</source>
        <translation>Stages {pairs}</translation>
    </message>
    <message>
        <source>阶段 · {pipeline}</source>
        <translation>Stages · {pipeline}</translation>
    </message>
    <message>
        <source>阶段,和在这个阶段的天数</source>
        <translation>Stage, and days in it</translation>
    </message>
    <message>
        <source>阶段“{stage}”和状态对不上</source>
        <translation>stage “{stage}” contradicts the status</translation>
    </message>
    <message>
        <source>阶段不再使用,或与状态不符</source>
        <translation>Stage out of use, or against the state</translation>
    </message>
    <message>
        <source>阶段历史</source>
        <translation>Stage history</translation>
    </message>
    <message>
        <source>阶段历史表</source>
        <translation>stage history</translation>
    </message>
    <message>
        <source>阶段变更日期</source>
        <translation>Stage changed on</translation>
    </message>
    <message>
        <source>阶段和名字</source>
        <translation>Stages and names</translation>
    </message>
    <message>
        <source>阶段属于哪个流程</source>
        <translation>Which pipeline a stage belongs to</translation>
    </message>
    <message>
        <source>阶段往回走的商机:</source>
        <translation>Deals whose stage moved back:</translation>
    </message>
    <message>
        <source>阶段或成交日期</source>
        <translation>Stage, or closing date</translation>
    </message>
    <message>
        <source>阶段编号</source>
        <translation>Stage ID</translation>
    </message>
    <message>
        <source>阶段要求的还没有</source>
        <translation>the stage asks for more</translation>
    </message>
    <message>
        <source>限期</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>隐藏的工作表</source>
        <translation>Hidden sheet</translation>
    </message>
    <message>
        <source>隔了多久</source>
        <translation>Since then</translation>
    </message>
    <message>
        <source>需求</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>需求和承诺都了结了</source>
        <translation>All requests and promises are settled</translation>
    </message>
    <message>
        <source>需求在不在手里</source>
        <translation>Is the need in hand?</translation>
    </message>
    <message>
        <source>需求在手</source>
        <translation>Need</translation>
    </message>
    <message>
        <source>需求确认</source>
        <translation>Need confirmed</translation>
    </message>
    <message>
        <source>需求答复天数(中位数)</source>
        <translation>Answer time (median)</translation>
    </message>
    <message>
        <source>需要 {ratio}</source>
        <translation>needs {ratio}</translation>
    </message>
    <message>
        <source>需要关注</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>需要的倍数 = 1 / 本周期赢单率(按单数)</source>
        <translation>Needed = 1 / this cycle&apos;s win rate by count</translation>
    </message>
    <message>
        <source>面谈</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>面谈与支援</source>
        <translation>One-on-ones and support</translation>
    </message>
    <message>
        <source>面谈中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>面谈时间</source>
        <translation>Meeting time</translation>
    </message>
    <message>
        <source>面谈正在进行,导入会看到别人的数字。先结束面谈,或按 F9 放下遮护。</source>
        <translation>A one-on-one is running, and an import shows other people&apos;s figures. End it first, or lift the shield with F9.</translation>
    </message>
    <message>
        <source>面谈编号</source>
        <translation>Meeting ID</translation>
    </message>
    <message>
        <source>面谈记录</source>
        <translation>Past one-on-ones</translation>
    </message>
    <message>
        <source>面谈里的私人备注不在里面。</source>
        <translation>Private notes of meetings are not included.</translation>
    </message>
    <message>
        <source>面谈里的私人备注从不导出。</source>
        <translation>Private notes from one-on-ones are never exported.</translation>
    </message>
    <message>
        <source>页眉页脚</source>
        <translation>Header and footer</translation>
    </message>
    <message>
        <source>页眉页脚、文本框、图表标题里的占位符也会填。公式里的不填。</source>
        <translation>Placeholders in headers, footers, text boxes and chart titles are filled too; those in formulas are not.</translation>
    </message>
    <message>
        <source>页面</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>顺序</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>预期金额</source>
        <translation>Expected amount</translation>
    </message>
    <message>
        <source>预测</source>
        <translation>Forecast</translation>
    </message>
    <message>
        <source>预测 {money}</source>
        <translation>forecast {money}</translation>
    </message>
    <message>
        <source>预测,和上周期相比</source>
        <translation>Forecast against last cycle</translation>
    </message>
    <message>
        <source>预测,按类别</source>
        <translation>Forecast by category</translation>
    </message>
    <message>
        <source>预测与漏斗</source>
        <translation>Forecast and funnel</translation>
    </message>
    <message>
        <source>预测准确率</source>
        <translation>Forecast accuracy</translation>
    </message>
    <message>
        <source>预测只算预计在本周期关单的在手商机;漏斗是截止日全部在手商机</source>
        <translation>The forecast counts open deals expected to close this cycle; the funnel all that are open</translation>
    </message>
    <message>
        <source>预测收入</source>
        <translation>Forecast</translation>
    </message>
    <message>
        <source>预测日</source>
        <translation>Forecast on</translation>
    </message>
    <message>
        <source>预测类别</source>
        <translation>Forecast category</translation>
    </message>
    <message>
        <source>预算</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>预览,没有写入:</source>
        <translation>Preview, nothing written:</translation>
    </message>
    <message>
        <source>预计</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>预计 {amount}</source>
        <translation>{amount} expected</translation>
    </message>
    <message>
        <source>预计关单</source>
        <translation>Expected close</translation>
    </message>
    <message>
        <source>预计关单日</source>
        <translation>Expected close</translation>
    </message>
    <message>
        <source>预计关单日在周期内的未关闭商机数;已逾期的算入当前周期并标出。</source>
        <translation>Open deals with expected close in the cycle; overdue ones belong to the current cycle and are flagged.</translation>
    </message>
    <message>
        <source>预计关单日在周期内的未关闭商机金额之和,未加权;已逾期的算入当前周期并标出。</source>
        <translation>Unweighted sum of open deals with expected close in the cycle; overdue ones belong to the current cycle and are flagged.</translation>
    </message>
    <message>
        <source>预计占金额的比例:各阶段经验值按金额加权的平均。</source>
        <translation>Share of the amount that is expected: the stages&apos; experience values weighted by amount.</translation>
    </message>
    <message>
        <source>预计成交</source>
        <translation>Expected close</translation>
    </message>
    <message>
        <source>预计成交只写到月份或季度的商机,按那时的最后一天算:</source>
        <translation>Deals whose expected close is only a month or quarter count by its last day:</translation>
    </message>
    <message>
        <source>预计成交推到更晚的月份算一次,月内改动不算,改回来也不减。从没动过和停滞是两回事:也许只是没人更新。</source>
        <translation>Each move of the expected close to a later month counts; changes within a month do not, and moving back takes none away. Never moved is not the same as stalled: the stage may just not be kept up.</translation>
    </message>
    <message>
        <source>预计成交日期</source>
        <translation>Expected close</translation>
    </message>
    <message>
        <source>预计成交日期第三次(或更多次)推迟的商机:</source>
        <translation>Deals whose expected close was pushed for the third time or more:</translation>
    </message>
    <message>
        <source>预计成交过了 30 天以上</source>
        <translation>Expected close over 30 days ago</translation>
    </message>
    <message>
        <source>预计本周期成交</source>
        <translation>Expected this cycle</translation>
    </message>
    <message>
        <source>领先 {points}</source>
        <translation>{points} ahead</translation>
    </message>
    <message>
        <source>风格</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>风格还没填</source>
        <translation>Style not set</translation>
    </message>
    <message>
        <source>首次拜访</source>
        <translation>First visits</translation>
    </message>
    <message>
        <source>首次拜访的客户</source>
        <translation>First visits</translation>
    </message>
    <message>
        <source>首次跟进落在周期内的客户数。</source>
        <translation>Accounts whose first activity ever falls in the cycle.</translation>
    </message>
    <message>
        <source>驾驶舱</source>
        <translation>Cockpit</translation>
    </message>
    <message>
        <source>驾驶舱导出的</source>
        <translation>Exported by the cockpit</translation>
    </message>
    <message>
        <source>驾驶舱里</source>
        <translation>In the cockpit</translation>
    </message>
    <message>
        <source>驾驶舱里原来没有编号、按名称等对上的商机,这次得到编号:</source>
        <translation>Deals without an ID that were recognized by name, and now have one:</translation>
    </message>
    <message>
        <source>驾驶舱里有几个商机的{fields}都相同,分不清是哪一个</source>
        <translation>Several deals in the cockpit have the same {fields}; which one is meant cannot be told</translation>
    </message>
    <message>
        <source>驾驶舱里没有这个产品</source>
        <translation>No such product in the cockpit</translation>
    </message>
    <message>
        <source>驾驶舱里没有这个人,先在团队页添加</source>
        <translation>No such person in the cockpit; add them on the Team page first</translation>
    </message>
    <message>
        <source>驾驶舱里没有这个人或团队</source>
        <translation>No such person or team in the cockpit</translation>
    </message>
    <message>
        <source>驾驶舱里没有这个团队,先在团队页添加</source>
        <translation>No such team in the cockpit; add it on the Team page first</translation>
    </message>
    <message>
        <source>驾驶舱里没有这条记录,或者已经删除</source>
        <translation>No such record in the cockpit, or it was deleted</translation>
    </message>
    <message>
        <source>驾驶舱里的</source>
        <translation>The cockpit</translation>
    </message>
    <message>
        <source>驾驶舱里的全部数据,{day} 导出</source>
        <translation>Everything in the cockpit, exported on {day}</translation>
    </message>
    <message>
        <source>验证改进动作:{text}</source>
        <translation>Judge action: {text}</translation>
    </message>
    <message>
        <source>验证结果</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>默认</source>
        <translation>Default</translation>
    </message>
    <message>
        <source>默认流程</source>
        <translation>Standard pipeline</translation>
    </message>
</context>
</TS>
