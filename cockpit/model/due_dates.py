"""Due dates in the words that people type after an @: "@周五", "@下周三", "@月底", "@12月3日", "@+3d", "@dec 3".

Rules where words leave room:
- A week runs from Monday to Sunday. "周五" is the coming Friday, today included; "本周三" is this week's, even if it
  has passed; "下周三" is next week's.
- A period without a day means its end: "本周" its Friday, "周末" its Sunday, "月底", "下月", "季末", "年底" the last.
- A day without a year is the one nearest ahead; if it passed within the last 90 days it is taken as that one, and
  ``is_past`` says so (somebody writes down what was due), rather than as a promise for next year.
- "3号" is the next 3rd that there is.
"""

import re
from calendar import isleap
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from attrs import frozen

from cockpit.language import tr
from cockpit.model.cycles import Month

DueProblem = Literal["no_such_day", "too_far"]
PASSED_DAYS = 90


@frozen
class DuePhrase:
    """A due date as it stands in a text: ``start`` is the place of its @, ``end`` the place after its last character.

    ``day`` is None when there is no such day; ``problem`` says why. ``is_past`` flags a day before today.
    """

    start: int
    end: int
    day: date | None
    problem: DueProblem | None = None
    is_past: bool = False

    @property
    def reason(self) -> str:
        """Why there is no day, in the user's language; empty when there is one."""
        if self.problem is None:
            return ""
        return tr("没有这一天") if self.problem == "no_such_day" else tr("日期太远")


class _NoSuchDay(Exception):
    pass


# Full-width characters and their usual forms are one to one, so places in the text stay as they are.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0x00A0: " ", ord("。"): "."}

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_WEEKDAYS = {character: value for value, character in enumerate("一二三四五六日")} | {"天": 6, "末": 6} | {
    str(value + 1): value for value in range(7)
}  # fmt: skip
_WEEKDAYS_EN = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS_EN = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORDS_EN = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
FRIDAY = 4

_N = r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})"
_N_EN = r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six)"
_DAY = r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})"
_MONTH = r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})"
_MONTH_EN = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WEEKDAY_EN = r"(?P<name>mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?:day|nesday|urday|sday)?"

_Found = re.Match[str]
_Reading = Callable[[_Found, date], date]


def _number(text: str) -> int:
    """ "12", "十二", "三十一", "an"."""
    if text.isdigit():
        return int(text)
    if text in _WORDS_EN:
        return _WORDS_EN[text]
    if text.count("十") > 1:
        raise _NoSuchDay
    tens, ten, ones = text.partition("十")
    if not ten:
        return _DIGITS[text] if len(text) == 1 else int("".join(str(_DIGITS[character]) for character in text))
    return 10 * (_number(tens) if tens else 1) + (_number(ones) if ones else 0)


def _the_day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise _NoSuchDay from None


def _coming(month: int, day: int, today: date) -> date:
    """The day of the year that is nearest ahead, or one that passed a short while ago."""
    if month == 2 and day == 29 and not any(isleap(today.year + step) for step in (0, 1)):
        raise _NoSuchDay
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today - timedelta(days=PASSED_DAYS):
            return found
    raise _NoSuchDay


def _in_week(today: date, weeks: int, weekday: int) -> date:
    return today + timedelta(days=weekday - today.weekday() + 7 * weeks)


def _coming_weekday(today: date, weekday: int) -> date:
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _months_later(today: date, months: int) -> date:
    month = Month.of(today).plus(months)
    return min(month.last_day, month.start + timedelta(days=today.day - 1))


def _later(today: date, count: int, unit: str) -> date:
    if unit in ("天", "日", "d"):
        return today + timedelta(days=count)
    if unit in ("周", "星期", "礼拜", "w"):
        return today + timedelta(weeks=count)
    return _months_later(today, count * (12 if unit in ("年", "y") else 1))


def _relative_day(found: _Found, today: date) -> date:
    days = {"大后": 3, "后": 2, "明": 1, "今": 0, "昨": -1, "前": -2}
    return today + timedelta(days=days[found["word"]])


def _chinese_weekday(found: _Found, today: date) -> date:
    which, weekday = found["which"] or "", _WEEKDAYS[found["weekday"]]
    if not which:
        return _coming_weekday(today, weekday)
    return _in_week(today, _which(which), weekday)


def _chinese_week(found: _Found, today: date) -> date:
    return _in_week(today, _which(found["which"]), FRIDAY)


def _which(word: str) -> int:
    """How many periods ahead: 上 -1, 本 and 这 0, 下 1, 下下 2."""
    return word.count("下") - word.count("上")


def _part_of_month(month: Month, part: str) -> date:
    if part in ("底", "末", ""):
        return month.last_day
    return month.start + timedelta(days=0 if part == "初" else 14)


def _chinese_month(found: _Found, today: date) -> date:
    month = Month.of(today).plus(_which(found["which"] or ""))
    if found["day"]:
        return _the_day(month.year, month.number, _number(found["day"]))
    chosen = _part_of_month(month, found["part"] or "")
    # "月初" and "月中" said after them are the next month's; "本月初" is not.
    return chosen if chosen >= today or found["which"] else _part_of_month(month.next, found["part"] or "")


def _named_month(found: _Found, today: date) -> date:
    number = _number(found["month"])
    if not 1 <= number <= 12:
        raise _NoSuchDay
    month = Month(today.year, number)
    if month.last_day < today - timedelta(days=PASSED_DAYS):
        month = month.plus(12)
    return _part_of_month(month, found["part"] or "")


def _quarter(found: _Found, today: date) -> date:
    month = Month.of(today).plus(3 * _which(found["which"] or ""))
    return month.plus(-month.number % 3).last_day


def _year_end(found: _Found, today: date) -> date:
    return date(today.year + {"明": 1, "后": 2}.get(found["which"] or "", 0), 12, 31)


def _full_day(found: _Found, _: date) -> date:
    return _the_day(int(found["year"]), _number(found["month"]), _number(found["day"]))


def _month_day(found: _Found, today: date) -> date:
    if (years := found.groupdict().get("years")) is not None:
        return _the_day(today.year + {"今": 0, "明": 1, "后": 2}[years], _number(found["month"]), _number(found["day"]))
    return _coming(_number(found["month"]), _number(found["day"]), today)


def _day_alone(found: _Found, today: date) -> date:
    number = _number(found["day"])
    if not 1 <= number <= 31:
        raise _NoSuchDay
    month = Month.of(today)
    while number > month.last_day.day or month.start + timedelta(days=number - 1) < today:
        month = month.next
    return month.start + timedelta(days=number - 1)


def _span(found: _Found, today: date) -> date:
    return _later(today, _number(found["n"]), found["unit"])


def _half(found: _Found, today: date) -> date:
    return today + timedelta(days=15) if found["unit"] == "个月" else _months_later(today, 6)


def _english_span(found: _Found, today: date) -> date:
    return _later(today, _number(found["n"]), found["unit"][0])


def _english_weekday(found: _Found, today: date) -> date:
    weekday = _WEEKDAYS_EN.index(found["name"][:3])
    if not found["which"]:
        return _coming_weekday(today, weekday)
    return _in_week(today, {"next": 1, "last": -1}.get(found["which"].strip(), 0), weekday)


def _english_day(found: _Found, today: date) -> date:
    month, day = _MONTHS_EN.index(found["name"]) + 1, int(found["day"])
    return _the_day(int(found["year"]), month, day) if found["year"] else _coming(month, day, today)


def _english_end(found: _Found, today: date) -> date:
    coming = 1 if found["which"] and found["which"].strip() == "next" else 0
    unit, month = found["unit"], Month.of(today)
    if unit.startswith("d"):
        return today
    if unit.startswith("w"):
        return _in_week(today, coming, FRIDAY)
    if unit.startswith("m"):
        return month.plus(coming).last_day
    if unit.startswith("q"):
        return month.plus(3 * coming).plus(-month.number % 3).last_day
    return date(today.year + coming, 12, 31)


_WEEK = "(?:周|星期|礼拜)"
_FORMS: list[tuple[re.Pattern[str], _Reading]] = [
    (re.compile(pattern), reading)
    for pattern, reading in (
        (r"(?P<word>大后|[后明今昨前])[天日儿]", _relative_day),
        (r"(?P<word>[今明])[早晚]", _relative_day),
        (rf"(?P<which>(?:这|本|下{{1,2}}|上)个?)?{_WEEK}(?P<weekday>[一二三四五六日天末1-7])", _chinese_weekday),
        (rf"(?P<which>(?:这|本|下{{1,2}})个?){_WEEK}", _chinese_week),
        (rf"(?P<which>(?:这|本|下{{1,2}})个?)月(?:{_DAY}[日号]?|(?P<part>[底末初中]))?", _chinese_month),
        (r"(?P<which>)(?P<day>)月(?P<part>[底末初中])", _chinese_month),
        (rf"{_MONTH}月份?(?P<part>[底末初中])?", _named_month),
        (r"(?P<which>(?:这|本|下)个?)?季度?[底末]", _quarter),
        (r"(?P<which>(?:这|本|下)个?)季度?", _quarter),
        (r"(?P<which>[今本明后])?年[底末终]", _year_end),
        (rf"(?P<year>\d{{4}})年{_MONTH}月{_DAY}[日号]?", _full_day),
        (r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)", _full_day),
        (r"(?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)", _full_day),
        (rf"(?:(?P<years>[今明后])年)?{_MONTH}月{_DAY}(?:[日号]|(?![\d月]))", _month_day),
        (r"(?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?![-/.]?\d)", _month_day),
        (rf"{_DAY}[日号]", _day_alone),
        (rf"过?{_N} ?(?P<unit>天|日|年)(?:之?[后内])?", _span),
        (rf"过?{_N} ?个?(?P<unit>周|星期|礼拜)(?:之?[后内])?", _span),
        (rf"过?{_N} ?个(?P<unit>月)(?:之?[后内])?", _span),
        (r"半(?P<unit>个月|年)(?:之?[后内])?", _half),
        (r"(?P<word>today|tonight|eod)", lambda _, today: today),
        (r"(?P<word>tomorrow|tmrw?)", lambda _, today: today + timedelta(days=1)),
        (r"(?P<word>yesterday)", lambda _, today: today - timedelta(days=1)),
        (r"(?P<word>day after tomorrow)", lambda _, today: today + timedelta(days=2)),
        (rf"(?P<which>(?:next|this|last) )?{_WEEKDAY_EN}", _english_weekday),
        (rf"(?:in )?\+?{_N_EN} ?(?P<unit>d(?:ays?)?|w(?:ks?|eeks?)?|m(?:onths?|o)?|y(?:ears?)?)", _english_span),
        (r"(?:the )?end of (?:the )?(?P<which>next |this )?(?P<unit>day|week|month|quarter|year)", _english_end),
        (r"(?P<which>next |this )(?P<unit>week|month|quarter|year)", _english_end),
        (r"(?P<which>)eo(?P<unit>[wmqy])", _english_end),
        (rf"{_MONTH_EN} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?", _english_day),
        (rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH_EN}(?:,? (?P<year>\d{{4}}))?", _english_day),
    )
]
# "zhang@fri.example.com" is an address whatever its first label means.
_ADDRESS = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}")


def read_due(words: str, today: date) -> DuePhrase | None:
    """The day that ``words`` (without @) mean as a whole, or None when they are no date."""
    plain = _plain(words)
    found = _longest(plain.strip(), 0, today)
    if found is None or found[0] != len(plain.strip()):
        return None
    return _phrase(0, len(words), found[1], found[2], today)


def find_due(text: str, today: date) -> DuePhrase | None:
    """The first @ in ``text`` that a date follows, as typed: half or full width, with a blank after the @ or not.

    An @ before a name ("@张伟") or inside an address is left alone.
    """
    if "@" not in text and "＠" not in text:
        return None
    plain = _plain(text)
    place = plain.find("@")
    while place >= 0:
        start = place + 1 + (plain[place + 1 : place + 2] == " ")
        written_to = place > 0 and plain[place - 1].isascii() and _ADDRESS.match(plain, start)
        found = None if written_to else _longest(plain, start, today)
        if found is not None:
            return _phrase(place, found[0], found[1], found[2], today)
        place = plain.find("@", place + 1)
    return None


def due_at(text: str, start: int, today: date) -> DuePhrase | None:
    """The date whose words begin at ``start``, without an @, and go as far as they can; None where none begins."""
    found = _longest(_plain(text), start, today)
    return None if found is None else _phrase(start, found[0], found[1], found[2], today)


def _plain(text: str) -> str:
    # str.lower() may lengthen a text (İ); only ASCII has to be lowered here.
    half = text.translate(_HALF_WIDTH)
    return re.sub("[A-Z]+", lambda capitals: capitals[0].lower(), half)


def _longest(plain: str, start: int, today: date) -> tuple[int, date | None, DueProblem | None] | None:
    best: tuple[int, _Reading, _Found] | None = None
    for pattern, reading in _FORMS:
        found = pattern.match(plain, start)
        if found and found.end() > (best[0] if best else start) and _ends_here(plain, found.end()):
            best = found.end(), reading, found
    if best is None:
        return None
    try:
        return best[0], best[1](best[2], today), None
    except _NoSuchDay:
        return best[0], None, "no_such_day"
    except (OverflowError, ValueError):
        return best[0], None, "too_far"


def _ends_here(plain: str, end: int) -> bool:
    """A word or a number must not go on: "@monica" is no Monday, "@3dx" no three days."""
    last, follows = plain[end - 1], plain[end : end + 1]
    return not (last.isascii() and last.isalnum() and follows.isascii() and follows.isalnum())


def _phrase(start: int, end: int, day: date | None, problem: DueProblem | None, today: date) -> DuePhrase:
    return DuePhrase(start, end, day, problem, is_past=day is not None and day < today)
