"""Money received, as a file of its own tells it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cockpit.excel.deal_lookup import DealLookup
from cockpit.excel.known import Known
from cockpit.excel.plan import Plan
from cockpit.excel.records import (
    ACCOUNT,
    AMBIGUOUS_DEAL,
    PERSON,
    find_accounts,
    find_people,
    names_any,
    refuse_repeated_ids,
    settle,
)
from cockpit.excel.registry import AMBIGUOUS
from cockpit.excel.tables import TypedTable
from cockpit.excel.values import OWN_SIGN, Unreadable, currency_code
from cockpit.language import noop

ERASABLE = ("remark",)


FOREIGN_PAYMENTS = (
    noop("{n} 笔回款用的是别的币种,按汇率折算:"),
    noop("{n} 笔回款的币种还没有汇率。到“商机 → 待修数据”填上,在那之前不计入任何金额:"),
)


def plan_payments(plan: Plan, table: TypedTable, known: Known, today: date) -> None:
    """Add to ``plan`` what this list of payments would do. Nothing is made up for money: a payment for a deal, an
    account or a person that nobody knows is refused.
    """
    refuse_repeated_ids(table)
    people, accounts = find_people(plan, table), find_accounts(plan, table)
    deals = _deals(plan, table, known, people, accounts)
    _refuse(table, people, accounts, deals, today)
    kept = [place for place, row in enumerate(table.rows) if row not in table.refused]
    days = [table.columns["received_on"][place] for place in kept]
    ids = [external_id for external_id in table.column("external_id") if external_id is not None]
    stored = list(known.payments(min(days), max(days), ids)) if days else []
    columns = {
        "external_id": table.column("external_id"), "deal_id": deals, "account_id": accounts, "person_id": people,
        "received_on": table.columns["received_on"], "amount": table.columns["amount"],
        "currency": [_currency(plan, named) for named in table.column("currency")],
        "remark": [text or "" for text in table.column("remark")],
    }  # fmt: skip
    rows = list(zip(*columns.values(), strict=True))
    told = [(place, dict(zip(columns, rows[place], strict=True))) for place in kept]
    plan.note_currencies("foreign_payments", FOREIGN_PAYMENTS, [values["currency"] for _, values in told])
    settle(plan, table, "payments", told, stored, _same, filled="account_id", erasable=ERASABLE)
    table.drop_refused()


def _same(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """A deal's payment is known by day and amount, whoever wrote it down: typed in, pasted or imported."""
    whose = ("deal", row["deal_id"]) if row["deal_id"] is not None else ("account", row["account_id"])
    return (*whose, row["received_on"], row["amount"])


def _currency(plan: Plan, named: str | None) -> str | None:
    """None for the store's own, as payments that are typed in have it."""
    if named == OWN_SIGN:
        # Who counts in another currency means renminbi by ¥.
        named = None if plan.home_currency in ("CNY", "JPY") else "CNY"
    code = currency_code(named) if named else None
    return None if code in (None, plan.home_currency) else code


def _deals(
    plan: Plan, table: TypedTable, known: Known, people: list[int | None], accounts: list[int | None]
) -> list[int | None]:
    deals: list[int | None] = [None] * len(table)
    if not {"deal", "deal_id"} & set(table.columns):
        return deals
    lookup = DealLookup(plan, known)
    for place, (external_id, name) in enumerate(zip(table.column("deal_id"), table.column("deal"), strict=True)):
        found = lookup.find(external_id, name, accounts[place], people[place])
        named = "deal" if name else "deal_id"
        if found is AMBIGUOUS:
            table.refuse(place, named, Unreadable(AMBIGUOUS_DEAL))
        elif isinstance(found, int):
            deals[place] = found
        elif external_id or name:
            table.refuse(place, named, Unreadable(noop("没有这个商机,请先导入商机")))
    return deals


def _refuse(
    table: TypedTable,
    people: list[int | None],
    accounts: list[int | None],
    deals: list[int | None],
    today: date,
) -> None:
    somebody, customer = names_any(table, PERSON), names_any(table, ACCOUNT)
    for place, row in enumerate(table.rows):
        if row in table.refused:
            continue
        day, amount = table.columns["received_on"][place], table.columns["amount"][place]
        if day is None:
            table.refuse(place, "received_on", Unreadable(noop("没有日期")))
        elif day > today.isoformat():
            table.refuse(place, "received_on", Unreadable(noop("日期在今天之后,钱还没有到")))
        elif not amount:
            table.refuse(place, "amount", Unreadable(noop("没有金额")))
        elif deals[place] is None and customer[place] and accounts[place] is None:
            table.refuse(place, "account", Unreadable(noop("没有这个客户,请先导入客户或商机")))
        elif deals[place] is None and accounts[place] is None:
            table.refuse(place, "deal", Unreadable(noop("没有商机,也没有客户")))
        elif somebody[place] and people[place] is None:
            table.refuse(place, "person", Unreadable(noop("没有这个人,请先导入人员")))
