"""The sheet of what was won, what was lost and why, and what stands still; all deals have a sheet of their own."""

from collections.abc import Sequence
from typing import Any

from cockpit.excel.review_record import DealRow, ReasonLine, Review, StalledLine
from cockpit.excel.review_styles import MARK_COLOURS, QUIET, ROW, Painter, number_format
from cockpit.excel.review_tables import Book, Column, append_section, fitting_width, open_sheet
from cockpit.language import tr

MOST_DEALS = 20
MOST_STALLED = 40
WIDTHS = (36, 24, 13, 14, 16, 13, 13, 18)
WRAPPED = ROW.but(wrap=True)


def write_closed(book: Book, title: str, all_deals: str) -> None:
    """The largest won and lost deals, lost ones by reason, and the deals that stand still longest."""
    review = book.review
    won = [deal for deal in review.deals if deal[0] == tr("赢单")]
    lost = [deal for deal in review.deals if deal[0] == tr("丢单")]
    stalled = next((line.now.value for line in review.figures if line.key == "stalled_count"), None)
    painter = open_sheet(
        book, title,
        tr("赢 {won} 单,丢 {lost} 单,停滞 {stalled} 单;全部商机见“{sheet}”",
           won=len(won), lost=len(lost), stalled="—" if stalled is None else int(stalled), sheet=all_deals),
        _widths(review), frozen_at="A3",
    )  # fmt: skip
    money = number_format("money", review.symbol)
    append_section(
        painter, _heading(tr("赢单"), len(won), MOST_DEALS), "tblWon", _deal_columns(tr("产品")),
        [_deal(painter, deal, money, deal[13]) for deal in won[:MOST_DEALS]], tr("这个周期没有赢单。"),
    )  # fmt: skip
    if review.lost_reasons is not None:
        _reasons(painter, review.lost_reasons, money)
    append_section(
        painter, _heading(tr("丢单"), len(lost), MOST_DEALS), "tblLost", _deal_columns(tr("丢单原因")),
        [_deal(painter, deal, money, deal[8]) for deal in lost[:MOST_DEALS]], tr("这个周期没有丢单。"),
    )  # fmt: skip
    if review.stalled is not None:
        _stalled(painter, review.stalled, money, int(stalled or 0))


def _widths(review: Review) -> list[float]:
    """Wide enough for the names of people and teams."""
    widths: list[float] = list(WIDTHS)
    widths[2] = fitting_width((person.name for person in review.people), WIDTHS[2], 22)
    widths[3] = fitting_width((person.team for person in review.people), WIDTHS[3], 22)
    return widths


def _heading(name: str, count: int, most: int) -> str:
    name = name[:1].upper() + name[1:]
    return tr("{name},金额最大的 {n} 单", name=name, n=most) if count > most else name


def _deal_columns(last: str) -> list[Column]:
    return [
        Column(tr("商机名称"), 0), Column(tr("客户"), 0), Column(tr("负责人"), 0), Column(tr("团队"), 0),
        Column(tr("金额"), 0, "right"), Column(tr("关单日"), 0, "center"), Column(tr("创建日"), 0, "center"),
        Column(last, 0, "left", 1),
    ]  # fmt: skip


def _deal(painter: Painter, deal: DealRow, money: str, last: object) -> list[Any]:
    day = ROW.but(align="center", vertical="top")
    return [
        painter.cell(deal[1] or "", WRAPPED), painter.cell(deal[2] or "", WRAPPED),
        painter.cell(deal[3] or "", WRAPPED), painter.cell(deal[11] or "", WRAPPED.but(colour=QUIET)),
        painter.cell(deal[5], ROW.but(align="right", vertical="top", format=money)), painter.cell(deal[7], day),
        painter.cell(deal[12], day), painter.cell(last or "", WRAPPED.but(align="left", indent=1)),
    ]  # fmt: skip


def _reasons(painter: Painter, lines: Sequence[ReasonLine], money: str) -> None:
    total = sum(line.count for line in lines)
    append_section(painter, tr("按原因看丢单"), "tblLostReasons", [
        Column(tr("原因"), 0), Column(tr("单数"), 0, "right"), Column(tr("占比"), 0, "right"),
        Column(tr("金额"), 0, "right"),
    ], [
        [
            painter.cell(line.reason, ROW.but(bold=True)), painter.cell(line.count, ROW.but(align="right")),
            painter.cell(line.count / total, ROW.but(align="right", format="0%")),
            painter.cell(line.amount, ROW.but(align="right", format=money)),
        ]
        for line in lines
    ], tr("这个周期没有丢单。"))  # fmt: skip


def _stalled(painter: Painter, lines: Sequence[StalledLine], money: str, count: int) -> None:
    words = tr("停留天数超过所在阶段的限期。") + (
        tr("列出 {n} 单,共 {count} 单。", n=MOST_STALLED, count=count) if count > MOST_STALLED else ""
    )
    day = ROW.but(align="center", vertical="top")
    append_section(painter, tr("停滞商机"), "tblStalled", [
        Column(tr("商机名称"), 0), Column(tr("客户"), 0), Column(tr("负责人"), 0), Column(tr("阶段"), 0),
        Column(tr("金额"), 0, "right"), Column(tr("停留天数"), 0, "right"), Column(tr("限期"), 0, "right"),
        Column(tr("进入阶段"), 0, "left", 1),
    ], [
        [
            painter.cell(line.name, WRAPPED), painter.cell(line.account, WRAPPED), painter.cell(line.owner, WRAPPED),
            painter.cell(line.stage, WRAPPED),
            painter.cell(line.amount, ROW.but(align="right", vertical="top", format=money)),
            painter.cell(line.days, ROW.but(align="right", vertical="top", bold=True, colour=MARK_COLOURS["watch"])),
            painter.cell(line.limit, ROW.but(align="right", vertical="top")),
            painter.cell(line.entered_on, day.but(align="left", indent=1))
            if line.moved else painter.cell(tr("从没有换过阶段"), WRAPPED.but(colour=QUIET, align="left", indent=1)),
        ]
        for line in lines[:MOST_STALLED]
    ], tr("没有停滞的商机。"), words=words)  # fmt: skip
