"""The cards of the forecast page: the four ways on one axis, the back-test, and who was right."""

from PySide6.QtCore import Signal

from cockpit.language import tr
from cockpit.metrics import Figure
from cockpit.metrics.backtest import BackTest, Basis, TriedCycle, basis_name
from cockpit.metrics.forecast_ways import WAYS, Way, WayFigure, way_definition, way_name
from cockpit.metrics.who_was_right import Judged, Right, WhoWasRight
from cockpit.model import formats
from cockpit.model.formats import counted
from cockpit.window.forecast.reading import ForecastData
from cockpit.window.kit.cards import Card, label
from cockpit.window.kit.range_chart import Range, RangeChart, Upright
from cockpit.window.kit.tables import Cell, Column, Row, Table
from cockpit.window.kit.theme import SYMBOLS, State

GOOD, FAIR = 0.9, 0.75
"""From such an accuracy on a forecast is good, or fair."""


def state_of(accuracy: float) -> State:
    """How good a forecast was."""
    return "ok" if accuracy >= GOOD else "watch" if accuracy >= FAIR else "act"


class WaysCard(Card):
    """Four figures with their ranges, and through them the target and what is won."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.chart = RangeChart()
        self.chart.opened.connect(self.opened)
        self._note = label("", "quiet")
        self._note.setWordWrap(True)
        self.content.addWidget(self.chart)
        self.content.addWidget(self._note)

    def show_ways(self, data: ForecastData, ways: list[WayFigure], forecast: Figure | None = None) -> None:
        """``ways`` may lack the simulation while it is computed; ``forecast`` brings what to know about the deals."""
        self.set_title(tr("四种预测"), tr("圆点是预测,横线是区间"))
        by_way = {found.way: found for found in ways}
        ranges = [self._range(way, by_way.get(way)) for way in WAYS]
        uprights = [Upright(tr("已赢单"), formats.money(data.won), data.won, False)]
        if data.target is not None:
            uprights.append(Upright(tr("目标"), formats.money(data.target), data.target, True))
        said = [f"{found.name} {found.shown}" for found in ranges]
        self.chart.show_ranges(ranges, uprights, tr("四种预测") + tr(":") + tr("、").join(said))
        learned = by_way.get("learned")
        notes = []
        if learned is not None and learned.value is not None and learned.n:
            notes.append(
                tr("“学到的值”用在 {n} / {all} 个商机上;其余阶段不到 30 个关过的商机,用你的经验值。",
                   n=counted(learned.learned_n), all=counted(learned.n))
            )  # fmt: skip
        notes += [note.sentence for note in forecast.notes] if forecast is not None else []
        self._note.setText("\n".join(notes))
        self._note.setVisible(bool(notes))

    @staticmethod
    def _range(way: Way, found: WayFigure | None) -> Range:
        name = way_name(way)
        if found is None or found.value is None:
            why = tr("正在算…") if found is None else found.reason.sentence if found.reason else "—"
            return Range(way, name, None, None, None, why, "", f"{name}: {why}\n{way_definition(way)}")
        value, beside = formats.money(found.value), tr("{n} 单", n=counted(found.n))
        if found.low is not None and found.high is not None and found.low < found.high:
            beside = f"{formats.money(found.low)} – {formats.money(found.high)} · {beside}"
        words = f"{name} {value} ({beside})\n{way_definition(way)}"
        return Range(way, name, found.value, found.low, found.high, value, beside, words)


class TrialCard(Card):
    """Past cycles: what each way would have said on an early working day, and how near it came."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.content.setContentsMargins(4, 14, 4, 12)
        self.header.setContentsMargins(12, 0, 12, 0)
        self.table = Table(self._columns(), compact=True)
        self.table.set_fit_height()
        self.table.opened.connect(self._open)
        self._note = label("", "quiet")
        self._note.setWordWrap(True)
        self._note.setContentsMargins(12, 0, 12, 0)
        self.content.addWidget(self.table)
        self.content.addWidget(self._note)
        self._count = 0

    def retranslate(self) -> None:
        """Headings in the language chosen now."""
        self.table.set_columns(self._columns())
        self.table.setAccessibleName(tr("回测"))

    def wait(self, done: int = 0, of: int = 0) -> None:
        """It is being computed: so many of so many cycles are tried."""
        words = tr("正在算… {done} / {all}", done=done, all=of) if of else tr("正在算…")
        self.set_title(tr("回测:哪种更准"), words)
        if not done:
            self.table.set_rows([])
            self.table.set_empty_words(tr("正在算…"))
            self._note.hide()

    def show_trial(self, trial: BackTest) -> None:
        """The newest cycle first, then the medians."""
        self.set_title(tr("回测:哪种更准"), tr("各周期开始不久时的预测,和最后的赢单收入比"))
        self.table.set_empty_words(tr("还没有过完的周期可以回测。"))
        self._count = len(trial.cycles)
        rows = [
            Row(place, self._cells(cycle), formats.month_text(cycle.month.start))
            for place, cycle in reversed(list(enumerate(trial.cycles)))
        ]
        for number, basis in enumerate(trial.bases()):
            rows.append(Row(1000 + number, self._medians(trial, basis), tr("中位数")))
        self.table.set_rows(rows)
        self._say(trial)

    def _say(self, trial: BackTest) -> None:
        notes = []
        for basis in trial.bases():
            best = trial.best(basis)
            if best is not None:
                found = trial.accuracy(best, basis)
                notes.append(
                    tr("{basis}:最准的是“{way}”,准确率中位数 {share}({n} 个周期)。", basis=basis_name(basis),
                       way=way_name(best), share=formats.share(found.value), n=found.n)
                )  # fmt: skip
            else:
                notes.append(tr("{basis}:不到 3 个周期,还看不出哪种更准。", basis=basis_name(basis)))
            drawn = trial.accuracy("simulated", basis)
            if drawn.ranges:
                notes.append(
                    tr("模拟的 10%–90% 区间在 {all} 个周期里说中了 {n} 个。", n=drawn.inside, all=drawn.ranges)
                )
        self._note.setText("\n".join(notes))
        self._note.setVisible(bool(notes))

    @property
    def notes(self) -> str:
        """What is said beneath the table."""
        return self._note.text()

    @staticmethod
    def _cells(cycle: TriedCycle) -> tuple[Cell, ...]:
        day = formats.day_short(cycle.day) if cycle.day else "—"
        cells = [
            Cell(formats.month_text(cycle.month.start), sort=str(cycle.month)),
            Cell(basis_name(cycle.basis), quiet=True, tip=tr("{day} 的预测", day=day)),
            Cell(formats.money(cycle.actual), sort=cycle.actual, strong=True),
        ]
        for way in WAYS:
            found, accuracy = cycle.ways.get(way), cycle.accuracy(way)
            why = cycle.lack or (found.reason if found is not None else None)
            if found is None or found.value is None:
                cells.append(Cell("—", tip=why.sentence if why else "", quiet=True))
            elif accuracy is None:
                cells.append(Cell(f"— · {formats.money(found.value)}", quiet=True, tip=tr("没有赢单,比不了")))
            else:
                state = state_of(accuracy)
                text = f"{SYMBOLS[state]} {formats.share(accuracy)} · {formats.money(found.value)}"
                cells.append(Cell(text, sort=accuracy, tone=state, tip=formats.money_full(found.value)))
        return tuple(cells)

    @staticmethod
    def _medians(trial: BackTest, basis: Basis) -> tuple[Cell, ...]:
        cells = [Cell(tr("中位数"), strong=True), Cell(basis_name(basis), quiet=True), Cell("")]
        for way in WAYS:
            found = trial.accuracy(way, basis)
            if found.value is None:
                cells.append(Cell("—", quiet=True))
                continue
            state = state_of(found.value)
            text = f"{SYMBOLS[state]} {formats.share(found.value)} · n={found.n}"
            cells.append(Cell(text, sort=found.value, tone=state, strong=True))
        return tuple(cells)

    def _open(self, row: int) -> None:
        if 0 <= row < self._count:
            self.opened.emit(row)

    @staticmethod
    def _columns() -> list[Column]:
        tips = {way: way_definition(way) for way in WAYS}
        return [
            Column("month", tr("周期"), 128),
            Column("basis", tr("依据"), 0),
            Column("actual", tr("赢单收入"), 104, "right"),
            *(Column(way, way_name(way), 152, "right", tips[way]) for way in WAYS),
        ]


class RightCard(Card):
    """By stage: the manager's value, the learned one, what happened, and who came nearer; a stage opens its cycles."""

    def __init__(self) -> None:
        super().__init__()
        self.content.setContentsMargins(4, 14, 4, 12)
        self.header.setContentsMargins(12, 0, 12, 0)
        self.table = Table(self._columns(), compact=True)
        self.table.set_fit_height()
        self.table.opened.connect(self._toggle)
        self.content.addWidget(self.table)
        self._found: WhoWasRight | None = None
        self._unfolded: set[int] = set()

    def retranslate(self) -> None:
        """Headings in the language chosen now."""
        self.table.set_columns(self._columns())
        self.table.setAccessibleName(tr("经验值准不准"))

    def wait(self) -> None:
        """It is being computed."""
        self.set_title(tr("经验值准不准"), tr("正在算…"))
        self.table.set_rows([])
        self.table.set_empty_words(tr("正在算…"))

    def show_right(self, found: WhoWasRight) -> None:
        """The stages over all cycles."""
        self._found = found
        self.set_title(tr("经验值准不准"), tr("进过该阶段、后来关了的商机赢了多少;点阶段看每个周期"))
        self.table.set_empty_words(tr("还没有记过阶段、后来关了的商机。"))
        rows: list[Row] = []
        for stage in found.stages:
            open_ = stage.stage_id in self._unfolded
            rows.append(Row(stage.stage_id, self._cells(stage, ("▾ " if open_ else "▸ ") + stage.stage), stage.stage))
            if open_:
                for place, month in enumerate(found.by_month[stage.stage_id]):
                    name = formats.month_text(month.month.start) if month.month else ""
                    rows.append(Row(-(stage.stage_id * 100 + place) - 1, self._cells(month, "      " + name), name))
        self.table.set_rows(rows)

    def _toggle(self, row: int) -> None:
        if row >= 0 and self._found is not None:
            self._unfolded ^= {row}
            self.show_right(self._found)

    @staticmethod
    def _cells(found: Judged, name: str) -> tuple[Cell, ...]:
        low, high = found.interval
        words: dict[Right, tuple[str, State | None]] = {
            "own": (tr("你的更准"), "ok"),
            "learned": (tr("学到的更准"), "watch"),
            "both": (tr("一样准"), "ok"),
            "unknown": (tr("还看不出"), None),
        }
        text, state = words[found.right]
        inside = low <= found.own <= high
        return (
            Cell(name),
            Cell(formats.count(found.n), sort=found.n),
            Cell(formats.share(found.share), sort=found.share, strong=True),
            Cell(f"{formats.share(low)} – {formats.share(high)}", sort=low, quiet=True),
            Cell(
                formats.share(found.own) if inside else f"△ {formats.share(found.own)}",
                sort=found.own,
                tone=None if inside else "watch",
                tip="" if inside else tr("在 95% 区间之外"),
            ),
            Cell(formats.share(found.learned), sort=found.learned),
            Cell(f"{SYMBOLS[state]} {text}" if state else text, tone=state, quiet=state is None),
        )

    @staticmethod
    def _columns() -> list[Column]:
        return [
            Column("stage", tr("阶段"), 0),
            Column("n", tr("关单数"), 72, "right"),
            Column("share", tr("实际赢单"), 112, "right"),
            Column("interval", tr("95% 区间"), 112, "right"),
            Column("own", tr("你的经验值"), 136, "right", tr("周期开始那天的经验值,按单数平均。")),
            Column("learned", tr("学到的值"), 120, "right", tr("周期开始前关的商机的赢单比例;不到 30 单不显示。")),
            Column("right", tr("谁更准"), 160),
        ]
