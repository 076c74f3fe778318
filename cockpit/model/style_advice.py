"""How to talk with whom: a line of advice by the other's style, and by the length and purpose of the talk.

Match the other's style. Most managers drift to peacock and talk too much, and two peacocks make each other worse:
with a peacock one is a peacock-tiger in a short talk, a peacock-koala in a long one, a peacock-owl where something
has to be decided.
"""

from typing import Literal

from cockpit.language import noop, tr
from cockpit.model.people import Style

TalkKind = Literal["short", "long", "deciding"]

TALK_KINDS: dict[TalkKind, str] = {
    "short": noop("短谈"),
    "long": noop("长谈"),
    "deciding": noop("要定下来"),
}

_ADVICE: dict[tuple[Style, TalkKind], str] = {
    ("tiger", "short"): noop("说短句,先结论,再问一句:你要我做什么?"),
    ("tiger", "long"): noop("先定三件事,一件一件谈完;别铺背景。"),
    ("tiger", "deciding"): noop("先结论,给两个选项,让对方选,当场定日期。"),
    ("owl", "short"): noop("带数字来,只谈一件事,给对方时间想。"),
    ("owl", "long"): noop("按步骤过数据,先问依据,不催结论。"),
    ("owl", "deciding"): noop("把依据和标准摆出来,对照着定,写成白纸黑字。"),
    ("koala", "short"): noop("先问近况,再说一件事;语气放缓。"),
    ("koala", "long"): noop("多听少说,问感受和顾虑,说「我们」。"),
    ("koala", "deciding"): noop("一小步一小步定,说清你会怎么帮,别逼当场表态。"),
    ("peacock", "short"): noop("你做孔雀加老虎:先夸一句,马上说重点,到点就收。"),
    ("peacock", "long"): noop("你做孔雀加考拉:让对方讲够,你少讲,帮着收成几条。"),
    ("peacock", "deciding"): noop("你做孔雀加猫头鹰:热络着谈,定的事都要数字和日期。"),
}  # fmt: skip

_WITHOUT_STYLE = noop("先听,少说;说「我们」,失败说「我」,成功说「你」。")


def advice(style: Style | None, talk: TalkKind) -> str:
    """One or two sentences, in the user's language; for somebody whose style is not known, what always holds."""
    return tr(_WITHOUT_STYLE) if style is None else tr(_ADVICE[style, talk])
