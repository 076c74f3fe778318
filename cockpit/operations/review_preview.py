"""What the page of reviews shows: a line per month, and the headline figures of one of them, frozen and now."""

import sqlite3
from datetime import date
from typing import Literal

from attrs import frozen

from cockpit.excel.review_record import Better
from cockpit.excel.review_record import Quantity as Quantity
from cockpit.metrics import METRICS, Figure, Period, RowsQuery, Scope
from cockpit.metrics.facts import Facts
from cockpit.metrics.figures import figures_of
from cockpit.metrics.series import monthly_figures
from cockpit.model import clock
from cockpit.model.cycles import Month
from cockpit.operations.review_frozen import Closing, read_closing
from cockpit.operations.review_rows import quantity

CycleState = Literal["running", "due", "open", "closed", "reopened"]
"""A cycle that is over is due to be closed; what was left open before the last one is nobody's worry any more."""

LIST_KEYS = frozenset({"won_revenue", "target", "attainment"})
PREVIEW_KEYS = (
    "won_revenue", "target", "attainment", "weighted_forecast", "win_rate_count", "average_deal",
    "sales_cycle_median", "promises_kept", "self_found_share", "loop_closed",
)  # fmt: skip
WHILE_IT_RUNS = frozenset({"weighted_forecast"})
"""A forecast says nothing new once the cycle is over, and the month before has none to compare with."""


@frozen
class PastClosing:
    """One closing of the cycle, and why it was taken back if it was."""

    closed_on: date
    reopened_on: date | None
    because: str | None


@frozen
class MonthLine:
    """One cycle in the list; the numbers of a closed one are those that were frozen."""

    month: Month
    state: CycleState
    closed_on: date | None
    won: Quantity
    target: Quantity
    attainment: Quantity
    comment: str


@frozen
class PreviewLine:
    """One figure: in a closed cycle ``first`` is frozen and ``second`` is now, else this cycle and the one before."""

    key: str
    name: str
    definition: str
    better: Better
    first: Quantity
    second: Quantity
    rows: RowsQuery | None


@frozen
class Preview:
    month: Month
    state: CycleState
    closings: tuple[PastClosing, ...]
    lines: tuple[PreviewLine, ...]
    comment: str

    @property
    def is_closed(self) -> bool:
        return self.state == "closed"

    @property
    def may_be_closed(self) -> bool:
        """It is over, and not closed."""
        return self.state in ("due", "open", "reopened")


def read_months(
    connection: sqlite3.Connection, chosen: Month, scope: Scope, today: date, count: int
) -> tuple[list[MonthLine], bool]:
    """The last ``count`` cycles with anything in them, newest first, ``chosen`` among them; whether there are more."""
    last = max(Month.of(today), chosen)
    first_known = _first_month(connection)
    if first_known is None:
        return [], False
    first = min(max(first_known, last.plus(1 - count)), chosen)
    months = list(first.through(last))
    figures = monthly_figures(connection, LIST_KEYS, scope, months, today)
    comments = dict(connection.execute("SELECT month, comment FROM cycles"))
    lines = []
    for month, of_month in zip(months, figures, strict=True):
        closings = read_closings(connection, month)
        closing = read_closing(connection, month, scope) if closings and closings[-1].reopened_on is None else None
        shown = {key: _frozen_or(closing, scope, key, of_month[key]) for key in LIST_KEYS}
        lines.append(
            MonthLine(
                month=month,
                state=_state(month, closings, today),
                closed_on=closings[-1].closed_on if closing is not None else None,
                won=shown["won_revenue"],
                target=shown["target"],
                attainment=shown["attainment"],
                comment=comments.get(str(month), ""),
            )
        )
    return lines[::-1], first > first_known


def read_preview(connection: sqlite3.Connection, month: Month, scope: Scope, today: date) -> Preview:
    """The headline figures of one cycle."""
    period = Period.of(month, today)
    closings = read_closings(connection, month)
    closing = read_closing(connection, month, scope)
    facts = Facts(connection, period)
    keys = [key for key in PREVIEW_KEYS if not (period.is_over and key in WHILE_IT_RUNS)]
    now = figures_of(facts, [scope], set(keys))[scope]
    before: dict[str, Figure] = {}
    if closing is None:
        earlier = Facts(connection, period.previous, facts.roster, facts.settings)
        before = figures_of(earlier, [scope], set(keys) - WHILE_IT_RUNS)[scope]
    closed_before = read_closing(connection, month.previous, scope) if closing is None else None

    def line(key: str) -> PreviewLine:
        metric = METRICS[key]
        if closing is not None:
            first = closing.quantity(scope, key) or Quantity(metric.unit, None)
            second = quantity(now[key])
        else:
            first = quantity(now[key])
            second = Quantity(metric.unit, None)
            if key in before:
                second = _frozen_or(closed_before, scope, key, before[key])
        return PreviewLine(key, metric.name, metric.definition, metric.direction, first, second, now[key].rows)

    row = connection.execute("SELECT comment FROM cycles WHERE month = ?", (str(month),)).fetchone()
    lines = tuple(line(key) for key in keys)
    return Preview(month, _state(month, closings, today), closings, lines, row[0] if row else "")


def read_closings(connection: sqlite3.Connection, month: Month) -> tuple[PastClosing, ...]:
    """Every closing of the cycle, the oldest first."""
    return tuple(
        PastClosing(clock.from_stamp(closed).date(), clock.from_stamp(reopened).date() if reopened else None, because)
        for closed, reopened, because in connection.execute(
            "SELECT closed_at, reopened_at, reopened_because FROM cycle_closings WHERE month = ? ORDER BY id",
            (str(month),),
        )
    )


def _state(month: Month, closings: tuple[PastClosing, ...], today: date) -> CycleState:
    if closings:
        return "closed" if closings[-1].reopened_on is None else "reopened"
    if today < month.end:
        return "running"
    return "due" if month == Month.of(today).previous else "open"


def _frozen_or(closing: Closing | None, scope: Scope, key: str, figure: Figure) -> Quantity:
    frozen_quantity = closing.quantity(scope, key) if closing is not None else None
    return frozen_quantity or quantity(figure)


def _first_month(connection: sqlite3.Connection) -> Month | None:
    """The first cycle that anything is known of."""
    found = [
        text[:7]
        for statement in (
            "SELECT min(closed_on) FROM deals WHERE closed_on IS NOT NULL AND deleted_at IS NULL",
            "SELECT min(created_on) FROM deals WHERE deleted_at IS NULL",
            "SELECT min(month) FROM cycles",
            "SELECT min(month) FROM targets",
        )
        if (text := connection.execute(statement).fetchone()[0])
    ]
    return Month.parse(min(found)) if found else None
