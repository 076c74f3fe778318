"""Accounts and products, as a file of their own tells them."""

from typing import Any

from cockpit.excel.erasing import erased_fields
from cockpit.excel.modes import leave_out
from cockpit.excel.plan import Plan
from cockpit.excel.registry import AMBIGUOUS, Registry
from cockpit.excel.tables import TypedTable
from cockpit.excel.team_plan import find_person, refuse_repeated
from cockpit.excel.values import Unreadable
from cockpit.language import noop
from cockpit.model.names import name_key

ERASABLE = ("series", "list_price", "industry", "region")
KEY_WORDS = ("重点", "战略", "重要", "ka", "strategic", "key", "vip")


def plan_products(plan: Plan, table: TypedTable) -> None:
    """Products with their list price."""
    _add_named(plan.products, plan, table, ("external_id", "series", "list_price"))


def plan_accounts(plan: Plan, table: TypedTable) -> None:
    """Accounts with owner, parent and tier. Owners and parents that nothing else names are added."""
    _tiers(table)
    numbers = _add_named(plan.accounts, plan, table, ("external_id", "industry", "region", "tier_by_hand", "is_key"))
    for number, owner in zip(numbers, _owners(plan, table), strict=True):
        plan.accounts.change(number, owner_id=owner)
    _parents(plan, table, numbers)


def _add_named(registry: Registry, plan: Plan, table: TypedTable, columns: tuple[str, ...]) -> list[int]:
    refuse_repeated(table, table.column("name"))
    table.drop_refused()
    named: set[str] = set()
    clashing = noop("和另一个同名,编号却不同")
    for place, (external_id, name) in enumerate(zip(table.column("external_id"), table.column("name"), strict=True)):
        found = registry.find(external_id, name)
        if found is AMBIGUOUS:
            table.refuse(place, "name", Unreadable(noop("有几个叫这个名字,请加上编号列")))
        elif registry.kind == "products":
            # Deals name products and nothing else of them: two of one name could not be told apart.
            called = name or external_id
            same = registry.find(None, called)
            if (same is not None and same != found) or name_key(called) in named:
                table.refuse(place, "name", Unreadable(clashing))
            named.add(name_key(called))
    table.drop_refused()
    both = zip(table.column("external_id"), table.column("name"), strict=True)
    leave_out(plan, table, [registry.find(*one) is not None for one in both])
    numbers = []
    deleted = []
    for place, name in enumerate(table.column("name")):
        values: dict[str, Any] = {column: table.columns[column][place] for column in columns if column in table.columns}
        found = registry.find(values.get("external_id"), name)
        if isinstance(found, int):
            if registry.is_deleted(found):
                deleted.append(registry.name(found))
            else:
                registry.change(found, erased_fields(table, ERASABLE, place), name=name, **values)
        else:
            found = registry.add(table.rows[place], name=name or values["external_id"], **values)
        registry.seen[found] = table.rows[place]
        numbers.append(found)
    plan.note("deleted", noop("已删除的还在文件里,没有恢复:"), deleted)
    return numbers


def _owners(plan: Plan, table: TypedTable) -> list[int | None]:
    """The owner of every row; owners whom nothing else names are added and listed."""
    owners: list[int | None] = []
    added = []
    for external_id, name in zip(table.column("owner_id"), table.column("owner"), strict=True):
        found = find_person(plan, external_id, name) if external_id or name else None
        if found is None and (external_id or name):
            found = plan.people.add(None, name=name or external_id, external_id=external_id, role="seller")
            added.append(plan.people.name(found))
        owners.append(found if isinstance(found, int) else None)
    plan.note("owners_added", noop("只作为客户负责人出现的人,加入时没有团队:"), added)
    return owners


def _tiers(table: TypedTable) -> None:
    """A, B, C become a tier by hand; words for important customers make a key account."""
    tiers = table.columns.get("tier")
    flags = table.columns.get("is_key")
    if flags:
        table.columns["is_key"] = [None if flag is None else int(flag) for flag in flags]
    if not tiers:
        return
    letters = {
        text: text[0].upper()
        if len(text) <= 3 and text[0].upper() in "ABC" and text[1:] in ("", "类", "级", "档")
        else None
        for text in set(tiers)
        if text
    }
    table.columns["tier_by_hand"] = [letters.get(text) if text else None for text in tiers]
    if not flags:
        keys = {
            text: 1 if any(word in text.lower() for word in KEY_WORDS) and "非" not in text else None
            for text in set(tiers)
            if text
        }
        table.columns["is_key"] = [keys.get(text) if text else None for text in tiers]


def _parents(plan: Plan, table: TypedTable, numbers: list[int]) -> None:
    added = []
    for number, external_id, name in zip(numbers, table.column("parent_id"), table.column("parent"), strict=True):
        if not external_id and not name:
            continue
        found = plan.accounts.find(external_id, name)
        if found is None:
            found = plan.accounts.add(None, name=name or external_id, external_id=external_id)
            added.append(plan.accounts.name(found))
        if isinstance(found, int) and found != number:
            plan.accounts.change(number, parent_id=found)
    plan.note("parents_added", noop("只作为上级客户出现的客户,已加入:"), added)
