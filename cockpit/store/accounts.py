"""Customers."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from cockpit.model.pinyin import name_keys
from cockpit.store.rows import insert_rows, read_rows, update_row

ACCOUNT_COLUMNS = (
    "external_id", "name", "industry", "region", "owner_id", "parent_id", "is_key", "tier_by_hand", "deleted_at",
)  # fmt: skip


def list_accounts(connection: sqlite3.Connection) -> dict[int, dict[str, Any]]:
    """Every account by id, deleted ones too."""
    return read_rows(connection, "accounts", ACCOUNT_COLUMNS)


def find_account(connection: sqlite3.Connection, name: str) -> int | None:
    """The account of exactly this name; of several the oldest."""
    found = connection.execute(
        "SELECT id FROM accounts WHERE name = ? AND deleted_at IS NULL ORDER BY id LIMIT 1", (name,)
    ).fetchone()
    return int(found[0]) if found else None


def last_account_id(connection: sqlite3.Connection) -> int:
    """The highest id in use; 0 without accounts."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM accounts").fetchone()[0])


def insert_accounts(connection: sqlite3.Connection, rows: Mapping[int, Mapping[str, Any]]) -> None:
    """New accounts by id; a parent may come in the same rows, before or after."""
    columns = ("external_id", "name", "industry", "region", "owner_id", "tier_by_hand")
    insert_rows(
        connection,
        "accounts",
        ("id", *columns, "is_key", "pinyin", "initials"),
        [
            (number, *(row.get(column) for column in columns), row.get("is_key") or 0, *name_keys(row["name"]))
            for number, row in rows.items()
        ],
    )
    connection.executemany(
        "UPDATE accounts SET parent_id = ? WHERE id = ?",
        [(row["parent_id"], number) for number, row in rows.items() if row.get("parent_id")],
    )


def update_account(connection: sqlite3.Connection, number: int, fields: Mapping[str, Any]) -> None:
    """Change columns of an account; a new name brings its keys."""
    values = {column: value for column, value in fields.items() if column in ACCOUNT_COLUMNS}
    if "name" in values:
        values["pinyin"], values["initials"] = name_keys(values["name"])
    update_row(connection, "accounts", number, values)
