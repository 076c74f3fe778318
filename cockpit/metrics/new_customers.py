"""Accounts that bought for the first time."""

import sqlite3

from attrs import define

from cockpit.metrics.by_scope import ByScope
from cockpit.metrics.deal_rules import in_scope
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Roster, Scope

_FIRST_WINS = """
WITH w AS MATERIALIZED (
    SELECT d.account_id, d.owner_id, d.closed_on, min(d.closed_on || printf('%012d', d.id)) AS first
    FROM deals d
    WHERE d.closed_on >= :start AND d.closed_on < :end AND d.deleted_at IS NULL AND d.state = 'won'
      AND d.account_id IS NOT NULL
    GROUP BY 1
)
SELECT w.account_id, w.owner_id, w.closed_on
FROM w JOIN accounts c ON c.id = w.account_id AND c.deleted_at IS NULL
WHERE NOT EXISTS (SELECT 1 FROM deals x WHERE x.account_id = w.account_id AND x.state = 'won'
                  AND x.deleted_at IS NULL AND x.closed_on < :start)
"""


@define
class NewCustomers:
    count: int = 0


def any_customer(connection: sqlite3.Connection) -> bool:
    """Whether won deals say who bought: without that nobody can be new."""
    found = connection.execute(
        "SELECT 1 FROM deals WHERE account_id IS NOT NULL AND deleted_at IS NULL LIMIT 1"
    ).fetchone()
    return found is not None


def read_new_customers(connection: sqlite3.Connection, period: Period, roster: Roster) -> ByScope[NewCustomers]:
    """Accounts whose first won deal ever was closed in the period, for the owner of that deal."""
    totals = ByScope(NewCustomers, roster)
    for _, owner, day in connection.execute(_FIRST_WINS, _bounds(period)):
        for total in totals.of(owner, day):
            total.count += 1
    return totals


def new_customer_rows(period: Period, scope: Scope) -> RowsQuery:
    """The accounts behind ``read_new_customers``."""
    place, scoped = in_scope(scope, "f.owner_id", "f.closed_on")
    where = f"accounts.id IN (SELECT f.account_id FROM ({_FIRST_WINS}) f WHERE {place})"
    return RowsQuery("accounts", where, {**_bounds(period), **scoped})


def _bounds(period: Period) -> dict[str, object]:
    return {"start": period.start.isoformat(), "end": period.seen_until.isoformat()}
