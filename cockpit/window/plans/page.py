"""Plans of key actions 关键动作计划: what each person is to do in each week of the cycle, and has done; prospecting."""

import sqlite3
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt

from cockpit.language import tr
from cockpit.metrics import RowsQuery
from cockpit.metrics.key_action_plans import PlannedAction
from cockpit.metrics.prospecting import Counted
from cockpit.model import formats
from cockpit.operations.key_action_plans import PlanCell, copy_week_before, write_plans
from cockpit.operations.settings import choose_setting
from cockpit.window.kit import background
from cockpit.window.kit.behind import open_rows
from cockpit.window.kit.framed_page import FramedPage
from cockpit.window.kit.page import View, Window
from cockpit.window.kit.scrolled import ScrolledColumn
from cockpit.window.plans.grid_card import PlansCard
from cockpit.window.plans.prospecting_card import ProspectingCard
from cockpit.window.plans.reading import DeeperPlans, PlansData, keys_first, read_deeper, read_plans

GAP = 16


class PlansPage(FramedPage):
    """Figures, the grid of one action, prospecting beneath."""

    name = "plans"
    depends_on = frozenset(
        {"key_action_plan", "activity", "deal", "account", "person", "team", "target", "setting", "import"}
    )

    def __init__(self, window: Window) -> None:
        super().__init__(window, figures=4, bar=10, below=0)
        self._data: PlansData | None = None
        self._deeper: DeeperPlans | None = None
        self._chosen: PlannedAction | None = None
        self._only_plans = False
        self._deeper_latest = background.Latest(self, background.deeper)
        self.plans = PlansCard(self.host.toast)
        self.plans.chosen.connect(self._choose)
        self.plans.written.connect(self._write)
        self.plans.copy_asked.connect(self._copy)
        self.plans.rows_asked.connect(self._open)
        self.prospecting = ProspectingCard(self._open)
        for figure, counted in zip(self.figures[1:], ("touches", "deals", "visits"), strict=True):
            figure.opened.connect(lambda counted=counted: self._open_counted(counted))
        self.figures[0].opened.connect(self._open_done)
        scroll = ScrolledColumn(gap=GAP, below=24)
        scroll.column.insertWidget(0, self.plans)
        scroll.column.insertWidget(1, self.prospecting)
        self.body.addWidget(scroll, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def retranslate(self) -> None:
        self.plans.retranslate()
        self.prospecting.retranslate()
        self._deeper = None
        self.empty.say(
            tr("这里计划每个人每周做几次关键动作,并和做了的放在一起看。先导入人员,或在团队页加上人。"),
            (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
            (tr("看看示例团队"), lambda: self.host.command("sample")),
        )

    def load(self, connection: sqlite3.Connection, view: View) -> PlansData:
        """The grid; what takes longer follows."""
        return read_plans(connection, view, self._chosen)

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there, and ask for what takes longer."""
        assert isinstance(data, PlansData)
        self._data = data
        self.set_empty(not data.grid.rows)
        month = formats.month_text(data.period.start)
        self.title.show_title(tr("关键动作计划"), tr("{month}的各周,每人计划和做了的", month=month))
        known = self._deeper if self._deeper and self._deeper.of.looked_at == data.looked_at else None
        self._deeper = known
        self._show_grid()
        only_plans, self._only_plans = self._only_plans, False
        if known is not None and only_plans:
            # Neither key actions nor prospecting follow from plans.
            return
        if known is None:
            self.prospecting.show_computing()
            for figure, name in zip(self.figures[1:], self._names(), strict=True):
                figure.show_figure(name, "…")
        readers = self.host.readers()
        self._deeper_latest.run(lambda: read_deeper(readers.here(), data), self._show_deeper, self.problem)

    def _show_grid(self) -> None:
        data = self._data
        assert data is not None
        keys = self._deeper.keys if self._deeper else ()
        grid = data.grid
        self.plans.show_grid(grid, keys_first(data.offered, keys), keys)
        found = grid.together()
        reached = None not in (found.planned, found.done) and (found.done or 0) >= (found.planned or 0)
        planned = tr("没有计划") if found.planned is None else tr("计划 {n}", n=formats.count(found.planned))
        self.figures[0].show_figure(
            tr("{action} · 到本周", action=grid.action.name), formats.count(found.done),
            planned if grid.is_recorded else tr("还没有跟进记录"), tr("✓ 做够了") if reached else "", "ok",
            tr("已经开始的几周;有计划的只算有计划的人和周"), can_open=bool(found.done),
        )  # fmt: skip

    def _show_deeper(self, deeper: DeeperPlans) -> None:
        data = self._data
        self._deeper = deeper
        found = deeper.prospecting
        self.prospecting.show_prospecting(found)
        touched, own, visited = self._names()
        # Without any activity a count of 0 would say something false.
        recorded, nothing = found.is_recorded, tr("还没有跟进记录")
        planned = tr("没有计划") if found.planned is None else tr("计划 {n}", n=formats.count(found.planned))
        reached = recorded and found.planned is not None and found.touches >= found.planned
        self.figures[1].show_figure(
            touched, formats.count(found.touches) if recorded else formats.MISSING, planned if recorded else nothing,
            tr("✓ 做够了") if reached else "", "ok", tr("第一次有跟进记录的客户"), can_open=found.touches > 0,
        )  # fmt: skip
        self.figures[2].show_figure(
            own, formats.count(found.deals) if found.any_source else formats.MISSING,
            tr("这个周期创建的") if found.any_source else tr("商机没有记下来源"),
            definition=tr("这个周期创建、来源是自拓的商机"),
            can_open=found.any_source and found.deals > 0,
        )  # fmt: skip
        self.figures[3].show_figure(
            visited, formats.count(found.visits) if recorded else formats.MISSING,
            tr("第一次上门") if recorded else nothing, definition=tr("第一次被上门拜访的客户"),
            can_open=found.visits > 0,
        )  # fmt: skip
        if data is not None and data.is_by_chance and deeper.keys and self._chosen is None:
            # Nothing was planned and nobody chose: what goes with winning is the first to plan.
            self._chosen = deeper.keys[0]
            self.refresh()
        elif data is not None:
            self._show_grid()

    @staticmethod
    def _names() -> tuple[str, str, str]:
        return tr("新触达的客户"), tr("自拓商机"), tr("首次拜访的客户")

    # --- what is done here ------------------------------------------------------------------------------------

    def _choose(self, action: PlannedAction) -> None:
        """What is chosen comes back after a restart."""
        self._chosen = action
        kept = [action.kind, action.met]
        self.host.perform(lambda store: choose_setting(store, "planned_action", kept))
        self._read_plans()

    def _read_plans(self) -> None:
        self._only_plans = True
        self.refresh()

    def _write(self, texts: Mapping[PlanCell, str]) -> None:
        assert self._data is not None
        action = self._data.grid.action
        self.host.perform(
            lambda store: write_plans(store, texts, action.kind, action.met), lambda _: self._read_plans(), by=self
        )

    def _copy(self, week: date) -> None:
        assert self._data is not None
        action, people = self._data.grid.action, {row.person.id for row in self._data.grid.rows}
        self.host.perform(
            lambda store: copy_week_before(store, week, people, action.kind, action.met),
            lambda _: self._read_plans(),
            by=self,
        )

    # --- rows -------------------------------------------------------------------------------------------------

    def _open(self, rows: RowsQuery, title: str) -> None:
        open_rows(self.host, rows, title)

    def _open_done(self) -> None:
        if self._data is not None:
            self._open(self._data.grid.together().rows, self._data.grid.action.name)

    def _open_counted(self, counted: Counted) -> None:
        if self._deeper is not None:
            titles = dict(zip(("touches", "deals", "visits"), self._names(), strict=True))
            self._open(self._deeper.prospecting.rows_of(counted, None), titles[counted])
