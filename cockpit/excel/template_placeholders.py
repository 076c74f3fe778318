"""The small language of a company's template: what stands between ``{{`` and ``}}``.

{{won_revenue}}              a figure of the reviewed scope; its Chinese name 赢单收入 will do as well
{{won_revenue.before}}       the same of the cycle before; .change the difference, .target, .name, .n, .note
{{won_revenue @ 李雯}}        the figure of a person or a team
{{won_revenue | 万}}          in ten thousands; also 亿 千 百万 K M B, % for shares, "full", and digits: | 万 0.0
{{month}} {{scope}} {{as_of}} {{comment}} {{attention}} ...
{{people.name}}              in a row: the row is repeated for everybody; {{won_deals_top5.amount}} for the largest
"""

import re
from collections.abc import Sequence
from datetime import date

from attrs import frozen

from cockpit.language import tr
from cockpit.model import formats

_PLACEHOLDER = re.compile(r"[{｛]{2}([^{}｛｝]*)[}｝]{2}")
_TOP = re.compile(r"^(.+?)_?(?:top|前)(\d{1,4})$", re.IGNORECASE)
_DIGITS = re.compile(r"^0(?:\.(0{1,6}))?$")

UNITS: dict[str, tuple[float, str]] = {
    "千": (1e3, "千"), "万": (1e4, "万"), "百万": (1e6, "百万"), "亿": (1e8, "亿"),
    "k": (1e3, "K"), "m": (1e6, "M"), "b": (1e9, "B"),
}  # fmt: skip
"""What a number may be divided by, and what then stands behind it in a sentence."""
VARIANTS = {
    "before": ("before", "上月", "上周期"),
    "change": ("change", "变化"),
    "target": ("target", "目标"),
    "name": ("name", "名称"),
    "n": ("n", "个数"),
    "note": ("note", "备注"),
    "count": ("count", "行数"),
}
"""Variant -> the ways it may be written."""


@frozen
class Shown:
    """How a value is to be written: divided, with so many digits, as a percentage, or in full."""

    divisor: float = 1.0
    unit: str = ""
    digits: int | None = None
    in_full: bool = False


@frozen
class Placeholder:
    """One placeholder as it was written (``text``), and its parts; names are folded to lower case."""

    text: str
    name: str
    variant: str
    scope: str
    shown: Shown
    top: int | None = None
    """So many rows of a list at most: {{won_deals_top5.name}}."""
    trouble: str = ""
    """Why it cannot be understood, in a sentence."""


@frozen
class Value:
    """What a placeholder stands for. ``unit`` is a figure's unit, "day", "month" or "text"; no figure is "—".

    Money is in units of the currency. ``is_change``: a difference, written with its sign.
    """

    unit: str
    value: object = None
    is_change: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it goes into a cell as a number."""
        return isinstance(self.value, int | float) and not isinstance(self.value, bool)

    def number(self, shown: Shown) -> float | int:
        """As it stands in a cell of its own: divided as asked for."""
        assert isinstance(self.value, int | float)
        if shown.divisor == 1.0 and shown.digits is None:
            return self.value
        divided = self.value / shown.divisor
        return divided if shown.digits is None or self.unit == "share" else round(divided, shown.digits)

    def words(self, shown: Shown) -> str:
        """As it stands in a sentence."""
        if self.value is None:
            return "" if self.unit in ("text", "day", "month") else formats.MISSING
        if self.unit == "month" and isinstance(self.value, date):
            return formats.month_text(self.value)
        if not isinstance(self.value, int | float):
            return str(self.value)
        number = float(self.value)
        sign = "+" if self.is_change and number > 0 else ""
        if self.unit == "share":
            if self.is_change:
                return formats.points(number, shown.digits or 0)
            return formats.share(number, shown.digits or 0)
        if shown.divisor != 1.0:
            return f"{sign}{_grouped(number / shown.divisor, shown.digits, 1)} {shown.unit}"
        if shown.in_full or shown.digits is not None:
            return sign + _grouped(number, shown.digits, 2 if self.unit == "money" else 1)
        return sign + formats.by_unit(number * 100 if self.unit == "money" else number, self.unit)


def _grouped(number: float, digits: int | None, most: int) -> str:
    if digits is not None:
        return f"{number:,.{digits}f}"
    text = f"{number:,.{most}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def find_placeholders(text: str) -> list[tuple[int, int, Placeholder]]:
    """Every placeholder of a text, with where it begins and ends."""
    return [(found.start(), found.end(), parse(found[0], found[1])) for found in _PLACEHOLDER.finditer(text)]


def parse(text: str, inside: str) -> Placeholder:
    """The parts of what stands between the braces. Full-width signs count like the others."""
    plain = inside.translate(str.maketrans("｜＠．％", "|@.%"))
    left, _, unit = plain.partition("|")
    path, _, scope = left.partition("@")
    name, _, variant = path.strip().casefold().partition(".")
    shown, trouble = _shown(unit)
    name, variant = name.strip(), variant.strip()
    top = None
    if found := _TOP.match(name):
        name, top = found[1], int(found[2])
    return Placeholder(text, name, variant, scope.strip(), shown, top, trouble)


def _shown(written: str) -> tuple[Shown, str]:
    divisor, unit, digits, in_full = 1.0, "", None, False
    for word in written.split():
        if word.casefold() in UNITS:
            divisor, unit = UNITS[word.casefold()]
        elif found := _DIGITS.match(word.rstrip("%")):
            digits = len(found[1] or "")
        elif word.casefold() in ("full", "全额"):
            in_full = True
        elif word != "%":
            return Shown(), tr("不认得单位“{unit}”", unit=word)
    return Shown(divisor, unit, digits, in_full), ""


def replaced(pieces: Sequence[str], spans: Sequence[tuple[int, int, str]]) -> list[str]:
    """The pieces of a text with the spans of the whole replaced: each new text stands where its span began.

    A sentence in several fonts is stored in pieces, and a placeholder may begin in one and end in another.
    """
    result = []
    start = 0
    for piece in pieces:
        end, kept, at = start + len(piece), "", start
        for first, last, words in spans:
            if last <= start or first >= end:
                continue
            kept += piece[at - start : max(first, start) - start]
            if first >= start:
                kept += words
            at = min(last, end)
        result.append(kept + piece[at - start :])
        start = end
    return result
