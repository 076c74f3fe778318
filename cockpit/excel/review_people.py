"""The sheets of figures: every metric of the scope, where everybody stands in the loop, and a row for each person."""

from typing import Any

from cockpit.excel.review_colours import bars, colour_numbers, colour_states
from cockpit.excel.review_record import Better, FigureLine, LoopLine, PersonLine
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
    marked,
)
from cockpit.excel.review_tables import (
    HEADER_ROW,
    Book,
    Column,
    add_table,
    append_header,
    fitting_width,
    header_width,
    open_sheet,
)
from cockpit.language import tr

FIRST = HEADER_ROW + 1


def write_figures(book: Book, title: str) -> None:
    """Every metric: this cycle, the one before, the change, and what to know."""
    review = book.review
    columns = figure_columns()
    words = tr("{n} 个指标,和上周期相比;怎么算的见“{sheet}”", n=len(review.figures), sheet=tr("定义"))
    painter = open_sheet(
        book, title, words, [column.width for column in columns], frozen_at=f"B{FIRST}", repeated=HEADER_ROW,
        one_page=True,
    )  # fmt: skip
    append_header(painter, columns)
    for line in review.figures:
        painter.append(figure_cells(painter, line, review.symbol))
    add_table(painter.sheet, "tblFigures", columns, HEADER_ROW, len(review.figures))


def figure_columns() -> list[Column]:
    """What a line of a figure shows."""
    return [
        Column(tr("指标"), 30), Column(tr("本周期"), 18, "right"), Column(tr("上周期"), 18, "right"),
        Column(tr("变化"), 18, "right"), Column(tr("样本数"), 9, "right"), Column(tr("说明"), 64, "left", 1),
    ]  # fmt: skip


def figure_cells(painter: Painter, line: FigureLine, symbol: str) -> list[Any]:
    """The cells of a figure; why it is missing stands where its notes would."""
    change = change_of(line.now, line.before)
    known = "; ".join(part for part in (line.now.reason if line.now.value is None else None, line.notes) if part)
    return [
        painter.cell(line.name),
        painter.quantity(line.now, symbol, ROW.but(bold=True)),
        painter.quantity(line.before, symbol, ROW.but(colour=QUIET)),
        painter.cell("", ROW) if change is None else painter.cell(change, ROW.but(
            align="right", colour=_colour(change, line.better), format=change_format(line.now.unit, symbol)
        )),
        painter.cell(line.now.n, ROW.but(align="right", colour=QUIET, format="#,##0")),
        painter.cell(known, ROW.but(colour=QUIET, align="left", indent=1, wrap=True, vertical="center")),
    ]  # fmt: skip


def _colour(change: float, better: Better) -> str:
    if not change or better == "neither":
        return QUIET
    return MARK_COLOURS["ok" if (change > 0) == (better == "more") else "act"]


def write_loop(book: Book, title: str) -> None:
    """A row for each person, a cell for each of the five steps, with the window's symbols and colours."""
    lines = book.review.loop or ()
    columns = [
        Column(tr("姓名"), fitting_width((line.name for line in lines), 13, 26)),
        Column(tr("团队"), fitting_width((line.team for line in lines), 11, 24)),
        *(Column(name, 26) for name in (tr("看结果"), tr("撸过程"), tr("给支援"), tr("找问题"), tr("帮改进"))),
    ]
    painter = open_sheet(
        book, title, tr("每个人在五步里各站在哪,和驾驶舱首页的循环板一样"), [column.width for column in columns],
        frozen_at=f"B{FIRST}", repeated=HEADER_ROW,
    )  # fmt: skip
    append_header(painter, columns, with_filter=True)
    for line in lines:
        painter.append(_loop_cells(painter, line), 20)
    add_table(painter.sheet, "tblLoop", columns, HEADER_ROW, len(lines), with_filter=True)
    if lines:
        colour_states(painter.sheet, f"C{FIRST}:G{painter.row}", tinted=True)
    else:
        painter.append([painter.cell(tr("这个范围里还没有人。"), QUIETLY)])
    painter.append([])
    legend = (
        ("ok", tr("跟上了")), ("watch", tr("留意")), ("act", tr("要处理")), ("fail", tr("未见效")),
        ("running", tr("执行中")), ("quiet", tr("待补")),
    )  # fmt: skip
    shown = "    ".join(f"{MARK_SYMBOLS[state]} {words}" for state, words in legend)  # type: ignore[index]
    painter.append([painter.cell(shown, QUIETLY)])


def _loop_cells(painter: Painter, line: LoopLine) -> list[Any]:
    style = ROW.but(vertical="center")
    return [
        painter.cell(line.name, style.but(bold=True)),
        painter.cell(line.team, style.but(colour=QUIET)),
        *(
            painter.cell(
                marked(cell.state, cell.text),
                style.but(colour=QUIET if cell.state == "none" else MARK_COLOURS[cell.state], align="left", indent=1),
            )
            for cell in line.cells
        ),
    ]


MONEY_KEYS = frozenset({"target", "won_revenue", "weighted_forecast"})
NARROW_KEYS = frozenset({"won_count", "open_count", "stalled_count", "new_touches", "morale"})


def write_people(book: Book, title: str) -> None:
    """A row for each person with standing and reasons; below it the same figures of the teams and of all."""
    review = book.review
    groups = [group.name for group in review.groups]
    columns = [
        Column(tr("姓名"), fitting_width([*(person.name for person in review.people), *groups], 12, 26)),
        Column(tr("团队"), fitting_width((person.team for person in review.people), 9, 22)),
        Column(tr("状态"), fitting_width((person.standing for person in review.people), 9, 16) + 2),
        *(Column(name, header_width(name, _least(key)), "right") for key, name in review.people_keys.items()),
        Column(tr("原因"), 38, "left", 1),
    ]
    painter = open_sheet(
        book, title, tr("每个人的指标;结果好不好看进度指数,原因写在最右边"), [column.width for column in columns],
        frozen_at=f"B{FIRST}", repeated=HEADER_ROW,
    )  # fmt: skip
    append_header(painter, columns, with_filter=True)
    for person in review.people:
        painter.append(_person_cells(painter, person, list(review.people_keys), review.symbol))
    add_table(painter.sheet, "tblPeople", columns, HEADER_ROW, len(review.people), with_filter=True)
    if review.people:
        _colour_people(painter, list(review.people_keys), review.paces)
    else:
        painter.append([painter.cell(tr("这个范围里还没有人。"), QUIETLY)])
    painter.append([])
    if review.groups:
        painter.append([painter.cell(tr("团队汇总"), HEADING)], 24)
    for group in review.groups:
        row = [painter.cell(group.name, TOTAL), painter.cell("", TOTAL), painter.cell("", TOTAL)]
        row += [painter.quantity(group.figures[key], review.symbol, TOTAL) for key in review.people_keys]
        row.append(painter.cell("", TOTAL))
        painter.append(row)


def _least(key: str) -> float:
    return 13 if key in MONEY_KEYS else 8 if key in NARROW_KEYS else 9


def _person_cells(painter: Painter, person: PersonLine, keys: list[str], symbol: str) -> list[Any]:
    row: list[Any] = [
        painter.cell(person.name, ROW.but(bold=True, vertical="top")),
        painter.cell(person.team, ROW.but(vertical="top")),
        painter.cell(
            marked(person.mark, person.standing), ROW.but(colour=MARK_COLOURS[person.mark], vertical="top")
        ),
    ]  # fmt: skip
    row += [painter.quantity(person.figures[key], symbol, ROW.but(vertical="top")) for key in keys]
    row.append(painter.cell(person.reasons, QUIETLY.but(wrap=True, align="left", indent=1, line_below=LINE)))
    return row


def _colour_people(painter: Painter, keys: list[str], paces: tuple[float, float] | None) -> None:
    from openpyxl.utils import get_column_letter

    colour_states(painter.sheet, f"C{FIRST}:C{painter.row}")
    for place, key in enumerate(keys, 4):
        reference = f"{get_column_letter(place)}{FIRST}:{get_column_letter(place)}{painter.row}"
        if key == "pace_index" and paces is not None:
            colour_numbers(painter.sheet, reference, *paces)
        elif key == "attainment":
            bars(painter.sheet, reference)


def write_definitions(book: Book, title: str) -> None:
    """What every figure means, and what this workbook is."""
    review = book.review
    columns = [Column(tr("指标"), 26), Column(tr("单位"), 12), Column(tr("定义"), 100)]
    first = HEADER_ROW + len(review.about) + 2
    painter = open_sheet(
        book, title, tr("每个数字只有一种算法,窗口、命令行和这里是同一个"), [column.width for column in columns],
        frozen_at=f"A{HEADER_ROW}", repeated=first,
    )  # fmt: skip
    painter.append([painter.cell(tr("关于这份复盘"), HEADING)])
    for name, text in review.about:
        painter.append([
            painter.cell(name, ROW.but(colour=QUIET, vertical="top")),
            painter.cell(None, ROW),
            painter.cell(text, ROW.but(wrap=True)),
        ])  # fmt: skip
    painter.append([])
    append_header(painter, columns)
    for definition in review.definitions:
        painter.append([
            painter.cell(definition.name, ROW.but(bold=True, wrap=True)),
            painter.cell(definition.unit, ROW.but(colour=QUIET, wrap=True)),
            painter.cell(definition.text, ROW.but(wrap=True)),
        ])  # fmt: skip
    add_table(painter.sheet, "tblDefinitions", columns, first, len(review.definitions))
