"""改期和没动过: close dates pushed into later months, and deals that have never left their first stage."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from cockpit.language import tr
from cockpit.metrics import RowsQuery
from cockpit.metrics.pushed import PushedBoard, PushedDeal, UnmovedDeal
from cockpit.model import formats
from cockpit.model.formats import counted
from cockpit.window.kit.cards import Card, button, label
from cockpit.window.kit.tables import Cell, Column, Row, Table

SHOWN = 5
OFTEN = 3
"""A close that was pushed so many times is no date any more."""


class PushedCard(Card):
    """Two tables side by side. A row opens its deal, what stands below all of them."""

    def __init__(self, open_deal: Callable[[int], None], open_rows: Callable[[RowsQuery, str], None]) -> None:
        super().__init__()
        self._open_rows = open_rows
        self._board: PushedBoard | None = None
        self.content.setContentsMargins(4, 14, 4, 12)
        self.header.setContentsMargins(12, 0, 12, 0)
        self.pushed, self.unmoved = Table([], compact=True), Table([], compact=True)
        self.all_pushed = button("", self._open_pushed, "link")
        self.all_unmoved = button("", self._open_unmoved, "link")
        self._explained = label("", "quiet")
        self._explained.setWordWrap(True)
        self._explained.setContentsMargins(12, 0, 12, 0)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        for table, link, share in ((self.pushed, self.all_pushed, 3), (self.unmoved, self.all_unmoved, 2)):
            table.set_fit_height()
            table.ring_rows()
            table.opened.connect(open_deal)
            side, below = QVBoxLayout(), QHBoxLayout()
            side.setSpacing(8)
            # A link has 4 pixels of its own: its words begin where those of the table do.
            below.setContentsMargins(8, 0, 8, 0)
            below.addWidget(link)
            below.addStretch(1)
            side.addWidget(table)
            side.addLayout(below)
            side.addStretch(1)
            sides.addLayout(side, share)
        self.content.addLayout(sides)
        self.stops = (self.pushed, self.all_pushed, self.unmoved, self.all_unmoved)
        """Where the keyboard goes, one side after the other."""
        self.content.addWidget(self._explained)
        self.hide()

    def retranslate(self) -> None:
        """Headings and fixed texts."""
        name, owner = tr("商机名称"), tr("销售")
        self.pushed.set_columns([
            Column("deal", name, 0), Column("owner", owner, 104), Column("times", tr("改期"), 96),
            Column("months", tr("最近一次"), 172),
        ])  # fmt: skip
        self.unmoved.set_columns([
            Column("deal", name, 0), Column("owner", owner, 104), Column("days", tr("创建至今"), 96, "right"),
        ])  # fmt: skip
        self.pushed.setAccessibleName(tr("改期的商机"))
        self.unmoved.setAccessibleName(tr("从没动过的商机"))
        self.pushed.set_empty_words(tr("没有跨月改期的商机"))
        self.unmoved.set_empty_words(tr("每个商机都换过阶段"))
        self._explained.setText(
            tr("预计成交推到更晚的月份算一次,月内改动不算,改回来也不减。从没动过和停滞是两回事:也许只是没人更新。")
        )

    def show_pushed(self, board: PushedBoard) -> None:
        """Nothing to tell: no card."""
        self._board = board
        self.setVisible(bool(board.pushed or board.unmoved))
        self.set_title(
            tr("改期和没动过"),
            tr("改期 {pushed} 单 · 从没动过 {unmoved} 单",
               pushed=formats.count(len(board.pushed)), unmoved=formats.count(len(board.unmoved))),
        )  # fmt: skip
        self.pushed.set_rows([_pushed(deal) for deal in board.pushed[:SHOWN]])
        self.unmoved.set_rows([_unmoved(deal) for deal in board.unmoved[:SHOWN]])
        for table, owners in (
            (self.pushed, {deal.owner or "" for deal in board.pushed[:SHOWN]}),
            (self.unmoved, {deal.owner or "" for deal in board.unmoved[:SHOWN]}),
        ):
            # In a small window the deals need the room more.
            table.fit_column("owner", owners, table.width() // 3)
        for link, deals in ((self.all_pushed, board.pushed), (self.all_unmoved, board.unmoved)):
            link.setText(tr("全部 {n} 单", n=counted(len(deals))))
            link.setVisible(bool(deals))

    def _open_pushed(self) -> None:
        if self._board:
            self._open_rows(self._board.pushed_rows, tr("改期的商机"))

    def _open_unmoved(self) -> None:
        if self._board:
            self._open_rows(self._board.unmoved_rows, tr("从没动过的商机"))


def _pushed(deal: PushedDeal) -> Row:
    times = Cell(
        tr("第 {n} 次", n=deal.times), sort=deal.times, state="act" if deal.times >= OFTEN else "watch",
        tip=tr("跨月改期 {n} 次", n=deal.times),
    )  # fmt: skip
    months = Cell(f"{deal.old} → {deal.new}")
    return Row(deal.deal_id, (Cell(deal.name), Cell(deal.owner or formats.MISSING), times, months), deal.name)


def _unmoved(deal: UnmovedDeal) -> Row:
    days = formats.MISSING if deal.days is None else tr("{n} 天", n=counted(deal.days))
    return Row(
        deal.deal_id, (Cell(deal.name), Cell(deal.owner or formats.MISSING), Cell(days, sort=deal.days)), deal.name
    )
