"""The tables of the page: what changed, by kind; what did not change at all; closes that were pushed again."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker

from cockpit.language import tr
from cockpit.metrics.change_names import NamedDeal, kind_name
from cockpit.metrics.changed_deals import KINDS, ChangedDeal, DealThen
from cockpit.model import formats
from cockpit.model.formats import counted
from cockpit.window.changes.columns import BY_NAME, changed_columns, pushed_columns, sorting, untouched_columns
from cockpit.window.changes.reading import ChangesData
from cockpit.window.changes.rows import DealsSource, Read, Thing, Wording
from cockpit.window.kit.cards import Card
from cockpit.window.kit.fields import ChoiceField
from cockpit.window.kit.tables import COMPACT_ROW_HEIGHT, Row, Table


class DealsTable(Table):
    """Deals whose names are read as they come into sight. So high as its rows, up to ``most`` of them."""

    def __init__(self, most: int) -> None:
        super().__init__([], compact=True)
        self._most = most
        self._by: tuple[str, bool] | None = None
        self._data: ChangesData | None = None
        self._deals: DealsSource[Any] | None = None
        self.ring_rows()
        self.sort_asked.connect(self._sort_deals)

    def show_deals(
        self, deals: Sequence[Thing], data: ChangesData, read: Read, make_row: Callable[[Thing, NamedDeal], Row]
    ) -> None:
        """These deals, in the order given, or sorted as they were before."""
        self._data, self._deals = data, DealsSource(deals, read, make_row)
        self._show_in_order()
        self.fit_column("owner", data.people.values(), 144)
        rows = max(1, min(self._most, len(deals)))
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(rows * COMPACT_ROW_HEIGHT + head + 2 * self.frameWidth())

    def _sort_deals(self, key: str, descending: bool) -> None:
        self._by = (key, descending)
        self._show_in_order()

    def _show_in_order(self) -> None:
        if self._deals is None or self._data is None:
            return
        if self._by:
            key, descending = self._by
            self._deals.sort(sorting(key, self._data), descending, by_name=key in BY_NAME)
        self.set_source(self._deals)


class ListCard(Card):
    """A table under a title."""

    MOST = 8

    def __init__(self, open_deal: Callable[[int], None], most: int = MOST) -> None:
        super().__init__()
        self.content.setContentsMargins(4, 14, 4, 8)
        self.header.setContentsMargins(12, 0, 12, 0)
        self.table = DealsTable(most)
        self.table.opened.connect(open_deal)
        self.content.addWidget(self.table)


class ChangedCard(ListCard):
    """Every deal that changed, the largest difference first; a choice narrows them down to one kind of change."""

    def __init__(self, open_deal: Callable[[int], None]) -> None:
        super().__init__(open_deal, most=12)
        self._shown: tuple[ChangesData, Read] | None = None
        self.kind = ChoiceField([])
        self.kind.setMinimumContentsLength(12)
        self.kind.activated.connect(lambda _: self._narrow())
        self.header.addWidget(self.kind)

    def retranslate(self) -> None:
        """Fixed texts."""
        self.kind.setAccessibleName(tr("哪种变化"))
        self.table.setAccessibleName(tr("变化的商机"))
        self.table.set_empty_words(tr("这两天之间没有商机变化。"))
        self.table.set_columns(changed_columns())

    def show_changes(self, data: ChangesData, read: Read) -> None:
        """The kinds that there are are offered with their numbers."""
        chosen = self.kind.currentData()
        self._shown = (data, read)
        everything = tr("全部变化")
        with QSignalBlocker(self.kind):
            self.kind.clear()
            self.kind.addItem(f"{everything} · {formats.count(len(data.found.changes))}", None)
            for kind in KINDS:
                if n := data.found.figure(kind).n:
                    self.kind.addItem(f"{kind_name(kind)} · {formats.count(n)}", kind)
            self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        self._narrow()

    def _narrow(self) -> None:
        if self._shown is None:
            return
        data, read = self._shown
        kind = self.kind.currentData()
        deals: list[ChangedDeal] = [deal for deal in data.found.changes if kind is None or kind in deal.kinds]
        deals.sort(key=lambda deal: (-abs(deal.difference), deal.id))
        self.set_title(tr("变化的商机"), tr("按增减的大小;点一行看商机") if deals else "")
        self.table.show_deals(deals, data, read, Wording(data).changed)
        # A deal that moved names two stages.
        stages = " → ".join(sorted(data.stages.values(), key=len)[-2:])
        self.table.fit_column("stage", [stages], self.table.viewport().width() // 6)
        self.table.fit_column("close", ["2026-12-28 → 2027-02-28"], self.table.viewport().width() * 18 // 100)


class UntouchedCard(ListCard):
    """Deals without any change, the largest first."""

    def retranslate(self) -> None:
        """Fixed texts."""
        self.table.setAccessibleName(tr("没有变化的商机"))
        self.table.set_empty_words(tr("每个在手的商机都有变化。"))
        self.table.set_columns(untouched_columns())

    def show_untouched(self, data: ChangesData, read: Read) -> None:
        """Those with the most money first."""
        deals: list[DealThen] = sorted(data.found.untouched, key=lambda deal: (-(deal.worth or 0), deal.id))
        amount = formats.money(sum(deal.worth or 0 for deal in deals))
        self.set_title(
            tr("没有变化的商机"), tr("{n} 单,{amount}", n=counted(len(deals)), amount=amount) if deals else ""
        )
        self.setToolTip(tr("两天都在手,阶段、金额、预计成交、负责人和预测类别在期间都没有改过。"))
        self.table.show_deals(deals, data, read, Wording(data).untouched)


class PushedAgainCard(ListCard):
    """Closes that were pushed between the two days, the most often pushed first."""

    def retranslate(self) -> None:
        """Fixed texts."""
        self.table.setAccessibleName(tr("推迟的商机"))
        self.table.set_empty_words(tr("没有预计成交推到更晚月份的商机。"))
        self.table.set_columns(pushed_columns())

    def show_pushed(self, data: ChangesData, read: Read) -> None:
        """Each with how often its close has been pushed in all."""
        deals = data.found.pushed
        self.set_title(tr("推迟的商机"), tr("{n} 单推到了更晚的月份", n=counted(len(deals))) if deals else "")
        self.table.show_deals(deals, data, read, Wording(data).pushed)
