"""Step 1, 看结果: everything in numbers, and what last cycle's improvements did to them."""

import sqlite3

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics import METRICS, Figure, RowsQuery
from cockpit.model import formats
from cockpit.model.quantities import show_quantity
from cockpit.operations.settings import choose_setting
from cockpit.window.kit import background
from cockpit.window.kit.behind import open_rows
from cockpit.window.kit.cards import Card, EmptyState, PageTitle, Tag, button
from cockpit.window.kit.line_chart import LineChart
from cockpit.window.kit.page import Page, View, Window
from cockpit.window.results.agreed import AgreedCard
from cockpit.window.results.forecast_card import ForecastCard
from cockpit.window.results.headlines import KEYS, forecast_key, make_headlines, show_headlines
from cockpit.window.results.leading import LeadingTable
from cockpit.window.results.people import LOWEST, PeopleBars
from cockpit.window.results.reading import LeadingData, ResultsData, Trend, read_leading, read_results, read_trend
from cockpit.window.results.trend_card import TrendCard
from cockpit.window.results.won_chart import conclusion, rows_of_point, won_lines

FEW = 8
"""Up to so many lines of leading figures are no higher than the forecast beside them."""


class ResultsPage(Page):
    """Actions of last cycle, headline figures, revenue by working day, people, forecast, and the last cycles."""

    name = "results"
    depends_on = frozenset(
        {"person", "team", "deal", "activity", "target", "stage", "cycle", "support", "problem", "action", "account",
         "product", "meeting", "setting", "import", "payment"}
    )  # fmt: skip

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._data: ResultsData | None = None
        self._coverage_before: Figure | None = None
        self._leading_job = background.Latest(self, background.reading)
        self._trend_job = background.Latest(self, background.reading)
        self._title = PageTitle()
        self.closed_tag = Tag("", "ok")
        self._to_latest = button("", self._go_to_latest, "link")
        self._title.buttons.addWidget(self._to_latest)
        self._title.buttons.addWidget(self.closed_tag)
        self._agreed = AgreedCard()
        self._agreed.chosen.connect(lambda action: self.host.go("improvement", action=action))
        self._agreed.all_asked.connect(lambda: self.host.go("improvement"))
        self._figures = make_headlines()
        self._won_card = Card()
        self._won = LineChart()
        self._won.opened.connect(self._open_day)
        self._won_card.content.addWidget(self._won, 1)
        self._won_card.setMinimumHeight(LOWEST)
        self._people = PeopleBars()
        self._people.opened.connect(self._open_person)
        self._people.measure_chosen.connect(self._choose_measure)
        self._leading = LeadingTable()
        self._leading.figure_opened.connect(self._open)
        self._leading.person_opened.connect(lambda person: self.host.go("one_on_one", person=person))
        self._forecast = ForecastCard()
        self._forecast.opened.connect(self._open_forecast)
        self._forecast.ways_asked.connect(lambda: self.host.go("forecast"))
        self._trend = TrendCard()
        self._trend.chosen.connect(self._load_trend)
        self._trend.opened.connect(self._open_cycle)
        for only_when_true in (self._to_latest, self.closed_tag, self._agreed):
            only_when_true.hide()
        self._empty = EmptyState()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._lay_out())
        self._stack.addWidget(self._empty)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def _lay_out(self) -> QScrollArea:
        shown = QWidget()
        shown.setProperty("kind", "page")
        column = QVBoxLayout(shown)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addWidget(self._agreed)
        figures = QGridLayout()
        figures.setSpacing(16)
        for place, figure in enumerate(self._figures):
            figures.addWidget(figure, 0, place)
            figures.setColumnStretch(place, 1)
            figure.opened.connect(lambda place=place: self._open_figure(place))
        column.addLayout(figures)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._won_card, 4)
        row.addWidget(self._people, 3)
        column.addLayout(row)
        self._lower = QGridLayout()
        self._lower.setSpacing(16)
        for place, share in enumerate((9, 8)):
            self._lower.setColumnStretch(place, share)
        column.addLayout(self._lower)
        self._arrange_lower(is_long=False)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(shown)
        return self._scroll

    def _arrange_lower(self, *, is_long: bool) -> None:
        """Beside many people there is room for the trend; beside few it has the whole width."""
        lower = self._lower
        lower.addWidget(self._leading, 0, 0, 2 if is_long else 1, 1)
        lower.addWidget(self._forecast, 0, 1)
        lower.addWidget(self._trend, 1, 1 if is_long else 0, 1, 1 if is_long else 2)
        lower.setRowStretch(0, 0)
        lower.setRowStretch(1, 1)

    def retranslate(self) -> None:
        for part in (self._people, self._leading, self._forecast, self._trend):
            part.retranslate()
        self._won_card.set_title(tr("赢单收入,按工作日"), tr("累计"))
        self._won.set_empty_words(tr("这个周期还没有赢单,也没有目标。在“团队”里填目标,或者导入商机。"))
        self._empty.say(
            tr("这里用数字说话:完成率、预测、每个人的进度。先导入公司 CRM 导出的 Excel 或 CSV。"),
            (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
            (tr("看看示例团队"), lambda: self.host.command("sample")),
        )

    # --- data -------------------------------------------------------------------------------------------------

    def load(self, connection: sqlite3.Connection, view: View) -> ResultsData:
        """All but what costs more and stands lower."""
        return read_results(connection, view)

    def refresh(self) -> None:
        """The leading figures and the trend follow when the rest is shown."""
        self._leading_job.cancel()
        self._trend_job.cancel()
        super().refresh()

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there."""
        assert isinstance(data, ResultsData)
        before = self._data
        if before is None or (before.period, before.scope) != (data.period, data.scope):
            self._coverage_before = None
        self._data = data
        self._stack.setCurrentIndex(1 if data.is_empty else 0)
        if data.is_empty:
            return
        self._title.show_title(tr("看结果"), data.title_words + " · " + tr("点任何数字看它背后的明细"))
        self._to_latest.setVisible(data.latest is not None)
        if data.latest is not None:
            self._to_latest.setText(tr("最近有成交的是 {month} ›", month=formats.month_text(data.latest.start)))
        self._show_closing(data)
        self._agreed.show_readings(data.readings, data.names)
        show_headlines(self._figures, data, self._coverage_before)
        self._won.show_lines(won_lines(data), conclusion(data))
        # Of one person the headline says it all.
        self._people.setVisible(data.scope.kind != "person")
        self._people.show_people(data)
        self._forecast.show_forecast(data)
        self._load_leading()
        self._load_trend()

    def _show_closing(self, data: ResultsData) -> None:
        closing = data.closing
        self.closed_tag.setVisible(closing is not None)
        if closing is None:
            return
        day = formats.day(closing.day)
        if data.changed_since_closing:
            self.closed_tag.set_state(tr("{day} 已关账,此后有改动", day=day), "watch")
            won = closing.figures.get("won_revenue")
            self.closed_tag.setToolTip(
                tr("冻结的赢单收入是 {won};这里是按现在的数据算的。", won=show_quantity(won, "money"))
            )
        else:
            self.closed_tag.set_state(tr("已关账,数字于 {day} 冻结", day=day), "ok")
            self.closed_tag.setToolTip("")

    def _load_leading(self) -> None:
        view, readers = self.host.view, self.host.readers()
        self._leading_job.run(lambda: read_leading(readers.here(), view), self._show_leading, self.problem)

    def _show_leading(self, leading: LeadingData) -> None:
        self._leading.show_leading(leading)
        self._arrange_lower(is_long=len(leading.lines) > FEW)
        self._coverage_before = leading.coverage
        if self._data is not None:
            show_headlines(self._figures, self._data, leading.coverage)

    def _load_trend(self) -> None:
        if self._data is None or self._data.is_empty:
            return
        view, readers, key = self.host.view, self.host.readers(), self._trend.key
        self._trend.wait()

        def read() -> Trend:
            return read_trend(readers.here(), view, key)

        self._trend_job.run(read, self._trend.show_trend, self.problem)

    def _go_to_latest(self) -> None:
        if self._data is not None and self._data.latest is not None:
            self.host.choose_month(self._data.latest)

    # --- to the rows ------------------------------------------------------------------------------------------

    def _open(self, rows: RowsQuery | None, title: str) -> None:
        if self._data is not None:
            open_rows(self.host, rows, f"{title} · {self._data.month_words}")

    def _open_figure(self, place: int) -> None:
        """Where nothing can be listed, the step that it belongs to."""
        assert self._data is not None
        key = KEYS[place]
        if key == "attainment" and self._data.now["target"].value is None:
            key = "won_revenue"
        elif key == "weighted_forecast":
            key = forecast_key(self._data)
        figure = self._data.now[key]
        if figure.rows is not None and (figure.n or key not in ("promises_kept", "loop_closed")):
            self._open(figure.rows, METRICS[figure.key].name)
        else:
            self.host.go("support" if key == "promises_kept" else "problems")

    def _open_day(self, key: str) -> None:
        if self._data is not None:
            self._open(*rows_of_point(self._data, int(key)))

    def _open_person(self, person_id: int) -> None:
        person = (
            next((found for found in self._data.people if found.person.id == person_id), None) if self._data else None
        )
        if person is not None and self._data is not None:
            done = self._data.measured[person_id].done
            self._open(done.rows, f"{person.person.name} · {METRICS[done.key].name}")

    def _choose_measure(self, measure: str) -> None:
        """What people are held against stays chosen."""
        self.host.perform(
            lambda store: choose_setting(store, "people_measure", measure), lambda _: self.refresh(), by=self
        )

    def _open_forecast(self, rows: object, name: str) -> None:
        if self._data is None:
            return
        found = rows if isinstance(rows, RowsQuery) else self._data.now["weighted_forecast"].rows
        self._open(found, f"{METRICS['weighted_forecast'].name} · {name}")

    def _open_cycle(self, place: int) -> None:
        """The rows of a cycle in the trend; for a figure that has none (a target), that cycle itself."""
        trend = self._trend.trend
        if trend is None:
            return
        rows, month = trend.figures[place].rows, trend.months[place]
        if rows is None:
            self.host.choose_month(month)
        else:
            open_rows(self.host, rows, f"{METRICS[trend.key].name} · {formats.month_text(month.start)}")
