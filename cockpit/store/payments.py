"""Money received: a row for each payment. Amounts in minor units, negative where money was given back."""

import sqlite3
from collections.abc import Mapping
from typing import Any


def add_payment(connection: sqlite3.Connection, values: Mapping[str, Any]) -> int:
    """A new payment; its id."""
    columns = ", ".join(values)
    marks = ", ".join("?" for _ in values)
    added = connection.execute(f"INSERT INTO payments({columns}) VALUES ({marks})", tuple(values.values()))
    return added.lastrowid or 0


def remove_payment(connection: sqlite3.Connection, payment_id: int, at: str) -> bool:
    """Take a payment away; False where it is not there."""
    found = connection.execute(
        "UPDATE payments SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL", (at, payment_id)
    )
    return found.rowcount == 1


def is_known(connection: sqlite3.Connection, deal_id: int, received_on: str, amount: int) -> bool:
    """Whether the deal has a payment of this day and amount."""
    found = connection.execute(
        "SELECT 1 FROM payments WHERE deal_id = ? AND received_on = ? AND amount = ? AND deleted_at IS NULL",
        (deal_id, received_on, amount),
    )
    return found.fetchone() is not None
