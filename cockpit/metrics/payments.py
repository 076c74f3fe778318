"""Money that came in: payments of a period by whoever they count for, and what won deals still owe."""

import sqlite3

from attrs import define, frozen

from cockpit.metrics.by_scope import ByScope
from cockpit.metrics.deal_rules import in_scope, own_amount
from cockpit.metrics.exchange import in_home_currency, is_home
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Roster, Scope
from cockpit.metrics.settings import MetricSettings, read_settings

_LATER_OWNER = (
    "(SELECT {column} FROM deal_history h WHERE h.deal_id = d.id AND h.field = 'owner'"
    " AND h.effective_at >= date(p.received_on, '+1 day') ORDER BY h.effective_at, h.id LIMIT 1)"
)
_OWNER_THEN = f"CAST(coalesce({_LATER_OWNER.format(column='coalesce(h.old, h.new)')}, d.owner_id) AS INTEGER)"
"""The owner of the deal on the day of the payment; before anybody owned it, its first owner."""

_RECEIVED = in_home_currency("p.amount", "p.currency", "p.received_on")

_PAYMENTS = f"""
SELECT p.deal_id, coalesce(p.person_id, {_OWNER_THEN}) AS person_id, p.received_on, {_RECEIVED} AS amount
FROM payments p LEFT JOIN deals d ON d.id = p.deal_id
WHERE p.received_on >= :start AND p.received_on < :end AND p.deleted_at IS NULL AND d.deleted_at IS NULL
"""


@define
class Collected:
    """``amount`` in minor units of the store's currency, at the rate of the day on which it came in.

    Payments in a currency without a rate are counted, not added up.
    """

    amount: int = 0
    count: int = 0
    without_rate: int = 0
    without_deal: int = 0


@define
class Outstanding:
    """Deals won by ``as_of`` whose payments are less than their amount; ``amount`` is the sum of what lacks.

    ``without_rate`` deals are in a currency without a rate: what they owe is not in the sum, and they are not in
    ``count``.
    """

    amount: int = 0
    count: int = 0
    without_rate: int = 0


@frozen
class PaymentLine:
    """One payment of a deal; ``amount`` in minor units of ``currency``, negative for money given back.

    ``counted`` is its worth in the store's currency; None where no rate is known.
    """

    id: int
    received_on: str
    amount: int
    currency: str
    counted: int | None
    person: str
    remark: str


@frozen
class DealPayments:
    """The payments of one deal, the newest first. ``wanted`` is its amount if it is won, None where there is none.

    ``received`` and ``wanted`` in minor units of the store's currency; what no rate is known for is in neither.
    """

    lines: tuple[PaymentLine, ...]
    received: int
    wanted: int | None

    @property
    def outstanding(self) -> int | None:
        """What is still to come; negative where more came in than the deal is worth."""
        return None if self.wanted is None else self.wanted - self.received


def any_payment(connection: sqlite3.Connection) -> bool:
    """Whether payments are recorded at all: without them a sum of 0 would say something false."""
    return connection.execute("SELECT 1 FROM payments WHERE deleted_at IS NULL LIMIT 1").fetchone() is not None


def read_collected(
    connection: sqlite3.Connection, period: Period, settings: MetricSettings, roster: Roster
) -> ByScope[Collected]:
    """Payments received in the period: of the payment's person, else of the deal's owner on that day."""
    totals = ByScope(Collected, roster)
    for deal, person, day, amount in connection.execute(_PAYMENTS, _bounds(period, settings)):
        for total in totals.of(person, day):
            total.count += 1
            total.without_deal += deal is None
            if amount is not None:
                total.amount += amount
            else:
                total.without_rate += 1
    return totals


def collected_rows(period: Period, settings: MetricSettings, scope: Scope) -> RowsQuery:
    """The deals that payments of the period belong to."""
    place, scoped = in_scope(scope, "f.person_id", "f.received_on")
    where = f"deals.id IN (SELECT f.deal_id FROM ({_PAYMENTS}) f WHERE {place})"
    return RowsQuery("deals", where, {**_bounds(period, settings), **scoped})


def _bounds(period: Period, settings: MetricSettings) -> dict[str, object]:
    return {
        "start": period.start.isoformat(),
        "end": period.seen_until.isoformat(),
        "currency": settings.currency,
    }


_COUNTED = "p.deleted_at IS NULL AND p.received_on <= :as_of"


def _paid(deal: str, chosen: str, amount: str) -> str:
    """The sum of those payments of one deal that ``chosen`` lets through."""
    return (
        f"coalesce((SELECT sum({amount}) FROM payments p WHERE p.deal_id = {deal}.id AND {_COUNTED} AND {chosen}), 0)"
    )


def _lacks(deal: str, paid: str) -> str:
    """What a won deal still owes, in the store's currency; ``paid``: what came in for it, in the store's currency.

    What a deal in another currency owes is counted in that currency, and is worth what it was on the closing day, as
    won revenue has it: once paid in full it owes nothing, however the rate moves. Payments in yet another currency are
    worth what they were when they came in.
    """
    own = f"({deal}.amount - {_paid(deal, f'p.currency = {deal}.currency', 'p.amount')})"
    other = _paid(deal, f"p.currency IS NOT {deal}.currency", _RECEIVED)
    owed = f"({in_home_currency(own, f'{deal}.currency', f'{deal}.closed_on')}) - {other}"
    return f"CASE WHEN {is_home(f'{deal}.currency')} THEN {deal}.amount - {paid} ELSE {owed} END"


def _won(deal: str) -> str:
    return f"{deal}.state = 'won' AND {deal}.deleted_at IS NULL AND {deal}.closed_on <= :as_of AND {deal}.amount > 0"


# Added up once for all deals: a look at the payments of each deal by itself takes half as long again.
_ALL_PAID = f"""
WITH paid AS MATERIALIZED (
    SELECT p.deal_id, sum({_RECEIVED}) AS amount FROM payments p
    WHERE {_COUNTED} AND p.deal_id IS NOT NULL GROUP BY p.deal_id
)
"""
_LACKS = _lacks("d", "coalesce(paid.amount, 0)")
_WON = f"deals d LEFT JOIN paid ON paid.deal_id = d.id WHERE {_won('d')}"
_OUTSTANDING = f"""
{_ALL_PAID}
SELECT d.owner_id, d.closed_on, {_LACKS} AS lacks FROM {_WON} AND coalesce({_LACKS}, 1) > 0
"""


def read_outstanding(
    connection: sqlite3.Connection, period: Period, settings: MetricSettings, roster: Roster
) -> ByScope[Outstanding]:
    """What deals won by ``as_of`` still owe, by their owner on the closing day's team."""
    totals = ByScope(Outstanding, roster)
    for owner, day, owed in connection.execute(_OUTSTANDING, _seen(period, settings)):
        for total in totals.of(owner, day):
            if owed is None:
                total.without_rate += 1
            else:
                total.amount += owed
                total.count += 1
    return totals


def outstanding_rows(period: Period, settings: MetricSettings, scope: Scope) -> RowsQuery:
    """The won deals that are not paid in full."""
    place, scoped = in_scope(scope, "deals.owner_id", "deals.closed_on")
    owes = f"{_won('deals')} AND {_lacks('deals', _paid('deals', '1', _RECEIVED))} > 0"
    return RowsQuery("deals", f"{owes} AND {place}", {**_seen(period, settings), **scoped})


def _seen(period: Period, settings: MetricSettings) -> dict[str, object]:
    return {"as_of": period.as_of.isoformat(), "currency": settings.currency}


def read_deal_payments(connection: sqlite3.Connection, deal_id: int) -> DealPayments:
    """The payments of one deal, whatever their day."""
    of_deal = {"deal": deal_id, "currency": read_settings(connection).currency}
    lines = tuple(
        PaymentLine(*row)
        for row in connection.execute(
            f"SELECT p.id, p.received_on, p.amount, coalesce(p.currency, :currency), {_RECEIVED},"
            " coalesce(o.name, ''), p.remark FROM payments p LEFT JOIN people o ON o.id = p.person_id"
            " WHERE p.deal_id = :deal AND p.deleted_at IS NULL ORDER BY p.received_on DESC, p.id DESC",
            of_deal,
        )
    )
    found = connection.execute(
        f"SELECT {own_amount('d.closed_on')} FROM deals d WHERE d.id = :deal AND d.state = 'won'", of_deal
    ).fetchone()
    return DealPayments(lines, sum(line.counted or 0 for line in lines), found[0] if found else None)


LISTED = 500
"""More than anybody goes through; the sum and the deals page have them all."""


@frozen
class OwedLine:
    """A won deal that is not paid in full: money in minor units, ``days`` since it was won."""

    id: int
    deal: str
    account: str
    owner: str
    won_on: str
    amount: int
    received: int
    days: int

    @property
    def outstanding(self) -> int:
        return self.amount - self.received


def list_outstanding(
    connection: sqlite3.Connection, period: Period, settings: MetricSettings, scope: Scope
) -> list[OwedLine]:
    """The deals behind ``read_outstanding`` of one scope, those that owe most first; no more than ``LISTED``."""
    place, scoped = in_scope(scope, "d.owner_id", "d.closed_on")
    worth = own_amount("d.closed_on")
    found = connection.execute(
        f"""
        {_ALL_PAID}, owed AS (
            SELECT d.id, {_LACKS} AS lacks FROM {_WON} AND {place} AND {_LACKS} > 0
            ORDER BY lacks DESC, d.closed_on, d.id LIMIT :listed
        )
        SELECT d.id, d.name, coalesce(a.name, ''), coalesce(o.name, ''), d.closed_on, {worth},
               {worth} - owed.lacks, CAST(julianday(:as_of) - julianday(d.closed_on) AS INTEGER)
        FROM owed JOIN deals d ON d.id = owed.id
        LEFT JOIN accounts a ON a.id = d.account_id LEFT JOIN people o ON o.id = d.owner_id
        ORDER BY owed.lacks DESC, d.closed_on, d.id
        """,
        {**_seen(period, settings), **scoped, "listed": LISTED},
    )
    return [OwedLine(*row) for row in found]
