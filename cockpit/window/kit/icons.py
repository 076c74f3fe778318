"""Our own line icons, tinted with the theme and crisp at any scale."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from cockpit.resources import resource


class _LineIcon(QIconEngine):
    def __init__(self, source: bytes) -> None:
        super().__init__()
        self._source = source
        self._renderer = QSvgRenderer(QByteArray(source))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _: QIcon.State) -> None:
        painter.setOpacity(0.4 if mode == QIcon.Mode.Disabled else 1.0)
        self._renderer.render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _LineIcon(self._source)


@lru_cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


def icon(name: str, color: QColor) -> QIcon:
    """The icon ``name`` of resources/icons in ``color``. Ask again when the theme changes."""
    return QIcon(_LineIcon(_source(name).replace("currentColor", color.name()).encode()))
