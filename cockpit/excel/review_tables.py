"""Excel Tables of the review: a header, rows of records, and what makes sorting and filtering work."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen

from cockpit.excel.review_styles import HEADER, Painter, clean, width_of


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
        base = re.sub(r"\s+", " ", clean(title)).strip() or "-"
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
    """Wide enough for the longest word of a heading that is wrapped, with room for the filter's button."""
    return max(least, max((width_of(word) for word in title.split()), default=0) * 1.15 + 2)


def header_cells(painter: Painter, columns: Sequence[Column]) -> list[Any]:
    """The cells of a header row."""
    titles = unique_titles(column.title for column in columns)
    return [
        painter.cell(title, HEADER.but(align=column.align, indent=column.indent))
        for title, column in zip(titles, columns, strict=True)
    ]


def add_table(
    sheet: Any, name: str, columns: Sequence[Column], first_row: int, rows: int, first_column: int = 1
) -> None:
    """Declare the header at ``first_row`` and the ``rows`` below it as one Excel Table; without rows none is made."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.filters import AutoFilter
    from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

    if not rows:
        return
    last = get_column_letter(first_column + len(columns) - 1)
    table = Table(
        displayName=name,
        ref=f"{get_column_letter(first_column)}{first_row}:{last}{first_row + rows}",
        tableStyleInfo=TableStyleInfo(name="TableStyleLight1", showRowStripes=True),
    )
    table.autoFilter = AutoFilter(ref=table.ref)
    table.tableColumns = [
        TableColumn(id=number, name=title)
        for number, title in enumerate(unique_titles(column.title for column in columns), 1)
    ]
    # Not add_table: it warns that a streamed sheet's columns have to be named by hand, which is what was done.
    sheet.tables.add(table)
