"""What the usual names of sales stages mean: open, won or lost, how far along, and how likely a deal is to be won.

The values are starting points for a new store; the manager's own experience values take their place.
"""

from typing import Literal

from attrs import frozen

from cockpit.model.names import name_key

StageKind = Literal["open", "won", "lost"]

WON = (
    "won", "closed won", "close won", "win", "closed-won", "deal won", "success", "signed", "赢单", "已赢单",
    "成交", "已成交", "签约", "已签约", "成交关闭", "赢单关闭", "关闭-赢单", "结束-赢单", "成单", "已成单", "签单",
    "成功", "中标", "合同签订", "合同已签", "客户成交", "已完成", "完成", "回款", "已回款",
    "签了", "已签", "签下", "签合同了", "已签合同", "结束并赢得", "赢得", "结案-成交", "結案-成交", "已成單",
    "成交結案", "簽約", "已簽約",
    "得標", "受注", "受注済", "成約", "契約", "po received", "order received", "gewonnen", "auftrag erhalten",
    "gagné", "gagnée",
    "signé", "signée", "ganado", "ganada", "ganho", "vinta",
)  # fmt: skip
LOST = (
    "lost", "closed lost", "close lost", "loss", "closed-lost", "deal lost", "failed", "disqualified", "abandoned",
    "cancelled", "canceled", "dead", "no decision", "输单", "已输单", "丢单", "已丢单", "失败", "失单", "流失",
    "战败", "未成交", "无效", "作废", "取消", "已取消", "放弃", "终止", "流单", "输单关闭", "丢单关闭", "关闭-输单",
    "关闭-丢单", "结束-输单", "落标", "未中标", "无效关闭", "搁置关闭", "死单",
    "没签", "黄了", "丢了", "结束但失去", "失去", "结案-未成交", "結案-未成交", "未成交結案", "輸單", "丟單", "失敗",
    "未得標", "失注",
    "見送り", "verloren", "abgesagt", "absage", "perdu", "perdue", "perdido", "perdida", "persa",
)  # fmt: skip
# In the order in which deals pass them, each with the value that it usually starts with.
OPEN = (
    (0.05, (
        "lead", "new", "open", "new lead", "线索", "新建", "潜在", "潜在客户", "目标客户", "意向客户", "待跟进",
        "未跟进",
    )),
    (0.10, (
        "prospecting", "prospect", "initial contact", "contacted", "appointment scheduled", "first meeting",
        "初步接触", "初次接触", "初步沟通", "接触", "初期沟通", "初步洽谈", "客户接触", "建立联系", "首次拜访",
        "拜访", "商机发现", "发现商机",
    )),
    (0.15, (
        "qualification", "qualify", "qualified", "qualified to buy", "discovery qualification", "验证客户",
        "客户验证", "确认商机", "商机确认", "资格确认", "意向确认", "商机验证", "立项", "项目立项", "初步意向",
    )),
    (0.25, (
        "needs analysis", "need analysis", "discovery", "requirements", "analysis", "needs", "需求分析", "需求确认",
        "需求调研", "需求沟通", "了解需求", "需求挖掘", "调研", "需求",
    )),
    (0.30, (
        "engaging", "engaged", "in progress", "working", "develop", "跟进中", "跟进", "进行中", "深入沟通",
        "持续跟进", "洽谈", "洽谈中", "强烈意愿",
    )),
    (0.35, ("value proposition", "solution", "solution design", "demo", "presentation", "presentation scheduled",
            "product demo", "方案设计", "产品演示", "演示", "方案演示", "方案交流", "技术交流", "方案", "方案制定")),
    (0.40, (
        "id decision makers", "identify decision makers", "decision maker bought in", "perception analysis",
        "trial", "poc", "pilot", "evaluation", "试用", "测试", "测试试用", "poc测试", "方案验证", "关键人",
        "决策人确认", "评估",
    )),
    (0.50, (
        "proposal", "proposal price quote", "proposal/price quote", "quote", "quotation", "price quote", "quoted",
        "proposal sent", "propose", "方案报价", "方案/报价", "报价", "提交方案", "方案建议", "方案提交", "提案",
        "报价中", "提供方案", "已报价", "方案与报价", "报价方案",
    )),
    (0.60, ("bidding", "tender", "bid", "投标", "招投标", "招标", "投标中", "商务投标")),
    (0.75, (
        "negotiation", "negotiation review", "negotiation/review", "negotiate", "negotiating", "review", "谈判审核",
        "谈判", "商务谈判", "谈判/复审", "谈判协商", "商务洽谈", "合同谈判", "商务", "价格谈判", "商务沟通",
        "谈判/审核",
    )),
    (0.90, (
        "contract", "contract sent", "contracting", "verbal", "verbal commitment", "commit", "closing", "合同",
        "合同审批", "合同签署中", "签约中", "合同流程", "待签约", "待签单", "即将成交", "合同审核", "合同拟定",
        "口头承诺", "拟签合同",
    )),
)  # fmt: skip


@frozen
class StageMeaning:
    """``place`` is how far along, from 0; ``experience_value`` a share. Both None where the name says nothing."""

    kind: StageKind
    place: int | None
    experience_value: float | None


_WON = frozenset(map(name_key, WON))
_LOST = frozenset(map(name_key, LOST))
_OPEN = {name_key(name): (place, value) for place, (value, names) in enumerate(OPEN) for name in names}
_LOST_PARTS = ("lost", "输单", "丢单", "失单", "战败", "流失", "失败", "closedlost")
_DENIED_PARTS = ("非赢单", "未赢单", "没有赢单", "尚未成交", "notwon", "赢单率", "赢单概率", "赢单评估", "赢单可能")
"""What has the word in it and says something else: a chance to win, or that it is not won."""
_WON_PARTS = ("closedwon", "赢单", "已成交", "已签约", "成交关闭")


def meaning_of(name: str) -> StageMeaning:
    """What a stage's name says, in Chinese or English; an unknown name is open."""
    key = name_key(name).lstrip("0123456789")
    if key in _WON:
        return StageMeaning("won", None, 1.0)
    if key in _LOST:
        return StageMeaning("lost", None, 0.0)
    if key in _OPEN:
        place, value = _OPEN[key]
        return StageMeaning("open", place, value)
    if any(part in key for part in _LOST_PARTS):
        return StageMeaning("lost", None, 0.0)
    if any(part in key for part in _WON_PARTS) and not any(part in key for part in _DENIED_PARTS):
        return StageMeaning("won", None, 1.0)
    return StageMeaning("open", None, None)
