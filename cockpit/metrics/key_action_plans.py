"""Key actions planned and done, by person and week."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from datetime import date

from attrs import frozen

from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Person, Roster, Scope
from cockpit.metrics.touches import any_activity
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
    """``planned`` is None where nothing is planned; ``done`` for a week that has not begun, and in a store without any
    activity: there 0 would say something false.
    """

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


@frozen
class Together:
    """Cells added up, and the rows behind what was done.

    What was done is held against a plan only where there is one: of cells with and without a plan those with one count,
    and ``beside`` is what was done in the others. ``planned`` is None where none has a plan, ``done`` where no week has
    begun. ``ahead`` is what is planned for weeks that have not begun.
    """

    planned: int | None
    done: int | None
    beside: int
    ahead: int
    rows: RowsQuery


@frozen
class PlanGrid:
    """One action over the weeks (their Mondays) that have a day in the cycle, whole weeks each: a week at its edge is
    in the grid of both cycles, and is the same in both.
    """

    action: PlannedAction
    weeks: tuple[date, ...]
    rows: tuple[PlanRow, ...]
    today: date
    is_recorded: bool = True
    """Whether there is any activity at all."""

    @property
    def is_over(self) -> bool:
        """Whether the last week is."""
        return self.weeks[-1] + WEEK <= self.today

    def together(self, person: int | None = None, place: int | None = None) -> Together:
        """Of a person (None: everybody of the grid) in a week (None: all that have begun)."""
        found = [
            (row.person.id, number, cell)
            for row in self.rows
            for number, cell in enumerate(row.cells)
            if person in (None, row.person.id) and place in (None, number)
        ]
        begun = [one for one in found if self.weeks[one[1]] <= self.today or place is not None]
        planned = [one for one in begun if one[2].planned is not None]
        counted = planned or begun
        done = [cell.done for _, _, cell in counted if cell.done is not None]
        everything = sum(cell.done or 0 for _, _, cell in begun)
        return Together(
            planned=sum(cell.planned or 0 for _, _, cell in planned) if planned else None,
            done=sum(done) if done else None,
            beside=everything - sum(done),
            ahead=sum(cell.planned or 0 for _, number, cell in found if self.weeks[number] > self.today),
            rows=self._rows_of([(who, number) for who, number, _ in counted]),
        )

    def _rows_of(self, cells: Sequence[tuple[int, int]]) -> RowsQuery:
        people: dict[int, list[int]] = {}
        for person, place in cells:
            people.setdefault(place, []).append(person)
        parameters = _bounds(self.action, self.weeks[0], self.weeks[-1] + WEEK, self.today)
        parts = []
        for place, of_week in people.items():
            parts.append(
                f"activities.happened_on >= :from{place} AND activities.happened_on < :until{place}"
                f" AND activities.person_id IN ({', '.join(map(str, of_week))})"
            )
            parameters |= {
                f"from{place}": self.weeks[place].isoformat(), f"until{place}": (self.weeks[place] + WEEK).isoformat(),
            }  # fmt: skip
        some = " OR ".join(parts) or "0"
        return RowsQuery("activities", f"{_DONE.format(a='activities')} AND ({some})", parameters)


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
    """Everybody of the scope who was there in the weeks of the cycle: teams managed by their process first, by name."""
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
    recorded = any_activity(connection)
    rows = []
    for person in roster.people_of(scope, start.isoformat(), as_of):
        cells = tuple(
            WeekCell(
                planned.get((person.id, week.isoformat())),
                done[person.id, week] if recorded and week <= today else None,
            )
            for week in weeks
        )
        team = roster.teams.get(roster.team_at(person.id, as_of) or 0)
        rows.append(
            (
                (team is None, team is not None and team.mode != "process", team.name if team else ""),
                PlanRow(person, team.name if team else "", cells),
            )
        )
    ordered = sorted(rows, key=lambda one: one[0])
    return PlanGrid(action, weeks, tuple(row for _, row in ordered), today, recorded)


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
