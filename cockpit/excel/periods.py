"""Periods that a heading or a cell names: a month, a quarter, a year - and what kind of target stands under it."""

import re
from datetime import date, datetime
from typing import Literal

from attrs import frozen

from cockpit.model.cycles import Month

Measure = Literal["won_revenue", "collected", "new_customers", "new_touches"]
Level = Literal["target", "sprint", "challenge"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OTHER_MONTHS = {
    "jan": "ene janv januar janvier enero", "feb": "févr fév februar février febrero", "mar": "mär mrz märz mars marzo",
    "apr": "avr avril abr abril", "may": "mai mayo", "jun": "juin juni junio", "jul": "juil juillet juli julio",
    "aug": "août ago agosto", "sep": "septembre septiembre", "oct": "okt oktober octobre octubre",
    "nov": "novembre noviembre", "dec": "dez dezember déc décembre dic diciembre",
}  # fmt: skip
_OTHER_MONTH = {spelt: month for month, words in _OTHER_MONTHS.items() for spelt in words.split()}
_OF_ANOTHER_LANGUAGE = re.compile(
    rf"(?<![^\W\d_])({'|'.join(sorted(_OTHER_MONTH, key=len, reverse=True))})(?![^\W\d_])\.?", re.IGNORECASE
)
_CHINESE = {
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "十一": 11,
    "十二": 12,
}
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MAY_BE_A_YEAR = re.compile(r"(?:19|20)\d\d|[23]\d")
"""What each way to write a period with its year has in it."""
_WORDS = r"[\s_./-]*"
_HALVES = {"上": 1, "下": 2, "1": 1, "2": 2}
_SHORT_YEARS = (
    (re.compile(r"(?<!\d)(2\d|3\d)年"), r"20\1年"),
    (re.compile(r"['’](2\d|3\d)(?!\d)"), r" 20\1"),
    (re.compile(r"(?<![a-z])fy\s*(2\d|3\d)(?!\d)", re.IGNORECASE), r"FY20\1"),
    (re.compile(r"(?<!\d)([1-4])q\s*(?:20)?(2\d|3\d)(?!\d)", re.IGNORECASE), r"Q\1 20\2"),
    (re.compile(r"(?<![a-z])(q[1-4]|h[12])[\s_-]?(2\d|3\d)(?!\d)", re.IGNORECASE), r"\1 20\2"),
    (re.compile(rf"(?<![a-z])({'|'.join(_MONTHS)})([a-z]*)[\s_-](2\d|3\d)(?!\d)", re.IGNORECASE), r"\1\2 20\3"),
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){_YEAR}{_WORDS}年?{_WORDS}(?:q|第)(?P<quarter>[1-4一二三四])(?!\d)(?:季度?)?",
        rf"(?<![a-z])q(?P<quarter>[1-4]){_WORDS}(?:fy)?{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}{_WORDS}年?度?{_WORDS}(?P<half>[上下])半年",
        rf"(?<!\d){_YEAR}{_WORDS}h(?P<half>[12])(?!\d)",
        rf"(?<![a-z])h(?P<half>[12]){_WORDS}(?:fy)?{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}{_WORDS}年?{_WORDS}(?P<quarter>[1-4一二三四])季度?",
        rf"(?<![a-z])(?P<name>{'|'.join(_MONTHS)})[a-z]*{_WORDS}{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}{_WORDS}(?P<name>{'|'.join(_MONTHS)})[a-z]*",
        rf"(?<!\d){_YEAR}(?:[\s_./-]|年)\s*(?P<month>1[0-2]|0?[1-9])(?!\d)月?",
        rf"(?<!\d){_YEAR}年(?P<chinese>十[一二]?|[一二三四五六七八九])月",
        rf"(?<!\d){_YEAR}(?P<month>0[1-9]|1[0-2])(?!\d)",
        rf"(?<!\d)(?P<month>1[0-2]|0?[1-9])[/.-]{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}(?!\d)年?度?",
    )
)
_TARGET = re.compile(r"quota|target|goal|stretch|challenge|sprint|目标|任务|指标|业绩|计划|冲刺|挑战", re.IGNORECASE)


@frozen
class Period:
    """Whole months."""

    months: tuple[Month, ...]

    def split(self, whole: int) -> list[tuple[Month, int]]:
        """``whole`` spread evenly over the months; the parts add up to it exactly, the first months carry the rest."""
        part, rest = divmod(whole, len(self.months))
        return [(month, part + (place < rest)) for place, month in enumerate(self.months)]


@frozen
class TargetColumn:
    """A column that holds targets of one period."""

    period: Period
    measure: Measure = "won_revenue"
    level: Level = "target"
    magnitude: int = 1
    """By how much its cells have to be multiplied: 10,000 where they count in 万."""


def find_period(text: str) -> Period | None:
    """The period that stands in ``text``: "quota_q1_2026", "2026年3月", "Jan 2026", "2026"; None without a year."""
    if not _MAY_BE_A_YEAR.search(text):
        return None
    text = _in_english(text)
    for short, full in _SHORT_YEARS:
        text = short.sub(full, text)
    for pattern in _PATTERNS:
        if found := pattern.search(text):
            parts = found.groupdict()
            return _period(int(parts["year"]), parts)
    return None


def whole_period(text: str, year: int | None = None) -> Period | None:
    """The period that ``text`` is, where it says nothing else: of "3/4/2026" no part is a month.

    With the ``year`` that stands elsewhere "1月" is one as well.
    """
    text = _in_english(text.strip())
    if _MAY_BE_A_YEAR.search(text):
        for short, full in _SHORT_YEARS:
            text = short.sub(full, text).strip()
        for pattern in _PATTERNS:
            if found := pattern.fullmatch(text):
                parts = found.groupdict()
                return _period(int(parts["year"]), parts)
    return _bare_period(text, year) if year is not None else None


def _in_english(text: str) -> str:
    """With the months of German, French and Spanish as English ones; other words stay."""
    return _OF_ANOTHER_LANGUAGE.sub(lambda found: _OTHER_MONTH[found[1].casefold()], text)


def _period(year: int, parts: dict[str, str | None]) -> Period:
    if quarter := parts.get("quarter"):
        number = _CHINESE.get(quarter) or int(quarter)
        return Period(tuple(Month(year, month) for month in range(number * 3 - 2, number * 3 + 1)))
    if half := parts.get("half"):
        first = _HALVES[half] * 6 - 5
        return Period(tuple(Month(year, month) for month in range(first, first + 6)))
    month = None
    if parts.get("month"):
        month = int(str(parts["month"]))
    elif parts.get("name"):
        month = _MONTHS.index(str(parts["name"]).lower()) + 1
    elif parts.get("chinese"):
        month = _CHINESE[str(parts["chinese"])]
    return Period((Month(year, month),) if month else tuple(Month(year, number) for number in range(1, 13)))


def speaks_of_targets(text: str) -> bool:
    """Whether there is a word for targets in it."""
    return bool(_TARGET.search(text))


def find_target_column(heading: str, *, needs_word: bool = True, year: int | None = None) -> TargetColumn | None:
    """What a heading such as "2026年1月目标" or "quota_q1_2026" announces; None for any other.

    Without ``needs_word`` a bare "2026-01" will do, and with the ``year`` that stands elsewhere "1月" as well.
    """
    if needs_word and not _TARGET.search(heading):
        return None
    period = find_period(heading) or (read_period(_TARGET.sub("", heading), year) if year else None)
    return TargetColumn(period, measure_of(heading), level_of(heading)) if period else None


def measure_of(text: str) -> Measure:
    """Which figure a target is for; revenue unless the words say otherwise."""
    words = text.casefold()
    if "回款" in words or "collect" in words:
        return "collected"
    if "新客户" in words or "新签客户" in words or "new customer" in words or "new logo" in words:
        return "new_customers"
    if "触达" in words or "拜访" in words or "touch" in words or "新接触" in words:
        return "new_touches"
    return "won_revenue"


def level_of(text: str) -> Level:
    """Which of the three levels of a target the words name."""
    words = text.casefold()
    if "挑战" in words or "challenge" in words or "stretch" in words:
        return "challenge"
    return "sprint" if "冲刺" in words or "sprint" in words else "target"


def read_period(value: object, year: int | None = None) -> Period | None:
    """A cell that names a period: a date, "2026-01", "1月" or 1 beside a column with the ``year``."""
    if isinstance(value, datetime | date):
        return Period((Month(value.year, value.month),))
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = _in_english(str(value).strip())
    return find_period(text) or (_bare_period(text, year) if year is not None else None)


def _bare_period(text: str, year: int) -> Period | None:
    if bare := re.fullmatch(r"(?:q|第)\s*([1-4一二三四])\s*(?:季度?)?|([1-4一二三四])季度?", text, re.IGNORECASE):
        return _period(year, {"quarter": bare[1] or bare[2]})
    if bare := re.fullmatch(r"([上下])半年|h([12])", text, re.IGNORECASE):
        return _period(year, {"half": bare[1] or bare[2]})
    if re.fullmatch(r"全年|年度|full year|fy|year", text, re.IGNORECASE):
        return _period(year, {})
    if bare := re.fullmatch(r"(1[0-2]|0?[1-9])\s*月?(?:份)?", text):
        return _period(year, {"month": bare[1]})
    if bare := re.fullmatch(r"(十[一二]?|[一二三四五六七八九])月", text):
        return _period(year, {"chinese": bare[1]})
    if text[:3].lower() in _MONTHS and text.isalpha():
        return _period(year, {"name": text[:3].lower()})
    return None
