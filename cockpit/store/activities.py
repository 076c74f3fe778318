"""What was done with customers: visits, calls and other activities, a row for each."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from cockpit.store.rows import update_row

ACTIVITY_COLUMNS = (
    "deal_id", "account_id", "person_id", "kind", "met", "happened_on", "note", "follow_up_on", "followed_up_on",
    "deleted_at",
)  # fmt: skip


def add_activity(connection: sqlite3.Connection, values: Mapping[str, Any]) -> int:
    """A new activity; its id."""
    columns = ", ".join(values)
    marks = ", ".join("?" for _ in values)
    added = connection.execute(f"INSERT INTO activities({columns}) VALUES ({marks})", tuple(values.values()))
    return added.lastrowid or 0


def read_activity(connection: sqlite3.Connection, number: int) -> dict[str, Any] | None:
    """The columns of one activity; None where it is not there, or deleted."""
    row = connection.execute(
        f"SELECT {', '.join(ACTIVITY_COLUMNS)} FROM activities WHERE id = ? AND deleted_at IS NULL", (number,)
    ).fetchone()
    return None if row is None else dict(zip(ACTIVITY_COLUMNS, row, strict=True))


def update_activity(connection: sqlite3.Connection, number: int, fields: Mapping[str, Any]) -> None:
    """Change columns of an activity."""
    if unknown := set(fields) - set(ACTIVITY_COLUMNS):
        raise KeyError(f"no columns of an activity: {sorted(unknown)}")
    update_row(connection, "activities", number, fields)
