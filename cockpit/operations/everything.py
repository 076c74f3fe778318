"""Everything in the store as one archive of plain text files, so that nobody is locked in.

UTF-8 with a byte order mark (Excel opens it as it is), ISO days, UTC moments, money in units of the currency, and a
README that says what each file is. Private notes only when they are asked for.
"""

import csv
import io
import sqlite3
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from cockpit.excel.harmless_text import harmless
from cockpit.excel.whole_file import whole_file
from cockpit.language import tr
from cockpit.metrics.settings import read_settings
from cockpit.model import clock
from cockpit.operations.everything_tables import TABLES, Column, ListedTable

Step = Callable[[int, int], None]
"""Told (rows done, rows in all) some times a second; what it raises stops the writing, and no file is left."""
_AT_ONCE = 2_000


@frozen
class Everything:
    """What was written: rows by the name of their file."""

    path: Path
    rows: dict[str, int]

    @property
    def count(self) -> int:
        """All rows."""
        return sum(self.rows.values())


def export_everything(
    connection: sqlite3.Connection, path: Path, *, with_private_notes: bool = False, step: Step | None = None
) -> Everything:
    """Write every table of the store to the archive ``path``, as it stands at one moment. Reads only.

    Raises CockpitError when the place cannot be written; what was there before is then still there.
    """
    begun = not connection.in_transaction
    if begun:
        connection.execute("BEGIN")
    try:
        with whole_file(path) as unfinished, zipfile.ZipFile(unfinished, "w", compresslevel=3) as archive:
            rows = _write_all(connection, archive, with_private_notes, step)
    finally:
        if begun:
            connection.execute("ROLLBACK")
    return Everything(path, rows)


def _write_all(
    connection: sqlite3.Connection, archive: zipfile.ZipFile, with_private_notes: bool, step: Step | None
) -> dict[str, int]:
    total = sum(connection.execute(f"SELECT count(*) FROM {table.table}").fetchone()[0] for table in TABLES)
    done, written = 0, {}

    def advance(rows: int) -> None:
        nonlocal done
        done += rows
        if step is not None:
            step(min(done, total), total)

    for table in TABLES:
        columns = [column for column in table.columns if with_private_notes or not column.private]
        name = f"{tr(table.name)}.csv"
        written[name] = _write_table(connection, archive, table, columns, name, advance)
    words = _readme(connection, written, with_private_notes)
    archive.writestr(_entry("README.txt"), ("\ufeff" + words.replace("\n", "\r\n")).encode())
    return written


def _write_table(
    connection: sqlite3.Connection, archive: zipfile.ZipFile, table: ListedTable, columns: Sequence[Column], name: str,
    advance: Callable[[int], None],
) -> int:  # fmt: skip
    known = {row[1] for row in connection.execute(f"PRAGMA table_info({table.table})")}
    where = " WHERE t.deleted_at IS NULL" if "deleted_at" in known else ""
    wanted = ", ".join(column.sql for column in columns)
    # By the table's own order, which costs nothing: by ids, or by the key where there is no id.
    found = connection.execute(f"SELECT {wanted} FROM {table.source}{where} ORDER BY t.rowid")
    files: list[tuple[str, str]] = []
    makers = [_maker(column, tr(table.name), files) for column in columns]
    count = 0
    with (
        archive.open(_entry(name), "w", force_zip64=True) as raw,
        io.TextIOWrapper(raw, "utf-8-sig", newline="") as out,
    ):
        writer = csv.writer(out)
        writer.writerow([tr(column.heading) for column in columns])
        for rows in _in_parts(found):
            writer.writerows(_made(rows, makers))
            count += len(rows)
            advance(len(rows))
    for file, content in files:
        archive.writestr(_entry(file), content.encode())
    return count


def _in_parts(found: sqlite3.Cursor) -> Iterator[list[tuple[Any, ...]]]:
    while rows := found.fetchmany(_AT_ONCE):
        yield rows


def _made(
    rows: Iterable[tuple[Any, ...]], makers: Sequence[Callable[[Any, tuple[Any, ...]], Any] | None]
) -> Iterator[list[Any]]:
    for row in rows:
        yield [
            value if value is None or make is None else make(value, row)
            for value, make in zip(row, makers, strict=True)
        ]


def _maker(column: Column, folder: str, files: list[tuple[str, str]]) -> Callable[[Any, tuple[Any, ...]], Any] | None:
    """How a stored value is written; None as it is."""
    if column.kind == "text":
        return lambda value, _: harmless(str(value))
    if column.kind == "money":
        return lambda value, _: money(value)
    if column.kind == "flag":
        words = {0: tr("否"), 1: tr("是")}
        return lambda value, _: words.get(value, value)
    if column.kind == "words":
        known = {key: tr(word) for key, word in (column.words or {}).items()}
        return lambda value, _: known.get(value) or harmless(str(value))
    if column.kind == "file":

        def as_file(value: Any, row: tuple[Any, ...]) -> str:
            name = f"{folder}/{row[0]}.json"
            files.append((name, str(value)))
            return name

        return as_file
    return None


def money(minor: int) -> str:
    """An amount in units, exactly: 12345 is "123.45"."""
    sign, size = ("-" if minor < 0 else ""), abs(minor)
    return f"{sign}{size // 100}.{size % 100:02}"


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, clock.utc_now().astimezone().timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def _readme(connection: sqlite3.Connection, written: dict[str, int], with_private_notes: bool) -> str:
    currency = read_settings(connection).currency
    lines = [
        tr("驾驶舱里的全部数据,{day} 导出", day=clock.today().isoformat()),
        "",
        tr("每个文件是一张表:UTF-8 编码,逗号分隔,第一行是标题;Excel、WPS 和别的程序都能直接打开。"),
        tr("日期写作 2026-11-24;时刻是 UTC 时间,写作 2026-11-24T06:41:07.123Z。"),
        tr("金额以 {currency} 为单位,没有千分位;比例是小数,0.25 就是 25%。", currency=currency),
        tr("“…编号”指向另一张表的“编号”;旁边一列是它的名字,方便人看。"),
        tr("以 = + - @ 开头的文字前面加了一个撇号 ',免得被表格软件当成公式;驾驶舱读回时会去掉它。"),
        tr("删除了的行不在里面;撤销记录也不在里面。"),
        tr("私人备注在里面,交给别人之前想一想。") if with_private_notes else tr("面谈里的私人备注不在里面。"),
        "",
    ]
    names = {f"{tr(table.name)}.csv": tr(table.about) for table in TABLES}
    lines += [tr("{file}:{about},{n} 行", file=file, about=names[file], n=count) for file, count in written.items()]
    return "\n".join(lines) + "\n"
