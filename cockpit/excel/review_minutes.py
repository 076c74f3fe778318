"""The sheet of the month's one-on-ones: what was marked, and what else was written; never its private part."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from cockpit.excel.review_record import MinutesItem, MinutesLine
from cockpit.excel.review_styles import MARK_COLOURS, QUIET, QUIETLY, ROW, TEXT, Painter, wrapped
from cockpit.excel.review_tables import HEADER_ROW, Book, Column, add_table, append_header, fitting_width, open_sheet
from cockpit.language import tr
from cockpit.model import formats

WRAPPED = ROW.but(wrap=True)
ITEMS_WIDTH, NOTE_WIDTH = 60, 48
MOST_LINES = 26
"""Of a row: more would not be seen."""
LOW_MOOD = 2
"""From here on down a mood is to be watched, as in the window."""


def write_minutes(book: Book, title: str) -> None:
    """A row for each talk, by person."""
    lines = book.review.minutes or ()
    columns = [
        Column(tr("姓名"), fitting_width((line.name for line in lines), 12, 22)),
        Column(tr("团队"), fitting_width((line.team for line in lines), 10, 20)),
        Column(tr("日期"), 12, "center"), Column(tr("第几次"), 9, "right"), Column(tr("分钟"), 8, "right"),
        Column(tr("心情"), 8, "right"), Column(tr("下次面谈"), 12, "center"),
        Column(tr("记下的事"), ITEMS_WIDTH + 2, "left", 1), Column(tr("笔记"), NOTE_WIDTH + 2),
    ]  # fmt: skip
    painter = open_sheet(
        book, title, tr("{n} 场面谈;私人备注从不导出", n=len(lines)), [column.width for column in columns],
        frozen_at=f"B{HEADER_ROW + 1}", repeated=HEADER_ROW,
    )  # fmt: skip
    append_header(painter, columns, with_filter=True)
    for line in lines:
        for row in _minutes(painter, line):
            painter.append(row)
    add_table(painter.sheet, "tblOneOnOnes", columns, HEADER_ROW, painter.row - HEADER_ROW, with_filter=True)
    if not lines:
        painter.append([painter.cell(tr("这个月没有一对一面谈。"), QUIETLY)])


def _minutes(painter: Painter, line: MinutesLine) -> Iterator[list[Any]]:
    """A row, and further ones for what does not fit into it: Excel limits how high a row may be."""
    texts = (_parts([_item(item) for item in line.items], ITEMS_WIDTH), _parts(line.note.split("\n"), NOTE_WIDTH))
    day, number = ROW.but(align="center", vertical="top"), ROW.but(align="right", vertical="top")
    mood = number.but(format="0")
    if line.mood is not None and line.mood <= LOW_MOOD:
        mood = number.but(format='"△ "0', colour=MARK_COLOURS["watch"])
    for place, (items, note) in enumerate(zip_longest(*texts, fillvalue="")):
        is_first = place == 0
        yield [
            painter.cell(line.name, ROW.but(bold=is_first, colour=TEXT if is_first else QUIET, vertical="top")),
            painter.cell(line.team, WRAPPED.but(colour=QUIET)),
            painter.cell(line.day, day.but(colour=TEXT if is_first else QUIET)),
            painter.cell(line.number, number.but(colour=TEXT if is_first else QUIET)),
            painter.cell(line.minutes if is_first else None, number.but(colour=QUIET)),
            painter.cell(line.mood if is_first else None, mood),
            painter.cell(line.next_on if is_first else None, day),
            painter.cell(items, WRAPPED.but(align="left", indent=1)),
            painter.cell(note, WRAPPED.but(colour=QUIET)),
        ]


def _parts(lines: list[str], width: int) -> list[str]:
    """The lines in as many texts as it takes for each to fit into a row."""
    parts: list[list[str]] = [[]]
    taken = 0
    # What runs on over many lines is cut where it wraps.
    pieces = [
        piece
        for line in lines
        for piece in ([line] if len(wrapped(line, width)) <= MOST_LINES else wrapped(line, width))
    ]
    for piece in pieces:
        needed = max(1, len(wrapped(piece, width)))
        if parts[-1] and taken + needed > MOST_LINES:
            parts.append([])
            taken = 0
        parts[-1].append(piece)
        taken += needed
    return ["\n".join(part) for part in parts]


def _item(item: MinutesItem) -> str:
    text = tr("{kind}:{text}", kind=item.kind, text=item.text)
    return tr("{text}({day})", text=text, day=formats.day_words(item.due_on)) if item.due_on else text
