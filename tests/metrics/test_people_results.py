"""How each person stands, why, and whose process may be skipped."""

from datetime import date

import pytest

from cockpit.metrics import WHOLE_TEAM, Period, Scope
from cockpit.metrics.facts import Facts
from cockpit.metrics.people_results import STANDING_KEYS, PersonResult, Standing, people_results, people_results_of
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 24)
"""17 of 21 working days have passed: pace 81 %."""
NOVEMBER = Period.of(Month(2026, 11), TODAY)


def seller(builder: Builder, name: str, won: int, target: int | None = 100_000, team: int | None = None) -> int:
    person = builder.person(name, team)
    if target is not None:
        builder.target("2026-11", target, person=person)
    if won:
        builder.deal(person, "won", amount=won, closed_on="2026-11-10")
    return person


def by_name(builder: Builder, scope: Scope = WHOLE_TEAM, period: Period = NOVEMBER) -> dict[str, PersonResult]:
    return {found.person.name: found for found in people_results(builder.reader, period, scope)}


def codes(found: PersonResult) -> list[str]:
    return [reason.code for reason in found.reasons]


@pytest.mark.parametrize(
    ("won", "standing", "why"),
    [
        (150_000, "good", "pace_good"),
        (81_000, "good", "pace_good"),
        (80_000, "at_risk", "pace_at_risk"),
        (65_000, "at_risk", "pace_at_risk"),
        (64_000, "poor", "pace_poor"),
        (0, "poor", "pace_poor"),
    ],
)
def test_the_pace_index_decides(builder: Builder, won: int, standing: Standing, why: str) -> None:
    seller(builder, "陈佳", won)
    found = by_name(builder)["陈佳"]
    assert (found.standing, codes(found)) == (standing, [why])
    assert found.may_be_skipped == (standing == "good")


def test_attainment_is_not_capped(builder: Builder) -> None:
    seller(builder, "陈佳", 250_000)
    assert by_name(builder)["陈佳"].figures["attainment"].value == 2.5


def test_without_a_target_nothing_is_said_about_the_standing(builder: Builder) -> None:
    seller(builder, "新人", 50_000, target=None)
    found = by_name(builder)["新人"]
    assert (found.standing, codes(found), found.may_be_skipped) == ("unknown", ["no_target"], False)
    assert found.figures["won_revenue"].value == 50_000


def test_touches_behind_their_plan_spoil_good_results_but_not_more(builder: Builder) -> None:
    people = {name: seller(builder, name, won) for name, won in (("好", 100_000), ("差", 10_000), ("够", 100_000))}
    for person in people.values():
        builder.target("2026-11", 10, person=person, measure="new_touches")
    for number in range(9):
        account = builder.add("accounts", name=f"客户{number}")
        builder.add("activities", account_id=account, person_id=people["够"], happened_on="2026-11-05", kind="visit")
    found = by_name(builder)
    assert (found["好"].standing, codes(found["好"])) == ("at_risk", ["pace_good", "touches_behind"])
    assert (found["差"].standing, codes(found["差"])) == ("poor", ["pace_poor", "touches_behind"])
    assert (found["够"].standing, found["够"].touch_plan) == ("good", 10)


def test_the_limits_are_settings(builder: Builder) -> None:
    seller(builder, "陈佳", 60_000)
    builder.setting("good_pace_index", 0.7)
    assert by_name(builder)["陈佳"].standing == "good"


def test_only_people_of_the_scope_are_listed(builder: Builder) -> None:
    one, other = builder.team("甲"), builder.team("乙")
    chen, _ = seller(builder, "陈佳", 1, team=one), seller(builder, "李雯", 1, team=other)
    builder.person("早走的", one, left_on="2026-10-31")
    assert list(by_name(builder, Scope.of_team(one))) == ["陈佳"]
    assert list(by_name(builder, Scope.person(chen))) == ["陈佳"]
    assert set(by_name(builder)) == {"陈佳", "李雯"}


def test_the_standing_is_the_same_from_the_few_figures_that_it_needs(builder: Builder) -> None:
    for number, won in enumerate((150_000, 70_000, 10_000)):
        seller(builder, f"人{number}", won)
    few = people_results_of(Facts(builder.reader, NOVEMBER), WHOLE_TEAM, STANDING_KEYS)
    assert [found.standing for found in few] == [found.standing for found in by_name(builder).values()]
    assert all(set(found.figures) == STANDING_KEYS for found in few)


def test_a_past_cycle_is_judged_by_its_last_day(builder: Builder) -> None:
    person = builder.person("陈佳")
    builder.target("2026-10", 100_000, person=person)
    builder.deal(person, "won", amount=90_000, closed_on="2026-10-10")
    found = by_name(builder, period=Period.of(Month(2026, 10), TODAY))["陈佳"]
    assert (found.standing, found.figures["pace"].value) == ("at_risk", 1)
