"""The working days of the year that the sample tells."""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from random import Random

from cockpit.model.cycles import Month
from cockpit.model.workdays import WorkCalendar


class Days:
    """Working days from well before the year that is told to some months after ``today``."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.month = Month.of(today)
        self._days = WorkCalendar().workdays(today - timedelta(days=600), today + timedelta(days=200))
        self.latest = self.at_or_before(today)

    def at_or_before(self, day: date) -> date:
        """``day`` itself when it is worked, else the last working day before it."""
        return self._days[bisect_right(self._days, day) - 1]

    def shift(self, day: date, workdays: int) -> date:
        """``workdays`` later than ``day``, or earlier when negative."""
        return self._days[bisect_right(self._days, day) - 1 + workdays]

    def coming(self, workdays: int) -> date:
        """``workdays`` after today; on a day off, the next working day is the first to come. Negative: before today."""
        if workdays < 0:
            return self.shift(self.today, workdays)
        return self._days[bisect_left(self._days, self.today) + workdays]

    def between(self, first: date, last: date) -> list[date]:
        """The working days from ``first`` to ``last``, both included."""
        return self._days[bisect_left(self._days, first) : bisect_right(self._days, last)]

    def some(self, chance: Random, first: date, last: date) -> date:
        """One working day from ``first`` to ``last``; ``first`` where there is none between."""
        days = self.between(first, last)
        return chance.choice(days) if days else first

    def gone(self, month: Month) -> list[date]:
        """The working days of ``month`` that have come."""
        return self.between(month.start, min(month.last_day, self.today))

    @property
    def pace(self) -> float:
        """The share of this month's working days that have come."""
        return len(self.gone(self.month)) / len(self.between(self.month.start, self.month.last_day))
