"""A bar for each person or thing, in the order given; with a target mark and a pace line where there are."""

from collections.abc import Sequence

from attrs import frozen
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cockpit.window.kit.charts import Mark, PaintedChart, paint_text, text_width, widest
from cockpit.window.kit.theme import SMALL, SYMBOLS, State, theme


@frozen
class Bar:
    """One row: ``value`` in the unit of all, None where it cannot be computed (``shown`` then says "—").

    ``ticks`` are values that only this row is held against, on the same scale: a thin line each.
    """

    key: str
    name: str
    value: float | None
    shown: str
    state: State | None = None
    words: str = ""
    ticks: tuple[float, ...] = ()


class BarList(PaintedChart):
    """Bars start at 0 and are never cut off: over 100 % runs past the target mark.

    The figures stand in a column of their own, so that no line runs through them.
    """

    ROW, DENSE_ROW, FOOT = 32, 24, 28
    MANY = 8
    """More rows than these stand closer together."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: Sequence[Bar] = ()
        self._row = self.ROW
        self._target: tuple[float, str] | None = None
        self._pace: tuple[float, str] | None = None
        self._ticks_named = ""

    def show_bars(
        self,
        bars: Sequence[Bar],
        conclusion: str,
        *,
        target: tuple[float, str] | None = None,
        pace: tuple[float, str] | None = None,
        ticks_named: str = "",
    ) -> None:
        """``target`` and ``pace`` are values on the same scale with their labels; ``ticks_named`` names the ticks."""
        self._bars, self._target, self._pace, self._ticks_named = bars, target, pace, ticks_named
        self._row = self.DENSE_ROW if len(bars) > self.MANY else self.ROW
        self.shown_anew(conclusion)

    def is_empty(self) -> bool:
        return not self._bars

    def rows(self) -> list[tuple[str, str]]:
        return [(bar.name, bar.shown) for bar in self._bars]

    def sizeHint(self) -> QSize:
        return QSize(360, max(3, len(self._bars)) * self._row + self.FOOT)

    def paint_chart(self, painter: QPainter) -> None:
        look = theme()
        names = min(self.width() * 0.35, widest([bar.name for bar in self._bars]) + 4)
        figures = widest([bar.shown for bar in self._bars])
        symbols = 24.0 if any(bar.state for bar in self._bars) else 0.0
        left, right = names + 12, self.width() - figures - symbols - 20
        lines = [line for line in (self._target, self._pace) if line]
        longest = max([bar.value or 0.0 for bar in self._bars] + [line[0] for line in lines]
                      + [tick for bar in self._bars for tick in bar.ticks] + [1e-9])  # fmt: skip
        scale = max(0.0, right - left) / longest
        edge = self._row // 4
        thick = self._row - 2 * edge
        for place, bar in enumerate(self._bars):
            top = place * self._row
            row = QRectF(0, top, self.width(), self._row)
            paint_text(painter, QRectF(0, top, names, self._row), bar.name, look.text, Qt.AlignmentFlag.AlignRight)
            painter.setPen(Qt.PenStyle.NoPen)
            if self._target:
                painter.setBrush(look.background)
                painter.drawRoundedRect(QRectF(left, top + edge, self._target[0] * scale, thick), 2, 2)
            color = look.of_state(bar.state)[0] if bar.state else look.accent
            if bar.value is not None and bar.value > 0:
                painter.setBrush(color)
                painter.drawRoundedRect(QRectF(left, top + edge, max(2.0, bar.value * scale), thick), 2, 2)
            painter.setPen(QPen(look.text, 1.0))
            for tick in bar.ticks:
                x = round(left + tick * scale) + 0.5
                painter.drawLine(QPointF(x, top + edge - 2), QPointF(x, top + edge + thick + 2))
            if bar.state and bar.value is not None:
                area = QRectF(self.width() - figures - symbols - 8, top, symbols, self._row)
                paint_text(painter, area, SYMBOLS[bar.state], color, Qt.AlignmentFlag.AlignHCenter)
            area = QRectF(self.width() - figures - 6, top, figures + 2, self._row)
            shade = look.quiet if bar.value is None else look.text
            paint_text(painter, area, bar.shown, shade, Qt.AlignmentFlag.AlignRight)
            self.marks.append(Mark(bar.key, bar.words or f"{bar.name} {bar.shown}", row, row))
        if self._target:
            self._paint_line(painter, left + self._target[0] * scale, QPen(look.quiet, 1.4))
        if self._pace:
            self._paint_line(painter, left + self._pace[0] * scale, QPen(look.text, 1.4, Qt.PenStyle.DotLine))
        feet = [(left + line[0] * scale, line[1]) for line in lines]
        ticks = [tick for bar in self._bars for tick in bar.ticks]
        if ticks and self._ticks_named:
            feet.append((left + (min(ticks) + max(ticks)) / 2 * scale, self._ticks_named))
        self._paint_feet(painter, feet, look.quiet)

    def _paint_line(self, painter: QPainter, x: float, pen: QPen) -> None:
        painter.setPen(pen)
        painter.drawLine(QPointF(x, 2), QPointF(x, len(self._bars) * self._row + 4))

    def _paint_feet(self, painter: QPainter, feet: list[tuple[float, str]], color: QColor) -> None:
        """The names of the lines, pushed apart where they would run into each other."""
        top, end = len(self._bars) * self._row + 6.0, 0.0
        areas: list[tuple[QRectF, str]] = []
        for x, words in sorted(feet):
            width = text_width(words, SMALL) + 2
            begin = max(end, min(x - width / 2, self.width() - width))
            areas.append((QRectF(begin, top, width, 20), words))
            end = begin + width + 10
        # Pushed out at the right: move back from there.
        limit = float(self.width())
        for area, words in reversed(areas):
            if area.right() > limit:
                area.moveRight(limit)
            limit = area.left() - 10
            paint_text(painter, area, words, color, size=SMALL)
