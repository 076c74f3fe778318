"""Improvement actions that come back from a workbook: what of each row can still be changed, and writing it."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any

from cockpit.excel.round_trip_compare import EditedRow
from cockpit.excel.round_trip_plan import CellChange, NewRow, ReturnPlan, RowChange, TablePlan
from cockpit.excel.values import Unreadable
from cockpit.language import noop, tr
from cockpit.metrics import METRICS
from cockpit.model.cycles import Month
from cockpit.model.names import name_key
from cockpit.model.quantities import show_quantity
from cockpit.operations.note_lines import bring_line_in_step, in_short
from cockpit.operations.operation import Operation
from cockpit.operations.round_trip_values import Now, Taking, read_month, said
from cockpit.store import loop

_COLUMNS = {"owner": "person_id"}
_FROZEN = frozenset({"metric", "target", "owner"})
"""What an action is judged by: it stands once the action is agreed."""
NO_LONGER = {
    "agreed": noop("已经约定:指标、目标值和责任人不再改动"),
    "closed": noop("已经验证过,不再改动"),
}


def action_names(connection: sqlite3.Connection) -> dict[str, str]:
    """Every action that can be looked at: id as in a list -> its words in short."""
    found = connection.execute("SELECT id, text FROM actions WHERE deleted_at IS NULL")
    return {f"A{number}": in_short(text) for number, text in found}


def take_changes(taking: Taking, edited: Sequence[EditedRow], now: Now) -> None:
    """Read what was edited."""
    plan, reader = taking.plan, taking.reader
    for at, row in enumerate(edited):
        line = plan.table.rows[row.place]
        before = loop.read_action(taking.connection, int(row.id[1:]))
        assert before is not None
        values: dict[str, Any] = {}
        for cell in row.cells:
            value = reader.read(cell.of, cell.cell)
            if before.state == "closed" or (before.state == "agreed" and cell.of.key in _FROZEN):
                value = Unreadable(NO_LONGER[before.state])
            elif value is None and (cell.of.key in ("text", "owner") or before.state == "agreed"):
                value = Unreadable(noop("不能为空"))
            if isinstance(value, Unreadable):
                plan.refuse(line, cell.of.key, cell.cell, value)
            values[cell.of.key] = value
        if line in plan.refused:
            continue
        metric = values.get("metric", before.metric)
        cells = tuple(
            CellChange(
                cell.of.key, values[cell.of.key],
                show_quantity(before.target, _unit(before.metric)) if cell.of.key == "target"
                else said(cell.of, now[cell.of.key][at]),
                show_quantity(values["target"], _unit(metric)) if cell.of.key == "target" else said(cell.of, cell.cell),
                cell.is_conflict,
            )
            for cell in row.cells
        )  # fmt: skip
        plan.changed.append(RowChange(row.id, line, taking.there[row.id], cells))


def _unit(metric: str | None) -> str:
    return METRICS[metric].unit if metric in METRICS else "ratio"


def take_new(taking: Taking, places: Sequence[int]) -> None:
    """Read rows without an id: drafts of this cycle, unless another is named. One that is there already is refused."""
    if not places:
        return
    plan, reader = taking.plan, taking.reader
    there = {
        (row[0], row[1], name_key(row[2]))
        for row in taking.connection.execute("SELECT person_id, month, text FROM actions WHERE deleted_at IS NULL")
    }
    for place in places:
        line = plan.table.rows[place]
        values: dict[str, Any] = {}
        words: dict[str, str] = {}
        for one in plan.table.fields:
            cell = plan.table.cells[one.key][place]
            if one.told and not one.only_new:
                continue
            value = read_month(cell) if one.key == "month" and cell != "" else reader.read(one, cell)
            if isinstance(value, Unreadable):
                plan.refuse(line, one.key, cell, value)
            elif value is not None:
                values[one.key], words[one.key] = value, str(value) if one.key == "month" else said(one, cell)
        if not values.get("text"):
            plan.refuse(line, "text", "", tr("还没写做什么。"))
        if not values.get("owner") and line not in plan.refused:
            plan.refuse(line, "owner", "", tr("写上责任人"))
        if line in plan.refused:
            continue
        values.setdefault("month", Month(taking.today.year, taking.today.month))
        key = (values["owner"], str(values["month"]), name_key(values["text"]))
        if key in there:
            plan.refuse(line, "text", values["text"], tr("这个人这个周期已经有这个动作;要改它,填上它的记录ID"))
            continue
        there.add(key)
        plan.added.append(NewRow(line, in_short(values["text"]), values, words))


def write_actions(under_way: Operation, returned: ReturnPlan, plan: TablePlan) -> None:
    """Write what is taken of one list; the lines of notes that actions came from follow."""
    connection = under_way.store.connection
    ids = []
    for change, cells in returned.changed_rows(plan):
        number = int(change.id[1:])
        fields = {_COLUMNS.get(cell.field, cell.field): cell.value for cell in cells}
        before = loop.read_action(connection, number)
        assert before is not None
        loop.update_action(connection, number, fields)
        due = date.fromisoformat(fields["due_on"]) if fields.get("due_on") else None
        bring_line_in_step(under_way, before.note_item_id, text=fields.get("text"), due_on=due)
        ids.append(number)
    ids += [
        loop.insert_action(connection, {_COLUMNS.get(name, name): value for name, value in new.values.items()})
        for new in plan.added
    ]
    if ids:
        under_way.changed("action", ids)
