"""The funnel: what is open in each stage, how it flows on, and what the experience values make of it."""

from collections.abc import Sequence

from attrs import frozen
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from cockpit.window.kit.charts import Mark, PaintedChart, paint_text, widest
from cockpit.window.kit.theme import SMALL, USUAL, sized, theme


@frozen
class FunnelStage:
    """One stage, texts ready. ``size`` is what the bar's length shows; ``columns`` stand at the right, as headed.

    ``onward`` is the conversion to the next stage ("74 %"), ``remark`` a word of warning beside it.
    """

    key: str
    name: str
    size: float
    shown: str
    columns: tuple[str, ...]
    onward: str = ""
    remark: str = ""
    words: str = ""


class FunnelChart(PaintedChart):
    """Rows of bars with columns of figures at the right; the last column is what counts, and stands out."""

    ROW, BETWEEN, HEAD_WIDTH = 32, 20, 84

    def __init__(self) -> None:
        super().__init__()
        self._stages: Sequence[FunnelStage] = ()
        self._heads: Sequence[str] = ()

    def show_stages(self, stages: Sequence[FunnelStage], heads: Sequence[str], conclusion: str) -> None:
        """``heads`` are the titles of the columns, as many as each stage has."""
        self._stages, self._heads = stages, heads
        self.setMinimumWidth(int(min(480.0, self._names() + 52 + self._shown() + self._columns_width())))
        self.shown_anew(conclusion)

    def is_empty(self) -> bool:
        return not self._stages

    def rows(self) -> list[tuple[str, str]]:
        return [(stage.name, " · ".join((stage.shown, *stage.columns))) for stage in self._stages]

    def sizeHint(self) -> QSize:
        rows = max(3, len(self._stages))
        return QSize(600, self._head() + rows * (self.ROW + self.BETWEEN) - self.BETWEEN + 4)

    def paint_chart(self, painter: QPainter) -> None:
        look = theme()
        right = Qt.AlignmentFlag.AlignRight
        names = min(self.width() * 0.25, self._names())
        columns = self._columns()
        figures = columns[0].left() if columns else float(self.width())
        for head, column in zip(self._heads, columns, strict=True):
            self._paint_head(painter, QRectF(column.left() - 20, 0, column.width() + 20, self._head() - 4), head)
        left = names + 12
        longest = max(max(stage.size for stage in self._stages), 1e-9)
        scale = max(32.0, figures - left - self._shown()) / longest
        top = float(self._head())
        for place, stage in enumerate(self._stages):
            row = QRectF(0, top, self.width(), self.ROW)
            paint_text(painter, QRectF(0, top, names, self.ROW), stage.name, look.text, right)
            width = max(2.0, stage.size * scale)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_fading(look.accent, place, len(self._stages), look.card))
            painter.drawRoundedRect(QRectF(left, top + 3, width, self.ROW - 6), 3, 3)
            x = left + width + 10
            paint_text(painter, QRectF(x, top, figures - x, self.ROW), stage.shown, look.text)
            for number, (figure, column) in enumerate(zip(stage.columns, columns, strict=True)):
                last = number == len(columns) - 1
                color = look.text if last or number == 0 else look.quiet
                paint_text(painter, column.adjusted(0, top, 0, top + self.ROW), figure, color, right, bold=last)
            self.marks.append(Mark(stage.key, stage.words or f"{stage.name} {stage.shown}", row, row))
            top += self.ROW
            if stage.onward and place < len(self._stages) - 1:
                area = QRectF(left + 8, top, figures - left - 8, self.BETWEEN)
                used = paint_text(painter, area, f"↓ {stage.onward}", look.quiet, size=SMALL)
                paint_text(painter, area.adjusted(used + 14, 0, 0, 0), stage.remark, look.watch, size=SMALL)
            top += self.BETWEEN

    @staticmethod
    def _paint_head(painter: QPainter, area: QRectF, head: str) -> None:
        """A title of two lines where one does not do."""
        painter.setFont(sized(SMALL))
        painter.setPen(theme().quiet)
        where = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        painter.drawText(area, where, head)

    def _head(self) -> int:
        return 40 if widest(self._heads, SMALL) > self.HEAD_WIDTH else 28

    def _names(self) -> float:
        return widest([stage.name for stage in self._stages]) + 4

    def _shown(self) -> float:
        return widest([stage.shown for stage in self._stages]) + 12

    def _column_width(self, number: int) -> float:
        texts = [stage.columns[number] for stage in self._stages]
        return max(min(self.HEAD_WIDTH, widest([self._heads[number]], SMALL)), widest(texts, USUAL, bold=True)) + 2

    def _columns_width(self) -> float:
        return sum(self._column_width(number) + 24 for number in range(len(self._heads)))

    def _columns(self) -> list[QRectF]:
        """The columns at the right; heights are left to the rows."""
        columns: list[QRectF] = []
        right = self.width() - 4.0
        for number in reversed(range(len(self._heads))):
            width = self._column_width(number)
            columns.insert(0, QRectF(right - width, 0, width, 0))
            right -= width + 24
        return columns


def _fading(color: QColor, place: int, count: int, toward: QColor) -> QColor:
    share = 0.6 * place / max(1, count - 1)

    def between(one: int, other: int) -> int:
        return round(one + (other - one) * share)

    return QColor(
        between(color.red(), toward.red()),
        between(color.green(), toward.green()),
        between(color.blue(), toward.blue()),
    )
