"""Attainment by person, as bars."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from cockpit.language import noop, tr
from cockpit.metrics import METRICS
from cockpit.metrics.measure_results import DONE_KEYS, MeasureResult
from cockpit.metrics.people_results import PersonResult, Standing
from cockpit.metrics.targets import LEVELS as LEVEL_KEYS
from cockpit.metrics.targets import MEASURES as MEASURE_KEYS
from cockpit.metrics.targets import MONEY_MEASURES, Level, Measure
from cockpit.model import formats
from cockpit.operations.targets import LEVELS
from cockpit.window.kit.bar_list import Bar, BarList
from cockpit.window.kit.cards import Card, begun
from cockpit.window.kit.fields import ChoiceField
from cockpit.window.kit.theme import State
from cockpit.window.results.reading import ResultsData

Order = Literal["attainment", "amount", "name"]

_OF_STANDING: dict[Standing, State | None] = {"good": "ok", "at_risk": "watch", "poor": "act", "unknown": None}
SHORT: dict[Measure, str] = {
    "won_revenue": noop("赢单"),
    "collected": noop("回款"),
    "new_customers": noop("新客"),
    "new_touches": noop("触达"),
}
"""The measures, as short as a card's head has room for."""
LOWEST, HIGHEST, HEAD = 328, 388, 72
"""Heights of the card in pixels, and what its head and margins take of them."""


class PeopleBars(Card):
    """A bar each, never cut off at 100 %. By amount the bars are won revenue, so that those without target count."""

    opened = Signal(int)
    measure_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._data: ResultsData | None = None
        self.measure = ChoiceField([(tr(SHORT[key]), key) for key in MEASURE_KEYS])
        self.measure.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.measure.activated.connect(lambda _: self.measure_chosen.emit(self.measure.currentData()))
        self.header.addWidget(self.measure)
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
        for place, key in enumerate(MEASURE_KEYS):
            self.measure.setItemText(place, tr(SHORT[key]))
        self.measure.setAccessibleName(tr("按哪个指标看完成率"))
        self.bars.set_empty_words(tr("这个范围里没有销售。在“团队”里把人放进团队,这里就有他们的完成率。"))

    def show_people(self, data: ResultsData) -> None:
        """Everybody of the scope."""
        self._data = data
        self.measure.setCurrentIndex(self.measure.findData(data.measure))
        self._show()

    def _show(self) -> None:
        data = self._data
        if data is None:
            return
        order: Order = self.order.currentData()
        nobody_has_target = all(result.attainment is None for result in data.measured.values())
        if nobody_has_target and order == "attainment":
            order = "amount"
        people = _sorted(data, order)
        behind = sum(_standing(person, data) == "poor" for person in people)
        title = _title(data.measure, order)
        self.set_title(title, _subtitle(data, nobody_has_target))
        said = tr("{n} 人明显落后", n=behind) if behind else tr("没有人明显落后")
        bars = [_bar(person, order, data) for person in people]
        pace, lines = data.now["pace"].value, order != "amount" and any(bar.value is not None for bar in bars)
        self.bars.show_bars(
            bars,
            f"{title} · {self.measure.currentText()}: {said}" if data.measure != "won_revenue" else f"{title}: {said}",
            target=(1.0, tr("目标")) if lines else None,
            ticks_named=_ticks_named(data),
            pace=(pace, begun(tr("进度 {pace}", pace=formats.share(pace)))) if lines and data.runs and pace else None,
        )
        # With more people than this shows they scroll within the card.
        self.setFixedHeight(max(LOWEST, min(HIGHEST, self.bars.sizeHint().height() + HEAD)))


def _title(measure: Measure, order: Order) -> str:
    if order != "amount":
        return tr("完成率,按人")
    if measure == "won_revenue":
        return tr("赢单收入,按人")
    return tr("{measure},按人", measure=METRICS[DONE_KEYS[measure]].name)


def _standing(person: PersonResult, data: ResultsData) -> Standing:
    """Of won revenue with everything that it is judged by; of the other measures by their pace alone."""
    return person.standing if data.measure == "won_revenue" else data.measured[person.person.id].standing


def _subtitle(data: ResultsData, nobody_has_target: bool) -> str:
    """The pace stands at its line."""
    return tr("还没有目标") if nobody_has_target and data.people else ""


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


def _sorted(data: ResultsData, order: Order) -> list[PersonResult]:
    """The largest first; who has no target stands last. By name as they come."""
    if order == "name":
        return data.people

    def value(person: PersonResult) -> tuple[bool, float]:
        result = data.measured[person.person.id]
        found = result.done.value if order == "amount" else result.attainment
        return found is None, -(found or 0.0)

    return sorted(data.people, key=value)


def _bar(person: PersonResult, order: Order, data: ResultsData) -> Bar:
    result = data.measured[person.person.id]
    done, attainment, targets = result.done.value, result.attainment, result.targets
    money = result.measure in MONEY_MEASURES

    def full(value: float | None) -> str:
        return formats.money_full(value, data.currency) if money else formats.count(value)

    wanted = tr("目标 {target}", target=full(targets["target"])) if "target" in targets else tr("还没有目标")
    if result.measure == "won_revenue":
        shown_done, reasons = tr("赢单 {won}", won=full(done)), [reason.sentence for reason in person.reasons]
    else:
        shown_done = METRICS[DONE_KEYS[result.measure]].name + " " + full(done)
        reasons = [] if result.done.reason is None else [result.done.reason.sentence]
    higher = [(level, targets[level]) for level in LEVEL_KEYS[1:] if level in targets]
    told = [
        person.person.name + " " + formats.share(attainment),
        shown_done + " · " + wanted,
        *(_level_words(level, amount, full(amount), done) for level, amount in higher),
        *reasons,
    ]  # fmt: skip
    ticks: list[float | None]
    if order == "amount":
        value, shown = done, formats.money(done) if money else formats.count(done)
        ticks = [float(amount) for _, amount in higher]
    else:
        value, shown = attainment, formats.share(attainment) if attainment is not None else _without(result)
        ticks = [result.share_of(level) for level, _ in higher]
    state = _OF_STANDING[_standing(person, data)]
    marks = tuple(tick for tick in ticks if tick is not None)
    return Bar(str(person.person.id), person.person.name, value, shown, state, "\n".join(told), marks)


def _level_words(level: Level, amount: int, words: str, done: float | None) -> str:
    """A level above the target, and whether it is reached."""
    said = tr("{level} {amount}", level=tr(LEVELS[level]), amount=words)
    return said + (" ✓" if done is not None and done >= amount else "")


def _ticks_named(data: ResultsData) -> str:
    """The levels above the target that somebody has, each with the line that stands for it."""
    used = {level for result in data.measured.values() for level in result.targets}
    return "  ".join(f"│ {begun(tr(LEVELS[level]))}" for level in LEVEL_KEYS[1:] if level in used)


def _without(result: MeasureResult) -> str:
    return tr("没有目标") if "target" not in result.targets else formats.MISSING
