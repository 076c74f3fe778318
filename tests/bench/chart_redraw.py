"""Every kind of chart with 60 people, or what goes with a team of 60: other data shown and painted, in milliseconds."""

import json
import os
import sys
import time
from collections.abc import Callable
from random import Random

from PySide6.QtWidgets import QApplication

from cockpit.window.kit.bar_list import Bar, BarList
from cockpit.window.kit.charts import Chart
from cockpit.window.kit.funnel_chart import FunnelChart, FunnelStage
from cockpit.window.kit.interval_chart import Interval, IntervalChart
from cockpit.window.kit.line_chart import Fan, Line, LineChart, LineData
from cockpit.window.kit.pareto_chart import ParetoBar, ParetoChart
from cockpit.window.kit.range_chart import Range, RangeChart, Upright
from cockpit.window.kit.theme import apply_theme
from cockpit.window.kit.waterfall_chart import Step, WaterfallChart

PEOPLE, WORKDAYS, TIMES = 60, 23, 40
MILLION = 100_000_000
Show = Callable[[int], None]
"""Other data each time: the argument is the number of the turn."""


def bars() -> tuple[Chart, Show]:
    chart, chance = BarList(), Random(1)

    def show(_: int) -> None:
        found = [
            Bar(str(n), f"销售{n:02d}", value := chance.random() * 1.6, f"{value:.0%}", "ok" if value > 1 else "act",
                f"销售{n:02d} {value:.0%},12 单", (1.2, 1.5))
            for n in range(PEOPLE)
        ]  # fmt: skip
        chart.show_bars(found, "六十个人", target=(1, "目标"), pace=(0.68, "进度 68 %"))

    return chart, show


def lines() -> tuple[Chart, Show]:
    chart, chance = LineChart(), Random(2)

    def show(_: int) -> None:
        won = [chance.random() * MILLION * n for n in range(WORKDAYS)]
        known = won[: WORKDAYS // 2]
        data = LineData(
            [Line("上月", won, "before"), Line("目标", [n * MILLION for n in range(WORKDAYS)], "target"),
             Line("现在", known)],
            {float(n): str(n + 1) for n in range(0, WORKDAYS, 5)},
            Fan(len(known) - 1, known[-1], WORKDAYS - 1, 9.0 * MILLION, 12.0 * MILLION, 15.0 * MILLION, "预测"),
            [str(n) for n in range(len(known))],
        )  # fmt: skip
        chart.show_lines(data, "累计")

    return chart, show


def intervals() -> tuple[Chart, Show]:
    chart, chance = IntervalChart(), Random(3)

    def show(_: int) -> None:
        found = [
            Interval(str(n), f"动作{n:02d}", middle := chance.random() - 0.5, middle - 0.1, middle + 0.1,
                     f"{middle:+.0%}", "184|190", n % 2 == 0)
            for n in range(PEOPLE)
        ]  # fmt: skip
        chart.show_intervals(found, "六十个动作", "线段为 95 % 区间")

    return chart, show


def ranges() -> tuple[Chart, Show]:
    chart, chance = RangeChart(), Random(4)

    def show(_: int) -> None:
        found = [
            Range(str(n), f"预测{n:02d}", middle := chance.random() * MILLION, middle * 0.9, middle * 1.1, "340 万",
                  "310 万–370 万", "预测")
            for n in range(PEOPLE)
        ]  # fmt: skip
        chart.show_ranges(
            found,
            [Upright("目标", "100 万", MILLION, True), Upright("已赢单", "50 万", MILLION / 2, False)],
            "六十个预测",
        )

    return chart, show


def funnel() -> tuple[Chart, Show]:
    chart, chance = FunnelChart(), Random(5)

    def show(_: int) -> None:
        found = [
            FunnelStage(
                str(n), f"阶段{n:02d}", chance.randrange(1, 900), "34 单 · 372 万", ("25 %", "22 %", "93 万"), "79 %"
            )
            for n in range(12)
        ]
        chart.show_stages(found, ["经验值(自定)", "历史学到", "预计"], "十二个阶段")

    return chart, show


def pareto() -> tuple[Chart, Show]:
    chart, chance = ParetoChart(), Random(6)

    def show(_: int) -> None:
        shares = sorted((chance.random() for _ in range(PEOPLE)), reverse=True)
        whole, so_far, found = sum(shares), 0.0, []
        for n, share in enumerate(shares):
            so_far += share
            found.append(
                ParetoBar(str(n), f"客户{n}", share / whole, so_far / whole, "3 万", so_far < 0.8 * whole, "客户")
            )
        chart.show_bars(found, "六十个客户", level=0.8, at=(0.5, "一半客户"), feet=("1", "60"))

    return chart, show


def waterfall() -> tuple[Chart, Show]:
    chart, chance = WaterfallChart(), Random(7)

    def show(_: int) -> None:
        steps = [Step(str(n), f"变化{n}", chance.random() * 90 - 45, "+3 万", "3 单") for n in range(9)]
        chart.show_steps(Step("a", "期初", 900, "900 万"), steps, Step("b", "期末", 910, "910 万"), "九种变化")

    return chart, show


CHARTS = (bars, lines, intervals, ranges, funnel, pareto, waterfall)


def main() -> None:
    """Prints ``{chart: {"median":, "longest":}}`` of ``TIMES`` redraws at 720 pixels, as high as it asks to be."""
    application = QApplication([])
    apply_theme(application, "light")
    answer = {}
    for make in CHARTS:
        chart, show = make()
        show(0)
        chart.resize(720, max(320, chart.sizeHint().height()))
        chart.show()
        application.processEvents()
        taken = []
        for turn in range(TIMES):
            begun = time.perf_counter()
            show(turn)
            chart.repaint()
            taken.append(1000 * (time.perf_counter() - begun))
            application.processEvents()
        taken.sort()
        answer[make.__name__] = {"median": taken[len(taken) // 2], "longest": taken[-1]}
    print(json.dumps(answer))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
