"""What every chart shares: theme, hover, click, keyboard, a text twin, copy and save.

Nothing here needs pyqtgraph (0.4 s to import): only charts with axes of numbers do, in plot_chart.py.
"""

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen
from PySide6.QtCore import QKeyCombination, QPoint, QRectF, QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QToolTip, QWidget

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.window.kit.chart_picture import chart_pixmap, picture_name, write_chart_svg
from cockpit.window.kit.theme import USUAL, sized, theme, theme_signals

_COPY_ROWS = QKeyCombination(Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_C)
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


@frozen
class Mark:
    """A place in a chart that can be hovered, chosen by keyboard, and opened.

    ``words`` say everything about it: name, value, n. ``area`` is where the mouse finds it and ``ring`` what is framed
    when it is chosen, both in the chart's own pixels.
    """

    key: str
    words: str
    area: QRectF
    ring: QRectF


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
        self._by_keyboard = False
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
        self.repaint_marks()

    def rows(self) -> list[tuple[str, str]]:
        """The chart as text: a name and a value for each mark."""
        raise NotImplementedError

    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        raise NotImplementedError

    def repaint_marks(self) -> None:
        """What ``paint_marks`` paints has changed."""
        self.update()

    # --- out of the window ------------------------------------------------------------------------------------

    def copy_image(self) -> None:
        """The chart as a picture to the clipboard."""
        QGuiApplication.clipboard().setPixmap(chart_pixmap(self))

    def copy_rows(self) -> None:
        """The chart as text to the clipboard, name and value with a tab between."""
        QGuiApplication.clipboard().setText("\n".join(f"{name}\t{value}" for name, value in self.rows()))

    def save_png(self, path: Path) -> None:
        """As a picture at twice the size, for slides. Raises CockpitError when it cannot be written."""
        if not chart_pixmap(self).save(str(path), "PNG"):
            raise _not_written(path)

    def save_svg(self, path: Path) -> None:
        """As lines that stay sharp. Raises CockpitError when it cannot be written."""
        if not write_chart_svg(self, path):
            raise _not_written(path)

    def render_picture(self, painter: QPainter) -> None:
        """The chart as it is copied and saved."""
        # The frame of what is chosen belongs to the window and not to the picture.
        by_keyboard, self._by_keyboard = self._by_keyboard, False
        self.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
        self._by_keyboard = by_keyboard

    def save_as(self) -> None:
        """Ask where to, and as what: .png or .svg."""
        if self.is_empty():
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        name, kind = QFileDialog.getSaveFileName(
            self, tr("保存图片"), str(Path(folder) / f"{picture_name(self)}.png"), "PNG (*.png);;SVG (*.svg)"
        )
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in (".png", ".svg"):
            path = path.with_name(path.name + (".svg" if "svg" in kind else ".png"))
        try:
            if path.suffix.lower() == ".svg":
                self.save_svg(path)
            else:
                self.save_png(path)
        except CockpitError as error:
            QMessageBox.warning(self, tr("保存图片"), str(error))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.is_empty():
            return
        menu = QMenu(self)
        menu.addAction(tr("复制图片"), self.copy_image).setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        menu.addAction(tr("复制数据"), self.copy_rows).setShortcut(QKeySequence("Ctrl+Shift+C"))
        menu.addAction(tr("保存图片…"), self.save_as).setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        for action in menu.actions():
            action.setShortcutVisibleInContextMenu(True)
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu.exec(self.mapToGlobal(self.rect().center()) if by_keyboard else event.globalPos())
        menu.deleteLater()

    # --- mouse and keys ---------------------------------------------------------------------------------------

    def mark_at(self, place: QPoint) -> int:
        """The number of the mark under ``place``; -1 for none."""
        for number, mark in enumerate(self.marks):
            if mark.area.contains(place.toPointF()):
                return number
        return -1

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
        key = Qt.Key(event.key())
        last = len(self.marks) - 1
        if key in _STEPS and self.marks:
            self._choose(max(0, min(self._chosen + _STEPS[key], last)))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.marks:
            self._choose(0 if key == Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._chosen <= last:
            self.opened.emit(self.marks[self._chosen].key)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_image()
        elif event.keyCombination() == _COPY_ROWS:
            self.copy_rows()
        elif event.matches(QKeySequence.StandardKey.Save):
            self.save_as()
        else:
            super().keyPressEvent(event)

    def _choose(self, number: int) -> None:
        self._chosen, self._by_keyboard = number, True
        mark = self.marks[number]
        self.setAccessibleDescription(mark.words)
        QToolTip.showText(self.mapToGlobal(mark.ring.center().toPoint()), mark.words, self)
        self.repaint_marks()

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
        self._by_keyboard = event.reason() in by_key
        super().focusInEvent(event)
        self.repaint_marks()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._chosen, self._by_keyboard = -1, False
        super().focusOutEvent(event)
        self.repaint_marks()

    def paint_marks(self, painter: QPainter) -> None:
        """The frame of the chosen mark or of the whole chart, and the words of an empty one."""
        look = theme()
        if self.is_empty() and self._empty_words:
            painter.setPen(look.quiet)
            painter.setFont(sized(USUAL))
            area = QRectF(self.rect()).adjusted(24, 0, -24, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty_words)
        if self._by_keyboard:
            painter.setPen(QPen(look.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            chosen = 0 <= self._chosen < len(self.marks)
            ring = self.marks[self._chosen].ring if chosen else QRectF(self.rect())
            painter.drawRoundedRect(ring.adjusted(1, 1, -1, -1), 6, 6)


def _not_written(path: Path) -> CockpitError:
    return CockpitError(
        tr("图片没有存下来:{name} 写不进去。", name=path.name), tr("换一个文件夹,或者看看磁盘是否已满。")
    )


class PaintedChart(Chart):
    """A chart of rows, painted: bars and dots that need no axes of numbers are sharper, calmer and faster so."""

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.marks = []
        if not self.is_empty():
            self.paint_chart(painter)
        self.paint_marks(painter)

    def paint_chart(self, painter: QPainter) -> None:
        """Paint, and fill ``marks``."""
        raise NotImplementedError

    def shown_anew(self, conclusion: str) -> None:
        """Other data are to be shown."""
        # Until these are painted, nothing that was there before can be clicked: its keys may mean nothing any more.
        self.marks = []
        self.set_conclusion(conclusion)
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        raise NotImplementedError


def text_width(words: str, size: int = USUAL, *, bold: bool = False) -> float:
    """How many pixels ``words`` take."""
    return float(QFontMetrics(sized(size, bold=bold)).horizontalAdvance(words))


def widest(texts: Sequence[str], size: int = USUAL, *, bold: bool = False) -> float:
    """How many pixels the longest of ``texts`` takes."""
    return max((text_width(words, size, bold=bold) for words in texts), default=0.0)


def paint_text(
    painter: QPainter,
    area: QRectF,
    words: str,
    color: QColor,
    where: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    size: int = USUAL,
    bold: bool = False,
) -> float:
    """Draw ``words`` in ``area``, shortened where they do not fit; returns their width in pixels."""
    font = sized(size, bold=bold)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()) + 1)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(area, where | Qt.AlignmentFlag.AlignVCenter, shown)
    return float(metrics.horizontalAdvance(shown))
