"""Activities as a list to read: those behind a figure, those of a day, those that ask for a follow-up."""

import sqlite3
from collections.abc import Sequence
from datetime import date

from attrs import frozen

from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.touches import ACCOUNT_OF_ACTIVITY


@frozen
class ActivityEntry:
    """One activity. ``account`` is its own or its deal's; "" where there is none."""

    id: int
    happened_on: date
    person_id: int | None
    person: str
    kind: str
    met: str
    account_id: int | None
    account: str
    deal_id: int | None
    deal: str
    note: str
    follow_up_on: date | None
    ticked_on: date | None


LIMIT = 500
"""Nobody reads more than these one by one."""


def list_activities(
    connection: sqlite3.Connection, rows: RowsQuery, limit: int = LIMIT
) -> tuple[list[ActivityEntry], int]:
    """The newest first, at most ``limit``; and how many there are. ``rows`` are activities."""
    ids = [
        number
        for (number,) in connection.execute(
            f"SELECT activities.id FROM activities WHERE {rows.where}"
            " ORDER BY activities.happened_on DESC, activities.id DESC LIMIT :most",
            {**rows.parameters, "most": limit},
        )
    ]
    found = read_activities(connection, ids)
    if len(ids) < limit:
        return found, len(found)
    return found, connection.execute(rows.count_sql(), rows.parameters).fetchone()[0]


def read_activities(connection: sqlite3.Connection, ids: Sequence[int]) -> list[ActivityEntry]:
    """These activities, in the order given."""
    found: dict[int, ActivityEntry] = {}
    for row in connection.execute(
        f"""
        SELECT a.id, a.happened_on, a.person_id, coalesce(o.name, ''), a.kind, coalesce(a.met, ''),
               c.id, coalesce(c.name, ''), d.id, coalesce(d.name, ''), a.note, a.follow_up_on, a.followed_up_on
        FROM activities a LEFT JOIN people o ON o.id = a.person_id
        LEFT JOIN deals d ON d.id = a.deal_id AND d.deleted_at IS NULL
        LEFT JOIN accounts c ON c.id = {ACCOUNT_OF_ACTIVITY} AND c.deleted_at IS NULL
        WHERE a.id IN ({", ".join(map(str, ids))})
        """
    ):
        person, who, kind, met, account, customer, deal, deal_name, note = row[2:11]
        found[row[0]] = ActivityEntry(
            row[0], date.fromisoformat(row[1]), person, who, kind, met, account, customer, deal, deal_name, note,
            _day(row[11]), _day(row[12]),
        )  # fmt: skip
    return [found[number] for number in ids if number in found]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
