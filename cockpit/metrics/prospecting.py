"""Prospecting 自拓 by person: new accounts touched, deals of one's own, first visits, by the weeks of a cycle."""

import json
import sqlite3
from collections import Counter
from datetime import date
from typing import Literal

from attrs import frozen

from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Person, Roster, Scope
from cockpit.metrics.targets import read_targets
from cockpit.metrics.touches import any_activity, first_touches, touched_rows
from cockpit.model.activity_words import is_visit
from cockpit.model.weeks import week_of, weeks_of

Counted = Literal["touches", "deals", "visits"]
COUNTED: tuple[Counted, ...] = ("touches", "deals", "visits")


@frozen
class ProspectingRow:
    """One person: by week new accounts touched, and over the cycle all three; ``planned`` is the target of touches."""

    person: Person
    by_week: tuple[int | None, ...]
    touches: int
    deals: int
    visits: int
    planned: int | None


@frozen
class Prospecting:
    """Of the days of the cycle only, so that the weeks add up to the cycle's own figure of new-customer touches.

    ``weeks`` are Mondays; a week that has not begun counts None. ``planned`` is the scope's own target, else the sum.
    """

    period: Period
    scope: Scope
    weeks: tuple[date, ...]
    rows: tuple[ProspectingRow, ...]
    touches: int
    deals: int
    visits: int
    planned: int | None
    any_source: bool
    """Whether deals say where they came from at all: without that 0 of one's own would be false."""
    visit_kinds: tuple[str, ...]
    is_recorded: bool
    """Whether there is any activity at all; without one nobody has touched or visited anybody, as far as is known."""

    def rows_of(self, counted: Counted, person: int | None) -> RowsQuery:
        """What stands behind one number: accounts touched or visited first, or deals."""
        scope = self.scope if person is None else Scope.person(person)
        if counted == "touches":
            return touched_rows(self.period, scope)
        bounds: dict[str, object] = {
            "start": self.period.start.isoformat(), "end": self.period.seen_until.isoformat(),
        }  # fmt: skip
        people = [row.person.id for row in self.rows] if person is None else [person]
        listed = ", ".join(map(str, people)) or "NULL"
        if counted == "deals":
            return RowsQuery("deals", f"{_SELF_SOURCED.format(d='deals')} AND deals.owner_id IN ({listed})", bounds)
        where = f"accounts.id IN (SELECT f.account_id FROM ({_FIRST_VISITS}) f WHERE f.person_id IN ({listed}))"
        return RowsQuery("accounts", where, {**bounds, "kinds": json.dumps(self.visit_kinds)})


_SELF_SOURCED = "{d}.created_on >= :start AND {d}.created_on < :end AND {d}.source = 'self' AND {d}.deleted_at IS NULL"

_ACCOUNT = "coalesce(v.account_id, (SELECT x.account_id FROM deals x WHERE x.id = v.deal_id AND x.deleted_at IS NULL))"
_IS_VISIT = "{v}.kind IN (SELECT value FROM json_each(:kinds)) AND {v}.deleted_at IS NULL"
_FIRST_VISITS = f"""
SELECT t.account_id, t.person_id, t.happened_on FROM (
    SELECT {_ACCOUNT} AS account_id, v.person_id, v.happened_on, min(v.happened_on || printf('%012d', v.id)) AS first
    FROM activities v WHERE v.happened_on >= :start AND v.happened_on < :end AND {_IS_VISIT.format(v="v")}
    GROUP BY 1
) t JOIN accounts c ON c.id = t.account_id AND c.deleted_at IS NULL
WHERE NOT EXISTS (SELECT 1 FROM activities e WHERE e.account_id = t.account_id AND e.happened_on < :start
                  AND {_IS_VISIT.format(v="e")})
  AND NOT EXISTS (SELECT 1 FROM deals x CROSS JOIN activities e ON e.deal_id = x.id
                  WHERE x.account_id = t.account_id AND x.deleted_at IS NULL AND +e.account_id IS NULL
                  AND e.happened_on < :start AND {_IS_VISIT.format(v="e")})
"""


def read_prospecting(connection: sqlite3.Connection, period: Period, roster: Roster, scope: Scope) -> Prospecting:
    """Everybody of the scope, whoever touched most first. A first visit is the first of all visits to an account."""
    weeks = weeks_of(period.last)
    kinds = visit_kinds(connection)
    bounds = {"start": period.start.isoformat(), "end": period.seen_until.isoformat()}
    touched: Counter[tuple[int | None, date]] = Counter()
    counts: dict[Counted, Counter[int | None]] = {name: Counter() for name in COUNTED}
    whole: Counter[Counted] = Counter()

    def take(name: Counted, person: int | None, day: str) -> None:
        if roster.counts_in(scope, person, day):
            whole[name] += 1
        counts[name][person] += 1

    for _, person, day in first_touches(connection, period.start, period.seen_until):
        take("touches", person, day)
        touched[person, week_of(date.fromisoformat(day[:10]))] += 1
    for owner, day in connection.execute(
        f"SELECT d.owner_id, d.created_on FROM deals d WHERE {_SELF_SOURCED.format(d='d')}", bounds
    ):
        take("deals", owner, day)
    for _, person, day in connection.execute(_FIRST_VISITS, {**bounds, "kinds": json.dumps(kinds)}):
        take("visits", person, day)
    targets = read_targets(connection, period, roster, "new_touches")
    as_of = period.as_of.isoformat()
    rows = [
        ProspectingRow(
            person,
            tuple(touched[person.id, week] if week <= period.today else None for week in weeks),
            counts["touches"][person.id],
            counts["deals"][person.id],
            counts["visits"][person.id],
            targets.get(Scope.person(person.id)),
        )
        for person in roster.people_of(scope, period.start.isoformat(), as_of)
    ]
    found = connection.execute("SELECT 1 FROM deals WHERE source IS NOT NULL AND deleted_at IS NULL LIMIT 1").fetchone()
    return Prospecting(
        period, scope, weeks, tuple(sorted(rows, key=lambda row: (-row.touches, row.planned is None))),
        whole["touches"], whole["deals"], whole["visits"], targets.get(scope), found is not None, tuple(kinds),
        any_activity(connection),
    )  # fmt: skip


def visit_kinds(connection: sqlite3.Connection) -> list[str]:
    """The kinds of activities that are visits, however a file calls them. Of all days: earlier visits count as well."""
    kinds = connection.execute("SELECT DISTINCT kind FROM activities WHERE deleted_at IS NULL")
    return sorted(kind for (kind,) in kinds if is_visit(kind))
