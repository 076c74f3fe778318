"""How done and planned are said: "✓ 4/4" reached, "△ 3/4" short of it and the week is over, "–/4" still to come."""

from datetime import date, timedelta

from attrs import evolve

from cockpit.language import tr
from cockpit.metrics.key_action_plans import Together
from cockpit.model import formats
from cockpit.model.weeks import WEEK
from cockpit.window.kit.tables import Cell
from cockpit.window.kit.theme import State


def done_of_planned(done: int | None, planned: int | None, *, is_over: bool, strong: bool = False) -> Cell:
    """A cell: nothing planned is quiet, and is no plan of nothing."""
    if planned is None:
        text = "" if done is None else formats.count(done)
        return Cell(text, sort=done or 0, quiet=not strong, strong=strong)
    if done is None:
        return Cell(f"–/{formats.count(planned)}", sort=0, quiet=True)
    words = f"{formats.count(done)}/{formats.count(planned)}"
    tone: State | None = "ok" if done >= planned else "watch" if is_over else None
    return Cell(words if tone is None else f"{SIGNS[tone]} {words}", sort=done, tone=tone, strong=strong)


SIGNS: dict[State, str] = {"ok": "✓", "watch": "△"}


def week_cell(cell: Together, week: date, today: date) -> Cell:
    """One week of a person, or of everybody."""
    return done_of_planned(cell.done, cell.planned, is_over=week + WEEK <= today)


def total_cell(together: Together, *, is_over: bool) -> Cell:
    """The weeks that have begun; what was planned for them can be held against what was done."""
    cell = done_of_planned(together.done, together.planned, is_over=is_over, strong=True)
    return (
        evolve(cell, tip=tr("以后的几周还计划了 {n} 次", n=formats.count(together.ahead))) if together.ahead else cell
    )


def week_title(week: date, today: date) -> str:
    """The Monday that heads a column; the week that runs is named."""
    day = f"{week.month}-{week.day}"
    return tr("本周 {day}", day=day) if week <= today < week + WEEK else day


def week_words(week: date) -> str:
    """From Monday to Sunday, for a sentence."""
    last = week + timedelta(days=6)
    return f"{week.month}-{week.day} – {last.month}-{last.day}"
