"""What the forecast page shows, read on the worker: the quick ways first, then what takes longer."""

import sqlite3
from collections.abc import Callable

from attrs import frozen

from cockpit.language import tr
from cockpit.metrics import Figure, Period, RowsQuery, Scope
from cockpit.metrics.backtest import BackTest, back_test, tried_months
from cockpit.metrics.deal_rules import closed_rows, in_pipeline, open_rows
from cockpit.metrics.facts import Facts
from cockpit.metrics.figures import figures_of
from cockpit.metrics.forecast_ways import Standing, Way, WayFigure, all_ways, quick_ways, read_standing
from cockpit.metrics.what_if import DealToTry, ValueRow, deals_to_try, value_rows
from cockpit.metrics.who_was_right import WhoWasRight, who_was_right
from cockpit.model import formats
from cockpit.window.kit.page import View


@frozen
class ForecastData:
    """Known at once. ``target`` in minor units, None without one; ``ways`` are all but the simulation."""

    is_empty: bool
    period: Period
    scope: Scope
    title_words: str
    won: int
    target: int | None
    ways: list[WayFigure]
    rows: dict[Way, RowsQuery]
    currency: str


@frozen
class ForecastDepth:
    """What follows: all four ways, and what can be tried."""

    ways: list[WayFigure]
    forecast: Figure
    standing: Standing
    period: Period
    values: list[ValueRow]
    deals: list[DealToTry]


def read_forecast_ways(connection: sqlite3.Connection, view: View) -> ForecastData:
    """A few grouped queries, and the open deals of the cycle."""
    period, scope = Period.of(view.month, view.today), view.shown_scope
    facts = Facts(connection, period)
    standing = read_standing(facts, scope, only_cycle=True)
    return ForecastData(
        is_empty=connection.execute("SELECT NOT EXISTS (SELECT 1 FROM deals WHERE deleted_at IS NULL)").fetchone()[0],
        period=period,
        scope=scope,
        title_words=tr(
            "{month},截至 {day}", month=formats.month_text(period.start), day=formats.day_words(period.as_of)
        ),
        won=standing.won,
        target=facts.targets.get(scope),
        ways=quick_ways(standing),
        rows=_rows(period, scope),
        currency=facts.settings.currency,
    )


def _rows(period: Period, scope: Scope) -> dict[Way, RowsQuery]:
    """The deals behind each way: those won, and the open ones that it counts on."""
    won = closed_rows(period, scope, "deals.state = 'won'")
    expected, bounds = in_pipeline(period)
    category = "coalesce(d.forecast_category, 'pipeline')"
    piped = won.or_else(open_rows(period, scope, f"{expected} AND {category} <> 'omitted'", **bounds))
    called = won.or_else(open_rows(period, scope, f"{expected} AND {category} IN ('commit', 'best_case')", **bounds))
    drawn = won.or_else(open_rows(period, scope, f"{category} <> 'omitted'"))
    return {"own": piped, "learned": piped, "rep": called, "simulated": drawn}


@frozen
class ForecastTrial:
    """What takes longest: the back-test, and who was right."""

    trial: BackTest
    right: WhoWasRight


def read_depth(connection: sqlite3.Connection, view: View) -> ForecastDepth:
    """The simulation over all open deals: tenths of a second in a store of 100,000 deals."""
    period, scope = Period.of(view.month, view.today), view.shown_scope
    facts = Facts(connection, period)
    standing = read_standing(facts, scope)
    return ForecastDepth(
        all_ways(standing),
        figures_of(facts, [scope], {"weighted_forecast"})[scope]["weighted_forecast"],
        standing,
        period,
        value_rows(facts, standing),
        deals_to_try(connection, standing),
    )


def read_trial(
    connection: sqlite3.Connection, view: View, progress: Callable[[int, int], None], stop: Callable[[], bool]
) -> ForecastTrial:
    """Twelve cycles tried: seconds in a store of 100,000 deals. Stopped, it is what there is by then."""
    period, scope = Period.of(view.month, view.today), view.shown_scope
    trial = back_test(connection, view.month, view.today, scope, progress=progress, stop=stop)
    months = tried_months(connection, view.month, view.today)
    return ForecastTrial(trial, who_was_right(Facts(connection, period), scope, months, stop))
