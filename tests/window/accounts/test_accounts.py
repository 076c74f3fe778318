"""The page of accounts in real widgets: sorted, narrowed, written in, several at once, the pane, the shield, a file."""

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cockpit.metrics import RowsQuery
from cockpit.operations import deals, people
from cockpit.window.accounts.page import DETAIL_AFTER, AccountsPage
from cockpit.window.kit.editing import CellChoice, CellField
from tests.window.conftest import Host

Key = Qt.Key


@pytest.fixture
def filled(host: Host) -> Host:
    store = host.store
    for name in ("李雯", "赵明远"):
        people.add_person(store, name)
    owners = dict(store.connection.execute("SELECT name, id FROM people").fetchall())
    rows = [("华信", "李雯", 600_000_00), ("远川", "赵明远", 80_000_00), ("北辰", "李雯", 20_000_00)]
    for name, owner, amount in rows:
        deals.add_deal(
            store, name=f"{name} ERP", account_name=name, owner_id=owners[owner], today=date(2026, 10, 5),
            fields={"amount": amount},
        )  # fmt: skip
    won = store.connection.execute("SELECT id FROM stages WHERE kind = 'won' ORDER BY id DESC").fetchone()[0]
    deals.move_stage(store, [2], won, closed_on=date(2026, 11, 10))
    store.connection.execute(
        "INSERT INTO activities(account_id, person_id, kind, happened_on) VALUES (1, ?, '电话', '2026-11-20'),"
        " (2, ?, '拜访', '2026-09-01')",
        (owners["李雯"], owners["赵明远"]),
    )
    store.connection.execute("INSERT INTO payments(deal_id, received_on, amount) VALUES (2, '2026-11-12', 3000000)")
    return host


@pytest.fixture
def page(filled: Host) -> AccountsPage:
    shown = cast(AccountsPage, filled.show_page(AccountsPage))
    settle(filled)
    return shown


def settle(host: Host) -> None:
    """Until the account beside the table is there as well: it is read a moment after the rows stand."""
    host.settle()
    QTest.qWait(DETAIL_AFTER + 30)
    host.settle()


def column(page: AccountsPage, key: str) -> list[str]:
    place = next(n for n, of in enumerate(page.table.rows.columns) if of.key == key)
    return [page.table.rows.row(n).cells[place].plain for n in range(page.table.rows.rowCount())]


def stored(host: Host, field: str, name: str) -> object:
    return host.store.connection.execute(f"SELECT {field} FROM accounts WHERE name = ?", (name,)).fetchone()[0]


def go_to(page: AccountsPage, row: int, key: str) -> None:
    place = next(n for n, of in enumerate(page.table.rows.columns) if of.key == key)
    page.table.setCurrentIndex(page.table.rows.index(row, place))
    page.table.setFocus()


def test_what_is_known_of_each_account(page: AccountsPage) -> None:
    assert column(page, "name") == ["北辰", "华信", "远川"]
    assert column(page, "tier") == ["C", "A", "B"]
    assert column(page, "open") == ["2 万", "60 万", "—"]
    assert column(page, "won") == ["0", "0", "8 万"]
    assert column(page, "last_on") == ["—", "2026-11-20", "2026-09-01"]
    assert column(page, "quiet_days") == ["—", "4 天", "84 天"]


def test_deals_without_an_amount_are_no_zero(filled: Host, page: AccountsPage) -> None:
    filled.store.connection.execute("UPDATE deals SET amount = NULL WHERE id IN (2, 3)")
    page.mark_stale()
    settle(filled)
    assert (column(page, "open")[0], column(page, "won")[2]) == ("—", "—")
    place = next(n for n, of in enumerate(page.table.rows.columns) if of.key == "won")
    assert page.table.rows.row(2).cells[place].tip == "1 个商机 · 这些商机都没有金额"


def test_sorted_and_narrowed(filled: Host, page: AccountsPage) -> None:
    page.table.sort_asked.emit("open", True)
    settle(filled)
    assert column(page, "name") == ["华信", "北辰", "远川"]
    page.filters.tier.setCurrentIndex(page.filters.tier.findData("A"))
    page.filters.tier.activated.emit(1)
    settle(filled)
    assert column(page, "name") == ["华信"]
    page.filters.clear_all()
    settle(filled)
    page.filters.quiet.click()
    settle(filled)
    assert set(column(page, "name")) == {"北辰", "远川"}
    page.filters.clear_all()
    settle(filled)
    page.filters.search.setText("yc")
    QTest.qWait(250)
    settle(filled)
    assert column(page, "name") == ["远川"]


def test_a_tier_by_hand_wins_and_is_undone(filled: Host, page: AccountsPage) -> None:
    go_to(page, 0, "tier")
    QTest.keyClick(page.table, Key.Key_F2)
    editor = page.table.cells.editor
    assert isinstance(editor, CellChoice)
    editor.setCurrentIndex(editor.findData("A"))
    editor.activated.emit(editor.currentIndex())
    settle(filled)
    assert column(page, "tier") == ["A 手定", "A", "B"]
    assert stored(filled, "tier_by_hand", "北辰") == "A"
    # Delete gives it back to the rule.
    go_to(page, 0, "tier")
    QTest.keyClick(page.table, Key.Key_Delete)
    settle(filled)
    assert column(page, "tier")[0] == "C"
    filled.undo()
    settle(filled)
    assert column(page, "tier")[0] == "A 手定"


def test_what_is_written_stays_under_the_hands_until_it_is_sorted_again(filled: Host, page: AccountsPage) -> None:
    page.table.sort_asked.emit("tier", False)
    settle(filled)
    assert column(page, "name") == ["华信", "远川", "北辰"]
    page._writing.edit([3], "tier", "A")
    settle(filled)
    settle(filled)
    assert column(page, "name") == ["华信", "远川", "北辰"] and column(page, "tier") == ["A", "B", "A 手定"]
    page.table.sort_asked.emit("tier", False)
    settle(filled)
    assert column(page, "name") == ["北辰", "华信", "远川"]


def test_words_are_written_in_cells_and_a_name_is_never_empty(filled: Host, page: AccountsPage) -> None:
    go_to(page, 1, "industry")
    QTest.keyClick(page.table, Key.Key_F2)
    editor = page.table.cells.editor
    assert isinstance(editor, CellField)
    editor.setText("机械")
    QTest.keyClick(editor, Key.Key_Return)
    settle(filled)
    assert stored(filled, "industry", "华信") == "机械"
    go_to(page, 1, "name")
    QTest.keyClick(page.table, Key.Key_F2)
    editor = page.table.cells.editor
    assert isinstance(editor, CellField)
    editor.clear()
    QTest.keyClick(editor, Key.Key_Return)
    assert page.table.is_writing
    QTest.keyClick(editor, Key.Key_Escape)
    settle(filled)
    assert column(page, "name")[1] == "华信"


def test_space_turns_the_star_and_several_are_changed_together(filled: Host, page: AccountsPage) -> None:
    go_to(page, 1, "is_key")
    QTest.keyClick(page.table, Key.Key_Space)
    settle(filled)
    assert stored(filled, "is_key", "华信") == 1
    select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in range(3):
        page.table.selectionModel().select(page.table.rows.index(row, 0), select)
    settle(filled)
    assert "3" in page.side.title_label.text()
    page.side.many.tier.setCurrentIndex(page.side.many.tier.findData("B"))
    page.side.many._change.click()
    settle(filled)
    assert column(page, "tier") == ["B 手定"] * 3
    filled.undo()
    settle(filled)
    assert column(page, "tier") == ["C", "A", "B"]


def test_a_block_is_pasted_as_one_step_or_not_at_all(filled: Host, page: AccountsPage) -> None:
    go_to(page, 0, "tier")
    QGuiApplication.clipboard().setText("B\t赵明远\nC\t李雯\n")
    QTest.keyClick(page.table, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(filled)
    assert column(page, "tier") == ["B 手定", "C 手定", "B"] and column(page, "owner") == ["赵明远", "李雯", "赵明远"]
    filled.undo()
    settle(filled)
    assert column(page, "tier") == ["C", "A", "B"] and column(page, "owner") == ["李雯", "李雯", "赵明远"]
    go_to(page, 0, "tier")
    QGuiApplication.clipboard().setText("B\t王五")
    QTest.keyClick(page.table, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(filled)
    assert filled.said[-1] == "什么都没有写入:没有“王五”可选。" and column(page, "tier")[0] == "C"
    # One cell alone goes into every selected one; cells that are not written in stay as they are.
    place = next(n for n, of in enumerate(page.table.rows.columns) if of.key == "region")
    for row in range(3):
        page.table.selectionModel().select(page.table.rows.index(row, place), QItemSelectionModel.SelectionFlag.Select)
    page.table.selectionModel().setCurrentIndex(
        page.table.rows.index(0, place), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    QGuiApplication.clipboard().setText("华东")
    QTest.keyClick(page.table, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(filled)
    assert column(page, "region") == ["华东"] * 3


def test_columns_that_are_hidden_stay_so_and_are_not_copied(filled: Host, page: AccountsPage, tmp_path: Path) -> None:
    page.table._turn_column("tier")
    settle(filled)
    page.mark_stale()
    settle(filled)
    places = {of.key: n for n, of in enumerate(page.table.rows.columns)}
    assert page.table.isColumnHidden(places["tier"]) and not page.table.isColumnHidden(places["owner"])
    select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    page.table.selectionModel().select(page.table.rows.index(1, 0), select)
    page.table.copy()
    assert "\tA\t" not in QGuiApplication.clipboard().text() and "华信" in QGuiApplication.clipboard().text()
    page._export.export_to(tmp_path / "客户.xlsx")
    settle(filled)
    sheet = load_workbook(tmp_path / "客户.xlsx").active
    assert sheet is not None
    assert "级" not in [cell for row in sheet.iter_rows(values_only=True) for cell in row]
    other = cast(AccountsPage, filled.show_page(AccountsPage))
    settle(filled)
    assert other.table.isColumnHidden(places["tier"])


def test_the_pane_tells_deals_activities_and_payments(filled: Host, page: AccountsPage, qtbot: QtBot) -> None:
    page.arrive(account=2)
    settle(filled)
    pane = page.side.pane
    assert page.side.title_label.text() == "远川"
    assert "远川 ERP" in pane._deals._text.text() and "拜访" in pane._activities._text.text()
    assert "¥30,000.00" in pane._payments._text.text()
    pane._deals.opened.emit("2")
    assert filled.went[-1] == ("deals", {"deal": 2})
    pane._all.click()
    assert filled.went[-1] == ("deals", {"account": 2})
    pane.typed["region"].setFocus()
    qtbot.keyClicks(pane.typed["region"], "east")
    qtbot.keyClick(pane.typed["region"], Key.Key_Return)
    settle(filled)
    assert stored(filled, "region", "远川") == "east"


def test_rows_behind_a_figure_and_back(filled: Host, page: AccountsPage) -> None:
    page.arrive(rows=RowsQuery("accounts", "accounts.id IN (1, 3)", {}), title="重点客户跟进率")
    settle(filled)
    # Who was never spoken to waits longest.
    assert column(page, "name") == ["北辰", "华信"]
    assert "重点客户跟进率" in page.filters.chip.text() and page.filters.chip.isVisible()
    page.filters.drop_origin()
    settle(filled)
    assert len(column(page, "name")) == 3


def test_all_of_a_tier(filled: Host, page: AccountsPage) -> None:
    page.arrive(tier="B")
    settle(filled)
    assert column(page, "name") == ["远川"] and page.filters.tier.currentData() == "B"
    page.arrive(tier="")
    settle(filled)
    assert column(page, "name") == ["华信", "北辰", "远川"]


def test_behind_the_shield_only_one_s_own(filled: Host, page: AccountsPage) -> None:
    person = filled.store.connection.execute("SELECT id FROM people WHERE name = '赵明远'").fetchone()[0]
    page.arrive(account=1)
    settle(filled)
    filled.look_at(only_person=person)
    settle(filled)
    assert column(page, "name") == ["远川"]
    assert page.side.title_label.text() == "远川"
    page.arrive(account=1)
    settle(filled)
    assert column(page, "name") == ["远川"]


def test_what_is_shown_goes_into_a_workbook(filled: Host, page: AccountsPage, tmp_path: Path) -> None:
    path = tmp_path / "客户.xlsx"
    page._export.export_to(path)
    settle(filled)
    sheet = load_workbook(path).active
    assert sheet is not None
    values = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    heading = next(row for row in values if "客户" in row and "级" in row)
    lines = values[values.index(heading) + 1 :]
    assert [line[0] for line in lines if line] == ["北辰", "华信", "远川"]
    assert 600_000 in lines[1] and 4 in lines[1]


def test_an_empty_store_says_what_to_do(host: Host) -> None:
    page = cast(AccountsPage, host.show_page(AccountsPage))
    assert page.empty.isVisible()
