"""Sections to look through: at the left what there is and how much, at the right the rows of the one chosen."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.model import formats
from cockpit.operations.import_sections import Marked, Section
from cockpit.window.kit.cards import GRID, Card, button, label
from cockpit.window.kit.tables import Cell, Column, ListSource, Row, Table
from cockpit.window.kit.theme import SMALL, USUAL, State, sized

FEW = 1_000
"""So many rows are made ready at once, and can be sorted by a click; more are fetched as they come into sight."""

LEFT_WIDTH = 296
ROWS_MEASURED = 60
WIDEST, WIDEST_REST = 320, 640
"""Of a column, and of one that takes the room that is left, in pixels."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TONES: dict[str, tuple[str, State | None]] = {
    "ok": ("+", "ok"), "watch": ("△", "watch"), "act": ("!", "act"), "quiet": ("", None), "": ("", None),
}  # fmt: skip


class SectionsView(QWidget):
    """Enter in either table sends ``accepted``: go on. ``save_refused`` is offered beside the refused rows."""

    accepted = Signal()

    def __init__(self, save_refused: Callable[[], None]) -> None:
        super().__init__()
        self._sections: list[Section] = []
        self.list = Table([Column("title", ""), Column("count", "", 80, "right")], compact=True)
        self.list.horizontalHeader().hide()
        self.list.open_on_single_click(False)
        self.list.ring_rows()
        self.list.setFixedWidth(288)
        self.list.selectionModel().currentRowChanged.connect(self._chosen)
        self.table = Table([], compact=True)
        self.list.installEventFilter(self)
        self._title, self._words = label("", "strong"), label("", "quiet")
        self._words.setWordWrap(True)
        self.save: QPushButton = button("", save_refused)
        self._can_save = False

        left = Card()
        left.content.setContentsMargins(4, 8, 4, 8)
        left.content.addWidget(self.list)
        left.setFixedWidth(LEFT_WIDTH)
        self._right = right = Card()
        right.content.setContentsMargins(0, 12, 0, 8)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._words)
        head.addLayout(words, 1)
        head.addWidget(self.save)
        right.content.addLayout(head)
        right.content.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(left)
        row.addWidget(right, 1)
        self.setFocusProxy(self.list)

    def show_sections(self, sections: Sequence[Section], *, can_save: bool) -> None:
        """Show these, and look at the first; ``can_save``: the refused rows are at hand to be saved."""
        self._sections, self._can_save = list(sections), can_save
        self.save.setText(tr("存成工作簿…"))
        self.list.setAccessibleName(tr("导入的内容"))
        rows = []
        for place, section in enumerate(self._sections):
            symbol, tone = _TONES[section.tone]
            title = f"{symbol} {section.title}" if symbol else section.title
            figure = "" if section.figure is None else formats.count(section.figure)
            rows.append(Row(place, (Cell(title, tone=tone), Cell(figure, quiet=True))))
        self.list.rows.set_source(ListSource(rows))
        if rows:
            self.list.setCurrentIndex(self.list.rows.index(0, 0))
            self._show(0)

    def clear(self) -> None:
        """Show nothing, and hold on to nothing."""
        self._sections = []
        self.list.rows.set_source(ListSource())
        self._renew_table([])

    def choose(self, key: str) -> bool:
        """Look at the section with this key; False if there is none."""
        for place, section in enumerate(self._sections):
            if section.key == key:
                self.list.setCurrentIndex(self.list.rows.index(place, 0))
                return True
        return False

    def _chosen(self, index: QModelIndex, _: QModelIndex) -> None:
        if index.isValid() and index.row() < len(self._sections):
            self._show(index.row())

    def _show(self, place: int) -> None:
        section = self._sections[place]
        self._title.setText(section.title)
        self._words.setText(section.words)
        self._words.setVisible(bool(section.words))
        self.save.setVisible(section.key == "refused" and self._can_save)
        self._renew_table(self._fitted(section))
        self.table.setAccessibleName(section.title)
        source = _SectionRows(section)
        few = section.count <= FEW
        self.table.horizontalHeader().setSectionsClickable(few)
        self.table.set_source(ListSource(source.fetch(0, FEW)) if few else source)

    def _fitted(self, section: Section) -> list[Column]:
        """Columns as wide as the first rows need. What takes the rest of the room has some, or the table scrolls."""
        rows = section.fetch(0, ROWS_MEASURED)
        usual, small = QFontMetrics(sized(USUAL)), QFontMetrics(sized(SMALL))
        widths = []
        for number, column in enumerate(section.columns):
            texts = (_cell(row[number]).text for row in rows)
            widest = max((usual.horizontalAdvance(text) for text in texts), default=0)
            needed = max(widest, small.horizontalAdvance(column.title) + 8) + 28
            widths.append(max(56, min(WIDEST if column.width else WIDEST_REST, max(needed, column.width and 72))))
        # Before it is laid out only the window knows how wide it will be.
        room = max(self._right.width(), self.window().width() - LEFT_WIDTH - 80) - 16
        rest = [number for number, column in enumerate(section.columns) if not column.width]
        has_room = sum(widths) <= room
        return [
            Column(str(number), column.title, 0 if number in rest and has_room else widths[number],
                   "right" if column.is_number else "left")
            for number, column in enumerate(section.columns)
        ]  # fmt: skip

    def _renew_table(self, columns: Iterable[Column]) -> None:
        """Another section has other columns, and is not sorted as the last one was."""
        former, self.table = self.table, Table(list(columns), compact=True)
        self.table.open_on_single_click(False)
        self.table.installEventFilter(self)
        self._right.content.replaceWidget(former, self.table)
        # The layout would show it only later; until then Tab would pass it by.
        self.table.show()
        former.hide()
        former.deleteLater()
        self.setTabOrder(self.list, self.table)
        self.setTabOrder(self.table, self.save)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A table takes Enter for opening a row; here no row opens."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self.accepted.emit()
            return True
        return super().eventFilter(watched, event)


class _SectionRows:
    """The rows of a section as a table asks for them."""

    def __init__(self, section: Section) -> None:
        self._section = section

    def count(self) -> int:
        """How many rows there are."""
        return self._section.count

    def fetch(self, offset: int, limit: int) -> Sequence[Row]:
        """Rows from ``offset``, at most ``limit``."""
        return [
            Row(offset + number, tuple(_cell(entry) for entry in entries))
            for number, entries in enumerate(self._section.fetch(offset, limit))
        ]


def _cell(entry: str | Marked) -> Cell:
    if isinstance(entry, str):
        return Cell(entry)
    if entry.tone in ("", "quiet"):
        return Cell(entry.text, quiet=True)
    return Cell(entry.text, state=_TONES[entry.tone][1])
