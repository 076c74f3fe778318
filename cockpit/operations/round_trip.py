"""Reading exported lists back: what they would do, row by row and cell by cell, and writing it in one operation."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from types import ModuleType

from cockpit.errors import CockpitError
from cockpit.excel.choices import Choices, TableChoices
from cockpit.excel.round_trip_compare import compare, find_edited
from cockpit.excel.round_trip_layout import ReturnKind
from cockpit.excel.round_trip_plan import Conflict as Conflict
from cockpit.excel.round_trip_plan import ConflictKey as ConflictKey
from cockpit.excel.round_trip_plan import ReturnPlan as ReturnPlan
from cockpit.excel.round_trip_plan import Side as Side
from cockpit.excel.round_trip_plan import TablePlan
from cockpit.excel.round_trip_reading import ReturnedTable
from cockpit.language import noop, tr
from cockpit.operations import round_trip_actions, round_trip_deals, round_trip_people, round_trip_targets
from cockpit.operations.operation import Operation
from cockpit.operations.round_trip_rows import identity, read_exported, read_names
from cockpit.operations.round_trip_values import Taking, ValueReader

_ORDER: tuple[ReturnKind, ...] = ("people", "deals", "targets", "actions")
_MODULES: dict[ReturnKind, ModuleType] = {
    "deals": round_trip_deals, "people": round_trip_people, "targets": round_trip_targets,
    "actions": round_trip_actions,
}  # fmt: skip


def plan_returned(
    connection: sqlite3.Connection,
    tables: Sequence[ReturnedTable],
    today: date,
    choices: Choices | None = None,
    chosen: Mapping[ConflictKey, Side] | None = None,
) -> ReturnPlan | None:
    """What reading these lists back would do; None without any. Reads only.

    Of ``choices``, by the table's key, whether blanks erase and the mode count; ``chosen``: whose value is taken where
    both sides changed. Raises CockpitError for a list that came from another store.
    """
    if not tables:
        return None
    found = ReturnPlan([], chosen=dict(chosen or {}))
    mark, reader = identity(connection), ValueReader(read_names(connection))
    for table in sorted(tables, key=lambda one: _ORDER.index(one.kind)):
        of_table = (choices or {}).get(table.key, TableChoices())
        found.choices[table.key] = of_table
        found.plans.append(_plan_table(connection, table, mark, reader, of_table, today))
    return found


def plan_again(connection: sqlite3.Connection, plan: ReturnPlan, today: date) -> ReturnPlan:
    """The same lists against the store as it is by now, with the same decisions."""
    found = plan_returned(connection, plan.tables, today, plan.choices, plan.chosen)
    assert found is not None
    return found


def _plan_table(
    connection: sqlite3.Connection, table: ReturnedTable, mark: str, reader: ValueReader, choices: TableChoices,
    today: date,
) -> TablePlan:  # fmt: skip
    _refuse_other_store(table, mark)
    plan, module = TablePlan(table), _MODULES[table.kind]
    there = _there(connection, table, reader)
    taking = Taking(plan, reader, connection, today, there)
    places = find_edited(plan, mark, there)
    new = [place for place, number in enumerate(table.ids) if not number]
    if choices.mode == "add":
        plan.unchanged += len(places)
        places = []
    elif choices.mode == "update":
        skipped = [str(table.rows[place]) for place in new]
        plan.note("new_skipped", noop("没有记录ID的行没有加入,因为选了只更新;行号:"), skipped)
        new = []
    if places:
        ids = [table.ids[place] for place in places]
        now = read_exported(connection, table.kind, ids, reader.names).cells
        edited = compare(plan, places, now, erase_blanks=choices.erase_blanks)
        at = {place: number for number, place in enumerate(places)}
        of_edited = {of: [cells[at[row.place]] for row in edited] for of, cells in now.items()}
        module.take_changes(taking, edited, of_edited)
    module.take_new(taking, new)
    plan.drop_refused()
    if table.kind == "deals":
        round_trip_deals.note_new_accounts(plan, reader.accounts.by_label)
    return plan


def _refuse_other_store(table: ReturnedTable, mark: str) -> None:
    marks = {version.mark for version in table.versions if version is not None}
    if marks and mark not in marks:
        raise CockpitError(
            tr("{name} 是从另一份数据导出的,读不回这一份。", name=table.sheet.path.name),
            tr("打开导出它的那份数据再导入,或从这一份重新导出。"),
        )


def _there(connection: sqlite3.Connection, table: ReturnedTable, reader: ValueReader) -> dict[str, str]:
    if table.kind == "deals":
        return round_trip_deals.deal_names(connection)
    if table.kind == "people":
        return round_trip_people.person_names(connection)
    if table.kind == "actions":
        return round_trip_actions.action_names(connection)
    return round_trip_targets.target_names([*table.ids, *sorted(table.went_out)], reader)


def write_returned(under_way: Operation, plan: ReturnPlan, today: date) -> None:
    """Write what is taken of every list, inside the caller's operation. People come first: others may name them."""
    for of_table in plan.plans:
        if of_table.kind == "people":
            round_trip_people.write_people(under_way, plan, of_table, today)
        elif of_table.kind == "deals":
            round_trip_deals.write_deals(under_way, plan, of_table, today)
        elif of_table.kind == "targets":
            round_trip_targets.write_targets(under_way, plan, of_table)
        else:
            round_trip_actions.write_actions(under_way, plan, of_table)
