"""Several lines of words under an input method, and under keys that it should have kept to itself."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from cockpit.window.kit.fields import WordsField
from cockpit.window.kit.plain_editor import PlainEditor
from cockpit.window.one_on_one.note_editor import NoteEditor
from cockpit.window.reviews.comment import CommentField

EDITORS: list[Callable[[], PlainEditor]] = [WordsField, CommentField, lambda: NoteEditor(lambda: "笔记")]
KEYS = [
    Qt.Key.Key_Return, Qt.Key.Key_Backtab, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Backspace, Qt.Key.Key_Delete,
    Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_A, Qt.Key.Key_X, Qt.Key.Key_V, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_F2, Qt.Key.Key_F8, Qt.Key.Key_T,
]  # fmt: skip
MODIFIERS = [
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier,
]  # fmt: skip


def compose(editor: QPlainTextEdit, letters: str) -> None:
    QApplication.sendEvent(editor, QInputMethodEvent(letters, []))


def commit(editor: QPlainTextEdit, words: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(editor, event)


@pytest.mark.parametrize("make", EDITORS)
def test_keys_belong_to_the_input_method_while_it_composes(qtbot: QtBot, make: Callable[[], PlainEditor]) -> None:
    editor = make()
    qtbot.addWidget(editor)
    editor.show()
    qtbot.keyClicks(editor, "ab")
    compose(editor, "pin yin")
    assert editor.is_composing
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Delete, Qt.Key.Key_A, Qt.Key.Key_Backspace):
        qtbot.keyClick(editor, key, Qt.KeyboardModifier.ShiftModifier)
    commit(editor, "拼音")
    assert not editor.is_composing
    assert editor.toPlainText() == "ab拼音"
    # Other text takes the composition away; the keys are the editor's again.
    compose(editor, "pin")
    editor.setPlainText("")
    qtbot.keyClicks(editor, "x")
    assert editor.toPlainText() == "x"


@pytest.mark.parametrize("make", EDITORS)
@pytest.mark.parametrize("seed", [1, 2, 5])
def test_no_order_of_keys_and_compositions_breaks_it(qtbot: QtBot, make: Callable[[], PlainEditor], seed: int) -> None:
    editor = make()
    qtbot.addWidget(editor)
    editor.resize(300, 120)
    editor.show()
    chance = random.Random(seed)
    for step in range(2_500):
        what = chance.random()
        if what < 0.25:
            compose(editor, "pin yin")
        elif what < 0.45:
            commit(editor, "? 要一台样机 😀 @周五")
        elif what < 0.5:
            QTest.mouseClick(
                editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(chance.randint(0, 290), chance.randint(0, 110))
            )
        else:
            QTest.keyClick(editor, chance.choice(KEYS), chance.choice(MODIFIERS))
        if step % 10 == 0:
            QApplication.processEvents()
        if len(editor.toPlainText()) > 5_000:
            editor.setPlainText("")
