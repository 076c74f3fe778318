"""The sheet of deals: won, lost and open ones in one Excel Table, with real numbers and days."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from cockpit.excel.review_record import Review
from cockpit.excel.review_styles import DAY_FORMAT, QUIETLY, Painter, clean, new_sheet, number_format, set_widths
from cockpit.excel.review_tables import Column, add_table, header_cells
from cockpit.language import noop, tr

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

COLUMNS: tuple[tuple[str, float, str], ...] = (
    (noop("结果"), 8, "text"),
    (noop("商机"), 36, "text"),
    (noop("客户"), 26, "text"),
    (noop("负责人"), 14, "text"),
    (noop("团队"), 14, "text"),
    (noop("阶段"), 14, "text"),
    (noop("金额"), 15, "money"),
    (noop("金额来源"), 12, "text"),
    (noop("币种"), 8, "text"),
    (noop("创建日"), 12, "day"),
    (noop("预计关单日"), 12, "day"),
    (noop("关单日"), 12, "day"),
    (noop("产品"), 16, "text"),
    (noop("来源"), 10, "text"),
    (noop("丢单原因"), 22, "text"),
    (noop("下一步"), 30, "text"),
    (noop("下一步日期"), 12, "day"),
    (noop("商机编号"), 14, "text"),
)
"""Title, width in digits, and kind of what stands in a column."""
REPORTED_ROWS = 1_000


def write_deals(workbook: "Workbook", review: Review, title: str, heading: str, written: Callable[[int], None]) -> None:
    """One row per deal; ``written`` is told of every thousand of them.

    Text is handed over bare where it cannot be taken for a formula: that is the fast way.
    """
    from openpyxl.cell import WriteOnlyCell

    sheet = new_sheet(workbook, title, heading)
    columns = [Column(tr(name), width, "right" if kind == "money" else None) for name, width, kind in COLUMNS]
    set_widths(sheet, [width for _, width, _ in COLUMNS])
    sheet.freeze_panes = "C2"
    sheet.print_title_rows = "1:1"
    painter = Painter(sheet)
    sheet.append(header_cells(painter, columns))
    styled: dict[int, Any] = {}
    for place, (_, _, kind) in enumerate(COLUMNS):
        if kind != "text":
            styled[place] = cell = WriteOnlyCell(sheet, 0)
            cell.number_format = number_format("money", review.symbol) if kind == "money" else DAY_FORMAT
    guarded = WriteOnlyCell(sheet, "")

    def shown(place: int, value: object) -> object:
        if value is None or value == "":
            return None
        cell = styled.get(place)
        if cell is not None:
            # A day as its serial number: openpyxl's own conversion takes as long as writing the cell.
            cell.value = value.toordinal() - 693_594 if isinstance(value, date) else value
            return cell
        if isinstance(value, str) and value[0] in "=+-@":
            guarded.value = clean(value)
            guarded.data_type = "s"
            return guarded
        return value

    for number, deal in enumerate(review.deals, 1):
        # A generator, because a row is written cell by cell: a cell that is used again has been written by then.
        sheet.append(shown(place, value) for place, value in enumerate(deal))
        if number % REPORTED_ROWS == 0:
            written(REPORTED_ROWS)
    written(len(review.deals) % REPORTED_ROWS)
    add_table(sheet, "tblDeals", columns, 1, len(review.deals))
    if not review.deals:
        sheet.append([painter.cell(tr("这个月没有关闭的商机,也没有在手的商机。"), QUIETLY)])
