"""The Pareto chart: its text twin, its marks, the keyboard, and that it is painted in both themes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.window.kit.pareto_chart import ParetoBar, ParetoChart
from cockpit.window.kit.theme import apply_theme, theme

SHARES = (0.5, 0.3, 0.15, 0.05)


@pytest.fixture
def chart(qtbot: QtBot) -> ParetoChart:
    made = ParetoChart()
    qtbot.addWidget(made)
    made.resize(420, made.sizeHint().height())
    reached = 0.0
    bars = []
    for place, share in enumerate(SHARES):
        reached += share
        bars.append(ParetoBar(str(place), f"客户{place}", share, reached, f"{reached:.0%}", place < 2, f"第 {place}"))
    made.show_bars(bars, "2 个客户占了 80 %", level=0.8, at=(0.5, "50 %"), feet=("金额最大的", "共 4 个"))
    made.show()
    QApplication.processEvents()
    return made


def test_text_twin_and_keyboard(chart: ParetoChart, qtbot: QtBot) -> None:
    assert chart.accessibleName() == "2 个客户占了 80 %"
    assert chart.rows()[1] == ("客户1", "80%")
    opened: list[str] = []
    chart.opened.connect(opened.append)
    chart.grab()
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription() == "第 1"
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    place: QPoint = chart.marks[3].area.center().toPoint()
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert opened == ["1", "3"]


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_bars_that_count_stand_out(chart: ParetoChart, appearance: str) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, appearance)  # type: ignore[arg-type]
    try:
        picture = chart.grab().toImage()
        first, last = chart.marks[0].area, chart.marks[-1].area
        low = picture.height() / chart.height() * (first.bottom() - 4)
        wide = picture.width() / chart.width()

        def at(x: float) -> QColor:
            return picture.pixelColor(int(x * wide), int(low))

        assert at(first.right() - 12) == theme().accent
        assert at(last.center().x()) != theme().accent
    finally:
        apply_theme(application, "light")
