"""The main job in one go, in the real window with keys: a first start, an export goes in, a one-on-one is held in
Chinese, what was promised comes back on the board, and the month's review comes out as a workbook."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from cockpit.model import clock
from cockpit.store.checks import check
from cockpit.store.file import Store, open_reader
from cockpit.window.application import speak
from cockpit.window.importing.dialog import ImportDialog
from cockpit.window.kit import background
from cockpit.window.kit.tables import Table
from cockpit.window.kit.theme import apply_theme
from cockpit.window.palette import Palette
from cockpit.window.shell import Shell
from cockpit.window.support.page import SupportPage

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DEALS = """\
商机编号,商机名称,客户名称,负责人,阶段,金额,创建日期,预计成交日期,实际成交日期
D-1,华信数据平台,华信科技,李雯,方案报价,"860,000",2026-09-02,2026-11-28,
D-2,远景续约,远景能源,陈佳,赢单,640000,2026-08-01,2026-11-12,2026-11-12
D-3,蓝海二期,蓝海物流,李雯,丢单,380000,2026-07-15,2026-11-03,2026-11-03
"""
TARGETS = """\
姓名,2026-10,2026-11,2026-12
李雯,500000,500000,500000
陈佳,600000,600000,600000
"""


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Tuesday afternoon late in November."""
    monkeypatch.setattr(clock, "utc_now", lambda: datetime(2026, 11, 24, 6, tzinfo=UTC))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "team.sqlite"


@pytest.fixture
def shell(qapp: QApplication, qtbot: QtBot, path: Path) -> Iterator[Shell]:
    speak(qapp, "zh")
    apply_theme(qapp, "light")
    made = Shell(Store.open(path))
    made.show()
    settle(made)
    yield made
    made.close()
    made.deleteLater()
    qapp.processEvents()


def settle(shell: Shell, milliseconds: int = 30) -> None:
    for _ in range(4):
        QTest.qWait(milliseconds)
        shell._writer.finish()
        background.wait_for_all()
        QApplication.processEvents()


def press(shell: Shell, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or shell, key, modifier)
    settle(shell)


def commit(words: str, spelled: str = "pin yin") -> None:
    """Chinese as an input method types it: letters first, then the words."""
    target = QApplication.focusWidget()
    assert target is not None
    for end in range(1, len(spelled), 3):
        QApplication.sendEvent(target, QInputMethodEvent(spelled[:end], []))
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(target, event)


def write_line(mark: str, words: str, due: str = "") -> None:
    target = QApplication.focusWidget()
    assert isinstance(target, QPlainTextEdit)
    if mark.isascii():
        QTest.keyClicks(target, mark)
    else:
        commit(mark)
    commit(words)
    if due:
        QTest.keyClicks(target, " @")
        commit(due)
    QTest.keyClick(target, Qt.Key.Key_Return)


def test_from_an_export_to_the_review(shell: Shell, path: Path, tmp_path: Path) -> None:
    # A first start, and the export of the CRM beside a sheet of targets.
    (tmp_path / "商机.csv").write_text(DEALS, "utf-8")
    (tmp_path / "目标.csv").write_text(TARGETS, "utf-8")
    shell.import_files([tmp_path / "商机.csv", tmp_path / "目标.csv"])
    settle(shell)
    [dialog] = shell.findChildren(ImportDialog)
    assert dialog.state == "preview"
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)
    settle(shell)
    assert dialog.state == "report"
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)
    shell.activateWindow()  # there is no window manager here
    settle(shell)

    # The board has everybody, and the numbers are those of the file.
    board = shell.stack.currentWidget()
    assert board is shell.page("loop")
    table = board.findChildren(Table)[0]
    shown = {table.rows.row(number).label: table.rows.row(number).cells for number in range(table.rows.rowCount())}
    assert {"李雯", "陈佳"} <= set(shown)
    assert "107" in shown["陈佳"][1].text and "0 %" in shown["李雯"][1].text

    # A one-on-one: one key, the name, Enter - and the pen is in the note.
    press(shell, Qt.Key.Key_O, CONTROL | SHIFT)
    palette = next(found for found in shell.findChildren(Palette) if found.isVisible())
    QTest.keyClicks(palette.field, "lw")
    settle(shell)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    settle(shell)
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    assert shell.view.only_person is not None
    write_line("", "聊了华信:还卡在 IT 部")
    write_line("?", "需要一套演示设备给华信")
    write_line("！", "我约他们的 CIO", "周五")
    write_line("#", "报价早于价值讲清")
    write_line("##", "周报里的下一步没有日期")
    write_line(">", "每周首访六次", "12-31")
    write_line("^", "自己约到了财务总监")
    settle(shell, 120)
    reader = open_reader(path)
    saved = reader.execute("SELECT text FROM notes").fetchone()[0]
    assert saved == QApplication.focusWidget().toPlainText() and "财务总监" in saved
    press(shell, Qt.Key.Key_Return, CONTROL)
    settle(shell, 80)
    assert shell.view.only_person is None
    assert reader.execute("SELECT count(*) FROM meetings WHERE ended_at IS NOT NULL").fetchone()[0] == 1

    # What was said is where it belongs.
    rows = reader.execute("SELECT state, text, due_on FROM supports ORDER BY id").fetchall()
    assert rows == [("asked", "需要一套演示设备给华信", None), ("promised", "我约他们的 CIO", "2026-11-27")]
    problems = reader.execute("SELECT found_by, text FROM problems ORDER BY id").fetchall()
    assert problems == [("self", "报价早于价值讲清"), ("leader", "周报里的下一步没有日期")]
    assert reader.execute("SELECT state, text, due_on FROM actions").fetchall() == [
        ("draft", "每周首访六次", "2026-12-31")
    ]
    press(shell, Qt.Key.Key_3, CONTROL)
    support = shell.stack.currentWidget()
    assert isinstance(support, SupportPage)
    cards = [card.accessibleName() for column in support._board.columns for card in column.cards.lines]
    assert any("我约他们的 CIO" in card for card in cards)
    press(shell, Qt.Key.Key_0, CONTROL)
    assert table.rows.row(list(shown).index("李雯")).cells[3].text == "1 个承诺"

    # The month's review.
    press(shell, Qt.Key.Key_E, CONTROL)
    ask = next(found for found in shell.findChildren(QFileDialog) if found.isVisible())
    assert "2026-11" in ask.selectedFiles()[0]
    out = tmp_path / "复盘.xlsx"
    ask.fileSelected.emit(str(out))
    ask.reject()
    settle(shell, 200)
    workbook = openpyxl.load_workbook(out)
    texts = {
        str(cell.value) for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.value is not None
    }
    assert {"远景续约", "我约他们的 CIO", "报价早于价值讲清"} <= texts
    assert "640000" in texts
    assert check(reader) == []
    reader.close()
