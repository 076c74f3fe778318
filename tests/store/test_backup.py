"""A backup is whole or is not there; a restore keeps what it replaces."""

from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.store.backup import copy_verified, restore
from cockpit.store.file import Store, StoreInUse


def names(path: Path) -> list[str]:
    with Store.open(path) as store:
        return [row[0] for row in store.connection.execute("SELECT name FROM people ORDER BY id")]


def a_store_with(path: Path, name: str) -> Path:
    with Store.open(path) as store, store.transaction() as connection:
        connection.execute("INSERT INTO people(name) VALUES (?)", (name,))
    return path


def test_backup_and_restore(tmp_path: Path) -> None:
    path = a_store_with(tmp_path / "a.sqlite", "陈佳")
    with Store.open(path) as store:
        assert copy_verified(store.connection, tmp_path / "backup.sqlite")["people"] == 1
    a_store_with(path, "李雯")
    kept = restore(tmp_path / "backup.sqlite", path)
    assert names(path) == ["陈佳"]
    assert kept is not None and names(kept) == ["陈佳", "李雯"]


def test_restore_over_a_damaged_store_keeps_the_damaged_file(tmp_path: Path) -> None:
    backup = a_store_with(tmp_path / "backup.sqlite", "陈佳")
    (tmp_path / "a.sqlite").write_bytes(b"garbage")
    kept = restore(backup, tmp_path / "a.sqlite")
    assert kept is not None and kept.read_bytes() == b"garbage"
    assert names(tmp_path / "a.sqlite") == ["陈佳"]


@pytest.mark.parametrize("content", [b"", b"garbage" * 1000])
def test_a_bad_backup_is_refused_and_nothing_changes(tmp_path: Path, content: bytes) -> None:
    path = a_store_with(tmp_path / "a.sqlite", "陈佳")
    (tmp_path / "bad.sqlite").write_bytes(content)
    with pytest.raises(CockpitError):
        restore(tmp_path / "bad.sqlite", path)
    assert names(path) == ["陈佳"]


def test_a_store_in_use_is_not_replaced(tmp_path: Path) -> None:
    backup = a_store_with(tmp_path / "backup.sqlite", "陈佳")
    with Store.open(tmp_path / "a.sqlite"), pytest.raises(StoreInUse):
        restore(backup, tmp_path / "a.sqlite")


def test_a_backup_that_cannot_be_written_leaves_no_part(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("")
    with Store.open(tmp_path / "a.sqlite") as store, pytest.raises(CockpitError):
        copy_verified(store.connection, tmp_path / "in the way" / "b.sqlite")
    assert not list(tmp_path.rglob("*.part"))
