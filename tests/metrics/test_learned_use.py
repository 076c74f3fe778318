"""Learned values in the weighted forecast: only where the manager said so, and only from 30 past deals on."""

from datetime import date

import pytest

from cockpit.metrics import WHOLE_TEAM, Period, figures
from cockpit.metrics.funnel import funnel
from cockpit.model.cycles import Month
from cockpit.operations.operation import undo
from cockpit.operations.people import use_learned_values
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 24)
NOVEMBER, OCTOBER = (Period.of(Month(2026, month), TODAY) for month in (11, 10))


def forecast(builder: Builder, period: Period = NOVEMBER) -> float | None:
    return figures(builder.reader, period, [WHOLE_TEAM], {"weighted_forecast"})[WHOLE_TEAM]["weighted_forecast"].value


@pytest.fixture
def team(builder: Builder) -> int:
    """Of 30 past deals that were in 方案 (50 % by the manager) 12 were won, of 29 in 合同 (90 %) all."""
    team = builder.team("大客户部")
    seller = builder.person("陈佳", team)
    for stage, n, won in (("方案", 30, 12), ("合同", 29, 29)):
        for place in range(n):
            state = "won" if place < won else "lost"
            deal = builder.deal(seller, state, amount=100, created_on="2026-05-01", closed_on="2026-06-20")
            builder.history(deal, "stage", "线索", stage, "2026-05-10")
            builder.history(deal, "stage", stage, {"won": "赢单", "lost": "丢单"}[state], "2026-06-20")
    for stage, amount in (("方案", 100_000), ("合同", 10_000)):
        for month in ("10", "11"):
            builder.deal(
                seller, stage=stage, amount=amount, created_on="2026-09-01", expected_close=f"2026-{month}-28",
                forecast_category="pipeline",
            )  # fmt: skip
    return team


def test_only_from_the_day_on_which_it_was_said_and_with_enough_deals(builder: Builder, team: int) -> None:
    own, october = 2 * (50_000 + 9_000), forecast(builder, OCTOBER)
    assert (forecast(builder), october) == (own, 59_000)
    use_learned_values(builder.store, team, True, today=TODAY)
    assert forecast(builder) == 2 * (40_000 + 9_000)
    assert forecast(builder, OCTOBER) == october
    assert funnel(builder.reader, NOVEMBER, WHOLE_TEAM).expected == 2 * (40_000 + 9_000)
    assert not use_learned_values(builder.store, team, True, today=TODAY).undoable
    undo(builder.store)
    undo_left = forecast(builder)
    assert undo_left == own


def test_said_and_unsaid_leaves_what_was_used_between(builder: Builder, team: int) -> None:
    use_learned_values(builder.store, team, True, today=date(2026, 10, 5))
    use_learned_values(builder.store, team, False, today=date(2026, 11, 3))
    assert forecast(builder, OCTOBER) == 40_000 + 9_000
    assert forecast(builder) == 2 * (50_000 + 9_000)
