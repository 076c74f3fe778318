"""The rows of the list: ids in the order shown, the deals read by the page as they come into sight."""

from array import array
from collections.abc import Callable, Mapping, Sequence

from cockpit.metrics.deal_list import DealRow
from cockpit.window.kit.tables import Cell, Row

KEPT = 20_000
"""Deals that are kept ready; the pages of the table forget theirs before."""

Read = Callable[[Sequence[int]], dict[int, DealRow]]


class DealSource:
    """``read`` brings deals by id, ``make_row`` makes them ready; ``first`` are deals that are known already."""

    def __init__(
        self, ids: "array[int]", read: Read, make_row: Callable[[DealRow], Row], columns: int,
        first: Mapping[int, DealRow] | None = None,
    ) -> None:  # fmt: skip
        self.ids = ids
        self._read, self._make_row, self._columns = read, make_row, columns
        self._deals: dict[int, DealRow] = dict(first or {})

    def count(self) -> int:
        """How many rows there are."""
        return len(self.ids)

    def fetch(self, offset: int, limit: int) -> Sequence[Row]:
        """Rows from ``offset`` on; a deal that has left the store since is an empty line until the next load."""
        wanted = self.ids[offset : offset + limit]
        self._make_known(wanted)
        gone = (Cell(""),) * self._columns
        return [
            self._make_row(self._deals[number]) if number in self._deals else Row(number, gone) for number in wanted
        ]

    def deal(self, number: int) -> DealRow | None:
        """One deal of the list."""
        self._make_known([number])
        return self._deals.get(number)

    def deals(self, numbers: Sequence[int]) -> list[DealRow]:
        """These deals, as far as they are still there."""
        self._make_known(numbers)
        return [self._deals[number] for number in numbers if number in self._deals]

    def place(self, number: int) -> int | None:
        """At which row a deal stands."""
        try:
            return self.ids.index(number)
        except ValueError:
            return None

    def _make_known(self, numbers: Sequence[int]) -> None:
        unknown = [number for number in numbers if number not in self._deals]
        if unknown:
            if len(self._deals) > KEPT:
                self._deals = {number: self._deals[number] for number in numbers if number in self._deals}
            self._deals.update(self._read(unknown))
