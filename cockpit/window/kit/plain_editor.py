"""A field for several lines in which an input method is at home."""

from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit


class PlainEditor(QPlainTextEdit):
    """Plain text. While an input method composes, every key is the input method's.

    Input methods keep their keys to themselves; one that comes through nevertheless would move Qt's pen beyond the end
    of the text, where the next step finds no line any more, or no memory.
    """

    _composing_line = -1

    @property
    def is_composing(self) -> bool:
        """An input method has letters in the making: nothing may be written into the text."""
        return bool(self.composed)

    @property
    def composed(self) -> str:
        """The letters in the making."""
        if self._composing_line < 0:
            return ""
        # None where the line is gone, e.g. because other text was set.
        layout = self.document().findBlockByNumber(self._composing_line).layout()
        return str(layout.preeditAreaText()) if layout is not None else ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._composing_line = self.textCursor().blockNumber() if event.preeditString() else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_composing:
            event.accept()
        else:
            super().keyPressEvent(event)
