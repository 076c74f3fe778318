"""What changed between two days: one story a test, in the words of the manager who asks."""

from datetime import date

import pytest

from cockpit.errors import CockpitError
from cockpit.metrics import WHOLE_TEAM, Scope
from cockpit.metrics.changed_deals import KINDS, TERMS, Kind
from cockpit.metrics.what_changed import WhatChanged, what_changed
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 18)
FIRST, LAST = date(2026, 10, 31), TODAY


def asked(builder: Builder, scope: Scope = WHOLE_TEAM, first: date = FIRST, last: date = LAST) -> WhatChanged:
    return what_changed(builder.reader, first, last, scope, TODAY)


def told(found: WhatChanged) -> dict[Kind, float | None]:
    """The terms and moves in which there is anything."""
    return {kind: found.figure(kind).value for kind in KINDS if found.figure(kind).n}


def test_lost_before_and_back_since_is_back_and_not_new(builder: Builder) -> None:
    deal = builder.deal(builder.person("李雯"), created_on="2026-08-01", amount=100_00)
    builder.history(deal, "state", "open", "lost", "2026-10-10")
    builder.history(deal, "state", "lost", "open", "2026-11-05")
    found = asked(builder)
    assert told(found) == {"back": 100_00}
    assert (found.start.value, found.end.value) == (0, 100_00)


def test_lost_and_back_between_the_two_days_is_no_change_of_the_sum_but_not_untouched(builder: Builder) -> None:
    deal = builder.deal(builder.person("李雯"), created_on="2026-08-01", amount=100_00)
    builder.history(deal, "state", "open", "lost", "2026-11-02")
    builder.history(deal, "state", "lost", "open", "2026-11-05")
    found = asked(builder)
    assert told(found) == {}
    assert found.untouched == []
    assert found.start.value == found.end.value == 100_00


def test_what_changes_twice_counts_from_the_first_day_to_the_last(builder: Builder) -> None:
    person = builder.person("李雯")
    deal = builder.deal(person, stage="需求", created_on="2026-08-01", amount=130_00)
    builder.history(deal, "amount", 100_00, 400_00, "2026-11-02")
    builder.history(deal, "amount", 400_00, 130_00, "2026-11-09")
    builder.history(deal, "stage", "方案", "合同", "2026-11-03")
    builder.history(deal, "stage", "合同", "需求", "2026-11-10")
    assert told(asked(builder)) == {"grown": 30_00, "moved_back": 1}
    assert told(asked(builder, last=date(2026, 11, 5))) == {"grown": 300_00, "moved_on": 1}


def test_an_amount_that_was_taken_away_shrinks_by_all_of_it_or_falls_back_to_the_list_price(builder: Builder) -> None:
    person = builder.person("李雯")
    product = builder.add("products", name="平台", list_price=60_00)
    for of_product in (None, product):
        deal = builder.deal(person, created_on="2026-08-01", amount=None, product_id=of_product)
        builder.history(deal, "amount", 100_00, None, "2026-11-02")
    found = asked(builder)
    assert told(found) == {"shrunk": -140_00}
    # 40 of it rest on a list price; of the open deals that remain 60 are estimated, and one has no amount.
    assert found.terms["shrunk"].estimated == 40_00
    assert (found.end.value, found.end.estimated) == (60_00, 60_00)
    assert [note.code for note in found.end.notes] == ["without_amount"]


def test_created_and_closed_between_is_told_and_adds_nothing(builder: Builder) -> None:
    person = builder.person("李雯")
    builder.deal(person, "won", created_on="2026-11-02", closed_on="2026-11-09", amount=100_00)
    found = asked(builder)
    assert told(found) == {"closed_within": 1}
    assert (found.start.value, found.end.value) == (0, 0)


def test_an_owner_who_leaves_the_team_takes_the_deals_along_and_brings_them_back(builder: Builder) -> None:
    direct, keys = builder.team("直销部"), builder.team("大客户部")
    person = builder.person("李雯", direct, None, "2026-11-03")
    builder.member(person, keys, "2026-11-03", "2026-11-10")
    builder.member(person, direct, "2026-11-10")
    builder.deal(person, created_on="2026-08-01", amount=100_00)
    mine = Scope.of_team(direct)
    away = date(2026, 11, 5)
    assert told(asked(builder, mine, last=away)) == {"handed_over": -100_00}
    assert told(asked(builder, Scope.of_team(keys), last=away)) == {"taken_over": 100_00}
    assert told(asked(builder, mine, first=away)) == {"taken_over": 100_00}
    # There and back again: nothing has changed between the ends of the two days.
    assert told(asked(builder, mine)) == {}
    assert asked(builder, mine).unchanged.value == 1
    assert told(asked(builder, last=away)) == {}


def test_a_deal_handed_on_and_then_won_is_handed_over_for_who_had_it(builder: Builder) -> None:
    first, second = builder.person("李雯"), builder.person("赵明远")
    deal = builder.deal(second, "won", created_on="2026-08-01", closed_on="2026-11-12", amount=100_00)
    builder.history(deal, "owner", first, second, "2026-11-05")
    builder.history(deal, "stage", "合同", "赢单", "2026-11-12")
    assert told(asked(builder, Scope.person(first))) == {"handed_over": -100_00}
    assert told(asked(builder, Scope.person(second))) == {}
    assert told(asked(builder)) == {"won": -100_00}


def test_who_won_a_deal_and_left_the_team_afterwards_won_it_for_the_team(builder: Builder) -> None:
    team = builder.team("直销部")
    person = builder.person("李雯", team, None, "2026-11-15")
    builder.deal(person, "won", created_on="2026-08-01", closed_on="2026-11-12", amount=100_00)
    assert told(asked(builder, Scope.of_team(team))) == {"won": -100_00}


def test_money_in_another_currency_is_counted_and_never_added_up(builder: Builder) -> None:
    person = builder.person("李雯")
    builder.deal(person, created_on="2026-11-02", amount=100_00)
    builder.deal(person, created_on="2026-11-02", amount=900_00, currency="USD")
    found = asked(builder).terms["new"]
    assert (found.value, found.n, [note.code for note in found.notes]) == (100_00, 2, ["without_rate"])
    builder.deal(person, "lost", created_on="2026-08-01", closed_on="2026-11-02", amount=900_00, currency="USD")
    lost = asked(builder).terms["lost"]
    assert (lost.value, lost.n) == (None, 1)
    assert lost.reason is not None and lost.reason.code == "without_rate"


def test_another_rate_is_told_apart_from_another_amount(builder: Builder) -> None:
    person = builder.person("李雯")
    for since, rate in (("", 7_000_000), ("2026-11-10", 7_500_000)):
        builder.add("exchange_rates", currency="USD", from_on=since, rate=rate)
    builder.deal(person, created_on="2026-08-01", amount=100_00, currency="USD")
    deal = builder.deal(person, created_on="2026-08-01", amount=80_00, currency="USD")
    builder.history(deal, "amount", 100_00, 80_00, "2026-11-12")
    found = asked(builder)
    assert (found.start.value, found.end.value) == (1_400_00, 1_350_00)
    assert told(found) == {"revalued": 100_00, "shrunk": -150_00}
    assert found.unchanged.value == 1  # the rate moved, nobody touched the deal


def test_without_a_rate_it_is_still_seen_that_an_amount_grew(builder: Builder) -> None:
    deal = builder.deal(builder.person("李雯"), created_on="2026-08-01", amount=100_00, currency="USD")
    builder.history(deal, "amount", 80_00, 100_00, "2026-11-12")
    grown = asked(builder).terms["grown"]
    assert (grown.value, grown.n) == (None, 1)


def test_pushed_for_the_third_time_and_what_was_pulled_in(builder: Builder) -> None:
    person = builder.person("李雯")
    late = builder.deal(person, created_on="2026-06-01", expected_close="2026-12-20")
    for old, new, at in (
        ("2026-08-10", "2026-09-10", "2026-08-09"), ("2026-09-10", "2026-11-10", "2026-09-09"),
        ("2026-11-10", "2026-11-28", "2026-11-02"), ("2026-11-28", "2026-12-20", "2026-11-12"),
    ):  # fmt: skip
        builder.history(late, "expected_close", old, new, at)
    early = builder.deal(person, created_on="2026-06-01", expected_close="2026-11-25")
    builder.history(early, "expected_close", "2027-01-10", "2026-11-25", "2026-11-03")
    found = asked(builder)
    assert told(found) == {"pushed": 1, "pulled_in": 1}
    assert [
        (deal.id, deal.pushes and deal.pushes.times, deal.pushes and deal.pushes.lately) for deal in found.pushed
    ] == [(late, 3, 1)]


def test_a_deal_that_nobody_touched_is_listed_and_its_first_entry_is_no_change(builder: Builder) -> None:
    person = builder.person("李雯")
    deal = builder.deal(person, amount=100_00)
    builder.history(deal, "stage", None, "线索", "2026-11-02")  # it came with a file, without a day of creation
    found = asked(builder)
    assert [then.id for then in found.untouched] == [deal]
    builder.history(deal, "forecast_category", None, "commit", "2026-11-03")
    assert asked(builder).untouched == []


def test_the_same_day_twice_says_that_nothing_changed(builder: Builder) -> None:
    deal = builder.deal(builder.person("李雯"), created_on="2026-08-01", amount=100_00)
    builder.history(deal, "amount", 80_00, 100_00, "2026-11-18")
    for day in (TODAY, date(2026, 11, 17)):
        found = asked(builder, first=day, last=day)
        assert [found.terms[term].value for term in TERMS] == [0] * len(TERMS)
        assert (found.changes, found.start.value) == ([], found.end.value)
        assert found.unchanged.value == 1


def test_days_the_wrong_way_round_and_days_to_come_are_refused(builder: Builder) -> None:
    with pytest.raises(CockpitError, match="晚于结束日"):
        asked(builder, first=date(2026, 11, 2), last=date(2026, 11, 1))
    with pytest.raises(CockpitError, match="还没到"):
        asked(builder, last=date(2026, 11, 19))
