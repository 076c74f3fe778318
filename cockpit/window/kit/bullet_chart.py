"""One action in one line: from its baseline towards its target, and where the figure stands now."""

from attrs import frozen
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from cockpit.window.kit.charts import Mark, PaintedChart
from cockpit.window.kit.theme import State, theme


@frozen
class Bullet:
    """Values on one scale; ``now`` is None as long as nothing was measured. ``words`` say all three with their unit."""

    key: str
    baseline: float
    target: float
    now: float | None
    state: State
    words: str


class BulletChart(PaintedChart):
    """A hollow dot for the baseline, a tick for the target, and a bar from the one to where the figure is.

    Fewer may be better (stalled deals): then the bar runs to the left. What overshoots the target runs past its tick.
    """

    def __init__(self) -> None:
        super().__init__()
        self._bullet: Bullet | None = None
        self.setMinimumWidth(80)

    def show_bullet(self, bullet: Bullet | None) -> None:
        """Show another action; its words are the conclusion."""
        self._bullet = bullet
        self.shown_anew(bullet.words if bullet else "")

    def is_empty(self) -> bool:
        return self._bullet is None

    def rows(self) -> list[tuple[str, str]]:
        return [(self._bullet.key, self._bullet.words)] if self._bullet else []

    def sizeHint(self) -> QSize:
        return QSize(160, 24)

    def paint_chart(self, painter: QPainter) -> None:
        bullet = self._bullet
        assert bullet is not None
        look = theme()
        now = bullet.baseline if bullet.now is None else bullet.now
        low, high = min(bullet.baseline, bullet.target, now), max(bullet.baseline, bullet.target, now)
        scale = (self.width() - 20) / max(high - low, 1e-9)
        y = self.height() / 2

        def across(value: float) -> float:
            return 10 + (value - low) * scale

        painter.setPen(QPen(look.line, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(10, y), QPointF(self.width() - 10, y))
        if bullet.now is not None and bullet.now != bullet.baseline:
            color = look.of_state(bullet.state)[0]
            painter.setPen(QPen(color, 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(across(bullet.baseline), y), QPointF(across(bullet.now), y))
        painter.setPen(QPen(look.text, 2))
        painter.drawLine(QPointF(across(bullet.target), y - 9), QPointF(across(bullet.target), y + 9))
        painter.setPen(QPen(look.quiet, 1.6))
        painter.setBrush(look.card)
        painter.drawEllipse(QPointF(across(bullet.baseline), y), 4, 4)
        self.marks.append(Mark(bullet.key, bullet.words, QRectF(self.rect()), QRectF(self.rect())))
