"""How few make most: against trying every number of them; deals of a scope, seen from a past day."""

from datetime import date
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.metrics import WHOLE_TEAM, Period, RowsQuery, Scope
from cockpit.metrics.pareto import STEPS, curve, deal_rows, fewest
from cockpit.metrics.tiers import account_tiers
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 24)
AMOUNTS = st.lists(st.integers(1, 10**12), max_size=70).map(lambda amounts: sorted(amounts, reverse=True))


@given(AMOUNTS)
def test_fewest_against_trying_each(amounts: list[int]) -> None:
    found = fewest(amounts)
    tried = [n for n in range(1, len(amounts) + 1) if 10 * sum(amounts[:n]) >= 8 * sum(amounts)]
    if not amounts:
        assert found is None
        return
    assert found is not None
    assert (found.accounts, found.of) == (tried[0], len(amounts))
    assert found.share == pytest.approx(sum(amounts[: tried[0]]) / sum(amounts))


@given(AMOUNTS)
def test_the_curve_leaves_nothing_out(amounts: list[int]) -> None:
    ranked = [(number, f"n{number}", amount) for number, amount in enumerate(amounts)]
    found = curve("deals", ranked, deal_rows)
    assert len(found.steps) <= STEPS
    covered = [rank for step in found.steps for rank in range(step.first, step.last + 1)]
    assert covered == list(range(1, len(amounts) + 1))
    reached = list(accumulate(amounts))
    for step in found.steps:
        assert step.amount == sum(amounts[step.first - 1 : step.last])
        assert step.cumulative == pytest.approx(reached[step.last - 1] / reached[-1])
        assert bool(step.name) == (step.first == step.last)


def ids(builder: Builder, rows: RowsQuery | None) -> set[int]:
    assert rows is not None
    return {row[0] for row in builder.reader.execute(rows.ids_sql(), rows.parameters)}


def test_deals_of_a_scope_with_their_rows(builder: Builder) -> None:
    seller, other = builder.person("陈佳"), builder.person("李雯")
    large = builder.deal(seller, "won", amount=800, closed_on="2026-03-01")
    small = builder.deal(seller, amount=200)
    builder.deal(other, amount=5_000)
    builder.deal(seller, "won", amount=9_000, closed_on="2024-03-01")
    builder.deal(seller, "lost", amount=9_000, closed_on="2026-03-01")
    builder.deal(seller, amount=-300)
    period = Period.of(Month(2026, 11), TODAY)
    found = account_tiers(builder.reader, period, Scope.person(seller)).deals
    assert (found.count, found.total) == (2, 1_000)
    assert found.needed is not None and found.needed.accounts == 1
    assert ids(builder, found.rows_needed) == {large}
    assert [ids(builder, step.rows) for step in found.steps] == [{large}, {small}]
    assert account_tiers(builder.reader, period, WHOLE_TEAM).deals.count == 3


def test_what_was_given_back_makes_no_part_of_the_money(builder: Builder) -> None:
    for name, amount in (("大", 800), ("小", 200), ("退", -600)):
        number = builder.add("accounts", name=name)
        builder.deal(None, "won", account_id=number, amount=amount, closed_on="2026-03-01")
    found = account_tiers(builder.reader, Period.of(Month(2026, 11), TODAY), WHOLE_TEAM)
    assert found.accounts.needed is not None
    assert (found.accounts.needed.accounts, found.accounts.needed.share) == (1, 0.8)
    assert [tier.accounts for tier in found.tiers] == [1, 1, 1]
