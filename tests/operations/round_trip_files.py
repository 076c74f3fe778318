"""For the tests of lists that go out, are edited and come back: workbooks edited as people edit them, and read back."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from cockpit.excel.choices import TableChoices
from cockpit.excel.reading import read_sheets
from cockpit.excel.round_trip_plan import ReturnPlan
from cockpit.excel.round_trip_reading import take_returned
from cockpit.language import noop
from cockpit.operations.exports import export_actions, export_deals, export_people, export_targets
from cockpit.operations.operation import operation
from cockpit.operations.round_trip import plan_again, plan_returned, write_returned
from cockpit.store.file import Store

TODAY = date(2026, 11, 25)
EXPORTS: Mapping[str, Callable[[Store, Path], int]] = {
    "deals": lambda store, path: export_deals(store.connection, None, path),
    "people": lambda store, path: export_people(store.connection, path),
    "targets": lambda store, path: export_targets(store.connection, path),
    "actions": lambda store, path: export_actions(store.connection, path),
}


def exported(store: Store, kind: str, folder: Path) -> Path:
    """Everything of a kind as a workbook."""
    path = folder / f"{kind}.xlsx"
    EXPORTS[kind](store, path)
    return path


def edit(path: Path, *cells: tuple[str, str, Any]) -> Path:
    """Write into cells, each (record id, heading, value), as a spreadsheet does."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    columns: dict[Any, Any] = {cell.value: cell.column for cell in sheet[1]}
    rows = {sheet.cell(row, 1).value: row for row in range(2, sheet.max_row + 1)}
    for number, heading, value in cells:
        sheet.cell(rows[number], columns[heading]).value = value
    book.save(path)
    return path


def add_row(path: Path, **values: Any) -> Path:
    """A row below the last one, without an id."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    columns: dict[Any, Any] = {cell.value: cell.column for cell in sheet[1]}
    row = sheet.max_row + 1
    for heading, value in values.items():
        sheet.cell(row, columns[heading], value)
    book.save(path)
    return path


def drop_row(path: Path, number: str) -> Path:
    """Take the row of a record out."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    row = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value == number)
    sheet.delete_rows(row)
    book.save(path)
    return path


def planned(store: Store, path: Path, **choices: Any) -> ReturnPlan:
    """What reading the file back would do."""
    tables, rest = take_returned(read_sheets(path))
    assert rest == []
    chosen = {table.key: TableChoices(**choices) for table in tables}
    plan = plan_returned(store.connection, tables, TODAY, chosen)
    assert plan is not None
    return plan


def read_back(store: Store, plan: ReturnPlan | Path) -> ReturnPlan:
    """Write what a plan would do, as the import writes it: in one operation."""
    if isinstance(plan, Path):
        plan = planned(store, plan)
    again = plan_again(store.connection, plan, TODAY)
    with operation(store, noop("导入 {name}"), name="x") as under_way:
        write_returned(under_way, again, TODAY)
    return again


def content(store: Store) -> dict[str, list[Any]]:
    """Everything that a list may hold, to be compared."""
    return {
        table: store.connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
        for table in ("deals", "people", "memberships", "targets", "actions", "accounts", "deal_history", "note_items")
    }
