"""What a list is narrowed down by: words to look for, and choices whose offers change while the chosen one stays."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

from cockpit.window.kit.fields import TextField

SEARCH_AFTER = 180
"""Milliseconds from the last letter to the search."""


class SearchField(TextField):
    """Words to look for. Down or Enter leads into the table, Esc empties it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._composing and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.left.emit()
        elif not self._composing and event.key() == Qt.Key.Key_Escape:
            event.accept()
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)


def fill_choice(choice: QComboBox, choices: Sequence[tuple[str, object]]) -> None:
    """Other choices; the chosen value stays."""
    if [(choice.itemText(n), choice.itemData(n)) for n in range(choice.count())] == list(choices):
        return
    chosen = choice.currentData()
    with QSignalBlocker(choice):
        choice.clear()
        for words, value in choices:
            choice.addItem(words, value)
        choice.setCurrentIndex(max(0, choice.findData(chosen)))
