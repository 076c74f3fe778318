"""How far a cycle has come, in words."""

from cockpit.language import tr
from cockpit.metrics.facts import Facts
from cockpit.model import formats
from cockpit.model.workdays import ONE_DAY


def reached_words(facts: Facts) -> str:
    """The day that is looked from and its place among the working days, or that the cycle has not begun.

    A year whose make-up days are not known yet is said: the count of its days may still change.
    """
    period, calendar = facts.period, facts.settings.calendar
    notes = "".join(f" · {note.sentence}" for note in facts.calendar_notes)
    if period.is_future:
        return tr("{month} 还没有开始", month=formats.month_text(period.start)) + notes
    words = tr(
        "截至 {day},第 {passed} / {all} 个工作日",
        day=formats.day_words(period.as_of), passed=calendar.count(period.start, period.as_of + ONE_DAY),
        all=calendar.count(period.start, period.end),
    )  # fmt: skip
    return words + notes
