"""What closing a cycle froze: the figures in force, read back."""

import sqlite3

from attrs import frozen

from cockpit.excel.review_record import Quantity
from cockpit.metrics.registry import METRICS
from cockpit.metrics.scopes import Scope
from cockpit.model.cycles import Month
from cockpit.store import loop


@frozen
class Closing:
    """A closing in force. ``closed_at`` is a UTC stamp."""

    id: int
    closed_at: str
    figures: dict[tuple[str, str], tuple[float | None, int | None, str | None]]

    def quantity(self, scope: Scope, key: str) -> Quantity | None:
        """A figure as it was frozen; None when the scope or the metric was not there then."""
        found = self.figures.get((scope.text, key))
        if found is None:
            return None
        value, n, reason = found
        if value is not None and value == int(value):
            value = int(value)
        return Quantity(METRICS[key].unit, value, n, reason)


def read_closing(connection: sqlite3.Connection, month: Month) -> Closing | None:
    """The closing of a cycle that is in force; None for a cycle that is open."""
    number = loop.open_closing(connection, month)
    if number is None:
        return None
    (closed_at,) = connection.execute("SELECT closed_at FROM cycle_closings WHERE id = ?", (number,)).fetchone()
    figures = {
        (scope, key): (value, n, reason)
        for scope, key, value, n, reason in connection.execute(
            "SELECT scope, key, value, n, reason FROM frozen_figures WHERE closing_id = ?", (number,)
        )
    }
    return Closing(number, closed_at, figures)
