"""The page of how deals end, in real widgets: what it says, what opens, the shield, the empty store."""

from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cockpit.metrics import RowsQuery
from cockpit.operations import deals, people
from cockpit.window.closings import page as closings_page
from cockpit.window.closings.page import ClosingsPage
from cockpit.window.kit.tables import Cell, Row
from tests.window.conftest import Host


@pytest.fixture
def filled(host: Host) -> Host:
    store = host.store
    for name in ("李雯", "赵明远"):
        people.add_person(store, name)
    owners = dict(store.connection.execute("SELECT name, id FROM people").fetchall())
    product = store.connection.execute("INSERT INTO products(name, list_price) VALUES ('标准版', 10000000)").lastrowid
    rows = [
        ("李雯", "业务部门", "self", 9_000_000, "won", None), ("李雯", "业务部门", "lead", 8_000_000, "won", None),
        ("李雯", "IT 部门", "lead", 7_000_000, "won", None), ("李雯", "IT 部门", "lead", None, "lost", "报价太高"),
        ("赵明远", "IT 部门", "self", 5_000_000, "lost", "价格"),
        ("赵明远", "采购", "self", 5_000_000, "lost", "没有预算"),
        ("赵明远", "采购", "lead", 5_000_000, "lost", "公司倒闭"), ("赵明远", "采购", "lead", 5_000_000, "lost", None),
    ]  # fmt: skip
    stages = dict(store.connection.execute("SELECT kind, id FROM stages").fetchall())
    for number, (owner, department, source, amount, state, reason) in enumerate(rows, start=1):
        deals.add_deal(
            store, name=f"商机{number}", owner_id=owners[owner], today=date(2026, 10, 5),
            fields={"amount": amount, "entry_department": department, "source": source, "product_id": product},
        )  # fmt: skip
        stages = stages or dict(store.connection.execute("SELECT kind, id FROM stages").fetchall())
        deals.move_stage(store, [number], stages[state], closed_on=date(2026, 11, 10), lost_reason=reason)
    return host


@pytest.fixture
def page(filled: Host) -> ClosingsPage:
    return cast(ClosingsPage, filled.show_page(ClosingsPage))


def opened(host: Host) -> tuple[int, object]:
    """How many rows the last click led to, and under what title."""
    where, arguments = host.went[-1]
    rows = arguments["rows"]
    assert where == "deals" and isinstance(rows, RowsQuery)
    return host.readers().here().execute(rows.count_sql(), rows.parameters).fetchone()[0], arguments["title"]


def test_price_held_and_win_rate_by_department(filled: Host, page: ClosingsPage, qtbot: QtBot) -> None:
    assert page.price.chart.rows() == [("IT 部门", "70 %   n = 1"), ("业务部门", "85 %   n = 2")]
    assert [name for name, _ in page.win_rate.chart.rows()] == ["业务部门", "IT 部门", "采购"]
    page.price.chart.setFocus()
    qtbot.keyClick(page.price.chart, Qt.Key.Key_Down)
    assert "只有 1 单,只作参考" in page.price.chart.accessibleDescription()
    qtbot.keyClick(page.price.chart, Qt.Key.Key_Return)
    assert opened(filled) == (1, "价格守住 · IT 部门")
    page.win_rate.chart.opened.emit("2")
    assert opened(filled) == (3, "赢单率 · 采购")


def test_lost_reasons_with_price_apart_and_own_words(filled: Host, page: ClosingsPage) -> None:
    assert "因价格丢 2 单(50 %);其余 2 单" in page.reasons._sentence.text()
    names = [name for name, _ in page.reasons.chart.rows()]
    assert (names[0], names[-2:]) == ("价格", ["其他原因", "没有写原因"])
    page.reasons.chart.opened.emit(page.reasons.chart.marks[0].key)
    assert opened(filled) == (2, "丢单原因 · 价格")
    assert page.reasons.own_words.rows.row(0).cells[0].text == "公司倒闭"
    page.reasons.own_words.opened.emit(0)
    assert opened(filled) == (1, "丢单原因 · 公司倒闭")


def test_self_sourced_against_leads(filled: Host, page: ClosingsPage) -> None:
    rows = [page.sources.table.rows.row(n).cells for n in range(2)]
    assert [(row[0].text, row[1].text, row[2].text) for row in rows] == [("自拓", "3", "9 万"), ("线索", "5", "15 万")]
    page.sources.table.cell_opened.emit(1, "revenue")
    assert opened(filled) == (2, "线索")
    assert [page.people.table.rows.row(n).cells[0].text for n in range(2)] == ["李雯", "赵明远"]
    person = page.people.table.rows.row(1).id
    page.people.table.cell_opened.emit(person, "self:win_rate")
    assert opened(filled) == (2, "赵明远 · 自拓")


def test_another_length_and_another_month(filled: Host, page: ClosingsPage) -> None:
    page.length.setCurrentIndex(0)
    page.length.activated.emit(0)
    filled.settle()
    assert page.price.chart.rows()
    filled.look_at(month=filled.view.month.plus(-1))
    assert not page.price.chart.rows() and page.price.chart.is_empty()


def test_behind_the_shield_only_one_s_own(filled: Host, page: ClosingsPage) -> None:
    person = filled.store.connection.execute("SELECT id FROM people WHERE name = '李雯'").fetchone()[0]
    filled.look_at(only_person=person)
    assert [page.people.table.rows.row(n).cells[0].text for n in range(page.people.table.rows.rowCount())] == ["李雯"]
    assert [name for name, _ in page.win_rate.chart.rows()] == ["业务部门", "IT 部门"]


def test_what_takes_longer_follows(filled: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closings_page, "AT_ONCE", 3)
    page = cast(ClosingsPage, filled.show_page(ClosingsPage))
    filled.settle()
    assert len(page.price.chart.rows()) == 2


def test_an_empty_store_says_what_to_do(host: Host) -> None:
    page = cast(ClosingsPage, host.show_page(ClosingsPage))
    assert page.empty.isVisible()


def test_an_amount_of_thousands_of_wan_is_shown_whole(page: ClosingsPage) -> None:
    table = page.sources.table
    names = [column.key for column in table.rows.columns]
    table.set_rows([Row(0, tuple(Cell("88,888 万" if name in ("revenue", "average") else "1") for name in names))])
    for name in ("revenue", "average"):
        place = names.index(name)
        assert table.sizeHintForColumn(place) <= table.columnWidth(place)
