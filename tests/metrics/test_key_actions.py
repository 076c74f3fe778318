"""The statistics against published values, and which deals count on which side."""

import pytest

from cockpit.metrics import WHOLE_TEAM, Period, Scope
from cockpit.metrics.key_actions import benjamini_hochberg, fisher_exact, key_actions, newcombe_interval
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

PERIOD = Period.of(Month(2026, 11), Month(2026, 11).start.replace(day=24))


@pytest.mark.parametrize(
    ("a", "m", "b", "n", "low", "high"),
    [
        (56, 70, 48, 80, 0.0524, 0.3339),
        (9, 10, 3, 10, 0.1705, 0.8090),
        (6, 7, 2, 7, 0.0582, 0.8062),
        (5, 56, 0, 29, -0.0381, 0.1926),
        (0, 10, 0, 20, -0.1611, 0.2775),
        (0, 10, 0, 10, -0.2775, 0.2775),
        (10, 10, 0, 20, 0.6791, 1.0),
        (10, 10, 0, 10, 0.6075, 1.0),
    ],
)
def test_newcombe_as_in_table_ii_of_the_paper(a: int, m: int, b: int, n: int, low: float, high: float) -> None:
    """Newcombe (1998), table II, method 10, contrasts (a) to (h)."""
    assert newcombe_interval(a, m, b, n) == pytest.approx((low, high), abs=5e-5)


def test_no_interval_without_deals_on_one_side() -> None:
    assert newcombe_interval(0, 0, 3, 10) is None
    assert newcombe_interval(3, 10, 0, 0) is None


@pytest.mark.parametrize(
    ("table", "p"),
    [
        ((3, 1, 1, 3), 0.485714),  # Fisher's lady tasting tea
        ((2, 10, 15, 3), 0.000536724),  # convictions of twins, the example of R's fisher.test
        ((8, 2, 1, 5), 0.034965),  # the example of scipy.stats.fisher_exact
        ((0, 5, 0, 7), 1.0),
    ],
)
def test_fisher_as_published(table: tuple[int, int, int, int], p: float) -> None:
    a, b, c, d = table
    assert fisher_exact(a, b, c, d) == pytest.approx(p, rel=1e-4)
    assert fisher_exact(c, d, a, b) == pytest.approx(p, rel=1e-4)
    assert fisher_exact(a, c, b, d) == pytest.approx(p, rel=1e-4)


def test_fisher_with_thousands_of_deals() -> None:
    assert fisher_exact(2000, 3000, 2000, 3000) == pytest.approx(1.0)
    assert 0 <= fisher_exact(2600, 2400, 2000, 3000) < 1e-20


def test_benjamini_and_hochberg_own_example() -> None:
    """Their section 4: at 5 % four of the fifteen hypotheses are rejected, where Bonferroni's rule rejects three."""
    chances = [
        *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
        *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000),
    ]
    adjusted = benjamini_hochberg(chances)
    assert adjusted[:5] == pytest.approx([0.0015, 0.003, 0.0095, 0.035625, 0.0603])
    assert sum(p <= 0.05 for p in adjusted) == 4
    assert adjusted[-1] == 1.0
    # The order given is kept.
    assert benjamini_hochberg(chances[::-1]) == pytest.approx(adjusted[::-1])
    assert benjamini_hochberg([]) == []


def closed(builder: Builder, owner: int | None, state: str, *actions: tuple[str, str | None, str], day: str) -> int:
    deal = builder.deal(owner, state, closed_on=day)
    for kind, met, when in actions:
        builder.add("activities", deal_id=deal, person_id=owner, kind=kind, met=met, happened_on=when)
    return deal


def test_an_action_counts_once_a_deal_and_not_after_the_closing(builder: Builder) -> None:
    meeting = ("拜访", "决策人", "2026-10-05")
    closed(builder, None, "won", meeting, meeting, ("电话", None, "2026-10-06"), day="2026-10-20")
    closed(builder, None, "lost", ("拜访", "决策人", "2026-10-21"), day="2026-10-20")
    closed(builder, None, "lost", ("电话", "", "2026-10-20"), day="2026-10-20")
    closed(builder, None, "won", meeting, day="2024-10-20")  # too long ago
    builder.deal(None, "open")
    found = key_actions(builder.reader, PERIOD, WHOLE_TEAM)
    assert (found.closed, found.won, found.recorded) == (3, 1, 2)
    visit, call = found.actions
    assert (visit.kind, visit.met, visit.won_with, visit.n_with, visit.n_without) == ("拜访", "决策人", 1, 1, 2)
    # Nobody written down and nothing written down are the same.
    assert (call.kind, call.met, call.won_with, call.n_with, call.n_without) == ("电话", None, 1, 2, 1)
    for action in found.actions:
        count = builder.reader.execute(action.rows.count_sql(), dict(action.rows.parameters)).fetchone()[0]
        assert count == action.n_with
        assert not action.is_key


def test_what_was_done_for_every_deal_cannot_be_compared(builder: Builder) -> None:
    for state in ("won", "lost"):
        closed(builder, None, state, ("电话", None, "2026-10-05"), day="2026-10-20")
    found = key_actions(builder.reader, PERIOD, WHOLE_TEAM)
    assert found.actions == []
    assert found.recorded == 2


@pytest.mark.parametrize(("n", "is_key"), [(19, False), (20, True)])
def test_key_takes_twenty_deals_on_both_sides(builder: Builder, n: int, is_key: bool) -> None:
    for _ in range(n):
        closed(builder, None, "won", ("拜访", "决策人", "2026-10-05"), day="2026-10-20")
        closed(builder, None, "lost", day="2026-10-20")
    (action,) = key_actions(builder.reader, PERIOD, WHOLE_TEAM).actions
    assert action.difference == 1.0
    assert action.interval[0] > 0
    assert action.is_key is is_key


def test_a_difference_that_the_numbers_do_not_carry_is_not_key(builder: Builder) -> None:
    for place in range(40):
        state = "won" if place % 2 else "lost"
        closed(builder, None, state, ("拜访", "决策人", "2026-10-05"), day="2026-10-20")
        closed(builder, None, state, day="2026-10-20")
    (action,) = key_actions(builder.reader, PERIOD, WHOLE_TEAM).actions
    assert action.has_enough
    assert not action.is_key
    assert action.p == pytest.approx(1.0)


def test_of_a_scope_and_of_teams_that_are_managed_by_process(builder: Builder) -> None:
    direct, key = builder.team("直销部", mode="process"), builder.team("大客户部", mode="opportunities")
    li, chen = builder.person("李雯", direct), builder.person("陈佳", key)
    for owner in (li, chen, chen):
        closed(builder, owner, "won", ("拜访", None, "2026-10-05"), day="2026-10-20")
        closed(builder, owner, "lost", day="2026-10-20")
    reader = builder.reader
    assert key_actions(reader, PERIOD, WHOLE_TEAM).closed == 6
    assert key_actions(reader, PERIOD, WHOLE_TEAM, "process").closed == 2
    assert key_actions(reader, PERIOD, WHOLE_TEAM, "opportunities").closed == 4
    assert key_actions(reader, PERIOD, Scope.of_team(key)).closed == 4
    (action,) = key_actions(reader, PERIOD, Scope.person(li)).actions
    assert (action.n_with, action.n_without) == (1, 1)
    (of_direct,) = key_actions(reader, PERIOD, WHOLE_TEAM, "process").actions
    rows = of_direct.rows
    assert reader.execute(rows.count_sql(), dict(rows.parameters)).fetchone()[0] == 1
