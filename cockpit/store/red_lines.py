"""Red lines (红线) that were crossed: a row for each, with its settlement once there is one."""

import sqlite3
from typing import Any


def add_red_line(connection: sqlite3.Connection, person_id: int, happened_on: str, text: str) -> int:
    """A new one, open; its id. The day is ISO."""
    added = connection.execute(
        "INSERT INTO red_lines(person_id, happened_on, text) VALUES (?, ?, ?)", (person_id, happened_on, text)
    )
    return added.lastrowid or 0


def read_red_line(connection: sqlite3.Connection, red_line_id: int) -> dict[str, Any] | None:
    """person_id, happened_on, text, settled_on and settlement; None where it is not there, or was deleted."""
    columns = ("person_id", "happened_on", "text", "settled_on", "settlement")
    row = connection.execute(
        f"SELECT {', '.join(columns)} FROM red_lines WHERE id = ? AND deleted_at IS NULL", (red_line_id,)
    ).fetchone()
    return dict(zip(columns, row, strict=True)) if row else None


def write_settlement(connection: sqlite3.Connection, red_line_id: int, settled_on: str | None, settlement: str) -> None:
    """How and on which ISO day it was settled; None opens it again."""
    connection.execute(
        "UPDATE red_lines SET settled_on = ?, settlement = ? WHERE id = ?", (settled_on, settlement, red_line_id)
    )


def remove_red_line(connection: sqlite3.Connection, red_line_id: int, at: str) -> None:
    """It was never crossed: the record is gone for all figures, past ones too."""
    connection.execute("UPDATE red_lines SET deleted_at = ? WHERE id = ?", (at, red_line_id))
