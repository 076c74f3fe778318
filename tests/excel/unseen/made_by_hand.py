"""What sales teams keep in Excel by themselves: trackers, targets, rosters, lists of customers and products."""

from tests.excel.unseen.chinese_systems import DEALS as ZH_DEALS
from tests.excel.unseen.chinese_systems import FIRMS as ZH_FIRMS
from tests.excel.unseen.chinese_systems import SELLERS
from tests.excel.unseen.english_systems import DEALS, FIRMS, REPS
from tests.excel.unseen.making import Export, column, days

MONTHS_TO_JUNE = ("1月", "2月", "3月", "4月", "5月", "6月")

ZH_TRACKER = Export(
    "华东一部重点项目跟踪表2026.11.xlsx", "deals",
    (
        column("序号", "", 1, 2, 3, 4, 5, 6),
        column("客户全称", "account", *ZH_FIRMS, group="客户信息"),
        column("所属行业", "", "制造", "物流", group="客户信息"),
        column("客户级别", "", "A", "B", group="客户信息"),
        column("项目名称", "name", *ZH_DEALS, group="项目信息"),
        column("拟购产品", "product", "MES", "WMS", group="项目信息"),
        column("预算(万元)", "budget", 60, "", 10, group="项目信息"),
        column("预计金额(万元)", "amount", 52, 18.5, 7.4, 30, 66, 21, group="项目信息"),
        column("预计签约时间", "expected_close", *days("2026-12-18"), "2026年11月30日", "2027.1.15", "2026/12/5",
               *days("2026-12-31", "2027-02-01"), group="项目信息"),
        column("目前进展", "stage", "初步接触", "需求确认", "方案报价", "商务谈判", "合同签订", "需求确认",
               group="推进情况"),
        column("赢率", "probability", "30%", "50%", "80%", group="推进情况"),
        column("关键决策人", "decision_maker", "周总", "李主任", group="推进情况"),
        column("下周工作计划", "next_step", "约见周总", "提交方案", group="推进情况"),
        column("计划完成时间", "next_step_on", *days("2026-12-01", "2026-12-03"), group="推进情况"),
        column("责任人", "owner", *SELLERS),
        column("备注", "remark", "", "客户年底有预算"),
    ),
    above=(("华东一部重点项目跟踪表",), ("填报说明:每周五下班前更新,金额单位万元",)),
    between={3: ("小计", "", "", "", "", "", "", 77.9)},
    below=(("合计", "", "", "", "", "", "", 194.9), ("制表人:林晓燕",)), sheet="11月",
)  # fmt: skip

ZH_LEDGER = Export(
    "2026年签单台账.xlsx", "deals",
    (
        column("合同编号", "external_id", *(f"HT2026-{n:03}" for n in range(41, 47))),
        column("签约客户", "account", *ZH_FIRMS), column("合同名称", "name", *ZH_DEALS),
        column("销售经理", "owner", *SELLERS),
        column("签约金额（万元）", "amount|won_amount", 52, 18.5, 7.4, 30, 66, 21),
        column("签约日期", "closed_on|close_date", *days("2026-11-04", "2026-10-12", "2026-09-15")),
        column("产品名称", "product", "MES", "WMS"),
        column("状态", "state|stage", "已签约"),
        column("回款金额", "", 10, 0), column("开票情况", "", "已开票"),
    ),
    above=(("2026年签单台账",),), below=(("合计", "", "", "", 194.9),),
)  # fmt: skip

ZH_SHORT_TRACKER = Export(
    "小王周报-客户跟进.xlsx", "deals",
    (
        column("客户", "account", *ZH_FIRMS), column("意向产品", "product", "MES", "WMS"),
        column("意向金额", "amount", "52万", "18.5万", "7.4万"),
        column("跟进阶段", "stage", "初访", "需求沟通", "报价", "谈判", "成交", "丢单"),
        column("预计成交", "expected_close", *days("2026-12-18", "2026-11-30", "2027-01-15")),
        column("首次接触日期", "created_on", *days("2026-08-11", "2026-09-01")),
        column("对接人", "", "周工"), column("下步计划", "next_step", "上门演示", "催合同"),
        column("销售", "owner", *SELLERS), column("丢单原因", "lost_reason", "", "", "", "", "", "价格"),
    ),
)  # fmt: skip

ZH_TARGETS_BY_MONTH = Export(
    "2026年销售目标分解.xlsx", "targets",
    (
        column("大区", "team", "华东", "华东", "华南", "华南"),
        column("客户经理", "person", "陈建国", "林晓燕", "王磊", "赵敏"),
        column("全年目标", "", 480, 360, 300, 240),
        *(column(month, "value", 40, 30, 25, 20) for month in MONTHS_TO_JUNE),
        column("上半年小计", "", 240, 180, 150, 120),
        *(column(f"{month}月", "value", 40, 30, 25, 20) for month in range(7, 13)),
        column("备注"),
    ),
    rows=4, above=(("2026年销售目标分解表(单位:万元)",),), below=(("合计", "", 1380),), sheet="2026",
)  # fmt: skip

ZH_TARGETS_LONG = Export(
    "业绩指标下达表.xlsx", "targets",
    (
        column("考核月份", "month", "2026年10月", "2026年11月", "2026年12月"),
        column("工号", "person_id", "S0012", "S0015"),
        column("姓名", "person", "陈建国", "林晓燕"), column("部门", "team", "华东一部"),
        column("指标类型", "measure", "签约额"), column("月度指标(万元)", "value", 40, 30),
        column("下达日期", "", *days("2026-09-28")),
    ),
)  # fmt: skip

ZH_ROSTER = Export(
    "销售中心花名册.xlsx", "people",
    (
        column("序号", "", 1, 2, 3, 4), column("工号", "external_id", "S0012", "S0015", "S0031", "S0040"),
        column("姓名", "name", "陈建国", "林晓燕", "王磊", "赵敏"), column("性别", "", "男", "女"),
        column("所属部门", "team", "华东一部", "华东一部", "华南部", "华南部"),
        column("岗位", "role", "销售经理", "客户经理"), column("职级", "", "P5", "P4"),
        column("直属上级", "manager", "", "陈建国", "陈建国", "王磊"),
        column("工作地点", "region", "苏州", "上海", "深圳", "广州"),
        column("入职时间", "hired_on", *days("2021-03-01", "2023-07-10")),
        column("离职时间", "left_on", "", "", "", *days("2026-10-31")),
        column("企业邮箱", "email", "chen@acme.example", "lin@acme.example", "wang@acme.example", "zhao@acme.example"),
        column("手机号码", "", "13800000001"), column("在职状态", "", "在职", "在职", "在职", "离职"),
    ),
    rows=4, above=(("销售中心人员花名册",), ("更新日期:2026-11-20",)),
)  # fmt: skip

EN_ROSTER = Export(
    "Headcount Report - Sales - Nov 2026.xlsx", "people",
    (
        column("Employee #", "external_id", 10231, 10232, 10233, 10234),
        column("First Name", "first_name", "Dana", "Marco", "Priya", "Tom"),
        column("Last Name", "last_name", "Wells", "Ruiz", "Nair", "Becker"),
        column("Work Email", "email", "dana@acme.example", "marco@acme.example", "priya@acme.example",
               "tom@acme.example"),
        column("Job Title", "role", "Account Executive", "Sales Manager"),
        column("Department", "team", "East", "East", "West", "West"),
        column("Reports To", "manager", "Marco Ruiz", "", "Marco Ruiz", "Marco Ruiz"),
        column("Location", "region", "Austin", "Leeds"),
        column("Hire Date", "hired_on", *days("2021-03-01", "2023-07-10")),
        column("Termination Date", "left_on", "", "", "", *days("2026-10-31")),
        column("Employment Status", "", "Active", "Active", "Active", "Terminated"), column("FTE", "", 1),
    ),
    rows=4, above=(("Headcount Report",), ("Run date: 11/20/2026",), ()),
)  # fmt: skip

EN_TRACKER = Export(
    "pipeline tracker FINAL v3.xlsx", "deals",
    (
        column("Acct", "account", *FIRMS), column("Opp", "name", *DEALS), column("Rep", "owner", *REPS),
        column("$ (K)", "amount", 52, 18.5, 7.4), column("Where we are", "stage", "Intro call", "Demo", "Proposal",
                                                          "Negotiation", "Won", "Lost"),
        column("Win %", "probability", "10%", "40%", "60%"),
        column("ETA to close", "expected_close|close_date", *days("2026-12-18", "2026-11-30", "2027-01-15")),
        column("Champion"), column("Who signs", "decision_maker", "CFO", "J. Ortega"),
        column("Next move", "next_step", "Send SOW", "Call"), column("By when", "next_step_on", *days("2026-12-01")),
        column("Last touched", "", *days("2026-11-20")),
        column("Why lost?", "lost_reason", "", "", "", "", "", "Price"),
        column("Comments", "remark", "hot!", ""),
    ),
    above=(("PIPELINE - updated 11/20",),),
)  # fmt: skip

EN_FORECAST = Export(
    "Weekly forecast call.csv", "deals",
    (
        column("Sales Rep", "owner", *REPS), column("Customer Name", "account", *FIRMS),
        column("Opportunity Description", "name", *DEALS),
        column("Sales Stage", "stage", "Qualify", "Propose", "Close"),
        column("Forecast Status", "forecast_category", "Commit", "Upside", "Pipeline"),
        column("TCV ($)", "amount", "$52,000", "$18,500", "$7,400"),
        column("Estimated Close", "expected_close|close_date", "18-Dec-26", "30-Nov-26", "15-Jan-27"),
        column("Confidence", "probability", "30%", "50%", "90%"), column("Next Steps", "next_step", "Demo", "PO"),
        column("Product Line", "product", "Fleet Suite", "Lab Suite"), column("Competitor", "", "Acme"),
    ),
    below=(("Total", "", "", "", "", "$155,800"),),
)  # fmt: skip

EN_QUOTA_QUARTERS = Export(
    "FY26 quota.xlsx", "targets",
    (
        column("Rep", "person", "Dana Wells", "Marco Ruiz", "Priya Nair", "Tom Becker"),
        column("Region", "", "East", "East", "West", "West"),
        *(column(f"Q{n} 2026", "value", 150000, 120000) for n in range(1, 5)), column("FY Total", "", 600000, 480000),
    ),
    rows=4,
)  # fmt: skip

EN_QUOTA_LONG = Export(
    "quotas.csv", "targets",
    (
        column("Salesperson", "person", "Dana Wells", "Marco Ruiz"),
        column("Month", "month", "Oct-26", "Nov-26", "Dec-26"),
        column("Quota Amount", "value", "50,000", "40,000"), column("Quota Type", "measure", "Bookings"),
    ),
)  # fmt: skip

ZH_ACCOUNTS = Export(
    "客户档案.xlsx", "accounts",
    (
        column("客户编码", "external_id", *(f"KH000{n}" for n in range(1, 7))), column("客户全称", "name", *ZH_FIRMS),
        column("客户简称", "", "恒通", "蓝海", "国信"), column("行业分类", "industry", "制造", "物流"),
        column("所在省市", "region", "江苏苏州", "浙江杭州"), column("客户等级", "tier", "A", "B", "C"),
        column("是否战略客户", "is_key", "是", "否"), column("归属销售", "owner", *SELLERS),
        column("上级单位", "parent", "", "", "国信集团", "", "", ""), column("员工人数", "", 300, 120),
        column("统一社会信用代码", "", "91320500MA1XXXXXXX"), column("开户行"),
    ),
    above=(("客户档案表",),),
)  # fmt: skip

EN_ACCOUNTS = Export(
    "Account list w territory.csv", "accounts",
    (
        column("Account Number", "external_id", *(f"A-{n}" for n in range(100, 106))),
        column("Account Name", "name", *FIRMS),
        column("Parent Account", "parent", "", "", "Bluebird Group", "", "", ""),
        column("Industry", "industry", "Logistics"),
        column("Territory", "region", "East", "West"), column("Account Tier", "tier", "A", "B", "C"),
        column("Account Owner", "owner", *REPS), column("Strategic?", "is_key", "Y", "N"), column("Website"),
        column("Billing Zip", "", "78701"),
    ),
)  # fmt: skip

ZH_PRODUCTS = Export(
    "2026产品价目表.xlsx", "products",
    (
        column("物料编码", "external_id", *(f"WL{n}" for n in range(1001, 1007))),
        column("产品名称", "name", "MES标准版", "MES专业版", "WMS标准版", "WMS专业版", "采集网关", "看板"),
        column("规格型号", "", "V3"), column("产品线", "series", "软件", "软件", "软件", "软件", "硬件", "硬件"),
        column("计量单位", "", "套"), column("标准售价(元)", "list_price", 120000, 260000), column("状态", "", "在售"),
    ),
    above=(("2026年产品价目表",),), below=(("注:以上价格含税",),),
)  # fmt: skip

EN_PRODUCTS = Export(
    "price book 2026.xlsx", "products",
    (
        column("SKU", "external_id", *(f"FS-{n}" for n in range(1, 7))),
        column("Item", "name", "Fleet Core", "Fleet Plus", "Lab Core", "Lab Plus", "Sensor", "Gateway"),
        column("Product Family", "series", "Software", "Software", "Software", "Software", "Hardware", "Hardware"),
        column("List Price (USD)", "list_price", 1200, 2600), column("Floor price", "", 900), column("UoM", "", "Each"),
    ),
)  # fmt: skip

SIDE_BY_SIDE = Export(
    "四季度目标和价格.xlsx", "targets",
    (
        column("姓名", "person", "陈建国", "林晓燕", "王磊", "赵敏"), column("2026年10月", "value", 400000, 300000),
        column("2026年11月", "value", 400000, 300000), column("2026年12月", "value", 500000, 350000),
    ),
    rows=4,
    right_of_it=(
        column("产品", "name", "MES标准版", "MES专业版", "WMS标准版", "WMS专业版"),
        column("系列", "series", "MES", "MES", "WMS", "WMS"), column("报价", "list_price", 120000, 260000),
    ),
)  # fmt: skip

EXPORTS = (
    ZH_TRACKER, ZH_LEDGER, ZH_SHORT_TRACKER, ZH_TARGETS_BY_MONTH, ZH_TARGETS_LONG, ZH_ROSTER, EN_ROSTER, EN_TRACKER,
    EN_FORECAST, EN_QUOTA_QUARTERS, EN_QUOTA_LONG, ZH_ACCOUNTS, EN_ACCOUNTS, ZH_PRODUCTS, EN_PRODUCTS, SIDE_BY_SIDE,
)  # fmt: skip
