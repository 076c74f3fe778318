"""Figures over time: month by month, and won revenue day by day."""

import sqlite3
from collections.abc import Sequence, Set
from datetime import date

from attrs import frozen

from cockpit.metrics.closed_deals import ClosedRow, add_up_closed, closed_deals
from cockpit.metrics.deal_rules import closed_rows, own_amount
from cockpit.metrics.facts import Facts
from cockpit.metrics.figure import Figure, RowsQuery
from cockpit.metrics.figures import figures_of
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Roster, Scope, read_roster
from cockpit.metrics.settings import MetricSettings, read_settings
from cockpit.model.cycles import Month
from cockpit.model.workdays import ONE_DAY, WorkCalendar

FROM_CLOSED_DEALS = frozenset(
    {
        *("won_revenue", "won_count", "lost_count", "target", "attainment", "pace", "pace_index", "gap"),
        *("win_rate_count", "win_rate_amount", "sales_cycle_mean", "sales_cycle_median", "sales_cycle_p90"),
        *("average_deal", "self_sourced_share_amount", "revenue_per_head"),
    }
)
"""Keys whose twelve months are read in one query; others cost as much as their figure, month by month."""


_WON_AMOUNT = own_amount("d.closed_on")


def monthly_series(
    connection: sqlite3.Connection, key: str, scope: Scope, months: Sequence[Month], today: date
) -> list[Figure]:
    """The figure ``key`` of a scope for each of ``months`` (in order, without gaps), as told on ``today``."""
    return [found[key] for found in monthly_figures(connection, {key}, scope, months, today)]


def monthly_figures(
    connection: sqlite3.Connection, keys: Set[str], scope: Scope, months: Sequence[Month], today: date
) -> list[dict[str, Figure]]:
    """Like ``monthly_series`` for several figures at once: what they share is read once."""
    roster, settings = read_roster(connection), read_settings(connection)
    facts = [Facts(connection, Period.of(month, today), roster, settings) for month in months]
    if keys & FROM_CLOSED_DEALS and months:
        rows = closed_deals(connection, settings, months[0].start, months[-1].end, _owners(roster, scope))
        by_month: dict[str, list[ClosedRow]] = {str(month): [] for month in months}
        for row in rows:
            by_month[row[2][:7]].append(row)
        for of_month in facts:
            of_month.closed = add_up_closed(by_month[str(of_month.period.first)], roster, scope)
    return [figures_of(of_month, [scope], keys)[scope] for of_month in facts]


def _owners(roster: Roster, scope: Scope) -> list[int] | None:
    """Whose deals can count in the scope; None for everybody's."""
    if scope.kind == "all" or scope.id is None:
        return None
    if scope.kind == "person":
        return [scope.id]
    return [person for person, found in roster.memberships.items() if any(team == scope.id for _, _, team in found)]


@frozen
class WonByWorkday:
    """Won revenue added up over the working days of a cycle, in minor units.

    ``won`` ends at ``as_of``; ``previous`` is the cycle before, whole. What was won on a day off counts on the next
    working day, at the end of the month on the last one. ``target`` is None where there is none.
    """

    days: list[date]
    won: list[int]
    previous: list[int]
    target: int | None


def won_by_workday(connection: sqlite3.Connection, period: Period, scope: Scope) -> WonByWorkday:
    """For the last cycle of the period."""
    return won_by_workday_of(Facts(connection, period.at(period.last)), scope)


def won_by_workday_of(facts: Facts, scope: Scope) -> WonByWorkday:
    """Like ``won_by_workday``, from facts of a single cycle that the caller goes on using."""
    connection, roster, settings, period = facts.connection, facts.roster, facts.settings, facts.period
    month = period.last
    by_day = _won_by_day(connection, settings, roster, scope, month.previous.start, month.end)
    days = settings.calendar.workdays(month.start, month.end)
    past = sum(1 for day in days if day <= period.as_of)
    return WonByWorkday(
        days=days,
        won=_cumulative(by_day, settings.calendar, month, min(month.end, period.as_of + ONE_DAY))[:past],
        previous=_cumulative(by_day, settings.calendar, month.previous, month.start),
        target=facts.targets.get(scope),
    )


def won_rows_until(period: Period, scope: Scope, day: date) -> RowsQuery:
    """The deals won from the beginning of the period up to the working day ``day``, as ``won_by_workday`` adds up.

    On the last working day these are all of the cycle: what is won on a day off after it counts there.
    """
    rows = closed_rows(period, scope, "deals.state = 'won' AND deals.closed_on <= :until")
    return RowsQuery(rows.kind, rows.where, {**rows.parameters, "until": day.isoformat()})


def _won_by_day(
    connection: sqlite3.Connection,
    settings: MetricSettings,
    roster: Roster,
    scope: Scope,
    start: date,
    end: date,
) -> dict[date, int]:
    by_day: dict[date, int] = {}
    for owner, closed_on, amount in connection.execute(
        f"SELECT d.owner_id, d.closed_on, coalesce(sum({_WON_AMOUNT}), 0) FROM deals d WHERE d.closed_on >= :start"
        " AND d.closed_on < :end AND d.deleted_at IS NULL AND d.state = 'won' AND d.amount IS NOT NULL GROUP BY 2, 1",
        {"start": start.isoformat(), "end": end.isoformat(), "currency": settings.currency},
    ):
        if roster.counts_in(scope, owner, closed_on):
            day = date.fromisoformat(closed_on)
            by_day[day] = by_day.get(day, 0) + amount
    return by_day


def _cumulative(by_day: dict[date, int], calendar: WorkCalendar, month: Month, end: date) -> list[int]:
    days = calendar.workdays(month.start, month.end)
    totals = [0] * len(days)
    for day, amount in by_day.items():
        if month.start <= day < end and days:
            place = calendar.count(month.start, day)
            totals[min(place, len(days) - 1)] += amount
    for place in range(1, len(totals)):
        totals[place] += totals[place - 1]
    return totals


def won_by_month(
    connection: sqlite3.Connection, months: Sequence[Month], roster: Roster, settings: MetricSettings
) -> dict[int, list[int]]:
    """Person -> won revenue of each month in minor units, for sparklines: one query for everybody."""
    place = {str(month): index for index, month in enumerate(months)}
    lines = {person: [0] * len(months) for person in roster.people}
    for owner, month, amount in connection.execute(
        f"SELECT d.owner_id, substr(d.closed_on, 1, 7), coalesce(sum({_WON_AMOUNT}), 0) FROM deals d"
        " WHERE d.closed_on >= :start AND d.closed_on < :end AND d.deleted_at IS NULL AND d.state = 'won'"
        " AND d.amount IS NOT NULL GROUP BY 1, 2",
        {
            "start": months[0].start.isoformat(),
            "end": months[-1].end.isoformat(),
            "currency": settings.currency,
        },
    ):
        if owner in lines:
            lines[owner][place[month]] += amount
    return lines
