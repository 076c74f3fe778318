"""Differences with their intervals: a dot, a line of 95 %, and n; filled only where the numbers carry it."""

from collections.abc import Sequence

from attrs import frozen
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QBrush, QPainter, QPen

from cockpit.window.kit.charts import Mark, PaintedChart
from cockpit.window.kit.theme import SMALL, theme


@frozen
class Interval:
    """``middle`` with ``low`` and ``high`` in fractions; ``sure`` fills the dot and takes a colour by sign."""

    key: str
    name: str
    middle: float
    low: float
    high: float
    shown: str
    n: str
    sure: bool
    words: str = ""


class IntervalChart(PaintedChart):
    """Zero is a line through all rows."""

    ROW = 34

    def __init__(self) -> None:
        super().__init__()
        self._intervals: Sequence[Interval] = ()
        self._note = ""

    def show_intervals(self, intervals: Sequence[Interval], conclusion: str, note: str) -> None:
        """``note`` stands beneath: what the lines mean."""
        self._intervals, self._note = intervals, note
        self.set_conclusion(conclusion)
        self.setMinimumHeight(self.sizeHint().height())
        self.update()

    def nothing_to_show(self) -> bool:
        return not self._intervals

    def rows(self) -> list[tuple[str, str]]:
        return [(interval.name, f"{interval.shown} {interval.n}") for interval in self._intervals]

    def sizeHint(self) -> QSize:
        return QSize(420, max(3, len(self._intervals)) * self.ROW + 28)

    def paint_chart(self, painter: QPainter) -> None:
        look = theme()
        names, shown, n = 150.0, 76.0, 64.0
        left, right = names + 20, self.width() - shown - n - 16
        low = min(0.0, *(interval.low for interval in self._intervals))
        high = max(0.0, *(interval.high for interval in self._intervals))
        scale = (right - left) / max(high - low, 1e-9)
        zero = left - low * scale
        foot = len(self._intervals) * self.ROW
        painter.setPen(QPen(look.quiet, 1))
        painter.drawLine(QPointF(zero, 2), QPointF(zero, foot))
        for place, interval in enumerate(self._intervals):
            top, middle = place * self.ROW, place * self.ROW + self.ROW / 2
            color = (look.ok if interval.middle > 0 else look.act) if interval.sure else look.quiet
            self.text(painter, QRectF(0, top, names, self.ROW), interval.name, look.text, right=True)
            painter.setPen(QPen(color, 1.8))
            painter.drawLine(QPointF(left + (interval.low - low) * scale, middle), QPointF(left + (interval.high - low) * scale, middle))
            painter.setBrush(QBrush(color if interval.sure else look.card))
            painter.drawEllipse(QPointF(left + (interval.middle - low) * scale, middle), 5, 5)
            self.text(painter, QRectF(right + 12, top, shown, self.ROW), interval.shown, color)
            self.text(painter, QRectF(self.width() - n, top, n, self.ROW), interval.n, look.quiet, right=True, size=SMALL)
            self.marks.append(Mark(interval.key, interval.words or f"{interval.name} {interval.shown} {interval.n}", QRectF(0, top, self.width(), self.ROW)))
        self.text(painter, QRectF(left - 60, foot + 4, right - left + 120, 20), self._note, look.quiet, center=True, size=SMALL)
