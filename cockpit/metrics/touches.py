"""What was done with customers: first touches of new ones, follow-up of key accounts."""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from attrs import define

from cockpit.metrics.by_scope import ByScope
from cockpit.metrics.deal_rules import in_scope
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Roster, Scope
from cockpit.metrics.settings import MetricSettings

ACCOUNT_OF_ACTIVITY = (
    "coalesce(a.account_id, (SELECT x.account_id FROM deals x WHERE x.id = a.deal_id AND x.deleted_at IS NULL))"
)
"""The account of an activity ``a``: its own, or its deal's."""


def _activity_of_account(account: str, condition: str) -> str:
    """Whether ``account`` has an activity ``e`` for which ``condition`` holds, of its own or through a deal.

    Left alone, SQLite would look through all activities without an account first.
    """
    return (
        f"(EXISTS (SELECT 1 FROM activities e WHERE e.account_id = {account} AND e.deleted_at IS NULL AND {condition})"
        f" OR EXISTS (SELECT 1 FROM deals x CROSS JOIN activities e ON e.deal_id = x.id WHERE x.account_id = {account}"
        f" AND x.deleted_at IS NULL AND +e.account_id IS NULL AND e.deleted_at IS NULL AND {condition}))"
    )


_FIRST_TOUCHES = f"""
WITH t AS MATERIALIZED (
    SELECT {ACCOUNT_OF_ACTIVITY} AS account_id, a.person_id, a.happened_on,
           min(a.happened_on || printf('%012d', a.id)) AS first
    FROM activities a
    WHERE a.happened_on >= :start AND a.happened_on < :end AND a.deleted_at IS NULL
    GROUP BY 1
)
SELECT t.account_id, t.person_id, t.happened_on
FROM t JOIN accounts c ON c.id = t.account_id AND c.deleted_at IS NULL
WHERE NOT {_activity_of_account("t.account_id", "e.happened_on < :start")}
"""


@define
class Touches:
    count: int = 0


@define
class KeyAccounts:
    all: int = 0
    followed: int = 0


def any_activity(connection: sqlite3.Connection) -> bool:
    """Whether activities are recorded at all: without them a count of 0 would say something false."""
    return connection.execute("SELECT 1 FROM activities WHERE deleted_at IS NULL LIMIT 1").fetchone() is not None


def read_touches(connection: sqlite3.Connection, period: Period, roster: Roster) -> ByScope[Touches]:
    """Accounts whose first activity ever falls in the period, for whoever was there first."""
    totals = ByScope(Touches, roster)
    for _, person, day in first_touches(connection, period.start, period.seen_until):
        for total in totals.of(person, day):
            total.count += 1
    return totals


def first_touches(connection: sqlite3.Connection, start: date, end: date) -> Iterator[tuple[int, int | None, str]]:
    """(account, person, ISO day) of the accounts whose first activity ever falls in ``[start, end)``."""
    return connection.execute(_FIRST_TOUCHES, {"start": start.isoformat(), "end": end.isoformat()})


def touched_rows(period: Period, scope: Scope) -> RowsQuery:
    """The accounts behind ``read_touches``."""
    place, scoped = in_scope(scope, "f.person_id", "f.happened_on")
    return first_touched_rows(period.start, period.seen_until, place, scoped)


def first_touched_rows(start: date, end: date, place: str, scoped: Mapping[str, object]) -> RowsQuery:
    """The accounts of ``first_touches`` for which the condition ``place`` about ``f.person_id`` and ``f.happened_on``
    holds; ``scoped`` are its parameters.
    """
    where = f"accounts.id IN (SELECT f.account_id FROM ({_FIRST_TOUCHES}) f WHERE {place})"
    return RowsQuery("accounts", where, {"start": start.isoformat(), "end": end.isoformat(), **scoped})


_FOLLOWED = _activity_of_account("c.id", "e.happened_on > :since AND e.happened_on <= :as_of")


def read_key_accounts(
    connection: sqlite3.Connection, period: Period, settings: MetricSettings, roster: Roster
) -> ByScope[KeyAccounts]:
    """Key accounts of each scope, and those with an activity in the last days before ``as_of``."""
    totals = ByScope(KeyAccounts, roster)
    window = _window(period, settings)
    for owner, followed in connection.execute(
        f"SELECT c.owner_id, {_FOLLOWED} FROM accounts c WHERE c.is_key = 1 AND c.deleted_at IS NULL", window
    ):
        for total in totals.of(owner, str(window["as_of"])):
            total.all += 1
            total.followed += followed
    return totals


def key_account_rows(period: Period, scope: Scope) -> RowsQuery:
    """The key accounts of a scope, followed or not."""
    place, scoped = in_scope(scope, "accounts.owner_id", ":as_of")
    where = f"accounts.is_key = 1 AND accounts.deleted_at IS NULL AND {place}"
    return RowsQuery("accounts", where, {"as_of": period.as_of.isoformat(), **scoped})


def _window(period: Period, settings: MetricSettings) -> dict[str, object]:
    since = period.as_of - timedelta(days=settings.key_account_days)
    return {"since": since.isoformat(), "as_of": period.as_of.isoformat()}
