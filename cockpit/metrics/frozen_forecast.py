"""The weighted forecast as the cockpit told it on an early day of a cycle, for its accuracy.

"What did we believe then" goes by ``recorded_at``: what happened before that day but was recorded after it was not in
the forecast, and a deal won on the third that came in with the import of the twelfth was still an open deal on the
fifth. (A past month computed anew goes by ``effective_at`` instead, see ``deal_rules.open_deals``: it tells what was,
not what was believed.) By the same rule there is no forecast of a day before the store knew of anything, however far
back the days in an imported file go.

The history keeps stage, state, amount, expected close, owner and category, and experience values have a history of
their own. Teams, product, currency and rates are taken as they stand now; deals deleted since are left out, as they are
everywhere, and what was undone was never recorded.
"""

import sqlite3
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal

from attrs import define

from cockpit.metrics import reasons
from cockpit.metrics.by_scope import ByScope
from cockpit.metrics.deal_rules import IS_ESTIMATED, home_amount
from cockpit.metrics.experience import ExperienceInUse
from cockpit.metrics.figure import Reason
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Roster
from cockpit.metrics.settings import MetricSettings
from cockpit.model import clock
from cockpit.model.workdays import ONE_DAY


@define
class FrozenForecast:
    """One scope's forecast. Money in minor units of the store's currency; ``weighted`` is exact.

    ``is_known`` is False where the store knew no deal of the scope then: that is no forecast of 0.
    """

    is_known: bool = False
    won: int = 0
    weighted: Decimal = Decimal(0)

    @property
    def value(self) -> int:
        return self.won + round(self.weighted)


@define
class FrozenForecasts:
    """Those of all scopes on ``day``, or ``lack``: why there are none."""

    day: date | None = None
    by_scope: ByScope[FrozenForecast] | None = None
    lack: Reason | None = None


def read_frozen_forecasts(
    connection: sqlite3.Connection, period: Period, settings: MetricSettings, roster: Roster
) -> FrozenForecasts:
    """The forecasts of a single cycle that is over, on its k-th working day (``settings.forecast_workday``).

    A forecast was made when the cockpit was used, or anything recorded, on that day or before it in the cycle, the last
    working day of the cycle before included: what is looked at then is what the cycle begins with. A history that
    merely goes back further is not enough. Nobody made a forecast from it.
    """
    if len(period.months) > 1:
        return FrozenForecasts(lack=reasons.ONLY_SINGLE_CYCLES)
    if not period.is_over:
        return FrozenForecasts(lack=reasons.CYCLE_NOT_OVER)
    days = settings.calendar.workdays(period.start, period.end)
    if len(days) < settings.forecast_workday:
        return FrozenForecasts(lack=reasons.too_few_workdays(settings.forecast_workday))
    day = days[settings.forecast_workday - 1]
    if not was_forecast(connection, period, day, settings):
        return FrozenForecasts(day, lack=reasons.not_used_then(day))
    forecasts = _forecasts(connection, period, day, settings, roster)
    return FrozenForecasts(day, forecasts, None if forecasts.whole.is_known else reasons.nothing_known_then(day))


DealThen = tuple[int, int, int | None, str, int | None, str, str | None, int | None, str | None, str | None]
"""Id, won?, owner, ISO day (of closing, else the day asked about), stage, category, expected close, amount in minor
units (None: unknown, or in a currency without a rate), and the ISO days on which the present stage was entered and the
deal created."""


def believed_deals(
    connection: sqlite3.Connection, period: Period, day: date, settings: MetricSettings
) -> list[DealThen]:
    """What the store believed at the end of ``day``, deal by deal: all that were open, and those won in the cycle."""
    bounds = {"start": period.start.isoformat(), "end": period.end.isoformat(), "day": day.isoformat()}
    return connection.execute(
        _DEALS_SQL, {**bounds, "until": end_of(day), "currency": settings.currency, "all_open": 1}
    ).fetchall()


def was_forecast(
    connection: sqlite3.Connection,
    period: Period,
    day: date,
    settings: MetricSettings,
    recorded: Callable[[], Sequence[str]] | None = None,
) -> bool:
    """Whether the cockpit was used by ``day``, in its cycle or on the last working day before it.

    ``recorded`` gives the ``recorded_minutes``, where many cycles are asked about.
    """
    before = settings.calendar.workdays(period.first.previous.start, period.start)
    return _was_used(connection, before[-1] if before else period.start - ONE_DAY, day, recorded)


def recorded_minutes(connection: sqlite3.Connection) -> list[str]:
    """The minutes (UTC) in which anything was recorded, in their order: one way through the whole history."""
    return sorted(
        row[0] for row in connection.execute(f"SELECT DISTINCT substr(recorded_at, 1, {_MINUTE}) FROM deal_history")
    )


def end_of(day: date) -> str:
    """The stamp at which a local day is over."""
    return clock.utc_stamp(datetime.combine(day + ONE_DAY, time()).astimezone())


_MINUTE = len("2026-11-24T06:41")


def _was_used(
    connection: sqlite3.Connection, first: date, last: date, recorded: Callable[[], Sequence[str]] | None
) -> bool:
    """The second question goes through the whole history, and is asked only when the first is answered with no."""
    days = (first.isoformat(), last.isoformat())
    if connection.execute("SELECT 1 FROM days_used WHERE day BETWEEN ? AND ? LIMIT 1", days).fetchone():
        return True
    begin, end = end_of(first - ONE_DAY), end_of(last)
    if recorded is not None:
        # Days begin and end with a minute.
        minutes = recorded()
        place = bisect_left(minutes, begin[:_MINUTE])
        return place < len(minutes) and minutes[place] < end[:_MINUTE]
    query = "SELECT 1 FROM deal_history WHERE recorded_at >= ? AND recorded_at < ? LIMIT 1"
    return connection.execute(query, (begin, end)).fetchone() is not None


_ENTRY = "FROM deal_history h WHERE h.deal_id = d.id"
_KNOWN = f"EXISTS (SELECT 1 {_ENTRY} AND h.recorded_at < :until)"
_CHANGED = f"EXISTS (SELECT 1 {_ENTRY} AND h.recorded_at >= :until)"
_COLUMNS = (
    "d.id, d.owner_id, d.stage_id, d.amount, d.expected_close, d.state, d.closed_on, d.product_id, d.currency,"
    " d.forecast_category"
)


def _believed(field: str, present: str) -> str:
    """What the store said of ``field`` at ``:until``: the newest entry recorded by then, else what the first one
    recorded later replaced, else ``present``.
    """
    of_field = f"{_ENTRY} AND h.field = '{field}' AND h.recorded_at"
    return (
        f"CASE WHEN NOT d.changed THEN {present}"
        f" WHEN EXISTS (SELECT 1 {of_field} < :until)"
        f" THEN (SELECT h.new {of_field} < :until ORDER BY h.effective_at DESC, h.id DESC LIMIT 1)"
        f" WHEN EXISTS (SELECT 1 {of_field} >= :until)"
        f" THEN (SELECT h.old {of_field} >= :until ORDER BY h.recorded_at, h.id LIMIT 1)"
        f" ELSE {present} END"
    )


# A deal whose closing changed later: the day on which it was closed then is that of the entry which said so.
_CLOSED_ON = (
    "CASE WHEN d.id IN (SELECT deal_id FROM closed_later)"
    f" THEN (SELECT substr(h.effective_at, 1, 10) {_ENTRY} AND h.field = 'state' AND h.recorded_at < :until"
    " ORDER BY h.effective_at DESC, h.id DESC LIMIT 1) ELSE d.closed_on END"
)

# The limits keep SQLite from merging the levels: it would look through the history once per use of a column.
_COUNTED = f"""
WITH closed_later AS MATERIALIZED (
    SELECT DISTINCT deal_id FROM deal_history WHERE field = 'state' AND recorded_at >= :until
),
candidates AS (
    SELECT {_COLUMNS} FROM deals d WHERE d.state = 'open' AND d.deleted_at IS NULL
    UNION ALL
    SELECT {_COLUMNS} FROM deals d WHERE d.state <> 'open' AND d.deleted_at IS NULL
        AND d.id IN (SELECT deal_id FROM closed_later)
    UNION ALL
    SELECT {_COLUMNS} FROM deals d WHERE d.closed_on >= :start AND d.closed_on < :end AND d.deleted_at IS NULL
        AND d.state = 'won' AND d.id NOT IN (SELECT deal_id FROM closed_later)
),
known AS (SELECT d.*, {_CHANGED} AS changed FROM (SELECT * FROM candidates d WHERE {_KNOWN} LIMIT -1) d LIMIT -1),
by_state AS (
    SELECT d.*, coalesce({_believed("state", "d.state")}, 'open') AS state_then,
        {_believed("expected_close", "d.expected_close")} AS expected_then, {_CLOSED_ON} AS closed_then,
        coalesce({_believed("forecast_category", "d.forecast_category")}, 'pipeline') AS category_then
    FROM known d LIMIT -1
),
counted AS (
    SELECT d.id, d.product_id, d.currency, d.state_then AS state, d.expected_then, d.category_then,
        CASE d.state_then WHEN 'won' THEN d.closed_then ELSE :day END AS day,
        CAST({_believed("owner", "d.owner_id")} AS INTEGER) AS owner_id,
        CAST({_believed("stage", "d.stage_id")} AS INTEGER) AS stage_id,
        CAST({_believed("amount", "d.amount")} AS INTEGER) AS amount
    FROM by_state d
    WHERE (d.state_then = 'open' AND (:all_open OR (d.expected_then < :end AND d.category_then <> 'omitted')))
        OR (d.state_then = 'won' AND d.closed_then >= :start AND d.closed_then < :end)
    LIMIT -1
)
"""
_FORECAST_SQL = f"""
{_COUNTED}
SELECT d.state = 'won' AS is_won, d.owner_id, d.day, d.stage_id,
    coalesce(sum(CASE WHEN d.state = 'won' AND {IS_ESTIMATED} THEN NULL ELSE {home_amount("d.day")} END), 0)
FROM counted d LEFT JOIN products p ON p.id = d.product_id
GROUP BY is_won, d.owner_id, d.day, d.stage_id
"""

_DEALS_SQL = f"""
{_COUNTED}
SELECT d.id, d.state = 'won', d.owner_id, d.day, d.stage_id, d.category_then, d.expected_then,
    CASE WHEN d.state = 'won' AND {IS_ESTIMATED} THEN NULL ELSE {home_amount("d.day")} END,
    CASE d.state WHEN 'open' THEN (SELECT max(substr(h.effective_at, 1, 10)) {_ENTRY} AND h.field = 'stage'
        AND h.recorded_at < :until) END, n.created_on
FROM counted d LEFT JOIN products p ON p.id = d.product_id LEFT JOIN deals n ON n.id = d.id
"""

_KNOWN_OWNERS = f"""
SELECT people.id FROM people WHERE EXISTS (
    SELECT 1 FROM deals d WHERE d.owner_id = people.id AND d.deleted_at IS NULL AND {_KNOWN}
)
"""
_NOBODYS = f"SELECT EXISTS (SELECT 1 FROM deals d WHERE d.owner_id IS NULL AND d.deleted_at IS NULL AND {_KNOWN})"


def _forecasts(
    connection: sqlite3.Connection, period: Period, day: date, settings: MetricSettings, roster: Roster
) -> ByScope[FrozenForecast]:
    until = end_of(day)
    totals, experience = ByScope(FrozenForecast, roster), ExperienceInUse(connection, period, roster, day, until)
    bounds = {"start": period.start.isoformat(), "end": period.end.isoformat(), "day": day.isoformat()}
    owners = connection.execute(_KNOWN_OWNERS, {"until": until}).fetchall()
    if connection.execute(_NOBODYS, {"until": until}).fetchone()[0]:
        totals.whole.is_known = True
    for (owner,) in owners:
        for total in totals.of(owner, day.isoformat()):
            total.is_known = True
    if not totals.whole.is_known:
        return totals
    for is_won, owner, on, stage, amount in connection.execute(
        _FORECAST_SQL, {**bounds, "until": until, "currency": settings.currency, "all_open": 0}
    ):
        team = roster.team_at(owner, on) if owner in roster.people else None
        for total in totals.of(owner, on):
            total.is_known = True
            if is_won:
                total.won += amount
            else:
                total.weighted += experience.of(team, stage) * amount
    return totals
