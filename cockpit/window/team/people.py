"""The people of the team: a table, and beside it the one who is chosen, edited where it stands."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedLayout, QWidget

from cockpit.language import language, tr
from cockpit.metrics.team import Member, TeamBoard
from cockpit.model import formats
from cockpit.model.people import ROLES, STYLES
from cockpit.operations import people
from cockpit.operations.operation import Changes
from cockpit.window.kit.cards import Card, button
from cockpit.window.kit.page import Window
from cockpit.window.kit.tables import Cell, Column, Row, Table
from cockpit.window.team.person import Change, NewPerson, PersonPane

PANE_WIDTH = 320


class PeopleSection(QWidget):
    """Table and pane. Enter, F2 or a double click leads from a row into its fields, Esc back."""

    def __init__(self, window: Window, change: Change) -> None:
        super().__init__()
        self._window, self._change = window, change
        self._board: TeamBoard | None = None
        self._today = window.view.today
        self._wanted: int | None = None
        self._table = PeopleTable(_columns())
        self._table.open_on_single_click(False)
        self._table.opened.connect(lambda _: self._pane.setFocus(Qt.FocusReason.OtherFocusReason))
        self._table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self._card = Card()
        self._card.content.setContentsMargins(8, 8, 8, 8)
        self._card.header.setContentsMargins(12, 0, 4, 0)
        self._add = button("", self.write_new)
        self._card.header.addWidget(self._add)
        self._card.content.addWidget(self._table, 1)
        self._side = Card()
        self._side.setFixedWidth(PANE_WIDTH)
        self._side.content.setContentsMargins(1, 14, 1, 8)
        self._side.header.setContentsMargins(15, 0, 15, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget()
        ground.setProperty("kind", "today")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._room = QStackedLayout(ground)
        scroll.setWidget(ground)
        self._side.content.addWidget(scroll, 1)
        self._spoken = language()
        self._pane: PersonPane = self._make_pane()
        self._new: NewPerson | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._card, 1)
        row.addWidget(self._side)

    def retranslate(self) -> None:
        """All fixed texts again; the pane is made anew, as its fields are named when they are made."""
        self._table.set_columns(_columns())
        self._table.setAccessibleName(tr("人员"))
        self._table.set_empty_words(tr("这个范围里没有人。"))
        self._add.setText("+ " + tr("添加人员"))
        self._add.setToolTip(tr("添加人员") + " (Ctrl+N)")
        self._drop_new()
        if self._spoken == language():
            return
        self._spoken = language()
        former, self._pane = self._pane, self._make_pane()
        self._room.setCurrentWidget(self._pane)
        self._room.removeWidget(former)
        former.hide()
        former.deleteLater()

    def show_board(self, board: TeamBoard, today: date, *, shielded: bool) -> None:
        """Show these people; who was chosen stays so."""
        self._board, self._today = board, today
        self._add.setVisible(not shielded)
        present = sum(not member.has_left(today) for member in board.members)
        self._card.set_title(tr("人员"), tr("{n} 人在职", n=present))
        self._table.set_rows([_row(member, today) for member in board.members])
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self._table.choose(wanted)
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._table.current_id() is None and board.members:
            self._table.choose(board.members[0].id)
        self._show_chosen()

    def choose(self, person_id: int) -> None:
        """Show this person, now or once people are shown."""
        self._drop_new()
        self._wanted = person_id
        if self._board is not None:
            self.show_board(self._board, self._today, shielded=not self._add.isVisibleTo(self))

    def write_new(self) -> None:
        """Begin a new person in the pane."""
        if self._board is None:
            return
        if self._new is None:
            self._new = NewPerson(self._board, self._chosen_team, self._today, self._add_person, self._cancel_new)
            self._room.addWidget(self._new)
            self._room.setCurrentWidget(self._new)
            self._side.set_title(tr("新人员"))
            self._side.show()
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _chosen_team(self) -> int | None:
        """A new person most likely joins the team that is looked at."""
        members = self._board.members if self._board else []
        return next((member.team_id for member in members if member.id == self._table.current_id()), None)

    def _make_pane(self) -> PersonPane:
        pane = PersonPane(self._window, self._change, lambda: self._table.setFocus(Qt.FocusReason.OtherFocusReason))
        self._room.addWidget(pane)
        return pane

    def _show_chosen(self) -> None:
        if self._board is None or self._new is not None:
            return
        chosen = self._table.current_id()
        member = next((one for one in self._board.members if one.id == chosen), None)
        self._side.setVisible(member is not None)
        if member is not None:
            self._side.set_title(member.name, member.team or "")
            self._pane.show_member(member, self._board, self._today)

    def _add_person(self, name: str, team: int | None, fields: dict[str, Any]) -> None:
        def done(changes: Changes) -> None:
            self._drop_new()
            self._wanted = next(iter(changes.ids.get("person", ())), None)

        self._change(lambda store: people.add_person(store, name, team_id=team, fields=fields), done)

    def _cancel_new(self) -> None:
        self._drop_new()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_new(self) -> None:
        if self._new is not None:
            former, self._new = self._new, None
            self._room.setCurrentWidget(self._pane)
            self._room.removeWidget(former)
            former.hide()
            former.deleteLater()
            self._show_chosen()


class PeopleTable(Table):
    """F2 edits, as Enter does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _columns() -> list[Column]:
    return [
        Column("name", tr("姓名"), 112),
        Column("team", tr("团队"), 106),
        Column("role", tr("角色"), 108),
        Column("style", tr("风格"), 84),
        Column("region", tr("地区"), 0),
        Column("hired", tr("入职"), 108),
        Column("open", tr("进行中商机"), 100, "right"),
    ]


def _row(member: Member, today: date) -> Row:
    left = member.has_left(today)
    cells = (
        Cell(
            member.name,
            sort=member.sort_name,
            strong=not left,
            quiet=left,
            quiet_text=tr("已离职") if left else "",
            tip=tr("{day} 离职", day=formats.day(member.left_on)) if left else "",
        ),
        Cell(member.team or formats.MISSING, quiet=left or member.team is None),
        Cell(tr(ROLES[member.role]), quiet=left),
        Cell(tr(STYLES[member.style]) if member.style else formats.MISSING, quiet=left or not member.style),
        Cell(member.region or formats.MISSING, quiet=left or not member.region),
        Cell(formats.day(member.hired_on), quiet=left or member.hired_on is None),
        Cell(formats.count(member.open_count), sort=member.open_count, quiet=not member.open_count),
    )
    return Row(member.id, cells, member.name)
