"""The columns below a header, each looked at when it is asked for, and from the whole height of the table."""

from collections.abc import Sequence
from random import Random

from cockpit.excel.evidence import Content, Known, content_of, counts_rows, sample_of
from cockpit.excel.reading import Sheet, Value

ROWS_LOOKED_AT = 240
ROWS_COUNTED = 20


class Cells:
    """What the columns below a header look like, each looked at when it is asked for."""

    def __init__(self, sheet: Sheet, header: int, known: Known) -> None:
        self._rows = sheet.rows
        self._begin = header + 1
        self._known = known
        self._some: list[Sequence[Value]] | None = None
        self._contents: dict[int, Content] = {}

    @property
    def rows(self) -> list[Sequence[Value]]:
        """Some rows from the whole height of the table."""
        if self._some is None:
            places: Sequence[int] = range(self._begin, len(self._rows))
            if len(self._rows) - self._begin > ROWS_LOOKED_AT:
                # By chance, but always the same: every hundredth row may be every hundredth for a reason.
                places = sorted(Random(1).sample(places, ROWS_LOOKED_AT))
            self._some = [row for place in places if any(row := self._rows[place])]
        return self._some

    def __call__(self, index: int) -> Content:
        if index not in self._contents:
            self._contents[index] = content_of(*sample_of(self.rows, index), self._known)
        return self._contents[index]

    def counts_rows(self, index: int) -> bool:
        """Whether the column counts the rows, 1, 2, 3 and so on, and so names nothing."""
        first = self._rows[self._begin : self._begin + ROWS_COUNTED]
        return counts_rows([row[index] for row in first if index < len(row) and any(row)])
