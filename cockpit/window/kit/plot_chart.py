"""A chart with axes of numbers, over a pyqtgraph plot.

pyqtgraph draws lines and areas; every text is painted here, above it. Its own axes ignore the palette, print SI
prefixes, clip Chinese labels at the edges and know nothing of each other's places.
"""

import os
from collections.abc import Sequence
from itertools import pairwise
from math import ceil, floor, log10
from typing import Any

os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")

import pyqtgraph as pg
from attrs import frozen
from PySide6.QtCore import QEvent, QMarginsF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from cockpit.model import formats
from cockpit.window.kit.charts import Chart, Mark, paint_text, text_width, widest
from cockpit.window.kit.theme import SMALL, theme

pg.setConfigOptions(antialias=True)


@frozen
class Point:
    """A place in the plot's own units that can be hovered, chosen and opened."""

    key: str
    name: str
    words: str
    x: float
    y: float


class PlotChart(Chart):
    """Neither zooms nor pans nor opens pyqtgraph's menus; values at the left in the unit of the figure.

    Money is in minor units, like every amount. A subclass fills the plot in ``redraw`` and calls ``set_view``.
    """

    FOOT, HEAD = 26.0, 12.0

    def __init__(self, unit: str = "count", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unit = unit
        self.points: list[Point] = []
        self._ticks: list[float] = []
        self._names: dict[float, str] = {}
        self._right = 0.0
        self._dots_per_pixel = self.devicePixelRatioF()
        self.plot = pg.PlotWidget(self)
        item = self.plot.getPlotItem()
        item.hideAxis("left")
        item.hideAxis("bottom")
        item.setMenuEnabled(False)
        item.hideButtons()
        self.box = item.getViewBox()
        self.box.setMouseEnabled(False, False)
        self.box.disableAutoRange()
        self.box.setDefaultPadding(0)
        # The dot at the end of a line stands half beyond the last day.
        self.box.setFlag(self.box.GraphicsItemFlag.ItemClipsChildrenToShape, False)
        # The mouse belongs to the frame: pyqtgraph zooms, pans and opens menus from its own events.
        self.plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setFrameShape(self.plot.Shape.NoFrame)
        # Items are drawn anew and never taken out: PySide crashes over areas that were removed from a scene.
        self._curves: list[Any] = []
        self._used = 0
        self._dots: list[tuple[float, float, QColor]] = []
        self._texts = _Texts(self)
        self.setMinimumHeight(160)
        self.retheme()

    def retheme(self) -> None:
        """pyqtgraph ignores the palette: colours are given to it anew."""
        self.plot.setBackground(theme().card)
        self.redraw()
        self.repaint_marks()

    def redraw(self) -> None:
        """Draw the data again in the colours in force."""
        raise NotImplementedError

    def pen(self, color: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> Any:
        """A pen ``width`` pixels wide. Qt takes the width of a line that does not scale with the plot in dots."""
        return pg.mkPen(color, width=width * self._dots_per_pixel, style=style)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._dots_per_pixel = self.devicePixelRatioF()
            self.redraw()
        return super().event(event)

    def render_picture(self, painter: QPainter) -> None:
        on_screen, self._dots_per_pixel = self._dots_per_pixel, painter.device().devicePixelRatioF()
        self.redraw()
        # A background kept as a picture would stand in the lines of an .svg, with an edge.
        kept = self.plot.cacheMode()
        self.plot.setCacheMode(self.plot.CacheModeFlag.CacheNone)
        super().render_picture(painter)
        self.plot.setCacheMode(kept)
        self._dots_per_pixel = on_screen
        self.redraw()

    def repaint_marks(self) -> None:
        self._texts.update()

    def rows(self) -> list[tuple[str, str]]:
        return [(point.name, point.words) for point in self.points]

    def sizeHint(self) -> QSize:
        return QSize(480, 280)

    def set_view(
        self, last: float, low: float, high: float, names: dict[float, str], points: Sequence[Point], right: float
    ) -> None:
        """Show x from 0 to ``last`` and y from ``low`` to ``high``.

        ``names`` are the labels beneath, by x; ``right`` is the room for labels at the right, in pixels.
        """
        self.points, self._names, self._right = list(points), names, right
        self._ticks = round_steps(low, high, whole=self.unit == "count")
        self.box.setRange(xRange=(0.0, max(last, 1e-9)), yRange=(low, high), padding=0)
        for tick in self._ticks:
            self.draw_curve([0.0, max(last, 1e-9)], [tick, tick], self.pen(theme().line, 1), behind=True)
        self._lay_out()
        self.repaint_marks()

    def draw_curve(
        self, xs: Sequence[float], ys: Sequence[float], line: Any, *, fill: QColor | None = None, behind: bool = False
    ) -> None:
        """A line through the points, gaps where a y is not a number; with ``fill`` the area that it encloses."""
        if self._used == len(self._curves):
            self._curves.append(pg.PlotCurveItem())
            self.plot.addItem(self._curves[-1], ignoreBounds=True)
        curve = self._curves[self._used]
        self._used += 1
        curve.setData(list(xs), list(ys), pen=line, connect="finite")
        curve.setBrush(pg.mkBrush(fill))
        curve.setFillLevel("enclosed" if fill else None)
        curve.setZValue(-1 if behind else self._used)
        curve.show()

    def draw_dots(self, dots: Sequence[tuple[float, float, QColor]]) -> None:
        """A dot at each (x, y) in its colour."""
        self._dots = list(dots)

    def clear(self) -> None:
        """Nothing is shown, e.g. before other data are."""
        for curve in self._curves:
            curve.hide()
        self._used = 0
        self._dots = []
        self.points, self.marks, self._ticks, self._names = [], [], [], {}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        self.plot.setGeometry(self.rect())
        self._texts.setGeometry(self.rect())
        room = self.room()
        self.plot.getPlotItem().layout.setContentsMargins(room.left(), room.top(), room.right(), room.bottom())

    def room(self) -> QMarginsF:
        """What the texts need round the plot, in pixels."""
        left = widest([self._tick_text(tick) for tick in self._ticks], SMALL) + 12
        names = [self._names[x] for x in sorted(self._names)]
        # Half of the first and of the last name stands beyond the line's ends.
        left = max(left, text_width(names[0], SMALL) / 2 + 2 if names else 0)
        right = max(self._right, text_width(names[-1], SMALL) / 2 + 4 if names else 0)
        return QMarginsF(left, self.HEAD, right, self.FOOT)

    def place(self, x: float, y: float) -> QPointF:
        """Where a value stands, in the chart's own pixels."""
        return QPointF(self.plot.mapFromScene(self.box.mapViewToScene(QPointF(x, y)))) + QPointF(self.plot.pos())

    def plot_area(self) -> QRectF:
        """Where the lines are, in the chart's own pixels."""
        area = self.box.sceneBoundingRect()
        return QRectF(self.plot.mapFromScene(area).boundingRect()).translated(QPointF(self.plot.pos()))

    def _tick_text(self, value: float) -> str:
        return formats.by_unit(round(value, 9), self.unit)

    def paint_texts(self, painter: QPainter) -> None:
        """The axes' texts, the dots, and the marks for mouse and keyboard. A subclass adds its labels."""
        look, area = theme(), self.plot_area()
        painter.setPen(Qt.PenStyle.NoPen)
        for x, y, color in self._dots:
            painter.setBrush(color)
            painter.drawEllipse(self.place(x, y), 4.5, 4.5)
        for tick in self._ticks:
            y = self.place(0, tick).y()
            box = QRectF(0, y - 10, area.left() - 8, 20)
            paint_text(painter, box, self._tick_text(tick), look.quiet, Qt.AlignmentFlag.AlignRight, size=SMALL)
        for x, words in self._names_that_fit():
            width = text_width(words, SMALL)
            box = QRectF(self.place(x, 0).x() - width / 2 - 1, area.bottom() + 6, width + 2, 18)
            paint_text(painter, box, words, look.quiet, Qt.AlignmentFlag.AlignHCenter, size=SMALL)
        self.marks = self._marks(area)

    def _names_that_fit(self) -> list[tuple[float, str]]:
        """Every name, or every second, third, ... so that none touches the next."""
        names = sorted((x, words) for x, words in self._names.items() if words)
        for stride in range(1, len(names)):
            chosen = names[::stride]
            ends = [(self.place(x, 0).x(), text_width(words, SMALL) / 2) for x, words in chosen]
            if all(there - wide > here + half + 8 for (here, half), (there, wide) in pairwise(ends)):
                return chosen
        return names[:1]

    def _marks(self, area: QRectF) -> list[Mark]:
        places = [self.place(point.x, point.y) for point in self.points]
        edges = [(one.x() + other.x()) / 2 for one, other in pairwise(places)]
        half = (places[1].x() - places[0].x()) / 2 if len(places) > 1 else 24.0
        marks = []
        for number, (point, at) in enumerate(zip(self.points, places, strict=True)):
            left = edges[number - 1] if number else at.x() - half
            right = edges[number] if number < len(edges) else at.x() + half
            band = QRectF(left, area.top(), right - left, area.height())
            marks.append(Mark(point.key, point.words, band, QRectF(at.x() - 9, at.y() - 9, 18, 18)))
        return marks


class _Texts(QWidget):
    """Lies over the plot: a child widget would cover what the chart itself paints."""

    def __init__(self, chart: PlotChart) -> None:
        super().__init__(chart)
        self._chart = chart
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._chart.is_empty():
            self._chart.paint_texts(painter)
        self._chart.paint_marks(painter)


def round_steps(low: float, high: float, *, whole: bool = False) -> list[float]:
    """Three to six round values from ``low`` to ``high``, 0 among them where it lies between; ``whole`` ones only."""
    if high <= low:
        return [low]
    rough = (high - low) / 4
    size = 10.0 ** floor(log10(rough))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= rough)
    if whole:
        step = float(max(1, round(step)))
    # 0.3 / 0.1 is a little less than 3.
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]
