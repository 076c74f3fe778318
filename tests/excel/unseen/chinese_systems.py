"""What CRMs, forms and ledgers of the Chinese market write when their users press 导出."""

from tests.excel.unseen.making import Export, column, days, moments

SELLERS = ("陈建国", "林晓燕", "王磊", "陈建国", "赵敏", "王磊")
FIRMS = ("苏州恒通精密制造有限公司", "浙江蓝海物流股份有限公司", "南京国信医疗科技有限公司", "上海百川食品有限公司",
         "合肥远景能源装备有限公司", "宁波东方港务集团")  # fmt: skip
DEALS = ("恒通MES一期", "蓝海仓储系统升级", "国信医疗数据平台", "百川门店管理", "远景设备联网", "东方港务调度系统")

XIAOSHOUYI = Export(
    "销售机会_20261123.xlsx", "deals",
    (
        column("机会名称", "name", *DEALS),
        column("客户名称", "account", *FIRMS),
        column("机会类型", "", "新客户"),
        column("销售金额", "amount", 520000, 185000.5, 74000),
        column("币种", "currency", "人民币"),
        column("结单日期", "close_date", *days("2026-12-18", "2026-11-30", "2027-01-15")),
        column("销售阶段", "stage", "初步接洽", "需求确定", "方案报价", "谈判审核", "赢单", "输单"),
        column("赢单可能性(%)", "probability", 10, 30, 60, 80, 100, 0),
        column("阶段更新时间", "stage_changed_on", *moments("2026-11-02 10:05", "2026-10-12 09:00")),
        column("预测类别", "forecast_category", "流水线", "最佳情况", "承诺"),
        column("输单理由", "lost_reason", "", "", "", "", "", "价格因素"),
        column("输单描述"),
        column("机会来源", "lead_source", "市场活动", "自主开发"),
        column("市场活动", "", "秋季展会", ""),
        column("项目预算", "budget", 500000, "", 80000),
        column("产品", "product", "MES标准版", "WMS专业版"),
        column("机会所有人", "owner", *SELLERS),
        column("所属部门", "", "华东一部"),
        column("创建日期", "created_on", *moments("2026-08-11 07:20", "2026-09-01 10:05")),
        column("最新修改日", "", *moments("2026-11-20 10:05")),
        column("备注", "remark", "", "客户年底有预算"),
    ),
    sheet="销售机会",
)  # fmt: skip

FXIAOKE = Export(
    "商机2.0_2026-11-23.xlsx", "deals",
    (
        column("商机名称", "name", *DEALS),
        column("商机编号", "external_id", *(f"20261100{n}" for n in range(11, 17))),
        column("客户名称", "account", *FIRMS),
        column("商机金额(元)", "amount", "520,000.00", "185,000.50", "74,000.00"),
        column("预计成交日期", "expected_close", "2026-12-18", "2026-11-30", "2027-01-15"),
        column("销售流程", "", "默认流程"),
        column("商机阶段", "stage", "验证客户", "需求确定", "方案/报价", "谈判审核", "赢单", "输单"),
        column("阶段状态", "state", "进行中", "进行中", "进行中", "进行中", "赢单", "输单"),
        column("当前阶段开始时间", "stage_changed_on", "2026-11-02 10:05", "2026-10-12 09:00"),
        column("赢率(%)", "probability", "10", "30", "60", "80", "100", "0"),
        column("结单日期", "closed_on|close_date", "", "", "", "", "2026-11-10", "2026-11-12"),
        column("输单原因", "lost_reason", "", "", "", "", "", "竞争对手"),
        column("负责人", "owner", *SELLERS),
        column("负责人主属部门", "", "华东一部"),
        column("最后跟进时间", "", "2026-11-20 10:05"),
        column("业务类型", "", "预设业务类型"), column("生命状态", "", "正常"), column("锁定状态", "", "未锁定"),
        column("创建人", "", *SELLERS),
        column("创建时间", "created_on", "2026-08-11 07:20", "2026-09-01 10:05"),
        column("最后修改时间", "", "2026-11-20 10:05"),
        column("相关团队", "", "陈建国(负责人)"),
    ),
)  # fmt: skip

WUKONG = Export(
    "商机信息.xls.xlsx", "deals",
    (
        column("商机名称(*)", "name", *DEALS),
        column("客户名称(*)", "account", *FIRMS),
        column("商机状态组(*)", "", "系统默认"),
        column("商机阶段(*)", "stage", "验证客户", "需求分析", "方案/报价", "赢单", "输单", "需求分析"),
        column("商机金额(*)", "amount", "520000", "185000.5", "74000"),
        column("预计成交日期", "expected_close", "2026-12-18", "2026-11-30", "2027-01-15"),
        column("下次联系时间", "next_step_on", "2026-12-01 09:00:00", ""),
        column("备注", "remark", "老客户介绍", ""),
        column("负责人", "owner", *SELLERS), column("创建人", "", *SELLERS),
        column("创建时间", "created_on", "2026-08-11 07:20:33", "2026-09-01 10:05:12"),
        column("更新时间", "", "2026-11-20 10:05:00"),
        column("最后跟进时间", "", "2026-11-20 10:05:00"),
        column("整单折扣(%)", "", "0"), column("产品总金额", "", "0"),
    ),
    above=(("商机信息",),),
)  # fmt: skip

CORDYS = Export(
    "商机_20261123091402.xlsx", "deals",
    (
        column("商机名称", "name", *DEALS), column("客户名称", "account", *FIRMS),
        column("业务编码", "external_id", *(f"OPP2026110{n}" for n in range(1, 7))),
        column("商机来源", "lead_source", "线上", "线下"),
        column("金额", "amount", 520000, 185000.5, 74000),
        column("意向产品", "product", "JumpServer企业版", "DataEase企业版"),
        column("结束时间", "expected_close|close_date", "2026-12-18", "2026-11-30", "2027-01-15"),
        column("可能性", "probability", "10%", "30%", "60%"),
        column("联系人", "", "周工"), column("地区", "", "江苏-苏州"),
        column("负责人", "owner", *SELLERS), column("部门", "", "华东一部"),
        column("商机阶段", "stage", "新建", "需求明确", "方案验证", "立项汇报", "商务采购", "成功"),
        column("失败原因", "lost_reason"),
        column("最近跟进人", "", *SELLERS), column("最近跟进时间", "", "2026-11-20 10:05:00"),
        column("剩余归属天数", "", "12"), column("创建人", "", *SELLERS),
        column("创建时间", "created_on", "2026-08-11 07:20:33", "2026-09-01 10:05:12"),
        column("更新人", "", "admin"), column("更新时间", "", "2026-11-20 10:05:00"),
        column("备注信息", "remark", "", "等总部批复"),
    ),
)  # fmt: skip

FEISHU = Export(
    "销售管理_商机跟进_全部商机.xlsx", "deals",
    (
        column("商机", "name", *DEALS), column("关联客户", "account", *FIRMS), column("跟进人", "owner", *SELLERS),
        column("当前阶段", "stage", "初步沟通", "需求确认", "方案演示", "商务谈判", "已成交", "已流失"),
        column("预估金额(万元)", "amount", 52, 18.5, 7.4),
        column("赢单概率", "probability", 0.1, 0.3, 0.6),
        column("预计签约日期", "expected_close", "2026/12/18", "2026/11/30", "2027/01/15"),
        column("最近一次跟进", "", "2026/11/20"), column("卡点", "", "预算没批"),
        column("下一步动作", "next_step", "约采购见面", "发合同"),
        column("下一步截止时间", "next_step_on", "2026/12/01", "2026/12/03"),
        column("流失原因", "lost_reason", "", "", "", "", "", "项目取消"),
        column("录入时间", "created_on", "2026/08/11 07:20", "2026/09/01 10:05"),
        column("附件"), column("父记录"),
    ),
    sheet="商机跟进",
)  # fmt: skip

JIANDAOYUN = Export(
    "项目报备_20261123.xlsx", "deals",
    (
        column("流水号", "external_id", *(f"BB-20261100{n}" for n in range(1, 7))),
        column("项目名称", "name", *DEALS), column("最终用户", "account", *FIRMS),
        column("业务员", "owner", *SELLERS),
        column("项目阶段", "stage", "立项", "方案", "招投标", "合同签订", "丢单", "立项"),
        column("预计合同额(元)", "amount", 520000, 185000.5, 74000),
        column("客户预算(元)", "budget", 600000, ""),
        column("预计签单时间", "expected_close", *days("2026-12-18", "2026-11-30", "2027-01-15")),
        column("关键决策人", "decision_maker", "周总", "李主任"),
        column("竞争对手", "", "用友"),
        column("项目状态", "state", "跟进中", "跟进中", "跟进中", "已签约", "已丢单", "跟进中"),
        column("丢单原因分析", "lost_reason", "", "", "", "", "价格高", ""),
        column("信息来源", "lead_source", "老客户", "招标网"),
        column("提交人", "", *SELLERS),
        column("提交时间", "created_on", *moments("2026-08-11 07:20", "2026-09-01 10:05")),
        column("更新时间", "", *moments("2026-11-20 10:05")),
    ),
)  # fmt: skip

DINGTALK = Export(
    "钉钉CRM_商机.xlsx", "deals",
    (
        column("商机标题", "name", *DEALS), column("所属客户", "account", *FIRMS),
        column("商机负责人", "owner", *SELLERS),
        column("销售进度", "stage", "初步接触", "需求沟通", "报价", "签约", "失败", "报价"),
        column("预计销售金额", "amount", "￥520,000.00", "￥185,000.50", "￥74,000.00"),
        column("预计成交时间", "expected_close", "2026年12月18日", "2026年11月30日", "2027年1月15日"),
        column("商机来源", "lead_source", "转介绍", "展会"),
        column("意向商品", "product", "标准版", "专业版"),
        column("跟进状态", "", "跟进中"), column("协同人"), column("创建人", "", *SELLERS),
        column("创建时间", "created_on", "2026-08-11 07:20", "2026-09-01 10:05"),
        column("商机备注", "remark", "", "对方很急"),
    ),
)  # fmt: skip

YONYOU = Export(
    "商机列表.csv", "deals",
    (
        column("商机编码", "external_id", *(f"SJ20261100{n}" for n in range(1, 7))), column("商机主题", "name", *DEALS),
        column("客户编码", "account_id", *(f"KH000{n}" for n in range(1, 7))), column("客户", "account", *FIRMS),
        column("业务员编码", "owner_id", "0012", "0015", "0031", "0012", "0040", "0031"),
        column("业务员", "owner", *SELLERS), column("部门", "", "华东一部"),
        column("商机阶段", "stage", "初步接触", "立项评估", "方案商务", "合同签订", "丢单", "方案商务"),
        column("预计成交金额", "amount", "520,000.00", "185,000.50", "74,000.00"),
        column("币种", "currency", "人民币"),
        column("成功概率(%)", "probability", "10", "30", "60"),
        column("预计成交日期", "expected_close", "2026-12-18", "2026-11-30", "2027-01-15"),
        column("单据日期", "created_on", "2026-08-11", "2026-09-01"), column("单据状态", "", "已审核"),
        column("商机来源", "lead_source", "电话来访", "网络"),
        column("关闭日期", "closed_on|close_date", "", "", "", "2026-11-04", "2026-11-11", ""),
        column("失败原因", "lost_reason", "", "", "", "", "价格", ""), column("制单人", "", "admin"),
    ),
    below=(("合计", "", "", "", "", "", "", "", "1,559,001.00"),), encoding="gb18030",
)  # fmt: skip

KINGDEE = Export(
    "CRM_商机_导出.xlsx", "deals",
    (
        column("单据编号", "external_id", *(f"CRMSJ00002{n}" for n in range(1, 7))),
        column("商机名称", "name", *DEALS), column("客户.名称", "account", *FIRMS),
        column("客户.编码", "account_id", *(f"CUST000{n}" for n in range(1, 7))),
        column("销售员.名称", "owner", *SELLERS), column("销售部门.名称", "", "华东一部"),
        column("商机阶段.名称", "stage", "初步接洽", "需求调研", "方案制作", "商务谈判", "签约", "初步接洽"),
        column("预计签约金额", "amount", 520000, 185000.5, 74000), column("币别.名称", "currency", "人民币"),
        column("预计签约日期", "expected_close", *days("2026-12-18", "2026-11-30", "2027-01-15")),
        column("赢单概率", "probability", 10, 30, 60),
        column("商机状态", "state", "进行中", "进行中", "进行中", "进行中", "赢单", "进行中"),
        column("创建日期", "created_on", *moments("2026-08-11 07:20", "2026-09-01 10:05")),
        column("创建人.名称", "", "administrator"), column("审核日期"), column("数据状态", "", "已审核"),
    ),
)  # fmt: skip

STAGE_LOG = Export(
    "商机阶段变更日志.xlsx", "history",
    (
        column("序号", "", 1, 2, 3, 4, 5, 6),
        column("商机编号", "deal_id", *(f"20261100{n}" for n in range(11, 17))), column("商机名称", "", *DEALS),
        column("变更前阶段", "from_stage", "初步接洽", "需求确定", "方案报价"),
        column("变更后阶段", "stage", "需求确定", "方案报价", "谈判审核"),
        column("变更时间", "changed_on", *moments("2026-11-02 10:05", "2026-10-12 09:00")),
        column("操作人", "", *SELLERS), column("停留天数", "", 12, 30),
    ),
)  # fmt: skip

EXPORTS = (XIAOSHOUYI, FXIAOKE, WUKONG, CORDYS, FEISHU, JIANDAOYUN, DINGTALK, YONYOU, KINGDEE, STAGE_LOG)
