"""The reports of past imports; kept outside undo, because that an import was tried stays true."""

import json
import sqlite3
from typing import Any

from attrs import frozen


@frozen
class PastImport:
    """``report`` is the report as ``cockpit import --json`` prints it."""

    id: int
    imported_at: str
    file_name: str
    operation_id: int | None
    report: dict[str, Any]
    is_undone: bool = False


def insert_import(
    connection: sqlite3.Connection,
    *,
    imported_at: str,
    file_name: str,
    fingerprint: str,
    report: dict[str, Any],
    operation_id: int | None,
) -> int:
    """Keep a report; its id. ``fingerprint`` tells whether the very same files were imported before."""
    cursor = connection.execute(
        "INSERT INTO imports(imported_at, file_name, fingerprint, report, operation_id) VALUES (?, ?, ?, ?, ?)",
        (imported_at, file_name, fingerprint, json.dumps(report, ensure_ascii=False), operation_id),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def list_imports(connection: sqlite3.Connection, limit: int = 50) -> list[PastImport]:
    """The newest first."""
    return [
        PastImport(row[0], row[1], row[2], row[3], json.loads(row[4]), row[3] is not None and row[5] != "done")
        for row in connection.execute(
            "SELECT imports.id, imported_at, file_name, operation_id, report, operations.state FROM imports"
            " LEFT JOIN operations ON operations.id = operation_id ORDER BY imports.id DESC LIMIT ?",
            (limit,),
        )
    ]
