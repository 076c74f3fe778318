"""Steps 3 to 5 of the loop: what was asked and promised, what stands in the way, and what is to change by a number."""

from datetime import date
from typing import Literal

from attrs import frozen

from cockpit.language import noop
from cockpit.model.cycles import Month

SupportState = Literal["asked", "promised", "in_hand", "done", "declined"]
SupportKind = Literal["internal", "external", "relationship", "morale"]
FoundBy = Literal["self", "leader"]
ActionState = Literal["draft", "agreed", "closed"]
Verdict = Literal["effective", "partly", "not_effective", "not_measurable"]
Word = Literal["hint", "praise"]

SUPPORT_STATES: dict[SupportState, str] = {
    "asked": noop("需求"),
    "promised": noop("已承诺"),
    "in_hand": noop("进行中"),
    "done": noop("完成"),
    "declined": noop("已谢绝"),
}
SUPPORT_KINDS: dict[SupportKind, str] = {
    "internal": noop("内部资源"),
    "external": noop("外部资源"),
    "relationship": noop("关系突破"),
    "morale": noop("士气"),
}
VERDICTS: dict[Verdict, str] = {
    "effective": noop("见效"),
    "partly": noop("部分见效"),
    "not_effective": noop("未见效"),
    "not_measurable": noop("无法衡量"),
}
WORDS: dict[Word, str] = {"hint": noop("提示"), "praise": noop("表扬")}

FIRST_PROBLEM_KINDS = (
    noop("客户开发"), noop("商机推进"), noop("价值传递"), noop("客情关系"), noop("报价与谈判"), noop("自我管理"),
)  # fmt: skip
"""What a new store begins with; the manager adds to them."""

_NEXT: dict[SupportState, frozenset[SupportState]] = {
    "asked": frozenset({"promised", "in_hand", "done", "declined"}),
    "promised": frozenset({"in_hand", "done", "declined"}),
    "in_hand": frozenset({"promised", "done", "declined"}),
    "done": frozenset({"in_hand"}),
    "declined": frozenset({"promised"}),
}


def may_become(state: SupportState, following: SupportState) -> bool:
    """Whether a support may go from one state to the other; what is finished can be taken up again."""
    return following in _NEXT[state]


@frozen
class Support:
    """A request or a promise on its way. ``note_item_id`` ties it to a line of a note: to edit one edits the other.

    ``first_due_on`` is the date first agreed: it decides whether a promise was kept, whatever was agreed later.
    """

    id: int
    note_item_id: int | None
    person_id: int | None
    deal_id: int | None
    kind: SupportKind
    text: str
    state: SupportState
    asked_on: date
    answered_on: date | None
    promised_on: date | None
    first_due_on: date | None
    due_on: date | None
    done_on: date | None
    giver: str | None
    outcome: str

    @property
    def is_open(self) -> bool:
        return self.state not in ("done", "declined")

    def is_overdue(self, today: date) -> bool:
        """Promised, not done, and the day is over. A request without an answer has no date that it could miss."""
        return self.state in ("promised", "in_hand") and self.due_on is not None and self.due_on < today

    @property
    def was_kept(self) -> bool | None:
        """Done by the date first agreed; None as long as it is not finished, or nothing was promised."""
        due = self.first_due_on or self.due_on
        if self.is_open or due is None:
            return None
        return self.state == "done" and self.done_on is not None and self.done_on <= due


@frozen
class Problem:
    """Something that stands in the way, named in a cycle by the person or added by the leader."""

    id: int
    note_item_id: int | None
    person_id: int
    month: Month
    found_by: FoundBy
    kind: str | None
    text: str
    evidence: str
    recorded_on: date
    settled_on: date | None


@frozen
class Action:
    """What is to change. ``baseline`` and ``target`` are in units of the currency, fractions or days."""

    id: int
    note_item_id: int | None
    problem_id: int | None
    person_id: int
    month: Month
    text: str
    state: ActionState
    metric: str | None
    baseline: float | None
    baseline_reason: str | None
    target: float | None
    due_on: date | None
    agreed_on: date | None
    verdict: Verdict | None
    verdict_on: date | None


@frozen
class CheckIn:
    """A look at a running action, planned or done, with a word on it."""

    id: int
    action_id: int
    planned_on: date | None
    happened_on: date | None
    word: str
    kind: Word | None
    value: float | None


LACKS: dict[str, str] = {
    "text": noop("写明做什么"),
    "metric": noop("指标"),
    "target": noop("目标值"),
    "due_on": noop("期限"),
}


def lacks_for_agreement(action: Action) -> tuple[str, ...]:
    """What is still missing before the action can be agreed, as keys of ``LACKS``: specific, measurable, dated.

    An action always has an owner: its person.
    """
    return tuple(key for key in LACKS if getattr(action, key) in (None, ""))


def leader_may_add(self_found: int, skipped_because: str | None) -> bool:
    """The leader's list opens when the person has named a problem, or that was skipped knowingly."""
    return self_found > 0 or bool(skipped_because)


def settles_problem(verdicts: list[Verdict | None]) -> bool:
    """Whether a problem is over: it has agreed actions, and every one of them was effective."""
    return bool(verdicts) and all(verdict == "effective" for verdict in verdicts)
