"""Figures as people type and read them where a target is set: "75 %", "300万", "12", in the unit of a metric.

A quantity is what ``Figure.json_value`` gives: money in units of the currency, shares as fractions, times in days.
"""

import re
import unicodedata

from cockpit.model import formats

_FACTORS = {
    "": 1.0, "万": 1e4, "亿": 1e8, "k": 1e3, "m": 1e6, "b": 1e9, "%": 0.01, "×": 1.0, "x": 1.0, "倍": 1.0, "天": 1.0,
    "元": 1.0, "单": 1.0, "家": 1.0, "次": 1.0, "分": 1.0,
}  # fmt: skip


def read_quantity(text: str, unit: str) -> float | None:
    """What was typed, in ``unit`` (money, share, count, days, ratio, score); None when it is no such figure.

    A share above 1 without a percent sign is meant in percent: nobody types a target of 7,500 %.
    """
    found = re.fullmatch(r"([+-]?[\d,]*\.?\d+)\s*(\D?)元?", unicodedata.normalize("NFKC", text).strip().lower())
    if not found or found[2] not in _FACTORS:
        return None
    value = float(found[1].replace(",", "")) * _FACTORS[found[2]]
    if unit == "share" and not found[2] and abs(value) > 1:
        value /= 100
    # 0.29 * 100 is not 29 in binary.
    return round(value, 6)


def show_quantity(value: float | None, unit: str) -> str:
    """A quantity as figures stand everywhere; "—" for none."""
    return formats.by_unit(value * 100 if unit == "money" and value is not None else value, unit)


def type_quantity(value: float | None, unit: str) -> str:
    """A quantity as it stands in a field: exact, and read back by ``read_quantity``; empty for none."""
    if value is None:
        return ""
    return f"{round(value * 100, 6):g} %" if unit == "share" else f"{value:,.6f}".rstrip("0").rstrip(".")
