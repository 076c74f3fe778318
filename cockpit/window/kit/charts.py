"""What every chart shares: theme, Chinese axes, hover, click, keyboard, a text twin, copy and save.

Imports pyqtgraph and numpy (0.4 s): only pages with charts import this module. pyqtgraph ignores the palette, prints SI
prefixes, and its SVG export breaks on new Qt; all three are mended here and nowhere else.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")

import pyqtgraph as pg
from attrs import frozen
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from cockpit.model import formats
from cockpit.window.kit.theme import SMALL, USUAL, sized, theme, theme_signals

pg.setConfigOptions(antialias=True)


@frozen
class Mark:
    """A place in a chart that can be hovered, chosen by keyboard, and opened.

    ``words`` say everything about it: name, value, n. ``area`` is in the chart's own pixels.
    """

    key: str
    words: str
    area: QRectF


class Axis(pg.AxisItem):  # type: ignore[misc]
    """An axis with our number formats: 万/亿 or K/M, months by language, never SI prefixes."""

    def __init__(self, orientation: str, unit: str = "count") -> None:
        super().__init__(orientation)
        self.unit = unit
        self.names: dict[float, str] | None = None
        self.enableAutoSIPrefix(False)
        self.setStyle(tickLength=0, hideOverlappingLabels=False, tickTextOffset=8)

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Ready texts for the ticks."""
        if self.names is not None:
            return [self.names.get(value, "") for value in values]
        if self.unit == "money":
            return [formats.short_number(round(value, 6)) for value in values]
        return [formats.by_unit(round(value, 6), self.unit) for value in values]


class Chart(QWidget):
    """The frame of every chart: an accessible name that says what is seen, marks to choose, and a way out as picture.

    ``opened`` carries the key of the mark that was clicked, or chosen with Enter.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._empty_words = ""
        self._chosen = -1
        self.marks: list[Mark] = []
        theme_signals.changed.connect(self.retheme)

    def retheme(self) -> None:
        """Take the colours of the theme in force."""
        self.update()

    def set_conclusion(self, sentence: str) -> None:
        """One sentence that says what the chart shows, for those who do not see it."""
        self.setAccessibleName(sentence)

    def set_empty_words(self, words: str) -> None:
        """What stands here without data: what would fill it."""
        self._empty_words = words
        self.update()

    def rows(self) -> list[tuple[str, str]]:
        """The chart as text: a line for each mark."""
        return [(mark.key, mark.words) for mark in self.marks]

    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.marks

    # --- out of the window ------------------------------------------------------------------------------------

    def copy_image(self) -> None:
        """The chart as a picture to the clipboard."""
        QGuiApplication.clipboard().setPixmap(self.grab())

    def save_png(self, path: Path) -> None:
        """As a picture at twice the size, for slides. Raises OSError when it cannot be written."""
        pixmap = self._at_scale(2)
        if not pixmap.save(str(path), "PNG"):
            raise OSError(f"cannot write {path}")

    def save_svg(self, path: Path) -> None:
        """As lines that stay sharp. Raises OSError when it cannot be written."""
        generator = QSvgGenerator()
        generator.setFileName(str(path))
        generator.setSize(self.size())
        generator.setViewBox(self.rect())
        generator.setTitle(self.accessibleName())
        painter = QPainter()
        if not painter.begin(generator):
            raise OSError(f"cannot write {path}")
        painter.fillRect(self.rect(), theme().card)
        self.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
        painter.end()

    def _at_scale(self, scale: int) -> Any:
        from PySide6.QtGui import QPixmap

        pixmap = QPixmap(self.size() * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(theme().card)
        self.render(pixmap)
        return pixmap

    # --- mouse and keys ---------------------------------------------------------------------------------------

    def mark_at(self, place: QPoint) -> int:
        """The number of the mark under ``place``, the nearest where several overlap; -1 for none."""
        found = [number for number, mark in enumerate(self.marks) if mark.area.contains(place.toPointF())]
        return min(found, key=lambda number: abs(self.marks[number].area.center().x() - place.x()), default=-1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self.mark_at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if number >= 0 else Qt.CursorShape.ArrowCursor)
        if number >= 0:
            QToolTip.showText(event.globalPosition().toPoint(), self.marks[number].words, self)
        else:
            QToolTip.hideText()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self.mark_at(event.position().toPoint())
        if number >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self.marks[number].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps and self.marks:
            self._chosen = max(0, min(self._chosen + steps[key], len(self.marks) - 1))
            mark = self.marks[self._chosen]
            self.setAccessibleDescription(mark.words)
            QToolTip.showText(self.mapToGlobal(mark.area.center().toPoint()), mark.words, self)
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._chosen < len(self.marks):
            self.opened.emit(self.marks[self._chosen].key)
        elif event.matches(event_copy()):
            self.copy_image()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: Any) -> None:
        self._chosen = -1
        self.update()
        super().focusOutEvent(event)

    def paint_over(self, painter: QPainter) -> None:
        """The frame of the chosen mark, the focus, and the words of an empty chart."""
        look = theme()
        if self.is_empty() and self._empty_words:
            painter.setPen(look.quiet)
            painter.setFont(sized(USUAL))
            area = QRectF(self.rect()).adjusted(24, 0, -24, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty_words)
        if self.hasFocus():
            painter.setPen(QPen(look.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if 0 <= self._chosen < len(self.marks):
                painter.drawRoundedRect(self.marks[self._chosen].area.adjusted(-2, -2, 2, 2), 4, 4)
            else:
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)


def event_copy() -> Any:
    """Ctrl+C on every system."""
    from PySide6.QtGui import QKeySequence

    return QKeySequence.StandardKey.Copy


class PaintedChart(Chart):
    """A chart of rows, painted: bars and dots that need no axes of numbers are sharper, calmer and faster so."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.marks = []
        if not self.nothing_to_show():
            self.paint_chart(painter)
        self.paint_over(painter)

    def nothing_to_show(self) -> bool:
        """Whether there are no rows."""
        raise NotImplementedError

    def paint_chart(self, painter: QPainter) -> None:
        """Paint, and fill ``marks``."""
        raise NotImplementedError

    def text(
        self, painter: QPainter, area: QRectF, words: str, color: QColor, *, right: bool = False, center: bool = False,
        bold: bool = False, size: int = USUAL - 1,
    ) -> float:  # fmt: skip
        """Draw ``words`` in ``area``, shortened where they do not fit; returns their width in pixels."""
        painter.setFont(sized(size, bold=bold))
        painter.setPen(color)
        side = Qt.AlignmentFlag.AlignHCenter if center else Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return float(painter.fontMetrics().horizontalAdvance(shown))


class PlotChart(Chart):
    """A chart with axes of numbers, over a pyqtgraph plot that neither zooms nor pans nor opens menus."""

    def __init__(self, unit: str = "count", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left, self.bottom = Axis("left", unit), Axis("bottom")
        self.plot = pg.PlotWidget(self, axisItems={"left": self.left, "bottom": self.bottom})
        self.plot.setMenuEnabled(False)
        self.plot.setMouseEnabled(False, False)
        self.plot.hideButtons()
        self.plot.setFrameShape(self.plot.Shape.NoFrame)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.plot.getPlotItem().getViewBox().setDefaultPadding(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot)
        self._data_marks: list[tuple[str, str, float, float]] = []
        self._over = _Over(self)
        self.retheme()

    def retheme(self) -> None:
        look = theme()
        self.plot.setBackground(look.card)
        font = sized(SMALL)
        for axis in (self.left, self.bottom):
            axis.setPen(pg.mkPen(None))
            axis.setTextPen(look.quiet)
            axis.setTickFont(font)
        self.redraw()
        self.update()

    def redraw(self) -> None:
        """Draw the data again in the colours in force."""

    def place_marks(self, found: Sequence[tuple[str, str, float, float]]) -> None:
        """Marks from (key, words, x, y) in the plot's own units."""
        self._data_marks = list(found)
        self._move_marks()

    def _move_marks(self) -> None:
        box = self.plot.getPlotItem().getViewBox()
        self.marks = []
        places = self._data_marks
        if not places:
            return
        area = box.sceneBoundingRect()
        half = max(6.0, area.width() / max(1, len(places)) / 2)
        for key, words, x, y in places:
            place = box.mapViewToScene(pg.Point(x, y))
            self.marks.append(Mark(key, words, QRectF(place.x() - half, place.y() - 14, 2 * half, 28)))

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._over.setGeometry(self.rect())
        self._move_marks()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._move_marks()

    def sizeHint(self) -> QSize:
        return QSize(480, 260)


class _Over(QWidget):
    """Lies over the plot and paints what the frame paints: a child widget would cover it otherwise."""

    def __init__(self, chart: PlotChart) -> None:
        super().__init__(chart)
        self._chart = chart
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        chart.installEventFilter(self)

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.KeyPress):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._chart.paint_over(painter)
