"""The one table of the program: ready strings in fixed rows, tags and small lines painted, keys as in a spreadsheet."""

from collections.abc import Callable, Sequence
from typing import Any, Literal, Protocol

from attrs import field, frozen
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cockpit.window.kit.theme import SMALL, SYMBOLS, State, sized, theme, theme_signals

Index = QModelIndex | QPersistentModelIndex
Align = Literal["left", "right"]
ROW_HEIGHT, COMPACT_ROW_HEIGHT = 42, 34


@frozen
class Column:
    """A column: ``width`` in pixels, 0 takes what is left. Numbers stand at the right. ``key`` names it to others."""

    key: str
    title: str
    width: int = 0
    align: Align = "left"
    tip: str = ""


@frozen
class Cell:
    """What a cell shows, ready. ``sort`` is what it is sorted by, ``state`` makes it a tag, ``line`` a small line.

    ``quiet_text`` stands after the text in the quiet colour. ``tip`` is the full value.
    """

    text: str
    sort: Any = None
    state: State | None = None
    tip: str = ""
    quiet_text: str = ""
    line: tuple[float, ...] = ()
    strong: bool = False
    quiet: bool = False

    @property
    def plain(self) -> str:
        """As copied, searched and read aloud."""
        return " ".join(part for part in (self.text, self.quiet_text) if part)


@frozen
class Row:
    """A row: the id of the thing it shows, and a cell for each column."""

    id: int
    cells: tuple[Cell, ...]
    label: str = field(default="")


class RowSource(Protocol):
    """Rows that are fetched when they come into sight: a result of 100,000 rows is not made ready at once."""

    def count(self) -> int:
        """How many rows there are."""

    def fetch(self, offset: int, limit: int) -> Sequence[Row]:
        """Rows from ``offset``, at most ``limit``."""


class ListSource:
    """Rows that are all there."""

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        self.rows = list(rows)

    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def fetch(self, offset: int, limit: int) -> Sequence[Row]:
        """A slice."""
        return self.rows[offset : offset + limit]


class RowsModel(QAbstractTableModel):
    """Rows for a table. ``data`` only returns what is ready."""

    PAGE = 200

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._source: RowSource = ListSource()
        self._count = 0
        self._pages: dict[int, Sequence[Row]] = {}

    def set_source(self, source: RowSource) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._source, self._count, self._pages = source, source.count(), {}
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Other columns, e.g. in another language; the rows have to follow."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._count, self._pages, self._source = 0, {}, ListSource()
        self.endResetModel()

    @property
    def source(self) -> RowSource:
        """Where the rows come from."""
        return self._source

    def row(self, number: int) -> Row:
        """The row shown at ``number``."""
        page, place = divmod(number, self.PAGE)
        if page not in self._pages:
            if len(self._pages) > 50:
                self._pages.clear()
            self._pages[page] = self._source.fetch(page * self.PAGE, self.PAGE)
        return self._pages[page][place]

    def cell(self, index: Index) -> Cell:
        """The cell at an index."""
        return self.row(index.row()).cells[index.column()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index).text
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.cell(index).tip or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[index.column()].align == "right" else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cell = self.cell(index)
            return f"{self.columns[index.column()].title}: {cell.plain}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            column = self.columns[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return column.title
            if role == Qt.ItemDataRole.ToolTipRole:
                return column.tip or None
            if role == Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.align == "right" else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
        return None


class CellDelegate(QStyledItemDelegate):
    """Paints every kind of cell: text, tag, small line."""

    PADDING = 12

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RowsModel)
        cell, column, look = model.cell(index), model.columns[index.column()], theme()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.accent_tint)
        painter.setPen(look.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.accent, 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), 4, 4)
        inside = rect.adjusted(self.PADDING, 0, -self.PADDING, 0)
        if cell.state is not None and cell.text:
            inside.setLeft(self._tag(painter, inside, cell) + 10)
        elif cell.text:
            font = sized(option.font.pixelSize(), bold=cell.strong)  # type: ignore[attr-defined]
            painter.setFont(font)
            painter.setPen(look.quiet if cell.quiet else look.text)
            side = Qt.AlignmentFlag.AlignRight if column.align == "right" else Qt.AlignmentFlag.AlignLeft
            text = painter.fontMetrics().elidedText(cell.text, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside, side | Qt.AlignmentFlag.AlignVCenter, text)
            inside.setLeft(inside.left() + painter.fontMetrics().horizontalAdvance(text) + 10)
        if cell.quiet_text and inside.width() > 12:
            painter.setFont(sized(SMALL))
            painter.setPen(look.quiet)
            text = painter.fontMetrics().elidedText(cell.quiet_text, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        if len(cell.line) > 1 and inside.width() >= 24:
            color = look.of_state(cell.state)[0] if cell.state else look.quiet
            paint_small_line(painter, QRectF(inside.left(), rect.center().y() - 9, min(inside.width(), 56), 18), cell.line, QPen(color, 1.6))
        painter.restore()

    def _tag(self, painter: QPainter, inside: QRect, cell: Cell) -> int:
        assert cell.state is not None
        color, tint = theme().of_state(cell.state)
        painter.setFont(sized(SMALL + 1))
        words = f"{SYMBOLS[cell.state]} {cell.text}"
        text = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inside.width() - 16)
        width = painter.fontMetrics().horizontalAdvance(text) + 16
        box = QRect(inside.left(), inside.center().y() - 12, width, 24)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(color)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return box.right()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW_HEIGHT)


def paint_small_line(painter: QPainter, area: QRectF, values: Sequence[float], pen: QPen) -> None:
    """A line without axes through ``values``, the lowest at the foot of ``area``."""
    low, high = min(values), max(values)
    span = (high - low) or 1.0
    step = area.width() / (len(values) - 1)
    points = [
        QPointF(area.left() + place * step, area.bottom() - (value - low) / span * area.height())
        for place, value in enumerate(values)
    ]
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points))


class Table(QTableView):
    """A table. Click or Enter opens a row; a click on a heading sorts; Ctrl+C copies as a spreadsheet takes it.

    ``sort_asked`` is sent when the rows come from elsewhere than a list: their owner sorts them (in SQL).
    """

    opened = Signal(int)
    cell_opened = Signal(int, str)
    sort_asked = Signal(str, bool)

    def __init__(
        self, columns: Sequence[Column], parent: QWidget | None = None, *, compact: bool = False, select_cells: bool = False
    ) -> None:
        super().__init__(parent)
        self.rows = RowsModel(columns, self)
        self.setModel(self.rows)
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(
            QAbstractItemView.SelectionBehavior.SelectItems if select_cells else QAbstractItemView.SelectionBehavior.SelectRows
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(COMPACT_ROW_HEIGHT if compact else ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(False)
        header.setMinimumSectionSize(40)
        header.sectionClicked.connect(self._sort)
        self._sorted: tuple[int, bool] | None = None
        self._empty_words = ""
        self._fit_height = False
        self._single_click_opens = True
        self.clicked.connect(self._clicked)
        theme_signals.changed.connect(self.viewport().update)
        self._lay_out()

    # --- what it shows ----------------------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, sorted as they were before; the chosen row stays chosen if it is still there."""
        chosen = self.current_id()
        source = ListSource(rows)
        if self._sorted:
            self._sort_list(source, *self._sorted)
        self.rows.set_source(source)
        self._settle()
        if chosen is not None:
            self.choose(chosen)

    def set_source(self, source: RowSource) -> None:
        """Show rows that are fetched as they come into sight."""
        self.rows.set_source(source)
        self._settle()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Other headings, e.g. in another language."""
        self.rows.set_columns(columns)
        self._lay_out()

    def set_empty_words(self, words: str) -> None:
        """What stands in an empty table: what would fill it."""
        self._empty_words = words
        self.viewport().update()

    def set_fit_height(self, fit: bool = True) -> None:
        """As high as its rows, for tables inside a page that scrolls."""
        self._fit_height = fit
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fit else Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._settle()

    def open_on_single_click(self, yes: bool) -> None:
        """False where cells are edited in place: then a double click or Enter opens."""
        self._single_click_opens = yes

    def choose(self, row_id: int) -> None:
        """Make the row with this id the current one, if a list of rows holds it."""
        source = self.rows.source
        if isinstance(source, ListSource):
            for number, row in enumerate(source.rows):
                if row.id == row_id:
                    self.setCurrentIndex(self.rows.index(number, max(0, self.currentIndex().column())))
                    return

    def current_id(self) -> int | None:
        """The id of the current row."""
        index = self.currentIndex()
        return self.rows.row(index.row()).id if index.isValid() and index.row() < self.rows.rowCount() else None

    def selected_ids(self) -> list[int]:
        """The ids of all rows that are selected, in the order shown."""
        numbers = sorted({index.row() for index in self.selectedIndexes()})
        return [self.rows.row(number).id for number in numbers]

    # --- what the user does -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """The selected cells to the clipboard, tabs between columns, as Excel takes them."""
        indexes = self.selectedIndexes()
        if not indexes:
            return
        lines: dict[int, dict[int, str]] = {}
        for index in indexes:
            lines.setdefault(index.row(), {})[index.column()] = self.rows.cell(index).plain
        columns = sorted({index.column() for index in indexes})
        text = "\n".join("\t".join(lines[row].get(column, "") for column in columns) for row in sorted(lines))
        QGuiApplication.clipboard().setText(text)

    def mouseDoubleClickEvent(self, event: Any) -> None:
        super().mouseDoubleClickEvent(event)
        if not self._single_click_opens:
            self._open(self.indexAt(event.position().toPoint()))

    def _clicked(self, index: QModelIndex) -> None:
        plain = not QGuiApplication.keyboardModifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if self._single_click_opens and plain:
            self._open(index)

    def _open(self, index: Index) -> None:
        if index.isValid():
            row = self.rows.row(index.row())
            self.cell_opened.emit(row.id, self.rows.columns[index.column()].key)
            self.opened.emit(row.id)

    def _sort(self, section: int) -> None:
        descending = self.rows.columns[section].align == "right"
        if self._sorted and self._sorted[0] == section:
            descending = not self._sorted[1]
        self._sorted = (section, descending)
        self.horizontalHeader().setSortIndicatorShown(True)
        self.horizontalHeader().setSortIndicator(
            section, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        )
        source = self.rows.source
        if isinstance(source, ListSource):
            self._sort_list(source, section, descending)
            self.rows.set_source(source)
        else:
            self.sort_asked.emit(self.rows.columns[section].key, descending)

    @staticmethod
    def _sort_list(source: ListSource, section: int, descending: bool) -> None:
        def key(row: Row) -> Any:
            cell = row.cells[section]
            return cell.text if cell.sort is None else cell.sort

        # What has no value stands last both ways.
        known, missing = [], []
        for row in source.rows:
            cell = row.cells[section]
            (missing if cell.sort is None and not _has_text(cell) else known).append(row)
        numbers = all(isinstance(key(row), (int, float)) for row in known)
        ready: Callable[[Row], Any] = key if numbers else lambda row: str(key(row))
        source.rows = sorted(known, key=ready, reverse=descending) + missing

    def _lay_out(self) -> None:
        header = self.horizontalHeader()
        stretch = [place for place, column in enumerate(self.rows.columns) if not column.width]
        for place, column in enumerate(self.rows.columns):
            if column.width:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(place, column.width)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(not stretch)

    def _settle(self) -> None:
        if self._fit_height:
            rows = max(1, self.rows.rowCount()) * self.verticalHeader().defaultSectionSize()
            self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.rows.rowCount() and self._empty_words:
            painter = QPainter(self.viewport())
            painter.setPen(theme().quiet)
            painter.drawText(
                self.viewport().rect().adjusted(16, 0, -16, 0),
                Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
                self._empty_words,
            )


def _has_text(cell: Cell) -> bool:
    return bool(cell.text) and cell.text != "—"
