"""The team page in real widgets: people edited beside the table, teams and stages."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cockpit.metrics import RowsQuery
from cockpit.model.cycles import Month
from cockpit.operations.people import edit_person
from cockpit.operations.targets import TargetCell, paste_targets
from cockpit.window.team.page import TeamPage
from tests.window.conftest import Host
from tests.window.team.on_page import (
    choice,
    compose,
    field,
    grid,
    numbers,
    person_row,
    press,
    shown,
    table,
    texts,
    write,
)

__all__ = ["numbers"]


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
