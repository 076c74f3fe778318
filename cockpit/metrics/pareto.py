"""Pareto: how few accounts, or deals, make most of the money; the curve of their cumulative share."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from typing import Literal

from attrs import frozen

from cockpit.metrics.deal_rules import home_amount, in_scope_of, own_amount
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.past_days import open_deals_of
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Scope, read_roster
from cockpit.metrics.settings import read_settings

ParetoOf = Literal["accounts", "deals"]
MOST = (4, 5)
"""80 %, as a fraction of whole numbers: money is compared exactly."""
STEPS = 20


@frozen
class Pareto:
    """``accounts`` of ``of`` accounts (or deals) with money make ``share`` (at least 80 %) of it."""

    accounts: int
    of: int
    share: float


@frozen
class ParetoStep:
    """The things from rank ``first`` to ``last`` (from 1): what they bring, in minor units, and the share that they and
    all larger ones make. ``name`` where it is one thing; ``rows`` are the deals behind it."""

    first: int
    last: int
    name: str
    amount: int
    share: float
    cumulative: float
    rows: RowsQuery


@frozen
class ParetoCurve:
    """At most 20 steps of as many things each, the largest first; ``needed`` None where there is no money."""

    of: ParetoOf
    count: int
    total: int
    steps: tuple[ParetoStep, ...]
    needed: Pareto | None
    rows_needed: RowsQuery | None
    """The deals behind the fewest things that make 80 %."""


Ranked = Sequence[tuple[int, str, int]]
"""(id, name, amount in minor units) above 0, the largest first."""


def fewest(amounts: Sequence[int]) -> Pareto | None:
    """The fewest that make 80 % of the sum; ``amounts`` above 0, the largest first. None without any."""
    total, reached = sum(amounts), 0
    for place, amount in enumerate(amounts, start=1):
        reached += amount
        if reached * MOST[1] >= total * MOST[0]:
            return Pareto(place, len(amounts), reached / total)
    return None


def curve(of: ParetoOf, ranked: Ranked, rows: Callable[[list[int]], RowsQuery]) -> ParetoCurve:
    """``rows`` gives the deals behind things by id."""
    total = sum(amount for _, _, amount in ranked)
    size = max(1, -(-len(ranked) // STEPS))
    steps, reached = [], 0
    for start in range(0, len(ranked), size):
        part = ranked[start : start + size]
        amount = sum(amount for _, _, amount in part)
        reached += amount
        name = part[0][1] if len(part) == 1 else ""
        ids = [number for number, _, _ in part]
        steps.append(ParetoStep(start + 1, start + len(part), name, amount, amount / total, reached / total, rows(ids)))
    needed = fewest([amount for _, _, amount in ranked])
    few = rows([number for number, _, _ in ranked[: needed.accounts]]) if needed else None
    return ParetoCurve(of, len(ranked), total, tuple(steps), needed, few)


def pareto_of_deals(
    connection: sqlite3.Connection, period: Period, scope: Scope, won_in: dict[str, object]
) -> ParetoCurve:
    """Deals won in the cycles from ``since`` to ``until`` (``won_in``), and those open at the day of the period."""
    opened, as_of = open_deals_of(connection, period), period.as_of.isoformat()
    roster = read_roster(connection)
    won_place, won_scope = in_scope_of(roster, scope, "+d.owner_id", "d.closed_on")
    open_place, _ = in_scope_of(roster, scope, "+d.owner_id", ":as_of")
    found = connection.execute(
        f"""
        SELECT * FROM (
            SELECT d.id, {own_amount("d.closed_on")} AS amount FROM deals d
            WHERE d.closed_on >= :since AND d.closed_on < :until AND d.deleted_at IS NULL AND d.state = 'won'
              AND {won_place}
            UNION ALL
            SELECT d.id, {home_amount(":as_of")} FROM ({opened.sql}) d LEFT JOIN products p ON p.id = d.product_id
            WHERE {open_place})
        WHERE amount > 0 ORDER BY amount DESC, id
        """,
        {
            **opened.parameters, **won_scope, **won_in, "as_of": as_of,
            "currency": read_settings(connection).currency,
        },
    ).fetchall()  # fmt: skip
    # Only where each has a step of its own are they named.
    names: dict[int, str] = {}
    if len(found) <= STEPS:
        names = dict(
            connection.execute(
                "SELECT id, name FROM deals WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps([number for number, _ in found]),),
            )
        )
    return curve("deals", [(number, names.get(number, ""), amount) for number, amount in found], deal_rows)


def deal_rows(ids: list[int]) -> RowsQuery:
    """These deals."""
    return RowsQuery("deals", "deals.id IN (SELECT value FROM json_each(:ids))", {"ids": json.dumps(ids)})
