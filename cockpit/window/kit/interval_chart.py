"""Differences or shares with their intervals: a dot, a line of 95 %, and n; filled only where the numbers carry it."""

from collections.abc import Sequence

from attrs import frozen
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from cockpit.window.kit.charts import Mark, PaintedChart, paint_text, widest
from cockpit.window.kit.theme import SMALL, theme


@frozen
class Interval:
    """``middle`` with ``low`` and ``high`` in fractions; ``sure`` fills the dot and takes a colour by its side."""

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
    """What all are held against, usually zero, is a line through all rows; the figures stand beside it in columns."""

    ROW, FOOT = 34, 28

    def __init__(self) -> None:
        super().__init__()
        self._intervals: Sequence[Interval] = ()
        self._note = ""
        self._line = 0.0

    def show_intervals(
        self, intervals: Sequence[Interval], conclusion: str, note: str, *, held_against: float = 0.0
    ) -> None:
        """``note`` stands beneath: what the lines mean. ``held_against``: where the line through all rows stands."""
        self._intervals, self._note, self._line = intervals, note, held_against
        self.shown_anew(conclusion)

    def is_empty(self) -> bool:
        return not self._intervals

    def rows(self) -> list[tuple[str, str]]:
        return [(interval.name, f"{interval.shown} {interval.n}") for interval in self._intervals]

    def sizeHint(self) -> QSize:
        return QSize(420, max(3, len(self._intervals)) * self.ROW + self.FOOT)

    def paint_chart(self, painter: QPainter) -> None:
        look = theme()
        names = min(self.width() * 0.4, widest([interval.name for interval in self._intervals]) + 4)
        shown = widest([interval.shown for interval in self._intervals]) + 4
        n = widest([interval.n for interval in self._intervals], SMALL) + 4
        left, right = names + 24, self.width() - shown - n - 40
        low = min(0.0, *(interval.low for interval in self._intervals))
        high = max(0.0, *(interval.high for interval in self._intervals))
        scale = max(0.0, right - left) / max(high - low, 1e-9)
        foot = len(self._intervals) * self.ROW

        def across(value: float) -> float:
            return left + (value - low) * scale

        painter.setPen(QPen(look.line.darker(120) if not look.dark else look.line.lighter(140), 1.4))
        painter.drawLine(QPointF(across(self._line), 2), QPointF(across(self._line), foot))
        for place, interval in enumerate(self._intervals):
            row = QRectF(0, place * self.ROW, self.width(), self.ROW)
            color = (look.ok if interval.middle > self._line else look.act) if interval.sure else look.quiet
            side = Qt.AlignmentFlag.AlignRight
            paint_text(painter, QRectF(0, row.top(), names, self.ROW), interval.name, look.text, side)
            y = row.center().y()
            painter.setPen(QPen(color, 1.8))
            painter.drawLine(QPointF(across(interval.low), y), QPointF(across(interval.high), y))
            painter.setBrush(color if interval.sure else look.card)
            painter.drawEllipse(QPointF(across(interval.middle), y), 5, 5)
            paint_text(painter, QRectF(right + 12, row.top(), shown, self.ROW), interval.shown, color, side)
            area = QRectF(self.width() - n - 4, row.top(), n, self.ROW)
            paint_text(painter, area, interval.n, look.quiet, side, size=SMALL)
            words = interval.words or f"{interval.name} {interval.shown} {interval.n}"
            self.marks.append(Mark(interval.key, words, row, row))
        area = QRectF(0, foot + 4, self.width() - 4, 20)
        paint_text(painter, area, self._note, look.quiet, Qt.AlignmentFlag.AlignHCenter, size=SMALL)
