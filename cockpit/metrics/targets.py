"""Targets of a period for every scope."""

import sqlite3
from typing import Literal

from cockpit.metrics.period import Period
from cockpit.metrics.scopes import WHOLE_TEAM, Roster, Scope

Measure = Literal["won_revenue", "new_touches"]


def read_targets(
    connection: sqlite3.Connection, period: Period, roster: Roster, measure: Measure = "won_revenue"
) -> dict[Scope, int]:
    """Scope -> sum over the period's cycles; a scope without any target is absent.

    Per cycle a scope's own target wins; else its people's are added up (a person counts for the team that they were
    last in during the cycle); the whole team falls back on its teams' own where no person has one. Money is in minor
    units.
    """
    months = [str(month) for month in period.months]
    own: dict[str, dict[tuple[int | None, int | None], int]] = {}
    for month, person, team, value in connection.execute(
        "SELECT month, person_id, team_id, value FROM targets"
        " WHERE month >= ? AND month <= ? AND measure = ? AND level = 'target'",
        (months[0], months[-1], measure),
    ):
        own.setdefault(month, {})[person, team] = value
    totals: dict[Scope, int] = {}
    for month_of_period in period.months:
        of_month = own.get(str(month_of_period), {})
        first = month_of_period.start.isoformat()
        last = min(month_of_period.last_day, max(period.as_of, month_of_period.start)).isoformat()
        for scope, value in _of_month(of_month, roster, first, last).items():
            totals[scope] = totals.get(scope, 0) + value
    return totals


def _of_month(own: dict[tuple[int | None, int | None], int], roster: Roster, first: str, last: str) -> dict[Scope, int]:
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
