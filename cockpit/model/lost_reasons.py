"""Why deals are lost, in kinds: what people write freely, in Chinese or English, sorted into a few that can be counted.

Price stands apart from the rest: entry by the wrong department and features instead of value end there.
"""

import re
from functools import lru_cache
from typing import Literal

from cockpit.language import noop

LostKind = Literal[
    "price", "product", "relationship", "no_budget", "no_decision", "competitor", "timing", "other"
]  # fmt: skip

LOST_KINDS: dict[LostKind, str] = {
    "price": noop("价格"), "product": noop("产品不匹配"), "relationship": noop("关系不到位"),
    "no_budget": noop("没有预算"), "no_decision": noop("没有决策"), "competitor": noop("竞争对手"),
    "timing": noop("时机不对"), "other": noop("其他原因"),
}  # fmt: skip
"""The kinds in the order in which they are offered, and how they are said."""

_SAID: dict[LostKind, str] = {
    "price": """
        价格, 价钱, 报价, 单价, 太贵, 偏贵, 贵了, 嫌贵, 降价, 低价, 砍价, 压价, 折扣, 性价比, 费用高, 费用太高,
        成本太高, 竞争对手价格, 对手价格, 竞品价格, 竞争对手报价, 对手报价, 竞品报价, 竞争对手更便宜, 对手更便宜,
        便宜, price, prices, priced, pricing, expensive, discount, cheaper, too costly, cost, costs,
        competitor price, competitor was cheaper, competitor cheaper
    """,
    "product": """
        产品, 功能, 性能, 不匹配, 不满足, 满足不了, 不符合, 不适合, 需求不符, 技术, 质量, 缺少, 集成不了, 接口,
        交付不了, product, feature, features, functionality, functions, missing function, capability,
        capabilities, quality, technical, integration, poor fit, bad fit, not a fit, no fit, product fit,
        mismatch, requirements not met, requirement
    """,
    "relationship": """
        关系, 信任, 没见到决策人, 见不到决策人, 接触不到, 不认识, 联系不上, 失联, 不回复, 没有回应, 无人接听,
        内定, relationship, relation, trust, no access, unresponsive, no response, no reply, no contact,
        lost contact, went dark, ghosted, rapport
    """,
    "no_budget": """
        预算, 没钱, 缺钱, 资金, 经费, 没有费用, 没批下来, budget, budgets, funding, funds, no money, cash flow
    """,
    "no_decision": """
        不决策, 没有决策, 未决策, 无决策, 没决策, 迟迟不, 不了了之, 搁置, 没有下文, 没下文, 犹豫, 观望, 维持现状,
        决策不了, 定不下来, 没有结论, no decision, undecided, indecision, indecisive, stalled, status quo,
        did nothing, do nothing, no action, on hold
    """,
    "competitor": """
        竞争对手, 竞争, 对手, 竞品, 同行, 友商, 选了别家, 选择别家, 别家, 其他供应商, 其他厂商, 原供应商,
        老供应商, 抢先, 抢走, competitor, competitors, competition, competing, other vendor, another vendor,
        other supplier, another supplier, incumbent, rival, chose another, went with another
    """,
    "timing": """
        时机, 时间不, 太晚, 太早, 来晚, 延期, 推迟, 暂缓, 暂停, 取消, 明年再, 下半年再, 以后再, 计划变, 项目变,
        项目停, 没有立项, 未立项, 工期, 交期, 周期太长, timing, too late, too early, too soon, postponed, delayed,
        deferred, delay, cancelled, canceled, cancel, bad time, next year, timeline, schedule, lead time, not now
    """,
}
_NOT = r"(?:不是因为|不是|并非|不在于|无关|not because of|not about|not due to|not the|not)\s*"
_OWN_NAMES = re.compile(r"[\s,,。.;;、:：/\\|()（）\"“”!！?？_-]+")


def _pattern(said: str) -> str:
    # An English word is looked for as a whole: "cost" does not stand in "Costa".
    return rf"(?<![a-z]){re.escape(said)}(?![a-z])" if said.isascii() else re.escape(said)


_KIND_OF: dict[str, LostKind] = {
    said: kind for kind, words in _SAID.items() for said in (word.strip() for word in words.split(","))
}
_FINDS = re.compile("|".join(_pattern(said) for said in sorted(_KIND_OF, key=len, reverse=True)))
_DENIED = re.compile(_NOT + "$")


@lru_cache(maxsize=16_384)
def lost_kind(reason: str) -> LostKind:
    """The kind of a reason as somebody wrote it; "other" where nothing in it is recognised.

    Of several kinds the one that is named first counts, and of two words at the same place the longer one:
    "对手价格更低" is about the price. A word that is denied ("不是价格") does not count.
    """
    words = _OWN_NAMES.sub(" ", reason.lower()).strip()
    for found in _FINDS.finditer(words):
        if not _DENIED.search(words[: found.start()]):
            return _KIND_OF[found[0]]
    return "other"
