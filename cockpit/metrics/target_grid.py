"""Targets of a year as a grid: the whole team, each team, each person, by month, with what counts where none is set."""

import sqlite3
from datetime import date

from attrs import frozen

from cockpit.metrics.period import Period
from cockpit.metrics.scopes import WHOLE_TEAM, Roster, Scope, read_roster
from cockpit.metrics.targets import LEVELS, Level, Measure, read_targets
from cockpit.model.cycles import Month

Values = tuple[int | None, ...]
"""One for each month of the year; money in minor units, counts as they are."""


@frozen
class TargetRow:
    """One scope. ``own`` is what was set, ``counting`` what figures use: its own target, else the sum of its people's.

    ``total`` adds up what counts; None where no month has a target. ``team`` is a person's team. ``of_people`` adds up
    what its people have; for a person what they have.
    """

    scope: Scope
    team: str | None
    own: Values
    counting: Values
    of_people: Values

    @property
    def total(self) -> int | None:
        return _sum(self.counting)

    def quarter(self, number: int) -> int | None:
        """What counts in a quarter, 1 to 4, added up."""
        return _sum(self.counting[number * 3 - 3 : number * 3])

    def own_of(self, first: int, last: int) -> int | None:
        """What was set for the months from ``first`` to ``last`` (1 to 12), added up."""
        return _sum(self.own[first - 1 : last])


@frozen
class TargetGrid:
    """Rows in the order shown: everybody, then each team with its people, then people without a team.

    ``people`` adds up the people's own targets by month.
    """

    year: int
    measure: Measure
    rows: list[TargetRow]
    people: Values
    level: Level = "target"
    not_ascending: tuple[tuple[str, Month, Level], ...] = ()
    """Whose own value of a level lies below the level beneath it, in which month."""

    @property
    def total(self) -> int | None:
        """Of all people over the year."""
        return _sum(self.people)

    def quarter(self, number: int) -> int | None:
        """Of all people over a quarter, 1 to 4."""
        return _sum(self.people[number * 3 - 3 : number * 3])


def read_target_grid(
    connection: sqlite3.Connection,
    year: int,
    measure: Measure,
    scope: Scope,
    today: date,
    level: Level = "target",
) -> TargetGrid:
    """The year of a scope. People are listed who are in a team or sell, and were there for a day of the year."""
    roster = read_roster(connection)
    months = [Month(year, number) for number in range(1, 13)]
    own: dict[Scope, dict[str, int]] = {}
    for month, person, team, value in connection.execute(
        "SELECT month, person_id, team_id, value FROM targets"
        " WHERE month >= ? AND month <= ? AND measure = ? AND level = ?",
        (str(months[0]), str(months[-1]), measure, level),
    ):
        whose = Scope.person(person) if person is not None else WHOLE_TEAM if team is None else Scope.of_team(team)
        own.setdefault(whose, {})[month] = value
    counting = [read_targets(connection, Period.of(month, today), roster, measure, level) for month in months]

    of_people = _of_people(own, roster, months, today)

    def row(of: Scope, team: str | None = None) -> TargetRow:
        set_ = own.get(of, {})
        return TargetRow(
            scope=of,
            team=team,
            own=tuple(set_.get(str(month)) for month in months),
            counting=tuple(found.get(of) for found in counting),
            of_people=tuple(of_people.get((of, month)) for month in months),
        )

    rows: list[TargetRow] = []
    if scope.kind == "all":
        rows.append(row(WHOLE_TEAM))
    people = _people_by_team(roster, months, today, set(own))
    for team in sorted(roster.teams.values(), key=lambda found: (found.name, found.id)):
        if scope.kind == "all" or scope == Scope.of_team(team.id):
            rows.append(row(roster.team_scope(team.id)))
        rows += [row(person, team.name) for person in people.pop(team.id, []) if _is_in(scope, person, team.id)]
    for without_team in people.values():
        rows += [row(person) for person in without_team if _is_in(scope, person, None)]
    listed = [found.own for found in rows if found.scope.kind == "person"]
    sums = tuple(_sum(tuple(values[place] for values in listed)) for place in range(len(months)))
    named = {found.scope: found.scope.label for found in rows}
    return TargetGrid(year, measure, rows, sums, level, _not_ascending(connection, months, measure, named))


def _not_ascending(
    connection: sqlite3.Connection, months: list[Month], measure: Measure, named: dict[Scope, str]
) -> tuple[tuple[str, Month, Level], ...]:
    """A sprint below the target, a challenge below the sprint (or below the target where there is no sprint)."""
    by_cell: dict[tuple[Scope, str], dict[Level, int]] = {}
    for month, person, team, level, value in connection.execute(
        "SELECT month, person_id, team_id, level, value FROM targets WHERE month >= ? AND month <= ? AND measure = ?",
        (str(months[0]), str(months[-1]), measure),
    ):
        whose = Scope.person(person) if person is not None else WHOLE_TEAM if team is None else Scope.of_team(team)
        if whose in named:
            by_cell.setdefault((whose, month), {})[level] = value
    found = []
    for (whose, month), values in by_cell.items():
        below = None
        for level in LEVELS:
            if level in values:
                if below is not None and values[level] < below:
                    found.append((named[whose], Month.parse(month), level))
                below = values[level]
    return tuple(sorted(found, key=lambda one: (one[1], one[0])))


def _of_people(
    own: dict[Scope, dict[str, int]], roster: Roster, months: list[Month], today: date
) -> dict[tuple[Scope, Month], int]:
    """What people have, added up for everybody and for the team that each was last in during the month."""
    sums: dict[tuple[Scope, Month], int] = {}
    for month in months:
        first, last = month.start.isoformat(), min(month.last_day, max(today, month.start)).isoformat()
        for scope, values in own.items():
            value = values.get(str(month))
            if scope.kind != "person" or scope.id not in roster.people or scope.id is None or value is None:
                continue
            team = roster.last_team_in(scope.id, first, last)
            for whole in (scope, WHOLE_TEAM, *([] if team is None else [Scope.of_team(team)])):
                sums[whole, month] = sums.get((whole, month), 0) + value
    return sums


def _is_in(scope: Scope, person: Scope, team: int | None) -> bool:
    return scope.kind == "all" or scope == person or (scope.kind == "team" and scope.id == team)


def _people_by_team(
    roster: Roster, months: list[Month], today: date, with_target: set[Scope]
) -> dict[int | None, list[Scope]]:
    """The people of the year by the team that they were last in during it, as far as it has come."""
    first, end = months[0].start.isoformat(), months[-1].last_day.isoformat()
    last = max(first, min(end, today.isoformat()))
    scopes = {scope.id: scope for scope in roster.people_scopes()}
    found: dict[int | None, list[Scope]] = {}
    for person in sorted(roster.people.values(), key=lambda one: (one.pinyin or one.name, one.id)):
        scope = scopes[person.id]
        there = not (person.left_on and person.left_on < first) and not (person.hired_on and person.hired_on > end)
        sells = person.role == "seller" or person.id in roster.memberships
        if scope in with_target or (there and sells):
            found.setdefault(roster.last_team_in(person.id, first, last), []).append(scope)
    return found


def _sum(values: Values) -> int | None:
    """What is set, added up; None where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None
