"""What a stage needs, chosen beside its team."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cockpit.metrics.experience import learned_use
from cockpit.operations.people import add_team
from cockpit.operations.settings import setting
from cockpit.window.kit.fields import ChoiceField
from cockpit.window.team.page import TeamPage
from cockpit.window.team.requirements import NEEDED, RequirementsChoice, StageGrid
from tests.window.conftest import Host


def needed(host: Host) -> set[str]:
    return {row[0] for row in host.store.connection.execute("SELECT needed FROM stage_requirements")}


def test_chosen_by_keyboard_written_once_and_taken_back(qtbot: QtBot, host: Host) -> None:
    add_team(host.store, "大客户部")
    page = host.show_page(TeamPage)
    page.arrive(section="teams")
    host.settle()
    (grid,) = page.findChildren(StageGrid)
    place = [column.key for column in grid.rows.columns].index(NEEDED)
    grid.setCurrentIndex(grid.rows.index(2, place))
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    choice = next(one for one in page.findChildren(RequirementsChoice) if one.isVisible())
    choice.boxes["need"].setChecked(True)
    choice.boxes["field:budget"].setChecked(True)
    qtbot.keyClick(choice, Qt.Key.Key_Escape)
    host.settle()
    assert needed(host) == {"need", "field:budget"}
    assert grid.rows.row(2).cells[place].text == "需求在手、预算"
    host.undo()
    assert needed(host) == set()


def test_whether_a_move_is_refused_is_chosen_beneath(host: Host) -> None:
    add_team(host.store, "大客户部")
    page = host.show_page(TeamPage)
    page.arrive(section="teams")
    host.settle()
    rule = next(one for one in page.findChildren(ChoiceField) if one.accessibleName() == "条件没有满足时")
    assert rule.currentData() == "remind"
    rule.setCurrentIndex(1)
    rule.activated.emit(1)
    host.settle()
    assert setting(host.store.connection, "stage_requirements") == "refuse"


def test_learned_values_are_switched_on_for_a_team_and_back(host: Host) -> None:
    (team,) = add_team(host.store, "大客户部").ids["team"]
    page = host.show_page(TeamPage)
    page.arrive(section="teams")
    host.settle()
    used = next(one for one in page.findChildren(ChoiceField) if one.accessibleName() == "加权预测用")
    assert used.currentData() is False
    used.setCurrentIndex(1)
    used.activated.emit(1)
    host.settle()
    assert learned_use(host.store.connection, host.view.today) == {team: True}
    host.undo()
    assert used.currentData() is False
