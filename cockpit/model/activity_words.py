"""How activities are called: kinds (how it was done) and whom was met, with the words that people write for them."""

import re
from functools import lru_cache
from typing import Literal

from attrs import frozen

from cockpit.language import noop, tr
from cockpit.model.known_names import fold
from cockpit.model.names import has_han, name_key


@frozen
class Word:
    """One kind of activity, or of people who are met. ``name`` is what the store keeps, ``words`` mean the same."""

    key: str
    name: str
    words: tuple[str, ...]

    def called(self, known: tuple[str, ...]) -> str:
        """What the store calls it: the first of the ``known`` names that means it, else the name in the user's
        language.
        """
        return next((name for name in known if word_of(name, (self,)) is not None), tr(self.name))


VISIT = "visit"
# In the order in which a longer name is looked through: 电话拜访 is a call.
KINDS = (
    Word("call", noop("电话"), (
        "电话", "打电话", "通话", "电联", "去电", "来电", "打了个电话", "call", "called", "calls", "phone", "phoned",
        "phone call",
        "phone meeting", "tel",
    )),
    Word("chat", noop("微信"), (
        "微信", "企业微信", "企微", "加微信", "发微信", "wechat", "weixin", "whatsapp", "chat", "chatted", "message",
        "texted",
    )),
    Word("email", noop("邮件"), (
        "邮件纪要", "邮件", "发邮件", "发了邮件", "电邮", "邮箱", "email", "emailed", "e-mail", "e-mailed", "mail",
        "mailed",
    )),
    Word("online", noop("线上会议"), (
        "线上会议", "视频会议", "腾讯会议", "远程会议", "电话会议", "线上会", "视频会", "video call", "video meeting",
        "conference call", "zoom",
    )),
    Word("meeting", noop("会议"), ("会议", "开会", "例会", "碰头会", "meeting", "met with", "met")),
    Word("demo", noop("演示"), (
        "演示", "产品演示", "现场演示", "做演示", "宣讲", "demo", "demoed", "demonstration", "presentation",
        "presented",
    )),
    Word("quote", noop("报价"), ("报价", "发报价", "quote", "quoted", "quotation", "sent a quote", "proposal")),
    Word("tender", noop("投标"), ("投标", "应标", "述标", "tender", "bid")),
    Word("trial", noop("试用"), ("试用", "试点", "测试", "poc", "trial", "pilot")),
    Word("training", noop("培训"), ("培训", "training", "trained")),
    Word("meal", noop("宴请"), ("宴请", "吃饭", "请客", "饭局", "午餐", "晚餐", "喝茶", "lunch", "dinner")),
    Word(VISIT, noop("上门拜访"), (
        "上门拜访", "拜访", "上门", "面访", "走访", "登门", "登门拜访", "陌拜", "陌生拜访", "首访", "首次拜访",
        "客户拜访", "拜访客户", "面谈",
        "见面", "现场拜访", "visit", "visited", "visits", "on-site", "onsite", "site visit", "field visit", "in person",
        "face to face",
    )),
)  # fmt: skip
MET = (
    Word("decision_maker", noop("决策人"), (
        "决策人", "决策者", "拍板人", "拍板的", "老板", "老总", "总经理", "董事长", "一把手", "decision maker",
        "decision-maker", "decision makers", "economic buyer", "ceo", "boss",
    )),
    Word("management", noop("管理层"), (
        "管理层", "高管", "领导", "副总", "总监", "厂长", "management", "executive", "executives", "director", "vp",
        "cio", "cto",
    )),
    Word("business", noop("业务部门"), (
        "业务部门", "业务部", "业务方", "业务侧", "使用部门", "业务", "business department", "business side",
        "business unit",
        "business", "line of business",
    )),
    Word("it", noop("IT 部门"), (
        "IT 部门", "IT部门", "IT部", "IT 部", "IT侧", "IT", "信息部", "信息部门", "信息中心", "信息化", "技术部",
        "it department",
        "it dept", "it team",
    )),
    Word("purchasing", noop("采购"), ("采购", "采购部", "采购部门", "采购经理", "procurement", "purchasing")),
    Word("finance", noop("财务"), ("财务", "财务部", "财务总监", "finance", "cfo")),
    Word("legal", noop("法务"), ("法务", "法务部", "legal")),
    Word("users", noop("使用人"), ("使用人", "使用者", "用户", "一线", "end user", "end users", "users")),
)  # fmt: skip


def word_of(name: str, words: tuple[Word, ...]) -> Word | None:
    """Which of ``words`` a name means as a whole; blanks, case and width do not count."""
    wanted = name_key(name)
    return next((word for word in words if wanted in _keys(word)), None)


@lru_cache(maxsize=64)
def _keys(word: Word) -> frozenset[str]:
    return frozenset(name_key(said) for said in word.words)


def is_visit(kind: str) -> bool:
    """Whether a kind of activity is a visit, however a file calls it: 上门拜访, 客户拜访(第二次), On-site visit."""
    if (word := word_of(kind, KINDS)) is not None:
        return word.key == VISIT
    said = next((word for word in KINDS if any(_is_in(one, kind) for one in word.words)), None)
    return said is not None and said.key == VISIT


def _is_in(said: str, kind: str) -> bool:
    """Latin words count as whole words: a hotel is no telephone."""
    if has_han(said):
        return said in kind
    return re.search(rf"(?<![a-z]){re.escape(said)}(?![a-z])", kind.lower()) is not None


@lru_cache(maxsize=32)
def said_for(known: tuple[str, ...], which: Literal["kinds", "met"], _language: str) -> tuple[tuple[str, str], ...]:
    """Every way to say a kind, or whom one met, with what the store calls it; the longest first."""
    words: tuple[Word, ...] = KINDS if which == "kinds" else MET
    found = {fold(name): name for name in reversed(known)}
    for word in words:
        called = word.called(known)
        for said in (*word.words, word.name, tr(word.name)):
            found.setdefault(fold(said), called)
    return tuple(sorted(found.items(), key=lambda item: -len(item[0])))
