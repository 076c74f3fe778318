"""What the tests of the team page share: two teams with three people, and hands for its fields and grids."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cockpit.operations.people import add_person, add_team
from cockpit.window.kit.editable_grid import EditableGrid
from cockpit.window.kit.fields import ChoiceField
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
