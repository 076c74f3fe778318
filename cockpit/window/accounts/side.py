"""Beside the table: the chosen account with its deals, activities and payments, or what is done with several."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics.account_detail import AccountDeal, AccountDetail, AccountPayment
from cockpit.metrics.account_list import AccountChoices, AccountValue
from cockpit.model import formats
from cockpit.model.formats import counted
from cockpit.window.accounts.writing import tier_choices
from cockpit.window.kit.cards import Card, button, label
from cockpit.window.kit.fields import ChoiceField, Form, TextField
from cockpit.window.kit.scrolled import scrolled
from cockpit.window.kit.theme import SYMBOLS, State, theme, theme_signals
from cockpit.window.kit.time_lines import TimeLines, time_line

PANE_WIDTH = 336
UNCHANGED = "unchanged"
_STATES: dict[str, State] = {"won": "ok", "lost": "fail"}
Write = Callable[[int, str, object], None]


class AccountPane(QWidget):
    """One account. ``left`` is sent when Esc leads back to the table, ``deal_asked`` for a deal, ``all_asked`` for all
    deals of the account."""

    left = Signal()
    deal_asked = Signal(int)
    all_asked = Signal(int)

    def __init__(self, write: Write) -> None:
        super().__init__()
        self._write_field = write
        self._detail: AccountDetail | None = None
        self._value: AccountValue | None = None
        self._currency = ""
        self.typed = {"name": TextField(), "industry": TextField(), "region": TextField()}
        self.owner, self.tier = ChoiceField([]), ChoiceField(tier_choices())
        self.key_account = QPushButton("★ " + tr("重点客户"))
        self.key_account.setCheckable(True)
        self._form = Form(2)
        self._form.share_width()
        self._form.add(tr("客户"), self.typed["name"], 2)
        self._form.add(tr("级"), self.tier)
        self._form.add(tr("负责人"), self.owner)
        self._form.add(tr("行业"), self.typed["industry"])
        self._form.add(tr("区域"), self.typed["region"])
        self._facts = label("", "quiet")
        self._facts.setWordWrap(True)
        self._all = button("", self._ask_for_all, "link")
        self._deals = TimeLines(tr("商机"))
        self._deals.opened.connect(lambda link: self.deal_asked.emit(int(link)))
        self._activities, self._payments = TimeLines(tr("跟进记录")), TimeLines(tr("回款"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 16)
        column.setSpacing(12)
        for part in (
            self._form, self.key_account, self._facts, self._deals, self._all, self._activities, self._payments,
        ):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)
        self.setFocusProxy(self.typed["name"])
        for key, field in self.typed.items():
            field.editingFinished.connect(lambda key=key, field=field: self._take(key, field))
        self.owner.activated.connect(lambda _: self._write("owner", self.owner.currentData()))
        self.tier.activated.connect(lambda _: self._write("tier", self.tier.currentData()))
        self.key_account.clicked.connect(lambda checked: self._write("is_key", checked))
        theme_signals.changed.connect(self._tell)

    def show_account(
        self, detail: AccountDetail, choices: AccountChoices, value: AccountValue | None, currency: str
    ) -> None:
        """Show an account. A field in which somebody is writing keeps what stands in it."""
        same = self._detail is not None and self._detail.row.id == detail.row.id
        self._detail, self._value, self._currency = detail, value, currency
        for key, field in self.typed.items():
            if not (same and field.isModified()):
                self._fill(key, field)
        self.refill_choices(choices)
        self._tell()

    def refill_choices(self, choices: AccountChoices) -> None:
        """Owner, tier and flag as they are stored."""
        detail = self._detail
        if detail is None:
            return
        owners: list[tuple[str, object]] = [(formats.MISSING, None), *((name, n) for n, name in choices.owners)]
        if detail.row.owner_id is not None and all(number != detail.row.owner_id for _, number in owners):
            owners.append((detail.row.owner or formats.MISSING, detail.row.owner_id))
        for choice, offered, chosen in (
            (self.owner, owners, detail.row.owner_id), (self.tier, tier_choices(), detail.row.tier_by_hand),
        ):  # fmt: skip
            with QSignalBlocker(choice):
                choice.clear()
                for words, number in offered:
                    choice.addItem(words, number)
                choice.setCurrentIndex(max(0, choice.findData(chosen)))
        self.key_account.setChecked(detail.row.is_key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            for key, field in self.typed.items():
                self._fill(key, field)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self, key: str, field: TextField) -> None:
        text = str(getattr(self._detail.row, key) or "") if self._detail else ""
        if field.text() != text:
            field.setText(text)
        field.setModified(False)

    def _take(self, key: str, field: TextField) -> None:
        if not field.isModified():
            return
        words = " ".join(field.text().split())
        if key == "name" and not words:
            # An account is never without a name: the former one stands there again.
            self._fill(key, field)
            return
        field.setModified(False)
        self._write(key, words or None)

    def _write(self, key: str, value: object) -> None:
        if self._detail is not None:
            self._write_field(self._detail.row.id, key, value)

    def _ask_for_all(self) -> None:
        if self._detail is not None:
            self.all_asked.emit(self._detail.row.id)

    def _tell(self) -> None:
        detail = self._detail
        if detail is None:
            return
        quiet, row = theme().quiet.name(), detail.row
        facts = [
            tr("在手 {amount}", amount=formats.money(row.open)) if row.open_deals else tr("没有在手商机"),
            tr("12 个周期赢单 {amount}", amount=formats.money(row.won)),
        ]
        if self._value is not None and row.tier_by_hand is None:
            facts.insert(0, tr("按规则 {tier} 级", tier=self._value.tier))
        if row.parent:
            facts.append(tr("上级客户 {name}", name=row.parent))
        if detail.children:
            facts.append(tr("下级客户 {names}", names=tr("、").join(detail.children[:5])))
        self._facts.setText(" · ".join(facts))
        self._deals.tell([self._deal_words(deal, quiet) for deal in detail.deals])
        self._all.setText(tr("全部 {n} 个商机", n=counted(detail.deal_count)))
        self._all.setVisible(bool(detail.deal_count))
        self._activities.tell([
            time_line(
                activity.day, " · ".join(part for part in (activity.kind, activity.met, activity.person) if part),
                activity.note, quiet,
            )
            for activity in detail.activities
        ])  # fmt: skip
        self._payments.tell([self._payment_words(payment, quiet) for payment in detail.payments])

    def _deal_words(self, deal: AccountDeal, quiet: str) -> str:
        estimated = deal.list_price is not None
        amount = f"≈ {formats.money(deal.list_price)}" if estimated else formats.money(deal.amount)
        if deal.currency and deal.currency != self._currency and deal.amount is not None and not estimated:
            amount = f"{deal.currency} {amount}"
        symbol = f"{SYMBOLS[_STATES[deal.state]]} " if deal.state in _STATES else ""
        return time_line(
            deal.day or formats.MISSING, deal.name, f"{symbol}{deal.stage} · {amount}", quiet, str(deal.id)
        )

    def _payment_words(self, payment: AccountPayment, quiet: str) -> str:
        return time_line(
            payment.day, formats.money_full(payment.amount, payment.currency or self._currency), payment.deal, quiet
        )


class ManyAccounts(Form):
    """Owner, tier and flag of several accounts at once."""

    def __init__(self, take: Callable[[Mapping[str, Any]], None]) -> None:
        super().__init__()
        self._send_on = take
        self.column.setContentsMargins(16, 4, 16, 16)
        self.owner = ChoiceField([])
        self.tier = ChoiceField([(tr("不改"), UNCHANGED), *tier_choices()])
        self.key_account = ChoiceField([(tr("不改"), UNCHANGED), (tr("重点客户"), True), (tr("不是重点客户"), False)])
        self.add(tr("负责人"), self.owner)
        self.add(tr("级"), self.tier)
        self.add(tr("重点客户"), self.key_account)
        self._change = button("", self._send, "primary")
        self.buttons.addWidget(self._change, 1)
        self.column.addStretch(1)

    def show_chosen(self, count: int, choices: AccountChoices) -> None:
        """``count`` accounts: what they can be set to."""
        offered = [(tr("不改"), UNCHANGED), (formats.MISSING, None), *((name, n) for n, name in choices.owners)]
        self.owner.clear()
        for words, number in offered:
            self.owner.addItem(words, number)
        self.tier.setCurrentIndex(0)
        self.key_account.setCurrentIndex(0)
        self._change.setText(tr("修改 {n} 个客户", n=counted(count)))

    def _send(self) -> None:
        chosen = {
            "owner_id": self.owner.currentData(), "tier_by_hand": self.tier.currentData(),
            "is_key": self.key_account.currentData(),
        }  # fmt: skip
        self._send_on({field: value for field, value in chosen.items() if value != UNCHANGED})


class AccountSide(Card):
    """The card beside the table; it shows one account, what several can be set to, or nothing."""

    def __init__(self, write: Write, together: Callable[[Mapping[str, Any]], None]) -> None:
        super().__init__()
        self._write, self._together = write, together
        self.setFixedWidth(PANE_WIDTH)
        self.content.setContentsMargins(1, 14, 1, 1)
        self.header.setContentsMargins(15, 0, 15, 0)
        self.title_label.setWordWrap(True)
        self._room = QStackedLayout()
        self.content.addLayout(self._room, 1)
        self._room.addWidget(QWidget())
        self._made: list[QScrollArea] = []
        self.pane: AccountPane
        self.many: ManyAccounts

    def make(self) -> None:
        """Pane and form, anew in another language: their fields are named when they are made."""
        for former in self._made:
            self._room.removeWidget(former)
            former.hide()
            former.deleteLater()
        self.pane, self.many = AccountPane(self._write), ManyAccounts(self._together)
        self._made = [scrolled(made) for made in (self.pane, self.many)]
        for area in self._made:
            self._room.addWidget(area)

    def show_account(
        self, detail: AccountDetail, choices: AccountChoices, value: AccountValue | None, currency: str
    ) -> None:
        """The chosen account."""
        self.set_title(detail.row.name)
        self.pane.show_account(detail, choices, value, currency)
        self._room.setCurrentIndex(1)

    def show_many(self, count: int, choices: AccountChoices) -> None:
        """What several accounts can be set to."""
        self.set_title(tr("已选 {n} 个客户", n=counted(count)))
        self.many.show_chosen(count, choices)
        self._room.setCurrentIndex(2)

    def show_nothing(self) -> None:
        """No account is chosen."""
        self.set_title("")
        self._room.setCurrentIndex(0)
