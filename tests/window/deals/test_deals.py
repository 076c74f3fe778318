"""The deals page as a manager uses it: find, sort, write in cells, several at once, won and lost, a new deal."""

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cockpit.metrics import Period, RowsQuery, Scope
from cockpit.metrics.deal_rules import closed_rows
from cockpit.model.cycles import Month
from cockpit.operations import deals, people
from cockpit.window.deals.closing import ClosingDialog
from cockpit.window.deals.page import DealsPage
from cockpit.window.kit.editing import CellChoice, CellField
from tests.window.conftest import Host

Key = Qt.Key


@pytest.fixture
def page(host: Host) -> DealsPage:
    """Two people and five deals: three open, one won this month, one lost."""
    store = host.store
    people.add_person(store, "李雯")
    people.add_person(store, "赵明远")
    ids = dict(store.connection.execute("SELECT name, id FROM people").fetchall())
    day = date(2026, 10, 5)
    for name, owner, amount, expected in (
        ("华信科技 ERP", "李雯", 120_000_00, "2026-12-20"), ("远川化工 平台", "赵明远", 80_000_00, "2026-11-10"),
        ("国岚家居 扩容", "李雯", None, "2026-12-05"), ("启衡纺织 巡检", "李雯", 30_000_00, "2026-11-15"),
        ("众科智造 试点", "赵明远", 50_000_00, "2026-11-12"),
    ):  # fmt: skip
        deals.add_deal(
            store, name=name, account_name=name.split()[0], owner_id=ids[owner], today=day,
            fields={"amount": amount, "expected_close": expected},
        )  # fmt: skip
    kinds = dict(store.connection.execute("SELECT kind, id FROM stages ORDER BY id DESC").fetchall())
    deals.move_stage(store, [4], kinds["won"], closed_on=date(2026, 11, 14))
    deals.move_stage(store, [5], kinds["lost"], closed_on=date(2026, 11, 12), lost_reason="价格")
    return cast(DealsPage, host.show_page(DealsPage))


def names(page: DealsPage) -> list[str]:
    table = page._table
    return [table.rows.row(n).cells[1].text for n in range(table.rows.rowCount())]


def cell(page: DealsPage, row: int, key: str) -> str:
    table = page._table
    place = [column.key for column in table.rows.columns].index(key)
    return table.rows.row(row).cells[place].text


def go_to(page: DealsPage, row: int, key: str) -> None:
    table = page._table
    place = [column.key for column in table.rows.columns].index(key)
    table.setFocus()
    table.setCurrentIndex(table.rows.index(row, place))


def press(page: DealsPage, host: Host, *keys: Qt.Key) -> None:
    for key in keys:
        widget = QApplication.focusWidget()
        QTest.keyClick(widget if widget is not None else page._table, key)
        host.settle()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def commit(widget: QWidget, words: str) -> None:
    """What an input method hands over in the end."""
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


def stored(host: Host, column: str, number: int) -> object:
    return host.store.connection.execute(f"SELECT {column} FROM deals WHERE id = ?", (number,)).fetchone()[0]


def line(page: DealsPage) -> str:
    return page.title._words.text()


def until_told(qtbot: QtBot, page: DealsPage, words: str) -> None:
    qtbot.waitUntil(lambda: words in line(page))


def test_open_deals_of_the_scope_are_shown_first_with_count_and_sum(page: DealsPage, host: Host) -> None:
    assert names(page) == ["远川化工 平台", "国岚家居 扩容", "华信科技 ERP"]
    host.settle()
    assert "3 个商机" in line(page) and "20 万" in line(page)
    assert cell(page, 0, "expected_close") == "! 2026-11-10"
    host.look_at(scope=host.person_scope(2))
    assert names(page) == ["远川化工 平台"]


def test_words_find_by_name_account_owner_and_pinyin(page: DealsPage, host: Host, qtbot: QtBot) -> None:
    for words, found in (
        ("erp", ["华信科技 ERP"]), ("zmy", ["远川化工 平台"]), ("guolan", ["国岚家居 扩容"]),
        ("李w 华信", ["华信科技 ERP"]), ("没有的", []),
    ):  # fmt: skip
        page._filters.search.setText(words)
        qtbot.waitUntil(lambda found=found: names(page) == found)  # type: ignore[misc]
    assert "没有这样的商机" in page._table._empty_words
    page._filters.search.setFocus()
    press(page, host, Key.Key_Escape)
    qtbot.waitUntil(lambda: len(names(page)) == 3)


def test_nothing_is_searched_while_an_input_method_composes(page: DealsPage, host: Host) -> None:
    search = page._filters.search
    search.setFocus()
    QApplication.sendEvent(search, QInputMethodEvent("hua", []))
    QTest.qWait(250)
    host.settle()
    assert len(names(page)) == 3 and search.text() == ""
    commit(search, "华信")
    QTest.qWait(250)
    host.settle()
    assert names(page) == ["华信科技 ERP"]


def test_what_is_to_be_mended_is_counted_when_data_change_and_not_when_they_are_sorted(
    page: DealsPage, host: Host, qtbot: QtBot
) -> None:
    link = page._to_mend
    # Nobody knows what one deal is worth, nor what is aimed at in the month.
    qtbot.waitUntil(lambda: link.text() == "2 处待修")
    page._table.sort_asked.emit("name", False)
    host.settle()
    assert not page._mend_soon.isActive()
    deals.edit_deals(host.store, [3], "amount", 70_000_00)
    page.mark_stale()
    qtbot.waitUntil(lambda: link.text() == "1 处待修")


def test_a_click_on_a_heading_sorts_all_rows_and_what_is_missing_stands_last(page: DealsPage, host: Host) -> None:
    header = page._table.horizontalHeader()
    spot = QPoint(header.sectionViewportPosition(5) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    host.settle()
    assert names(page) == ["华信科技 ERP", "远川化工 平台", "国岚家居 扩容"]
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    host.settle()
    assert names(page) == ["远川化工 平台", "华信科技 ERP", "国岚家居 扩容"]


def test_won_deals_are_those_of_the_cycle(page: DealsPage, host: Host) -> None:
    state = page._filters.state
    state.setCurrentIndex(state.findData("won"))
    state.activated.emit(state.currentIndex())
    host.settle()
    assert names(page) == ["启衡纺织 巡检"] and "2026-11" in line(page)
    host.look_at(month=Month(2026, 10))
    assert names(page) == []


def test_the_rows_behind_a_figure_are_shown_exactly_and_esc_leaves_them(page: DealsPage, host: Host) -> None:
    rows = closed_rows(Period.of(Month(2026, 11), host.view.today), Scope("all"), "deals.state = 'lost'")
    page.arrive(rows=rows, title="丢单")
    host.settle()
    assert names(page) == ["众科智造 试点"] and "丢单" in line(page)
    assert page._filters.chip.isVisible() and "丢单" in page._filters.chip.text()
    page._table.setFocus()
    press(page, host, Key.Key_Escape)
    assert len(names(page)) == 3 and not page._filters.chip.isVisible()


def test_a_deal_that_is_looked_for_is_chosen_and_shown_in_the_pane(page: DealsPage, host: Host, qtbot: QtBot) -> None:
    page.arrive(deal=1)
    host.settle()
    assert page._table.current_id() == 1
    qtbot.waitUntil(lambda: page._side.pane.deal_id == 1)
    assert page._side.pane.typed["amount"].field.text() == "120,000"
    page.arrive(deal=5)
    host.settle()
    assert names(page) == ["众科智造 试点"]
    page.arrive(account=1)
    host.settle()
    assert names(page) == ["华信科技 ERP"]


def test_typing_writes_over_a_cell_and_enter_goes_down(page: DealsPage, host: Host) -> None:
    go_to(page, 0, "amount")
    QTest.keyClick(page._table, Key.Key_9)
    editor = QApplication.focusWidget()
    assert isinstance(editor, CellField)
    QTest.keyClicks(editor, ".5")
    commit(editor, "万")
    press(page, host, Key.Key_Return)
    assert stored(host, "amount", 2) == 95_000_00
    assert cell(page, 0, "amount") == "9.5 万" and page._table.currentIndex().row() == 1
    history = host.store.connection.execute(
        "SELECT old, new FROM deal_history WHERE deal_id = 2 AND field = 'amount'"
    ).fetchall()
    assert history[-1] == ("8000000", "9500000")
    host.undo()
    assert stored(host, "amount", 2) == 80_000_00 and cell(page, 0, "amount") == "8 万"


def test_a_day_in_words_is_understood_and_said_before_it_is_written(page: DealsPage, host: Host) -> None:
    go_to(page, 0, "expected_close")
    press(page, host, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, CellField) and editor.text() == "2026-11-10"
    editor.selectAll()
    QTest.keyClicks(editor, "+7")
    assert page._table.cells._whisper.text() == "2026-12-01 周二"
    press(page, host, Key.Key_Return)
    assert stored(host, "expected_close", 2) == "2026-12-01"


def test_what_is_no_value_stays_with_its_reason_until_it_is_mended(page: DealsPage, host: Host) -> None:
    go_to(page, 0, "amount")
    QTest.keyClick(page._table, Key.Key_M)
    QTest.keyClicks(focused(), "any")
    press(page, host, Key.Key_Return)
    assert page._table.is_writing and "读不成金额" in page._table.cells._whisper.text()
    page._filters.search.setFocus()
    host.settle()
    assert not page._table.is_writing and cell(page, 0, "amount") == "many"
    shown = page._table.rows.row(0).cells[5]
    assert shown.state == "act" and "读不成金额" in shown.tip
    assert stored(host, "amount", 2) == 80_000_00
    go_to(page, 0, "amount")
    press(page, host, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, CellField) and editor.text() == "many"
    editor.setText("70000")
    press(page, host, Key.Key_Return)
    assert stored(host, "amount", 2) == 70_000_00 and cell(page, 0, "amount") == "7 万"


def test_what_is_typed_survives_a_change_from_elsewhere(page: DealsPage, host: Host) -> None:
    go_to(page, 0, "next_step")
    QTest.keyClick(page._table, Key.Key_C)
    editor = QApplication.focusWidget()
    assert isinstance(editor, CellField)
    QTest.keyClicks(editor, "all")
    host.perform(lambda store: deals.edit_deals(store, [2], "next_step", "写方案"))
    host.settle()
    assert QApplication.focusWidget() is editor and editor.text() == "call"
    press(page, host, Key.Key_Return)
    assert stored(host, "next_step", 2) == "call"


def test_an_input_method_keeps_its_enter_in_a_cell(page: DealsPage, host: Host) -> None:
    go_to(page, 0, "next_step")
    press(page, host, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, CellField)
    QApplication.sendEvent(editor, QInputMethodEvent("bai", []))
    press(page, host, Key.Key_Return)
    assert page._table.is_writing
    commit(editor, "拜访")
    press(page, host, Key.Key_Return)
    assert stored(host, "next_step", 2) == "拜访"


def test_an_input_method_begins_to_write_over_the_chosen_cell(page: DealsPage, host: Host) -> None:
    deals.edit_deals(host.store, [2], "next_step", "打电话")
    page.mark_stale()
    host.settle()
    go_to(page, 0, "next_step")
    table = page._table
    QApplication.sendEvent(table, QInputMethodEvent("bai", []))
    editor = table.cells.editor
    assert isinstance(editor, CellField) and editor.composing
    QTest.keyClick(table, Key.Key_Return)
    assert table.is_writing
    commit(table, "拜访")
    host.settle()
    assert focused() is editor and editor.text() == "拜访"
    press(page, host, Key.Key_Return)
    assert stored(host, "next_step", 2) == "拜访"


def test_an_empty_store_says_what_to_do_and_takes_the_first_deal(host: Host) -> None:
    page = cast(DealsPage, host.show_page(DealsPage))
    assert page.empty.isVisible()
    assert "看看示例团队" in {made.text() for made in page.empty.findChildren(QPushButton)}
    page.write_new()
    form = page._side.new
    assert form is not None and form.isVisible()
    QTest.keyClick(form.name, Key.Key_Escape)
    assert page.empty.isVisible()
    page.write_new()
    form = page._side.new
    assert form is not None
    form.name.setText("第一单")
    QTest.keyClick(form.name, Key.Key_Return)
    host.settle()
    assert names(page) == ["第一单"] and not page.empty.isVisible()


def test_a_lost_deal_is_asked_for_its_day_and_reason(page: DealsPage, host: Host) -> None:
    asked: list[ClosingDialog] = []

    def answer() -> None:
        dialog = page.findChild(ClosingDialog)
        assert dialog is not None
        asked.append(dialog)
        dialog.day.field.setText("11-20")
        # The kinds in which reasons are counted stand first, and what was said before is not offered twice.
        offered = [dialog.reason.itemText(place) for place in range(dialog.reason.count())]
        assert offered[:2] == ["价格", "产品不匹配"] and offered.count("价格") == 1
        dialog.reason.line.setText("预算没批")
        QTest.keyClick(dialog.reason.line, Key.Key_Return)

    go_to(page, 0, "stage")
    press(page, host, Key.Key_F2)
    editor = page._table.cells.editor
    assert isinstance(editor, CellChoice)
    editor.setCurrentText("丢单")
    # The dialog waits for its answer in a loop of its own.
    QTimer.singleShot(0, page, answer)
    editor.activated.emit(editor.currentIndex())
    host.settle()
    assert len(asked) == 1
    assert [stored(host, column, 2) for column in ("state", "closed_on", "lost_reason")] == [
        "lost", "2026-11-20", "预算没批",
    ]  # fmt: skip
    assert names(page) == ["国岚家居 扩容", "华信科技 ERP"]
    host.undo()
    assert stored(host, "state", 2) == "open" and len(names(page)) == 3


def test_several_are_changed_at_once_and_taken_back_at_once(page: DealsPage, host: Host, qtbot: QtBot) -> None:
    page._table.setFocus()
    page._table.selectAll()
    qtbot.waitUntil(lambda: "已选 3 个" in line(page))
    many = page._side.many
    assert many.isVisible()
    many.owner.setCurrentIndex(many.owner.findData(2))
    many.expected.field.setText("2026-12-31")
    QTest.keyClick(many.expected.field, Key.Key_Return)
    host.settle()
    assert [stored(host, "owner_id", n) for n in (1, 2, 3)] == [2, 2, 2]
    assert {stored(host, "expected_close", n) for n in (1, 2, 3)} == {"2026-12-31"}
    host.undo()
    assert [stored(host, "owner_id", n) for n in (1, 2, 3)] == [1, 2, 1]


def test_a_new_deal_needs_a_name_only_and_is_chosen_then(page: DealsPage, host: Host) -> None:
    page._table.setFocus()
    QTest.keyClick(page._table, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = page._side.new
    assert form is not None
    QTest.keyClick(form.name, Key.Key_Return)
    assert "要有名称" in form.reason.text()
    form.name.setText("群峰电子 二期")
    form.account.setText("群峰电子")
    form.amount.setText("6万")
    QTest.keyClick(form.amount, Key.Key_Return)
    host.settle()
    assert page._side.new is None
    number = page._table.current_id()
    assert number is not None and stored(host, "amount", number) == 60_000_00
    account = host.store.connection.execute(
        "SELECT a.name FROM deals d JOIN accounts a ON a.id = d.account_id WHERE d.id = ?", (number,)
    ).fetchone()
    assert account == ("群峰电子",)


def test_a_field_of_the_pane_is_written_when_it_is_left(page: DealsPage, host: Host, qtbot: QtBot) -> None:
    page.arrive(deal=1)
    host.settle()
    qtbot.waitUntil(lambda: page._side.pane.deal_id == 1)
    page._table.setFocus()
    press(page, host, Key.Key_Return)
    assert page._side.isAncestorOf(focused())
    checked = page._side.pane.typed["decision_maker"]
    checked.field.setFocus()
    QTest.keyClicks(checked.field, "Wang")
    press(page, host, Key.Key_Return)
    assert stored(host, "decision_maker", 1) == "Wang"
    budget = page._side.pane.typed["budget"]
    budget.field.setFocus()
    QTest.keyClicks(budget.field, "lots")
    press(page, host, Key.Key_Return)
    assert budget.field.text() == "lots" and budget._reason.isVisible() and stored(host, "budget", 1) is None
    press(page, host, Key.Key_Escape)
    assert page._table.hasFocus() and budget.field.text() == ""


def test_the_star_is_turned_by_the_blank_key(page: DealsPage, host: Host) -> None:
    go_to(page, 1, "is_major")
    press(page, host, Key.Key_Space)
    assert stored(host, "is_major", 3) == 1 and cell(page, 1, "is_major") == "★"
    press(page, host, Key.Key_Space)
    assert stored(host, "is_major", 3) == 0


def test_delete_empties_a_cell_that_may_be_empty(page: DealsPage, host: Host) -> None:
    go_to(page, 0, "expected_close")
    press(page, host, Key.Key_Delete)
    assert stored(host, "expected_close", 2) is None
    go_to(page, 0, "name")
    press(page, host, Key.Key_Delete)
    assert stored(host, "name", 2) == "远川化工 平台"


def test_cells_are_copied_as_a_block(page: DealsPage) -> None:
    table = page._table
    table.setFocus()
    go_to(page, 0, "name")
    QTest.keyClick(table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    table.copy()
    assert QGuiApplication.clipboard().text() == "远川化工 平台\t远川化工\n国岚家居 扩容\t国岚家居"


def test_behind_the_shield_only_the_persons_own_deals_are_seen(page: DealsPage, host: Host) -> None:
    host.look_at(only_person=1)
    assert names(page) == ["国岚家居 扩容", "华信科技 ERP"]
    page.arrive(rows=RowsQuery("deals", "deals.state = 'open'"), title="全部")
    host.settle()
    assert names(page) == ["国岚家居 扩容", "华信科技 ERP"]
    assert not page._new.isVisible()


def test_where_one_came_from_is_not_named_once_the_shield_is_up(page: DealsPage, host: Host) -> None:
    page.arrive(rows=RowsQuery("deals", "deals.state = 'open'"), title="赵明远 进行中的商机")
    host.settle()
    host.look_at(only_person=1)
    assert "赵明远" not in line(page) and not page._filters.chip.isVisible()
    assert names(page) == ["国岚家居 扩容", "华信科技 ERP"]
    page.arrive(deal=2)
    host.settle()
    assert "远川化工" not in line(page) and "远川化工 平台" not in names(page)


def test_the_export_button_stops_an_export(page: DealsPage, host: Host, tmp_path: Path, qtbot: QtBot) -> None:
    page._export.export_to(tmp_path / "deals.xlsx")
    under_way = page._export.under_way
    assert under_way is not None and "停" in page._export.text()
    page._export.click()
    assert not under_way.wanted
    qtbot.waitUntil(lambda: bool(host.said))
    assert page._export.under_way is None and page._export.text() == "导出 Excel"


def test_what_is_seen_is_written_to_a_workbook(page: DealsPage, host: Host, tmp_path: Path, qtbot: QtBot) -> None:
    deals.edit_deals(host.store, [1], "name", "=1+1")
    page.mark_stale()
    host.settle()
    page._export.export_to(tmp_path / "商机.xlsx")
    qtbot.waitUntil(lambda: bool(host.said))
    assert "3 个商机" in host.said[-1]
    from openpyxl import load_workbook

    sheet = load_workbook(tmp_path / "商机.xlsx").worksheets[0]
    rows = [row[2:] for row in sheet.iter_rows(values_only=True)]
    assert [row[0] for row in rows] == ["商机名称", "远川化工 平台", "国岚家居 扩容", "=1+1"]
    assert rows[1][5] == 80000 and rows[2][5] is None and rows[1][7].date() == date(2026, 11, 10)  # type: ignore[union-attr]
    assert sheet["C4"].data_type == "s"
    assert list(tmp_path.glob(".*unfinished")) == []


def test_after_midnight_days_are_counted_from_the_new_day(page: DealsPage, host: Host, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._side.pane.deal_id is not None)
    page._table.setFocus()
    host.look_at(today=date(2026, 11, 25))
    qtbot.waitUntil(lambda: page._side.pane.deal_id is not None)
    number, checked = page._side.pane.deal_id, page._side.pane.typed["next_step_on"]
    assert number is not None
    checked.field.setFocus()
    qtbot.keyClicks(checked.field, "+1")
    qtbot.keyClick(checked.field, Qt.Key.Key_Return)
    host.settle()
    assert stored(host, "next_step_on", number) == "2026-11-26"
