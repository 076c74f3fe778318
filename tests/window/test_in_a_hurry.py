"""Somebody is faster than the disk: Enter twice, a toast out of date, the window closed in the middle of a word."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from cockpit.model import clock
from cockpit.operations.operation import Changes
from cockpit.operations.supports import ask_for_support
from cockpit.store.file import Store, open_reader
from cockpit.window.application import speak
from cockpit.window.deals.pane import DealPane
from cockpit.window.kit import background
from cockpit.window.kit.theme import apply_theme
from cockpit.window.pages import PAGES
from cockpit.window.palette import Palette
from cockpit.window.reviews.comment import CommentField
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
    settle(made)
    yield made
    made.close()
    made.deleteLater()
    qapp.processEvents()


def settle(shell: Shell) -> None:
    """Until what was asked for is written, read and shown."""
    for _ in range(4):
        shell._writer.finish()
        background.wait_for_all()
        QTest.qWait(5)


def slow_disk(shell: Shell) -> None:
    """The writer is busy for a moment."""

    def wait(_: Store) -> Changes:
        time.sleep(0.2)
        return Changes("")

    shell.perform(wait)


def read(path: Path, query: str, *values: object) -> list[tuple[object, ...]]:
    reader = open_reader(path)
    try:
        return reader.execute(query, values).fetchall()
    finally:
        reader.close()


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("support", "SELECT count(*) FROM supports WHERE text = ?"),
        ("problems", "SELECT count(*) FROM problems WHERE text = ?"),
        ("improvement", "SELECT count(*) FROM actions WHERE text = ?"),
        ("team", "SELECT count(*) FROM people WHERE name = ?"),
        ("deals", "SELECT count(*) FROM deals WHERE name = ?"),
    ],
)
def test_enter_pressed_again_before_it_is_written_does_not_write_it_twice(
    shell: Shell, sample_path: Path, qtbot: QtBot, page: str, query: str
) -> None:
    shell.go(page)
    settle(shell)
    QTest.keyClick(shell.page(page), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle(shell)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    qtbot.keyClicks(field, "once only")
    slow_disk(shell)
    for _ in range(3):
        QTest.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()
    settle(shell)
    assert read(sample_path, query, "once only") == [(1,)]
    # The next one is another.
    QTest.keyClick(shell.page(page), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle(shell)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    qtbot.keyClicks(field, "another")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(shell)
    assert read(sample_path, query, "another") == [(1,)]


def test_palettes_do_not_pile_up(shell: Shell) -> None:
    for _ in range(5):
        shell.command("palette")
        QTest.qWait(10)
        palette = next(one for one in shell.findChildren(Palette) if one.isVisible())
        QTest.keyClick(palette.field, Qt.Key.Key_Escape)
        QTest.qWait(10)
    assert len(shell.findChildren(Palette)) <= 1


def test_the_appearance_changes_at_once_also_with_every_page_open(shell: Shell) -> None:
    for entry in PAGES:
        shell.go(entry.name)
        settle(shell)
    began = time.process_time()
    shell.command("dark")
    shell.command("light")
    # 0.7 s; a style sheet that is put in the place of another one takes five times as long.
    assert time.process_time() - began < 2


def test_undo_on_a_toast_does_not_take_back_what_came_after(shell: Shell, sample_path: Path) -> None:
    shell.perform(lambda store: ask_for_support(store, 1, "先记的", TODAY))
    settle(shell)
    assert shell._toast._button.isVisible()
    # Done on a page, which says nothing in passing.
    shell.perform(lambda store: ask_for_support(store, 1, "后记的", TODAY), by=shell.page("support"))
    settle(shell)
    shell._toast._button.click()
    settle(shell)
    assert read(sample_path, "SELECT count(*) FROM supports WHERE text IN ('先记的', '后记的')") == [(2,)]


def test_what_is_being_written_in_a_field_is_kept_when_the_window_closes(
    shell: Shell, sample_path: Path, qtbot: QtBot
) -> None:
    shell.go("deals")
    settle(shell)
    QTest.qWait(100)
    settle(shell)
    pane = shell.page("deals").findChild(DealPane)
    assert isinstance(pane, DealPane)
    field = pane.typed["next_step"].field
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, "call them")
    number = pane.deal_id
    shell.close()
    QApplication.processEvents()
    assert read(sample_path, "SELECT next_step FROM deals WHERE id = ?", number) == [("call them",)]


def test_another_cycle_in_a_meeting_leaves_the_scope_that_was_chosen_before(shell: Shell, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(shell._scopes))
    team = next(scope for scope in shell._scopes if scope.kind == "team")
    person = next(scope for scope in shell._scopes if scope.kind == "person")
    shell.choose_scope(team)
    shell.set_meeting(person.id)
    shell.command("earlier")
    settle(shell)
    assert shell.view.scope == person
    shell.set_meeting(None)
    settle(shell)
    assert shell.view.scope == team


def test_a_comment_in_the_middle_of_which_another_cycle_is_chosen_is_of_its_own_cycle(
    shell: Shell, sample_path: Path, qtbot: QtBot
) -> None:
    shell.go("reviews")
    settle(shell)
    field = shell.page("reviews").findChild(CommentField)
    assert isinstance(field, CommentField)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "two late deals")
    QTest.keyClick(field, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    settle(shell)
    assert str(shell.view.month) == "2026-10"
    assert field.toPlainText() != "two late deals"
    assert read(sample_path, "SELECT month FROM cycles WHERE comment = 'two late deals'") == [("2026-11",)]
