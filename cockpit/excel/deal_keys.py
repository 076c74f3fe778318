"""What tells deals apart where the file has no ids: the fields that the manager chose, or those that usually do."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from cockpit.model.names import name_key

KEY_FIELDS = (
    "name", "account", "account_id", "product", "created_on", "owner", "expected_close", "close_date", "lead_source",
    "entry_department", "decision_maker", "amount", "remark",
)  # fmt: skip
"""Fields of a file of deals that can be part of a key."""
USUAL_KEY = ("name", "account", "account_id", "product", "created_on")
"""They stay the same as long as the deal lives."""
COLUMN_OF = {"account": "account_id", "product": "product_id", "owner": "owner_id", "close_date": "expected_close"}
"""Columns of the store that are not called as the field of the file is."""


def proposed_key(there: Sequence[str]) -> tuple[str, ...]:
    """The usual key, as far as the file has its fields; with an account's id its name is not needed."""
    return tuple(name for name in USUAL_KEY if name in there and not (name == "account" and "account_id" in there))


def store_columns(fields: Sequence[str]) -> tuple[str, ...]:
    """The columns of the store that the fields of a key are kept in."""
    return tuple(dict.fromkeys(COLUMN_OF.get(name, name) for name in fields))


def comparable(value: Any) -> Any:
    """What is compared of a value: of a text neither blanks nor case."""
    return name_key(value) if isinstance(value, str) else value


def colliding_rows(rows: Sequence[int], columns: Sequence[Sequence[Any]]) -> tuple[list[tuple[int, ...]], int]:
    """Rows with the same values in all columns, together; and how many rows these are."""
    if not columns:
        return [], 0
    keys = [{value: comparable(value) for value in set(column)} for column in columns]
    by_key: defaultdict[tuple[Any, ...], list[int]] = defaultdict(list)
    for row, *values in zip(rows, *columns, strict=True):
        by_key[tuple(key[value] for key, value in zip(keys, values, strict=True))].append(row)
    groups = [tuple(same) for same in by_key.values() if len(same) > 1]
    return groups, sum(map(len, groups))
