<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name></name>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 不是驾驶舱的备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 不是驾驶舱的数据文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 已损坏,或不是数据文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 所在的位置不支持安全写入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 是只读的,不能写入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 是旧版本的数据。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 正被另一个程序占用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 由更新版本的驾驶舱写成(数据版本 {version},本程序到 {known})。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 由更新版本的驾驶舱写成。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”有好几个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一对一</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一个周期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一个周期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不能写备份 {path}:{reason}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不能在 {folder} 里写文件:{reason}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停止</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先备份,再用最近的好备份恢复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先导入一份文件,或检查路径。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先用这个版本的驾驶舱打开一次,让它升级。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部团队</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭那个程序(同步盘、杀毒软件)后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>勿扰中:会后再提醒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原来的数据留在 {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可以继续使用。「显示详情」里的内容不含任何业务数据,可以复制给开发者。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>后退</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>周期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>命令</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>和谁面谈?输入姓名或拼音</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>商机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>团队</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外观跟随系统</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名、拼音、客户、商机、笔记,或命令</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>客户</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入 Excel 或 CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出月度复盘…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存 {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已写好 {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已备份到 {path},共 {n} 行,已核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已恢复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已撤销:{operation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已重做:{operation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>帮改进</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始一对一</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>截止日 {day} 早于周期 {month} 的第一天。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>截止日 {day} 还没到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>截止日不能晚于今天 {today}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打不开 {path}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找到的内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把数据放到本机磁盘上,不要放在网络盘里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换一个位置再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换一个可以写的文件夹(--store 文件),或改文件夹的权限。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>搜索,或执行命令</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>搜索,或执行命令…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撸过程</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改文件的权限,或用 --store 换一个位置。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据文件出错:{reason}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>是不是:{names}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>月度复盘</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查发现 {n} 个问题。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查文件夹是否存在、是否有权限。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查磁盘;如果在网络盘或移动盘上,请移到本机。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查路径。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查通过,没有发现问题。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有叫“{name}”的团队或人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有可以撤销的操作。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有可以重做的操作。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有找到备份 {path}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有找到数据文件 {path}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>浅色</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>深色</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用最近的备份恢复:cockpit restore 备份文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看看团队页里的名字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看看示例团队</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>磁盘已满,没有写入任何改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>示例团队</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>示例团队在 {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>程序出了一个错,已写好的内容都在。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>笔记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结束周期 {last} 早于开始周期 {first}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>给支援</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>腾出一些空间后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>范围</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>菜单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先关闭它,或用 --store 打开另一份数据。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先升级驾驶舱,数据没有动过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先升级驾驶舱。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请写明是哪一个:{choices}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请在图形桌面里运行,或用 xvfb-run 运行;命令行(cockpit --help)不需要显示器。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请选择另一个文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>读写 {path} 时磁盘出错。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>运行 cockpit check 检查数据。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份数据正被另一个驾驶舱打开({who})。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这里就是示例团队。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这里没有显示器(DISPLAY 和 WAYLAND_DISPLAY 都没有设),窗口打不开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>进程 {pid},电脑 {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>遮护:开或关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>遮护中 · 按 F9 解除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重做</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销售</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>闭环总览</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>页面</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>驾驶舱</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
