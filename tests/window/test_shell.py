"""The window around the pages, as it is used: keys, the palette, cycle and scope, undo, both languages, the shield."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cockpit.language import language
from cockpit.model import clock
from cockpit.operations.supports import ask_for_support
from cockpit.store.file import Store, open_reader
from cockpit.window.accounts.page import AccountsPage
from cockpit.window.application import speak
from cockpit.window.kit import background
from cockpit.window.kit.tables import Table
from cockpit.window.kit.theme import apply_theme, theme
from cockpit.window.pages import PAGES
from cockpit.window.palette import Palette
from cockpit.window.shell import Shell
from cockpit.window.shortcuts import ShortcutSheet
from tests.conftest import TODAY

STEPS = ("loop", "results", "process", "support", "problems", "improvement")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    noon = datetime(TODAY.year, TODAY.month, TODAY.day, 4, tzinfo=UTC)
    monkeypatch.setattr(clock, "utc_now", lambda: noon)


@pytest.fixture
def application(qapp: QApplication) -> QApplication:
    speak(qapp, "zh")
    apply_theme(qapp, "light")
    return qapp


@pytest.fixture
def open_shell(application: QApplication, qtbot: QtBot) -> Iterator[Callable[[Path], Shell]]:
    opened: list[Shell] = []

    def open_it(path: Path) -> Shell:
        shell = Shell(Store.open(path))
        opened.append(shell)
        shell.show()
        settle(shell)
        return shell

    yield open_it
    for shell in opened:
        shell.close()
        shell.deleteLater()
    application.processEvents()


@pytest.fixture
def shell(open_shell: Callable[[Path], Shell], sample_path: Path) -> Shell:
    return open_shell(sample_path)


def settle(shell: Shell) -> None:
    """Until what was asked for is written, read and shown."""
    for _ in range(3):
        shell._writer.finish()
        background.wait_for_all()
        QApplication.processEvents()
    if shell._overview_soon.isActive():
        shell._overview_soon.stop()
        shell._refresh_overview()
    background.wait_for_all()
    QApplication.processEvents()


def press(shell: Shell, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
    """A shortcut, where the focus is."""
    QTest.keyClick(QApplication.focusWidget() or shell, key, modifier)
    settle(shell)


def palette_of(shell: Shell) -> Palette:
    return next(found for found in shell.findChildren(Palette) if found.isVisible())


def test_every_page_opens_by_its_key_and_shows_something(shell: Shell, qtbot: QtBot) -> None:
    shell.activateWindow()
    for entry in PAGES:
        if entry.number is None:  # stands under another page, which leads to it
            shell.go(entry.name)
        else:
            press(shell, Qt.Key(Qt.Key.Key_0 + entry.number))
        page = shell.stack.currentWidget()
        assert page is shell.page(entry.name)
        assert shell.navigation.buttons[entry.bar_name].isChecked()
        assert page.grab().toImage().constBits() is not None


def test_cycle_and_scope_hold_on_every_page_and_scope_comes_back(
    shell: Shell, open_shell: Callable[[Path], Shell], sample_path: Path
) -> None:
    person = next(scope for scope in shell._scopes if scope.kind == "person" and scope.name == "李雯")
    shell.choose_scope(person)
    shell.choose_month(shell.view.month.previous)
    settle(shell)
    for name in STEPS:
        shell.go(name)
        assert shell.view.scope == person and str(shell.view.month) == "2026-10"
    shell.go("support")
    settle(shell)
    shell.close()
    again = open_shell(sample_path)
    assert again.view.scope == person
    assert again.stack.currentWidget() is again.page("support")
    assert str(again.view.month) == "2026-11"


def test_the_palette_finds_by_initials_and_by_a_half_word(shell: Shell, qtbot: QtBot) -> None:
    press(shell, Qt.Key.Key_K)
    palette = palette_of(shell)
    for typed in ("lw", "liwen", "李w", "李雯"):
        palette.field.setText(typed)
        palette._latest.cancel()
        palette._soon.stop()
        palette._show(palette._search(typed, shell.readers().here()))
        assert palette.list.item(0).text().startswith("李雯"), typed
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    settle(shell)
    assert shell.stack.currentWidget() is shell.page("one_on_one")


def test_the_palette_leads_to_an_account(shell: Shell, qtbot: QtBot) -> None:
    number, name = shell.store.connection.execute("SELECT id, name FROM accounts ORDER BY id LIMIT 1").fetchone()
    press(shell, Qt.Key.Key_K)
    palette = palette_of(shell)
    palette._show([hit for hit in palette._search(name, shell.readers().here()) if hit.kind == "account"])
    palette._soon.stop()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    settle(shell)
    page = shell.page("accounts")
    assert isinstance(page, AccountsPage) and shell.stack.currentWidget() is page
    assert page.table.current_id() == number


def test_enter_belongs_to_the_input_method_while_it_composes(shell: Shell, qtbot: QtBot) -> None:
    press(shell, Qt.Key.Key_K)
    palette = palette_of(shell)
    QApplication.sendEvent(palette.field, QInputMethodEvent("li wen", []))
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible() and palette.field.text() == ""
    commit = QInputMethodEvent("", [])
    commit.setCommitString("李雯")
    QApplication.sendEvent(palette.field, commit)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    settle(shell)
    assert not palette.isVisible()


def test_undo_takes_a_change_back_on_every_page(shell: Shell, sample_path: Path) -> None:
    def count() -> int:
        reader = open_reader(sample_path)
        found: int = reader.execute("SELECT count(*) FROM supports WHERE text = '要一台样机'").fetchone()[0]
        reader.close()
        return found

    shell.perform(lambda store: ask_for_support(store, 1, "要一台样机", TODAY))
    settle(shell)
    assert count() == 1
    assert "要一台样机" in shell._toast.words
    shell.go("problems")
    settle(shell)
    press(shell, Qt.Key.Key_Z)
    assert count() == 0
    press(shell, Qt.Key.Key_Y)
    assert count() == 1


def test_both_languages_live_and_after_a_restart(
    shell: Shell, open_shell: Callable[[Path], Shell], sample_path: Path
) -> None:
    for name in STEPS:
        shell.go(name)
        settle(shell)
    shell.command("language")
    settle(shell)
    assert language() == "en"
    assert shell.navigation.buttons["results"].text() == "Results"
    assert shell.top.start.text().startswith("Start one-on-one")
    assert shell.windowTitle() == "Sample team · Cockpit"
    shell.command("language")
    settle(shell)
    assert shell.navigation.buttons["results"].text() == "看结果"


def test_dark_and_light_switch_live(shell: Shell) -> None:
    light = theme().background.name()
    shell.command("dark")
    settle(shell)
    assert theme().dark and theme().background.name() != light
    shell.command("light")
    settle(shell)
    assert theme().background.name() == light


def test_behind_the_shield_nobody_else_is_in_the_window(shell: Shell) -> None:
    others = [scope.name for scope in shell._scopes if scope.kind == "person" and scope.name != "李雯"]
    person = next(scope for scope in shell._scopes if scope.name == "李雯")
    for entry in PAGES:
        shell.go(entry.name)
        settle(shell)
    shell.set_meeting(person.id)
    settle(shell)
    for entry in PAGES:
        shell.go(entry.name)
        settle(shell)
        seen = " ".join(words_of(shell))
        assert [name for name in others if name in seen] == [], entry.name
    assert "仅 李雯" in shell.top.scope_button.text()
    press(shell, Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier)
    shell.go("loop")
    settle(shell)
    assert all(name in " ".join(words_of(shell)) for name in others)
    shell.set_meeting(None)


def test_the_shield_covers_what_is_shown_before_anything_is_read_again(shell: Shell) -> None:
    board = shell.page("loop")
    table = board.findChildren(Table)[0]
    middle = table.mapTo(board, table.rect().center())
    assert table.isAncestorOf(board.childAt(middle)) or board.childAt(middle) is table
    person = next(scope for scope in shell._scopes if scope.name == "李雯")
    shell.set_meeting(person.id)
    seen = board.childAt(middle)
    assert seen is not table and not table.isAncestorOf(seen)
    settle(shell)
    assert [table.rows.row(number).label for number in range(table.rows.rowCount())] == ["李雯"]
    seen = board.childAt(middle)
    assert seen is table or table.isAncestorOf(seen)
    shell.set_meeting(None)


def words_of(shell: Shell) -> Iterator[str]:
    """Every text that can be seen or is read aloud: of labels, buttons, fields, rows of tables, and the title."""
    yield shell.windowTitle()
    for widget in shell.findChildren(QWidget):
        if not widget.isVisible():
            continue
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield f"{widget.text()} {widget.placeholderText()}"
        elif isinstance(widget, QPlainTextEdit):
            yield f"{widget.toPlainText()} {widget.placeholderText()}"
        elif isinstance(widget, QComboBox):
            yield " ".join(widget.itemText(place) for place in range(widget.count()))
        if isinstance(widget, Table):
            for number in range(widget.rows.rowCount()):
                yield from (f"{cell.plain} {cell.tip}" for cell in widget.rows.row(number).cells)


def test_nothing_pops_up_in_a_meeting(shell: Shell) -> None:
    person = next(scope for scope in shell._scopes if scope.name == "李雯")
    shell.set_meeting(person.id)
    shell.perform(lambda store: ask_for_support(store, 1, "要一台样机", TODAY))
    settle(shell)
    assert shell._toast.words == ""
    shell.set_meeting(None)


def test_the_window_does_not_close_over_a_note_that_is_not_saved(shell: Shell) -> None:
    shell.go("one_on_one", start_with=5)
    settle(shell)
    note = QApplication.focusWidget()
    assert isinstance(note, QPlainTextEdit)
    shell.store.connection.execute("PRAGMA max_page_count = 1")  # a full disk
    words = "重要的话" * 20_000
    note.insertPlainText(words)
    assert not shell.close()
    assert QApplication.clipboard().text() == words
    assert any("剪贴板" in said for said in words_of(shell))
    assert shell.close()


def test_the_shortcut_sheet_tells_every_key(shell: Shell) -> None:
    press(shell, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    sheet = next(iter(shell.findChildren(ShortcutSheet)))
    assert sheet.isVisible()
    words = [label.text() for label in sheet.findChildren(QLabel)]
    for action in shell.actions_by_name.values():
        for keys in action.shortcuts():
            assert any(keys.toString(QKeySequence.SequenceFormat.NativeText) in text for text in words)
    # The note's own keys are not commands of the window, and are looked for here all the same.
    for meaning in ("?  需求", "##  问题,上级补充", "^  表扬", "结束并小结"):
        assert meaning in words
    sheet.close()


def test_an_empty_store_says_what_to_do_on_every_page(open_shell: Callable[[Path], Shell], tmp_path: Path) -> None:
    shell = open_shell(tmp_path / "new.sqlite")
    for entry in PAGES:
        shell.go(entry.name)
        settle(shell)
        words = " ".join(words_of(shell))
        assert "导入" in words, entry.name


def test_pages_of_a_step_stand_in_a_strip_and_keys_lead_from_one_to_the_next(shell: Shell, qtbot: QtBot) -> None:
    shell.go("problems")
    assert not shell.strip.isVisible()
    shell.go("results")
    assert shell.strip.isVisible()
    assert [shell.strip.tabText(place) for place in range(2)] == ["看结果", "四种预测"]
    for _ in range(2):
        press(shell, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert shell.shown_page.name == "payments"
    assert shell.navigation.buttons["results"].isChecked()
    qtbot.mouseClick(shell.strip, Qt.MouseButton.LeftButton, pos=shell.strip.tabRect(1).center())
    assert shell.shown_page.name == "forecast"
    for _ in range(2):
        press(shell, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert shell.shown_page.name == shell.strip.siblings_shown[-1], "from the first to the last"
    press(shell, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shell.shown_page.name == "results"


def test_alt_left_goes_back(shell: Shell) -> None:
    shell.go("results")
    shell.go("support")
    settle(shell)
    press(shell, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shell.stack.currentWidget() is shell.page("results")
    press(shell, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shell.stack.currentWidget() is shell.page("loop")


@pytest.mark.parametrize("page", ["orders", "daily", "accounts", "one_on_one", "reviews"])
def test_a_page_opens_with_the_keys_where_its_work_is(shell: Shell, page: str) -> None:
    shell.activateWindow()
    shell.go(page)
    settle(shell)
    held = QApplication.focusWidget()
    assert isinstance(held, Table | QLineEdit) and held.isVisible(), f"the keys go to {held}"
