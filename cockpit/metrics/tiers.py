"""Customer tiers A, B, C, and how few customers make most of the money."""

import sqlite3
from typing import Literal

from attrs import frozen

from cockpit.metrics.deal_rules import AMOUNT, HOME_CURRENCY, open_deals
from cockpit.metrics.facts import Facts
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Scope

Tier = Literal["A", "B", "C"]
TIER_MONTHS = 12


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
class Pareto:
    """``accounts`` of ``of`` accounts with money make ``share`` (at least 80 %) of it; None where there is none."""

    accounts: int
    of: int
    share: float


def tiers(connection: sqlite3.Connection, period: Period, scope: Scope) -> list[TieredAccount]:
    """Accounts whose owner is in the scope at ``as_of``, the largest first."""
    facts, as_of = Facts(connection, period), period.as_of
    opened = open_deals(period)
    since = period.last.plus(1 - TIER_MONTHS).start
    won, open_ = (
        dict(connection.execute(sql, parameters))
        for sql, parameters in (
            (
                f"SELECT d.account_id, sum(d.amount) FROM deals d WHERE d.closed_on >= :since AND d.closed_on < :until"
                f" AND d.deleted_at IS NULL AND d.state = 'won' AND {HOME_CURRENCY} AND d.account_id IS NOT NULL"
                " GROUP BY 1",
                {
                    "since": since.isoformat(),
                    "until": period.seen_until.isoformat(),
                    "currency": facts.settings.currency,
                },
            ),
            (
                f"SELECT d.account_id, sum({AMOUNT}) FROM ({opened.sql}) d LEFT JOIN products p ON p.id = d.product_id"
                f" WHERE {HOME_CURRENCY} AND d.account_id IS NOT NULL GROUP BY 1",
                {**opened.parameters, "currency": facts.settings.currency},
            ),
        )
    )
    found = [
        (account, name, owner, is_key, by_hand, won.get(account) or 0, open_.get(account) or 0)
        for account, name, owner, is_key, by_hand in connection.execute(
            "SELECT id, name, owner_id, is_key, tier_by_hand FROM accounts WHERE deleted_at IS NULL"
        )
        if facts.roster.counts_in(scope, owner, as_of.isoformat())
    ]
    found.sort(key=lambda row: (-(row[5] + row[6]), row[1], row[0]))
    total = sum(row[5] + row[6] for row in found)
    answer, reached = [], 0
    for account, name, owner, is_key, by_hand, won_amount, open_amount in found:
        before, reached = reached, reached + won_amount + open_amount
        rule = _tier(before / total if total else 1.0, won_amount + open_amount, facts)
        answer.append(
            TieredAccount(
                account_id=account,
                name=name,
                owner_id=owner,
                is_key=bool(is_key),
                won=won_amount,
                open=open_amount,
                tier=by_hand or rule,
                by_hand=by_hand is not None,
                cumulative=reached / total if total else 0.0,
            )
        )
    return answer


def _tier(share_before: float, value: int, facts: Facts) -> Tier:
    if value <= 0 or share_before >= facts.settings.tier_b_share:
        return "C"
    return "A" if share_before < facts.settings.tier_a_share else "B"


def pareto(accounts: list[TieredAccount], share: float = 0.8) -> Pareto | None:
    """The fewest accounts that make ``share`` of won + open; ``accounts`` as ``tiers`` returns them."""
    with_money = [account for account in accounts if account.value > 0]
    for place, account in enumerate(with_money, start=1):
        if account.cumulative >= share - 1e-12:
            return Pareto(place, len(with_money), account.cumulative)
    return None
