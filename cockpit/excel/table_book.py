"""A plain table as a workbook: real numbers and days, words that stay words, written whole or not at all."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal

from attrs import frozen

from cockpit.errors import CockpitError
from cockpit.language import tr

Kind = Literal["text", "money", "day", "count"]
Value = str | Decimal | date | int | None
_FORMATS: dict[Kind, str] = {"text": "General", "money": "#,##0.00", "day": "yyyy-mm-dd", "count": "#,##0"}


@frozen
class BookColumn:
    """A column: its heading, what stands in it, and its width in characters (a Chinese one counts two)."""

    heading: str
    kind: Kind
    width: int


def write_table(path: Path, title: str, columns: Sequence[BookColumn], rows: Iterable[Sequence[Value]]) -> None:
    """Write one sheet, ``title``, with a heading that stays in sight and a filter over it.

    Money in units of the currency. The file appears under its name only when it is whole. Raises CockpitError when it
    cannot be written.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("".join(" " if sign in "[]:*?/\\" else sign for sign in title)[:31] or "Sheet")
    sheet.freeze_panes = "B2"
    sheet.sheet_view.showGridLines = False
    for place, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    heading = []
    for column in columns:
        cell = WriteOnlyCell(sheet, column.heading)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(horizontal="left" if column.kind in ("text", "day") else "right")
        heading.append(cell)
    sheet.append(heading)
    # One cell a column, written again and again: to make each anew takes twice as long.
    cells = [WriteOnlyCell(sheet, None) for _ in columns]
    for cell, column in zip(cells, columns, strict=True):
        cell.number_format = _FORMATS[column.kind]
    count = 1
    try:
        for row in rows:
            for cell, column, value in zip(cells, columns, row, strict=True):
                cell.value = value or None if column.kind == "text" else value
                if column.kind == "text" and value:
                    # "=1+1" is a name that somebody gave, not a formula.
                    cell.data_type = "s"
                elif column.kind == "day":
                    cell.number_format = _FORMATS["day"]
            sheet.append([cell if cell.value is not None else None for cell in cells])
            count += 1
    finally:
        # Also where the rows break off: the part that is written has to be let go.
        sheet.close()
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count}"
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        book.save(unfinished)
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise CockpitError(
            tr("“{name}”写不进去:{reason}。", name=path.name, reason=error.strerror or error),
            tr("关掉正在打开它的程序,或换一个地方再试。"),
        ) from error
