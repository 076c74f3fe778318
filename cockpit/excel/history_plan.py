"""A CRM's own history of its deals: what it tells that the store does not know yet."""

from collections import defaultdict
from typing import Any

from cockpit.excel.dates import time_of
from cockpit.excel.known import Known
from cockpit.excel.plan import HistoryEntry, Plan
from cockpit.excel.tables import TypedTable
from cockpit.excel.values import Unreadable
from cockpit.language import noop
from cockpit.model.deals import HISTORY_FIELDS

FIELDS = {"stage": "stage_id", "amount": "amount", "expected_close": "expected_close"}

_Told = list[tuple[str, dict[str, str]]]
"""When, and the values that the file gives then, by field of the history."""


def plan_history(plan: Plan, table: TypedTable, known: Known) -> None:
    """Entries of the history, deal by deal; those of deals that nobody knows are refused.

    A deal's history has to end where the deal stands: what the file tells after the store's newest entry is taken only
    if it ends there, because the deals themselves come from the file of deals.
    """
    numbers: dict[str, int] = {}
    for deals in plan.deals:
        numbers |= deals.by_external_id
    if known.last_deal_id:
        numbers |= {row[1]: row[0] for row in known.read_deals(()) if row[1] is not None and row[1] not in numbers}
    told = _told(plan, table, numbers)
    present = _present(plan, known, set(told))
    new = {deal[0] for deals in plan.deals for deal in deals.added}
    stored: defaultdict[int, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for deal, name, value, effective_at in known.history([deal for deal in told if deal not in new]):
        stored[deal][name].append((effective_at, value))
    for deal, entries in told.items():
        if deal in new:
            plan.replaced_first.add(deal)
        for name in FIELDS:
            values = [(at, said[name]) for at, said in entries if name in said]
            if not values or (name != "stage" and len({value for _, value in values}) < 2):
                continue
            _plan_field(plan, deal, name, values, stored[deal][name], present[deal].get(FIELDS[name]), deal in new)
        if deal in new and (state := present[deal].get("state")) in ("won", "lost"):
            day = present[deal].get("closed_on") or entries[-1][0]
            plan.history.append(HistoryEntry(deal, "state", None, state, day))


def _told(plan: Plan, table: TypedTable, numbers: dict[str, int]) -> dict[int, _Told]:
    told: defaultdict[int, _Told] = defaultdict(list)
    pipeline = plan.stages.default_pipeline
    names = [
        stage
        for external_id, stage, day in zip(
            table.column("deal_id"), table.column("stage"), table.column("changed_on"), strict=True
        )
        if stage and day and external_id in numbers
    ]
    guessed = plan.stages.settle(pipeline, list(dict.fromkeys(names)), {}, table.choices.stages, {})
    table.guessed_stages |= {name: match.meant for name, match in guessed.items()}
    at = table.found.matches["changed_on"].index
    for place, (external_id, stage, day) in enumerate(
        zip(table.column("deal_id"), table.column("stage"), table.column("changed_on"), strict=True)
    ):
        if external_id not in numbers:
            table.refuse(place, "deal_id", Unreadable(noop("没有这个商机,请先导入商机")))
        elif not stage:
            table.refuse(place, "stage", Unreadable(noop("没有阶段")))
        elif not day:
            table.refuse(place, "changed_on", Unreadable(noop("没有日期")))
        else:
            number = plan.stages.find(pipeline, stage)
            said = {"stage": str(number)}
            for name in ("amount", "expected_close"):
                if (value := table.column(name)[place]) is not None:
                    said[name] = str(value)
            moment = time_of(table.cells[place][at])
            told[numbers[external_id]].append((f"{day}T{moment}" if moment else day, said))
    for entries in told.values():
        entries.sort(key=lambda entry: entry[0])
    table.drop_refused()
    return told


def _present(plan: Plan, known: Known, deals: set[int]) -> defaultdict[int, dict[str, Any]]:
    """How the deals will stand once the plan is applied."""
    columns = ("stage_id", "amount", "expected_close", "state", "closed_on")
    present: defaultdict[int, dict[str, Any]] = defaultdict(dict)
    if known.last_deal_id:
        for number, _, _, *values in known.read_deals(columns):
            if number in deals:
                present[number] = dict(zip(columns, values, strict=True))
    for plan_of_table in plan.deals:
        for deal in plan_of_table.added:
            if deal[0] in deals:
                present[deal[0]] = dict(zip(plan_of_table.columns, deal, strict=True))
        for change in plan_of_table.changed:
            if change.id in deals:
                present[change.id] |= {column: new for column, (_, new) in change.fields.items()}
    return present


def _plan_field(
    plan: Plan,
    deal: int,
    name: str,
    values: list[tuple[str, str]],
    stored: list[tuple[str, str]],
    present: Any,
    is_new: bool,
) -> None:
    assert name in HISTORY_FIELDS.values()
    ends_there = present is not None and values[-1][1] == str(present)
    newest = max((at for at, _ in stored), default="")
    known = set(stored)
    before: str | None = None
    for at, value in values:
        if value == before:
            continue
        if (at, value) in known:
            plan.history_unchanged += 1
        elif is_new or ends_there or at < newest:
            plan.history.append(HistoryEntry(deal, name, before, value, at))
        before = value
    if is_new and not ends_there and present is not None:
        # The file of deals is newer than the file of their history.
        plan.history.append(HistoryEntry(deal, name, before, str(present), max(values[-1][0], _last_day(plan, deal))))


def _last_day(plan: Plan, deal: int) -> str:
    for deals in plan.deals:
        for row in deals.added:
            if row[0] == deal:
                return str(row[deals.columns.index("closed_on")] or "")
    return ""
