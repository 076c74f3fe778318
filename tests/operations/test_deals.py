"""Deals changed by hand: what is typed is read as an import reads it, what closes keeps its day, undo takes it back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.operations import deals
from cockpit.operations.deal_values import read_day, read_money, read_typed
from cockpit.operations.exports import export_deals
from cockpit.operations.operation import redo, undo
from cockpit.operations.people import add_person
from cockpit.store.file import Store

TODAY = date(2026, 11, 24)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "cockpit.sqlite")
    yield opened
    opened.close()


def stage(store: Store, kind: str) -> int:
    return int(store.connection.execute("SELECT id FROM stages WHERE kind = ? ORDER BY id", (kind,)).fetchone()[0])


def fields(store: Store, number: int, *columns: str) -> tuple[object, ...]:
    row = store.connection.execute(f"SELECT {', '.join(columns)} FROM deals WHERE id = ?", (number,)).fetchone()
    return tuple(row)


def add(store: Store, name: str = "华信 ERP", **values: object) -> int:
    changes = deals.add_deal(store, name=name, today=date(2026, 11, 1), **values)  # type: ignore[arg-type]
    (number,) = changes.ids["deal"]
    return number


@pytest.mark.parametrize(
    ("text", "minor"), [("12万", 120_000_00), ("1,200", 1_200_00), ("¥99.50", 99_50), ("120k", 120_000_00), ("", None)]
)
def test_amounts_are_read_as_an_import_reads_them(text: str, minor: int | None) -> None:
    assert read_money(text) == minor


@pytest.mark.parametrize("text", ["很多", "-5", "$100", "1.234,5.6"])
def test_what_is_no_amount_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(CockpitError):
        read_money(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026/12/31", date(2026, 12, 31)), ("12-31", date(2026, 12, 31)), ("+3", date(2026, 11, 27)),
        ("周五", date(2026, 11, 27)), ("月底", date(2026, 11, 30)), (" ", None), ("20261231", date(2026, 12, 31)),
    ],
)  # fmt: skip
def test_days_are_read_as_typed(text: str, day: date | None) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["2026-02-30", "改天", "13-45"])
def test_what_is_no_day_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(CockpitError) as refused:
        read_day(text, TODAY)
    assert text in str(refused.value)


def test_a_name_cannot_be_taken_away() -> None:
    assert read_typed("next_step", "  拜访   CIO ", TODAY) == "拜访 CIO"
    with pytest.raises(CockpitError):
        read_typed("name", " ", TODAY)


def test_a_new_deal_finds_its_account_or_makes_it(store: Store) -> None:
    first, second = add(store, account_name="华信科技"), add(store, account_name="华信科技")
    assert fields(store, first, "account_id") == fields(store, second, "account_id") != (None,)
    assert store.connection.execute("SELECT name, initials FROM accounts").fetchall() == [("华信科技", "hxkj")]
    undo(store)
    undo(store)
    assert store.connection.execute("SELECT count(*) FROM accounts").fetchone() == (0,)


def test_several_fields_and_the_stage_of_several_deals_are_one_step(store: Store) -> None:
    (owner,) = add_person(store, "李雯").ids["person"]
    numbers = [add(store), add(store, "第二单")]
    before = [fields(store, n, "state", "owner_id", "expected_close", "closed_on") for n in numbers]
    deals.edit_together(
        store, numbers, {"owner_id": owner, "expected_close": date(2026, 12, 20)}, stage_id=stage(store, "lost"),
        closed_on=date(2026, 11, 20), lost_reason="价格", today=TODAY,
    )  # fmt: skip
    after = ("lost", owner, "2026-12-20", "2026-11-20", "价格")
    for number in numbers:
        assert fields(store, number, "state", "owner_id", "expected_close", "closed_on", "lost_reason") == after
    changed = store.connection.execute(
        "SELECT field, new, effective_at FROM deal_history WHERE deal_id = ? AND new IN ('lost', '2026-12-20')",
        (numbers[0],),
    ).fetchall()
    assert ("state", "lost", "2026-11-20") in changed
    undo(store)
    assert [fields(store, n, "state", "owner_id", "expected_close", "closed_on") for n in numbers] == before
    redo(store)
    assert fields(store, numbers[1], "state") == ("lost",)


def test_nothing_is_changed_where_one_value_does_not_fit(store: Store) -> None:
    number = add(store)
    with pytest.raises(CockpitError):
        deals.edit_together(store, [number], {"name": " ", "expected_close": TODAY}, today=TODAY)
    assert fields(store, number, "name", "expected_close") == ("华信 ERP", None)


def test_a_deal_that_is_reopened_loses_its_closing_day(store: Store) -> None:
    number = add(store)
    deals.move_stage(store, [number], stage(store, "won"), closed_on=date(2026, 11, 12), today=TODAY)
    assert fields(store, number, "state", "closed_on") == ("won", "2026-11-12")
    deals.edit_together(store, [number], {}, stage_id=stage(store, "open"), today=TODAY)
    assert fields(store, number, "state", "closed_on") == ("open", None)


def test_an_export_that_is_stopped_leaves_no_file(store: Store, tmp_path: Path) -> None:
    number = add(store)
    with pytest.raises(CockpitError):
        export_deals(store.connection, [number], tmp_path / "deals.xlsx", lambda _: False)
    assert [path.name for path in tmp_path.glob("*.xlsx*")] == []


def test_a_workbook_that_cannot_be_written_is_refused_and_leaves_nothing(store: Store, tmp_path: Path) -> None:
    number = add(store)
    target = tmp_path / "folder"
    (target / "deals.xlsx").mkdir(parents=True)
    with pytest.raises(CockpitError) as refused:
        export_deals(store.connection, [number], target / "deals.xlsx")
    assert "deals.xlsx" in str(refused.value)
    assert [path.name for path in target.iterdir()] == ["deals.xlsx"]
