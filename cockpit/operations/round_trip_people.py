"""People that come back from a workbook: what of each row can be taken, and writing it."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any

from cockpit.excel.round_trip_compare import EditedRow
from cockpit.excel.round_trip_plan import CellChange, NewRow, ReturnPlan, RowChange, TablePlan
from cockpit.excel.values import Unreadable
from cockpit.language import noop, tr
from cockpit.model.names import name_key
from cockpit.operations.operation import Operation
from cockpit.operations.round_trip_values import Now, Taking, said
from cockpit.store import people

LEFT_BEFORE_HIRED = noop("离职日早于入职日")


def person_names(connection: sqlite3.Connection) -> dict[str, str]:
    """Everybody who can be changed: id as in a list -> name."""
    found = connection.execute("SELECT id, name FROM people WHERE deleted_at IS NULL")
    return {f"P{number}": name for number, name in found}


def take_changes(taking: Taking, edited: Sequence[EditedRow], now: Now) -> None:
    """Read what was edited."""
    plan, reader = taking.plan, taking.reader
    for at, row in enumerate(edited):
        line = plan.table.rows[row.place]
        values: dict[str, Any] = {}
        for cell in row.cells:
            value = reader.read(cell.of, cell.cell)
            if value is None and cell.of.key in ("name", "role"):
                value = Unreadable(noop("不能为空"))
            if isinstance(value, Unreadable):
                plan.refuse(line, cell.of.key, cell.cell, value)
            values[cell.of.key] = value
        if line in plan.refused:
            continue
        if "hired_on" in values or "left_on" in values:
            hired, left = taking.connection.execute(
                "SELECT hired_on, left_on FROM people WHERE id = ?", (int(row.id[1:]),)
            ).fetchone()
            if _is_backwards(values.get("hired_on", hired), values.get("left_on", left)):
                of = "left_on" if "left_on" in values else "hired_on"
                plan.refuse(line, of, values[of], Unreadable(LEFT_BEFORE_HIRED))
                continue
        cells = tuple(
            CellChange(cell.of.key, values[cell.of.key], said(cell.of, now[cell.of.key][at]), said(cell.of, cell.cell),
                       cell.is_conflict)
            for cell in row.cells
        )  # fmt: skip
        plan.changed.append(RowChange(row.id, line, taking.there[row.id], cells))


def _is_backwards(hired: str | None, left: str | None) -> bool:
    return bool(hired and left and left < hired)


def take_new(taking: Taking, places: Sequence[int]) -> None:
    """Read rows without an id; somebody of a name that is there already is refused."""
    if not places:
        return
    plan, reader = taking.plan, taking.reader
    there = {name_key(name): name for name in person_names(taking.connection).values()}
    external = {
        row[0] for row in taking.connection.execute("SELECT external_id FROM people WHERE external_id IS NOT NULL")
    }
    for place in places:
        line = plan.table.rows[place]
        values: dict[str, Any] = {}
        words: dict[str, str] = {}
        for one in plan.table.fields:
            cell = plan.table.cells[one.key][place]
            value = reader.read(one, cell)
            if isinstance(value, Unreadable):
                plan.refuse(line, one.key, cell, value)
            elif value is not None:
                values[one.key], words[one.key] = value, said(one, cell)
        name = values.get("name")
        if not name:
            plan.refuse(line, "name", "", tr("名称不能为空。"))
        elif name_key(name) in there:
            reason = tr("和已有的“{name}”一样;要改它,填上它的记录ID", name=there[name_key(name)])
            plan.refuse(line, "name", name, reason)
        if _is_backwards(values.get("hired_on"), values.get("left_on")):
            plan.refuse(line, "left_on", values["left_on"], Unreadable(LEFT_BEFORE_HIRED))
        if values.get("external_id") in external:
            plan.refuse(line, "external_id", values["external_id"], tr("这个编号已经有了"))
        if line in plan.refused or not name:
            continue
        there[name_key(name)] = name
        if "external_id" in values:
            external.add(values["external_id"])
        plan.added.append(NewRow(line, name, values, words))


def write_people(under_way: Operation, returned: ReturnPlan, plan: TablePlan, today: date) -> None:
    """Write what is taken of one list; who moves to another team does so today."""
    connection = under_way.store.connection
    day = today.isoformat()
    ids, moved = [], False
    for change, cells in returned.changed_rows(plan):
        number = int(change.id[1:])
        values = {cell.field: cell.value for cell in cells}
        if "team" in values:
            people.join_team(connection, number, values.pop("team"), day)
            moved = True
        people.update_person(connection, number, values)
        ids.append(number)
    last = max(people.list_people(connection, day), default=0) if plan.added else 0
    for number, new in enumerate(plan.added, last + 1):
        values = {"role": "seller"} | new.values
        team = values.pop("team", None)
        people.insert_people(connection, {number: values})
        if team is not None:
            people.join_team(connection, number, team, day)
            moved = True
        ids.append(number)
    if ids:
        under_way.changed("person", ids)
    if moved or plan.added:
        under_way.changed("team")
