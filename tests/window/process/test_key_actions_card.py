"""The card of key actions never shows a lift that the numbers do not carry, whatever was counted."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from cockpit.metrics import RowsQuery
from cockpit.metrics.key_actions import KeyAction, KeyActions, fisher_exact, newcombe_interval
from cockpit.window.process.key_actions_card import KeyActionsCard

_sides = st.tuples(st.integers(1, 45), st.integers(1, 45), st.floats(0, 1), st.floats(0, 1))


def action(place: int, n: int, m: int, share: float, other: float) -> KeyAction:
    won, without = round(n * share), round(m * other)
    interval = newcombe_interval(won, n, without, m)
    assert interval is not None
    p = fisher_exact(won, n - won, without, m - without)
    return KeyAction(f"动作{place}", None, won, n, without, m, interval, p, p, RowsQuery("deals", "1"))


@pytest.fixture
def card(qtbot: QtBot) -> KeyActionsCard:
    made = KeyActionsCard(lambda rows, title: None)
    qtbot.addWidget(made)
    made.retranslate()
    return made


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_sides, max_size=12))
def test_fewer_than_twenty_deals_on_a_side_show_no_lift(card: KeyActionsCard, sides: list[tuple]) -> None:  # type: ignore[type-arg]
    actions = [action(place, *side) for place, side in enumerate(sides)]
    card.show_actions(KeyActions(actions, 90, 45, 90))

    enough = {one.kind for one in actions if one.n_with >= 20 and one.n_without >= 20}
    shown = {name for name, _ in card.chart.rows()}
    assert shown <= enough
    assert card.chart.is_empty() == (not enough)
    assert len(shown) == min(8, len(enough))
