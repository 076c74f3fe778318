"""Sheets of the review and their Excel Tables: a title, a way back, a header, rows, what sorting and filtering need."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen

from cockpit.excel.review_record import Review
from cockpit.excel.review_styles import (
    HEADER,
    HEADING,
    LINK,
    QUIETLY,
    SHEET_TITLE,
    Painter,
    clean,
    new_sheet,
    width_of,
)

HEADER_ROW = 3
"""Where the header of a sheet's only table stands: below the title, and the way back to the cover."""
LONGEST_HEADER = 200
"""Excel takes 255 characters for the name of a table's column."""
BUTTON_HEIGHT = 14
"""Of a filter's button, in points."""


@frozen
class Book:
    """The workbook in the making: what it says, and what stands on top of every printed page."""

    workbook: Any
    review: Review
    heading: str
    cover: str
    """The title of the first sheet, to which all others lead back."""


@frozen
class Column:
    """``width`` in digits."""

    title: str
    width: float
    align: str | None = None
    indent: int = 0


def unique_titles(titles: Iterable[str]) -> list[str]:
    """A table's headers have to differ, whatever their case: Excel would offer to repair the file."""
    taken: set[str] = set()
    unique = []
    for title in titles:
        base = re.sub(r"\s+", " ", clean(title)).strip()[:LONGEST_HEADER] or "-"
        # The same word may stand inside a sentence elsewhere, in small letters.
        base = base[0].upper() + base[1:]
        name, number = base, 1
        while name.casefold() in taken:
            number += 1
            name = f"{base} {number}"
        taken.add(name.casefold())
        unique.append(name)
    return unique


def fitting_width(texts: Iterable[str], least: float, most: float) -> float:
    """The width in digits that shows the longest of these texts, within limits."""
    return max(least, min(most, max(map(width_of, texts), default=0) + 2))


def header_width(title: str, least: float) -> float:
    """Wide enough for the longest word of a heading that is wrapped; Chinese can be wrapped anywhere."""
    return max(least, max(map(width_of, re.findall(r"[!-~]+", title)), default=0) * 1.15 + 1)


def append_header(painter: Painter, columns: Sequence[Column], *, with_filter: bool = False) -> None:
    """The header row. A filter's buttons lie at the foot of their cells: the texts then stand at the top."""
    titles = unique_titles(column.title for column in columns)
    style = HEADER.but(vertical="top") if with_filter else HEADER
    painter.append(
        [
            painter.cell(title, style.but(align=column.align, indent=column.indent))
            for title, column in zip(titles, columns, strict=True)
        ],
        extra=BUTTON_HEIGHT if with_filter else 0,
    )


def add_table(
    sheet: Any, name: str, columns: Sequence[Column], first_row: int, rows: int, *, with_filter: bool = False
) -> None:
    """Declare the header at ``first_row`` and the ``rows`` below it as one Excel Table; without rows none is made."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.filters import AutoFilter
    from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

    if not rows:
        return
    table = Table(
        displayName=name,
        ref=f"A{first_row}:{get_column_letter(len(columns))}{first_row + rows}",
        tableStyleInfo=TableStyleInfo(name="TableStyleLight1", showRowStripes=True),
    )
    if with_filter:
        table.autoFilter = AutoFilter(ref=table.ref)
    table.tableColumns = [
        TableColumn(id=number, name=title)
        for number, title in enumerate(unique_titles(column.title for column in columns), 1)
    ]
    # Not add_table: it warns that a streamed sheet's columns have to be named by hand, which is what was done.
    sheet.tables.add(table)


def open_sheet(
    book: Book,
    title: str,
    words: str,
    widths: Iterable[float],
    *,
    frozen_at: str | None = None,
    repeated: int | None = None,
    one_page: bool = False,
) -> Painter:
    """A sheet with its title, the way back to the cover, and a line of words. ``repeated`` is a row of every page."""
    sheet = new_sheet(book.workbook, title, book.heading, one_page=one_page)
    sheet.freeze_panes = frozen_at
    if repeated is not None:
        sheet.print_title_rows = f"{repeated}:{repeated}"
    painter = Painter(sheet, widths)
    if one_page:
        painter.page_height = float("inf")
    painter.append([painter.cell(title, SHEET_TITLE)], 26)
    painter.append([painter.cell("← " + book.cover, LINK, sheet=book.cover), painter.cell(words, QUIETLY)], 20)
    return painter


def append_section(
    painter: Painter,
    heading: str,
    name: str,
    columns: Sequence[Column],
    lines: Sequence[Sequence[Any]],
    empty: str,
    *,
    words: str = "",
    totals: Sequence[Sequence[Any]] = (),
    with_filter: bool = False,
) -> int:
    """A heading, its table and an empty row below what is there; the first row of its records.

    Without lines ``empty`` says why. ``totals`` stand below the table and are not part of it.
    """
    rows = [*lines, *totals]
    whole = 24 + 50 + sum(map(painter.height_of, rows))
    # A table that a page can hold is not torn apart; of a longer one a few rows go with its heading.
    painter.keep_together(whole if whole < painter.page_height * 0.8 else 24 + 50 + 4 * 18)
    painter.append([painter.cell(heading, HEADING)], 24)
    if words:
        painter.append([painter.cell(words, QUIETLY)])
    if lines:
        append_header(painter, columns, with_filter=with_filter)
        first = painter.row
        for line in lines:
            painter.append(line)
        add_table(painter.sheet, name, columns, first, len(lines), with_filter=with_filter)
        for total in totals:
            painter.append(total)
    else:
        first = painter.row
        painter.append([painter.cell(empty, QUIETLY)])
    painter.append([])
    return first + 1
