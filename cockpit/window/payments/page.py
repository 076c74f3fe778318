"""Money received 回款: what won deals still owe, and a form in which a payment is recorded in seconds."""

import sqlite3
from collections.abc import Callable

from attrs import frozen
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.metrics import Figure, Period
from cockpit.metrics.facts import Facts
from cockpit.metrics.figures import figures_of
from cockpit.metrics.payments import DealPayments, OwedLine, any_payment, list_outstanding, read_deal_payments
from cockpit.model import formats
from cockpit.operations.operation import Changes
from cockpit.operations.payments import read_pasted, record_pasted
from cockpit.store.file import Store
from cockpit.window.kit import background
from cockpit.window.kit.behind import open_rows
from cockpit.window.kit.cards import Card, EmptyState, PageTitle, button
from cockpit.window.kit.once import Once
from cockpit.window.kit.page import Page, View, Window
from cockpit.window.kit.tables import Cell, Column, Row, Table
from cockpit.window.payments.side import PaymentSide

KEYS = frozenset({"collected", "collected_target", "collected_attainment", "outstanding"})


@frozen
class PaymentsData:
    """``lines`` are the won deals that are not paid in full."""

    is_empty: bool
    has_payments: bool
    figures: dict[str, Figure]
    lines: list[OwedLine]
    rows: list[Row]
    currency: str
    month_words: str


class PaymentsPage(Page):
    """The deals to the left, the chosen one's payments to the right."""

    name = "payments"
    depends_on = frozenset({"person", "team", "deal", "account", "target", "setting", "import", "payment"})

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._data: PaymentsData | None = None
        self._once = Once()
        self._payments_read = background.Latest(self, background.reading)
        self._title = PageTitle()
        self._received = button("", lambda: self._open("collected"), "link")
        self._owed = button("", lambda: self._open("outstanding"), "link")
        self._paste = button("", self.paste)
        for made in (self._received, self._owed, self._paste):
            self._title.buttons.addWidget(made)
        self._card = Card()
        self._card.content.setContentsMargins(4, 14, 4, 8)
        self._card.header.setContentsMargins(12, 0, 12, 0)
        self.table = Table(_columns(), compact=True)
        self.table.ring_rows()
        self.table.open_on_single_click(False)
        self.table.opened.connect(lambda _: self.side.setFocus(Qt.FocusReason.OtherFocusReason))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self._card.content.addWidget(self.table, 1)
        self.side: PaymentSide = PaymentSide()
        self.side.asked.connect(self._perform)
        self.side.deal_asked.connect(lambda deal: self.host.go("deals", deal=deal))
        self._empty = EmptyState()
        self._build()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def _build(self) -> None:
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self._title)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._card, 1)
        row.addWidget(self.side)
        column.addLayout(row, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(shown)
        self._stack.addWidget(self._empty)

    def retranslate(self) -> None:
        self._paste.setText(tr("从 Excel 粘贴"))
        self._paste.setToolTip(tr("复制商机(名称或编号)、日期、金额三列;已经记过的不会重复。Ctrl+V 也行。"))
        self._card.set_title(tr("没有收齐的赢单"), tr("欠得多的在前"))
        self.table.set_columns(_columns())
        self.table.setAccessibleName(tr("没有收齐的赢单"))
        self.table.set_empty_words(tr("赢单都收齐了。"))
        self.side.retranslate()
        self._empty.say(
            tr("有了赢单,这里记录回款,并列出还没收齐的。先导入公司 CRM 导出的 Excel 或 CSV。"),
            (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
            (tr("看看示例团队"), lambda: self.host.command("sample")),
        )

    def load(self, connection: sqlite3.Connection, view: View) -> PaymentsData:
        """Of the scope; behind the shield of the one person."""
        period, scope = Period.of(view.month, view.today), view.shown_scope
        facts = Facts(connection, period)
        lines = list_outstanding(connection, period, facts.settings, scope)
        anything = connection.execute("SELECT 1 FROM deals WHERE deleted_at IS NULL LIMIT 1").fetchone()
        return PaymentsData(
            is_empty=anything is None,
            has_payments=any_payment(connection),
            figures=figures_of(facts, [scope], KEYS)[scope],
            lines=lines,
            # Made ready here: some hundred lines at once would hold up the window.
            rows=[_row(line, facts.settings.currency) for line in lines],
            currency=facts.settings.currency,
            month_words=formats.month_text(period.start),
        )

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there."""
        assert isinstance(data, PaymentsData)
        self._data = data
        self._stack.setCurrentIndex(1 if data.is_empty else 0)
        if data.is_empty:
            return
        collected, wanted = data.figures["collected"], data.figures["collected_target"].value
        words = tr("{month}收到 {amount}", month=data.month_words, amount=formats.money(collected.value))
        if wanted is not None:
            words += " · " + tr("目标 {target}", target=formats.money(wanted))
            words += " · " + tr("完成 {share}", share=formats.share(data.figures["collected_attainment"].value))
        self._title.show_title(tr("回款"), words if data.has_payments else tr("还没有记录过回款"))
        for link, key, said in (
            (self._received, "collected", tr("本月回款的商机")),
            (self._owed, "outstanding", tr("未回款 {amount}", amount=formats.money(data.figures["outstanding"].value))),
        ):
            link.setText(said)
            link.setVisible(bool(data.figures[key].n))
        self.table.set_rows(data.rows)
        # In a small window the deal needs the room more than the rest of a long name.
        most = min(136, self.table.viewport().width() // 6)
        self.table.fit_column("owner", {line.owner for line in data.lines}, most)
        if self.table.current_id() is None and data.lines:
            self.table.choose(data.lines[0].id, 0)
        self._show_chosen()

    def _show_chosen(self) -> None:
        data = self._data
        if data is None:
            return
        line = next((line for line in data.lines if line.id == self.table.current_id()), None)
        today, readers = self.host.view.today, self.host.readers()
        if line is None:
            self._payments_read.cancel()
            self.side.show_deal(None, None, today)
            return

        def show(found: DealPayments) -> None:
            self.side.show_deal(line, found, today)

        self._payments_read.run(lambda: read_deal_payments(readers.here(), line.id), show, self.problem)

    def _perform(self, verb: Callable[[Store], Changes]) -> None:
        """What the side asks for, once however often Enter is pressed."""
        if begun := self._once.begin("one", verb, lambda _: self.refresh()):
            self.host.perform(*begun, by=self)

    # --- paste ------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Payments from a spreadsheet."""
        if self.host.view.only_person is not None:
            return
        try:
            pasted = read_pasted(self.host.store.connection, QGuiApplication.clipboard().text())
        except CockpitError as error:
            self.host.toast(str(error))
            return
        if not pasted.new:
            self.host.toast(tr("这 {n} 笔都已经记过了。", n=pasted.known))
        elif begun := self._once.begin("paste", lambda store: record_pasted(store, pasted), lambda _: self.refresh()):
            self.host.perform(*begun)

    def _open(self, key: str) -> None:
        if self._data is not None:
            open_rows(self.host, self._data.figures[key].rows, f"{tr('回款')} · {self._data.month_words}")


def _row(line: OwedLine, currency: str) -> Row:
    return Row(
        line.id,
        (
            Cell(line.deal, quiet_text="" if line.account in line.deal else line.account, tip=line.account),
            Cell(line.owner),
            Cell(line.won_on, quiet=True),
            Cell(formats.days(line.days), sort=line.days),
            Cell(formats.money(line.amount), sort=line.amount, tip=formats.money_full(line.amount, currency)),
            Cell(formats.money(line.received), sort=line.received, tip=formats.money_full(line.received, currency)),
            Cell(
                formats.money(line.outstanding), sort=line.outstanding, strong=True,
                tip=formats.money_full(line.outstanding, currency),
            ),
        ),
        line.deal,
    )  # fmt: skip


def _columns() -> list[Column]:
    return [
        Column("deal", tr("商机名称"), 0),
        Column("owner", tr("负责人"), 80),
        Column("won_on", tr("成交日期"), 96),
        Column("days", tr("已等"), 88, "right"),
        Column("amount", tr("金额"), 76, "right"),
        Column("received", tr("已收"), 76, "right"),
        Column("outstanding", tr("未回款"), 88, "right"),
    ]
