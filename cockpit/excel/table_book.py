"""A table as a workbook: real numbers and days, words that stay words, written whole or not at all.

openpyxl makes everything but the rows, because a hundred thousand of them take it half a minute: the rows are put
into its sheet as text, a column at a time and each distinct cell once, which takes a few seconds.
"""

import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from xml.sax.saxutils import escape

from attrs import field, frozen

from cockpit.errors import CockpitError
from cockpit.excel.review_styles import font_name
from cockpit.excel.whole_file import whole_file
from cockpit.language import tr

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Kind = Literal["text", "mark", "money", "day", "count", "year", "share", "figure", "sum"]
"""``mark``: a text that is there for a program; its first two signs, which all of a column share, are shown."""
Value = str | Decimal | date | int | float | None
_FORMATS: dict[Kind, str] = {
    "text": "@", "mark": ';;;"v1"', "money": "#,##0.00", "day": "yyyy-mm-dd", "count": "#,##0", "share": "0.0%",
    "figure": "#,##0.##", "sum": "#,##0;-#,##0;", "year": "0",
}  # fmt: skip
_ESCAPE = re.compile(r"_x[0-9A-Fa-f]{4}_")
_FIRST_DAY = date(1900, 3, 1)
_ZERO_DAY = date(1899, 12, 30).toordinal()
_AT_ONCE = 2_000
ROOM_BELOW = 1_000
"""Rows below the table in which lists to choose from are offered too."""
_LONGEST_PROMPT, _LONGEST_PROMPT_TITLE = 255, 32
_HEADER_FILL, _QUIET, _LINE, _INK = "EEF2F7", "7B8696", "C9D2DE", "1F2A37"
_SIZE = 10
_LEFT = frozenset({"text", "mark", "day", "year"})
_PAGE = 170
"""Characters side by side on a sheet of A4 that can still be read."""


@frozen
class BookColumn:
    """A column: its heading, what stands in it, and its width in characters (a Chinese one counts two).

    ``is_quiet`` columns are there to be read, and grey. ``options``: a range to choose from; with ``is_open`` other
    words are taken too. ``kinds``: where the cells of a column are of several kinds, one for each row.
    ``sums``: letters of the first and last column that a ``sum`` adds up.
    """

    heading: str
    kind: Kind
    width: int
    is_quiet: bool = False
    options: str = ""
    is_open: bool = False
    prompt: str = ""
    kinds: Sequence[Kind] | None = field(default=None, repr=False)
    sums: tuple[str, str] = ("", "")


@frozen
class BookExtras:
    """What stands beside the table: columns that stay in sight, document properties, further sheets."""

    frozen_columns: int = 1
    table_name: str = "Table1"
    title: str = ""
    properties: Mapping[str, str] = field(factory=dict)
    add_sheets: Callable[["Workbook"], None] = lambda _: None


def write_table(
    path: Path,
    title: str,
    columns: Sequence[BookColumn],
    rows: Iterable[Sequence[Value]],
    extras: BookExtras | None = None,
    go_on: Callable[[int], bool] = lambda _: True,
) -> None:
    """Write one sheet, ``title``, as a table with a heading that stays in sight and a filter over it.

    Money in units of the currency. ``go_on`` is told how many rows are done. The file appears under its name only when
    it is whole. Raises CockpitError when it cannot be written, or ``go_on`` says no.
    """
    by_column: list[Sequence[Value]] = list(zip(*rows, strict=True)) or [()] * len(columns)
    write_columns(path, title, columns, by_column, extras, go_on)


def write_columns(
    path: Path,
    title: str,
    columns: Sequence[BookColumn],
    values: Sequence[Sequence[Value]],
    extras: BookExtras | None = None,
    go_on: Callable[[int], bool] = lambda _: True,
) -> None:
    """``write_table`` with the cells given by column."""
    height = len(values[0]) if values else 0
    skeleton, styles = _skeleton(title, columns, height, extras or BookExtras())
    cells = [_cells(*of_column) for of_column in zip(columns, values, styles, strict=True)]
    with (
        zipfile.ZipFile(skeleton) as made,
        whole_file(path) as unfinished,
        zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as book,
    ):
        for name in made.namelist():
            if name == "xl/worksheets/sheet1.xml":
                _write_rows(book, name, made.read(name).decode(), columns, cells, height, go_on)
            else:
                book.writestr(name, made.read(name))


# --- the rows ----------------------------------------------------------------------------------------------------


def _cells(column: BookColumn, values: Sequence[Value], styles: Mapping[Kind, str]) -> list[str]:
    """What stands in each cell behind its place, e.g. ' s="3"><v>12</v></c>'."""
    if column.kinds is not None:
        return [_cell(value, styles[kind]) for kind, value in zip(column.kinds, values, strict=True)]
    style = styles[column.kind]
    if column.kind == "sum":
        start, end = column.sums
        return [f' s="{style}"><f>SUM({start}{{0}}:{end}{{0}})</f><v>{_number(value)}</v></c>'.replace(
            "{0}", str(row)) for row, value in enumerate(values, 2)]  # fmt: skip
    known = {value: _cell(value, style) for value in set(values)}
    return [known[value] for value in values]


def _cell(value: Value, style: str) -> str:
    if value is None or value == "":
        return f' s="{style}"/>'
    if isinstance(value, date) and value >= _FIRST_DAY:
        return f' s="{style}"><v>{value.toordinal() - _ZERO_DAY}</v></c>'
    if isinstance(value, str | date):
        # "=1+1" is a name that somebody gave, not a formula: of this type it can be nothing else.
        text = f'<is><t xml:space="preserve">{_escaped(str(value))}</t></is>'
        return f' s="{style}" t="inlineStr">{text}</c>'
    return f' s="{style}"><v>{_number(value)}</v></c>'


def _number(value: Value) -> str:
    return repr(value) if isinstance(value, float) else str(value or 0)


def _write_rows(
    book: zipfile.ZipFile, name: str, sheet: str, columns: Sequence[BookColumn], cells: Sequence[Sequence[str]],
    height: int, go_on: Callable[[int], bool],
) -> None:  # fmt: skip
    """The sheet with its rows in the place of the prototypes."""
    before, rest = sheet.split('<row r="2"', 1)
    before = re.sub(r'<dimension ref="[^"]*"', f'<dimension ref="A1:{_letter(len(columns) - 1)}{height + 1}"', before)
    after = rest[rest.index("</sheetData>") :]
    row = '<row r="{n}">' + "".join(f'<c r="{_letter(place)}{{n}}"%s' for place in range(len(columns))) + "</row>"
    with book.open(name, "w") as file:
        file.write(before.encode())
        lines = zip(*cells, strict=True)
        done = 0
        while some := list(islice(lines, _AT_ONCE)):
            if not go_on(done):
                raise CockpitError(tr("导出停下了,没有写文件。"))
            file.write("".join([
                row.replace("{n}", str(number)) % line for number, line in enumerate(some, done + 2)
            ]).encode())  # fmt: skip
            done += len(some)
        file.write(after.encode())


def _escaped(text: str) -> str:
    # What looks like an escape of Excel's is not one: "_x000D_" would come out as a line end.
    return escape(_ESCAPE.sub(r"_x005F\g<0>", text) if "_x" in text else text)


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(place + 1)


# --- everything else ---------------------------------------------------------------------------------------------


def _skeleton(
    title: str, columns: Sequence[BookColumn], height: int, extras: BookExtras
) -> tuple[BytesIO, list[dict[Kind, str]]]:
    """The workbook without its rows, and for each column the style of each kind of cell."""
    from openpyxl import Workbook
    from openpyxl.packaging.custom import StringProperty
    from openpyxl.worksheet.filters import AutoFilter
    from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = sheet_title(title)
    _write_header(sheet, columns)
    prototypes = _write_prototypes(sheet, columns)
    last = f"{_letter(len(columns) - 1)}{max(2, height + 1)}"
    table = Table(displayName=extras.table_name, ref=f"A1:{last}")
    # Told here: left to itself it would look through every cell of the table for them.
    table.tableColumns = [TableColumn(id=place, name=column.heading) for place, column in enumerate(columns, 1)]
    table.autoFilter = AutoFilter(ref=table.ref)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)
    sheet.freeze_panes = f"{_letter(extras.frozen_columns)}2"
    sheet.sheet_view.showGridLines = False
    _offer_choices(sheet, columns, height)
    _set_up_print(sheet, extras.title or title, columns, extras.frozen_columns)
    book.properties.title, book.properties.creator = extras.title or title, tr("驾驶舱")
    for name, value in extras.properties.items():
        book.custom_doc_props.append(StringProperty(name=name, value=value))  # type: ignore[attr-defined]
    extras.add_sheets(book)
    made = BytesIO()
    book.save(made)
    return made, _styles_of(made, prototypes)


def sheet_title(title: str) -> str:
    """A title as Excel takes it: without signs that mean something in a reference, 31 characters at most."""
    return "".join(" " if sign in "[]:*?/\\'" else sign for sign in title)[:31].strip() or "Sheet"


def _write_header(sheet: "Worksheet", columns: Sequence[BookColumn]) -> None:
    from openpyxl.styles import Border, Font, PatternFill, Side

    font = font_name()
    line = Border(bottom=Side(style="thin", color=_LINE))
    fill = PatternFill("solid", fgColor=_HEADER_FILL)
    for place, column in enumerate(columns):
        cell = sheet.cell(1, place + 1, column.heading)
        cell.data_type = "s"
        cell.font = Font(name=font, size=_SIZE, bold=True, color=_QUIET if column.is_quiet else _INK)
        cell.fill, cell.border = fill, line
        cell.alignment = _alignment(column.kind, "center")
        # Room for the filter's button.
        needed = cell_width(column.heading) + 4
        sheet.column_dimensions[_letter(place)].width = max(column.width, needed)
    sheet.row_dimensions[1].height = 22


def _alignment(kind: Kind, vertical: str) -> Any:
    from openpyxl.styles import Alignment

    # A number does not touch the word that begins in the next column.
    is_left = kind in _LEFT
    return Alignment(horizontal="left" if is_left else "right", vertical=vertical, indent=0 if is_left else 1)


def cell_width(text: str) -> int:
    """Width in characters of half width: a Chinese one counts two."""
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in text)


def _write_prototypes(sheet: "Worksheet", columns: Sequence[BookColumn]) -> list[dict[Kind, str]]:
    """A cell of each kind that a column has, in row 2 and to the right of it; where they stand."""
    from openpyxl.styles import Font

    font = font_name()
    found: list[dict[Kind, str]] = []
    spare = len(columns)
    for place, column in enumerate(columns):
        places: dict[Kind, str] = {}
        for kind in dict.fromkeys((column.kind, *(column.kinds or ()))):
            at = place if not places else spare
            spare += at == spare
            cell = sheet.cell(2, at + 1, 0)
            cell.number_format = _FORMATS[kind]
            cell.alignment = _alignment(kind, "top")
            cell.font = Font(name=font, size=_SIZE, color=_QUIET if column.is_quiet else _INK)
            places[kind] = cell.coordinate
        found.append(places)
    return found


def _styles_of(made: BytesIO, prototypes: Sequence[Mapping[Kind, str]]) -> list[dict[Kind, str]]:
    with zipfile.ZipFile(made) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    styles = dict(re.findall(r'<c r="([A-Z]+2)" s="(\d+)"', sheet))
    return [{kind: styles[at] for kind, at in places.items()} for places in prototypes]


def _offer_choices(sheet: "Worksheet", columns: Sequence[BookColumn], height: int) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    last = max(2, height + 1) + ROOM_BELOW
    for place, column in enumerate(columns):
        if not column.options:
            continue
        letter = _letter(place)
        offered = DataValidation(type="list", formula1=column.options, allow_blank=True)
        offered.showErrorMessage, offered.errorStyle = not column.is_open, "stop"
        offered.errorTitle, offered.error = column.heading[:_LONGEST_PROMPT_TITLE], tr("从列表里选一个。")
        if column.prompt:
            offered.showInputMessage = True
            offered.promptTitle = column.heading[:_LONGEST_PROMPT_TITLE]
            offered.prompt = column.prompt[:_LONGEST_PROMPT]
        offered.add(f"{letter}2:{letter}{last}")
        sheet.add_data_validation(offered)


def _set_up_print(sheet: Any, title: str, columns: Sequence[BookColumn], frozen_columns: int) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth = pages = -(-sum(column.width for column in columns) // _PAGE)
    sheet.page_setup.fitToHeight = 0
    if pages > 1:
        sheet.print_title_cols = f"A:{_letter(frozen_columns - 1)}"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.oddHeader.left.text = title.replace("&", "&&")
    sheet.oddFooter.right.text = tr("第 {page} 页,共 {pages} 页", page="&P", pages="&N")
