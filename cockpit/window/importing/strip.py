"""A sentence under the title, on the tint of its state: what went wrong and what to do, or what went well."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from cockpit.window.kit.theme import SYMBOLS, State, theme, theme_signals


class Strip(QLabel):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setContentsMargins(12, 8, 12, 8)
        self._state: State = "act"
        theme_signals.changed.connect(self.update)
        self.hide()

    def say(self, words: str, state: State = "act") -> None:
        """Say ``words``; nothing hides the strip."""
        self._state = state
        self.setText(f"{SYMBOLS[state]} {words}" if words else "")
        self.setVisible(bool(words))
        self.update()
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_tint(self, self._state)
        super().paintEvent(event)


def paint_tint(widget: QWidget, state: State) -> None:
    """A rounded surface in the tint of a state."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().of_state(state)[1])
    painter.drawRoundedRect(QRectF(widget.rect()), 6, 6)
    painter.end()
