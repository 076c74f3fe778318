"""Exchange rates: what is missing first, and a line in which one is typed."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.metrics.data_to_mend import Currencies, Rate
from cockpit.metrics.exchange import MILLION
from cockpit.model import formats
from cockpit.operations.deal_values import read_day
from cockpit.operations.exchange_rates import read_currency, read_rate, remove_rate, set_rate
from cockpit.operations.operation import Changes
from cockpit.store.file import Store
from cockpit.window.kit.cards import GRID, Card, button, label
from cockpit.window.kit.fields import Form, TextField, on_accept
from cockpit.window.kit.tables import COMPACT_ROW_HEIGHT, Cell, Column, Row, Table

SHOWN = 2
"""So many rows are seen at once; the others scroll."""
_MISSING_FROM = 1_000_000_000
"""Rows of currencies without a rate have ids from here; those of rates have the rate's own."""


class RatesCard(Card):
    """Enter saves. ``asked`` is sent with a verb to perform."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._found = Currencies("CNY", [], [])
        self._today = date.min
        self._missing: list[str] = []
        self.table = Table(_columns(), compact=True)
        self.table.ring_rows()
        self.table.opened.connect(self._go_to_rate)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._fill())
        self.currency, self.rate, self.day = TextField(), TextField(), TextField()
        self._form = Form(3)
        self._form.share_width()
        for field in (self.currency, self.rate, self.day):
            self._form.add("", field)
        self._reason = label("", "act")
        self._reason.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._reason.hide()
        self._form.column.insertWidget(1, self._reason)
        self._save = button("", self._send, "primary")
        self._delete = button("", self._remove, "link")
        # Beside the fields: a window of 720 rows has no line to spare.
        done = QHBoxLayout()
        done.setSpacing(GRID)
        for made in (self._save, self._delete):
            done.addWidget(made)
        self._form.grid.addLayout(done, 0, 3, Qt.AlignmentFlag.AlignBottom)
        on_accept(self._send, self.currency, self.rate, self.day)
        self.content.addWidget(self.table)
        self.content.addWidget(self._form)
        self.setFocusProxy(self.rate)

    def _go_to_rate(self, _: int) -> None:
        self.rate.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Fixed texts."""
        self.set_title(tr("汇率"), tr("按成交日或今天的汇率折算"))
        self.table.set_columns(_columns())
        self.table.setAccessibleName(tr("汇率"))
        self.table.set_empty_words(tr("还没有汇率。"))
        named = {named.buddy(): named for named in self._form.findChildren(QLabel)}
        for field, words, hint in (
            (self.currency, tr("币种"), "USD"),
            (self.rate, tr("1 单位等于多少本币"), "7.1234"),
            (self.day, tr("从哪天起"), tr("空着:一直")),
        ):
            field.setAccessibleName(words)
            field.setPlaceholderText(hint)
            named[field].setText(words)
        self._save.setText(tr("保存汇率"))
        self._delete.setText(tr("删除"))

    def show_currencies(self, found: Currencies, today: date) -> None:
        """What is being typed for a row that is still there stays."""
        before = self.table.current_id()
        self._found, self._today = found, today
        self._missing = [use.currency for use in found.uses if use.without_rate]
        used = {use.currency: use for use in found.uses}
        rows = [
            Row(
                _MISSING_FROM + place,
                (
                    Cell(currency, strong=True),
                    Cell(tr("没有汇率"), state="act", tip=tr("{n} 处没有加进金额", n=used[currency].without_rate)),
                    Cell("", quiet=True),
                ),
                currency,
            )
            for place, currency in enumerate(self._missing)
        ]
        for rate in found.rates:
            use = used.get(rate.currency)
            tip = tr("{n} 个商机用这个币种", n=use.deals) if use else tr("没有商机用这个币种")
            rows.append(
                Row(
                    rate.id,
                    (
                        Cell(rate.currency, tip=tip),
                        Cell(f"{_plain(rate.rate)} {found.home}"),
                        Cell(rate.from_on or tr("一直"), quiet=True),
                    ),
                    rate.currency,
                )
            )
        self.table.set_rows(rows)
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + COMPACT_ROW_HEIGHT * min(max(1, len(rows)), SHOWN) + 2)
        if rows and self.table.current_id() is None:
            self.table.choose(rows[0].id, 0)
        if self.table.current_id() != before or before is None:
            self._fill()
        self._delete.setVisible(self._chosen() is not None)

    def _chosen(self) -> Rate | None:
        return next((rate for rate in self._found.rates if rate.id == self.table.current_id()), None)

    def _fill(self) -> None:
        """The chosen row, ready to be changed; nothing while an input method composes."""
        if any(field.is_composing for field in (self.currency, self.rate, self.day)):
            return
        chosen, row = self._chosen(), self.table.current_id()
        self._reason.hide()
        self._delete.setVisible(chosen is not None)
        if chosen is not None:
            self.currency.setText(chosen.currency)
            self.rate.setText(_plain(chosen.rate))
            self.day.setText(chosen.from_on)
        elif row is not None and 0 <= row - _MISSING_FROM < len(self._missing):
            self.currency.setText(self._missing[row - _MISSING_FROM])
            self.rate.clear()
            self.day.clear()

    def _send(self) -> None:
        try:
            typed = self.currency.text().strip()
            # What a file called a currency is one, whatever its name.
            currency = typed if typed in {use.currency for use in self._found.uses} else read_currency(typed)
            rate, day = read_rate(self.rate.text()), read_day(self.day.text(), self._today)
        except CockpitError as error:
            self._say(error)
            return
        self._reason.hide()
        self.asked.emit(self._setting(currency, rate, day))

    @staticmethod
    def _setting(currency: str, rate: Decimal, day: date | None) -> Callable[[Store], Changes]:
        return lambda store: set_rate(store, currency, rate, day)

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            number = chosen.id
            self.asked.emit(lambda store: remove_rate(store, number))

    def _say(self, error: CockpitError) -> None:
        self._reason.setText(f"! {error}")
        self._reason.setToolTip(str(error))
        self._reason.show()

    @property
    def reason(self) -> str:
        """Why what was typed is not taken; empty for nothing."""
        return self._reason.text() if not self._reason.isHidden() else ""


def _plain(rate: int) -> str:
    return f"{(Decimal(rate) / MILLION).normalize():f}"


def _columns() -> list[Column]:
    return [
        Column("currency", tr("币种"), 88),
        Column("rate", tr("1 单位等于"), 0),
        Column(
            "from_on",
            tr("从哪天起"),
            96,
            tip=tr("从这天起的成交和回款按它折算;{missing} 为没有", missing=formats.MISSING),
        ),
    ]
