"""The rolling log of deals: what happened, and what was to come next as it was said then."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from cockpit.store.rows import update_row

ENTRY_COLUMNS = ("deal_id", "written_on", "text", "next_step", "next_step_on")


def add_entry(connection: sqlite3.Connection, values: Mapping[str, Any]) -> int:
    """A new entry, by the columns of ``ENTRY_COLUMNS``; its id."""
    added = connection.execute(
        f"INSERT INTO deal_log({', '.join(ENTRY_COLUMNS)}) VALUES (?, ?, ?, ?, ?)",
        tuple(values[column] for column in ENTRY_COLUMNS),
    )
    return added.lastrowid or 0


def read_entry(connection: sqlite3.Connection, entry_id: int) -> dict[str, Any] | None:
    """One entry: column -> value; None where it is gone."""
    row = connection.execute(
        f"SELECT {', '.join(ENTRY_COLUMNS)} FROM deal_log WHERE id = ? AND deleted_at IS NULL", (entry_id,)
    ).fetchone()
    return dict(zip(ENTRY_COLUMNS, row, strict=True)) if row else None


def is_newest(connection: sqlite3.Connection, entry_id: int) -> bool:
    """Whether nothing was written about the deal after this entry."""
    found = connection.execute(
        "SELECT 1 FROM deal_log e JOIN deal_log l ON l.deal_id = e.deal_id AND l.deleted_at IS NULL"
        " AND (l.written_on, l.id) > (e.written_on, e.id) WHERE e.id = ? LIMIT 1",
        (entry_id,),
    )
    return found.fetchone() is None


def change_entry(connection: sqlite3.Connection, entry_id: int, fields: Mapping[str, Any]) -> None:
    """Set text, next step and its day of an entry."""
    if unknown := set(fields) - {"text", "next_step", "next_step_on"}:
        raise KeyError(f"no fields to correct: {sorted(unknown)}")
    update_row(connection, "deal_log", entry_id, fields)


def remove_entry(connection: sqlite3.Connection, entry_id: int, at: str) -> None:
    """Take an entry out of the log."""
    update_row(connection, "deal_log", entry_id, {"deleted_at": at})
