"""Lists of what happened, activities or payments: which rows the store has already, which are new, which say more."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from cockpit.excel.erasing import erased_fields
from cockpit.excel.plan import Plan, RecordKind, RecordPlan
from cockpit.excel.registry import AMBIGUOUS, Ambiguous, Change
from cockpit.excel.tables import TypedTable
from cockpit.excel.team_plan import find_person
from cockpit.excel.values import Unreadable
from cockpit.language import noop

SameKey = Callable[[Mapping[str, Any]], tuple[Any, ...]]
"""What two records without ids have to have in common to be one and the same."""

AMBIGUOUS_PERSON = noop("有几个人叫这个名字,请加上编号列")
AMBIGUOUS_ACCOUNT = noop("有几个客户叫这个名字,请加上客户编号列")
AMBIGUOUS_DEAL = noop("有几个商机叫这个名字,请加上商机编号列")
PERSON = ("person_id", "person", "person_email")
ACCOUNT = ("account_id", "account")
DEAL = ("deal_id", "deal")


def refuse_repeated_ids(table: TypedTable) -> None:
    """Refuse rows whose id an earlier row of the table has."""
    seen: dict[str, int] = {}
    for place, external_id in enumerate(table.column("external_id")):
        if external_id is None:
            continue
        if external_id in seen:
            reason = Unreadable(noop("编号重复,和第 {row} 行相同"), {"row": seen[external_id]})
            table.refuse(place, "external_id", reason)
        else:
            seen[external_id] = table.rows[place]


def names_any(table: TypedTable, columns: Sequence[str]) -> list[bool]:
    """Whether each row has anything in one of the columns."""
    there = [table.columns[name] for name in columns if name in table.columns]
    return [any(cells) for cells in zip(*there, strict=True)] if there else [False] * len(table)


def find_people(plan: Plan, table: TypedTable) -> list[int | None]:
    """Whom each row means; None where it names nobody, or somebody who is not known. Ambiguous rows are refused.

    Ids of other programs than the one that gave the people theirs say nothing: then the name counts, if it is one's.
    """
    return _find(table, PERSON, lambda *key: find_person(plan, *key), AMBIGUOUS_PERSON)


def find_accounts(plan: Plan, table: TypedTable) -> list[int | None]:
    """Which account each row means, in the same way."""
    return _find(table, ACCOUNT, plan.accounts.find, AMBIGUOUS_ACCOUNT)


def _find(
    table: TypedTable, columns: tuple[str, ...], find: Callable[..., int | Ambiguous | None], reason: str
) -> list[int | None]:
    keys = list(zip(*(table.column(name) for name in columns), strict=True))
    found = {key: find(*key) for key in dict.fromkeys(keys) if any(key)}
    for key, number in found.items():
        if number is None and key[0] and key[1] and isinstance(by_name := find(None, *key[1:]), int):
            found[key] = by_name
    if AMBIGUOUS in found.values():
        named = next(name for name in reversed(columns[:2]) if name in table.columns)
        for place, key in enumerate(keys):
            if found.get(key) is AMBIGUOUS:
                table.refuse(place, named, Unreadable(reason))
    return [number if isinstance(number := found.get(key), int) else None for key in keys]


def add_people(plan: Plan, table: TypedTable, found: list[int | None]) -> None:
    """Whom the rows that are not refused name and nobody knows becomes a person without a team; all are listed."""
    added: list[str] = []
    for place, key in enumerate(zip(*(table.column(name) for name in PERSON), strict=True)):
        if found[place] is None and any(key) and table.rows[place] not in table.refused:
            again = find_person(plan, *key)
            if not isinstance(again, int):
                external_id, name, email = key
                called = name or external_id or email
                again = plan.people.add(None, name=called, external_id=external_id, email=email, role="seller")
                added.append(plan.people.name(again))
            found[place] = again
    plan.note("people_added", noop("只在跟进记录里出现的人,加入时没有团队:"), added)


def add_accounts(plan: Plan, table: TypedTable, found: list[int | None]) -> None:
    """In the same way: a visit to somebody new is what prospecting is."""
    added: list[str] = []
    for place, key in enumerate(zip(*(table.column(name) for name in ACCOUNT), strict=True)):
        if found[place] is None and any(key) and table.rows[place] not in table.refused:
            again = plan.accounts.find(*key)
            if not isinstance(again, int):
                again = plan.accounts.add(None, name=key[1] or key[0], external_id=key[0])
                added.append(plan.accounts.name(again))
            found[place] = again
    plan.note("accounts_added", noop("只在跟进记录里出现的客户,已加入:"), added)


def settle(
    plan: Plan,
    table: TypedTable,
    kind: RecordKind,
    told: Sequence[tuple[int, dict[str, Any]]],
    stored: Iterable[dict[str, Any]],
    same: SameKey,
    *,
    filled: str,
    erasable: tuple[str, ...],
    meanings: Mapping[str, Callable[[str], str]] | None = None,
) -> None:
    """Compare what the rows tell with what is ``stored``, and put the difference into the plan.

    ``told`` are the places and values of the rows to be taken. A row is the record with its id; else one with the same
    ``same`` key; else one that differs from it only in that ``filled`` was not known then. Two rows alike are two
    records, and the same file again is none: rows are matched one by one. A column of ``meanings`` that means the same
    as before stays as it is.
    """
    result = RecordPlan(kind)
    by_id: dict[str, dict[str, Any]] = {}
    alike: defaultdict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    earlier = [row for before in plan.records if before.kind == kind for row in before.added]
    for row in (*stored, *earlier):
        if row.get("external_id"):
            by_id[row["external_id"]] = row
        alike[same(row)].append(row)
    taken: set[int] = set()
    wanted = {values.get("external_id") for _, values in told} - {None}

    def among(key: tuple[Any, ...], external_id: str | None) -> dict[str, Any] | None:
        for row in alike.get(key, ()):
            other = row.get("external_id")
            # One with another id that the file has too is that other row's.
            if id(row) not in taken and (other is None or (external_id is None and other not in wanted)):
                return row
        return None

    for place, values in told:
        external_id = values.get("external_id")
        found = by_id.get(external_id) if external_id else None
        if found is None:
            found = among(same(values), external_id)
        if found is None and values.get(filled) is not None:
            found = among(same({**values, filled: None}), external_id)
        if found is not None:
            values = values | {
                column: found[column]
                for column, meaning in (meanings or {}).items()
                if meaning(values[column]) == meaning(found[column])
            }
        _take(table, result, place, values, found, erasable)
        if found is not None:
            taken.add(id(found))
    plan.records.append(result)
    plan.note("left_out", noop("{n} 行没有写入:只新增或只更新,或者在驾驶舱里已删除"), [], result.left_out)


def _take(
    table: TypedTable,
    result: RecordPlan,
    place: int,
    values: dict[str, Any],
    found: dict[str, Any] | None,
    erasable: tuple[str, ...],
) -> None:
    mode, row = table.choices.mode, table.rows[place]
    if found is None:
        if mode == "update":
            result.left_out += 1
        else:
            result.added.append(values)
            result.rows.append(row)
        return
    if found.get("deleted_at") is not None:
        result.left_out += 1
        return
    erased = erased_fields(table, erasable, place)
    fields = {
        column: (found.get(column), value)
        for column, value in values.items()
        if value != found.get(column) and (value not in (None, "") or column in erased)
    }
    if not fields:
        result.unchanged_rows.append(row)
    elif "id" not in found:
        # Another table of this import has just told it: together they say more.
        found.update({column: new for column, (_, new) in fields.items()})
        result.unchanged_rows.append(row)
    elif mode == "add":
        result.left_out += 1
    else:
        result.changed.append(Change(found["id"], row, fields))
