"""The sheets of steps 3 to 5: what was asked and promised, what stands in the way, and what was agreed about it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from cockpit.excel.review_record import AgreedLine, JudgedLine, ProblemLine, Review, SupportLine
from cockpit.excel.review_styles import (
    HEADING,
    MARK_COLOURS,
    MARK_SYMBOLS,
    QUIET,
    QUIETLY,
    ROW,
    Painter,
    new_sheet,
)
from cockpit.excel.review_tables import Column, add_table, append_header
from cockpit.language import tr

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

WRAPPED = ROW.but(wrap=True)
DAYS = ROW.but(vertical="top", align="center")
NUMBER = ROW.but(vertical="top")


def write_supports(workbook: "Workbook", review: Review, title: str, heading: str) -> None:
    """Requests and promises: what was open in the month, and what was finished in it."""
    sheet = new_sheet(workbook, title, heading)
    columns = [
        Column(tr("状态"), 11), Column(tr("类型"), 10), Column(tr("内容"), 40), Column(tr("对象"), 10),
        Column(tr("商机名称"), 24),
        Column(tr("提出日"), 11, "center"), Column(tr("答复日"), 11, "center"),
        Column(tr("最初约定"), 11, "center"), Column(tr("现在约定"), 11, "center"),
        Column(tr("完成日"), 11, "center"), Column(tr("兑现"), 11),
        Column(tr("由谁办"), 10), Column(tr("结果"), 28),
    ]  # fmt: skip
    sheet.freeze_panes = "D2"
    sheet.print_title_rows = "1:1"
    painter = Painter(sheet, [column.width for column in columns])
    append_header(painter, columns, with_filter=True)
    for line in review.supports:
        painter.append(_support(painter, line))
    add_table(sheet, "tblSupports", columns, 1, len(review.supports), with_filter=True)
    if not review.supports:
        painter.append([painter.cell(tr("这个月没有需求和承诺。"), QUIETLY)])


def _support(painter: Painter, line: SupportLine) -> list[Any]:
    state = f"{MARK_SYMBOLS[line.mark]} {line.state}"
    return [
        painter.cell(state, WRAPPED.but(colour=MARK_COLOURS[line.mark])),
        *(painter.cell(text, WRAPPED) for text in (line.kind, line.text, line.person, line.deal)),
        *(
            painter.cell(day, DAYS)
            for day in (line.asked_on, line.answered_on, line.first_due_on, line.due_on, line.done_on)
        ),
        *(painter.cell(text, WRAPPED) for text in (line.kept, line.giver, line.outcome)),
    ]


def write_problems(workbook: "Workbook", review: Review, title: str, heading: str) -> None:
    """Three tables below each other: what last cycle's actions brought, this cycle's problems, and its actions."""
    sheet = new_sheet(workbook, title, heading)
    painter = Painter(sheet, [11, 44, 36, 22, 14, 14, 14, 12, 12])
    row = _section(painter, 1, tr("上周期的改进,由本周期的数字来评判"), "tblJudged", [
        Column(tr("姓名"), 0), Column(tr("改进动作"), 0), Column(tr("判断"), 0), Column(tr("指标"), 0),
        Column(tr("基线"), 0, "right"), Column(tr("目标"), 0, "right"), Column(tr("现在"), 0, "right"),
    ], [_judged(painter, line, review.symbol) for line in review.judged], tr("上周期没有约定改进。"))  # fmt: skip
    row = _section(painter, row, tr("本周期的问题"), "tblProblems", [
        Column(tr("姓名"), 0), Column(tr("问题"), 0), Column(tr("依据"), 0), Column(tr("类型"), 0),
        Column(tr("谁发现"), 0), Column(tr("记录日"), 0, "center"), Column(tr("解决日"), 0, "center"),
    ], [_problem(painter, line) for line in review.problems], tr("本周期没有记录问题。"))  # fmt: skip
    _section(painter, row, tr("本周期约定的改进"), "tblAgreed", [
        Column(tr("姓名"), 0), Column(tr("改进动作"), 0), Column(tr("针对的问题"), 0), Column(tr("指标"), 0),
        Column(tr("基线"), 0, "right"), Column(tr("目标"), 0, "right"), Column(tr("现在"), 0, "right"),
        Column(tr("期限"), 0, "center"), Column(tr("状态"), 0),
    ], [_agreed(painter, line, review.symbol) for line in review.agreed], tr("本周期还没有约定改进。"))  # fmt: skip


def _section(
    painter: Painter, row: int, heading: str, name: str, columns: Sequence[Column], lines: list[list[Any]], empty: str
) -> int:
    """A heading, its table and an empty row; the row after it."""
    painter.append([painter.cell(heading, HEADING)], 22)
    if not lines:
        painter.append([painter.cell(empty, QUIETLY)])
        painter.append([])
        return row + 3
    append_header(painter, columns)
    for line in lines:
        painter.append(line)
    painter.append([])
    add_table(painter.sheet, name, columns, row + 1, len(lines))
    return row + len(lines) + 3


def _judged(painter: Painter, line: JudgedLine, symbol: str) -> list[Any]:
    verdict = f"{MARK_SYMBOLS[line.mark]} {line.verdict}" + (f" ({line.reason})" if line.reason else "")
    return [
        painter.cell(line.person, WRAPPED),
        painter.cell(line.text, WRAPPED),
        painter.cell(verdict, WRAPPED.but(colour=MARK_COLOURS[line.mark])),
        painter.cell(line.metric, WRAPPED),
        *(painter.quantity(quantity, symbol, NUMBER) for quantity in (line.baseline, line.target, line.now)),
    ]


def _problem(painter: Painter, line: ProblemLine) -> list[Any]:
    return [
        *(painter.cell(text, WRAPPED) for text in (line.person, line.text)),
        painter.cell(line.evidence, WRAPPED.but(colour=QUIET)),
        *(painter.cell(text, WRAPPED) for text in (line.kind, line.found_by)),
        *(painter.cell(day, DAYS) for day in (line.recorded_on, line.settled_on)),
    ]


def _agreed(painter: Painter, line: AgreedLine, symbol: str) -> list[Any]:
    return [
        *(painter.cell(text, WRAPPED) for text in (line.person, line.text)),
        painter.cell(line.problem, WRAPPED.but(colour=QUIET)),
        painter.cell(line.metric, WRAPPED),
        *(painter.quantity(quantity, symbol, NUMBER) for quantity in (line.baseline, line.target, line.now)),
        painter.cell(line.due_on, DAYS),
        painter.cell(line.state, WRAPPED),
    ]
