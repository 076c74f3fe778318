"""Rows of deals on their way from a table of a file to the columns of the store."""

from collections.abc import Sequence
from typing import Any

from attrs import define, field

from cockpit.excel.tables import TypedTable


@define
class DealRows:
    """The columns of the store for every row of the table, in the making; None where the file says nothing."""

    table: TypedTable
    today: str
    values: dict[str, list[Any]] = field(factory=dict)
    known: list[int | None] = field(factory=list)
    """The id of the deal of the store that every row is; None for a new one."""
    deleted: set[int] = field(factory=set)
    """Deals of the store that the manager deleted."""
    by_external_id: dict[str, int] = field(factory=dict)
    """All deals of the store that have an id of another program."""
    closing_in_future: int = 0

    def keep(self, places: Sequence[int]) -> None:
        for name, column in self.values.items():
            self.values[name] = [column[place] for place in places]
        if self.known:
            self.known = [self.known[place] for place in places]
