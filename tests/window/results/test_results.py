"""The Results page in real widgets: what it says, and that every number leads to its rows."""

from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from cockpit.metrics import WHOLE_TEAM, Period, RowsQuery, Scope
from cockpit.metrics.facts import Facts
from cockpit.metrics.result_figures import pace
from cockpit.model.cycles import Month
from cockpit.operations.cycles import close_cycle
from cockpit.window.kit.bar_list import BarList
from cockpit.window.kit.cards import HeadlineFigure
from cockpit.window.kit.line_chart import LineChart
from cockpit.window.results.agreed import AgreedAction, AgreedCard
from cockpit.window.results.forecast_card import ForecastCard
from cockpit.window.results.leading import LeadingTable
from cockpit.window.results.page import ResultsPage
from cockpit.window.results.people import PeopleBars
from cockpit.window.results.trend_card import TrendCard
from tests.window.conftest import Host

Part = TypeVar("Part", bound=QWidget)


@pytest.fixture
def people(host: Host) -> dict[str, int]:
    """On 24 November, the 17th of 21 working days: one far over the target, one behind, one without a target."""

    def add(table: str, **values: object) -> int:
        columns, marks = ", ".join(values), ", ".join("?" for _ in values)
        sql = f"INSERT INTO {table}({columns}) VALUES ({marks})"
        return host.store.connection.execute(sql, tuple(values.values())).lastrowid or 0

    pipeline = add("pipelines", name="销售流程")
    stages = {
        kind: add("stages", pipeline_id=pipeline, name=kind, position=place, kind=kind, experience_value=value)
        for place, (kind, value) in enumerate((("open", 0.5), ("won", 1.0), ("lost", 0.0)))
    }
    team = add("teams", name="直销部", pipeline_id=pipeline)
    product = add("products", name="平台", list_price=40_000_00)
    found = {"product": product}
    for name, pinyin, won, target in (
        ("陈佳", "chenjia", 150_000_00, 100_000_00), ("李雯", "liwen", 40_000_00, 100_000_00),
        ("吴思", "wusi", 20_000_00, None),
    ):  # fmt: skip
        person = found[name] = add("people", name=name, pinyin=pinyin)
        add("memberships", person_id=person, team_id=team)
        if target is not None:
            add("targets", month="2026-11", person_id=person, measure="won_revenue", value=target)
        for month, amount in (("2026-10", 30_000_00), ("2026-11", won)):
            add(
                "deals", name="商机", owner_id=person, stage_id=stages["won"], state="won", amount=amount,
                created_on="2026-09-01", closed_on=f"{month}-10",
            )  # fmt: skip
    for category, amount in (("commit", 60_000_00), ("best_case", 20_000_00), (None, None), ("omitted", 10_000_00)):
        add(
            "deals", name="在手", owner_id=found["李雯"], stage_id=stages["open"], state="open", amount=amount,
            product_id=product, forecast_category=category, expected_close="2026-11-28", created_on="2026-10-01",
        )  # fmt: skip
    found["action"] = add(
        "actions", person_id=found["李雯"], month="2026-10", text="每周拜访 6 家", state="agreed", metric="won_revenue",
        baseline=300_000, target=380_000, agreed_on="2026-10-20",
    )  # fmt: skip
    found["done"] = add(
        "actions", person_id=found["陈佳"], month="2026-10", text="先谈价值", state="closed", metric="won_count",
        baseline=1, target=1, agreed_on="2026-10-20", verdict="not_effective",
    )  # fmt: skip
    return found


def shown(host: Host) -> ResultsPage:
    page = host.show_page(ResultsPage)
    assert isinstance(page, ResultsPage)
    for _ in range(3):
        host.settle()
    return page


def part(page: QWidget, kind: type[Part]) -> Part:
    found = page.findChild(kind)
    assert isinstance(found, kind)
    return found


def rows_opened(host: Host) -> tuple[int, str]:
    """How many rows stand behind what was opened last, and what they are called."""
    where, arguments = host.went[-1]
    rows, title = arguments["rows"], arguments["title"]
    assert where == "deals" and isinstance(rows, RowsQuery) and isinstance(title, str)
    return host.store.connection.execute(rows.count_sql(), rows.parameters).fetchone()[0], title


def test_actions_agreed_last_cycle_are_judged_by_this_one(host: Host, qtbot: QtBot, people: dict[str, int]) -> None:
    page = shown(host)
    lines = page.findChildren(AgreedAction)
    assert [line.accessibleName() for line in lines] == [
        "未见效 陈佳 · 赢单数 1 → 目标 1 现在 1",
        "暂看未见效 李雯 · 赢单收入 30 万 → 目标 38 万 现在 4 万",
    ]
    qtbot.mouseClick(lines[1], Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    lines[0].setFocus()
    qtbot.keyClick(lines[0], Qt.Key.Key_Return)
    assert host.went == [("improvement", {"action": people["action"]}), ("improvement", {"action": people["done"]})]


def test_without_actions_there_is_no_card_for_them(host: Host, people: dict[str, int]) -> None:
    page = shown(host)
    assert part(page, AgreedCard).isVisible()
    host.store.connection.execute("DELETE FROM actions")
    page.mark_stale()
    host.settle()
    assert not part(page, AgreedCard).isVisible()


def test_a_cycle_that_is_over_judges_for_good(host: Host, people: dict[str, int]) -> None:
    host.look_at(today=host.view.today.replace(month=12))
    page = shown(host)
    assert page.findChildren(AgreedAction)[1].accessibleName() == "未见效 李雯 · 赢单收入 30 万 → 目标 38 万 结果 4 万"


def test_headlines_tell_where_they_should_be_and_what_changed(host: Host, people: dict[str, int]) -> None:
    page = shown(host)
    told = [figure.accessibleName() for figure in page.findChildren(HeadlineFigure)]
    # 210 of 200 thousand; commit, best case and the list price of the third at 50 % come to 60 more.
    assert told[0] == "完成率 105 % 进度 81 % · 领先 24 点"
    assert told[1] == "加权预测 27 万 目标 20 万 · 区间 27 万–29 万 ▲ 18 万 较上月赢单"
    assert told[2].startswith("管道覆盖率 已达成 缺口 0")
    assert "不封顶" in page.findChildren(HeadlineFigure)[0].toolTip()
    assert "¥270,000.00" in page.findChildren(HeadlineFigure)[1].toolTip()


def test_attainment_is_compared_with_the_same_working_day(host: Host, people: dict[str, int]) -> None:
    add = "INSERT INTO targets(month, person_id, measure, value) VALUES ('2026-10', ?, 'won_revenue', 10000000)"
    host.store.connection.execute(add, (people["陈佳"],))
    won = "SELECT id FROM stages WHERE kind = 'won'"
    late = (
        f"INSERT INTO deals(name, owner_id, stage_id, state, amount, closed_on) SELECT '月底', ?, ({won}), 'won', ?, ?"
    )
    host.store.connection.execute(late, (people["陈佳"], 90_000_00, "2026-10-31"))
    page = shown(host)
    # The 17th working day of October is not its last: what was won on the 31st is not in it.
    first = page.findChildren(HeadlineFigure)[0]
    assert "上月同期 90 %" in first.toolTip()
    assert first.accessibleName().endswith("▲ 15 点 较上月同期")


@pytest.mark.parametrize(("place", "rows", "name"), [(0, 3, "完成率"), (1, 6, "加权预测"), (2, 3, "管道覆盖率")])
def test_a_headline_opens_its_rows(
    host: Host, qtbot: QtBot, people: dict[str, int], place: int, rows: int, name: str
) -> None:
    page = shown(host)
    qtbot.keyClick(page.findChildren(HeadlineFigure)[place], Qt.Key.Key_Return)
    count, title = rows_opened(host)
    assert title == f"{name} · 2026 年 11 月"
    assert count == rows + (1 if place == 2 else 0)


def test_promises_and_the_loop_lead_to_their_steps(host: Host, qtbot: QtBot, people: dict[str, int]) -> None:
    page = shown(host)
    for figure in page.findChildren(HeadlineFigure)[3:]:
        qtbot.mouseClick(figure, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert [where for where, _ in host.went] == ["support", "problems"]


def test_without_a_target_what_was_won_comes_first(host: Host, qtbot: QtBot, people: dict[str, int]) -> None:
    host.store.connection.execute("DELETE FROM targets")
    page = shown(host)
    first = page.findChildren(HeadlineFigure)[0]
    assert first.accessibleName() == "赢单收入 21 万 3 单 · 还没有目标 ▲ 12 万 较上月同期"
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert rows_opened(host) == (3, "赢单收入 · 2026 年 11 月")
    assert [shown for _, shown in part(page, BarList).rows()] == ["15 万", "4 万", "2 万"]


def test_the_chart_ends_today_and_opens_what_was_won_up_to_a_day(
    host: Host, qtbot: QtBot, people: dict[str, int]
) -> None:
    page = shown(host)
    chart = page.findChildren(LineChart)[0]
    assert chart.accessibleName() == "到第 17 个工作日赢单 21 万,目标 20 万,预测 27 万,区间 27 万–29 万"
    chart.grab()
    chart.setFocus()
    for key, expected in ((Qt.Key.Key_End, 3), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(chart, key)
        qtbot.keyClick(chart, Qt.Key.Key_Return)
        assert rows_opened(host)[0] == expected
    assert rows_opened(host)[1] == "到 11 月 2 日 的赢单 · 2026 年 11 月"
    assert len(chart.rows()) == 17


def test_a_past_cycle_shows_its_final_result_without_a_fan(host: Host, people: dict[str, int]) -> None:
    host.look_at(month=Month(2026, 10))
    page = shown(host)
    assert page.findChildren(LineChart)[0].accessibleName() == "到第 18 个工作日赢单 9 万"
    assert page.findChildren(HeadlineFigure)[0].accessibleName().startswith("赢单收入 9 万")


def test_bars_run_past_the_target_and_say_who_has_none(host: Host, qtbot: QtBot, people: dict[str, int]) -> None:
    page = shown(host)
    bars = part(page, BarList)
    assert bars.rows() == [("陈佳", "150 %"), ("李雯", "40 %"), ("吴思", "没有目标")]
    bars.grab()
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=bars.marks[1].area.center().toPoint())
    assert rows_opened(host) == (1, "李雯 · 赢单收入 · 2026 年 11 月")


def test_bars_are_sorted_by_what_is_chosen(host: Host, qtbot: QtBot, people: dict[str, int]) -> None:
    page = shown(host)
    card = part(page, PeopleBars)
    card.order.setFocus()
    qtbot.keyClick(card.order, Qt.Key.Key_Down)
    assert card.bars.rows() == [("陈佳", "15 万"), ("李雯", "4 万"), ("吴思", "2 万")]
    qtbot.keyClick(card.order, Qt.Key.Key_Down)
    assert [name for name, _ in card.bars.rows()] == ["陈佳", "李雯", "吴思"]
    assert card.bars.rows()[2][1] == "没有目标"


def table_texts(card: LeadingTable | ForecastCard) -> list[list[str]]:
    return [[cell.text for cell in card.table.rows.row(n).cells] for n in range(card.table.rows.rowCount())]


def click_cell(qtbot: QtBot, card: LeadingTable | ForecastCard, row: int, column: int) -> None:
    place = card.table.visualRect(card.table.rows.index(row, column)).center()
    qtbot.mouseClick(card.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_leading_figures_stand_beside_with_their_plan(host: Host, qtbot: QtBot, people: dict[str, int]) -> None:
    account = "INSERT INTO accounts(name, owner_id, is_key) VALUES ('华信', ?, 1) RETURNING id"
    (huaxin,) = host.store.connection.execute(account, (people["李雯"],)).fetchone()
    met = "INSERT INTO activities(account_id, person_id, happened_on, kind) VALUES (?, ?, '2026-11-20', 'visit')"
    host.store.connection.execute(met, (huaxin, people["李雯"]))
    plan = "INSERT INTO targets(month, person_id, measure, value) VALUES ('2026-11', ?, 'new_touches', 8)"
    host.store.connection.execute(plan, (people["李雯"],))
    page = shown(host)
    card = part(page, LeadingTable)
    assert table_texts(card) == [
        ["合计", "4", "27 万", "100 %", "1 / 8"],
        ["陈佳", "0", "15 万", "—", "0"],
        ["李雯", "4", "10 万", "100 %", "1 / 8"],
        ["吴思", "0", "2 万", "—", "0"],
    ]
    click_cell(qtbot, card, 2, 1)
    assert rows_opened(host) == (4, "李雯 · 在手商机数 · 2026 年 11 月")
    click_cell(qtbot, card, 2, 0)
    assert host.went[-1] == ("one_on_one", {"person": people["李雯"]})
    click_cell(qtbot, card, 2, 3)
    where, arguments = host.went[-1]
    assert (where, arguments["title"]) == ("accounts", "李雯 · 重点客户跟进率 · 2026 年 11 月")
    rows = arguments["rows"]
    assert isinstance(rows, RowsQuery) and rows.kind == "accounts"


def test_one_person_has_the_figures_beneath_each_other(host: Host, qtbot: QtBot, people: dict[str, int]) -> None:
    host.look_at(scope=Scope.person(people["李雯"]))
    page = shown(host)
    card = part(page, LeadingTable)
    assert [row[:2] for row in table_texts(card)][:2] == [["在手商机数", "4"], ["加权预测", "10 万"]]
    assert not part(page, PeopleBars).isVisible()
    click_cell(qtbot, card, 0, 1)
    assert rows_opened(host) == (4, "李雯 · 在手商机数 · 2026 年 11 月")


def test_the_forecast_by_category_says_what_is_estimated(host: Host, qtbot: QtBot, people: dict[str, int]) -> None:
    page = shown(host)
    card = part(page, ForecastCard)
    assert table_texts(card) == [
        ["已赢单", "3", "21 万", "—", "21 万"],
        ["承诺成交", "1", "6 万", "50 %", "3 万"],
        ["最好情形", "1", "2 万", "50 %", "1 万"],
        ["管道", "1", "4 万", "50 %", "2 万"],
        ["不计入", "1", "1 万", "—", "0"],
        ["合计", "6", "33 万", "", "27 万"],
    ]
    assert "金额中 4 万(12 %)按目录价估算。" in card.notes
    for row, count in ((1, 1), (4, 1), (5, 6)):
        click_cell(qtbot, card, row, 2)
        assert rows_opened(host)[0] == count


def test_twelve_cycles_of_any_figure(host: Host, qtbot: QtBot, people: dict[str, int]) -> None:
    page = shown(host)
    card = part(page, TrendCard)
    rows = card.chart.rows()
    assert len(rows) == 12
    assert rows[-2:] == [("10 月", "2026 年 10 月 · 9 万"), ("11 月", "2026 年 11 月 · 21 万")]
    card.chart.grab()
    card.chart.setFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Return):
        qtbot.keyClick(card.chart, key)
    assert rows_opened(host) == (3, "赢单收入 · 2026 年 10 月")
    card.figure.setCurrentIndex(card.figure.findData("win_rate_count"))
    host.settle()
    assert card.chart.rows()[-1] == ("11 月", "2026 年 11 月 · 100 %(n=3)")
    # A target has no rows: its point leads to the cycle.
    card.figure.setCurrentIndex(card.figure.findData("target"))
    host.settle()
    card.chart.grab()
    card.chart.opened.emit("11")
    host.settle()
    assert host.view.month == Month(2026, 11)


def test_a_closed_cycle_says_so(host: Host, people: dict[str, int]) -> None:
    close_cycle(host.store, Month(2026, 10), host.view.today)
    page = shown(host)
    assert not page.closed_tag.isVisible()
    host.look_at(month=Month(2026, 10))
    assert page.closed_tag.isVisible()
    assert page.closed_tag.accessibleName().startswith("已关账")
    host.store.connection.execute("UPDATE deals SET amount = 1 WHERE closed_on = '2026-10-10'")
    page.mark_stale()
    host.settle()
    assert page.closed_tag.accessibleName().endswith("已关账,此后有改动")
    assert "冻结的赢单收入是 9 万" in page.closed_tag.toolTip()
    host.look_at(scope=host.person_scope(people["李雯"]))
    assert "冻结的赢单收入是 3 万" in page.closed_tag.toolTip()


def test_behind_the_shield_there_is_nothing_of_others(host: Host, people: dict[str, int]) -> None:
    page = shown(host)
    host.look_at(only_person=people["李雯"])
    host.settle()
    names = [line.accessibleName() for line in page.findChildren(AgreedAction) if line.isVisible()]
    assert len(names) == 1
    assert "李雯" in names[0]
    assert page.findChildren(HeadlineFigure)[0].accessibleName().startswith("完成率 40 %")
    assert not part(page, PeopleBars).isVisible()
    assert "陈佳" not in str(table_texts(part(page, LeadingTable)))


def test_an_empty_store_offers_what_to_do(host: Host, qtbot: QtBot) -> None:
    page = shown(host)
    assert not part(page, QScrollArea).isVisible()
    for button in page.findChildren(QPushButton):
        if button.isVisible():
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert host.commands == ["import", "sample"]


def test_a_cycle_without_anything_leads_to_the_newest_that_has(
    host: Host, qtbot: QtBot, people: dict[str, int]
) -> None:
    host.store.connection.execute("DELETE FROM deals WHERE state = 'open' OR closed_on >= '2026-11-01'")
    page = shown(host)
    (link,) = [found for found in page.findChildren(QPushButton) if found.isVisible() and "最近" in found.text()]
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert host.view.month == Month(2026, 10)


def test_it_fits_a_narrow_window(host: Host, people: dict[str, int]) -> None:
    page = host.show_page(ResultsPage, 1096, 632)
    host.settle()
    inside = part(page, QScrollArea).widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= 1096
    assert inside.height() > 632


def test_a_change_elsewhere_keeps_place_and_choice(host: Host, people: dict[str, int]) -> None:
    page = shown(host)
    card, scroll = part(page, PeopleBars), part(page, QScrollArea)
    card.order.setCurrentIndex(card.order.findData("name"))
    part(page, TrendCard).figure.setCurrentIndex(3)
    scroll.verticalScrollBar().setValue(200)
    lines = page.findChildren(AgreedAction)
    page.mark_stale()
    for _ in range(3):
        host.settle()
    assert page.findChildren(AgreedAction) == lines
    assert (card.order.currentData(), part(page, TrendCard).figure.currentIndex()) == ("name", 3)
    assert scroll.verticalScrollBar().value() == 200


def test_a_past_cycle_without_targets_tells_its_win_rate(host: Host, qtbot: QtBot, people: dict[str, int]) -> None:
    host.look_at(month=Month(2026, 10))
    page = shown(host)
    first, second = page.findChildren(HeadlineFigure)[:2]
    assert first.accessibleName().startswith("赢单收入 9 万 3 单")
    assert second.accessibleName().startswith("赢单率(按单数) 100 % 3 单关闭")
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert rows_opened(host) == (3, "赢单率(按单数) · 2026 年 10 月")


def test_a_large_team_scrolls_within_its_cards(host: Host, qtbot: QtBot, people: dict[str, int]) -> None:
    for number in range(40):
        host.store.connection.execute("INSERT INTO people(name, pinyin) VALUES (?, ?)", (f"人{number}", f"z{number}"))
    page = shown(host)
    leading, bars = part(page, LeadingTable), part(page, PeopleBars)
    assert leading.table.rows.rowCount() == 44
    assert leading.height() < 800
    bars.bars.grab()
    bars.bars.setFocus()
    qtbot.keyClick(bars.bars, Qt.Key.Key_End)
    area = part(bars, QScrollArea)
    assert area.verticalScrollBar().value() == area.verticalScrollBar().maximum() > 0


def test_tab_goes_from_the_top_downwards(host: Host, qtbot: QtBot, people: dict[str, int]) -> None:
    page = shown(host)
    page.setFocus()
    reached: list[QWidget | None] = []
    for _ in range(4):
        qtbot.keyClick(host.focusWidget() or page, Qt.Key.Key_Tab)
        reached.append(host.focusWidget())
    assert reached == [*part(page, AgreedCard).lines, *page.findChildren(HeadlineFigure)[:2]]


# --- measures and levels ----------------------------------------------------------------------------------------------


def set_target(host: Host, value: int, person: int, measure: str, level: str) -> None:
    host.store.connection.execute(
        "INSERT INTO targets(month, person_id, measure, level, value) VALUES ('2026-11', ?, ?, ?, ?)",
        (person, measure, level, value),
    )


def test_the_level_that_is_reached_is_said_and_marked(host: Host, people: dict[str, int]) -> None:
    set_target(host, 105_000_00, people["陈佳"], "won_revenue", "sprint")
    set_target(host, 200_000_00, people["陈佳"], "won_revenue", "challenge")
    page = shown(host)
    headline = page.findChildren(HeadlineFigure)[0].accessibleName()
    assert "已过冲刺 · 领先 24 点" in headline
    bars = {bar.name: bar for bar in part(page, BarList)._bars}
    assert bars["陈佳"].ticks == (1.05, 2.0)
    assert part(page, BarList)._ticks_named == "│ 冲刺  │ 挑战"
    assert "冲刺 ¥105,000.00 ✓" in bars["陈佳"].words and "挑战 ¥200,000.00" in bars["陈佳"].words.splitlines()
    assert bars["李雯"].ticks == ()


def test_people_are_held_against_money_collected_and_that_stays_chosen(
    host: Host, qtbot: QtBot, people: dict[str, int]
) -> None:
    deal = host.store.connection.execute(
        "SELECT id FROM deals WHERE owner_id = ? AND closed_on = '2026-11-10'", (people["李雯"],)
    ).fetchone()[0]
    host.store.connection.execute(
        "INSERT INTO payments(deal_id, received_on, amount) VALUES (?, '2026-11-12', 3000000)", (deal,)
    )
    set_target(host, 20_000_00, people["李雯"], "collected", "target")
    page = shown(host)
    card = part(page, PeopleBars)
    qtbot.keyClick(card.measure, Qt.Key.Key_Down)
    host.settle()
    assert dict(card.bars.rows())["李雯"] == "150 %"
    assert dict(card.bars.rows())["陈佳"] == "没有目标"
    card.bars.opened.emit(str(people["李雯"]))
    assert rows_opened(host) == (1, "李雯 · 回款 · 2026 年 11 月")
    again = part(shown(host), PeopleBars)
    assert again.measure.currentData() == "collected"


def test_a_year_whose_make_up_days_are_not_known_is_said(host: Host, people: dict[str, int]) -> None:
    page = shown(host)
    said = "2027 年的调休还不知道,工作日数可能会变"
    assert said not in " ".join(label.text() for label in page.findChildren(QLabel))
    host.choose_month(Month(2027, 1))
    host.settle()
    assert said in " ".join(label.text() for label in page.findChildren(QLabel))
    facts = Facts(host.store.connection, Period.of(Month(2027, 1), host.view.today))
    assert [note.sentence for note in pace(facts, WHOLE_TEAM).notes] == [said]
