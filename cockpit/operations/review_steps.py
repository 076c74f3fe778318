"""What a review says of the loop and of its second step: who stands where, which actions go with closing."""

import sqlite3

from cockpit.excel.review_record import (
    ActivityLine,
    KeyActionLine,
    LoopCell,
    LoopLine,
    MajorLine,
    Mark,
    ProcessPart,
)
from cockpit.language import tr
from cockpit.metrics.activity_counts import activities_by_person
from cockpit.metrics.facts import Facts
from cockpit.metrics.key_actions import ENOUGH_ON_BOTH_SIDES, KeyAction, KeyActions, key_actions
from cockpit.metrics.loop_board import read_loop_board_of
from cockpit.metrics.major_deals import LogEntry, MajorDeal, major_deals
from cockpit.metrics.scopes import Scope
from cockpit.metrics.ways_of_managing import modes_of
from cockpit.model import formats

SIGNIFICANT = 0.05
"""What the p of a key action, adjusted for how many were looked at, has to be below."""
MOST_MAJORS = 40


def read_loop(facts: Facts, scope: Scope) -> list[LoopLine]:
    """Everybody of the scope, as on the loop board."""
    return [
        LoopLine(row.name, row.team or "", tuple(LoopCell(cell.state, cell.text) for cell in row.cells.values()))
        for row in read_loop_board_of(facts, scope)
    ]


def read_process(connection: sqlite3.Connection, facts: Facts, scope: Scope) -> ProcessPart:
    """Key actions where a team is managed by its process; what everybody did; how major deals go on."""
    period = facts.period
    modes = modes_of(facts.roster, scope, period)
    actions: tuple[KeyActionLine, ...] = ()
    words = tr("这个范围里没有按过程管理的团队:关键动作只对它们比较。")
    if "process" in modes:
        found = key_actions(connection, period, scope, "process" if len(modes) > 1 else None)
        actions, words = tuple(map(_action, found.actions)), _compared(found)
    people = sorted(
        activities_by_person(connection, period, facts.roster, scope), key=lambda found: (-found.count, -found.before)
    )
    done = any(person.count or person.before for person in people)
    activities = tuple(
        ActivityLine(person.person.name, dict(sorted(person.by_kind.items())), person.count, person.before)
        for person in people
    )
    majors = major_deals(connection, period, scope, MOST_MAJORS).deals
    return ProcessPart(words, actions, activities if done else (), tuple(map(_major, majors)))


def _action(action: KeyAction) -> KeyActionLine:
    mark, verdict = _verdict(action)
    low, high = action.interval
    return KeyActionLine(
        action=f"{action.kind} · {action.met}" if action.met else action.kind,
        n_with=action.n_with,
        rate_with=action.rate_with,
        n_without=action.n_without,
        rate_without=action.rate_without,
        difference=action.difference,
        low=low,
        high=high,
        p=action.adjusted_p,
        mark=mark,
        verdict=verdict,
    )


def _verdict(action: KeyAction) -> tuple[Mark, str]:
    """As far as the numbers carry it, and no further."""
    if not action.has_enough:
        return "quiet", tr("一侧不足 {n} 单", n=ENOUGH_ON_BOTH_SIDES)
    if not action.is_key:
        return "quiet", tr("没有明显差别")
    if action.adjusted_p > SIGNIFICANT:
        return "watch", tr("还不能排除碰巧")
    return ("ok", tr("和赢单一起出现")) if action.difference > 0 else ("act", tr("和丢单一起出现"))


def _compared(found: KeyActions) -> str:
    if not found.closed:
        return tr("近 {months} 个周期没有关闭的商机,还比较不了。", months=found.months)
    if not found.recorded:
        return tr("近 {months} 个周期关闭的 {n} 单都没有跟进记录,还比较不了。", months=found.months, n=found.closed)
    return tr(
        "近 {months} 个周期关闭的 {n} 单,有和没有某个动作的赢单率。这是一起出现,不等于原因;"
        "p 已按比较的动作数校正(Benjamini-Hochberg)。",
        months=found.months,
        n=found.closed,
    )


def _major(deal: MajorDeal) -> MajorLine:
    mark: Mark = "act" if deal.is_overdue else "ok" if deal.has_next_step else "watch"
    if deal.state != "open":
        mark = "quiet"
    return MajorLine(
        name=deal.name,
        account=deal.account or "",
        owner=deal.owner or "",
        stage=deal.stage or "",
        amount=None if deal.amount is None else deal.amount / 100,
        mark=mark,
        next_step=deal.next_step,
        next_on=deal.next_step_on,
        last="\n".join(map(_entry, deal.log)),
    )


def _entry(entry: LogEntry) -> str:
    how = f"{entry.kind} · {entry.met}" if entry.met else entry.kind
    return f"{formats.day_words(entry.day)} {how}".rstrip() + (f": {entry.note}" if entry.note else "")
