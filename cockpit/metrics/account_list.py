"""The accounts behind a figure, as a list to read."""

import sqlite3
from datetime import date

from attrs import frozen

from cockpit.metrics.figure import RowsQuery


@frozen
class AccountEntry:
    """``last_on`` is the day of the newest activity with the account, its own or through a deal; None without any."""

    id: int
    name: str
    owner: str
    is_key: bool
    last_on: date | None
    open_deals: int


LIMIT = 500
"""Nobody reads more than these one by one."""


def list_accounts(
    connection: sqlite3.Connection, rows: RowsQuery, limit: int = LIMIT
) -> tuple[list[AccountEntry], int]:
    """Those longest without an activity first, at most ``limit``; and how many there are. ``rows`` are accounts."""
    found = [
        AccountEntry(id_, name, owner or "", bool(is_key), date.fromisoformat(last) if last else None, open_deals)
        for id_, name, owner, is_key, last, open_deals in connection.execute(
            f"""
            SELECT accounts.id, accounts.name, o.name, accounts.is_key,
                   (SELECT max(happened_on) FROM (
                        SELECT max(a.happened_on) AS happened_on FROM activities a
                        WHERE a.account_id = accounts.id AND a.deleted_at IS NULL
                        UNION ALL
                        SELECT max(a.happened_on) FROM deals x CROSS JOIN activities a ON a.deal_id = x.id
                        WHERE x.account_id = accounts.id AND x.deleted_at IS NULL AND a.deleted_at IS NULL)) AS last,
                   (SELECT count(*) FROM deals x
                    WHERE x.account_id = accounts.id AND x.state = 'open' AND x.deleted_at IS NULL)
            FROM accounts LEFT JOIN people o ON o.id = accounts.owner_id AND o.deleted_at IS NULL
            WHERE {rows.where} ORDER BY last IS NOT NULL, last, accounts.name LIMIT :most
            """,
            {**rows.parameters, "most": limit},
        )
    ]
    if len(found) < limit:
        return found, len(found)
    return found, connection.execute(rows.count_sql(), rows.parameters).fetchone()[0]
