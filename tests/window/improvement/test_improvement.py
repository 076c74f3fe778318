"""The page of step 5, used as a manager uses it: drafted, agreed with a number, looked at, judged by the next cycle."""

from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cockpit.model.cycles import Month
from cockpit.operations import actions, problems
from cockpit.operations.actions import ActionEdit
from cockpit.operations.deals import add_deal
from cockpit.operations.people import add_person
from cockpit.store import loop
from cockpit.window.improvement.improvement_line import ImprovementLine
from cockpit.window.improvement.page import ImprovementPage
from cockpit.window.improvement.quantity_field import QuantityField
from cockpit.window.kit.bullet_chart import BulletChart
from cockpit.window.kit.cards import HeadlineFigure, Tag
from tests.window.conftest import Host

OCTOBER, NOVEMBER, DECEMBER = Month(2026, 10), Month(2026, 11), Month(2026, 12)
LI, CHEN = 1, 2
TODAY, NEXT = date(2026, 11, 24), date(2026, 12, 22)


@pytest.fixture
def team(host: Host) -> Host:
    add_person(host.store, "李雯")
    add_person(host.store, "陈佳")
    win(host, LI, 2)
    return host


def win(host: Host, person: int, count: int, day: date = TODAY) -> None:
    """So many deals won on a day."""
    connection = host.store.connection
    if connection.execute("SELECT count(*) FROM stages").fetchone()[0] == 0:
        add_deal(host.store, name="开头", today=day)
    [stage] = connection.execute("SELECT min(id) FROM stages WHERE kind = 'won'").fetchone()
    for place in range(count):
        fields = {"amount": 10_000_000}
        add_deal(host.store, name=f"单 {day} {place}", stage_id=stage, owner_id=person, fields=fields, today=day)


def agreed(host: Host, person: int = LI, text: str = "每周首访 6 次", target: float = 6.0) -> int:
    edit = ActionEdit(metric="won_count", target=target, due_on=date(2026, 12, 31))
    changes = actions.draft_action(host.store, person, NOVEMBER, text, edit=edit, agree_on=TODAY)
    [number] = changes.ids["action"]
    return number


def page_of(host: Host) -> ImprovementPage:
    page = cast(ImprovementPage, host.show_page(ImprovementPage))
    host.activateWindow()
    host.settle()
    return page


def lines(page: QWidget) -> list[ImprovementLine]:
    """The lines of actions from top to bottom."""
    found = [line for line in page.findChildren(ImprovementLine) if line.isVisible()]
    return sorted(found, key=lambda line: line.mapTo(page, line.rect().topLeft()).y())


def line_of(page: QWidget, number: int) -> ImprovementLine:
    return next(line for line in lines(page) if line.key == number)


def seen(widget: QWidget) -> str:
    words = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    words += [made.text() for made in widget.findChildren(QPushButton) if made.isVisible()]
    words += [tag.accessibleName() for tag in widget.findChildren(Tag) if tag.isVisible()]
    return "\n".join(words)


def button(widget: QWidget, words: str) -> QPushButton:
    found = [made for made in widget.findChildren(QPushButton) if made.isVisible() and made.text() == words]
    assert found, f"no button {words!r} in {seen(widget)!r}"
    return found[0]


def press(host: Host, widget: QWidget, words: str) -> None:
    button(widget, words).click()
    host.settle()


def field(widget: QWidget, name: str) -> QWidget:
    found = [
        one for one in widget.findChildren(QWidget)
        if one.isVisible() and one.accessibleName() == name and isinstance(one, QLineEdit | QComboBox)
    ]  # fmt: skip
    assert found, name
    return found[0]


def type_in(widget: QWidget, name: str, words: str) -> QLineEdit:
    found = field(widget, name)
    assert isinstance(found, QLineEdit)
    found.setText(words)
    return found


def choose(widget: QWidget, name: str, value: object) -> None:
    found = field(widget, name)
    assert isinstance(found, QComboBox)
    place = found.findData(value)
    assert place >= 0, value
    found.setCurrentIndex(place)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_a_draft_says_what_is_missing_until_it_can_be_agreed(team: Host) -> None:
    [number] = actions.draft_action(team.store, LI, NOVEMBER, "每周首访 6 次").ids["action"]
    page = page_of(team)
    line = line_of(page, number)
    assert "还缺:指标、目标值、期限" in seen(line) and "草稿" in seen(line)
    line.open()
    assert not button(line, "约定").isEnabled()
    choose(line, "指标", "won_count")
    team.settle()
    assert "赢单数现在 2" in seen(line) and "还缺:目标值、期限" in seen(line)
    type_in(line, "目标值", "6")
    type_in(line, "期限", "12-31")
    assert button(line, "约定").isEnabled()
    press(team, line, "约定")
    found = loop.read_action(team.store.connection, number)
    assert found is not None and (found.state, found.baseline, found.target) == ("agreed", 2.0, 6.0)
    line = line_of(page, number)
    assert line.editor is None and "执行中" in seen(line) and "2 → 6,现在 2" in seen(line)
    team.undo()
    assert "草稿" in seen(page) or "可以约定" in seen(page)


def test_only_metrics_that_suit_an_action_are_offered(team: Host, qtbot: QtBot) -> None:
    page = page_of(team)
    page.write_new()
    metric = field(page, "指标")
    assert isinstance(metric, QComboBox)
    offered = {metric.itemData(place) for place in range(metric.count())} - {None}
    assert offered == {one.key for one in actions.metrics_for_actions()}


def test_a_target_is_typed_in_the_unit_of_its_metric(qtbot: QtBot) -> None:
    typed = QuantityField("money")
    qtbot.addWidget(typed)
    typed.show()
    typed.field.setText("300万")
    assert typed.quantity == 3_000_000 and seen(typed) == "300 万"
    typed.field.setText("45")
    typed.set_unit("share")
    assert typed.quantity == pytest.approx(0.45) and seen(typed) == "45 %"
    typed.field.setText("很多")
    assert typed.quantity is None and typed.is_wrong and seen(typed) == "看不懂"


def test_an_action_begins_from_a_problem_and_is_agreed_by_keyboard_in_one_step(team: Host, qtbot: QtBot) -> None:
    [about] = problems.record_problem(team.store, CHEN, NOVEMBER, "self", "新客户少", TODAY).ids["problem"]
    page = page_of(team)
    page.arrive(person=CHEN, problem=about, text="新客户少")
    team.settle()
    assert "针对问题:新客户少" in seen(page)
    text = focused()
    assert isinstance(text, QLineEdit) and text.accessibleName() == "做什么" and text.text() == ""
    qtbot.keyClicks(text, "2 first visits")
    choose(page, "指标", "won_count")
    target = type_in(page, "目标值", "3")
    target.setFocus()
    qtbot.keyClick(target, Qt.Key.Key_Return)
    assert focused().accessibleName() == "期限"
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    team.settle()
    [found] = loop.actions_of_problems(team.store.connection, [about])
    assert (found.person_id, found.text, found.state, found.baseline) == (CHEN, "2 first visits", "agreed", 0.0)
    assert found.due_on == DECEMBER.last_day
    assert focused() is line_of(page, found.id) and len(lines(page)) == 1
    team.undo()
    assert loop.actions_of_problems(team.store.connection, [about]) == []


def test_ctrl_n_drafts_and_escape_leaves_nothing(team: Host, qtbot: QtBot) -> None:
    agreed(team)
    page = page_of(team)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(focused(), "half a thought")
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    team.settle()
    assert len(loop.list_actions(team.store.connection, [NOVEMBER])) == 1
    assert isinstance(focused(), ImprovementLine)
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(focused(), "a whole thought")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    team.settle()
    texts = {one.text: one.state for one in loop.list_actions(team.store.connection, [NOVEMBER])}
    assert texts == {"每周首访 6 次": "agreed", "a whole thought": "draft"}


def test_a_look_leaves_a_word_and_the_next_day(team: Host, qtbot: QtBot) -> None:
    number = agreed(team)
    actions.plan_check_in(team.store, number, date(2026, 11, 22))
    page = page_of(team)
    assert "该跟进,晚 2 天" in seen(line_of(page, number))
    line_of(page, number).open()
    word = focused()
    assert word.accessibleName() == "跟进时说的话"
    qtbot.keyClick(word, Qt.Key.Key_Return)
    team.settle()
    assert loop.list_check_ins(team.store.connection, [number])[number][0].happened_on is None, "nothing was said"
    type_in(page, "跟进时说的话", "约得好")
    choose(page, "这是", "praise")
    day = type_in(page, "下次跟进", "+7")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    team.settle()
    line = line_of(page, number)
    assert "表扬:约得好,当时 2" in seen(line) and "跟进 12-01" in seen(line) and "执行中" in seen(line)
    line.open()
    type_in(line, "做什么", "每周首访 7 次")
    press(team, line, "保存修改")
    found = loop.read_action(team.store.connection, number)
    assert found is not None and (found.text, found.target) == ("每周首访 7 次", 6.0)


def test_the_numbers_of_the_next_cycle_propose_and_the_manager_confirms(team: Host, qtbot: QtBot) -> None:
    [about] = problems.record_problem(team.store, LI, NOVEMBER, "self", "首访少", TODAY).ids["problem"]
    edit = ActionEdit(metric="won_count", target=6.0, due_on=date(2026, 12, 31))
    [number] = actions.draft_action(
        team.store, LI, NOVEMBER, "每周首访", problem_id=about, edit=edit, agree_on=TODAY
    ).ids["action"]
    win(team, LI, 3, NEXT)
    team.look_at(month=DECEMBER, today=date(2027, 1, 4))
    page = page_of(team)
    line = line_of(page, number)
    assert "待确认:未见效" in seen(line) and "2 → 6,现在 3" in seen(line)
    line.open()
    assert "基线,2026 年 11 月" in seen(line) and "没走到一半" in seen(line)
    assert focused() is button(line, "确认未见效")
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    team.settle()
    found = loop.read_action(team.store.connection, number)
    assert found is not None and found.verdict == "not_effective"
    assert [one.text for one in loop.list_problems(team.store.connection, DECEMBER)] == ["首访少"]
    line = line_of(page, number)
    line.open()
    assert "2027-01-04 确认:未见效" in seen(line)
    press(team, line, "看问题")
    assert team.went[-1] == ("problems", {"problem": about})


def test_before_the_judging_cycle_has_begun_nothing_is_judged(team: Host) -> None:
    number = agreed(team)
    team.look_at(month=DECEMBER)
    page = page_of(team)
    line = line_of(page, number)
    assert "周期还没开始" in seen(line) and "现在" not in seen(line)
    line.open()
    assert "未见效" not in seen(line) and "记下跟进" in seen(line)


def test_while_the_cycle_runs_the_verdict_is_only_for_now(team: Host) -> None:
    number = agreed(team)
    win(team, LI, 6, date(2026, 12, 8))
    team.look_at(month=DECEMBER, today=date(2026, 12, 10))
    page = page_of(team)
    assert "暂看见效" in seen(line_of(page, number))
    line_of(page, number).open()
    assert "周期还没过完" in seen(line_of(page, number))


def test_the_chart_leads_to_the_rows_behind_the_number(team: Host, qtbot: QtBot) -> None:
    number = agreed(team)
    page = page_of(team)
    [chart] = line_of(page, number).findChildren(BulletChart)
    place = QPointF(chart.rect().center())
    chart.grab()  # the marks are known once it was painted
    for kind in (QMouseEvent.Type.MouseButtonPress, QMouseEvent.Type.MouseButtonRelease):
        QApplication.sendEvent(chart, QMouseEvent(
            kind, place, chart.mapToGlobal(place), Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        ))  # fmt: skip
    went, arguments = team.went[-1]
    assert went == "deals" and "李雯" in str(arguments["title"])
    assert line_of(page, number).editor is None, "the click was for the number and not for the line"


def test_older_cycles_without_a_verdict_are_named_with_a_way_there(team: Host) -> None:
    agreed(team)
    team.look_at(month=Month(2027, 1), today=date(2027, 1, 8))
    page = page_of(team)
    press(team, page, "△ 2026 年 11 月还有 1 个没有验证")
    assert team.view.month == DECEMBER
    assert [line.shown.judged for line in lines(page)] == [True]


def test_a_draft_that_was_left_behind_is_named_with_a_way_to_its_cycle(team: Host) -> None:
    actions.draft_action(team.store, LI, NOVEMBER, "再想想")
    team.look_at(month=DECEMBER, today=NEXT)
    page = page_of(team)
    press(team, page, "○ 2026 年 11 月还有 1 个草稿")
    assert team.view.month == NOVEMBER and "再想想" in seen(page)


def test_while_the_judging_cycle_runs_there_are_looks_still(team: Host, qtbot: QtBot) -> None:
    number = agreed(team)
    actions.plan_check_in(team.store, number, date(2026, 12, 8))
    team.look_at(month=DECEMBER, today=date(2026, 12, 10))
    page = page_of(team)
    assert "该跟进,晚 2 天" in seen(line_of(page, number))
    line_of(page, number).open()
    assert focused().accessibleName() == "跟进时说的话"
    qtbot.keyClicks(focused(), "go on")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    team.settle()
    assert "提示:go on" in seen(line_of(page, number)) and "暂看未见效" in seen(line_of(page, number))


def test_a_figure_on_top_leads_to_what_it_counts(team: Host, qtbot: QtBot) -> None:
    agreed(team, LI, "甲")
    due = agreed(team, CHEN, "乙")
    actions.plan_check_in(team.store, due, TODAY)
    problems.record_problem(team.store, LI, OCTOBER, "self", "十月的", OCTOBER.last_day)
    page = page_of(team)
    figures = {figure.accessibleName().split()[0]: figure for figure in page.findChildren(HeadlineFigure)}
    figures["该跟进"].setFocus()
    qtbot.keyClick(figures["该跟进"], Qt.Key.Key_Return)
    assert focused() is line_of(page, due)
    figures["闭环率"].setFocus()
    qtbot.keyClick(figures["闭环率"], Qt.Key.Key_Return)
    team.settle()
    assert team.view.month == OCTOBER and team.went[-1] == ("problems", {})


def test_what_has_to_be_looked_at_stands_first_and_arrows_go_along(team: Host, qtbot: QtBot) -> None:
    calm = agreed(team, LI, "甲")
    due = agreed(team, CHEN, "乙")
    actions.plan_check_in(team.store, due, TODAY)
    [draft] = actions.draft_action(team.store, CHEN, NOVEMBER, "丙").ids["action"]
    page = page_of(team)
    assert [line.key for line in lines(page)] == [due, draft, calm]
    page.arrive(person=LI)
    assert focused() is line_of(page, calm)
    qtbot.keyClick(focused(), Qt.Key.Key_Up)
    assert focused() is line_of(page, draft)
    page.arrive(action=due)
    assert line_of(page, due).editor is not None


def test_a_line_that_is_open_survives_a_change_elsewhere(team: Host, qtbot: QtBot) -> None:
    number = agreed(team)
    page = page_of(team)
    line = line_of(page, number)
    line.open()
    qtbot.keyClicks(focused(), "half")
    agreed(team, CHEN, "别处记下的")
    page.mark_stale()
    team.settle()
    assert line_of(page, number) is line and line.editor is not None
    assert isinstance(focused(), QLineEdit) and cast(QLineEdit, focused()).text() == "half"
    assert len(lines(page)) == 2


def test_many_actions_come_in_their_order_and_again_after_a_look_at_another_cycle(team: Host, qtbot: QtBot) -> None:
    numbers = [agreed(team, LI, f"动作 {place}") for place in range(30)]
    page = page_of(team)

    def all_there() -> bool:
        team.settle()
        return [line.key for line in lines(page)] == numbers

    qtbot.waitUntil(all_there, timeout=5000)
    team.look_at(month=OCTOBER)
    qtbot.waitUntil(lambda: lines(page) == [], timeout=5000)
    page.arrive(action=numbers[-1])
    team.look_at(month=NOVEMBER)
    qtbot.waitUntil(all_there, timeout=5000)
    qtbot.waitUntil(lambda: line_of(page, numbers[-1]).editor is not None, timeout=5000)


def test_behind_the_shield_there_is_nobody_else(team: Host) -> None:
    agreed(team, CHEN, "别人的动作")
    agreed(team, LI, "自己的动作")
    page = page_of(team)
    team.look_at(only_person=LI)
    assert "自己的动作" in seen(page) and "别人的动作" not in seen(page) and "陈佳" not in seen(page)
    page.write_new()
    person = field(page, "责任人")
    assert isinstance(person, QComboBox) and [person.itemText(n) for n in range(person.count())] == ["李雯"]


def test_an_empty_store_says_what_would_fill_the_page(host: Host) -> None:
    page = page_of(host)
    assert "先导入团队和商机" in seen(page)
    press(host, page, "导入 Excel 或 CSV…")
    assert host.commands == ["import"]
