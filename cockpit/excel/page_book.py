"""A page of the window as a sheet: its parts one beneath the other, as they stand there, numbers as numbers.

What is shown short ("312 万") is written in full where the window knows the full value, else as far as it is shown.
"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from cockpit.excel.review_styles import clean, font_name, is_risky
from cockpit.excel.whole_file import whole_file
from cockpit.language import tr

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_INK, _QUIET, _HEADER, _LINE = "1D2430", "667085", "EEF2F7", "C9D2DE"
_NARROWEST, _WIDEST = 10, 48
_TITLE_LONGEST = 31


@frozen
class PageCell:
    """What a cell says, and in full what it says short ("" where that is the same)."""

    text: str
    full: str = ""
    is_number: bool = False
    """It stands at the right, as numbers do: only then is it read as one."""


@frozen
class PagePart:
    """A part of the page: a title, what stands beside it, headings (or none), and rows of cells of any length."""

    title: str = ""
    beside: str = ""
    headings: tuple[str, ...] = ()
    rows: Sequence[Sequence[PageCell]] = field(factory=tuple, repr=False)
    left_out: int = 0
    """So many more rows there are in the window."""


@frozen
class PageAsShown:
    """The name of the page, what it shows (cycle, scope, day), and its parts from above."""

    title: str
    beside: str
    parts: tuple[PagePart, ...]


_NUMBER = re.compile(
    r"(?P<sign>[+-]?)[^\d+\-.]{0,4}?(?P<digits>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>万亿|万|亿|K|M|B|T|%|×)?"
)
_UNITS = {"万": 10**4, "亿": 10**8, "万亿": 10**12, "K": 10**3, "M": 10**6, "B": 10**9, "T": 10**12}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def value_of(cell: PageCell) -> tuple[Any, str]:
    """What is written, and its number format: a day, a number, or the text."""
    if _DAY.fullmatch(cell.text):
        try:
            return date.fromisoformat(cell.text), "yyyy-mm-dd"
        except ValueError:
            return cell.text, "@"
    if not cell.is_number:
        return cell.text, "@"
    found = _NUMBER.fullmatch(cell.full.strip()) or _NUMBER.fullmatch(cell.text.strip())
    if found is None:
        return cell.text, "@"
    number = Decimal(found["digits"].replace(",", "")) * (-1 if found["sign"] == "-" else 1)
    unit = found["unit"]
    if unit == "%":
        shown = found["digits"].partition(".")[2]
        return float(number / 100), f"0.{'0' * len(shown)}%" if shown else "0%"
    number *= _UNITS.get(unit or "", 1)
    is_whole = number == number.to_integral_value()
    return int(number) if is_whole else float(number), "#,##0" if is_whole else "#,##0.00"


def write_page(page: PageAsShown, path: Path) -> int:
    """Write the page to ``path``, whole or not at all; returns how many rows of its parts. Raises CockpitError."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.worksheet.properties import PageSetupProperties

    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = re.sub(r"[\[\]:*?/\\']", " ", page.title)[:_TITLE_LONGEST].strip() or "1"
    name = font_name()
    sheet.sheet_view.showGridLines = False
    _put(sheet, 1, 1, page.title, Font(name=name, size=14, bold=True, color=_INK))
    _put(sheet, 2, 1, page.beside, Font(name=name, size=10, color=_QUIET))
    row, count = 4, 0
    for part in page.parts:
        row, written = _write_part(sheet, part, row, name)
        count += written
    _set_widths(sheet, page.parts)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    workbook.properties.title, workbook.properties.creator = page.title, "Cockpit"
    with whole_file(path) as unfinished:
        workbook.save(unfinished)
    return count


def _write_part(sheet: "Worksheet", part: PagePart, row: int, name: str) -> tuple[int, int]:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    quiet = Font(name=name, size=10, color=_QUIET)
    if part.title:
        words = f"{part.title}   {part.beside}" if part.beside else part.title
        _put(sheet, row, 1, words, Font(name=name, size=11, bold=True, color=_INK))
        row += 1
    line = Border(bottom=Side(style="thin", color=_LINE))
    if any(part.headings):
        numbers = {place for of_row in part.rows[:50] for place, cell in enumerate(of_row) if cell.is_number}
        for place, heading in enumerate(part.headings):
            put = _put(sheet, row, place + 1, heading, Font(name=name, size=10, bold=True, color=_INK))
            put.fill, put.border = PatternFill("solid", fgColor=_HEADER), line
            put.alignment = Alignment(horizontal="right" if place in numbers else "left", vertical="center")
        row += 1
    usual, at_right, at_left = Font(name=name, size=10, color=_INK), Alignment(horizontal="right"), Alignment()
    for of_row in part.rows:
        for place, cell in enumerate(of_row):
            if cell.text:
                value, shown = value_of(cell)
                put = _put(sheet, row, place + 1, value, usual)
                put.number_format = shown
                put.alignment = at_left if isinstance(value, str) else at_right
        row += 1
    if part.left_out:
        _put(sheet, row, 1, tr("还有 {n} 行没有写进来", n=part.left_out), quiet)
        row += 1
    return row + 1, len(part.rows)


def _put(sheet: "Worksheet", row: int, column: int, value: Any, font: Any) -> Any:
    cell = sheet.cell(row=row, column=column)
    if isinstance(value, str):
        # A text stays one, whatever it begins with.
        cell.value = clean(value)
        cell.data_type = "s"
        cell.quotePrefix = is_risky(value)
    else:
        cell.value = value
    cell.font = font
    return cell


def _set_widths(sheet: "Worksheet", parts: Sequence[PagePart]) -> None:
    from openpyxl.utils import get_column_letter

    widths: dict[int, int] = {}
    for part in parts:
        for of_row in [[PageCell(heading) for heading in part.headings], *part.rows[:200]]:
            for place, cell in enumerate(of_row):
                width = sum(2 if ord(sign) > 0x2E80 else 1 for sign in cell.text) + 2
                widths[place] = max(widths.get(place, _NARROWEST), min(_WIDEST, width))
    for place, width in widths.items():
        sheet.column_dimensions[get_column_letter(place + 1)].width = width
