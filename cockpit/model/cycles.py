"""A cycle is a calendar month, ``[start, end)`` in local days."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from attrs import field, frozen, validators


@frozen(order=True)
class Month:
    """One calendar month; sorts by time, prints as "2026-11"."""

    year: int = field(validator=[validators.ge(1), validators.le(9998)])
    number: int = field(validator=[validators.ge(1), validators.le(12)])

    @classmethod
    def parse(cls, text: str) -> "Month":
        """ "2026-11" (also "2026-1", "2026/11", "202611"); raises ValueError for anything else."""
        found = re.fullmatch(r"\s*(\d{4})(?:[-/.年]?(\d{2})|[-/.年](\d))月?\s*", text)
        if not found:
            raise ValueError(f"not a month: {text!r}")
        return cls(int(found[1]), int(found[2] or found[3]))

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month that ``day`` lies in."""
        return cls(day.year, day.month)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.year, self.number, 1)

    @property
    def end(self) -> date:
        """The first day that no longer belongs to it."""
        return date(self.year + self.number // 12, self.number % 12 + 1, 1)

    @property
    def last_day(self) -> date:
        return self.end - timedelta(days=1)

    @property
    def quarter(self) -> int:
        """1 to 4."""
        return (self.number + 2) // 3

    @property
    def next(self) -> "Month":
        return self.plus(1)

    @property
    def previous(self) -> "Month":
        return self.plus(-1)

    def plus(self, months: int) -> "Month":
        """``months`` later, or earlier when negative."""
        year, index = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, index + 1)

    def months_since(self, other: "Month") -> int:
        """How many months after ``other`` this one is."""
        return (self.year - other.year) * 12 + self.number - other.number

    def through(self, last: "Month") -> Iterator["Month"]:
        """Every month from this one to ``last``, both included; nothing when ``last`` is earlier."""
        for offset in range(last.months_since(self) + 1):
            yield self.plus(offset)

    def __contains__(self, day: date) -> bool:
        return (day.year, day.month) == (self.year, self.number)
