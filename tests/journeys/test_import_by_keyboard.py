"""A list whose headings match nothing, from the clipboard to the loop board: by keyboard alone, as in the manager's
hands. The month after, the same list asks nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.model import clock
from cockpit.store.checks import check
from cockpit.store.file import Store, open_reader
from cockpit.window.application import speak
from cockpit.window.importing.dialog import ImportDialog
from cockpit.window.kit import background
from cockpit.window.kit.theme import apply_theme
from cockpit.window.palette import Palette
from cockpit.window.shell import Shell

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ENTER, SPACE, TAB, UP, DOWN, RIGHT, ESC = (
    Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Right,
    Qt.Key.Key_Escape,
)  # fmt: skip
LIST = """\
甲\t乙\t丙\t丁\t戊
华信数据平台\t谈着呢\t860000\t3/5/2026\t李雯
远景续约\t拿下\t640000\t4/5/2026\t陈佳
蓝海二期\t黄了\t380000\t5/5/2026\t李 雯
中科试点\t谈着呢\t220000\t6/5/2026\t李雯
"""


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
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
    made.activateWindow()
    settle(made)
    yield made
    made.close()
    made.deleteLater()
    qapp.processEvents()


def settle(shell: Shell) -> None:
    for _ in range(4):
        QTest.qWait(10)
        shell._writer.finish()
        background.wait_for_all()
        QApplication.processEvents()


def press(shell: Shell, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Keys to whatever has the focus; a text comes as an input method commits it."""
    for key in keys:
        target = QApplication.focusWidget() or shell
        if isinstance(key, Qt.Key):
            QTest.keyClick(target, key, modifier)
        else:
            for letter in key:
                event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(QApplication.focusWidget() or shell, event)
        settle(shell)


def the_dialog(shell: Shell) -> ImportDialog:
    [found] = [one for one in shell.findChildren(ImportDialog) if one.isVisible()]
    return found


def paste(shell: Shell, text: str) -> ImportDialog:
    """Ctrl+K, the first letters of the command, Enter."""
    # Without a window manager nobody gives the window its keys back when a dialog closes.
    shell.activateWindow()
    settle(shell)
    QGuiApplication.clipboard().setText(text)
    press(shell, Qt.Key.Key_K, modifier=CONTROL)
    assert [one for one in shell.findChildren(Palette) if one.isVisible()]
    press(shell, "粘贴表格", ENTER)
    return the_dialog(shell)


def take(shell: Shell, column: int, field: str) -> None:
    """In the step of the columns: to the row of a column by the arrows, and type what it is."""
    table = the_dialog(shell).way.columns.table
    while QApplication.focusWidget() is not table:
        press(shell, TAB)
    while table.place != column:
        press(shell, DOWN if table.place < column else UP)
    press(shell, field, ENTER)


def test_a_list_whose_headings_match_nothing(shell: Shell, path: Path) -> None:
    dialog = paste(shell, LIST)
    if dialog.way.step == "header":
        press(shell, SPACE, ENTER)
    assert dialog.way.step == "columns"

    for column, field in enumerate(("名称", "阶段", "金额", "创建日期", "负责人")):
        take(shell, column, field)
    assert [one.field for one in dialog.session.looks[0].columns] == ["name", "stage", "amount", "created_on", "owner"]

    # 3/5/2026 is asked for, as nothing in the column tells.
    press(shell, ENTER)
    assert QApplication.focusWidget() is dialog.way.columns.day_order.buttons["month_first"]
    press(shell, RIGHT, SPACE)
    assert dialog.session.looks[0].day_order == "day_first"
    press(shell, ENTER)

    # What the stages mean nobody can know but the manager.
    assert dialog.way.step == "names"
    stages = [one.name for one in dialog.session.looks[0].stages]
    table = dialog.way.names.table
    assert QApplication.focusWidget() is table
    for name, meant in (("拿下", "赢单"), ("黄了", "丢单")):
        while table.place != stages.index(name):
            press(shell, DOWN if table.place < stages.index(name) else UP)
        press(shell, SPACE, meant, ENTER)
    press(shell, ENTER)
    assert dialog.state == "preview"
    press(shell, ENTER)
    assert dialog.state == "report"
    press(shell, ENTER)
    assert not [one for one in shell.findChildren(ImportDialog) if one.isVisible()]

    reader = open_reader(path)
    found = reader.execute(
        "SELECT d.name, d.state, d.created_on, p.name FROM deals d JOIN people p ON p.id = d.owner_id ORDER BY d.id"
    ).fetchall()
    assert [tuple(row) for row in found] == [
        ("华信数据平台", "open", "2026-05-03", "李雯"), ("远景续约", "won", "2026-05-04", "陈佳"),
        ("蓝海二期", "lost", "2026-05-05", "李雯"), ("中科试点", "open", "2026-05-06", "李雯"),
    ]  # fmt: skip

    # Next month: the same list, longer. Nothing is asked; Esc leaves, and nothing was written.
    dialog = paste(shell, LIST + "鼎盛扩容\t谈着呢\t50000\t7/5/2026\t陈佳\n")
    assert dialog.state == "preview" and "和上次一样" in dialog.strip.text()
    press(shell, Qt.Key.Key_3, modifier=ALT)
    assert dialog.way.step == "columns"
    press(shell, ESC, ESC)
    assert reader.execute("SELECT count(*) FROM deals").fetchone()[0] == 4

    shell.activateWindow()
    settle(shell)
    # Ctrl+Z takes the import back, people and stages with it.
    press(shell, Qt.Key.Key_Z, modifier=CONTROL)
    assert reader.execute("SELECT (SELECT count(*) FROM deals) + (SELECT count(*) FROM people)").fetchone()[0] == 0
    assert check(reader) == []
    reader.close()
