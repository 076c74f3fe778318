"""A small line without axes: the shape of the last months beside a figure."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


def paint_sparkline(painter: QPainter, area: QRectF, values: Sequence[float], color: QColor) -> None:
    """A line through ``values`` (at least two), the lowest at the foot of ``area``; equal values run in the middle."""
    low, span = min(values), max(values) - min(values)
    step = area.width() / (len(values) - 1)
    heights = [(value - low) / span if span else 0.5 for value in values]
    pen = QPen(color, 1.6)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPolyline(
        QPolygonF([
            QPointF(area.left() + place * step, area.bottom() - height * area.height())
            for place, height in enumerate(heights)
        ])
    )  # fmt: skip
