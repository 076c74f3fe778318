"""Closing a cycle: every figure is frozen with it, and a closing that is taken back stays in the history."""

import sqlite3
from datetime import date

from attrs import frozen

from cockpit.errors import CockpitError
from cockpit.language import noop, speaking, tr
from cockpit.metrics import WHOLE_TEAM, Period, figures
from cockpit.metrics.backtest import back_test
from cockpit.metrics.facts import Facts
from cockpit.metrics.figures import figures_of
from cockpit.metrics.scopes import Person
from cockpit.model.cycles import Month
from cockpit.operations.operation import Changes, operation
from cockpit.operations.review_frozen import LANGUAGES, freeze_review
from cockpit.operations.reviews import gather_review
from cockpit.store import loop
from cockpit.store.file import Store


def comment_cycle(store: Store, month: Month, comment: str) -> Changes:
    """The manager's comment on a cycle."""
    with operation(store, noop("点评 {month}"), month=str(month)) as under_way:
        if comment.strip() != loop.read_cycle_comment(store.connection, month):
            loop.write_cycle(store.connection, month, comment.strip())
            under_way.changed("cycle")
    return under_way.changes


def close_cycle(store: Store, month: Month, today: date) -> Changes:
    """Freeze every figure of every scope, as ``cockpit metrics`` prints them, and the whole team's review with it.

    The review is kept in both languages: five years on it prints the same in either.

    Raises CockpitError for a cycle that still runs, or is closed already.
    """
    if today < month.end:
        raise CockpitError(tr("{month} 还没有过完。", month=month), tr("过了月底再关账。"))
    if loop.open_closing(store.connection, month) is not None:
        raise CockpitError(tr("{month} 已经关账。", month=month), tr("要改动,先写明原因重新打开。"))
    with operation(store, noop("关账 {month}"), month=str(month)) as under_way:
        loop.write_cycle(store.connection, month)
        computed = figures(store.connection, Period.of(month, today))
        loop.insert_closing(store.connection, month, under_way.at, [
            (
                scope.text, key, figure.json_value, figure.n,
                figure.reason.sentence if figure.value is None and figure.reason else None,
            )
            for scope, of_scope in computed.items() for key, figure in of_scope.items()
        ])  # fmt: skip
        trial = back_test(store.connection, month, today, WHOLE_TEAM)
        for code in LANGUAGES:
            with speaking(code):
                review = gather_review(store.connection, month, today=today, trial=trial)
                freeze_review(store.connection, month, code, review)
        under_way.changed("cycle")
    return under_way.changes


def reopen_cycle(store: Store, month: Month, reason: str) -> Changes:
    """Take the closing back; its frozen figures stay. Raises CockpitError without a reason, or for an open cycle."""
    closing = loop.open_closing(store.connection, month)
    if closing is None:
        raise CockpitError(tr("{month} 没有关账。", month=month))
    if not reason.strip():
        raise CockpitError(tr("重新打开要写明原因。"), tr("写一句再继续。"))
    with operation(store, noop("重新打开 {month}"), month=str(month)) as under_way:
        loop.reopen_closing(store.connection, closing, under_way.at, reason.strip())
        under_way.changed("cycle")
    return under_way.changes


@frozen
class StepCheck:
    """What is still open in one step of the loop when its cycle is closed.

    ``open`` things carry over by themselves; ``words`` say which, ``page`` is where they are dealt with.
    """

    step: int
    title: str
    open: int
    words: str
    page: str


def read_closing_checks(connection: sqlite3.Connection, month: Month, today: date) -> list[StepCheck]:
    """The five steps of the whole team, as they stand when the cycle is to be closed."""
    period = Period.of(month, today)
    facts = Facts(connection, period)
    people = facts.roster.people_of(WHOLE_TEAM, period.start.isoformat(), period.as_of.isoformat())
    return [
        _results(facts, people),
        _process(facts),
        _support(connection, month),
        _problems(connection, month, people),
        _improvement(connection, month),
    ]


def _results(facts: Facts, people: list[Person]) -> StepCheck:
    wanted = {scope.id for scope in facts.targets if scope.kind == "person"}
    without = [person.name for person in people if person.id not in wanted]
    words = tr("每个人都有目标")
    if without:
        words = tr("{n} 人没有目标,完成率算不出来:{names}", n=len(without), names=_listed(without))
    return StepCheck(1, tr("看结果"), len(without), words, "results")


def _listed(names: list[str]) -> str:
    return tr("、").join(names[:3]) + ("…" if len(names) > 3 else "")


def _process(facts: Facts) -> StepCheck:
    figure = figures_of(facts, [WHOLE_TEAM], {"pipeline_count"})[WHOLE_TEAM]["pipeline_count"]
    count = int(figure.value or 0)
    words = tr("该在本周期关单的都关了")
    if count:
        words = tr("{n} 个商机预计在本周期关单却还开着,带入下个周期", n=count)
    return StepCheck(2, tr("撸过程"), count, words, "process")


def _support(connection: sqlite3.Connection, month: Month) -> StepCheck:
    (count,) = connection.execute(
        "SELECT count(*) FROM supports WHERE deleted_at IS NULL AND state NOT IN ('done', 'declined') AND asked_on < ?",
        (month.end.isoformat(),),
    ).fetchone()
    words = tr("{n} 项需求或承诺没有了结,带入下个周期", n=count) if count else tr("需求和承诺都了结了")
    return StepCheck(3, tr("给支援"), count, words, "support")


def _problems(connection: sqlite3.Connection, month: Month, people: list[Person]) -> StepCheck:
    named = {problem.person_id for problem in loop.list_problems(connection, month)}
    named |= set(loop.list_skips(connection, month))
    without = [person.name for person in people if person.id not in named]
    words = tr("每个人都找过问题")
    if without:
        words = tr("{n} 人还没有记录问题:{names}", n=len(without), names=_listed(without))
    return StepCheck(4, tr("找问题"), len(without), words, "problems")


def _improvement(connection: sqlite3.Connection, month: Month) -> StepCheck:
    drafts = sum(action.state == "draft" for action in loop.list_actions(connection, [month]))
    agreed = sum(action.state == "agreed" for action in loop.list_actions(connection, [month]))
    waiting = sum(action.state == "agreed" for action in loop.list_actions(connection, [month.previous]))
    parts = []
    if waiting:
        parts.append(tr("上周期有 {n} 项改进没有判断", n=waiting))
    if drafts:
        parts.append(tr("{n} 项还是草稿", n=drafts))
    if agreed:
        parts.append(tr("{n} 项带入下个周期,由它的数字判断", n=agreed))
    return StepCheck(5, tr("帮改进"), waiting + drafts, tr("、").join(parts) or tr("没有改进动作"), "improvement")
