"""Rates typed in: what is read, what is refused, replaced, taken away, and undone."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.operations.exchange_rates import read_currency, read_rate, remove_rate, set_rate
from cockpit.operations.operation import redo, undo
from cockpit.store.file import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "cockpit.sqlite") as opened:
        yield opened


def rates(store: Store) -> list[tuple[str, str, int]]:
    return store.connection.execute("SELECT currency, from_on, rate FROM exchange_rates ORDER BY 1, 2").fetchall()


def test_a_rate_is_set_replaced_taken_away_and_each_is_undone(store: Store) -> None:
    changes = set_rate(store, "USD", Decimal("7.1234"))
    assert {"deal", "payment"} <= changes.kinds and changes.label == "1 USD = 7.1234 CNY"
    set_rate(store, "USD", Decimal("7.2"), date(2026, 11, 1))
    set_rate(store, "USD", Decimal("7.3"), date(2026, 11, 1))
    assert rates(store) == [("USD", "", 7_123_400), ("USD", "2026-11-01", 7_300_000)]
    undo(store)
    assert rates(store)[1] == ("USD", "2026-11-01", 7_200_000)
    number = store.connection.execute("SELECT id FROM exchange_rates WHERE from_on = ''").fetchone()[0]
    remove_rate(store, number)
    assert rates(store) == [("USD", "2026-11-01", 7_200_000)]
    undo(store)
    assert len(rates(store)) == 2
    redo(store)
    with pytest.raises(CockpitError):
        remove_rate(store, number)


def test_the_own_currency_needs_no_rate(store: Store) -> None:
    with pytest.raises(CockpitError, match="CNY"):
        set_rate(store, "CNY", Decimal(1))
    assert rates(store) == []


def test_what_is_typed_is_read_or_refused() -> None:
    assert [read_rate(text) for text in (" 7.1234 ", "1,340.5", "0.00028")] == [
        Decimal("7.1234"),
        Decimal("1340.5"),
        Decimal("0.00028"),
    ]
    for wrong in ("", "七", "0", "-7", "0.0000001", "nan", "inf", "1e9"):
        with pytest.raises(CockpitError):
            read_rate(wrong)
    assert [read_currency(text) for text in ("usd", "美元", " EUR ")] == ["USD", "USD", "EUR"]
    for wrong in ("", "元", "X", "什么"):
        with pytest.raises(CockpitError):
            read_currency(wrong)
