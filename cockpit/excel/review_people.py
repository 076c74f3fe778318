"""The sheets of figures: every metric of the scope, and a row for each person."""

from typing import TYPE_CHECKING, Any

from cockpit.excel.review_record import Better, Review
from cockpit.excel.review_styles import (
    HEADING,
    LINE,
    MARK_COLOURS,
    MARK_SYMBOLS,
    QUIET,
    QUIETLY,
    ROW,
    TOTAL,
    Painter,
    change_format,
    change_of,
    new_sheet,
)
from cockpit.excel.review_tables import Column, add_table, append_header, fitting_width, header_width
from cockpit.language import tr

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook


def write_figures(workbook: "Workbook", review: Review, title: str, heading: str) -> None:
    """Every metric: this cycle, the one before, the change, and what to know."""
    sheet = new_sheet(workbook, title, heading, one_page=True)
    columns = [
        Column(tr("指标"), 30), Column(tr("本周期"), 18, "right"), Column(tr("上周期"), 18, "right"),
        Column(tr("变化"), 18, "right"), Column(tr("样本数"), 9, "right"), Column(tr("说明"), 64, "left", 1),
    ]  # fmt: skip
    sheet.freeze_panes = "B2"
    painter = Painter(sheet, [column.width for column in columns])
    sheet.print_title_rows = "1:1"
    append_header(painter, columns)
    for line in review.figures:
        change = change_of(line.now, line.before)
        known = "; ".join(part for part in (line.now.reason if line.now.value is None else None, line.notes) if part)
        painter.append([
            painter.cell(line.name),
            painter.quantity(line.now, review.symbol, ROW.but(bold=True)),
            painter.quantity(line.before, review.symbol, ROW.but(colour=QUIET)),
            painter.cell("", ROW) if change is None else painter.cell(change, ROW.but(
                align="right", colour=_colour(change, line.better), format=change_format(line.now.unit, review.symbol)
            )),
            painter.cell(line.now.n, ROW.but(align="right", colour=QUIET, format="#,##0")),
            painter.cell(known, ROW.but(colour=QUIET, align="left", indent=1)),
        ])  # fmt: skip
    add_table(sheet, "tblFigures", columns, 1, len(review.figures))


def _colour(change: float, better: Better) -> str:
    if not change or better == "neither":
        return QUIET
    return MARK_COLOURS["ok" if (change > 0) == (better == "more") else "act"]


MONEY_KEYS = frozenset({"target", "won_revenue", "weighted_forecast"})


def write_people(workbook: "Workbook", review: Review, title: str, heading: str) -> None:
    """A row for each person with standing and reasons; below it the same figures of the teams and of all."""
    sheet = new_sheet(workbook, title, heading)
    groups = [group.name for group in review.groups]
    columns = [
        Column(tr("姓名"), fitting_width([*(person.name for person in review.people), *groups], 11, 26)),
        Column(tr("团队"), fitting_width((person.team for person in review.people), 9, 22)),
        Column(tr("状态"), fitting_width((person.standing for person in review.people), 9, 16) + 2),
        *(
            Column(name, header_width(name, 13 if key in MONEY_KEYS else 9), "right")
            for key, name in review.people_keys.items()
        ),
        Column(tr("原因"), 38, "left", 1),
    ]  # fmt: skip
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    painter = Painter(sheet, [column.width for column in columns])
    append_header(painter, columns, with_filter=True)
    for person in review.people:
        row: list[Any] = [
            painter.cell(person.name, ROW.but(bold=True, vertical="top")),
            painter.cell(person.team, ROW.but(vertical="top")),
            painter.cell(
                f"{MARK_SYMBOLS[person.mark]} {person.standing}",
                ROW.but(colour=MARK_COLOURS[person.mark], vertical="top"),
            ),
        ]
        row += [
            painter.quantity(person.figures[key], review.symbol, ROW.but(vertical="top")) for key in review.people_keys
        ]
        row.append(painter.cell(person.reasons, QUIETLY.but(wrap=True, align="left", indent=1, line_below=LINE)))
        painter.append(row)
    add_table(sheet, "tblPeople", columns, 1, len(review.people), with_filter=True)
    if not review.people:
        painter.append([painter.cell(tr("这个范围里还没有人。"), QUIETLY)])
    painter.append([])
    for group in review.groups:
        row = [painter.cell(group.name, TOTAL), painter.cell("", TOTAL), painter.cell("", TOTAL)]
        row += [painter.quantity(group.figures[key], review.symbol, TOTAL) for key in review.people_keys]
        row.append(painter.cell("", TOTAL))
        painter.append(row)


def write_definitions(workbook: "Workbook", review: Review, title: str, heading: str) -> None:
    """What every figure means, and what this workbook is."""
    sheet = new_sheet(workbook, title, heading)
    columns = [Column(tr("指标"), 26), Column(tr("单位"), 12), Column(tr("定义"), 100)]
    painter = Painter(sheet, [column.width for column in columns])
    painter.append([painter.cell(tr("关于这份复盘"), HEADING)])
    for name, text in review.about:
        painter.append([
            painter.cell(name, ROW.but(colour=QUIET, vertical="top")),
            painter.cell(None, ROW),
            painter.cell(text, ROW.but(wrap=True)),
        ])  # fmt: skip
    painter.append([])
    first = len(review.about) + 3
    sheet.print_title_rows = f"{first}:{first}"
    append_header(painter, columns)
    for definition in review.definitions:
        painter.append([
            painter.cell(definition.name, ROW.but(bold=True, wrap=True)),
            painter.cell(definition.unit, ROW.but(colour=QUIET, wrap=True)),
            painter.cell(definition.text, ROW.but(wrap=True)),
        ])  # fmt: skip
    add_table(sheet, "tblDefinitions", columns, first, len(review.definitions))
