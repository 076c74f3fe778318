"""Cells of one column as days. Which of 3/5/26 is the month is decided by the whole column, never cell by cell."""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal

from cockpit.excel.reading import Value
from cockpit.excel.values import UNCALCULATED, Column, Unreadable, is_blank, read_each
from cockpit.language import noop

DayOrder = Literal["month_first", "day_first"]

FIRST_YEAR, LAST_YEAR = 1950, 2100
# A day number of Excel between 1954 and 2119; smaller or larger ones are numbers that mean something else.
FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000
ORDER_OPEN = noop("分不清哪个是月哪个是日,请改成 2026-03-05 这样的写法")
"""Why a date such as 3/5/26 is refused where nothing tells how it is meant."""
YEAR_OPEN = noop("分不清哪个是年哪个是日,请把年份写成四位")
"""Why 26-03-05 is refused where no other cell tells."""
_SERIAL_ZERO = date(1899, 12, 30)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_TIME = (
    r"(?:[T\s]+(?:上午|下午)?\s*\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{1,2}(?:[.,]\d+)?秒?|分)?"
    r"\s*(?:am|pm)?\s*(?:z|utc|[+-]\d\d:?\d\d)?)?"
)
_WEEKDAY = r"(?:\s*(?:星期|周)[一二三四五六日天])?"


def _pattern(day: str) -> re.Pattern[str]:
    """A day, and behind it whatever time of day a program may write."""
    return re.compile(f"^{day}{_TIME}$", re.IGNORECASE)


_YEAR_FIRST = _pattern(rf"(\d{{4}})\s*[-/.年]\s*(\d{{1,2}})\s*[-/.月]\s*(\d{{1,2}})\s*[日号]?{_WEEKDAY}")
_COMPACT = _pattern(r"(\d{4})(\d\d)(\d\d)")
_YEAR_LAST = _pattern(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)")
_NAMED = (
    _pattern(
        r"(?:[a-z]{3,9},?\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?P<month>[a-z]{3,9})\.?,?[\s-]+"
        r"(?P<year>\d{4}|\d\d)"
    ),
    _pattern(r"(?:[a-z]{3,9},?\s+)?(?P<month>[a-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})"),
)


def day_order(cells: Iterable[Value]) -> DayOrder | Literal["both"] | None:
    """Which order the dates with the year at the end prove; None if they prove none, "both" if they disagree."""
    first = second = False
    for cell in set(cells):
        if isinstance(cell, str) and (found := _YEAR_LAST.match(cell.strip())):
            # Points are written in countries that put the day first.
            first = first or int(found[1]) > 12 or found[2] == "."
            second = second or int(found[3]) > 12 or bool(re.search(r"\d\s*(?:am|pm)\b", cell, re.IGNORECASE))
    if first and second:
        return "both"
    return "day_first" if first else "month_first" if second else None


def date_reader(
    cells: Iterable[Value], order_elsewhere: DayOrder | None = None
) -> Callable[[Value], str | Unreadable | None]:
    """Reads a column of days as ISO text; a time of day is left out.

    ``order_elsewhere`` decides where the column itself does not: another column of the same file proved it, or the
    manager said so. Without it dates that can be read in two ways are refused.
    """
    order = day_order(cells)
    if order is None or order == "both":
        order = order_elsewhere or order
    year_open = order_elsewhere is None and _may_begin_with_year(cells)

    def read(cell: Value) -> str | Unreadable | None:
        if isinstance(cell, datetime):
            return _checked(cell.date())
        if isinstance(cell, date):
            return _checked(cell)
        if isinstance(cell, bool | time | timedelta):
            return Unreadable(noop("读不成日期"))
        if isinstance(cell, int | float):
            if FIRST_SERIAL <= cell <= LAST_SERIAL:
                return (_SERIAL_ZERO + timedelta(days=int(cell))).isoformat()
            return _from_text(str(int(cell)) if math.isfinite(cell) else "", order)
        if cell.startswith("="):
            return Unreadable(UNCALCULATED)
        if year_open and (found := _YEAR_LAST.match(cell.strip())) and len(found[4]) == 2:
            return Unreadable(YEAR_OPEN)
        return None if is_blank(cell) else _from_text(cell.strip(), order)

    return read


def _may_begin_with_year(cells: Iterable[Value]) -> bool:
    """Whether every date of two-digit parts, as 26-03-05, may begin with its year and end with its day."""
    parts = [
        (int(found[1]), int(found[3]), int(found[4]))
        for cell in set(cells)
        if isinstance(cell, str) and (found := _YEAR_LAST.match(cell.strip())) and len(found[4]) == 2
    ]
    if not parts or any(first < 20 or middle > 12 or last > 31 for first, middle, last in parts):
        return False
    # Years of the last digits, such as 25/12/26, are not likely to be days in all cells.
    return any(last < 20 for _, _, last in parts)


def read_days(cells: Sequence[Value], order_elsewhere: DayOrder | None = None) -> Column:
    """A column of days as ISO text; ``order_elsewhere`` as for ``date_reader``."""
    if set(map(type, cells)) == {date}:
        known = {cell: cell.isoformat() for cell in set(cells)}  # type: ignore[union-attr]
        if str(FIRST_YEAR) <= min(known.values()) and max(known.values()) < str(LAST_YEAR):
            return Column(list(map(known.__getitem__, cells)))
    return read_each(cells, date_reader(cells, order_elsewhere))


def doubtful_day(cells: Iterable[Value], order_elsewhere: DayOrder | None = None) -> str:
    """The first date that can be read in two ways, where neither column nor ``order_elsewhere`` decides; else ""."""
    if order_elsewhere is not None:
        return ""
    texts = [cell for cell in dict.fromkeys(cells) if isinstance(cell, str) and _YEAR_LAST.match(cell.strip())]
    order = day_order(texts)
    if not texts or order in ("day_first", "month_first"):
        return ""
    for text in texts:
        found = _from_text(text.strip(), order)
        if isinstance(found, Unreadable) and found.reason == ORDER_OPEN:
            return text.strip()
    return ""


def _from_text(text: str, order: DayOrder | Literal["both"] | None) -> str | Unreadable:
    if found := _YEAR_FIRST.match(text) or _COMPACT.match(text):
        return _built(int(found[1]), int(found[2]), int(found[3]))
    if found := _YEAR_LAST.match(text):
        first, second, year = int(found[1]), int(found[3]), _full_year(found[4])
        if first > 12:
            return _built(year, second, first)
        if second > 12:
            return _built(year, first, second)
        if first == second:
            return _built(year, first, second)
        if order not in ("day_first", "month_first"):
            return Unreadable(ORDER_OPEN)
        return _built(year, second, first) if order == "day_first" else _built(year, first, second)
    for pattern in _NAMED:
        if (found := pattern.match(text)) and found["month"][:3].lower() in _MONTHS:
            month = _MONTHS.index(found["month"][:3].lower()) + 1
            return _built(_full_year(found["year"]), month, int(found["day"]))
    if text.isdecimal() and len(text) == 5 and FIRST_SERIAL <= int(text) <= LAST_SERIAL:
        return (_SERIAL_ZERO + timedelta(days=int(text))).isoformat()
    return Unreadable(noop("读不成日期"))


def _full_year(text: str) -> int:
    """Two digits as spreadsheets read them: up to 49 this century."""
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < 50 else 1900)


def _built(year: int, month: int, day: int) -> str | Unreadable:
    try:
        return _checked(date(year, month, day))
    except ValueError:
        return Unreadable(noop("没有这一天"))


def _checked(day: date) -> str | Unreadable:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return Unreadable(noop("年份不合理"))
    return day.isoformat()


_CLOCK = re.compile(r"[T\s](\d{1,2})[:：](\d\d)(?:[:：]\d\d(?:[.,]\d+)?)?\s*(am|pm)?", re.IGNORECASE)


def time_of(cell: Value) -> str:
    """The time of day of a cell with a date as "14:05"; "" where it has none. It orders what happened on one day."""
    if isinstance(cell, datetime):
        return f"{cell:%H:%M}" if cell.time() != time(0) else ""
    if isinstance(cell, str) and (found := _CLOCK.search(cell)):
        hour = int(found[1]) % 12 + 12 * (found[3].lower() == "pm") if found[3] else int(found[1])
        return f"{hour:02d}:{found[2]}" if hour < 24 and int(found[2]) < 60 else ""
    return ""
