"""The sheet of step 2: which actions go with closing, who did how much, and how major deals go on."""

from typing import Any

from cockpit.excel.review_colours import colour_states
from cockpit.excel.review_record import ActivityLine, KeyActionLine, MajorLine
from cockpit.excel.review_styles import MARK_COLOURS, QUIET, ROW, Painter, marked, number_format, quoted
from cockpit.excel.review_tables import Book, Column, append_section, open_sheet
from cockpit.language import tr

WIDTHS = (28, 24, 12, 14, 14, 26, 13, 18, 44)
MOST_ACTIONS = 20
MOST_KINDS = 4
"""The most frequent; what is left is added up."""
WRAPPED = ROW.but(wrap=True)


def write_actions(book: Book, title: str) -> None:
    """Key actions are association and not cause: the sheet says so, as the window does."""
    review = book.review
    process = review.process
    if process is None:
        return
    painter = open_sheet(book, title, tr("直销管过程:和关单一起出现的动作;KA 管商机:重点商机一单一单往前滚"),
                         WIDTHS, frozen_at="A3")  # fmt: skip
    _key_actions(painter, process.actions, process.words)
    _activities(painter, process.activities)
    _majors(painter, process.majors, number_format("money", review.symbol))


def _key_actions(painter: Painter, lines: tuple[KeyActionLine, ...], words: str) -> None:
    # Those that say something come first; within them the order stays: the largest difference first.
    order = {"ok": 0, "act": 0, "watch": 1, "quiet": 2}
    chosen = sorted(lines, key=lambda line: order[line.mark])[:MOST_ACTIONS]
    unit = quoted(" " + tr("点"))
    points = f"+0{unit};-0{unit};0{unit}"
    right = ROW.but(align="right")
    first = append_section(
        painter, tr("关键动作"), "tblKeyActions", [
            Column(tr("动作"), 0), Column(tr("判断"), 0), Column(tr("有:单数"), 0, "right"),
            Column(tr("有:赢单率"), 0, "right"), Column(tr("没有:单数"), 0, "right"),
            Column(tr("没有:赢单率"), 0, "right"), Column(tr("相差"), 0, "right"), Column("p", 0, "right"),
            Column(tr("95% 区间"), 0, "left", 1),
        ], [
            [
                painter.cell(line.action, ROW.but(bold=True)),
                painter.cell(marked(line.mark, line.verdict), ROW.but(colour=MARK_COLOURS[line.mark])),
                painter.cell(line.n_with, right.but(format="#,##0")),
                painter.cell(round(line.rate_with, 6), right.but(format="0%")),
                painter.cell(line.n_without, right.but(format="#,##0")),
                painter.cell(round(line.rate_without, 6), right.but(format="0%")),
                painter.cell(round(line.difference * 100, 4), right.but(format=points, bold=True)),
                painter.cell(round(line.p, 6), right.but(format='[<0.001]"<0.001";0.000')),
                painter.cell(
                    tr("{low} 至 {high} 点", low=f"{line.low * 100:+.0f}", high=f"{line.high * 100:+.0f}"),
                    ROW.but(colour=QUIET, align="left", indent=1),
                ),
            ]
            for line in chosen
        ], tr("没有可以比较的动作。"), words=words,
    )  # fmt: skip
    if chosen:
        colour_states(painter.sheet, f"B{first}:B{first + len(chosen) - 1}")


def _activities(painter: Painter, lines: tuple[ActivityLine, ...]) -> None:
    kinds: dict[str, int] = {}
    for line in lines:
        for kind, count in line.by_kind.items():
            kinds[kind] = kinds.get(kind, 0) + count
    shown = sorted(kinds, key=lambda kind: -kinds[kind])[:MOST_KINDS]
    others = [tr("其他")] if len(kinds) > len(shown) else []
    number = ROW.but(align="right", format="#,##0")
    append_section(
        painter, tr("跟进次数"), "tblActivities", [
            Column(tr("姓名"), 0), Column(tr("本周期"), 0, "right"), Column(tr("上周期"), 0, "right"),
            *(Column(kind, 0, "right") for kind in [*shown, *others]),
        ], [
            [
                painter.cell(line.name, ROW.but(bold=True)),
                painter.cell(line.count, number.but(bold=True)), painter.cell(line.before, number.but(colour=QUIET)),
                *(painter.cell(line.by_kind.get(kind, 0), number) for kind in shown),
                *(painter.cell(line.count - sum(line.by_kind.get(kind, 0) for kind in shown), number) for _ in others),
            ]
            for line in lines
        ], tr("没有跟进记录:导入跟进记录以后,这里数得出谁做了多少。"),
        words=tr("周期没过完时,上周期也只数到同一天。") if lines else "",
    )  # fmt: skip


def _majors(painter: Painter, lines: tuple[MajorLine, ...], money: str) -> None:
    top = ROW.but(vertical="top")
    first = append_section(
        painter, tr("重点商机一览"), "tblMajors", [
            Column(tr("商机名称"), 0), Column(tr("客户"), 0), Column(tr("负责人"), 0), Column(tr("阶段"), 0),
            Column(tr("金额"), 0, "right"), Column(tr("下一步"), 0, "left", 1), Column(tr("日期"), 0, "center"),
            Column(tr("状态"), 0), Column(tr("最近的跟进"), 0),
        ], [_major(painter, line, money, top) for line in lines], tr("没有标为重点的在手商机。"),
    )  # fmt: skip
    if lines:
        colour_states(painter.sheet, f"H{first}:H{first + len(lines) - 1}")


def _major(painter: Painter, line: MajorLine, money: str, top: Any) -> list[Any]:
    state = {
        "ok": tr("有下一步"), "watch": tr("没有下一步"), "act": tr("已过期"), "quiet": tr("已关闭"),
    }[line.mark]  # fmt: skip
    return [
        painter.cell(line.name, WRAPPED.but(bold=True)), painter.cell(line.account, WRAPPED),
        painter.cell(line.owner, WRAPPED), painter.cell(line.stage, WRAPPED),
        painter.cell(line.amount, top.but(align="right", format=money)),
        painter.cell(line.next_step, WRAPPED.but(align="left", indent=1)),
        painter.cell(line.next_on, top.but(align="center")),
        painter.cell(marked(line.mark, state), top.but(colour=MARK_COLOURS[line.mark])),
        painter.cell(line.last, WRAPPED.but(colour=QUIET)),
    ]  # fmt: skip
