"""Figures with their ranges under each other on one axis, with upright marks that run through all of them."""

from collections.abc import Callable, Sequence

from attrs import frozen
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cockpit.window.kit.charts import Mark, PaintedChart, paint_text, text_width, widest
from cockpit.window.kit.theme import SMALL, theme

Across = Callable[[float], float]
"""From a value to its place in pixels."""


@frozen
class Range:
    """``middle`` with ``low`` and ``high`` on the common scale; ``middle`` None: ``shown`` says why.

    ``beside`` stands in the quiet colour after ``shown``: the range in words, n. ``words`` say everything.
    """

    key: str
    name: str
    middle: float | None
    low: float | None
    high: float | None
    shown: str
    beside: str
    words: str


@frozen
class Upright:
    """A mark through all rows, named at the foot: the target, what is won so far."""

    name: str
    shown: str
    value: float
    is_goal: bool


class RangeChart(PaintedChart):
    """A bar from low to high and a dot in the middle for each; the figures stand in columns at the right."""

    ROW, FOOT = 36, 44

    def __init__(self) -> None:
        super().__init__()
        self._ranges: Sequence[Range] = ()
        self._uprights: Sequence[Upright] = ()

    def show_ranges(self, ranges: Sequence[Range], uprights: Sequence[Upright], conclusion: str) -> None:
        """Show other figures."""
        self._ranges, self._uprights = ranges, uprights
        self.shown_anew(conclusion)

    def is_empty(self) -> bool:
        return not self._ranges

    def rows(self) -> list[tuple[str, str]]:
        return [
            *((found.name, f"{found.shown} {found.beside}".strip()) for found in self._ranges),
            *((upright.name, upright.shown) for upright in self._uprights),
        ]

    def sizeHint(self) -> QSize:
        return QSize(640, max(1, len(self._ranges)) * self.ROW + self.FOOT)

    def paint_chart(self, painter: QPainter) -> None:
        look = theme()
        names = widest([found.name for found in self._ranges]) + 4
        shown = widest([found.shown for found in self._ranges if found.middle is not None], bold=True) + 4
        beside = widest([found.beside for found in self._ranges], SMALL) + 4
        left, right = names + 24, self.width() - shown - beside - 40
        known = [
            value for found in self._ranges for value in (found.low, found.middle, found.high) if value is not None
        ]
        known += [upright.value for upright in self._uprights]
        low, high = min(0.0, *known, 0.0), max(1.0, *known, 1.0)
        scale = max(1.0, right - left) / (high - low)
        foot = len(self._ranges) * self.ROW

        def across(value: float) -> float:
            return left + (value - low) * scale

        for place, found in enumerate(self._ranges):
            row = QRectF(0, place * self.ROW, self.width(), self.ROW)
            self._paint_row(painter, found, row, (names, left, right, shown, beside), across)
        self._paint_uprights(painter, across, foot, (left, right))
        painter.setPen(QPen(look.line, 1))
        painter.drawLine(QPointF(left, foot), QPointF(right, foot))

    def _paint_row(
        self, painter: QPainter, found: Range, row: QRectF, columns: tuple[float, ...], across: Across
    ) -> None:
        names, left, right, shown, beside = columns
        look, y, side = theme(), row.center().y(), Qt.AlignmentFlag.AlignRight
        paint_text(painter, QRectF(0, row.top(), names, self.ROW), found.name, look.text)
        self.marks.append(Mark(found.key, found.words, row, row))
        if found.middle is None:
            paint_text(painter, QRectF(left, row.top(), self.width() - left, self.ROW), found.shown, look.quiet)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.accent_tint)
        painter.drawRoundedRect(QRectF(across(0), y - 5, max(0.0, across(found.middle) - across(0)), 10), 3, 3)
        if found.low is not None and found.high is not None and found.low < found.high:
            painter.setPen(QPen(look.accent, 2))
            painter.drawLine(QPointF(across(found.low), y), QPointF(across(found.high), y))
            for end in (found.low, found.high):
                painter.drawLine(QPointF(across(end), y - 5), QPointF(across(end), y + 5))
        painter.setPen(QPen(look.card, 1.5))
        painter.setBrush(look.accent)
        painter.drawEllipse(QPointF(across(found.middle), y), 5.5, 5.5)
        area = QRectF(right + 16, row.top(), shown, self.ROW)
        paint_text(painter, area, found.shown, look.text, side, bold=True)
        area = QRectF(self.width() - beside - 4, row.top(), beside, self.ROW)
        paint_text(painter, area, found.beside, look.quiet, side, size=SMALL)

    def _paint_uprights(self, painter: QPainter, across: Across, foot: float, ends: tuple[float, float]) -> None:
        look = theme()
        taken = -1e9
        for upright in sorted(self._uprights, key=lambda found: found.value):
            x = across(upright.value)
            color: QColor = look.text if upright.is_goal else look.quiet
            style = Qt.PenStyle.SolidLine if upright.is_goal else Qt.PenStyle.DashLine
            painter.setPen(QPen(color, 1.6, style))
            painter.drawLine(QPointF(x, 2), QPointF(x, foot + 4))
            words = f"{upright.name} {upright.shown}"
            width = text_width(words, SMALL) + 4
            start = min(max(ends[0], x - width / 2), ends[1] - width)
            line = 4 if start > taken + 8 else 20
            paint_text(painter, QRectF(start, foot + line, width, 16), words, color, size=SMALL)
            taken = max(taken, start + width) if line == 4 else taken
