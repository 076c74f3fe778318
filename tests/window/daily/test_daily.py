"""The daily view in real widgets: lines typed with an input method, asked back, changed; follow-ups ticked off."""

from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.model.known_names import KnownNames
from cockpit.model.quick_entry import Entry, understand
from cockpit.operations import deals, people
from cockpit.window.daily.entry_card import EntryCard, EntryLine
from cockpit.window.daily.page import DailyPage
from cockpit.window.kit.activity_list import ActivityList
from cockpit.window.kit.tables import Table
from tests.window.conftest import Host

LI, XIANG, ZHAO = 1, 2, 3


@pytest.fixture
def page(host: Host, qtbot: QtBot) -> DailyPage:
    store = host.store
    for name in ("李雯", "李想", "赵明远"):
        people.add_person(store, name)
    for deal, account, owner in (
        ("华信科技·数据平台", "华信科技", LI),
        ("华信科技·移动巡检", "华信科技", LI),
        ("远川能源·轻分析", "远川能源", ZHAO),
        ("远川仪表·轻分析", "远川仪表", XIANG),
    ):
        deals.add_deal(store, name=deal, account_name=account, owner_id=owner, today=date(2026, 10, 5))
    store.connection.executemany(
        "INSERT INTO activities(deal_id, account_id, person_id, kind, happened_on, note, follow_up_on)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (1, 1, LI, "上门拜访", "2026-11-19", "看了仓库", "2026-11-23"),
            (3, 2, ZHAO, "电话", "2026-11-20", "等批复", "2026-11-24"),
            (3, 2, ZHAO, "上门拜访", "2026-11-18", "", None),
        ],
    )
    shown = cast(DailyPage, host.show_page(DailyPage))
    host.activateWindow()
    shown.setFocus()
    return shown


def rows(table: Table) -> list[list[str]]:
    found = [table.rows.row(number) for number in range(table.rows.rowCount())]
    return [[cell.text for cell in row.cells] for row in found]


def recorded(host: Host) -> list[tuple[object, ...]]:
    return host.store.connection.execute(
        "SELECT person_id, kind, met, account_id, deal_id, happened_on, follow_up_on, note FROM activities"
        " WHERE deleted_at IS NULL AND id > 3 ORDER BY id"
    ).fetchall()


def compose(line: EntryLine, letters: str) -> None:
    QCoreApplication.sendEvent(line, QInputMethodEvent(letters, []))


def commit(line: EntryLine, words: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(words)
    QCoreApplication.sendEvent(line, event)


def chips(page: DailyPage) -> dict[str, str]:
    return {field: chip.words for field, chip in page.entry.chips.chips.items() if chip.part.state != "absent"}


def wait_until_read(page: DailyPage, qtbot: QtBot) -> Entry:
    def is_read() -> bool:
        entry = page.entry.entry
        return entry is not None and entry.line == page.entry.line.text()

    qtbot.waitUntil(is_read, timeout=3000)
    assert page.entry.entry is not None
    return page.entry.entry


def test_a_line_is_typed_with_an_input_method_and_understood_as_it_is_committed(
    host: Host, qtbot: QtBot, page: DailyPage
) -> None:
    line = page.entry.line
    assert QApplication.focusWidget() is line
    for letters, words in (("liwen", "李雯"), ("shangmen", "上门"), ("huaxin", "华信"), ("juece", "决策人")):
        before = line.text()
        for length in range(1, len(letters) + 1):
            compose(line, letters[:length])
            qtbot.wait(5)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert line.text() == before and recorded(host) == [], "Enter is the input method's"
        commit(line, words)
    qtbot.keyClicks(line, " @12-01")
    wait_until_read(page, qtbot)
    assert chips(page) == {
        "person": "李雯", "kind": "上门拜访", "met": "决策人", "target": "华信科技", "day": "今天",
        "follow_up": "12-01 周二",
    }  # fmt: skip
    qtbot.keyClick(line, Qt.Key.Key_Return)
    host.settle()
    assert recorded(host) == [(LI, "上门拜访", "决策人", 1, None, "2026-11-24", "2026-12-01", "")]
    assert line.text() == "" and QApplication.focusWidget() is line and "已记下" in page.entry.words
    assert rows(page.done.table)[0][:3] == ["李雯", "上门拜访", "华信科技"]


def test_while_letters_are_composed_nothing_is_read_or_written(qtbot: QtBot) -> None:
    """Recording takes its time on a slow disk, and the next line is begun meanwhile."""
    read: list[str] = []

    def understood(line: str) -> Entry:
        read.append(line)
        return understand(f"无客户 电话 {line}", KnownNames(), date(2026, 11, 24), person_id=None)

    card = EntryCard(understood)
    qtbot.addWidget(card)
    card.show()
    line = card.line
    qtbot.keyClicks(line, "abc")
    compose(line, "xie")
    qtbot.wait(150)
    assert read == []
    commit(line, "写")
    qtbot.waitUntil(lambda: read == ["abc写"], timeout=3000)
    entry = understood("abc写")
    line.setText("abc写")
    done = Entry(line="abc写", parts=entry.parts, day=entry.day)
    compose(line, "xia")
    card.recorded(done, "好了")
    qtbot.wait(150)
    assert line.text() == "abc写" and line.is_composing, "a composition is never disturbed"
    commit(line, "下一笔")
    qtbot.waitUntil(lambda: line.text() == "下一笔", timeout=3000)


def test_enter_comes_before_the_line_was_understood_and_twice(host: Host, qtbot: QtBot, page: DailyPage) -> None:
    line = page.entry.line
    line.setText("zmy 电话 ycny")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    host.settle()
    assert recorded(host) == [(ZHAO, "电话", None, 2, 3, "2026-11-24", None, "")]


def test_what_is_not_clear_is_asked_with_enter_and_the_answer_is_written_into_the_line(
    host: Host, qtbot: QtBot, page: DailyPage
) -> None:
    line = page.entry.line
    line.setText("小李 电话 远川 等批复")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert recorded(host) == []
    menu = page.entry.chips.menu
    assert menu is not None and [action.text() for action in menu.actions()] == ["李雯", "李想"]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert line.text() == "李想 电话 远川 等批复" and QApplication.focusWidget() is line
    wait_until_read(page, qtbot)
    assert chips(page)["target"] == "远川仪表·轻分析 · 李想的客户", "of two the one that is his"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    host.settle()
    assert recorded(host) == [(XIANG, "电话", None, 3, 4, "2026-11-24", None, "等批复")]


def test_a_new_customer_is_offered_and_comes_with_its_visit(host: Host, qtbot: QtBot, page: DailyPage) -> None:
    line = page.entry.line
    line.setText("李雯 宏远机械 上门 看了车间")
    wait_until_read(page, qtbot)
    assert "没认出客户" in page.entry.words
    qtbot.keyClick(line, Qt.Key.Key_Down)
    menu = page.entry.chips.menu
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "新客户 宏远机械").trigger()
    menu.close()
    assert line.text() == "李雯 +宏远机械 上门 看了车间"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    host.settle()
    assert rows(page.people.table)[1][:5] == ["李雯", "1", "1", "1", "1"]
    host.undo()
    host.settle()
    assert host.store.connection.execute("SELECT count(*) FROM accounts").fetchone() == (3,)
    assert rows(page.people.table)[1][1] == "0"


def test_undo_is_the_window_s_where_the_line_has_nothing_to_take_back(qtbot: QtBot, page: DailyPage) -> None:
    line = page.entry.line

    def asks_for_it() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        QCoreApplication.sendEvent(line, event)
        return event.isAccepted()

    assert not asks_for_it()
    qtbot.keyClicks(line, "abc")
    assert asks_for_it()


def test_an_activity_is_changed_in_the_line_and_the_draft_comes_back(host: Host, qtbot: QtBot, page: DailyPage) -> None:
    line, table = page.entry.line, page.done.table
    line.setText("华信 电话 问了进度 @周五")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    host.settle()
    qtbot.keyClicks(line, "draft")
    table.setFocus()
    table.choose(4, 0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert line.text() == "李雯 电话 华信科技 2026-11-24 跟@2026-11-27 | 问了进度"
    assert QApplication.focusWidget() is line and page.entry.delete_button.isVisible()
    line.setText(line.text().replace("电话", "微信"))
    qtbot.keyClick(line, Qt.Key.Key_Return)
    host.settle()
    assert [row[1] for row in recorded(host)] == ["微信"]
    assert line.text() == "draft" and page.entry.edited is None
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "draft"
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    host.settle()
    assert recorded(host) == [] and rows(table) == []
    host.undo()
    host.settle()
    assert len(rows(table)) == 1


def test_follow_ups_are_ticked_off_with_one_key_or_done_by_the_next_activity(
    host: Host, qtbot: QtBot, page: DailyPage
) -> None:
    table = page.due.table
    assert [(row[0], row[1]) for row in rows(table)] == [("晚 1 天", "华信科技"), ("该跟", "远川能源")]
    assert rows(page.people.table)[0] == ["合计", "0", "0", "0", "0", "1", "! 1", "0"]
    table.setFocus()
    table.choose(1, 0)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    host.settle()
    assert [(row[0], row[1]) for row in rows(table)] == [("该跟", "远川能源"), ("跟完", "华信科技")]
    assert rows(page.people.table)[0][5:] == ["1", "0", "1"]
    table.choose(1, 0)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    host.settle()
    assert rows(table)[0][0] == "晚 1 天"
    table.choose(2, 0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    line = page.entry.line
    assert line.text() == "赵明远 远川能源·轻分析 " and QApplication.focusWidget() is line
    qtbot.keyClicks(line, "demo")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    host.settle()
    assert [(row[0], row[1]) for row in rows(table)] == [("晚 1 天", "华信科技"), ("跟完", "远川能源")]
    table.setFocus()
    table.choose(2, 0)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert "后来又跟进过" in host.said[-1]


def test_a_tick_on_a_day_before_says_that_it_was_done_then(host: Host, qtbot: QtBot, page: DailyPage) -> None:
    page._go_to(date(2026, 11, 23))
    host.settle()
    table = page.due.table
    assert [row[0] for row in rows(table)] == ["该跟"]
    table.setFocus()
    table.choose(1, 0)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    host.settle()
    assert [row[0] for row in rows(table)] == ["跟完"]
    page._go_to_today()
    host.settle()
    assert [row[1] for row in rows(table)] == ["远川能源"]


def test_another_day_is_looked_at_and_is_meant_by_the_line(host: Host, qtbot: QtBot, page: DailyPage) -> None:
    line = page.entry.line
    for _ in range(4):
        qtbot.keyClick(line, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        host.settle()
    assert page.day == date(2026, 11, 20)
    assert [row[:2] for row in rows(page.done.table)] == [["赵明远", "电话"]]
    line.setText("华信 微信")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    host.settle()
    assert recorded(host)[0][5] == "2026-11-20"
    qtbot.keyClick(line, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    host.settle()
    assert page.day == date(2026, 11, 24)
    page._go_to(date(2026, 10, 31))
    host.settle()
    assert (str(host.view.month), page.day) == ("2026-10", date(2026, 10, 31))
    page._go_to(date(2026, 12, 1))
    host.settle()
    assert [row[0] for row in rows(page.due.table)] == ["该跟"], "the other one was done on the 20th"


def test_numbers_lead_to_their_rows(host: Host, qtbot: QtBot, page: DailyPage) -> None:
    table = page.people.table
    page._go_to(date(2026, 11, 18))
    host.settle()
    zhao = next(number for number in range(table.rows.rowCount()) if table.rows.row(number).label == "赵明远")
    table.setFocus()
    table.setCurrentIndex(table.rows.index(zhao, 1))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    host.settle()
    shown = host.findChildren(ActivityList)[-1]
    assert shown.windowTitle().startswith("赵明远 · 拜访") and len(rows(shown.table)) == 1
    qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    assert host.went[-1] == ("deals", {"deal": 3})
    table.setCurrentIndex(table.rows.index(zhao, 4))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    where, arguments = host.went[-1]
    assert where == "accounts" and str(arguments["title"]).startswith("赵明远 · 新客户")
    table.setCurrentIndex(table.rows.index(zhao, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert host.view.scope.id == ZHAO


def test_behind_the_shield_only_one_s_own(host: Host, qtbot: QtBot, page: DailyPage) -> None:
    host.look_at(only_person=LI)
    assert [row[0] for row in rows(page.people.table)] == ["李雯"]
    assert [row[1] for row in rows(page.due.table)] == ["华信科技"]
    page.entry.line.setText("赵明远 远川 电话")
    parts = wait_until_read(page, qtbot).parts
    told = f"{chips(page)} {[choice.text for part in parts for choice in part.choices]}"
    assert "远川能源" not in told and "李想" not in told


def test_what_was_typed_is_out_of_sight_behind_the_shield_and_comes_back(
    host: Host, qtbot: QtBot, page: DailyPage
) -> None:
    line = page.entry.line
    line.setText("赵明远 远川 电话")
    host.look_at(only_person=LI)
    assert line.text() == ""
    line.setText("华信 电话")
    host.look_at()
    assert line.text() == "华信 电话", "nothing is written over"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    host.settle()
    assert line.text() == "赵明远 远川 电话"


def test_a_line_that_is_not_recorded_is_there_again_after_a_restart(host: Host, page: DailyPage) -> None:
    page.entry.line.setText("赵明远 远川 电话")
    page.leave()
    again = cast(DailyPage, host.show_page(DailyPage))
    assert again.entry.line.text() == "赵明远 远川 电话"
    again.entry.line.clear()
    again.leave()
    assert cast(DailyPage, host.show_page(DailyPage)).entry.line.text() == ""


def test_an_empty_cockpit_says_what_to_do(host: Host) -> None:
    shown = cast(DailyPage, host.show_page(DailyPage))
    assert shown.empty.isVisible() and not shown.entry.isVisible()


def test_of_one_person_the_name_is_not_said_in_every_row(host: Host, qtbot: QtBot, page: DailyPage) -> None:
    who = [[column.key for column in card.table.rows.columns].index("person") for card in (page.due, page.done)]

    def hidden() -> list[bool]:
        return [card.table.isColumnHidden(place) for card, place in zip((page.due, page.done), who, strict=True)]

    assert hidden() == [False, False]
    host.look_at(scope=host.person_scope(LI))
    host.settle()
    assert hidden() == [True, True]
    page.due.table.setFocus()
    qtbot.keyClick(page.due.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.due.table, Qt.Key.Key_Space)
    host.settle()
    assert rows(page.due.table)[0][0] == "跟完"


def test_a_long_name_is_read_whole_beside_the_numbers(host: Host, page: DailyPage) -> None:
    people.add_person(host.store, "Maureen Marcano")
    page.refresh()
    host.settle()
    table = page.people.table
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)
    host.resize(1096, 600)
    host.settle()
    assert page.due.width() >= 496, "what is to be followed up keeps its room"
