"""Targets as people type them, and as they come back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.model.quantities import read_quantity, show_quantity, type_quantity


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("75 %", "share", 0.75), ("75", "share", 0.75), ("0.75", "share", 0.75), ("７５％", "share", 0.75),
        ("29%", "share", 0.29), ("300万", "money", 3e6), ("1.2亿", "money", 1.2e8), ("3,200,000", "money", 3.2e6),
        ("300万元", "money", 3e6), ("500k", "money", 5e5), ("12", "count", 12.0), ("30天", "days", 30.0),
        ("2.4×", "ratio", 2.4), ("0", "count", 0.0),
    ],
)  # fmt: skip
def test_what_is_typed_is_understood(typed: str, unit: str, value: float) -> None:
    assert read_quantity(typed, unit) == value


@pytest.mark.parametrize("typed", ["", "很多", "12 x y", "--3", "1.2.3"])
def test_what_is_no_figure_is_none(typed: str) -> None:
    assert read_quantity(typed, "count") is None


@given(st.decimals(0, 10_000_000, places=2).map(float), st.sampled_from(["money", "count", "days", "ratio"]))
def test_what_a_field_shows_reads_back_the_same(value: float, unit: str) -> None:
    assert read_quantity(type_quantity(value, unit), unit) == value


@given(st.integers(0, 3000).map(lambda points: round(points / 1000, 3)))
def test_a_share_reads_back_the_same(value: float) -> None:
    assert read_quantity(type_quantity(value, "share"), "share") == value


def test_it_is_shown_as_figures_are() -> None:
    assert show_quantity(3_120_000, "money") == "312 万" and show_quantity(0.75, "share") == "75 %"
    assert show_quantity(None, "count") == "—" and type_quantity(None, "share") == ""
