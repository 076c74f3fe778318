"""What the columns of CRM exports are called, in English and Chinese: kind of table -> field -> names.

Names are written as people write them; headings.py compares them without blanks, marks and case. Of several columns
that would fit one field, the one whose name stands first here is taken. A "~" before a name says that it fits many
kinds of tables, so that it tells nothing about which kind this is.
"""

from typing import Literal

from cockpit.excel.record_names import ACTIVITY_NAMES, PAYMENT_NAMES

TableKind = Literal["deals", "people", "accounts", "products", "targets", "history", "activities", "payments"]
ValueKind = Literal["text", "id", "money", "date", "share", "flag", "month"]

NAMES: dict[TableKind, dict[str, tuple[ValueKind, tuple[str, ...]]]] = {
    "deals": {
        "external_id": ("id", (
            "opportunity id", "deal id", "商机编号", "商机ID", "商机编码", "商机号", "项目编号", "项目ID", "项目编码",
            "订单编号", "opportunity number", "deal number", "opportunity no", "业务编码", "业务编号", "record id",
            "数据ID", "唯一性ID", "potential id", "~记录ID", "~id", "~编号", "~编码", "~no", "~number", "~序列号",
            "业务机会ID", "do not modify opportunity", "请勿修改商机", "hs object id", "opportunityid", "copper id",
            "external id", "销售机会编号", "销售机会ID", "机会编号", "case safe id", "18 digit id", "deal record id",
            "~数据编号", "~item id", "~流水号", "~单据编号", "~单据号", "~单号", "~报备编号", "~登记编号", "~申请编号",
            "~业务单号", "~机会编码", "~合同编号", "~合同号", "~document number", "~reference", "~ref", "~ref no",
            "~reference number", "lead number", "lead id", "~报备单号", "~询价单号", "~立项编号", "~登记单号",
            "~报价单号", "~申请单号", "~询价编号", "~task id", "~ticket id", "~case number", "~request id",
            "~internal id", "box key", "~numéro", "~nummer", "~番号",
        )),
        "name": ("text", (
            "opportunity name", "deal name", "opportunity", "deal", "dealname", "商机名称", "商机", "项目名称",
            "商机标题", "销售机会名称", "销售机会", "机会名称", "potential name", "topic", "deal title",
            "opportunity title", "订单名称", "商机主题", "~项目", "~名称", "~标题", "~主题", "~name", "~title",
            "~subject", "业务机会名称", "业务机会", "project", "project name", "~商谈名", "~案件名", "lead title",
            "案子", "案子名称", "~task name", "~item name", "合作项目", "合作项目名称", "机会点", "做什么", "要做什么",
            "~record", "~lead name", "~betreff", "~objet", "~asunto", "~件名",
        )),
        "account": ("text", (
            "account name", "account", "company name", "company", "companies", "customer name", "customer",
            "organization", "organization name", "client", "client name", "associated company", "potential customer",
            "客户名称",
            "客户", "公司名称", "公司", "客户公司", "关联客户", "所属客户", "企业名称", "单位名称", "客户全称",
            "最终客户", "客户单位", "客户简称", "associated company primary", "潜在客户", "客户名",
            "linked organization", "lead name", "end customer", "end user", "意向客户", "目标客户", "签约单位", "甲方",
            "甲方单位", "party name", "party", "prospect", "prospect name", "招标单位", "建设单位", "业主单位",
            "使用单位", "需方", "购买方", "发包方", "意向单位", "询价客户", "报备客户", "询价单位", "合作单位",
            "往来单位", "学校名称", "学校", "医院名称", "医院", "~用户名称", "logo", "~partner id", "~related to",
        )),
        "account_id": ("id", (
            "account id", "company id", "customer id", "organization id", "客户编号", "客户ID", "客户编码",
            "associated company ids", "associated company ids primary", "parentaccountid value", "customerid value",
            "customerid", "关联客户ID", "~lead id",
        )),
        "owner": ("text", (
            "owner", "owner name", "deal owner", "opportunity owner", "sales agent", "sales rep",
            "sales representative", "salesperson", "sales person", "rep", "rep name", "seller", "agent",
            "account executive", "assigned to", "hubspot owner", "account manager", "owner full name", "负责人",
            "商机负责人", "销售", "销售人员", "销售员", "业务员", "销售代表", "所属销售", "跟进人", "归属人", "所有人",
            "商机所有人", "客户经理", "销售经理", "负责人主属", "销售负责人", "项目负责人", "负责销售", "所属人",
            "owner alias", "担当", "业务机会所有人", "业务机会所有者", "商机所有者", "BD", "AE", "AM", "跟单人",
            "responsible user", "owned by", "employee responsible", "user", "user name", "responsible person",
            "responsible", "lead rep", "lead seller", "~业务", "跟进人员", "assigned user", "deal lead",
            "opportunity lead", "所属员工", "归属员工", "销售员工", "~员工", "区域经理", "大区经理", "~sales",
            "acct exec", "account exec", "our person", "our rep", "谁在跟", "谁跟", "谁跟进", "closer", "~姓名",
        )),
        "owner_id": ("id", (
            "owner id", "rep id", "agent id", "sales rep id", "seller id", "salesperson id", "user id", "负责人编号",
            "负责人ID", "销售编号", "员工编号", "业务员编号", "工号", "hubspot owner id", "ownerid value",
            "owninguser value",
        )),
        "owner_email": ("text", ("owner email", "rep email", "deal owner email", "负责人邮箱", "销售邮箱")),
        "product": ("text", (
            "product", "product name", "product line", "product interest", "产品", "产品名称", "意向产品", "产品线",
            "商品", "商品名称", "销售产品", "产品型号", "products", "所属产品", "主要产品", "意向商品", "拟购产品",
            "报备产品", "询价产品", "what they want", "what they need", "买什么", "要什么",
        )),
        "stage": ("text", (
            "deal stage", "stage", "stage name", "sales stage", "opportunity stage", "pipeline stage", "dealstage",
            "商机阶段", "阶段", "销售阶段", "当前阶段", "项目阶段", "阶段名称", "处理阶段", "销售进度", "商机进度",
            "跟进阶段", "商机阶段名称", "deal pipeline stage", "项目进度", "step name", "~sales process stage",
            "pipeline phase", "处理阶段名称", "商机推进阶段", "where we are", "where are we", "where it stands",
            "where it is", "跟进进度", "跟进进展", "目前进展", "当前进展", "推进进度", "到哪一步了", "到哪一步",
            "进行到哪一步", "走到哪一步", "~status label",
        )),
        "state": ("text", (
            "deal status", "opportunity status", "won lost", "商机状态", "赢单状态", "输赢",
            "是否赢单", "成交状态", "状态结果", "项目状态", "~status", "~state", "~状态", "~当前状态",
            "statecode", "deal state", "opportunity state", "阶段状态", "life cycle status", "lifecycle status",
            "closed status", "status type", "~outcome", "~result", "~结果",
        )),
        "is_won": ("flag", ("is won", "won", "closed won flag", "is closed won", "已赢单")),
        "is_closed": ("flag", ("is closed", "is deal closed", "是否关闭", "已关闭", "~closed")),
        "amount": ("money", (
            "amount", "deal amount", "deal value", "opportunity amount", "close value", "value", "deal size",
            "total amount", "contract value", "商机金额", "金额", "预计金额", "预估金额", "预计销售金额",
            "预计成交金额", "预计签约金额", "预计商机金额", "商机预估金额", "销售金额", "项目金额", "合同金额",
            "签约金额", "订单金额", "预计合同金额", "机会金额", "商机总金额", "商机预计金额", "预期金额",
            "potential amount", "tcv", "acv", "arr", "est revenue", "estimated revenue", "estimated value",
            "amount in company currency", "累计金额", "预计收入", "总金额", "报价金额", "成交金额", "actual revenue",
            "likely", "projected total", "projected amount", "estimatedvalue", "money", "value amount",
            "deal value amount", "~销售额", "~合同额", "bid amount", "~total", "~income", "sale price", "~sale",
            "how much", "多少钱", "projected revenue high",
        )),
        "won_amount": ("money", (
            "actual amount", "won amount", "closed amount", "实际金额", "实际成交金额", "实际签约金额", "成交金额",
            "实际收入", "赢单金额", "actual revenue", "签约金额", "合同金额",
        )),
        "currency": ("text", (
            "currency", "currency iso code", "deal currency", "deal currency code", "amount currency", "币种", "货币",
            "币别", "transactioncurrencyid", "transactioncurrencyid value", "deal currency of value",
            "currency of value", "bid currency",
        )),
        "created_on": ("date", (
            "created date", "create date", "created", "created on", "created at", "creation date", "createdate",
            "engage date", "opened date", "open date", "date created", "deal created", "创建日期", "创建时间",
            "建立日期", "录入日期", "录入时间", "登记日期", "立项日期", "立项时间", "商机创建日期", "商机创建时间",
            "发现日期", "提交日期", "新建日期", "start date", "开始日期", "deal created date", "add time",
            "created time", "商机发现日期", "下单时间", "date opened", "first created", "opp created date", "单据日期",
            "制单日期", "填报日期", "填表日期", "提报日期", "报备日期", "报备时间", "申报日期", "申请日期", "接洽日期",
            "接触日期", "首次拜访日期", "首次拜访时间", "date added", "logged on", "first contact date",
            "first contacted", "first contacted on", "首次联系日期", "首次联系时间", "初次接触时间", "询价日期",
            "询盘日期", "来电日期", "~started", "~started on",
        )),
        "expected_close": ("date", (
            "expected close date", "expected close", "expected closing date", "estimated close date", "est close date",
            "forecast close date", "expected closed date", "projected close date", "target close date", "预计成交日期",
            "预计成交时间", "预期成交日期", "预计签约日期", "预计签约时间", "预计签单日期", "预计签单时间",
            "预计结单日期", "预计结束日期", "预计关闭日期", "预计完成日期", "预计完成", "预计赢单日期", "预计落单日期",
            "预计成单日期", "预计成单时间", "预计下单日期", "计划成交日期", "预计合同日期", "预计完成时间", "预计日期",
            "预计结单时间", "预计关闭时间", "eta", "ecd", "何时签单", "何时签约", "何时成交", "什么时候签", "close eta",
            "eta close", "expected signature", "expected signing", "计划完成时间", "计划完成日期", "close month",
            "closing month", "month of close", "close quarter", "签约月份", "成交月份", "预计成交月", "预计签约月",
            "预计签约月份", "预计采购时间", "预计采购日期", "预计启动采购时间", "decision by", "sign by", "close by",
            "expected by", "什么时候能签", "什么时候签约", "什么时候成交", "~date deadline", "~échéance",
        )),
        "closed_on": ("date", (
            "closed date", "actual close date", "won date", "date closed", "closed on", "closed at", "won time",
            "actual closed date", "实际成交日期", "实际成交时间", "实际签约日期", "赢单日期", "赢单时间",
            "实际结束日期", "实际关闭日期", "实际结单日期", "输单日期", "签约日期", "签单日期", "关闭时间", "关闭日期",
            "签约时间", "签单时间", "actual closing date", "~closed",
        )),
        "close_date": ("date", (
            "close date", "closing date", "closedate", "deal close date", "close", "成交日期", "成交时间", "结单日期",
            "结束日期", "结束时间", "结单时间", "close time", "签约日期", "签单日期", "关闭日期", "关闭时间",
        )),
        "stage_changed_on": ("date", (
            "last stage change date", "stage changed", "stage change date", "last stage change", "date entered stage",
            "阶段变更日期", "阶段更新时间", "阶段变更时间", "进入阶段日期", "进入当前阶段时间", "最近阶段变更时间",
            "date entered current stage", "进入当前阶段日期", "当前阶段开始时间", "当前阶段开始日期", "阶段开始时间",
            "阶段开始日期", "进入阶段时间", "阶段进入时间", "阶段更新日期", "stage start date", "stage entered on",
            "stage since", "in stage since",
        )),
        "probability": ("share", (
            "probability", "win probability", "deal probability", "probability %", "赢率", "赢单率", "成交概率", "概率",
            "可能性", "成功率", "赢单概率", "成单率", "成功几率", "win rate", "成交可能性",
        )),
        "forecast_category": ("text", (
            "forecast category", "forecast category name", "预测类别", "预测类型", "预测分类", "预测",
            "manual forecast category", "forecast status", "forecast type", "forecast bucket", "forecast call",
            "commit status", "commit upside", "预测状态", "承诺类别", "承诺类型", "~forecast", "~fcst",
        )),
        "source": ("text", (
            "sourcing", "source type", "self sourced", "来源类型", "是否自拓", "自拓", "来源方式", "自拓线索",
        )),
        "lead_source": ("text", (
            "lead source", "source", "original source", "original source type", "deal source", "线索来源", "商机来源",
            "来源", "客户来源", "渠道来源", "来源渠道", "项目来源", "original traffic source", "analytics source",
            "latest source", "业务机会来源", "机会来源", "潜在客户来源", "信息来源", "获客渠道", "source channel",
            "origin",
        )),
        "lost_reason": ("text", (
            "lost reason", "loss reason", "closed lost reason", "reason lost", "lose reason", "丢单原因", "输单原因",
            "失单原因", "失败原因", "战败原因", "输单描述", "流失原因", "未成交原因", "reason for loss",
            "win loss reason", "failure reason", "reason for status", "输单理由", "丢单理由", "失单理由", "战败理由",
            "流失理由", "state reason", "outcome reason", "loss code", "lost code", "reason for closing",
            "closed reason", "输单类型", "丢单类型", "丢单分类", "失败说明", "丢单备注", "why we lost", "输单搁置原因",
        )),
        "entry_department": ("text", ("entry department", "buying department", "切入部门", "进入部门", "需求部门")),
        "budget": ("money", ("budget", "customer budget", "预算", "客户预算", "项目预算", "预算金额")),
        "quantified_value": ("text", ("quantified value", "business value", "量化价值", "客户价值")),
        "decision_maker": ("text", (
            "decision maker", "economic buyer", "决策人", "关键决策人", "拍板人", "决策者", "who signs", "who decides",
            "signer", "signatory", "approver", "budget holder", "budget owner", "签字人", "最终决策人", "DM", "关键人",
            "key decision maker", "决策负责人", "最终拍板人", "EB", "their decision maker", "buyer",
            "economic decision maker",
        )),
        "next_step": ("text", (
            "next step", "next steps", "next activity", "下一步", "下一步计划", "下一步行动", "下步计划", "后续计划",
            "action items", "action item", "行动项", "待办", "待办事项", "prochaine étape", "next move", "next moves",
            "to do", "todo", "下周工作计划", "下周计划", "下周工作", "下月计划", "下阶段计划", "后续动作", "后续安排",
            "后续行动", "跟进计划", "what's next", "whats next", "what next", "follow up action", "follow up actions",
            "planned action", "planned actions", "immediate next action", "~action", "~actions", "to do next",
            "关键动作", "下一步干什么", "下一步做什么", "接下来做什么", "~ns",
        )),
        "next_step_on": ("date", (
            "next step date", "next activity date", "下一步日期", "下次跟进时间", "下次跟进日期", "下次跟进",
            "下次联系时间", "next step due date", "~by when", "~due date", "~due", "~deadline", "~due by",
            "follow up date", "follow up on", "follow up", "next follow up", "next follow up date", "next contact date",
            "next contact", "next call", "next meeting", "next touch", "计划跟进时间", "计划跟进日期", "下次拜访时间",
            "下次拜访日期", "完成时限", "完成期限", "计划完成时间", "计划完成日期", "~when", "action date",
            "action due", "next step due", "next step by", "什么时候做", "何时完成", "下次跟进提醒", "提醒时间",
            "跟进提醒", "计划时间", "下次行动时间", "下次行动日期", "~relance le", "~relance",
        )),
        "is_major": ("flag", (
            "major", "key deal", "major deal", "重大商机", "重点商机", "是否重点", "重点项目", "重大项目",
        )),
        "remark": ("text", (
            "description", "remark", "remarks", "notes", "note", "comment", "comments", "备注", "说明", "描述",
            "备注信息", "商机描述", "项目描述", "deal description",
            "最新进展", "最新进度", "最新情况", "跟进情况", "进展情况",
        )),
        "is_deleted": ("flag", ("is deleted", "deleted", "已删除", "是否删除")),
    },
    "people": {
        "external_id": ("id", (
            "rep id", "employee id", "employee number", "user id", "owner id", "agent id", "seller id", "staff id",
            "salesperson id", "sales rep id", "员工编号", "工号", "人员编号", "销售编号", "员工ID", "用户ID", "员工号",
            "业务员编号", "员工工号", "~id", "~编号", "员工账号", "login", "employee no", "employee code", "employee #",
            "personnel number", "员工代码", "人员编码", "员工编码", "工号ID", "~internal id",
        )),
        "name": ("text", (
            "sales agent", "rep name", "sales rep", "salesperson", "sales person", "employee name", "rep", "agent",
            "seller", "seller name", "full name", "owner name", "sales representative", "account executive",
            "agent name", "姓名", "销售姓名", "员工姓名", "销售", "销售人员", "销售员", "业务员", "销售代表", "人员",
            "员工", "成员", "成员姓名", "负责人", "用户", "人员姓名", "~name", "~owner", "~名称", "~user name",
        )),
        "first_name": ("text", (
            "first name", "given name", "firstname", "名", "legal first name", "preferred first name", "forename",
        )),
        "last_name": ("text", (
            "last name", "surname", "family name", "lastname", "姓", "legal last name", "preferred last name",
        )),
        "email": ("text", (
            "email", "e-mail", "email address", "work email", "邮箱", "电子邮箱", "邮件", "工作邮箱", "企业邮箱",
            "公司邮箱", "办公邮箱", "邮箱地址", "work e-mail", "company email", "corporate email", "business email",
        )),
        "team": ("text", (
            "team", "team name", "sales team", "group", "division", "department", "团队", "小组", "所属团队",
            "销售团队", "组别", "部门", "所属部门", "销售部门", "销售组", "事业部", "组", "团队名称", "班组",
            "二级部门", "所在部门", "所在团队", "所在小组", "business unit", "sales group", "所属机构", "所在机构",
            "所属组织",
        )),
        "manager": ("text", (
            "manager", "sales manager", "manager name", "supervisor", "team lead", "team leader", "reports to",
            "line manager", "主管", "经理", "上级", "直属上级", "直接上级", "销售经理", "团队主管", "团队负责人",
            "汇报对象", "组长", "负责主管", "直属领导", "领导", "上级主管", "所属主管", "直接主管", "line manager name",
            "supervisor name", "reporting to",
        )),
        "manager_id": ("id", (
            "manager id", "supervisor id", "reports to id", "上级编号", "主管编号", "主管工号", "直属上级ID",
            "上级工号", "上级主管工号", "直属上级工号", "主管员工号",
        )),
        "region": ("text", (
            "region", "regional office", "territory", "sales region", "office", "大区", "区域", "地区", "片区",
            "销售区域", "所属区域", "办事处", "城市", "负责区域", "所在地", "工作地点", "工作城市", "常驻地", "base",
            "base location", "base地", "base 地", "驻地", "常驻城市", "所属大区", "所在城市", "location",
            "work location",
        )),
        "hired_on": ("date", (
            "hire date", "hired date", "start date", "date of hire", "hired", "join date", "joined", "date joined",
            "hired on", "入职日期", "入职时间", "加入日期", "到岗日期", "入职", "original hire date", "date of joining",
            "joining date", "employment date", "入司日期", "入司时间", "入职日", "contract start date",
        )),
        "left_on": ("date", (
            "leave date", "termination date", "end date", "left on", "left", "离职日期", "离职时间", "离开日期",
            "last day worked", "last working day", "last day", "exit date", "leaving date", "date of leaving",
            "最后工作日", "离职日", "退出日期",
        )),
        "role": ("text", (
            "role", "title", "job title", "position", "职位", "岗位", "角色", "职务", "职级", "business title", "job",
            "designation", "岗位名称", "职位名称",
        )),
        "style": ("text", ("style", "conversation style", "风格", "沟通风格", "性格类型")),
        "is_deleted": ("flag", ("is deleted", "deleted", "已删除", "是否删除")),
    },
    "accounts": {
        "external_id": ("id", (
            "account id", "company id", "customer id", "organization id", "account number", "客户编号", "客户ID",
            "客户编码", "客户代码", "客户号", "record id", "~id", "~编号", "~编码", "~internal id",
        )),
        "name": ("text", (
            "account name", "account", "company name", "company", "customer name", "customer", "organization name",
            "organization", "client name", "client", "客户名称", "客户", "公司名称", "企业名称", "单位名称", "客户全称",
            "公司", "~name", "~名称",
        )),
        "industry": ("text", (
            "industry", "sector", "vertical", "客户行业", "行业", "所属行业", "所在行业", "行业类型", "segment",
            "一级行业",
        )),
        "region": ("text", (
            "region", "office location", "country", "country region", "location", "billing country", "billing state",
            "state", "state region", "province", "city", "billing city", "地区", "区域", "省份", "所在地区", "所在地",
            "城市", "省", "大区", "国家", "国家地区", "territory", "所在区域", "所属区域", "billing state province",
            "state province", "省市", "省份城市", "所在省份", "客户地区", "客户区域", "所在省市", "hq country",
            "headquarters", "hq", "hq city", "headquarters country", "billing address country",
        )),
        "owner": ("text", (
            "account owner", "owner", "company owner", "owner name", "account manager", "负责人", "客户负责人",
            "客户经理", "所有人", "客户所有人", "所属销售", "销售", "归属人", "跟进人", "业务员", "销售人员",
            "account mgr", "acct owner", "专管业务员", "专营业务员", "分管业务员",
        )),
        "owner_id": ("id", ("owner id", "负责人编号", "负责人ID", "销售编号", "hubspot owner id")),
        "parent": ("text", (
            "parent account", "parent company", "subsidiary of", "parent", "parent organization", "母公司", "上级客户",
            "所属集团", "集团", "上级单位", "ultimate parent", "global parent", "holding company", "上级公司",
            "集团公司", "母公司名称", "所属集团公司",
        )),
        "parent_id": ("id", ("parent id", "parent account id", "parent company id", "上级客户编号", "上级客户ID")),
        "tier": ("text", (
            "tier", "account tier", "rating", "level", "class", "grade", "customer tier", "客户等级", "客户级别",
            "客户分级", "等级", "级别", "分级", "ideal customer profile tier", "icp tier",
        )),
        "is_key": ("flag", (
            "key account", "is key account", "strategic account", "重点客户", "是否重点客户", "是否重点", "大客户",
            "KA", "strategic", "is strategic", "vip", "is vip", "战略客户", "是否战略客户", "重点", "是否大客户",
        )),
        "is_deleted": ("flag", ("is deleted", "deleted", "已删除", "是否删除")),
        # Nothing is kept of these; they only tell that this is a table of companies.
        "_size": ("text", (
            "employees", "number of employees", "annual revenue", "year established", "ownership", "website",
            "company domain name", "员工人数", "公司规模", "注册资本", "成立日期", "客户类型", "客户标签", "网址",
            "人员规模", "ticker symbol", "sic", "billing postal code", "客户来源",
        )),
    },
    "products": {
        "external_id": ("id", (
            "product id", "product code", "sku", "product number", "产品编号", "产品编码", "产品ID", "商品编码",
            "物料编码", "产品代码", "商品编号", "~id", "~编号", "~编码", "~code", "part number", "part no",
            "item number", "item code", "item no", "material number", "型号编码", "货号", "料号", "存货编码",
            "~internal id", "internal reference", "default code",
        )),
        "name": ("text", (
            "product name", "product", "item name", "item", "产品名称", "产品", "商品名称", "商品", "品名", "物料名称",
            "~name", "~名称", "item description", "part name", "part description", "存货名称", "产品型号",
            "~description",
        )),
        "series": ("text", (
            "series", "product series", "product family", "family", "category", "product line", "product category",
            "product type", "产品系列", "系列", "产品线", "产品类型", "产品分类", "品类", "产品类别", "分类",
            "存货大类名称", "存货大类", "存货分类", "物料分类", "产品大类", "商品分类", "item group",
            "所属产品线", "所属系列", "所属分类", "所属品类",
        )),
        "list_price": ("money", (
            "sales price", "list price", "price", "unit price", "standard price", "retail price",
            "suggested retail price", "价格", "单价", "标准价格", "产品价格", "目录价", "标准价", "售价", "销售价格",
            "标价", "参考价", "产品单价", "建议零售价", "msrp", "rrp", "standard rate", "list price usd",
            "unit list price", "公开价", "官网价", "指导价", "市场指导价",
        )),
        "_unit": ("text", (
            "unit", "产品单位", "单位", "计量单位", "规格型号", "规格", "产品描述", "product description", "上架状态",
            "产品图片",
        )),
    },
    "targets": {
        "person": ("text", (
            "rep name", "sales rep", "salesperson", "sales agent", "rep", "agent", "seller", "owner", "employee",
            "person", "姓名", "销售", "销售人员", "销售员", "业务员", "负责人", "人员", "员工", "销售代表", "~name",
            "user", "user name", "owner name", "full name", "客户经理", "销售经理", "account executive",
            "account manager", "sales person", "员工姓名", "销售姓名", "人员姓名", "销售代表姓名", "业务代表",
        )),
        "person_id": ("id", (
            "rep id", "employee id", "owner id", "user id", "工号", "员工编号", "销售编号", "人员编号", "员工工号",
            "employee no", "staff id",
        )),
        "team": ("text", (
            "team", "sales team", "group", "department", "团队", "小组", "部门", "所属团队", "组别", "销售团队", "大区",
            "区域", "战区", "region", "territory", "division", "sales region", "事业部", "分公司",
        )),
        "month": ("month", (
            "month", "period", "target month", "quarter", "year month", "月份", "年月", "月", "目标月份", "季度",
            "期间", "周期", "目标期间", "考核月份", "考核周期",
        )),
        "year": ("text", ("year", "fiscal year", "年", "年度", "年份")),
        "value": ("money", (
            "target", "quota", "goal", "sales target", "revenue target", "target amount", "quota amount", "目标",
            "目标金额", "销售目标", "业绩目标", "任务", "销售任务", "指标", "目标值", "任务金额", "签约目标",
            "业绩指标", "月度目标", "月度指标", "季度指标", "年度指标", "月度任务", "月目标", "季度目标", "年度目标",
            "monthly target", "monthly quota", "quarterly quota", "annual quota",
        )),
        "measure": ("text", (
            "measure", "metric", "target type", "目标类型", "指标类型", "目标指标", "指标名称", "quota type",
            "goal type", "kpi", "kpi name", "指标名", "考核指标类型", "考核项", "考核项目", "任务类型", "metric name",
            "target metric", "考核类型", "考核指标", "目标类别",
        )),
        "level": ("text", ("level", "target level", "目标档位", "档位", "目标级别")),
    },
    "history": {
        "entry_id": ("id", ("id", "history id", "opportunity history key", "记录ID")),
        "deal_id": ("id", ("opportunity id", "deal id", "商机编号", "商机ID", "商机编码", "项目编号")),
        "stage": ("text", (
            "stage name", "to stage", "new stage", "stage", "deal stage", "阶段", "新阶段", "变更后阶段", "商机阶段",
            "变更后", "现销售阶段", "变更后销售阶段", "现阶段", "新销售阶段", "stage to", "to", "current stage",
            "当前阶段",
        )),
        "from_stage": ("text", (
            "from stage", "old stage", "previous stage", "原阶段", "变更前阶段", "变更前", "旧阶段", "原销售阶段",
            "变更前销售阶段", "原商机阶段", "前一阶段", "上一阶段", "from", "stage from", "previous value",
        )),
        "amount": ("money", ("amount", "金额", "商机金额")),
        "expected_close": ("date", ("close date", "expected close date", "预计成交日期")),
        "changed_on": ("date", (
            "created date", "changed at", "change date", "date", "last modified", "edit date", "changed on", "变更时间",
            "变更日期", "修改时间", "创建时间", "创建日期", "timestamp", "操作时间", "更新时间", "流转时间", "流转日期",
            "moved on", "moved at", "date changed", "变动时间", "更改时间", "推进时间",
            "created at", "created on", "date created",
        )),
        "is_deleted": ("flag", ("is deleted", "deleted")),
        "_changed": ("text", (
            "opportunity history key", "changed by", "操作人", "变更人", "created by id", "days in stage", "停留天数",
        )),
    },
    "activities": ACTIVITY_NAMES,
    "payments": PAYMENT_NAMES,
}  # fmt: skip

REQUIRED: dict[TableKind, tuple[tuple[str, ...], ...]] = {
    # Of each group at least one column.
    "deals": (("name", "account", "external_id", "product"), ("stage", "state", "is_won", "amount", "won_amount"),
              ("stage", "state", "is_won", "expected_close", "close_date", "closed_on")),
    "people": (("name", "last_name"),),
    "accounts": (("name",),),
    "products": (("name",),),
    "targets": (("month", "year"), ("value",)),
    "history": (("deal_id",), ("stage",), ("changed_on",)),
    "activities": (("happened_on",), ("kind", "note", "subject"),
                   ("person", "person_id", "person_email", "account", "account_id", "deal", "deal_id")),
    "payments": (("received_on",), ("amount",), ("deal", "deal_id", "account", "account_id")),
}  # fmt: skip

FILE_NAMES: dict[TableKind, tuple[str, ...]] = {
    "deals": ("deal", "opportunit", "pipeline", "商机", "项目", "销售机会"),
    "people": (
        "rep", "team", "people", "user", "employee", "staff", "owner", "人员", "员工", "销售团队", "通讯录", "成员",
    ),
    "accounts": ("account", "compan", "customer", "客户", "公司"),
    "products": ("product", "pricebook", "产品", "商品", "价目"),
    "targets": ("target", "quota", "goal", "目标", "任务", "指标", "计划", "kpi", "ziele", "objecti"),
    "history": ("history", "stage_change", "历史", "变更记录", "阶段记录"),
    "activities": (
        "activit", "task", "event", "engagement", "visit", "call", "meeting", "跟进记录", "拜访", "走访", "活动记录",
        "通话", "外勤",
    ),
    "payments": ("payment", "receipt", "collection", "回款", "收款", "到账"),
}  # fmt: skip

IGNORED = (
    "expected revenue", "weighted amount", "weighted value", "expected revenue currency", "预期收入加权",
    "加权金额", "last modified date", "last activity date", "system modstamp", "最后跟进时间", "最新跟进",
    "最后修改时间", "更新时间", "forecast amount", "折扣", "discount", "成本", "利润", "do not modify row checksum",
    "do not modify modified on", "请勿修改行校验和", "请勿修改修改时间", "modified on", "status reason",
    "statuscode", "状态描述", "商机状态组", "序号", "行号", "原因", "reason", "row", "row number", "line",
    "line number", "created by", "modified by", "商机类型", "业务类型", "客户类型", "record type", "record type id",
    "pipeline",
)  # fmt: skip
