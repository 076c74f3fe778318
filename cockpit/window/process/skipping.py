"""Whose process may be skipped, and why, in one quiet line."""

from collections.abc import Sequence

from cockpit.language import tr
from cockpit.metrics.people_results import PersonResult

NAMED = 4
"""So many are named; a longer line is not read."""


def skipping_words(people: Sequence[PersonResult]) -> str:
    """Who may be skipped with the pace index that says so, and how many are left to look at."""
    if not people:
        return ""
    skipped = sorted((one for one in people if one.may_be_skipped), key=_index, reverse=True)
    if len(people) == 1:
        why = _reasons(people[0])
        return tr("结果好,可略过:{why}", why=why) if skipped else tr("过程要看:{why}", why=why)
    separator = tr("、")
    words = _of_several(people, skipped, separator)
    if crossed := [one.person.name for one in people if any(reason.code == "red_line" for reason in one.reasons)]:
        words += " · " + tr("红线未了结:{names}", names=separator.join(crossed[:NAMED]))
    return words


def _of_several(people: Sequence[PersonResult], skipped: list[PersonResult], separator: str) -> str:
    left = len(people) - len(skipped)
    if not skipped and all(one.figures["pace_index"].value is None for one in people):
        return tr("{n} 人的过程都要看:还没有目标", n=left)
    if not skipped and any(reason.code == "pace_good" for one in people for reason in one.reasons):
        return tr("{n} 人的过程都要看", n=left)
    if not skipped:
        return tr("{n} 人的过程都要看:还没有人跟上进度", n=left)
    names = separator.join(f"{one.person.name} {_index(one):.2f}" for one in skipped[:NAMED])
    if (further := len(skipped) - NAMED) > 0:
        names = tr("{names} 等 {n} 人", names=names, n=further + NAMED)
    if not left:
        return tr("{names} 结果好(进度指数),都可略过", names=names)
    return tr("{names} 结果好(进度指数),可略过 · 还有 {n} 人要看", names=names, n=left)


def skipping_reasons(people: Sequence[PersonResult]) -> str:
    """A line a person, for the tooltip: may be skipped or not, and all reasons."""
    lines = [
        tr("{name}:可略过。{why}", name=one.person.name, why=_reasons(one))
        if one.may_be_skipped
        else tr("{name}:要看。{why}", name=one.person.name, why=_reasons(one))
        for one in sorted(people, key=lambda one: (not one.may_be_skipped, -_index(one)))
    ]
    return "\n".join(lines[:24])


def _index(one: PersonResult) -> float:
    return one.figures["pace_index"].value or 0.0


def _reasons(one: PersonResult) -> str:
    return tr(";").join(reason.sentence for reason in one.reasons)
