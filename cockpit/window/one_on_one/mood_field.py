"""How the person feels, 1 to 5, by the arrow keys, the figures, or a click."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cockpit.language import tr
from cockpit.window.kit.theme import SMALL, sized, theme, theme_signals

_DOT, _GAP = 26, 5


class MoodField(QWidget):
    """Five circles. A figure or an arrow chooses; the chosen one again, or Delete, takes it back."""

    chosen = Signal(object)
    """The mood, or None."""

    def __init__(self) -> None:
        super().__init__()
        self._mood: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_signals.changed.connect(self.update)
        self.show_mood(None)

    @property
    def mood(self) -> int | None:
        """What is chosen."""
        return self._mood

    def show_mood(self, mood: int | None) -> None:
        """Show without telling anybody."""
        self._mood = mood
        self.setAccessibleName(tr("心情 {mood} / 5", mood=mood) if mood else tr("心情,还没选"))
        self.setToolTip(tr("1 低落,5 很好。Alt+1 到 Alt+5"))
        self.update()

    def choose(self, mood: int | None) -> None:
        """As if by hand."""
        self.show_mood(None if mood == self._mood else mood)
        self.chosen.emit(self._mood)

    def sizeHint(self) -> QSize:
        return QSize(5 * _DOT + 4 * _GAP + 4, _DOT + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}.get(
            Qt.Key(event.key()), 0
        )
        digit = event.key() - int(Qt.Key.Key_0)
        if step:
            wanted = max(1, min(5, (self._mood or 3) + step))
            if wanted != self._mood:
                self.choose(wanted)
        elif 1 <= digit <= 5:
            if digit != self._mood:
                self.choose(digit)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self._mood is not None:
                self.choose(self._mood)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = int((event.position().x() - 2) // (_DOT + _GAP)) + 1
        if 1 <= place <= 5:
            self.choose(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(1, 6):
            circle = QRectF(3 + (number - 1) * (_DOT + _GAP), 3, _DOT - 2, _DOT - 2)
            is_chosen = number == self._mood
            painter.setPen(QPen(look.accent if is_chosen else look.line, 1.2))
            painter.setBrush(look.accent_tint if is_chosen else look.card)
            painter.drawEllipse(circle)
            painter.setFont(sized(SMALL, bold=is_chosen))
            painter.setPen(look.accent if is_chosen else look.quiet)
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
