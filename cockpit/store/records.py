"""Activities and payments by the thousand, as an import reads and writes them: rows with a day, maybe with an id."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from cockpit.store.bulk import fast_inserts
from cockpit.store.rows import insert_rows, update_row

RecordTable = Literal["activities", "payments"]

COLUMNS: dict[RecordTable, tuple[str, ...]] = {
    "activities": (
        "external_id", "person_id", "account_id", "deal_id", "kind", "met", "happened_on", "note", "follow_up_on",
    ),
    "payments": (
        "external_id", "deal_id", "account_id", "person_id", "received_on", "amount", "currency", "remark",
    ),
}  # fmt: skip
DAYS: dict[RecordTable, str] = {"activities": "happened_on", "payments": "received_on"}


def read_records(
    connection: sqlite3.Connection, table: RecordTable, first: str, last: str, external_ids: Sequence[str]
) -> list[dict[str, Any]]:
    """Rows from one day to another, and those with these ids wherever they lie, deleted ones too: column -> value."""
    names = ("id", "deleted_at", *COLUMNS[table])
    return [
        dict(zip(names, row, strict=True))
        for row in connection.execute(
            f"SELECT {', '.join(names)} FROM {table} WHERE {DAYS[table]} BETWEEN ? AND ?"
            f" UNION SELECT {', '.join(names)} FROM {table} WHERE external_id IN (SELECT value FROM json_each(?))"
            " ORDER BY id",
            (first, last, json.dumps(external_ids)),
        )
    ]


def insert_records(connection: sqlite3.Connection, table: RecordTable, rows: Sequence[Mapping[str, Any]]) -> None:
    """New rows, with a value for every column of ``COLUMNS``."""
    columns = COLUMNS[table]
    with fast_inserts(connection, table, len(rows)):
        insert_rows(connection, table, columns, ([row[column] for column in columns] for row in rows))


def update_records(
    connection: sqlite3.Connection, table: RecordTable, changes: Iterable[tuple[int, Mapping[str, Any]]]
) -> None:
    """Set the fields of rows by their ids."""
    for number, fields in changes:
        update_row(connection, table, number, fields)
