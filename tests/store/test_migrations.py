"""The way to the newest schema: whole, or not gone at all, wherever it is cut off."""

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
import sqlite_utils
from sqlite_utils import Migrations

from cockpit.store import checks, file, journal, migrations
from cockpit.store.file import Store
from cockpit.store.schema import SCHEMA_VERSION

EVERY = 9
"""All statements of all tests would take a minute; in the middle one is like the other."""


class Cut(BaseException):
    """The power is gone."""


class CutConnection(sqlite3.Connection):
    """Counts its statements; before ``cut_before`` the files are copied as they lie on the disk, and it ends."""

    count = 0
    cut_before: int | None = None
    store, copy = Path(), Path()

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        if CutConnection.count == CutConnection.cut_before:
            CutConnection.cut_before = None
            for suffix in ("", "-wal"):
                written = Path(f"{CutConnection.store}{suffix}")
                if written.exists():
                    shutil.copy(written, f"{CutConnection.copy}{suffix}")
            raise Cut
        CutConnection.count += 1
        return super().execute(*arguments)


@pytest.fixture
def cutting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every connection counts its statements and can be cut off."""
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **more: connect(*a, **{"factory": CutConnection, **more}))
    monkeypatch.setattr(CutConnection, "cut_before", None)


def cuts(path: Path) -> list[int]:
    """Before which statements of opening ``path`` to cut: the first ones, the last ones, and some of those between."""
    CutConnection.count = 0
    Store.open(path).close()
    last = CutConnection.count - 1
    return sorted({*range(8), *range(8, last, EVERY), *range(last - 4, last + 1)})


def cut(path: Path, before: int) -> Path:
    """Open ``path``, cut off before that statement; what a crash would have left on the disk is returned."""
    crashed = path.with_name("crashed") / f"{path.stem}-crashed.sqlite"
    crashed.parent.mkdir(exist_ok=True)
    CutConnection.count, CutConnection.cut_before = 0, before
    CutConnection.store, CutConnection.copy = path, crashed
    with pytest.raises(Cut):
        Store.open(path)
    return crashed


def schema(connection: sqlite3.Connection) -> dict[str, str]:
    """What there is, by name, but for sqlite-utils' own list."""
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: sql for name, sql in found if "_sqlite_migrations" not in name}


def version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def triggers(connection: sqlite3.Connection) -> set[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'journal%'")
    return {name for (name,) in found}


def all_triggers(connection: sqlite3.Connection) -> set[str]:
    return {
        f"journal_{what}_{table}"
        for table in journal.journaled_tables(connection)
        for what in ("insert", "update", "delete")
    }


def test_a_new_store_is_of_the_newest_version_and_all_of_it_can_be_undone(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.sqlite") as store:
        assert version(store.connection) == SCHEMA_VERSION
        assert triggers(store.connection) == all_triggers(store.connection)
        assert {"deals", "deal_history", "frozen_figures", "frozen_reviews"} <= set(
            journal.journaled_tables(store.connection)
        )
        strict = {name for _, name, kind, _, _, is_strict in store.connection.execute("PRAGMA table_list")
                  if kind == "table" and is_strict}  # fmt: skip
        assert set(journal.journaled_tables(store.connection)) <= strict
        assert checks.check(store.connection) == []


def test_a_store_that_is_up_to_date_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    Store.open(path).close()
    content = path.read_bytes()
    Store.open(path).close()
    assert path.read_bytes() == content


def test_a_first_start_that_is_cut_off_anywhere_leaves_nothing_and_is_done_again(tmp_path: Path, cutting: None) -> None:
    with Store.open(tmp_path / "whole.sqlite") as store:
        whole = schema(store.connection)
    for after in cuts(tmp_path / "counted.sqlite"):
        path = tmp_path / f"{after}.sqlite"
        crashed = cut(path, after)
        for left in (path, crashed):
            connection = sqlite3.connect(left)
            assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [], after
            assert version(connection) == 0
            connection.close()
        with Store.open(crashed) as store:
            assert (version(store.connection), schema(store.connection)) == (SCHEMA_VERSION, whole), after


NEXT = SCHEMA_VERSION + 1


@pytest.fixture
def a_later_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program of some day, with one step more."""
    later = Migrations("cockpit")
    later()(migrations.m001_first_schema)

    @later()
    def m002_later(database: sqlite_utils.Database) -> None:
        database.conn.execute("ALTER TABLE people ADD COLUMN nickname TEXT")
        database.conn.execute("UPDATE people SET nickname = name || '同学'")
        database.conn.execute("CREATE TABLE nicknames (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT")

    monkeypatch.setattr(migrations, "migrations", later)
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", NEXT)
    monkeypatch.setattr(file, "SCHEMA_VERSION", NEXT)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A store as this version writes it."""
    path = tmp_path / "old.sqlite"
    with Store.open(path) as store:
        store.connection.execute("INSERT INTO people(name) VALUES ('李雯')")
    return path


def test_a_later_version_that_is_cut_off_anywhere_leaves_what_was_there(
    tmp_path: Path, old: Path, a_later_version: None, cutting: None
) -> None:
    connection = sqlite3.connect(old)
    before = schema(connection)
    connection.close()
    for after in cuts(Path(shutil.copy(old, tmp_path / "counted.sqlite"))):
        path = Path(shutil.copy(old, tmp_path / f"{after}.sqlite"))
        crashed = cut(path, after)
        for left in (path, crashed):
            connection = sqlite3.connect(left)
            assert (version(connection), schema(connection)) == (SCHEMA_VERSION, before), after
            assert connection.execute("SELECT name FROM people").fetchall() == [("李雯",)]
            connection.close()
        with Store.open(crashed) as store:
            assert version(store.connection) == NEXT
            assert triggers(store.connection) == all_triggers(store.connection)
            assert "journal_insert_nicknames" in triggers(store.connection)
            assert store.connection.execute("SELECT name, nickname FROM people").fetchall() == [("李雯", "李雯同学")]


def test_a_copy_is_kept_before_an_older_store_is_changed(tmp_path: Path, old: Path, a_later_version: None) -> None:
    connection = sqlite3.connect(old)
    before = schema(connection)
    connection.close()
    Store.open(old).close()
    (copy,) = tmp_path.glob(f"old.before-version-{NEXT}-from-{SCHEMA_VERSION}.sqlite")
    connection = sqlite3.connect(copy)
    assert (version(connection), schema(connection)) == (SCHEMA_VERSION, before)
    assert connection.execute("SELECT name FROM people").fetchall() == [("李雯",)]
    connection.close()


@pytest.fixture
def second_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store as version 2 left it: a deal with two entries of history."""
    path = tmp_path / "second.sqlite"
    with monkeypatch.context() as then:
        early = Migrations("cockpit")
        early()(migrations.m001_first_schema)
        early()(migrations.m002_import_shapes)
        then.setattr(migrations, "migrations", early)
        for module in (migrations, file):
            then.setattr(module, "SCHEMA_VERSION", 2)
        with Store.open(path) as store:
            store.connection.executescript(
                "INSERT INTO pipelines(id, name) VALUES (1, 'p');"
                "INSERT INTO stages VALUES (1, 1, '报价', 0, 'open', 0.5);"
                "INSERT INTO deals(id, name, stage_id, state, amount) VALUES (1, '华信', 1, 'open', 500);"
                "INSERT INTO deal_history(deal_id, field, old, new, effective_at, recorded_at) VALUES"
                " (1, 'stage', NULL, '1', '2026-01-05', '2026-01-05T01:00:00.000Z'),"
                " (1, 'amount', '400', '500', '2026-02-05', '2026-02-05T01:00:00.000Z')"
            )
    return path


def test_a_store_of_the_second_version_keeps_its_history_which_still_cannot_be_rewritten(second_version: Path) -> None:
    connection = sqlite3.connect(second_version)
    before = connection.execute("SELECT * FROM deal_history").fetchall()
    assert version(connection) == 2 and len(before) == 2
    connection.close()
    with Store.open(second_version) as store:
        assert version(store.connection) == SCHEMA_VERSION
        assert store.connection.execute("SELECT * FROM deal_history").fetchall() == before
        for statement in ("UPDATE deal_history SET new = '1'", "DELETE FROM deal_history"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                store.connection.execute(statement)
        with Store.open(second_version.with_name("new.sqlite")) as new:
            assert schema(store.connection) == schema(new.connection)
        assert checks.check(store.connection) == []
