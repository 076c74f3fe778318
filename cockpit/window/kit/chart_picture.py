"""A chart as it leaves the window: with its title, on white, in light colours whatever the window looks like now."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator

from cockpit.window.kit.cards import Card
from cockpit.window.kit.theme import SMALL, USUAL, in_light, sized, theme

if TYPE_CHECKING:
    from cockpit.window.kit.charts import Chart

MARGIN, TITLE, LINE = 16, 24, 20
SCALE = 2
"""Dots per pixel of a picture: sharp on a slide."""


def chart_pixmap(chart: "Chart") -> QPixmap:
    """The chart as a picture at twice its size."""
    with _as_it_leaves(chart):
        size = _size(chart)
        pixmap = QPixmap(size * SCALE)
        pixmap.setDevicePixelRatio(SCALE)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        _paint(chart, painter, size)
        painter.end()
    return pixmap


def write_chart_svg(chart: "Chart", path: Path) -> bool:
    """The chart as lines and text that stay sharp; False when the file cannot be written."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    with _as_it_leaves(chart):
        size = _size(chart)
        generator.setSize(size)
        generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
        # Sizes of type are pixels of the window; Qt would take them for points of print.
        generator.setResolution(96)
        generator.setTitle(_title(chart)[0] or chart.accessibleName())
        generator.setDescription(chart.accessibleName())
        painter = QPainter(generator)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint(chart, painter, size)
        painter.end()
    try:
        path.write_bytes(bytes(content.data()))
    except OSError:
        return False
    return True


def picture_name(chart: "Chart") -> str:
    """What a file with the chart is called, without what a file system refuses."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f\s]+', " ", _title(chart)[0]).strip(" .") or "chart"


@contextmanager
def _as_it_leaves(chart: "Chart") -> Iterator[None]:
    """Light colours, and what was chosen by keyboard not framed; the window's look comes back afterwards."""
    with in_light() as was_dark:
        if was_dark:
            chart.retheme()
        yield
    if was_dark:
        chart.retheme()


def _title(chart: "Chart") -> tuple[str, str]:
    """The title of the card in which the chart stands, and the quiet line beside it."""
    parent = chart.parentWidget()
    while parent is not None and not isinstance(parent, Card):
        parent = parent.parentWidget()
    if parent is None:
        return "", ""
    return parent.title_label.text(), parent.subtitle_label.text()


def _size(chart: "Chart") -> QSize:
    title, beneath = _title(chart)
    head = (TITLE + 8 if title else 0) + (LINE if beneath else 0)
    return QSize(chart.width() + 2 * MARGIN, chart.height() + 2 * MARGIN + head)


def _paint(chart: "Chart", painter: QPainter, size: QSize) -> None:
    look = theme()
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), look.card)
    title, beneath = _title(chart)
    top, width = float(MARGIN), size.width() - 2 * MARGIN
    at_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    if title:
        painter.setPen(look.text)
        painter.setFont(sized(USUAL, bold=True))
        painter.drawText(QRectF(MARGIN, top, width, TITLE), at_left, title)
        top += TITLE
    if beneath:
        painter.setPen(look.quiet)
        painter.setFont(sized(SMALL))
        painter.drawText(QRectF(MARGIN, top, width, LINE), at_left, beneath)
        top += LINE
    painter.translate(MARGIN, top + (8 if title else 0))
    chart.render_picture(painter)
