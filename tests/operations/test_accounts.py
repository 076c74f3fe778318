"""What is changed about accounts: a tier by hand, several fields at once, undone as one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.operations import deals
from cockpit.operations.accounts import edit_accounts, edit_accounts_together, set_account_tier
from cockpit.operations.operation import undo
from cockpit.store.file import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "cockpit.sqlite")
    for name in ("华信", "远川"):
        deals.add_deal(opened, name=f"{name} ERP", account_name=name)
    yield opened
    opened.close()


def stored(store: Store, columns: str) -> list[tuple[object, ...]]:
    return store.connection.execute(f"SELECT {columns} FROM accounts ORDER BY id").fetchall()


def test_a_tier_by_hand_is_undone_and_given_back_to_the_rule(store: Store) -> None:
    changes = set_account_tier(store, [1, 2], "A")
    assert changes.ids == {"account": frozenset({1, 2})}
    assert stored(store, "tier_by_hand") == [("A",), ("A",)]
    undo(store)
    assert stored(store, "tier_by_hand") == [(None,), (None,)]
    set_account_tier(store, [1], "B")
    set_account_tier(store, [1], None)
    assert stored(store, "tier_by_hand") == [(None,), (None,)]
    with pytest.raises(KeyError):
        set_account_tier(store, [1], "D")


def test_fields_are_set_and_a_new_name_is_found_by_its_pinyin(store: Store) -> None:
    edit_accounts(store, [1], "name", " 华信 集团 ")
    edit_accounts(store, [1], "industry", "机械")
    edit_accounts(store, [1], "industry", "  ")
    assert stored(store, "name, initials, industry")[0] == ("华信 集团", "hxjt", None)
    with pytest.raises(CockpitError, match="要有名称"):
        edit_accounts(store, [1], "name", " ")
    with pytest.raises(KeyError):
        edit_accounts(store, [1], "deleted_at", "2026-01-01")


def test_several_fields_of_several_accounts_are_one_step(store: Store) -> None:
    edit_accounts_together(store, [1, 2], {"is_key": True, "tier_by_hand": "C", "region": "华东"})
    assert stored(store, "is_key, tier_by_hand, region") == [(1, "C", "华东")] * 2
    undo(store)
    assert stored(store, "is_key, tier_by_hand, region") == [(0, None, None)] * 2
