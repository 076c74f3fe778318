"""What a blank cell takes away, where the manager asked for it: only what the column of the file is about."""

from collections.abc import Mapping

from cockpit.excel.tables import TypedTable

SOURCES: Mapping[str, tuple[str, ...]] = {
    "owner_id": ("owner", "owner_id", "owner_email"),
    "account_id": ("account", "account_id"),
    "product_id": ("product",),
    "amount": ("amount", "won_amount"),
    "currency": ("currency", "amount", "won_amount"),
    "expected_close": ("expected_close", "close_date"),
    "source": ("source", "lead_source"),
    **{
        name: (name,)
        for name in (
            "created_on", "forecast_category", "lead_source", "lost_reason", "entry_department", "budget",
            "quantified_value", "decision_maker", "next_step", "next_step_on", "remark",
        )
    },
}  # fmt: skip
"""Column of a deal in the store -> the fields of the file that fill it. The others are never erased."""


def is_erased(table: TypedTable, column: str, place: int, state: str | None) -> bool:
    """Whether the row at ``place`` takes the value of ``column`` away: all that the file has for it is blank."""
    if not table.choices.erase_blanks or column not in SOURCES:
        return False
    if column == "expected_close" and state != "open":
        # A close date of a closed deal says nothing of what was expected.
        return False
    there = [table.columns[name] for name in SOURCES[column] if name in table.columns]
    return bool(there) and all(cells[place] is None for cells in there)


def erased_fields(table: TypedTable, fields: tuple[str, ...], place: int) -> tuple[str, ...]:
    """Those of the ``fields``, called in the store as in the file, that the row at ``place`` takes away."""
    if not table.choices.erase_blanks:
        return ()
    return tuple(name for name in fields if name in table.columns and table.columns[name][place] is None)
