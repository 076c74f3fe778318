"""The page of data to mend in real widgets: kinds, why they matter, the way to the row, rates typed in, the shield."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cockpit.metrics import RowsQuery
from cockpit.operations import deals
from cockpit.operations.people import add_person, add_team
from cockpit.window.deals.page import DealsPage
from cockpit.window.kit.page import Page
from cockpit.window.mend import page as mend_page
from cockpit.window.mend.page import MendPage
from cockpit.window.pages import entry
from tests.window.conftest import Host

TODAY = date(2026, 11, 24)


def kinds(page: MendPage) -> dict[str, str]:
    rows = [page.kinds.rows.row(number) for number in range(page.kinds.rows.rowCount())]
    return {row.label: row.cells[1].text for row in rows}


def lines(page: MendPage) -> list[list[str]]:
    rows = [page.lines.rows.row(number) for number in range(page.lines.rows.rowCount())]
    return [[cell.plain for cell in row.cells] for row in rows]


def choose(host: Host, page: MendPage, name: str) -> None:
    row = next(
        page.kinds.rows.row(n) for n in range(page.kinds.rows.rowCount()) if page.kinds.rows.row(n).label == name
    )
    page.kinds.choose(row.id, 0)
    host.settle()


def add(host: Host, name: str, **fields: object) -> int:
    owner = fields.pop("owner_id", None)
    changes = deals.add_deal(host.store, name=name, owner_id=owner, today=TODAY, fields=fields)  # type: ignore[arg-type]
    (number,) = changes.ids["deal"]
    return number


@pytest.fixture
def show(host: Host) -> Callable[[], MendPage]:
    return lambda: cast(MendPage, host.show_page(MendPage))


def test_a_kind_says_what_it_distorts_and_its_row_leads_to_the_deal(
    host: Host, qtbot: QtBot, show: Callable[[], MendPage]
) -> None:
    deal = add(host, "华信 ERP", amount=100_00)
    page = show()
    assert kinds(page)["没有负责人"] == "1" and kinds(page)["没有预计成交日期"] == "1"
    choose(host, page, "没有预计成交日期")
    assert page.chosen is not None and "管道" in page.chosen.why
    assert lines(page)[0][0] == "华信 ERP"
    page.lines.choose(deal, 0)
    qtbot.keyClick(page.lines, Qt.Key.Key_Return)
    where, arguments = host.went[-1]
    assert (where, arguments["deal"], arguments["title"]) == ("deals", deal, "没有预计成交日期")
    rows = arguments["rows"]
    assert isinstance(rows, RowsQuery)
    found = host.readers().here().execute(rows.ids_sql(), rows.parameters).fetchall()
    assert found == [(deal,)]


def test_the_deals_page_shows_the_kind_with_that_deal_chosen(host: Host, show: Callable[[], MendPage]) -> None:
    wrong = [add(host, f"没有日期 {number}", amount=100_00) for number in range(3)]
    add(host, "有日期", amount=100_00, expected_close="2026-12-01")
    page = show()
    choose(host, page, "没有预计成交日期")
    page.lines.opened.emit(wrong[1])
    _, arguments = host.went[-1]
    listed = cast(DealsPage, host.show_page(DealsPage))
    listed.arrive(**arguments)
    host.settle()
    table = listed._table
    assert set(listed._ids) == set(wrong) and table.current_id() == wrong[1]


def test_what_was_mended_is_gone_from_the_list(host: Host, show: Callable[[], MendPage]) -> None:
    deal = add(host, "华信 ERP", amount=100_00)
    page = show()
    host.perform(lambda store: deals.edit_deals(store, [deal], "expected_close", "2026-12-01", today=TODAY))
    assert "没有预计成交日期" not in kinds(page)
    host.undo()
    assert "没有预计成交日期" in kinds(page)


def test_people_and_months_lead_to_the_team(host: Host, qtbot: QtBot, show: Callable[[], MendPage]) -> None:
    add_team(host.store, "大客户部")
    (person,) = add_person(host.store, "李雯").ids["person"]
    add(host, "华信 ERP", amount=100_00, owner_id=person)
    page = show()
    choose(host, page, "有在手商机的人不在任何团队")
    assert lines(page) == [["李雯", "1 个在手商机"]]
    page.lines.opened.emit(person)
    assert host.went[-1] == ("team", {"person": person})
    choose(host, page, "没有目标的月份")
    assert lines(page) == [["2026 年 11 月"]]
    page.lines.opened.emit(202611)
    assert host.went[-1] == ("team", {"section": "targets"})


def test_a_rate_is_typed_where_it_is_missing_and_the_deals_count(
    host: Host, qtbot: QtBot, show: Callable[[], MendPage]
) -> None:
    for name, currency in (("一", "USD"), ("二", "USD"), ("三", "测试币")):
        add(host, name, amount=100_00)
        host.store.connection.execute("UPDATE deals SET currency = ? WHERE name = ?", (currency, name))
    page = show()
    assert kinds(page)["币种没有汇率"] == "3"
    rates = page.rates
    assert [rates.table.rows.row(n).cells[0].text for n in range(2)] == ["USD", "测试币"]
    assert (rates.currency.text(), rates.rate.text()) == ("USD", "")
    rates.rate.setText("七块")
    qtbot.keyClick(rates.rate, Qt.Key.Key_Return)
    assert "汇率" in rates.reason and kinds(page)["币种没有汇率"] == "3"
    host.resize(1096, 560)
    host.settle()
    assert rates.height() >= rates.minimumSizeHint().height(), "what is said has room, with rows above it"
    rates.rate.setText("7.1234")
    qtbot.keyClick(rates.rate, Qt.Key.Key_Return)
    host.settle()
    assert not rates.reason and kinds(page)["币种没有汇率"] == "1"
    assert rates.currency.text() == "测试币", "the next one that lacks a rate"
    rates.rate.setText("2")
    qtbot.keyClick(rates.rate, Qt.Key.Key_Return)
    host.settle()
    assert "币种没有汇率" not in kinds(page)
    assert rates.table.rows.row(0).cells[1].text == "7.1234 CNY"
    host.undo()
    assert kinds(page)["币种没有汇率"] == "1"


def test_a_rate_is_changed_from_a_day_on_and_deleted(host: Host, qtbot: QtBot, show: Callable[[], MendPage]) -> None:
    add(host, "一", amount=100_00)
    host.store.connection.execute("UPDATE deals SET currency = 'USD'")
    host.store.connection.execute("INSERT INTO exchange_rates(currency, rate) VALUES ('USD', 7000000)")
    page = show()
    rates = page.rates
    assert (rates.currency.text(), rates.rate.text(), rates.day.text()) == ("USD", "7", "")
    rates.rate.setText("7.2")
    rates.day.setText("2026-11-01")
    qtbot.keyClick(rates.day, Qt.Key.Key_Return)
    host.settle()
    told = [[cell.text for cell in rates.table.rows.row(n).cells] for n in range(2)]
    assert told == [["USD", "7.2 CNY", "2026-11-01"], ["USD", "7 CNY", "一直"]]
    rates.table.choose(rates.table.rows.row(1).id, 0)
    qtbot.mouseClick(rates._delete, Qt.MouseButton.LeftButton)
    host.settle()
    assert rates.table.rows.rowCount() == 1
    rates.currency.setText("CNY")
    qtbot.keyClick(rates.currency, Qt.Key.Key_Return)
    assert any("本币" in said for said in host.said)


def test_an_empty_store_and_one_in_which_all_is_well_say_what_to_do(host: Host, show: Callable[[], MendPage]) -> None:
    page = show()
    assert not page.kinds.isVisible() and not page.rates.isVisible()
    (person,) = add_person(host.store, "李雯").ids["person"]
    add(host, "华信 ERP", amount=100_00, owner_id=person, expected_close="2026-12-01")
    connection = host.store.connection
    connection.execute("INSERT INTO accounts(name) VALUES ('华信')")
    connection.execute("UPDATE deals SET account_id = 1")
    connection.execute("INSERT INTO targets(month, measure, value) VALUES ('2026-11', 'won_revenue', 1)")
    page.mark_stale()
    host.settle()
    assert not page.kinds.isVisible()
    words = [found.text() for found in page.empty.findChildren(mend_page.label("").__class__)]
    assert any("没有要修的数据" in text for text in words)


def test_many_deals_are_looked_through_behind_the_page(
    host: Host, show: Callable[[], MendPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mend_page, "AT_ONCE", 2)
    for number in range(3):
        add(host, f"商机 {number}", amount=100_00)
    page = show()
    assert kinds(page)["没有负责人"] == "3"


def test_behind_the_shield_only_the_persons_own_is_seen(host: Host, show: Callable[[], MendPage]) -> None:
    (own,) = add_person(host.store, "李雯").ids["person"]
    (other,) = add_person(host.store, "陈佳").ids["person"]
    add(host, "李雯的", amount=100_00, owner_id=own)
    add(host, "陈佳的", amount=100_00, owner_id=other)
    host.store.connection.execute("UPDATE deals SET currency = 'USD' WHERE name = '陈佳的'")
    page = show()
    host.look_at(only_person=own)
    assert "没有目标的月份" not in kinds(page) and "币种没有汇率" not in kinds(page) and not page.rates.isVisible()
    choose(host, page, "没有预计成交日期")
    assert [row[0] for row in lines(page)] == ["李雯的"]


def test_the_deals_page_says_quietly_how_much_is_to_be_mended(host: Host, qtbot: QtBot) -> None:
    add(host, "华信 ERP", amount=100_00)
    page = cast(DealsPage, host.show_page(DealsPage))
    qtbot.waitUntil(lambda: page._to_mend.isVisible(), timeout=5000)
    assert page._to_mend.text() == "4 处待修"
    qtbot.mouseClick(page._to_mend, Qt.MouseButton.LeftButton)
    assert host.went[-1] == ("mend", {})


def test_the_page_is_one_of_the_window() -> None:
    found = entry("mend")
    assert issubclass(found.page_class(), Page) and found.under == "deals" and Path(mend_page.__file__).exists()
