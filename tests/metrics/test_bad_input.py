"""Bad input, line by line: what the figures make of it. Nothing is guessed, nothing becomes 0, and it is said."""

from datetime import date

import pytest

from cockpit.errors import CockpitError
from cockpit.metrics import METRICS, Figure, Period, Scope, figures
from cockpit.metrics.funnel import funnel
from cockpit.metrics.scopes import WHOLE_TEAM
from cockpit.metrics.tiers import account_tiers
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.operations.deal_values import read_money
from cockpit.store.file import sums_in_words
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 24)
NOW = Period.of(Month(2026, 11), TODAY)
LARGE = 10**17 - 1
"""999,999,999,999,999.99: the largest amount that is taken."""


def all_figures(builder: Builder, scope: Scope = WHOLE_TEAM, period: Period = NOW) -> dict[str, Figure]:
    return figures(builder.reader, period, [scope])[scope]


def value(builder: Builder, key: str, scope: Scope = WHOLE_TEAM, period: Period = NOW) -> float | None:
    return figures(builder.reader, period, [scope], {key})[scope][key].value


def test_a_deal_without_owner_counts_for_everybody_together_and_for_nobody(builder: Builder) -> None:
    team = builder.team("大客户部")
    person = builder.person("李雯", team)
    builder.deal(None, "won", amount=100_00, closed_on="2026-11-02")
    assert value(builder, "won_revenue") == 100_00
    assert value(builder, "won_revenue", Scope.of_team(team)) == 0
    assert value(builder, "won_revenue", Scope.person(person)) == 0


def test_a_deal_without_amount_is_counted_and_said_and_brings_no_money(builder: Builder) -> None:
    builder.deal(None, "won", amount=100_00, closed_on="2026-11-02")
    builder.deal(None, "won", closed_on="2026-11-02")
    builder.deal(expected_close="2026-11-30")
    told = all_figures(builder)
    assert (told["won_count"].value, told["won_revenue"].value) == (2, 100_00)
    assert [note.code for note in told["won_revenue"].notes] == ["without_amount"]
    assert told["pipeline_amount"].value is None and told["pipeline_count"].value == 1


def test_a_deal_without_account_is_in_the_money_and_in_no_tier(builder: Builder) -> None:
    builder.add("accounts", name="华信")
    builder.deal(None, "won", amount=100_00, closed_on="2026-11-02")
    assert value(builder, "won_revenue") == 100_00
    tiers = account_tiers(builder.reader, NOW, WHOLE_TEAM)
    assert sum(tier.won for tier in tiers.tiers) == 0
    assert all_figures(builder)["new_customers"].value is None, "nobody can be new where nobody is named"


def test_deals_without_dates_are_where_they_can_be(builder: Builder) -> None:
    builder.deal(amount=100_00)
    builder.deal(None, "won", amount=100_00)
    builder.deal(None, "won", amount=100_00, closed_on="2026-11-02")
    told = all_figures(builder)
    assert (told["open_amount"].value, told["pipeline_amount"].value) == (100_00, 0)
    assert told["won_revenue"].value == 100_00, "who does not say when it was won is in no month"
    assert told["sales_cycle_median"].value is None and told["sales_cycle_median"].reason is not None
    past = Period.of(Month(2026, 10), TODAY)
    assert value(builder, "open_count", period=past) == 2, "open, and the one that was won since"


def test_a_deal_closed_before_its_creation_has_no_sales_cycle(builder: Builder) -> None:
    builder.deal(None, "won", amount=100_00, created_on="2026-11-20", closed_on="2026-11-02")
    told = all_figures(builder)
    assert told["won_revenue"].value == 100_00 and told["sales_cycle_mean"].value is None
    builder.deal(None, "won", amount=100_00, created_on="2026-11-01", closed_on="2026-11-11")
    cycle = all_figures(builder)["sales_cycle_mean"]
    assert (cycle.value, cycle.n, [note.code for note in cycle.notes]) == (10, 1, ["without_days"])


def test_a_person_in_two_teams_over_time_counts_for_each_in_its_time(builder: Builder) -> None:
    first, second = builder.team("大客户部"), builder.team("直销部")
    person = builder.person("李雯", first, None, "2026-11-10")
    builder.member(person, second, "2026-11-10")
    for day, amount in (("2026-11-09", 1_00), ("2026-11-10", 20_00)):
        builder.deal(person, "won", amount=amount, closed_on=day)
    assert value(builder, "won_revenue", Scope.of_team(first)) == 1_00
    assert value(builder, "won_revenue", Scope.of_team(second)) == 20_00
    assert value(builder, "won_revenue", Scope.person(person)) == 21_00


def test_overlapping_memberships_count_for_the_later_one_and_never_twice(builder: Builder) -> None:
    first, second = builder.team("大客户部"), builder.team("直销部")
    person = builder.person("李雯", first)
    builder.member(person, second, "2026-11-01")
    builder.deal(person, "won", amount=1_00, closed_on="2026-11-09")
    builder.deal(person, amount=5_00)
    assert value(builder, "won_revenue", Scope.of_team(first)) == 0
    assert value(builder, "won_revenue", Scope.of_team(second)) == 1_00
    assert (value(builder, "open_amount", Scope.of_team(first)), value(builder, "open_amount")) == (0, 5_00)


def test_a_month_without_target_has_no_attainment_and_says_so(builder: Builder) -> None:
    builder.target("2026-10", 100_00)
    builder.deal(None, "won", amount=1_00, closed_on="2026-11-09")
    for key in ("target", "attainment", "pace_index", "gap", "coverage"):
        told = all_figures(builder)[key]
        assert told.value is None and told.reason is not None and told.reason.code == "no_target", key


def test_nothing_is_divided_by_nothing(builder: Builder) -> None:
    """Targets, gaps, revenue and closed deals of 0: a reason, never an error, an infinity or a 0."""
    builder.target("2026-11", 0)
    for state, closed in (("won", "2026-11-09"), ("lost", "2026-11-09"), ("open", None)):
        builder.deal(None, state, amount=0, closed_on=closed, created_on="2026-11-09", expected_close="2026-11-30")
    for key, found in all_figures(builder).items():
        assert found.value is None or abs(found.value) < float("inf"), key
        assert found.value is not None or found.reason is not None, key
    told = all_figures(builder)
    assert told["attainment"].reason is not None and told["attainment"].reason.code == "target_is_zero"
    assert told["coverage"].reason is not None and told["coverage"].reason.code == "met"
    assert told["win_rate_amount"].value is None and told["forecast_accuracy"].value is None


def test_amounts_of_ten_to_the_fifteenth_are_exact_to_the_last_unit(builder: Builder) -> None:
    builder.target("2026-11", LARGE)
    for _ in range(60):
        builder.deal(None, "won", amount=LARGE, closed_on="2026-11-09")
    for _ in range(60):
        builder.deal(stage="合同", amount=LARGE, expected_close="2026-11-30")
    told = all_figures(builder)
    assert (told["won_revenue"].value, told["open_amount"].value) == (60 * LARGE, 60 * LARGE)
    assert told["attainment"].value == 60 and told["average_deal"].value == pytest.approx(LARGE)
    assert told["weighted_forecast"].value == 60 * LARGE + round(54 * LARGE)
    assert funnel(builder.reader, NOW, WHOLE_TEAM).amount == 60 * LARGE
    assert "亿" in formats.money(60 * LARGE)
    for found in told.values():
        assert found.value is None or found.json_value is not None


def test_a_larger_amount_is_refused_where_it_is_typed(builder: Builder) -> None:
    assert read_money("999,999,999,999,999.99") == LARGE
    with pytest.raises(CockpitError):
        read_money("1,000,000,000,000,000")


def test_a_sum_that_goes_beyond_64_bits_is_said_and_no_bug(builder: Builder) -> None:
    import sqlite3

    for _ in range(100):
        builder.deal(amount=LARGE)
    with pytest.raises(sqlite3.OperationalError) as raised:
        all_figures(builder)
    said = sums_in_words(raised.value)
    assert said is not None and said.next_step
    assert sums_in_words(sqlite3.OperationalError("no such table: deals")) is None


def test_an_open_deal_in_a_stage_that_is_none_weighs_nothing_and_is_counted(builder: Builder) -> None:
    """Dragged out of Won, or in a stage of a process that no team follows: it is open, and expects 0."""
    builder.deal(stage="赢单", amount=100_00, expected_close="2026-11-30")
    told = all_figures(builder)
    assert (told["open_amount"].value, told["weighted_forecast"].value) == (100_00, 0)
    assert "unstaged" in {note.code for note in told["weighted_forecast"].notes}
    assert funnel(builder.reader, NOW, WHOLE_TEAM).unstaged == 1


def test_a_past_stage_that_no_longer_exists_takes_part_in_nothing(builder: Builder) -> None:
    deal = builder.deal(stage="方案", amount=100_00, created_on="2026-10-01", expected_close="2026-11-30")
    builder.add("deal_history", deal_id=deal, field="stage", old="4711", new=str(builder.stages["方案"]),
                effective_at="2026-11-20", recorded_at="2026-11-20T00:00:00.000Z")  # fmt: skip
    stages = {stage.name: stage for stage in funnel(builder.reader, NOW, WHOLE_TEAM).stages}
    assert set(stages) == {"线索", "需求", "方案", "合同"} and stages["方案"].entered == 1
    before = Period.of(Month(2026, 11), TODAY, as_of=date(2026, 11, 10))
    assert value(builder, "weighted_forecast", period=before) == 0
    assert value(builder, "open_amount", period=before) == 100_00


def test_returns_are_taken_off_and_make_no_senseless_share(builder: Builder) -> None:
    builder.deal(None, "won", amount=100_00, closed_on="2026-11-09", source="self")
    builder.deal(None, "won", amount=-30_00, closed_on="2026-11-10", source="lead")
    assert value(builder, "won_revenue") == 70_00
    builder.deal(None, "won", amount=-90_00, closed_on="2026-11-10")
    builder.deal(None, "lost", amount=50_00, closed_on="2026-11-10")
    told = all_figures(builder)
    assert told["won_revenue"].value == -20_00
    for key in ("win_rate_amount", "self_sourced_share_amount"):
        reason = told[key].reason
        assert told[key].value is None and reason is not None and reason.code == "returns_weigh_more", key
    builder.target("2026-11", 100_00)
    assert (value(builder, "gap"), value(builder, "attainment")) == (120_00, -0.2)


def test_every_metric_is_told_for_a_store_in_which_everything_is_wrong(builder: Builder) -> None:
    builder.deal(None, "won", amount=-LARGE, closed_on="2026-11-09", created_on="2027-01-01", currency="EUR")
    builder.deal(None, "lost", closed_on=None, created_on="2026-11-09")
    builder.deal(stage="丢单", amount=LARGE, currency="EUR", expected_close="1999-01-01")
    builder.deal(None, "won", stage="线索", closed_on="2030-01-01", amount=0)
    for period in (NOW, Period.of(Month(2026, 10), TODAY), Period.of(Month(2027, 3), TODAY)):
        told = all_figures(builder, period=period)
        assert set(told) == set(METRICS)
        for key, found in told.items():
            assert found.value is not None or found.reason is not None, key
