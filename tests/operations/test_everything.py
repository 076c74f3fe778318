"""Everything as one archive: nothing of the store is missing, nothing private slips out, nothing can run."""

import csv
import io
import json
import re
import sqlite3
import zipfile
from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.excel.harmless_text import as_meant
from cockpit.language import speaking
from cockpit.operations.everything import export_everything, money
from cockpit.operations.everything_tables import INTERNAL, NOT_WRITTEN, TABLES
from cockpit.store.file import Store, open_reader


def read(archive: Path, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(archive) as found:
        content = found.read(name)
    assert content.startswith(b"\xef\xbb\xbf"), "Excel knows UTF-8 by its mark"
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.fixture
def connection(sample_path: Path) -> sqlite3.Connection:
    Store.open(sample_path).close()
    return open_reader(sample_path)


def test_every_table_and_every_column_is_written_or_named_as_left_out(connection: sqlite3.Connection) -> None:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    own = {name for name in tables if not name.startswith(("sqlite_", "_sqlite")) and "search" not in name}
    assert {table.table for table in TABLES} | INTERNAL == own
    for table in TABLES:
        said = " ".join(column.sql for column in table.columns)
        for _, column, *_ in connection.execute(f"PRAGMA table_info({table.table})"):
            left_out = NOT_WRITTEN.get(table.table, set()) | {"deleted_at"}
            assert column in left_out or re.search(rf"\bt\.{column}\b", said), f"{table.table}.{column} is missing"


def test_rows_names_and_amounts(connection: sqlite3.Connection, tmp_path: Path) -> None:
    written = export_everything(connection, tmp_path / "全部.zip")
    deals = read(written.path, "商机.csv")
    assert len(deals) == connection.execute("SELECT count(*) FROM deals WHERE deleted_at IS NULL").fetchone()[0]
    row = connection.execute(
        "SELECT d.name, p.name, d.amount FROM deals d JOIN people p ON p.id = d.owner_id WHERE d.id = 3"
    ).fetchone()
    found = next(deal for deal in deals if deal["编号"] == "3")
    assert (found["商机名称"], found["负责人"], found["金额"]) == (row[0], row[1], money(row[2]))
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", found["创建日期"]) and found["状态"] in ("在手", "赢单", "丢单")
    history = read(written.path, "商机历史.csv")
    assert {line["改了什么"] for line in history} == {"阶段", "状态", "金额", "预计成交", "负责人"}
    stages = {name for (name,) in connection.execute("SELECT name FROM stages")}
    assert {line["改成"] for line in history if line["改了什么"] == "阶段"} <= stages
    assert {line["原来"] for line in history if line["改了什么"] == "金额"} & {""}
    with zipfile.ZipFile(written.path) as archive:
        words = archive.read("README.txt").decode("utf-8-sig")
        assert archive.testzip() is None
    assert all(name in words for name in written.rows)


def test_amounts_are_exact() -> None:
    assert [money(minor) for minor in (0, 5, -5, 12345, -100, 10**15 + 1)] == [
        "0.00", "0.05", "-0.05", "123.45", "-1.00", "10000000000000.01",
    ]  # fmt: skip


def test_private_notes_only_when_asked(connection: sqlite3.Connection, sample_path: Path, tmp_path: Path) -> None:
    with sqlite3.connect(sample_path) as store:
        store.execute("UPDATE notes SET private_text = '只有我知道' WHERE meeting_id = 1")
        store.execute(
            "INSERT INTO note_versions(meeting_id, text, private_text, saved_at) VALUES (1, 'x', '只有我知道', '2026')"
        )
    secret = "只有我知道"
    written = export_everything(connection, tmp_path / "a.zip")
    with zipfile.ZipFile(written.path) as archive:
        assert not any(secret in archive.read(name).decode() for name in archive.namelist())
    with_them = export_everything(connection, tmp_path / "b.zip", with_private_notes=True)
    assert secret in {row["私人备注"] for row in read(with_them.path, "笔记.csv")}


def test_deleted_rows_stay_out(connection: sqlite3.Connection, sample_path: Path, tmp_path: Path) -> None:
    with sqlite3.connect(sample_path) as store:
        store.execute("UPDATE deals SET deleted_at = '2026-11-24T00:00:00.000Z' WHERE id = 3")
    written = export_everything(connection, tmp_path / "a.zip")
    assert "3" not in {deal["编号"] for deal in read(written.path, "商机.csv")}
    assert "3" not in {line["商机编号"] for line in read(written.path, "商机历史.csv")}


def test_text_cannot_run_and_comes_back_as_it_was(
    connection: sqlite3.Connection, sample_path: Path, tmp_path: Path
) -> None:
    nasty = ["=1+1", "+A1", "-2+3", "@SUM(1)", "\t=1", "\r=1", '"=1\n=2"', "'=1", "-12.5"]
    with sqlite3.connect(sample_path) as store:
        for number, text in enumerate(nasty, 1):
            store.execute("UPDATE deals SET name = ?, remark = ? WHERE id = ?", (text, text, number))
    written = export_everything(connection, tmp_path / "a.zip")
    found = {row["编号"]: row for row in read(written.path, "商机.csv")}
    for number, text in enumerate(nasty, 1):
        for cell in (found[str(number)]["商机名称"], found[str(number)]["备注"]):
            assert cell == "-12.5" or cell[:1] not in ("=", "+", "-", "@", "\t", "\r")
            assert as_meant(cell) == text


def test_long_texts_get_files_of_their_own(connection: sqlite3.Connection, sample_path: Path, tmp_path: Path) -> None:
    with sqlite3.connect(sample_path) as store:
        store.execute(
            "INSERT INTO imports(imported_at, file_name, fingerprint, report) VALUES ('2026', '=a.csv', 'f', '{}')"
        )
    written = export_everything(connection, tmp_path / "a.zip")
    (row,) = read(written.path, "导入记录.csv")
    assert row["文件"] == "'=a.csv"
    with zipfile.ZipFile(written.path) as archive:
        assert json.loads(archive.read(row["报告"])) == {}


def test_it_can_be_stopped_and_leaves_nothing(connection: sqlite3.Connection, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"the one before")
    told: list[tuple[int, int]] = []

    class Stopped(Exception): ...

    def step(done: int, of: int) -> None:
        told.append((done, of))
        if done * 2 > of:
            raise Stopped

    with pytest.raises(Stopped):
        export_everything(connection, tmp_path / "a.zip", step=step)
    assert (tmp_path / "a.zip").read_bytes() == b"the one before" and not list(tmp_path.glob(".*"))
    assert told == sorted(told) and 0 < told[-1][0] < told[-1][1]
    with pytest.raises(CockpitError, match=r"none|b\.zip"):
        export_everything(connection, tmp_path / "none" / "b.zip")
    export_everything(connection, tmp_path / "a.zip")
    assert zipfile.is_zipfile(tmp_path / "a.zip")


def test_in_english(connection: sqlite3.Connection, tmp_path: Path) -> None:
    with speaking("en"):
        written = export_everything(connection, tmp_path / "a.zip")
    with zipfile.ZipFile(written.path) as archive:
        names = archive.namelist()
        assert all(name.isascii() for name in names) and len(set(names)) == len(names) > len(TABLES)
        assert archive.read("README.txt").decode("utf-8-sig").isascii()
