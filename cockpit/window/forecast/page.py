"""The forecast four ways: which to believe, who was right, and what if."""

import sqlite3
from collections.abc import Callable, Mapping
from threading import Event
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics.forecast_ways import Way, way_name
from cockpit.metrics.what_if import deals_to_try
from cockpit.operations.operation import Changes
from cockpit.operations.what_if import keep_what_if
from cockpit.window.forecast.cards import RightCard, TrialCard, WaysCard
from cockpit.window.forecast.reading import (
    ForecastData,
    ForecastDepth,
    ForecastTrial,
    read_depth,
    read_forecast_ways,
    read_trial,
)
from cockpit.window.forecast.what_if_card import WhatIfCard
from cockpit.window.kit import background
from cockpit.window.kit.behind import open_rows
from cockpit.window.kit.cards import EmptyState, PageTitle
from cockpit.window.kit.page import Page, View, Window
from cockpit.window.kit.scrolled import ScrolledColumn

TRIAL_AFTER = 300
"""Milliseconds from the first sight to the back-test: who leafs through the months does not have each of them tried."""


class ForecastPage(Page):
    """Quick ways first; then the simulation and what can be tried; then the back-test and who was right."""

    name = "forecast"
    tried = Signal(object, int, int)
    """How many of how many cycles a back-test has tried, told from its worker; it is known by its ``stop``."""
    depends_on = frozenset({"person", "team", "deal", "target", "stage", "setting", "import", "product"})

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._data: ForecastData | None = None
        self._depth: ForecastDepth | None = None
        self._trial: ForecastTrial | None = None
        self._stop = Event()
        self._depth_job = background.Latest(self, background.deeper)
        self._trial_job = background.Latest(self, background.deeper)
        self._search_job = background.Latest(self)
        self.tried.connect(self._say_tried)
        self._begin_trial: Callable[[], None] = lambda: None
        self._trial_soon = QTimer(self, singleShot=True, interval=TRIAL_AFTER)
        self._trial_soon.timeout.connect(lambda: self._begin_trial())
        self._title = PageTitle()
        self.ways, self.trial, self.right = WaysCard(), TrialCard(), RightCard()
        self.what_if = WhatIfCard(lambda: self.host.view.today)
        self.ways.opened.connect(self._open_way)
        self.trial.opened.connect(self._open_cycle)
        self.what_if.kept.connect(self._keep)
        self.what_if.searched.connect(self._search)
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
        self._stop.set()
        self._trial_soon.stop()
        for job in (self._depth_job, self._trial_job, self._search_job):
            job.cancel()
        super().refresh()

    def may_close(self) -> bool:
        """Nobody waits for a back-test to end."""
        self._stop.set()
        return True

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there."""
        assert isinstance(data, ForecastData)
        self._data, self._depth, self._trial = data, None, None
        self._stack.setCurrentIndex(1 if data.is_empty else 0)
        if data.is_empty:
            return
        self._title.show_title(tr("四种预测"), data.title_words)
        self.ways.show_ways(data, data.ways)
        for part in (self.trial, self.right, self.what_if):
            part.wait()
        view, readers = self.host.view, self.host.readers()
        stop = self._stop = Event()

        def tell(done: int, of: int) -> None:
            self.tried.emit(stop, done, of)

        def is_unwanted() -> bool:
            background.reading.let_pass()
            return stop.is_set()

        self._depth_job.run(lambda: read_depth(readers.here(), view), self._show_depth, self.problem)

        def begin() -> None:
            if stop is self._stop and not stop.is_set():
                self._trial_job.run(
                    lambda: read_trial(readers.here(), view, tell, is_unwanted),
                    lambda found: self._show_trial(found, stop),
                    self.problem,
                )

        self._begin_trial = begin
        self._trial_soon.start()

    def _show_depth(self, depth: ForecastDepth) -> None:
        assert self._data is not None
        self._depth = depth
        self.ways.show_ways(self._data, depth.ways, depth.forecast)
        self.what_if.show_depth(depth, self._data.target)

    def _say_tried(self, stop: Event, done: int, of: int) -> None:
        if stop is self._stop and self._trial is None:
            self.trial.wait(done, of)

    def _show_trial(self, found: ForecastTrial, stop: Event) -> None:
        if stop.is_set():
            # The window was to be closed, and is still there.
            self.mark_stale()
            return
        self._trial = found
        self.trial.show_trial(found.trial)
        self.right.show_right(found.right)

    def _search(self, words: str) -> None:
        depth, readers = self._depth, self.host.readers()
        if depth is not None:
            self._search_job.run(
                lambda: deals_to_try(readers.here(), depth.standing, words), self.what_if.show_found, self.problem
            )

    def _open_way(self, way: Way) -> None:
        if self._data is not None:
            open_rows(self.host, self._data.rows[way], f"{tr('四种预测')} · {way_name(way)}")

    def _open_cycle(self, place: int) -> None:
        if self._trial is not None:
            self.host.choose_month(self._trial.trial.cycles[place].month)

    def _keep(self, values: Mapping[Any, float], deals: Mapping[int, Mapping[str, Any]]) -> None:
        today = self.host.view.today

        def then(_: Changes) -> None:
            self.refresh()

        self.host.perform(lambda store: keep_what_if(store, values, deals, today=today), then, by=self)
