"""A day of the team: visits, everything done with customers, accounts touched, follow-ups due, for each person."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from attrs import define, field, frozen

from cockpit.language import noop, tr
from cockpit.metrics.activity_list import ActivityEntry, list_activities, read_activities
from cockpit.metrics.deal_rules import in_scope
from cockpit.metrics.figure import Figure, RowsQuery
from cockpit.metrics.follow_ups import FollowUp, State, bounds, follow_ups_sql
from cockpit.metrics.reasons import NO_ACTIVITIES
from cockpit.metrics.scopes import Person, Roster, Scope
from cockpit.metrics.touches import ACCOUNT_OF_ACTIVITY, any_activity, first_touched_rows, first_touches
from cockpit.model.activity_words import is_visit
from cockpit.model.workdays import ONE_DAY

DAILY: dict[str, tuple[str, str]] = {
    "visits": (noop("拜访"), noop("这一天上门拜访的次数。")),
    "touches": (noop("跟进次数"), noop("这一天做的全部跟进,拜访、电话、微信都算。")),
    "accounts": (noop("跟进客户"), noop("这一天跟进过的客户数,一家只算一次;没写客户的跟进按它的商机算。")),
    "new_accounts": (noop("新客户"), noop("有记录以来第一次跟进就在这一天的客户,算给当天第一个跟进的人。")),
    "due": (noop("当天该跟"), noop("约定这一天跟进、还没跟的。之后又跟进了同一客户或商机,或者打了勾,就算跟了。")),
    "overdue": (noop("过期没跟"), noop("约定的日子已过、到这一天还没跟的,最多回看 90 天。")),
    "done": (noop("跟完"), noop("这一天跟完的:又跟进了同一客户或商机,或者打了勾。")),
}  # fmt: skip
"""Name and definition of each figure."""
FOLLOW_UP_KEYS: tuple[State, ...] = ("due", "overdue", "done")
LISTED = 300
"""So many activities and follow-ups of a day are listed; the figures count all of them."""


@define
class _Counts:
    visits: int = 0
    touches: int = 0
    accounts: set[int] = field(factory=set)
    new_accounts: int = 0
    due: int = 0
    overdue: int = 0
    done: int = 0

    def value(self, key: str) -> int:
        found = getattr(self, key)
        return len(found) if isinstance(found, set) else int(found)


@frozen
class PersonDay:
    """One person's day. ``person`` is None for what nobody known did."""

    person: Person | None
    figures: dict[str, Figure]

    @property
    def name(self) -> str:
        return self.person.name if self.person else tr("没写是谁")


@frozen
class Day:
    """A day of a scope: everybody in it, the figures of all, and what was done, the newest first."""

    day: date
    people: list[PersonDay]
    figures: dict[str, Figure]
    activities: list[ActivityEntry]


@frozen
class DueEntry:
    """A follow-up to be listed: the activity that asked for it, and when it was done; None while it is open."""

    activity: ActivityEntry
    due_on: date
    done_on: date | None


def read_day(
    connection: sqlite3.Connection,
    day: date,
    today: date,
    roster: Roster,
    scope: Scope,
    asked: Sequence[FollowUp] | None,
) -> Day:
    """Everybody of the scope on ``day``, by name; somebody who has left, or is not known, only where there is something
    to count. Everything belongs to whom it belonged on that day. Without any activity ever the figures have no value.

    ``asked`` is what ``follow_ups`` found; with None the figures of ``FOLLOW_UP_KEYS`` are left out.
    """
    iso = day.isoformat()
    whole, by_person = _Counts(), dict[int | None, _Counts]()

    def count(person: int | None) -> Iterable[_Counts]:
        if not roster.counts_in(scope, person, iso):
            return ()
        known = person if person in roster.people else None
        return whole, by_person.setdefault(known, _Counts())

    kinds = dict[str, bool]()
    for person, kind, account in connection.execute(
        f"SELECT a.person_id, a.kind, (SELECT c.id FROM accounts c WHERE c.id = {ACCOUNT_OF_ACTIVITY}"
        " AND c.deleted_at IS NULL) FROM activities a WHERE a.happened_on = ? AND a.deleted_at IS NULL",
        (iso,),
    ):
        visit = kinds[kind] if kind in kinds else kinds.setdefault(kind, is_visit(kind))
        for counts in count(person):
            counts.touches += 1
            counts.visits += visit
            if account is not None:
                counts.accounts.add(account)
    for _, person, _ in first_touches(connection, day, day + ONE_DAY):
        for counts in count(person):
            counts.new_accounts += 1
    states = Counter((one.person_id, one.state_on(iso)) for one in asked or ())
    for (person, state), many in states.items():
        for counts in count(person):
            setattr(counts, state, getattr(counts, state) + many)
    recorded = any_activity(connection)
    visits = tuple(kind for kind, visit in kinds.items() if visit)
    shown = {person.id: person for person in roster.people_of(scope, iso, iso)}
    shown.update({number: roster.people[number] for number in by_person if number is not None})
    people: list[Person | None] = [*sorted(shown.values(), key=lambda one: (one.pinyin or one.name, one.id))]
    if None in by_person:
        people.append(None)
    keys = [key for key in DAILY if asked is not None or key not in FOLLOW_UP_KEYS]
    rows = _Rows(day, today, visits, recorded, keys)
    days = []
    for person in people:
        counts = by_person.get(person.id if person else None, _Counts())
        days.append(PersonDay(person, rows.figures(counts, *_whose(person))))
    place, scoped = in_scope(scope, "{person}", ":day")
    activities, _ = list_activities(connection, rows.of("touches", place, scoped), LISTED)
    return Day(day, days, rows.figures(whole, place, scoped), activities)


def list_follow_ups(
    connection: sqlite3.Connection, day: date, roster: Roster, scope: Scope, asked: Sequence[FollowUp]
) -> list[DueEntry]:
    """Behind "due", "overdue" and "done": what has waited longest first, what was done on the day last."""
    iso = day.isoformat()
    found = [one for one in asked if roster.counts_in(scope, one.person_id, iso)]
    found.sort(key=lambda one: (one.done_on is not None, one.due_on, one.id))
    listed = {one.id: one for one in found[:LISTED]}
    return [
        DueEntry(
            entry,
            date.fromisoformat(listed[entry.id].due_on),
            date.fromisoformat(done) if (done := listed[entry.id].done_on) else None,
        )
        for entry in read_activities(connection, list(listed))
    ]


def _whose(person: Person | None) -> tuple[str, dict[str, object]]:
    """The condition that something is this person's; of nobody known."""
    if person is not None:
        return "{person} = :scope", {"scope": person.id}
    return "coalesce({person} NOT IN (SELECT o.id FROM people o WHERE o.deleted_at IS NULL), 1)", {}


@frozen
class _Rows:
    """Makes figures with the rows behind them. Conditions name the person's column as ``{person}``."""

    day: date
    today: date
    visits: tuple[str, ...]
    recorded: bool
    keys: list[str]

    def figures(self, counts: _Counts, place: str, scoped: dict[str, object]) -> dict[str, Figure]:
        """Every figure of ``keys``."""
        if not self.recorded:
            return {key: Figure(key, "count", None, reason=NO_ACTIVITIES) for key in self.keys}
        return {
            key: Figure(key, "count", value, n=value, rows=self.of(key, place, scoped) if value else None)
            for key in self.keys
            if (value := counts.value(key)) is not None
        }

    def of(self, key: str, place: str, scoped: dict[str, object]) -> RowsQuery:
        """The rows that a figure counts."""
        parameters: dict[str, object] = {"day": self.day.isoformat(), **scoped}
        if (state := next((state for state in FOLLOW_UP_KEYS if state == key), None)) is not None:
            condition = place.format(person="f.person_id")
            where = f"activities.id IN (SELECT f.id FROM ({follow_ups_sql(state)}) f WHERE {condition})"
            return RowsQuery("activities", where, {**bounds(self.day, self.today), **parameters})
        if key == "new_accounts":
            condition = place.format(person="f.person_id")
            return first_touched_rows(self.day, self.day + ONE_DAY, condition, parameters)
        done = "{table}.happened_on = :day AND {table}.deleted_at IS NULL AND " + place
        if key == "accounts":
            condition = done.format(table="a", person="a.person_id")
            where = f"accounts.id IN (SELECT {ACCOUNT_OF_ACTIVITY} FROM activities a WHERE {condition})"
            return RowsQuery("accounts", f"{where} AND accounts.deleted_at IS NULL", parameters)
        where = done.format(table="activities", person="activities.person_id")
        if key == "visits":
            where += f" AND activities.kind IN ({', '.join(f':kind{place}' for place in range(len(self.visits)))})"
            parameters.update({f"kind{place}": kind for place, kind in enumerate(self.visits)})
        return RowsQuery("activities", where, parameters)
