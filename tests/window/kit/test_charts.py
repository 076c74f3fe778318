"""Charts as they are seen, heard, clicked, walked through by keyboard, and taken elsewhere."""

import itertools
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from cockpit.errors import CockpitError
from cockpit.language import speaking
from cockpit.window.kit.bar_list import Bar, BarList
from cockpit.window.kit.bullet_chart import Bullet, BulletChart
from cockpit.window.kit.cards import Card
from cockpit.window.kit.chart_picture import MARGIN
from cockpit.window.kit.charts import Chart
from cockpit.window.kit.funnel_chart import FunnelChart, FunnelStage
from cockpit.window.kit.interval_chart import Interval, IntervalChart
from cockpit.window.kit.line_chart import Fan, Line, LineChart, LineData, spread
from cockpit.window.kit.pareto_chart import ParetoBar, ParetoChart
from cockpit.window.kit.plot_chart import round_steps
from cockpit.window.kit.range_chart import Range, RangeChart, Upright
from cockpit.window.kit.theme import apply_theme, theme
from cockpit.window.kit.waterfall_chart import Step, WaterfallChart

MILLION = 100_000_000  # a million yuan in minor units


def a_line_chart() -> LineChart:
    chart = LineChart()
    values = [0.0, 0.4 * MILLION, 0.9 * MILLION, None, 2.45 * MILLION]
    chart.show_lines(
        LineData(
            [Line("上月", [n * 0.3 * MILLION for n in range(9)], "before"), Line("245 万", values)],
            {1: "1", 4: "4", 8: "8"},
            Fan(4, 2.45 * MILLION, 8, 2.8 * MILLION, 3.1 * MILLION, 3.4 * MILLION, "预测 310 万"),
            keys=[f"day-{n}" for n in range(5)],
        ),
        "本月赢单 245 万,预测 310 万。",
    )
    return chart


def a_bar_list() -> BarList:
    chart = BarList()
    bars = [Bar("7", "陈佳", 1.04, "104 %", "ok"), Bar("8", "李雯", 0.61, "61 %", "act"), Bar("9", "新人", None, "—")]
    chart.show_bars(bars, "陈佳领先。", target=(1, "目标"), pace=(0.68, "进度 68 %"))
    return chart


def a_funnel() -> FunnelChart:
    chart = FunnelChart()
    stages = [
        FunnelStage("1", "需求到手", 372, "34 单 · 372 万", ("25 %", "22 %", "93 万"), "79 %", "转化骤降"),
        FunnelStage("2", "方案报价", 301, "27 单 · 301 万", ("45 %", "38 %", "135 万")),
    ]
    chart.show_stages(stages, ["经验值(自定)", "历史学到", "预计"], "两个阶段预计 228 万。")
    return chart


def intervals() -> IntervalChart:
    chart = IntervalChart()
    shown = [
        Interval("visit", "见到决策人 · 上门", 0.21, 0.13, 0.29, "+21 点", "n=184", True),
        Interval("phone", "电话跟进", 0.01, -0.06, 0.07, "+1 点", "n=388", False),
    ]
    chart.show_intervals(shown, "上门和赢单一起出现。", "线段为 95 % 区间")
    return chart


def a_bullet() -> BulletChart:
    chart = BulletChart()
    chart.show_bullet(Bullet("3", 5, 8, 9, "ok", "首访数:5 → 目标 8,现在 9"))
    return chart


def a_waterfall() -> WaterfallChart:
    chart = WaterfallChart()
    steps = [
        Step("new", "+ 新增", 120, "+120 万", "3 单", "good"),
        Step("lost", "✕ 丢单", -90, "-90 万", "2 单", "bad"),
    ]
    chart.show_steps(
        Step("start", "期初", 300, "300 万"), steps, Step("end", "期末", 330, "330 万"), "从 300 万到 330 万。"
    )
    return chart


def ranges() -> RangeChart:
    chart = RangeChart()
    found = [
        Range("experience", "经验值", 363, None, None, "363 万", "4 单", "经验值:363 万,4 单"),
        Range("simulated", "模拟", 340, 320, 371, "340 万", "320 万–371 万", "模拟:340 万"),
    ]
    chart.show_ranges(found, [Upright("目标", "340 万", 340, True)], "四种预测")
    return chart


def a_pareto() -> ParetoChart:
    chart = ParetoChart()
    bars = [
        ParetoBar("1", "华信科技", 0.7, 0.7, "70 %", True, "华信科技 70 %"),
        ParetoBar("2", "蓝海物流", 0.3, 1.0, "30 %", False, "蓝海物流 30 %"),
    ]
    chart.show_bars(bars, "一个客户占七成。", level=0.8, at=(1.0, "全部"), feet=("1", "2"))
    return chart


ALL: list[Callable[[], Chart]] = [
    a_line_chart, a_bar_list, a_funnel, intervals, a_bullet, a_waterfall, ranges, a_pareto
]  # fmt: skip


def shown(qtbot: QtBot, chart: Chart) -> Chart:
    qtbot.addWidget(chart)
    chart.resize(640, 320)
    chart.show()
    qtbot.waitExposed(chart)
    chart.grab()
    return chart


every_chart = pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)


@every_chart
def test_it_says_what_it_shows(qtbot: QtBot, make: Callable[[], Chart]) -> None:
    chart = shown(qtbot, make())
    assert chart.accessibleName() and not chart.is_empty()
    # What runs through the whole of a chart, like the target, is read with the rest and opens nothing.
    assert len(chart.rows()) >= len(chart.marks) > 0
    assert all(name and value for name, value in chart.rows())


@every_chart
def test_a_click_opens_what_is_under_it(qtbot: QtBot, make: Callable[[], Chart]) -> None:
    chart = shown(qtbot, make())
    for mark in chart.marks:
        with qtbot.waitSignal(chart.opened) as opened:
            qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=mark.ring.center().toPoint())
        assert opened.args == [mark.key]


@every_chart
def test_arrows_walk_through_it_and_enter_opens(qtbot: QtBot, make: Callable[[], Chart]) -> None:
    chart = shown(qtbot, make())
    before = chart.grab().toImage()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.accessibleDescription() == chart.marks[-1].words and chart.grab().toImage() != before
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    if len(chart.marks) > 1:
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    with qtbot.waitSignal(chart.opened) as opened:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert opened.args == [chart.marks[min(1, len(chart.marks) - 1)].key]


@every_chart
def test_it_takes_the_theme_live(qtbot: QtBot, qapp: QApplication, make: Callable[[], Chart]) -> None:
    apply_theme(qapp, "light")
    chart = shown(qtbot, make())
    light = chart.grab().toImage()
    apply_theme(qapp, "dark")
    dark = chart.grab().toImage()
    apply_theme(qapp, "light")
    assert dark != light and chart.grab().toImage() == light


@every_chart
def test_it_leaves_as_picture_and_as_lines(qtbot: QtBot, tmp_path: Path, make: Callable[[], Chart]) -> None:
    chart = shown(qtbot, make())
    qtbot.keyClick(chart, Qt.Key.Key_End)
    png, svg = tmp_path / "chart.png", tmp_path / "chart.svg"
    chart.save_png(png)
    chart.save_svg(svg)
    picture = QImage(str(png))
    assert picture.width() == 2 * (chart.width() + 2 * MARGIN) and colors_in(picture) > 5
    assert "<image" not in svg.read_text("utf-8"), "a picture of points is no drawing of lines"
    assert svg.read_text("utf-8").count("<path") + svg.read_text("utf-8").count("<poly") > 1
    chart.copy_image()
    assert colors_in(QGuiApplication.clipboard().image()) > 5


@every_chart
def test_a_picture_is_light_and_says_its_title_whatever_the_window_looks_like(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, make: Callable[[], Chart]
) -> None:
    chart, card = make(), Card("赢单收入 & 目标")
    card.content.addWidget(chart)
    qtbot.addWidget(card)
    card.show()
    qtbot.waitExposed(card)
    chart.save_png(tmp_path / "light.png")
    apply_theme(qapp, "dark")
    dark = chart.grab().toImage()
    chart.save_png(tmp_path / "dark.png")
    chart.save_svg(tmp_path / "dark.svg")
    assert chart.grab().toImage() == dark, "the window is as it was"
    apply_theme(qapp, "light")
    assert QImage(str(tmp_path / "dark.png")) == QImage(str(tmp_path / "light.png"))
    text = (tmp_path / "dark.svg").read_text("utf-8")
    assert "赢单收入 &amp; 目标" in text and "<text" in text and "#1d2128" not in text


def test_a_chart_is_saved_and_copied_by_keyboard(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chart = shown(qtbot, a_bar_list())
    for kind in ("png", "svg"):
        wanted = str(tmp_path / f"chart.{kind}")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, wanted=wanted: (wanted, ""))
        qtbot.keyClick(chart, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        assert Path(wanted).stat().st_size > 500
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(chart, Qt.Key.Key_C, both)
    assert QGuiApplication.clipboard().text().startswith("陈佳\t104 %")


def colors_in(picture: QImage) -> int:
    places = itertools.product(range(0, picture.width(), 2), range(0, picture.height(), 2))
    return len({picture.pixel(x, y) for x, y in places})


def test_what_cannot_be_written_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    chart = shown(qtbot, a_bar_list())
    for save in (chart.save_png, chart.save_svg):
        with pytest.raises(CockpitError, match="没有存下来"):
            save(tmp_path / "missing" / "chart.png")


def test_its_rows_paste_into_a_spreadsheet(qtbot: QtBot) -> None:
    shown(qtbot, a_bar_list()).copy_rows()
    assert QGuiApplication.clipboard().text() == "陈佳\t104 %\n李雯\t61 %\n新人\t—"


@pytest.mark.parametrize("kind", [LineChart, BarList, FunnelChart, IntervalChart, BulletChart])
def test_an_empty_chart_says_what_would_fill_it(qtbot: QtBot, kind: type[Chart]) -> None:
    chart = shown(qtbot, kind())
    blank = chart.grab().toImage()
    chart.set_empty_words("导入目标后,这里显示每个人的完成率。")
    assert chart.is_empty() and chart.rows() == [] and chart.grab().toImage() != blank


def test_bars_start_at_zero_and_are_not_cut_off_above_the_target(qtbot: QtBot) -> None:
    chart = shown(qtbot, a_bar_list())
    picture, bar = chart.grab().toImage(), theme().ok

    def ends(row: int, color: QColor) -> tuple[int, int]:
        found = [x for x in range(chart.width() - 90) if picture.pixelColor(x, row * BarList.ROW + 12) == color]
        return found[0], found[-1]

    (start, over), (other_start, under) = ends(0, bar), ends(1, theme().act)
    assert abs(start - other_start) <= 1
    assert abs((over - start) / (under - start) - 1.04 / 0.61) < 0.02


def test_labels_of_lines_that_end_together_stay_apart() -> None:
    places = spread([100.0, 101.0, 99.0, 300.0], 17, 0, 290)
    assert min(b - a for a, b in itertools.pairwise(sorted(places))) >= 17
    assert sorted(range(4), key=lambda n: places[n]) == [2, 0, 1, 3] and max(places) <= 290


def test_a_line_chart_neither_zooms_nor_pans(qtbot: QtBot) -> None:
    chart = shown(qtbot, a_line_chart())
    assert isinstance(chart, LineChart)
    before = chart.box.viewRange()
    for number in range(20):
        chart.redraw()
        chart.resize(640 + number, 320)
        qtbot.wait(1)
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=chart.rect().center())
    qtbot.mouseMove(chart, chart.rect().center() / 2)
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton)
    assert chart.box.viewRange() == before and before[1][0] == 0


def test_the_line_goes_where_its_values_are(qtbot: QtBot) -> None:
    chart = shown(qtbot, a_line_chart())
    assert isinstance(chart, LineChart)
    spot: QPointF = chart.place(4, 2.45 * MILLION)
    assert chart.grab().toImage().pixelColor(spot.toPoint()) == theme().accent
    assert chart.plot_area().left() < spot.x() < chart.plot_area().right()


def test_axis_values_are_round_and_read_in_the_language(qtbot: QtBot) -> None:
    assert round_steps(0, 3.6 * MILLION) == [0, MILLION, 2 * MILLION, 3 * MILLION]
    assert round_steps(0, 3, whole=True) == [0, 1, 2, 3]
    assert round_steps(-0.1, 0.3) == pytest.approx([-0.1, 0, 0.1, 0.2, 0.3])
    chart = LineChart()
    qtbot.addWidget(chart)
    assert chart._tick_text(3 * MILLION) == "300 万"
    with speaking("en"):
        assert chart._tick_text(3 * MILLION) == "3 M"


def test_drawing_again_and_again_adds_nothing(qtbot: QtBot) -> None:
    chart = shown(qtbot, a_line_chart())
    assert isinstance(chart, LineChart)
    before = len(chart.plot.scene().items())
    for _ in range(50):
        chart.redraw()
    assert len(chart.plot.scene().items()) == before


def test_bars_do_not_wait_for_pyqtgraph() -> None:
    kinds = ("bar_list", "funnel_chart", "interval_chart", "bullet_chart")
    modules = ", ".join(f"cockpit.window.kit.{kind}" for kind in kinds)
    code = f"import sys, {modules}; sys.exit('pyqtgraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


def test_many_bars_stand_closer_together_and_all_can_be_opened(qtbot: QtBot) -> None:
    heights = {}
    for number in (BarList.MANY, BarList.MANY + 1):
        chart = BarList()
        chart.show_bars([Bar(str(n), f"人{n}", 0.5, "50 %", "ok") for n in range(number)], "都一半。")
        shown(qtbot, chart)
        heights[number] = chart.sizeHint().height()
        assert len(chart.marks) == number
        assert all(a.area.bottom() <= b.area.top() for a, b in itertools.pairwise(chart.marks))
    assert heights[BarList.MANY + 1] < heights[BarList.MANY]


def test_a_forecast_above_its_range_stays_in_the_chart(qtbot: QtBot) -> None:
    chart = LineChart()
    fan = Fan(1, MILLION, 4, 1.1 * MILLION, 3 * MILLION, 1.2 * MILLION, "预测 300 万")
    chart.show_lines(LineData([Line("100 万", [0.5 * MILLION, MILLION])], {0: "1", 4: "5"}, fan), "预测 300 万。")
    shown(qtbot, chart)
    assert chart.plot_area().top() <= chart.place(4, 3 * MILLION).y() <= chart.plot_area().bottom()


def test_what_is_not_shown_any_more_cannot_be_clicked(qtbot: QtBot) -> None:
    chart = intervals()
    shown(qtbot, chart)
    opened: list[str] = []
    chart.opened.connect(opened.append)
    place = chart.marks[-1].area.center().toPoint()
    # Between other data and the next painting the mouse may be quicker.
    chart.show_intervals([], "正在计算", "")
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert opened == []
