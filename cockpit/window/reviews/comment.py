"""The manager's comment on a cycle: a few lines, saved by themselves."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from cockpit.window.kit.plain_editor import PlainEditor

PAUSE_MS = 1_500
"""After so long without a key what stands there is saved: each save is a step that undo takes back."""


class CommentField(PlainEditor):
    """``saved`` is sent with the words after a pause, on Ctrl+Enter, and when the field is left."""

    saved = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setMinimumHeight(96)
        self._stored = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.save)
        self.textChanged.connect(self._pause.start)

    def show_words(self, words: str) -> None:
        """What is stored; what somebody is typing stays as it is."""
        unsaved = self.toPlainText().strip() != self._stored.strip()
        self._stored = words
        if self.hasFocus() and (unsaved or self.is_composing) or self.toPlainText() == words:
            return
        self.blockSignals(True)
        self.setPlainText(words)
        self.blockSignals(False)
        self._pause.stop()

    def begin(self, words: str) -> None:
        """Another cycle's comment: nothing of the one before is left."""
        self._stored = words
        self._pause.stop()
        self.blockSignals(True)
        self.setPlainText(words)
        self.blockSignals(False)

    def save(self) -> None:
        """Send what was changed; not in the middle of a composition."""
        if self.is_composing:
            self._pause.start()
            return
        self._pause.stop()
        words = self.toPlainText().strip()
        if words != self._stored.strip():
            self._stored = words
            self.saved.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.save()
