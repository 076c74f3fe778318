"""The layout of a live note: lines 1.7 times as high as their letters, marks hanging in the left margin.

Nothing of it is in the document: no formats, no blocks of its own, so there is nothing to undo, and an input method
that is composing is never disturbed.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

LINE_HEIGHT = 1.7
"""Of the size of the letters."""

MARGIN = 40
"""Pixels at both sides of the text; marks stand in the left one."""

_HANGS_AT_MOST = MARGIN - 4


class NoteLayout(QPlainTextDocumentLayout):
    """Qt lays a block out, then its lines are put where they belong. ``lead`` gives how many characters of a line's
    text hang in the margin: the mark and the blanks after it."""

    def __init__(self, document: QTextDocument, lead: Callable[[str], int]) -> None:
        super().__init__(document)
        self._lead = lead

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        rect = super().blockBoundingRect(block)
        if not block.isValid() or not (lines := block.layout().lineCount()):
            return rect
        layout = block.layout()
        font = self.document().defaultFont()
        step = round(font.pixelSize() * LINE_HEIGHT)
        first = layout.lineAt(0)
        # Every line has the height of the note's font, also one whose characters come from another.
        top = (step - first.height()) / 2
        left = MARGIN - self._hanging(block.text())
        if abs(first.y() - top) > 0.01 or abs(first.x() - left) > 0.01:
            for number in range(lines):
                line = layout.lineAt(number)
                line.setPosition(QPointF(MARGIN if number else left, number * step + (step - line.height()) / 2))
        rect.setHeight(lines * step)
        return rect

    def _hanging(self, text: str) -> float:
        lead = self._lead(text)
        if not lead:
            return 0.0
        return min(QFontMetricsF(self.document().defaultFont()).horizontalAdvance(text[:lead]), _HANGS_AT_MOST)
