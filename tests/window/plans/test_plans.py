"""The page of plans in real widgets: written like a spreadsheet, copied week by week, each number with its rows."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cockpit.language import choose_language
from cockpit.metrics import Scope
from cockpit.operations.operation import undo
from cockpit.window.kit.activity_list import ActivityList
from cockpit.window.plans.page import PlansPage
from tests.metrics.builder import Builder
from tests.window.conftest import Host


class Team(Builder):
    """李雯 and 陈佳 of direct sales, 周启航 of key accounts; today is Tuesday, 24 November 2026."""

    def __init__(self, host: Host) -> None:
        self.store, self.connection, self._reader = host.store, host.store.connection, None
        self.pipeline = self.add("pipelines", name="销售流程")
        self.stages = {
            name: self.add(
                "stages", pipeline_id=self.pipeline, name=name, position=place, kind=kind, experience_value=0.5
            )
            for place, (name, kind) in enumerate((("线索", "open"), ("赢单", "won"), ("丢单", "lost")))
        }
        direct, key = self.team("直销部", mode="process"), self.team("大客户部")
        self.li = self.person("李雯", direct, pinyin="liwen")
        self.chen = self.person("陈佳", direct, pinyin="chenjia")
        self.zhou = self.person("周启航", key)
        self.account = self.add("accounts", name="华信科技")

    def did(self, person: int, day: str, kind: str = "上门拜访", met: str = "决策人", **values: object) -> None:
        self.add("activities", person_id=person, happened_on=day, kind=kind, met=met, account_id=self.account, **values)

    def plan(self, person: int, week: str, planned: int, kind: str = "上门拜访", met: str = "决策人") -> None:
        self.add("key_action_plans", person_id=person, week_on=week, kind=kind, met=met, planned=planned)

    def plans(self) -> list[tuple[object, ...]]:
        return self.connection.execute(
            "SELECT person_id, week_on, planned FROM key_action_plans ORDER BY week_on, person_id"
        ).fetchall()


@pytest.fixture
def team(host: Host) -> Iterator[Team]:
    yield Team(host)


def shown(host: Host) -> PlansPage:
    page = host.show_page(PlansPage)
    assert isinstance(page, PlansPage)
    return page


def cells(page: PlansPage) -> dict[str, list[str]]:
    rows = page.plans.grid.rows
    return {
        rows.row(place).cells[0].text: [cell.text for cell in rows.row(place).cells[1:]]
        for place in range(rows.rowCount())
    }


def choose(page: PlansPage, row: int, column: int) -> None:
    page.plans.grid.setCurrentIndex(page.plans.grid.rows.index(row, column))


def texts(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def test_planned_and_done_stand_together_with_their_rows(host: Host, team: Team) -> None:
    team.plan(team.li, "2026-11-16", 2)
    team.plan(team.li, "2026-11-23", 2)
    team.plan(team.chen, "2026-11-16", 1)
    team.plan(team.li, "2026-11-30", 3)
    for day in ("2026-11-16", "2026-11-24"):
        team.did(team.li, day)
    team.did(team.chen, "2026-11-20")
    team.did(team.zhou, "2026-11-20")
    page = shown(host)

    assert cells(page) == {
        # Of people managed by their process first; who has no plan does not help the others to theirs.
        "陈佳": ["0", "0", "0", "✓ 1/1", "0", "", "✓ 1/1"],
        "李雯": ["0", "0", "0", "△ 1/2", "1/2", "–/3", "2/4"],
        "周启航": ["0", "0", "0", "1", "0", "", "1"],
        "合计": ["0", "0", "0", "△ 2/3", "1/2", "–/3", "3/5"],
    }
    choose(page, 1, 4)
    assert "李雯 · 11-16 – 11-22 · 上门拜访 · 决策人:计划 2 次,做了 1 次" in texts(page.plans)
    link = next(one for one in page.plans.findChildren(QPushButton) if one.text() == "看明细")
    link.click()
    host.settle()
    [listed] = host.findChildren(ActivityList)
    assert "李雯" in listed.windowTitle()
    assert listed.table.rows.rowCount() == 1


def test_a_count_is_typed_and_undone(host: Host, team: Team) -> None:
    team.did(team.li, "2026-11-16")
    page = shown(host)
    choose(page, 0, 5)
    assert cells(page)["李雯"][3] == "1"
    QTest.keyClick(page.plans.grid, Qt.Key.Key_3)
    editor = page.plans.grid.editor
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return)
    host.settle()

    assert team.plans() == [(team.chen, "2026-11-23", 3)]
    assert cells(page)["陈佳"][4] == "0/3"
    undo(host.store)
    page.mark_stale()
    host.settle()
    assert cells(page)["陈佳"][4] == "0"


def test_what_is_no_count_is_said_and_nothing_written(host: Host, team: Team) -> None:
    page = shown(host)
    QGuiApplication.clipboard().setText("2\t很多\n1\t1")
    choose(page, 0, 1)
    page.plans.grid.paste()
    host.settle()
    assert team.plans() == []
    assert "很多" in host.said[0]


def test_blocks_are_pasted_with_and_without_names(host: Host, team: Team) -> None:
    page = shown(host)
    QGuiApplication.clipboard().setText("姓名\t第一周\t第二周\n李雯\t4\t5\n周启航\t\t1\n")
    choose(page, 0, 3)
    page.plans.grid.paste()
    host.settle()
    assert team.plans() == [(team.li, "2026-10-26", 4), (team.li, "2026-11-02", 5), (team.zhou, "2026-11-02", 1)]

    QGuiApplication.clipboard().setText("外人\t4\n李雯\t9")
    page.plans.grid.paste()
    host.settle()
    assert "“外人”" in host.said[-1]
    assert len(team.plans()) == 3

    QGuiApplication.clipboard().setText("7\t8")
    choose(page, 0, 5)
    page.plans.grid.paste()
    host.settle()
    assert team.plans()[-2:] == [(team.chen, "2026-11-23", 7), (team.chen, "2026-11-30", 8)]


def test_the_week_before_is_copied_to_the_chosen_week(host: Host, team: Team) -> None:
    team.plan(team.li, "2026-11-23", 4)
    page = shown(host)
    choose(page, 0, 6)
    copy = next(one for one in page.plans.findChildren(QPushButton) if "照抄" in one.text())
    assert copy.text() == "11-30 照抄前一周"
    copy.click()
    host.settle()
    assert team.plans()[-1] == (team.li, "2026-11-30", 4)
    copy.click()
    host.settle()
    assert "没有可以照抄的计划" in host.said[-1]


def test_key_actions_are_offered_first_and_the_choice_is_remembered(host: Host, team: Team) -> None:
    for number in range(60):
        won = number % 2 == 0
        deal = team.deal(team.li, "won" if won else "lost", closed_on="2026-10-20", account_id=team.account)
        team.did(team.li, "2026-10-10", "电话", "", deal_id=deal)
        if won:
            team.did(team.li, "2026-10-10", "演示", "业务部门", deal_id=deal)
    team.did(team.li, "2026-11-20", "电话", "")
    page = shown(host)
    host.settle()
    chooser = page.plans._action
    # Nothing was planned and nobody chose: the key action stands there by itself.
    assert chooser.currentText() == "★ 关键:演示 · 业务部门"
    assert chooser.itemText(0) == "★ 关键:演示 · 业务部门"

    place = next(place for place in range(chooser.count()) if chooser.itemText(place) == "电话")
    chooser.setCurrentIndex(place)
    chooser.activated.emit(place)
    host.settle()
    assert cells(page)["李雯"][3] == "1"
    again = shown(host)
    assert again.plans._action.currentText() == "电话"


def test_prospecting_by_week_against_the_plan(host: Host, team: Team) -> None:
    team.target("2026-11", 2, team.li, measure="new_touches")
    team.did(team.li, "2026-11-03")
    new = team.add("accounts", name="远景能源")
    team.add("activities", person_id=team.li, happened_on="2026-11-17", kind="电话", account_id=new)
    team.deal(team.chen, source="self", created_on="2026-11-05")
    page = shown(host)
    host.settle()
    rows = page.prospecting.table.rows
    found = {
        rows.row(place).cells[0].text: [cell.text for cell in rows.row(place).cells[1:]]
        for place in range(rows.rowCount())
    }
    assert found["李雯"] == ["0", "1", "0", "1", "0", "", "✓ 2/2", "0", "1"]
    assert found["陈佳"] == ["0", "0", "0", "0", "0", "", "0", "1", "0"]
    assert found["合计"] == ["0", "1", "0", "1", "0", "", "✓ 2/2", "1", "1"]
    page.prospecting.table.cell_opened.emit(team.chen, "deals")
    assert host.went[-1][0] == "deals"
    assert [figure.accessibleName() for figure in page.figures[1:]] == [
        "新触达的客户 2 计划 2 ✓ 做够了", "自拓商机 1 这个周期创建的", "首次拜访的客户 1 第一次上门",
    ]  # fmt: skip


def test_without_sources_nobody_is_said_to_have_no_deal_of_their_own(host: Host, team: Team) -> None:
    page = shown(host)
    host.settle()
    assert page.prospecting.table.rows.row(0).cells[-2].text == "—"
    assert "商机没有记下来源" in page.figures[2].accessibleName()


def test_without_any_activity_nobody_is_said_to_have_done_nothing(host: Host, team: Team) -> None:
    team.plan(team.li, "2026-11-16", 2)
    page = shown(host)
    host.settle()
    assert cells(page)["李雯"] == ["", "", "", "–/2", "", "", "–/2"]
    for figure in (page.figures[0], page.figures[1], page.figures[3]):
        assert "— 还没有跟进记录" in figure.accessibleName()
    row = page.prospecting.table.rows.row(0)
    assert [row.cells[1].text, row.cells[-3].text, row.cells[-1].text] == ["—", "—", "—"]


def test_behind_the_shield_only_the_one_is_there(host: Host, team: Team) -> None:
    team.plan(team.li, "2026-11-23", 4)
    page = shown(host)
    host.look_at(only_person=team.li)
    host.settle()
    assert list(cells(page)) == ["李雯"]
    rows = page.prospecting.table.rows
    assert [rows.row(place).label for place in range(rows.rowCount())] == ["李雯"]


def test_an_empty_store_says_what_to_do(host: Host) -> None:
    page = shown(host)
    assert "先导入人员" in page.empty.findChildren(QLabel)[0].text()
    next(one for one in page.empty.findChildren(QPushButton) if "导入" in one.text()).click()
    assert host.commands == ["import"]


def test_in_english_and_of_one_person(host: Host, team: Team) -> None:
    team.plan(team.li, "2026-11-23", 4)
    choose_language("en")
    page = shown(host)
    host.look_at(scope=Scope.person(team.li))
    host.settle()
    assert list(cells(page)) == ["李雯"]
    assert page.plans.chosen_week.isoformat() == "2026-11-23"
