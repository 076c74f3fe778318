"""The page of payments in real widgets: what is owed, a payment typed in, a block pasted, the shield."""

from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cockpit.operations import deals, people
from cockpit.window.payments.page import PaymentsPage
from tests.window.conftest import Host


@pytest.fixture
def page(host: Host) -> PaymentsPage:
    store = host.store
    for name in ("李雯", "赵明远"):
        people.add_person(store, name)
    ids = dict(store.connection.execute("SELECT name, id FROM people").fetchall())
    for name, owner, amount in (("华信 ERP", "李雯", 120_000_00), ("远川 平台", "赵明远", 80_000_00)):
        deals.add_deal(
            store, name=name, owner_id=ids[owner], today=date(2026, 10, 5), fields={"amount": amount}
        )  # fmt: skip
    won = store.connection.execute("SELECT id FROM stages WHERE kind = 'won' ORDER BY id DESC").fetchone()[0]
    deals.move_stage(store, [1, 2], won, closed_on=date(2026, 11, 10))
    return cast(PaymentsPage, host.show_page(PaymentsPage))


def owed(page: PaymentsPage) -> list[tuple[str, str]]:
    rows = [page.table.rows.row(number) for number in range(page.table.rows.rowCount())]
    return [(row.cells[0].text, row.cells[6].text) for row in rows]


def test_enter_records_what_is_still_owed_and_more_may_be_given_back(
    host: Host, qtbot: QtBot, page: PaymentsPage
) -> None:
    assert owed(page) == [("华信 ERP", "12 万"), ("远川 平台", "8 万")]
    assert page.side.amount.text() == "120,000"
    page.side.amount.setText("5万")
    qtbot.keyClick(page.side.amount, Qt.Key.Key_Return)
    host.settle()
    assert owed(page) == [("远川 平台", "8 万"), ("华信 ERP", "7 万")]
    assert page.side.amount.text() == "70,000"
    page.side.amount.setText("-1万")
    qtbot.keyClick(page.side.amount, Qt.Key.Key_Return)
    host.settle()
    assert ("华信 ERP", "8 万") in owed(page)
    host.undo()
    host.settle()
    assert ("华信 ERP", "7 万") in owed(page)
    remove = [made for made in page.side.findChildren(QPushButton) if made.accessibleName().startswith("删除")]
    qtbot.mouseClick(remove[-1], Qt.MouseButton.LeftButton)
    host.settle()
    assert ("华信 ERP", "12 万") in owed(page)


def test_what_is_no_amount_or_lies_ahead_is_said(host: Host, qtbot: QtBot, page: PaymentsPage) -> None:
    for amount, day in (("待定", "2026-11-20"), ("5", "2027-01-01"), ("5", "")):
        page.side.amount.setText(amount)
        page.side.day.setText(day)
        qtbot.keyClick(page.side.day, Qt.Key.Key_Return)
        assert page.side._reason.isVisible()
    assert host.store.connection.execute("SELECT count(*) FROM payments").fetchone() == (0,)


def test_a_block_from_excel_is_pasted(host: Host, qtbot: QtBot, page: PaymentsPage) -> None:
    QGuiApplication.clipboard().setText("商机\t日期\t金额\n华信 ERP\t2026-11-12\t12万\n远川 平台\t2026-11-13\t1,000\n")
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    host.settle()
    assert owed(page) == [("远川 平台", "7.9 万")]
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert host.said[-1] == "这 2 笔都已经记过了。"
    host.undo()
    host.settle()
    assert len(owed(page)) == 2


def test_behind_the_shield_only_one_s_own(host: Host, page: PaymentsPage) -> None:
    person = host.store.connection.execute("SELECT id FROM people WHERE name = '李雯'").fetchone()[0]
    host.look_at(only_person=person)
    host.settle()
    assert [deal for deal, _ in owed(page)] == ["华信 ERP"]


def test_a_long_name_of_an_owner_is_seen_whole(host: Host) -> None:
    store = host.store
    people.add_person(store, "Elease Gluck")
    deals.add_deal(store, name="GTK 500", owner_id=1, today=date(2026, 10, 5), fields={"amount": 30_288_00})
    won = store.connection.execute("SELECT id FROM stages WHERE kind = 'won' ORDER BY id DESC").fetchone()[0]
    deals.move_stage(store, [1], won, closed_on=date(2026, 11, 10))
    page = cast(PaymentsPage, host.show_page(PaymentsPage))
    needed = page.table.fontMetrics().horizontalAdvance("Elease Gluck") + 24
    assert page.table.columnWidth(1) >= needed
    assert page.table.rows.columns[0].title == "商机名称"
