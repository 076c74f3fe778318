"""The sheet of all deals: won, lost and open ones in one Excel Table, with real numbers and days."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from cockpit.excel.review_colours import colour_where
from cockpit.excel.review_record import DealRow
from cockpit.excel.review_styles import (
    ACCENT,
    DAY_FORMAT,
    MARK_COLOURS,
    QUIETLY,
    Painter,
    clean,
    is_risky,
    number_format,
)
from cockpit.excel.review_tables import HEADER_ROW, Book, Column, add_table, append_header, fitting_width, open_sheet
from cockpit.language import noop, tr

COLUMNS: tuple[tuple[str, float, str], ...] = (
    (noop("结果"), 11, "text"),
    (noop("商机名称"), 34, "text"),
    (noop("客户"), 22, "text"),
    (noop("负责人"), 11, "text"),
    (noop("阶段"), 12, "text"),
    (noop("金额"), 14, "money"),
    (noop("预计关单日"), 12, "day"),
    (noop("关单日"), 12, "day"),
    (noop("丢单原因"), 16, "text"),
    (noop("下一步"), 26, "text"),
    (noop("下一步日期"), 12, "day"),
    (noop("团队"), 14, "text"),
    (noop("创建日"), 12, "day"),
    (noop("产品"), 18, "text"),
    (noop("来源"), 10, "text"),
    (noop("金额来源"), 12, "text"),
    (noop("币种"), 8, "text"),
    (noop("商机编号"), 14, "text"),
)
"""Title, width in digits, and kind of what stands in a column: reviews of closed cycles are kept in this order."""
ALWAYS = 8
"""The first columns are there even when they are empty, the others only where a deal has something in them."""
PRINTED_WIDTH = 175
"""In digits. Columns beyond are for sorting and filtering: they would make the print too small to read."""
PRINTED_ROWS = 400
"""Of a long list only the first are printed, closed ones before open ones, and the sheet says so."""
ALIGNED = {"text": "left", "money": "right", "day": "center"}
REPORTED_ROWS = 1_000
FIRST = HEADER_ROW + 1
_OWNER, _EXPECTED, _NEXT_ON = 3, 6, 10
_DAY_ZERO = date(1899, 12, 30).toordinal()


def write_deals(book: Book, title: str, written: Callable[[int], None]) -> None:
    """One row per deal; ``written`` is told of every thousand of them."""
    from openpyxl.utils import get_column_letter

    deals = book.review.deals
    used = [
        place
        for place in range(len(COLUMNS))
        if place < ALWAYS or any(deal[place] is not None and deal[place] != "" for deal in deals)
    ]
    kept = [COLUMNS[place] for place in used]
    owners = {str(deal[_OWNER] or "") for deal in deals}
    widths = [
        fitting_width(owners, 11, 22) if place == _OWNER else width
        for place, (_, width, _) in zip(used, kept, strict=True)
    ]
    columns = [Column(tr(name), width, ALIGNED[kind]) for (name, _, kind), width in zip(kept, widths, strict=True)]
    words = tr("本周期关闭的,和截止日在手的;共 {n} 单", n=f"{len(deals):,}")
    if len(deals) > PRINTED_ROWS:
        words += tr(";打印只到第 {n} 单", n=PRINTED_ROWS)
    painter = open_sheet(book, title, words, widths, frozen_at=f"C{FIRST}", repeated=HEADER_ROW)
    sheet = painter.sheet
    append_header(painter, columns, with_filter=True)
    _append_deals(book, painter, [(place, kind) for place, (_, _, kind) in zip(used, kept, strict=True)], written)
    last = HEADER_ROW + len(deals)
    add_table(sheet, "tblDeals", columns, HEADER_ROW, len(deals), with_filter=True)
    if deals:
        _colour(book, painter, used, last)
    else:
        painter.append([painter.cell(tr("这个月没有关闭的商机,也没有在手的商机。"), QUIETLY)])
    printed = sum(sum(widths[: place + 1]) <= PRINTED_WIDTH for place in range(len(widths)))
    sheet.print_area = f"A1:{get_column_letter(printed)}{max(FIRST, min(last, HEADER_ROW + PRINTED_ROWS))}"


def _append_deals(book: Book, painter: Painter, columns: list[tuple[int, str]], written: Callable[[int], None]) -> None:
    """openpyxl makes a new cell for every value and guesses what it is, which takes half as long again as writing it.

    Here each column has one cell, and what it holds is known. A row is written before the next one is asked for.
    """
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    sheet = painter.sheet
    cells: list[tuple[Any, str, int]] = []
    for column, (place, kind) in enumerate(columns, 1):
        cell: Any = WriteOnlyCell(sheet)
        cell.column = column
        if kind != "text":
            cell.number_format = number_format("money", book.review.symbol) if kind == "money" else DAY_FORMAT
            cell.alignment = Alignment(ALIGNED[kind])
        cells.append((cell, kind, place))
    # Text that looks like a formula is marked as text for good: it stays so when somebody edits it.
    risky: Any = WriteOnlyCell(sheet)
    risky.quotePrefix = True

    def as_cells(deal: DealRow, row: int) -> Iterator[Any]:
        for cell, kind, place in cells:
            value = deal[place]
            if value is None or value == "":
                continue
            if kind == "text":
                text = clean(str(value))
                if is_risky(text):
                    risky.column = cell.column
                    cell = risky
                cell._value, cell.data_type = text, "s"
            else:
                # A day as its serial number, which is what a spreadsheet keeps.
                cell._value = value.toordinal() - _DAY_ZERO if isinstance(value, date) else value
                cell.data_type = "n"
            cell.row = row
            yield cell

    sheet._values_to_row = as_cells
    for number, deal in enumerate(book.review.deals, 1):
        sheet.append(deal)
        if number % REPORTED_ROWS == 0:
            written(REPORTED_ROWS)
    written(len(book.review.deals) % REPORTED_ROWS)
    del sheet._values_to_row


def _colour(book: Book, painter: Painter, used: list[int], last: int) -> None:
    """The result by colour; of open deals also a day that has passed."""
    from openpyxl.utils import get_column_letter

    sheet = painter.sheet
    for result, colour in (
        (tr("赢单"), MARK_COLOURS["ok"]), (tr("丢单"), MARK_COLOURS["act"]), (tr("在手"), ACCENT),
    ):  # fmt: skip
        colour_where(sheet, f"A{FIRST}:A{last}", f'$A{FIRST}="{result}"', colour, bold=True)
    day = book.review.as_of.toordinal() - _DAY_ZERO
    for place in (_EXPECTED, _NEXT_ON):
        if place in used:
            letter = get_column_letter(used.index(place) + 1)
            passed = f'AND($A{FIRST}="{tr("在手")}",ISNUMBER({letter}{FIRST}),{letter}{FIRST}<{day})'
            colour_where(sheet, f"{letter}{FIRST}:{letter}{last}", passed, MARK_COLOURS["watch"], bold=True)
