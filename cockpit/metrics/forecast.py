"""The forecast by category: what is won, and what the open pipeline adds."""

import sqlite3
from typing import Literal

from attrs import frozen

from cockpit.language import noop, tr
from cockpit.metrics.deal_rules import closed_rows, in_pipeline, open_rows
from cockpit.metrics.facts import Facts
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.open_pipeline import CATEGORIES, Category
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Scope

LineKind = Literal["won", "commit", "best_case", "pipeline", "omitted"]

_NAMES: dict[LineKind, str] = {
    "won": noop("已赢单"),
    "commit": noop("承诺成交"),
    "best_case": noop("最好情形"),
    "pipeline": noop("管道"),
    "omitted": noop("不计入"),
}


@frozen
class ForecastLine:
    """One category. Money in minor units; ``estimated`` is the part of ``amount`` from list prices.

    ``experience`` is the share of the amount that is expected, None without an amount. What is omitted expects 0.
    """

    kind: LineKind
    count: int
    amount: int
    estimated: int
    expected: int
    rows: RowsQuery

    @property
    def name(self) -> str:
        return tr(_NAMES[self.kind])

    @property
    def experience(self) -> float | None:
        return self.expected / self.amount if self.amount else None


@frozen
class ForecastTable:
    """The lines, and the totals of all but the omitted ones. ``pipeline`` is won + everything not omitted."""

    lines: list[ForecastLine]
    count: int
    amount: int
    expected: int

    @property
    def estimated(self) -> int:
        """The part of ``amount`` that comes from list prices."""
        return sum(line.estimated for line in self.lines if line.kind != "omitted")


def forecast_table(connection: sqlite3.Connection, period: Period, scope: Scope) -> ForecastTable:
    """Won, commit, best case, pipeline (no category given) and, where there are any, omitted deals."""
    return forecast_table_of(Facts(connection, period), scope)


def forecast_table_of(facts: Facts, scope: Scope) -> ForecastTable:
    """Like ``forecast_table``, from facts that the caller goes on using."""
    period = facts.period
    closed, opened = facts.closed[scope], facts.open[scope]
    expected_in, bounds = in_pipeline(period)

    def rows(category: Category) -> RowsQuery:
        condition = f"{expected_in} AND coalesce(d.forecast_category, 'pipeline') = :category"
        return open_rows(period, scope, condition, category=category, **bounds)

    won = closed_rows(period, scope, "deals.state = 'won'")
    lines = [ForecastLine("won", closed.won, closed.revenue, 0, closed.revenue, won)]
    for category in CATEGORIES:
        some = opened.by_category[category]
        if category == "omitted" and not some.count:
            continue
        expected = 0 if category == "omitted" else round(some.weighted)
        lines.append(ForecastLine(category, some.count, some.amount, some.estimated, expected, rows(category)))
    counted = [line for line in lines if line.kind != "omitted"]
    return ForecastTable(
        lines,
        sum(line.count for line in counted),
        sum(line.amount for line in counted),
        closed.revenue + round(opened.forecast("commit", "best_case", "pipeline").weighted),
    )
