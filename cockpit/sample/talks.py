"""What is said in the sample's one-on-ones: notes with marks, and what becomes of each marked line."""

from attrs import frozen


@frozen
class Line:
    """One line of a note. ``mark`` is "" for plain text.

    ``due`` is in working days from today for the latest talk, from the talk for older ones. ``outcome``: of a promise
    "kept", "late", "in hand", "open"; of a request "asked" or "answered". ``kind`` is a support's or a problem's.
    """

    mark: str
    text: str
    due: int | None = None
    outcome: str = ""
    kind: str = "internal"


@frozen
class Talk:
    """The latest one-on-one with somebody. ``improvement``, a key of IMPROVEMENTS, stands behind the first problem."""

    workdays_ago: int
    mood: int
    minutes: int
    purpose: str
    improvement: str
    lines: tuple[Line, ...]
    private: str = ""


@frozen
class Improvement:
    """A way to get better, bound to a metric; ``target`` comes from the baseline as ``baseline * times + plus``."""

    metric: str
    times: float
    plus: float
    action: str
    problem_kind: str
    problem: str
    lowest: float = 0.0
    highest: float = float("inf")


PROBLEM_KINDS = ("客户开发", "商机推进", "价值传递", "客情关系", "自我管理")

IMPROVEMENTS = {
    "touches": Improvement(
        "new_touches", 1, 2, "每周多约一家新客户首访", "客户开发", "新客户看得少,时间都给了老客户"
    ),
    "stalled": Improvement(
        "stalled_count", 0.5, -0.5, "每周一过停滞商机,每单定下一步和日期", "商机推进", "商机放着不动,下一步没有日期"
    ),
    "decision_maker": Improvement(
        "win_rate_count", 1, 0.05, "报价前先见到决策人", "商机推进", "没见到决策人就报了价", highest=0.9
    ),
    "key_accounts": Improvement(
        "key_account_follow_up", 1, 0.2, "重点客户两周一访,写在日历上", "客情关系", "重点客户有两周没去", highest=1.0
    ),
    "sourcing": Improvement(
        "self_sourced_share_count", 1, 0.1, "每周自己找两条线索", "客户开发", "太等市场给线索", highest=1.0
    ),
    "value": Improvement(
        "average_deal", 1.08, 0, "报价前把客户的收益算成数字,写进方案", "价值传递", "先谈功能,后谈价值,客户只比价"
    ),
}  # fmt: skip

LATEST = {
    "李雯": Talk(5, 2, 42, "看本月进度,定华信怎么走", "touches", (
        Line("", "聊了华信:还卡在 IT 部,业务部门没见着"),
        Line("?", "想参加报价谈判的培训", outcome="asked"),
        Line("!", "借一套演示设备给华信", -4, "open"),
        Line("!", "华信的特价审批,我去催", -2, "open"),
        Line("!", "约华信 CIO 打一次电话", 0, "open", "relationship"),
        Line("#", "新客户看得少,时间都给了老客户"),
        Line("#", "报价早于价值讲清,客户只比价", kind="价值传递"),
        Line("##", "周报里的下一步没有日期", kind="自我管理"),
        Line(">", "每周多约一家新客户首访"),
        Line("^", "自己约到了财务总监"),
        Line("", "她想去杭州那场行业会"),
    ), private="最近家里有事,状态不好,先不加码。"),
    "周启航": Talk(8, 2, 35, "本月差得多,找原因", "decision_maker", (
        Line("", "月初两单都输在价格"),
        Line("#", "没见到决策人就报了价"),
        Line("##", "关键动作只做了三分之一", kind="自我管理"),
        Line(">", "报价前先见到决策人"),
        Line("!", "陪他去一次蓝海物流", -4, "kept", "relationship"),
        Line("!", "报价审批今天给他答复", 0, "in hand"),
        Line("+", "报价单能不能带上同行案例"),
    )),
    "陈佳": Talk(6, 5, 28, "看商机,谈带新人", "key_accounts", (
        Line("", "远川能源进商务谈判,节奏稳"),
        Line("!", "请交付总监陪访远川能源", 3, "open", "internal"),
        Line("*", "把续约和二期放在一张合同里谈"),
        Line("^", "本月提前一周过线,方法值得全组学"),
    )),
    "孙悦": Talk(9, 4, 30, "看商机", "sourcing", (
        Line("", "华南两家都在比方案"),
        Line("!", "要两份同行案例给她", -2, "kept"),
        Line("!", "申请下个月行业会的名额", 4, "open", "external"),
        Line("#", "太等市场给线索"),
        Line(">", "每周自己找两条线索"),
        Line("^", "方案里第一次写了量化价值"),
    )),
    "赵明远": Talk(7, 3, 33, "过停滞商机", "stalled", (
        Line("", "众科智造设备部长换人了,要重新认识"),
        Line("!", "帮他约众科智造的设备部长", -6, "kept", "relationship"),
        Line("?", "想要一份装备行业的案例", outcome="asked"),
    )),
    "吴思": Talk(10, 3, 26, "西南怎么补", "value", (
        Line("", "西南客户小,单额上不去"),
        Line("!", "调一名售前支援西南两周", -7, "kept"),
        Line("#", "先谈功能,后谈价值,客户只比价"),
        Line(">", "报价前把客户的收益算成数字,写进方案"),
        Line("+", "样机放一台在成都办事处"),
    )),
    "林一帆": Talk(11, 4, 31, "看商机", "decision_maker", (
        Line("", "两单进合同流程,卡在对方法务"),
        Line("!", "请法务先审合同模板", -5, "kept"),
        Line("^", "会后纪要当天发,客户夸了"),
    )),
    "何文静": Talk(12, 3, 36, "重点客户跟进", "key_accounts", (
        Line("", "两家重点客户的联系人都调走了"),
        Line("#", "重点客户有两周没去"),
        Line("##", "客户地图还停在半年前", kind="客情关系"),
        Line(">", "重点客户两周一访,写在日历上"),
        Line("!", "约采购总监一起吃饭", -8, "kept", "relationship"),
        Line("?", "写标书时要售前一起", outcome="asked"),
    )),
    "郑凯": Talk(4, 3, 40, "带新人:怎么问需求", "decision_maker", (
        Line("", "演练了一遍需求访谈,问得太急"),
        Line("#", "需求没问清就讲方案", kind="价值传递"),
        Line(">", "报价前先见到决策人"),
        Line("!", "本周带他访一次老客户", -3, "kept", "internal"),
        Line("!", "给他补一次产品培训", 5, "open"),
    )),
    "马晓东": Talk(13, 4, 25, "转正后第一次面谈", "touches", (
        Line("", "自拓做得好,想知道奖金怎么算"),
        Line("!", "把新人奖金规则问清楚", -9, "kept", "morale"),
        Line("^", "自拓比例全队第一"),
    )),
    "许岚": Talk(3, 4, 38, "谈带队", "stalled", (
        Line("", "自己签的单占了团队四分之一,带人的时间不够"),
        Line("#", "自己上手多,让组员练得少", kind="自我管理"),
        Line("!", "给她批一个招人名额", -6, "kept", "internal"),
    )),
}  # fmt: skip

OLDER_LINES = (
    "先对了上个月的数字",
    "过了在手的商机,两单要换打法",
    "聊了客户里谁说了算",
    "看了上周的拜访记录",
    "说到报价时机,要再等一等",
)
OLDER_PROMISES = (
    ("请售前一起去一次", "internal"),
    ("帮他约客户的分管领导", "relationship"),
    ("要一份同行案例", "internal"),
    ("跟市场部要两个会议名额", "external"),
    ("请总经理出面打个招呼", "relationship"),
    ("把报价模板改成按模块的", "internal"),
    ("跟财务谈分期付款的底线", "internal"),
    ("请老客户接一次参观", "external"),
)
OLDER_PRAISE = ("客户当面夸了方案", "主动复盘了丢单", "帮新人改了方案", "纪要写得清楚")
HINTS = ("先从最熟的两家开始,别铺开", "约之前把要问的三个问题写下来", "做到一半了,节奏对")
PLACES = ("二号会议室", "一号会议室", "经理办公室", "楼下咖啡厅")
# The last six moods, the latest of them before the talk above.
EARLIER_MOODS = {
    "李雯": (4, 4, 4, 3, 3), "周启航": (4, 4, 3, 3, 3), "陈佳": (4, 4, 4, 5, 4), "孙悦": (3, 3, 4, 4, 4),
    "赵明远": (3, 3, 3, 3, 4), "吴思": (3, 3, 4, 3, 3), "林一帆": (4, 3, 4, 4, 4), "何文静": (4, 4, 3, 4, 3),
    "郑凯": (4, 3, 3, 3, 3), "马晓东": (3, 3, 4, 4, 4), "许岚": (4, 4, 4, 3, 4),
}  # fmt: skip
