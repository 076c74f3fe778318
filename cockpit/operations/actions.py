"""Step 5, helping to improve: actions bound to a number, looked at on the way, judged by the next cycle."""

import sqlite3
from collections.abc import Sequence
from datetime import date

from attrs import asdict, evolve, frozen

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.metrics import METRICS, Figure, Metric, Period, Scope, figures
from cockpit.metrics.improvement import Reading, improvement_readings
from cockpit.metrics.scopes import Person, read_roster
from cockpit.model.cycles import Month
from cockpit.model.loop import LACKS, Action, CheckIn, Verdict, Word, lacks_for_agreement, settles_problem
from cockpit.model.quantities import show_quantity
from cockpit.operations.note_lines import bring_line_in_step, in_short
from cockpit.operations.operation import Changes, Operation, operation
from cockpit.operations.problems import take_up_again
from cockpit.store import loop
from cockpit.store.file import Store

# Figures that one person cannot change, or that tell of the calendar.
_NOT_FOR_ACTIONS = frozenset({"supervisor_share", "revenue_per_head", "forecast_accuracy", "loop_closed", "lost_count"})


@frozen
class ActionEdit:
    """What is changed on an action; None leaves a field as it is. ``target`` as in ``Action``."""

    text: str | None = None
    person_id: int | None = None
    metric: str | None = None
    target: float | None = None
    due_on: date | None = None


UNCHANGED = ActionEdit()


@frozen
class ActionLine:
    """One action with what is known of it: the reading by the cycle's figures, and its check-ins, oldest first."""

    action: Action
    reading: Reading
    check_ins: list[CheckIn]

    @property
    def next_check(self) -> date | None:
        """The next planned look; None when none is planned."""
        planned = [check.planned_on for check in self.check_ins if check.happened_on is None and check.planned_on]
        return min(planned, default=None)

    @property
    def last_word(self) -> CheckIn | None:
        """The newest look that happened."""
        happened = [check for check in self.check_ins if check.happened_on is not None]
        return happened[-1] if happened else None


@frozen
class ImprovementBoard:
    """What the page of step 5 shows: the actions of the cycle before, to be judged, and those of this cycle.

    ``not_judged`` names older cycles that still have actions without a verdict, with how many; ``not_agreed`` those
    that still have drafts. ``problems`` are the texts of the problems that actions are about, by id.
    """

    judged: list[ActionLine]
    current: list[ActionLine]
    names: dict[int, str]
    people: list[Person]
    not_judged: dict[str, int]
    not_agreed: dict[str, int]
    problems: dict[int, str]


def metrics_for_actions() -> list[Metric]:
    """The metrics to which an action may be bound."""
    return [
        metric for metric in METRICS.values() if metric.direction != "neither" and metric.key not in _NOT_FOR_ACTIONS
    ]


def read_improvement_board(connection: sqlite3.Connection, month: Month, scope: Scope, today: date) -> ImprovementBoard:
    """The actions of everybody in scope, read by the figures of ``month``."""
    roster, period = read_roster(connection), Period.of(month, today)
    as_of = period.as_of.isoformat()
    actions = {
        action.id: action for action in loop.list_actions(connection, (month.previous, month))
        if roster.counts_in(scope, action.person_id, as_of) and action.person_id in roster.people
        and (action.month == month or action.state != "draft")
    }  # fmt: skip
    check_ins = loop.list_check_ins(connection, actions)
    lines = [
        ActionLine(actions[reading.action_id], reading, check_ins.get(reading.action_id, []))
        for reading in improvement_readings(connection, period, actions)
    ]
    people = roster.people

    def by_name(line: ActionLine) -> tuple[str, int]:
        person = people[line.action.person_id]
        return person.pinyin or person.name, line.action.id

    lines.sort(key=by_name)

    def counted(months: dict[str, list[int]]) -> dict[str, int]:
        of_scope = {text: sum(roster.counts_in(scope, owner, as_of) for owner in months[text]) for text in months}
        return {text: n for text, n in of_scope.items() if n}

    return ImprovementBoard(
        judged=[line for line in lines if line.action.month == month.previous],
        current=[line for line in lines if line.action.month == month],
        names={person.id: person.name for person in people.values()},
        people=roster.people_of(scope, period.start.isoformat(), as_of),
        not_judged=counted(loop.months_not_judged(connection, month.previous)),
        not_agreed=counted(loop.months_with_drafts(connection, month)),
        problems=loop.problem_texts(connection, {found.problem_id for found in actions.values() if found.problem_id}),
    )


def draft_action(
    store: Store, person_id: int, month: Month, text: str, *, problem_id: int | None = None,
    edit: ActionEdit = UNCHANGED, agree_on: date | None = None,
) -> Changes:  # fmt: skip
    """Begin an action; what it needs to be agreed may come later, or at once with ``edit``.

    ``agree_on`` agrees on it on that day in the same step. Raises CockpitError when it says nothing, or is to be agreed
    while metric, target or date is missing.
    """
    text = _said(text)
    label = noop("新改进动作:{text}") if agree_on is None else noop("约定改进动作:{text}")
    with operation(store, label, text=in_short(text)) as under_way:
        fields = {"person_id": person_id, "month": month, "text": text, "problem_id": problem_id}
        number = loop.insert_action(store.connection, fields)
        drafted = _write_edit(under_way, _found(store.connection, number), edit)
        if agree_on is not None:
            _agree(under_way, drafted, agree_on)
        under_way.changed("action", number)
        if problem_id is not None:
            under_way.changed("problem", problem_id)
    return under_way.changes


def edit_action(store: Store, number: int, edit: ActionEdit) -> Changes:
    """Change a draft, or the words and the date of an agreed action.

    Raises CockpitError when metric, target or owner of an agreed one would change: the number it is judged by stands.
    """
    found = _found(store.connection, number)
    with operation(store, noop("修改改进动作:{text}"), text=in_short(edit.text or found.text)) as under_way:
        _write_edit(under_way, found, edit)
    return under_way.changes


def agree_action(store: Store, number: int, today: date, edit: ActionEdit = UNCHANGED) -> Changes:
    """Agree on a draft: the metric is read for the action's cycle, and the baseline (or why there is none) frozen.

    Raises CockpitError while text, metric, target or date is missing.
    """
    found = _found(store.connection, number)
    if found.state != "draft":
        raise CockpitError(tr("这个改进动作已经约定过。"))
    with operation(store, noop("约定改进动作:{text}"), text=in_short(edit.text or found.text)) as under_way:
        _agree(under_way, _write_edit(under_way, found, edit), today)
    return under_way.changes


def plan_check_in(store: Store, number: int, planned_on: date) -> Changes:
    """When the action is looked at next; an earlier plan is replaced."""
    found = _found(store.connection, number)
    with operation(store, noop("定下跟进日:{text}"), text=in_short(found.text)) as under_way:
        _plan_next(under_way, number, planned_on)
    return under_way.changes


def check_in(
    store: Store, number: int, today: date, word: str, kind: Word, *, value: float | None = None,
    next_on: date | None = None,
) -> Changes:  # fmt: skip
    """Look at a running action: a hint or a praise, what was measured, and when to look next.

    What was planned for the next look is thereby done. Raises CockpitError when nothing was said.
    """
    found = _found(store.connection, number)
    if found.state != "agreed":
        raise CockpitError(tr("只有约定了的改进动作才跟进。"), tr("先把它约定下来。"))
    if not word.strip():
        raise CockpitError(tr("跟进时要留一句话。"), tr("写一句提示或表扬。"))
    with operation(store, noop("跟进:{text}"), text=in_short(found.text)) as under_way:
        happened = {"happened_on": today, "word": word.strip(), "kind": kind, "value": value}
        planned = _planned(store.connection, number)
        if planned:
            loop.update_check_in(store.connection, planned[0].id, happened)
            under_way.changed("check_in", planned[0].id)
        else:
            added = loop.insert_check_in(store.connection, {"action_id": number, **happened})
            under_way.changed("check_in", added)
        if next_on is not None:
            _plan_next(under_way, number, next_on)
    return under_way.changes


def confirm_verdict(store: Store, number: int, verdict: Verdict, month: Month, today: date) -> Changes:
    """The manager confirms what ``month``'s numbers say of an action agreed before, and closes it.

    What was not effective comes back as a problem of ``month``; a problem all of whose actions were effective is
    settled. Raises CockpitError for an action that was never agreed, in its own cycle, or before ``month`` has begun.
    """
    found = _found(store.connection, number)
    if found.state == "draft":
        raise CockpitError(tr("没有约定过的改进动作不能验证。"), tr("先把它约定下来。"))
    if not found.month < month or today < month.start:
        raise CockpitError(tr("要用下个周期的数字来验证。"), tr("到下个周期再看。"))
    with operation(store, noop("验证改进动作:{text}"), text=in_short(found.text)) as under_way:
        connection = store.connection
        loop.update_action(connection, number, {"state": "closed", "verdict": verdict, "verdict_on": today})
        loop.delete_planned_check_ins(connection, number)
        under_way.changed("action", number)
        under_way.changed("check_in")
        if verdict == "not_effective":
            take_up_again(under_way, found, month, today, _what_came_of_it(connection, found, month, today))
        elif found.problem_id is not None:
            of_problem = loop.actions_of_problems(connection, [found.problem_id])
            if settles_problem([action.verdict for action in of_problem if action.state != "draft"]):
                loop.update_problem(connection, found.problem_id, {"settled_on": today})
                under_way.changed("problem", found.problem_id)
    return under_way.changes


def remove_action(store: Store, number: int) -> Changes:
    """Take a draft off the page. Raises CockpitError for what was agreed: that is judged, not dropped."""
    found = _found(store.connection, number)
    if found.state != "draft":
        raise CockpitError(tr("约定了的改进动作不能删除。"), tr("到下个周期验证它。"))
    with operation(store, noop("删除改进动作:{text}"), text=in_short(found.text)) as under_way:
        loop.update_action(store.connection, number, {"deleted_at": under_way.at})
        bring_line_in_step(under_way, found.note_item_id, removed=True)
        under_way.changed("action", number)
    return under_way.changes


def _agree(under_way: Operation, agreed: Action, today: date) -> None:
    """Freeze the baseline of a complete draft, or why there is none."""
    connection = under_way.store.connection
    if lacks := lacks_for_agreement(agreed):
        raise CockpitError(
            tr("还不能约定:缺{lacks}。", lacks=tr("、").join(tr(LACKS[lack]) for lack in lacks)), tr("补上再约定。")
        )
    assert agreed.metric is not None
    baseline = _figure(connection, agreed.person_id, agreed.month, agreed.metric, today)
    loop.update_action(connection, agreed.id, {
        "state": "agreed", "agreed_on": today, "baseline": baseline.json_value,
        "baseline_reason": baseline.reason.source.format(**baseline.reason.values)
        if baseline.value is None and baseline.reason else None,
    })  # fmt: skip
    under_way.changed("action", agreed.id)


def _write_edit(under_way: Operation, found: Action, edit: ActionEdit) -> Action:
    """Write what is changed, and give the action as it is then."""
    fields = {
        column: value for column, value in asdict(edit).items() if value is not None and value != getattr(found, column)
    }
    if "text" in fields:
        fields["text"] = _said(fields["text"])
    if found.state != "draft" and fields.keys() & {"metric", "target", "person_id"}:
        raise CockpitError(tr("已经约定:指标、目标值和责任人不再改动。"), tr("要换做法,另起一个改进动作。"))
    if fields:
        loop.update_action(under_way.store.connection, found.id, fields)
        bring_line_in_step(under_way, found.note_item_id, text=fields.get("text"), due_on=fields.get("due_on"))
        under_way.changed("action", found.id)
    return evolve(found, **fields)


def _figure(connection: sqlite3.Connection, person_id: int, month: Month, metric: str, today: date) -> Figure:
    scope = Scope.person(person_id)
    return figures(connection, Period.of(month, today), [scope], {metric})[scope][metric]


def _what_came_of_it(connection: sqlite3.Connection, found: Action, month: Month, today: date) -> str:
    """Both readings in a line: the evidence of the problem that comes back."""
    [reading] = improvement_readings(connection, Period.of(month, today), [found.id])
    metric = METRICS.get(found.metric or "")
    if metric is None or reading.now is None:
        return tr("上周期的改进动作未见效:{text}", text=found.text)
    return tr(
        "上周期的改进动作未见效:{text}({metric} {baseline} → {target},现在 {now})",
        text=found.text, metric=metric.name, baseline=show_quantity(found.baseline, metric.unit),
        target=show_quantity(found.target, metric.unit), now=show_quantity(reading.now.json_value, metric.unit),
    )  # fmt: skip


def _planned(connection: sqlite3.Connection, number: int) -> Sequence[CheckIn]:
    return [check for check in loop.list_check_ins(connection, [number]).get(number, []) if check.happened_on is None]


def _plan_next(under_way: Operation, number: int, planned_on: date) -> None:
    connection = under_way.store.connection
    loop.delete_planned_check_ins(connection, number)
    added = loop.insert_check_in(connection, {"action_id": number, "planned_on": planned_on})
    under_way.changed("check_in", added)


def _said(text: str) -> str:
    if not text.strip():
        raise CockpitError(tr("还没写做什么。"), tr("写一句再保存。"))
    return text.strip()


def _found(connection: sqlite3.Connection, number: int) -> Action:
    found = loop.read_action(connection, number)
    if found is None:
        raise CockpitError(tr("这个改进动作已经不在了。"), tr("看看是不是刚被删除;可以撤销。"))
    return found
