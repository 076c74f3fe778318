"""What each cell of the loop board says, and what today asks for."""

from datetime import date

import pytest

from cockpit.metrics import WHOLE_TEAM, Figure, Period, Scope
from cockpit.metrics.loop_board import LINE_MONTHS, LoopCell, PersonLoop, Step, needed_coverage, read_loop_board
from cockpit.metrics.today import SHOWN, read_today
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 24)
"""16 of 21 working days of the month have passed before or on it: pace 81 %."""
NOVEMBER = Period.of(Month(2026, 11), TODAY)


def board(builder: Builder, period: Period = NOVEMBER, scope: Scope = WHOLE_TEAM) -> dict[str, PersonLoop]:
    return {row.name: row for row in read_loop_board(builder.reader, period, scope)}


def cell(builder: Builder, name: str, step: Step, period: Period = NOVEMBER) -> LoopCell:
    return board(builder, period)[name].cells[step]


def with_results(builder: Builder, name: str, won: int, target: int = 100_000, team: int | None = None) -> int:
    """Somebody who has won so much (minor units) this month."""
    person = builder.person(name, team)
    builder.target("2026-11", target, person=person)
    if won:
        builder.deal(person, "won", amount=won, created_on="2026-10-01", closed_on="2026-11-10")
    return person


def support(builder: Builder, person: int | None, state: str = "promised", **values: object) -> int:
    values.setdefault("asked_on", "2026-11-02")
    if state != "asked":
        values.setdefault("promised_on", values["asked_on"])
    return builder.add("supports", person_id=person, state=state, text=values.pop("text", "借演示设备"), **values)


def test_a_row_each_with_team_by_name(builder: Builder) -> None:
    team = builder.team("直销部")
    builder.person("周启航", team, pinyin="zhouqihang")
    builder.person("陈佳", team, pinyin="chenjia")
    builder.person("离职的人", team, left_on="2026-05-01")
    rows = read_loop_board(builder.reader, NOVEMBER, WHOLE_TEAM)
    assert [(row.name, row.team) for row in rows] == [("陈佳", "直销部"), ("周启航", "直销部")]
    assert list(rows[0].cells) == ["results", "process", "support", "problems", "improvement"]


def test_a_scope_leaves_the_others_out(builder: Builder) -> None:
    one, other = builder.team("甲"), builder.team("乙")
    first = builder.person("在甲", one)
    builder.person("在乙", other)
    assert list(board(builder, scope=Scope.of_team(one))) == ["在甲"]
    assert list(board(builder, scope=Scope.person(first))) == ["在甲"]


@pytest.mark.parametrize(
    ("won", "text", "state"), [(90_000, "90 %", "ok"), (70_000, "70 %", "watch"), (40_000, "40 %", "act")]
)
def test_results_say_attainment_and_standing(builder: Builder, won: int, text: str, state: str) -> None:
    with_results(builder, "李雯", won)
    found = cell(builder, "李雯", "results")
    assert (found.text, found.state, found.sort) == (text, state, won / 100_000)
    assert "进度指数" in found.tip


def test_results_without_a_target_are_told_apart_from_nought(builder: Builder) -> None:
    person = builder.person("李雯")
    builder.deal(person, "won", amount=8_600_00, closed_on="2026-11-10")
    builder.person("吴思")
    found = cell(builder, "李雯", "results")
    assert (found.text, found.state) == ("赢单 8,600", "none")
    assert "没有设目标" in found.tip
    assert cell(builder, "吴思", "results").text == "—"


def test_the_small_line_leaves_out_the_cycle_that_runs(builder: Builder) -> None:
    person = with_results(builder, "李雯", 90_000)
    builder.deal(person, "won", amount=5_000, closed_on="2026-10-10")
    line = cell(builder, "李雯", "results").line
    assert line == (0, 0, 0, 0, 0, 5_000)
    assert len(line) == LINE_MONTHS
    october = Period.of(Month(2026, 10), TODAY)
    assert cell(builder, "李雯", "results", october).line[-1] == 5_000


def test_process_may_be_skipped_where_results_are_good(builder: Builder) -> None:
    with_results(builder, "陈佳", 100_000)
    found = cell(builder, "陈佳", "process")
    assert (found.text, found.state) == ("可略过:结果好", "none")
    assert "跟上了进度" in found.tip


def test_not_yet_looked_at_differs_from_looked_at_and_from_skipped(builder: Builder) -> None:
    with_results(builder, "吴思", 70_000)
    talked = with_results(builder, "赵明远", 70_000)
    builder.add("meetings", person_id=talked, number=1, started_at="2026-11-12T06:00:00.000Z")
    rows = board(builder)
    assert (rows["吴思"].cells["process"].text, rows["吴思"].cells["process"].state) == ("未查看", "quiet")
    assert (rows["赵明远"].cells["process"].text, rows["赵明远"].cells["process"].state) == ("没有停滞", "none")
    assert "11 月 12 日" in rows["赵明远"].cells["process"].tip


def test_stalled_deals_stand_before_all_else(builder: Builder) -> None:
    person = with_results(builder, "李雯", 40_000)
    builder.target("2026-11", 12, person=person, measure="new_touches")
    account = builder.add("accounts", name="华信")
    builder.add("activities", person_id=person, account_id=account, kind="visit", happened_on="2026-11-03")
    assert cell(builder, "李雯", "process").text == "新触达 1 / 12"
    assert cell(builder, "李雯", "process").state == "act"
    for _ in range(3):
        builder.deal(person, stage="方案", amount=1_000, created_on="2026-01-05", expected_close="2026-12-20")
    assert cell(builder, "李雯", "process").text == "3 单停滞 · 触达少"
    assert cell(builder, "李雯", "process").state == "watch"


def test_support_says_what_is_most_urgent(builder: Builder) -> None:
    builder.person("无事")
    late, due, later, asked = (builder.person(name) for name in ("逾期", "到期", "以后", "等答复"))
    support(builder, late, due_on="2026-11-23")
    support(builder, late, due_on="2026-11-30")
    support(builder, due, "in_hand", due_on="2026-11-24")
    support(builder, later, due_on="2026-11-27")
    support(builder, asked, "asked")
    support(builder, later, "done", due_on="2026-11-10", done_on="2026-11-09")
    rows = board(builder)
    told = {name: (row.cells["support"].text, row.cells["support"].state) for name, row in rows.items()}
    assert told == {
        "逾期": ("1 个逾期", "act"),
        "到期": ("1 个今天到期", "watch"),
        "以后": ("1 个承诺", "none"),
        "等答复": ("1 个待答复", "watch"),
        "无事": ("0", "none"),
    }
    assert rows["逾期"].cells["support"].tip == "1 个承诺逾期\n1 个承诺还没到期"
    assert sum(row.overdue for row in rows.values()) == 1


def test_a_past_cycle_shows_the_promises_that_were_open_on_its_last_day(builder: Builder) -> None:
    person = builder.person("李雯")
    support(builder, person, "done", asked_on="2026-10-05", due_on="2026-10-20", done_on="2026-11-03")
    support(builder, person, asked_on="2026-11-05", due_on="2026-11-10")
    october = Period.of(Month(2026, 10), TODAY)
    assert cell(builder, "李雯", "support", october).text == "1 个逾期"
    assert cell(builder, "李雯", "support").tip == "1 个承诺逾期"


def problem(builder: Builder, person: int, found_by: str, **values: object) -> int:
    values = {"month": "2026-11", "text": "报价太早", "recorded_on": "2026-11-05", **values}
    return builder.add("problems", person_id=person, found_by=found_by, **values)


def test_problems_by_who_found_them(builder: Builder) -> None:
    named, settled, waiting, skipped = (
        with_results(builder, name, 40_000) for name in ("说了", "解决了", "还没说", "略过")
    )
    with_results(builder, "结果好", 100_000)
    problem(builder, named, "self")
    problem(builder, named, "self", settled_on="2026-11-20")
    problem(builder, named, "leader")
    problem(builder, settled, "self", settled_on="2026-11-20")
    problem(builder, waiting, "self", month="2026-10")
    builder.add("self_finding_skips", person_id=skipped, month="2026-11", reason="在休假")
    told = {name: (row.cells["problems"].text, row.cells["problems"].state) for name, row in board(builder).items()}
    assert told == {
        "说了": ("自己 2 · 上级 1", "watch"),
        "解决了": ("自己 1", "ok"),
        "还没说": ("待自评", "quiet"),
        "略过": ("略过自评", "none"),
        "结果好": ("—", "none"),
    }


def action(builder: Builder, person: int, **values: object) -> int:
    values = {
        "month": "2026-10", "text": "每周五次首访", "state": "agreed", "metric": "won_revenue", "baseline": 400.0,
        "target": 800.0, "agreed_on": "2026-10-08", **values,
    }  # fmt: skip
    return builder.add("actions", person_id=person, **values)


def test_improvement_is_judged_by_this_cycle_s_numbers(builder: Builder) -> None:
    reached, under_way, missed, new, draft = (
        with_results(builder, name, won)
        for name, won in (("达到", 90_000), ("在路上", 50_000), ("判定无效", 50_000), ("新的", 0), ("草稿", 0))
    )
    action(builder, reached)
    action(builder, under_way)
    action(builder, under_way, month="2026-11")
    action(builder, missed, state="closed", verdict="not_effective")
    action(builder, missed, month="2026-11")
    action(builder, new, month="2026-11")
    action(builder, draft, month="2026-11", state="draft")
    rows = board(builder)
    told = {name: (row.cells["improvement"].text, row.cells["improvement"].state) for name, row in rows.items()}
    assert told == {
        "达到": ("1 项见效", "ok"),
        "在路上": ("2 项执行中", "running"),
        "判定无效": ("1 项未见效", "fail"),
        "新的": ("1 项执行中", "running"),
        "草稿": ("1 项待约定", "quiet"),
    }
    assert "赢单收入 400 → 800,现在 900" in rows["达到"].cells["improvement"].tip


def test_what_the_cycle_s_end_shows_counts_before_the_manager_has_said_so(builder: Builder) -> None:
    person = builder.person("李雯")
    builder.deal(person, "won", amount=45_000, closed_on="2026-10-10")
    action(builder, person, month="2026-09")
    october = Period.of(Month(2026, 10), TODAY)
    assert cell(builder, "李雯", "improvement", october).text == "1 项未见效"


def test_needed_coverage_waits_for_enough_deals() -> None:
    def rate(value: float | None, n: int) -> Figure:
        return Figure("win_rate_count", "share", value, n)

    assert needed_coverage(rate(0.25, 40)) == 4
    assert needed_coverage(rate(0.5, 4)) is None
    assert needed_coverage(rate(0.0, 40)) is None
    assert needed_coverage(rate(None, 0)) is None


# --- today ------------------------------------------------------------------------------------------------------------


def test_today_begins_with_the_promise_that_is_latest(builder: Builder) -> None:
    person = builder.person("李雯")
    account = builder.add("accounts", name="华信科技")
    deal = builder.deal(person, amount=86_000_000, account_id=account)
    late = support(builder, person, due_on="2026-11-22", text="演示设备")
    due = support(builder, person, due_on="2026-11-24", text="约 CIO", deal_id=deal)
    support(builder, person, due_on="2026-11-25")
    support(builder, person, "asked", due_on="2026-11-20")
    first, second = read_today(builder.reader, TODAY)
    assert (first.tag, first.state, first.text) == ("逾期", "act", "给李雯 · 演示设备")
    assert first.detail == "答应 11 月 22 日,晚了 2 天"
    assert (first.page, first.arguments) == ("support", {"support": late})
    assert (second.tag, second.state, second.detail) == ("到期", "watch", "华信科技 · 86 万")
    assert second.arguments == {"support": due}


def test_more_promises_than_can_be_read_are_told_in_a_line(builder: Builder) -> None:
    person = builder.person("李雯")
    for _ in range(SHOWN + 3):
        support(builder, person, due_on="2026-11-20")
    entries = read_today(builder.reader, TODAY)
    assert len(entries) == SHOWN + 1
    assert entries[-1].text == "还有 3 个承诺"


def test_talks_planned_for_today_and_those_whose_day_has_come(builder: Builder) -> None:
    planned, due, held, far = (builder.person(name) for name in ("李雯", "吴思", "谈过", "以后"))
    support(builder, planned, due_on="2026-12-01")
    builder.add("meetings", person_id=planned, number=2, planned_for="2026-11-24T06:00:00.000Z")
    builder.add("meetings", person_id=due, number=1, started_at="2026-10-22T06:00:00.000Z", next_on="2026-11-21")
    builder.add("meetings", person_id=held, number=1, started_at="2026-10-22T06:00:00.000Z", next_on="2026-11-20")
    builder.add("meetings", person_id=held, number=2, started_at="2026-11-20T06:00:00.000Z", next_on="2026-12-20")
    builder.add("meetings", person_id=far, number=1, planned_for="2026-11-25T06:00:00.000Z")
    entries = [entry for entry in read_today(builder.reader, TODAY) if entry.kind == "one_on_one"]
    assert [entry.arguments for entry in entries] == [{"person": planned}, {"person": due}]
    assert entries[0].text.endswith("一对一 · 李雯")
    assert entries[0].detail == "1 项支援没完成"
    assert entries[1].detail == "约好 11 月 21 日,晚了 3 天 · 没有遗留的事项"


def test_actions_to_look_at_and_major_deals_without_a_step(builder: Builder) -> None:
    person = builder.person("李雯")
    number = action(builder, person, month="2026-11")
    builder.add("check_ins", action_id=number, planned_on="2026-11-23")
    later = action(builder, person, month="2026-11")
    builder.add("check_ins", action_id=later, planned_on="2026-11-26")
    builder.deal(person, is_major=1, created_on="2026-09-01", next_step="约 CIO", next_step_on="2026-12-01")
    without = builder.deal(person, is_major=1, created_on="2026-09-01")
    passed = builder.deal(person, is_major=1, created_on="2026-09-01", next_step="送方案", next_step_on="2026-11-20")
    builder.add("activities", deal_id=without, person_id=person, kind="visit", happened_on="2026-11-04")
    builder.add("activities", deal_id=passed, person_id=person, kind="visit", happened_on="2026-11-12")
    check, deals = read_today(builder.reader, TODAY)
    assert (check.tag, check.text, check.arguments) == ("跟进", "李雯 · 每周五次首访", {"action": number})
    assert check.detail == "该在 11 月 23 日 跟进,晚了 1 天"
    assert (deals.text, deals.detail) == ("2 个重点商机没有下一步", "最久 20 天没有跟进")
    rows = deals.arguments["rows"]
    assert [row[0] for row in builder.reader.execute(rows.ids_sql(), rows.parameters)] == [without, passed]  # type: ignore[attr-defined]


def test_nothing_of_others_while_somebody_looks_over_the_shoulder(builder: Builder) -> None:
    one, other = builder.person("李雯"), builder.person("吴思")
    for person in (one, other):
        support(builder, person, due_on="2026-11-20")
        builder.add("meetings", person_id=person, number=1, planned_for="2026-11-24T06:00:00.000Z")
        builder.add("check_ins", action_id=action(builder, person, month="2026-11"), planned_on="2026-11-24")
        builder.deal(person, is_major=1)
    entries = read_today(builder.reader, TODAY, only_person=one)
    assert [entry.kind for entry in entries] == ["promise", "one_on_one", "check_in", "major_deals"]
    assert not [entry for entry in entries if "吴思" in entry.text + entry.detail]
    assert entries[-1].text == "1 个重点商机没有下一步"


def test_an_empty_store_has_no_rows_and_asks_nothing(builder: Builder) -> None:
    assert read_loop_board(builder.reader, NOVEMBER, WHOLE_TEAM) == []
    assert read_today(builder.reader, TODAY) == []
