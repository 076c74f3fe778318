"""Step 2, 撸过程: where results do not speak for themselves, the few things of the process that matter."""

import sqlite3
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from cockpit.language import tr
from cockpit.metrics import RowsQuery
from cockpit.metrics.ways_of_managing import Mode
from cockpit.window.kit import background
from cockpit.window.kit.behind import open_rows
from cockpit.window.kit.charts import Chart
from cockpit.window.kit.framed_page import GAP, FramedPage
from cockpit.window.kit.page import View, Window
from cockpit.window.kit.scrolled import ScrolledColumn
from cockpit.window.kit.tables import Table
from cockpit.window.process.activities_card import ActivitiesCard
from cockpit.window.process.funnel_card import FunnelCard
from cockpit.window.process.key_actions_card import KeyActionsCard
from cockpit.window.process.majors_card import MajorsCard
from cockpit.window.process.pushed_card import PushedCard
from cockpit.window.process.reading import DeeperData, ProcessData, read_deeper, read_process
from cockpit.window.process.skipping import skipping_reasons, skipping_words
from cockpit.window.process.stalled_card import StalledCard
from cockpit.window.process.tiers_card import TiersCard


class ProcessPage(FramedPage):
    """By the team's way of managing: the funnel, or the actions that go with closing; for both what stands still, the
    major deals, and the customers by size.
    """

    name = "process"
    depends_on = frozenset({"deal", "activity", "account", "stage", "person", "team", "target", "setting", "import"})

    def __init__(self, window: Window) -> None:
        super().__init__(window, bar=10, below=0)
        self._data: ProcessData | None = None
        self._deeper: DeeperData | None = None
        self._deeper_latest = background.Latest(self, background.deeper)
        self._arranged: tuple[Mode, ...] = ()
        self.funnel = FunnelCard(self._open_rows)
        self.key_actions = KeyActionsCard(self._open_rows)
        self.stalled = StalledCard(self._open_deal, self._open_rows)
        self.stalled.reordered.connect(self.refresh)
        self.pushed = PushedCard(self._open_deal, self._open_rows)
        self.majors = MajorsCard(self._open_log, self._open_rows)
        self.tiers = TiersCard(self._open_rows)
        self.tiers.tier_asked.connect(lambda tier: self.host.go("accounts", tier=tier))
        self.activities = ActivitiesCard(self._open_rows)
        self.activities.person_opened.connect(lambda person: self.host.choose_scope(self.host.person_scope(person)))
        self._follows = (self.key_actions, self.tiers, self.activities)
        # Texts of any length: how wide the cards are is for the page to say.
        for card in (self.funnel, self.key_actions, self.tiers, self.activities):
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

        self._scroll = ScrolledColumn(gap=GAP, below=24)
        self._above, self._below = QHBoxLayout(), QHBoxLayout()
        for row in (self._above, self._below):
            row.setSpacing(GAP)
        column = self._scroll.column
        column.insertLayout(0, self._above)
        column.insertWidget(1, self.stalled)
        column.insertWidget(2, self.majors)
        column.insertWidget(3, self.pushed)
        column.insertLayout(4, self._below)
        self.body.addWidget(self._scroll, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._arrange(("opportunities", "process"))
        self.retranslate()

    def retranslate(self) -> None:
        for card in (
            self.funnel,
            self.key_actions,
            self.stalled,
            self.majors,
            self.pushed,
            self.tiers,
            self.activities,
        ):
            card.retranslate()
        # What was computed is said again in the new language by the data that follow.
        self._deeper = None

    def load(self, connection: sqlite3.Connection, view: View) -> ProcessData:
        """What can be shown at once; the rest follows."""
        return read_process(connection, view, self.stalled.order)

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there, and ask for what takes longer."""
        assert isinstance(data, ProcessData)
        self._data = data
        self.title.show_title(tr("撸过程"), skipping_words(data.people))
        self.title.setToolTip(skipping_reasons(data.people))
        self._arrange(data.modes)
        known = self._deeper if self._deeper and self._deeper.of.looked_at == data.looked_at else None
        self._deeper = known
        if data.funnel:
            self.funnel.show_funnel(
                data.funnel.with_moves_of(known.funnel if known else None), with_conversions=known is not None
            )
        self.stalled.show_stalled(data.stalled, data.currency)
        self.majors.show_majors(data.majors, data.period, data.currency)
        if known is None:
            # Nothing below jumps up and down again while the rest is computed.
            for card in self._follows:
                card.setMinimumHeight(card.height() if card.isVisible() else 0)
            self.key_actions.show_computing()
            self.activities.show_computing()
            self.tiers.show_computing()
            # Of another cycle or scope nothing stays in sight, behind the shield least of all.
            self.pushed.hide()
        self._say_what_to_do(data)
        readers = self.host.readers()
        give_way = background.reading.let_pass
        self._deeper_latest.run(lambda: read_deeper(readers.here(), data, give_way), self._show_deeper, self.problem)

    def _show_deeper(self, deeper: DeeperData) -> None:
        self._deeper = deeper
        for card in self._follows:
            card.setMinimumHeight(0)
        if deeper.funnel:
            self.funnel.show_funnel(deeper.funnel, with_conversions=True)
        if deeper.key_actions:
            self.key_actions.show_actions(deeper.key_actions)
        if deeper.activities is not None:
            of_one = deeper.of.scope.kind == "person"
            self.activities.show_activities(deeper.activities, deeper.of.period, of_one=of_one)
        self.pushed.show_pushed(deeper.pushed)
        self.tiers.show_tiers(deeper.tiers, deeper.of.currency)

    def arrive(self, **arguments: object) -> None:
        """``person``: look at the process of this one."""
        if isinstance(person := arguments.get("person"), int):
            self.host.choose_scope(self.host.person_scope(person))

    # --- inside -----------------------------------------------------------------------------------------------

    def _arrange(self, modes: tuple[Mode, ...]) -> None:
        """What only one way of managing needs stands above with what goes with it."""
        if modes == self._arranged:
            return
        self._arranged = modes
        above: list[tuple[QWidget, int]]
        below: list[tuple[QWidget, int]]
        if modes == ("opportunities",):
            above, below = [(self.funnel, 1)], [(self.tiers, 1)]
        elif modes == ("process",):
            above, below = [(self.key_actions, 48), (self.activities, 52)], [(self.tiers, 1)]
        else:
            above = [(self.funnel, 56), (self.key_actions, 44)]
            below = [(self.tiers, 48), (self.activities, 52)]
        for row, cards in ((self._above, above), (self._below, below)):
            # An item that is only taken out lives on beside the new one, which never hears that its card has grown.
            for former in (self.funnel, self.key_actions, self.tiers, self.activities):
                row.removeWidget(former)
            for card, stretch in cards:
                row.addWidget(card, stretch)
        placed = {card for card, _ in above + below}
        for card in (self.funnel, self.key_actions, self.tiers, self.activities):
            card.setVisible(card in placed)
        self._order_by_tab([card for card, _ in above], [card for card, _ in below])

    def _order_by_tab(self, above: list[QWidget], below: list[QWidget]) -> None:
        """The keyboard's way through the page is the eye's."""
        stops: list[QWidget] = []
        for card in (*above, self.stalled, self.majors, self.pushed, *below):
            if card is self.pushed:
                stops += self.pushed.stops
                continue
            for kind in (QComboBox, QPushButton, Chart, Table):
                stops += card.findChildren(kind)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _say_what_to_do(self, data: ProcessData) -> None:
        nothing = not data.people and not (data.funnel and data.funnel.count) and not data.majors.count
        nothing = nothing and data.scope.kind == "all"
        if nothing:
            self.empty.say(
                tr("漏斗、关键动作、停滞的商机和重点商机会在这里。先导入团队和商机。"),
                (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
                (tr("看看示例团队"), lambda: self.host.command("sample")),
            )
        self.set_empty(nothing)

    def _open_deal(self, deal: int) -> None:
        self.host.go("deals", deal=deal)

    def _open_log(self, deal: int) -> None:
        self.host.go("deals", deal=deal, log=True)

    def _open_rows(self, rows: RowsQuery, title: str) -> None:
        open_rows(self.host, rows, title)
