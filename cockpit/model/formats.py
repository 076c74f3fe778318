"""Numbers and dates as people read them: 万/亿 in Chinese, K/M/B in English; no value is "—".

Everything rounds half up, as spreadsheets and people do. A figure never shows a unit that its rounding has outgrown
(10,000 万 is 1 亿), nor loses digits to a unit that it has not reached (9,960 is not "1 万").
"""

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from cockpit.language import language, noop, tr

MISSING = "—"
SYMBOLS = {"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "HKD": "HK$"}
WEEKDAYS = (noop("周一"), noop("周二"), noop("周三"), noop("周四"), noop("周五"), noop("周六"), noop("周日"))

# Named here and not by strftime: Qt sets the process's locale, in which %b is whatever the system speaks.
_MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_UNITS_ZH = ((Decimal(10) ** 4, "万"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 12, "万亿"))
_UNITS_EN = ((Decimal(10) ** 3, "K"), (Decimal(10) ** 6, "M"), (Decimal(10) ** 9, "B"), (Decimal(10) ** 12, "T"))

Number = int | float | Decimal


def money(minor: Number | None) -> str:
    """An amount in minor units (分), short: "312 万", "1.13 亿", "8,600"; "3.12 M" in English."""
    return MISSING if minor is None else short_number(_exact(minor) / 100)


def money_change(minor: Number | None) -> str:
    """A difference of amounts, with its sign: "+95 万"."""
    text = money(minor)
    return f"+{text}" if minor is not None and minor > 0 and text != "0" else text


def money_full(minor: Number | None, currency: str = "CNY") -> str:
    """The whole amount: "¥3,120,000.00". An unknown currency stands as its code."""
    if minor is None:
        return MISSING
    size = abs(_exact(minor) / 100)
    text = f"{SYMBOLS.get(currency, currency + ' ')}{_rounded(size, 2):,.2f}"
    return f"-{text}" if minor < 0 else text


def short_number(value: Number) -> str:
    """A number with three significant digits at the unit that suits it; below the first unit in full."""
    exact = _exact(value)
    size = abs(exact)
    text = _at_unit(size)
    return f"-{text}" if exact < 0 and text != "0" else text


def _at_unit(size: Decimal) -> str:
    units = _UNITS_ZH if language() == "zh" else _UNITS_EN
    unit_size, unit, shown = Decimal(1), "", _rounded(size, 0 if size >= 100 else 2)
    for step, name in units:
        # The next unit is taken once the rounded figure has reached it: 9,999.5 is 1 万, 9,960 is not.
        if shown * unit_size < step:
            break
        unit_size, unit, shown = step, f" {name}", _three_digits(size / step)
    return f"{_plain(shown)}{unit}"


def _three_digits(size: Decimal) -> Decimal:
    return _rounded(size, 0 if size >= 100 else 1 if size >= 10 else 2)


def _exact(value: Number) -> Decimal:
    # The shortest text of a float is what somebody wrote; its binary value is not.
    return Decimal(str(value)) if isinstance(value, float) else Decimal(value)


def _rounded(value: Number, digits: int) -> Decimal:
    return _exact(value).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _unsigned_zero(value: Decimal) -> Decimal:
    return abs(value) if value == 0 else value


def count(value: Number | None) -> str:
    """A number of things, with separators; parts of things keep one digit: "12,480", "1.5"."""
    return MISSING if value is None else _plain(_unsigned_zero(_rounded(value, 1)))


def counted(n: int) -> int | str:
    """For ``tr(..., n=counted(n))``: 1 stays a number, by which the form is chosen; "2,317" is text."""
    return n if n == 1 else count(n)


def share(value: Number | None, digits: int = 0) -> str:
    """A fraction as a percentage: "72 %", with ``digits`` after the point "63.2 %"."""
    return MISSING if value is None else f"{_unsigned_zero(_rounded(_exact(value) * 100, digits)):,f} %"


def points(value: Number | None, digits: int = 0) -> str:
    """A difference of two fractions, in percentage points: "+4 点", "+4 pts". No difference has no sign."""
    if value is None:
        return MISSING
    rounded = _unsigned_zero(_rounded(_exact(value) * 100, digits))
    text = f"{rounded:+,f}" if rounded else f"{rounded:,f}"
    return tr("{points} 点", points=text, n=1 if text in ("+1", "-1") else 2)


def ratio(value: Number | None) -> str:
    """How many times: "2.4×"."""
    return MISSING if value is None else f"{_unsigned_zero(_rounded(value, 1)):,f}×"


def days(value: Number | None) -> str:
    """A length of time: "41 天", "12.5 天"."""
    if value is None:
        return MISSING
    text = count(value)
    return tr("{n} 天", n=1 if text == "1" else text)


def score(value: Number | None) -> str:
    """A score from 1 to 5, with one digit where it is not whole."""
    return count(value)


def day(value: date | None) -> str:
    """A local day in full: "2026-11-24"."""
    return MISSING if value is None else value.isoformat()


def day_short(value: date | None) -> str:
    """A day of this year, for reading: "11-24 周二"."""
    return MISSING if value is None else f"{value.month:02}-{value.day:02} {weekday(value)}"


def day_words(value: date | None) -> str:
    """A day in a sentence: "11 月 24 日", "24 Nov"."""
    if value is None:
        return MISSING
    return f"{value.month} 月 {value.day} 日" if language() == "zh" else f"{value.day} {_month_name(value)}"


def weekday(value: date) -> str:
    """ "周二", "Tue"."""
    return tr(WEEKDAYS[value.weekday()])


def month_text(value: date | None) -> str:
    """The month of a day: "2026 年 11 月", "Nov 2026"."""
    if value is None:
        return MISSING
    return f"{value.year} 年 {value.month} 月" if language() == "zh" else f"{_month_name(value)} {value.year}"


def month_short(value: date) -> str:
    """On an axis: "11 月", "Nov"."""
    return f"{value.month} 月" if language() == "zh" else _month_name(value)


def _month_name(value: date) -> str:
    return _MONTHS_EN[value.month - 1]


_BY_UNIT: dict[str, Callable[[Number | None], str]] = {
    "money": money, "share": share, "count": count, "days": days, "ratio": ratio, "score": score,
}  # fmt: skip


def by_unit(value: Number | None, unit: str) -> str:
    """A figure of one of the units of cockpit.metrics: money (minor units), share, count, days, ratio, score."""
    return _BY_UNIT[unit](value)
