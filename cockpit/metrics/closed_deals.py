"""The deals closed in a period, added up for every scope by the team of their owner on the closing day."""

import sqlite3
from datetime import date

from attrs import define, field

from cockpit.metrics.by_scope import ByScope
from cockpit.metrics.deal_rules import IS_ESTIMATED, home_amount, rate_state
from cockpit.metrics.scopes import Roster, Scope
from cockpit.metrics.settings import MetricSettings


@define
class ClosedTotals:
    """Money is in minor units of the store's currency, at the rate of the closing day.

    Deals in a currency without a rate are counted, not added up.
    """

    won: int = 0
    lost: int = 0
    won_without_rate: int = 0
    won_exchanged: int = 0
    """Won deals in another currency that are in the sums, at the rate of their closing day."""
    lost_without_rate: int = 0
    revenue: int = 0
    """Own amounts of won deals."""
    won_without_amount: int = 0
    won_value: int = 0
    """Like ``revenue``, with list prices where a won deal gives no amount."""
    lost_value: int = 0
    estimated_value: int = 0
    without_value: int = 0
    """Deals with neither amount nor list price."""
    days: list[int] = field(factory=list)
    """From creation to close of each won deal that has both."""
    won_without_days: int = 0
    self_sourced_revenue: int = 0
    won_with_source: int = 0


@define
class SupervisorTotals:
    """A team's supervisor: own won revenue, and the team's with it."""

    own: int = 0
    team: int = 0


CLOSED_SQL = f"""
SELECT d.state = 'won', d.owner_id, d.closed_on, {home_amount("d.closed_on")}, {IS_ESTIMATED},
       {rate_state("d.closed_on")},
       CAST(julianday(d.closed_on) - julianday(d.created_on) AS INTEGER), d.source
FROM deals d LEFT JOIN products p ON p.id = d.product_id
WHERE d.closed_on >= :start AND d.closed_on < :end AND d.deleted_at IS NULL AND d.state IN ('won', 'lost')
"""

EXCHANGED = 2
"""Of ``rate_state``."""

ClosedRow = tuple[int, int | None, str, int | None, int, int, int | None, str | None]


def closed_deals(
    connection: sqlite3.Connection,
    settings: MetricSettings,
    start: date,
    end: date,
    owners: list[int] | None = None,
) -> list[ClosedRow]:
    """The deals closed in ``[start, end)``: won?, owner, closed on, amount, estimated?, ``rate_state``, days, source.

    ``owners`` leaves out the deals of everybody else.
    """
    parameters = {"currency": settings.currency, "start": start.isoformat(), "end": end.isoformat()}
    if owners is None:
        return connection.execute(CLOSED_SQL, parameters).fetchall()
    only = f" AND d.owner_id IN ({', '.join(map(str, owners))})"
    return connection.execute(CLOSED_SQL + only, parameters).fetchall()


def add_up_closed(rows: list[ClosedRow], roster: Roster, only: Scope | None = None) -> ByScope[ClosedTotals]:
    """One pass over the rows; with ``only`` the totals of other scopes stay empty."""
    totals = ByScope(ClosedTotals, roster)
    if only is not None:
        total = totals[only]
        for row in rows:
            if roster.counts_in(only, row[1], row[2]):
                _add(total, row)
        return totals
    for row in rows:
        for total in totals.of(row[1], row[2]):
            _add(total, row)
    return totals


def _add(total: ClosedTotals, row: ClosedRow) -> None:
    won, _, _, amount, estimated, rated, days, source = row
    if won:
        total.won += 1
        if days is None or days < 0:
            total.won_without_days += 1
        else:
            total.days.append(days)
    else:
        total.lost += 1
    if not rated:
        if won:
            total.won_without_rate += 1
        else:
            total.lost_without_rate += 1
        return
    if amount is None:
        total.without_value += 1
    elif estimated:
        total.estimated_value += amount
    if won:
        total.won_exchanged += rated == EXCHANGED
        total.won_value += amount or 0
        if source is not None:
            total.won_with_source += 1
        if estimated:
            total.won_without_amount += 1
            return
        total.revenue += amount or 0
        if source == "self":
            total.self_sourced_revenue += amount or 0
    else:
        total.lost_value += amount or 0


def supervisors(rows: list[ClosedRow], roster: Roster) -> dict[int | None, SupervisorTotals]:
    """By team, and under None for all teams together.

    A supervisor who is in no team brings the own deals into the team led, so that the share never exceeds 1.
    """
    totals: dict[int | None, SupervisorTotals] = {None: SupervisorTotals()}
    led = {team.supervisor_id: team.id for team in roster.teams.values() if team.supervisor_id is not None}
    for won, owner, closed_on, amount, estimated, _, _, _ in rows:
        if not won or estimated or amount is None:
            continue
        known = owner if owner in roster.people else None
        team = roster.team_at(known, closed_on)
        totals[None].team += amount
        if known in led:
            totals[None].own += amount
            team = led[known] if team is None else team
        if team is None:
            continue
        of_team = totals.setdefault(team, SupervisorTotals())
        of_team.team += amount
        if roster.teams[team].supervisor_id == known:
            of_team.own += amount
    return totals
