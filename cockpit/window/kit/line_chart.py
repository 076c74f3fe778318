"""Lines over working days or months: the month as it goes, against target, the month before, and the forecast."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from attrs import field, frozen
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from cockpit.model import formats
from cockpit.window.kit.charts import PlotChart
from cockpit.window.kit.theme import SMALL, sized, theme


@frozen
class Line:
    """Values at x = 0, 1, 2, …; None leaves a gap. ``kind`` gives the look; ``label`` stands at its end."""

    label: str
    values: Sequence[float | None]
    kind: str = "main"
    """main, before (quiet), target (dotted), forecast (dashed)"""


@frozen
class Fan:
    """From (``x``, ``y``), known, to what may come at ``to_x``: low, middle, high."""

    x: float
    y: float
    to_x: float
    low: float
    middle: float
    high: float
    label: str


@frozen
class LineData:
    """All of a line chart. ``names`` are the labels beneath, by x; ``keys`` make the points of the main line open."""

    lines: Sequence[Line]
    names: dict[float, str]
    fan: Fan | None = None
    keys: Sequence[str] = field(factory=tuple)
    words: Sequence[str] = field(factory=tuple)


class LineChart(PlotChart):
    """Starts at 0. Labels stand at the ends of the lines and keep out of each other's way."""

    def __init__(self, unit: str = "money") -> None:
        self._data: LineData | None = None
        super().__init__(unit)

    def show_lines(self, data: LineData, conclusion: str) -> None:
        """Show these lines; ``conclusion`` says in a sentence what is seen."""
        self._data = data
        self.set_conclusion(conclusion)
        self.redraw()

    def is_empty(self) -> bool:
        return self._data is None or not any(value for line in self._data.lines for value in line.values)

    def redraw(self) -> None:
        self.plot.clear()
        empty = self.is_empty()
        for axis in (self.left, self.bottom):
            axis.setVisible(not empty)
        if empty or self._data is None:
            self.place_marks([])
            return
        look, data = theme(), self._data
        known = [value for line in data.lines for value in line.values if value is not None]
        if data.fan:
            known += [data.fan.high]
        top = max([*known, 0.0]) * 1.12 or 1.0
        low = min([*known, 0.0]) * 1.12
        last = max([len(line.values) - 1 for line in data.lines] + ([data.fan.to_x] if data.fan else []))
        first = min(data.names, default=0.0)
        box = self.plot.getPlotItem().getViewBox()
        box.setRange(xRange=(min(0.0, first), last * 1.16 + 0.2), yRange=(low, top), padding=0)
        self.bottom.names = data.names
        self.bottom.setTicks([sorted(data.names.items())])
        steps = _steps(low, top)
        self.left.setTicks([[(step, self.left.tickStrings([step], 1, 1)[0]) for step in steps]])
        for step in steps:
            self.plot.addItem(pg.InfiniteLine(step, angle=0, pen=pg.mkPen(look.line, width=1)))
        if data.fan:
            self._add_fan(data.fan)
        ends: list[tuple[float, float, str, QColor, bool]] = []
        for line in data.lines:
            color, pen = self._pen(line.kind)
            ys = np.array([np.nan if value is None else value for value in line.values], dtype=float)
            self.plot.addItem(pg.PlotDataItem(np.arange(len(ys)), ys, pen=pen, connect="finite"))
            places = np.flatnonzero(~np.isnan(ys))
            if len(places) and line.label:
                end = int(places[-1])
                ends.append((float(end), float(ys[end]), line.label, color, line.kind == "main"))
                if line.kind == "main":
                    self.plot.addItem(pg.ScatterPlotItem([end], [ys[end]], size=9, pen=None, brush=pg.mkBrush(color)))
        if data.fan:
            ends.append((data.fan.to_x, data.fan.middle, data.fan.label, look.accent, False))
        self._label_ends(ends, top - low)
        main = next((line for line in data.lines if line.kind == "main"), data.lines[0])
        self.place_marks([
            (data.keys[x] if x < len(data.keys) else str(x),
             data.words[x] if x < len(data.words) else f"{data.names.get(x, '')} {formats.by_unit(value, self.left.unit)}",
             float(x), value)
            for x, value in enumerate(main.values) if value is not None
        ])  # fmt: skip

    def _pen(self, kind: str) -> tuple[QColor, pg.QtGui.QPen]:
        look = theme()
        quiet_line = look.quiet.lighter(140) if not look.dark else look.quiet.darker(140)
        return {
            "main": (look.accent, pg.mkPen(look.accent, width=2.4)),
            "before": (look.quiet, pg.mkPen(quiet_line, width=1.4)),
            "target": (look.quiet, pg.mkPen(look.quiet, width=1.2, style=Qt.PenStyle.DotLine)),
            "forecast": (look.accent, pg.mkPen(look.accent, width=2, style=Qt.PenStyle.DashLine)),
        }[kind]

    def _add_fan(self, fan: Fan) -> None:
        look = theme()
        xs = [fan.x, fan.to_x]
        clear = pg.mkPen(None)
        upper = pg.PlotCurveItem(xs, [fan.y, fan.high], pen=clear)
        lower = pg.PlotCurveItem(xs, [fan.y, fan.low], pen=clear)
        tint = QColor(look.accent)
        tint.setAlpha(40)
        self.plot.addItem(upper)
        self.plot.addItem(lower)
        self.plot.addItem(pg.FillBetweenItem(upper, lower, brush=pg.mkBrush(tint)))
        dashed = pg.mkPen(look.accent, width=2, style=Qt.PenStyle.DashLine)
        self.plot.addItem(pg.PlotDataItem(xs, [fan.y, fan.middle], pen=dashed))

    def _label_ends(self, ends: list[tuple[float, float, str, QColor, bool]], span: float) -> None:
        gap = span * 0.085
        taken: list[float] = []
        last = max((x for x, *_ in ends), default=0.0)
        for x, y, words, color, strong in sorted(ends, key=lambda end: end[1]):
            place = y
            near_end = x >= last - 0.5
            if near_end:
                while any(abs(place - other) < gap for other in taken):
                    place += gap * 0.25
                taken.append(place)
            item = pg.TextItem(words, color=color, anchor=(0.0, 0.5) if near_end else (0.5, 1.25))
            item.setFont(sized(SMALL + strong, bold=strong))
            item.setPos(x + (0.15 if near_end else 0), place)
            self.plot.addItem(item, ignoreBounds=True)


def _steps(low: float, high: float) -> list[float]:
    """Three to six round values from ``low`` to ``high``, 0 among them."""
    rough = (high - low) / 4
    size = 10 ** np.floor(np.log10(rough))
    step = float(next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= rough))
    first = np.ceil(low / step)
    return [float(number * step) for number in np.arange(first, np.floor(high / step) + 1)]
