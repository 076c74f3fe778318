"""Customers by tier, and how few of them make most of the money."""

from collections.abc import Callable

from cockpit.language import tr
from cockpit.metrics import RowsQuery
from cockpit.metrics.tiers import TIER_MONTHS, AccountTiers, TieredAccount, account_rows
from cockpit.model import formats
from cockpit.window.kit.cards import Card, label
from cockpit.window.kit.tables import Cell, Column, Row, Table
from cockpit.window.process.counted import counted


class TiersCard(Card):
    """A row a tier and beneath the largest customers; each opens its deals."""

    def __init__(self, open_rows: Callable[[RowsQuery, str], None]) -> None:
        super().__init__()
        self._open_rows = open_rows
        self._found: AccountTiers | None = None
        self.content.setContentsMargins(4, 14, 4, 8)
        self.header.setContentsMargins(12, 0, 12, 0)
        self._pareto = label("", "quiet-usual")
        self._pareto.setWordWrap(True)
        self._pareto.setContentsMargins(12, 0, 12, 0)
        self.tiers = Table(self._tier_columns(), compact=True)
        self.tiers.set_fit_height()
        self.tiers.opened.connect(self._open_tier)
        self.accounts = Table(self._account_columns(), compact=True)
        self.accounts.set_fit_height()
        self.accounts.opened.connect(self._open_account)
        self.content.addWidget(self._pareto)
        self.content.addWidget(self.tiers)
        self.content.addWidget(self.accounts)
        self.content.addStretch(1)

    def retranslate(self) -> None:
        """Fixed texts."""
        self.set_title(tr("客户分级 A / B / C"), tr("近 {n} 个月赢单 + 在谈", n=TIER_MONTHS))
        self.tiers.set_columns(self._tier_columns())
        self.tiers.setAccessibleName(tr("客户分级 A / B / C"))
        self.accounts.set_columns(self._account_columns())
        self.accounts.setAccessibleName(tr("最大的客户"))
        self.accounts.set_empty_words(tr("还没有客户有金额。导入带客户和金额的商机,这里就分出 A、B、C。"))

    def show_computing(self) -> None:
        """Nothing is known yet of what is looked at now."""
        self._found = None
        self._pareto.setText(tr("正在计算…"))
        self.tiers.setVisible(False)
        self.accounts.setVisible(False)

    def show_tiers(self, found: AccountTiers, currency: str) -> None:
        """The Pareto sentence, the three tiers, the largest customers."""
        self._found = found
        pareto = found.pareto
        self._pareto.setVisible(pareto is not None)
        if pareto is not None:
            part = formats.share(pareto.accounts / pareto.of)
            self._pareto.setText(
                tr("{n} 个客户({part})占了 {share} 的金额",
                   n=counted(pareto.accounts), part=part, share=formats.share(pareto.share))
            )  # fmt: skip
            self._pareto.setToolTip(tr("有金额的 {n} 个客户里,最少要几个才够 80 %。", n=counted(pareto.of)))
        self.tiers.setVisible(pareto is not None)
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

    def _open_tier(self, place: int) -> None:
        if self._found:
            tier = self._found.tiers[place]
            self._open_rows(tier.rows, tr("{tier} 级客户的商机", tier=tier.tier))

    def _open_account(self, account_id: int) -> None:
        if self._found:
            account = next(found for found in self._found.largest if found.account_id == account_id)
            self._open_rows(account_rows(self._found.period, [account_id]), account.name)

    @staticmethod
    def _tier_columns() -> list[Column]:
        return [
            Column("tier", tr("级"), 0, "left", tr("按金额累计:前 70 % 为 A,到 90 % 为 B,其余为 C;手工定的级优先。")),
            Column("accounts", tr("客户数"), 84, "right"),
            Column("won", tr("赢单"), 80, "right"),
            Column("open", tr("在谈"), 80, "right"),
            Column("share", tr("占比"), 72, "right"),
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
