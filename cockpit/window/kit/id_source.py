"""The rows of a long list: ids in the order shown, the records read as they come into sight."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from cockpit.window.kit.tables import Cell, Row

Record = TypeVar("Record")
KEPT = 20_000
"""Records that are kept ready; the pages of the table forget theirs before."""


class IdSource(Generic[Record]):
    """``read`` brings records by id, ``make_row`` makes them ready; ``first`` are records that are known already."""

    def __init__(
        self, ids: "array[int]", read: Callable[[Sequence[int]], dict[int, Record]], make_row: Callable[[Record], Row],
        columns: int, first: Mapping[int, Record] | None = None,
    ) -> None:  # fmt: skip
        self.ids = ids
        self._read, self._make_row, self._columns = read, make_row, columns
        self._records: dict[int, Record] = dict(first or {})

    def count(self) -> int:
        """How many rows there are."""
        return len(self.ids)

    def fetch(self, offset: int, limit: int) -> Sequence[Row]:
        """Rows from ``offset`` on; a record that has left the store since is an empty line until the next load."""
        wanted = self.ids[offset : offset + limit]
        self._make_known(wanted)
        gone = (Cell(""),) * self._columns
        return [
            self._make_row(self._records[number]) if number in self._records else Row(number, gone) for number in wanted
        ]

    def record(self, number: int) -> Record | None:
        """One record of the list."""
        self._make_known([number])
        return self._records.get(number)

    def records(self, numbers: Sequence[int]) -> list[Record]:
        """These records, as far as they are still there."""
        self._make_known(numbers)
        return [self._records[number] for number in numbers if number in self._records]

    def place(self, number: int) -> int | None:
        """At which row a record stands."""
        try:
            return self.ids.index(number)
        except ValueError:
            return None

    def _make_known(self, numbers: Sequence[int]) -> None:
        unknown = [number for number in numbers if number not in self._records]
        if unknown:
            if len(self._records) > KEPT:
                self._records = {number: self._records[number] for number in numbers if number in self._records}
            self._records.update(self._read(unknown))


def in_former_order(former: "array[int]", ids: "array[int]") -> "array[int]":
    """What was changed by hand stays in its place until the list is sorted again."""
    present, known = set(ids), set(former)
    return array("q", [*(n for n in former if n in present), *(n for n in ids if n not in known)])
