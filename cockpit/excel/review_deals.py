"""The sheet of deals: won, lost and open ones in one Excel Table, with real numbers and days."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from cockpit.excel.review_record import DealRow, Review
from cockpit.excel.review_styles import (
    ACCENT,
    DAY_FORMAT,
    MARK_COLOURS,
    PLAIN,
    QUIETLY,
    Painter,
    clean,
    new_sheet,
    number_format,
)
from cockpit.excel.review_tables import Column, add_table, append_header, fitting_width
from cockpit.language import noop, tr

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

COLUMNS: tuple[tuple[str, float, str], ...] = (
    (noop("结果"), 9, "text"),
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
"""Title, width in digits, and kind of what stands in a column."""
RESULTS = {noop("赢单"): MARK_COLOURS["ok"], noop("丢单"): MARK_COLOURS["act"], noop("在手"): ACCENT}
ALWAYS = 8
"""The first columns are there even when they are empty, the others only where a deal has something in them."""
PRINTED_WIDTH = 175
"""In digits. Columns beyond are for sorting and filtering: they would make the print too small to read."""
ALIGNED = {"text": "left", "money": "right", "day": "center"}
REPORTED_ROWS = 1_000
_OWNER = 3
_DAY_ZERO = date(1899, 12, 30).toordinal()


def write_deals(workbook: "Workbook", review: Review, title: str, heading: str, written: Callable[[int], None]) -> None:
    """One row per deal; ``written`` is told of every thousand of them."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    sheet = new_sheet(workbook, title, heading)
    used = [
        place
        for place in range(len(COLUMNS))
        if place < ALWAYS or any(deal[place] is not None and deal[place] != "" for deal in review.deals)
    ]
    kept = [COLUMNS[place] for place in used]
    owners = {str(deal[_OWNER] or "") for deal in review.deals}
    widths = [
        fitting_width(owners, 11, 22) if place == _OWNER else width
        for place, (_, width, _) in zip(used, kept, strict=True)
    ]
    columns = [Column(tr(name), width, ALIGNED[kind]) for (name, _, kind), width in zip(kept, widths, strict=True)]
    sheet.freeze_panes = "C2"
    sheet.print_title_rows = "1:1"
    painter = Painter(sheet, widths)
    append_header(painter, columns, with_filter=True)
    cells: list[tuple[Any, str, int]] = []
    for column, (place, (_, _, kind)) in enumerate(zip(used, kept, strict=True), 1):
        cell: Any = WriteOnlyCell(sheet)
        cell.column = column
        if kind != "text":
            cell.number_format = number_format("money", review.symbol) if kind == "money" else DAY_FORMAT
            cell.alignment = Alignment(ALIGNED[kind])
        cells.append((cell, kind, place))
    results = {tr(source): painter.cell("", PLAIN.but(colour=colour, bold=True)) for source, colour in RESULTS.items()}
    for cell in results.values():
        cell.column = 1

    def as_cells(deal: DealRow, row: int) -> Iterator[Any]:
        for cell, kind, place in cells:
            value = deal[place]
            if value is None or value == "":
                continue
            if place == 0:
                cell = results.get(str(value), cell)
            cell.row = row
            if kind == "text":
                cell._value, cell.data_type = clean(str(value)), "s"
            else:
                # A day as its serial number, which is what a spreadsheet keeps.
                cell._value = value.toordinal() - _DAY_ZERO if isinstance(value, date) else value
                cell.data_type = "n"
            yield cell

    # openpyxl makes a new cell for every value and guesses what it is, which takes half as long again as writing it:
    # here each column has one cell, and what it holds is known. A row is written before the next one is asked for.
    sheet._values_to_row = as_cells
    for number, deal in enumerate(review.deals, 1):
        sheet.append(deal)
        if number % REPORTED_ROWS == 0:
            written(REPORTED_ROWS)
    written(len(review.deals) % REPORTED_ROWS)
    del sheet._values_to_row
    add_table(sheet, "tblDeals", columns, 1, len(review.deals), with_filter=True)
    printed = sum(sum(widths[: place + 1]) <= PRINTED_WIDTH for place in range(len(widths)))
    sheet.print_area = f"A1:{get_column_letter(printed)}{max(2, len(review.deals) + 1)}"
    if not review.deals:
        painter.append([painter.cell(tr("这个月没有关闭的商机,也没有在手的商机。"), QUIETLY)])
