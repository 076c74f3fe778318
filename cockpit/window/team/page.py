"""The team: people, teams with their stages, and targets."""

import sqlite3
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Literal

from attrs import frozen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedLayout, QWidget

from cockpit.language import noop, tr
from cockpit.metrics.target_grid import TargetGrid, read_target_grid
from cockpit.metrics.team import TeamBoard, read_team_board
from cockpit.operations.operation import Changes
from cockpit.store.file import Store
from cockpit.window.kit.cards import button
from cockpit.window.kit.export_button import ExportButton, ExportJob
from cockpit.window.kit.framed_page import FramedPage, on_new_keys
from cockpit.window.kit.page import View, Window
from cockpit.window.team.export import people_job, targets_job
from cockpit.window.team.people import PeopleSection
from cockpit.window.team.targets import TargetsSection
from cockpit.window.team.teams import TeamsSection

Section = Literal["people", "teams", "targets"]
SECTIONS: dict[Section, str] = {"people": noop("人员"), "teams": noop("团队与阶段"), "targets": noop("销售目标")}


@frozen
class TeamData:
    """Everything on the page."""

    board: TeamBoard
    grid: TargetGrid | None
    today: date
    shielded: bool


class TeamPage(FramedPage):
    """Three sections, one of them shown; behind the shield only what is about the one person."""

    name = "team"
    depends_on = frozenset({"person", "team", "stage", "target", "deal", "import"})

    def __init__(self, window: Window) -> None:
        super().__init__(window, below=24)
        self._data: TeamData | None = None
        self._is_adding_first = False
        self._cycle_year = window.view.month.year
        self._people = PeopleSection(window, self._change)
        # Made when they are first looked at: what is not seen need not be waited for.
        self._teams: TeamsSection | None = None
        self._targets: TargetsSection | None = None
        self._tabs: dict[Section, QPushButton] = {}
        group = QButtonGroup(self)
        for section in SECTIONS:
            tab = button("", partial(self.show_section, section))
            tab.setCheckable(True)
            group.addButton(tab)
            self.title.buttons.addWidget(tab)
            self._tabs[section] = tab
        self._export = ExportButton(window, self._export_job)
        self.title.buttons.insertWidget(0, self._export)
        self.title.buttons.insertSpacing(1, 8)
        self._sections = QStackedLayout()
        # First into the page: what is shown without a parent is a window, and takes the keys from the real one.
        self.body.addLayout(self._sections, 1)
        self._sections.addWidget(self._people)
        on_new_keys(self, self._write_new)
        self.show_section("people")
        self.retranslate()

    def retranslate(self) -> None:
        self._export.retranslate()
        for name, tab in self._tabs.items():
            tab.setText(tr(SECTIONS[name]))
        for section in (self._people, self._teams, self._targets):
            if section is not None:
                section.retranslate()
        self.empty.say(
            tr("这里管理人员、团队和目标。导入人员名单,或添加第一个人。"),
            (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
            (tr("添加人员"), self._write_first),
        )

    def refresh(self) -> None:
        """Another cycle chosen above brings its year of targets."""
        year = self.host.view.month.year
        if year != self._cycle_year:
            self._cycle_year = year
            if self._targets is not None:
                self._targets.year = year
        super().refresh()

    def load(self, connection: sqlite3.Connection, view: View) -> TeamData:
        """The people of the scope; behind the shield the one person."""
        scope = view.shown_scope
        board = read_team_board(connection, scope, view.today)
        targets, grid = self._targets, None
        if targets is not None:
            grid = read_target_grid(connection, targets.year, targets.measure, scope, view.today, targets.level)
        return TeamData(board, grid, view.today, view.only_person is not None)

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there."""
        assert isinstance(data, TeamData)
        self._data = data
        is_empty = not data.board.members and not data.board.teams and not self._is_adding_first
        self.set_empty(is_empty and self.host.view.scope.kind == "all")
        self.title.show_title(tr("团队"), self._words(data))
        self._tabs["teams"].setVisible(not data.shielded)
        if data.shielded and self._tabs["teams"].isChecked():
            self.show_section("people")
        self._people.show_board(data.board, data.today, shielded=data.shielded)
        if self._teams is not None:
            self._teams.show_board(data.board)
        if self._targets is not None and data.grid is not None:
            self._targets.show_grid(data.grid)

    def arrive(self, **arguments: object) -> None:
        """``section`` (people, teams, targets), ``person`` or ``team``: show it."""
        section = arguments.get("section")
        if section in SECTIONS:
            self.show_section(section)
        if isinstance(person := arguments.get("person"), int):
            self.show_section("people")
            self._people.choose(person)
        if isinstance(team := arguments.get("team"), int):
            self.show_section("teams")
            self._make_teams().choose(team)

    def show_section(self, section: Section) -> None:
        """Show one of the three."""
        self._tabs[section].setChecked(True)
        self._export.setVisible(section != "teams")
        shown: QWidget = self._people
        if section == "teams":
            shown = self._make_teams()
        elif section == "targets":
            shown = self._make_targets()
        self._sections.setCurrentWidget(shown)

    def _export_job(self) -> ExportJob:
        if self._tabs["targets"].isChecked() and self._data is not None and self._data.grid is not None:
            return targets_job(self._data.grid)
        return people_job([member.id for member in self._data.board.members] if self._data is not None else [])

    def _make_teams(self) -> TeamsSection:
        if self._teams is None:
            self._teams = TeamsSection(self.host, self._change)
            self._teams.retranslate()
            self._sections.addWidget(self._teams)
            if self._data is not None:
                self._teams.show_board(self._data.board)
        return self._teams

    def _make_targets(self) -> TargetsSection:
        if self._targets is None:
            self._targets = TargetsSection(self.host, self._change)
            self._targets.retranslate()
            self._targets.asked.connect(self.refresh)
            self._sections.addWidget(self._targets)
            self.refresh()
        return self._targets

    def _write_first(self) -> None:
        self._is_adding_first = True
        self.set_empty(False)
        self.show_section("people")
        self._people.write_new()

    def _write_new(self) -> None:
        if self._data is None or self._data.shielded:
            return
        if self._teams is not None and self._tabs["teams"].isChecked():
            self._teams.write_new()
        else:
            self.show_section("people")
            self._people.write_new()

    def _words(self, data: TeamData) -> str:
        present = sum(not member.has_left(data.today) for member in data.board.members)
        people = tr("{n} 人", n=present)
        return people if data.shielded else people + " · " + tr("{n} 个团队", n=len(data.board.teams))

    def _change(self, verb: Callable[[Store], Changes], then: Callable[[Changes], None] | None) -> None:
        def done(changes: Changes) -> None:
            if then is not None:
                then(changes)
            self.refresh()

        self.host.perform(verb, done, by=self)
