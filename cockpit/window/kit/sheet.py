"""A table of records that is written in like a spreadsheet, over as many rows as there are."""

import csv
from collections.abc import Collection, Sequence
from io import StringIO
from typing import Generic

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from cockpit.window.kit.editing import Editing, EditingDelegate
from cockpit.window.kit.id_source import IdSource, Record
from cockpit.window.kit.tables import Column, Table


class Sheet(Table, Generic[Record]):
    """F2, a double click or typing writes in a cell; Enter leads to the pane; Space turns the flag of a record; the
    menu of a heading says which columns are shown.

    ``flag_asked`` is sent with the records whose flag is to be turned, ``clear_asked`` with records and column,
    ``pasted`` with (record, column, text) of each cell that a block falls on, ``columns_chosen`` with the keys of those
    that are hidden, and ``escaped`` when Esc has nothing else to end.
    """

    flag_asked = Signal(object)
    clear_asked = Signal(object, str)
    pasted = Signal(object)
    columns_chosen = Signal(object)
    escaped = Signal()

    def __init__(
        self, columns: Sequence[Column], editing: Editing, flag: str, clearable: Collection[str],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """``flag``: the column that Space turns; ``clearable``: those that Delete empties."""
        super().__init__(columns, parent, compact=True, select_cells=True)
        self._flag, self._clearable = flag, clearable
        self.cells = EditingDelegate(self, editing)
        self._cells = self.cells
        self.setItemDelegate(self.cells)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked | trigger.AnyKeyPressed)
        self.open_on_single_click(False)
        self.horizontalHeader().setStretchLastSection(False)
        # The style draws a frame where the two bars meet.
        self.setCornerWidget(QWidget())
        self._hidden: frozenset[str] = frozenset()
        self.horizontalHeader().setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().customContextMenuRequested.connect(
            lambda place: self.choose_columns(self.horizontalHeader().mapToGlobal(place))
        )
        self.cells.moved.connect(self._step)
        # A row is told from the others where its current cell is.
        self.selectionModel().currentRowChanged.connect(lambda *_: self.viewport().update())

    @property
    def source(self) -> IdSource[Record] | None:
        """The records shown; None before the first were."""
        source = self.rows.source
        return source if isinstance(source, IdSource) else None

    @property
    def is_writing(self) -> bool:
        """Whether a field is open over a cell: the rows must not be taken away beneath it."""
        return self.cells.editor is not None

    def show_records(self, source: IdSource[Record], current: int | None = None) -> None:
        """Show these rows. ``current`` (else the record that was current) stays in its place on the screen."""
        former = self.source
        kept = self.current_id() if current is None else current
        row, column = self.currentIndex().row(), self.currentIndex().column()
        if former is not None and former.ids == source.ids and current is None:
            self.rows.reread(source)
            return
        height = self.verticalHeader().defaultSectionSize()
        offset = row * height - self.verticalScrollBar().value() if row >= 0 else 0
        self.set_source(source)
        place = source.place(kept) if kept is not None else None
        if place is None and row >= 0:
            place = min(row, source.count() - 1)
        if place is not None and place >= 0:
            # The first time the cursor stands in the name, behind the star.
            self.setCurrentIndex(self.rows.index(place, column if row >= 0 else 1))
            if current is None:
                self.verticalScrollBar().setValue(place * height - offset)
            else:
                self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    # --- which columns are shown ------------------------------------------------------------------------------

    @property
    def hidden(self) -> frozenset[str]:
        """The keys of the columns that are not shown."""
        return self._hidden

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Other headings; what is hidden stays so."""
        super().set_columns(columns)
        self.hide_columns(self._hidden)

    def hide_columns(self, keys: Collection[str]) -> None:
        """Show all but these; flag and name, the first two, are always shown."""
        always = {column.key for column in self.rows.columns[:2]}
        self._hidden = frozenset(keys) - always
        for place, column in enumerate(self.rows.columns):
            self.setColumnHidden(place, column.key in self._hidden)

    def choose_columns(self, where: QPoint) -> None:
        """Ask which columns are to be shown, in a menu at ``where`` on the screen."""
        menu = QMenu(self)
        for column in self.rows.columns[2:]:
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(column.key not in self._hidden)
            action.toggled.connect(lambda _, key=column.key: self._turn_column(key))
        menu.exec(where)
        menu.deleteLater()

    def _turn_column(self, key: str) -> None:
        self.hide_columns(self._hidden ^ {key})
        self.columns_chosen.emit(self._hidden)

    def selected_ids(self) -> list[int]:
        """The records of all rows in which a cell is selected; without reading them."""
        source = self.source
        return [source.ids[row] for rows in self.selected_rows() for row in rows] if source else []

    def selected_rows(self) -> list[range]:
        """The rows in which a cell is selected, from top to bottom, as ranges that have no row in common."""
        spans = sorted((chosen.top(), chosen.bottom() + 1) for chosen in self.selectionModel().selection().toList())
        merged: list[range] = []
        for start, end in spans:
            start = max(start, merged[-1].stop) if merged else start
            if start < end:
                merged.append(range(start, end))
        return merged

    def write_in(self, key: str) -> None:
        """Open the field over a cell of the current row."""
        row = self.currentIndex().row()
        place = next((n for n, column in enumerate(self.rows.columns) if column.key == key), None)
        if row >= 0 and place is not None:
            self.setCurrentIndex(self.rows.index(row, place))
            self.edit(self.currentIndex())

    # --- keys and mouse ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        on_flag = self._current_key() == self._flag
        if self.is_writing:
            # Until its first word is there, Qt leaves the focus here and hands what an input method says to the field.
            event.accept()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif on_flag and key in (Qt.Key.Key_F2, Qt.Key.Key_Space):
            self.flag_asked.emit(self.selected_ids())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._clear()
        elif key == Qt.Key.Key_Space:
            # A blank begins no value.
            event.accept()
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """A block of cells from the current one on; one cell alone goes into every selected one."""
        source, index = self.source, self.currentIndex()
        lines = list(csv.reader(StringIO(QGuiApplication.clipboard().text()), delimiter="\t"))
        if source is None or not index.isValid() or not lines:
            return
        shown = [place for place in range(len(self.rows.columns)) if not self.isColumnHidden(place)]
        if len(lines) == 1 and len(lines[0]) <= 1:
            text = lines[0][0] if lines[0] else ""
            falls = [
                (row, column, text)
                for chosen in self.selectionModel().selection().toList()
                for row in range(chosen.top(), chosen.bottom() + 1)
                for column in range(chosen.left(), chosen.right() + 1)
                if column in shown
            ]
        else:
            first = shown.index(index.column())
            falls = [
                (index.row() + down, column, text)
                for down, line in enumerate(lines)
                for column, text in zip(shown[first:], line, strict=False)
                if index.row() + down < source.count()
            ]
        self.pasted.emit([
            (source.ids[row], self.rows.columns[column].key, text)
            for row, column, text in falls
            if self.rows.columns[column].editable
        ])  # fmt: skip

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.rows.columns[index.column()].editable:
            # The kit's double click opens; here it writes.
            QTableView.mouseDoubleClickEvent(self, event)
        elif index.isValid() and self.rows.columns[index.column()].key == self._flag:
            self.flag_asked.emit([self.rows.row(index.row()).id])
        else:
            super().mouseDoubleClickEvent(event)

    def _current_key(self) -> str:
        index = self.currentIndex()
        return self.rows.columns[index.column()].key if index.isValid() else ""

    def _clear(self) -> None:
        """Empty the selected cells, where they lie in one column that may be empty."""
        columns = {
            column
            for chosen in self.selectionModel().selection().toList()
            for column in range(chosen.left(), chosen.right() + 1)
            if not self.isColumnHidden(column)
        }
        if len(columns) == 1 and (key := self.rows.columns[columns.pop()].key) in self._clearable:
            self.clear_asked.emit(self.selected_ids(), key)

    def _step(self, down: int, right: int) -> None:
        index = self.currentIndex()
        column = index.column() + right
        while right and self.isColumnHidden(column) and 0 <= column < len(self.rows.columns):
            column += right
        there = self.rows.index(index.row() + down, column)
        if there.isValid():
            self.setCurrentIndex(there)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
