"""The figures of step 1, Results, for one scope from the facts of the period."""

from collections.abc import Callable
from functools import wraps
from statistics import median

from cockpit.metrics import reasons
from cockpit.metrics.closed_deals import ClosedTotals, SupervisorTotals
from cockpit.metrics.deal_rules import closed_rows, in_pipeline, open_rows
from cockpit.metrics.facts import Facts
from cockpit.metrics.figure import Figure, Reason, RowsQuery
from cockpit.metrics.open_pipeline import Category, Sum
from cockpit.metrics.registry import METRICS
from cockpit.metrics.scopes import Scope
from cockpit.metrics.statistics import percentile, wilson_interval

_WON = "deals.state = 'won'"
_LOST = "deals.state = 'lost'"
_CLOSED = "deals.state IN ('won', 'lost')"


Compute = Callable[[Facts, Scope], Figure]


def once(compute: Compute) -> Compute:
    """What other figures are made of is worked out once for each scope of the same facts."""

    @wraps(compute)
    def found(facts: Facts, scope: Scope) -> Figure:
        kept = facts.kept.get((compute.__name__, scope))
        if kept is None:
            kept = facts.kept[compute.__name__, scope] = compute(facts, scope)
        return kept

    return found


def figure(key: str, value: int | float | None, n: int | None = None, **more: object) -> Figure:
    """A figure with the unit of its metric."""
    return Figure(key, METRICS[key].unit, value, n, **more)  # type: ignore[arg-type]


def missing(key: str, reason: Reason, n: int | None = None, rows: RowsQuery | None = None) -> Figure:
    """A figure that cannot be computed."""
    return Figure(key, METRICS[key].unit, None, n, reason, rows=rows)


def _notes(*counted: tuple[Callable[[int], Reason], int]) -> tuple[Reason, ...]:
    return tuple(note(n) for note, n in counted if n)


@once
def won_revenue(facts: Facts, scope: Scope) -> Figure:
    closed, rows = facts.closed[scope], closed_rows(facts.period, scope, _WON)
    if (lack := _revenue_lacks(closed)) is not None:
        return missing("won_revenue", lack, closed.won, rows)
    notes = _notes((reasons.without_amount, closed.won_without_amount), (reasons.without_rate, closed.won_without_rate),
                   (reasons.exchanged, closed.won_exchanged))  # fmt: skip
    return figure("won_revenue", closed.revenue, closed.won, rows=rows, notes=notes)


def _revenue_lacks(closed: ClosedTotals) -> Reason | None:
    """Deals were won, but none of them says for how much."""
    with_amount = closed.won - closed.won_without_rate - closed.won_without_amount
    if closed.won == 0 or with_amount:
        return None
    return reasons.without_rate(closed.won_without_rate) if closed.won_without_rate else reasons.NO_AMOUNTS


def _no_revenue(won: Figure) -> Reason:
    """Why nothing can be told as a share of the won revenue."""
    if won.value is not None and won.value < 0:
        return reasons.RETURNS_WEIGH_MORE
    return won.reason or (reasons.NO_REVENUE if won.n else reasons.NOTHING_WON)


def won_count(facts: Facts, scope: Scope) -> Figure:
    won = facts.closed[scope].won
    return figure("won_count", won, won, rows=closed_rows(facts.period, scope, _WON))


def lost_count(facts: Facts, scope: Scope) -> Figure:
    lost = facts.closed[scope].lost
    return figure("lost_count", lost, lost, rows=closed_rows(facts.period, scope, _LOST))


def target(facts: Facts, scope: Scope) -> Figure:
    found = facts.targets.get(scope)
    return missing("target", reasons.NO_TARGET) if found is None else figure("target", found)


@once
def attainment(facts: Facts, scope: Scope) -> Figure:
    won, wanted = won_revenue(facts, scope), facts.targets.get(scope)
    lack = won.reason or (reasons.NO_TARGET if wanted is None else reasons.TARGET_IS_ZERO if wanted == 0 else None)
    if lack or won.value is None or not wanted:
        return missing("attainment", lack or reasons.NO_TARGET, won.n, won.rows)
    return figure("attainment", won.value / wanted, won.n, rows=won.rows, notes=won.notes)


def pace(facts: Facts, scope: Scope) -> Figure:
    del scope  # the calendar is the same for everybody
    if facts.pace is None:
        return missing("pace", reasons.NO_WORKDAYS)
    return figure("pace", facts.pace, notes=facts.calendar_notes)


def pace_index(facts: Facts, scope: Scope) -> Figure:
    attained = attainment(facts, scope)
    lack = attained.reason or (
        reasons.NO_WORKDAYS if facts.pace is None else reasons.NO_DAY_PASSED if facts.pace == 0 else None
    )
    if lack or attained.value is None or not facts.pace:
        return missing("pace_index", lack or reasons.NO_DAY_PASSED, attained.n, attained.rows)
    return figure("pace_index", attained.value / facts.pace, attained.n, rows=attained.rows, notes=facts.calendar_notes)


@once
def gap(facts: Facts, scope: Scope) -> Figure:
    won, wanted = won_revenue(facts, scope), facts.targets.get(scope)
    if wanted is None or won.value is None:
        return missing("gap", reasons.NO_TARGET if wanted is None else won.reason or reasons.NO_AMOUNTS)
    return figure("gap", max(0, wanted - int(won.value)), won.n, rows=won.rows)


def open_count(facts: Facts, scope: Scope) -> Figure:
    count = facts.open[scope].everything.count
    return figure("open_count", count, count, rows=open_rows(facts.period, scope))


def open_amount(facts: Facts, scope: Scope) -> Figure:
    return _amount("open_amount", facts.open[scope].everything, open_rows(facts.period, scope))


def _amount(key: str, some: Sum, rows: RowsQuery, *more: tuple[Callable[[int], Reason], int]) -> Figure:
    if some.count and some.without_amount + some.without_rate == some.count:
        return missing(
            key, reasons.without_rate(some.without_rate) if some.without_rate else reasons.NO_AMOUNTS, some.count, rows
        )
    notes = _notes((reasons.without_amount, some.without_amount), (reasons.without_rate, some.without_rate),
                   (reasons.exchanged, some.exchanged), *more)  # fmt: skip
    return figure(key, some.amount, some.count, estimated=some.estimated, rows=rows, notes=notes)


def _pipeline_rows(facts: Facts, scope: Scope, condition: str = "1") -> RowsQuery:
    expected, bounds = in_pipeline(facts.period)
    return open_rows(facts.period, scope, f"{expected} AND {condition}", **bounds)


def pipeline_count(facts: Facts, scope: Scope) -> Figure:
    opened = facts.open[scope]
    notes = _notes((reasons.overdue, opened.overdue))
    count = opened.pipeline.count
    return figure("pipeline_count", count, count, rows=_pipeline_rows(facts, scope), notes=notes)


@once
def pipeline_amount(facts: Facts, scope: Scope) -> Figure:
    opened, rows = facts.open[scope], _pipeline_rows(facts, scope)
    return _amount("pipeline_amount", opened.pipeline, rows, (reasons.overdue, opened.overdue))


def _forecast(key: str, facts: Facts, scope: Scope, *categories: Category) -> Figure:
    won, some = won_revenue(facts, scope), facts.open[scope].forecast(*categories)
    named = ", ".join(f"'{category}'" for category in categories)
    condition = f"coalesce(d.forecast_category, 'pipeline') IN ({named})"
    rows = closed_rows(facts.period, scope, _WON).or_else(_pipeline_rows(facts, scope, condition))
    n = (won.n or 0) + some.count
    if won.value is None:
        return missing(key, won.reason or reasons.NO_AMOUNTS, n, rows)
    if some.count and some.without_amount + some.without_rate == some.count and not won.n:
        return missing(
            key, reasons.without_rate(some.without_rate) if some.without_rate else reasons.NO_AMOUNTS, n, rows
        )
    weighs = key == "weighted_forecast"
    notes = _notes(
        (reasons.without_amount, some.without_amount + facts.closed[scope].won_without_amount),
        (reasons.without_rate, some.without_rate + facts.closed[scope].won_without_rate),
        (reasons.exchanged, some.exchanged + facts.closed[scope].won_exchanged),
        (reasons.unstaged, some.unstaged if weighs else 0),
    )
    value = int(won.value) + (round(some.weighted) if weighs else some.amount)
    return figure(key, value, n, estimated=some.estimated, rows=rows, notes=notes)


def weighted_forecast(facts: Facts, scope: Scope) -> Figure:
    return _forecast("weighted_forecast", facts, scope, "commit", "best_case", "pipeline")


def commit(facts: Facts, scope: Scope) -> Figure:
    return _forecast("commit", facts, scope, "commit")


def best_case(facts: Facts, scope: Scope) -> Figure:
    return _forecast("best_case", facts, scope, "commit", "best_case")


def coverage(facts: Facts, scope: Scope) -> Figure:
    remaining, piped = gap(facts, scope), pipeline_amount(facts, scope)
    lack = remaining.reason or (reasons.GAP_IS_MET if remaining.value == 0 else piped.reason)
    if lack or remaining.value is None or piped.value is None:
        return missing("coverage", lack or reasons.NO_AMOUNTS, piped.n, piped.rows)
    ratio = piped.value / remaining.value
    return figure("coverage", ratio, piped.n, estimated=piped.estimated, rows=piped.rows, notes=piped.notes)


def win_rate_count(facts: Facts, scope: Scope) -> Figure:
    closed, rows = facts.closed[scope], closed_rows(facts.period, scope, _CLOSED)
    n = closed.won + closed.lost
    if not n:
        return missing("win_rate_count", reasons.NOTHING_CLOSED, 0, rows)
    return figure("win_rate_count", closed.won / n, n, rows=rows, interval=wilson_interval(closed.won, n))


def win_rate_amount(facts: Facts, scope: Scope) -> Figure:
    closed, rows = facts.closed[scope], closed_rows(facts.period, scope, _CLOSED)
    n = closed.won + closed.lost
    total = closed.won_value + closed.lost_value
    if not n or not total:
        return missing("win_rate_amount", reasons.NO_AMOUNTS if n else reasons.NOTHING_CLOSED, n, rows)
    foreign = closed.won_without_rate + closed.lost_without_rate
    notes = _notes((reasons.without_amount, closed.without_value), (reasons.without_rate, foreign))
    if not 0 <= closed.won_value <= total:
        return missing("win_rate_amount", reasons.RETURNS_WEIGH_MORE, n, rows)
    share = closed.won_value / total
    return figure("win_rate_amount", share, n, estimated=closed.estimated_value, rows=rows, notes=notes)


def _sales_cycle(key: str, facts: Facts, scope: Scope, measure: Callable[[list[int]], float]) -> Figure:
    closed, rows = facts.closed[scope], closed_rows(facts.period, scope, _WON)
    if not closed.days:
        return missing(key, reasons.NO_CREATION_DAYS if closed.won else reasons.NOTHING_WON, 0, rows)
    notes = _notes((reasons.without_days, closed.won_without_days))
    return figure(key, measure(closed.days), len(closed.days), rows=rows, notes=notes)


def sales_cycle_mean(facts: Facts, scope: Scope) -> Figure:
    return _sales_cycle("sales_cycle_mean", facts, scope, lambda days: sum(days) / len(days))


def sales_cycle_median(facts: Facts, scope: Scope) -> Figure:
    return _sales_cycle("sales_cycle_median", facts, scope, median)


def sales_cycle_p90(facts: Facts, scope: Scope) -> Figure:
    return _sales_cycle("sales_cycle_p90", facts, scope, lambda days: percentile(sorted(days), 0.9))


def average_deal(facts: Facts, scope: Scope) -> Figure:
    won, closed = won_revenue(facts, scope), facts.closed[scope]
    deals = closed.won - closed.won_without_rate
    if won.value is None or not deals:
        return missing("average_deal", won.reason or reasons.NOTHING_WON, 0, won.rows)
    return figure("average_deal", won.value / deals, deals, rows=won.rows, notes=won.notes)


def velocity(facts: Facts, scope: Scope) -> Figure:
    past, opened = facts.looked_back[scope], facts.open[scope].everything.count
    deals = past.won - past.won_without_rate
    if not deals or _revenue_lacks(past):
        return missing("velocity", reasons.NO_PAST_WINS if not deals else reasons.NO_AMOUNTS, opened)
    if not past.days or not median(past.days):
        return missing("velocity", reasons.CYCLE_IS_ZERO_DAYS if past.days else reasons.NO_CREATION_DAYS, opened)
    win_rate = past.won / (past.won + past.lost)
    value = opened * win_rate * (past.revenue / deals) / median(past.days)
    return figure("velocity", value, opened, rows=open_rows(facts.period, scope))


def self_sourced_share_amount(facts: Facts, scope: Scope) -> Figure:
    won, closed = won_revenue(facts, scope), facts.closed[scope]
    key = "self_sourced_share_amount"
    if won.value is None or won.value <= 0:
        return missing(key, _no_revenue(won), closed.won, won.rows)
    if not closed.won_with_source:
        return missing(key, reasons.SOURCE_UNKNOWN, closed.won, won.rows)
    notes = _notes((reasons.without_source, closed.won - closed.won_without_rate - closed.won_with_source))
    return figure(key, closed.self_sourced_revenue / won.value, closed.won, rows=won.rows, notes=notes)


def revenue_per_head(facts: Facts, scope: Scope) -> Figure:
    won, heads = won_revenue(facts, scope), facts.presence.get(scope)
    if won.value is None or not heads:
        lack = won.reason or (reasons.NOBODY_PRESENT if facts.pace is not None else reasons.NO_WORKDAYS)
        return missing("revenue_per_head", lack, won.n, won.rows)
    return figure(
        "revenue_per_head", won.value / heads, won.n, rows=won.rows, notes=(*won.notes, *facts.calendar_notes)
    )


def supervisor_share(facts: Facts, scope: Scope) -> Figure:
    key, teams = "supervisor_share", facts.roster.teams
    if scope.kind == "person":
        return missing(key, reasons.ONLY_FOR_TEAMS)
    led = [teams[scope.id]] if scope.id is not None else list(teams.values())
    if not any(team.supervisor_id in facts.roster.people for team in led):
        return missing(key, reasons.NO_SUPERVISOR)
    totals = facts.supervisors.get(scope.id, SupervisorTotals())
    if totals.team <= 0:
        won = won_revenue(facts, scope)
        return missing(key, _no_revenue(won), won.n, won.rows)
    share, limit = totals.own / totals.team, facts.settings.supervisor_share_warning
    notes = (reasons.above_warning(limit),) if share > limit else ()
    return figure(key, share, facts.closed[scope].won, rows=closed_rows(facts.period, scope, _WON), notes=notes)


def forecast_accuracy(facts: Facts, scope: Scope) -> Figure:
    key, frozen, won = "forecast_accuracy", facts.frozen_forecasts, won_revenue(facts, scope)
    if frozen.lack or frozen.day is None or frozen.by_scope is None:
        return missing(key, frozen.lack or reasons.CYCLE_NOT_OVER)
    forecast = frozen.by_scope[scope]
    if not forecast.is_known:
        return missing(key, reasons.nothing_known_then(frozen.day))
    if won.value is None or won.value <= 0:
        return missing(key, _no_revenue(won), won.n, won.rows)
    accuracy = max(0.0, 1 - abs(forecast.value - won.value) / won.value)
    notes = (reasons.forecast_was(forecast.value, frozen.day), *won.notes)
    return figure(key, accuracy, won.n, rows=won.rows, notes=notes)
