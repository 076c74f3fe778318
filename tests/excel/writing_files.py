"""Small files for the tests of this folder: written by the test itself, read by the program as it reads any other."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from cockpit.operations.imports import ImportReport, import_files
from cockpit.store.file import Store

TODAY = date(2026, 11, 25)
HEADINGS = ("商机编号", "商机名称", "客户名称", "负责人", "阶段", "金额", "创建日期", "预计成交日期")


def write_text(path: Path, rows: Sequence[Sequence[object]], encoding: str = "utf-8", separator: str = ",") -> Path:
    """Rows as a text file, quoted where they have to be."""

    def quoted(cell: object) -> str:
        text = str(cell)
        doubled = text.replace('"', '""')
        return f'"{doubled}"' if any(sign in text for sign in (separator, '"', "\n", "\r")) else text

    text = "\r\n".join(separator.join(map(quoted, row)) for row in rows) + "\r\n"
    path.write_bytes(text.encode(encoding))
    return path


def write_workbook(path: Path, *sheets: tuple[str, Sequence[Sequence[Any]]]) -> Path:
    """Rows as a workbook, a sheet for each (name, rows)."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets:
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    workbook.save(path)
    return path


def take(store: Store, *paths: Path, **options: Any) -> ImportReport:
    """Import files that belong together; the report."""
    return import_files(store, paths, today=TODAY, **options)[1]


def column(store: Store, name: str, table: str = "deals") -> list[Any]:
    """A column of the store, in the order in which the rows came."""
    return [row[0] for row in store.connection.execute(f"SELECT {name} FROM {table} ORDER BY id")]
