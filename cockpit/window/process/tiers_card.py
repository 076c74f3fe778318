"""Customers by tier, and how few of them make most of the money."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QVBoxLayout

from cockpit.language import tr
from cockpit.metrics import RowsQuery
from cockpit.metrics.pareto import Pareto, ParetoCurve, ParetoOf, ParetoStep
from cockpit.metrics.tiers import TIER_MONTHS, TIER_RULE, AccountTiers, TieredAccount, account_rows
from cockpit.model import formats
from cockpit.model.formats import counted
from cockpit.window.kit.cards import GRID, Card, button
from cockpit.window.kit.fields import ChoiceField
from cockpit.window.kit.pareto_chart import ParetoBar, ParetoChart
from cockpit.window.kit.tables import Cell, Column, Row, Table

WIDE = 760
"""Pixels, from which the card is laid out side by side."""


class TiersCard(Card):
    """How few customers, or deals, make most; a row a tier; the largest customers. Each opens its deals.

    ``tier_asked`` is sent with the tier whose customers are to be listed, "" for all of them.
    """

    tier_asked = Signal(str)

    def __init__(self, open_rows: Callable[[RowsQuery, str], None]) -> None:
        super().__init__()
        self._open_rows = open_rows
        self._found: AccountTiers | None = None
        self._currency = ""
        self.content.setContentsMargins(4, 14, 4, 8)
        self.header.setContentsMargins(12, 0, 12, 0)
        self.of = ChoiceField([("", "accounts"), ("", "deals")])
        self.of.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.of.activated.connect(lambda _: self._show_curve())
        self.all_of_them = button("", lambda: self.tier_asked.emit(""), "link")
        self.header.addWidget(self.of)
        self.header.addWidget(self.all_of_them)
        self._pareto = button("", self._open_few, "link")
        self.chart = ParetoChart()
        self.chart.opened.connect(self._open_step)
        inset = QVBoxLayout()
        inset.setContentsMargins(12, 0, 12, 0)
        sentence = QHBoxLayout()
        # A link has 4 pixels of its own: its words begin under the title.
        sentence.setContentsMargins(8, 0, 12, 0)
        sentence.addWidget(self._pareto)
        sentence.addStretch(1)
        inset.addWidget(self.chart)
        self.tiers = Table(self._tier_columns(), compact=True)
        self.tiers.set_fit_height()
        self.tiers.cell_opened.connect(self._open_tier)
        self.accounts = Table(self._account_columns(), compact=True)
        self.accounts.set_fit_height()
        self.accounts.opened.connect(self._open_account)
        tables = QVBoxLayout()
        for table in (self.tiers, self.accounts):
            tables.addWidget(table)
        tables.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(GRID)
        curve = QVBoxLayout()
        curve.addLayout(sentence)
        curve.addLayout(inset)
        self._halves.addLayout(curve, 1)
        self._halves.addLayout(tables, 1)
        self.content.addLayout(self._halves)
        self.content.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room, curve and tables stand beside each other."""
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.LeftToRight if self.width() >= WIDE else direction.TopToBottom)
        super().resizeEvent(event)

    def retranslate(self) -> None:
        """Fixed texts."""
        self.set_title(tr("客户分级 A / B / C"), tr("近 {n} 个月赢单 + 在谈", n=TIER_MONTHS))
        for place, words in enumerate((tr("按客户"), tr("按商机"))):
            self.of.setItemText(place, words)
        self.of.setAccessibleName(tr("累计占比看什么"))
        self.all_of_them.setText(tr("客户名单"))
        self.chart.set_empty_words(tr("还没有客户有金额。导入带客户和金额的商机,这里就分出 A、B、C。"))
        self.tiers.set_columns(self._tier_columns())
        self.tiers.setAccessibleName(tr("客户分级 A / B / C"))
        self.accounts.set_columns(self._account_columns())
        self.accounts.setAccessibleName(tr("最大的客户"))
        self.accounts.set_empty_words(tr("还没有客户有金额。导入带客户和金额的商机,这里就分出 A、B、C。"))

    def show_computing(self) -> None:
        """Nothing is known yet of what is looked at now."""
        self._found = None
        self._pareto.setText(tr("正在计算…"))
        for part in (self.chart, self.tiers, self.accounts):
            part.setVisible(False)

    def show_tiers(self, found: AccountTiers, currency: str) -> None:
        """The Pareto curve, the three tiers, the largest customers."""
        self._found, self._currency = found, currency
        has_money = bool(found.accounts.count)
        self._show_curve()
        self.tiers.setVisible(has_money)
        self.accounts.setVisible(True)
        total = sum(tier.won + tier.open for tier in found.tiers)
        self.tiers.set_rows(
            [
                Row(
                    place,
                    (
                        Cell(tier.tier, strong=True),
                        Cell(formats.count(tier.accounts), sort=tier.accounts),
                        _money(tier.won, currency),
                        _money(tier.open, currency),
                        Cell(formats.share((tier.won + tier.open) / total) if total else formats.MISSING),
                    ),
                    tier.tier,
                )
                for place, tier in enumerate(found.tiers)
            ]
        )
        self.accounts.set_rows([_account_row(account, currency) for account in found.largest])

    def _show_curve(self) -> None:
        if self._found is None:
            return
        curve = self._curve(self._found)
        needed = curve.needed
        self._pareto.setVisible(needed is not None)
        self.chart.setVisible(needed is not None)
        if needed is None:
            return
        sentence = _sentence(curve.of, needed)
        self._pareto.setText(sentence)
        self._pareto.setToolTip(
            tr("有金额的 {n} 个客户里,最少要几个才够 80 %。", n=counted(needed.of))
            if curve.of == "accounts"
            else tr("有金额的 {n} 个商机里,最少要几个才够 80 %。", n=counted(needed.of))
        )
        self.chart.show_bars(
            [_bar(place, step, curve, self._currency) for place, step in enumerate(curve.steps)],
            sentence,
            level=0.8,
            at=(needed.accounts / needed.of, formats.share(needed.accounts / needed.of)),
            feet=(tr("金额最大的"), tr("共 {n} 个", n=counted(curve.count))),
        )

    def _curve(self, found: AccountTiers) -> ParetoCurve:
        return found.accounts if self.of.currentData() == "accounts" else found.deals

    def _open_few(self) -> None:
        if self._found and (rows := self._curve(self._found).rows_needed) is not None:
            self._open_rows(rows, self._pareto.text())

    def _open_step(self, key: str) -> None:
        if self._found:
            step = self._curve(self._found).steps[int(key)]
            self._open_rows(step.rows, step.name or _ranks(step))

    def _open_tier(self, place: int, column: str) -> None:
        if self._found:
            tier = self._found.tiers[place]
            if column in ("tier", "accounts"):
                self.tier_asked.emit(tier.tier)
                return
            self._open_rows(tier.rows, tr("{tier} 级客户的商机", tier=tier.tier))

    def _open_account(self, account_id: int) -> None:
        if self._found:
            account = next(found for found in self._found.largest if found.account_id == account_id)
            self._open_rows(account_rows(self._found.period, [account_id]), account.name)

    @staticmethod
    def _tier_columns() -> list[Column]:
        return [
            Column("tier", tr("级"), 0, "left", tr(TIER_RULE)),
            Column("accounts", tr("客户数"), 84, "right"),
            Column("won", tr("赢单"), 80, "right"),
            Column("open", tr("在谈"), 80, "right"),
            Column("share", tr("占比"), 92, "right"),
        ]

    @staticmethod
    def _account_columns() -> list[Column]:
        return [
            Column("account", tr("最大的客户"), 0),
            Column("tier", tr("级"), 52, "right"),
            Column("won", tr("赢单"), 80, "right"),
            Column("open", tr("在谈"), 80, "right"),
            Column("share", tr("累计"), 92, "right"),
        ]


def _sentence(of: ParetoOf, needed: Pareto) -> str:
    n, part, share = counted(needed.accounts), formats.share(needed.accounts / needed.of), formats.share(needed.share)
    if of == "accounts":
        return tr("{n} 个客户({part})占了 {share} 的金额", n=n, part=part, share=share)
    return tr("{n} 个商机({part})占了 {share} 的金额", n=n, part=part, share=share)


def _ranks(step: ParetoStep) -> str:
    if step.first == step.last:
        return tr("第 {n} 大", n=formats.count(step.first))
    return tr("第 {first} 到 {last} 大", first=formats.count(step.first), last=formats.count(step.last))


def _bar(place: int, step: ParetoStep, curve: ParetoCurve, currency: str) -> ParetoBar:
    assert curve.needed is not None
    name = step.name or _ranks(step)
    words = tr(
        "{name}:{amount},占 {share};到这里累计 {cumulative}", name=name,
        amount=formats.money_full(step.amount, currency), share=formats.share(step.share, 1),
        cumulative=formats.share(step.cumulative, 1),
    )  # fmt: skip
    shown = f"{formats.money(step.amount)} · {formats.share(step.cumulative)}"
    counts = step.first <= curve.needed.accounts
    return ParetoBar(str(place), name, step.share, step.cumulative, shown, counts, words)


def _money(minor: int, currency: str) -> Cell:
    return Cell(formats.money(minor), sort=minor, tip=formats.money_full(minor, currency))


def _account_row(account: TieredAccount, currency: str) -> Row:
    tier = tr("{tier} 手定", tier=account.tier) if account.by_hand else account.tier
    return Row(
        account.account_id,
        (
            Cell(account.name, quiet_text=tr("重点客户") if account.is_key else ""),
            Cell(tier),
            _money(account.won, currency),
            _money(account.open, currency),
            Cell(formats.share(account.cumulative), sort=account.cumulative, quiet=True),
        ),
        account.name,
    )
