"""One order, five questions: answered in place with one key, filtered by what is missing, taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cockpit.model.cycles import Month
from cockpit.model.deals import ORDER_QUESTIONS
from cockpit.operations.deals import add_deal
from cockpit.operations.order_checks import answer_question, set_requirements
from cockpit.operations.people import add_person
from cockpit.store.order_checks import read_order_checks
from cockpit.window.orders.page import OrdersPage
from tests.window.conftest import Host


@pytest.fixture
def deals(host: Host) -> list[int]:
    """Three open deals, the largest first; the last belongs to somebody else."""
    found = []
    for name, amount, owner in (("华信二期", 900, "陈佳"), ("致远数据", 500, "陈佳"), ("东明巡检", 100, "李雯")):
        people = dict(host.store.connection.execute("SELECT name, id FROM people"))
        person = people.get(owner) or next(iter(add_person(host.store, owner).ids["person"]))
        fields = {"amount": amount * 1_000_000}
        found += add_deal(host.store, name=name, owner_id=person, fields=fields, today=host.view.today).ids["deal"]
    return found


@pytest.fixture
def page(host: Host, deals: list[int]) -> OrdersPage:
    shown = host.show_page(OrdersPage)
    assert isinstance(shown, OrdersPage)
    return shown


def names(page: OrdersPage) -> list[str]:
    return [page.table.rows.row(number).cells[0].text for number in range(page.table.rows.rowCount())]


def cell(page: OrdersPage, row: int, key: str) -> str:
    place = [column.key for column in page.table.rows.columns].index(key)
    return page.table.rows.row(row).cells[place].text


def stand_on(page: OrdersPage, row: int, key: str) -> None:
    place = [column.key for column in page.table.rows.columns].index(key)
    page.table.setCurrentIndex(page.table.rows.index(row, place))
    page.table.setFocus()


def tab(page: OrdersPage, words: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text().startswith(words))


def test_answered_by_keys_and_taken_back(qtbot: QtBot, host: Host, page: OrdersPage, deals: list[int]) -> None:
    assert names(page) == ["华信二期", "致远数据", "东明巡检"]
    stand_on(page, 0, "need")
    qtbot.keyClick(page.table, Qt.Key.Key_1)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_N)
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    qtbot.keyClick(page.table, Qt.Key.Key_3)
    host.settle()
    assert (cell(page, 0, "need"), cell(page, 1, "need"), cell(page, 1, "other_departments")) == ("是", "否", "不清楚")
    assert cell(page, 0, "yes") == "1 / 5"
    assert page.table.rows.columns[6].title == "需求在手 33 %"
    assert page.figures[0].accessibleName() == "一单五问答“是”的占比 7 % 1 / 15 问"
    host.undo()
    assert cell(page, 1, "other_departments") == "没问"
    stand_on(page, 0, "need")
    qtbot.keyClick(page.table, Qt.Key.Key_0)
    host.settle()
    assert read_order_checks(host.store.connection, deals[0]) == {}


def test_several_cells_are_answered_at_once(qtbot: QtBot, host: Host, page: OrdersPage, deals: list[int]) -> None:
    stand_on(page, 0, "right_customer")
    for _ in range(2):
        qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.table, Qt.Key.Key_Y)
    host.settle()
    assert all("right_customer" in read_order_checks(host.store.connection, deal) for deal in deals)
    host.undo()
    assert not any(read_order_checks(host.store.connection, deal) for deal in deals)


def test_evidence_is_written_beneath(qtbot: QtBot, host: Host, page: OrdersPage, deals: list[int]) -> None:
    stand_on(page, 1, "feasibility")
    qtbot.keyClick(page.table, Qt.Key.Key_2)
    host.settle()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    page.evidence.selectAll()
    qtbot.keyClicks(page.evidence, "no budget")
    qtbot.keyClick(page.evidence, Qt.Key.Key_Return)
    host.settle()
    assert read_order_checks(host.store.connection, deals[1])["feasibility"][:2] == ("no", "no budget")


def test_what_is_missing_stays_until_the_list_is_asked_for_again(
    qtbot: QtBot, host: Host, page: OrdersPage, deals: list[int]
) -> None:
    for question in list(ORDER_QUESTIONS)[1:]:
        answer_question(host.store, deals[0], question, "yes")
    page.show_list("missing")
    host.settle()
    stand_on(page, 0, "right_customer")
    qtbot.keyClick(page.table, Qt.Key.Key_1)
    host.settle()
    assert names(page)[0] == "华信二期" and cell(page, 0, "yes") == "5 / 5"
    qtbot.mouseClick(tab(page, "还有缺的"), Qt.MouseButton.LeftButton)
    host.settle()
    assert names(page) == ["致远数据", "东明巡检"]


def test_deals_past_a_stage_say_what_they_lack(host: Host, page: OrdersPage, deals: list[int]) -> None:
    stage = host.store.connection.execute("SELECT stage_id FROM deals").fetchone()[0]
    set_requirements(host.store, stage, ["need", "field:budget"])
    answer_question(host.store, deals[0], "need", "yes")
    page.show_list("past_stage")
    host.settle()
    assert [cell(page, row, "lacks") for row in range(3)] == ["预算", "需求在手、预算", "需求在手、预算"]


def test_behind_the_shield_and_in_a_past_month(qtbot: QtBot, host: Host, page: OrdersPage, deals: list[int]) -> None:
    chen = host.store.connection.execute("SELECT id FROM people WHERE name = '陈佳'").fetchone()[0]
    host.look_at(only_person=chen)
    assert names(page) == ["华信二期", "致远数据"]
    host.look_at(today=host.view.today.replace(month=12, day=2), month=Month(2026, 11))
    stand_on(page, 0, "need")
    qtbot.keyClick(page.table, Qt.Key.Key_1)
    assert "过去的月份" in host.said[-1] and not read_order_checks(host.store.connection, deals[0])


def test_a_deal_and_the_rows_behind_an_answer_are_opened(
    qtbot: QtBot, host: Host, page: OrdersPage, deals: list[int]
) -> None:
    stand_on(page, 1, "deal")
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert host.went[-1] == ("deals", {"deal": deals[1]})
    page.arrive(listed="new")
    host.settle()
    qtbot.mouseClick(tab(page, "没问 3"), Qt.MouseButton.LeftButton)
    assert host.went[-1][0] == "deals" and "没问" in str(host.went[-1][1]["title"])


def test_tab_goes_from_the_figures_over_the_lists_to_the_table_and_the_evidence(
    qtbot: QtBot, host: Host, page: OrdersPage, deals: list[int]
) -> None:
    host.activateWindow()
    # Nothing lacks what a stage asks for: that figure has no rows to lead to.
    wanted = [page.figures[1], page.figures[3], tab(page, "在手商机"), page.table, page.evidence]
    page.figures[0].setFocus()
    for one in wanted:
        qtbot.keyClick(host.focusWidget(), Qt.Key.Key_Tab)
        assert host.focusWidget() is one


def test_owners_are_named_in_full_where_there_is_room(host: Host, page: OrdersPage, deals: list[int]) -> None:
    owner = [column.key for column in page.table.rows.columns].index("owner")
    widths = []
    for width in (1096, 1400):
        host.resize(width, 700)
        host.settle()
        widths.append(page.table.columnWidth(owner))
    assert widths[0] < 80 and widths[1] > 130
