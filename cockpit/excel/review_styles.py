"""The look of the review: a few named styles that all its sheets share, and sheets written cell by cell.

openpyxl's streaming sheets are used, because a month can hold 100,000 deals: whatever concerns a sheet as a whole
(widths, panes) is set before its first row.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from cockpit.excel.review_record import Quantity, State, Unit
from cockpit.language import language, tr
from cockpit.model.formats import short_number

if TYPE_CHECKING:
    from openpyxl.styles import Alignment, Border, Font, PatternFill
    from openpyxl.workbook import Workbook

TEXT, QUIET, ACCENT, CARD_TINT, LINE = "1D2430", "667085", "2257C9", "F5F6F8", "E4E7EC"
# Symbols, colours and tints of the window's states.
_OK, _WATCH, _ACT = ("00795B", "E3F4EE"), ("A15C00", "FDF1DC"), ("B3261E", "FCE9E7")
MARK_COLOURS: dict[State, str] = {
    "ok": _OK[0], "watch": _WATCH[0], "running": _WATCH[0], "act": _ACT[0], "fail": _ACT[0], "quiet": QUIET,
    "none": TEXT,
}  # fmt: skip
MARK_TINTS: dict[State, str] = {
    "ok": _OK[1], "watch": _WATCH[1], "running": _WATCH[1], "act": _ACT[1], "fail": _ACT[1],
}  # fmt: skip
MARK_SYMBOLS: dict[State, str] = {
    "ok": "✓", "watch": "△", "act": "!", "quiet": "○", "running": "…", "fail": "✕", "none": "",
}  # fmt: skip

DAY_FORMAT = "yyyy-mm-dd"
# What XML 1.0 cannot hold, and the two non-characters: Excel would offer to repair the file.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST_TEXT = 32_767
LINE_HEIGHT = 14
HIGHEST_ROW = 409.0
"""In points: Excel takes none that is higher."""
PAGE_WIDTH, PAGE_SHAPE = 770.0, 0.62
"""What is printed of A4 across, in points, and its height in proportion; a little less, to be on the safe side."""
POINTS_OF_DIGIT = 5.25
"""Of a column's width."""


def clean(text: str) -> str:
    """``text`` as a cell can hold it: no control characters, not longer than Excel allows."""
    return _UNWRITABLE.sub("", text)[:LONGEST_TEXT] if _UNWRITABLE.search(text) or len(text) > LONGEST_TEXT else text


def is_risky(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula, once somebody edits its cell or saves it as CSV."""
    return text.startswith(("=", "+", "-", "@", "\t", "\r"))


def marked(state: State, text: str) -> str:
    """The text after the symbol of its state, as the window writes it."""
    symbol = MARK_SYMBOLS[state]
    return f"{symbol} {text}" if symbol else text


def width_of(text: str) -> int:
    """How wide a text stands, in digits: Han and full-width characters count 2."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WFA" else 1 for letter in text)


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` digits; words of Latin script are kept whole where they fit."""
    lines = []
    for paragraph in clean(text).splitlines():
        line = ""
        for piece in re.findall(r"[!-~]+\s*|.", paragraph):
            while width_of(piece) > width:
                cut = max(1, width - width_of(line))
                lines.append(line + piece[:cut])
                line, piece = "", piece[cut:]
            if line and width_of(line + piece.rstrip()) > width:
                lines.append(line.rstrip())
                line = ""
            line += piece
        lines.append(line.rstrip())
    return lines


def font_name() -> str:
    """A face that has the letters of the language on the machines where Excel runs."""
    return "Microsoft YaHei" if language() == "zh" else "Calibri"


def quoted(text: str) -> str:
    """``text`` as a number format says it literally."""
    return '"' + clean(text).replace('"', "") + '"'


def number_format(unit: Unit, symbol: str) -> str:
    """Money with the currency's sign, shares as percentages, all real numbers."""
    sign = quoted(symbol)
    return {
        "money": f"{sign}#,##0;-{sign}#,##0",
        "share": "0.0%",
        "count": "#,##0",
        "days": "0.0",
        "ratio": "0.00",
        "score": "0.0",
    }[unit]


def change_format(unit: Unit, symbol: str) -> str:
    """A difference with an arrow and its sign; one of shares is written in percentage points."""
    sign = quoted(symbol)
    if unit == "share":
        points = tr("点")
        shown = f'0.0" {points}"'
    else:
        shown = {"money": f"{sign}#,##0", "count": "#,##0", "days": "0.0", "ratio": "0.00", "score": "0.0"}[unit]
    return f'"▲ "+{shown};"▼ "-{shown};{shown}'


def headline(quantity: Quantity, symbol: str) -> tuple[float | int | None, str]:
    """A headline figure as cell and format: three digits, in 万/亿 or K/M.

    In Chinese the cell holds so many 万 or 亿: no number format divides by ten thousand that every program knows. The
    full amount stands beneath.
    """
    value = quantity.value
    if value is None or quantity.unit != "money":
        return value, number_format(quantity.unit, symbol)
    shown, _, unit = short_number(value).partition(" ")
    decimals = len(shown.partition(".")[2])
    digits = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    size, commas = _UNIT_SIZES[unit]
    name = f'" {unit}"' if unit else ""
    sign = quoted(symbol)
    # Only one of both divides: the cell by its size, or the format by its commas.
    return value if commas else value / size, f"{sign}{digits}{commas}{name};-{sign}{digits}{commas}{name}"


_UNIT_SIZES = {
    "": (1, ""), "万": (10**4, ""), "亿": (10**8, ""), "万亿": (10**12, ""),
    "K": (10**3, ","), "M": (10**6, ",,"), "B": (10**9, ",,,"), "T": (10**12, ",,,,"),
}  # fmt: skip
"""What a unit divides by, and the commas of a format that do."""


def change_of(now: Quantity, before: Quantity) -> float | None:
    """The difference as ``change_format`` shows it; None where one of both is missing."""
    if now.value is None or before.value is None:
        return None
    return round((now.value - before.value) * (100 if now.unit == "share" else 1), 10)


@frozen
class Style:
    """How a cell looks. Sizes in points, colours as RRGGBB."""

    size: float = 10
    bold: bool = False
    colour: str = TEXT
    fill: str | None = None
    align: str | None = None
    wrap: bool = False
    format: str | None = None
    line_below: str | None = None
    indent: int = 0
    vertical: str | None = None
    underline: bool = False

    def but(self, **changes: Any) -> "Style":
        """The same with some things changed."""
        return evolve(self, **changes)


PLAIN = Style()
ROW = Style(line_below=LINE)
TITLE = Style(size=20, bold=True)
HEADING = Style(size=12, bold=True)
SHEET_TITLE = Style(size=14, bold=True)
LINK = Style(size=9, colour=ACCENT, underline=True)
QUIETLY = Style(size=9, colour=QUIET)
HEADER = Style(bold=True, colour="FFFFFF", fill=ACCENT, wrap=True, vertical="center")
TOTAL = Style(bold=True, fill="E9EFFC", line_below=LINE)


class Painter:
    """Writes styled cells of one sheet, row by row; looks that were made once are shared.

    ``widths`` are those of the columns in digits: rows with wrapped text get the height that it takes, because not
    every program works it out when it opens a file.
    """

    def __init__(self, sheet: Any, widths: Iterable[float] = ()) -> None:
        self.sheet = sheet
        self.row = 0
        self._widths = list(widths)
        self._printed, self._is_sure = 0.0, True
        set_widths(sheet, self._widths)
        # The page is as wide as the columns are, and its height in proportion.
        self.page_height = PAGE_SHAPE * max(PAGE_WIDTH, POINTS_OF_DIGIT * sum(self._widths))
        self._parts: dict[Style, tuple[Font, PatternFill | None, Alignment, Border | None]] = {}

    def cell(self, value: Any, style: Style = ROW, *, sheet: str | None = None) -> Any:
        """A cell that holds ``value`` as it is: text that begins like a formula stays text, even when it is edited.

        ``sheet``: a click leads to that sheet.
        """
        from openpyxl.cell import WriteOnlyCell

        cell: Any
        if isinstance(value, str):
            cell = WriteOnlyCell(self.sheet, clean(value))
            cell.data_type = "s"
        else:
            cell = WriteOnlyCell(self.sheet, value)
        if sheet is not None:
            cell._hyperlink = _link(sheet)
        font, fill, alignment, border = self._parts_of(style)
        cell.font, cell.alignment = font, alignment
        if fill is not None:
            cell.fill = fill
        if border is not None:
            cell.border = border
        if style.format is not None:
            cell.number_format = style.format
        elif isinstance(value, date):
            cell.number_format = DAY_FORMAT
        if isinstance(value, str) and is_risky(value):
            cell.quotePrefix = True
        return cell

    def quantity(self, quantity: Quantity, symbol: str, style: Style = ROW) -> Any:
        """A number with its unit's format; what cannot be computed is "—"."""
        if quantity.value is None:
            return self.cell("—", style.but(align=style.align or "right", colour=QUIET))
        shown = number_format(quantity.unit, symbol)
        return self.cell(quantity.value, style.but(align=style.align or "right", format=shown))

    def append(self, cells: Sequence[Any] = (), height: float | None = None, *, extra: float = 0) -> None:
        """The next row; ``height`` in points, by default as high as its text and ``extra``."""
        self.row += 1
        height = min(HIGHEST_ROW, height or self.height_of(cells) + extra)
        self.sheet.row_dimensions[self.row].height = height
        self.sheet.append(list(cells))
        self._printed += height
        if self._printed > self.page_height:
            # It no longer fits: it stands on top of the next page, or thereabouts.
            self._printed, self._is_sure = height, False

    def height_of(self, cells: Sequence[Any]) -> float:
        """What a row takes, in points."""
        return LINE_HEIGHT * max((self._lines(cell, place) for place, cell in enumerate(cells)), default=1) + 4

    def keep_together(self, height: float) -> None:
        """Go on to the next printed page where so much, in points, is not left of this one.

        Programs and fonts differ a little: below something that ran over a page nobody knows what is left.
        """
        from openpyxl.worksheet.pagebreak import Break

        if not self._is_sure or self._printed + height > self.page_height:
            self.sheet.row_breaks.append(Break(id=self.row))
            self._printed, self._is_sure = 0.0, True

    def _lines(self, cell: Any, place: int) -> int:
        if cell is None or not cell.alignment.wrap_text or place >= len(self._widths):
            return 1
        return max(1, len(wrapped(str(cell.value or ""), max(4, int(self._widths[place] * 10 / cell.font.size) - 1))))

    def _parts_of(self, style: Style) -> "tuple[Font, PatternFill | None, Alignment, Border | None]":
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        found = self._parts.get(style)
        if found is None:
            font = Font(
                name=font_name(), size=style.size, bold=style.bold, color=style.colour,
                underline="single" if style.underline else None,
            )  # fmt: skip
            fill = PatternFill("solid", start_color=style.fill, end_color=style.fill) if style.fill else None
            vertical = style.vertical or ("top" if style.wrap else "center")
            alignment = Alignment(style.align, vertical, wrap_text=style.wrap, indent=style.indent)
            border = Border(bottom=Side("thin", style.line_below)) if style.line_below else None
            found = self._parts[style] = font, fill, alignment, border
        return found


def _link(sheet: str) -> Any:
    """To the first cell of a sheet; where the link itself stands is filled in as its row is written."""
    from openpyxl.utils import quote_sheetname
    from openpyxl.worksheet.hyperlink import Hyperlink

    return Hyperlink(ref="A1", location=f"{quote_sheetname(sheet)}!A1", tooltip=sheet)


def set_widths(sheet: Any, widths: Iterable[float]) -> None:
    """Column widths in digits, from the first column on."""
    from openpyxl.utils import get_column_letter

    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width


def new_sheet(workbook: "Workbook", title: str, heading: str, *, one_page: bool = False) -> Any:
    """A sheet that prints on A4 across, as wide as one page, with ``heading`` above and page numbers below."""
    sheet = workbook.create_sheet(title)
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 1 if one_page else 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_margins.top, sheet.page_margins.bottom = 0.7, 0.6
    sheet.page_margins.header = sheet.page_margins.footer = 0.3
    sheet.print_options.horizontalCentered = True
    # Excel takes at most 255 characters for the whole line, codes included.
    shown = " ".join(clean(heading)[:120].split()).replace("&", "&&")
    sheet.oddHeader.left.text = shown
    sheet.oddHeader.right.text = clean(title).replace("&", "&&")
    sheet.oddFooter.center.text = tr("第 {page} / {pages} 页", page="&P", pages="&N")
    for part in (sheet.oddHeader.left, sheet.oddHeader.right, sheet.oddFooter.center):
        part.size, part.color = 8, QUIET
    return sheet
