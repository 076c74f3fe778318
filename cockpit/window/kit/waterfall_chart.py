"""From one sum to another: the first, what each thing added or took, and the last."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

from attrs import frozen
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cockpit.window.kit.charts import Mark, PaintedChart, paint_text, text_width
from cockpit.window.kit.theme import SMALL, USUAL, theme

Tone = Literal["good", "bad", "plain"]
_CUT_FROM, _LEFT_BELOW = 0.5, 0.35
"""Where no step comes below this share of the highest, the feet are cut: so much of the range stays beneath."""


@frozen
class Step:
    """A column between the two sums, texts ready. ``value`` is what it adds, None where that cannot be computed:
    ``shown`` then says "—". ``beneath`` stands below the name, e.g. how many.
    """

    key: str
    name: str
    value: float | None
    shown: str
    beneath: str = ""
    tone: Tone = "plain"
    words: str = ""


class WaterfallChart(PaintedChart):
    """Columns from left to right: the whole of the beginning, steps that hang on each other, the whole of the end.

    Small steps between large sums are seen because the feet of the sums are cut off then: ``foot`` says where, and
    whoever shows the chart says so beside it.
    """

    HEIGHT, HEAD, FOOT = 288, 28, 48
    NARROWEST = 64

    def __init__(self) -> None:
        super().__init__()
        self._start: Step | None = None
        self._end: Step | None = None
        self._steps: Sequence[Step] = ()

    def show_steps(self, start: Step, steps: Sequence[Step], end: Step, conclusion: str) -> None:
        """``start`` and ``end`` are sums, their values from 0."""
        self._start, self._steps, self._end = start, list(steps), end
        self.setMinimumWidth((len(self._steps) + 2) * self.NARROWEST)
        self.shown_anew(conclusion)

    def clear(self) -> None:
        """Nothing is shown."""
        self._start = self._end = None
        self._steps = ()
        self.shown_anew("")

    def is_empty(self) -> bool:
        return self._start is None

    @property
    def columns(self) -> list[Step]:
        """All columns from left to right."""
        return [] if self._start is None or self._end is None else [self._start, *self._steps, self._end]

    def rows(self) -> list[tuple[str, str]]:
        return [(step.name, " · ".join(part for part in (step.shown, step.beneath) if part)) for step in self.columns]

    def sizeHint(self) -> QSize:
        return QSize(640, self.HEIGHT)

    def spans(self) -> list[tuple[float, float]]:
        """For each column from where to where it reaches, in the unit of the values."""
        if self._start is None or self._end is None:
            return []
        levels = list(accumulate((step.value or 0 for step in self._steps), initial=self._start.value or 0))
        between = list(zip(levels, levels[1:], strict=False))
        return [(0, self._start.value or 0), *between, (0, self._end.value or 0)]

    def foot(self) -> float:
        """The value at which the columns stand: 0, or higher where the feet of the sums are cut off."""
        levels = [end for _, end in self.spans()]
        low, high = min(levels, default=0), max(levels, default=0)
        if low <= 0 or low < _CUT_FROM * high or low == high:
            return min(0.0, low)
        return max(0.0, low - (high - low) * _LEFT_BELOW / (1 - _LEFT_BELOW))

    def paint_chart(self, painter: QPainter) -> None:
        look, columns, spans = theme(), self.columns, self.spans()
        foot = self.foot()
        top = max([0.0 if foot <= 0 else foot, *(max(span) for span in spans)])
        area = QRectF(0, self.HEAD, self.width(), self.height() - self.HEAD - self.FOOT)
        scale = area.height() / max(top - foot, 1e-9)
        wide = self.width() / len(columns)
        thick = min(72.0, wide * 0.64)

        def y(value: float) -> float:
            return area.bottom() - (max(value, foot) - foot) * scale

        painter.setPen(QPen(look.line, 1))
        painter.drawLine(QPointF(0, y(max(foot, 0.0)) + 0.5), QPointF(self.width(), y(max(foot, 0.0)) + 0.5))
        for place, (step, (begun, ended)) in enumerate(zip(columns, spans, strict=True)):
            middle = (place + 0.5) * wide
            is_sum = place in (0, len(columns) - 1)
            upper, lower = min(y(begun), y(ended)), max(y(begun), y(ended))
            bar = QRectF(middle - thick / 2, upper, thick, max(2.0, lower - upper))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._color(step, is_sum))
            painter.drawRoundedRect(bar, 3, 3)
            if is_sum and foot > 0:
                self._paint_cut(painter, bar)
            if place < len(columns) - 1:
                painter.setPen(QPen(look.quiet, 1, Qt.PenStyle.DotLine))
                level = round(y(ended)) + 0.5
                painter.drawLine(QPointF(bar.right(), level), QPointF(middle + wide - thick / 2, level))
            self._paint_words(painter, step, QRectF(middle - wide / 2, 0, wide, self.height()), upper, is_sum)
            band = QRectF(middle - wide / 2, 0, wide, self.height())
            words = step.words or f"{step.name} {step.shown}"
            self.marks.append(Mark(step.key, words, band, band.adjusted(2, 0, -2, 0)))

    def _paint_words(self, painter: QPainter, step: Step, column: QRectF, upper: float, is_sum: bool) -> None:
        look, middle = theme(), Qt.AlignmentFlag.AlignHCenter
        paint_text(painter, QRectF(column.left() + 2, upper - 22, column.width() - 4, 20), step.shown,
                   look.quiet if step.value is None else look.text, middle, bold=is_sum)  # fmt: skip
        names = QRectF(column.left() + 2, self.height() - self.FOOT + 6, column.width() - 4, 20)
        size = USUAL if text_width(step.name, bold=is_sum) <= names.width() else SMALL
        paint_text(painter, names, step.name, look.text, middle, size=size, bold=is_sum)
        paint_text(painter, names.translated(0, 19), step.beneath, look.quiet, middle, size=SMALL)

    def _paint_cut(self, painter: QPainter, bar: QRectF) -> None:
        """Two slanted lines through the column: it goes on below."""
        y = bar.bottom() - min(18.0, bar.height() / 2)
        painter.setPen(QPen(theme().card, 3))
        for shift in (0.0, 7.0):
            painter.drawLine(QPointF(bar.left() - 2, y + shift + 4), QPointF(bar.right() + 2, y + shift - 4))

    @staticmethod
    def _color(step: Step, is_sum: bool) -> QColor:
        look = theme()
        if is_sum:
            return look.accent
        return {"good": look.ok, "bad": look.act, "plain": look.quiet}[step.tone]
