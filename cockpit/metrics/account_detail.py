"""One account in full: its fields, its deals, what was done with it, and what it paid."""

import sqlite3

from attrs import frozen

from cockpit.metrics.account_list import AccountRow, Looking, read_account_rows
from cockpit.metrics.deal_detail import ActivityLine
from cockpit.metrics.deal_rules import IS_ESTIMATED
from cockpit.model.deals import DealState

DEALS_SHOWN, LINES_SHOWN = 30, 30


@frozen
class AccountDeal:
    """A deal of the account; ``amount`` in minor units of ``currency`` (None: the store's own), days ISO.

    ``list_price`` stands in for a missing amount.
    """

    id: int
    name: str
    state: DealState
    stage: str
    amount: int | None
    currency: str | None
    list_price: int | None
    day: str | None
    """The closing day, of an open deal the expected one."""


@frozen
class AccountPayment:
    """Money that came in for a deal of the account, in minor units of ``currency``."""

    day: str
    amount: int
    currency: str | None
    deal: str


@frozen
class AccountDetail:
    """Everything about one account; ``deals`` is cut off at 30 of ``deal_count``, open ones first."""

    row: AccountRow
    children: tuple[str, ...]
    deals: tuple[AccountDeal, ...]
    deal_count: int
    activities: tuple[ActivityLine, ...]
    payments: tuple[AccountPayment, ...]


def read_account_detail(connection: sqlite3.Connection, number: int, looking: Looking) -> AccountDetail | None:
    """None when it is not there; behind the shield somebody else's account, and others' deals, are not shown."""
    row = read_account_rows(connection, [number], looking.period).get(number)
    only = looking.only_person
    if row is None or (only is not None and row.owner_id != only):
        return None
    of = {"account": number, "only": only, "deals": DEALS_SHOWN, "lines": LINES_SHOWN}
    mine = "d.account_id = :account AND d.deleted_at IS NULL AND (:only IS NULL OR d.owner_id = :only)"
    deals = connection.execute(
        "SELECT d.id, d.name, d.state, s.name, d.amount, d.currency,"
        f" CASE WHEN {IS_ESTIMATED} THEN p.list_price END,"
        " CASE d.state WHEN 'open' THEN d.expected_close ELSE d.closed_on END"
        f" FROM deals d JOIN stages s ON s.id = d.stage_id LEFT JOIN products p ON p.id = d.product_id"
        f" WHERE {mine}"
        " ORDER BY d.state <> 'open', coalesce(d.closed_on, d.expected_close) DESC, d.id DESC LIMIT :deals",
        of,
    ).fetchall()
    activities = connection.execute(
        "SELECT x.happened_on, x.kind, o.name, x.met, x.note FROM activities x LEFT JOIN people o ON o.id = x.person_id"
        " WHERE x.id IN (SELECT id FROM activities WHERE account_id = :account"
        "                UNION SELECT x.id FROM deals d CROSS JOIN activities x ON x.deal_id = d.id"
        "                WHERE d.account_id = :account AND d.deleted_at IS NULL)"
        " AND x.deleted_at IS NULL AND (:only IS NULL OR x.person_id = :only)"
        " ORDER BY x.happened_on DESC, x.id DESC LIMIT :lines",
        of,
    ).fetchall()
    payments = connection.execute(
        "SELECT y.received_on, y.amount, y.currency, coalesce(d.name, '') FROM payments y"
        " LEFT JOIN deals d ON d.id = y.deal_id"
        " WHERE y.deleted_at IS NULL AND coalesce(y.account_id, d.account_id) = :account"
        " AND y.id IN (SELECT id FROM payments WHERE account_id = :account"
        "              UNION SELECT z.id FROM deals d CROSS JOIN payments z ON z.deal_id = d.id"
        "              WHERE d.account_id = :account)"
        " AND (:only IS NULL OR coalesce(y.person_id, d.owner_id) = :only)"
        " ORDER BY y.received_on DESC, y.id DESC LIMIT :lines",
        of,
    ).fetchall()
    children = connection.execute(
        "SELECT name FROM accounts WHERE parent_id = :account AND deleted_at IS NULL"
        " AND (:only IS NULL OR owner_id = :only) ORDER BY coalesce(nullif(pinyin, ''), name)",
        of,
    )
    return AccountDetail(
        row,
        tuple(child for (child,) in children),
        tuple(AccountDeal(*deal) for deal in deals),
        connection.execute(f"SELECT count(*) FROM deals d WHERE {mine}", of).fetchone()[0],
        tuple(ActivityLine(*line) for line in activities),
        tuple(AccountPayment(*payment) for payment in payments),
    )
