"""Numbers and dates as people read them: 万/亿 in Chinese, K/M/B in English; no value is "—"."""

from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from cockpit.language import language, noop, tr

MISSING = "—"
SYMBOLS = {"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "HKD": "HK$"}
WEEKDAYS = (noop("周一"), noop("周二"), noop("周三"), noop("周四"), noop("周五"), noop("周六"), noop("周日"))

_STEPS_ZH = ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
_STEPS_EN = ((Decimal(10) ** 9, "B"), (Decimal(10) ** 6, "M"), (Decimal(10) ** 3, "K"))


def money(minor: int | float | None) -> str:
    """An amount in minor units (分), short: "312 万", "1.13 亿", "8,600"; "3.12 M" in English."""
    return MISSING if minor is None else short_number(Decimal(minor) / 100)


def money_change(minor: int | float | None) -> str:
    """A difference of amounts, with its sign: "+95 万"."""
    if minor is None:
        return MISSING
    return ("+" if minor > 0 else "") + money(minor)


def money_full(minor: int | None, currency: str = "CNY") -> str:
    """The whole amount: "¥3,120,000.00". An unknown currency stands as its code."""
    if minor is None:
        return MISSING
    symbol = SYMBOLS.get(currency, currency + " ")
    sign = "-" if minor < 0 else ""
    return f"{sign}{symbol}{abs(Decimal(minor)) / 100:,.2f}"


def short_number(value: Decimal | float | int) -> str:
    """A number with three significant digits at the unit that suits it; below the first unit in full."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    sign, size = ("-" if exact < 0 else ""), abs(exact)
    steps = _STEPS_ZH if language() == "zh" else _STEPS_EN
    for place, (step, unit) in enumerate(steps):
        rounded = _significant(size / step)
        # 99,995,000 rounds up to 10,000 万: that is 1 亿.
        if place > 0 and rounded >= steps[place - 1][0] / step:
            return f"{sign}{_plain(_significant(rounded * step / steps[place - 1][0]))} {steps[place - 1][1]}"
        if rounded >= 1:
            return f"{sign}{_plain(rounded)} {unit}"
    rounded = size.quantize(Decimal(1) if size >= 100 else Decimal("0.01"), ROUND_HALF_EVEN)
    return f"{sign if rounded else ''}{_plain(rounded)}"


def _significant(size: Decimal) -> Decimal:
    digits = Decimal(1) if size >= 100 else Decimal("0.1") if size >= 10 else Decimal("0.01")
    return size.quantize(digits, ROUND_HALF_EVEN)


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def count(value: int | float | None) -> str:
    """A number of things, with separators; half things keep one digit."""
    if value is None:
        return MISSING
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def share(value: float | None, digits: int = 0) -> str:
    """A fraction as a percentage: "72 %"."""
    return MISSING if value is None else f"{_half_up(value * 100, digits)} %"


def points(value: float | None, digits: int = 0) -> str:
    """A difference of two fractions: "+4 点", "+4 pts"."""
    if value is None:
        return MISSING
    return tr("{points} 点", points=f"{float(_half_up(value * 100, digits).replace(',', '')):+,.{digits}f}")


def ratio(value: float | None) -> str:
    """How many times: "2.4×"."""
    return MISSING if value is None else f"{_half_up(value, 1)}×"


def days(value: float | None) -> str:
    """A length of time: "41 天"."""
    if value is None:
        return MISSING
    return tr("{days} 天", days=count(round(value, 1)))


def score(value: float | None) -> str:
    """A score from 1 to 5."""
    return MISSING if value is None else _half_up(value, 1).removesuffix(".0")


def _half_up(value: float, digits: int) -> str:
    return f"{Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), rounding='ROUND_HALF_UP'):,f}"


def day(value: date | None) -> str:
    """A local day in full: 2026-11-24."""
    return MISSING if value is None else value.isoformat()


def day_short(value: date | None) -> str:
    """A day of this year, for reading: "11-24 周二"."""
    return MISSING if value is None else f"{value:%m-%d} {weekday(value)}"


def day_words(value: date) -> str:
    """A day in a sentence: "11 月 24 日", "24 Nov"."""
    return f"{value.month} 月 {value.day} 日" if language() == "zh" else f"{value.day} {value:%b}"


def weekday(value: date) -> str:
    """"周二", "Tue"."""
    return tr(WEEKDAYS[value.weekday()])


def month_text(value: date) -> str:
    """The month of a day: "2026 年 11 月", "Nov 2026"."""
    return f"{value.year} 年 {value.month} 月" if language() == "zh" else f"{value:%b %Y}"


def month_short(value: date) -> str:
    """On an axis: "11月", "Nov"."""
    return f"{value.month}月" if language() == "zh" else f"{value:%b}"


def by_unit(value: int | float | None, unit: str) -> str:
    """A figure of one of the units of cockpit.metrics: money, share, count, days, ratio, score."""
    return {"money": money, "share": share, "count": count, "days": days, "ratio": ratio, "score": score}[unit](value)
