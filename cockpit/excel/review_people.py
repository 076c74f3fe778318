"""The sheets of figures: every metric of the scope, and a row for each person."""

from typing import TYPE_CHECKING, Any

from cockpit.excel.review_record import Better, Review
from cockpit.excel.review_styles import (
    HEADING,
    MARK_COLOURS,
    MARK_SYMBOLS,
    PLAIN,
    QUIET,
    QUIETLY,
    TOTAL,
    Painter,
    change_format,
    change_of,
    new_sheet,
    set_widths,
    width_of,
)
from cockpit.excel.review_tables import Column, add_table, header_cells
from cockpit.language import tr

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook


def write_figures(workbook: "Workbook", review: Review, title: str, heading: str) -> None:
    """Every metric: this cycle, the one before, the change, and what to know."""
    sheet = new_sheet(workbook, title, heading)
    columns = [
        Column(tr("指标"), 24), Column(tr("本周期"), 18, "right"), Column(tr("上周期"), 18, "right"),
        Column(tr("变化"), 18, "right"), Column(tr("样本数"), 10, "right"), Column(tr("说明"), 60),
    ]  # fmt: skip
    set_widths(sheet, [column.width for column in columns])
    sheet.freeze_panes = "B2"
    painter = Painter(sheet)
    sheet.print_title_rows = "1:1"
    sheet.append(header_cells(painter, columns))
    for line in review.figures:
        change = change_of(line.now, line.before)
        known = "; ".join(part for part in (line.now.reason if line.now.value is None else None, line.notes) if part)
        sheet.append([
            painter.cell(line.name),
            painter.quantity(line.now, review.symbol, PLAIN.but(bold=True)),
            painter.quantity(line.before, review.symbol, PLAIN.but(colour=QUIET)),
            None if change is None else painter.cell(change, PLAIN.but(
                align="right", colour=_colour(change, line.better), format=change_format(line.now.unit, review.symbol)
            )),
            None if line.now.n is None else painter.cell(line.now.n, PLAIN.but(align="right", colour=QUIET)),
            painter.cell(known, PLAIN.but(colour=QUIET, wrap=True)) if known else None,
        ])  # fmt: skip
    add_table(sheet, "tblFigures", columns, 1, len(review.figures))


def _colour(change: float, better: Better) -> str:
    if not change or better == "neither":
        return QUIET
    return MARK_COLOURS["ok" if (change > 0) == (better == "more") else "act"]


def write_people(workbook: "Workbook", review: Review, title: str, heading: str) -> None:
    """A row for each person with standing and reasons; below it the same figures of the teams and of all."""
    sheet = new_sheet(workbook, title, heading)
    names = list(review.people_keys.values())
    columns = [
        Column(tr("姓名"), 14), Column(tr("团队"), 14), Column(tr("状态"), 12),
        *(Column(name, max(11, min(16, width_of(name) + 2)), "right") for name in names),
        Column(tr("原因"), 52),
    ]  # fmt: skip
    set_widths(sheet, [column.width for column in columns])
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    painter = Painter(sheet)
    sheet.append(header_cells(painter, columns))
    for person in review.people:
        row: list[Any] = [
            painter.cell(person.name, PLAIN.but(bold=True)),
            painter.cell(person.team),
            painter.cell(f"{MARK_SYMBOLS[person.mark]} {person.standing}", PLAIN.but(colour=MARK_COLOURS[person.mark])),
        ]
        row += [painter.quantity(person.figures[key], review.symbol) for key in review.people_keys]
        row.append(painter.cell(person.reasons, QUIETLY))
        sheet.append(row)
    add_table(sheet, "tblPeople", columns, 1, len(review.people))
    if not review.people:
        sheet.append([painter.cell(tr("这个范围里还没有人。"), QUIETLY)])
    sheet.append([])
    for group in review.groups:
        row = [painter.cell(group.name, TOTAL), painter.cell("", TOTAL), painter.cell("", TOTAL)]
        row += [painter.quantity(group.figures[key], review.symbol, TOTAL) for key in review.people_keys]
        row.append(painter.cell("", TOTAL))
        sheet.append(row)


def write_definitions(workbook: "Workbook", review: Review, title: str, heading: str) -> None:
    """What every figure means, and what this workbook is."""
    sheet = new_sheet(workbook, title, heading)
    columns = [Column(tr("指标"), 26), Column(tr("单位"), 12), Column(tr("定义"), 100)]
    set_widths(sheet, [column.width for column in columns])
    painter = Painter(sheet)
    sheet.append([painter.cell(tr("关于这份复盘"), HEADING)])
    for name, text in review.about:
        sheet.append([
            painter.cell(name, PLAIN.but(colour=QUIET)), None, painter.cell(text, PLAIN.but(wrap=True)),
        ])  # fmt: skip
    sheet.append([])
    first = len(review.about) + 3
    sheet.print_title_rows = f"{first}:{first}"
    sheet.append(header_cells(painter, columns))
    for definition in review.definitions:
        sheet.append([
            painter.cell(definition.name, PLAIN.but(bold=True, wrap=True)),
            painter.cell(definition.unit, PLAIN.but(colour=QUIET, wrap=True)),
            painter.cell(definition.text, PLAIN.but(wrap=True)),
        ])  # fmt: skip
    add_table(sheet, "tblDefinitions", columns, first, len(review.definitions))
