"""The sheet of the month's one-on-ones: what was marked, and what else was written; never its private part."""

from typing import Any

from cockpit.excel.review_record import MinutesItem, MinutesLine
from cockpit.excel.review_styles import MARK_COLOURS, QUIET, QUIETLY, ROW, Painter
from cockpit.excel.review_tables import HEADER_ROW, Book, Column, add_table, append_header, fitting_width, open_sheet
from cockpit.language import tr
from cockpit.model import formats

WRAPPED = ROW.but(wrap=True)
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
        Column(tr("记下的事"), 62, "left", 1), Column(tr("笔记"), 50),
    ]  # fmt: skip
    painter = open_sheet(
        book, title, tr("{n} 场面谈;私人备注从不导出", n=len(lines)), [column.width for column in columns],
        frozen_at=f"B{HEADER_ROW + 1}", repeated=HEADER_ROW,
    )  # fmt: skip
    append_header(painter, columns, with_filter=True)
    for line in lines:
        painter.append(_minutes(painter, line))
    add_table(painter.sheet, "tblOneOnOnes", columns, HEADER_ROW, len(lines), with_filter=True)
    if not lines:
        painter.append([painter.cell(tr("这个月没有一对一面谈。"), QUIETLY)])


def _minutes(painter: Painter, line: MinutesLine) -> list[Any]:
    day, number = ROW.but(align="center", vertical="top"), ROW.but(align="right", vertical="top")
    mood = number.but(format="0")
    if line.mood is not None and line.mood <= LOW_MOOD:
        mood = number.but(format='"△ "0', colour=MARK_COLOURS["watch"])
    return [
        painter.cell(line.name, ROW.but(bold=True, vertical="top")),
        painter.cell(line.team, WRAPPED.but(colour=QUIET)),
        painter.cell(line.day, day),
        painter.cell(line.number, number),
        painter.cell(line.minutes, number.but(colour=QUIET)),
        painter.cell(line.mood, mood),
        painter.cell(line.next_on, day),
        painter.cell("\n".join(map(_item, line.items)), WRAPPED.but(align="left", indent=1)),
        painter.cell(line.note, WRAPPED.but(colour=QUIET)),
    ]


def _item(item: MinutesItem) -> str:
    text = tr("{kind}:{text}", kind=item.kind, text=item.text)
    return tr("{text}({day})", text=text, day=formats.day_words(item.due_on)) if item.due_on else text
