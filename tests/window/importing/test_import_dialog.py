"""The import dialog over the real window: read, look, Enter, look again, take it back. Nothing is faked but a fault."""

import sqlite3
import time
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from cockpit.operations.imports import import_files
from cockpit.operations.operation import Changes
from cockpit.window.importing.dialog import ImportDialog, import_with_preview
from cockpit.window.shell import Shell
from tests.window.importing.driving import buttons, deals_in, opened, press, settle, shown, titles

DEALS = """\
商机编号,商机名称,客户名称,负责人,阶段,金额,创建日期,预计成交日期,部门代码
D-1,华信数据平台,华信科技,李雯,方案报价,"860,000",2026-09-02,2026-11-28,07
D-2,远景续约,远景能源,陈佳,赢单,640000,2026-08-01,2026-11-12,07
D-3,蓝海二期,蓝海物流,周启航,丢单,380000,2026-07-15,2026-11-03,08
D-4,坏行,中科智造,赵明远,方案报价,不知道,2026-07-15,2026-11-03,08
"""
OPEN_DAYS = """\
商机编号,商机名称,负责人,阶段,金额,创建日期
D-1,华信数据平台,李雯,方案报价,860000,3/5/2026
"""


@pytest.fixture
def deals(tmp_path: Path) -> Path:
    path = tmp_path / "商机.csv"
    path.write_text(DEALS, "utf-8")
    return path


def test_preview_then_enter_imports_and_undo_takes_it_back(shell: Shell, deals: Path) -> None:
    dialog = opened(shell, deals)
    assert dialog.state == "preview"
    assert titles(dialog)[:2] == ["+ 商机 · 新增 3", "+ 人员 · 新增 3"]
    assert shown(dialog, "deals:added")[0][:5] == ["2", "D-1", "华信数据平台", "李雯", "方案报价"]
    assert shown(dialog, "refused") == [["5", "金额", "不知道", "读不成金额"]]
    columns = {row[0]: row[1:] for row in shown(dialog, "file:0")}
    assert columns["负责人"] == ["负责人", "表头一致", "李雯"]
    assert columns["部门代码"][0] == "没有使用"
    assert deals_in(shell) == []

    press(shell, dialog, Qt.Key.Key_Return)
    assert dialog.state == "report"
    assert [row[0] for row in deals_in(shell)] == ["D-1", "D-2", "D-3"]
    assert shown(dialog, "counts")[0] == ["商机", "3", "", "", "1"]

    buttons(dialog)["撤销这次导入"].click()
    settle(shell)
    assert deals_in(shell) == []
    assert dialog.state == "choosing" and "已撤销" in dialog.strip.text()
    assert dialog.choosing.table.rows.row(0).cells[5].text == "已撤销"


def test_a_later_export_shows_old_and_new(shell: Shell, deals: Path) -> None:
    import_files(shell.store, [deals], today=shell.view.today)
    deals.write_text(
        DEALS.replace('"860,000",2026-09-02,2026-11-28', "900000,2026-09-02,2026-12-05").replace("不知道", "1"), "utf-8"
    )
    dialog = opened(shell, deals)
    assert "△ 商机 · 变更 1" in titles(dialog), "deals are counted, not their fields"
    assert sorted(shown(dialog, "deals:changed")) == [
        ["2", "华信数据平台", "金额", "¥860,000.00", "¥900,000.00"],
        ["2", "华信数据平台", "预计成交日期", "2026-11-28", "2026-12-05"],
    ]
    assert [row[0] for row in shown(dialog, "deals:unchanged")] == ["3", "4"]
    press(shell, dialog, Qt.Key.Key_Return)
    assert deals_in(shell)[0][2] == 90_000_000


def test_the_same_file_again_offers_nothing_to_import(shell: Shell, deals: Path) -> None:
    import_files(shell.store, [deals], today=shell.view.today)
    dialog = opened(shell, deals)
    assert "导入" not in buttons(dialog)
    press(shell, dialog, Qt.Key.Key_Return)
    assert not shell.findChildren(ImportDialog) or not dialog.isVisible()


def test_days_that_can_be_read_in_two_ways_are_asked_for(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    path.write_text(OPEN_DAYS, "utf-8")
    dialog = opened(shell, path)
    assert dialog.way.step == "columns" and "导入" not in buttons(dialog)
    question = dialog.way.columns.day_order
    assert question.isVisible() and dialog.focusWidget() is question.buttons["month_first"]
    press(shell, dialog, Qt.Key.Key_Right)
    press(shell, dialog, Qt.Key.Key_Return)
    assert question.buttons["day_first"].isChecked()
    press(shell, dialog, Qt.Key.Key_Return)
    assert dialog.state == "preview"
    press(shell, dialog, Qt.Key.Key_Return)
    created = shell.readers().here().execute("SELECT created_on FROM deals").fetchone()[0]
    assert created == "2026-05-03"


def test_what_cannot_be_read_is_said_and_the_dialog_stays(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "假的.xlsx"
    path.write_text("not a workbook", "utf-8")
    dialog = opened(shell, path)
    assert dialog.isVisible() and dialog.state == "choosing"
    assert "假的.xlsx 不是工作簿" in dialog.strip.text()
    dialog.read([tmp_path / "没有.csv"])
    settle(shell)
    assert "没有找到文件 没有.csv" in dialog.strip.text()


def test_a_store_that_cannot_be_written_leaves_the_preview_with_a_sentence(shell: Shell, deals: Path) -> None:
    dialog = opened(shell, deals)
    other = sqlite3.connect(shell.store.path, timeout=0)
    other.execute("BEGIN IMMEDIATE")
    shell.store.connection.execute("PRAGMA busy_timeout = 10")
    press(shell, dialog, Qt.Key.Key_Return)
    assert dialog.state == "preview" and dialog.strip.text().startswith("! ")
    other.rollback()
    other.close()
    press(shell, dialog, Qt.Key.Key_Return)
    assert dialog.state == "report" and len(deals_in(shell)) == 3


def test_stopping_while_it_writes_leaves_nothing(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    lines = [f"D-{n},商机 {n},李雯,方案报价,{n},2026-03-01" for n in range(5_000)]
    path.write_text("商机编号,商机名称,负责人,阶段,金额,创建日期\n" + "\n".join(lines), "utf-8")
    dialog = opened(shell, path)
    dialog.start_import()
    dialog.stop()
    settle(shell)
    assert dialog.state == "preview" and "已停止" in dialog.strip.text()
    assert deals_in(shell) == []


def test_refused_rows_are_saved_mended_and_imported(
    shell: Shell, deals: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from openpyxl import load_workbook

    target = tmp_path / "拒绝.xlsx"
    dialog = opened(shell, deals)
    press(shell, dialog, Qt.Key.Key_Return)
    dialog.sections.choose("refused")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.sections.save.click()
    settle(shell)
    workbook = load_workbook(target)
    sheet = workbook.worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    sheet.cell(2, headings.index("金额") + 1).value = 5000
    workbook.save(target)
    buttons(dialog)["完成"].click()
    settle(shell)
    again = opened(shell, target)
    press(shell, again, Qt.Key.Key_Return)
    assert deals_in(shell)[-1] == ("D-4", "坏行", 500_000, "open")


def test_past_reports_are_kept_and_opened_by_keyboard(shell: Shell, deals: Path) -> None:
    import_files(shell.store, [deals], today=shell.view.today)
    dialog = opened(shell)
    assert dialog.state == "choosing" and dialog.focusWidget() is dialog.choosing.choose
    dialog.choosing.table.setFocus()
    QTest.keyClick(dialog.choosing.table, Qt.Key.Key_Down)
    press(shell, dialog, Qt.Key.Key_Return)
    assert dialog.state == "report"
    assert shown(dialog, "refused")[0][2] == "不知道"
    buttons(dialog)["返回"].click()
    assert dialog.state == "choosing"


def test_the_window_is_alive_while_a_file_is_read(shell: Shell, deals: Path) -> None:
    dialog = import_with_preview(shell, [deals])
    assert dialog.state == "reading" and dialog.bar.isVisible()
    stop = dialog.focusWidget()
    assert isinstance(stop, QPushButton) and stop.text() == "停止"
    QTest.keyClick(stop, Qt.Key.Key_Return)
    assert dialog.state == "choosing"
    settle(shell)
    assert dialog.state == "choosing", "a stopped read must not come back"


def test_behind_the_shield_nothing_is_read(shell: Shell, deals: Path) -> None:
    import_files(shell.store, [deals], today=shell.view.today)
    person = shell.readers().here().execute("SELECT id FROM people WHERE name = '李雯'").fetchone()[0]
    shell.set_meeting(person)
    settle(shell)
    dialog = opened(shell, deals)
    assert dialog.state == "choosing" and "面谈" in dialog.strip.text()
    assert not dialog.choosing.choose.isEnabled()


def test_everything_is_reached_and_done_by_keyboard(shell: Shell, deals: Path) -> None:
    dialog = opened(shell, deals)
    assert dialog.focusWidget() is dialog.sections.list
    while dialog.sections._sections[dialog.sections.list.currentIndex().row()].key != "refused":
        QTest.keyClick(dialog.sections.list, Qt.Key.Key_Down)
    assert dialog.sections.save.isVisible()
    reached = set()
    for _ in range(16):
        focused = dialog.focusWidget()
        assert focused is not None
        reached.add(focused.text() if isinstance(focused, QPushButton) else focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert {"导入的内容", "拒绝的行", "存成工作簿…", "取消", "导入", "1 文件 已定", "3 列 已定"} <= reached
    dialog.sections.table.setFocus()
    press(shell, dialog, Qt.Key.Key_Return)
    assert dialog.state == "report"
    press(shell, dialog, Qt.Key.Key_Escape)
    assert not shell.findChildren(ImportDialog) or not dialog.isVisible()
    assert len(deals_in(shell)) == 3


def test_a_worker_may_tell_how_far_it_is_after_the_dialog_is_gone(shell: Shell, deals: Path) -> None:
    dialog = import_with_preview(shell, [deals])
    told_by_the_worker = dialog.session.carrier
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.state == "choosing", "the first Esc stops"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(shell)
    QTest.qWait(20)
    assert not shiboken6.isValid(dialog)
    # What the worker sends through must not be gone with it: it would write into freed memory.
    told_by_the_worker.tell(50, 100, "第 2 个文件")
    QApplication.processEvents()


def test_enter_pressed_twice_imports_once_and_does_not_stop_it(shell: Shell, deals: Path) -> None:
    dialog = opened(shell, deals)
    assert dialog.state == "preview"
    shell.perform(lambda _: time.sleep(0.1) or Changes(""))  # type: ignore[func-returns-value]
    for _ in range(3):
        QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)
    assert dialog.state == "writing"
    # The keyboard still leads to the button that stops.
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is buttons(dialog)["停止"]
    settle(shell)
    assert dialog.state == "report" and len(deals_in(shell)) == 3
