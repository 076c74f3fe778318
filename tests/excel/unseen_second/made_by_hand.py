"""Lists that sales managers keep themselves, in eight ways of writing, and visits, which no kind of table is for."""

from tests.excel.unseen.making import Export, column, days

FUNNEL = Export(
    "KA部11月漏斗.xlsx", "deals", (
        column("序号", "", *range(1, 9)),
        column("负责人", "owner", "老周", "小陈", "思琪"),
        column("客户", "account", "云栖纺织", "恒力精工", "同大电子", "海曙港务", "鑫源药业", "海尔特冰", "顺威家居",
               "蓉信科技"),
        column("项目", "name", "MES", "质检", "产线", "调度", "批记录", "中台", "门店", "治理"),
        column("总金额", "amount", 120, 46.5, 320, 18, group="金额（万元）"),
        column("已回款", "", 0, 10, 0, 0, group="金额（万元）"),
        column("目前状态", "stage|state", "方案", "报价", "招标", "签了", group="进展"),
        column("把握", "probability", "50%", "80%", "30%", "100%", group="进展"),
        column("哪天能签", "expected_close", *days("2026-12-20", "2026-12-31", "2027-01-15"), group="进展"),
        column("下一步动作", "next_step", "约副总", "改报价", "答疑"),
        column("谁拍板", "decision_maker", "李总", "王处"),
        column("备注", "remark", "", "对手是A公司"),
    ), rows=8, above=(("KA部2026年11月销售漏斗",), ("填表人：周敏　　单位：万元",)),
    below=(("合计", "", "", "", 1009.0, 20),),
)  # fmt: skip

WON_LEDGER = Export(
    "签单明细.xlsx", "deals", (
        column("签约日期", "closed_on|close_date", *days("2026-10-12", "2026-10-20", "2026-11-03")),
        column("合同编号", "external_id", *(f"HT-2026-{n}" for n in range(101, 107))),
        column("合同名称", "name", "MES采购合同", "质检平台合同", "产线服务合同", "调度系统合同", "批记录合同",
               "中台合同"),
        column("签约客户", "account", "云栖纺织", "恒力精工", "同大电子", "海曙港务", "鑫源药业", "海尔特冰"),
        column("签约人", "owner", "周敏", "陈志远"),
        column("签约额(元)", "won_amount|amount", 350000, 1280000, 98000),
        column("首付款", "", 105000, 384000),
        column("产品线", "product", "制造", "数据"),
        column("客户怎么来的", "lead_source|source", "自拓", "市场线索"),
        column("说明", "remark", "", "分两期"),
    ), rows=6, above=(("2026年签单明细",),), below=(("合计", "", "", "", "", 3456000),),
)  # fmt: skip

WEEKLY = Export(
    "销售周报（第47周）.xlsx", "deals", (
        column("姓名", "owner", "周敏", "陈志远", "李思琪"),
        column("本周跟进客户", "account", "云栖纺织", "恒力精工", "同大电子", "海曙港务", "鑫源药业", "海尔特冰"),
        column("意向度", "", "A", "B", "C"),
        column("预计金额(万)", "amount", 12, 46.5, 32),
        column("进度", "stage", "已演示", "报价", "初访", "合同流程"),
        column("预计落单月份", "expected_close", "2026年12月", "2027年1月"),
        column("卡点", "", "预算", "技术"),
        column("下周计划", "next_step", "高层拜访", "POC"),
        column("需要支持", "", "售前", ""),
    ), rows=6, above=(("第47周销售周报 2026.11.16-11.22",),),
)  # fmt: skip

TAIWAN = Export(
    "業務案件追蹤表.xlsx", "deals", (
        column("案號", "external_id", *(f"A26{n:03}" for n in range(1, 8))),
        column("業務", "owner", "林怡君", "張志豪", "陳俊宏"),
        column("客戶名稱", "account", "台達精密", "聯華食品", "大同醫材", "正隆紙器", "永豐化學", "三陽機車",
               "中興電工"),
        column("案件名稱", "name", "MES導入", "冷鏈監控", "產線改造", "倉儲系統", "批次紀錄", "經銷商平台", "能源管理"),
        column("預估金額(仟元)", "amount", 1200, 860, 3500),
        column("目前進度", "stage", "初訪", "報價", "議價", "結案-成交", "結案-未成交"),
        column("成交機率", "probability", "30%", "50%", "80%", "100%", "0%"),
        column("預計下單日", "expected_close", "2026/12/20", "2027/1/15"),
        column("案源", "lead_source", "展覽", "轉介紹", "自行開發"),
        column("未成交原因", "lost_reason", "", "", "", "", "價格"),
        column("下次拜訪日", "next_step_on", "2026/11/27", "2026/12/1"),
        column("建檔日期", "created_on", "2026/9/14", "2026/10/2"),
        column("備註", "remark", "", "需總公司核准"),
    ), rows=7, above=(("業務案件追蹤表",),),
)  # fmt: skip

TAIWAN_PEOPLE = Export(
    "業務部人員名冊.xlsx", "people", (
        column("員工編號", "external_id", "T001", "T002", "T003", "T004"),
        column("姓名", "name", "林怡君", "張志豪", "陳俊宏", "黃淑芬"),
        column("部門", "team", "北區業務部", "南區業務部"),
        column("職稱", "role", "業務專員", "業務經理"),
        column("直屬主管", "manager", "黃淑芬"),
        column("到職日", "hired_on", "2021/3/2", "2019/7/15"),
        column("離職日", "left_on", ""),
        column("電子郵件", "email", *(f"t{n}@corp.example" for n in range(4))),
        column("分機", "", 201, 202),
    ), rows=4,
)  # fmt: skip

HONG_KONG = Export(
    "Sales follow up list (HK).xlsx", "deals", (
        column("No.", "", *range(1, 7)),
        column("Sales", "owner", "Kelvin", "Mandy", "Joe"),
        column("Client", "account", "Hang Lung Mall Mgmt", "KMB Depot", "HKU Lab", "Lee Kum Kee", "Vitasoy",
               "MTR Works"),
        column("Project", "name", "BMS upgrade", "EV chargers", "Cold room", "Line 3", "Boiler", "Lift monitoring"),
        column("Quotation no.", "", "Q26-311", "Q26-327"),
        column("Amt (HK$)", "amount", "380,000", "1,250,000", "96,500"),
        column("Enquiry date", "created_on", "14/9/2026", "21/10/2026"),
        column("Status", "stage|state", "Quoted", "Chasing", "PO received", "Lost"),
        column("Chance", "probability", "50%", "70%", "100%", "0%"),
        column("Expected PO", "expected_close", "18/12/2026", "29/1/2027"),
        column("Follow-up action", "next_step", "Site visit w/ contractor", "Revise quote"),
        column("Reason if lost", "lost_reason", "", "", "", "Over budget"),
        column("Remarks", "remark", "", "VIP"),
    ), rows=6, above=(("Sales follow up list as at 23 Nov 2026",),),
)  # fmt: skip

GERMAN = Export(
    "Angebotsliste_Vertrieb.csv", "deals", (
        column("Angebotsnr.", "external_id", *(f"AN-26-{n}" for n in range(410, 417))),
        column("Kunde", "account", "Müller Anlagenbau", "Stadtwerke Ulm", "Keller Guss", "Böhm Logistik", "Huber KG",
               "Nordlicht Pharma", "Seidel Metall"),
        column("Projekt", "name", "Retrofit Halle 2", "Leitwarte", "Ofensteuerung", "WMS", "Presse 7", "Serialisierung",
               "Sägezentrum"),
        column("Verantwortlich", "owner", "J. Krämer", "S. Öztürk"),
        column("Auftragswert netto (EUR)", "amount", "48.500,00", "125.000,50", "9.900,00"),
        column("Verkaufsphase", "stage", "Erstkontakt", "Angebot", "Verhandlung", "Gewonnen", "Verloren"),
        column("Wahrscheinlichkeit", "probability", "20 %", "50 %", "80 %", "100 %", "0 %"),
        column("Voraussichtlicher Abschluss", "expected_close", "18.12.2026", "29.01.2027"),
        column("Angelegt am", "created_on", "14.09.2026", "22.10.2026"),
        column("Herkunft", "lead_source", "Messe", "Empfehlung"),
        column("Nächster Schritt", "next_step", "Termin vor Ort", ""),
        column("Absagegrund", "lost_reason", "", "", "", "", "Preis"),
        column("Bemerkungen", "remark", "", "Rahmenvertrag"),
    ), rows=7, separator=";", encoding="latin-1",
)  # fmt: skip

GERMAN_TARGETS = Export(
    "Umsatzziele 2026.xlsx", "targets", (
        column("Mitarbeiter", "person", "J. Krämer", "S. Öztürk", "M. Vogel"),
        *(column(month, "value", 40000, 55000, 30000) for month in (
            "Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez")),
        column("Summe", "", 480000, 660000, 360000),
    ), rows=3, above=(("Umsatzziele 2026 (EUR)",),),
)  # fmt: skip

FRENCH = Export(
    "Suivi des affaires.xlsx", "deals", (
        column("Commercial", "owner", "Claire Dubois", "Karim Benali"),
        column("Client", "account", "Ateliers Morel", "Vinci Sud", "Biscuiterie Le Goff", "Clinique St-Jean",
               "Rexel Lyon",
               "Ville de Nantes"),
        column("Affaire", "name", "Rénovation ligne 2", "Supervision", "Four tunnel", "GTB", "Stock central",
               "Éclairage"),
        column("Montant HT (€)", "amount", 48500, 125000.5, 9900),
        column("Étape", "stage", "Découverte", "Devis envoyé", "Négociation", "Gagnée", "Perdue"),
        column("Probabilité", "probability", 0.2, 0.5, 0.8, 1, 0),
        column("Date de signature prévue", "expected_close", *days("2026-12-18", "2027-01-29")),
        column("Date de création", "created_on", *days("2026-09-14", "2026-10-22")),
        column("Origine", "lead_source", "Salon", "Recommandation"),
        column("Prochaine action", "next_step", "Visite du site", ""),
        column("Relance le", "next_step_on", *days("2026-11-27", "2026-12-01")),
        column("Motif de perte", "lost_reason", "", "", "", "", "Prix"),
        column("Commentaires", "remark", "", "Deux lots"),
    ), rows=6, above=(("Suivi des affaires - novembre 2026",), ()),
)  # fmt: skip

SPANISH = Export(
    "Oportunidades_noviembre.xlsx", "deals", (
        column("Vendedor", "owner", "Lucía Romero", "Andrés Peña"),
        column("Cliente", "account", "Aceites Jaén", "Puerto de Vigo", "Cerámicas Ribes", "Hotel Miramar",
               "Frutas Soler",
               "Metro Norte"),
        column("Oportunidad", "name", "Línea de envasado", "Grúas", "Horno", "Climatización", "Calibradora", "SCADA"),
        column("Importe (€)", "amount", 48500, 125000.5, 9900),
        column("Fase", "stage", "Contacto", "Propuesta", "Negociación", "Ganada", "Perdida"),
        column("Probabilidad (%)", "probability", 20, 50, 80, 100, 0),
        column("Fecha prevista de cierre", "expected_close", *days("2026-12-18", "2027-01-29")),
        column("Fecha de alta", "created_on", *days("2026-09-14", "2026-10-22")),
        column("Origen", "lead_source", "Feria", "Referido"),
        column("Próximo paso", "next_step", "Visita técnica", ""),
        column("Motivo de pérdida", "lost_reason", "", "", "", "", "Precio"),
        column("Observaciones", "remark", "", "Dos lotes"),
    ), rows=6, below=(("TOTAL", "", "", 366800.5),),
)  # fmt: skip

JAPANESE = Export(
    "案件管理表.xlsx", "deals", (
        column("案件No", "external_id", *(f"P26-{n:03}" for n in range(1, 8))),
        column("担当者", "owner", "佐藤", "鈴木", "高橋"),
        column("顧客名", "account", "東和精機", "北陸物流", "みなと病院", "富士食品", "大成化学", "白川製紙",
               "京浜機械"),
        column("案件名", "name", "生産管理刷新", "倉庫WMS", "電子カルテ連携", "トレサビ", "配合管理", "設備保全",
               "IoT監視"),
        column("見込金額（千円）", "amount", 4800, 12500, 900),
        column("商談フェーズ", "stage", "初回訪問", "提案", "見積", "受注", "失注"),
        column("受注確度", "probability", "30%", "50%", "80%", "100%", "0%"),
        column("受注予定日", "expected_close", "2026/12/20", "2027/01/15"),
        column("リード元", "lead_source", "展示会", "紹介"),
        column("次回アクション", "next_step", "見積再提出", "デモ"),
        column("次回予定日", "next_step_on", "2026/11/27", "2026/12/01"),
        column("失注理由", "lost_reason", "", "", "", "", "価格"),
        column("登録日", "created_on", "2026/09/14", "2026/10/02"),
        column("備考", "remark", "", "本社決裁"),
    ), rows=7, above=(("案件管理表（2026年11月）",),),
)  # fmt: skip

US_PIPE = Export(
    "Tom's pipe.xlsx", "deals", (
        column("Rep", "owner", "Tom", "Priya", "Luca"),
        column("Acct", "account", "Northwind", "Harbor", "Kestrel", "Juniper", "Polder", "Brightline"),
        column("Opp", "name", "Plant rollout", "Telemetry", "MRO pilot", "Clinics", "WMS", "POS"),
        column("ACV ($K)", "amount", 48, 125.5, 9.9),
        column("Stg", "stage", "Disco", "Demo", "Proposal", "Legal", "Won"),
        column("Fcst", "forecast_category", "Commit", "Best case", "Pipeline"),
        column("Close", "close_date|expected_close", *days("2026-12-18", "2027-01-29")),
        column("NS", "next_step", "Demo w/ plant mgr", "Redlines"),
        column("Comp", "", "Acme", "none"),
        column("Notes / blockers", "remark", "Budget freeze", ""),
    ), rows=6, indent=1, above=((), ("Pipe review 11/23",)), below=(("Total", "", "", 366.8),),
)  # fmt: skip

CN_TARGETS = Export(
    "2026Q4任务分解.xlsx", "targets", (
        column("组别", "team", "直销一组", "直销一组", "直销二组"),
        column("姓名", "person", "周敏", "陈志远", "李思琪"),
        column("10月", "value", 30, 25, 20, group="新签任务（万元）"),
        column("11月", "value", 30, 25, 20, group="新签任务（万元）"),
        column("12月", "value", 40, 35, 30, group="新签任务（万元）"),
        column("四季度合计", "", 100, 85, 70),
        column("签字确认", "", ""),
    ), rows=3, above=(("2026年第四季度销售任务分解表",),), below=(("合计", "", 75, 75, 105, 255),),
)  # fmt: skip

QUOTA_LIST = Export(
    "FY26 H2 numbers.xlsx", "targets", (
        column("Seller", "person", "Tom", "Priya", "Luca"),
        column("Pod", "team", "North", "South"),
        column("Jul-26", "value", 40, 55, 30),
        column("Aug-26", "value", 40, 55, 30),
        column("Sep-26", "value", 45, 60, 35),
        column("Q3 total", "", 125, 170, 95),
        column("Oct-26", "value", 40, 55, 30),
        column("Nov-26", "value", 40, 55, 30),
        column("Dec-26", "value", 60, 70, 45),
        column("Q4 total", "", 140, 180, 105),
    ), rows=3, above=(("New ACV targets, $K",),),
)  # fmt: skip

TIERS = Export(
    "ABC客户分级表.xlsx", "accounts", (
        column("序号", "", *range(1, 7)),
        column("单位名称", "name", "云栖纺织", "恒力精工", "同大电子", "海曙港务", "鑫源药业", "海尔特冰"),
        column("等级", "tier", "A", "B", "C"),
        column("行业分类", "industry", "纺织", "机械"),
        column("省份", "region", "浙江", "江苏"),
        column("客户负责人", "owner", "周敏", "陈志远"),
        column("所属集团", "parent", "", "恒力集团"),
        column("是否KA", "is_key", "是", "否"),
        column("去年采购额（万）", "", 120, 46),
    ), rows=6, above=(("2026年客户ABC分级",),),
)  # fmt: skip

NAMED_ACCOUNTS = Export(
    "Named accounts FY27.xlsx", "accounts", (
        column("Account", "name", "Northwind", "Harbor", "Kestrel", "Juniper", "Polder", "Brightline"),
        column("Parent Co.", "parent", "", "Harbor Holdings"),
        column("Vertical", "industry", "Food", "Freight", "Aero"),
        column("HQ State", "region", "TX", "WA"),
        column("AE", "owner", "Tom", "Priya"),
        column("BDR", "", "Sam", "Ivy"),
        column("Tier (1-3)", "tier", "1", "2", "3"),
        column("Strategic? (Y/N)", "is_key", "Y", "N"),
        column("Employees", "", 1200, 340),
    ), rows=6,
)  # fmt: skip

PRICES = Export(
    "报价参考表2026.xlsx", "products", (
        column("产品代码", "external_id", "G100", "S20", "LIC-P", "SRV-1"),
        column("品名", "name", "网关", "传感器", "平台授权", "实施服务"),
        column("所属产品线", "series", "硬件", "硬件", "软件", "服务"),
        column("面价（元）", "list_price", 8600, 420, 60000, 3000),
        column("底价（元）", "", 7000, 300, 45000, 2400),
        column("单位", "", "台", "个", "套", "人天"),
    ), rows=4, above=(("2026年报价参考表（内部）",),),
)  # fmt: skip

CN_PEOPLE = Export(
    "电销中心人员表.xlsx", "people", (
        column("小组", "team", "电销A组", "电销B组"),
        column("组长", "manager", "孙悦", "赵一鸣"),
        column("坐席姓名", "name", "钱多", "吴双", "郑好", "冯程"),
        column("工号", "external_id", "8001", "8002", "8003", "8004"),
        column("上岗日期", "hired_on", *days("2025-03-01", "2026-06-15")),
        column("离岗日期", "left_on", ""),
        column("岗位级别", "role", "电话销售", "资深电话销售"),
        column("所在城市", "region", "西安", "武汉"),
    ), rows=4, above=(("电销中心人员表",),),
)  # fmt: skip

VISITS = Export(
    "外勤拜访记录.xlsx", "activities", (
        column("拜访人", "person", "周敏", "陈志远"),
        column("拜访日期", "happened_on", *days("2026-11-16", "2026-11-17")),
        column("拜访客户", "account", "云栖纺织", "恒力精工", "同大电子", "海曙港务"),
        column("拜访方式", "kind", "上门", "电话"),
        column("受访人", "met", "李总", "张主任"),
        column("沟通内容", "note", "介绍方案", "确认预算"),
        column("签到地点", "", "杭州市余杭区", "苏州市吴中区"),
        column("下次拜访日期", "follow_up_on", *days("2026-11-30", "2026-12-01")),
    ), rows=6,
)  # fmt: skip

ACTIVITIES = Export(
    "Activity log wk47.csv", "activities", (
        column("Activity type", "kind", "Call", "Meeting", "Email"),
        column("Subject", "subject", "Intro call", "Demo", "Follow up"),
        column("Account", "account", "Northwind", "Harbor"),
        column("Performed by", "person", "Tom", "Priya"),
        column("Date", "happened_on", "2026-11-16", "2026-11-17"),
        column("Duration (min)", "", "30", "60"),
        column("Outcome", "note", "Connected", "No answer"),
    ), rows=6,
)  # fmt: skip

CALLS = Export(
    "通话记录.xlsx", "activities", (
        column("坐席", "person", "周敏", "陈志远"),
        column("客户名称", "account", "云栖纺织", "恒力精工", "同大电子", "海曙港务"),
        column("客户电话", "", "13800000001"),
        column("通话时间", "happened_on", *days("2026-11-16", "2026-11-17")),
        column("通话时长", "", 30, 60),
        column("通话结果", "", "接通", "未接"),
        column("备注", "note", "约了下周"),
    ), rows=4,
)  # fmt: skip

EXPORTS = (
    FUNNEL, WON_LEDGER, WEEKLY, TAIWAN, TAIWAN_PEOPLE, HONG_KONG, GERMAN, GERMAN_TARGETS, FRENCH, SPANISH, JAPANESE,
    US_PIPE, CN_TARGETS, QUOTA_LIST, TIERS, NAMED_ACCOUNTS, PRICES, CN_PEOPLE,
)  # fmt: skip
CONTACTS = (VISITS, ACTIVITIES, CALLS)
"""Lists of visits and calls: written when the cockpit imported none, and nothing of them might be taken for deals."""
