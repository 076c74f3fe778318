"""What a review says of the forecast, the funnel, and of deals that were lost or stand still."""

import sqlite3
from collections.abc import Iterable

from cockpit.excel.review_record import (
    ForecastCheck,
    ForecastLine,
    Quantity,
    ReasonLine,
    StageLine,
    StalledLine,
    TrialLine,
    WayLine,
)
from cockpit.language import tr
from cockpit.metrics.backtest import BackTest, basis_name
from cockpit.metrics.deal_rules import closed_rows, home_amount
from cockpit.metrics.facts import Facts
from cockpit.metrics.forecast import forecast_table_of
from cockpit.metrics.forecast_ways import WAYS, all_ways, read_standing, way_name
from cockpit.metrics.funnel import Funnel
from cockpit.metrics.scopes import Scope
from cockpit.metrics.stalled import StalledDeal, stalled
from cockpit.model import formats

MOST_STALLED = 100
"""Of each kind: those that stand still longest. How many there are in all is a figure."""


def read_forecast(facts: Facts, scope: Scope) -> list[ForecastLine]:
    """Won and the open pipeline by category, in units of the currency."""
    return [
        ForecastLine(
            name=line.name,
            count=line.count,
            amount=line.amount / 100,
            estimated=line.estimated / 100,
            experience=line.experience if line.kind != "won" else None,
            expected=line.expected / 100,
            counts=line.kind != "omitted",
        )
        for line in forecast_table_of(facts, scope).lines
    ]


def read_forecast_check(facts: Facts, scope: Scope, won: Quantity, accuracy: Quantity) -> ForecastCheck:
    """The forecast of an early day of the cycle, beside what it came to by ``as_of``."""
    frozen = facts.frozen_forecasts
    of_scope = frozen.by_scope[scope] if frozen.by_scope is not None else None
    known = of_scope is not None and of_scope.is_known
    return ForecastCheck(
        month=formats.month_text(facts.period.start),
        day=frozen.day,
        forecast=of_scope.value / 100 if of_scope is not None and known else None,
        won=won,
        accuracy=accuracy,
        reason=accuracy.reason or "",
    )


def read_ways(facts: Facts, scope: Scope, trial: BackTest) -> tuple[list[WayLine], list[TrialLine]]:
    """The cycle forecast four ways, with how near each came in past cycles, and those cycles, the newest first.

    Where both were tried, what was known then counts, and not what was worked out later.
    """
    bases = trial.bases()
    found = {figure.way: figure for figure in all_ways(read_standing(facts, scope))}
    ways = []
    for way in WAYS:
        figure, accuracy = found[way], trial.accuracy(way, bases[0]) if bases else None
        has_range = figure.low is not None and figure.high is not None and figure.low < figure.high
        ways.append(
            WayLine(
                name=way_name(way),
                value=_units(figure.value),
                low=_units(figure.low) if has_range else None,
                high=_units(figure.high) if has_range else None,
                deals=figure.n,
                accuracy=accuracy.value if accuracy else None,
                cycles=accuracy.n if accuracy else 0,
                reason=figure.reason.sentence if figure.reason else "",
            )
        )
    trials = [
        TrialLine(
            month=formats.month_text(cycle.month.start),
            day=cycle.day,
            basis=basis_name(cycle.basis),
            won=cycle.actual / 100,
            forecasts=tuple(_units(cycle.ways[way].value) if way in cycle.ways else None for way in WAYS),
            accuracies=tuple(cycle.accuracy(way) for way in WAYS),
        )
        for cycle in reversed(trial.cycles)
    ]
    return ways, trials


def _units(minor: int | None) -> float | None:
    return None if minor is None else minor / 100


def read_funnel(connection: sqlite3.Connection, found: Funnel) -> list[StageLine]:
    """Every open stage of the scope, also those that no deal is in."""
    pipelines = dict(connection.execute("SELECT id, name FROM pipelines"))
    return [
        StageLine(
            pipeline=pipelines.get(stage.pipeline_id, ""),
            name=stage.name,
            count=stage.count,
            amount=stage.amount / 100,
            without_amount=stage.without_amount,
            experience=round(stage.experience_value, 6),
            expected=stage.expected / 100,
            conversion=stage.conversion,
            entered=stage.entered,
            still_here=stage.still_here,
            learned=stage.learned_value,
            learned_n=stage.learned_n,
        )
        for stage in found.stages
    ]


def read_lost_reasons(facts: Facts, scope: Scope) -> list[ReasonLine]:
    """The lost deals of the cycle by reason, the most frequent first; money at the rate of the closing day."""
    lost = closed_rows(facts.period, scope, "deals.state = 'lost'")
    found = facts.connection.execute(
        f"SELECT coalesce(d.lost_reason, '') AS reason, count(*), coalesce(sum({home_amount('d.closed_on')}), 0)"
        " FROM deals d LEFT JOIN products p ON p.id = d.product_id"
        f" WHERE {lost.where.replace('deals.', 'd.')} GROUP BY reason",
        {**lost.parameters, "currency": facts.settings.currency},
    )
    lines = [ReasonLine(reason or tr("没有写原因"), count, amount / 100) for reason, count, amount in found]
    return sorted(lines, key=lambda line: (-line.count, -line.amount, line.reason))


def read_stalled(facts: Facts, scope: Scope) -> list[StalledLine]:
    """Deals beyond the limit of their stage, the longest first; then those whose stage has never been changed."""
    board = stalled(facts.connection, facts.stalled_query, scope, by="days", limit=MOST_STALLED)
    return [*_stalled(board.moved.deals, True), *_stalled(board.never_moved.deals, False)]


def _stalled(deals: Iterable[StalledDeal], moved: bool) -> Iterable[StalledLine]:
    for deal in deals:
        yield StalledLine(
            name=deal.name,
            account=deal.account or "",
            owner=deal.owner or "",
            stage=deal.stage,
            amount=None if deal.amount is None else deal.amount / 100,
            entered_on=deal.entered_on,
            days=deal.days,
            limit=deal.limit,
            moved=moved,
        )
