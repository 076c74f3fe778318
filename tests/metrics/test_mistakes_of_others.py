"""What other programs got wrong, as read in their code and their users' threads: one test for each.

Commission on collected money is not computed here, so its mistakes cannot be made.
"""

from datetime import date

import pytest

from cockpit.metrics import METRICS, Period, Scope, figures
from cockpit.metrics.facts import Facts
from cockpit.metrics.figure import Figure
from cockpit.metrics.forecast import forecast_table
from cockpit.metrics.forecast_ways import quick_ways, read_standing
from cockpit.metrics.funnel import funnel
from cockpit.metrics.loop_board import needed_coverage
from cockpit.metrics.pushed import pushed_board
from cockpit.metrics.scopes import WHOLE_TEAM, list_scopes
from cockpit.metrics.series import monthly_series
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 24)
NOW = Period.of(Month(2026, 11), TODAY)
MONEY = ("won_revenue", "open_amount", "pipeline_amount", "weighted_forecast", "commit", "best_case")


def figure(builder: Builder, key: str, period: Period = NOW, scope: Scope = WHOLE_TEAM) -> Figure:
    return figures(builder.reader, period, [scope], {key})[scope][key]


def test_a_lost_deal_adds_nothing_to_the_forecast(builder: Builder) -> None:
    builder.deal(stage="合同", amount=100_00, expected_close="2026-11-30", forecast_category="commit")
    before = {key: figure(builder, key).value for key in MONEY}
    builder.deal(None, "lost", amount=900_00, expected_close="2026-11-30", closed_on="2026-11-20",
                 forecast_category="commit")  # fmt: skip
    assert {key: figure(builder, key).value for key in MONEY} == before
    ways = quick_ways(read_standing(Facts(builder.reader, NOW), WHOLE_TEAM))
    assert [way.value for way in ways if way.value is not None] == [90_00, 100_00]
    assert forecast_table(builder.reader, NOW, WHOLE_TEAM).expected == 90_00


def test_a_deal_that_enters_a_stage_twice_counts_once_in_the_funnel(builder: Builder) -> None:
    deal = builder.deal(stage="需求", amount=100_00, created_on="2026-10-01")
    for old, new, day in (
        ("线索", "需求", "2026-10-05"),
        ("需求", "线索", "2026-10-12"),
        ("线索", "需求", "2026-10-20"),
    ):
        builder.history(deal, "stage", old, new, day)
    stages = {stage.name: stage for stage in funnel(builder.reader, NOW, WHOLE_TEAM).stages}
    assert (stages["需求"].entered, stages["需求"].count, stages["线索"].entered) == (1, 1, 1)


def test_a_lost_deal_does_not_vanish_from_the_funnel(builder: Builder) -> None:
    """It entered the stage and left it without going on: it stays in the denominator."""
    for state, stage in (("won", "赢单"), ("lost", "丢单")):
        deal = builder.deal(None, state, amount=100_00, created_on="2026-10-01", closed_on="2026-11-02")
        builder.history(deal, "stage", "线索", "需求", "2026-10-05")
        builder.history(deal, "stage", "需求", stage, "2026-11-02")
        builder.history(deal, "state", "open", state, "2026-11-02")
    stages = {stage.name: stage for stage in funnel(builder.reader, NOW, WHOLE_TEAM).stages}
    assert (stages["需求"].entered, stages["需求"].conversion) == (2, 0.5)


def test_figures_of_closed_deals_go_by_the_closing_day_and_by_nothing_else(builder: Builder) -> None:
    """No card filters by creation beside one that filters by closing; what goes by creation says so in its name."""
    builder.deal(None, "won", amount=100_00, created_on="2026-11-02", closed_on="2026-10-30")
    builder.deal(None, "lost", amount=100_00, created_on="2026-11-02", closed_on="2026-10-30")
    for key in ("won_count", "lost_count", "won_revenue"):
        assert figure(builder, key).value == 0, key
    for key in ("win_rate_count", "win_rate_amount", "average_deal", "sales_cycle_median"):
        assert figure(builder, key).value is None, key
    by_creation = {key for key, metric in METRICS.items() if "新建" in metric.definition_source}
    assert by_creation == {"cohort_win_rate", "self_sourced_share_count"}
    assert all("新" in METRICS[key].name_source for key in by_creation)


def test_won_this_month_is_told_by_the_closing_day_not_by_the_last_edit(builder: Builder) -> None:
    deal = builder.deal(None, "won", amount=100_00, closed_on="2026-10-31")
    builder.history(deal, "amount", 90_00, 100_00, "2026-11-20", recorded="2026-11-20T08:00:00.000Z")
    assert figure(builder, "won_count").value == 0
    october = Period.of(Month(2026, 10), TODAY)
    assert figure(builder, "won_count", october).value == 1


def test_attainment_is_neither_capped_nor_cut_to_a_whole_number(builder: Builder) -> None:
    builder.target("2026-11", 300_00)
    builder.deal(None, "won", amount=1_000_00, closed_on="2026-11-20")
    assert figure(builder, "attainment").value == pytest.approx(10 / 3)


def test_raw_and_weighted_money_have_names_of_their_own(builder: Builder) -> None:
    builder.deal(stage="方案", amount=100_00, expected_close="2026-11-30")
    assert (figure(builder, "pipeline_amount").value, figure(builder, "weighted_forecast").value) == (100_00, 50_00)
    names = [metric.name_source for metric in METRICS.values()]
    assert len(set(names)) == len(names)
    assert "加权" in METRICS["weighted_forecast"].name_source
    for key in ("open_amount", "pipeline_amount"):
        assert "未加权" in METRICS[key].definition_source


def test_a_total_is_a_sum_and_an_average_is_called_one(builder: Builder) -> None:
    for amount in (100_00, 200_00, 600_00):
        builder.deal(None, "won", amount=amount, closed_on="2026-11-20")
    assert (figure(builder, "won_revenue").value, figure(builder, "average_deal").value) == (900_00, 300_00)
    assert "平均" in METRICS["average_deal"].name_source


def test_what_cannot_be_computed_says_why(builder: Builder) -> None:
    """An empty store: no metric is empty without a word."""
    for found in figures(builder.reader, NOW, [WHOLE_TEAM])[WHOLE_TEAM].values():
        assert found.value is not None or (found.reason is not None and found.reason.sentence), found.key
        if found.unit in ("share", "ratio", "days", "score") and found.key != "pace":
            assert found.value is None, found.key
    months = [Month(2026, 10), Month(2026, 11)]
    assert all(point.reason for point in monthly_series(builder.reader, "win_rate_count", WHOLE_TEAM, months, TODAY))


def test_the_parts_add_up_to_the_whole_where_two_people_worked_on_a_deal(builder: Builder) -> None:
    """A deal counts for its owner alone; what nobody owns is in the whole only, and people add up to the rest."""
    team = builder.team("大客户部")
    first, second = builder.person("李雯", team), builder.person("陈佳", team)
    shared = builder.deal(second, "won", amount=100_00, closed_on="2026-11-20")
    builder.history(shared, "owner", first, second, "2026-11-10")
    builder.deal(first, "won", amount=50_00, closed_on="2026-11-20")
    builder.deal(None, "won", amount=7_00, closed_on="2026-11-20")
    found = {scope.text: told["won_revenue"].value for scope, told in figures(builder.reader, NOW).items()}
    assert found == {"team": 157_00, "team:大客户部": 150_00, "person:李雯": 50_00, "person:陈佳": 100_00}
    assert len(list_scopes(builder.reader)) == len(found)


def test_a_deal_dragged_out_of_won_does_not_keep_its_hundred_percent(builder: Builder) -> None:
    deal = builder.deal(stage="需求", amount=100_00, expected_close="2026-11-30")
    builder.history(deal, "stage", "合同", "赢单", "2026-11-03")
    builder.history(deal, "state", "open", "won", "2026-11-03")
    builder.history(deal, "stage", "赢单", "需求", "2026-11-10")
    builder.history(deal, "state", "won", "open", "2026-11-10")
    assert figure(builder, "weighted_forecast").value == 20_00
    left_in_won = builder.deal(stage="赢单", amount=500_00, expected_close="2026-11-30")
    assert left_in_won and figure(builder, "weighted_forecast").value == 20_00, "open, whatever its stage is called"
    assert figure(builder, "won_revenue").value == 0


def test_win_rate_and_cohort_rate_are_two_metrics(builder: Builder) -> None:
    """Varicent's case: 100 created, 3 won, 7 lost: 30 % and 3 %."""
    for number in range(100):
        state = "won" if number < 3 else "lost" if number < 10 else "open"
        closed = None if state == "open" else "2026-11-20"
        builder.deal(None, state, amount=100_00, created_on="2026-11-02", closed_on=closed)
    rate, cohort = figure(builder, "win_rate_count"), figure(builder, "cohort_win_rate")
    assert (rate.value, rate.n, cohort.value, cohort.n) == (0.3, 10, 0.03, 100)
    assert METRICS["win_rate_count"].name_source != METRICS["cohort_win_rate"].name_source
    assert rate.interval is not None and rate.interval[0] < 0.3 < rate.interval[1]
    # Won after the day that is looked at: not yet.
    before = Period.of(Month(2026, 11), TODAY, as_of=date(2026, 11, 19))
    assert figure(builder, "cohort_win_rate", before).value == 0


def test_the_weighted_forecast_of_odoos_worked_case(builder: Builder) -> None:
    """3,800 x 90 % + 22,500 x 20 % = 7,920."""
    builder.deal(stage="合同", amount=3_800_00, expected_close="2026-11-30")
    builder.deal(stage="需求", amount=22_500_00, expected_close="2026-11-30")
    assert figure(builder, "weighted_forecast").value == 7_920_00
    assert quick_ways(read_standing(Facts(builder.reader, NOW), WHOLE_TEAM))[0].value == 7_920_00
    assert funnel(builder.reader, NOW, WHOLE_TEAM).expected == 7_920_00
    assert forecast_table(builder.reader, NOW, WHOLE_TEAM).expected == 7_920_00


def test_coverage_divides_by_what_remains_and_the_need_is_one_over_the_win_rate(builder: Builder) -> None:
    builder.target("2026-11", 1_000_00)
    builder.deal(None, "won", amount=600_00, closed_on="2026-11-20")
    for _ in range(23):
        builder.deal(None, "won", amount=0, closed_on="2026-11-20")
    for _ in range(72):
        builder.deal(None, "lost", amount=0, closed_on="2026-11-20")
    builder.deal(amount=1_200_00, expected_close="2026-11-30")
    assert figure(builder, "coverage").value == 3, "1,200 of the 400 that are missing, not of 1,000"
    assert needed_coverage(figure(builder, "win_rate_count")) == 4


def test_pushes_count_calendar_months_only_and_never_fall(builder: Builder) -> None:
    deal = builder.deal(expected_close="2026-11-10", created_on="2026-08-01")

    def times() -> int:
        found = pushed_board(builder.reader, NOW, WHOLE_TEAM, Facts(builder.reader, NOW).roster).pushed
        return found[0].times if found else 0

    builder.history(deal, "expected_close", "2026-09-10", "2026-09-28", "2026-09-01")
    assert times() == 0, "inside a month nothing is pushed"
    builder.history(deal, "expected_close", "2026-09-28", "2026-12-05", "2026-09-20")
    assert times() == 1
    builder.history(deal, "expected_close", "2026-12-05", "2026-11-10", "2026-10-20")
    assert times() == 1, "coming back takes no push away"


def test_slippage_inside_a_cycle_compares_with_its_beginning(builder: Builder) -> None:
    """What was expected in the month when it began is asked of the history, not of the deals as they stand."""
    slipped = builder.deal(amount=100_00, expected_close="2026-12-10", created_on="2026-10-01")
    builder.history(slipped, "expected_close", "2026-11-20", "2026-12-10", "2026-11-18")
    assert figure(builder, "pipeline_amount").value == 0
    begun = Period.of(Month(2026, 11), TODAY, as_of=date(2026, 11, 1))
    assert figure(builder, "pipeline_amount", begun).value == 100_00


def test_nothing_is_shown_as_zero_that_is_not_known(builder: Builder) -> None:
    builder.deal(amount=None, expected_close="2026-11-30")
    found = figure(builder, "pipeline_amount")
    assert found.value is None and found.reason is not None and found.json_value is None
