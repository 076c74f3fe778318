"""How deals end 赢丢分析: price and win rate by entry department, lost reasons, self-sourced against leads."""

import sqlite3

from attrs import frozen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from cockpit.language import noop, tr
from cockpit.metrics import Period, RowsQuery
from cockpit.metrics.won_and_lost import WonAndLost, won_and_lost
from cockpit.model import formats
from cockpit.model.formats import counted
from cockpit.window.closings.departments import PriceCard, WinRateCard
from cockpit.window.closings.reasons_card import ReasonsCard
from cockpit.window.closings.sources_card import PeopleCard, SourcesCard
from cockpit.window.kit import background
from cockpit.window.kit.behind import open_rows
from cockpit.window.kit.fields import ChoiceField
from cockpit.window.kit.framed_page import GAP, FramedPage
from cockpit.window.kit.page import View, Window
from cockpit.window.kit.scrolled import ScrolledColumn

LENGTHS = {1: noop("本周期"), 3: noop("近 3 个周期"), 12: noop("近 12 个周期")}
AT_ONCE = 8_000
"""So many closed deals are added up before the page is shown; more are added up behind it."""


@frozen
class ClosingsData:
    """``found`` is None where it takes longer, and follows."""

    is_empty: bool
    period: Period
    view: View
    found: WonAndLost | None


class ClosingsPage(FramedPage):
    """All of it is about the deals closed in the cycles up to the window's; how many cycles is chosen here."""

    name = "closings"
    depends_on = frozenset({"deal", "product", "person", "team", "setting", "import"})

    def __init__(self, window: Window) -> None:
        super().__init__(window, bar=10, below=0)
        self._found: WonAndLost | None = None
        self._later = background.Latest(self)
        self.length = ChoiceField([(tr(words), cycles) for cycles, words in LENGTHS.items()], 12)
        self.length.setMinimumContentsLength(12)
        self.length.activated.connect(lambda _: self.refresh())
        self.title.buttons.addWidget(self.length)
        self.price, self.win_rate = PriceCard(self._open_rows), WinRateCard(self._open_rows)
        self.reasons, self.sources = ReasonsCard(self._open_rows), SourcesCard(self._open_rows)
        self.people = PeopleCard(self._open_rows)
        self._scroll = ScrolledColumn(gap=GAP, below=24)
        for place, cards in enumerate(((self.price, self.win_rate), (self.reasons, self.sources))):
            row = QHBoxLayout()
            row.setSpacing(GAP)
            for card in cards:
                card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
                row.addWidget(card, 7 if card is self.sources else 4)
            self._scroll.column.insertLayout(place, row)
        self._scroll.column.insertWidget(2, self.people)
        self.body.addWidget(self._scroll, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def retranslate(self) -> None:
        for place, words in enumerate(LENGTHS.values()):
            self.length.setItemText(place, tr(words))
        self.length.setAccessibleName(tr("看多长时间"))
        for card in (self.price, self.win_rate, self.reasons, self.sources, self.people):
            card.retranslate()
        self.empty.say(
            tr("有了赢单和丢单,这里比较切入部门、丢单原因、自拓和线索。先导入公司 CRM 导出的 Excel 或 CSV。"),
            (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
            (tr("看看示例团队"), lambda: self.host.command("sample")),
        )

    def refresh(self) -> None:
        """What is still computed is of something else."""
        self._later.cancel()
        super().refresh()

    def load(self, connection: sqlite3.Connection, view: View) -> ClosingsData:
        """Everything, where few deals were closed; else what there is to compute."""
        period = Period.of(view.month.plus(1 - int(self.length.currentData())), view.today, view.month)
        anything = connection.execute("SELECT 1 FROM deals WHERE deleted_at IS NULL LIMIT 1").fetchone()
        closed = connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM deals WHERE closed_on >= ? AND closed_on < ? AND deleted_at IS NULL"
            " LIMIT ?)",
            (period.start.isoformat(), period.seen_until.isoformat(), AT_ONCE),
        ).fetchone()[0]
        found = won_and_lost(connection, period, view.shown_scope) if closed < AT_ONCE else None
        return ClosingsData(anything is None, period, view, found)

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there, and ask for what takes longer."""
        assert isinstance(data, ClosingsData)
        self.set_empty(data.is_empty)
        if data.is_empty:
            return
        first, last = data.period.start, data.period.last.start
        months = formats.month_text(last)
        if data.period.first != data.period.last:
            months = tr("{first} 到 {last}", first=formats.month_text(first), last=months)
        self.title.show_title(tr("赢丢分析"), f"{data.view.scope.label} · {months}")
        if data.found is not None:
            self._show(data.found)
            return
        self._found = None
        for card in (self.price, self.win_rate, self.reasons, self.sources):
            card.show_computing()
        self.people.show_people(None)
        readers, period, scope = self.host.readers(), data.period, data.view.shown_scope
        self._later.run(lambda: won_and_lost(readers.here(), period, scope), self._show, self.problem)

    def _show(self, found: WonAndLost) -> None:
        self._found = found
        outcome = found.whole.outcome
        self.price.show_departments(found)
        self.win_rate.show_departments(found)
        self.reasons.show_reasons(found)
        self.sources.show_sources(found)
        self.people.show_people(found)
        self.title.setToolTip(
            tr("关闭 {n} 单:赢 {won},丢 {lost}", n=counted(outcome.closed), won=formats.count(outcome.won),
               lost=formats.count(outcome.lost))
        )  # fmt: skip

    def _open_rows(self, rows: RowsQuery | None, title: str) -> None:
        open_rows(self.host, rows, title)
