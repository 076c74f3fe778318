"""One column of the file in full: its heading, more of its cells, what it is taken for and why, how it is written."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.model import formats
from cockpit.operations.import_look import ColumnLook, TableLook
from cockpit.window.importing.questions import DAY_ORDERS, MARKS
from cockpit.window.kit.cards import GRID, Card, button, label
from cockpit.window.kit.fields import ChoiceField

WIDTH = 296
CURRENCIES = ("CNY", "USD", "EUR", "HKD", "JPY", "GBP", "TWD", "SGD", "KRW", "AUD", "CAD")


class ColumnDetail(Card):
    """``decided`` sends "day_order", "decimal_mark" or "currency", and what was chosen for it; None: by itself."""

    decided = Signal(str, object)

    def __init__(self, ask: Callable[[], None]) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self._heading, self._where = label("", "strong"), label("", "quiet")
        self._samples, self._reason = label(""), label("", "quiet")
        self._names = [label("", "quiet") for _ in range(5)]
        cells, taken, self._order_name, self._mark_name, self._currency_name = self._names
        self._cells_name, self._taken_name = cells, taken
        for words in (self._heading, self._samples, self._reason):
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.taken = button("", ask)
        self.taken.setAutoDefault(False)
        self.order, self.mark, self.currency = ChoiceField([]), ChoiceField([]), ChoiceField([])
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self._where)
        self._blocks: dict[QWidget, QWidget] = {}
        for name, widget in (
            (taken, self.taken), (self._order_name, self.order), (self._mark_name, self.mark),
            (self._currency_name, self.currency),
        ):  # fmt: skip
            block = QWidget()
            self._blocks[widget] = block
            lines = QVBoxLayout(block)
            lines.setContentsMargins(0, GRID, 0, 0)
            lines.setSpacing(4)
            lines.addWidget(name)
            lines.addWidget(widget)
            name.setBuddy(widget)
            if widget is self.taken:
                lines.addWidget(self._reason)
            column.addWidget(block)
        column.addSpacing(GRID)
        column.addWidget(cells)
        column.addWidget(self._samples)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside.setStyleSheet("background: transparent")
        scroll.setWidget(inside)
        self.content.addWidget(scroll)
        for field, what in ((self.order, "day_order"), (self.mark, "decimal_mark"), (self.currency, "currency")):
            field.activated.connect(lambda _, field=field, what=what: self.decided.emit(what, field.currentData()))

    def show_column(self, look: TableLook, column: ColumnLook, taken: str) -> None:
        """``taken``: what it is taken for, in words."""
        for name, words in zip(
            self._names, (tr("内容"), tr("认作"), tr("日期怎么读"), tr("小数点"), tr("币种")), strict=True
        ):  # fmt: skip
            name.setText(words)
        self._heading.setText(column.label)
        filled = tr("{n} 格有内容", n=formats.count(column.filled))
        self._where.setText(tr("{letter} 列", letter=column.letter) + " · " + filled)
        self.taken.setText(f"{taken} ▾")
        self.taken.setAccessibleName(tr("认作") + " " + taken)
        self._reason.setText(column.reason)
        self._reason.setVisible(bool(column.reason))
        self._samples.setText("\n".join(column.samples))
        used = bool(column.field)
        automatic = tr("按文件推断")
        self._offer(
            self.order, self._order_name, used and column.value_kind in ("date", "month"),
            [(automatic, None), *((tr(name), value) for value, name in DAY_ORDERS)], look.choices.day_order,
        )  # fmt: skip
        is_money = used and column.value_kind == "money"
        self._offer(
            self.mark, self._mark_name, is_money,
            [(automatic, None), *((tr(name), value) for value, name in MARKS)], look.choices.decimal_mark,
        )  # fmt: skip
        known = list(dict.fromkeys(filter(None, (*CURRENCIES, column.currency))))
        chosen = look.choices.currencies.get(column.label)
        by_itself = automatic + (f" ({column.currency})" if column.currency and not chosen else "")
        self._offer(
            self.currency, self._currency_name, is_money,
            [(by_itself, None), *((code, code) for code in known)], chosen,
        )  # fmt: skip

    def _offer(
        self, field: ChoiceField, name: QLabel, is_offered: bool, choices: list[tuple[str, object]], chosen: object
    ) -> None:
        self._blocks[field].setVisible(is_offered)
        field.clear()
        for words, value in choices:
            field.addItem(words, value)
        field.setCurrentIndex(next((place for place, (_, value) in enumerate(choices) if value == chosen), 0))
        field.setAccessibleName(name.text())
