"""Writing rows of any table of records: the statements that all aggregates share. Column names come from code only."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice
from typing import Any

ROWS_AT_ONCE = 50
"""SQLite prepares the checks of a table anew for every statement: rows by the dozen take half the time."""


def insert_rows(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Insert ``rows``, which hold a value for each of ``columns``."""
    start = f"INSERT INTO {table}({', '.join(columns)}) VALUES "
    one = f"({', '.join('?' * len(columns))})"
    many = start + ", ".join([one] * ROWS_AT_ONCE)
    iterator = iter(rows)
    while chunk := list(islice(iterator, ROWS_AT_ONCE)):
        statement = many if len(chunk) == ROWS_AT_ONCE else start + ", ".join([one] * len(chunk))
        connection.execute(statement, list(chain.from_iterable(chunk)))


def update_row(connection: sqlite3.Connection, table: str, number: int, fields: Mapping[str, Any]) -> None:
    """Set ``fields`` of the row with id ``number``."""
    if fields:
        columns = ", ".join(f"{column} = ?" for column in fields)
        connection.execute(f"UPDATE {table} SET {columns} WHERE id = ?", (*fields.values(), number))


def read_rows(connection: sqlite3.Connection, table: str, columns: Sequence[str]) -> dict[int, dict[str, Any]]:
    """Every row by id: column -> value."""
    names = ("id", *columns)
    return {
        row[0]: dict(zip(columns, row[1:], strict=True))
        for row in connection.execute(f"SELECT {', '.join(names)} FROM {table}")
    }
