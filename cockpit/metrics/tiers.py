"""Customer tiers A, B, C, and how few customers make most of the money."""

import json
import sqlite3
from functools import cache
from typing import Literal

from attrs import frozen

from cockpit.language import noop
from cockpit.metrics.deal_rules import home_amount, open_deals, own_amount
from cockpit.metrics.facts import Facts
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.pareto import ParetoCurve, curve, pareto_of_deals
from cockpit.metrics.past_days import open_deals_of
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Scope

Tier = Literal["A", "B", "C"]
TIERS: tuple[Tier, ...] = ("A", "B", "C")
TIER_MONTHS = 12
TIER_RULE = noop("按金额累计:前 70 % 为 A,到 90 % 为 B,其余为 C;手工定的级优先。")


@frozen
class TieredAccount:
    """An account with its tier. Money in minor units: ``won`` in the last 12 months, ``open`` now (list prices incl.).

    By rule accounts are ranked by won + open: those that make the first 70 % of the sum are A, up to 90 % B, the rest
    and all without money C (shares are settings). A tier set by hand wins.
    """

    account_id: int
    name: str
    owner_id: int | None
    is_key: bool
    won: int
    open: int
    tier: Tier
    by_hand: bool
    cumulative: float
    """Share of the sum that this account and all larger ones make."""

    @property
    def value(self) -> int:
        return self.won + self.open


@frozen
class TierSum:
    """All accounts of one tier, money in minor units, and the deals that make it up."""

    tier: Tier
    accounts: int
    won: int
    open: int
    rows: RowsQuery


@frozen
class AccountTiers:
    """A, B and C, how few accounts and deals make most of the money, and the largest accounts."""

    tiers: list[TierSum]
    accounts: ParetoCurve
    deals: ParetoCurve
    largest: list[TieredAccount]
    period: Period


def account_tiers(connection: sqlite3.Connection, period: Period, scope: Scope, largest: int = 10) -> AccountTiers:
    """The tiers added up; only as many accounts are named as are asked for."""
    ids: dict[Tier, list[int]] = {tier: [] for tier in TIERS}
    won, open_ = dict.fromkeys(TIERS, 0), dict.fromkeys(TIERS, 0)
    # Plain rows: a record for each of thousands of accounts would take longer than all the rest.
    ranked = _ranked(connection, period, scope)
    for account, _, _, _, of_account, in_open, tier, _, _ in ranked:
        ids[tier].append(account)
        won[tier] += of_account
        open_[tier] += in_open
    with_money = [(row[0], row[1], row[4] + row[5]) for row in ranked if row[4] + row[5] > 0]
    return AccountTiers(
        [TierSum(tier, len(ids[tier]), won[tier], open_[tier], account_rows(period, ids[tier])) for tier in TIERS],
        curve("accounts", with_money, lambda accounts: account_rows(period, accounts)),
        pareto_of_deals(connection, period, scope, won_months(period)),
        [TieredAccount(*row) for row in ranked[: min(largest, len(with_money))]],
        period,
    )


def account_rows(period: Period, accounts: list[int]) -> RowsQuery:
    """The deals that give these accounts their value: won in the last 12 months, or open."""
    opened = open_deals(period)
    where = (
        "deals.account_id IN (SELECT value FROM json_each(:accounts)) AND deals.deleted_at IS NULL"
        " AND ((deals.state = 'won' AND deals.closed_on >= :since AND deals.closed_on < :until)"
        f" OR deals.id IN (SELECT d.id FROM ({opened.sql}) d))"
    )
    return RowsQuery("deals", where, {**opened.parameters, **won_months(period), "accounts": json.dumps(accounts)})


def won_months(period: Period) -> dict[str, object]:
    """The 12 cycles whose won deals count: ``:since`` and ``:until``."""
    return {
        "since": period.last.plus(1 - TIER_MONTHS).start.isoformat(),
        "until": period.seen_until.isoformat(),
    }


def tiers(connection: sqlite3.Connection, period: Period, scope: Scope) -> list[TieredAccount]:
    """Accounts whose owner is in the scope at ``as_of``, the largest first."""
    return [TieredAccount(*row) for row in _ranked(connection, period, scope)]


_Ranked = tuple[int, str, int | None, bool, int, int, Tier, bool, float]
"""The fields of ``TieredAccount``."""


def _ranked(connection: sqlite3.Connection, period: Period, scope: Scope) -> list[_Ranked]:
    facts, as_of = Facts(connection, period), period.as_of.isoformat()
    opened = open_deals_of(connection, period)
    currency = {"currency": facts.settings.currency}
    won: dict[int, int] = dict(
        connection.execute(
            f"SELECT d.account_id, sum({own_amount('d.closed_on')}) FROM deals d WHERE d.closed_on >= :since"
            " AND d.closed_on < :until AND d.deleted_at IS NULL AND d.state = 'won' AND d.account_id IS NOT NULL"
            " GROUP BY 1",
            {**won_months(period), **currency},
        )
    )
    open_: dict[int, int] = dict(
        connection.execute(
            f"SELECT d.account_id, sum({home_amount(':as_of')}) FROM ({opened.sql}) d"
            " LEFT JOIN products p ON p.id = d.product_id WHERE d.account_id IS NOT NULL GROUP BY 1",
            {**opened.parameters, **currency, "as_of": as_of},
        )
    )

    @cache
    def belongs(owner: int | None) -> bool:
        return facts.roster.counts_in(scope, owner, as_of)

    found = [
        (account, name, owner, is_key, by_hand, won.get(account) or 0, open_.get(account) or 0)
        for account, name, owner, is_key, by_hand in connection.execute(
            "SELECT id, name, owner_id, is_key, tier_by_hand FROM accounts WHERE deleted_at IS NULL"
        )
        if belongs(owner)
    ]
    found.sort(key=lambda row: (-(row[5] + row[6]), row[1], row[0]))
    # What was given back more than it was sold for makes no part of the money.
    total = sum(max(0, row[5] + row[6]) for row in found)
    answer: list[_Ranked] = []
    reached = 0
    for account, name, owner, is_key, by_hand, won_amount, open_amount in found:
        before, reached = reached, reached + max(0, won_amount + open_amount)
        tier = by_hand or _tier(before / total if total else 1.0, won_amount + open_amount, facts)
        share = reached / total if total else 0.0
        answer.append((account, name, owner, bool(is_key), won_amount, open_amount, tier, by_hand is not None, share))
    return answer


def _tier(share_before: float, value: int, facts: Facts) -> Tier:
    if value <= 0 or share_before >= facts.settings.tier_b_share:
        return "C"
    return "A" if share_before < facts.settings.tier_a_share else "B"
