"""Payments, new customers and targets in levels, held against sums that are made by hand."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest

from cockpit.metrics import WHOLE_TEAM, Period, Scope, figures
from cockpit.metrics.facts import Facts
from cockpit.metrics.figures import figures_of
from cockpit.metrics.measure_results import MeasureResult, measure_result
from cockpit.metrics.payments import read_deal_payments
from cockpit.metrics.target_grid import read_target_grid
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TODAY = date(2026, 5, 20)
MAY = Period.of(Month(2026, 5), TODAY)


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Builder]:
    builder = Builder(tmp_path / "store.cockpit")
    yield builder
    builder.close()


def value(build: Builder, key: str, scope: Scope = WHOLE_TEAM, period: Period = MAY) -> float | None:
    return figures(build.reader, period, [scope], {key})[scope][key].value


def test_payments_count_for_their_person_else_for_who_owned_the_deal_that_day(build: Builder) -> None:
    team = build.team("一组")
    li, wang = build.person("李", team), build.person("王", team)
    deal = build.deal(wang, "won", amount=100_000, closed_on="2026-04-10")
    build.history(deal, "owner", None, li, "2026-01-01")
    build.history(deal, "owner", li, wang, "2026-05-10")
    build.add("payments", deal_id=deal, received_on="2026-05-09", amount=30_000)
    build.add("payments", deal_id=deal, received_on="2026-05-10", amount=20_000)
    build.add("payments", deal_id=deal, received_on="2026-05-11", amount=-5_000)
    build.add("payments", deal_id=deal, received_on="2026-05-12", amount=7_000, person_id=li)
    build.add("payments", received_on="2026-05-13", amount=1_000)
    build.add("payments", deal_id=deal, received_on="2026-05-14", amount=900, currency="USD")
    build.add("payments", deal_id=deal, received_on="2026-04-30", amount=11_000)
    build.add("payments", deal_id=deal, received_on="2026-05-15", amount=1, deleted_at="2026-05-16")
    assert value(build, "collected", Scope.person(li)) == 37_000
    assert value(build, "collected", Scope.person(wang)) == 15_000
    assert value(build, "collected", Scope.of_team(team)) == 52_000
    assert value(build, "collected") == 53_000
    whole = figures(build.reader, MAY, [WHOLE_TEAM], {"collected"})[WHOLE_TEAM]["collected"]
    assert {note.code for note in whole.notes} == {"payments_without_rate", "payments_without_deal"}
    assert whole.rows is not None
    assert build.reader.execute(whole.rows.ids_sql(), whole.rows.parameters).fetchall() == [(deal,)]


def test_without_payments_nothing_is_said_to_be_collected_or_owed(build: Builder) -> None:
    build.deal(build.person("李"), "won", amount=100, closed_on="2026-05-02")
    assert value(build, "collected") is None
    assert value(build, "outstanding") is None


def test_what_won_deals_still_owe(build: Builder) -> None:
    li = build.person("李")
    part = build.deal(li, "won", amount=100_000, closed_on="2026-04-10")
    full = build.deal(li, "won", amount=50_000, closed_on="2026-05-02")
    unpaid = build.deal(li, "won", amount=8_000, closed_on="2026-05-03")
    build.deal(li, "open", amount=70_000)
    build.add("payments", deal_id=part, received_on="2026-05-01", amount=40_000)
    build.add("payments", deal_id=part, received_on="2026-05-02", amount=-10_000)
    build.add("payments", deal_id=full, received_on="2026-05-03", amount=60_000)
    found = figures(build.reader, MAY, [WHOLE_TEAM], {"outstanding"})[WHOLE_TEAM]["outstanding"]
    assert found.value == 70_000 + 8_000
    assert found.rows is not None
    rows = build.reader.execute(found.rows.ids_sql(), found.rows.parameters).fetchall()
    assert rows == [(part,), (unpaid,)]
    of_part = read_deal_payments(build.reader, part)
    assert (of_part.received, of_part.outstanding) == (30_000, 70_000)


def test_collected_over_its_target_is_not_capped(build: Builder) -> None:
    li = build.person("李")
    build.target("2026-05", 10_000, li, measure="collected")
    build.add("payments", person_id=li, received_on="2026-05-04", amount=25_000)
    assert value(build, "collected_target") == 10_000
    assert value(build, "collected_attainment", Scope.person(li)) == 2.5


def test_a_customer_is_new_in_the_month_of_its_first_won_deal_only(build: Builder) -> None:
    li, wang = build.person("李"), build.person("王")
    new, old = build.add("accounts", name="新"), build.add("accounts", name="老")
    build.deal(wang, "won", amount=1, closed_on="2026-05-09", account_id=new)
    build.deal(li, "won", amount=1, closed_on="2026-05-03", account_id=new)
    build.deal(li, "won", amount=1, closed_on="2025-05-03", account_id=old)
    build.deal(li, "won", amount=1, closed_on="2026-05-03", account_id=old)
    build.deal(li, "lost", closed_on="2025-01-03", account_id=new)
    build.target("2026-05", 4, li, measure="new_customers")
    assert value(build, "new_customers") == 1
    assert value(build, "new_customers", Scope.person(li)) == 1
    assert value(build, "new_customers", Scope.person(wang)) == 0
    assert value(build, "new_customers_target") == 4


def test_random_stores_add_up_as_plain_python_does(build: Builder) -> None:
    for seed in range(3):
        _fill_and_compare(build, Random(seed))


def _fill_and_compare(build: Builder, random: Random) -> None:
    people = [build.person(f"人{random.random()}") for _ in range(4)]
    accounts = [build.add("accounts", name=f"客户{random.random()}") for _ in range(6)]
    for _ in range(40):
        state = random.choice(["won", "won", "lost", "open"])
        day = f"2026-0{random.randint(2, 5)}-{random.randint(1, 20):02}" if state != "open" else None
        deal = build.deal(
            random.choice([*people, None]), state, amount=random.randint(1, 10**6), closed_on=day,
            account_id=random.choice([*accounts, None]),
        )  # fmt: skip
        for _ in range(random.randint(0, 3)):
            build.add(
                "payments", deal_id=random.choice([deal, None]), person_id=random.choice([*people, None]),
                received_on=f"2026-0{random.randint(3, 5)}-{random.randint(1, 20):02}",
                amount=random.randint(-10**5, 10**6),
            )  # fmt: skip
    deals = build.connection.execute("SELECT id, owner_id, state, amount, closed_on, account_id FROM deals").fetchall()
    payments = build.connection.execute("SELECT deal_id, person_id, received_on, amount FROM payments").fetchall()
    owner = {deal[0]: deal[1] for deal in deals}
    for month in (Month(2026, 4), Month(2026, 5)):
        period = Period.of(month, TODAY)
        for person in [None, *people]:
            scope = WHOLE_TEAM if person is None else Scope.person(person)
            got = sum(
                amount for deal, payer, day, amount in payments
                if day[:7] == str(month) and person in (None, payer if payer is not None else owner.get(deal))
            )  # fmt: skip
            assert value(build, "collected", scope, period) == got
            first: dict[int, tuple[str, int | None, int]] = {}
            for id_, of, state, _, day, account in sorted(deals, key=lambda one: (one[4] or "", one[0])):
                if state == "won" and account is not None:
                    first.setdefault(account, (day, of, id_))
            new = sum(day[:7] == str(month) and person in (None, of) for day, of, _ in first.values())
            assert value(build, "new_customers", scope, period) == new
            owed = 0
            for id_, of, state, amount, day, _ in deals:
                if state == "won" and day <= period.as_of.isoformat() and person in (None, of):
                    paid = sum(p[3] for p in payments if p[0] == id_ and p[2] <= period.as_of.isoformat())
                    owed += max(0, amount - paid)
            assert value(build, "outstanding", scope, period) == owed


# --- levels ---------------------------------------------------------------------------------------------------


def test_the_level_that_is_reached_is_known_and_a_sum_of_sprints_counts_the_others_by_their_targets(
    build: Builder,
) -> None:
    team = build.team("一组")
    li, wang = build.person("李", team), build.person("王", team)
    build.target("2026-05", 100, li)
    build.target("2026-05", 120, li, level="sprint")
    build.target("2026-05", 200, wang)
    build.deal(li, "won", amount=130, closed_on="2026-05-04")
    facts = Facts(build.reader, MAY)
    done = figures_of(facts, None, {"won_revenue"})

    def standing(scope: Scope) -> MeasureResult:
        return measure_result(facts, scope, "won_revenue", done[scope]["won_revenue"])

    assert standing(Scope.person(li)).reached == "sprint"
    assert standing(Scope.person(li)).share_of("sprint") == 1.2
    assert standing(Scope.person(wang)).targets == {"target": 200}
    assert standing(Scope.of_team(team)).targets == {"target": 300, "sprint": 320}
    assert standing(WHOLE_TEAM).reached is None


def test_months_make_quarters_and_years_and_a_month_without_a_sprint_counts_with_its_target(build: Builder) -> None:
    li = build.person("李")
    for month in (1, 2, 3):
        build.target(f"2026-0{month}", 100 * month, li)
    build.target("2026-02", 250, li, level="sprint")
    quarter = Facts(build.reader, Period.of(Month(2026, 1), TODAY, Month(2026, 3)))
    assert quarter.targets_of("won_revenue")[Scope.person(li)] == 600
    assert quarter.targets_of("won_revenue", "sprint")[Scope.person(li)] == 100 + 250 + 300
    assert quarter.targets_of("won_revenue", "challenge") == {}


def test_only_teams_with_a_sprint(build: Builder) -> None:
    first, second = build.team("一组"), build.team("二组")
    build.person("李", first)
    wang = build.person("王", second)
    build.target("2026-05", 100, team=first)
    build.target("2026-05", 150, team=first, level="sprint")
    build.target("2026-05", 40, wang)
    facts = Facts(build.reader, MAY)
    assert facts.targets_of("won_revenue", "sprint") == {Scope.of_team(first): 150, WHOLE_TEAM: 190}


def test_levels_that_do_not_ascend_are_said(build: Builder) -> None:
    li = build.person("李")
    build.target("2026-05", 100, li)
    build.target("2026-05", 90, li, level="sprint")
    build.target("2026-06", 100, li)
    build.target("2026-06", 110, li, level="challenge")
    grid = read_target_grid(build.reader, 2026, "won_revenue", WHOLE_TEAM, TODAY, "sprint")
    assert grid.not_ascending == (("李", Month(2026, 5), "sprint"),)
