"""The four ways of forecasting, tried on past cycles: what each would have said early on, and what came of it.

Each cycle is forecast on its k-th working day (the setting of the frozen forecast). Where the cockpit was used by then,
it is forecast from what was recorded by that day; elsewhere from the history as it is known today, which is said: the
two are never put into one figure. Accuracy = 1 - abs(forecast - won) / won, never below 0; none where nothing was won.
"""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from statistics import median
from threading import Lock
from typing import Literal

from attrs import frozen

from cockpit.language import noop, tr
from cockpit.metrics import reasons
from cockpit.metrics.chances import Asked, Stays
from cockpit.metrics.facts import Facts
from cockpit.metrics.figure import Reason
from cockpit.metrics.forecast_ways import (
    WAYS,
    Way,
    WayFigure,
    all_ways,
    believed_standing,
    horizon_of,
    recomputed_standing,
)
from cockpit.metrics.frozen_forecast import believed_deals, recorded_minutes, was_forecast
from cockpit.metrics.past_days import open_deals_of
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Scope, read_roster
from cockpit.metrics.settings import read_settings
from cockpit.model.cycles import Month

CYCLES = 12
TRIAL_DRAWS = 2_000
"""Draws of a simulation in the back-test: its median moves by less than the accuracy is shown with."""

Basis = Literal["believed", "recomputed"]
_BASES: dict[Basis, str] = {"believed": noop("按当时所知"), "recomputed": noop("按后来的历史重算")}
_BELIEVED: Basis = "believed"
_RECOMPUTED: Basis = "recomputed"


def basis_name(basis: Basis) -> str:
    """What a past forecast was made from."""
    return tr(_BASES[basis])


@frozen
class TriedCycle:
    """One past cycle. ``actual`` is what was won, in minor units; ``ways`` is empty where ``lack`` says why."""

    month: Month
    day: date | None
    basis: Basis
    actual: int
    ways: dict[Way, WayFigure]
    lack: Reason | None = None

    def accuracy(self, way: Way) -> float | None:
        """A fraction; None without a forecast or without anything won."""
        found = self.ways.get(way)
        if found is None or found.value is None or self.actual <= 0:
            return None
        return max(0.0, 1 - abs(found.value - self.actual) / self.actual)

    def is_inside(self, way: Way) -> bool | None:
        """Whether what happened lay in the range of the forecast; None where it has no range."""
        found = self.ways.get(way)
        if found is None or found.low is None or found.high is None or found.low == found.high:
            return None
        return found.low <= self.actual <= found.high


@frozen
class Accuracy:
    """The median accuracy of a way over ``n`` cycles, as a fraction; ``inside`` of ``ranges`` ranges held."""

    value: float | None
    n: int
    inside: int
    ranges: int


@frozen
class BackTest:
    """The cycles, the oldest first."""

    cycles: list[TriedCycle]

    def accuracy(self, way: Way, basis: Basis) -> Accuracy:
        """Over the cycles of one basis."""
        some = [cycle for cycle in self.cycles if cycle.basis == basis]
        found = [value for cycle in some if (value := cycle.accuracy(way)) is not None]
        held = [inside for cycle in some if (inside := cycle.is_inside(way)) is not None]
        return Accuracy(median(found) if found else None, len(found), sum(held), len(held))

    def bases(self) -> list[Basis]:
        """Those that any cycle was forecast on; what was believed first."""
        order: tuple[Basis, ...] = ("believed", "recomputed")
        return [basis for basis in order if any(cycle.basis == basis and cycle.ways for cycle in self.cycles)]

    def best(self, basis: Basis) -> Way | None:
        """The way to believe: the highest median over three cycles or more, and at least half as many as any has."""
        found = {way: self.accuracy(way, basis) for way in WAYS}
        enough = max(3, max(accuracy.n for accuracy in found.values()) / 2)
        measured = [way for way in WAYS if found[way].n >= enough]
        return max(measured, key=lambda way: found[way].value or 0.0, default=None)


_done: dict[tuple[object, ...], BackTest] = {}
_KEPT = 8
_guard = Lock()


def back_test(
    connection: sqlite3.Connection,
    last: Month,
    today: date,
    scope: Scope,
    count: int = CYCLES,
    *,
    progress: Callable[[int, int], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> BackTest:
    """The last ``count`` cycles that are over, up to ``last``; the newest is tried first.

    ``progress`` hears how many of how many are done; ``stop`` is asked before each and between its steps, and true
    gives what there is. A reading connection keeps what it worked out until somebody writes to the store.
    """
    months = tried_months(connection, last, today, count)
    key = _key(connection, months, today, scope)
    with _guard:
        known = _done.get(key) if key is not None else None
    if known is not None:
        return known
    trial = _Trial(connection, months, today, scope, stop or (lambda: False))
    cycles: list[TriedCycle] = []
    for place, month in enumerate(reversed(months)):
        try:
            trial.go_on()
            if progress is not None:
                progress(place, len(months))
            cycles.append(trial.of(month))
        except _Stopped:
            return BackTest(cycles[::-1])
    found = BackTest(cycles[::-1])
    if key is not None:
        with _guard:
            while len(_done) >= _KEPT:
                _done.pop(next(iter(_done)))
            _done[key] = found
    return found


def tried_months(connection: sqlite3.Connection, last: Month, today: date, count: int = CYCLES) -> list[Month]:
    """The cycles over by ``today``, up to ``last``, from the first with a closed deal on; the oldest first."""
    while not Period.of(last, today).is_over:
        last = last.previous
    first = connection.execute(
        "SELECT min(closed_on) FROM deals WHERE closed_on IS NOT NULL AND deleted_at IS NULL"
    ).fetchone()[0]
    if first is None:
        return []
    return [month for month in last.plus(1 - count).through(last) if str(month) >= first[:7]]


def _key(
    connection: sqlite3.Connection, months: Sequence[Month], today: date, scope: Scope
) -> tuple[object, ...] | None:
    """None for a writing connection, which would not notice its own changes."""
    if not connection.execute("PRAGMA query_only").fetchone()[0]:
        return None
    version = connection.execute("PRAGMA data_version").fetchone()[0]
    path = connection.execute("PRAGMA database_list").fetchone()[2]
    newest = connection.execute("SELECT max(id) FROM deal_history").fetchone()[0]
    return path, id(connection), version, newest, tuple(months), today, scope


class _Stopped(Exception):
    """Nobody wants the rest."""


class _Trial:
    """What the cycles of one back-test share: whom and what there is, when anything was recorded, and past stays."""

    def __init__(
        self, connection: sqlite3.Connection, months: Sequence[Month], today: date, scope: Scope,
        stop: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._connection, self._months, self._today, self._scope = connection, months, today, scope
        self._stop = stop
        self._roster, self._settings = read_roster(connection), read_settings(connection)

    def go_on(self) -> None:
        """Between two steps. Raises _Stopped."""
        if self._stop():
            raise _Stopped

    @cached_property
    def _recorded(self) -> list[str]:
        return recorded_minutes(self._connection)

    @cached_property
    def _stays(self) -> Stays | None:
        """As far back as any cycle asks, up to the last day that any is forecast on."""
        days = {month: day for month in self._months if (day := self._day(month)) is not None}
        asked = [
            Asked.of(self._connection, day, horizon_of(Period.of(month, self._today), day))
            for month, day in days.items()
        ]
        since = min((found.since for found in asked if found.since is not None), default=None)
        if since is None:
            return None
        last = max(days)
        period = Period.of(last, self._today, as_of=days[last])
        opened = open_deals_of(self._connection, period)
        ids = self._connection.execute(f"SELECT d.id FROM ({opened.sql}) d", opened.parameters)
        return Stays(self._connection, since, days[last], (row[0] for row in ids), go_on=self.go_on)

    def _day(self, month: Month) -> date | None:
        days = self._settings.calendar.workdays(month.start, month.end)
        return days[self._settings.forecast_workday - 1] if len(days) >= self._settings.forecast_workday else None

    def of(self, month: Month) -> TriedCycle:
        """One cycle, forecast on its k-th working day."""
        connection, settings, scope = self._connection, self._settings, self._scope
        period, day = Period.of(month, self._today), self._day(month)
        facts = Facts(connection, period, self._roster, settings)
        actual = facts.closed[scope].revenue
        if day is None:
            lack = reasons.too_few_workdays(settings.forecast_workday)
            return TriedCycle(month, None, "believed", actual, {}, lack)
        if was_forecast(connection, period, day, settings, lambda: self._recorded):
            then = believed_deals(connection, period, day, settings)
            self.go_on()
            standing, basis = believed_standing(facts, day, then, scope), _BELIEVED
        else:
            stays = self._stays
            self.go_on()
            open_deals_of(connection, Period.of(month, self._today, as_of=day))
            self.go_on()
            standing, basis = recomputed_standing(facts, day, scope, stays), _RECOMPUTED
        self.go_on()
        if not standing.deals and not standing.won:
            return TriedCycle(month, day, basis, actual, {}, reasons.nothing_known_then(day))
        return TriedCycle(month, day, basis, actual, {found.way: found for found in all_ways(standing, TRIAL_DRAWS)})
