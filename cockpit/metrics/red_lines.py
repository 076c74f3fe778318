"""Red lines (红线): which are open on a day, and all that a person's page shows."""

import sqlite3
from datetime import date

from attrs import frozen

from cockpit.language import noop
from cockpit.metrics.figure import Reason
from cockpit.metrics.period import Period
from cockpit.model.formats import day_short


@frozen
class RedLine:
    """One that was crossed. ``settled_on`` None: it is open still."""

    id: int
    person_id: int
    happened_on: date
    text: str
    settled_on: date | None = None
    settlement: str = ""


_COLUMNS = "id, person_id, happened_on, text, settled_on, settlement"


def open_red_lines(connection: sqlite3.Connection, period: Period) -> dict[int, list[RedLine]]:
    """Person -> those open at the end of ``period.as_of``, the oldest first: one that was settled later was open then,
    and one that happened later was not there yet.
    """
    found: dict[int, list[RedLine]] = {}
    for row in connection.execute(
        f"SELECT {_COLUMNS} FROM red_lines WHERE deleted_at IS NULL AND happened_on <= :as_of"
        " AND (settled_on IS NULL OR settled_on > :as_of) ORDER BY happened_on, id",
        {"as_of": period.as_of.isoformat()},
    ):
        found.setdefault(row[1], []).append(_red_line(row))
    return found


def list_red_lines(connection: sqlite3.Connection) -> dict[int, tuple[RedLine, ...]]:
    """Person -> all of them, what is open first, then the newest."""
    found: dict[int, list[RedLine]] = {}
    for row in connection.execute(
        f"SELECT {_COLUMNS} FROM red_lines WHERE deleted_at IS NULL"
        " ORDER BY settled_on IS NOT NULL, happened_on DESC, id DESC"
    ):
        found.setdefault(row[1], []).append(_red_line(row))
    return {person: tuple(lines) for person, lines in found.items()}


def red_line_reason(line: RedLine) -> Reason:
    """Why the process of somebody with the best results is looked at all the same."""
    return Reason("red_line", noop("红线未了结:{text}({day})"), {"text": line.text, "day": _Day(line.happened_on)})


@frozen
class _Day:
    """A day that is written in the language in which the sentence is read."""

    day: date

    def __str__(self) -> str:
        return day_short(self.day)


def _red_line(row: tuple[int, int, str, str, str | None, str]) -> RedLine:
    id_, person, happened, text, settled, settlement = row
    settled_on = date.fromisoformat(settled) if settled else None
    return RedLine(id_, person, date.fromisoformat(happened), text, settled_on, settlement)
