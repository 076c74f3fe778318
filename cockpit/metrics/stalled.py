"""Open deals that stay in their stage for longer than they may."""

import json
import sqlite3
from datetime import date, timedelta
from math import floor
from typing import Any, Literal

from attrs import define, frozen

from cockpit.metrics.by_scope import ByScope
from cockpit.metrics.deal_rules import IS_ESTIMATED, OpenDeals, home_amount, in_scope, open_deals
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.past_days import open_deals_of
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Roster, Scope
from cockpit.metrics.settings import read_settings
from cockpit.metrics.stage_limits import LimitSource, read_stage_limits
from cockpit.model.workdays import ONE_DAY

_ENTERED = (
    "coalesce((SELECT substr(h.effective_at, 1, 10) FROM deal_history h WHERE h.deal_id = d.id AND h.field = 'stage'"
    " AND h.effective_at < :after ORDER BY h.effective_at DESC LIMIT 1), d.created_on)"
)
"""The day on which an open deal entered its present stage; its creation where no stage change is known."""


_HAS_MOVED = (
    "EXISTS (SELECT 1 FROM deal_history h WHERE h.deal_id = d.id AND h.field = 'stage' AND h.old IS NOT NULL"
    " AND h.effective_at < :after)"
)


@frozen
class StalledDeal:
    """An open deal beyond its stage's limit, both in days.

    ``amount`` is in minor units, ``estimated`` when it is the product's list price, None where there is neither.
    ``because`` says where the limit comes from.
    """

    deal_id: int
    name: str
    account: str | None
    owner_id: int | None
    owner: str | None
    stage_id: int
    stage: str
    amount: int | None
    estimated: bool
    entered_on: date
    days: int
    limit: int
    because: LimitSource

    @property
    def days_beyond(self) -> int:
        return self.days - self.limit


@frozen
class StalledGroup:
    """Some stalled deals: the first of them, how many there are, their amount in minor units, and their rows."""

    deals: list[StalledDeal]
    count: int
    amount: int
    rows: RowsQuery


@frozen
class StalledBoard:
    """``moved`` deals have been in another stage before. Of ``never_moved`` ones nobody knows whether they stand still
    or their stage is not kept up: no change has ever been recorded.
    """

    moved: StalledGroup
    never_moved: StalledGroup

    @property
    def count(self) -> int:
        """As the figure ``stalled_count``."""
        return self.moved.count + self.never_moved.count


@define
class StalledTotals:
    count: int = 0
    undated: int = 0
    """Open deals whose stage or day of entry nobody knows."""


@frozen
class StalledQuery:
    """The deals stalled at ``period.as_of``: the limits by owner and stage are one table, joined in SQL."""

    period: Period
    parameters: dict[str, object]

    def sql(self, opened: OpenDeals) -> str:
        """Yields the stalled ones of ``opened``, each with its limit ``allowed``, ``because``, and ``entered_on``."""
        columns = ", ".join(
            f"json_extract(value, '$[{place}]') AS {name}"
            for place, name in enumerate(("owner", "stage", "days", "since", "because"))
        )
        return (
            f"WITH allowances AS MATERIALIZED (SELECT {columns} FROM json_each(:limits))"
            f" SELECT d.*, l.days AS allowed, l.because, {_ENTERED} AS entered_on FROM ({opened.sql}) d"
            " CROSS JOIN allowances l ON l.owner = coalesce(d.owner_id, 0) AND l.stage = d.stage_id"
            " WHERE entered_on < l.since LIMIT -1"
        )

    def rows(self, scope: Scope, moved: bool | None = None) -> RowsQuery:
        """The stalled deals of a scope; ``moved``: only those that have, or have not, changed their stage."""
        place, scoped = in_scope(scope, "d.owner_id", ":as_of")
        chosen = "1" if moved is None else _HAS_MOVED if moved else f"NOT {_HAS_MOVED}"
        sql = self.sql(open_deals(self.period))
        where = f"deals.id IN (SELECT d.id FROM ({sql}) d WHERE {place} AND {chosen})"
        return RowsQuery("deals", where, {**self.parameters, **scoped})


def stalled_query(connection: sqlite3.Connection, period: Period, roster: Roster) -> StalledQuery:
    """Beyond the limit: more whole days in the stage than are allowed."""
    limits = read_stage_limits(connection, period, roster)
    as_of = period.as_of
    stages = [row[0] for row in connection.execute("SELECT id FROM stages WHERE kind = 'open'")]
    table = []
    for (owner,) in [(0,), *connection.execute("SELECT id FROM people").fetchall()]:
        team = roster.team_at(owner, as_of.isoformat()) if owner in roster.people else None
        for stage in stages:
            limit, because = limits.found(team, stage)
            days = floor(limit)
            since = as_of - timedelta(days=min(days, as_of.toordinal() - 1))
            table.append([owner, stage, days, since.isoformat(), because])
    parameters: dict[str, object] = {
        "as_of": as_of.isoformat(),
        "after": (as_of + ONE_DAY).isoformat(),
        "limits": json.dumps(table),
    }
    return StalledQuery(period, parameters)


def count_stalled(connection: sqlite3.Connection, query: StalledQuery, roster: Roster) -> ByScope[StalledTotals]:
    """How many deals of each scope are stalled."""
    totals = ByScope(StalledTotals, roster)
    as_of = query.period.as_of.isoformat()
    sql = query.sql(open_deals_of(connection, query.period))
    for owner, count in connection.execute(
        f"SELECT owner_id, count(*) FROM ({sql}) GROUP BY owner_id", query.parameters
    ):
        for total in totals.of(owner, as_of):
            total.count += count
    return totals


Order = Literal["days", "amount"]


def stalled(
    connection: sqlite3.Connection, query: StalledQuery, scope: Scope, *, by: Order = "days", limit: int = 100
) -> StalledBoard:
    """The stalled deals of a scope: the longest beyond their limit first, or the largest; ``limit`` of each kind."""
    place, scoped = in_scope(scope, "d.owner_id", ":as_of")
    order = {"days": "days - allowed DESC, id", "amount": "coalesce(amount, -1) DESC, id"}[by]
    settings, sql = read_settings(connection), query.sql(open_deals_of(connection, query.period))
    # Names are looked up for the few that are shown, not for all that are ranked.
    found = connection.execute(
        f"""
        WITH ranked AS (
            SELECT *, row_number() OVER (PARTITION BY moved ORDER BY {order}) AS place,
                   count(*) OVER (PARTITION BY moved) AS n, sum(amount) OVER (PARTITION BY moved) AS total
            FROM (SELECT d.id, d.account_id, d.owner_id, d.stage_id, {home_amount(":as_of")} AS amount,
                         {IS_ESTIMATED} AS estimated, d.entered_on, d.allowed, d.because,
                         CAST(julianday(:as_of) - julianday(d.entered_on) AS INTEGER) AS days, {_HAS_MOVED} AS moved
                  FROM ({sql}) d LEFT JOIN products p ON p.id = d.product_id WHERE {place})
        )
        SELECT r.id, deals.name, a.name, r.owner_id, o.name, r.stage_id, s.name, r.amount, r.estimated, r.entered_on,
               r.days, r.allowed, r.because, r.moved, r.n, coalesce(r.total, 0)
        FROM ranked r CROSS JOIN deals ON deals.id = r.id JOIN stages s ON s.id = r.stage_id
        LEFT JOIN accounts a ON a.id = r.account_id LEFT JOIN people o ON o.id = r.owner_id
        WHERE r.place <= :rows ORDER BY r.place
        """,
        {**query.parameters, **scoped, "currency": settings.currency, "rows": limit},
    ).fetchall()

    def group(moved: bool) -> StalledGroup:
        rows = [row for row in found if bool(row[13]) == moved]
        count, amount = rows[0][14:16] if rows else (0, 0)
        return StalledGroup([_stalled_deal(row) for row in rows], count, amount, query.rows(scope, moved))

    return StalledBoard(group(True), group(False))


def _stalled_deal(row: tuple[Any, ...]) -> StalledDeal:
    deal, name, account, owner_id, owner, stage_id, stage, amount, estimated, entered, days, allowed, because = row[:13]
    return StalledDeal(
        deal_id=deal,
        name=name,
        account=account,
        owner_id=owner_id,
        owner=owner,
        stage_id=stage_id,
        stage=stage,
        amount=amount,
        estimated=bool(estimated) and amount is not None,
        entered_on=date.fromisoformat(entered),
        days=days,
        limit=allowed,
        because=because,
    )
