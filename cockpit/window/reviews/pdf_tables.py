"""Tables on paper: a head that comes again on every page, rows that are never cut in two."""

from collections.abc import Callable, Iterable, Sequence

from attrs import frozen
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from cockpit.window.kit.cards import begun
from cockpit.window.kit.theme import LIGHT
from cockpit.window.reviews.pdf_paper import BOTTOM, LEFT, RIGHT, ROOM, SMALL, Paper, Run

PADDING = 5.0
_ALIGN = {"left": Qt.AlignmentFlag.AlignLeft, "right": Qt.AlignmentFlag.AlignRight}


@frozen
class Column:
    """``share`` of the page's width; ``lines`` that a text may take."""

    title: str
    share: float
    align: str = "left"
    lines: int = 1


@frozen
class Entry:
    """What stands in a cell."""

    words: str
    color: QColor = LIGHT.text
    bold: bool = False


Cells = Sequence[Entry | str]


def write_table(
    paper: Paper, columns: Sequence[Column], rows: Iterable[Cells], went_on: Callable[[], None] = lambda: None
) -> None:
    """Rows below each other, at the place where the paper is; ``went_on`` is called for each."""
    whole = sum(column.share for column in columns)
    widths = [ROOM * column.share / whole for column in columns]
    _head(paper, columns, widths)
    for row in rows:
        runs = [
            Run(cell.words, SMALL, cell.bold, cell.color, _ALIGN[column.align])
            for cell, column in zip(map(_entry, row), columns, strict=True)
        ]
        height = 6 + max(
            paper.height(run, width - 2 * PADDING, column.lines)
            for run, width, column in zip(runs, widths, columns, strict=True)
        )
        if paper.y + height > BOTTOM:
            paper.new_page()
            _head(paper, columns, widths)
        left = LEFT
        for run, width, column in zip(runs, widths, columns, strict=True):
            paper.text(QRectF(left + PADDING, paper.y + 3, width - 2 * PADDING, height), run, column.lines)
            left += width
        paper.y += height
        paper.line(LEFT, paper.y - 0.5, RIGHT, thick=0.5)
        went_on()
    paper.y += 8


def _entry(cell: Entry | str) -> Entry:
    return Entry(cell) if isinstance(cell, str) else cell


def _head(paper: Paper, columns: Sequence[Column], widths: Sequence[float]) -> None:
    runs = [Run(begun(column.title), SMALL, True, LIGHT.quiet, _ALIGN[column.align]) for column in columns]
    height = 8 + max(paper.height(run, width - 2 * PADDING, 2) for run, width in zip(runs, widths, strict=True))
    paper.painter.fillRect(QRectF(LEFT, paper.y, ROOM, height), LIGHT.background)
    left = LEFT
    for run, width in zip(runs, widths, strict=True):
        paper.text(QRectF(left + PADDING, paper.y + 4, width - 2 * PADDING, height), run, 2)
        left += width
    paper.y += height
