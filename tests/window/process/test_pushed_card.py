"""Pushed and never moved deals on the Process page's card: what it says, and where its rows and links lead."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cockpit.metrics import RowsQuery
from cockpit.metrics.pushed import PushedBoard, PushedDeal, UnmovedDeal
from cockpit.window.process.pushed_card import PushedCard


def test_pushed_and_never_moved_stand_apart_and_open(qtbot: QtBot) -> None:
    opened: list[int] = []
    listed: list[RowsQuery] = []
    card = PushedCard(opened.append, lambda rows, title: listed.append(rows))
    qtbot.addWidget(card)
    card.retranslate()
    pushed_rows, unmoved_rows = RowsQuery("deals", "deals.id = 1"), RowsQuery("deals", "deals.id = 2")
    pushed = [
        PushedDeal(number, f"商机{number}", "陈佳", 4 - number // 2, "2026-10", "2026-12") for number in range(1, 8)
    ]
    card.show_pushed(PushedBoard(pushed, pushed_rows, [UnmovedDeal(9, "华信", None, 30)], unmoved_rows))
    card.show()
    assert card.pushed.rows.rowCount() == 5
    first, last = card.pushed.rows.row(0).cells[2], card.pushed.rows.row(4).cells[2]
    assert (first.state, last.state) == ("act", "watch")
    assert card.pushed.rows.row(0).cells[3].text == "2026-10 → 2026-12"
    card.unmoved.choose(9, 0)
    QTest.keyClick(card.unmoved, Qt.Key.Key_Return)
    assert opened == [9]
    for link in (card.all_pushed, card.all_unmoved):
        link.setFocus()
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert listed == [pushed_rows, unmoved_rows]
    card.show_pushed(PushedBoard([], pushed_rows, [], unmoved_rows))
    assert card.isHidden()
