"""Working days: weekends off, the country's public holidays off, make-up working days (调休) on."""

from bisect import bisect_left
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from attrs import field, frozen

from cockpit.model.china_workdays import WEEKDAYS_OFF, WEEKENDS_WORKED

ONE_DAY = timedelta(days=1)


@lru_cache(maxsize=64)
def _exceptions(country: str, year: int) -> tuple[frozenset[date], frozenset[date]]:
    """Weekdays off and weekend days worked; both empty for a country that nobody knows."""
    if country == "CN" and year in WEEKDAYS_OFF:
        off, worked = (
            frozenset(date(year, int(day[:2]), int(day[2:])) for day in days.split())
            for days in (WEEKDAYS_OFF[year], WEEKENDS_WORKED[year])
        )
        return off, worked
    if not country:
        return frozenset(), frozenset()
    import holidays  # 0.1 s to import and 0.1 s for its first calendar: only for years and countries not in the table

    try:
        known = holidays.country_holidays(country, years=year)
    except NotImplementedError:
        return frozenset(), frozenset()
    # The library lists make-up days of other years as well.
    worked = frozenset(day for day in known.weekend_workdays if day.year == year)
    return frozenset(day for day in known if day.weekday() < 5 and day.year == year), worked


def _is_workday(country: str, overrides: tuple[tuple[date, bool], ...], day: date) -> bool:
    for changed, works in overrides:
        if changed == day:
            return works
    off, worked = _exceptions(country, day.year)
    return day in worked if day.weekday() >= 5 else day not in off


@lru_cache(maxsize=64)
def _workdays_of_year(country: str, overrides: tuple[tuple[date, bool], ...], year: int) -> tuple[date, ...]:
    first = date(year, 1, 1)
    days = (first + timedelta(days=offset) for offset in range(date(year, 12, 31).timetuple().tm_yday))
    return tuple(day for day in days if _is_workday(country, overrides, day))


def _sorted_pairs(overrides: Mapping[date, bool]) -> tuple[tuple[date, bool], ...]:
    return tuple(sorted(overrides.items()))


def _years(start: date, end: date) -> range:
    """The years of the days in ``[start, end)``: December does not ask for the next year's days."""
    return range(start.year, (end - ONE_DAY).year + 1)


@frozen
class WorkCalendar:
    """Which days are worked: a country ("CN", "US", ...; "" for weekends only) and the manager's own corrections.

    ``overrides`` says for single days whether they are worked; it wins over the country.
    """

    country: str = "CN"
    overrides: tuple[tuple[date, bool], ...] = field(factory=dict, converter=_sorted_pairs)

    def is_workday(self, day: date) -> bool:
        return _is_workday(self.country, self.overrides, day)

    def workdays(self, start: date, end: date) -> list[date]:
        """The working days in ``[start, end)``, in order."""
        days: list[date] = []
        for year in _years(start, end):
            of_year = _workdays_of_year(self.country, self.overrides, year)
            days += of_year[bisect_left(of_year, start) : bisect_left(of_year, end)]
        return days

    def count(self, start: date, end: date) -> int:
        """How many working days lie in ``[start, end)``."""
        counted = 0
        for year in _years(start, end):
            of_year = _workdays_of_year(self.country, self.overrides, year)
            counted += max(0, bisect_left(of_year, end) - bisect_left(of_year, start))
        return counted

    def next_workday(self, day: date) -> date:
        """``day`` itself when it is worked, else the next day that is."""
        for year in (day.year, day.year + 1):
            of_year = _workdays_of_year(self.country, self.overrides, year)
            if (place := bisect_left(of_year, day)) < len(of_year):
                return of_year[place]
        raise ValueError(f"no working day within a year after {day}")

    def place(self, day: date, start: date) -> int:
        """How many working days have been reached from ``start`` up to ``day``, which counts."""
        return self.count(start, day + ONE_DAY)

    def known_year(self, year: int) -> bool:
        """False where make-up days are not decreed yet, so that the year's count may still change.

        China publishes the next year's days in autumn; a correction entered by hand for that year makes it known.
        """
        if self.country != "CN" or any(day.year == year for day, _ in self.overrides):
            return True
        return bool(_exceptions("CN", year)[1])
