"""Key actions planned and done, by person and week."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from datetime import date

from attrs import frozen

from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Person, Roster, Scope
from cockpit.model.weeks import WEEK, weeks_of


@frozen(order=True)
class PlannedAction:
    """What is planned and counted: how (``kind``) and whom (``met``, "": anybody)."""

    kind: str
    met: str = ""

    @property
    def name(self) -> str:
        return f"{self.kind} · {self.met}" if self.met else self.kind


@frozen
class WeekCell:
    """``planned`` is None where nothing is planned; ``done`` is None for a week that has not begun."""

    planned: int | None
    done: int | None

    @property
    def is_met(self) -> bool:
        """Whether as much was done as was planned."""
        return self.planned is not None and self.done is not None and self.done >= self.planned


@frozen
class PlanRow:
    """One person; ``cells`` follow the weeks."""

    person: Person
    team: str
    cells: tuple[WeekCell, ...]

    @property
    def planned(self) -> int | None:
        """Over the weeks; None where nothing is planned in any."""
        return _sum([cell.planned for cell in self.cells])

    @property
    def done(self) -> int:
        return sum(cell.done or 0 for cell in self.cells)

    @property
    def due(self) -> int | None:
        """What is planned for weeks that have begun: what ``done`` can be held against."""
        return _sum([cell.planned for cell in self.cells if cell.done is not None])


@frozen
class PlanGrid:
    """One action over the weeks (their Mondays) that have a day in the cycle, whole weeks each: a week at its edge is
    in the grid of both cycles, and is the same in both.
    """

    action: PlannedAction
    weeks: tuple[date, ...]
    rows: tuple[PlanRow, ...]
    today: date

    def rows_of(self, person: int | None, place: int | None) -> RowsQuery:
        """The activities behind what a person (None: everybody of the grid) did in a week (None: in all of them)."""
        first = self.weeks[place or 0]
        end = (self.weeks[-1] if place is None else self.weeks[place]) + WEEK
        people = [row.person.id for row in self.rows] if person is None else [person]
        where = f"activities.person_id IN ({', '.join(map(str, people)) or 'NULL'}) AND {_DONE.format(a='activities')}"
        return RowsQuery("activities", where, _bounds(self.action, first, end, self.today))

    @property
    def planned(self) -> int | None:
        return _sum([row.planned for row in self.rows])

    @property
    def due(self) -> int | None:
        return _sum([row.due for row in self.rows])

    @property
    def done(self) -> int:
        return sum(row.done for row in self.rows)


_DONE = (
    "{a}.happened_on >= :start AND {a}.happened_on < :end AND {a}.happened_on <= :today AND {a}.kind = :kind"
    " AND (:met = '' OR coalesce({a}.met, '') = :met) AND {a}.deleted_at IS NULL"
)


def _bounds(action: PlannedAction, start: date, end: date, today: date) -> dict[str, object]:
    return {
        "start": start.isoformat(), "end": end.isoformat(), "today": today.isoformat(), "kind": action.kind,
        "met": action.met,
    }  # fmt: skip


def read_plan_grid(
    connection: sqlite3.Connection, period: Period, roster: Roster, scope: Scope, action: PlannedAction
) -> PlanGrid:
    """Everybody of the scope who was there in the weeks of the cycle, by team and name."""
    weeks = weeks_of(period.last)
    start, end, today = weeks[0], weeks[-1] + WEEK, period.today
    planned: dict[tuple[int, str], int] = {
        (person, week): value
        for person, week, value in connection.execute(
            "SELECT person_id, week_on, planned FROM key_action_plans WHERE week_on BETWEEN ? AND ? AND kind = ?"
            " AND met = ?",
            (weeks[0].isoformat(), weeks[-1].isoformat(), action.kind, action.met),
        )
    }
    done: Counter[tuple[int, date]] = Counter()
    for person, day, count in connection.execute(
        f"SELECT person_id, happened_on, count(*) FROM activities a WHERE {_DONE.format(a='a')}"
        " AND person_id IS NOT NULL GROUP BY person_id, happened_on",
        _bounds(action, start, end, today),
    ):
        done[person, weeks[(date.fromisoformat(day[:10]) - start).days // 7]] += count
    as_of = max(period.as_of, min(today, end)).isoformat()
    rows = [
        PlanRow(
            person,
            roster.teams[team].name if (team := roster.team_at(person.id, as_of)) in roster.teams else "",
            tuple(
                WeekCell(planned.get((person.id, week.isoformat())), done[person.id, week] if week <= today else None)
                for week in weeks
            ),
        )
        for person in roster.people_of(scope, start.isoformat(), as_of)
    ]
    return PlanGrid(action, weeks, tuple(sorted(rows, key=lambda row: (not row.team, row.team))), today)


def planned_actions(connection: sqlite3.Connection, period: Period) -> list[PlannedAction]:
    """What plans of the cycle's weeks and of the eight before are about, the most planned now first."""
    weeks = weeks_of(period.last)
    return [
        PlannedAction(kind, met)
        for kind, met in connection.execute(
            "SELECT kind, met FROM key_action_plans WHERE week_on BETWEEN ? AND ? GROUP BY kind, met"
            " ORDER BY sum(week_on >= ?) DESC, sum(planned) DESC, kind, met",
            ((weeks[0] - WEEK * 8).isoformat(), weeks[-1].isoformat(), weeks[0].isoformat()),
        )
    ]


def done_actions(connection: sqlite3.Connection, period: Period) -> list[PlannedAction]:
    """What was done in the cycle's weeks: each kind with whomever, and with each who was met; most often first."""
    weeks = weeks_of(period.last)
    pairs: Counter[PlannedAction] = Counter()
    for kind, met, count in connection.execute(
        "SELECT kind, coalesce(met, ''), count(*) FROM activities WHERE happened_on >= ? AND happened_on < ?"
        " AND deleted_at IS NULL GROUP BY 1, 2",
        (weeks[0].isoformat(), (weeks[-1] + WEEK).isoformat()),
    ):
        pairs[PlannedAction(kind)] += count
        if met:
            pairs[PlannedAction(kind, met)] += count
    return [action for action, _ in sorted(pairs.items(), key=lambda one: (-one[1], one[0]))]


def _sum(values: Sequence[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None
