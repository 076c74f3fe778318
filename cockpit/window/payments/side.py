"""Beside the list: the payments of the chosen deal, and the next one."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.metrics.payments import DealPayments, OwedLine, PaymentLine
from cockpit.model import formats
from cockpit.model.quantities import type_quantity
from cockpit.operations.deal_values import read_day
from cockpit.operations.operation import Changes
from cockpit.operations.payments import read_amount, record_payment, remove_payment
from cockpit.store.file import Store
from cockpit.window.kit.cards import Card, button, divider, label
from cockpit.window.kit.fields import Form, TextField, on_accept

WIDTH = 304


class PaymentSide(Card):
    """Enter records. ``asked`` is sent with a verb to perform."""

    asked = Signal(object)
    deal_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._line: OwedLine | None = None
        self._today = date.min
        self.setFixedWidth(WIDTH)
        self.title_label.setWordWrap(True)
        self.amount, self.day, self.remark = TextField(), TextField(), TextField()
        self._form = Form(2)
        self._form.share_width()
        for field, span in ((self.amount, 1), (self.day, 1), (self.remark, 2)):
            self._form.add("", field, span)
        self._reason = label("", "act")
        self._reason.setWordWrap(True)
        self._reason.hide()
        self._record = button("", self._send, "primary")
        self._to_deal = button("", self._ask, "link")
        self._form.column.insertWidget(1, self._reason)
        self._form.buttons.addWidget(self._record, 1)
        self._form.buttons.addWidget(self._to_deal)
        on_accept(self._send, self.amount, self.day, self.remark)
        self._list = QWidget()
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._divider = divider()
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self._form)
        column.addWidget(self._divider)
        column.addWidget(self._list)
        column.addStretch(1)
        self.content.addLayout(column, 1)
        self.setFocusProxy(self.amount)

    def retranslate(self) -> None:
        """Fixed texts."""
        named = {named.buddy(): named for named in self._form.findChildren(QLabel)}
        for field, words, hint in (
            (self.amount, tr("金额"), tr("例如 12万")),
            (self.day, tr("收款日期"), tr("例如 11-24")),
            (self.remark, tr("备注"), ""),
        ):
            field.setAccessibleName(words)
            field.setPlaceholderText(hint)
            named[field].setText(words)
        self.amount.setToolTip(tr("金额;退款写负数"))
        self._record.setText(tr("记一笔回款"))
        self._to_deal.setText(tr("看商机"))

    def show_deal(self, line: OwedLine | None, payments: DealPayments | None, today: date) -> None:
        """The chosen deal. What is being written for the same deal stays."""
        same = line is not None and self._line is not None and line.id == self._line.id
        paid_again = same and line != self._line
        self._line, self._today = line, today
        self._form.setVisible(line is not None)
        self._divider.setVisible(line is not None and payments is not None and bool(payments.lines))
        if line is None:
            self.set_title(tr("选一个商机"), "")
        else:
            self.set_title(line.deal, "")
            if not same or paid_again:
                self._reason.hide()
                self.amount.setText(type_quantity(line.outstanding / 100, "money"))
                self.day.setText(today.isoformat())
                self.remark.clear()
        self._show_list(payments.lines if payments else ())

    def _show_list(self, lines: tuple[PaymentLine, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, line in enumerate(lines):
            amount = label(formats.money_full(line.amount, line.currency), "act" if line.amount < 0 else "")
            amount.setAlignment(Qt.AlignmentFlag.AlignRight)
            remove = button(tr("删除"), lambda number=line.id: self._remove(number), "link")  # type: ignore[misc]
            remove.setAccessibleName(tr("删除 {day} 的回款", day=line.received_on))
            said = label(line.received_on, "quiet")
            said.setToolTip(" · ".join(part for part in (line.person, line.remark) if part))
            for place, widget in enumerate((said, amount, remove)):
                self._grid.addWidget(widget, row, place)

    def _send(self) -> None:
        line = self._line
        if line is None:
            return
        try:
            amount, day = read_amount(self.amount.text()), read_day(self.day.text(), self._today)
            if day is None or day > self._today:
                raise CockpitError(tr("收款日期不能空着,也不能晚于今天。"))
        except CockpitError as error:
            self._reason.setText(f"! {error}")
            self._reason.show()
            return
        self._reason.hide()
        remark, deal = self.remark.text(), line.id

        def verb(store: Store) -> Changes:
            return record_payment(store, deal, amount, day, remark)

        self.asked.emit(verb)

    def _remove(self, number: int) -> None:
        self.asked.emit(lambda store: remove_payment(store, number))

    def _ask(self) -> None:
        if self._line is not None:
            self.deal_asked.emit(self._line.id)
