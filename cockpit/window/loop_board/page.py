"""The loop board: a row a person, a column a step; above it the headline figures, beside it what today asks for."""

import sqlite3
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from attrs import frozen
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
)

from cockpit.language import tr
from cockpit.metrics import METRICS, Figure, Period
from cockpit.metrics.facts import Facts
from cockpit.metrics.figures import HEADLINES, figures_of
from cockpit.metrics.loop_board import PersonLoop, Step, latest_closed, needed_coverage, read_loop_board_of
from cockpit.metrics.today import TodayEntry, read_today
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.window.kit.behind import open_rows
from cockpit.window.kit.cards import Card, button
from cockpit.window.kit.cells import CellDelegate
from cockpit.window.kit.definition import definition
from cockpit.window.kit.framed_page import FramedPage
from cockpit.window.kit.page import View, Window
from cockpit.window.kit.reached import reached_words
from cockpit.window.kit.scrolled import scrolled
from cockpit.window.kit.tables import Cell, Column, Row, Table
from cockpit.window.kit.theme import USUAL, State, sized
from cockpit.window.loop_board.today import TodayList

STEPS: tuple[Step, ...] = ("results", "process", "support", "problems", "improvement")
HEADLINE_KEYS = ("attainment", "weighted_forecast", "coverage", "promises_kept", "loop_closed")
WIDE = 1160
"""From this width of the page on there is room for the teams' names."""
WIDTHS = (138, 130, 186, 124, 142, 116)
NARROW_WIDTHS = (76, 120, 174, 124, 144, 128)
"""Of the columns, in pixels where there is just enough room; they keep these proportions."""
WIDEST_NAME = 168
COMPARED = frozenset({"loop_closed"})
"""Of these the change against the cycle before is told. Last cycle's coverage is not: at its end it says nothing."""


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
    needed: float | None
    latest: Month | None
    """The newest cycle with closed deals, where the one that is looked at has nothing to show."""


class LoopBoardPage(FramedPage):
    """Home."""

    name = "loop"
    depends_on = frozenset(
        {"person", "team", "deal", "activity", "target", "stage", "cycle", "meeting", "note_item", "support", "problem",
         "action", "check_in", "import"}
    )  # fmt: skip

    def __init__(self, window: Window) -> None:
        super().__init__(window, figures=5, below=24)
        self._to_latest = button("", self._go_to_latest, "link")
        self._to_latest.hide()
        self.title.buttons.addWidget(self._to_latest)
        self._data: LoopData | None = None
        self._is_wide = True
        self._table = LoopTable(self._columns())
        self._table.cell_opened.connect(self._open_cell)
        self._today = TodayList(window)
        for place, figure in enumerate(self.figures):
            figure.opened.connect(partial(self._open_figure, place))
        people = Card()
        people.content.setContentsMargins(8, 6, 8, 8)
        people.content.addWidget(self._table)
        self._today_card = Card(tr("今天"))
        self._today_card.setFixedWidth(288)
        # The lines have a margin of their own, so that their focus ring and hover keep clear of the words.
        self._today_card.content.setContentsMargins(10, 14, 10, 14)
        self._today_card.header.setContentsMargins(6, 0, 0, 0)
        self._today_card.content.addWidget(scrolled(self._today), 1)
        self.body.setSpacing(16)
        self.body.addWidget(people, 1)
        self.body.addWidget(self._today_card)
        self.retranslate()

    def retranslate(self) -> None:
        self._table.set_columns(self._columns())
        self._table.setAccessibleName(tr("每个人走到五步的哪一步"))
        self._today_card.set_title(tr("今天"))
        self.empty.say(
            tr("这里按五步显示每个人的状态。先导入公司 CRM 导出的 Excel 或 CSV,或者看看示例团队。"),
            (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
            (tr("看看示例团队"), lambda: self.host.command("sample")),
        )

    def load(self, connection: sqlite3.Connection, view: View) -> LoopData:
        """Figures of this cycle and the one before, the cells of everybody in scope, and today's list."""
        period = Period.of(view.month, view.today)
        scope = view.shown_scope
        facts = Facts(connection, period)
        people = read_loop_board_of(facts, scope)
        earlier = Facts(connection, period.previous, facts.roster, facts.settings)
        now = figures_of(facts, [scope], HEADLINES)[scope]
        return LoopData(
            is_empty=not facts.roster.people,
            title_words=tr("{n} 人", n=len(people)) + " · " + reached_words(facts),
            now=now,
            before=figures_of(earlier, [scope], COMPARED)[scope],
            people=people,
            today=read_today(connection, view.today, only_person=view.only_person),
            overdue=sum(person.overdue for person in people),
            needed=None if period.is_over else needed_coverage(now["win_rate_count"]),
            latest=None if now["win_rate_count"].n or now["pipeline_amount"].n else latest_closed(connection, period),
        )

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there."""
        assert isinstance(data, LoopData)
        self._data = data
        self.set_empty(data.is_empty)
        if data.is_empty:
            return
        self.title.show_title(tr("闭环总览"), data.title_words)
        self._to_latest.setVisible(data.latest is not None)
        if data.latest is not None:
            self._to_latest.setText(tr("最近有成交的是 {month} ›", month=formats.month_text(data.latest.start)))
        self._show_figures(data)
        self._show_people()
        self._today.show_entries(data.today)

    def arrive(self, **arguments: object) -> None:
        """Nothing to choose here."""

    def _go_to_latest(self) -> None:
        if self._data and self._data.latest is not None:
            self.host.choose_month(self._data.latest)

    def _show_people(self) -> None:
        if self._data:
            self._table.set_rows([_row(person, with_team=self._is_wide) for person in self._data.people])

    def _show_figures(self, data: LoopData) -> None:
        now, before = data.now, data.before

        attainment, pace = now["attainment"].value, now["pace"].value
        ahead = None if attainment is None or pace is None else attainment - pace
        if now["target"].value is None:
            self.figures[0].show_figure(
                METRICS["won_revenue"].name, formats.money(now["won_revenue"].value),
                tr("{n} 单", n=now["won_revenue"].n or 0), definition=definition(now["won_revenue"]), can_open=True,
            )  # fmt: skip
        else:
            self.figures[0].show_figure(
                METRICS["attainment"].name, formats.share(attainment), tr("进度 {pace}", pace=formats.share(pace)),
                _ahead(ahead), "quiet" if not _in_points(ahead) else "ok" if _in_points(ahead) > 0 else "act",
                definition(now["attainment"]), can_open=True,
            )  # fmt: skip
        forecast, target = now["weighted_forecast"].value, now["target"].value
        low, high = now["commit"].value, now["best_case"].value
        beneath = tr("目标 {target}", target=formats.money(target)) if target is not None else tr("还没有目标")
        spread = "" if low is None or high is None or low == high else tr(
            "区间 {low}–{high}", low=formats.money(low), high=formats.money(high)
        )  # fmt: skip
        self.figures[1].show_figure(
            METRICS["weighted_forecast"].name, formats.money(forecast), beneath, spread, "quiet",
            definition(now["weighted_forecast"]), can_open=True,
        )  # fmt: skip
        coverage = now["coverage"]
        met = coverage.reason is not None and coverage.reason.code == "met"
        enough = None if coverage.value is None or data.needed is None else coverage.value >= data.needed
        self.figures[2].show_figure(
            METRICS["coverage"].name, tr("已达成") if met else formats.ratio(coverage.value),
            tr("还没有目标") if now["gap"].value is None else tr("缺口 {gap}", gap=formats.money(now["gap"].value)),
            "" if enough is None else ("✓ " if enough else "△ ") + tr("需要 {ratio}", ratio=formats.ratio(data.needed)),
            "ok" if enough else "watch", definition(coverage, tr("需要的倍数 = 1 / 本周期赢单率(按单数)")),
            can_open=True,
        )  # fmt: skip
        kept = now["promises_kept"]
        done = "—" if kept.value is None or not kept.n else f"{round(kept.value * kept.n)} / {kept.n}"
        calm = "" if data.overdue else tr("没有逾期") if kept.value is not None else tr("本周期没有到期的承诺")
        self.figures[3].show_figure(
            METRICS["promises_kept"].name, done, calm,
            "! " + tr("{n} 个逾期", n=data.overdue) if data.overdue else "", "act", definition(kept), can_open=True,
        )  # fmt: skip
        closed, closed_before = now["loop_closed"].value, before["loop_closed"].value
        better = None if closed is None or closed_before is None else closed - closed_before
        self.figures[4].show_figure(
            METRICS["loop_closed"].name, formats.share(closed if closed is not None else closed_before),
            tr("上周期 {share}", share=formats.share(closed_before)) if closed is not None
            else tr("上周期,本周期待验证") if closed_before is not None else tr("下周期验证后才有"),
            "" if better is None else _arrow(better) + formats.points(better).lstrip("+-"),
            "quiet" if not better else "ok" if better > 0 else "act", definition(now["loop_closed"]), can_open=True,
        )  # fmt: skip

    def _open_figure(self, place: int) -> None:
        """The rows behind a headline figure; where it has none, the step that it belongs to."""
        key = HEADLINE_KEYS[place]
        rows = self._data.now[key].rows if self._data else None
        if rows is not None:
            open_rows(self.host, rows, METRICS[key].name)
        else:
            self.host.go(("results", "results", "process", "support", "improvement")[place])

    def _open_cell(self, person_id: int, column: str) -> None:
        if column == "person":
            self.host.go("one_on_one", person=person_id)
            return
        scope = self.host.person_scope(person_id)
        self.host.choose_scope(scope)
        self.host.go(column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the steps need the room that the teams' names take."""
        wide = event.size().width() >= WIDE
        self._today_card.setFixedWidth(288 if wide else 240)
        if wide != self._is_wide:
            self._is_wide = wide
            self._table.share_out(WIDTHS if wide else NARROW_WIDTHS)
            self._show_people()
        super().resizeEvent(event)

    @staticmethod
    def _columns() -> list[Column]:
        return [
            Column("person", tr("姓名")),
            Column("results", "1 " + tr("看结果")),
            Column("process", "2 " + tr("撸过程")),
            Column("support", "3 " + tr("给支援")),
            Column("problems", "4 " + tr("找问题")),
            Column("improvement", "5 " + tr("帮改进")),
        ]


class LoopTable(Table):
    """Its columns share the width in steady proportions, however wide the window is."""

    _widths: Sequence[int] = WIDTHS
    _names_width = 0

    def share_out(self, widths: Sequence[int]) -> None:
        """Columns in these proportions from now on."""
        self._widths = widths
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Other headings."""
        super().set_columns(columns)
        self._share_out()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Other rows, with room for their names."""
        font = QFontMetrics(sized(USUAL, bold=True))
        self._names_width = max((font.horizontalAdvance(row.cells[0].text) for row in rows), default=0)
        super().set_rows(rows)
        self._share_out()

    def _share_out(self) -> None:
        header, width = self.horizontalHeader(), self.viewport().width()
        # Names that are longer than the first column's share take of the others, up to a point.
        needed = min(self._names_width + 2 * CellDelegate.PADDING + 2, WIDEST_NAME)
        first = max(width * self._widths[0] // sum(self._widths), needed)
        for place, share in enumerate(self._widths):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(place, (width - first) * share // sum(self._widths[1:]) if place else first)
        header.setStretchLastSection(True)


def _in_points(ahead: float | None) -> int:
    """A difference of fractions in whole points, as it is shown."""
    return 0 if ahead is None else int(Decimal(str(ahead * 100)).quantize(Decimal(1), ROUND_HALF_UP))


def _ahead(ahead: float | None) -> str:
    if ahead is None:
        return ""
    points = formats.points(abs(ahead)).lstrip("+")
    if not _in_points(ahead):
        return tr("与进度持平")
    return _arrow(ahead) + (tr("领先 {points}", points=points) if ahead > 0 else tr("落后 {points}", points=points))


def _arrow(change: float) -> str:
    return "▲ " if change >= 0 else "▼ "


def _row(person: PersonLoop, *, with_team: bool) -> Row:
    team = person.team or ""
    cells = [
        Cell(
            person.name,
            sort=person.sort_name,
            strong=True,
            quiet_text=team if with_team else "",
            tip=tr("与{name}的一对一", name=person.name) + (f"\n{team}" if team else ""),
        )
    ]
    for step in STEPS:
        cell = person.cells[step]
        state: State | None = None if cell.state == "none" else cell.state
        cells.append(
            Cell(cell.text, sort=cell.sort, state=state, tip=cell.tip, line=cell.line, quiet=cell.state == "none")
        )
    return Row(person.person_id, tuple(cells), person.name)
