"""Deals that stand still, the longest first; apart from them those whose stage nobody has ever moved."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from cockpit.language import noop, tr
from cockpit.metrics import METRICS, RowsQuery
from cockpit.metrics.stage_limits import LimitSource
from cockpit.metrics.stalled import Order, StalledBoard, StalledDeal
from cockpit.model import formats
from cockpit.model.formats import counted
from cockpit.window.kit.cards import Card, button, label
from cockpit.window.kit.tables import Cell, Column, Row, Table
from cockpit.window.process.reading import first_few

FAR_BEYOND = 2.0
"""Beyond twice the limit a deal asks for action, before that for a look."""
_BECAUSE: dict[LimitSource, str] = {
    "set": noop("你定的"), "learned": noop("历史学到"), "default": noop("默认"),
}  # fmt: skip
_BECAUSE_WORDS: dict[LimitSource, str] = {
    "set": noop("这个团队在这一阶段的期限是你定的。"),
    "learned": noop("团队过去在这一阶段停留天数的 75 % 分位数。"),
    "default": noop("过去的单不足 30 个:典型周期 ÷ 阶段数 × 1.5。"),
}


class StalledCard(Card):
    """A row a deal; ``reordered`` asks for the longest or the largest."""

    reordered = Signal()

    def __init__(self, open_deal: Callable[[int], None], open_rows: Callable[[RowsQuery, str], None]) -> None:
        super().__init__()
        self._open_rows = open_rows
        self._board: StalledBoard | None = None
        self.content.setContentsMargins(4, 14, 4, 8)
        self.header.setContentsMargins(12, 0, 12, 0)
        self._order: Order = "days"
        self.reorder = button("", self._reorder, "link")
        self.table = Table(self._columns(), compact=True)
        self.table.set_fit_height()
        self.table.opened.connect(open_deal)
        self.all_of_them = button("", self._open_moved, "link")
        self.never_moved = button("", self._open_never_moved, "link")
        self._explained = label("", "quiet")
        self._explained.setWordWrap(True)
        self._explained.setContentsMargins(12, 0, 12, 0)
        self.content.addWidget(self.table)
        self.content.addWidget(self._explained)
        self.header.addWidget(self.reorder)
        self.header.addWidget(self.never_moved)
        self.header.addWidget(self.all_of_them)

    def retranslate(self) -> None:
        """Fixed texts."""
        self._say_order()
        self.table.set_columns(self._columns())
        self.table.setAccessibleName(tr("停滞的商机"))

    @property
    def order(self) -> Order:
        """What stands first."""
        return self._order

    def _reorder(self) -> None:
        self._order = "amount" if self._order == "days" else "days"
        self._say_order()
        self.reordered.emit()

    def _say_order(self) -> None:
        self.reorder.setText(tr("改看金额最大的") if self._order == "days" else tr("改看超期最久的"))

    def show_stalled(self, board: StalledBoard, currency: str) -> None:
        """The first of those that moved before; the others are counted."""
        self._board = board
        moved, never = board.moved, board.never_moved
        self.set_title(
            tr("停滞的商机"),
            tr("{n} 单 · {amount}", n=counted(moved.count), amount=formats.money(moved.amount)) if moved.count else "",
        )
        self.title_label.setToolTip(METRICS["stalled_count"].definition)
        self.table.set_empty_words(
            tr("换过阶段的商机都在期限以内。")
            if never.count
            else tr("没有停滞的商机:每一单在阶段里的天数都在期限以内。")
        )
        self.table.set_rows([_row(deal, currency) for deal in first_few(moved.deals, moved.count)])
        self.reorder.setVisible(moved.count > len(moved.deals))
        self.all_of_them.setText(tr("全部 {n} 单", n=counted(moved.count)))
        self.all_of_them.setVisible(moved.count > len(moved.deals))
        self.never_moved.setText(tr("超期、从未换过阶段 {n} 单", n=counted(never.count)))
        self.never_moved.setVisible(never.count > 0)
        self._explained.setVisible(never.count > 0)
        self._explained.setText(
            tr("超期但从未换过阶段的 {n} 单({amount})不在表里:是停了,还是阶段没人更新,要问一问。",
               n=counted(never.count), amount=formats.money(never.amount))
        )  # fmt: skip

    def _open_moved(self) -> None:
        if self._board:
            self._open_rows(self._board.moved.rows, tr("停滞的商机"))

    def _open_never_moved(self) -> None:
        if self._board:
            self._open_rows(self._board.never_moved.rows, tr("停滞且从未换过阶段的商机"))

    @staticmethod
    def _columns() -> list[Column]:
        return [
            Column("deal", tr("商机名称"), 0),
            Column("owner", tr("销售"), 112),
            Column("amount", tr("金额"), 96, "right"),
            Column("stage", tr("阶段"), 120),
            Column("days", tr("停留 / 期限"), 152),
            Column("because", tr("期限来自"), 120),
        ]


def _row(deal: StalledDeal, currency: str) -> Row:
    amount = tr("{amount} 估", amount=formats.money(deal.amount)) if deal.estimated else formats.money(deal.amount)
    tip = tr(
        "{day} 进入{stage},超出期限 {n} 天", day=formats.day(deal.entered_on), stage=deal.stage, n=deal.days_beyond
    )
    return Row(
        deal.deal_id,
        (
            Cell(deal.name, quiet_text=deal.account if deal.account and deal.account not in deal.name else ""),
            Cell(deal.owner or formats.MISSING),
            Cell(amount, sort=deal.amount, tip=formats.money_full(deal.amount, currency)),
            Cell(deal.stage),
            Cell(
                tr("{days} 天 / 限 {limit}", days=deal.days, limit=deal.limit),
                sort=deal.days,
                state="act" if deal.days > FAR_BEYOND * deal.limit else "watch",
                tip=tip,
            ),
            Cell(tr(_BECAUSE[deal.because]), quiet=True, tip=tr(_BECAUSE_WORDS[deal.because])),
        ),
        deal.name,
    )
