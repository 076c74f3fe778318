"""Whether a cycle is closed, and what was frozen with it."""

import sqlite3
from datetime import date

from attrs import frozen

from cockpit.model import clock
from cockpit.model.cycles import Month


@frozen
class Closing:
    """The closing in force of a cycle: its local day, and the scope's figures as frozen then.

    ``figures`` holds values as ``Figure.json_value`` gives them, None where there was none.
    """

    day: date
    figures: dict[str, float | None]


def read_closing(connection: sqlite3.Connection, month: Month, scope_text: str) -> Closing | None:
    """None for a cycle that is open, or was opened again. ``scope_text`` is ``Scope.text``."""
    row = connection.execute(
        "SELECT id, closed_at FROM cycle_closings WHERE month = ? AND reopened_at IS NULL ORDER BY id DESC LIMIT 1",
        (str(month),),
    ).fetchone()
    if row is None:
        return None
    figures = connection.execute(
        "SELECT key, value FROM frozen_figures WHERE closing_id = ? AND scope = ?", (row[0], scope_text)
    )
    return Closing(clock.from_stamp(row[1]).date(), dict(figures))
