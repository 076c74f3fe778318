"""The last twelve cycles of any figure, as a line."""

from PySide6.QtCore import Signal

from cockpit.language import tr
from cockpit.metrics import METRICS
from cockpit.model import formats
from cockpit.window.kit.cards import Card
from cockpit.window.kit.fields import ChoiceField
from cockpit.window.kit.line_chart import Line, LineChart, LineData
from cockpit.window.results.reading import Trend, trend_keys


class TrendCard(Card):
    """``chosen`` asks for another figure; ``opened`` carries the place of the cycle whose rows are wanted."""

    chosen = Signal()
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.trend: Trend | None = None
        self.figure = ChoiceField([])
        self.figure.setMinimumContentsLength(12)
        self.figure.currentIndexChanged.connect(lambda _: self.chosen.emit())
        self.header.addWidget(self.figure)
        self.chart = LineChart()
        self.chart.setMinimumHeight(184)
        self.chart.opened.connect(lambda key: self.opened.emit(int(key)))
        self.content.addWidget(self.chart, 1)

    @property
    def key(self) -> str:
        """Which figure is wanted."""
        return str(self.figure.currentData())

    def retranslate(self) -> None:
        """Names of the figures in the language chosen now."""
        chosen = self.figure.currentData() or "won_revenue"
        self.figure.blockSignals(True)
        self.figure.clear()
        for key in trend_keys():
            self.figure.addItem(METRICS[key].name, key)
        self.figure.setCurrentIndex(self.figure.findData(chosen))
        self.figure.blockSignals(False)
        self.figure.setAccessibleName(tr("看哪个数字"))
        self.set_title(tr("最近 12 个周期"))

    def wait(self) -> None:
        """Another figure is being computed."""
        if self.trend is not None and self.trend.key != self.key:
            self.trend = None
            self.chart.show_lines(LineData([], {}), tr("正在计算…"))
        if self.trend is None:
            self.chart.set_empty_words(tr("正在计算…"))

    def show_trend(self, trend: Trend) -> None:
        """A point for each cycle that has a value."""
        self.trend = trend
        metric = METRICS[trend.key]
        self.set_title(tr("最近 12 个周期"), tr("本周期还没过完") if trend.last_runs else "")
        self.figure.setToolTip(metric.definition)
        values = [figure.value for figure in trend.figures]
        known = [value for value in values if value is not None]
        reason = next((figure.reason for figure in reversed(trend.figures) if figure.reason), None)
        self.chart.set_empty_words(reason.sentence if reason and not known else tr("这些周期还没有数据。"))
        self.chart.unit = metric.unit
        label = formats.by_unit(known[-1], metric.unit) if known else ""
        names = {float(x): _name(trend, x) for x in range(len(trend.months))}
        self.chart.show_lines(
            LineData(
                [Line(label, values)], names, keys=[str(x) for x in range(len(values))],
                words=[_words(trend, x) for x in range(len(values))],
            ),
            tr("{metric},{month} 为 {value}", metric=metric.name, month=formats.month_text(trend.months[-1].start),
               value=formats.by_unit(values[-1], metric.unit)),
        )  # fmt: skip


def _name(trend: Trend, x: int) -> str:
    month = trend.months[x]
    return formats.month_text(month.start) if x == 0 or month.number == 1 else formats.month_short(month.start)


def _words(trend: Trend, x: int) -> str:
    figure = trend.figures[x]
    words = f"{formats.month_text(trend.months[x].start)} · {formats.by_unit(figure.value, figure.unit)}"
    return words + (tr("(n={n})", n=figure.n) if figure.n is not None and figure.unit in ("share", "days") else "")
