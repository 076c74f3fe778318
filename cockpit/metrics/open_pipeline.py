"""The open deals at a day, added up for every scope: all of them, and those expected to close in the period."""

import sqlite3
from decimal import Decimal
from typing import Literal

from attrs import define

from cockpit.metrics.by_scope import ByScope
from cockpit.metrics.closed_deals import EXCHANGED
from cockpit.metrics.deal_rules import IS_ESTIMATED, home_amount, in_pipeline, rate_state
from cockpit.metrics.experience import experience_in_use
from cockpit.metrics.past_days import open_deals_of
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Roster
from cockpit.metrics.settings import MetricSettings


@define
class Sum:
    """Some open deals: how many, their amount in minor units, how much of it is estimated, how many have none,
    how many are in a currency without a rate, and how many in another currency were exchanged.
    """

    count: int = 0
    amount: int = 0
    estimated: int = 0
    without_amount: int = 0
    without_rate: int = 0
    exchanged: int = 0

    def add(
        self, count: int, amount: int, estimated: int, without_amount: int, without_rate: int, exchanged: int
    ) -> None:
        self.count += count
        self.amount += amount
        self.estimated += estimated
        self.without_amount += without_amount
        self.without_rate += without_rate
        self.exchanged += exchanged


@define
class CategorySum(Sum):
    """Some deals of the pipeline; ``weighted`` is amount x experience value, exact, in minor units."""

    weighted: Decimal = Decimal(0)
    unstaged: int = 0
    """Deals whose stage is unknown: no experience value applies."""


Category = Literal["commit", "best_case", "pipeline", "omitted"]
CATEGORIES: tuple[Category, ...] = ("commit", "best_case", "pipeline", "omitted")


class OpenTotals:
    """The open deals of one scope, and the pipeline's by forecast category ("pipeline": none given)."""

    __slots__ = ("by_category", "everything", "overdue", "pipeline")

    def __init__(self) -> None:
        self.everything = Sum()
        self.pipeline = Sum()
        self.by_category: dict[Category, CategorySum] = {category: CategorySum() for category in CATEGORIES}
        self.overdue = 0

    def forecast(self, *categories: Category) -> CategorySum:
        """The categories together."""
        together = CategorySum()
        for category in categories:
            some = self.by_category[category]
            together.add(
                some.count, some.amount, some.estimated, some.without_amount, some.without_rate, some.exchanged
            )
            together.weighted += some.weighted
            together.unstaged += some.unstaged
        return together


def read_open(
    connection: sqlite3.Connection, period: Period, settings: MetricSettings, roster: Roster
) -> ByScope[OpenTotals]:
    """One grouped query over the deals that were open at ``period.as_of``."""
    experience = experience_in_use(connection, period, roster)
    opened, (expected, bounds) = open_deals_of(connection, period), in_pipeline(period)
    as_of, worth = period.as_of.isoformat(), home_amount(":as_of")
    totals = ByScope(OpenTotals, roster)
    for owner, stage, category, piped, late, rated, count, known, amount, estimated in connection.execute(
        f"""
        SELECT d.owner_id, d.stage_id, d.forecast_category, coalesce({expected}, 0) AS piped,
               coalesce(d.expected_close < :as_of, 0) AS late, {rate_state(":as_of")} AS rated,
               count(*), count({worth}), coalesce(sum({worth}), 0),
               coalesce(sum(CASE WHEN {IS_ESTIMATED} THEN p.list_price END), 0)
        FROM ({opened.sql}) d LEFT JOIN products p ON p.id = d.product_id
        GROUP BY d.owner_id, d.stage_id, d.forecast_category, piped, late, rated
        """,
        {**opened.parameters, **bounds, "as_of": as_of, "currency": settings.currency},
    ):
        exchanged = count if rated == EXCHANGED else 0
        some = (count, amount, estimated, count - known, 0, exchanged) if rated else (count, 0, 0, 0, count, 0)
        team = roster.team_at(owner, as_of) if owner in roster.people else None
        value = experience.of(team, stage)
        for total in totals.of(owner, as_of):
            total.everything.add(*some)
            if not piped:
                continue
            total.pipeline.add(*some)
            if late:
                total.overdue += count
            of_category = total.by_category[category or "pipeline"]
            of_category.add(*some)
            if value:
                of_category.weighted += value * some[1]
            elif not experience.knows(stage):
                of_category.unstaged += count
    return totals
