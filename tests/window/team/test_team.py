"""The team page in real widgets: people edited beside the table, teams and stages, targets as a spreadsheet."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cockpit.metrics import RowsQuery, Scope
from cockpit.metrics.settings import read_settings
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.operations.people import add_person, add_team, edit_person
from cockpit.operations.targets import TargetCell, paste_targets
from cockpit.window.kit.cards import Tag
from cockpit.window.kit.editable_grid import EditableGrid
from cockpit.window.kit.fields import ChoiceField, TextField
from cockpit.window.team.beside import BesideTable
from cockpit.window.team.page import TeamPage
from tests.window.conftest import Host


@pytest.fixture
def numbers(host: Host) -> dict[str, int]:
    """Two teams, three people: ids by name."""
    found = {}
    for name in ("大客户部", "直销部"):
        (found[name],) = add_team(host.store, name).ids["team"]
    for name, team in (("陈佳", "大客户部"), ("李雯", "直销部"), ("吴思", "直销部")):
        (found[name],) = add_person(host.store, name, team_id=found[team]).ids["person"]
    return found


def shown(host: Host, section: str = "people") -> TeamPage:
    page = host.show_page(TeamPage)
    assert isinstance(page, TeamPage)
    page.arrive(section=section)
    host.settle()
    return page


def field(page: TeamPage, name: str) -> QLineEdit:
    return next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == name and one.isVisible())


def choice(page: TeamPage, name: str) -> ChoiceField:
    return next(one for one in page.findChildren(ChoiceField) if one.accessibleName() == name and one.isVisible())


def press(qtbot: QtBot, page: TeamPage, words: str) -> None:
    button = next(one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def table(page: TeamPage) -> BesideTable:
    return next(one for one in page.findChildren(BesideTable) if one.isVisible())


def grid(page: TeamPage) -> EditableGrid:
    return next(one for one in page.findChildren(EditableGrid) if one.isVisible())


def texts(shown_table: BesideTable | EditableGrid) -> list[list[str]]:
    rows = shown_table.rows
    return [[cell.text for cell in rows.row(number).cells] for number in range(rows.rowCount())]


def compose(widget: QWidget, text: str) -> None:
    """What an input method hands over in the end."""
    done = QInputMethodEvent("", [])
    done.setCommitString(text)
    QApplication.sendEvent(widget, done)


def write(qtbot: QtBot, widget: QWidget, text: str) -> None:
    """Instead of what stands there, then Enter."""
    assert isinstance(widget, QLineEdit)
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClicks(widget, text)
    qtbot.keyClick(widget, Qt.Key.Key_Return)


def person_row(host: Host, number: int) -> dict[str, object]:
    columns = "name, role, style, region, hired_on, left_on"
    row = host.store.connection.execute(f"SELECT {columns} FROM people WHERE id = ?", (number,)).fetchone()
    return dict(zip(columns.split(", "), row, strict=True))


# --- people -----------------------------------------------------------------------------------------------------------


def test_everybody_is_listed_and_the_first_is_shown(host: Host, numbers: dict[str, int]) -> None:
    page = shown(host)
    assert [row[:2] for row in texts(table(page))] == [["陈佳", "大客户部"], ["李雯", "直销部"], ["吴思", "直销部"]]
    assert field(page, "姓名").text() == "陈佳"


def test_keys_lead_from_a_row_into_its_fields_and_back(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host)
    people = table(page)
    people.setFocus()
    qtbot.keyClick(people, Qt.Key.Key_Down)
    qtbot.keyClick(people, Qt.Key.Key_F2)
    assert field(page, "姓名").text() == "李雯"
    assert field(page, "姓名").hasFocus()
    write(qtbot, field(page, "姓名"), "Li Wen")
    assert texts(people)[1][0] == "Li Wen"
    assert person_row(host, numbers["李雯"])["name"] == "Li Wen"
    qtbot.keyClick(field(page, "姓名"), Qt.Key.Key_Escape)
    assert people.hasFocus()
    assert people.current_id() == numbers["李雯"]


def test_escape_drops_what_was_typed(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host)
    name = field(page, "姓名")
    name.setFocus()
    qtbot.keyClicks(name, "xyz")
    qtbot.keyClick(name, Qt.Key.Key_Escape)
    assert name.text() == "陈佳"
    assert person_row(host, numbers["陈佳"])["name"] == "陈佳"


def test_a_name_cannot_be_taken_away(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host)
    write(qtbot, field(page, "姓名"), " ")
    assert field(page, "姓名").text() == "陈佳"
    assert host.said == ["名称不能为空。"]


def test_enter_of_an_input_method_writes_nothing(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host)
    region = field(page, "地区")
    region.setFocus()
    QApplication.sendEvent(region, QInputMethodEvent("huadong", []))
    qtbot.keyClick(region, Qt.Key.Key_Return)
    assert person_row(host, numbers["陈佳"])["region"] is None
    compose(region, "华东")
    qtbot.keyClick(region, Qt.Key.Key_Return)
    assert person_row(host, numbers["陈佳"])["region"] == "华东"


def test_choices_are_written_at_once(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host)
    style = choice(page, "风格")
    style.setFocus()
    qtbot.keyClick(style, Qt.Key.Key_Down)
    assert person_row(host, numbers["陈佳"])["style"] == "tiger"
    host.undo()
    assert person_row(host, numbers["陈佳"])["style"] is None
    assert choice(page, "风格").currentText() == "—"


def test_a_day_without_a_year_is_the_nearest(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host)
    write(qtbot, field(page, "离职日(最后一天)"), "11-20")
    assert person_row(host, numbers["陈佳"])["left_on"] == "2026-11-20"
    assert field(page, "离职日(最后一天)").text() == "2026-11-20"
    assert texts(table(page))[2][0] == "陈佳"
    write(qtbot, field(page, "离职日(最后一天)"), "someday")
    assert person_row(host, numbers["陈佳"])["left_on"] == "2026-11-20"
    write(qtbot, field(page, "离职日(最后一天)"), " ")
    assert person_row(host, numbers["陈佳"])["left_on"] is None


def test_who_leaves_with_open_deals_has_to_hand_them_over(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    connection = host.store.connection
    stage = connection.execute("SELECT id FROM stages WHERE kind = 'open' LIMIT 1").fetchone()[0]
    connection.execute(
        "INSERT INTO deals(name, owner_id, stage_id, state) VALUES ('华信', ?, ?, 'open')", (numbers["陈佳"], stage)
    )
    edit_person(host.store, numbers["陈佳"], {"left_on": date(2026, 12, 31)})
    page = shown(host)
    assert [one.text() for one in page.findChildren(QLabel) if "交接" in one.text()] == ["△ 1 个在手商机要交接给别人"]
    press(qtbot, page, "1 个在手商机")
    ((where, arguments),) = host.went
    rows = arguments["rows"]
    assert where == "deals"
    assert isinstance(rows, RowsQuery)
    assert connection.execute(rows.count_sql(), rows.parameters).fetchone()[0] == 1


def test_a_move_from_a_day(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host)
    assert [choice(page, "调到").itemText(place) for place in range(2)] == ["直销部", "没有团队"]
    write(qtbot, field(page, "从哪天起"), "2026-12-01")
    stays = host.store.connection.execute(
        "SELECT team_id, to_on FROM memberships WHERE person_id = ? ORDER BY id", (numbers["陈佳"],)
    ).fetchall()
    assert stays == [(numbers["大客户部"], "2026-12-01"), (numbers["直销部"], None)]
    assert any("直销部 · 2026-12-01 起" in one.text() for one in page.findChildren(QLabel))


def test_a_new_person_by_keys(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host)
    table(page).setFocus()
    qtbot.keyClick(table(page), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    name = field(page, "姓名")
    assert name.hasFocus()
    qtbot.keyClicks(name, "Zheng Kai")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    host.settle()
    row = table(page).rows.row(table(page).currentIndex().row())
    assert [cell.text for cell in row.cells[:2]] == ["Zheng Kai", "大客户部"]
    assert field(page, "入职日").text() == "2026-11-24"


def test_a_new_person_without_a_name_is_not_added(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host)
    press(qtbot, page, "+ 添加人员")
    press(qtbot, page, "添加")
    qtbot.keyClick(field(page, "姓名"), Qt.Key.Key_Escape)
    assert table(page).rows.rowCount() == 3
    assert field(page, "姓名").text() == "陈佳"


def test_arriving_for_a_person(host: Host, numbers: dict[str, int]) -> None:
    page = host.show_page(TeamPage)
    assert isinstance(page, TeamPage)
    page.arrive(person=numbers["吴思"])
    host.settle()
    assert field(page, "姓名").text() == "吴思"


def test_the_first_person_of_an_empty_store(host: Host, qtbot: QtBot) -> None:
    page = host.show_page(TeamPage)
    assert isinstance(page, TeamPage)
    press(qtbot, page, "添加人员")
    write(qtbot, field(page, "姓名"), "Chen")
    assert texts(table(page))[0][0] == "Chen"


def test_the_shield_shows_the_one_person_only(host: Host, numbers: dict[str, int]) -> None:
    paste_targets(host.store, {TargetCell(Month(2026, 1), numbers["李雯"]): "5万", TargetCell(Month(2026, 1)): "9万"})
    page = shown(host)
    host.look_at(only_person=numbers["李雯"])
    assert [row[0] for row in texts(table(page))] == ["李雯"]
    words = {one.text() for one in page.findChildren(QPushButton) if one.isVisible()}
    assert not words & {"+ 添加人员", "团队与阶段"}
    page.show_section("targets")
    host.settle()
    assert [row[0] for row in texts(grid(page))] == ["李雯"]


# --- teams ------------------------------------------------------------------------------------------------------------


def test_a_team_is_edited_beside_its_row(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host, "teams")
    assert [row[0] for row in texts(table(page))] == ["大客户部", "直销部"]
    qtbot.keyClick(table(page), Qt.Key.Key_Down)
    write(qtbot, field(page, "典型周期(天)"), "30")
    qtbot.keyClick(choice(page, "管理方式"), Qt.Key.Key_Down)
    supervisor = choice(page, "主管")
    supervisor.setFocus()
    qtbot.keyClick(supervisor, Qt.Key.Key_Down)
    row = host.store.connection.execute(
        "SELECT mode, typical_cycle_days, supervisor_id FROM teams WHERE id = ?", (numbers["直销部"],)
    ).fetchone()
    assert row == ("process", 30, numbers["陈佳"])
    assert texts(table(page))[1] == ["直销部", "管过程", "陈佳", "2"]


def test_a_cycle_of_no_days_is_put_back(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host, "teams")
    write(qtbot, field(page, "典型周期(天)"), "0")
    assert field(page, "典型周期(天)").text() == "60"
    assert host.said == ["典型周期是大于 0 的整天数。"]


def test_a_new_team(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host, "teams")
    press(qtbot, page, "+ 添加团队")
    write(qtbot, field(page, "名称"), "Telesales")
    assert [row[0] for row in texts(table(page))] == ["Telesales", "大客户部", "直销部"]
    assert field(page, "名称").text() == "Telesales"


def test_stage_values_are_typed_into_the_grid(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host, "teams")
    stages = grid(page)
    stages.setFocus()
    stages.setCurrentIndex(stages.rows.index(0, 1))
    qtbot.keyClicks(stages, "3")
    assert stages.editor is not None
    qtbot.keyClicks(stages.editor, "5%")
    qtbot.keyClick(stages.editor, Qt.Key.Key_Return)
    assert stages.currentIndex().row() == 1
    stages.setCurrentIndex(stages.rows.index(0, 3))
    qtbot.keyClick(stages, Qt.Key.Key_F2)
    assert stages.editor is not None
    qtbot.keyClicks(stages.editor, "0")
    qtbot.keyClick(stages.editor, Qt.Key.Key_Tab)
    assert texts(stages)[0][1] == "35 %"
    assert texts(stages)[0][3] == "不限"
    assert host.store.connection.execute("SELECT experience_value, limit_days FROM team_stages").fetchall() == [
        (0.35, 0)
    ]
    stages.setCurrentIndex(stages.rows.index(0, 1))
    qtbot.keyClick(stages, Qt.Key.Key_Delete)
    assert texts(stages)[0][1] == "10 %"


def test_what_is_no_share_is_said_and_not_written(host: Host, qtbot: QtBot, numbers: dict[str, int]) -> None:
    page = shown(host, "teams")
    stages = grid(page)
    stages.setCurrentIndex(stages.rows.index(0, 1))
    QGuiApplication.clipboard().setText("50%\n很大")
    qtbot.keyClick(stages, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert host.said == ["“很大”不是百分比。"]
    assert host.store.connection.execute("SELECT count(*) FROM team_stages").fetchone()[0] == 0


# --- targets ----------------------------------------------------------------------------------------------------------


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
