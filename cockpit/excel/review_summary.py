"""The first sheet: what happened in the month, on one page that can be handed to whoever asks."""

from typing import TYPE_CHECKING, Any

from cockpit.excel.review_record import Card, Review
from cockpit.excel.review_styles import (
    CARD_TINT,
    HEADING,
    LINE,
    MARK_COLOURS,
    MARK_SYMBOLS,
    PLAIN,
    QUIET,
    QUIETLY,
    TITLE,
    Painter,
    change_format,
    change_of,
    new_sheet,
    wrapped,
)
from cockpit.language import tr

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

CARD_WIDTH = 22
CARDS = 6
MOST_LINES = 9
GAP = 120_000
"""Between two charts, in EMU."""
CHART_ROWS = 16
"""Rows of 15 points under a chart."""


def write_summary(workbook: "Workbook", review: Review, title: str, heading: str, charts: list[Any]) -> None:
    """Headline cards, what needs attention beside the manager's comment, and the charts two by two."""
    from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor

    sheet = new_sheet(workbook, title, heading, one_page=True)
    painter = Painter(sheet, [2, *[CARD_WIDTH] * CARDS, 2])
    rows: list[tuple[float | None, list[Any]]] = [
        (30, [None, painter.cell(tr("{month} 月度复盘", month=review.month_text), TITLE)]),
        (16, [None, painter.cell(_subtitle(review), QUIETLY.but(size=10))]),
        (10, []),
        *_cards(painter, review),
        (14, []),
        *_words(painter, review),
        (10, []),
    ]
    first_chart_row = len(rows) + 1
    for height, cells in rows:
        painter.append(cells, height)
    for place, chart in enumerate(charts):
        column, row = 1 + 3 * (place % 2), first_chart_row - 1 + place // 2 * (CHART_ROWS + 1)
        # Held by cells on all sides: column widths differ a little between programs and fonts.
        chart.anchor = TwoCellAnchor(
            _from=AnchorMarker(col=column, colOff=GAP if column > 1 else 0, row=row),
            to=AnchorMarker(col=column + 3, colOff=0, row=row + CHART_ROWS),
        )
        sheet.add_chart(chart)
    last_row = first_chart_row + (len(charts) + 1) // 2 * (CHART_ROWS + 1)
    for _ in range(first_chart_row, last_row):
        painter.append([], 15)
    if not charts:
        painter.append([None, painter.cell(tr("这个月还没有可以画图的商机。"), QUIETLY)])
    sheet.print_area = f"A1:H{last_row}"


def _subtitle(review: Review) -> str:
    parts = [
        review.scope,
        tr("数据截至 {day}", day=review.as_of.isoformat()),
        review.state,
        tr("金额单位 {currency}", currency=review.currency),
    ]
    return " · ".join(parts)


def _cards(painter: Painter, review: Review) -> list[tuple[float | None, list[Any]]]:
    """Name, number, change and a quiet line; a card is one column, so nothing is merged."""
    names: list[Any] = [None]
    values: list[Any] = [None]
    changes: list[Any] = [None]
    details: list[Any] = [None]
    tinted = PLAIN.but(fill=CARD_TINT, indent=1, align="left")
    for card in review.cards[:CARDS]:
        names.append(painter.cell(card.line.name, tinted.but(size=9, colour=QUIET)))
        values.append(painter.quantity(card.line.now, review.symbol, tinted.but(size=18, bold=True)))
        changes.append(_change(painter, card, review.symbol))
        details.append(painter.cell(card.detail, tinted.but(size=9, colour=QUIET, wrap=True)))
    return [(20, names), (28, values), (None, changes), (None, details)]


def _change(painter: Painter, card: Card, symbol: str) -> Any:
    """The difference against the cycle before: green where it is for the better, red where it is not."""
    line = card.line
    change = change_of(line.now, line.before)
    style = PLAIN.but(size=9, colour=QUIET, fill=CARD_TINT, indent=1, align="left")
    if change is None:
        return painter.cell(line.now.reason or tr("上周期没有可比的数字"), style.but(wrap=True))
    if change and line.better != "neither":
        style = style.but(colour=MARK_COLOURS["ok" if (change > 0) == (line.better == "more") else "act"])
    than = tr("较上周期")
    shown = ";".join(f'"{than} "{part}' for part in change_format(line.now.unit, symbol).split(";"))
    return painter.cell(change, style.but(format=shown))


def _words(painter: Painter, review: Review) -> list[tuple[float | None, list[Any]]]:
    """Two columns of text lines: each in a cell of its own that runs on over the empty ones beside it."""
    left: list[tuple[str, str]] = []
    for attention in review.attention:
        lines = wrapped(attention.text, CARD_WIDTH * 3 - 8)
        left.append((f"{MARK_SYMBOLS[attention.mark]} {lines[0] if lines else ''}", MARK_COLOURS[attention.mark]))
        left += [(f"   {line}", MARK_COLOURS[attention.mark]) for line in lines[1:]]
    if not left:
        left = [(MARK_SYMBOLS["ok"] + " " + tr("没有需要特别关注的事"), MARK_COLOURS["ok"])]
    right: list[tuple[str, str]] = []
    if review.comment is not None:
        right = [(line, PLAIN.colour) for line in wrapped(review.comment, CARD_WIDTH * 3 - 6)]
        right = right or [(tr("还没有写点评。"), QUIET)]
    if len(left) > MOST_LINES:
        left = [*left[: MOST_LINES - 1], (tr("其余的见各页"), QUIET)]
    beside = "" if review.comment is None else tr("管理者点评")
    over = HEADING.but(line_below=LINE)
    blank = PLAIN.but(line_below=LINE)
    rows: list[tuple[float | None, list[Any]]] = [
        (
            22,
            [
                None, painter.cell(tr("需要关注"), over), painter.cell("", blank), painter.cell("", blank),
                painter.cell(beside, over), painter.cell("", blank), painter.cell("", blank),
            ],
        )
    ]  # fmt: skip
    for place in range(max(len(left), len(right))):
        cells: list[Any] = [None] * 7
        if place < len(left):
            text, colour = left[place]
            cells[1] = painter.cell(text, PLAIN.but(colour=colour))
        if place < len(right):
            text, colour = right[place]
            cells[4] = painter.cell(text, PLAIN.but(colour=colour))
        rows.append((17, cells))
    return rows
