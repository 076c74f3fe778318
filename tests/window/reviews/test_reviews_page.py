"""The page of reviews in real widgets: cycles, closing and opening again, the comment, the workbook, the shield."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cockpit.metrics import list_scopes
from cockpit.model.cycles import Month
from cockpit.operations.operation import Changes, operation
from cockpit.store.file import Store
from cockpit.window.kit.tables import Table
from cockpit.window.kit.theme import apply_theme
from cockpit.window.reviews.export import file_name
from cockpit.window.reviews.page import ReviewsPage
from tests.conftest import TODAY
from tests.window.conftest import Host

OCTOBER = Month(2026, 10)


@pytest.fixture
def team(qtbot: QtBot, sample_path: Path) -> Iterator[Host]:
    """The sample team's window."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, "light")
    made = Host(Store.open(sample_path), TODAY)
    qtbot.addWidget(made)
    yield made
    made.finish()


def shown(host: Host) -> ReviewsPage:
    page = host.show_page(ReviewsPage)
    assert isinstance(page, ReviewsPage)
    return page


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in table.rows.row(number).cells] for number in range(table.rows.rowCount())]


def write(field: QWidget, words: str) -> None:
    """As an input method does."""
    typed = QInputMethodEvent()
    typed.setCommitString(words)
    QApplication.sendEvent(field, typed)


def choose(qtbot: QtBot, host: Host, page: ReviewsPage, row: int) -> None:
    """By keyboard: down to the line, Enter."""
    page.table.setFocus()
    page.table.setCurrentIndex(page.table.rows.index(row, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    host.settle()


def test_a_line_per_cycle_the_newest_first_and_enter_chooses_one(qtbot: QtBot, team: Host) -> None:
    page = shown(team)
    listed = texts(page.table)
    assert [row[0] for row in listed][:3] == ["2026-11", "2026-10", "2026-09"]
    assert [row[4] for row in listed][:3] == ["正在进行", "待关账", "未关账"]
    assert all(row[1] and row[3].endswith("%") for row in listed)
    assert page.close_button.isHidden(), "a cycle that runs cannot be closed"
    choose(qtbot, team, page, 1)
    assert team.view.month == OCTOBER
    assert page.close_button.isVisible()
    assert page.table.current_id() is not None and page.table.currentIndex().row() == 1


def test_closing_says_what_is_open_freezes_and_can_be_undone(qtbot: QtBot, team: Host) -> None:
    page = shown(team)
    choose(qtbot, team, page, 1)
    won = texts(page.figure_table)[0][1]
    qtbot.mouseClick(page.close_button, Qt.MouseButton.LeftButton)
    team.settle()
    assert page.closing.isVisible() and page.closing.close_button.hasFocus()
    qtbot.keyClick(page.closing, Qt.Key.Key_Escape)
    assert page.closing.isHidden() and texts(page.table)[1][4] == "待关账"
    qtbot.mouseClick(page.close_button, Qt.MouseButton.LeftButton)
    team.settle()
    qtbot.keyClick(page.closing.close_button, Qt.Key.Key_Space)
    team.settle()
    assert texts(page.table)[1][4].endswith("关账") and page.closing.isHidden()
    team.perform(_raise_amounts)
    page.mark_stale()
    team.settle()
    figures = texts(page.figure_table)
    assert figures[0][1] == won and figures[0][2] != won, "the frozen figure stays, today's goes on"
    assert figures[0][3].startswith("△")
    assert texts(page.table)[1][1] == won
    team.undo()
    team.undo()
    page.mark_stale()
    team.settle()
    assert texts(page.table)[1][4] == "待关账"


def _raise_amounts(store: Store) -> Changes:
    with operation(store, "test") as under_way:
        store.connection.execute(
            "UPDATE deals SET amount = 2 * amount WHERE state = 'won' AND closed_on LIKE '2026-10%'"
        )
        under_way.changed("deal")
    return under_way.changes


def test_opening_again_needs_a_reason_that_stays(qtbot: QtBot, team: Host) -> None:
    page = shown(team)
    choose(qtbot, team, page, 1)
    page.close_button.click()
    team.settle()
    page.closing.close_button.click()
    team.settle()
    page.reopen_button.click()
    assert page.reopening.reason.hasFocus()
    qtbot.keyClick(page.reopening.reason, Qt.Key.Key_Return)
    team.settle()
    assert "原因" in team.said[-1] and page.reopening.isVisible()
    write(page.reopening.reason, "补录一单")
    qtbot.keyClick(page.reopening.reason, Qt.Key.Key_Return)
    team.settle()
    assert page.reopening.isHidden() and page.close_button.isVisible()
    assert texts(page.table)[1][4] == "已重新打开"
    assert "补录一单" in page._history.text()


def test_the_comment_saves_itself_and_stays_with_its_cycle(qtbot: QtBot, team: Host) -> None:
    page = shown(team)
    choose(qtbot, team, page, 1)
    page.comment.setFocus()
    write(page.comment, "十月靠两单大客户")
    qtbot.keyClick(page.comment, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    team.settle()
    assert texts(page.table)[1][5] == "十月靠两单大客户"
    write(page.comment, "。下个月抓首访")
    choose(qtbot, team, page, 0)
    assert page.comment.toPlainText() == ""
    assert texts(page.table)[1][5] == "十月靠两单大客户。下个月抓首访"
    choose(qtbot, team, page, 1)
    assert page.comment.toPlainText() == "十月靠两单大客户。下个月抓首访"


def test_ctrl_e_writes_the_workbook_of_cycle_and_scope(qtbot: QtBot, team: Host, tmp_path: Path) -> None:
    page = shown(team)
    page.arrive(export=True)
    dialog = page.export_bar.dialog
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "2026-11_月度复盘_全部团队.xlsx"
    out = tmp_path / "复盘.xlsx"
    dialog.selectFile(str(out))
    dialog.accept()
    qtbot.waitUntil(lambda: not page.export_bar.is_writing and out.exists(), timeout=20_000)
    assert "复盘.xlsx" in page.export_bar.words and page.export_bar.folder_button.isVisible()
    assert load_workbook(out, read_only=True).sheetnames[0] == "总览"


def test_a_place_that_cannot_be_written_is_said_in_words(qtbot: QtBot, team: Host, tmp_path: Path) -> None:
    page = shown(team)
    missing = tmp_path / "没有这个文件夹" / "复盘.xlsx"
    page.export_bar.write(missing, team.view, team.readers(), lambda: None)
    qtbot.waitUntil(lambda: not page.export_bar.is_writing, timeout=20_000)
    assert "不能写 复盘.xlsx" in page.export_bar.words
    assert page.export_bar.folder_button.isHidden()


def test_stopping_an_export_leaves_no_file(qtbot: QtBot, team: Host, tmp_path: Path) -> None:
    page = shown(team)
    out = tmp_path / "复盘.xlsx"
    page.export_bar.write(out, team.view, team.readers(), lambda: None)
    page.export_bar.stop()
    qtbot.waitUntil(lambda: not page.export_bar.is_writing, timeout=20_000)
    assert "已停止" in page.export_bar.words
    assert list(tmp_path.glob("*.xlsx")) == []


def test_behind_the_shield_nothing_of_others_is_seen_and_nothing_is_closed(qtbot: QtBot, team: Host) -> None:
    page = shown(team)
    choose(qtbot, team, page, 1)
    page.comment.setFocus()
    write(page.comment, "李雯要换岗")
    page.comment.save()
    team.settle()
    person = next(scope for scope in list_scopes(team.store.connection) if scope.kind == "person")
    assert person.id is not None
    team.look_at(only_person=person.id)
    assert not page.comment.isVisible() and page.close_button.isHidden()
    assert all(row[5] == "" for row in texts(page.table))
    assert texts(page.table)[0][1] != "", "the person's own figures are there"


def test_an_empty_store_says_what_to_do(host: Host) -> None:
    page = shown(host)
    assert page.empty.isVisible()
    assert "看看示例团队" in {made.text() for made in page.empty.findChildren(QPushButton)}
    page.arrive(export=True)
    assert host.said == ["还没有可以导出的数据。"]


def test_a_figure_leads_to_its_rows(qtbot: QtBot, team: Host) -> None:
    page = shown(team)
    page.figure_table.setFocus()
    page.figure_table.setCurrentIndex(page.figure_table.rows.index(0, 0))
    qtbot.keyClick(page.figure_table, Qt.Key.Key_Return)
    assert team.went[-1][0] == "deals" and "赢单收入" in str(team.went[-1][1]["title"])


def test_the_name_of_the_file_is_one_that_every_system_takes() -> None:
    assert file_name(Month(2026, 11), 'A/B: "C"?') == "2026-11_月度复盘_A B C.xlsx"
