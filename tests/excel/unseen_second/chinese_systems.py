"""Exports of systems that speak Chinese; none of the makers of the first set is among them but 简道云 and 钉钉, whose
other tables these are."""

from tests.excel.unseen.making import Export, column, days, moments

PEOPLE = ("周敏", "陈志远", "李思琪", "王浩然")
FIRMS = (
    "杭州云栖纺织有限公司", "苏州恒力精工股份有限公司", "合肥同大电子", "宁波海曙港务集团", "南昌鑫源药业",
    "青岛海尔特种冰箱", "佛山顺威家居", "成都蓉信科技",
)  # fmt: skip
DEALS = (
    "云栖MES一期", "恒力质检平台", "同大产线改造", "海曙港调度系统", "鑫源批记录电子化", "冰箱工厂数据中台",
    "顺威门店系统",
    "蓉信数据治理",
)  # fmt: skip

FEISHU = Export(
    "销售管理_商机管理_全部.xlsx", "deals", (
        column("商机编号", "external_id", *(f"SJ{n:04}" for n in range(31, 38))),
        column("商机名称", "name", *DEALS[:7]),
        column("关联客户", "account", *FIRMS[:7]),
        column("商机进展", "stage", "初步沟通", "需求确认", "方案报价", "商务谈判", "赢单"),
        column("预估金额（元）", "amount", 120000, 85000, 460000),
        column("赢单概率", "probability", 0.2, 0.4, 0.6, 0.8, 1),
        column("预计成单时间", "expected_close", *days("2026-12-20", "2027-01-15")),
        column("销售", "owner", *PEOPLE),
        column("协同人", "", "", "李思琪"),
        column("线索渠道", "lead_source", "官网注册", "转介绍", "展会"),
        column("下次跟进时间", "next_step_on", *days("2026-11-27", "2026-12-01")),
        column("最新跟进内容", "remark|next_step", "已发报价", "等客户内部评审"),
        column("创建时间", "created_on", *moments("2026-09-14 08:12:00", "2026-10-02 16:30:00")),
    ), rows=7,
)  # fmt: skip

KINGDEE = Export(
    "商机_20261123101530.xlsx", "deals", (
        column("单据编号", "external_id", *(f"CRMSJ00{n}" for n in range(211, 218))),
        column("单据状态", "", "已审核", "创建"),
        column("商机主题", "name", *DEALS[:7]),
        column("客户编码", "account_id", *(f"C{n:05}" for n in range(77, 84))),
        column("客户名称", "account", *FIRMS[:7]),
        column("业务阶段", "stage", "01 发现商机", "02 需求分析", "03 方案制定", "04 招投标", "05 签约"),
        column("销售员", "owner", *PEOPLE),
        column("销售部门", "", "华东销售部"),
        column("预计签单金额", "amount", 350000.00, 1280000.00, 98000.00),
        column("结算币别", "currency", "人民币"),
        column("预计签单日期", "expected_close", *days("2026-12-20", "2027-01-15")),
        column("成单概率(%)", "probability", 10, 30, 50, 70, 100),
        column("商机结果", "state", "进行中", "进行中", "进行中", "丢单", "赢单"),
        column("失败原因", "lost_reason", "", "", "", "价格过高"),
        column("单据日期", "created_on", *days("2026-09-14", "2026-10-02")),
    ), rows=7,
)  # fmt: skip

YONYOU = Export(
    "商机列表_YonBIP.xlsx", "deals", (
        column("商机编码", "external_id", *(f"OPP2026{n}" for n in range(3001, 3008))),
        column("商机名称", "name", *DEALS[:7]),
        column("客户", "account", *FIRMS[:7]),
        column("负责业务员", "owner", *PEOPLE),
        column("负责部门", "", "直销一部"),
        column("销售阶段", "stage", "商机验证", "需求确定", "方案确认", "商务谈判", "成交"),
        column("预计签约金额(本币)", "amount", "350,000.00", "1,280,000.00", "98,000.00"),
        column("预计成交日期", "expected_close", "2026-12-20", "2027-01-15"),
        column("成功率%", "probability", "10", "30", "50", "70", "100"),
        column("商机状态", "state", "进行中", "进行中", "已输单", "进行中", "已赢单"),
        column("丢单原因分析", "lost_reason", "", "", "竞争对手低价"),
        column("线索来源", "lead_source", "市场活动", "老客户介绍"),
        column("制单时间", "created_on", "2026-09-14 08:12:00", "2026-10-02 16:30:00"),
        column("制单人", "", *PEOPLE),
    ), rows=7,
)  # fmt: skip

HONGQUAN = Export(
    "红圈CRM+_销售机会_20261123.xlsx", "deals", (
        column("机会编号", "external_id", *(f"JH{n}" for n in range(50021, 50028))),
        column("机会名称", "name", *DEALS[:7]),
        column("客户全称", "account", *FIRMS[:7]),
        column("机会金额(元)", "amount", "350000", "1280000", "98000"),
        column("机会阶段", "stage", "初步接洽", "需求调研", "提交方案", "谈判审核", "赢单"),
        column("预计结单日期", "expected_close", "2026-12-20", "2027-01-15"),
        column("跟进人", "owner", *PEOPLE),
        column("跟进人部门", "", "销售一部"),
        column("机会来源", "lead_source", "电话营销", "主动来访"),
        column("输单原因", "lost_reason", ""),
        column("输单描述", "", ""),
        column("最近一次拜访时间", "", "2026-11-20 14:00"),
        column("创建日期", "created_on", "2026-09-14", "2026-10-02"),
        column("备注说明", "remark", "", "需总部审批"),
    ), rows=7,
)  # fmt: skip

LIXIAO = Export(
    "励销云商机导出.csv", "deals", (
        column("商机标题", "name", *DEALS[:6]),
        column("对应客户", "account", *FIRMS[:6]),
        column("商机所有人", "owner", *PEOPLE),
        column("前所有人", "", "", "陈志远"),
        column("商机金额", "amount", "350000", "1280000", "98000"),
        column("所处阶段", "stage", "初步沟通", "见面拜访", "确定意向", "正式报价", "签订合同"),
        column("预计签单时间", "expected_close", "2026/12/20", "2027/1/15"),
        column("获取方式", "source|lead_source", "自主开发", "公司分配"),
        column("商机类型", "", "新客户", "老客户"),
        column("下次跟进提醒", "next_step_on", "2026/11/27 10:00", "2026/12/1 9:30"),
        column("跟进记录", "remark", "电话沟通, 对方要求补充案例", ""),
        column("创建时间", "created_on", "2026/9/14 8:12", "2026/10/2 16:30"),
    ), rows=6, encoding="gb18030",
)  # fmt: skip

CLOUDCC = Export(
    "业务机会报表.xlsx", "deals", (
        column("业务机会名称", "name", *DEALS[:7]),
        column("客户名称", "account", *FIRMS[:7]),
        column("业务机会所有人", "owner", *PEOPLE),
        column("阶段", "stage", "资格审查", "需求分析", "价值建议", "谈判/复核", "结束并赢得", "结束但失去"),
        column("金额", "amount", 350000, 1280000, 98000),
        column("币种", "currency", "CNY"),
        column("结束日期", "close_date|expected_close", *days("2026-12-20", "2027-01-15")),
        column("可能性(%)", "probability", 10, 25, 50, 75, 100, 0),
        column("预测类别", "forecast_category", "管道", "最佳", "承诺"),
        column("下一步", "next_step", "安排高层互访", ""),
        column("潜在客户来源", "lead_source", "Web", "合作伙伴"),
        column("丢失原因", "lost_reason", ""),
        column("创建日期", "created_on", *days("2026-09-14", "2026-10-02")),
        column("记录 ID", "external_id", *(f"0062026A{n}BCD" for n in range(7))),
    ), rows=7, above=(("业务机会报表",), ("运行人: 周敏", "", "2026-11-23 09:14"), ()), below=((), ("总计",
    "7 条记录")),
)  # fmt: skip

WECOM = Export(
    "企微CRM商机_2026-11-23.xlsx", "deals", (
        column("商机", "name", *DEALS[:6]),
        column("客户公司", "account", *FIRMS[:6]),
        column("客户微信昵称", "", "云栖-老李", "A恒力小张"),
        column("跟进阶段", "stage", "新商机", "初步意向", "报价中", "已成交", "已流失"),
        column("意向金额", "amount", 35000, 128000, 9800),
        column("所属员工", "owner", *PEOPLE),
        column("添加渠道", "lead_source", "渠道活码", "手机号搜索"),
        column("预计成单日期", "expected_close", *days("2026-12-20", "2027-01-15")),
        column("实际成单日期", "closed_on", "", "", "", *days("2026-11-12")),
        column("流失原因", "lost_reason", "", "", "", "", "暂无预算"),
        column("最近跟进时间", "", *moments("2026-11-20 10:00:00")),
        column("意向产品", "product", "旗舰版", "标准版"),
        column("添加时间", "created_on", *moments("2026-09-14 08:12:00")),
    ), rows=6,
)  # fmt: skip

CHAOTU = Export(
    "超兔_销售机会.xlsx", "deals", (
        column("机会主题", "name", *DEALS[:6]),
        column("客户简称", "account", "云栖纺织", "恒力精工", "同大电子", "海曙港务", "鑫源药业", "海尔特冰"),
        column("预期金额", "amount", 350000, 1280000, 98000),
        column("预计签单日", "expected_close", *days("2026-12-20", "2027-01-15")),
        column("可能性", "probability", "30%", "50%", "80%"),
        column("当前阶段", "stage", "初期沟通", "立项评估", "方案/报价", "待签约"),
        column("阶段备注", "", "", "等立项"),
        column("所有者", "owner", *PEOPLE),
        column("来源", "lead_source", "电话来访", "客户介绍", "独立开发"),
        column("状态", "state", "跟踪", "成功", "失败", "搁置"),
        column("客户需求", "remark", "需要与ERP对接", ""),
        column("发现时间", "created_on", *days("2026-09-14", "2026-10-02")),
        column("决策人", "decision_maker", "李总", "张主任"),
        column("客户预算", "budget", 400000, 1200000, ""),
    ), rows=6,
)  # fmt: skip

WEAVER = Export(
    "商机查询结果.xlsx", "deals", (
        column("商机名称", "name", *DEALS[:6]),
        column("所属客户", "account", *FIRMS[:6]),
        column("客户经理", "owner", *PEOPLE),
        column("预期收益", "amount", 350000, 1280000, 98000),
        column("成功概率", "probability", "30%", "50%", "80%"),
        column("商机阶段", "stage", "初步接触", "方案交流", "商务阶段", "成交"),
        column("商机状态", "state", "进行中", "进行中", "失败", "成功"),
        column("归档状态", "", "未归档"),
        column("销售预期", "expected_close", *days("2026-12-20", "2027-01-15")),
        column("商机来源", "lead_source", "市场推广", "老客户"),
        column("关键因素", "", "价格", "技术"),
        column("建立日期", "created_on", *days("2026-09-14", "2026-10-02")),
    ), rows=6,
)  # fmt: skip

BAIHUI = Export(
    "百会CRM_商机_001.csv", "deals", (
        column("商机编号", "external_id", *(f"zcrm_52011{n}" for n in range(6))),
        column("商机名", "name", *DEALS[:6]),
        column("客户名", "account", *FIRMS[:6]),
        column("商机所有者", "owner", *PEOPLE),
        column("总额", "amount", "￥350,000.00", "￥1,280,000.00", "￥98,000.00"),
        column("商机阶段", "stage", "资质审查", "价值定位", "谈判", "成交关闭", "失败关闭"),
        column("预计关闭日期", "expected_close", "2026-12-20", "2027-01-15"),
        column("概率(%)", "probability", "10", "40", "75", "100", "0"),
        column("预期收入", "", "￥35,000.00", "￥512,000.00"),
        column("线索来源", "lead_source", "广告", "员工推荐"),
        column("下一步骤", "next_step", "送样", ""),
        column("输单缘由", "lost_reason", ""),
        column("创建时间", "created_on", "2026-09-14 08:12", "2026-10-02 16:30"),
    ), rows=6,
)  # fmt: skip

ZHIYUN = Export(
    "项目型销售_项目储备.xlsx", "deals", (
        column("项目编号", "external_id", *(f"XM-26-{n:03}" for n in range(18, 24))),
        column("项目名称", "name", *DEALS[:6]),
        column("甲方单位", "account", *FIRMS[:6]),
        column("项目经理", "", "赵工"),
        column("销售负责人", "owner", *PEOPLE),
        column("投资规模（万元）", "", 1200, 800),
        column("预计合同额（万元）", "amount", 120, 46.5, 320),
        column("项目阶段", "stage", "信息获取", "立项", "招标", "中标", "签约"),
        column("预计招标时间", "", *days("2026-12-01", "2027-01-05")),
        column("预计签约时间", "expected_close", *days("2026-12-20", "2027-02-15")),
        column("把握度", "probability", "50%", "30%", "80%"),
        column("关键决策人", "decision_maker", "李副总", "王处长"),
        column("下一步工作计划", "next_step", "组织技术交流", "递交资格预审"),
        column("录入时间", "created_on", *moments("2026-09-14 08:12:00")),
    ), rows=6,
)  # fmt: skip

DINGTALK_PEOPLE = Export(
    "智能人事花名册_销售中心.xlsx", "people", (
        column("员工编号", "external_id", *(f"YG{n}" for n in range(1001, 1007))),
        column("员工姓名", "name", "周敏", "陈志远", "李思琪", "王浩然", "赵一鸣", "孙悦"),
        column("主部门", "team", "直销一部", "大客户部"),
        column("职位", "role", "销售代表", "大客户经理", "销售主管"),
        column("直属上级", "manager", "孙悦"),
        column("手机号", "", "13800000001"),
        column("企业邮箱", "email", *(f"u{n}@corp.example" for n in range(6))),
        column("办公地点", "region", "杭州", "上海"),
        column("入职时间", "hired_on", *days("2023-04-03", "2021-09-13")),
        column("最后工作日", "left_on", "", "", "", "", "", *days("2026-10-31")),
        column("员工类型", "", "全职"),
        column("转正日期", "", *days("2023-07-03")),
    ), rows=6,
)  # fmt: skip

KINGDEE_TARGETS = Export(
    "销售目标_业务员.xlsx", "targets", (
        column("业务员编码", "person_id", "1001", "1002", "1003"),
        column("业务员", "person", "周敏", "陈志远", "李思琪"),
        column("部门", "team", "直销一部"),
        column("年度", "year", 2026),
        column("月份", "month", 10, 10, 10, 11, 11, 11),
        column("目标类型", "measure", "订单金额"),
        column("目标值", "value", 300000, 250000, 200000),
        column("备注", "", ""),
    ), rows=6,
)  # fmt: skip

FEISHU_TARGETS = Export(
    "销售目标管理.xlsx", "targets", (
        column("成员", "person", "周敏", "陈志远", "李思琪"),
        column("目标月份", "month", "2026年10月", "2026年10月", "2026年10月", "2026年11月", "2026年11月", "2026年11月"),
        column("签约目标（万元）", "value", 30, 25, 20),
        column("已完成（万元）", "", 22, 25, 8),
        column("完成率", "", 0.73, 1, 0.4),
    ), rows=6,
)  # fmt: skip

YONYOU_PRODUCTS = Export(
    "存货档案.xlsx", "products", (
        column("存货编码", "external_id", "0101001", "0101002", "0201001", "0301001"),
        column("存货名称", "name", "网关G100", "传感器S20", "平台授权", "实施服务"),
        column("规格型号", "", "G100-A", "S20"),
        column("存货大类名称", "series", "硬件", "硬件", "软件", "服务"),
        column("主计量单位", "", "台", "个", "套", "人天"),
        column("参考售价", "list_price", 8600, 420, 60000, 3000),
        column("参考成本", "", 5200, 180, 0, 1500),
        column("启用日期", "", *days("2024-01-01")),
    ), rows=4,
)  # fmt: skip

YOUZAN_ACCOUNTS = Export(
    "客户列表导出_20261123.csv", "accounts", (
        column("客户ID", "external_id", *range(88001, 88007)),
        column("客户名称", "name", *FIRMS[:6]),
        column("客户级别", "tier", "A", "B", "C"),
        column("所属行业", "industry", "纺织", "机械", "电子"),
        column("所在省市", "region", "浙江杭州", "江苏苏州"),
        column("归属员工", "owner", *PEOPLE),
        column("上级单位", "parent", "", "海曙国资"),
        column("重点客户", "is_key", "是", "否"),
        column("客户来源", "", "门店", "导入"),
        column("成为客户时间", "", "2025-04-02 10:00:00"),
        column("累计消费金额", "", "120000.00", "0.00"),
    ), rows=6,
)  # fmt: skip

HONGQUAN_HISTORY = Export(
    "机会阶段推进记录.xlsx", "history", (
        column("机会编号", "deal_id", "JH50021", "JH50022", "JH50021"),
        column("机会名称", "", *DEALS[:2]),
        column("推进前阶段", "from_stage", "初步接洽", "需求调研"),
        column("推进后阶段", "stage", "需求调研", "提交方案"),
        column("推进时间", "changed_on", *moments("2026-10-14 08:12:00", "2026-11-02 11:00:00")),
        column("推进人", "", *PEOPLE),
        column("停留时长(天)", "", 12, 30),
    ), rows=6,
)  # fmt: skip

EXPORTS = (
    FEISHU, KINGDEE, YONYOU, HONGQUAN, LIXIAO, CLOUDCC, WECOM, CHAOTU, WEAVER, BAIHUI, ZHIYUN, DINGTALK_PEOPLE,
    KINGDEE_TARGETS, FEISHU_TARGETS, YONYOU_PRODUCTS, YOUZAN_ACCOUNTS, HONGQUAN_HISTORY,
)  # fmt: skip
