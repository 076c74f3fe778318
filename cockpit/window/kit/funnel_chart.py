"""The funnel: what is open in each stage, how it flows on, and what the experience values make of it."""

from collections.abc import Sequence

from attrs import frozen
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from cockpit.window.kit.charts import Mark, PaintedChart
from cockpit.window.kit.theme import SMALL, theme


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

    ROW, BETWEEN, HEAD, COLUMN = 32, 20, 26, 92

    def __init__(self) -> None:
        super().__init__()
        self._stages: Sequence[FunnelStage] = ()
        self._heads: Sequence[str] = ()

    def show_stages(self, stages: Sequence[FunnelStage], heads: Sequence[str], conclusion: str) -> None:
        """``heads`` are the titles of the columns."""
        self._stages, self._heads = stages, heads
        self.set_conclusion(conclusion)
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    def nothing_to_show(self) -> bool:
        return not self._stages

    def rows(self) -> list[tuple[str, str]]:
        return [(stage.name, " · ".join((stage.shown, *stage.columns))) for stage in self._stages]

    def sizeHint(self) -> QSize:
        return QSize(600, self.HEAD + max(3, len(self._stages)) * (self.ROW + self.BETWEEN))

    def paint_chart(self, painter: QPainter) -> None:
        look = theme()
        names = 92.0
        figures = self.width() - len(self._heads) * self.COLUMN
        for place, head in enumerate(self._heads):
            area = QRectF(figures + place * self.COLUMN, 0, self.COLUMN - 4, self.HEAD - 4)
            self.text(painter, area, head, look.quiet, right=True, size=SMALL)
        shown = 132.0
        longest = max(max(stage.size for stage in self._stages), 1e-9)
        scale = max(40.0, figures - names - 12 - shown) / longest
        top = float(self.HEAD)
        for place, stage in enumerate(self._stages):
            self.text(painter, QRectF(0, top, names, self.ROW), stage.name, look.text, right=True)
            width = max(2.0, stage.size * scale)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_fading(look.accent, place, len(self._stages), look.card))
            painter.drawRoundedRect(QRectF(names + 12, top + 4, width, self.ROW - 8), 3, 3)
            x = names + 12 + width + 10
            self.text(painter, QRectF(x, top, figures - x, self.ROW), stage.shown, look.text)
            for column, figure in enumerate(stage.columns):
                last = column == len(stage.columns) - 1
                area = QRectF(figures + column * self.COLUMN, top, self.COLUMN - 4, self.ROW)
                self.text(painter, area, figure, look.text if last or column == 0 else look.quiet, right=True, bold=last)
            self.marks.append(Mark(stage.key, stage.words or f"{stage.name} {stage.shown}", QRectF(0, top, self.width(), self.ROW)))
            top += self.ROW
            if stage.onward:
                words = f"↓ {stage.onward}"
                used = self.text(painter, QRectF(names + 20, top, 120, self.BETWEEN), words, look.quiet, size=SMALL)
                if stage.remark:
                    area = QRectF(names + 32 + used, top, 200, self.BETWEEN)
                    self.text(painter, area, stage.remark, look.watch, size=SMALL)
            top += self.BETWEEN


def _fading(color: QColor, place: int, count: int, toward: QColor) -> QColor:
    share = 0.62 * place / max(1, count - 1)
    return QColor(
        *(round(a + (b - a) * share) for a, b in zip(color.getRgb()[:3], toward.getRgb()[:3], strict=True))  # type: ignore[misc,operator]
    )
