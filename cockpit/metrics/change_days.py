"""Which two days are compared: the manager's choice, as it is kept, read for the cycle, scope and day of now."""

import sqlite3
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from attrs import frozen

from cockpit.language import noop
from cockpit.metrics.figure import Reason
from cockpit.metrics.scopes import Scope
from cockpit.model import clock
from cockpit.model.cycles import Month
from cockpit.model.workdays import ONE_DAY

Choice = Literal["cycle", "week", "last_week", "meeting", "review", "days"]

CHOICES: dict[Choice, str] = {
    "cycle": noop("本周期"), "week": noop("最近 7 天"), "last_week": noop("上周"), "meeting": noop("上次一对一以来"),
    "review": noop("上次复盘以来"), "days": noop("自选两天"),
}  # fmt: skip
NO_PERSON = Reason("no_person", noop("一对一是和一个人的:先在上面选一个人。"))
NO_MEETING = Reason("no_meeting", noop("和这个人还没有过一对一。"))
NO_REVIEW = Reason("no_review", noop("还没有关闭过周期。"))


@frozen
class ChosenDays:
    """The states at the end of ``first`` and of ``last`` are compared. ``lack`` says why it is the cycle instead of
    what was chosen.
    """

    choice: Choice
    first: date
    last: date
    lack: Reason | None = None


def chosen_days(connection: sqlite3.Connection, kept: object, month: Month, scope: Scope, today: date) -> ChosenDays:
    """What was kept as the setting ``changes_between``: {"choice": ..., "first": ISO day, "last": ISO day}.

    A meeting or a closing of today itself is not the last one: nothing can have changed since.
    """
    wanted: Mapping[str, object] = kept if isinstance(kept, Mapping) else {}
    choice: Choice = next((known for known in CHOICES if known == wanted.get("choice")), "cycle")
    start = min(month.start - ONE_DAY, today)
    cycle = ChosenDays("cycle", start, max(start, min(month.last_day, today)))
    if choice == "days":
        days = [_day(wanted.get(name), today) for name in ("first", "last")]
        known = sorted(day for day in days if day is not None)
        return ChosenDays("days", known[0], known[1]) if len(known) == 2 else cycle
    if choice == "week":
        return ChosenDays(choice, today - timedelta(days=7), today)
    if choice == "last_week":
        sunday = today - timedelta(days=today.weekday() + 1)
        return ChosenDays(choice, sunday - timedelta(days=7), sunday)
    if choice == "meeting":
        since, lack = (
            (None, NO_PERSON) if scope.kind != "person" else (_last_meeting(connection, scope, today), NO_MEETING)
        )
    elif choice == "review":
        since, lack = _last_closing(connection, today), NO_REVIEW
    else:
        return cycle
    return ChosenDays(choice, since, today) if since else ChosenDays(choice, cycle.first, cycle.last, lack)


def _day(text: object, today: date) -> date | None:
    try:
        return min(date.fromisoformat(str(text)), today)
    except ValueError:
        return None


def _last_meeting(connection: sqlite3.Connection, scope: Scope, today: date) -> date | None:
    found = connection.execute(
        "SELECT started_at FROM meetings WHERE person_id = ? AND kind = 'one_on_one' AND started_at IS NOT NULL"
        " AND deleted_at IS NULL ORDER BY started_at DESC",
        (scope.id,),
    )
    return _last_before(found, today)


def _last_closing(connection: sqlite3.Connection, today: date) -> date | None:
    found = connection.execute("SELECT closed_at FROM cycle_closings WHERE reopened_at IS NULL ORDER BY closed_at DESC")
    return _last_before(found, today)


def _last_before(stamps: sqlite3.Cursor, today: date) -> date | None:
    days = (clock.from_stamp(stamp).date() for (stamp,) in stamps)
    return next((day for day in days if day < today), None)
