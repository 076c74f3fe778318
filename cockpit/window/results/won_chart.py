"""Won revenue by working day: against the target's even way, the cycle before, and what the forecast spans."""

from cockpit.language import tr
from cockpit.metrics import RowsQuery
from cockpit.metrics.series import won_rows_until
from cockpit.model import formats
from cockpit.window.kit.line_chart import Fan, Line, LineData
from cockpit.window.results.reading import ResultsData


def won_lines(data: ResultsData) -> LineData:
    """x is the place of the working day in the cycle, from 0; the points open by it."""
    won = data.won
    days = len(won.days)
    lines: list[Line] = []
    if any(won.previous):
        lines.append(Line(tr("上月 {won}", won=formats.money(won.previous[-1])), won.previous, "before"))
    if won.target:
        even = [won.target * (place + 1) / days for place in range(days)]
        lines.append(Line(tr("目标 {target}", target=formats.money(won.target)), even, "target"))
    # Without a day passed the line is there and empty: its points are what opens, and not those of the others.
    lines.append(Line(formats.money(won.won[-1]) if won.won else "", won.won, "main"))
    return LineData(
        lines if any(won.won) or any(won.previous) or won.target or _fan(data) else [],
        {float(place): str(place + 1) for place in range(days) if place == 0 or (place + 1) % 5 == 0},
        _fan(data),
        keys=[str(place) for place in range(len(won.won))],
        words=[
            tr(
                "第 {n} 个工作日({day})· 赢单 {won}", n=place + 1, day=formats.day_short(won.days[place]),
                won=formats.money_full(amount, data.currency),
            )
            for place, amount in enumerate(won.won)
        ],
    )  # fmt: skip


def _fan(data: ResultsData) -> Fan | None:
    """From today's value to the end of the cycle; none once the result is final."""
    low, middle, high = (data.now[key].value for key in ("commit", "weighted_forecast", "best_case"))
    days = len(data.won.days)
    if data.period.is_over or low is None or middle is None or high is None:
        return None
    begin = max(0, len(data.won.won) - 1)
    if begin >= days - 1 or not max(low, middle, high):
        return None
    at = data.won.won[-1] if data.won.won else 0
    label = tr("预测 {money}", money=formats.money(middle))
    return Fan(float(begin), float(at), float(days - 1), float(low), float(middle), float(high), label)


def conclusion(data: ResultsData) -> str:
    """What the chart says, in a sentence."""
    won = data.won
    if not won.won:
        return tr("{month} 还没有开始", month=data.month_words) + _foreseen(data)
    said = tr("到第 {n} 个工作日赢单 {won}", n=len(won.won), won=formats.money(won.won[-1]))
    if won.target:
        said += tr(",目标 {target}", target=formats.money(won.target))
    return said + _foreseen(data)


def _foreseen(data: ResultsData) -> str:
    now = data.now
    if not _fan(data):
        return ""
    return tr(
        ",预测 {money},区间 {low}–{high}", money=formats.money(now["weighted_forecast"].value),
        low=formats.money(now["commit"].value), high=formats.money(now["best_case"].value),
    )  # fmt: skip


def rows_of_point(data: ResultsData, place: int) -> tuple[RowsQuery, str]:
    """The deals won up to a working day, and what to call them."""
    day = data.won.days[place]
    until = data.period.last.last_day if place == len(data.won.days) - 1 else day
    title = tr("到 {day} 的赢单", day=formats.day_words(day))
    return won_rows_until(data.period, data.scope, until), title
