"""Promises kept, requests answered, and how people feel."""

import sqlite3
from datetime import datetime, time

from attrs import define, field, frozen

from cockpit.metrics.by_scope import ByScope
from cockpit.metrics.deal_rules import in_scope
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Roster, Scope
from cockpit.model.clock import utc_stamp
from cockpit.model.workdays import ONE_DAY

_FIRST_DUE = "coalesce(supports.first_due_on, supports.due_on)"

IS_PROMISE = "supports.state <> 'asked' AND (supports.state <> 'declined' OR supports.promised_on IS NOT NULL)"
"""Something was promised, even when it was declined later; a bare request is none."""

_PROMISES_DUE = (
    f"supports.deleted_at IS NULL AND {IS_PROMISE} AND {_FIRST_DUE} >= :start AND {_FIRST_DUE} < :end"
    f" AND ({_FIRST_DUE} < :overdue OR supports.done_on <= :as_of)"
)
"""Due in the period and decided: done, or the day is over. A promise due tomorrow is not broken yet."""

_KEPT = f"(supports.state = 'done' AND supports.done_on <= :as_of AND supports.done_on <= {_FIRST_DUE})"

_ANSWERED = (
    "supports.deleted_at IS NULL AND supports.answered_on >= :start AND supports.answered_on < :seen"
    " AND NOT EXISTS (SELECT 1 FROM note_items i WHERE i.id = supports.note_item_id AND i.kind <> 'request')"
)


@define
class SupportTotals:
    due: int = 0
    kept: int = 0
    answer_days: list[int] = field(factory=list)


def _parameters(period: Period) -> dict[str, object]:
    decided = period.as_of + ONE_DAY if period.is_past_view else period.as_of
    return {
        "start": period.start.isoformat(),
        "end": period.end.isoformat(),
        "as_of": period.as_of.isoformat(),
        "overdue": decided.isoformat(),
        "seen": period.seen_until.isoformat(),
    }


def read_supports(connection: sqlite3.Connection, period: Period, roster: Roster) -> ByScope[SupportTotals]:
    """Promises by the team on their first due day, answers by the team on the day of the answer."""
    totals = ByScope(SupportTotals, roster)
    parameters = _parameters(period)
    for person, due, kept in connection.execute(
        f"SELECT person_id, {_FIRST_DUE}, {_KEPT} FROM supports WHERE {_PROMISES_DUE}", parameters
    ):
        for total in totals.of(person, due):
            total.due += 1
            total.kept += bool(kept)
    for person, day, days in connection.execute(
        "SELECT person_id, answered_on, CAST(julianday(answered_on) - julianday(asked_on) AS INTEGER)"
        f" FROM supports WHERE {_ANSWERED}",
        parameters,
    ):
        for total in totals.of(person, day):
            total.answer_days.append(days)
    return totals


def promise_rows(period: Period, scope: Scope) -> RowsQuery:
    """The promises due in the period."""
    place, scoped = in_scope(scope, "supports.person_id", _FIRST_DUE)
    return RowsQuery("supports", f"{_PROMISES_DUE} AND {place}", {**_parameters(period), **scoped})


def answer_rows(period: Period, scope: Scope) -> RowsQuery:
    """The requests answered in the period."""
    place, scoped = in_scope(scope, "supports.person_id", "supports.answered_on")
    return RowsQuery("supports", f"{_ANSWERED} AND {place}", {**_parameters(period), **scoped})


@frozen
class Morale:
    """Moods (1 to 5) of a person's last one-on-ones: the last, the mean of the last three, and points per meeting."""

    last: int
    mean_of_last_three: float
    slope: float | None
    """Least squares over the last three; None for a single mood."""
    meeting_id: int


def read_morale(connection: sqlite3.Connection, period: Period) -> dict[int, Morale]:
    """By person, from one-on-ones that began by the end of ``as_of``."""
    until = utc_stamp(datetime.combine(period.as_of + ONE_DAY, time()).astimezone())
    moods: dict[int, list[tuple[int, int]]] = {}
    for person, meeting, mood in connection.execute(
        """
        SELECT person_id, id, mood FROM (
            SELECT person_id, id, mood, started_at,
                   row_number() OVER (PARTITION BY person_id ORDER BY started_at DESC, id DESC) AS place
            FROM meetings
            WHERE kind = 'one_on_one' AND mood IS NOT NULL AND person_id IS NOT NULL AND deleted_at IS NULL
              AND started_at < ?
        ) WHERE place <= 3 ORDER BY person_id, place DESC
        """,
        (until,),
    ):
        moods.setdefault(person, []).append((meeting, mood))
    return {person: _morale(found) for person, found in moods.items()}


def _morale(found: list[tuple[int, int]]) -> Morale:
    moods = [mood for _, mood in found]
    slope = {1: None, 2: float(moods[-1] - moods[0]), 3: (moods[-1] - moods[0]) / 2}[len(moods)]
    return Morale(moods[-1], sum(moods) / len(moods), slope, found[-1][0])
