"""The waterfall: columns hang on each other, small steps between large sums are seen, and nothing runs out of it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from cockpit.window.kit.theme import theme
from cockpit.window.kit.waterfall_chart import Step, WaterfallChart


def chart_of(qtbot: QtBot, start: float, *steps: float | None, width: int = 900) -> WaterfallChart:
    chart = WaterfallChart()
    qtbot.addWidget(chart)
    shown = [Step(str(n), f"第{n}项", value, "—" if value is None else f"{value:+g}") for n, value in enumerate(steps)]
    end = start + sum(value or 0 for value in steps)
    chart.show_steps(Step("start", "期初", start, f"{start:g}"), shown, Step("end", "期末", end, f"{end:g}"), "变化")
    chart.resize(width, 288)
    chart.show()
    chart.grab()
    return chart


def test_each_column_begins_where_the_one_before_ended(qtbot: QtBot) -> None:
    chart = chart_of(qtbot, 100, 50, -30, None, -20)
    assert chart.spans() == [(0, 100), (100, 150), (150, 120), (120, 120), (120, 100), (0, 100)]
    assert [name for name, _ in chart.rows()] == ["期初", "第0项", "第1项", "第2项", "第3项", "期末"]


@pytest.mark.parametrize(
    ("start", "steps", "is_cut"),
    [(10_000, (300, -200), True), (100, (50, -120), False), (0, (50,), False), (-40, (50, -30), False), (5, (), False)],
)
def test_feet_are_cut_only_where_no_step_comes_far_down(
    qtbot: QtBot, start: float, steps: tuple[float, ...], is_cut: bool
) -> None:
    chart = chart_of(qtbot, start, *steps)
    assert (chart.foot() > 0) == is_cut
    levels = [end for _, end in chart.spans()]
    assert chart.foot() <= min(levels)


def test_small_steps_between_large_sums_have_a_height(qtbot: QtBot) -> None:
    image = chart_of(qtbot, 1_000_000, 3000, -2000).grab().toImage()
    column = image.width() * 3 // 8  # the middle of the second of four columns
    quiet = theme().quiet
    painted = sum(image.pixelColor(column, y) == quiet for y in range(30, 230))
    assert painted > 20


def test_a_mark_for_every_column_inside_the_chart_however_narrow(qtbot: QtBot) -> None:
    for width in (64 * 6, 500, 1600):
        chart = chart_of(qtbot, -500, 900, -(10**17), 10**17, 0, width=width)
        assert [mark.key for mark in chart.marks] == ["start", "0", "1", "2", "3", "end"]
        assert all(chart.rect().toRectF().contains(mark.ring) for mark in chart.marks)
    with qtbot.waitSignal(chart.opened) as opened:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(chart.width() - 20, 150))
    assert opened.args == ["end"]


def test_nothing_shown_is_empty_and_has_nothing_to_click(qtbot: QtBot) -> None:
    chart = chart_of(qtbot, 10, 5)
    chart.clear()
    chart.grab()
    assert (chart.is_empty(), chart.marks, chart.rows()) == (True, [], [])
