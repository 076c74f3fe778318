"""The rows of a table, ready to be painted: strings that are formatted once, beside the values they are sorted by."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, Literal, Protocol

from attrs import field, frozen
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cockpit.model.formats import MISSING
from cockpit.window.kit.theme import State

Index = QModelIndex | QPersistentModelIndex
Align = Literal["left", "right"]


@frozen
class Column:
    """A column: ``width`` in pixels, 0 takes what is left. Numbers stand at the right. ``key`` names it to others.

    An ``editable`` one is written in by the delegate of a table that allows it.
    """

    key: str
    title: str
    width: int = 0
    align: Align = "left"
    tip: str = ""
    editable: bool = False


@frozen
class Cell:
    """What a cell shows, ready.

    ``sort`` is what it is sorted by (the text, if there is none). ``state`` makes it a tag; ``tone`` only colours the
    text, which then begins with a symbol of its own (▲ ▼). ``line`` is a small line after the text. ``quiet_text``
    stands after the text in the quiet colour. ``tip`` is the full value.
    """

    text: str
    sort: Any = None
    state: State | None = None
    tip: str = ""
    quiet_text: str = ""
    line: tuple[float, ...] = ()
    strong: bool = False
    quiet: bool = False
    tone: State | None = None

    @property
    def plain(self) -> str:
        """As copied, searched and read aloud."""
        return f"{self.text} {self.quiet_text}" if self.quiet_text else self.text


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
        """Rows from ``offset``, at most ``limit``. Called in the window's thread: it has to be quick."""


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

    def sort(self, column: int, descending: bool) -> None:
        """By the sort values of a column. What has no value stands last both ways; equal rows keep their order."""
        known: list[Row] = []
        missing: list[Row] = []
        for row in self.rows:
            cell = row.cells[column]
            has_value = cell.sort is not None or cell.text not in ("", MISSING)
            (known if has_value else missing).append(row)

        def value(row: Row) -> Any:
            cell = row.cells[column]
            return cell.text if cell.sort is None else cell.sort

        try:
            known.sort(key=value, reverse=descending)
        except TypeError:  # numbers beside words: a column that people filled in by hand
            known.sort(key=lambda row: str(value(row)), reverse=descending)
        self.rows = known + missing


class RowsModel(QAbstractTableModel):
    """Rows for a table. ``data`` only returns what is ready."""

    # A page is made ready when its first row is painted: not many more than are seen at once.
    PAGE, PAGES_KEPT = 40, 250

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._source: RowSource = ListSource()
        self._count = 0
        self._sorted: tuple[int, bool] | None = None
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()

    def set_source(self, source: RowSource) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._source, self._count = source, source.count()
        self._pages.clear()
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Other columns, e.g. in another language; the rows have to follow."""
        self.columns = tuple(columns)
        self.set_source(ListSource())

    def reread(self, source: RowSource | None = None) -> None:
        """Show the same rows with what stands in them now; selection, place and an open editor stay.

        ``source`` takes the place of the present one and has to hold the same rows.
        """
        if source is not None:
            assert source.count() == self._count
            self._source = source
        self._pages.clear()
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, len(self.columns) - 1))

    def mark_sorted(self, column: int, descending: bool) -> None:
        """Say in the heading by what the rows are sorted. Qt's own arrow is painted over right-aligned titles."""
        self._sorted = (column, descending)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    @property
    def source(self) -> RowSource:
        """Where the rows come from."""
        return self._source

    def row(self, number: int) -> Row:
        """The row shown at ``number``."""
        if isinstance(self._source, ListSource):
            return self._source.rows[number]
        page, place = divmod(number, self.PAGE)
        if page in self._pages:
            self._pages.move_to_end(page)
        else:
            if len(self._pages) >= self.PAGES_KEPT:
                self._pages.popitem(last=False)
            self._pages[page] = self._source.fetch(page * self.PAGE, self.PAGE)
        return self._pages[page][place]

    def cell(self, index: Index) -> Cell:
        """The cell at an index."""
        return self.row(index.row()).cells[index.column()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        is_editable = index.isValid() and self.columns[index.column()].editable
        return usual | Qt.ItemFlag.ItemIsEditable if is_editable else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index).text
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.cell(index).tip or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(self.columns[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()].title}: {self.cell(index).plain}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            column = self.columns[section]
            if role == Qt.ItemDataRole.DisplayRole:
                arrow = " ▾" if self._sorted == (section, True) else " ▴" if self._sorted == (section, False) else ""
                return column.title + arrow
            if role == Qt.ItemDataRole.ToolTipRole:
                return column.tip or None
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return alignment(column)
        return None


def alignment(column: Column) -> Qt.AlignmentFlag:
    """Where the texts of a column stand."""
    side = Qt.AlignmentFlag.AlignRight if column.align == "right" else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
