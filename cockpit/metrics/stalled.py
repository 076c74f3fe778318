"""Open deals that stay in their stage for longer than they may."""

import json
import sqlite3
from datetime import date, timedelta
from math import floor

from attrs import define, frozen

from cockpit.metrics.by_scope import ByScope
from cockpit.metrics.deal_rules import AMOUNT, IS_ESTIMATED, in_scope, open_deals
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Roster, Scope, read_roster
from cockpit.metrics.stage_limits import read_stage_limits
from cockpit.model.workdays import ONE_DAY

_ENTERED = (
    "coalesce((SELECT substr(h.effective_at, 1, 10) FROM deal_history h WHERE h.deal_id = d.id AND h.field = 'stage'"
    " AND h.effective_at < :after ORDER BY h.effective_at DESC LIMIT 1), d.created_on)"
)
"""The day on which an open deal entered its present stage; its creation where no stage change is known."""


@frozen
class StalledDeal:
    """An open deal beyond its stage's limit, both in days.

    ``amount`` is in minor units, ``estimated`` when it is the product's list price, None where there is neither.
    """

    deal_id: int
    name: str
    account: str | None
    owner_id: int | None
    stage_id: int
    stage: str
    amount: int | None
    estimated: bool
    entered_on: date
    days: int
    limit: int


@define
class StalledTotals:
    count: int = 0
    undated: int = 0
    """Open deals whose stage or day of entry nobody knows."""


@frozen
class StalledQuery:
    """The deals stalled at ``period.as_of``: the limits by owner and stage are one table, joined in SQL."""

    period: Period
    sql: str
    """Yields d (an open deal), its limit l.days, and entered_on."""
    parameters: dict[str, object]

    def rows(self, scope: Scope) -> RowsQuery:
        """The stalled deals of a scope."""
        place, scoped = in_scope(scope, "owner_id", ":as_of")
        where = f"deals.id IN (SELECT id FROM ({self.sql}) WHERE {place})"
        return RowsQuery("deals", where, {**self.parameters, **scoped})


def stalled_query(connection: sqlite3.Connection, period: Period, roster: Roster) -> StalledQuery:
    """Beyond the limit: more whole days in the stage than are allowed."""
    limits = read_stage_limits(connection, period, roster)
    as_of, opened = period.as_of, open_deals(period)
    stages = [row[0] for row in connection.execute("SELECT id FROM stages WHERE kind = 'open'")]
    table = []
    for (owner,) in [(0,), *connection.execute("SELECT id FROM people").fetchall()]:
        team = roster.team_at(owner, as_of.isoformat()) if owner in roster.people else None
        for stage in stages:
            days = floor(limits.of(team, stage))
            table.append([owner, stage, days, (as_of - timedelta(days=min(days, as_of.toordinal() - 1))).isoformat()])
    sql = (
        "WITH allowances AS MATERIALIZED (SELECT json_extract(value, '$[0]') AS owner, json_extract(value, '$[1]') AS"
        " stage, json_extract(value, '$[2]') AS days, json_extract(value, '$[3]') AS since FROM json_each(:limits))"
        f" SELECT d.*, l.days AS allowed, {_ENTERED} AS entered_on FROM ({opened.sql}) d CROSS JOIN allowances l"
        " ON l.owner = coalesce(d.owner_id, 0) AND l.stage = d.stage_id WHERE entered_on < l.since LIMIT -1"
    )
    parameters = {
        **opened.parameters,
        "as_of": as_of.isoformat(),
        "after": (as_of + ONE_DAY).isoformat(),
        "limits": json.dumps(table),
    }
    return StalledQuery(period, sql, parameters)


def count_stalled(connection: sqlite3.Connection, query: StalledQuery, roster: Roster) -> ByScope[StalledTotals]:
    """How many deals of each scope are stalled."""
    totals = ByScope(StalledTotals, roster)
    as_of = query.period.as_of.isoformat()
    for owner, count in connection.execute(
        f"SELECT owner_id, count(*) FROM ({query.sql}) GROUP BY owner_id", query.parameters
    ):
        for total in totals.of(owner, as_of):
            total.count += count
    return totals


def stalled(
    connection: sqlite3.Connection, period: Period, scope: Scope, limit: int | None = None
) -> list[StalledDeal]:
    """The stalled deals of a scope, the longest beyond its limit first; at most ``limit`` of them."""
    query = stalled_query(connection, period, read_roster(connection))
    place, scoped = in_scope(scope, "d.owner_id", ":as_of")
    found = connection.execute(
        f"""
        SELECT d.id, named.name, a.name, d.owner_id, d.stage_id, s.name, {AMOUNT}, {IS_ESTIMATED}, d.entered_on,
               CAST(julianday(:as_of) - julianday(d.entered_on) AS INTEGER) AS days, d.allowed
        FROM ({query.sql}) d JOIN deals named ON named.id = d.id JOIN stages s ON s.id = d.stage_id
        LEFT JOIN products p ON p.id = d.product_id LEFT JOIN accounts a ON a.id = d.account_id
        WHERE {place} ORDER BY days - d.allowed DESC, d.id LIMIT :rows
        """,
        {**query.parameters, **scoped, "rows": -1 if limit is None else limit},
    )
    return [
        StalledDeal(
            deal_id=deal,
            name=name,
            account=account,
            owner_id=owner,
            stage_id=stage_id,
            stage=stage,
            amount=amount,
            estimated=bool(estimated) and amount is not None,
            entered_on=date.fromisoformat(entered),
            days=days,
            limit=allowed,
        )
        for deal, name, account, owner, stage_id, stage, amount, estimated, entered, days, allowed in found
    ]
