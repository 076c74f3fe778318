"""The Process page in real widgets: what each way of managing shows, and that every number leads to its rows."""

from collections.abc import Iterator
from datetime import date

import pytest
from attrs import define
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cockpit.language import choose_language
from cockpit.metrics import WHOLE_TEAM, RowsQuery, Scope
from cockpit.model.cycles import Month
from cockpit.operations.deal_log import write_log_entry
from cockpit.operations.deals import edit_deals
from cockpit.window.kit.charts import PaintedChart
from cockpit.window.kit.page import View
from cockpit.window.kit.tables import Table
from cockpit.window.process.page import ProcessPage
from tests.window.conftest import Host


@define
class Team:
    """Two teams, one managed by opportunities and one by process, with a year of deals."""

    host: Host
    stages: dict[str, int]
    key: int
    direct: int
    people: dict[str, int]
    deals: dict[str, int]

    def add(self, table: str, **values: object) -> int:
        columns, marks = ", ".join(values), ", ".join("?" for _ in values)
        sql = f"INSERT INTO {table}({columns}) VALUES ({marks})"
        return self.host.store.connection.execute(sql, tuple(values.values())).lastrowid or 0

    def deal(self, owner: str, name: str, stage: str, moved: str | None = None, **values: object) -> int:
        state = {"赢单": "won", "丢单": "lost"}.get(stage, "open")
        values.setdefault("created_on", "2026-09-01")
        deal = self.deals[name] = self.add(
            "deals", name=name, owner_id=self.people[owner], stage_id=self.stages[stage], state=state, **values
        )
        if moved:
            self.add(
                "deal_history", deal_id=deal, field="stage", old=str(self.stages["线索"]),
                new=str(self.stages[stage]), effective_at=moved, recorded_at=f"{moved}T00:00:00.000Z",
            )  # fmt: skip
        return deal


@pytest.fixture
def team(host: Host) -> Team:
    """On 24 November: 陈佳 of the key accounts is far ahead, 李雯 of direct sales far behind."""
    made = Team(host, {}, 0, 0, {}, {})
    pipeline = made.add("pipelines", name="销售流程")
    for place, (name, kind, value) in enumerate(
        (("线索", "open", 0.1), ("报价", "open", 0.5), ("赢单", "won", 1.0), ("丢单", "lost", 0.0))
    ):
        made.stages[name] = made.add(
            "stages", pipeline_id=pipeline, name=name, position=place, kind=kind, experience_value=value
        )
    made.key = made.add("teams", name="大客户部", pipeline_id=pipeline, mode="opportunities")
    made.direct = made.add("teams", name="直销部", pipeline_id=pipeline, mode="process", typical_cycle_days=30)
    for name, of_team, won in (("陈佳", made.key, 200_000_00), ("李雯", made.direct, 10_000_00)):
        person = made.people[name] = made.add("people", name=name, pinyin=name)
        made.add("memberships", person_id=person, team_id=of_team)
        made.add("targets", month="2026-11", person_id=person, measure="won_revenue", value=100_000_00)
        made.deal(name, f"{name}的赢单", "赢单", amount=won, closed_on="2026-11-10")
    account = made.add("accounts", name="华信科技", owner_id=made.people["陈佳"])
    made.deal("陈佳", "数据平台", "报价", "2026-09-20", amount=800_000_00, account_id=account, is_major=1)
    made.deal("陈佳", "续约", "报价", "2026-11-20", amount=100_000_00, is_major=1, next_step="演示",
              next_step_on="2026-11-26")  # fmt: skip
    made.deal("李雯", "轻分析", "线索", amount=30_000_00, created_on="2026-09-05")
    for number in range(25):
        won, lost = f"成交 {number}", f"未成 {number}"
        made.deal("李雯", won, "赢单", amount=1_000_00, closed_on="2026-09-20")
        made.add("activities", deal_id=made.deals[won], person_id=made.people["李雯"], kind="上门拜访", met="决策人",
                 happened_on="2026-09-10")  # fmt: skip
        made.deal("李雯", lost, "丢单", closed_on="2026-09-20")
    for kind, day in (("电话", "2026-11-03"), ("电话", "2026-11-05"), ("演示", "2026-11-06"), ("电话", "2026-10-06")):
        made.add("activities", deal_id=made.deals["轻分析"], person_id=made.people["李雯"], kind=kind, happened_on=day)
    return made


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    yield
    choose_language("zh")


def settle(host: Host) -> None:
    """What takes longer is asked for only when the first part is shown."""
    for _ in range(3):
        host.settle()


def shown(host: Host) -> ProcessPage:
    page = host.show_page(ProcessPage)
    assert isinstance(page, ProcessPage)
    settle(host)
    return page


def texts(widget: QWidget) -> str:
    """All that labels and buttons in sight say."""
    said = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return "\n".join(
        said + [button.text() for button in widget.findChildren(QPushButton) if button.isVisibleTo(widget)]
    )


def cells(table: Table) -> list[list[str]]:
    return [[cell.plain for cell in table.rows.row(number).cells] for number in range(table.rows.rowCount())]


def behind(host: Host) -> tuple[list[str], str]:
    """The names of the deals that were opened last, and what they are called."""
    where, arguments = host.went[-1]
    rows = arguments["rows"]
    assert where == "deals" and isinstance(rows, RowsQuery)
    found = host.readers().here().execute(
        f"SELECT name FROM deals WHERE {rows.where} ORDER BY id", dict(rows.parameters)
    )  # fmt: skip
    return [name for (name,) in found], str(arguments["title"])


def open_mark(qtbot: QtBot, chart: PaintedChart, steps: int) -> None:
    """By keyboard: to the mark of this number, counted from 1, and Enter."""
    chart.setFocus()
    for _ in range(steps):
        qtbot.keyClick(chart, Qt.Key.Key_Down)
    qtbot.keyClick(chart, Qt.Key.Key_Return)


def test_who_may_be_skipped_is_said_with_the_reason(host: Host, team: Team) -> None:
    page = shown(host)
    assert "陈佳 2.47" in texts(page)
    assert "可略过 · 还有 1 人要看" in texts(page)
    host.look_at(scope=Scope.person(team.people["李雯"]))
    settle(host)
    assert "过程要看:进度指数 0.12,明显落后于进度" in texts(page)


def test_both_ways_of_managing_stand_side_by_side_for_the_whole_team(host: Host, team: Team) -> None:
    page = shown(host)
    for card in (page.funnel, page.key_actions, page.stalled, page.majors, page.tiers, page.activities):
        assert card.isVisible()
    # The funnel is the key accounts' alone: 李雯's lead is not in it.
    assert dict(page.funnel.chart.rows())["线索"].startswith("0 单")
    assert "预计 45 万" in texts(page.funnel)


def test_a_team_shows_what_its_way_of_managing_needs(host: Host, team: Team) -> None:
    page = shown(host)
    host.look_at(scope=Scope.of_team(team.key))
    settle(host)
    assert page.funnel.isVisible() and not page.key_actions.isVisible() and not page.activities.isVisible()
    host.look_at(scope=Scope.of_team(team.direct))
    settle(host)
    assert page.key_actions.isVisible() and page.activities.isVisible() and not page.funnel.isVisible()
    host.look_at(scope=Scope.person(team.people["陈佳"]))
    settle(host)
    assert page.funnel.isVisible() and not page.key_actions.isVisible()


def test_a_card_that_moved_to_another_place_is_as_high_as_what_it_says(host: Host, team: Team) -> None:
    page = shown(host)
    page.resize(1100, 900)
    for scope in (Scope.person(team.people["李雯"]), Scope.of_team(team.key), Scope.person(team.people["李雯"])):
        host.look_at(scope=scope)
        settle(host)
        assert page.tiers.height() >= page.tiers.sizeHint().height()


def test_a_bar_opens_its_deals_by_key_and_by_mouse(host: Host, team: Team, qtbot: QtBot) -> None:
    page = shown(host)
    open_mark(qtbot, page.funnel.chart, 2)
    assert behind(host) == (["数据平台", "续约"], "报价 · 在手商机")
    host.went.clear()
    mark = page.funnel.chart.marks[1]
    qtbot.mouseClick(page.funnel.chart, Qt.MouseButton.LeftButton, pos=mark.area.center().toPoint())
    assert behind(host)[0] == ["数据平台", "续约"]


def test_conversion_is_shown_with_what_is_still_open_beside_it(host: Host, team: Team) -> None:
    team.deal("陈佳", "新线索", "线索", amount=1_000_00, created_on="2026-11-02")
    page = shown(host)
    page.grab()
    words = page.funnel.chart.marks[0].words
    # 陈佳's own three deals since September moved on or were won; the new lead waits.
    assert "往前走了,1 单还在" in words


def test_a_key_action_says_how_many_deals_carry_it_and_opens_them(host: Host, team: Team, qtbot: QtBot) -> None:
    page = shown(host)
    assert page.key_actions.chart.rows() == [("上门拜访 · 决策人", "+96 点 25 | 26")]
    assert "不等于原因" in texts(page.key_actions)
    open_mark(qtbot, page.key_actions.chart, 1)
    names, title = behind(host)
    assert names == [f"成交 {number}" for number in range(25)]
    assert title == "有“上门拜访 · 决策人”的已关闭商机"


def test_too_few_deals_show_no_lift(host: Host, team: Team) -> None:
    host.store.connection.execute("DELETE FROM activities WHERE id % 5 <> 0 AND kind = '上门拜访'")
    page = shown(host)
    assert page.key_actions.chart.is_empty()


def test_stalled_deals_are_apart_from_those_that_never_moved(host: Host, team: Team, qtbot: QtBot) -> None:
    page = shown(host)
    ((deal, owner, amount, stage, days, because),) = cells(page.stalled.table)
    assert (deal, owner, amount, stage) == ("数据平台 华信科技", "陈佳", "80 万", "报价")
    assert days == "65 天 / 限 45"
    assert because == "默认"
    assert "超期、从未换过阶段 1 单" in texts(page.stalled)
    qtbot.mouseClick(page.stalled.never_moved, Qt.MouseButton.LeftButton)
    assert behind(host)[0] == ["轻分析"]
    page.stalled.table.setFocus()
    page.stalled.table.choose(team.deals["数据平台"])
    qtbot.keyClick(page.stalled.table, Qt.Key.Key_Return)
    assert host.went[-1] == ("deals", {"deal": team.deals["数据平台"]})


def test_the_largest_stalled_deals_can_be_asked_for(host: Host, team: Team, qtbot: QtBot) -> None:
    for number in range(11):
        team.deal("陈佳", f"停 {number}", "报价", f"2026-08-{number + 1:02}", amount=number * 1_000_00)
    page = shown(host)
    assert [row[0] for row in cells(page.stalled.table)] == [f"停 {number}" for number in range(8)]
    assert "全部 12 单" in texts(page.stalled)
    qtbot.mouseClick(page.stalled.reorder, Qt.MouseButton.LeftButton)
    settle(host)
    assert [row[0] for row in cells(page.stalled.table)[:2]] == ["数据平台 华信科技", "停 10"]
    qtbot.mouseClick(page.stalled.all_of_them, Qt.MouseButton.LeftButton)
    assert len(behind(host)[0]) == 12


def test_a_major_deal_without_a_next_step_stands_first_until_it_has_one(host: Host, team: Team, qtbot: QtBot) -> None:
    page = shown(host)
    first, second = cells(page.majors.table)
    assert (first[0], first[4], first[5]) == ("数据平台", "没有下一步", "还没有进展")
    assert (second[0], second[4]) == ("续约", "11 月 26 日 演示")
    qtbot.mouseClick(page.majors.without, Qt.MouseButton.LeftButton)
    assert behind(host) == (["数据平台"], "没有下一步的重点商机")
    deal = team.deals["数据平台"]
    for name, value in (("next_step", "见 CIO"), ("next_step_on", "2026-11-25")):
        host.perform(lambda store, name=name, value=value: edit_deals(store, [deal], name, value))  # type: ignore[misc]
    settle(host)
    assert cells(page.majors.table)[0][4] == "11 月 25 日 见 CIO"
    assert not page.majors.without.isVisible()


def test_the_last_entry_a_step_that_is_late_and_silence_are_seen_and_a_row_leads_to_the_log(
    host: Host, team: Team, qtbot: QtBot
) -> None:
    deal = team.deals["数据平台"]
    host.perform(lambda store: edit_deals(store, [deal], "created_on", "2026-09-01"))
    host.perform(
        lambda store: write_log_entry(
            store, deal, "CIO 要看案例", next_step="发案例", next_step_on=date(2026, 11, 10), today=date(2026, 11, 3)
        )
    )
    page = shown(host)
    row = next(row for row in cells(page.majors.table) if row[0] == "数据平台")
    assert (row[4], row[5]) == ("逾期 14 天 发案例", "21 天前 CIO 要看案例")
    qtbot.mouseClick(page.majors.overdue, Qt.MouseButton.LeftButton)
    assert behind(host) == (["数据平台"], "下一步逾期的重点商机")
    qtbot.mouseClick(page.majors.silent, Qt.MouseButton.LeftButton)
    assert "数据平台" in behind(host)[0]
    page.majors.table.setFocus()
    page.majors.table.choose(0)
    qtbot.keyClick(page.majors.table, Qt.Key.Key_Return)
    assert host.went[-1] == ("deals", {"deal": deal, "log": True})


def test_the_major_deals_stand_before_those_that_were_only_pushed(host: Host, team: Team) -> None:
    page = shown(host)
    page.pushed.show()
    settle(host)
    tops = [card.mapTo(page, QPoint(0, 0)).y() for card in (page.funnel, page.stalled, page.majors, page.pushed)]
    assert tops == sorted(set(tops))


def test_how_few_customers_make_most_and_each_opens_its_deals(host: Host, team: Team, qtbot: QtBot) -> None:
    page = shown(host)
    assert page.tiers.chart.rows() == [("华信科技", "80 万 · 100 %")]
    page.tiers.chart.opened.emit("0")
    assert behind(host) == (["数据平台"], "华信科技")
    page.tiers.of.setCurrentIndex(1)
    page.tiers.of.activated.emit(1)
    assert "个商机" in page.tiers.chart.accessibleName()
    page.tiers.of.setCurrentIndex(0)
    page.tiers.of.activated.emit(0)
    page.tiers.tiers.cell_opened.emit(0, "accounts")
    assert host.went[-1] == ("accounts", {"tier": "A"})
    assert "1 个客户(100 %)占了 100 % 的金额" in texts(page.tiers)
    assert cells(page.tiers.tiers)[0] == ["A", "1", "0", "80 万", "100 %"]
    assert cells(page.tiers.accounts) == [["华信科技", "A", "0", "80 万", "100 %"]]
    page.tiers.accounts.setFocus()
    page.tiers.accounts.choose(1)
    qtbot.keyClick(page.tiers.accounts, Qt.Key.Key_Return)
    assert behind(host) == (["数据平台"], "华信科技")


def test_what_each_person_did_leads_to_the_person_and_from_there_to_the_deals(
    host: Host, team: Team, qtbot: QtBot
) -> None:
    page = shown(host)
    table = page.activities.table
    assert [column.title for column in table.rows.columns] == ["销售", "电话", "演示", "其他", "合计", "上月同期"]
    assert cells(table) == [["李雯", "2", "1", "0", "3", "1"]]
    host.look_at(scope=Scope.of_team(team.direct))
    team.add("memberships", person_id=team.add("people", name="吴思", pinyin="wusi"), team_id=team.direct)
    page.mark_stale()
    settle(host)
    assert [row[0] for row in cells(table)] == ["吴思", "李雯"]
    table.setFocus()
    table.choose(team.people["李雯"])
    qtbot.keyClick(table, Qt.Key.Key_Return)
    settle(host)
    assert host.view.scope == Scope.person(team.people["李雯"])
    assert cells(table) == [["电话", "2", "1"], ["演示", "1", "0"], ["合计", "3", "1"]]
    table.choose(0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert behind(host) == (["轻分析"], "李雯 这个周期跟进过的商机 · 电话")


def test_behind_the_shield_nothing_of_others_is_shown(host: Host, team: Team) -> None:
    page = shown(host)
    shielded = View(host.view.month, WHOLE_TEAM, host.view.today, only_person=team.people["李雯"])
    page.show_data(page.load(host.readers().here(), shielded))
    settle(host)
    said = texts(page) + "".join(
        cell for table in page.findChildren(Table) for row in cells(table) for cell in row if table.isVisibleTo(page)
    )
    for hidden in ("陈佳", "数据平台", "续约", "华信科技"):
        assert hidden not in said


def test_another_cycle_never_shows_figures_of_the_one_before_it(host: Host, team: Team) -> None:
    page = shown(host)
    assert page.key_actions.chart.rows() and cells(page.tiers.accounts) and cells(page.activities.table)
    earlier = View(Month(2025, 3), WHOLE_TEAM, host.view.today)
    page.show_data(page.load(host.readers().here(), earlier))
    # What takes longer is not there yet.
    assert page.key_actions.chart.is_empty()
    assert not page.tiers.accounts.isVisible()
    assert cells(page.activities.table) == []
    assert cells(page.majors.table) == []
    settle(host)
    assert page.key_actions.chart.is_empty()
    assert page.tiers.accounts.isVisible()


def test_a_past_cycle_says_what_became_of_a_major_deal(host: Host, team: Team) -> None:
    team.deal("陈佳", "签了", "赢单", amount=1_000_00, closed_on="2026-11-12", is_major=1)
    page = shown(host)
    host.look_at(month=Month(2026, 10))
    settle(host)
    assert {row[0]: row[4] for row in cells(page.majors.table)}["签了"] == "后来赢单"


def test_an_empty_store_says_what_to_do_first(host: Host, qtbot: QtBot) -> None:
    page = shown(host)
    button = next(button for button in page.findChildren(QPushButton) if button.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert host.commands == ["import"]
    assert host.view.scope == WHOLE_TEAM


def test_without_activities_the_chart_says_what_would_fill_it(host: Host, team: Team) -> None:
    host.store.connection.execute("DELETE FROM activities")
    page = shown(host)
    assert page.key_actions.chart.is_empty()
    assert "都没有跟进记录" in page.key_actions.chart._empty_words


def test_everything_is_said_again_in_the_other_language(host: Host, team: Team) -> None:
    page = shown(host)
    choose_language("en")
    page.retranslate()
    page.mark_stale()
    settle(host)
    assert page.stalled.table.rows.columns[2].title == "Amount"
    assert page.funnel.chart.rows()
    assert page.key_actions.chart.rows()[0][1] == "+96 pts 25 | 26"


def test_tab_goes_through_the_page_as_the_eye_does(host: Host, team: Team, qtbot: QtBot) -> None:
    page = shown(host)
    host.look_at(scope=Scope.of_team(team.key))
    settle(host)
    page.funnel.chart.setFocus()
    passed = []
    for _ in range(10):
        qtbot.keyClick(host.focusWidget(), Qt.Key.Key_Tab)
        passed.append(host.focusWidget())
    assert passed == [
        page.stalled.table, page.majors.without, page.majors.silent, page.majors.table, page.tiers.of,
        page.tiers.all_of_them, page.tiers._pareto, page.tiers.chart, page.tiers.tiers, page.tiers.accounts,
    ]  # fmt: skip
