"""The loop board: a row a person, a column a step; above it the five headline figures, beside it what today asks for."""

import sqlite3

from attrs import frozen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics import METRICS, Figure, Period, headline
from cockpit.metrics.loop_board import PersonLoop, TodayEntry, read_loop_board, read_today
from cockpit.metrics.scopes import read_roster
from cockpit.model import formats, workdays
from cockpit.window.kit.cards import Card, EmptyState, HeadlineFigure, PageTitle
from cockpit.window.kit.page import Page, View, Window
from cockpit.window.kit.tables import Cell, Column, Row, Table
from cockpit.window.kit.theme import State
from cockpit.window.loop_board.today import TodayList

STEPS = ("results", "process", "support", "problems", "improvement")


@frozen
class LoopData:
    """Everything on the page."""

    is_empty: bool
    title_words: str
    now: dict[str, Figure]
    before: dict[str, Figure]
    people: list[PersonLoop]
    today: list[TodayEntry]
    overdue: int


class LoopBoardPage(Page):
    """Home."""

    name = "loop"
    depends_on = frozenset(
        {"person", "team", "deal", "activity", "target", "stage", "cycle", "meeting", "note_item", "support", "problem",
         "action", "check_in", "import"}
    )  # fmt: skip

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._title = PageTitle()
        self._figures = [HeadlineFigure() for _ in range(5)]
        self._targets = ("results", "results", "process", "support", "improvement")
        self._table = Table(self._columns())
        self._table.cell_opened.connect(self._open_cell)
        self._today = TodayList(window)
        self._empty = EmptyState()

        board = QWidget()
        column = QVBoxLayout(board)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self._title)
        figures = QGridLayout()
        figures.setSpacing(16)
        for place, figure in enumerate(self._figures):
            figures.addWidget(figure, 0, place)
            figures.setColumnStretch(place, 1)
            figure.opened.connect(lambda page=self._targets[place]: self.host.go(page))
        column.addLayout(figures)
        people = Card()
        people.content.setContentsMargins(8, 6, 8, 8)
        people.content.addWidget(self._table)
        self._today_card = Card(tr("今天"))
        self._today_card.setFixedWidth(288)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._today)
        self._today_card.content.addWidget(scroll, 1)
        lower = QHBoxLayout()
        lower.setSpacing(16)
        lower.addWidget(people, 1)
        lower.addWidget(self._today_card)
        column.addLayout(lower, 1)

        self._stack = QStackedLayout(self)
        self._stack.addWidget(board)
        self._stack.addWidget(self._empty)
        self.retranslate()

    def retranslate(self) -> None:
        self._table.set_columns(self._columns())
        self._table.setAccessibleName(tr("每个人走到五步的哪一步"))
        self._today_card.set_title(tr("今天"))
        self._empty.say(
            tr("这里按五步显示每个人的状态。先导入公司 CRM 导出的 Excel 或 CSV,或者看看示例团队。"),
            (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
            (tr("看看示例团队"), lambda: self.host.command("sample")),
        )

    def load(self, connection: sqlite3.Connection, view: View) -> LoopData:
        """Figures of this cycle and the one before, the cells of everybody in scope, and today's list."""
        roster = read_roster(connection)
        period = Period.of(view.month, view.today)
        people = read_loop_board(connection, period, view.scope)
        days = workdays.working_days(view.month)
        passed = sum(1 for day in days if day <= period.as_of)
        words = tr("{n} 人", n=len(people)) + " · " + tr(
            "截至 {day},第 {passed} / {all} 个工作日",
            day=formats.day_words(period.as_of), passed=passed, all=len(days),
        )  # fmt: skip
        today = read_today(connection, view.today, only_person=view.only_person)
        return LoopData(
            is_empty=not roster.people,
            title_words=words,
            now=headline(connection, period, view.scope),
            before=headline(connection, period.previous, view.scope),
            people=people,
            today=today,
            overdue=sum(1 for entry in today if entry.kind == "promise" and entry.state == "act"),
        )

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there."""
        assert isinstance(data, LoopData)
        self._stack.setCurrentIndex(1 if data.is_empty else 0)
        if data.is_empty:
            return
        self._title.show_title(tr("闭环总览"), data.title_words)
        self._show_figures(data)
        self._table.set_rows([_row(person) for person in data.people])
        self._today.show_entries(data.today)

    def arrive(self, **arguments: object) -> None:
        """Nothing to choose here."""

    def _show_figures(self, data: LoopData) -> None:
        now, before = data.now, data.before

        def definition(key: str) -> str:
            figure = now[key]
            reason = f"\n{figure.reason.sentence}" if figure.reason else ""
            return METRICS[key].definition + reason

        attainment, pace = now["attainment"].value, now["pace"].value
        ahead = None if attainment is None or pace is None else attainment - pace
        self._figures[0].show_figure(
            METRICS["attainment"].name, formats.share(attainment), tr("进度 {pace}", pace=formats.share(pace)),
            "" if ahead is None else _arrow(ahead) + (
                tr("领先 {points}", points=formats.points(ahead).lstrip("+-")) if ahead >= 0
                else tr("落后 {points}", points=formats.points(ahead).lstrip("+-"))
            ),
            "quiet" if ahead is None else "ok" if ahead >= 0 else "act", definition("attainment"), can_open=True,
        )  # fmt: skip
        forecast, target = now["weighted_forecast"].value, now["target"].value
        low, high = now["commit"].value, now["best_case"].value
        beneath = tr("目标 {target}", target=formats.money(target)) if target is not None else tr("还没有目标")
        spread = "" if low is None or high is None or low == high else tr(
            "区间 {low}–{high}", low=formats.money(low), high=formats.money(high)
        )  # fmt: skip
        self._figures[1].show_figure(
            METRICS["weighted_forecast"].name, formats.money(forecast), beneath, spread, "quiet",
            definition("weighted_forecast"), can_open=True,
        )  # fmt: skip
        coverage, earlier = now["coverage"], before["coverage"].value
        met = coverage.reason is not None and coverage.reason.code == "met"
        moved = None if coverage.value is None or earlier is None else coverage.value - earlier
        self._figures[2].show_figure(
            METRICS["coverage"].name, tr("已达成") if met else formats.ratio(coverage.value),
            tr("缺口 {gap}", gap=formats.money(now["gap"].value)),
            "" if moved is None else _arrow(moved) + tr("上月 {ratio}", ratio=formats.ratio(earlier)),
            "quiet" if not moved else "ok" if moved > 0 else "act", definition("coverage"), can_open=True,
        )  # fmt: skip
        kept = now["promises_kept"]
        done = "—" if kept.value is None or not kept.n else f"{round(kept.value * kept.n)} / {kept.n}"
        self._figures[3].show_figure(
            METRICS["promises_kept"].name, done, "" if kept.value is not None else tr("本周期没有到期的承诺"),
            tr("{n} 个逾期", n=data.overdue) if data.overdue else "", "act", definition("promises_kept"), can_open=True,
        )  # fmt: skip
        closed, closed_before = now["loop_closed"].value, before["loop_closed"].value
        better = None if closed is None or closed_before is None else closed - closed_before
        self._figures[4].show_figure(
            METRICS["loop_closed"].name, formats.share(closed if closed is not None else closed_before),
            tr("上周期 {share}", share=formats.share(closed_before)) if closed is not None
            else tr("上周期") if closed_before is not None else tr("下周期验证后才有"),
            "" if better is None else _arrow(better) + formats.points(better).lstrip("+-"),
            "quiet" if not better else "ok" if better > 0 else "act", definition("loop_closed"), can_open=True,
        )  # fmt: skip

    def _open_cell(self, person_id: int, column: str) -> None:
        if column == "person":
            self.host.go("one_on_one", person=person_id)
            return
        scope = self.host.person_scope(person_id)
        self.host.choose_scope(scope)
        self.host.go(column)

    @staticmethod
    def _columns() -> list[Column]:
        return [
            Column("person", tr("销售"), 150),
            Column("results", "1 " + tr("看结果"), 172),
            Column("process", "2 " + tr("撸过程"), 0),
            Column("support", "3 " + tr("给支援"), 138),
            Column("problems", "4 " + tr("找问题"), 154),
            Column("improvement", "5 " + tr("帮改进"), 142),
        ]


def _arrow(change: float) -> str:
    return "▲ " if change >= 0 else "▼ "


def _row(person: PersonLoop) -> Row:
    cells = [Cell(person.name, sort=person.sort_name, strong=True, quiet_text=person.team or "")]
    for step in STEPS:
        cell = person.cells[step]
        state: State | None = None if cell.state == "none" else cell.state
        cells.append(
            Cell(cell.text, sort=cell.sort, state=state, tip=cell.tip, line=cell.line, quiet=cell.state == "none")
        )
    return Row(person.person_id, tuple(cells), person.name)


