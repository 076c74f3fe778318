"""A table whose rows are decided one by one: Enter goes on, Space, F2 or plain typing asks what a row is."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent

from cockpit.window.kit.tables import Column, Table

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ASK = (Qt.Key.Key_Space, Qt.Key.Key_F2)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)


class ChoiceTable(Table):
    """``asked`` sends the place of a row and what was typed already; ``entered`` says Enter; ``moved`` another row.

    A click on the column called ``choice`` asks as well. Where ``takes_typing`` is False only Space, F2 and the click
    ask.
    """

    asked = Signal(int, str)
    entered = Signal()
    moved = Signal(int)

    def __init__(self, columns: Sequence[Column] = (), *, choice: str = "choice", takes_typing: bool = True) -> None:
        super().__init__(columns, compact=True)
        self._choice, self._takes_typing = choice, takes_typing
        self.open_on_single_click(False)
        self.ring_rows()
        self.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.horizontalHeader().setSectionsClickable(False)
        self.clicked.connect(self._ask_where_clicked)
        self.selectionModel().currentRowChanged.connect(lambda index, _: self.moved.emit(index.row()))

    @property
    def place(self) -> int:
        """The current row; -1 without one."""
        return self.currentIndex().row()

    def look_at(self, place: int) -> None:
        """Make the row at ``place`` the current one, in sight."""
        if 0 <= place < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(place, 0))
            self.scrollTo(self.rows.index(place, 0))

    def area_of_choice(self, place: int) -> QRect:
        """Where the choice of a row stands, in the screen's pixels."""
        column = next((number for number, one in enumerate(self.rows.columns) if one.key == self._choice), 0)
        area = self.visualRect(self.rows.index(place, column))
        return QRect(self.viewport().mapToGlobal(area.topLeft()), area.size())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in _PLAIN
        if event.key() in _ENTER and plain:
            self.entered.emit()
        elif event.key() in _ASK and plain:
            self.asked.emit(self.place, "")
        elif self._takes_typing and plain and event.text().strip() and event.text().isprintable():
            self.asked.emit(self.place, event.text())
        else:
            super().keyPressEvent(event)

    def _ask_where_clicked(self, index: QModelIndex) -> None:
        if self.rows.columns[index.column()].key == self._choice:
            self.asked.emit(index.row(), "")
