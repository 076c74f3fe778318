"""Everything that the figures of one period are made of, read in a few grouped queries for all scopes at once."""

import sqlite3
from functools import cached_property

from attrs import define

from cockpit.metrics import reasons
from cockpit.metrics.by_scope import ByScope
from cockpit.metrics.closed_deals import (
    ClosedRow,
    ClosedTotals,
    SupervisorTotals,
    add_up_closed,
    closed_deals,
    supervisors,
)
from cockpit.metrics.figure import Figure, Reason
from cockpit.metrics.frozen_forecast import FrozenForecasts, read_frozen_forecasts
from cockpit.metrics.new_customers import NewCustomers, any_customer, read_new_customers
from cockpit.metrics.open_pipeline import OpenTotals, read_open
from cockpit.metrics.order_answers import AnswerTotals, any_answer, read_answers
from cockpit.metrics.payments import Collected, Outstanding, any_payment, read_collected, read_outstanding
from cockpit.metrics.period import Period
from cockpit.metrics.problems import ProblemTotals, read_problems
from cockpit.metrics.red_lines import RedLine, open_red_lines
from cockpit.metrics.scopes import Roster, Scope, read_roster
from cockpit.metrics.settings import MetricSettings, read_settings
from cockpit.metrics.stalled import StalledQuery, StalledTotals, count_stalled, stalled_query
from cockpit.metrics.support import Morale, SupportTotals, read_morale, read_supports
from cockpit.metrics.targets import Level, Measure, read_presence, read_targets
from cockpit.metrics.touches import KeyAccounts, Touches, any_activity, read_key_accounts, read_touches
from cockpit.model.workdays import ONE_DAY

LOOK_BACK = 3
"""Velocity is taken from so many cycles before the present one."""


@define
class CreatedTotals:
    all: int = 0
    self_sourced: int = 0
    with_source: int = 0
    won: int = 0
    """Those of them that have been won by now."""


class Facts:
    """The facts of one period; each is read when a figure first asks for it, once for all scopes."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        period: Period,
        roster: Roster | None = None,
        settings: MetricSettings | None = None,
    ) -> None:
        self.connection = connection
        self.period = period
        self.roster = roster or read_roster(connection)
        self.settings = settings or read_settings(connection)
        self.kept: dict[tuple[str, Scope], Figure] = {}
        """Figures that others are made of, by key and scope; ``result_figures`` keeps them."""
        self._targets: dict[tuple[Measure, Level], dict[Scope, int]] = {}

    @cached_property
    def _closed_rows(self) -> list[ClosedRow]:
        return closed_deals(self.connection, self.settings, self.period.start, self.period.seen_until)

    @cached_property
    def closed(self) -> ByScope[ClosedTotals]:
        return add_up_closed(self._closed_rows, self.roster)

    @cached_property
    def supervisors(self) -> dict[int | None, SupervisorTotals]:
        return supervisors(self._closed_rows, self.roster)

    @cached_property
    def looked_back(self) -> ByScope[ClosedTotals]:
        """The cycles before the last one of the period."""
        last = self.period.last
        rows = closed_deals(self.connection, self.settings, last.plus(-LOOK_BACK).start, last.start)
        return add_up_closed(rows, self.roster)

    @cached_property
    def open(self) -> ByScope[OpenTotals]:
        return read_open(self.connection, self.period, self.settings, self.roster)

    @cached_property
    def frozen_forecasts(self) -> FrozenForecasts:
        return read_frozen_forecasts(self.connection, self.period, self.settings, self.roster)

    def targets_of(self, measure: Measure, level: Level = "target") -> dict[Scope, int]:
        """Scope -> target; scopes without one are absent."""
        if (found := self._targets.get((measure, level))) is None:
            found = read_targets(self.connection, self.period, self.roster, measure, level)
            self._targets[measure, level] = found
        return found

    @property
    def targets(self) -> dict[Scope, int]:
        return self.targets_of("won_revenue")

    @property
    def touch_plan(self) -> dict[Scope, int]:
        return self.targets_of("new_touches")

    @cached_property
    def collected(self) -> ByScope[Collected]:
        return read_collected(self.connection, self.period, self.settings, self.roster)

    @cached_property
    def payments_are_recorded(self) -> bool:
        return any_payment(self.connection)

    @cached_property
    def outstanding(self) -> ByScope[Outstanding]:
        return read_outstanding(self.connection, self.period, self.settings, self.roster)

    @cached_property
    def new_customers(self) -> ByScope[NewCustomers]:
        return read_new_customers(self.connection, self.period, self.roster)

    @cached_property
    def customers_are_known(self) -> bool:
        return any_customer(self.connection)

    @cached_property
    def pace(self) -> float | None:
        """Working days up to ``as_of`` / working days; None where the period has none."""
        calendar, period = self.settings.calendar, self.period
        days = calendar.count(period.start, period.end)
        return calendar.count(period.start, period.as_of + ONE_DAY) / days if days else None

    @cached_property
    def calendar_notes(self) -> tuple[Reason, ...]:
        """What to know about the working days of the period: years whose make-up days nobody knows yet."""
        years = sorted({month.year for month in self.period.months})
        unknown = [year for year in years if not self.settings.calendar.known_year(year)]
        return (reasons.make_up_days_unknown(unknown),) if unknown else ()

    @cached_property
    def presence(self) -> dict[Scope, float]:
        period = self.period
        days = [day.isoformat() for day in self.settings.calendar.workdays(period.start, period.end)]
        return read_presence(days, self.roster)

    @cached_property
    def touches(self) -> ByScope[Touches]:
        return read_touches(self.connection, self.period, self.roster)

    @cached_property
    def activities_are_recorded(self) -> bool:
        return any_activity(self.connection)

    @cached_property
    def key_accounts(self) -> ByScope[KeyAccounts]:
        return read_key_accounts(self.connection, self.period, self.settings, self.roster)

    @cached_property
    def created(self) -> ByScope[CreatedTotals]:
        totals = ByScope(CreatedTotals, self.roster)
        for owner, day, source, count, won in self.connection.execute(
            "SELECT owner_id, created_on, source, count(*), sum(state = 'won' AND closed_on < :until) FROM deals"
            " WHERE created_on >= :start AND created_on < :until AND deleted_at IS NULL"
            " GROUP BY created_on, owner_id, source",
            {"start": self.period.start.isoformat(), "until": self.period.seen_until.isoformat()},
        ):
            for total in totals.of(owner, day):
                total.all += count
                total.self_sourced += count if source == "self" else 0
                total.with_source += count if source is not None else 0
                total.won += won or 0
        return totals

    @cached_property
    def stalled_query(self) -> StalledQuery:
        return stalled_query(self.connection, self.period, self.roster)

    @cached_property
    def stalled(self) -> ByScope[StalledTotals]:
        return count_stalled(self.connection, self.stalled_query, self.roster)

    @cached_property
    def supports(self) -> ByScope[SupportTotals]:
        return read_supports(self.connection, self.period, self.roster)

    @cached_property
    def morale(self) -> dict[int, Morale]:
        return read_morale(self.connection, self.period)

    @cached_property
    def order_answers(self) -> ByScope[AnswerTotals]:
        return read_answers(self.connection, self.period, self.roster)

    @cached_property
    def questions_are_answered(self) -> bool:
        return any_answer(self.connection)

    @cached_property
    def red_lines(self) -> dict[int, list[RedLine]]:
        """Person -> the red lines that are open."""
        return open_red_lines(self.connection, self.period)

    @cached_property
    def problems(self) -> ByScope[ProblemTotals]:
        return read_problems(self.connection, self.period, self.roster)
