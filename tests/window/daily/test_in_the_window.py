"""The line reached from anywhere by its keys, and undo by the window's, in the window with the sample team."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.model import clock
from cockpit.store.file import Store
from cockpit.window.application import speak
from cockpit.window.daily.page import DailyPage
from cockpit.window.kit import background
from cockpit.window.kit.theme import apply_theme
from cockpit.window.shell import Shell
from tests.conftest import TODAY


@pytest.fixture
def shell(qapp: QApplication, sample_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shell]:
    noon = datetime(TODAY.year, TODAY.month, TODAY.day, 4, tzinfo=UTC)
    monkeypatch.setattr(clock, "utc_now", lambda: noon)
    speak(qapp, "zh")
    apply_theme(qapp, "light")
    made = Shell(Store.open(sample_path))
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()
    qapp.processEvents()


def settle() -> None:
    for _ in range(4):
        background.wait_for_all()
        QApplication.processEvents()


def test_one_line_and_enter_from_any_page_and_undo_by_the_usual_keys(shell: Shell, qtbot: QtBot) -> None:
    count = "SELECT count(*) FROM activities WHERE deleted_at IS NULL"
    shell.go("team")
    settle()
    (before,) = shell.store.connection.execute(count).fetchone()
    QTest.keySequence(shell, QKeySequence("Ctrl+Shift+A"))
    settle()
    page = cast(DailyPage, shell.shown_page)
    line = page.entry.line
    assert page.name == "daily" and QApplication.focusWidget() is line
    QTest.keyClicks(line, "lw yuanchuannengyuan visited, f/u 12-31")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: line.text() == "", timeout=5000)
    settle()
    assert shell.store.connection.execute(count).fetchone() == (before + 1,)
    assert QApplication.focusWidget() is line, "the pen is ready for the next"
    QTest.keySequence(line, QKeySequence("Ctrl+Z"))
    qtbot.waitUntil(lambda: shell.store.connection.execute(count).fetchone() == (before,), timeout=5000)
    settle()
    assert all(entry.id != before + 1 for entry in page.done.entries.values())


def test_the_keys_stand_in_the_sheet_and_the_palette(shell: Shell) -> None:
    action = shell.actions_by_name["quick_entry"]
    assert action.shortcut() == QKeySequence("Ctrl+Shift+A")
    others = [found for name, found in shell.actions_by_name.items() if name != "quick_entry"]
    assert all(action.shortcut() not in found.shortcuts() for found in others)
