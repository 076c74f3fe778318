"""The forecast four ways: which to believe, who was right, and what if."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics.forecast_ways import Way, way_name
from cockpit.operations.operation import Changes
from cockpit.operations.what_if import keep_what_if
from cockpit.window.forecast.cards import RightCard, TrialCard, WaysCard
from cockpit.window.forecast.reading import ForecastData, ForecastDepth, read_depth, read_forecast_ways
from cockpit.window.forecast.what_if_card import WhatIfCard
from cockpit.window.kit import background
from cockpit.window.kit.behind import open_rows
from cockpit.window.kit.cards import EmptyState, PageTitle
from cockpit.window.kit.page import Page, View, Window
from cockpit.window.kit.scrolled import ScrolledColumn


class ForecastPage(Page):
    """Quick ways first; the simulation, the back-test and who was right follow when they are computed."""

    name = "forecast"
    depends_on = frozenset({"person", "team", "deal", "target", "stage", "setting", "import", "product"})

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._data: ForecastData | None = None
        self._depth: ForecastDepth | None = None
        self._depth_job = background.Latest(self, background.reading)
        self._title = PageTitle()
        self.ways, self.trial, self.right = WaysCard(), TrialCard(), RightCard()
        self.what_if = WhatIfCard(lambda: self.host.view.today)
        self.ways.opened.connect(self._open_way)
        self.trial.opened.connect(self._open_cycle)
        self.what_if.kept.connect(self._keep)
        self._scroll = ScrolledColumn(16, below=24)
        for part in (self.ways, self.trial, self.right, self.what_if):
            self._scroll.column.insertWidget(self._scroll.column.count() - 1, part)
        self._scroll.column.insertWidget(0, self._title)
        self._empty = EmptyState()
        shown = QWidget()
        room = QVBoxLayout(shown)
        # The column leaves room for its bar itself.
        room.setContentsMargins(24, 24, 14, 0)
        room.addWidget(self._scroll)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(shown)
        self._stack.addWidget(self._empty)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def retranslate(self) -> None:
        for part in (self.trial, self.right, self.what_if):
            part.retranslate()
        self._empty.say(
            tr("有了商机,这里并排比较四种预测,并说明哪种更可信。先导入公司 CRM 导出的 Excel 或 CSV。"),
            (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
            (tr("看看示例团队"), lambda: self.host.command("sample")),
        )

    def load(self, connection: sqlite3.Connection, view: View) -> ForecastData:
        """What is known at once."""
        return read_forecast_ways(connection, view)

    def refresh(self) -> None:
        """What takes longer follows when the rest is shown."""
        self._depth_job.cancel()
        super().refresh()

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there."""
        assert isinstance(data, ForecastData)
        self._data, self._depth = data, None
        self._stack.setCurrentIndex(1 if data.is_empty else 0)
        if data.is_empty:
            return
        self._title.show_title(tr("四种预测"), data.title_words)
        self.ways.show_ways(data, data.ways)
        for part in (self.trial, self.right, self.what_if):
            part.wait()
        view, readers = self.host.view, self.host.readers()
        self._depth_job.run(lambda: read_depth(readers.here(), view), self._show_depth, self.problem)

    def _show_depth(self, depth: ForecastDepth) -> None:
        assert self._data is not None
        self._depth = depth
        self.ways.show_ways(self._data, depth.ways, depth.forecast)
        self.trial.show_trial(depth.trial)
        self.right.show_right(depth.right)
        self.what_if.show_depth(depth, self._data.target)

    def _open_way(self, way: Way) -> None:
        if self._data is not None:
            open_rows(self.host, self._data.rows[way], f"{tr('四种预测')} · {way_name(way)}")

    def _open_cycle(self, place: int) -> None:
        if self._depth is not None:
            self.host.choose_month(self._depth.trial.cycles[place].month)

    def _keep(self, values: Mapping[Any, float], deals: Mapping[int, Mapping[str, Any]]) -> None:
        today = self.host.view.today

        def then(_: Changes) -> None:
            self.refresh()

        self.host.perform(lambda store: keep_what_if(store, values, deals, today=today), then, by=self)
