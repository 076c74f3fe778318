"""What today asks for, each line a way to the place where it is done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics.today import TodayEntry
from cockpit.window.kit.cards import Tag, label
from cockpit.window.kit.page import Window


class TodayLine(QFrame):
    """One thing: a tag, what it is, and a quiet second line. Enter or a click leads there."""

    def __init__(self, entry: TodayEntry, window: Window) -> None:
        super().__init__()
        self._entry, self._window = entry, window
        self.setObjectName("todayLine")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{entry.tag} {entry.text} {entry.detail}".strip())
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(8)
        if entry.tag:
            row.addWidget(Tag(entry.tag, entry.state), alignment=Qt.AlignmentFlag.AlignTop)
        words = label(entry.text)
        words.setWordWrap(True)
        words.setContentsMargins(0, 2, 0, 0)
        row.addWidget(words, 1)
        column.addLayout(row)
        if entry.detail:
            detail = label(entry.detail, "quiet")
            detail.setWordWrap(True)
            column.addWidget(detail)

    def open(self) -> None:
        """Go to where it is done."""
        self._window.go(self._entry.page, **self._entry.arguments)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class TodayList(QWidget):
    """All of it, the most urgent first."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.setProperty("kind", "today")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._entries: list[TodayEntry] | None = None
        self._window = window
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addStretch(1)

    def show_entries(self, entries: list[TodayEntry]) -> None:
        """Show these; an empty day says so. What is unchanged stays, and so does the focus."""
        if entries == self._entries:
            return
        self._entries = entries
        focused = next((place for place, line in enumerate(self.lines) if line.hasFocus()), None)
        while self._column.count() > 1:
            taken = self._column.takeAt(0)
            if taken and (widget := taken.widget()):
                widget.hide()
                widget.deleteLater()
        if not entries:
            nothing = label(tr("今天没有到期的事。"), "quiet")
            nothing.setWordWrap(True)
            nothing.setContentsMargins(6, 0, 6, 0)
            self._column.insertWidget(0, nothing)
        for place, entry in enumerate(entries):
            self._column.insertWidget(place, TodayLine(entry, self._window))
        if focused is not None and entries:
            self.lines[min(focused, len(entries) - 1)].setFocus()

    @property
    def lines(self) -> list[TodayLine]:
        """The lines shown, from the top."""
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        return [line for item in items if item is not None and isinstance(line := item.widget(), TodayLine)]
