"""A grid that is written in like a spreadsheet: type, F2, Enter, Tab, Delete, copy and paste of blocks."""

import csv
from collections.abc import Callable, Mapping, Sequence
from io import StringIO

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from cockpit.window.kit.fields import TextField
from cockpit.window.kit.tables import Column, Table

CellKey = tuple[int, str]
"""Id of the row, key of the column."""

_STEPS = {
    Qt.Key.Key_Return: (1, 0), Qt.Key.Key_Enter: (1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Tab: (0, 1), Qt.Key.Key_Backtab: (0, -1),
}  # fmt: skip


EDITOR_WIDTH = 104
"""At least, in pixels: "1,200,000" has to be read while it is written."""


class EditableGrid(Table):
    """``text_of`` gives what stands in a cell when it is opened and what is copied; None for a cell that is not edited.

    ``edited`` is sent with the new texts by cell once something was written, pasted or taken away. The grid shows it
    only when its owner has written it and sets the rows again.
    """

    edited = Signal(object)
    PADDING = 8

    def __init__(
        self, columns: Sequence[Column], text_of: Callable[[int, str], str | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(columns, parent, compact=True, select_cells=True)
        self._text_of = text_of
        self._editor: CellEditor | None = None
        self._cells.PADDING = self.PADDING
        self.horizontalHeader().setStyleSheet(f"QHeaderView::section {{ padding: 8px {self.PADDING}px; }}")
        self.horizontalHeader().setSectionsClickable(False)
        self.open_on_single_click(False)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._move_editor)

    @property
    def editor(self) -> "CellEditor | None":
        """The field over the cell that is being written in."""
        return self._editor

    # --- keys and mouse ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._write(dict.fromkeys(self._chosen(), ""))
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.write_in()
        elif (
            typed.isprintable()
            and typed.strip()
            and not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        ):
            self.write_in(typed)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.write_in()

    def write_in(self, typed: str | None = None) -> None:
        """Open a field over the current cell, with its text or with what was typed instead."""
        index = self.currentIndex()
        if self._editor is not None or not index.isValid():
            return
        key = (self.rows.row(index.row()).id, self.rows.columns[index.column()].key)
        text = self._text_of(*key)
        if text is None:
            return
        self._editor = CellEditor(self.viewport(), key, text, typed)
        self._editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._editor.setAccessibleName(f"{self.rows.row(index.row()).label} {self.rows.columns[index.column()].title}")
        self._editor.finished.connect(self._finish)
        self._move_editor()
        self._editor.show()
        self._editor.setFocus()

    def _move_editor(self) -> None:
        """Over its cell, and wide enough for what is written where the cell is not."""
        if self._editor is not None:
            cell = self.visualRect(self.currentIndex())
            cell.setLeft(max(min(cell.left(), cell.right() - EDITOR_WIDTH), 0))
            self._editor.setGeometry(cell)

    def _finish(self, key: int) -> None:
        """Enter and the arrows go up and down, Tab sideways; Esc drops what was written."""
        editor, self._editor = self._editor, None
        if editor is None:
            return
        editor.hide()
        editor.deleteLater()
        if key:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if key != Qt.Key.Key_Escape:
            self._write({editor.cell: editor.text()})
        down, right = _STEPS.get(Qt.Key(key), (0, 0))
        if down or right:
            index = self.currentIndex()
            there = self.rows.index(index.row() + down, index.column() + right)
            if there.isValid():
                self.setCurrentIndex(there)

    # --- blocks -----------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """The selected cells, exact rather than as shown."""
        places = self._selected_places()
        if not places:
            return
        columns = sorted(set().union(*places.values()))
        out = StringIO()
        writer = csv.writer(out, delimiter="\t", lineterminator="\n")
        for number, chosen in places.items():
            writer.writerow([self._exact(number, column) if column in chosen else "" for column in columns])
        QGuiApplication.clipboard().setText(out.getvalue().removesuffix("\n"))

    def paste(self) -> None:
        """A block from a spreadsheet from the first chosen cell on; a single value goes into every chosen cell."""
        lines = list(csv.reader(StringIO(QGuiApplication.clipboard().text()), delimiter="\t"))
        places = self._selected_places()
        if not lines or not places or self.take_block(lines):
            return
        if len(lines) == 1 and len(lines[0]) == 1:
            self._write(dict.fromkeys(self._chosen(), lines[0][0]))
            return
        top, left = min(places), min(min(columns) for columns in places.values())
        texts: dict[CellKey, str] = {}
        for down, line in enumerate(lines):
            for right, text in enumerate(line):
                if top + down < self.rows.rowCount() and left + right < len(self.rows.columns):
                    key = (self.rows.row(top + down).id, self.rows.columns[left + right].key)
                    if self._text_of(*key) is not None:
                        texts[key] = text
        self._write(texts)

    def take_block(self, lines: Sequence[Sequence[str]]) -> bool:
        """Whether a block was put elsewhere than at the chosen cell. A grid that reads names in blocks overrides it."""
        del lines
        return False

    def _chosen(self) -> list[CellKey]:
        """The selected cells that can be written in."""
        keys = [
            (self.rows.row(number).id, self.rows.columns[column].key)
            for number, columns in self._selected_places().items()
            for column in sorted(columns)
        ]
        return [key for key in keys if self._text_of(*key) is not None]

    def _exact(self, number: int, column: int) -> str:
        row = self.rows.row(number)
        text = self._text_of(row.id, self.rows.columns[column].key)
        return row.cells[column].plain if text is None else text

    def _write(self, texts: Mapping[CellKey, str]) -> None:
        changed = {key: text.strip() for key, text in texts.items() if text.strip() != self._text_of(*key)}
        if changed:
            self.edited.emit(changed)


class NamedGrid(EditableGrid):
    """Names at the left, and columns that share what these leave. ``place_block`` takes a pasted block that finds its
    rows by the names in it; False: it goes where the cursor is.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        text_of: Callable[[int, str], str | None],
        place_block: Callable[[Sequence[Sequence[str]]], bool],
    ) -> None:
        super().__init__(columns, text_of)
        self._place_block = place_block

    def take_block(self, lines: Sequence[Sequence[str]]) -> bool:
        """Blocks with names find their rows by themselves."""
        return self._place_block(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_out()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Other headings."""
        super().set_columns(columns)
        self.share_out()

    def share_out(self) -> None:
        """Give the columns their widths."""
        raise NotImplementedError


class CellEditor(TextField):
    """The field over a cell. ``finished`` is sent once, with the key that ended it; 0 when the focus went elsewhere."""

    finished = Signal(int)

    def __init__(self, parent: QWidget, cell: CellKey, text: str, typed: str | None) -> None:
        super().__init__(text if typed is None else typed)
        self.setParent(parent)
        self.cell = cell
        self._is_over = False
        if typed is None:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if not self._composing and (key in _STEPS or key == Qt.Key.Key_Escape):
            event.accept()
            self._end(key)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Tab would go to the next widget before it is seen as a key.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in (
            Qt.Key.Key_Tab, Qt.Key.Key_Backtab,
        ):  # fmt: skip
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._end(0)

    def _end(self, key: int) -> None:
        if not self._is_over:
            self._is_over = True
            self.finished.emit(int(key))
