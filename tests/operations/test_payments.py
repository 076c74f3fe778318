"""Payments typed in and pasted: what is read, what is refused, and undone as one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.operations import deals
from cockpit.operations.operation import undo
from cockpit.operations.payments import read_amount, read_pasted, record_pasted, record_payment, remove_payment
from cockpit.store.file import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "cockpit.sqlite")
    for name in ("华信 ERP", "远川 平台", "同名", "同名"):
        deals.add_deal(opened, name=name, today=date(2026, 11, 1))
    yield opened
    opened.close()


def recorded(store: Store) -> list[tuple[int, str, int]]:
    return store.connection.execute(
        "SELECT deal_id, received_on, amount FROM payments WHERE deleted_at IS NULL ORDER BY id"
    ).fetchall()


def test_amounts_as_people_write_them_and_money_given_back() -> None:
    assert [read_amount(text) for text in ("12万", " 1,200 ", "-3,000")] == [12_000_000, 120_000, -300_000]
    for wrong in ("", "待定", "0", "USD 5"):
        with pytest.raises(CockpitError):
            read_amount(wrong)


def test_a_payment_is_recorded_taken_away_and_undone(store: Store) -> None:
    changes = record_payment(store, 1, 5_000, date(2026, 11, 3), " 首付 ")
    assert recorded(store) == [(1, "2026-11-03", 5_000)]
    (number,) = changes.ids["payment"]
    remove_payment(store, number)
    assert recorded(store) == []
    with pytest.raises(CockpitError):
        remove_payment(store, number)
    undo(store)
    assert recorded(store) == [(1, "2026-11-03", 5_000)]
    undo(store)
    assert store.connection.execute("SELECT count(*) FROM payments").fetchone() == (0,)


def test_a_block_is_read_whatever_the_order_of_its_columns_and_nothing_twice(store: Store) -> None:
    block = "日期\t商机\t金额\n2026-11-03\t华信 ERP\t12万\n2026/11/4\t远川 平台\t-1,000.5\n\t\t\n"
    pasted = read_pasted(store.connection, block)
    assert pasted.new == ((1, "2026-11-03", 12_000_000), (2, "2026-11-04", -100_050))
    record_pasted(store, pasted)
    again = read_pasted(store.connection, "商机\t金额\t日期\n远川 平台\t7\t2026-11-05\n华信 ERP\t120000\t2026-11-03")
    assert (again.new, again.known) == (((2, "2026-11-05", 700),), 1)
    undo(store)
    assert recorded(store) == []


@pytest.mark.parametrize(
    "block", ["华信 ERP\t2026-11-03\t待定", "没有这单\t2026-11-03\t5", "同名\t2026-11-03\t5", "华信 ERP\t5", "  "]
)
def test_a_line_that_cannot_be_read_stops_the_block(store: Store, block: str) -> None:
    with pytest.raises(CockpitError):
        read_pasted(store.connection, f"华信 ERP\t2026-11-01\t1\n{block}" if block.strip() else block)
    assert recorded(store) == []
