"""Whether a cycle is closed: its figures are frozen then."""

import sqlite3
from datetime import date

from cockpit.model import clock
from cockpit.model.cycles import Month


def closed_on(connection: sqlite3.Connection, month: Month) -> date | None:
    """The local day of the closing in force; None for a cycle that is open, or was opened again."""
    row = connection.execute(
        "SELECT closed_at FROM cycle_closings WHERE month = ? AND reopened_at IS NULL ORDER BY id DESC LIMIT 1",
        (str(month),),
    ).fetchone()
    return clock.from_stamp(row[0]).date() if row else None
