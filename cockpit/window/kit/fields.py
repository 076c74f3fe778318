"""Fields for editing in place: words, days, choices, and a form that holds them. Enter saves; an input method that is
composing keeps its Enter and its Esc."""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.model import formats
from cockpit.window.kit.cards import GRID, label, restyle
from cockpit.window.kit.plain_editor import PlainEditor
from cockpit.window.kit.theme import USUAL, sized

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TextField(QLineEdit):
    """A line of words. ``returnPressed`` is not sent while an input method composes."""

    def __init__(self, text: str = "", hint: str = "") -> None:
        super().__init__(text)
        self.setPlaceholderText(hint)
        self._composing = False

    @property
    def is_composing(self) -> bool:
        """An input method has letters in the making: nothing may be written into the field."""
        return self._composing

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing and event.key() in (*_ENTER, Qt.Key.Key_Escape):
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in _ENTER:
            # Done here; the line around it would take it as a wish to open.
            event.accept()


class WordsField(PlainEditor):
    """A few lines of words. Enter sends ``accepted``; Tab goes on to the next field."""

    accepted = Signal()

    def __init__(self, text: str = "", hint: str = "", *, lines: int = 2) -> None:
        super().__init__(text)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self._lines = lines
        # The words are broken into lines; filled before it has its width it would show a bar all the same.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(120, QFontMetrics(sized(USUAL)).lineSpacing() * self._lines + 16)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_composing:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @property
    def words(self) -> str:
        """What stands in the field, in one line."""
        return " ".join(self.toPlainText().split())


class UnderstoodField(QWidget):
    """Something that is read as it is typed; what was understood stands beside it."""

    accepted = Signal()
    changed = Signal()

    def __init__(self, text: str = "", hint: str = "") -> None:
        super().__init__()
        self.field = TextField(text, hint)
        self._understood = label("", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.field, 1)
        row.addWidget(self._understood)
        self.setFocusProxy(self.field)
        self.field.returnPressed.connect(self.accepted)
        self.field.textChanged.connect(self._say)
        self._say()

    @property
    def is_wrong(self) -> bool:
        """Something stands there that cannot be read."""
        raise NotImplementedError

    @property
    def understood(self) -> str:
        """What was read, in words; empty for nothing."""
        raise NotImplementedError

    def _say(self) -> None:
        self._understood.setText(tr("看不懂") if self.is_wrong else self.understood)
        restyle(self._understood, "act" if self.is_wrong else "quiet")
        self.changed.emit()


class DayField(UnderstoodField):
    """A day as it is typed: 12-31, 2026-12-31, +3."""

    def __init__(self, today: date, value: date | None = None) -> None:
        self._today = today
        super().__init__("" if value is None else value.isoformat(), tr("例如 12-31 或 +3"))

    @property
    def day(self) -> date | None:
        """The day; None for an empty field, and for what is no day."""
        return read_day(self.field.text(), self._today)

    @property
    def is_wrong(self) -> bool:
        """Something stands there that is no day."""
        return bool(self.field.text().strip()) and self.day is None

    @property
    def understood(self) -> str:
        return formats.day_short(self.day) if self.day else ""


def read_day(text: str, today: date) -> date | None:
    """A day from what was typed; without a year the next such day is meant."""
    typed = text.strip()
    try:
        if found := re.fullmatch(r"\+(\d{1,3})", typed):
            return today + timedelta(days=int(found[1]))
        if found := re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", typed):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := re.fullmatch(r"(\d{1,2})[-/.月](\d{1,2})日?", typed):
            day = date(today.year, int(found[1]), int(found[2]))
            return day if day >= today else date(today.year + 1, int(found[1]), int(found[2]))
    except ValueError:
        return None
    return None


class ChoiceField(QComboBox):
    """One of a few, each with a value behind its words. The wheel scrolls the page, unless the field has the focus."""

    def __init__(self, choices: Iterable[tuple[str, object]], chosen: object = None) -> None:
        super().__init__()
        for words, value in choices:
            self.addItem(words, value)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)

    def wheelEvent(self, event: object) -> None:
        if self.hasFocus():
            super().wheelEvent(event)  # type: ignore[arg-type]
        else:
            event.ignore()  # type: ignore[attr-defined]


class Form(QWidget):
    """Fields with a quiet name above each, and what can be done beneath them."""

    def __init__(self, columns: int = 1) -> None:
        super().__init__()
        self._columns = columns
        self._cells = 0
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 4, 0, 0)
        self.column.setSpacing(GRID)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(GRID)
        self.column.addLayout(self.grid)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(GRID)
        self.column.addLayout(self.buttons)

    def share_width(self) -> None:
        """All columns are as wide as each other, whatever stands in them."""
        for place in range(self._columns):
            self.grid.setColumnStretch(place, 1)

    def add(self, name: str, field: QWidget, span: int = 1) -> None:
        """A field with its name; ``span`` says over how many columns it goes."""
        row, place = divmod(self._cells, self._columns)
        if place + span > self._columns:
            row, place = row + 1, 0
        cell = QVBoxLayout()
        cell.setSpacing(4)
        # The same word may stand inside a sentence elsewhere, in small letters.
        name = name[:1].upper() + name[1:]
        named = label(name, "quiet")
        named.setBuddy(field)
        # A field that is made of others passes its name on to what has the focus.
        (field.focusProxy() or field).setAccessibleName(name)
        cell.addWidget(named)
        cell.addWidget(field)
        cell.addStretch(1)
        self.grid.addLayout(cell, row, place, 1, span)
        self._cells = row * self._columns + place + span
        if self.focusProxy() is None:
            self.setFocusProxy(field)


def on_accept(run: Callable[[], None], *fields: QWidget) -> None:
    """Enter in any of these fields runs it."""
    for field in fields:
        if isinstance(field, WordsField | DayField):
            field.accepted.connect(run)
        elif isinstance(field, QLineEdit):
            field.returnPressed.connect(run)
