"""The sheets of steps 3 to 5: what was asked and promised, what stands in the way, and what was agreed about it."""

from typing import Any

from cockpit.excel.review_colours import colour_states
from cockpit.excel.review_record import AgreedLine, JudgedLine, ProblemLine, SupportLine
from cockpit.excel.review_styles import MARK_COLOURS, QUIET, QUIETLY, ROW, Painter, marked
from cockpit.excel.review_tables import (
    HEADER_ROW,
    Book,
    Column,
    add_table,
    append_header,
    append_section,
    fitting_width,
    open_sheet,
)
from cockpit.language import tr

WRAPPED = ROW.but(wrap=True)
DAYS = ROW.but(vertical="top", align="center")
NUMBER = ROW.but(vertical="top")
FIRST = HEADER_ROW + 1


def write_supports(book: Book, title: str) -> None:
    """Requests and promises: what was open in the month, and what was finished in it."""
    lines = book.review.supports
    with_deal = any(line.deal for line in lines)
    columns = [
        Column(tr("状态"), 13), Column(tr("类型"), fitting_width((line.kind for line in lines), 10, 18)),
        Column(tr("内容"), 44), Column(tr("对象"), fitting_width((line.person for line in lines), 10, 18)),
        *([Column(tr("商机名称"), 24)] if with_deal else []),
        Column(tr("提出日"), 12, "center"), Column(tr("答复日"), 12, "center"),
        Column(tr("最初约定"), 12, "center"), Column(tr("现在约定"), 12, "center"),
        Column(tr("完成日"), 12, "center"), Column(tr("兑现"), 12),
        Column(tr("由谁办"), fitting_width((line.giver for line in lines), 9, 16)), Column(tr("结果"), 30),
    ]  # fmt: skip
    late, open_still = (sum(line.mark == mark for line in lines) for mark in ("act", "watch"))
    words = tr("逾期 {late} 项,进行中 {open} 项,了结 {done} 项",
               late=late, open=open_still, done=len(lines) - late - open_still)  # fmt: skip
    painter = open_sheet(
        book, title, words, [column.width for column in columns], frozen_at=f"D{FIRST}", repeated=HEADER_ROW
    )
    append_header(painter, columns, with_filter=True)
    for line in lines:
        painter.append(_support(painter, line, with_deal))
    add_table(painter.sheet, "tblSupports", columns, HEADER_ROW, len(lines), with_filter=True)
    if lines:
        colour_states(painter.sheet, f"A{FIRST}:A{painter.row}")
    else:
        painter.append([painter.cell(tr("这个月没有需求和承诺。"), QUIETLY)])


def _support(painter: Painter, line: SupportLine, with_deal: bool) -> list[Any]:
    texts = (line.kind, line.text, line.person, *([line.deal] if with_deal else []))
    return [
        painter.cell(marked(line.mark, line.state), WRAPPED.but(colour=MARK_COLOURS[line.mark])),
        *(painter.cell(text, WRAPPED) for text in texts),
        *(
            painter.cell(day, DAYS)
            for day in (line.asked_on, line.answered_on, line.first_due_on, line.due_on, line.done_on)
        ),
        *(painter.cell(text, WRAPPED) for text in (line.kept, line.giver, line.outcome)),
    ]


def write_problems(book: Book, title: str) -> None:
    """What was named by the person first, and what the leader added."""
    lines = book.review.problems
    with_evidence = any(line.evidence for line in lines)
    columns = [
        Column(tr("姓名"), fitting_width((line.person for line in lines), 12, 22)), Column(tr("问题"), 56),
        *([Column(tr("依据"), 44)] if with_evidence else []), Column(tr("类型"), 20), Column(tr("谁发现"), 17),
        Column(tr("记录日"), 12, "center"),
        Column(tr("解决日"), 12, "center"),
    ]  # fmt: skip
    own = sum(line.found_by == tr("自己发现") for line in lines)
    words = tr("自己发现 {own} 个,上级补充 {added} 个,解决了 {settled} 个",
               own=own, added=len(lines) - own, settled=sum(line.settled_on is not None for line in lines))  # fmt: skip
    painter = open_sheet(
        book, title, words, [column.width for column in columns], frozen_at=f"B{FIRST}", repeated=HEADER_ROW
    )
    append_header(painter, columns, with_filter=True)
    for line in lines:
        painter.append(_problem(painter, line, with_evidence))
    add_table(painter.sheet, "tblProblems", columns, HEADER_ROW, len(lines), with_filter=True)
    if not lines:
        painter.append([painter.cell(tr("本周期没有记录问题。"), QUIETLY)])


def _problem(painter: Painter, line: ProblemLine, with_evidence: bool) -> list[Any]:
    return [
        painter.cell(line.person, WRAPPED.but(bold=True)),
        painter.cell(line.text, WRAPPED),
        *([painter.cell(line.evidence, WRAPPED.but(colour=QUIET))] if with_evidence else []),
        *(painter.cell(text, WRAPPED) for text in (line.kind, line.found_by)),
        *(painter.cell(day, DAYS) for day in (line.recorded_on, line.settled_on)),
    ]


def write_improvements(book: Book, title: str) -> None:
    """Last cycle's actions judged by this cycle's numbers; below them what was agreed now."""
    review = book.review
    painter = open_sheet(
        book, title, tr("上周期约定的,由本周期的数字来验证:这一步让循环闭合"),
        [12, 44, 34, 28, 15, 15, 15, 13, 12], frozen_at="A3",
    )  # fmt: skip
    first = append_section(painter, tr("上周期的改进,由本周期的数字来评判"), "tblJudged", [
        Column(tr("姓名"), 0), Column(tr("改进动作"), 0), Column(tr("判断"), 0), Column(tr("指标"), 0),
        Column(tr("基线"), 0, "right"), Column(tr("目标"), 0, "right"), Column(tr("现在"), 0, "right"),
    ], [_judged(painter, line, review.symbol) for line in review.judged], tr("上周期没有约定改进。"))  # fmt: skip
    if review.judged:
        colour_states(painter.sheet, f"C{first}:C{first + len(review.judged) - 1}")
    append_section(painter, tr("本周期约定的改进"), "tblAgreed", [
        Column(tr("姓名"), 0), Column(tr("改进动作"), 0), Column(tr("针对的问题"), 0), Column(tr("指标"), 0),
        Column(tr("基线"), 0, "right"), Column(tr("目标"), 0, "right"), Column(tr("现在"), 0, "right"),
        Column(tr("期限"), 0, "center"), Column(tr("状态"), 0),
    ], [_agreed(painter, line, review.symbol) for line in review.agreed], tr("本周期还没有约定改进。"))  # fmt: skip


def _judged(painter: Painter, line: JudgedLine, symbol: str) -> list[Any]:
    verdict = marked(line.mark, line.verdict) + (f" ({line.reason})" if line.reason else "")
    return [
        painter.cell(line.person, WRAPPED.but(bold=True)),
        painter.cell(line.text, WRAPPED),
        painter.cell(verdict, WRAPPED.but(colour=MARK_COLOURS[line.mark])),
        painter.cell(line.metric, WRAPPED),
        *(painter.quantity(quantity, symbol, NUMBER) for quantity in (line.baseline, line.target, line.now)),
    ]


def _agreed(painter: Painter, line: AgreedLine, symbol: str) -> list[Any]:
    return [
        painter.cell(line.person, WRAPPED.but(bold=True)),
        painter.cell(line.text, WRAPPED),
        painter.cell(line.problem, WRAPPED.but(colour=QUIET)),
        painter.cell(line.metric, WRAPPED),
        *(painter.quantity(quantity, symbol, NUMBER) for quantity in (line.baseline, line.target, line.now)),
        painter.cell(line.due_on, DAYS),
        painter.cell(line.state, WRAPPED),
    ]
