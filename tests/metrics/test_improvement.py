"""Actions of last cycle read off this cycle's numbers: how far they came, and when that cannot be told."""

from datetime import date

import pytest

from cockpit.metrics import WHOLE_TEAM, Period, Scope
from cockpit.metrics.improvement import Reading, Verdict, improvement_readings, propose_verdict
from cockpit.metrics.registry import Direction
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 24)
NOVEMBER = Period.of(Month(2026, 11), TODAY)
OVER = Period.of(Month(2026, 11), date(2026, 12, 3))


@pytest.mark.parametrize(
    ("baseline", "target", "now", "direction", "verdict"),
    [
        (0.6, 0.85, 0.91, "more", "effective"),
        (0.6, 0.85, 0.85, "more", "effective"),
        (0.1, 0.3, 0.1 + 0.2, "more", "effective"),
        (6, 2, 4, "less", "partly"),
        (6, 2, 4.01, "less", "not_effective"),
        (6, 2, 1, "less", "effective"),
        (10, 20, 15, "more", "partly"),
        (10, 20, 14.9, "more", "not_effective"),
        (10, 20, 5, "more", "not_effective"),
        (5, 5, 5, "more", "effective"),
        (5, 5, 4, "more", "not_effective"),
        (5, 5, 6, "less", "not_effective"),
        (5, 5, 4, "less", "effective"),
        (None, 5, 6, "more", "not_measurable"),
        (5, None, 6, "more", "not_measurable"),
        (5, 6, None, "more", "not_measurable"),
    ],
)
def test_the_way_from_baseline_to_target_decides(
    baseline: float | None, target: float | None, now: float | None, direction: Direction, verdict: Verdict
) -> None:
    assert propose_verdict(baseline, target, now, direction) == verdict


@pytest.fixture
def seller(builder: Builder) -> int:
    """Won 9,000.00 in November and has a target of 10,000.00."""
    person = builder.person("陈佳", builder.team("直销部"))
    builder.deal(person, "won", amount=9000_00, closed_on="2026-11-10")
    builder.target("2026-11", 10_000_00, person=person)
    return person


def action(builder: Builder, person: int, **values: object) -> int:
    filled: dict[str, object] = {
        "month": "2026-10", "text": "每周拜访 6 家", "state": "agreed", "metric": "won_revenue", "baseline": 6000,
        "target": 8000, "agreed_on": "2026-10-15",
    }  # fmt: skip
    return builder.add("actions", person_id=person, **filled | values)


def only(builder: Builder, period: Period = OVER) -> Reading:
    (found,) = improvement_readings(builder.reader, period)
    return found


def test_money_is_compared_in_units_of_the_currency(builder: Builder, seller: int) -> None:
    action(builder, seller)
    found = only(builder)
    assert found.now is not None
    assert (found.now.value, found.proposed, found.reason) == (9000_00, "effective", None)


def test_it_is_provisional_while_the_cycle_runs(builder: Builder, seller: int) -> None:
    action(builder, seller)
    assert only(builder, NOVEMBER).provisional
    assert not only(builder).provisional


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"metric": None}, "no_metric"),
        ({"metric": "gone_since"}, "no_metric"),
        ({"target": None}, "no_target_value"),
        ({"baseline": None}, "no_baseline"),
        ({"baseline": None, "baseline_reason": "上周期没有赢单"}, "no_baseline"),
        ({"metric": "promises_kept", "baseline": 0.5, "target": 0.9}, "no_promises_due"),
    ],
)
def test_what_cannot_be_measured_says_why(builder: Builder, seller: int, values: dict[str, object], code: str) -> None:
    action(builder, seller, **values)
    found = only(builder)
    assert found.proposed == "not_measurable"
    assert found.reason is not None
    assert found.reason.code == code
    if "baseline_reason" in values:
        assert found.reason.sentence == "上周期没有赢单"


def test_drafts_deleted_ones_and_other_cycles_are_not_judged(builder: Builder, seller: int) -> None:
    action(builder, seller, state="draft")
    action(builder, seller, deleted_at="2026-10-20T00:00:00.000Z")
    action(builder, seller, month="2026-09")
    assert improvement_readings(builder.reader, NOVEMBER) == []


def test_the_managers_verdict_stands_beside_the_numbers(builder: Builder, seller: int) -> None:
    action(builder, seller, state="closed", verdict="not_effective")
    found = only(builder)
    assert (found.verdict, found.proposed) == ("not_effective", "effective")


def test_figures_are_those_of_the_actions_person(builder: Builder, seller: int) -> None:
    other = builder.person("李雯")
    action(builder, other, metric="won_revenue", baseline=100, target=200)
    found = only(builder)
    assert found.now is not None
    assert (found.now.value, found.proposed) == (0, "not_effective")


def test_a_scope_leaves_out_the_actions_of_others(builder: Builder, seller: int) -> None:
    team = builder.team("大客户部")
    other = builder.person("李雯", team)
    action(builder, seller)
    of_other = action(builder, other)
    for scope in (Scope.of_team(team), Scope.person(other)):
        assert [found.action_id for found in improvement_readings(builder.reader, OVER, scope=scope)] == [of_other]
    assert len(improvement_readings(builder.reader, OVER, scope=WHOLE_TEAM)) == 2


def test_named_actions_are_read_whatever_their_cycle(builder: Builder, seller: int) -> None:
    wanted = action(builder, seller, month="2026-08", state="draft")
    action(builder, seller)
    assert [found.action_id for found in improvement_readings(builder.reader, OVER, [wanted])] == [wanted]
