"""A Pareto chart: bars of shares, the largest first, and the curve of what they make together, up to 100 %."""

from collections.abc import Sequence

from attrs import frozen
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from cockpit.model import formats
from cockpit.window.kit.charts import Mark, PaintedChart, paint_text, text_width, widest
from cockpit.window.kit.theme import SMALL, theme


@frozen
class ParetoBar:
    """``share`` of the whole, ``cumulative`` with all before it; ``counts`` where it belongs to the few that matter."""

    key: str
    name: str
    share: float
    cumulative: float
    shown: str
    counts: bool
    words: str


class ParetoChart(PaintedChart):
    """Bars and curve stand on one scale, which the level of 80 % crosses."""

    HEIGHT, HEAD, FOOT = 168, 12, 24

    def __init__(self) -> None:
        super().__init__()
        self._bars: Sequence[ParetoBar] = ()
        self._level = 0.8
        self._at: tuple[float, str] | None = None
        self._feet = ("", "")

    def show_bars(
        self, bars: Sequence[ParetoBar], conclusion: str, *, level: float, at: tuple[float, str] | None,
        feet: tuple[str, str],
    ) -> None:  # fmt: skip
        """``level`` is the share that the few make; ``at``: how far along the bars it is reached (0 to 1), with its
        words. ``feet`` stand beneath the first and the last bar."""
        self._bars, self._level, self._at, self._feet = bars, level, at, feet
        self.shown_anew(conclusion)

    def is_empty(self) -> bool:
        return not self._bars

    def rows(self) -> list[tuple[str, str]]:
        return [(bar.name, bar.shown) for bar in self._bars]

    def sizeHint(self) -> QSize:
        return QSize(320, self.HEIGHT)

    def paint_chart(self, painter: QPainter) -> None:
        look = theme()
        left = widest([formats.share(1.0)], SMALL) + 8
        right, top, foot = self.width() - 4.0, float(self.HEAD), float(self.height() - self.FOOT)
        high, wide = foot - top, (right - left) / len(self._bars)
        quiet_line = look.line.darker(115) if not look.dark else look.line.lighter(130)
        for share in (1.0, self._level):
            y = foot - share * high
            style = Qt.PenStyle.DashLine if share < 1 else Qt.PenStyle.SolidLine
            painter.setPen(QPen(quiet_line, 1.0, style))
            painter.drawLine(QPointF(left, y), QPointF(right, y))
            area = QRectF(0, y - 9, left - 6, 18)
            paint_text(
                painter, area, f"{share:.0%}".replace("%", " %"), look.quiet, Qt.AlignmentFlag.AlignRight, size=SMALL
            )
        painter.setPen(QPen(quiet_line, 1.0))
        painter.drawLine(QPointF(left, foot), QPointF(right, foot))
        gap = min(4.0, wide * 0.2)
        points = QPolygonF([QPointF(left, foot)])
        for place, bar in enumerate(self._bars):
            begin = left + place * wide
            column = QRectF(begin, top, wide, high)
            tall = max(1.0, bar.share * high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.accent if bar.counts else quiet_line)
            painter.drawRoundedRect(QRectF(begin + gap / 2, foot - tall, wide - gap, tall), 1.5, 1.5)
            points.append(QPointF(begin + wide, foot - bar.cumulative * high))
            self.marks.append(Mark(bar.key, bar.words, column, column))
        painter.setPen(QPen(look.text, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(points)
        if self._at is not None:
            x = left + self._at[0] * (right - left)
            y = foot - self._level * high
            painter.setPen(QPen(look.text, 1.2, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, y), QPointF(x, foot))
            width = text_width(self._at[1], bold=True) + 2
            begin = x + 8 if x + 8 + width <= right else x - 8 - width
            area = QRectF(begin, y + 8, width, 20)
            painter.fillRect(area.adjusted(-2, 0, 2, 0), look.card)
            paint_text(painter, area, self._at[1], look.text, bold=True)
        area = QRectF(left, foot + 4, right - left, 18)
        paint_text(painter, area, self._feet[0], look.quiet, size=SMALL)
        paint_text(painter, area, self._feet[1], look.quiet, Qt.AlignmentFlag.AlignRight, size=SMALL)
