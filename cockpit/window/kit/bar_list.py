"""A bar for each person or thing, sorted by whoever gives the rows; with a target mark and a pace line where there are."""

from collections.abc import Sequence

from attrs import frozen
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cockpit.window.kit.charts import Mark, PaintedChart
from cockpit.window.kit.theme import SMALL, SYMBOLS, State, theme


@frozen
class Bar:
    """One row: ``value`` in the unit of all, None where it cannot be computed (``shown`` then says "—")."""

    key: str
    name: str
    value: float | None
    shown: str
    state: State | None = None
    words: str = ""


class BarList(PaintedChart):
    """Bars start at 0 and are never cut off: over 100 % runs past the target mark."""

    ROW = 32

    def __init__(self) -> None:
        super().__init__()
        self._bars: Sequence[Bar] = ()
        self._target: tuple[float, str] | None = None
        self._pace: tuple[float, str] | None = None

    def show_bars(
        self, bars: Sequence[Bar], conclusion: str, *, target: tuple[float, str] | None = None,
        pace: tuple[float, str] | None = None,
    ) -> None:  # fmt: skip
        """``target`` and ``pace`` are values on the same scale with their labels."""
        self._bars, self._target, self._pace = bars, target, pace
        self.set_conclusion(conclusion)
        self.updateGeometry()
        self.setMinimumHeight(self.sizeHint().height())
        self.update()

    def nothing_to_show(self) -> bool:
        return not self._bars

    def rows(self) -> list[tuple[str, str]]:
        return [(bar.name, bar.shown) for bar in self._bars]

    def sizeHint(self) -> QSize:
        return QSize(360, max(3, len(self._bars)) * self.ROW + 28)

    def paint_chart(self, painter: QPainter) -> None:
        look = theme()
        names = min(120.0, max(self._width(painter, bar.name) for bar in self._bars) + 4)
        values = max(self._width(painter, self._label(bar)) for bar in self._bars) + 12
        left, right = names + 12, self.width() - values - 4
        longest = max([bar.value or 0.0 for bar in self._bars] + [self._target[0] if self._target else 0.0, 1e-9])
        longest = max(longest, self._pace[0] if self._pace else 0.0)
        scale = (right - left) / longest
        foot = len(self._bars) * self.ROW
        for place, bar in enumerate(self._bars):
            top = place * self.ROW
            row = QRectF(0, top, self.width(), self.ROW)
            self.text(painter, QRectF(0, top, names, self.ROW), bar.name, look.text, right=True)
            painter.setPen(Qt.PenStyle.NoPen)
            if self._target:
                painter.setBrush(look.background)
                painter.drawRoundedRect(QRectF(left, top + 8, self._target[0] * scale, 16), 2, 2)
            width = max(0.0, (bar.value or 0.0) * scale)
            painter.setBrush(self._color(bar))
            painter.drawRoundedRect(QRectF(left, top + 8, width, 16), 2, 2)
            # The label stands outside the bar, and beyond the marks that would run through it.
            x = left + width + 6
            needed = self._width(painter, self._label(bar))
            for mark in (self._pace, self._target):
                if mark and x - 4 < left + mark[0] * scale < x + needed + 2:
                    x = left + mark[0] * scale + 6
            color = look.text if bar.value is not None else look.quiet
            self.text(painter, QRectF(x, top, self.width() - x, self.ROW), self._label(bar), color)
            self.marks.append(Mark(bar.key, bar.words or f"{bar.name} {bar.shown}", row))
        labels: list[QRectF] = []
        for mark, style in ((self._target, Qt.PenStyle.SolidLine), (self._pace, Qt.PenStyle.DashLine)):
            if mark:
                x = left + mark[0] * scale
                painter.setPen(QPen(look.quiet, 1.2, style))
                painter.drawLine(int(x), 2, int(x), foot + 2)
                width = self._width(painter, mark[1], SMALL) + 2
                area = QRectF(min(max(0.0, x - width / 2), self.width() - width), foot + 4, width, 20)
                for other in labels:
                    if area.intersects(other):
                        area.moveRight(other.left() - 8)
                labels.append(area)
                self.text(painter, area, mark[1], look.quiet, center=True, size=SMALL)

    @staticmethod
    def _label(bar: Bar) -> str:
        return f"{SYMBOLS[bar.state]} {bar.shown}" if bar.state and bar.value is not None else bar.shown

    @staticmethod
    def _color(bar: Bar) -> QColor:
        return theme().of_state(bar.state)[0] if bar.state else theme().accent

    @staticmethod
    def _width(painter: QPainter, words: str, size: int = 13) -> float:
        from cockpit.window.kit.theme import sized

        painter.setFont(sized(size))
        return float(painter.fontMetrics().horizontalAdvance(words))
