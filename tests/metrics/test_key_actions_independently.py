"""Key actions of random stores against a computation of its own: exact fractions and the definitions, no SQL."""

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from math import comb, sqrt
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.metrics import WHOLE_TEAM, Period, Scope
from cockpit.metrics.key_actions import benjamini_hochberg, fisher_exact, key_actions, newcombe_interval
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

PERIOD = Period.of(Month(2026, 11), date(2026, 11, 24))
KINDS = ("上门拜访", "电话", "演示", "报价")
MET = (None, "", "决策人", "采购")


# --- the statistics by their definitions ----------------------------------------------------------------------------


def wilson(won: int, n: int) -> tuple[float, float]:
    """The two shares p whose distance from won/n is z standard errors of p: the roots of a quadratic equation."""
    z = 1.959963984540054
    a, b, c = 1 + z * z / n, -(2 * won / n + z * z / n), (won / n) ** 2
    root = sqrt(max(0.0, b * b - 4 * a * c))
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


def newcombe(won_with: int, n_with: int, won_without: int, n_without: int) -> tuple[float, float]:
    (low1, high1), (low2, high2) = wilson(won_with, n_with), wilson(won_without, n_without)
    p1, p2 = won_with / n_with, won_without / n_without
    return (
        p1 - p2 - sqrt((p1 - low1) ** 2 + (high2 - p2) ** 2),
        p1 - p2 + sqrt((high1 - p1) ** 2 + (p2 - low2) ** 2),
    )


def fisher(a: int, b: int, c: int, d: int) -> Fraction:
    """The chance of all tables with these margins that are no likelier than this one, in exact fractions."""
    row, column, total = a + b, a + c, a + b + c + d
    whole = comb(total, row)
    chances = {
        x: Fraction(comb(column, x) * comb(total - column, row - x), whole)
        for x in range(max(0, row + column - total), min(row, column) + 1)
    }
    return sum((chance for chance in chances.values() if chance <= chances[a]), Fraction(0))


def adjusted(chances: list[float], place: int) -> float:
    """Of all p at least as large as this one the least of p x m / rank; of equal ones the last rank counts."""
    ordered = sorted(chances)
    m = len(ordered)
    return min(1.0, *(p * m / rank for rank, p in enumerate(ordered, 1) if p >= chances[place]), 1.0)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_fisher_in_exact_fractions(a: int, b: int, c: int, d: int) -> None:
    assert fisher_exact(a, b, c, d) == pytest.approx(float(fisher(a, b, c, d)), rel=1e-6, abs=1e-12)


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 400), st.integers(1, 400), st.floats(0, 1), st.floats(0, 1))
def test_newcombe_from_the_roots_of_the_score_equation(n: int, m: int, share: float, other: float) -> None:
    won, won_without = round(n * share), round(m * other)
    low, high = newcombe(won, n, won_without, m)
    found = newcombe_interval(won, n, won_without, m)
    assert found is not None
    # Near 0 and 1 the roots lose half of the digits under the square root.
    assert found == pytest.approx((max(-1.0, low), min(1.0, high)), abs=1e-7)
    assert found[0] <= won / n - won_without / m <= found[1]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.floats(0, 1), max_size=30))
def test_benjamini_and_hochberg_by_their_definition(chances: list[float]) -> None:
    found = benjamini_hochberg(chances)
    assert found == pytest.approx([adjusted(chances, place) for place in range(len(chances))], abs=1e-12)
    assert all(p <= after + 1e-15 for p, after in zip(chances, found, strict=True))


def test_scipy_s_examples_of_fisher() -> None:
    """The documentation of scipy.stats.fisher_exact, and R's of fisher.test."""
    assert fisher_exact(6, 2, 1, 4) == pytest.approx(0.10256410256410257)
    assert fisher_exact(3, 1, 1, 3) == pytest.approx(0.48571428571428565)
    assert fisher_exact(2, 10, 15, 3) == pytest.approx(0.0005367241, rel=1e-6)


# --- whole stores ---------------------------------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 120))
def test_random_stores(seed: int, deals: int) -> None:
    chance = Random(seed)
    with TemporaryDirectory() as folder:
        builder = Builder(Path(folder) / "cockpit.sqlite")
        try:
            _compare(builder, chance, deals)
        finally:
            builder.close()


def _compare(builder: Builder, chance: Random, count: int) -> None:
    team = builder.team("直销一组", mode="process")
    people = [builder.person("李雯", team), builder.person("陈佳", team)]
    deals: list[tuple[int, int, date, str, bool]] = []
    activities: list[tuple[int, str, str | None, date, bool]] = []
    for _ in range(count):
        day = date(2025, 11, 10) + timedelta(days=chance.randint(0, 400))
        state, owner, gone = chance.choice(("won", "lost")), chance.choice(people), chance.random() < 0.05
        deleted = {"deleted_at": "2026-11-20"} if gone else {}
        deal = builder.deal(owner, state, closed_on=day.isoformat(), **deleted)
        deals.append((deal, owner, day, state, gone))
        for _ in range(chance.randint(0, 5)):
            when, kind, met = day + timedelta(days=chance.randint(-40, 8)), chance.choice(KINDS), chance.choice(MET)
            undone = chance.random() < 0.1
            builder.add(
                "activities", deal_id=deal, person_id=owner, kind=kind, met=met, happened_on=when.isoformat(),
                **({"deleted_at": "2026-11-20"} if undone else {}),
            )  # fmt: skip
            activities.append((deal, kind, met or None, when, undone))
    for scope, mine in ((WHOLE_TEAM, people), (Scope.person(people[0]), people[:1])):
        closed = {
            deal: state == "won"
            for deal, owner, day, state, gone in deals
            # Twelve cycles, the last one included; what is dated after today lies in the cycle as well.
            if date(2025, 12, 1) <= day < date(2026, 12, 1) and owner in mine and not gone
        }
        days = {deal: day for deal, _, day, _, _ in deals}
        done: defaultdict[Any, set[int]] = defaultdict(set)
        for deal, kind, met, when, undone in activities:
            if deal in closed and when <= days[deal] and not undone:
                done[kind, met].add(deal)
        expected = {}
        for action, with_it in done.items():
            without = set(closed) - with_it
            if without:
                won_with, won_without = (sum(closed[deal] for deal in side) for side in (with_it, without))
                expected[action] = (won_with, len(with_it), won_without, len(without))
        found = key_actions(builder.reader, PERIOD, scope)
        assert {
            (one.kind, one.met): (one.won_with, one.n_with, one.won_without, one.n_without) for one in found.actions
        } == expected
        assert (found.closed, found.won) == (len(closed), sum(closed.values()))
        assert found.recorded == len(set().union(*done.values()))
        chances = [float(fisher(w, n - w, v, m - v)) for w, n, v, m in expected.values()]
        for place, (action, (w, n, v, m)) in enumerate(expected.items()):
            one = next(one for one in found.actions if (one.kind, one.met) == action)
            low, high = newcombe(w, n, v, m)
            assert one.interval == pytest.approx((max(-1.0, low), min(1.0, high)), abs=1e-7)
            assert one.p == pytest.approx(chances[place], rel=1e-6, abs=1e-12)
            assert one.adjusted_p == pytest.approx(adjusted(chances, place), rel=1e-6, abs=1e-12)
            assert one.difference == pytest.approx(w / n - v / m)
            # Never a lift that the numbers do not carry.
            assert one.is_key == (n >= 20 and m >= 20 and not low <= 0 <= high)
            rows = builder.reader.execute(one.rows.ids_sql(), one.rows.parameters).fetchall()
            assert {deal for (deal,) in rows} == done[action]
