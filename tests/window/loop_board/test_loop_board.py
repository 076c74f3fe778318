"""The loop board in real widgets: rows and figures, where clicks and keys lead, the shield, the empty store."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cockpit.metrics import RowsQuery, Scope
from cockpit.window.kit.cards import HeadlineFigure
from cockpit.window.kit.tables import Table
from cockpit.window.loop_board.page import LoopBoardPage
from cockpit.window.loop_board.today import TodayLine
from tests.window.conftest import Host


@pytest.fixture
def people(host: Host) -> dict[str, int]:
    """Two people of a team: one on target, one behind with an overdue promise."""

    def add(table: str, **values: object) -> int:
        columns, marks = ", ".join(values), ", ".join("?" for _ in values)
        sql = f"INSERT INTO {table}({columns}) VALUES ({marks})"
        return host.store.connection.execute(sql, tuple(values.values())).lastrowid or 0

    pipeline = add("pipelines", name="销售流程")
    won = add("stages", pipeline_id=pipeline, name="赢单", position=1, kind="won", experience_value=1.0)
    team = add("teams", name="直销部", pipeline_id=pipeline)
    found = {}
    for name, pinyin, amount in (("陈佳", "chenjia", 100_000_00), ("李雯", "liwen", 40_000_00)):
        person = found[name] = add("people", name=name, pinyin=pinyin)
        add("memberships", person_id=person, team_id=team)
        add("targets", month="2026-11", person_id=person, measure="won_revenue", value=100_000_00)
        add("deals", name="商机", owner_id=person, stage_id=won, state="won", amount=amount, closed_on="2026-11-10")
    found["promise"] = add(
        "supports", person_id=found["李雯"], text="演示设备", state="promised", asked_on="2026-11-10",
        promised_on="2026-11-10", first_due_on="2026-11-20", due_on="2026-11-20",
    )  # fmt: skip
    return found


def shown(host: Host) -> tuple[LoopBoardPage, Table]:
    page = host.show_page(LoopBoardPage)
    assert isinstance(page, LoopBoardPage)
    table = page.findChild(Table)
    assert isinstance(table, Table)
    return page, table


def cells(table: Table) -> list[list[str]]:
    return [[cell.text for cell in table.rows.row(number).cells] for number in range(table.rows.rowCount())]


def click_cell(qtbot: QtBot, table: Table, row: int, column: int) -> None:
    place = table.visualRect(table.rows.index(row, column)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_row_a_person_with_a_word_for_each_step(host: Host, people: dict[str, int]) -> None:
    _, table = shown(host)
    assert cells(table) == [
        ["陈佳", "100 %", "可略过:结果好", "0", "—", "—"],
        ["李雯", "40 %", "未查看", "1 个逾期", "待自评", "—"],
    ]


@pytest.mark.parametrize(
    ("column", "page"), [(1, "results"), (2, "process"), (3, "support"), (4, "problems"), (5, "improvement")]
)
def test_a_click_opens_the_step_for_that_person(
    host: Host, qtbot: QtBot, people: dict[str, int], column: int, page: str
) -> None:
    _, table = shown(host)
    click_cell(qtbot, table, 1, column)
    assert host.view.scope == Scope.person(people["李雯"])
    assert host.went == [(page, {})]


def test_a_click_on_the_name_opens_the_one_on_ones(host: Host, qtbot: QtBot, people: dict[str, int]) -> None:
    _, table = shown(host)
    click_cell(qtbot, table, 0, 0)
    assert host.went == [("one_on_one", {"person": people["陈佳"]})]


def test_the_same_by_keys(host: Host, qtbot: QtBot, people: dict[str, int]) -> None:
    _, table = shown(host)
    table.setFocus()
    table.setCurrentIndex(table.rows.index(0, 0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(table, key)
    assert host.view.scope == Scope.person(people["李雯"])
    assert host.went == [("support", {})]


def test_a_headline_figure_opens_the_rows_behind_it(host: Host, qtbot: QtBot, people: dict[str, int]) -> None:
    page, _ = shown(host)
    figures = page.findChildren(HeadlineFigure)
    qtbot.keyClick(figures[0], Qt.Key.Key_Return)
    qtbot.mouseClick(figures[3], Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    (where, arguments), support = host.went
    assert where == "deals"
    rows = arguments["rows"]
    assert isinstance(rows, RowsQuery)
    assert host.store.connection.execute(rows.count_sql(), rows.parameters).fetchone()[0] == 2
    assert support == ("support", {})


def test_figures_say_how_far_ahead_and_what_is_overdue(host: Host, people: dict[str, int]) -> None:
    page, _ = shown(host)
    told = [figure.accessibleName() for figure in page.findChildren(HeadlineFigure)]
    assert told[0].startswith("完成率 70 % 进度")
    assert "▼ 落后" in told[0]
    assert "1 个逾期" in told[3]


def test_today_leads_to_the_promise_by_click_and_by_key(host: Host, qtbot: QtBot, people: dict[str, int]) -> None:
    page, _ = shown(host)
    (line,) = page.findChildren(TodayLine)
    assert line.accessibleName() == "逾期 给李雯 · 演示设备 答应 11 月 20 日,晚了 4 天"
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    qtbot.keyClick(line, Qt.Key.Key_Space)
    assert host.went == [("support", {"support": people["promise"]})] * 2


def test_a_press_that_leaves_the_line_opens_nothing(host: Host, qtbot: QtBot, people: dict[str, int]) -> None:
    page, _ = shown(host)
    (line,) = page.findChildren(TodayLine)
    qtbot.mousePress(line, Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    qtbot.mouseRelease(line, Qt.MouseButton.LeftButton, pos=QPoint(20, -40))
    assert host.went == []


def test_a_change_elsewhere_keeps_the_place(host: Host, qtbot: QtBot, people: dict[str, int]) -> None:
    page, table = shown(host)
    table.setCurrentIndex(table.rows.index(1, 3))
    (line,) = page.findChildren(TodayLine)
    page.mark_stale()
    host.settle()
    assert table.current_id() == people["李雯"]
    assert table.currentIndex().column() == 3
    assert page.findChildren(TodayLine) == [line]


def test_the_shield_leaves_nothing_of_others(host: Host, people: dict[str, int]) -> None:
    page, table = shown(host)
    host.look_at(only_person=people["陈佳"])
    assert [row[0] for row in cells(table)] == ["陈佳"]
    assert [line for line in page.findChildren(TodayLine) if line.isVisible()] == []


def test_an_empty_store_offers_what_to_do(host: Host, qtbot: QtBot) -> None:
    page, table = shown(host)
    assert not table.isVisible()
    for button in page.findChildren(QPushButton):
        if button.isVisible():
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert host.commands == ["import", "sample"]


def test_in_a_narrow_window_the_teams_make_room_for_the_steps(host: Host, people: dict[str, int]) -> None:
    _, table = shown(host)
    assert table.rows.row(0).cells[0].quiet_text == "直销部"
    host.resize(1096, 640)
    host.settle()
    assert table.rows.row(0).cells[0].quiet_text == ""
    assert "直销部" in table.rows.row(0).cells[0].tip
    assert table.horizontalHeader().length() <= table.viewport().width()


def test_home_does_not_wait_for_the_plotting_library() -> None:
    code = "import sys, cockpit.window.loop_board.page; sys.exit('pyqtgraph' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_cycle_without_anything_leads_to_the_newest_that_has_something(
    host: Host, people: dict[str, int], qtbot: QtBot
) -> None:
    page, _ = shown(host)
    [way] = [button for button in page.findChildren(QPushButton) if "2026" in button.text()] or [None]
    assert way is None or not way.isVisible()
    host.look_at(month=host.view.month.next)
    [way] = [button for button in page.findChildren(QPushButton) if "11" in button.text() and button.isVisible()]
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert str(host.view.month) == "2026-11"


def test_without_a_target_the_first_figure_is_won_revenue(host: Host, people: dict[str, int]) -> None:
    host.store.connection.execute("DELETE FROM targets")
    page, _ = shown(host)
    first = page.findChildren(HeadlineFigure)[0]
    assert first.accessibleName().startswith("赢单收入 14 万")
