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


@frozen
class NewestImport:
    """The last import, and whether no operation has been done, undone or redone since."""

    fingerprint: str
    report: dict[str, Any]
    nothing_since: bool


def read_newest_import(connection: sqlite3.Connection) -> NewestImport | None:
    """The last import; None if there never was one."""
    row = connection.execute(
        "SELECT fingerprint, report, imported_at, operation_id FROM imports ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    # An import happened before it was kept, so its own operation is not later than its report.
    since = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM operations WHERE state <> 'done' OR happened_at > ?)"
        " OR (? IS NOT NULL AND NOT EXISTS (SELECT 1 FROM operations WHERE id = ?))",
        (row[2], row[3], row[3]),
    ).fetchone()[0]
    return NewestImport(row[0], json.loads(row[1]), not since)


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


def known_shapes(connection: sqlite3.Connection) -> frozenset[str]:
    """Every shape about which something was decided."""
    return frozenset(row[0] for row in connection.execute("SELECT shape FROM import_shapes"))


def read_shape(connection: sqlite3.Connection, shape: str) -> dict[str, Any] | None:
    """What was decided about files of this shape, as JSON gives it; None if there never was one."""
    row = connection.execute("SELECT choices FROM import_shapes WHERE shape = ?", (shape,)).fetchone()
    return json.loads(row[0]) if row else None


def remember_shape(connection: sqlite3.Connection, shape: str, choices: dict[str, Any], used_at: str) -> None:
    """Keep what was decided about files of this shape in place of what was decided before."""
    connection.execute(
        "INSERT INTO import_shapes(shape, choices, used_at) VALUES (?, ?, ?)"
        " ON CONFLICT(shape) DO UPDATE SET choices = excluded.choices, used_at = excluded.used_at",
        (shape, json.dumps(choices, ensure_ascii=False), used_at),
    )
