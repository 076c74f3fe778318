"""Visits, calls and everything else that was done with customers, as a file of their own tells them."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from cockpit.excel.deal_lookup import DealLookup
from cockpit.excel.known import Known
from cockpit.excel.plan import Plan
from cockpit.excel.records import (
    ACCOUNT,
    AMBIGUOUS_DEAL,
    DEAL,
    PERSON,
    add_accounts,
    add_people,
    find_accounts,
    find_people,
    names_any,
    refuse_repeated_ids,
    settle,
)
from cockpit.excel.registry import AMBIGUOUS
from cockpit.excel.tables import TypedTable
from cockpit.excel.values import Unreadable
from cockpit.language import noop, tr
from cockpit.model.activity_words import KINDS, word_of
from cockpit.model.names import name_key

ERASABLE = ("met", "note", "follow_up_on")
NOT_DONE = frozenset(
    map(name_key, (
        "not started", "in progress", "open", "planned", "scheduled", "waiting", "waiting on someone else", "deferred",
        "pending", "canceled", "cancelled", "no show", "to do", "todo", "overdue", "rescheduled", "not completed",
        "未开始", "未完成", "进行中", "待办", "待执行", "待跟进", "待完成", "计划", "计划中", "已计划", "已取消",
        "取消", "未执行", "已逾期", "逾期", "未拜访", "待拜访", "已改期",
    ))
)  # fmt: skip
"""What a task is called that has not happened: only what was done counts."""
_BY_FILE = (
    (("拜访", "走访", "外勤", "visit"), "visit"), (("通话", "外呼", "电话", "call"), "call"),
    (("会议", "meeting"), "online"),
)  # fmt: skip
"""What a list without a column of kinds is about, by its own words."""


def plan_activities(plan: Plan, table: TypedTable, known: Known, today: date) -> None:
    """Add to ``plan`` what this list of activities would do.

    Who and which customer nobody knows is added and listed; of a deal that nobody knows the activity stays with its
    customer. What has not been done yet is left alone.
    """
    refuse_repeated_ids(table)
    _leave_undone(plan, table)
    people, accounts = find_people(plan, table), find_accounts(plan, table)
    deals, unknown = _deals(plan, table, known, people, accounts)
    _refuse(table, today)
    add_people(plan, table, people)
    add_accounts(plan, table, accounts)
    kept = [place for place, row in enumerate(table.rows) if row not in table.refused]
    plan.note(
        "deals_unknown", noop("跟进记录里的商机驾驶舱还没有,先记在客户或人名下:"),
        list(dict.fromkeys(unknown[place] for place in kept if place in unknown)),
    )  # fmt: skip
    days = [table.columns["happened_on"][place] for place in kept]
    ids = [external_id for external_id in table.column("external_id") if external_id is not None]
    stored = list(known.activities(min(days), max(days), ids)) if days else []
    columns = {
        "external_id": table.column("external_id"), "person_id": people, "account_id": accounts, "deal_id": deals,
        "kind": _kinds(table, stored), "met": table.column("met"), "happened_on": table.columns["happened_on"],
        "note": _notes(table), "follow_up_on": table.column("follow_up_on"),
    }  # fmt: skip
    rows = list(zip(*columns.values(), strict=True))
    told = [(place, dict(zip(columns, rows[place], strict=True))) for place in kept]
    settle(
        plan, table, "activities", told, stored, _same, filled="deal_id", erasable=ERASABLE, meanings={"kind": _meaning}
    )
    table.drop_refused()


_key = lru_cache(maxsize=4_096)(name_key)


@lru_cache(maxsize=4_096)
def _meaning(kind: str) -> str:
    """What two kinds have in common that are one: 电话, Call and CALL. In another language a code gets another name."""
    word = word_of(kind, KINDS)
    return word.key if word is not None else name_key(kind)


def _same(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return (
        row["happened_on"], row["person_id"], _meaning(row["kind"]), _key(row["met"] or ""), row["account_id"],
        row["deal_id"], (row["note"] or "").strip(),
    )  # fmt: skip


def _leave_undone(plan: Plan, table: TypedTable) -> None:
    """Take planned and cancelled ones out: they are no activities yet, or never will be."""
    undone = {
        place
        for place, (state, closed) in enumerate(zip(table.column("state"), table.column("is_closed"), strict=True))
        if name_key(state or "") in NOT_DONE or (closed is False and not state)
    }
    if undone:
        table.left_out += len(undone)
        plan.note("not_done", noop("{n} 行还没有做,或已取消,不算跟进"), [], len(undone))
        table.keep(place for place in range(len(table)) if place not in undone)


def _deals(
    plan: Plan, table: TypedTable, known: Known, people: list[int | None], accounts: list[int | None]
) -> tuple[list[int | None], dict[int, str]]:
    """The deal of each row, and by place what the row calls a deal that nobody knows.

    Some CRMs write deal or account into one column: an id that is an account's is taken for that. Where a row names
    nobody, the deal's owner was it.
    """
    deals: list[int | None] = [None] * len(table)
    unknown: dict[int, str] = {}
    if not {"deal", "deal_id"} & set(table.columns):
        return deals, unknown
    lookup = DealLookup(plan, known)
    somebody, of_accounts = names_any(table, PERSON), set(table.column("account_id"))
    for place, (external_id, name) in enumerate(zip(table.column("deal_id"), table.column("deal"), strict=True)):
        if not external_id and not name:
            continue
        found = lookup.find(external_id, name, accounts[place], people[place])
        if found is AMBIGUOUS:
            table.refuse(place, "deal", Unreadable(AMBIGUOUS_DEAL))
        elif isinstance(found, int):
            deals[place] = found
            if not somebody[place]:
                people[place] = lookup.owner_of(found)
        elif isinstance(account := plan.accounts.find(external_id, name), int):
            if accounts[place] is None:
                accounts[place] = account
        elif external_id not in of_accounts or external_id is None:
            unknown[place] = name or external_id
    return deals, unknown


def _refuse(table: TypedTable, today: date) -> None:
    somebody = names_any(table, (*PERSON, *ACCOUNT, *DEAL))
    for place, row in enumerate(table.rows):
        if row in table.refused:
            continue
        day = table.columns["happened_on"][place]
        if day is None:
            table.refuse(place, "happened_on", Unreadable(noop("没有日期")))
        elif day > today.isoformat():
            table.refuse(place, "happened_on", Unreadable(noop("日期在今天之后,还没有发生")))
        elif not somebody[place]:
            table.refuse(place, "person", Unreadable(noop("没有人,也没有客户和商机")))


def _notes(table: TypedTable) -> list[str]:
    """What it was about, and what was said."""
    both = zip(table.column("subject"), table.column("note"), strict=True)
    return [" · ".join(dict.fromkeys(part for part in parts if part)) for parts in both]


def _kinds(table: TypedTable, stored: list[dict[str, Any]]) -> list[str]:
    """How something was done. One kind is spelt in one way: as the store has it, else as the file has it first.

    Codes of programs, "LOGGED_CALL", are said in words; a list of visits without such a column is one of visits.
    """
    spelt = {name_key(row["kind"]): row["kind"] for row in stored}
    told = f"{table.heading('happened_on')} {table.found.sheet.name} {table.found.sheet.path.stem}".lower()
    about = next((key for words, key in _BY_FILE if any(word in told for word in words)), "")
    blank = next((tr(word.name) for word in KINDS if word.key == about), tr("联系客户"))
    meant: dict[str | None, str] = {}
    for cell in dict.fromkeys(table.column("kind")):
        code = word_of(cell.rpartition("_")[2], KINDS) if cell and cell.isupper() else None
        kind = blank if not cell else cell if code is None else tr(code.name)
        meant[cell] = spelt.setdefault(name_key(kind), kind)
    return [meant[cell] for cell in table.column("kind")]
