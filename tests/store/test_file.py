"""Opening a store: who may, and what is said when it cannot be."""

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.store import file
from cockpit.store.file import Store, StoreInUse, open_reader


def test_a_new_store_is_safe_and_private(tmp_path: Path) -> None:
    with Store.open(tmp_path / "folder" / "a.sqlite") as store:
        pragmas = {
            name: store.connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
        assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
        assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_one_cockpit_at_a_time_and_it_says_who(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    holding = (
        "import sys,time; from pathlib import Path; from cockpit.store.file import Store\n"
        "s = Store.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen([sys.executable, "-c", holding, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdout is not None and other.stdout.readline().strip() == b"open"
    with pytest.raises(StoreInUse) as refused:
        Store.open(path)
    assert refused.value.holder["pid"] == other.pid and str(other.pid) in refused.value.sentence
    open_reader(path).close()  # reading goes on beside it
    other.kill()
    other.wait()
    other.stdin.close()
    other.stdout.close()
    Store.open(path).close()  # a killed cockpit holds nothing


@pytest.mark.parametrize(
    "content", [b"not a database at all, just some text" * 40, b"SQLite format 3\0" + b"\xff" * 4096]
)
def test_a_damaged_file_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.sqlite"
    path.write_bytes(content)
    with pytest.raises(CockpitError) as refused:
        Store.open(path)
    assert str(path) in refused.value.sentence and refused.value.next_step
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE theirs(x)")
    other.close()
    with pytest.raises(CockpitError, match="不是驾驶舱"):
        Store.open(path)


def test_a_newer_store_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    Store.open(path).close()
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version = {file.SCHEMA_VERSION + 1}")
    newer.close()
    for opening in (Store.open, open_reader):
        with pytest.raises(CockpitError, match="更新版本"):
            opening(path)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CockpitError) as refused:
        Store.open(tmp_path / "file" / "a.sqlite")
    assert "--store" in refused.value.next_step


def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.sqlite") as store:
        pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
        store.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(CockpitError, match="磁盘已满"), store.transaction() as connection:
            for number in range(10_000):
                connection.execute("INSERT INTO people(name) VALUES (?)", (f"销售{number}" * 20,))
        assert store.connection.execute("SELECT count(*) FROM people").fetchone()[0] == 0


def test_a_store_locked_by_another_program_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "BUSY_SECONDS", 0.05)
    with Store.open(tmp_path / "a.sqlite") as store:
        other = sqlite3.connect(store.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CockpitError, match="占用"), store.transaction():
            pass
        other.close()


def test_a_failed_transaction_leaves_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.sqlite") as store:
        with pytest.raises(ZeroDivisionError), store.transaction() as connection:
            connection.execute("INSERT INTO people(name) VALUES ('李雯')")
            _ = 1 // 0
        assert store.connection.execute("SELECT count(*) FROM people").fetchone()[0] == 0


@contextmanager
def without_privileges() -> Iterator[None]:
    """Root may write everywhere: as root, be nobody for a while."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody can reach, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of files are another matter there")
def test_a_read_only_folder_is_said(open_folder: Path) -> None:
    folder = open_folder / "team"
    Store.open(folder / "team.sqlite").close()
    folder.chmod(0o555)
    with without_privileges(), pytest.raises(CockpitError) as refused:
        Store.open(folder / "team.sqlite")
    assert str(folder) in refused.value.sentence and "--store" in refused.value.next_step
    folder.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of files are another matter there")
def test_a_read_only_store_is_said_and_can_be_opened_again(open_folder: Path) -> None:
    folder = open_folder / "team"
    path = folder / "team.sqlite"
    Store.open(path).close()
    folder.chmod(0o777)
    for left in folder.iterdir():
        left.unlink() if left != path else left.chmod(0o444)
    with without_privileges(), pytest.raises(CockpitError) as refused:
        Store.open(path)
    assert "team.sqlite" in refused.value.sentence and refused.value.next_step
    path.chmod(0o600)
    for left in folder.iterdir():
        left.unlink() if left != path else None
    Store.open(path).close()
