"""Tables on paper: a head that comes again on every page, rows that are never cut in two."""

import re
from collections.abc import Callable, Iterable, Sequence

from attrs import evolve, frozen
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from cockpit.window.kit.cards import begun
from cockpit.window.kit.theme import LIGHT
from cockpit.window.reviews.pdf_paper import BOTTOM, LEFT, RIGHT, ROOM, SMALL, Paper, Run

PADDING = 5.0
APART = 9.0
"""More room before what is aligned left, where what stands before it is aligned right."""
_LEAST = 60.0
"""A text that may take more than two lines is not squeezed below this."""
_MOST = 0.4 * ROOM
"""Nor does one column take more than this from the others before they have what they need."""
_WORDS = re.compile(r"[^\s\u2e80-\uffff]+|[\u2e80-\uffff]")
"""What is not broken: a word, or one Chinese sign."""
_ALIGN = {"left": Qt.AlignmentFlag.AlignLeft, "right": Qt.AlignmentFlag.AlignRight}


@frozen
class Column:
    """``share`` of the width that nobody needs; ``lines`` that a text may take.

    A column that is ``optional`` is left out where all its cells are empty.
    """

    title: str
    share: float
    align: str = "left"
    lines: int = 1
    optional: bool = False


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
    listed = [[_entry(cell) for cell in row] for row in rows]
    kept = [
        place
        for place, column in enumerate(columns)
        if not column.optional or any(row[place].words.strip(" —") for row in listed)
    ]
    columns = [columns[place] for place in kept]
    table = [
        [
            Run(row[place].words, SMALL, row[place].bold, row[place].color, _ALIGN[column.align])
            for place, column in zip(kept, columns, strict=True)
        ]
        for row in listed
    ]
    places = _places(paper, columns, table)
    _head(paper, columns, places)
    for runs in table:
        height = 6 + max(
            paper.height(run, width, column.lines)
            for run, (_, width), column in zip(runs, places, columns, strict=True)
        )
        if paper.y + height > BOTTOM:
            paper.new_page()
            _head(paper, columns, places)
        for run, (left, width), column in zip(runs, places, columns, strict=True):
            paper.text(QRectF(left, paper.y + 3, width, height), run, column.lines)
        paper.y += height
        paper.line(LEFT, paper.y - 0.5, RIGHT, thick=0.5)
        went_on()
    paper.y += 8


def _entry(cell: Entry | str) -> Entry:
    return Entry(cell) if isinstance(cell, str) else cell


def _places(paper: Paper, columns: Sequence[Column], table: Sequence[Sequence[Run]]) -> list[tuple[float, float]]:
    """Where the text of each column begins, and how wide it may be: first what each needs, then what each likes."""
    least, liked = [], []
    for place, column in enumerate(columns):
        needs = [_need(paper, _title(column), 2), *(_need(paper, runs[place], column.lines) for runs in table)]
        # One point more than measured: a text that just fits is not to be broken by a rounding.
        least.append(1 + max(need for need, _ in needs))
        # What nine rows of ten like: one long name does not make all others narrow.
        likes = sorted(like for _, like in needs)
        liked.append(max(least[-1], 1 + likes[(len(likes) - 1) * 9 // 10]))
    leads = [
        APART if place and columns[place - 1].align == "right" and column.align == "left" else 0.0
        for place, column in enumerate(columns)
    ]
    room = ROOM - sum(leads) - 2 * PADDING * len(columns)
    if sum(liked) <= room:
        shares = sum(column.share for column in columns)
        left_over = room - sum(liked)
        widths = [like + left_over * column.share / shares for like, column in zip(liked, columns, strict=True)]
    elif sum(least) <= room:
        part = (room - sum(least)) / (sum(liked) - sum(least))
        widths = [need + (like - need) * part for need, like in zip(least, liked, strict=True)]
    else:
        widths = _narrowed(least, room)
    places, left = [], LEFT
    for width, lead in zip(widths, leads, strict=True):
        places.append((left + lead + PADDING, width))
        left += lead + width + 2 * PADDING
    return places


def _narrowed(least: Sequence[float], room: float) -> list[float]:
    """Only the widest give way, as far as it takes: a short word elsewhere is not broken for a long one."""
    rest = room
    for done, need in enumerate(sorted(least)):
        if need > (most := rest / (len(least) - done)):
            return [min(width, most) for width in least]
        rest -= need
    return list(least)


def _need(paper: Paper, run: Run, lines: int) -> tuple[float, float]:
    """The width that a text needs in so many lines, and the one in which it stands in one line."""
    paragraphs = run.words.split("\n")
    whole = max(paper.width(evolve(run, words=words)) for words in paragraphs)
    if lines == 1:
        return min(whole, _MOST), whole
    word = max((paper.width(evolve(run, words=word)) for word in _WORDS.findall(run.words)), default=0.0)
    # Lines are seldom full: a quarter is lost where words are broken.
    return min(max(word, min(whole, _LEAST) if lines > 2 else 0.0, 1.25 * whole / lines), _MOST), whole


def _title(column: Column) -> Run:
    return Run(begun(column.title), SMALL, True, LIGHT.quiet, _ALIGN[column.align])


def _head(paper: Paper, columns: Sequence[Column], places: Sequence[tuple[float, float]]) -> None:
    runs = [_title(column) for column in columns]
    height = 8 + max(paper.height(run, width, 2) for run, (_, width) in zip(runs, places, strict=True))
    paper.painter.fillRect(QRectF(LEFT, paper.y, ROOM, height), LIGHT.background)
    for run, (left, width) in zip(runs, places, strict=True):
        paper.text(QRectF(left, paper.y + 4, width, height), run, 2)
    paper.y += height
