"""Paper for the review: A4 pages with a head and a page number, written from top to bottom. Sizes are points."""

from collections.abc import Callable
from pathlib import Path

from attrs import frozen
from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextLayout,
    QTextOption,
)

from cockpit.language import tr
from cockpit.window.kit.cards import begun
from cockpit.window.kit.theme import FAMILIES, LIGHT

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, TOP, BOTTOM = 40.0, 555.0, 64.0, 790.0
ROOM = RIGHT - LEFT
_DOTS = 1200
"""Dots per inch: letters are set where they belong, and not on the nearest of 72."""
PLAIN, SMALL, HEADING, TITLE = 9.0, 7.5, 14.0, 24.0


@frozen
class Run:
    """A text with its look."""

    words: str
    size: float = PLAIN
    bold: bool = False
    color: QColor = LIGHT.text
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft


class Paper:
    """Pages of one document. ``y`` is how far the page is written; ``of`` the number of pages, 0 as long as unknown."""

    def __init__(self, path: Path, head: str, title: str, of: int) -> None:
        self._writer = QPdfWriter(str(path))
        self._writer.setResolution(_DOTS)
        self._writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self._writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
        self._writer.setTitle(title)
        self._writer.setCreator("Cockpit")
        installed = set(QFontDatabase.families())
        self._families = [family for family in FAMILIES if family in installed] or [QFont().family()]
        self._head, self._of = head, of
        self._fonts: dict[tuple[float, bool], QFont] = {}
        self.pages = 0
        self.y = TOP
        self.painter = QPainter()
        self.is_open = self.painter.begin(self._writer)
        if self.is_open:
            self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.painter.scale(_DOTS / 72, _DOTS / 72)
            self._begin_page()

    def close(self) -> bool:
        """Write the last page; False where the file could not be written."""
        return self.painter.end()

    def new_page(self) -> None:
        """Go on at the top of another page."""
        self._writer.newPage()
        self._begin_page()

    def need(self, height: float) -> bool:
        """Make sure that ``height`` fits; whether that took another page."""
        if self.y + height <= BOTTOM:
            return False
        self.new_page()
        return True

    def _begin_page(self) -> None:
        self.pages += 1
        self.y = TOP
        number = tr("第 {page} / {pages} 页", page=self.pages, pages=self._of)
        self.text(QRectF(LEFT, BOTTOM + 14, ROOM, 12), Run(number, SMALL, color=LIGHT.quiet,
                                                          align=Qt.AlignmentFlag.AlignHCenter))  # fmt: skip
        if self.pages > 1:
            self.text(QRectF(LEFT, 32, ROOM, 12), Run(self._head, SMALL, color=LIGHT.quiet))
            self.line(LEFT, 48, RIGHT)

    # --- what is written --------------------------------------------------------------------------------------

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """The document's face; Chinese in its Chinese forms."""
        if (size, bold) not in self._fonts:
            font = QFont()
            font.setFamilies(self._families)
            # Not setPixelSize, which is whole: letters are scaled with the page.
            font.setPixelSize(100)
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            # With these, Noto Sans CJK takes other digits, for which Qt writes no text into the document: nobody could
            # find or copy a number.
            for feature in ("locl", "tnum"):
                font.setFeature(QFont.Tag(feature), 0)
            self._fonts[size, bold] = font
        return self._fonts[size, bold]

    def width(self, run: Run) -> float:
        """How wide a text stands."""
        return QFontMetricsF(self.font(run.size, bold=run.bold)).horizontalAdvance(run.words) * run.size / 100

    def line(self, left: float, y: float, right: float, color: QColor = LIGHT.line, thick: float = 0.75) -> None:
        """A thin line across."""
        self.painter.fillRect(QRectF(left, y, right - left, thick), color)

    def text(self, area: QRectF, run: Run, lines: int = 1) -> float:
        """Write in ``area``, wrapped to at most ``lines`` lines, the last one shortened; returns the height taken."""
        factor = run.size / 100
        made = self._laid_out(run, area.width(), lines)
        painter = self.painter
        painter.save()
        painter.translate(area.left(), area.top())
        painter.scale(factor, factor)
        painter.setPen(run.color)
        painter.setFont(self.font(run.size, bold=run.bold))
        wide, y = area.width() / factor, 0.0
        for words, width, height, ascent in made:
            shift = 0.0
            if run.align & Qt.AlignmentFlag.AlignRight:
                shift = wide - width
            elif run.align & Qt.AlignmentFlag.AlignHCenter:
                shift = (wide - width) / 2
            painter.drawText(QRectF(shift, y, width + 200, height), 0, words)
            y += height
            del ascent
        painter.restore()
        return y * factor

    def height(self, run: Run, width: float, lines: int = 1) -> float:
        """How high ``text`` would stand."""
        return sum(height for _, _, height, _ in self._laid_out(run, width, lines)) * run.size / 100

    def _laid_out(self, run: Run, width: float, most: int) -> list[tuple[str, float, float, float]]:
        """Lines as (words, width, height, ascent), in the units of a font of 100."""
        font, wide = self.font(run.size, bold=run.bold), max(1.0, width * 100 / run.size)
        metrics = QFontMetricsF(font)
        spacing = metrics.height() * 1.08
        found: list[tuple[str, float, float, float]] = []
        for paragraph in run.words.split("\n"):
            layout = QTextLayout(paragraph, font)
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(wide)
                words = paragraph[line.textStart() : line.textStart() + line.textLength()].rstrip()
                if len(found) == most - 1:
                    rest = paragraph[line.textStart() :]
                    words = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, wide + 1)
                    found.append((words, metrics.horizontalAdvance(words), spacing, metrics.ascent()))
                    layout.endLayout()
                    return found
                found.append((words, metrics.horizontalAdvance(words), spacing, metrics.ascent()))
            layout.endLayout()
        return found or [("", 0.0, spacing, metrics.ascent())]

    def write(self, run: Run, *, lines: int = 200, after: float = 4) -> None:
        """A paragraph across the page, broken over pages where it has to be."""
        whole = self._laid_out(run, ROOM, lines)
        for words, _, height, _ in whole:
            self.need(height * run.size / 100)
            self.text(QRectF(LEFT, self.y, ROOM, 20), Run(words, run.size, run.bold, run.color, run.align))
            self.y += height * run.size / 100
        self.y += after

    def heading(self, words: str, quiet: str = "", *, keep: float = 70) -> None:
        """The title of a section; what follows begins on the same page."""
        self.y += 14 if self.y > TOP else 0
        self.need(30 + keep)
        title = Run(begun(words), HEADING, bold=True)
        self.text(QRectF(LEFT, self.y, ROOM, 20), title)
        if quiet:
            left = LEFT + self.width(title) + 10
            self.text(QRectF(left, self.y + 6, RIGHT - left, 12), Run(quiet, SMALL, color=LIGHT.quiet))
        self.y += 28


def in_two_passes(write: Callable[[int], int]) -> int:
    """Write once to count the pages, and again with their number; returns it."""
    return write(write(0))
