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
    closing_in_future: int = 0
    assumed: bool = False
    """The file has no stages: those of its rows without an id are only for deals that are new."""

    def keep(self, places: Sequence[int]) -> None:
        for name, column in self.values.items():
            self.values[name] = [column[place] for place in places]
