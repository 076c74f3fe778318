"""The sheet of the forecast and the funnel, each with the native chart of its numbers."""

from collections.abc import Sequence
from typing import Any

from cockpit.excel.review_charts import place_chart
from cockpit.excel.review_people import figure_cells
from cockpit.excel.review_record import ForecastCheck, ForecastLine, StageLine, TrialLine, WayLine
from cockpit.excel.review_styles import QUIET, ROW, TOTAL, Painter, number_format
from cockpit.excel.review_tables import Book, Column, append_section, open_sheet
from cockpit.language import tr

FORECAST_KEYS = (
    "weighted_forecast", "commit", "best_case", "pipeline_count", "pipeline_amount", "coverage", "gap",
)  # fmt: skip
WIDTHS = (26, 18, 17, 17, 15, 24, 15, 17, 15, 17)
CHART_ROWS = (2, 20)
"""The chart stands beside the first tables, which leave the last columns free."""
CHART_COLUMNS = (6, 10)
MOST_STAGES_OF_A_PAGE = 16
NOTE = ROW.but(colour=QUIET, indent=1, align="left", wrap=True, vertical="center")


def write_forecast(book: Book, title: str, chart: Any) -> None:
    """By category, against last month's, four ways with their back-test, and by stage; ``chart`` beside them, None
    without numbers.
    """
    review = book.review
    painter = open_sheet(
        book, title, tr("预测只算预计在本周期关单的在手商机;漏斗是截止日全部在手商机"), WIDTHS, frozen_at="A3",
        one_page=len(review.funnel or ()) + 2 * len(review.trials or ()) <= MOST_STAGES_OF_A_PAGE,
    )  # fmt: skip
    money = number_format("money", review.symbol)
    if review.forecast is not None:
        _categories(painter, review.forecast, money)
    by_key = {line.key: line for line in review.figures}
    append_section(
        painter, tr("预测,和上周期相比"), "tblForecastFigures", [
            Column(tr("指标"), 0), Column(tr("本周期"), 0, "right"), Column(tr("上周期"), 0, "right"),
            Column(tr("变化"), 0, "right"), Column(tr("样本数"), 0, "right"), Column(tr("说明"), 0, "left", 1),
        ], [
            [*figure_cells(painter, by_key[key], review.symbol)[:5],
             painter.cell(by_key[key].now.reason or by_key[key].notes, NOTE)]
            for key in FORECAST_KEYS if key in by_key
        ], tr("没有预测。"),
    )  # fmt: skip
    if review.forecast_checks is not None:
        _checks(painter, review.forecast_checks, money, review.symbol)
    if review.ways is not None:
        _ways(painter, review.ways, money)
        _trials(painter, [way.name for way in review.ways], review.trials or (), money)
    if review.funnel is not None:
        _funnel(painter, review.funnel, money)
    if chart is not None:
        first, rows = CHART_ROWS
        place_chart(painter.sheet, chart, CHART_COLUMNS[0], first, CHART_COLUMNS[1], rows)
    painter.sheet.print_area = f"A1:J{painter.row}"


def _number(painter: Painter, value: object, shown: str, style: Any = ROW) -> Any:
    if value is None:
        return painter.cell("—", style.but(align="right", colour=QUIET))
    return painter.cell(value, style.but(align="right", format=shown))


def _categories(painter: Painter, lines: Sequence[ForecastLine], money: str) -> None:
    counted = [line for line in lines if line.counts]
    total = [
        painter.cell(tr("合计"), TOTAL),
        _number(painter, sum(line.count for line in counted), "#,##0", TOTAL),
        _number(painter, sum(line.amount for line in counted), money, TOTAL),
        _number(painter, sum(line.estimated for line in counted) or None, money, TOTAL),
        painter.cell("", TOTAL),
        _number(painter, sum(line.expected for line in counted), money, TOTAL),
    ]
    append_section(painter, tr("按类别预测"), "tblForecast", [
        Column(tr("类别"), 0), Column(tr("单数"), 0, "right"), Column(tr("金额"), 0, "right"),
        Column(tr("其中按目录价"), 0, "right"), Column(tr("经验值"), 0, "right"), Column(tr("预期金额"), 0, "right"),
    ], [
        [
            painter.cell(line.name, ROW if line.counts else ROW.but(colour=QUIET)),
            _number(painter, line.count, "#,##0"), _number(painter, line.amount, money),
            _number(painter, line.estimated or None, money), _number(painter, line.experience, "0.0%"),
            _number(painter, line.expected, money, ROW.but(bold=True)),
        ]
        for line in lines
    ], tr("没有赢单,也没有预计在本周期关单的商机。"), totals=[total])  # fmt: skip


def _checks(painter: Painter, checks: Sequence[ForecastCheck], money: str, symbol: str) -> None:
    append_section(painter, tr("月初的预测准不准"), "tblForecastChecks", [
        Column(tr("周期"), 0), Column(tr("预测日"), 0, "center"), Column(tr("当时的加权预测"), 0, "right"),
        Column(tr("赢单收入"), 0, "right"), Column(tr("准确率"), 0, "right"), Column(tr("说明"), 0, "left", 1),
    ], [
        [
            painter.cell(check.month), painter.cell(check.day, ROW.but(align="center")),
            _number(painter, check.forecast, money), painter.quantity(check.won, symbol),
            painter.quantity(check.accuracy, symbol, ROW.but(bold=True)),
            painter.cell(check.reason, NOTE),
        ]
        for check in checks
    ], "")  # fmt: skip


def _ways(painter: Painter, ways: Sequence[WayLine], money: str) -> None:
    append_section(painter, tr("四种预测"), "tblForecastWays", [
        Column(tr("方式"), 0), Column(tr("预测"), 0, "right"), Column(tr("区间下端"), 0, "right"),
        Column(tr("区间上端"), 0, "right"), Column(tr("单数"), 0, "right"),
        Column(tr("回测准确率(中位数)"), 0, "right"), Column(tr("回测周期数"), 0, "right"),
        Column(tr("说明"), 0, "left", 1),
    ], [
        [
            painter.cell(way.name, ROW.but(bold=True)), _number(painter, way.value, money, ROW.but(bold=True)),
            _number(painter, way.low, money), _number(painter, way.high, money),
            _number(painter, way.deals, "#,##0"), _number(painter, way.accuracy, "0%"),
            _number(painter, way.cycles, "#,##0"), painter.cell(way.reason, NOTE),
        ]
        for way in ways
    ], "", words=tr("哪种更可信,看它在过去的周期里有多准。"))  # fmt: skip


def _trials(painter: Painter, names: Sequence[str], trials: Sequence[TrialLine], money: str) -> None:
    """What each way said, and how near it came: two tables, as one would be too wide to print."""
    head = [
        Column(tr("周期"), 0), Column(tr("依据"), 0), Column(tr("预测日"), 0, "center"),
        Column(tr("赢单收入"), 0, "right"),
    ]  # fmt: skip
    ways = [Column(name, 0, "right") for name in names]
    nothing = tr("还没有过完的周期可以回测。")
    for title, table, shown, which in (
        (tr("回测:各周期开始不久时的预测"), "tblForecastTrials", money, "forecasts"),
        (tr("回测:准确率"), "tblForecastAccuracies", "0%", "accuracies"),
    ):
        append_section(painter, title, table, [*head, *ways], [
            [
                painter.cell(line.month), painter.cell(line.basis, ROW.but(colour=QUIET)),
                painter.cell(line.day, ROW.but(align="center")), _number(painter, line.won, money),
                *(_number(painter, value, shown) for value in getattr(line, which)),
            ]
            for line in trials
        ], nothing)  # fmt: skip


def _funnel(painter: Painter, stages: Sequence[StageLine], money: str) -> None:
    total = [
        painter.cell(tr("合计"), TOTAL), painter.cell("", TOTAL),
        _number(painter, sum(stage.count for stage in stages), "#,##0", TOTAL),
        _number(painter, sum(stage.amount for stage in stages), money, TOTAL),
        painter.cell("", TOTAL),
        _number(painter, sum(stage.expected for stage in stages), money, TOTAL),
        *(painter.cell("", TOTAL) for _ in range(4)),
    ]  # fmt: skip
    append_section(painter, tr("销售漏斗,按阶段"), "tblFunnel", [
        Column(tr("流程"), 0), Column(tr("阶段"), 0), Column(tr("单数"), 0, "right"), Column(tr("金额"), 0, "right"),
        Column(tr("经验值"), 0, "right"), Column(tr("预期金额"), 0, "right"), Column(tr("转化率"), 0, "right"),
        Column(tr("近 3 个周期进入"), 0, "right"), Column(tr("还停在这里"), 0, "right"),
        Column(tr("历史赢单占比"), 0, "right"),
    ], [
        [
            painter.cell(stage.pipeline, ROW.but(colour=QUIET)), painter.cell(stage.name, ROW.but(bold=True)),
            _number(painter, stage.count, "#,##0"), _number(painter, stage.amount, money),
            _number(painter, stage.experience, "0%"), _number(painter, stage.expected, money, ROW.but(bold=True)),
            _number(painter, stage.conversion, "0%"), _number(painter, stage.entered, "#,##0"),
            _number(painter, stage.still_here, "#,##0"), _number(painter, stage.learned, "0%"),
        ]
        for stage in stages
    ], tr("还没有在手商机。"), totals=[total],
        words=tr("转化率:近 3 个周期进入这一阶段并已离开的商机里,往前走了或赢了的占比;历史赢单占比:到过这一阶段、"
                 "已经关闭的商机里赢了的占比。"))  # fmt: skip
