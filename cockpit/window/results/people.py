"""Attainment by person, as bars."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from cockpit.language import tr
from cockpit.metrics import Figure
from cockpit.metrics.people_results import PersonResult, Standing
from cockpit.model import formats
from cockpit.window.kit.bar_list import Bar, BarList
from cockpit.window.kit.cards import Card, begun
from cockpit.window.kit.fields import ChoiceField
from cockpit.window.kit.theme import State
from cockpit.window.results.reading import ResultsData

Order = Literal["attainment", "amount", "name"]

_OF_STANDING: dict[Standing, State | None] = {"good": "ok", "at_risk": "watch", "poor": "act", "unknown": None}
LOWEST, HIGHEST, HEAD = 328, 388, 72
"""Heights of the card in pixels, and what its head and margins take of them."""


class PeopleBars(Card):
    """A bar each, never cut off at 100 %. By amount the bars are won revenue, so that those without target count."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._data: ResultsData | None = None
        self.order = ChoiceField([])
        self.order.currentIndexChanged.connect(lambda _: self._show())
        self.order.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.header.addWidget(self.order)
        scroll = _ScrolledBars()
        self.bars = _FollowedBars(scroll)
        self.bars.opened.connect(lambda key: self.opened.emit(int(key)))
        scroll.setWidget(self.bars)
        # The scroll area has just told it to fill itself with the background of pages.
        self.bars.setAutoFillBackground(False)
        self.content.addWidget(scroll, 1)

    def retranslate(self) -> None:
        """The ways to sort in the language chosen now."""
        chosen = self.order.currentData() or "attainment"
        self.order.blockSignals(True)
        self.order.clear()
        for words, value in ((tr("按完成率"), "attainment"), (tr("按金额"), "amount"), (tr("按姓名"), "name")):
            self.order.addItem(words, value)
        self.order.setCurrentIndex(self.order.findData(chosen))
        self.order.blockSignals(False)
        self.order.setAccessibleName(tr("排序"))
        self.bars.set_empty_words(tr("这个范围里没有销售。在“团队”里把人放进团队,这里就有他们的完成率。"))

    def show_people(self, data: ResultsData) -> None:
        """Everybody of the scope."""
        self._data = data
        self._show()

    def _show(self) -> None:
        data = self._data
        if data is None:
            return
        order: Order = self.order.currentData()
        nobody_has_target = all(person.figures["attainment"].value is None for person in data.people)
        if nobody_has_target and order == "attainment":
            order = "amount"
        people = _sorted(data.people, order)
        behind = sum(person.standing == "poor" for person in people)
        title = tr("赢单收入,按人") if order == "amount" else tr("完成率,按人")
        self.set_title(title, _subtitle(data, order, nobody_has_target))
        said = tr("{n} 人明显落后", n=behind) if behind else tr("没有人明显落后")
        bars = [_bar(person, order, data) for person in people]
        pace, lines = data.now["pace"].value, order != "amount" and any(bar.value is not None for bar in bars)
        self.bars.show_bars(
            bars,
            f"{title}: {said}",
            target=(1.0, tr("目标")) if lines else None,
            pace=(pace, begun(tr("进度 {pace}", pace=formats.share(pace)))) if lines and data.runs and pace else None,
        )
        # With more people than this shows they scroll within the card.
        self.setFixedHeight(max(LOWEST, min(HIGHEST, self.bars.sizeHint().height() + HEAD)))


def _subtitle(data: ResultsData, order: Order, nobody_has_target: bool) -> str:
    if nobody_has_target and data.people:
        return tr("还没有目标")
    if order == "amount" or not data.runs:
        return ""
    return tr("进度 {pace}", pace=formats.share(data.now["pace"].value))


class _ScrolledBars(QScrollArea):
    """Many people scroll within the card; at its end the page goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setStyleSheet("QScrollArea { background: transparent; }")
        self.viewport().setAutoFillBackground(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().maximum():
            super().wheelEvent(event)
        else:
            event.ignore()


class _FollowedBars(BarList):
    """What is chosen by keyboard comes into sight."""

    def __init__(self, scroll: QScrollArea) -> None:
        super().__init__()
        self._scroll = scroll

    def _choose(self, number: int) -> None:
        super()._choose(number)
        place = self.marks[number].ring.center().toPoint()
        self._scroll.ensureVisible(0, place.y(), 0, self.ROW + self.FOOT)


def _sorted(people: list[PersonResult], order: Order) -> list[PersonResult]:
    """The largest first; who has no target stands last. By name as they come."""
    if order == "name":
        return people
    key = "won_revenue" if order == "amount" else "attainment"

    def value(person: PersonResult) -> tuple[bool, float]:
        found = person.figures[key].value
        return found is None, -(found or 0.0)

    return sorted(people, key=value)


def _bar(person: PersonResult, order: Order, data: ResultsData) -> Bar:
    figures = person.figures
    won, target, attainment = (figures[key].value for key in ("won_revenue", "target", "attainment"))
    wanted = (
        tr("还没有目标") if target is None else tr("目标 {target}", target=formats.money_full(target, data.currency))
    )
    told = [
        person.person.name + " " + formats.share(attainment),
        tr("赢单 {won}", won=formats.money_full(won, data.currency)) + " · " + wanted,
        *(reason.sentence for reason in person.reasons),
    ]  # fmt: skip
    if order == "amount":
        value, shown = won, formats.money(won)
    else:
        value, shown = attainment, formats.share(attainment) if attainment is not None else _without(figures)
    state = _OF_STANDING[person.standing]
    return Bar(str(person.person.id), person.person.name, value, shown, state, "\n".join(told))


def _without(figures: dict[str, Figure]) -> str:
    return tr("没有目标") if figures["target"].value is None else formats.MISSING
