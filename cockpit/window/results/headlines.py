"""The five figures on top: what is, where it should be, and the change against the cycle before."""

from collections.abc import Callable

from cockpit.language import tr
from cockpit.metrics import METRICS, Figure
from cockpit.model import formats
from cockpit.operations.targets import LEVELS
from cockpit.window.kit.cards import HeadlineFigure
from cockpit.window.kit.definition import definition
from cockpit.window.kit.theme import State
from cockpit.window.results.reading import ResultsData

KEYS = ("attainment", "weighted_forecast", "coverage", "promises_kept", "loop_closed")


def make_headlines() -> list[HeadlineFigure]:
    """Empty ones, in the order of ``KEYS``."""
    return [HeadlineFigure(stacked=True) for _ in KEYS]


def show_headlines(figures: list[HeadlineFigure], data: ResultsData, coverage_before: Figure | None) -> None:
    """``coverage_before`` is that of the same working day in the cycle before, once it is known."""
    _show_attainment(figures[0], data)
    _show_forecast(figures[1], data)
    _show_coverage(figures[2], data, coverage_before)
    _show_promises(figures[3], data)
    _show_loop(figures[4], data)


def change(now: float | None, before: float | None, shown: Callable[[float], str]) -> tuple[str, State]:
    """The difference with its arrow and colour; empty where one of the two is unknown, no arrow where it is none."""
    if now is None or before is None:
        return "", "quiet"
    words = shown(now - before).lstrip("+-")
    if words == shown(0).lstrip("+-"):
        return "±0", "quiet"
    return ("▲ " if now > before else "▼ ") + words, "ok" if now > before else "act"


def _against(words: str, data: ResultsData) -> str:
    """A change, and against what."""
    if not words:
        return ""
    return words + " " + (tr("较上月同期") if data.same_day is not None else tr("较上月"))


def _before(data: ResultsData, key: str, *, same_day: bool = False) -> float | None:
    """The figure in the cycle before; ``same_day`` up to the same working day, where this one runs."""
    found = (data.same_day if same_day and data.same_day is not None else data.before).get(key)
    return found.value if found else None


def _show_attainment(card: HeadlineFigure, data: ResultsData) -> None:
    figure, pace = data.now["attainment"], data.now["pace"].value
    before = _before(data, "attainment", same_day=True)
    won, target = data.now["won_revenue"], data.now["target"].value
    if target is None:
        _show_won(card, data)
        return
    words, state = change(figure.value, before, formats.points)
    beneath = tr("赢单 {won}", won=formats.money(won.value)) + " · " + tr("目标 {target}", target=formats.money(target))
    if data.runs and figure.value is not None and pace is not None:
        beneath = tr("进度 {pace}", pace=formats.share(pace)) + " · " + _ahead(figure.value - pace)
    levels = data.levels
    if levels.reached is not None and len(levels.targets) > 1:
        passed = tr("已过{level}", level=tr(LEVELS[levels.reached]))
        beneath = passed + " · " + (beneath.split(" · ")[-1])
    full = tr(
        "赢单 {won},目标 {target}", won=formats.money_full(won.value, data.currency),
        target=formats.money_full(target, data.currency),
    )  # fmt: skip
    for level, amount in levels.targets.items():
        if level != "target":
            full += "\n" + tr(
                "{level} {amount}", level=tr(LEVELS[level]), amount=formats.money_full(amount, data.currency)
            )
    told = "" if before is None else (
        tr("上月同期 {value}", value=formats.share(before)) if data.same_day is not None
        else tr("上月 {value}", value=formats.share(before))
    )  # fmt: skip
    card.show_figure(
        METRICS["attainment"].name, formats.share(figure.value), beneath, _against(words, data), state,
        definition(figure, full, told), can_open=figure.rows is not None,
    )  # fmt: skip


def _show_won(card: HeadlineFigure, data: ResultsData) -> None:
    """Without a target nothing can be attained: what was won comes first."""
    figure, before = data.now["won_revenue"], _before(data, "won_revenue", same_day=True)
    words, state = change(figure.value, before, formats.money)
    card.show_figure(
        METRICS["won_revenue"].name, formats.money(figure.value),
        tr("{n} 单", n=figure.n or 0) + " · " + tr("还没有目标"), _against(words, data), state,
        definition(figure, formats.money_full(figure.value, data.currency)), can_open=figure.rows is not None,
    )  # fmt: skip


def _ahead(difference: float) -> str:
    points = formats.points(abs(difference)).lstrip("+")
    if points == formats.points(0):
        return tr("与进度持平")
    return tr("领先 {points}", points=points) if difference > 0 else tr("落后 {points}", points=points)


def _show_forecast(card: HeadlineFigure, data: ResultsData) -> None:
    """While the cycle runs against all that was won in the one before; afterwards the forecast is what was won."""
    figure, target = data.now[forecast_key(data)], data.now["target"].value
    if figure.key == "win_rate_count":
        _show_win_rate(card, data)
        return
    low, high = data.now["commit"].value, data.now["best_case"].value
    beneath = tr("还没有目标") if target is None else tr("目标 {target}", target=formats.money(target))
    if not data.period.is_over and low is not None and high is not None and low != high:
        beneath += " · " + tr("区间 {low}–{high}", low=formats.money(low), high=formats.money(high))
    before = _before(data, "won_revenue")
    words, state = change(figure.value, before, formats.money)
    told = "" if before is None else tr("上月赢单 {value}", value=formats.money_full(before, data.currency))
    card.show_figure(
        METRICS[figure.key].name, formats.money(figure.value), beneath,
        words and words + " " + (tr("较上月") if data.period.is_over else tr("较上月赢单")), state,
        definition(figure, formats.money_full(figure.value, data.currency), told),
        can_open=figure.rows is not None,
    )  # fmt: skip


def forecast_key(data: ResultsData) -> str:
    """What stands in the forecast's place: once the cycle is over what was won, or, where that stands first, the win
    rate.
    """
    if not data.period.is_over:
        return "weighted_forecast"
    return "won_revenue" if data.now["target"].value is not None else "win_rate_count"


def _show_win_rate(card: HeadlineFigure, data: ResultsData) -> None:
    figure, before = data.now["win_rate_count"], _before(data, "win_rate_count")
    words, state = change(figure.value, before, formats.points)
    low, high = figure.interval or (0.0, 0.0)
    beneath = tr("{n} 单关闭", n=figure.n or 0)
    if figure.value is not None:
        beneath += " · " + tr("区间 {low}–{high}", low=formats.share(low), high=formats.share(high))
    card.show_figure(
        METRICS["win_rate_count"].name, formats.share(figure.value), beneath, _against(words, data), state,
        definition(figure), can_open=figure.rows is not None,
    )  # fmt: skip


def _show_coverage(card: HeadlineFigure, data: ResultsData, before: Figure | None) -> None:
    figure, gap = data.now["coverage"], data.now["gap"].value
    met = figure.reason is not None and figure.reason.code == "met"
    beneath = tr("缺口 {gap}", gap=formats.money(gap)) if gap is not None else tr("还没有目标")
    if not met and data.needed is not None and figure.value is not None:
        beneath += " · " + tr("需要 {ratio}", ratio=formats.ratio(data.needed))
    words, state = change(figure.value, before.value if before else None, formats.ratio)
    told = "" if before is None or before.value is None else (
        tr("上月同期 {value}", value=formats.ratio(before.value))
    )  # fmt: skip
    card.show_figure(
        METRICS["coverage"].name, tr("已达成") if met else formats.ratio(figure.value), beneath,
        _against(words, data), state, definition(figure, tr("需要的倍数 = 1 / 本周期赢单率(按单数)"), told),
        can_open=figure.rows is not None,
    )  # fmt: skip


def _show_promises(card: HeadlineFigure, data: ResultsData) -> None:
    figure, before = data.now["promises_kept"], _before(data, "promises_kept")
    done = "—" if figure.value is None or not figure.n else f"{round(figure.value * figure.n)} / {figure.n}"
    words, state = change(figure.value, before, formats.points)
    card.show_figure(
        METRICS["promises_kept"].name, done,
        tr("按时 {share}", share=formats.share(figure.value)) if figure.value is not None
        else tr("本周期没有到期的承诺"),
        words and words + " " + tr("较上月"), state,
        definition(figure, "" if before is None else tr("上月 {value}", value=formats.share(before))),
        can_open=True,
    )  # fmt: skip


def _show_loop(card: HeadlineFigure, data: ResultsData) -> None:
    """Of a cycle that runs nothing can be verified yet: the one before says how the loop closes."""
    figure, before = data.now["loop_closed"], _before(data, "loop_closed")
    if figure.value is None:
        card.show_figure(
            METRICS["loop_closed"].name, formats.share(before),
            tr("上周期,本周期待验证") if before is not None else tr("下周期验证后才有"),
            definition=definition(figure), can_open=True,
        )  # fmt: skip
        return
    words, state = change(figure.value, before, formats.points)
    card.show_figure(
        METRICS["loop_closed"].name, formats.share(figure.value),
        tr("{n} 个问题", n=figure.n or 0), words and words + " " + tr("较上月"), state,
        definition(figure, "" if before is None else tr("上月 {value}", value=formats.share(before))),
        can_open=True,
    )  # fmt: skip
