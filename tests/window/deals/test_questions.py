"""The five questions of an order beside the deals: answered with one key, with evidence, and taken back."""

from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cockpit.operations import deals, people
from cockpit.operations.operation import undo
from cockpit.operations.order_checks import answer_question, set_requirements
from cockpit.window.deals.page import DealsPage
from tests.window.conftest import Host


@pytest.fixture
def page(host: Host, qtbot: QtBot) -> DealsPage:
    people.add_person(host.store, "李雯")
    for name in ("华信科技 ERP", "远川化工 平台"):
        deals.add_deal(host.store, name=name, account_name=name[:4], owner_id=1, today=date(2026, 10, 5), fields={})
    shown = cast(DealsPage, host.show_page(DealsPage))
    shown.arrive(deal=1)
    host.settle()
    qtbot.waitUntil(lambda: shown._side.pane.deal_id == 1)
    return shown


def stored(host: Host) -> list[tuple[object, ...]]:
    found = host.store.connection.execute("SELECT deal_id, question, answer, evidence FROM order_checks")
    return [tuple(row) for row in found]


def test_a_key_answers_evidence_goes_with_it_and_undo_takes_it_back(page: DealsPage, host: Host, qtbot: QtBot) -> None:
    row = page._side.pane.questions.rows["need"]
    row.buttons["yes"].setFocus()
    QTest.keyClick(row.buttons["yes"], Qt.Key.Key_Y)
    host.settle()
    assert stored(host) == [(1, "need", "yes", "")]
    qtbot.waitUntil(lambda: row.buttons["yes"].isChecked() and row._day.text() == host.view.today.isoformat())
    row.evidence.setFocus()
    QTest.keyClicks(row.evidence, "nuy")
    QTest.keyClick(row.evidence, Qt.Key.Key_Return)
    host.settle()
    assert stored(host) == [(1, "need", "yes", "nuy")]
    QTest.keyClick(row.buttons["no"], Qt.Key.Key_Space)
    host.settle()
    assert stored(host) == [(1, "need", "no", "nuy")]
    qtbot.waitUntil(lambda: row.buttons["no"].isChecked() and not row.buttons["yes"].isChecked())
    undo(host.store)
    page.refresh()
    host.settle()
    qtbot.waitUntil(lambda: row.buttons["yes"].isChecked() and not row.buttons["no"].isChecked())


def test_the_same_answer_again_takes_it_away(page: DealsPage, host: Host, qtbot: QtBot) -> None:
    made = page._side.pane.questions.rows["feasibility"].buttons["unknown"]
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    host.settle()
    qtbot.waitUntil(made.isChecked)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    host.settle()
    assert stored(host) == []
    qtbot.waitUntil(lambda: not made.isChecked())


def test_answers_of_one_deal_are_not_shown_at_another(page: DealsPage, host: Host, qtbot: QtBot) -> None:
    row = page._side.pane.questions.rows["need"]
    QTest.keyClick(row.buttons["no"], Qt.Key.Key_N)
    host.settle()
    page.arrive(deal=2)
    host.settle()
    qtbot.waitUntil(lambda: page._side.pane.deal_id == 2)
    assert not any(made.isChecked() for made in row.buttons.values())


def test_a_move_into_a_stage_without_what_it_asks_for_is_made_and_says_what_is_missing(
    page: DealsPage, host: Host
) -> None:
    stage = host.store.connection.execute("SELECT max(id) FROM stages WHERE kind = 'open'").fetchone()[0]
    set_requirements(host.store, stage, ["need", "field:budget"])
    answer_question(host.store, 2, "need", "yes")
    for number, said in ((1, "缺:需求在不在手里、预算"), (2, "缺:预算")):
        page._writing.write(number, "stage", stage)
        host.settle()
        found = host.store.connection.execute("SELECT stage_id FROM deals WHERE id = ?", (number,)).fetchone()
        assert (found[0], host.said[-1]) == (stage, said)
