"""Any page as it stands, as a workbook: what is seen is in it, numbers are numbers, nobody else's behind the shield."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QLabel

from cockpit.excel.page_book import PageAsShown, PageCell, PagePart, value_of, write_page
from cockpit.window import page_export
from cockpit.window.kit.cards import EmptyState
from cockpit.window.kit.page import Page
from cockpit.window.kit.tables import Table
from cockpit.window.pages import PAGES
from cockpit.window.shell import Shell
from tests.window.test_shell import _today, application, open_shell, settle, shell

__all__ = ["_today", "application", "open_shell", "shell"]


def written(shell: Shell, path: Path) -> list[list[object]]:
    page_export.save_page(shell, path)
    for _ in range(20):
        settle(shell)
        if path.exists():
            break
    sheet = load_workbook(path).active
    assert sheet is not None
    rows = [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows()]
    return [row for row in rows if row]


def seen(page: Page) -> list[str]:
    """The first heading and the first cell of every table in sight; of an empty page what it says instead."""
    for nothing in page.findChildren(EmptyState):
        if nothing.isVisibleTo(page):
            return [label.text() for label in nothing.findChildren(QLabel) if label.text()]
    found = []
    for table in page.findChildren(Table):
        if table.isVisibleTo(page) and table.rows.rowCount():
            found.append([column.title for column in table.rows.columns if column.title][0])
            found.append(table.rows.row(0).cells[0].plain)
    return found


def test_every_page_goes_out_as_it_stands(shell: Shell, tmp_path: Path) -> None:
    for entry in PAGES:
        shell.go(entry.name)
        settle(shell)
        settle(shell)  # what a page asks for once it is shown
        words_seen = seen(shell.shown_page)
        rows = written(shell, tmp_path / f"{entry.name}.xlsx")
        words = "\n".join(str(cell) for row in rows for cell in row)
        assert all(found in words for found in words_seen), (entry.name, words_seen)
        is_empty = any(nothing.isVisible() for nothing in shell.shown_page.findChildren(EmptyState))
        assert words_seen if is_empty else len(rows) > 4, entry.name


def test_numbers_of_a_table_are_numbers_in_full(shell: Shell, tmp_path: Path) -> None:
    shell.go("deals")
    settle(shell)
    rows = written(shell, tmp_path / "a.xlsx")
    connection = shell.store.connection
    amounts = {amount / 100 for (amount,) in connection.execute("SELECT amount FROM deals WHERE state = 'open'")}
    found = {cell for row in rows for cell in row if isinstance(cell, int | float)}
    assert len(found & amounts) > 20


def test_behind_the_shield_the_workbook_has_nobody_else(shell: Shell, tmp_path: Path) -> None:
    person = next(scope for scope in shell._scopes if scope.name == "李雯")
    others = [scope.name for scope in shell._scopes if scope.kind == "person" and scope.name != "李雯"]
    assert person.id is not None
    shell.set_meeting(person.id)
    for name in ("loop", "results", "process", "closings", "support", "deals", "accounts"):
        shell.go(name)
        settle(shell)
        words = str(written(shell, tmp_path / f"{name}.xlsx"))
        assert [other for other in others if other in words] == [], name


def test_by_keyboard_and_a_place_that_cannot_be_written_is_said(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.go("results")
    settle(shell)
    wanted = tmp_path / "结果"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(wanted), ""))
    QTimer.singleShot(0, lambda: shell.command("save_page"))
    for _ in range(20):
        settle(shell)
        if wanted.with_suffix(".xlsx").exists():
            break
    assert wanted.with_suffix(".xlsx").exists()
    said: list[str] = []
    monkeypatch.setattr(shell, "toast", said.append)
    page_export.save_page(shell, tmp_path / "no such folder" / "a.xlsx")
    for _ in range(20):
        settle(shell)
        if said:
            break
    assert "不能写 a.xlsx" in said[0]


@pytest.mark.parametrize(
    ("cell", "value", "shown"),
    [
        (PageCell("312 万", "¥3,120,000.00", True), 3_120_000, "#,##0"),
        (PageCell("-3.1 万", "-¥31,000.50", True), -31_000.5, "#,##0.00"),
        (PageCell("1.13 亿", "", True), 113_000_000, "#,##0"),
        (PageCell("63.2 %", "", True), 0.632, "0.0%"),
        (PageCell("+12", "", True), 12, "#,##0"),
        (PageCell("44 / 38", "", True), "44 / 38", "@"),
        (PageCell("—", "没有目标", True), "—", "@"),
        (PageCell("12", "", False), "12", "@"),
    ],
)
def test_what_a_cell_is_worth(cell: PageCell, value: object, shown: str) -> None:
    assert value_of(cell) == (value, shown)


def test_text_is_text_whatever_it_begins_with(tmp_path: Path) -> None:
    leads = ("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1")
    part = PagePart("=1+1", "+x", ("=a", "@b"), [(PageCell(lead), PageCell(lead, "", True)) for lead in leads])
    write_page(PageAsShown("=页[1]", "@x", (part,)), tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert len(cells) > 8
    assert all(cell.data_type == "s" for cell in cells)
    assert all(cell.quotePrefix for cell in cells if cell.value.lstrip()[:1] in tuple("=+-@"))
