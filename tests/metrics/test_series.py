"""Figures over months, and won revenue over the working days of a cycle."""

from datetime import date

import pytest

from cockpit.metrics import WHOLE_TEAM, Period, Scope, figures
from cockpit.metrics.scopes import read_roster
from cockpit.metrics.series import monthly_series, won_by_month, won_by_workday, won_rows_until
from cockpit.metrics.settings import read_settings
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 24)
"""The 17th of 21 working days."""
NOVEMBER = Period.of(Month(2026, 11), TODAY)
OCTOBER = Period.of(Month(2026, 10), TODAY)
YEAR = list(Month(2025, 12).through(Month(2026, 11)))


def won(builder: Builder, owner: int, day: str, amount: int | None = 100, **values: object) -> int:
    return builder.deal(owner, "won", amount=amount, closed_on=day, **values)


@pytest.fixture
def seller(builder: Builder) -> int:
    return builder.person("陈佳", builder.team("直销部"))


def test_revenue_adds_up_day_by_day_until_today(builder: Builder, seller: int) -> None:
    won(builder, seller, "2026-11-02", 100)
    won(builder, seller, "2026-11-04", 30)
    won(builder, seller, "2026-11-24", 5)
    found = won_by_workday(builder.reader, NOVEMBER, WHOLE_TEAM)
    assert found.days[0] == date(2026, 11, 2)
    assert len(found.days) == 21
    assert len(found.won) == 17
    assert found.won[:4] == [100, 100, 130, 130]
    assert found.won[-1] == 135


def test_what_is_won_on_a_day_off_counts_on_the_next_working_day(builder: Builder, seller: int) -> None:
    won(builder, seller, "2026-11-07", 100)  # a Saturday
    found = won_by_workday(builder.reader, NOVEMBER, WHOLE_TEAM)
    assert found.won[:6] == [0, 0, 0, 0, 0, 100]


def test_a_month_that_ends_on_a_day_off_keeps_its_last_deals(builder: Builder, seller: int) -> None:
    won(builder, seller, "2026-10-31", 100)  # a Saturday
    assert won_by_workday(builder.reader, OCTOBER, WHOLE_TEAM).won[-1] == 100
    assert won_by_workday(builder.reader, NOVEMBER, WHOLE_TEAM).previous[-1] == 100


def test_the_end_agrees_with_won_revenue(builder: Builder, seller: int) -> None:
    for day in range(1, 25):
        won(builder, seller, f"2026-11-{day:02}", day)
    won(builder, seller, "2026-11-10", None)
    won(builder, seller, "2026-11-10", 7, currency="USD")
    builder.deal(seller, "lost", amount=50, closed_on="2026-11-10")
    total = figures(builder.reader, NOVEMBER, [WHOLE_TEAM], {"won_revenue"})[WHOLE_TEAM]["won_revenue"].value
    assert won_by_workday(builder.reader, NOVEMBER, WHOLE_TEAM).won[-1] == total == 300


def test_a_person_who_changed_teams_is_in_the_line_of_the_team_of_that_day(builder: Builder) -> None:
    first, second = builder.team("甲"), builder.team("乙")
    person = builder.person("陈佳", first, end="2026-11-10")
    builder.member(person, second, "2026-11-10")
    won(builder, person, "2026-11-09", 10)
    won(builder, person, "2026-11-11", 20)
    assert won_by_workday(builder.reader, NOVEMBER, Scope.of_team(first)).won[-1] == 10
    assert won_by_workday(builder.reader, NOVEMBER, Scope.of_team(second)).won[-1] == 20


def test_without_a_target_there_is_none_and_a_cycle_to_come_has_no_day_yet(builder: Builder, seller: int) -> None:
    december = Period.of(Month(2026, 12), TODAY)
    builder.target("2026-12", 500, person=seller)
    assert won_by_workday(builder.reader, NOVEMBER, WHOLE_TEAM).target is None
    found = won_by_workday(builder.reader, december, WHOLE_TEAM)
    assert (found.target, found.won, len(found.days)) == (500, [], 23)


@pytest.mark.parametrize("place", [0, 4, 5, 16])
def test_a_point_opens_the_deals_that_it_adds_up(builder: Builder, seller: int, place: int) -> None:
    for day in range(1, 25):
        won(builder, seller, f"2026-11-{day:02}", 1)
    found = won_by_workday(builder.reader, NOVEMBER, WHOLE_TEAM)
    rows = won_rows_until(NOVEMBER, WHOLE_TEAM, found.days[place])
    (count,) = builder.reader.execute(rows.count_sql(), rows.parameters).fetchone()
    assert count == found.won[place]


@pytest.mark.parametrize(
    "key",
    ["won_revenue", "attainment", "win_rate_count", "sales_cycle_median", "open_count", "coverage", "new_touches"],
)
def test_a_series_is_the_figure_of_each_month(builder: Builder, seller: int, key: str) -> None:
    other = builder.person("李雯", builder.team("大客户部"))
    for number, month in enumerate(YEAR):
        for owner in (seller, other):
            builder.target(str(month), 1000, person=owner)
            won(builder, owner, f"{month}-05", 100 + number, created_on=f"{month.previous}-01")
        builder.deal(seller, "lost", amount=50, closed_on=f"{month}-10")
        builder.deal(seller, amount=500, created_on=f"{month}-01", expected_close="2026-11-30")
        account = builder.add("accounts", name=f"客户{number}", owner_id=seller)
        builder.add("activities", account_id=account, person_id=seller, happened_on=f"{month}-03", kind="visit")
    for scope in (WHOLE_TEAM, Scope.person(seller)):
        series = monthly_series(builder.reader, key, scope, YEAR, TODAY)
        alone = [figures(builder.reader, Period.of(month, TODAY), [scope], {key})[scope][key] for month in YEAR]
        assert series == alone
    assert any(figure.value for figure in series)


def test_small_lines_hold_everybody_month_by_month(builder: Builder, seller: int) -> None:
    won(builder, seller, "2026-09-30", 10)
    won(builder, seller, "2026-11-01", 20)
    idle = builder.person("吴思")
    roster, settings = read_roster(builder.reader), read_settings(builder.reader)
    found = won_by_month(builder.reader, YEAR[-3:], roster, settings)
    assert found == {seller: [10, 0, 20], idle: [0, 0, 0]}
