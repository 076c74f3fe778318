"""The live note by itself: what an input method does to it, marks by key, undo, and the pen."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from cockpit.window.one_on_one.note_editor import NoteEditor
from tests.window.one_on_one.conftest import commit, compose, press

DAY = date(2026, 11, 24)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(qtbot: QtBot) -> NoteEditor:
    made = NoteEditor(lambda: "note")
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show_note("", DAY)
    made.show()
    QCoreApplication.processEvents()
    return made


def test_a_composition_is_never_disturbed(editor: NoteEditor, qtbot: QtBot) -> None:
    editor.show_note("? ", DAY)
    for letters in ("x", "xu", "xuyao"):
        compose(editor, letters)
        qtbot.wait(20)  # painting happens in between
        assert editor.is_composing and editor.toPlainText() == "? "
    for key in (Qt.Key.Key_F3, Qt.Key.Key_F8):
        press(editor, key)
    press(editor, Qt.Key.Key_T, CONTROL)
    press(editor, Qt.Key.Key_Z, CONTROL)
    assert not editor.follow("! 别的") and not editor.rewrite_line(0, "? ", "! ")
    assert editor.textCursor().block().layout().preeditAreaText() == "xuyao"
    commit(editor, "需要演示设备")
    assert editor.toPlainText() == "? 需要演示设备" and not editor.is_composing


def test_what_is_composed_becomes_text_when_somebody_leaves(editor: NoteEditor) -> None:
    editor.insertPlainText("他说")
    compose(editor, "hao")
    editor.settle_composition()
    assert editor.toPlainText() == "他说hao"


@pytest.mark.parametrize(("key", "sign"), [(Qt.Key.Key_F2, "?"), (Qt.Key.Key_F7, "##"), (Qt.Key.Key_F10, "^")])
def test_a_key_marks_the_present_line_and_takes_the_mark_away(editor: NoteEditor, key: Qt.Key, sign: str) -> None:
    editor.show_note("前一行\n借演示设备 @周五", DAY)
    press(editor, key)
    assert editor.toPlainText() == f"前一行\n{sign} 借演示设备 @周五"
    assert editor.textCursor().atEnd()
    press(editor, key)
    assert editor.toPlainText() == "前一行\n借演示设备 @周五"


def test_selected_lines_are_marked_together(editor: NoteEditor) -> None:
    editor.show_note("借设备\n约总监", DAY)
    editor.selectAll()
    press(editor, Qt.Key.Key_F3)
    assert editor.toPlainText() == "! 借设备\n! 约总监"


def test_undo_and_redo_are_the_texts_own(editor: NoteEditor) -> None:
    editor.show_note("借设备", DAY)
    press(editor, Qt.Key.Key_F3)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_T):
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL)
        asked.ignore()
        QCoreApplication.sendEvent(editor, asked)
        assert asked.isAccepted(), "the window has the same keys"
    press(editor, Qt.Key.Key_Z, CONTROL)
    assert editor.toPlainText() == "借设备"
    press(editor, Qt.Key.Key_Y, CONTROL)
    assert editor.toPlainText() == "! 借设备"
    press(editor, Qt.Key.Key_Z, CONTROL)
    press(editor, Qt.Key.Key_Z, CONTROL)
    assert editor.toPlainText() == "借设备", "a note that was opened is not undone"


def test_lines_that_changed_elsewhere_follow_and_the_pen_stays(editor: NoteEditor) -> None:
    editor.show_note("! 借设备\n正在写的", DAY)
    assert editor.follow("! 借两套设备 @2026-12-01\n正在写的")
    assert editor.toPlainText().startswith("! 借两套设备")
    assert editor.textCursor().atEnd()


def test_lines_are_as_high_as_they_should_be_and_marks_hang_in_the_margin(editor: NoteEditor) -> None:
    editor.show_note("普通的一行\n＃＃ 周报没有日期\n! 约总监", DAY)
    QCoreApplication.processEvents()
    blocks = [editor.document().findBlockByNumber(number) for number in range(3)]
    assert [editor.blockBoundingRect(block).height() for block in blocks][:2] == [27, 27]
    plain, full_width, half_width = (block.layout().lineAt(0).x() for block in blocks)
    assert full_width < half_width < plain


def test_a_hundred_thousand_characters_are_pasted_and_read(editor: NoteEditor) -> None:
    """How long that takes is measured by the bench."""
    text = "\n".join(f"? 第 {number} 行要一套演示设备给客户看看再说别的事情" for number in range(4000))
    assert len(text) > 100_000
    editor.insertPlainText(text)
    QCoreApplication.processEvents()
    assert editor.toPlainText() == text
