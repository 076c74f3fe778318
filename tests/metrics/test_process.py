"""What the Process page tells of funnel, stalled and major deals, customers, and activities."""

import sqlite3
from datetime import date

import pytest

from cockpit.metrics import WHOLE_TEAM, Period, RowsQuery, Scope
from cockpit.metrics.activity_counts import activities_by_person, worked_on_rows
from cockpit.metrics.funnel import funnel
from cockpit.metrics.major_deals import major_deals
from cockpit.metrics.scopes import read_roster
from cockpit.metrics.stalled import StalledBoard, stalled, stalled_query
from cockpit.metrics.tiers import account_tiers, tiers
from cockpit.metrics.ways_of_managing import modes_of
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 24)
PERIOD = Period.of(Month(2026, 11), TODAY)
OCTOBER = Period.of(Month(2026, 10), TODAY)


def ids(reader: sqlite3.Connection, rows: RowsQuery) -> list[int]:
    return [row[0] for row in reader.execute(rows.ids_sql(), dict(rows.parameters))]


# --- the funnel -------------------------------------------------------------------------------------------------


def test_the_funnel_counts_amounts_and_what_is_expected(builder: Builder) -> None:
    one = builder.deal(stage="方案", amount=100_00)
    two = builder.deal(stage="方案", amount=300_00)
    builder.deal(stage="合同")
    builder.deal(state="lost", closed_on="2026-11-02", amount=900_00)
    found = funnel(builder.reader, PERIOD, WHOLE_TEAM)
    by_name = {stage.name: stage for stage in found.stages}
    assert list(by_name) == ["线索", "需求", "方案", "合同"]
    offer = by_name["方案"]
    assert (offer.count, offer.amount, offer.experience_value, offer.expected) == (2, 400_00, 0.5, 200_00)
    assert by_name["合同"].without_amount == 1
    assert (found.count, found.amount, found.expected) == (3, 400_00, 200_00)
    assert ids(builder.reader, offer.rows) == [one, two]


def test_a_deal_that_comes_back_counts_once_and_skipping_a_stage_is_reaching_it(builder: Builder) -> None:
    back = builder.deal(stage="需求", created_on="2026-10-01")
    for old, new, day in (("线索", "需求", "05"), ("需求", "线索", "08"), ("线索", "需求", "12")):
        builder.history(back, "stage", old, new, f"2026-10-{day}")
    skips = builder.deal(stage="合同", created_on="2026-10-01")
    builder.history(skips, "stage", "线索", "合同", "2026-10-09")
    returned = builder.deal(stage="线索", created_on="2026-10-01")
    builder.history(returned, "stage", "线索", "需求", "2026-10-05")
    builder.history(returned, "stage", "需求", "线索", "2026-10-09")
    lost = builder.deal(state="lost", created_on="2026-10-01", closed_on="2026-10-20")
    builder.history(lost, "stage", "线索", "丢单", "2026-10-20")
    builder.deal(stage="线索", created_on="2026-10-03")
    by_name = {stage.name: stage for stage in funnel(builder.reader, PERIOD, WHOLE_TEAM).stages}
    lead = by_name["线索"]
    # The one that returned went forward once: it converted and does not wait.
    assert (lead.entered, lead.still_here) == (5, 1)
    assert lead.conversion == pytest.approx(3 / 4)
    need = by_name["需求"]
    assert (need.entered, need.still_here, need.conversion) == (2, 1, 0.0)


def test_conversions_may_follow_afterwards(builder: Builder) -> None:
    deal = builder.deal(stage="需求", created_on="2026-10-01", amount=100_00)
    builder.history(deal, "stage", "线索", "需求", "2026-10-05")
    first = funnel(builder.reader, PERIOD, WHOLE_TEAM, with_conversions=False)
    whole = funnel(builder.reader, PERIOD, WHOLE_TEAM)
    assert all(stage.conversion is None for stage in first.stages)
    assert whole.stages[0].conversion == 1.0
    assert first.with_moves_of(whole) == whole
    assert first.with_moves_of(None) == first


def test_the_funnel_of_teams_that_are_managed_by_opportunities(builder: Builder) -> None:
    key, direct = builder.team("大客户部", mode="opportunities"), builder.team("直销部", mode="process")
    of_key = builder.deal(builder.person("陈佳", key), amount=100_00)
    builder.deal(builder.person("李雯", direct), amount=200_00)
    of_nobody = builder.deal(amount=400_00)
    lead = funnel(builder.reader, PERIOD, WHOLE_TEAM, "opportunities").stages[0]
    assert lead.amount == 500_00
    assert ids(builder.reader, lead.rows) == [of_key, of_nobody]
    assert funnel(builder.reader, PERIOD, WHOLE_TEAM).amount == 700_00


# --- ways of managing -------------------------------------------------------------------------------------------


def test_a_scope_is_managed_as_its_team_is(builder: Builder) -> None:
    assert modes_of(read_roster(builder.reader), WHOLE_TEAM, PERIOD) == ("opportunities",)
    key, direct = builder.team("大客户部", mode="opportunities"), builder.team("直销部", mode="process")
    moved = builder.person("许岚", key, None, "2026-11-01")
    builder.member(moved, direct, "2026-11-01")
    alone = builder.person("何文静")
    roster = read_roster(builder.reader)
    assert modes_of(roster, WHOLE_TEAM, PERIOD) == ("opportunities", "process")
    assert modes_of(roster, Scope.of_team(direct), PERIOD) == ("process",)
    assert modes_of(roster, Scope.person(moved), PERIOD) == ("process",)
    assert modes_of(roster, Scope.person(moved), OCTOBER) == ("opportunities",)
    assert modes_of(roster, Scope.person(alone), PERIOD) == ("opportunities",)


# --- stalled deals ----------------------------------------------------------------------------------------------


def board(builder: Builder, scope: Scope = WHOLE_TEAM, **arguments: object) -> StalledBoard:
    query = stalled_query(builder.reader, PERIOD, read_roster(builder.reader))
    return stalled(builder.reader, query, scope, **arguments)  # type: ignore[arg-type]


def test_what_never_moved_stands_apart_from_what_stalled(builder: Builder) -> None:
    """A typical cycle of 60 days over four stages, times 1.5: 22.5 days are allowed where nothing is known."""
    moved = builder.deal(stage="需求", created_on="2026-08-01", amount=100_00, name="华信")
    builder.history(moved, "stage", None, "线索", "2026-08-01")
    builder.history(moved, "stage", "线索", "需求", "2026-10-01")
    never = builder.deal(created_on="2026-09-01", amount=50_00)
    builder.history(never, "stage", None, "线索", "2026-09-01")
    builder.deal(created_on="2026-11-02")  # 22 days are within the limit
    found = board(builder)
    (deal,) = found.moved.deals
    assert (deal.name, deal.days, deal.limit, deal.because, deal.days_beyond) == ("华信", 54, 22, "default", 32)
    assert (found.moved.amount, found.never_moved.count, found.never_moved.amount, found.count) == (100_00, 1, 50_00, 2)
    assert ids(builder.reader, found.moved.rows) == [moved]
    assert ids(builder.reader, found.never_moved.rows) == [never]


def test_the_limit_says_where_it_comes_from(builder: Builder) -> None:
    team = builder.team("直销部")
    li = builder.person("李雯", team)
    builder.add("team_stages", team_id=team, stage_id=builder.stages["需求"], limit_days=10)
    for _ in range(30):  # thirty past deals stayed eight days in 方案
        past = builder.deal(li, "won", created_on="2026-09-01", closed_on="2026-09-20")
        builder.history(past, "stage", "线索", "方案", "2026-09-10")
        builder.history(past, "stage", "方案", "赢单", "2026-09-18")
    for stage in ("需求", "方案", "合同"):
        deal = builder.deal(li, stage=stage, created_on="2026-08-01", name=stage)
        builder.history(deal, "stage", "线索", stage, "2026-09-01")
    limits = {deal.name: (deal.limit, deal.because, deal.owner) for deal in board(builder).moved.deals}
    assert limits == {"需求": (10, "set", "李雯"), "方案": (8, "learned", "李雯"), "合同": (22, "default", "李雯")}


def test_the_first_few_by_days_or_by_amount_and_all_are_counted(builder: Builder) -> None:
    for name, day, amount in (("甲", "2026-08-01", 10_00), ("乙", "2026-09-01", 900_00), ("丙", "2026-10-01", None)):
        deal = builder.deal(stage="需求", created_on="2026-07-01", amount=amount, name=name)
        builder.history(deal, "stage", "线索", "需求", day)
    assert [deal.name for deal in board(builder, limit=2).moved.deals] == ["甲", "乙"]
    by_amount = board(builder, by="amount", limit=2).moved
    assert [deal.name for deal in by_amount.deals] == ["乙", "甲"]
    assert (by_amount.count, by_amount.amount) == (3, 910_00)


# --- major deals ------------------------------------------------------------------------------------------------


def test_majors_without_a_next_step_stand_first_then_the_soonest(builder: Builder) -> None:
    def major(name: str, step: str | None, on: str | None, amount: int = 100_00, **values: object) -> int:
        return builder.deal(name=name, next_step=step, next_step_on=on, amount=amount, is_major=1, **values)

    major("下周", "演示", "2026-12-01")
    major("明天", "报价", "2026-11-25")
    major("没有", None, None)
    major("没有,更大", "", None, 900_00)
    major("过期", "打电话", "2026-11-20", 500_00)
    builder.deal(name="不重点")
    found = major_deals(builder.reader, PERIOD, WHOLE_TEAM)
    assert [deal.name for deal in found.deals] == ["没有,更大", "过期", "没有", "明天", "下周"]
    assert (found.count, found.without_next_step) == (5, 3)
    assert [deal.is_overdue for deal in found.deals] == [False, True, False, False, False]
    assert len(ids(builder.reader, found.rows)) == 5
    assert len(ids(builder.reader, found.rows_without)) == 3
    first_two = major_deals(builder.reader, PERIOD, WHOLE_TEAM, 2)
    assert (len(first_two.deals), first_two.count) == (2, 5)


def test_the_log_of_a_major_deal_rolls(builder: Builder) -> None:
    li = builder.person("李雯")
    deal = builder.deal(li, is_major=1, created_on="2026-08-01")
    for day in ("2026-09-01", "2026-11-20", "2026-10-01", "2026-11-10", "2026-11-30"):
        builder.add("activities", deal_id=deal, person_id=li, kind="电话", met="采购", happened_on=day, note=day)
    (shown,) = major_deals(builder.reader, PERIOD, WHOLE_TEAM).deals
    assert [entry.note for entry in shown.log] == ["2026-11-20", "2026-11-10", "2026-10-01"]
    assert (shown.log[0].person, shown.log[0].met) == ("李雯", "采购")


def test_a_major_deal_that_was_won_since_asks_for_no_next_step(builder: Builder) -> None:
    builder.deal(None, "won", is_major=1, created_on="2026-09-01", closed_on="2026-11-05")
    then = major_deals(builder.reader, OCTOBER, WHOLE_TEAM)
    assert [(deal.state, deal.has_next_step) for deal in then.deals] == [("won", True)]
    assert (then.count, then.without_next_step) == (1, 0)
    assert major_deals(builder.reader, PERIOD, WHOLE_TEAM).count == 0


# --- tiers ------------------------------------------------------------------------------------------------------


def test_tiers_by_rule_and_by_hand_and_how_few_make_most(builder: Builder) -> None:
    def account(name: str, won: int = 0, open_: int = 0, **values: object) -> int:
        made = builder.add("accounts", name=name, **values)
        if won:
            builder.deal(None, "won", account_id=made, amount=won, closed_on="2026-03-01")
        if open_:
            builder.deal(account_id=made, amount=open_)
        return made

    account("大", 600_00)
    account("中", 0, 200_00)
    account("小", 100_00, 0, tier_by_hand="A")
    account("更小", 60_00, 40_00)
    account("没有")
    old = account("两年前")
    builder.deal(None, "won", account_id=old, amount=5_000_00, closed_on="2024-03-01")
    found = {found.name: found for found in tiers(builder.reader, PERIOD, WHOLE_TEAM)}
    assert {name: one.tier for name, one in found.items()} == {
        "大": "A", "中": "A", "小": "A", "更小": "C", "没有": "C", "两年前": "C",
    }  # fmt: skip
    assert found["小"].by_hand
    shown = account_tiers(builder.reader, PERIOD, WHOLE_TEAM, 2)
    assert [(tier.tier, tier.accounts, tier.won, tier.open) for tier in shown.tiers] == [
        ("A", 3, 700_00, 200_00), ("B", 0, 0, 0), ("C", 3, 60_00, 40_00),
    ]  # fmt: skip
    few = shown.accounts.needed
    assert few is not None
    assert (few.accounts, few.of, few.share) == (2, 4, pytest.approx(0.8))
    assert [one.name for one in shown.largest] == ["大", "中"]
    # The deal of two years ago is not what makes C.
    assert len(ids(builder.reader, shown.tiers[2].rows)) == 2


def test_no_pareto_without_money(builder: Builder) -> None:
    builder.add("accounts", name="没有")
    shown = account_tiers(builder.reader, PERIOD, WHOLE_TEAM)
    assert shown.accounts.needed is None and shown.deals.needed is None
    assert shown.largest == []
    assert [tier.accounts for tier in shown.tiers] == [0, 0, 1]


# --- activities -------------------------------------------------------------------------------------------------


def test_activities_by_person_against_the_same_days_of_last_month(builder: Builder) -> None:
    direct, key = builder.team("直销部", mode="process"), builder.team("大客户部", mode="opportunities")
    li, wu = builder.person("李雯", direct), builder.person("吴思", direct)
    chen = builder.person("陈佳", key)
    deal = builder.deal(li)
    for person, kind, day in (
        (li, "电话", "2026-11-03"), (li, "电话", "2026-11-24"), (li, "拜访", "2026-11-05"), (li, "拜访", "2026-10-24"),
        (li, "拜访", "2026-10-25"), (chen, "电话", "2026-11-03"),
    ):  # fmt: skip
        builder.add(
            "activities", person_id=person, kind=kind, happened_on=day, deal_id=deal if kind == "电话" else None
        )
    roster = read_roster(builder.reader)
    found = activities_by_person(builder.reader, PERIOD, roster, WHOLE_TEAM, "process")
    assert [(one.person.id, one.count, one.before) for one in found] == [(wu, 0, 0), (li, 3, 1)]
    assert found[1].by_kind == {"电话": 2, "拜访": 1}
    everybody = activities_by_person(builder.reader, PERIOD, roster, WHOLE_TEAM)
    assert {one.person.id for one in everybody} == {li, wu, chen}
    # A month that is over is held against a whole one.
    october = activities_by_person(builder.reader, OCTOBER, roster, Scope.person(li))
    assert [(one.count, one.before) for one in october] == [(2, 0)]
    assert ids(builder.reader, worked_on_rows(PERIOD, li, "电话")) == [deal]
    assert ids(builder.reader, worked_on_rows(PERIOD, li, "拜访")) == []


def test_the_time_between_stages_runs_from_the_first_entry_to_the_first_later_stage(builder: Builder) -> None:
    def moved(created: str, *steps: tuple[str, str, str]) -> None:
        deal = builder.deal(stage=steps[-1][1], state="won" if steps[-1][1] == "赢单" else "open", created_on=created)
        for old, new, day in steps:
            builder.history(deal, "stage", old, new, f"{day}T09:00:00")

    month = PERIOD.last.start.isoformat()[:7]
    moved(f"{month}-01", ("线索", "需求", f"{month}-04"))  # 3 days
    moved(f"{month}-01", ("线索", "合同", f"{month}-10"))  # skips two: 9 days
    # goes back and comes again: the first way on counts, 5 days
    moved(
        f"{month}-01", ("线索", "需求", f"{month}-06"), ("需求", "线索", f"{month}-07"), ("线索", "需求", f"{month}-09")
    )
    moved(f"{month}-01", ("线索", "丢单", f"{month}-02"))  # lost: no way on
    lead = funnel(builder.reader, PERIOD, WHOLE_TEAM).stages[0]
    assert (lead.days_onward, lead.days_n) == (5, 3)
