"""Beside the table: the chosen deal, what is done with several at once, or a new one."""

from collections.abc import Callable
from datetime import date
from typing import Any

from attrs import frozen
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedLayout, QWidget

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.metrics.deal_detail import DealChoices, DealDetail
from cockpit.operations.deal_values import read_money
from cockpit.window.deals.closing import DealDay
from cockpit.window.deals.pane import DealPane, Write
from cockpit.window.kit.cards import Card, button, label
from cockpit.window.kit.fields import ChoiceField, Form, TextField, on_accept
from cockpit.window.kit.scrolled import scrolled

PANE_WIDTH = 336
UNCHANGED = object()


@frozen
class Together:
    """What several deals are set to; a stage of None stays as it is."""

    fields: dict[str, Any]
    stage_id: int | None


@frozen
class NewDeal:
    """What was filled in for a new deal; the amount in minor units."""

    name: str
    account: str
    owner_id: int | None
    stage_id: int | None
    fields: dict[str, Any]


class ManyForm(Form):
    """Stage, owner and expected close of several deals at once."""

    def __init__(self, take: Callable[[Together], None], today: date) -> None:
        super().__init__()
        self._take = take
        self.column.setContentsMargins(16, 4, 16, 16)
        self.stage, self.owner = ChoiceField([]), ChoiceField([])
        self.expected = DealDay(today)
        self.add(tr("阶段"), self.stage)
        self.add(tr("负责人"), self.owner)
        self.add(tr("预计成交"), self.expected)
        self._change = button("", self._send, "primary")
        self.buttons.addWidget(self._change, 1)
        self.column.addStretch(1)
        on_accept(self._send, self.expected)

    def show_chosen(self, count: int, choices: DealChoices, stage_ids: frozenset[int]) -> None:
        """``count`` deals, in these stages: what they can be set to."""
        stages = choices.stages_of(stage_ids)
        several = len({stage.pipeline_id for stage in stages}) > 1
        _fill(self.stage, [
            (f"{stage.pipeline} · {stage.name}" if several else stage.name, stage.id) for stage in stages
        ])  # fmt: skip
        _fill(self.owner, [(name, number) for number, name in choices.owners])
        self._change.setText(tr("修改 {n} 个商机", n=count))

    def clear(self) -> None:
        """Nothing is to be changed."""
        self.stage.setCurrentIndex(0)
        self.owner.setCurrentIndex(0)
        self.expected.field.clear()

    def _send(self) -> None:
        if self.expected.is_wrong:
            self.expected.setFocus()
            return
        fields: dict[str, Any] = {}
        if self.owner.currentData() is not None:
            fields["owner_id"] = self.owner.currentData()
        if self.expected.day is not None:
            fields["expected_close"] = self.expected.day
        stage = self.stage.currentData()
        if fields or stage is not None:
            self._take(Together(fields, stage))


class NewForm(Form):
    """A new deal; only its name is needed. Enter adds, Esc drops."""

    def __init__(
        self, choices: DealChoices, owner_id: int | None, today: date, take: Callable[[NewDeal], None],
        drop: Callable[[], None],
    ) -> None:  # fmt: skip
        super().__init__()
        self._take, self._drop = take, drop
        self.column.setContentsMargins(16, 4, 16, 16)
        self.name, self.account = TextField(), TextField(hint=tr("已有的客户,或新客户"))
        self.owner = ChoiceField([("—", None), *((name, number) for number, name in choices.owners)], owner_id)
        opened = [stage for stage in choices.stages if stage.kind == "open"]
        several = len({stage.pipeline_id for stage in opened}) > 1
        self.stage = ChoiceField(
            [(f"{stage.pipeline} · {stage.name}" if several else stage.name, stage.id) for stage in opened]
        )
        self.amount, self.expected = TextField(hint=tr("例如 12万")), DealDay(today)
        self.reason = label("", "act")
        self.reason.setWordWrap(True)
        self.reason.hide()
        self.add(tr("商机名称"), self.name)
        self.add(tr("客户"), self.account)
        self.add(tr("负责人"), self.owner)
        if opened:
            self.add(tr("阶段"), self.stage)
        self.add(tr("金额"), self.amount)
        self.add(tr("预计成交"), self.expected)
        self.column.insertWidget(1, self.reason)
        self.buttons.addWidget(button(tr("添加"), self._send, "primary"), 1)
        self.buttons.addWidget(button(tr("取消"), drop), 1)
        self.column.addStretch(1)
        on_accept(self._send, self.name, self.account, self.amount, self.expected)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._drop()
        else:
            super().keyPressEvent(event)

    def _send(self) -> None:
        self.reason.hide()
        try:
            amount = read_money(self.amount.text())
        except CockpitError as error:
            self._say(str(error), self.amount)
            return
        if not self.name.text().strip():
            self._say(tr("商机要有名称。"), self.name)
        elif self.expected.is_wrong:
            self._say(tr("看不懂这个日期。"), self.expected)
        else:
            fields = {"amount": amount, "expected_close": self.expected.day}
            self._take(NewDeal(
                self.name.text().strip(), self.account.text().strip(), self.owner.currentData(),
                self.stage.currentData(), {key: value for key, value in fields.items() if value is not None},
            ))  # fmt: skip

    def _say(self, words: str, field: QWidget) -> None:
        self.reason.setText(f"! {words}")
        self.reason.show()
        field.setFocus()


class Side(Card):
    """The card beside the table; it shows one of the three."""

    left = Signal()

    def __init__(self, write: Write, together: Callable[[Together], None], today: date) -> None:
        super().__init__()
        self._write, self._together, self._today = write, together, today
        self.setFixedWidth(PANE_WIDTH)
        self.content.setContentsMargins(1, 14, 1, 1)
        self.header.setContentsMargins(15, 0, 15, 0)
        self.title_label.setWordWrap(True)
        self._room = QStackedLayout()
        self.content.addLayout(self._room, 1)
        self._nothing = QWidget()
        self._room.addWidget(self._nothing)
        self.new: NewForm | None = None
        self.pane: DealPane
        self.many: ManyForm

    def make(self) -> None:
        """Pane and form, anew in another language: their fields are named when they are made."""
        former_pane: DealPane | None = getattr(self, "pane", None)
        for former in (former_pane, getattr(self, "many", None)):
            if former is not None:
                self._take_away(former)
        self.drop_new()
        self.pane = DealPane(self._write, self._today)
        if former_pane is not None:
            self.pane.log.take_drafts(former_pane.log.drafts)
        self.pane.left.connect(self.left)
        self.pane.log.grown.connect(self._keep_in_sight)
        self.many = ManyForm(self._together, self._today)
        for made in (self.pane, self.many):
            self._room.addWidget(scrolled(made))

    def begin_day(self, today: date) -> bool:
        """The fields count from another day, and are made anew for it; False where they do so already, or while
        somebody writes here."""
        writes = self.new is not None or self.isAncestorOf(QApplication.focusWidget() or self.window())
        if today == self._today or writes:
            return False
        self._today = today
        self.make()
        return True

    def show_deal(self, detail: DealDetail, choices: DealChoices, currency: str) -> None:
        """The chosen deal."""
        if self.new is None:
            self.set_title(detail.fields["name"])
            self.pane.show_deal(detail, choices, currency)
            self._bring(self.pane)

    def write_log(self) -> None:
        """The pen into the log of the deal that is shown."""
        self.pane.log.form.text.setFocus(Qt.FocusReason.OtherFocusReason)
        # From its heading on, so that the last entries are in sight while the next one is written.
        _scroll_around(self.pane).verticalScrollBar().setValue(self.pane.log.y())

    def _keep_in_sight(self, opened: QWidget) -> None:
        """Once it has its height."""
        area = _scroll_around(self.pane)
        QTimer.singleShot(0, opened, lambda: area.ensureWidgetVisible(opened, 0, 16))

    def show_many(self, count: int, choices: DealChoices, stage_ids: frozenset[int]) -> None:
        """What several deals can be set to."""
        if self.new is None:
            self.set_title(tr("已选 {n} 个商机", n=count))
            self.many.show_chosen(count, choices, stage_ids)
            self._bring(self.many)

    def show_nothing(self) -> None:
        """No deal is chosen."""
        if self.new is None:
            self.set_title("")
            self._room.setCurrentWidget(self._nothing)

    def write_new(self, choices: DealChoices, owner_id: int | None, take: Callable[[NewDeal], None]) -> None:
        """Begin a new deal."""
        if self.new is None:
            self.new = NewForm(choices, owner_id, self._today, take, self._give_up_new)
            self._room.addWidget(scrolled(self.new))
            self._bring(self.new)
            self.set_title(tr("新商机"))
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop_new(self) -> None:
        """The form of the new deal goes."""
        if self.new is not None:
            former, self.new = self.new, None
            self._take_away(former)

    def _bring(self, shown: QWidget) -> None:
        self._room.setCurrentWidget(_scroll_around(shown))

    def _take_away(self, former: QWidget) -> None:
        scroll = _scroll_around(former)
        self._room.removeWidget(scroll)
        scroll.hide()
        scroll.deleteLater()

    def _give_up_new(self) -> None:
        self.drop_new()
        self.left.emit()


def _scroll_around(shown: QWidget) -> QScrollArea:
    viewport = shown.parentWidget()
    scroll = viewport.parentWidget() if viewport is not None else None
    assert isinstance(scroll, QScrollArea)
    return scroll


def _fill(choice: ChoiceField, choices: list[tuple[str, Any]]) -> None:
    wanted = [(tr("不改"), None), *choices]
    if [(choice.itemText(n), choice.itemData(n)) for n in range(choice.count())] != wanted:
        choice.clear()
        for words, value in wanted:
            choice.addItem(words, value)
