"""Red lines beside a person: typed in, settled and taken back in real widgets."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from cockpit.metrics.red_lines import RedLine, list_red_lines
from cockpit.operations.people import add_person
from cockpit.window.team.page import TeamPage
from cockpit.window.team.red_lines import RedLineLine, RedLinesSection
from tests.window.conftest import Host


@pytest.fixture
def section(host: Host) -> RedLinesSection:
    for name in ("陈佳", "孙悦"):
        add_person(host.store, name)
    page = host.show_page(TeamPage)
    (found,) = page.findChildren(RedLinesSection)
    return found


def press(qtbot: QtBot, section: RedLinesSection, words: str) -> None:
    found = next(one for one in section.findChildren(QPushButton) if one.text() == words and one.isVisible())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def field(section: RedLinesSection, name: str) -> QLineEdit:
    return next(one for one in section.findChildren(QLineEdit) if one.accessibleName() == name and one.isVisible())


def recorded(host: Host) -> list[RedLine]:
    return [line for lines in list_red_lines(host.store.connection).values() for line in lines]


def lines(section: RedLinesSection) -> list[RedLineLine]:
    return [line for line in section.findChildren(RedLineLine) if line.isVisible()]


def test_recorded_and_settled_by_keyboard(qtbot: QtBot, host: Host, section: RedLinesSection) -> None:
    press(qtbot, section, "+ 记一条")
    field(section, "什么事").insert("飞单")
    day = field(section, "哪天的事")
    day.selectAll()
    qtbot.keyClicks(day, "11-20")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    host.settle()
    (found,) = recorded(host)
    assert (found.text, found.happened_on) == ("飞单", date(2026, 11, 20))
    (line,) = lines(section)
    assert line.accessibleName() == "未了结 · 2026-11-20 · 飞单"
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    words = field(section, "怎么了结的")
    words.insert("书面警告")
    qtbot.keyClick(words, Qt.Key.Key_Return)
    host.settle()
    (found,) = recorded(host)
    assert (found.settlement, found.settled_on) == ("书面警告", date(2026, 11, 24))
    (line,) = lines(section)
    assert any("书面警告" in one.text() for one in line.findChildren(QLabel))
    host.undo()
    assert lines(section)[0].accessibleName().startswith("未了结")


def test_a_day_that_cannot_be_keeps_what_was_written(qtbot: QtBot, host: Host, section: RedLinesSection) -> None:
    press(qtbot, section, "+ 记一条")
    field(section, "什么事").insert("飞单")
    day = field(section, "哪天的事")
    day.setText("2026-12-20")
    press(qtbot, section, "记下")
    host.settle()
    assert not recorded(host) and "晚于今天" in host.said[-1]
    assert field(section, "什么事").text() == "飞单"
    qtbot.keyClick(day, Qt.Key.Key_Escape)
    assert not [one for one in section.findChildren(QLineEdit) if one.isVisible()]


def test_deleted_from_the_line(qtbot: QtBot, host: Host, section: RedLinesSection) -> None:
    press(qtbot, section, "+ 记一条")
    field(section, "什么事").insert("飞单")
    press(qtbot, section, "记下")
    host.settle()
    qtbot.mouseClick(lines(section)[0], Qt.MouseButton.LeftButton)
    press(qtbot, section, "删除记录")
    host.settle()
    assert not recorded(host) and not lines(section)
