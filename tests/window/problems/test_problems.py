"""The page of step 4, used as a manager uses it: the person first, the leader afterwards, all by keyboard."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cockpit.model.cycles import Month
from cockpit.operations import actions, problems
from cockpit.operations.deals import add_deal
from cockpit.operations.operation import Changes
from cockpit.operations.people import add_person, set_targets
from cockpit.store import loop
from cockpit.window.kit.cards import HeadlineFigure, Tag
from cockpit.window.kit.page import Page
from cockpit.window.problems.page import ProblemsPage
from cockpit.window.problems.person_block import PersonBlock
from cockpit.window.problems.problem_line import KindField
from tests.window.conftest import Host

NOVEMBER = Month(2026, 11)
POOR, GOOD = 1, 2


@pytest.fixture
def team(host: Host) -> Host:
    """李雯 has a target and no revenue; 陈佳, whose name comes first, is beyond hers."""
    store = host.store
    add_person(store, "李雯")
    add_person(store, "陈佳")
    for person in (POOR, GOOD):
        set_targets(store, {NOVEMBER: 10_000_000}, person_id=person)
    won = store.connection.execute("SELECT id FROM stages WHERE kind = 'won'").fetchone()
    if won is None:
        add_deal(store, name="开头", owner_id=GOOD, today=host.view.today)
        won = store.connection.execute("SELECT id FROM stages WHERE kind = 'won'").fetchone()
    add_deal(store, name="续约", stage_id=won[0], owner_id=GOOD, fields={"amount": 20_000_000}, today=host.view.today)
    return host


def page_of(host: Host) -> ProblemsPage:
    page = cast(ProblemsPage, host.show_page(ProblemsPage))
    host.activateWindow()
    host.settle()
    return page


def blocks(page: Page) -> list[PersonBlock]:
    """The blocks from top to bottom."""
    return sorted((block for block in page.findChildren(PersonBlock) if block.isVisible()), key=lambda block: block.y())


def block_of(page: Page, person: int) -> PersonBlock:
    return next(block for block in blocks(page) if block.person_id == person)


def seen(widget: QWidget) -> str:
    """Every word that is visible inside."""
    words = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    words += [made.text() for made in widget.findChildren(QPushButton) if made.isVisible()]
    words += [tag.accessibleName() for tag in widget.findChildren(Tag) if tag.isVisible()]
    return "\n".join(words)


def press(widget: QWidget, words: str) -> None:
    found = [made for made in widget.findChildren(QPushButton) if made.isVisible() and made.text() == words]
    assert found, f"no button {words!r} in {seen(widget)!r}"
    found[0].click()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def record(host: Host, person: int, text: str, **fields: str) -> int:
    changes: Changes = problems.record_problem(host.store, person, NOVEMBER, "self", text, host.view.today, **fields)
    [number] = changes.ids["problem"]
    return number


def test_who_has_poor_results_and_named_nothing_stands_first(team: Host) -> None:
    page = page_of(team)
    assert [block.person_id for block in blocks(page)] == [POOR, GOOD]
    assert "待自评" in seen(block_of(page, POOR)) and "落后于进度" in seen(block_of(page, POOR))
    assert "待自评" not in seen(block_of(page, GOOD)) and "结果好" in seen(block_of(page, GOOD))


def test_a_problem_is_written_down_by_keyboard_and_opens_the_leaders_list(team: Host, qtbot: QtBot) -> None:
    page = page_of(team)
    page.setFocus()
    assert "先听本人说" in seen(block_of(page, POOR))
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(focused(), QPlainTextEdit)
    focused().insertPlainText("先报价后讲价值")  # type: ignore[attr-defined]
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    kind = focused()
    assert isinstance(kind, KindField)
    qtbot.keyClicks(kind, "demo")
    qtbot.keyClick(kind, Qt.Key.Key_Return)
    team.settle()
    [found] = loop.list_problems(team.store.connection, NOVEMBER)
    assert (found.person_id, found.found_by, found.text, found.kind) == (POOR, "self", "先报价后讲价值", "demo")
    block = block_of(page, POOR)
    assert focused() is block.line(found.id), "it is gone on with"
    assert "先报价后讲价值" in seen(block) and "待自评" not in seen(block) and "先听本人说" not in seen(block)
    press(block, "+ 补充")
    focused().insertPlainText("没有下一步")  # type: ignore[attr-defined]
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    team.settle()
    assert [one.found_by for one in loop.list_problems(team.store.connection, NOVEMBER)] == ["self", "leader"]


def test_the_persons_list_is_skipped_with_a_reason_only(team: Host, qtbot: QtBot) -> None:
    page = page_of(team)
    block = block_of(page, POOR)
    block.focus_side(1)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    reason = focused()
    assert isinstance(reason, QLineEdit)
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    team.settle()
    assert loop.list_skips(team.store.connection, NOVEMBER) == {}
    reason.setText("休假,已电话沟通")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    team.settle()
    assert loop.list_skips(team.store.connection, NOVEMBER) == {POOR: "休假,已电话沟通"}
    assert "跳过:休假" in seen(block) and "+ 补充" in seen(block) and "待自评" not in seen(block)


def test_who_comes_from_elsewhere_goes_on_with_this_person(team: Host, qtbot: QtBot) -> None:
    number = record(team, GOOD, "讲功能")
    page = page_of(team)
    page.arrive(person=GOOD)
    assert focused() is block_of(page, GOOD).line(number)
    page.arrive(person=POOR)
    assert isinstance(focused(), QPushButton) and cast(QPushButton, focused()).text() == "+ 本人说"
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert isinstance(focused(), QPlainTextEdit) and block_of(page, POOR).isAncestorOf(focused())


def test_a_problem_is_changed_settled_and_opened_again_in_place(team: Host, qtbot: QtBot) -> None:
    number = record(team, POOR, "报价早", kind="价值传递", evidence="华信")
    page = page_of(team)
    page.arrive(problem=number)
    block = block_of(page, POOR)
    text = focused()
    assert isinstance(text, QPlainTextEdit) and text.toPlainText() == "报价早"
    text.setPlainText("报价太早")
    press(block, "保存")
    team.settle()
    line = block.line(number)
    assert line is not None and line.editor is None and "报价太早" in seen(block)
    line.open()
    press(block, "已解决")
    team.settle()
    line = block.line(number)
    assert line is not None and "已解决 11-24" in seen(line)
    line.open()
    press(block, "重新打开")
    team.settle()
    found = loop.read_problem(team.store.connection, number)
    assert found is not None and found.settled_on is None and found.kind == "价值传递" and found.evidence == "华信"
    team.undo()
    line = block.line(number)
    assert line is not None and "已解决 11-24" in seen(line)


def test_an_action_begins_from_a_problem_by_one_key(team: Host, qtbot: QtBot) -> None:
    number = record(team, POOR, "报价早")
    page = page_of(team)
    block = block_of(page, POOR)
    block.focus_side(0)
    qtbot.keyClick(focused(), ">")
    assert team.went[-1] == ("improvement", {"person": POOR, "problem": number, "text": "报价早"})
    changes = actions.draft_action(team.store, POOR, NOVEMBER, "先见决策人", problem_id=number)
    page.mark_stale()
    team.settle()
    assert "1 个动作待约定" in seen(block)
    page.arrive(problem=number)
    press(block, "看改进动作")
    assert team.went[-1] == ("improvement", {"action": next(iter(changes.ids["action"]))})


def test_a_kind_that_was_there_before_is_said_to_come_back(team: Host) -> None:
    september = Month(2026, 9)
    problems.record_problem(team.store, POOR, september, "self", "报价早", september.last_day, kind="价值传递")
    back = record(team, POOR, "又是先报价", kind="价值传递")
    fresh = record(team, POOR, "新客户少", kind="客户开发")
    other = record(team, GOOD, "讲功能", kind="价值传递")
    page = page_of(team)
    lines = {number: block_of(page, person).line(number)
             for number, person in ((back, POOR), (fresh, POOR), (other, GOOD))}  # fmt: skip
    assert "9 月以来反复" in seen(cast(QWidget, lines[back]))
    assert "反复" not in seen(cast(QWidget, lines[fresh])) and "反复" not in seen(cast(QWidget, lines[other]))


def test_the_bar_of_a_kind_leads_to_its_cases_and_each_case_to_its_cycle(team: Host, qtbot: QtBot) -> None:
    october = Month(2026, 10)
    [old] = problems.record_problem(
        team.store, POOR, october, "self", "十月的问题", october.last_day, kind="价值传递"
    ).ids["problem"]
    record(team, POOR, "十一月的问题", kind="价值传递")
    record(team, GOOD, "别的", kind="客户开发")
    page = page_of(team)
    chart = page._kinds.chart
    assert chart.rows() == [("价值传递", "2"), ("客户开发", "1")]
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert "十月的问题" in seen(page._kinds) and "别的" not in seen(page._kinds)
    case = page._kinds.cases.line(old)
    assert case is not None
    case.setFocus()
    qtbot.keyClick(case, Qt.Key.Key_Return)
    team.settle()
    assert team.view.month == october
    line = block_of(page, POOR).line(old)
    assert line is not None and line.editor is not None


def test_blocks_keep_their_places_while_one_works_on_them(team: Host) -> None:
    record(team, GOOD, "别的")
    page = page_of(team)
    assert [block.person_id for block in blocks(page)] == [POOR, GOOD]
    number = record(team, POOR, "报价早")
    problems.settle_problem(team.store, number, team.view.today)
    page.mark_stale()
    team.settle()
    assert [block.person_id for block in blocks(page)] == [POOR, GOOD]
    page.leave()
    page.mark_stale()
    team.settle()
    assert [block.person_id for block in blocks(page)] == [GOOD, POOR], "seen again, who is done stands below"


def test_arrow_keys_go_from_list_to_list(team: Host, qtbot: QtBot) -> None:
    first, second = record(team, POOR, "甲"), record(team, GOOD, "乙")
    problems.record_problem(team.store, POOR, NOVEMBER, "leader", "丙", team.view.today)
    page = page_of(team)
    block_of(page, POOR).focus_side(0)
    assert focused() is block_of(page, POOR).line(first)
    qtbot.keyClick(focused(), Qt.Key.Key_Right)
    assert "丙" in focused().accessibleName()
    qtbot.keyClick(focused(), Qt.Key.Key_Left)
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    assert focused() is block_of(page, GOOD).line(second)
    qtbot.keyClick(focused(), Qt.Key.Key_Up)
    assert focused() is block_of(page, POOR).line(first)


def test_what_is_being_typed_survives_a_change_elsewhere(team: Host, qtbot: QtBot) -> None:
    page = page_of(team)
    block_of(page, POOR).write_new("self")
    text = focused()
    assert isinstance(text, QPlainTextEdit)
    QApplication.sendEvent(text, QInputMethodEvent("bao jia", []))
    record(team, GOOD, "别处记下的")
    page.mark_stale()
    team.settle()
    assert focused() is text and text.textCursor().block().layout().preeditAreaText() == "bao jia"
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert len(loop.list_problems(team.store.connection, NOVEMBER)) == 1, "Enter belongs to the input method"
    commit = QInputMethodEvent()
    commit.setCommitString("报价")
    QApplication.sendEvent(text, commit)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    team.settle()
    assert {one.text for one in loop.list_problems(team.store.connection, NOVEMBER)} == {"别处记下的", "报价"}


def test_a_figure_on_top_leads_to_what_it_counts(team: Host, qtbot: QtBot) -> None:
    settled, still = record(team, GOOD, "甲"), record(team, GOOD, "乙")
    problems.settle_problem(team.store, settled, team.view.today)
    page = page_of(team)
    figures = {figure.accessibleName().split()[0]: figure for figure in page.findChildren(HeadlineFigure)}
    figures["未解决"].setFocus()
    qtbot.keyClick(figures["未解决"], Qt.Key.Key_Return)
    assert focused() is block_of(page, GOOD).line(still)
    figures["待自评"].setFocus()
    qtbot.keyClick(figures["待自评"], Qt.Key.Key_Return)
    assert block_of(page, POOR).isAncestorOf(focused())


def test_rare_kinds_share_a_bar_and_its_cases_can_be_closed(team: Host, qtbot: QtBot) -> None:
    for place in range(10):
        for _ in range(2 if place < 7 else 1):
            record(team, POOR, f"问题 {place}", kind=f"类型 {place}")
    page = page_of(team)
    rows = page._kinds.chart.rows()
    assert len(rows) == 8 and rows[-1] == ("其余 3 类", "3")
    page._kinds.chart.opened.emit("7")
    assert "问题 9" in seen(page._kinds) and "问题 6" not in seen(page._kinds)
    press(page._kinds, "收起")
    assert "问题 9" not in seen(page._kinds)


def test_a_problem_far_down_a_large_team_is_found(team: Host, qtbot: QtBot) -> None:
    for place in range(40):
        add_person(team.store, f"销售 {place:02}")
    last = max(row[0] for row in team.store.connection.execute("SELECT id FROM people"))
    for person in range(3, last + 1):
        record(team, person, f"问题 {person}")
    page = page_of(team)
    page.arrive(problem=record(team, last, "最后一条"))
    page.mark_stale()

    def is_open() -> bool:
        team.settle()
        return any(line.text() == "最后一条" for line in page.findChildren(QLabel)) and any(
            field.toPlainText() == "最后一条" and field.hasFocus() for field in page.findChildren(QPlainTextEdit)
        )

    qtbot.waitUntil(is_open, timeout=5000)
    assert len(blocks(page)) == 42
    qtbot.waitUntil(lambda: focused().visibleRegion().boundingRect() == focused().rect(), timeout=5000)


def test_behind_the_shield_there_is_nobody_else(team: Host) -> None:
    record(team, GOOD, "别人的问题", kind="客户开发")
    record(team, POOR, "自己的问题", kind="价值传递")
    page = page_of(team)
    team.look_at(only_person=POOR)
    assert [block.person_id for block in blocks(page)] == [POOR]
    assert "别人的问题" not in seen(page) and "陈佳" not in seen(page)
    assert page._kinds.chart.rows() == [("价值传递", "1")]


def test_an_empty_store_says_what_would_fill_the_page(host: Host) -> None:
    page = page_of(host)
    assert "先导入团队和商机" in seen(page)
    press(page, "导入 Excel 或 CSV…")
    assert host.commands == ["import"]
