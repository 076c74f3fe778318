"""Lists whose lines open in place: what is shown is edited where it stands, without a dialog."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from cockpit.window.kit.theme import theme, theme_signals

_BAR_WIDTH = 10
"""Of a scroll bar, as the style sheet draws it."""


class Line(QFrame):
    """One thing. Enter, Space or a click opens its editor beneath; Esc closes it.

    ``key`` tells the thing from others over a reload. A ``framed`` line is a card of its own, the others are parted by
    thin lines.
    """

    toggled = Signal(object)
    left = Signal(object, int)
    """An arrow key was pressed on the line: itself and the key."""

    def __init__(self, key: object, *, framed: bool = False) -> None:
        super().__init__()
        self.key = key
        self._framed = framed
        self._hovered = self._by_keyboard = False
        self._editor: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.setSpacing(4)
        theme_signals.changed.connect(self.update)

    def make_editor(self) -> QWidget | None:
        """What is shown when the line opens; None for a line that cannot be opened."""
        return None

    @property
    def editor(self) -> QWidget | None:
        """The editor, while the line is open."""
        return self._editor

    def open(self) -> None:
        """Show the editor, and put the cursor into its first field."""
        if self._editor is None and (made := self.make_editor()):
            self._editor = made
            made.setCursor(Qt.CursorShape.ArrowCursor)
            self.column.addWidget(made)
            made.show()
            self.toggled.emit(self)
            made.setFocus()
            self.update()

    def close_editor(self) -> None:
        """What was not saved is dropped; the line has the focus again if its editor had it."""
        if self._editor is None:
            return
        editor, self._editor = self._editor, None
        had_focus = editor.isAncestorOf(QApplication.focusWidget() or self)
        self.column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        if had_focus:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.toggled.emit(self)
        self.update()

    # --- mouse and keys ---------------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and self._editor is None:
            self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self._editor is not None:
            self.close_editor()
        elif not self.hasFocus():
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.left.emit(self, int(key))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        look, is_open = theme(), self._editor is not None
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self._framed:
            painter.setBrush(look.card)
            painter.setPen(QPen(look.accent if self._hovered or is_open else look.line, 1))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        else:
            if self._hovered and not is_open:
                painter.fillRect(area, look.background)
            painter.fillRect(QRectF(0, area.height() - 1, area.width(), 1), look.line)
        if self.hasFocus() and self._by_keyboard:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 7, 7)


class LineList(QScrollArea):
    """Lines one below the other, at most one of them open. Up and Down go along them.

    ``left`` passes on arrow keys that lead out of the list, with the place of the line. ``on_card`` says what the list
    lies on.
    """

    left = Signal(int, int)

    def __init__(self, *, gap: int = 0, on_card: bool = True) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground = _Ground(on_card)
        self._column = QVBoxLayout(self._ground)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        self._column.addStretch(1)
        self.setWidget(self._ground)
        self.lines: list[Line] = []
        self._fit_height = False
        # Framed lines keep their width when the bar comes: it then takes the room that was left free for it.
        if gap:
            self.verticalScrollBar().rangeChanged.connect(self._make_room)
            self._make_room(0, 0)

    def set_fit_height(self) -> None:
        """As high as its lines, inside a page that scrolls."""
        self._fit_height = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these. A line that is open stays as it is if it is still among them: somebody is typing in it."""
        kept = {line.key: line for line in self.lines if line.editor is not None}
        focused = next((line.key for line in self.lines if line.hasFocus()), None)
        former, self.lines = self.lines, [kept.get(line.key, line) for line in lines]
        for line in former:
            if line not in self.lines:
                self._column.removeWidget(line)
                line.hide()
                line.deleteLater()
        for unused in lines:
            if unused not in self.lines:
                unused.deleteLater()
        for place, line in enumerate(self.lines):
            if line not in former:
                line.toggled.connect(self._toggled)
                line.left.connect(self._go)
            self._column.insertWidget(place, line)
            line.show()
        for line in self.lines:
            if focused is not None and line.key == focused and line.editor is None:
                line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._settle()

    def add_lines(self, lines: Sequence[Line]) -> None:
        """More of them beneath: a long list is shown in parts, so that the window never waits for it."""
        for line in lines:
            line.toggled.connect(self._toggled)
            line.left.connect(self._go)
            self._column.insertWidget(len(self.lines), line)
            self.lines.append(line)
            line.show()
        self._settle()

    def line(self, key: object) -> Line | None:
        """The line of the thing with this key."""
        return next((line for line in self.lines if line.key == key), None)

    def focus_line(self, place: int) -> bool:
        """Put the focus on the line at this place, or the nearest; False when there is none."""
        if not self.lines:
            return False
        line = self.lines[max(0, min(place, len(self.lines) - 1))]
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(line, 0, 8)
        return True

    def _toggled(self, line: Line) -> None:
        if line.editor is not None:
            for other in self.lines:
                if other is not line:
                    other.close_editor()
        self._settle()
        self.ensureWidgetVisible(line, 0, 8)

    def _go(self, line: Line, key: int) -> None:
        place = self.lines.index(line)
        step = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}.get(key, 0)
        if step and 0 <= place + step < len(self.lines):
            self.focus_line(place + step)
        else:
            self.left.emit(place, key)

    def _settle(self) -> None:
        if self._fit_height:
            self._column.activate()
            width = self.viewport().width()
            height = self._column.heightForWidth(width) if self._column.hasHeightForWidth() else -1
            self.setFixedHeight(max(height, self._column.sizeHint().height() if height < 0 else height))

    def _make_room(self, _: int, end: int) -> None:
        self._column.setContentsMargins(0, 0, 0 if end else _BAR_WIDTH, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()


class _Ground(QWidget):
    """What the lines lie on: a card, or the page."""

    def __init__(self, on_card: bool) -> None:
        super().__init__()
        self._on_card = on_card
        theme_signals.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme().card if self._on_card else theme().background)
