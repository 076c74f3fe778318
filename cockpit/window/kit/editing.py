"""Writing in a cell: a field over it, checked when it is left; what is no value stays in sight with the reason."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLabel,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cockpit.errors import CockpitError
from cockpit.window.kit.cells import CellDelegate
from cockpit.window.kit.fields import ChoiceField, TextField
from cockpit.window.kit.rows import Index, RowsModel
from cockpit.window.kit.theme import theme

EDITOR_WIDTH = 120
"""At least, in pixels, so that what is written can be read."""
_STEPS = {
    Qt.Key.Key_Return: (1, 0), Qt.Key.Key_Enter: (1, 0), Qt.Key.Key_Tab: (0, 1), Qt.Key.Key_Backtab: (0, -1),
}  # fmt: skip


class Editing(Protocol):
    """What a cell may be, asked of the owner of the rows."""

    def choices(self, number: int, key: str) -> tuple[Sequence[tuple[str, object]], object] | None:
        """What the cell may be and what it is; None for a cell that is typed."""

    def text(self, number: int, key: str) -> str:
        """What stands in the field when a typed cell is opened."""

    def read(self, number: int, key: str, text: str) -> object:
        """The value of what was typed. Raises CockpitError, which says why it is none."""

    def understood(self, number: int, key: str, text: str) -> str:
        """How the text is understood, said while it is typed; empty where that goes without saying."""


class CellField(TextField):
    """The field over a typed cell. ``composing`` while an input method is at work in it."""

    def __init__(self, number: int, key: str) -> None:
        super().__init__()
        self.number, self.key = number, key
        self.is_seeded = False
        self.setStyleSheet("border-radius: 0; min-height: 20px;")

    @property
    def composing(self) -> bool:
        """Whether an input method is at work: its Enter and Esc are its own."""
        return self._composing


class CellChoice(ChoiceField):
    """The choice over a cell that is one of a few."""

    def __init__(self, number: int, key: str, choices: Sequence[tuple[str, object]], chosen: object) -> None:
        super().__init__(choices, chosen)
        self.number, self.key = number, key
        self.setStyleSheet("border-radius: 0; min-height: 20px;")


class Whisper(QLabel):
    """The line beneath a field: how it is understood, or why it is not."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, words: str, below: QRect, *, wrong: bool = False) -> None:
        """Say it beneath (above, at the foot of the table) this place; nothing is said with no words."""
        if not words:
            self.hide()
            return
        look = theme()
        color, tint = (look.act, look.act_tint) if wrong else (look.accent, look.accent_tint)
        self.setStyleSheet(
            f"background: {tint.name()}; color: {color.name()}; padding: 4px 8px; border-radius: 4px; font-size: 12px;"
        )
        self.setText(f"! {words}" if wrong else words)
        self.adjustSize()
        parent = self.parentWidget()
        assert parent is not None
        room = parent.rect()
        top = below.bottom() + 2 if below.bottom() + 2 + self.height() <= room.bottom() else below.top() - self.height()
        self.move(max(0, min(below.left(), room.right() - self.width())), top)
        self.show()
        self.raise_()


class EditingDelegate(CellDelegate):
    """Cells that are written in. ``written`` is sent with id, column and value; ``refused`` with what was typed and
    why it is no value, when the field is left with it; ``moved`` with the step to the next cell."""

    written = Signal(object, str, object)
    refused = Signal(object, str, str, str)
    moved = Signal(int, int)

    def __init__(self, table: QTableView, editing: Editing) -> None:
        super().__init__(table)
        self._table, self._editing = table, editing
        self._whisper = Whisper(table.viewport())
        self.editor: CellField | CellChoice | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # The chosen row is told from the others, so that the pane beside is read as its own.
        if index.row() == self._table.currentIndex().row():
            painter.fillRect(option.rect, theme().background)
        super().paint(painter, option, index)

    # --- the field over the cell ------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, _: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, RowsModel)
        row, column = model.row(index.row()), model.columns[index.column()]
        offered = self._editing.choices(row.id, column.key)
        made: CellField | CellChoice
        if offered is None:
            made = CellField(row.id, column.key)
            made.textEdited.connect(self._say_understood)
        else:
            made = CellChoice(row.id, column.key, *offered)
            made.activated.connect(lambda _: self._take_choice())
            QTimer.singleShot(0, made, made.showPopup)
        made.setParent(parent)
        made.setAccessibleName(f"{row.label} {column.title}")
        self.editor = made
        return made

    def setEditorData(self, editor: QWidget, _: Index) -> None:
        # Once: the model says that a cell has changed while somebody is writing in it, and that must not wipe it.
        if isinstance(editor, CellField) and not editor.is_seeded:
            editor.is_seeded = True
            editor.setText(self._editing.text(editor.number, editor.key))
            editor.selectAll()

    def setModelData(self, editor: QWidget, _: QAbstractItemModel, __: Index) -> None:
        if isinstance(editor, CellField):
            try:
                value = self._editing.read(editor.number, editor.key, editor.text())
            except CockpitError as error:
                self.refused.emit(editor.number, editor.key, editor.text(), str(error))
                return
            self.written.emit(editor.number, editor.key, value)
        elif isinstance(editor, CellChoice):
            self.written.emit(editor.number, editor.key, editor.currentData())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _: Index) -> None:
        place: QRect = option.rect
        editor.setGeometry(place.left(), place.top(), max(place.width(), EDITOR_WIDTH), place.height() - 1)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self._whisper.hide()
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.editor:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            composing = isinstance(watched, CellField) and watched.composing
            if composing and (step or event.key() == Qt.Key.Key_Escape):
                return False
            if step and isinstance(watched, CellField | CellChoice):
                if self._may_leave(watched):
                    self._leave(watched)
                    self.moved.emit(*step)
                return True
        return super().eventFilter(watched, event)

    def _leave(self, editor: CellField | CellChoice) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _take_choice(self) -> None:
        if isinstance(self.editor, CellChoice):
            self._leave(self.editor)

    def _may_leave(self, editor: CellField | CellChoice) -> bool:
        """Enter in a field with something that is no value says why and stays."""
        if isinstance(editor, CellField):
            try:
                self._editing.read(editor.number, editor.key, editor.text())
            except CockpitError as error:
                self._whisper.say(str(error), editor.geometry(), wrong=True)
                return False
        return True

    def _say_understood(self, text: str) -> None:
        editor = self.editor
        if isinstance(editor, CellField):
            self._whisper.say(self._editing.understood(editor.number, editor.key, text), editor.geometry())
