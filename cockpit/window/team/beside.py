"""A table, and beside it the one that is chosen: edited where it stands, or a new one begun in its place."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QWidget

from cockpit.language import language
from cockpit.metrics.team import TeamBoard
from cockpit.operations.operation import Changes, Kind
from cockpit.window.kit.cards import Card, button
from cockpit.window.kit.once import Once, StoreVerb
from cockpit.window.kit.page import Window
from cockpit.window.kit.tables import Column, Row, Table
from cockpit.window.team.person import Change


class BesideTable(Table):
    """F2 edits, as Enter does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)


class SectionBeside(QWidget):
    """Table and pane. Enter, F2 or a double click leads from a row into its fields, Esc back."""

    kind: ClassVar[Kind]
    """What the rows are."""

    def __init__(self, window: Window, change: Change, shares: tuple[int, int]) -> None:
        """``shares``: of the width, for the table and the pane; 0 keeps to its own."""
        super().__init__()
        self._window, self._change = window, change
        self._board: TeamBoard | None = None
        self._wanted: int | None = None
        self._once = Once()
        self._table = BesideTable(self._columns())
        self._table.open_on_single_click(False)
        self._table.ring_rows()
        self._table.opened.connect(lambda _: self._pane.setFocus(Qt.FocusReason.OtherFocusReason))
        self._table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self._card = Card()
        self._card.content.setContentsMargins(8, 8, 8, 8)
        self._card.header.setContentsMargins(12, 0, 4, 0)
        self._add = button("", self.write_new)
        self._card.header.addWidget(self._add)
        self._card.content.addWidget(self._table, 1)
        self._side = Card()
        self._room = self._make_room()
        self._spoken = language()
        self._pane: QWidget = self._add_pane()
        self._new: QWidget | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._card, shares[0])
        row.addWidget(self._side, shares[1])

    def choose(self, row_id: int) -> None:
        """Show this one, now or once there are rows."""
        self._drop_new()
        self._wanted = row_id
        if self._board is not None:
            self._show_rows(self._rows(self._board))

    def write_new(self) -> None:
        """Begin a new one in the pane."""
        if self._board is None:
            return
        if self._new is None:
            title, self._new = self._make_new(self._board)
            self._room.addWidget(self._new)
            self._room.setCurrentWidget(self._new)
            # The form is shorter than the pane behind it, which would keep its scroll bar.
            self._pane.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
            self._side.set_title(title)
            self._side.show()
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what a section is of ---------------------------------------------------------------------------------

    def _columns(self) -> list[Column]:
        raise NotImplementedError

    def _rows(self, board: TeamBoard) -> list[Row]:
        raise NotImplementedError

    def _make_room(self) -> QStackedLayout:
        """Where in the card at the side the pane stands."""
        raise NotImplementedError

    def _make_pane(self) -> QWidget:
        raise NotImplementedError

    def _make_new(self, board: TeamBoard) -> tuple[str, QWidget]:
        """Title and form of a new one."""
        raise NotImplementedError

    def _show_one(self, board: TeamBoard, row_id: int | None) -> bool:
        """Show this one in the pane; False where there is none."""
        raise NotImplementedError

    # --- inside -----------------------------------------------------------------------------------------------

    def _say(self, name: str, empty_words: str, add_words: str) -> None:
        """All fixed texts again; the pane is made anew, as its fields are named when they are made."""
        self._table.set_columns(self._columns())
        self._table.setAccessibleName(name)
        self._table.set_empty_words(empty_words)
        self._add.setText("+ " + add_words)
        self._add.setToolTip(add_words + " (Ctrl+N)")
        self._drop_new()
        if self._spoken == language():
            return
        self._spoken = language()
        former, self._pane = self._pane, self._add_pane()
        self._leave_for_pane(former)

    def _show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; which was chosen stays so."""
        self._table.set_rows(rows)
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self._table.choose(wanted)
            self._focus_table()
        if self._table.current_id() is None and rows:
            self._table.choose(rows[0].id)
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self._board is not None and self._new is None:
            self._side.setVisible(self._show_one(self._board, self._table.current_id()))

    def _write_down(self, verb: StoreVerb) -> None:
        """A new one, once, however often Enter is pressed."""
        if begun := self._once.begin("new", verb, self._added):
            self._change(*begun)

    def _added(self, changes: Changes) -> None:
        """The new one is written down: it is the one to be chosen."""
        self._drop_new()
        self._wanted = next(iter(changes.ids.get(self.kind, ())), None)

    def _cancel_new(self) -> None:
        self._drop_new()
        self._focus_table()

    def _drop_new(self) -> None:
        if self._new is not None:
            former, self._new = self._new, None
            self._pane.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            self._leave_for_pane(former)
            self._show_chosen()

    def _add_pane(self) -> QWidget:
        pane = self._make_pane()
        self._room.addWidget(pane)
        return pane

    def _leave_for_pane(self, former: QWidget) -> None:
        self._room.setCurrentWidget(self._pane)
        self._room.removeWidget(former)
        former.hide()
        former.deleteLater()

    def _focus_table(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
