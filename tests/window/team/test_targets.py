"""Targets on the team page: a grid that is written in and pasted into like a spreadsheet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cockpit.metrics import Scope
from cockpit.metrics.settings import read_settings
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.operations.targets import TargetCell, paste_targets
from cockpit.window.kit.cards import Tag
from cockpit.window.kit.editable_grid import EditableGrid
from cockpit.window.kit.fields import TextField
from tests.window.conftest import Host
from tests.window.team.on_page import choice, compose, grid, numbers, shown, table, texts

__all__ = ["numbers"]


def stored(host: Host) -> dict[tuple[int | None, int | None, str], int]:
    return {
        (person, team, month): value
        for person, team, month, value in host.store.connection.execute(
            "SELECT person_id, team_id, month, value FROM targets"
        )
    }


def test_a_target_is_typed_and_the_sums_follow(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host, "targets")
    cells = grid(page)
    assert [row[0] for row in texts(cells)] == ["全部团队", "大客户部", "陈佳", "直销部", "李雯", "吴思", "人员合计"]
    cells.setFocus()
    cells.setCurrentIndex(cells.rows.index(4, 1))
    qtbot.keyClicks(cells, "1")
    assert cells.editor is not None
    qtbot.keyClicks(cells.editor, "2")
    compose(cells.editor, "万")
    qtbot.keyClick(cells.editor, Qt.Key.Key_Return)
    assert stored(host) == {(numbers["李雯"], None, "2026-01"): 12_000_000}
    assert [row[1] for row in texts(cells)] == ["12 万", "", "", "12 万", "12 万", "", "12 万"]
    assert [texts(cells)[4][column] for column in (13, 14, 17)] == ["12 万", "", "12 万"]
    assert (cells.currentIndex().row(), cells.currentIndex().column()) == (5, 1)
    assert cells.hasFocus()


def test_a_block_from_excel_is_pasted_and_undone_as_one(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host, "targets")
    cells = grid(page)
    cells.setCurrentIndex(cells.rows.index(4, 11))
    QGuiApplication.clipboard().setText('"1,200"\t13万\t99\r\n¥800.00\t\t7\r\n5\t5\t5\r\n')
    qtbot.keyClick(cells, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    who, other = numbers["李雯"], numbers["吴思"]
    assert stored(host) == {
        (who, None, "2026-11"): 120_000, (who, None, "2026-12"): 13_000_000, (other, None, "2026-11"): 80_000,
    }  # fmt: skip
    host.undo()
    assert stored(host) == {}
    assert texts(cells)[4][11] == ""


def paste(qtbot: QtBot, cells: EditableGrid, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(cells, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_block_with_names_finds_its_rows(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host, "targets")
    cells = grid(page)
    cells.setCurrentIndex(cells.rows.index(0, 1))
    paste(qtbot, cells, "姓名\t3月\t2026-05\n吴思\t3万\t5万\n\t\t\n陈佳\t\t8万\n直销部\t40万\t\n")
    assert stored(host) == {
        (numbers["吴思"], None, "2026-03"): 3_000_000, (numbers["吴思"], None, "2026-05"): 5_000_000,
        (numbers["陈佳"], None, "2026-05"): 8_000_000, (None, numbers["直销部"], "2026-03"): 40_000_000,
    }  # fmt: skip
    paste(qtbot, cells, "李雯\t1\t2")
    assert stored(host)[numbers["李雯"], None, "2026-02"] == 200


def test_a_name_that_nobody_has_stops_the_block(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host, "targets")
    cells = grid(page)
    cells.setCurrentIndex(cells.rows.index(0, 1))
    paste(qtbot, cells, "李雯\t12万\n王五\t5万")
    assert stored(host) == {}
    assert host.said == ["表里找不到“王五”,或者不止一个。什么都没有写入。"]


def test_a_block_that_holds_words_changes_nothing(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host, "targets")
    cells = grid(page)
    cells.setCurrentIndex(cells.rows.index(4, 1))
    paste(qtbot, cells, "12万\t待定")
    assert stored(host) == {}
    assert "待定" in host.said[0]


def test_a_team_s_own_target_is_told_from_the_sum(host: Host, numbers: dict[str, int]) -> None:
    month = Month(2026, 1)
    paste_targets(
        host.store, {TargetCell(month, numbers["李雯"]): "5万", TargetCell(month, team_id=numbers["直销部"]): "9万"}
    )
    page = shown(host, "targets")
    everybody, direct = (grid(page).rows.row(number).cells[1] for number in (0, 3))
    assert (direct.text, direct.strong) == ("9 万", True)
    assert "人员目标之和是 5 万" in direct.tip
    assert (everybody.text, everybody.quiet) == ("5 万", True)
    assert "人员目标之和" in everybody.tip


def test_one_value_fills_the_chosen_cells(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host, "targets")
    cells = grid(page)
    cells.setFocus()
    cells.setCurrentIndex(cells.rows.index(4, 1))
    for _ in range(2):
        qtbot.keyClick(cells, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QGuiApplication.clipboard().setText("9万")
    qtbot.keyClick(cells, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert sorted(month for _, _, month in stored(host)) == ["2026-01", "2026-02", "2026-03"]


def test_a_copy_is_exact_and_comes_back_the_same(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    who, month = numbers["李雯"], Month(2026, 1)
    paste_targets(host.store, {TargetCell(month, who): "123,456.78", TargetCell(month.next, who): "90"})
    page = shown(host, "targets")
    cells = grid(page)
    cells.setFocus()
    cells.setCurrentIndex(cells.rows.index(4, 1))
    qtbot.keyClick(cells, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(cells, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "123,456.78\t90"
    qtbot.keyClick(cells, Qt.Key.Key_Down)
    qtbot.keyClick(cells, Qt.Key.Key_Right)
    qtbot.keyClick(cells, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert stored(host)[numbers["吴思"], None, "2026-03"] == 12_345_678


def test_sums_and_names_are_not_written_in(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host, "targets")
    cells = grid(page)
    for row, column in ((4, 0), (6, 13), (6, 1)):
        cells.setCurrentIndex(cells.rows.index(row, column))
        qtbot.keyClicks(cells, "7")
        assert cells.editor is None


def test_escape_leaves_a_cell_as_it_was(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host, "targets")
    cells = grid(page)
    cells.setCurrentIndex(cells.rows.index(4, 1))
    qtbot.keyClicks(cells, "7")
    assert cells.editor is not None
    qtbot.keyClick(cells.editor, Qt.Key.Key_Escape)
    assert stored(host) == {}
    assert cells.editor is None


def test_an_input_method_keeps_its_enter_in_a_cell(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host, "targets")
    cells = grid(page)
    cells.setCurrentIndex(cells.rows.index(4, 1))
    qtbot.keyClicks(cells, "7")
    editor = cells.editor
    assert isinstance(editor, TextField)
    QApplication.sendEvent(editor, QInputMethodEvent("wan", []))
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert cells.editor is editor
    compose(editor, "万")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert stored(host) == {(numbers["李雯"], None, "2026-01"): 7_000_000}


def test_another_year_and_another_measure(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    paste_targets(host.store, {TargetCell(Month(2027, 1), numbers["李雯"]): "7"}, "new_touches")
    page = shown(host, "targets")
    next_year = next(one for one in page.findChildren(QWidget) if one.accessibleName() == "下一年" and one.isVisible())
    qtbot.mouseClick(next_year, Qt.MouseButton.LeftButton)
    for _ in range(3):
        qtbot.keyClick(choice(page, "目标的指标"), Qt.Key.Key_Down)
    host.settle()
    assert any(one.text() == "2027 年" for one in page.findChildren(QLabel))
    assert texts(grid(page))[4][1] == "7"
    host.look_at(month=Month(2025, 12))
    assert any(one.text() == "2025 年" for one in page.findChildren(QLabel))


def levels(host: Host) -> dict[tuple[str, str, str], int]:
    found = host.store.connection.execute("SELECT measure, level, month, sum(value) FROM targets GROUP BY 1, 2, 3")
    return {(measure, level, month): value for measure, level, month, value in found}


def test_a_year_is_spread_over_its_months_by_working_days_and_undone_as_one(
    host: Host, qtbot: QtBot, numbers: dict[str, int]
) -> None:
    page = shown(host, "targets")
    cells = grid(page)
    cells.setFocus()
    cells.setCurrentIndex(cells.rows.index(4, 17))
    qtbot.keyClicks(cells, "1")
    assert cells.editor is not None
    qtbot.keyClicks(cells.editor, "000000.01")
    qtbot.keyClick(cells.editor, Qt.Key.Key_Return)
    months = [Month(2026, number) for number in range(1, 13)]
    calendar = read_settings(host.store.connection).calendar
    days = [len(calendar.workdays(month.start, month.end)) for month in months]
    expected = [100_000_001 * count // sum(days) for count in days]
    expected[-1] = 100_000_001 - sum(expected[:-1])
    assert list(stored(host).values()) == expected
    assert texts(cells)[4][17] == "100 万"
    quarter = sum(expected[:3])
    assert cells.rows.row(4).cells[13].text == formats.money(quarter)
    host.undo()
    assert stored(host) == {}


def test_a_quarter_keeps_the_proportions_of_its_months(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    months = [TargetCell(Month(2026, number), numbers["李雯"]) for number in (4, 5, 6)]
    paste_targets(host.store, dict(zip(months, ("1", "2", "4"), strict=True)))
    page = shown(host, "targets")
    cells = grid(page)
    cells.setFocus()
    cells.setCurrentIndex(cells.rows.index(4, 14))
    paste(qtbot, cells, "10万")
    assert list(stored(host).values()) == [1_428_571, 2_857_142, 5_714_287]
    qtbot.keyClick(cells, Qt.Key.Key_Delete)
    assert stored(host) == {}


def test_quarters_with_names_are_pasted(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host, "targets")
    cells = grid(page)
    cells.setCurrentIndex(cells.rows.index(0, 1))
    paste(qtbot, cells, "姓名\t第一季度\t2026Q3\t全年\n李雯\t30万\t1,200\t999万\n")
    assert sum(stored(host).values()) == 30_000_000 + 120_000
    assert sorted(month for _, _, month in stored(host)) == [f"2026-{n:02}" for n in (1, 2, 3, 7, 8, 9)]
    paste(qtbot, cells, "姓名\t1月\t合计\n李雯\t7\t999万\n")
    assert stored(host)[numbers["李雯"], None, "2026-01"] == 700


def test_levels_and_measures_are_kept_apart_and_remembered(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    paste_targets(host.store, {TargetCell(Month(2026, 1), numbers["李雯"]): "9"}, "new_customers")
    page = shown(host, "targets")
    for name, times in (("目标的指标", 2), ("目标的级别", 1)):
        for _ in range(times):
            qtbot.keyClick(choice(page, name), Qt.Key.Key_Down)
    host.settle()
    cells = grid(page)
    cells.setFocus()
    cells.setCurrentIndex(cells.rows.index(4, 1))
    paste(qtbot, cells, "6")
    assert levels(host) == {("new_customers", "target", "2026-01"): 9, ("new_customers", "sprint", "2026-01"): 6}
    said = [tag.accessibleName() for tag in page.findChildren(Tag) if tag.isVisible()]
    assert said == ["李雯 1 月冲刺偏低"]
    again = shown(host, "targets")
    assert (choice(again, "目标的指标").currentData(), choice(again, "目标的级别").currentData()) == (
        "new_customers", "sprint",
    )  # fmt: skip
    host.undo()
    assert levels(host) == {("new_customers", "target", "2026-01"): 9}


def test_a_scope_shows_its_own(host: Host, numbers: dict[str, int]) -> None:
    page = shown(host, "targets")
    host.look_at(scope=Scope.of_team(numbers["直销部"]))
    assert [row[0] for row in texts(grid(page))] == ["直销部", "李雯", "吴思", "人员合计"]
    page.show_section("people")
    assert [row[0] for row in texts(table(page))] == ["李雯", "吴思"]
