"""The one table of the program: ready strings in fixed rows, keys as in a spreadsheet, rows that open."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cockpit.window.kit.cells import CellDelegate
from cockpit.window.kit.rows import Cell, Column, Index, ListSource, Row, RowsModel, RowSource
from cockpit.window.kit.theme import SMALL, USUAL, sized, theme, theme_signals

__all__ = ["Cell", "Column", "ListSource", "Row", "RowSource", "RowsModel", "Table", "heading_width"]

ROW_HEIGHT, COMPACT_ROW_HEIGHT = 42, 32


class Table(QTableView):
    """A table. Click or Enter opens a row; a click on a heading sorts; Ctrl+C copies as a spreadsheet takes it.

    ``sort_asked`` is sent when the rows come from elsewhere than a list: their owner sorts them (in SQL).
    """

    opened = Signal(int)
    cell_opened = Signal(int, str)
    sort_asked = Signal(str, bool)

    def __init__(
        self,
        columns: Sequence[Column],
        parent: QWidget | None = None,
        *,
        compact: bool = False,
        select_cells: bool = False,
    ) -> None:
        super().__init__(parent)
        self.rows = RowsModel(columns, self)
        self.setModel(self.rows)
        self._cells = CellDelegate(self)
        self.setItemDelegate(self._cells)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        behaviour = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behaviour.SelectItems if select_cells else behaviour.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        # Asking every row for its height takes 10 s for 50,000 rows.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(COMPACT_ROW_HEIGHT if compact else ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(40)
        header.sectionClicked.connect(self._sort)
        # To paint a heading Qt asks every row whether the whole column is selected: seconds for 100,000 of them.
        header.setSelectionModel(QItemSelectionModel(self.rows, header))
        self._sorted: tuple[int, bool] | None = None
        self._empty_words = ""
        self._fit_height = False
        self._single_click_opens = True
        self.clicked.connect(self._clicked)
        theme_signals.changed.connect(self.viewport().update)
        self._lay_out()

    # --- what it shows ----------------------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, sorted as they were before; the chosen cell stays chosen if it is still there."""
        chosen, column, scrolled = self.current_id(), self.currentIndex().column(), self.verticalScrollBar().value()
        source = ListSource(rows)
        if self._sorted:
            source.sort(*self._sorted)
        self.set_source(source)
        if chosen is not None:
            self.choose(chosen, column)
        self.verticalScrollBar().setValue(scrolled)

    def set_source(self, source: RowSource) -> None:
        """Show rows that are fetched as they come into sight."""
        self.rows.set_source(source)
        self._settle()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Other headings, e.g. in another language; the rows have to follow. A column by which they are sorted may have
        another place now, or none."""
        by = self.rows.columns[self._sorted[0]].key if self._sorted else None
        self.rows.set_columns(columns)
        if self._sorted:
            place = next((place for place, column in enumerate(columns) if column.key == by), -1)
            self._sorted = (place, self._sorted[1]) if place >= 0 else None
            self.rows.mark_sorted(place, bool(self._sorted and self._sorted[1]))
        self._lay_out()

    def set_empty_words(self, words: str) -> None:
        """What stands in an empty table: what would fill it."""
        self._empty_words = words
        self.viewport().update()

    def set_fit_height(self, fit: bool = True) -> None:
        """As high as its rows, for tables inside a page that scrolls."""
        self._fit_height = fit
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fit else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        self._settle()

    def open_on_single_click(self, yes: bool) -> None:
        """False where cells are edited in place: then a double click or Enter opens."""
        self._single_click_opens = yes

    def ring_rows(self) -> None:
        """The focus is shown around the whole row: for lists in which a row is chosen, and never a cell."""
        self._cells.rings_rows = True

    def choose(self, row_id: int, column: int | None = None) -> None:
        """Make the row with this id the current one, if a list of rows holds it; in the present column by default."""
        source = self.rows.source
        if isinstance(source, ListSource):
            for number, row in enumerate(source.rows):
                if row.id == row_id:
                    place = self.currentIndex().column() if column is None else column
                    self.setCurrentIndex(self.rows.index(number, max(0, place)))
                    return

    def current_id(self) -> int | None:
        """The id of the current row."""
        index = self.currentIndex()
        return self.rows.row(index.row()).id if index.isValid() and index.row() < self.rows.rowCount() else None

    def selected_ids(self) -> list[int]:
        """The ids of all rows that are selected, in the order shown."""
        return [self.rows.row(number).id for number in self._selected_places()]

    def _selected_places(self) -> dict[int, set[int]]:
        """Row -> its selected columns, in the order shown. Ranges, as an index for each cell is slow with many rows."""
        places: dict[int, set[int]] = {}
        for selected in self.selectionModel().selection().toList():
            columns = range(selected.left(), selected.right() + 1)
            for number in range(selected.top(), selected.bottom() + 1):
                places.setdefault(number, set()).update(columns)
        return dict(sorted(places.items()))

    # --- what the user does -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing jumps to a row, but not where it would fetch all rows to find it."""
        if isinstance(self.rows.source, ListSource):
            super().keyboardSearch(search)

    def copy(self) -> None:
        """The selected cells to the clipboard, tabs between columns, as spreadsheets take them."""
        places = self._selected_places()
        if not places:
            return
        columns = [column for column in sorted(set().union(*places.values())) if not self.isColumnHidden(column)]
        lines = []
        for number, chosen in places.items():
            cells = self.rows.row(number).cells
            lines.append("\t".join(_as_field(cells[column].plain) if column in chosen else "" for column in columns))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if not self._single_click_opens and event.button() == Qt.MouseButton.LeftButton:
            self._open(self.indexAt(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._cells.hovered_row:
            self._cells.hovered_row = row
            pointing = row >= 0 and self._single_click_opens
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def _clicked(self, index: QModelIndex) -> None:
        choosing = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if self._single_click_opens and not QGuiApplication.keyboardModifiers() & choosing:
            self._open(index)

    def _open(self, index: Index) -> None:
        if index.isValid():
            row = self.rows.row(index.row())
            self.cell_opened.emit(row.id, self.rows.columns[index.column()].key)
            self.opened.emit(row.id)

    def _sort(self, section: int) -> None:
        # Of numbers the largest are looked for, of names the first.
        descending = self.rows.columns[section].align == "right"
        if self._sorted and self._sorted[0] == section:
            descending = not self._sorted[1]
        self._sorted = (section, descending)
        self.rows.mark_sorted(section, descending)
        source = self.rows.source
        if isinstance(source, ListSource):
            self.set_rows(source.rows)
        else:
            self.sort_asked.emit(self.rows.columns[section].key, descending)

    def fit_column(self, key: str, texts: Iterable[str], most: int) -> None:
        """Make a column wide enough for the longest of ``texts``, but at most ``most`` pixels; never narrower."""
        usual = QFontMetrics(sized(USUAL))
        wanted = max((usual.horizontalAdvance(text) for text in texts), default=0) + 2 * CellDelegate.PADDING + 2
        place = next(place for place, column in enumerate(self.rows.columns) if column.key == key)
        header = self.horizontalHeader()
        header.resizeSection(place, max(header.sectionSize(place), min(most, wanted)))

    # --- how it is laid out -----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        header = self.horizontalHeader()
        for place, column in enumerate(self.rows.columns):
            if column.width:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(place, max(column.width, heading_width(column.title)))
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(all(column.width for column in self.rows.columns))

    def _settle(self) -> None:
        if self._fit_height:
            rows = max(1, self.rows.rowCount()) * self.verticalHeader().defaultSectionSize()
            self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.rows.rowCount() and self._empty_words:
            painter = QPainter(self.viewport())
            painter.setPen(theme().quiet)
            painter.setFont(sized(USUAL))
            area = self.viewport().rect().adjusted(16, 0, -16, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty_words)


def heading_width(title: str) -> int:
    """Pixels that a column needs to say its title, which may be longer in another language."""
    return QFontMetrics(sized(SMALL)).horizontalAdvance(title) + 28


def _as_field(text: str) -> str:
    """A cell with a tab or a line break of its own, quoted as spreadsheets quote it."""
    quoted = text.replace('"', '""')
    return f'"{quoted}"' if "\t" in text or "\n" in text else text
