"""What if: other experience values, close dates and amounts, seen at once and written only when kept."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics.forecast_ways import WayFigure, expected_by_own, quick_ways, simulated, way_name
from cockpit.metrics.what_if import DealToTry, TriedDeal, ValueRow, WhatIf, tried
from cockpit.model import formats
from cockpit.model.quantities import read_quantity, type_quantity
from cockpit.window.forecast.reading import ForecastDepth
from cockpit.window.kit import background
from cockpit.window.kit.cards import Card, button, label
from cockpit.window.kit.fields import DayField, Form, TextField
from cockpit.window.kit.search_field import SEARCH_AFTER, SearchField
from cockpit.window.kit.tables import Cell, Column, Row, Table

HEIGHT = 260


class WhatIfCard(Card):
    """Experience values at the left, deals at the right; a row is chosen, tried in the field beneath, and seen above.

    ``kept`` carries the values by (team, stage) and the fields of deals by id; ``searched`` the words by which a deal
    is looked for, "" for the largest. The simulation follows a moment after the other ways.
    """

    kept = Signal(object, object)
    searched = Signal(str)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._depth: ForecastDepth | None = None
        self._offered: list[DealToTry] = []
        self._tried_deals: dict[int, DealToTry] = {}
        self._drawing = background.Latest(self)
        self._target: int | None = None
        self._values: dict[tuple[int | None, int], float] = {}
        self._deals: dict[int, TriedDeal] = {}
        self._answer = label("", "strong")
        self._answer.setWordWrap(True)
        self._about, self._values_name = label("", "quiet"), label("", "quiet")
        self._about.setWordWrap(True)
        self.search = SearchField()
        self._search_soon = QTimer(self, singleShot=True, interval=SEARCH_AFTER)
        self._search_soon.timeout.connect(lambda: self.searched.emit(self.search.text()))
        # Not sent while an input method composes: what is not yet a word is not looked for.
        self.search.textChanged.connect(lambda _: self._search_soon.start())
        self.keep_button = button("", self._keep, "primary")
        self.drop_button = button("", self.drop)
        self.header.addWidget(self.drop_button)
        self.header.addWidget(self.keep_button)
        self.values_table = Table(self._value_columns(), compact=True)
        self.deals_table = Table(self._deal_columns(), compact=True)
        self.value_field, self.amount_field = TextField("", ""), TextField("", "")
        self._day_room = QVBoxLayout()
        self._day_room.setContentsMargins(0, 0, 0, 0)
        self.day_field = DayField(today())
        self.value_button = button("", self._try_value)
        self.learned_button = button("", self._try_learned)
        self.deal_button = button("", self._try_deal)
        self._value_form, self._deal_form = QWidget(), QWidget()
        self._forms_made = False
        self.content.addWidget(self._answer)
        halves = QHBoxLayout()
        halves.setSpacing(16)
        self._halves: list[QVBoxLayout] = []
        for table in (self.values_table, self.deals_table):
            table.setFixedHeight(HEIGHT)
            half = QVBoxLayout()
            half.setSpacing(8)
            half.addWidget(self._values_name if table is self.values_table else self.search)
            half.addWidget(table)
            halves.addLayout(half, 1)
            self._halves.append(half)
        self.content.addLayout(halves)
        self.content.addWidget(self._about)
        self.search.left.connect(self.deals_table.setFocus)
        self.values_table.opened.connect(self._choose_value)
        self.deals_table.opened.connect(self._choose_deal)
        self.value_field.returnPressed.connect(self._try_value)
        self.amount_field.returnPressed.connect(self._try_deal)
        self.day_field.accepted.connect(self._try_deal)
        self._value_at = self._deal_at = -1

    def retranslate(self) -> None:
        """All fixed texts; the fields are named anew."""
        self.set_title(tr("如果……会怎样"), tr("只是试算,留下之前什么都不会改"))
        self.keep_button.setText(tr("留下这些改动"))
        self.drop_button.setText(tr("放弃试算"))
        self.value_button.setText(tr("试一试"))
        self.learned_button.setText(tr("用学到的值"))
        self.deal_button.setText(tr("试一试"))
        self.values_table.set_columns(self._value_columns())
        self.deals_table.set_columns(self._deal_columns())
        self.values_table.setAccessibleName(tr("经验值,试算"))
        self.deals_table.setAccessibleName(tr("商机,试算"))
        self.values_table.set_empty_words(tr("这个周期没有可试的商机。"))
        self._values_name.setText(tr("按团队和阶段的经验值"))
        self._values_name.setFixedHeight(self.search.sizeHint().height())
        self.search.setPlaceholderText(tr("找任何一个未关的商机"))
        self.search.setAccessibleName(tr("找任何一个未关的商机"))
        self._about.setText(tr("模拟里:改经验值,该阶段的机会同比例变;推到周期之后的商机不再抽签。"))
        for half, old, fields, buttons in (
            (self._halves[0], self._value_form, ((tr("经验值"), self.value_field),),
             (self.value_button, self.learned_button)),
            (self._halves[1], self._deal_form,
             ((tr("金额"), self.amount_field), (tr("预计关单"), self.day_field)), (self.deal_button,)),
        ):  # fmt: skip
            form = Form(columns=len(fields))
            for name, field in fields:
                form.add(name, field)
            for one in buttons:
                form.buttons.addWidget(one)
            form.buttons.addStretch(1)
            half.addWidget(form)
            half.removeWidget(old)
            old.deleteLater()
            if half is self._halves[0]:
                self._value_form = form
            else:
                self._deal_form = form
        self._show_rows()

    def wait(self) -> None:
        """Other data are read: what was tried was tried on what is gone."""
        self._depth = None
        self._drawing.cancel()
        self._values.clear()
        self._deals.clear()
        self._tried_deals.clear()
        self._value_at = self._deal_at = -1
        self.setVisible(False)

    def show_depth(self, depth: ForecastDepth, target: int | None) -> None:
        """What can be tried."""
        self._depth, self._target = depth, target
        self._offered = depth.deals
        self.setVisible(True)
        self._choose_value(0)
        self._choose_deal(0)
        self._show_rows()
        if self.search.text().strip():
            self.searched.emit(self.search.text())

    def show_found(self, deals: list[DealToTry]) -> None:
        """What the words found; the first can be tried at once."""
        self._offered = deals
        self._choose_deal(0)
        self._show_deals()

    @property
    def answer(self) -> str:
        """What is said of the changes that are tried."""
        return self._answer.text()

    @property
    def is_trying(self) -> bool:
        """Something is tried that was not kept."""
        return bool(self._values or self._deals)

    def drop(self) -> None:
        """As it was."""
        self._values.clear()
        self._deals.clear()
        self._choose_value(self._value_at)
        self._choose_deal(self._deal_at)
        self._show_rows()

    # --- choosing and trying ----------------------------------------------------------------------------------

    def _choose_value(self, place: int) -> None:
        rows = self._depth.values if self._depth else []
        self._value_at = place if 0 <= place < len(rows) else -1
        self._value_form.setEnabled(self._value_at >= 0)
        if self._value_at >= 0:
            row = rows[self._value_at]
            value = self._values.get((row.team_id, row.stage_id), row.value)
            self.value_field.setText(type_quantity(value, "share"))
            self.learned_button.setEnabled(row.learned is not None)

    def _choose_deal(self, place: int) -> None:
        deals = self._offered if self._depth else []
        self._deal_at = place if 0 <= place < len(deals) else -1
        self._deal_form.setEnabled(self._deal_at >= 0)
        if self._deal_at >= 0:
            deal = deals[self._deal_at]
            now = self._deals.get(deal.id, TriedDeal(deal.amount, deal.expected_close))
            self.amount_field.setText(type_quantity(None if now.amount is None else now.amount / 100, "money"))
            self.amount_field.setEnabled(not deal.is_abroad)
            self.day_field.field.setText(now.expected_close.isoformat() if now.expected_close else "")

    def _try_value(self) -> None:
        value = read_quantity(self.value_field.text(), "share")
        if self._depth is None or self._value_at < 0:
            return
        if value is None or not 0 <= value <= 1:
            self._answer.setText(tr("经验值在 0 到 100% 之间。"))
            return
        self._put_value(self._depth.values[self._value_at], value)

    def _try_learned(self) -> None:
        if self._depth is not None and self._value_at >= 0:
            row = self._depth.values[self._value_at]
            if row.learned is not None:
                self._put_value(row, round(row.learned, 2))
                self.value_field.setText(type_quantity(round(row.learned, 2), "share"))

    def _put_value(self, row: ValueRow, value: float) -> None:
        if value == row.value:
            self._values.pop((row.team_id, row.stage_id), None)
        else:
            self._values[row.team_id, row.stage_id] = value
        self._show_rows()

    def _try_deal(self) -> None:
        if self._depth is None or self._deal_at < 0:
            return
        typed = self.amount_field.text().strip()
        amount = read_quantity(typed, "money") if typed else None
        if (typed and amount is None) or self.day_field.is_wrong:
            self._answer.setText(tr("看不懂这个金额或日期。"))
            return
        deal = self._offered[self._deal_at]
        now = TriedDeal(None if amount is None else round(amount * 100), self.day_field.day)
        if now == TriedDeal(deal.amount, deal.expected_close):
            self._deals.pop(deal.id, None)
        else:
            self._deals[deal.id] = now
            self._tried_deals[deal.id] = deal
        self._show_rows()

    def _keep(self) -> None:
        if self._depth is None or not self.is_trying:
            return
        fields: dict[int, Mapping[str, object]] = {}
        for number, now in self._deals.items():
            deal = self._tried_deals[number]
            changed = {"amount": now.amount, "expected_close": now.expected_close}
            was = {"amount": deal.amount, "expected_close": deal.expected_close}
            fields[number] = {name: value for name, value in changed.items() if value != was[name]}
        self.kept.emit(dict(self._values), fields)

    # --- showing ----------------------------------------------------------------------------------------------

    def _show_rows(self) -> None:
        depth = self._depth
        self.keep_button.setEnabled(self.is_trying)
        self.drop_button.setEnabled(self.is_trying)
        if depth is None:
            return
        self.values_table.set_rows([self._value_row(place, row) for place, row in enumerate(depth.values)])
        self._show_deals()
        self._drawing.cancel()
        before = quick_ways(depth.standing)
        if not self.is_trying:
            own = expected_by_own(depth.standing)
            self._answer.setText(
                tr("现在的预测是 {amount}", amount=formats.money(own.value)) + self._attained(own.value) + tr("。")
            )
            return
        standing = tried(depth.standing, depth.period, WhatIf(self._values, self._deals))
        then = quick_ways(standing)
        parts = [self._moved(old, new) for old, new in zip(before, then, strict=True) if new.value is not None]
        parts[0] += self._attained(then[0].value)
        end = tr("。")
        drawn = depth.ways[-1]
        if drawn.value is None:
            self._answer.setText(tr(";").join(parts) + end)
            return
        self._answer.setText(tr(";").join([*parts, tr("模拟 正在算…")]) + end)

        def show(new: WayFigure) -> None:
            self._answer.setText(tr(";").join([*parts, self._moved(drawn, new)]) + end)

        self._drawing.run(lambda: simulated(standing), show)

    def _show_deals(self) -> None:
        words = tr("没有这样的未关商机。") if self.search.text().strip() else tr("没有未关的商机。")
        self.deals_table.set_empty_words(words)
        self.deals_table.set_rows([self._deal_row(place, deal) for place, deal in enumerate(self._offered)])

    def _attained(self, value: int | None) -> str:
        if not self._target or value is None:
            return ""
        return tr(",能完成目标的 {share}", share=formats.share(value / self._target))

    @staticmethod
    def _moved(old: WayFigure, new: WayFigure) -> str:
        name = way_name(new.way)
        if old.value is None or new.value is None or old.value == new.value:
            return f"{name} {formats.money(new.value)}"
        difference = formats.money_change(new.value - old.value)
        return f"{name} {formats.money(old.value)} → {formats.money(new.value)} ({difference})"

    def _value_row(self, place: int, row: ValueRow) -> Row:
        now = self._values.get((row.team_id, row.stage_id))
        shown = formats.share(row.value) if now is None else f"{formats.share(row.value)} → {formats.share(now)}"
        name = f"{row.team} · {row.stage}" if row.team else row.stage
        return Row(
            place,
            (
                Cell(name),
                Cell(formats.money(row.amount), sort=row.amount, tip=tr("{n} 单", n=row.count)),
                Cell(shown, sort=row.value, strong=now is not None),
                Cell(formats.share(row.learned), sort=row.learned),
                Cell(formats.count(row.learned_n), sort=row.learned_n, quiet=True),
            ),
            name,
        )

    def _deal_row(self, place: int, deal: DealToTry) -> Row:
        now = self._deals.get(deal.id)
        amount, day = deal.amount, deal.expected_close
        if now is not None:
            amount, day = now.amount, now.expected_close
        return Row(
            place,
            (
                Cell(deal.name, quiet_text=deal.stage),
                Cell(formats.money(amount), sort=amount, strong=amount != deal.amount),
                Cell(formats.day_short(day), sort=str(day or ""), strong=day != deal.expected_close),
            ),
            deal.name,
        )

    @staticmethod
    def _value_columns() -> list[Column]:
        return [
            Column("stage", tr("阶段"), 0),
            Column("amount", tr("金额"), 80, "right"),
            Column("value", tr("经验值"), 120, "right"),
            Column("learned", tr("学到的值"), 120, "right"),
            Column("n", "n", 52, "right", tr("进过该阶段、已经关了的商机数。")),
        ]

    @staticmethod
    def _deal_columns() -> list[Column]:
        return [
            Column("name", tr("商机名称"), 0),
            Column("amount", tr("金额"), 96, "right"),
            Column("expected", tr("预计关单"), 128, "right"),
        ]
