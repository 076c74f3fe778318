"""Days in a typed line: the day it happened, in the words of ``due_dates`` looked at backwards, and the follow-up's."""

import re
from datetime import date, timedelta

from cockpit.model.due_dates import DuePhrase, due_at, find_due
from cockpit.model.known_names import starts_word

SEPARATES = re.compile(r"(?:[\s,;:、。/]|(?<!\S)[-–—]+(?!\S))+")
_MEANS_FOLLOW_UP = re.compile(
    r"(?:(?:下次|再|回头|约好?)?跟进?|下次|回访|follow[ -]?ups?|f/?u|next)\s*(?:on|by)?\s*:?\s*$"
)
_FOLLOW_UP = re.compile(r"(?:(?<=[\s,;、。])|^)(?:(?:下次|再|回头)?跟进?|下次|回访|follow[ -]?up|f/?u)\s*(?:on |by )?")
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天1-7]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*")
_HAPPENED = re.compile(
    r"[今昨前明后][天日儿]|大后天|[今明][早晚]|(?:(?:这|本|上|下{1,2})个?)?(?:周|星期|礼拜)[一二三四五六日天1-7]|"
    r"(?:\d{4}年|[今去]年)?\d{1,2}月\d{1,2}[日号]?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/]\d{1,2}|\d{1,2}[日号]|"
    r"today|yesterday|tomorrow|(?:last |this |next )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|"
    r"[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?|"
    r"\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}"
)
_DAY_ALONE = re.compile(r"\d{1,2}[日号]")
_WITH_FIGURES = re.compile(r"[\d/-]+|\d{1,2}[日号]")


def happened_at(text: str, plain: str, start: int, today: date) -> DuePhrase | None:
    """A day on which something happened whose words begin at ``start``; ``plain`` is the folded text.

    Spans and ends of months are no such days, nor are figures that are not a word of their own: 3天后, 11.5, 3号线.
    """
    if not starts_word(plain, start):
        return None
    phrase = due_at(text, start, today)
    if phrase is None or not _HAPPENED.fullmatch(said := plain[start : phrase.end].strip()):
        return None
    if _WITH_FIGURES.fullmatch(said) and not SEPARATES.match(plain + " ", phrase.end):
        return None
    return DuePhrase(start, phrase.end, _gone(phrase, said, today), phrase.problem)


def _gone(phrase: DuePhrase, said: str, today: date) -> date | None:
    """A weekday, or a day of a month, that happened is the last one; ``due_dates`` reads the next."""
    day = phrase.day
    if day is None or day <= today:
        return day
    if _WEEKDAY.fullmatch(said):
        return day - timedelta(days=7)
    if _DAY_ALONE.fullmatch(said):
        first = today.replace(day=1)
        for _ in range(3):
            gone = first + timedelta(days=int(said[:-1]) - 1)
            if gone.month == first.month and gone <= today:
                return gone
            first = (first - timedelta(days=1)).replace(day=1)
    return day


def find_follow_up(text: str, plain: str, today: date) -> DuePhrase | None:
    """The day with an @, with the 跟 before it, or a day that follows 跟, 下次, "follow up" and ends a word."""
    if due := find_due(text, today):
        before = _MEANS_FOLLOW_UP.search(plain[: due.start])
        return DuePhrase(before.start() if before else due.start, due.end, due.day, due.problem)
    for found in _FOLLOW_UP.finditer(plain):
        due = due_at(text, found.end(), today)
        if due is not None and SEPARATES.match(plain + " ", due.end):
            return DuePhrase(found.start(), due.end, due.day, due.problem)
    return None
