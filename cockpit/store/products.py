"""Products and their list prices, in minor units."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from cockpit.store.rows import insert_rows, read_rows, update_row

PRODUCT_COLUMNS = ("external_id", "name", "series", "list_price", "deleted_at")


def list_products(connection: sqlite3.Connection) -> dict[int, dict[str, Any]]:
    """Every product by id, deleted ones too."""
    return read_rows(connection, "products", PRODUCT_COLUMNS)


def insert_products(connection: sqlite3.Connection, rows: Mapping[int, Mapping[str, Any]]) -> None:
    """New products by id."""
    columns = ("external_id", "name", "series", "list_price")
    insert_rows(
        connection,
        "products",
        ("id", *columns),
        [(number, *(row.get(column) for column in columns)) for number, row in rows.items()],
    )


def update_product(connection: sqlite3.Connection, number: int, fields: Mapping[str, Any]) -> None:
    """Change columns of a product."""
    update_row(connection, "products", number, {name: fields[name] for name in fields if name in PRODUCT_COLUMNS})
