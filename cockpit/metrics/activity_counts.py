"""How much was done with customers, and of which kind: activities of a period, counted by person."""

import sqlite3
from collections import Counter
from datetime import date

from attrs import frozen

from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Person, Roster, Scope
from cockpit.metrics.ways_of_managing import Mode, is_managed_by
from cockpit.model.workdays import ONE_DAY


@frozen
class PersonActivities:
    """One person's activities in the period by kind, and in the cycle before, up to its same day while this one still
    runs.
    """

    person: Person
    by_kind: Counter[str]
    before_by_kind: Counter[str]

    @property
    def count(self) -> int:
        return self.by_kind.total()

    @property
    def before(self) -> int:
        return self.before_by_kind.total()


def activities_by_person(
    connection: sqlite3.Connection, period: Period, roster: Roster, scope: Scope, mode: Mode | None = None
) -> list[PersonActivities]:
    """Everybody of the scope at ``as_of``, whoever did least first: who did nothing is in it as well.

    ``mode``: only people of teams managed so.
    """
    as_of = period.as_of.isoformat()
    now = _counts(connection, period.start, period.seen_until)
    before = period.previous
    whole = period.as_of >= period.last.last_day
    until = before.end if whole else min(before.end, before.start + (period.as_of - period.start) + ONE_DAY)
    last = _counts(connection, before.start, until)
    people = [
        PersonActivities(person, now.get(person.id, Counter()), last.get(person.id, Counter()))
        for person in roster.people_of(scope, as_of, as_of)
        if is_managed_by(roster, mode, person.id, as_of)
    ]
    return sorted(people, key=lambda found: found.count)


def worked_on_rows(period: Period, person_id: int, kind: str | None = None) -> RowsQuery:
    """The deals that somebody's activities of the period, of one kind or all, were about."""
    where = (
        "deals.id IN (SELECT a.deal_id FROM activities a WHERE a.person_id = :person AND a.happened_on >= :start"
        " AND a.happened_on < :until AND a.deleted_at IS NULL AND (:kind IS NULL OR a.kind = :kind))"
        " AND deals.deleted_at IS NULL"
    )
    bounds = {"start": period.start.isoformat(), "until": period.seen_until.isoformat()}
    return RowsQuery("deals", where, {**bounds, "person": person_id, "kind": kind})


def _counts(connection: sqlite3.Connection, start: date, end: date) -> dict[int, Counter[str]]:
    counts: dict[int, Counter[str]] = {}
    for person, kind, count in connection.execute(
        "SELECT person_id, kind, count(*) FROM activities WHERE happened_on >= ? AND happened_on < ?"
        " AND deleted_at IS NULL AND person_id IS NOT NULL GROUP BY person_id, kind",
        (start.isoformat(), end.isoformat()),
    ):
        counts.setdefault(person, Counter())[kind] += count
    return counts
