"""The native charts of the review, and the sheet that their numbers stand in."""

from typing import Any

from attrs import define, frozen

from cockpit.excel.review_record import PersonLine, Review
from cockpit.excel.review_styles import ACCENT, HEADER, LINE, QUIET, QUIETLY, TEXT, clean, font_name
from cockpit.excel.review_tables import HEADER_ROW, Book, open_sheet
from cockpit.language import language, tr

GREY, TINT, OK = "98A2B3", "B9CBF3", "00795B"
MOST_PEOPLE = 14
"""A bar chart of more people cannot be read; those with the highest attainment are shown, and the title says so."""
FEWEST_PEOPLE = 2
"""With fewer there is nobody to compare with: the cover shows the funnel instead."""
FEW_BARS = 4
"""Up to so many are drawn thin: they would fill the chart."""


@define
class ChartSheet:
    """The sheet of the charts' numbers, filled block by block before it is written."""

    title: str
    blocks: list[tuple[str, list[list[object]], str]]
    scale: float
    unit: str

    def place(self, heading: str, rows: list[list[object]], number_format: str = "#,##0.0##") -> tuple[int, int]:
        """Put a block (first row: headers) beside those that are there; its first column and its number of rows.

        Two charts of the same numbers share their block.
        """
        for number, (name, known, _) in enumerate(self.blocks):
            if name == heading:
                return 1 + sum(len(other[0]) + 1 for _, other, _ in self.blocks[:number]), len(known)
        column = 1 + sum(len(rows_[0]) + 1 for _, rows_, _ in self.blocks)
        # Words that stand inside sentences elsewhere begin with a small letter in English.
        rows = [[name[:1].upper() + name[1:] if isinstance(name, str) else name for name in rows[0]], *rows[1:]]
        self.blocks.append((heading, rows, number_format))
        return column, len(rows)

    def scaled(self, value: float | None) -> float | None:
        return None if value is None else round(value / self.scale, 4)


FIRST_ROW = HEADER_ROW + 1
"""Where the blocks' headers stand, each below its heading."""


@frozen
class Charts:
    """The sheet of their numbers, the three of the cover, and the funnel's; each is there if it has numbers."""

    sheet: ChartSheet
    cover: list[Any]
    funnel: Any | None


def money_scale(review: Review) -> tuple[float, str]:
    """What the charts divide money by, and what its unit is called: axes with seven digits cannot be read."""
    largest = max(
        [abs(point.won or 0) for point in review.months]
        + [abs(point.target or 0) for point in review.months]
        + [bar.amount for bar in review.stages]
        + [0]
    )
    if language() == "zh":
        unit = "元" if review.currency == "CNY" else f" {review.currency}"
        return (10_000.0, f"万{unit}") if largest >= 100_000 else (1.0, unit.strip())
    if largest >= 10_000_000:
        return 1_000_000.0, f"M {review.currency}"
    return (1_000.0, f"K {review.currency}") if largest >= 10_000 else (1.0, review.currency)


def build_charts(review: Review, title: str) -> Charts:
    """The charts, and the numbers that they refer to."""
    scale, unit = money_scale(review)
    sheet = ChartSheet(title, [], scale, unit)
    second = _people(review, sheet)
    cover = [_by_day(review, sheet), _stages(review, sheet) if second is None else second, _months(review, sheet)]
    return Charts(sheet, [chart for chart in cover if chart is not None], _stages(review, sheet))


def place_chart(
    sheet: Any, chart: Any, first_column: int, first_row: int, last_column: int, rows: int, gap: int = 0
) -> None:
    """Held by cells on all sides (counted from 0): column widths differ a little between programs and fonts.

    ``gap`` to the left, in EMU.
    """
    from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor

    chart.anchor = TwoCellAnchor(
        _from=AnchorMarker(col=first_column, colOff=gap, row=first_row),
        to=AnchorMarker(col=last_column, colOff=0, row=first_row + rows),
    )
    sheet.add_chart(chart)


def write_chart_sheet(book: Book, sheet: ChartSheet) -> None:
    """The numbers behind the charts, for whoever wants to draw another one."""
    widths: list[float] = []
    for _, rows, _ in sheet.blocks:
        widths += [14.0] * len(rows[0]) + [3.0]
    painter = open_sheet(book, sheet.title, tr("图里的数字都在这里"), widths, frozen_at=f"A{HEADER_ROW}")
    height = max((len(rows) for _, rows, _ in sheet.blocks), default=0)
    headings: list[Any] = []
    for name, rows, _ in sheet.blocks:
        headings += [painter.cell(name, QUIETLY), *[None] * len(rows[0])]
    painter.append(headings)
    for row in range(height):
        line: list[Any] = []
        for _, rows, shown in sheet.blocks:
            cells = rows[row] if row < len(rows) else [None] * len(rows[0])
            for place, value in enumerate(cells):
                style = HEADER if row == 0 else QUIETLY if place == 0 else QUIETLY.but(format=shown, colour=TEXT)
                line.append(None if value is None else painter.cell(value, style))
            line.append(None)
        painter.append(line)


# --- the charts --------------------------------------------------------------------------------------------------


def _by_day(review: Review, sheet: ChartSheet) -> Any:
    if not any(point.won or point.previous for point in review.days):
        return None
    from openpyxl.chart import LineChart

    rows: list[list[object]] = [[tr("工作日"), tr("本周期"), tr("上周期"), tr("目标")]]
    rows += [
        [str(point.day.day), *map(sheet.scaled, (point.won, point.previous, point.target))] for point in review.days
    ]
    heading = tr("按工作日累计赢单收入({unit})", unit=sheet.unit)
    chart = LineChart()
    has_target = any(point.target is not None for point in review.days)
    column, height = sheet.place(heading, rows)
    _fill(chart, sheet, column, height, 3 if has_target else 2)
    _line(chart.series[0], ACCENT, 28_575)
    _line(chart.series[1], GREY, 15_875)
    if has_target:
        _line(chart.series[2], OK, 15_875, dash="sysDash")
    return _finish(chart, heading)


def _people(review: Review, sheet: ChartSheet) -> Any:
    """Attainment by person; where nobody has a target, won revenue."""
    key = (
        "attainment" if any(_value_of(person, "attainment") is not None for person in review.people) else "won_revenue"
    )
    found = [(person.name, value) for person in review.people if (value := _value_of(person, key)) is not None]
    if not any(value for _, value in found) or len(found) < FEWEST_PEOPLE:
        return None
    from openpyxl.chart import BarChart
    from openpyxl.chart.label import DataLabelList

    ranked = sorted(found, key=lambda person: -person[1])
    rows: list[list[object]]
    if key == "attainment":
        heading, shown = tr("各人完成率"), "0%"
        rows = [[tr("姓名"), tr("完成率")]]
        rows += [[name, round(value, 4)] for name, value in ranked[:MOST_PEOPLE]]
    else:
        scaled = [sheet.scaled(value) or 0 for _, value in found]
        heading, shown = tr("各人赢单收入({unit})", unit=sheet.unit), "#,##0" if max(scaled) >= 100 else "#,##0.0"
        rows = [[tr("姓名"), tr("赢单收入")]]
        rows += [[name, sheet.scaled(value)] for name, value in ranked[:MOST_PEOPLE]]
    if len(ranked) > MOST_PEOPLE:
        heading = tr("{title},最高的 {n} 人", title=heading, n=MOST_PEOPLE)
    column, height = sheet.place(heading, rows, shown)
    chart = BarChart()
    chart.type = "bar"
    _fill(chart, sheet, column, height, 1)
    chart.gapWidth = 45 if len(rows) > FEW_BARS else 250
    _bar(chart.series[0], ACCENT)
    chart.dataLabels = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
    )
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    chart.y_axis.scaling.min = 0
    chart = _finish(chart, heading, number_format=shown)
    chart.legend = None
    return chart


def _value_of(person: PersonLine, key: str) -> int | float | None:
    return person.figures[key].value if key in person.figures else None


def _stages(review: Review, sheet: ChartSheet) -> Any:
    if not any(bar.amount for bar in review.stages):
        return None
    from openpyxl.chart import BarChart

    heading = tr("各阶段在手商机({unit})", unit=sheet.unit)
    rows: list[list[object]] = [[tr("阶段"), tr("金额"), tr("按经验值预期")]]
    rows += [[bar.name, sheet.scaled(bar.amount), sheet.scaled(bar.expected)] for bar in review.stages]
    column, height = sheet.place(heading, rows)
    chart = BarChart()
    chart.type = "bar"
    _fill(chart, sheet, column, height, 2)
    chart.gapWidth = 45 if len(rows) > FEW_BARS else 250
    chart.overlap = 0
    _bar(chart.series[0], TINT)
    _bar(chart.series[1], ACCENT)
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    chart.y_axis.scaling.min = 0
    return _finish(chart, heading)


def _months(review: Review, sheet: ChartSheet) -> Any:
    if not any(point.won for point in review.months):
        return None
    from openpyxl.chart import BarChart, LineChart

    heading = tr("近 12 个月赢单收入({unit})", unit=sheet.unit)
    rows: list[list[object]] = [[tr("月份"), tr("赢单收入"), tr("目标")]]
    rows += [[point.label, sheet.scaled(point.won), sheet.scaled(point.target)] for point in review.months]
    column, height = sheet.place(heading, rows)
    chart = BarChart()
    chart.type = "col"
    _fill(chart, sheet, column, height, 1)
    chart.gapWidth = 55
    _bar(chart.series[0], ACCENT)
    chart.y_axis.scaling.min = 0
    if any(point.target is not None for point in review.months):
        line = LineChart()
        _fill(line, sheet, column, height, 1, offset=2)
        _line(line.series[0], OK, 19_050)
        chart += line
    return _finish(chart, heading)


# --- what they share --------------------------------------------------------------------------------------------------


def _fill(chart: Any, sheet: ChartSheet, column: int, height: int, series: int, offset: int = 1) -> None:
    """Series and categories by reference to the sheet of numbers, with the cell as the series' name."""
    from openpyxl.chart.data_source import AxDataSource, StrRef
    from openpyxl.chart.series import SeriesLabel
    from openpyxl.chart.series_factory import SeriesFactory
    from openpyxl.utils import get_column_letter, quote_sheetname

    name = quote_sheetname(sheet.title)
    first, last = FIRST_ROW + 1, FIRST_ROW + height - 1
    for place in range(series):
        letter = get_column_letter(column + offset + place)
        made = SeriesFactory(f"{name}!${letter}${first}:${letter}${last}")
        made.tx = SeriesLabel(strRef=StrRef(f"{name}!${letter}${FIRST_ROW}"))
        chart.series.append(made)
    letter = get_column_letter(column)
    for made in chart.series:
        made.cat = AxDataSource(strRef=StrRef(f"{name}!${letter}${first}:${letter}${last}"))


def _line(series: Any, colour: str, width: int, dash: str | None = None) -> None:
    series.graphicalProperties.line.solidFill = colour
    series.graphicalProperties.line.width = width
    if dash:
        series.graphicalProperties.line.dashStyle = dash
    series.marker.symbol = "none"
    series.smooth = False


def _bar(series: Any, colour: str) -> None:
    series.graphicalProperties.solidFill = colour
    series.graphicalProperties.line.noFill = True
    series.invertIfNegative = False


def _finish(chart: Any, heading: str, number_format: str = "#,##0") -> Any:
    """Axes that are seen (openpyxl leaves that open, and Excel then hides them), quiet lines, small type."""
    from openpyxl.chart.shapes import GraphicalProperties
    from openpyxl.chart.text import RichText
    from openpyxl.drawing.line import LineProperties

    chart.title = _title(heading)
    chart.title.overlay = False
    chart.style = 2
    chart.roundedCorners = False
    if chart.legend is not None:
        chart.legend.position = "b"
        chart.legend.txPr = RichText(p=[_paragraph(900, QUIET)])
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False
        axis.majorTickMark = axis.minorTickMark = "none"
        axis.txPr = RichText(p=[_paragraph(900, QUIET)])
        axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=LINE))
    # Left out, Excel takes each bar of a single series for one of another kind, and colours it so.
    chart.varyColors = False
    chart.y_axis.crossBetween = "between"
    chart.x_axis.majorGridlines = None
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=LINE, w=6_350))
    chart.y_axis.number_format = number_format
    chart.y_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
    chart.graphical_properties = GraphicalProperties(ln=LineProperties(solidFill=LINE))
    return chart


def _title(text: str) -> Any:
    from openpyxl.chart.text import RichText, Text
    from openpyxl.chart.title import Title
    from openpyxl.drawing.text import Paragraph, RegularTextRun

    paragraph: Paragraph = _paragraph(1100, TEXT, bold=True)
    paragraph.r = [RegularTextRun(rPr=_letters(1100, TEXT, bold=True), t=clean(text))]
    paragraph.endParaRPr = None
    return Title(tx=Text(rich=RichText(p=[paragraph])))


def _paragraph(size: int, colour: str, *, bold: bool = False) -> Any:
    from openpyxl.drawing.text import Paragraph, ParagraphProperties

    letters = _letters(size, colour, bold=bold)
    made = Paragraph(pPr=ParagraphProperties(defRPr=letters), endParaRPr=letters)
    # openpyxl puts an empty run in, which has no place in the properties of an axis.
    made.r = []
    return made


def _letters(size: int, colour: str, *, bold: bool) -> Any:
    from openpyxl.drawing.text import CharacterProperties, Font

    face = font_name()
    return CharacterProperties(sz=size, b=bold, solidFill=colour, latin=Font(typeface=face), ea=Font(typeface=face))
