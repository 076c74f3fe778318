"""The cover: what happened in the month, on one page that can be read alone and handed to whoever asks."""

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from cockpit.excel.review_charts import Charts, place_chart
from cockpit.excel.review_record import Card, Review
from cockpit.excel.review_styles import (
    ACCENT,
    CARD_TINT,
    HEADING,
    LINE,
    LINK,
    MARK_COLOURS,
    PLAIN,
    QUIET,
    QUIETLY,
    TITLE,
    Painter,
    change_format,
    change_of,
    headline,
    marked,
    new_sheet,
    number_format,
    wrapped,
)
from cockpit.excel.review_tables import Book
from cockpit.language import tr

CARD_WIDTH = 30
CARDS = 6
MOST_LINES = 9
GAP = 120_000
"""Between two charts, in EMU."""
CHART_ROWS = 19
"""Rows of 15 points under the charts."""

Row = tuple[float | None, list[Any]]


@frozen
class Entry:
    """A line of the contents: a sheet, and what is in it."""

    title: str
    words: str


def write_summary(book: Book, charts: Charts, contents: Sequence[Entry]) -> None:
    """Headline cards, what needs attention beside the manager's comment, three charts, and the way to the sheets."""
    review = book.review
    sheet = new_sheet(book.workbook, book.cover, book.heading, one_page=True)
    sheet.sheet_properties.tabColor = ACCENT
    painter = Painter(sheet, [2, *[CARD_WIDTH] * CARDS, 2])
    rows: list[Row] = [
        (34, [None, painter.cell(tr("{month} 月度复盘", month=review.month_text), TITLE)]),
        (18, [None, painter.cell(_subtitle(review), QUIETLY.but(size=10))]),
        (12, []),
        *_cards(painter, review),
        (14, []),
        *_words(painter, review),
        (12, []),
    ]
    for height, cells in rows:
        painter.append(cells, height)
    drawn = charts.cover
    width = CARDS // len(drawn) if drawn else CARDS
    for place, chart in enumerate(drawn):
        column = 1 + place * width
        place_chart(sheet, chart, column, painter.row, column + width, CHART_ROWS, GAP if place else 0)
    for _ in range(CHART_ROWS if drawn else 0):
        painter.append([], 15)
    numbers = painter.cell(tr("图里的数字见“{sheet}”", sheet=charts.sheet.title), LINK, sheet=charts.sheet.title)
    if not drawn:
        numbers = painter.cell(tr("这个月还没有可以画图的商机。"), QUIETLY)
    painter.append([None, numbers], 20)
    painter.append([], 6)
    for height, cells in _contents(painter, contents):
        painter.append(cells, height)
    sheet.print_area = f"A1:H{painter.row}"


def _subtitle(review: Review) -> str:
    parts = [
        review.scope,
        tr("数据截至 {day}", day=review.as_of.isoformat()),
        review.state,
        tr("金额单位 {currency}", currency=review.currency),
    ]
    return " · ".join(parts)


# --- headline figures -------------------------------------------------------------------------------------------------


def _cards(painter: Painter, review: Review) -> list[Row]:
    """Name, number, change, full number or last month's, and a quiet line. A card is one column: nothing is merged."""
    tinted = PLAIN.but(fill=CARD_TINT, indent=1, align="left")
    names: list[Any] = [None]
    values: list[Any] = [None]
    changes: list[Any] = [None]
    beneath: list[Any] = [None]
    details: list[Any] = [None]
    for card in review.cards[:CARDS]:
        now = card.line.now
        value, shown = headline(now, review.symbol)
        names.append(painter.cell(card.line.name, tinted.but(size=10, colour=QUIET)))
        if value is None:
            values.append(painter.cell("—", tinted.but(size=22, bold=True, colour=QUIET)))
        else:
            values.append(painter.cell(value, tinted.but(size=22, bold=True, format=shown)))
        changes.append(_change(painter, card, review.symbol))
        beneath.append(_beneath(painter, card, review.symbol))
        details.append(painter.cell(card.detail, tinted.but(size=9, colour=QUIET, wrap=True)))
    margin = painter.cell("", PLAIN.but(fill=CARD_TINT))
    top = [None, *[margin] * len(review.cards[:CARDS])]
    return [(6, top), (20, names), (34, values), (None, changes), (17, beneath), (None, details), (4, top)]


def _change(painter: Painter, card: Card, symbol: str) -> Any:
    """The difference against the cycle before: green where it is for the better, red where it is not."""
    line = card.line
    change = change_of(line.now, line.before)
    style = PLAIN.but(size=9, colour=QUIET, fill=CARD_TINT, indent=1, align="left")
    if change is None:
        return painter.cell(line.now.reason or tr("上周期没有可比的数字"), style.but(wrap=True))
    if change and line.better != "neither":
        style = style.but(colour=MARK_COLOURS["ok" if (change > 0) == (line.better == "more") else "act"], bold=True)
    return painter.cell(change, style.but(format=_said(tr("较上周期"), change_format(line.now.unit, symbol))))


def _beneath(painter: Painter, card: Card, symbol: str) -> Any:
    """The whole amount of money; of other figures last month's."""
    line = card.line
    style = PLAIN.but(size=9, colour=QUIET, fill=CARD_TINT, indent=1, align="left")
    number = line.now if line.now.unit == "money" else line.before
    if number.value is None:
        return painter.cell("", style)
    shown = number_format(number.unit, symbol)
    return painter.cell(number.value, style.but(format=shown if number is line.now else _said(tr("上周期"), shown)))


def _said(words: str, shown: str) -> str:
    """A number format that says a word before its number, whatever the sign."""
    words = words[:1].upper() + words[1:]
    return ";".join(f'"{words} "{part}' for part in shown.split(";"))


# --- words ------------------------------------------------------------------------------------------------------------


def _words(painter: Painter, review: Review) -> list[Row]:
    """Two columns of text lines: each in a cell of its own that runs on over the empty ones beside it."""
    left: list[tuple[str, str]] = []
    for attention in review.attention:
        lines = wrapped(attention.text, CARD_WIDTH * 3 - 8)
        left.append((marked(attention.mark, lines[0] if lines else ""), MARK_COLOURS[attention.mark]))
        left += [(f"   {line}", MARK_COLOURS[attention.mark]) for line in lines[1:]]
    if not left:
        left = [(marked("ok", tr("没有需要特别关注的事")), MARK_COLOURS["ok"])]
    right: list[tuple[str, str]] = []
    if review.comment is not None:
        right = [(line, PLAIN.colour) for line in wrapped(review.comment, CARD_WIDTH * 3 - 6)]
        right = right or [(tr("还没有写点评。"), QUIET)]
    if len(left) > MOST_LINES:
        left = [*left[: MOST_LINES - 1], (tr("其余的见各页"), QUIET)]
    beside = "" if review.comment is None else tr("管理者点评")
    rows: list[Row] = [(24, _ruled(painter, {1: tr("需要关注"), 4: beside}))]
    for place in range(max(len(left), len(right))):
        cells: list[Any] = [None] * 7
        if place < len(left):
            text, colour = left[place]
            cells[1] = painter.cell(text, PLAIN.but(colour=colour))
        if place < len(right):
            text, colour = right[place]
            cells[4] = painter.cell(text, PLAIN.but(colour=colour))
        rows.append((18, cells))
    return rows


def _ruled(painter: Painter, headings: dict[int, str]) -> list[Any]:
    """Headings in some columns, over a line that runs through all of them."""
    over = HEADING.but(line_below=LINE)
    return [None, *(painter.cell(headings.get(place, ""), over) for place in range(1, CARDS + 1))]


def _contents(painter: Painter, contents: Sequence[Entry]) -> list[Row]:
    """A link to each sheet, with what is in it below."""
    rows: list[Row] = [(24, _ruled(painter, {1: tr("各页")}))]
    for start in range(0, len(contents), CARDS):
        entries = contents[start : start + CARDS]
        links = [painter.cell(entry.title, LINK.but(size=10), sheet=entry.title) for entry in entries]
        words = [painter.cell(entry.words, QUIETLY.but(vertical="top")) for entry in entries]
        rows += [(18, [None, *links]), (16, [None, *words])]
    return rows
