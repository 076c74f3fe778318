"""Targets of a period for every scope."""

import sqlite3
from typing import Literal

from cockpit.metrics.period import Period
from cockpit.metrics.scopes import WHOLE_TEAM, Roster, Scope

Measure = Literal["won_revenue", "collected", "new_customers", "new_touches"]
Level = Literal["target", "sprint", "challenge"]
MEASURES: tuple[Measure, ...] = ("won_revenue", "collected", "new_customers", "new_touches")
LEVELS: tuple[Level, ...] = ("target", "sprint", "challenge")
"""From what has to be to what would be splendid."""
MONEY_MEASURES = frozenset({"won_revenue", "collected"})
"""In minor units; the others are counts."""
Own = dict[tuple[int | None, int | None], int]
"""Person and team -> value; neither: everybody's."""


def read_targets(
    connection: sqlite3.Connection,
    period: Period,
    roster: Roster,
    measure: Measure = "won_revenue",
    level: Level = "target",
) -> dict[Scope, int]:
    """Scope -> sum over the period's cycles; a scope without any target is absent.

    Per cycle a scope's own target wins; else its people's are added up (a person counts for the team that they were
    last in during the cycle); the whole team falls back on its teams' own where no person has one. Above the target,
    who has no value of that level counts with the one below, so that a sum is never that of a few; a scope is absent
    where neither itself nor anybody in it has the level. Money is in minor units.
    """
    months = [str(month) for month in period.months]
    levels = LEVELS[: LEVELS.index(level) + 1]
    marks = ", ".join("?" for _ in levels)
    own: dict[str, dict[str, Own]] = {}
    for month, person, team, of_level, value in connection.execute(
        "SELECT month, person_id, team_id, level, value FROM targets"
        f" WHERE month >= ? AND month <= ? AND measure = ? AND level IN ({marks})",
        (months[0], months[-1], measure, *levels),
    ):
        own.setdefault(month, {}).setdefault(of_level, {})[person, team] = value
    totals: dict[Scope, int] = {}
    with_level: set[Scope] = set()
    for month_of_period in period.months:
        of_month = own.get(str(month_of_period), {})
        first = month_of_period.start.isoformat()
        last = min(month_of_period.last_day, max(period.as_of, month_of_period.start)).isoformat()
        merged: Own = {}
        for of_level in levels:
            merged |= of_month.get(of_level, {})
        here = of_month.get(level, {})
        with_level |= set(_of_month(here, roster, first, last))
        if level != "target":
            # A whole that has a target of its own, but nothing of this level, counts by its people.
            for key in [key for key in merged if key[0] is None and key not in here]:
                if _scope(key) in with_level:
                    del merged[key]
            if here and all(person is None for person, _ in here):
                # Only teams have the level: the others count as teams too, whatever their people have.
                teams = {
                    (None, scope.id): value
                    for scope, value in _of_month(merged, roster, first, last).items()
                    if scope.kind == "team"
                }
                merged = teams | here
        for scope, value in _of_month(merged, roster, first, last).items():
            totals[scope] = totals.get(scope, 0) + value
    return {scope: value for scope, value in totals.items() if scope in with_level}


def _scope(key: tuple[int | None, int | None]) -> Scope:
    person, team = key
    return Scope.person(person) if person is not None else WHOLE_TEAM if team is None else Scope.of_team(team)


def _of_month(own: Own, roster: Roster, first: str, last: str) -> dict[Scope, int]:
    people: dict[int, int] = {}
    teams: dict[int, int] = {}
    by_people: dict[int, int] = {}
    for (person, team), value in own.items():
        if person in roster.people and person is not None:
            people[person] = value
            if (in_team := roster.last_team_in(person, first, last)) is not None:
                by_people[in_team] = by_people.get(in_team, 0) + value
        elif team in roster.teams and team is not None:
            teams[team] = value
    totals = {Scope("person", person): value for person, value in people.items()}
    totals |= {Scope("team", team): value for team, value in {**by_people, **teams}.items()}
    whole = own.get((None, None))
    if whole is None and (people or teams):
        whole = sum(people.values()) if people else sum(teams.values())
    if whole is not None:
        totals[WHOLE_TEAM] = whole
    return totals


def read_presence(workdays: list[str], roster: Roster) -> dict[Scope, float]:
    """Scope -> sum over its people of the share of ``workdays`` (ISO) that they were in the team; absent for nobody.

    Sellers who were never put into a team count for the whole team while they are employed; ``left_on`` is the last
    day of employment.
    """
    days: dict[Scope, int] = {}
    for person in roster.people.values():
        memberships = roster.memberships.get(person.id, ())
        if not memberships and person.role != "seller":
            continue
        hired, left = person.hired_on or "", person.left_on or "9999"
        present: dict[int | None, int] = {}
        for day in workdays:
            if not hired <= day <= left:
                continue
            team = roster.team_at(person.id, day)
            if team is not None or not memberships:
                present[team] = present.get(team, 0) + 1
        for team, count in present.items():
            for scope in (WHOLE_TEAM, Scope("person", person.id), *([Scope("team", team)] if team is not None else ())):
                days[scope] = days.get(scope, 0) + count
    return {scope: count / len(workdays) for scope, count in days.items()}
