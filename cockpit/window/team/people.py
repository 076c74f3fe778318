"""The people of the team: a table, and beside it the one who is chosen, edited where it stands."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QStackedLayout, QWidget

from cockpit.language import tr
from cockpit.metrics.team import Member, TeamBoard
from cockpit.model import formats
from cockpit.model.people import ROLES, STYLES
from cockpit.operations import people
from cockpit.window.kit.page import Window
from cockpit.window.kit.scrolled import scrolled
from cockpit.window.kit.tables import Cell, Column, Row
from cockpit.window.team.beside import SectionBeside
from cockpit.window.team.person import Change, NewPerson, PersonPane

PANE_WIDTH = 320


class PeopleSection(SectionBeside):
    """The people of the scope; behind the shield nobody is added."""

    kind = "person"
    _pane: PersonPane

    def __init__(self, window: Window, change: Change) -> None:
        super().__init__(window, change, (1, 0))
        self._today = window.view.today

    def retranslate(self) -> None:
        """All fixed texts again."""
        self._say(tr("人员"), tr("这个范围里没有人。"), tr("添加人员"))

    def show_board(self, board: TeamBoard, today: date, *, shielded: bool) -> None:
        """Show these people; who was chosen stays so."""
        self._board, self._today = board, today
        self._add.setVisible(not shielded)
        present = sum(not member.has_left(today) for member in board.members)
        self._card.set_title(tr("人员"), tr("{n} 人在职", n=present))
        self._show_rows(self._rows(board))
        # In a small window the names of people need the room more.
        self._table.fit_column("team", {member.team or "" for member in board.members}, self._table.width() // 6)

    def _columns(self) -> list[Column]:
        return _columns()

    def _rows(self, board: TeamBoard) -> list[Row]:
        return [_row(member, self._today) for member in board.members]

    def _make_room(self) -> QStackedLayout:
        self._side.setFixedWidth(PANE_WIDTH)
        self._side.content.setContentsMargins(1, 14, 1, 8)
        self._side.header.setContentsMargins(15, 0, 15, 0)
        ground = QWidget()
        room = QStackedLayout(ground)
        self._side.content.addWidget(scrolled(ground), 1)
        return room

    def _make_pane(self) -> PersonPane:
        return PersonPane(self._window, self._change, self._focus_table)

    def _make_new(self, board: TeamBoard) -> tuple[str, QWidget]:
        # A new person most likely joins the team that is looked at.
        chosen = self._table.current_id()
        team = next((member.team_id for member in board.members if member.id == chosen), None)
        return tr("新人员"), NewPerson(board, team, self._today, self._add_person, self._cancel_new)

    def _show_one(self, board: TeamBoard, row_id: int | None) -> bool:
        member = next((one for one in board.members if one.id == row_id), None)
        if member is not None:
            self._side.set_title(member.name, member.team or "")
            self._pane.show_member(member, board, self._today)
        return member is not None

    def _add_person(self, name: str, team: int | None, fields: dict[str, Any]) -> None:
        self._write_down(lambda store: people.add_person(store, name, team_id=team, fields=fields))


def _columns() -> list[Column]:
    return [
        Column("name", tr("姓名"), 0),
        Column("team", tr("团队"), 104),
        Column("role", tr("角色"), 104),
        Column("style", tr("风格"), 80),
        Column("region", tr("地区"), 80),
        Column("hired", tr("入职"), 96),
        Column("open", tr("在手商机"), 88, "right"),
    ]


def _row(member: Member, today: date) -> Row:
    left = member.has_left(today)
    crossed = tr("、").join(line.text for line in member.red_lines if line.settled_on is None)
    if left:
        beside, tip = tr("已离职"), tr("{day} 离职", day=formats.day(member.left_on))
    else:
        beside, tip = ("! " + tr("红线"), tr("红线未了结:{names}", names=crossed)) if crossed else ("", "")
    cells = (
        Cell(
            member.name,
            sort=member.sort_name,
            strong=not left,
            quiet=left,
            quiet_text=beside,
            tip=tip,
        ),
        Cell(member.team or formats.MISSING, quiet=left or member.team is None),
        Cell(tr(ROLES[member.role]), quiet=left),
        Cell(tr(STYLES[member.style]) if member.style else formats.MISSING, quiet=left or not member.style),
        Cell(member.region or formats.MISSING, quiet=left or not member.region),
        Cell(formats.day(member.hired_on), quiet=left or member.hired_on is None),
        Cell(formats.count(member.open_count), sort=member.open_count, quiet=not member.open_count),
    )
    return Row(member.id, cells, member.name)
