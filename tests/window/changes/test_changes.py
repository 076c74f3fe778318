"""The page of changes in real widgets: two days, what they make, where clicks lead, what is remembered."""

from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cockpit.language import speaking
from cockpit.metrics import RowsQuery
from cockpit.operations import deals, people
from cockpit.operations.settings import setting
from cockpit.window.changes.lists import DealsTable
from cockpit.window.changes.page import ChangesPage
from cockpit.window.kit.page_parts import PageParts
from tests.window.conftest import Host


@pytest.fixture
def page(host: Host) -> ChangesPage:
    """Five deals of two people: one untouched, one grown and moved on, one pushed, one won, one new."""
    store = host.store
    for name in ("李雯", "赵明远"):
        people.add_person(store, name)
    ids = dict(store.connection.execute("SELECT name, id FROM people").fetchall())
    for name, owner, amount, day in (
        ("华信 ERP", "李雯", 100_000_00, 5), ("远川 平台", "李雯", 200_000_00, 6),
        ("德邻 巡检", "赵明远", 300_000_00, 7), ("永益 排产", "赵明远", 400_000_00, 8),
    ):  # fmt: skip
        deals.add_deal(
            store, name=name, owner_id=ids[owner], today=date(2026, 10, day),
            fields={"amount": amount, "expected_close": "2026-11-28"},
        )  # fmt: skip
    stages = [row[0] for row in store.connection.execute("SELECT id FROM stages WHERE kind = 'open' ORDER BY position")]
    won = store.connection.execute("SELECT id FROM stages WHERE kind = 'won' ORDER BY id DESC").fetchone()[0]
    day = date(2026, 11, 10)
    deals.edit_deals(store, [2], "amount", 250_000_00, today=day)
    deals.move_stage(store, [2], stages[2], today=day)
    deals.edit_deals(store, [3], "expected_close", "2026-12-28", today=day)
    deals.move_stage(store, [4], won, closed_on=day, today=day)
    deals.add_deal(
        store, name="新泰 看板", owner_id=ids["李雯"], today=date(2026, 11, 20), fields={"amount": 50_000_00}
    )
    return cast(ChangesPage, host.show_page(ChangesPage))


def shown(table: DealsTable) -> list[str]:
    return [table.rows.row(number).cells[0].text for number in range(table.rows.rowCount())]


def steps(page: ChangesPage) -> dict[str, str]:
    return {step.key: step.shown for step in page.waterfall.columns}


def choose(page: ChangesPage, choice: str) -> None:
    page.days.choice.setCurrentIndex(page.days.choice.findData(choice))
    page.days.choice.activated.emit(page.days.choice.currentIndex())
    cast(Host, page.host).settle()


def type_day(page: ChangesPage, qtbot: QtBot, which: str, text: str) -> None:
    field = {"first": page.days.first, "last": page.days.last}[which].field
    field.setFocus()
    field.setText(text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    cast(Host, page.host).settle()


def test_from_the_start_of_the_cycle_to_today(page: ChangesPage) -> None:
    assert steps(page) == {"start": "100 万", "new": "+5 万", "grown": "+5 万", "won": "-40 万", "end": "70 万"}
    assert shown(page.changed.table) == ["永益 排产", "远川 平台", "新泰 看板", "德邻 巡检"]
    row = page.changed.table.rows.row(1)
    assert [cell.text for cell in row.cells][2:6] == ["▲ 变大  → 前进", "20 万", "25 万", "+5 万"]
    assert shown(page.untouched.table) == ["华信 ERP"]
    assert [cell.text for cell in page.pushed.table.rows.row(0).cells][:4] == [
        "德邻 巡检", "赵明远", "第 1 次", "2026-11 → 2026-12",
    ]  # fmt: skip
    assert "期初 100 万" in page.waterfall.accessibleName()


def test_a_column_and_a_figure_open_their_rows_and_a_row_its_deal(host: Host, qtbot: QtBot, page: ChangesPage) -> None:
    page.waterfall.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(4):
        qtbot.keyClick(page.waterfall, Qt.Key.Key_Right)
    qtbot.keyClick(page.waterfall, Qt.Key.Key_Return)
    target, arguments = host.went[-1]
    rows = arguments["rows"]
    assert (target, arguments["title"]) == ("deals", "赢单 · 10-31 周六 → 11-24 周二")
    assert isinstance(rows, RowsQuery)
    assert host.store.connection.execute(rows.ids_sql(), dict(rows.parameters)).fetchall() == [(4,)]
    for place, behind in ((0, [1, 2, 3, 4]), (1, [1, 2, 3, 5]), (2, [2, 4, 5]), (3, [1]), (4, [3])):
        qtbot.mouseClick(page.figures[place], Qt.MouseButton.LeftButton)
        rows = host.went[-1][1]["rows"]
        assert isinstance(rows, RowsQuery)
        found = host.store.connection.execute(rows.ids_sql(), dict(rows.parameters))
        assert [row[0] for row in found] == behind
    page.changed.table.opened.emit(page.changed.table.rows.row(0).id)
    assert host.went[-1] == ("deals", {"deal": 4})


def test_one_kind_of_change_and_sorted_by_name(page: ChangesPage) -> None:
    kind = page.changed.kind
    offered = [kind.itemText(place) for place in range(kind.count())]
    assert offered == ["全部变化 · 4", "新增 · 1", "变大 · 1", "赢单 · 1", "前进 · 1", "推迟 · 1"]
    kind.setCurrentIndex(kind.findData("pushed"))
    kind.activated.emit(kind.currentIndex())
    assert shown(page.changed.table) == ["德邻 巡检"]
    kind.setCurrentIndex(0)
    kind.activated.emit(0)
    page.changed.table.horizontalHeader().sectionClicked.emit(0)
    assert shown(page.changed.table) == sorted(["永益 排产", "远川 平台", "新泰 看板", "德邻 巡检"])
    page.changed.table.horizontalHeader().sectionClicked.emit(5)
    assert shown(page.changed.table) == ["新泰 看板", "远川 平台", "德邻 巡检", "永益 排产"]


def test_days_are_typed_without_a_year_swapped_and_remembered(host: Host, qtbot: QtBot, page: ChangesPage) -> None:
    type_day(page, qtbot, "first", "11-15")
    assert steps(page) == {"start": "65 万", "new": "+5 万", "end": "70 万"}
    assert page.days.choice.currentData() == "days"
    assert setting(host.store.connection, "changes_between") == {
        "choice": "days", "first": "2026-11-15", "last": "2026-11-24",
    }  # fmt: skip
    type_day(page, qtbot, "last", "10-31")  # before the first one: the two change places
    assert (page.days.first.field.text(), page.days.last.day) == ("2026-10-31", date(2026, 11, 15))
    assert steps(page) == {"start": "100 万", "grown": "+5 万", "won": "-40 万", "end": "65 万"}
    # A page made anew, as after a restart, shows the same days.
    again = cast(ChangesPage, host.show_page(ChangesPage))
    assert steps(again) == steps(page)
    type_day(page, qtbot, "last", "2027-01-01")
    type_day(page, qtbot, "first", "某天")
    assert page.days.first.is_wrong
    assert page.days.last.is_wrong
    assert steps(page) == steps(again)


def test_what_cannot_be_compared_says_why_and_shows_the_cycle(host: Host, page: ChangesPage) -> None:
    choose(page, "meeting")
    assert page._lack.isVisible()
    assert "先在上面选一个人" in page._lack.text()
    assert steps(page)["start"] == "100 万"
    choose(page, "week")
    assert not page._lack.isVisible()
    assert steps(page) == {"start": "65 万", "new": "+5 万", "end": "70 万"}


def test_a_change_anywhere_is_seen_at_once(host: Host, page: ChangesPage) -> None:
    host.perform(lambda store: deals.edit_deals(store, [1], "amount", 90_000_00, today=host.view.today))
    host.settle()
    assert steps(page)["shrunk"] == "-1 万"
    assert shown(page.untouched.table) == []
    host.undo()
    assert "shrunk" not in steps(page)
    assert shown(page.untouched.table) == ["华信 ERP"]


def test_behind_the_shield_only_one_s_own(host: Host, page: ChangesPage) -> None:
    person = host.store.connection.execute("SELECT id FROM people WHERE name = '李雯'").fetchone()[0]
    host.look_at(only_person=person)
    host.settle()
    assert shown(page.changed.table) == ["远川 平台", "新泰 看板"]
    assert shown(page.pushed.table) == []
    assert steps(page)["start"] == "30 万"


def test_the_page_goes_out_with_its_figures_columns_and_rows(page: ChangesPage) -> None:
    parts = PageParts(page)
    for _ in parts.collect():
        pass
    words = "\n".join(str(cell.text) for part in parts.parts for row in part.rows for cell in row)
    for expected in ("期初在手", "+5 万", "永益 排产", "华信 ERP", "第 1 次"):
        assert expected in words


def test_in_english_one_deal_is_one_deal(host: Host, page: ChangesPage) -> None:
    with speaking("en"):
        page.retranslate()
        page.mark_stale()
        host.settle()
        beneath = {step.key: step.beneath for step in page.waterfall.columns}
        assert beneath == {"start": "4 deals", "new": "1 deal", "grown": "1 deal", "won": "1 deal", "end": "4 deals"}
        assert page.changed.kind.itemText(1) == "New · 1"


def test_an_empty_store_says_what_to_do(host: Host) -> None:
    page = cast(ChangesPage, host.show_page(ChangesPage))
    assert page.empty.isVisible()
