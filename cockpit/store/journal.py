"""Undo and redo for every table by one mechanism: triggers write the inverse of each change into the journal.

The idea is SQLite's "Automatic Undo/Redo Using SQLite" (sqlite.org/undoredo.html), with two differences: the journal
is an ordinary table, so undo is still there after a restart, and its entries belong to named operations.
Running an operation's entries backwards fires the same triggers, which is how the redo comes about.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager

from attrs import frozen

from cockpit.store.bulk import fast_inserts

# The program's own bookkeeping, and notes, which are saved at every pause of typing and have versions of their own.
NOT_JOURNALED = frozenset(
    {
        "journal",
        "journal_state",
        "operations",
        "notes",
        "note_versions",
        "days_used",
        "settings",
        "imports",
        "import_shapes",
    }
)

_INSERT = 'INSERT INTO "'
_VALUES = " VALUES"
_MERGED = 200

_TABLES = """
CREATE TABLE operations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    label_values TEXT NOT NULL,
    happened_at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone'))
) STRICT;
CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    operation_id INTEGER NOT NULL,
    inverse TEXT NOT NULL
) STRICT;
CREATE INDEX journal_by_operation ON journal(operation_id);
CREATE TABLE journal_state (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    operation_id INTEGER,
    running_back INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO journal_state(only_row) VALUES (1);
"""


@frozen
class JournalEntry:
    """An operation as the undo menu shows it: ``label`` is a source text, ``values`` fill its fields."""

    operation_id: int
    label: str
    values: dict[str, object]


def create_tables(connection: sqlite3.Connection) -> None:
    """The journal's own tables; part of the first migration."""
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            connection.execute(statement)


def journaled_tables(connection: sqlite3.Connection) -> list[str]:
    """Every table of the store whose changes can be undone."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in rows if name not in NOT_JOURNALED and not name.startswith(("sqlite_", "_sqlite"))]


def install_triggers(connection: sqlite3.Connection) -> None:
    """Make the triggers anew for the schema as it is now. Call it after every migration."""
    old = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'journal\\_%' ESCAPE '\\'"
    )
    for (name,) in old.fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    for table in journaled_tables(connection):
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
        for statement in _triggers(table, columns):
            connection.execute(statement)


def _triggers(table: str, columns: Iterable[str]) -> list[str]:
    columns = list(columns)
    recording = "(SELECT operation_id FROM journal_state) IS NOT NULL"
    entry = "INSERT INTO journal(operation_id, inverse) SELECT operation_id, {} FROM journal_state;"
    changed = "||".join(
        f"""CASE WHEN OLD."{c}" IS NOT NEW."{c}" THEN ',"{c}"='||{_literal(c)} ELSE '' END""" for c in columns
    )
    values = "||','||".join(_literal(c) for c in columns)
    names = ",".join(f'"{c}"' for c in columns)
    update = entry.format(f"""'UPDATE "{table}" SET '||substr({changed},2)||' WHERE rowid='||OLD.rowid""")
    return [
        f'CREATE TRIGGER "journal_insert_{table}" AFTER INSERT ON "{table}" WHEN {recording} BEGIN '
        + entry.format(f"""'DELETE FROM "{table}" WHERE rowid='||NEW.rowid""")
        + " END",
        f'CREATE TRIGGER "journal_update_{table}" AFTER UPDATE ON "{table}" '
        + f"WHEN {recording} AND ({changed}) <> '' BEGIN "
        + update
        + " END",
        f'CREATE TRIGGER "journal_delete_{table}" AFTER DELETE ON "{table}" WHEN {recording} BEGIN '
        + entry.format(f"""'INSERT INTO "{table}"({names}) VALUES('||{values}||')'""")
        + " END",
    ]


def _literal(column: str) -> str:
    # quote() ends a text at a NUL character, so such a text goes through its bytes.
    old = f'OLD."{column}"'
    return f"CASE WHEN instr({old}, char(0)) THEN 'CAST(x'''||hex({old})||''' AS TEXT)' ELSE quote({old}) END"


def begin(connection: sqlite3.Connection, label: str, values: dict[str, object], happened_at: str) -> int:
    """Open an operation inside the caller's transaction; what was undone before can no longer be redone."""
    connection.execute("DELETE FROM journal WHERE operation_id IN (SELECT id FROM operations WHERE state = 'undone')")
    connection.execute("DELETE FROM operations WHERE state = 'undone'")
    cursor = connection.execute(
        "INSERT INTO operations(label, label_values, happened_at) VALUES (?, ?, ?)",
        (label, json.dumps(values, ensure_ascii=False, default=str), happened_at),
    )
    connection.execute("UPDATE journal_state SET operation_id = ?", (cursor.lastrowid,))
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def end(connection: sqlite3.Connection, operation_id: int) -> bool:
    """Close the operation; one that changed nothing leaves no trace. True if it changed something."""
    connection.execute("UPDATE journal_state SET operation_id = NULL")
    if connection.execute("SELECT 1 FROM journal WHERE operation_id = ? LIMIT 1", (operation_id,)).fetchone():
        return True
    connection.execute("DELETE FROM operations WHERE id = ?", (operation_id,))
    return False


@contextmanager
def bulk_insert_range(connection: sqlite3.Connection, table: str) -> Iterator[None]:
    """Journal the rows that are inserted inside as one range of ids instead of one by one.

    Inside, nothing but inserts into ``table`` may happen, and with ids above all that were there; the range then holds
    these rows alone, because undo takes back whatever came later first.
    """
    operation = connection.execute("SELECT operation_id FROM journal_state").fetchone()[0]
    last = connection.execute(f'SELECT coalesce(max(rowid), 0) FROM "{table}"').fetchone()[0]
    trigger = f"journal_insert_{table}"
    made = connection.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", (trigger,)
    ).fetchone()[0]
    connection.execute(f'DROP TRIGGER "{trigger}"')
    yield
    # Without a finally: what raised inside takes the whole transaction back, the trigger with it.
    connection.execute(made)
    newest = connection.execute(f'SELECT coalesce(max(rowid), 0) FROM "{table}"').fetchone()[0]
    if operation is not None and newest > last:
        connection.execute(
            "INSERT INTO journal(operation_id, inverse) VALUES (?, ?)",
            (operation, f'DELETE FROM "{table}" WHERE rowid BETWEEN {last + 1} AND {newest}'),
        )


def next_undo(connection: sqlite3.Connection) -> JournalEntry | None:
    """The newest operation that can be undone."""
    return _entry(connection, "state = 'done' AND id IN (SELECT operation_id FROM journal) ORDER BY id DESC")


def next_redo(connection: sqlite3.Connection) -> JournalEntry | None:
    """The oldest operation that was undone."""
    return _entry(connection, "state = 'undone' ORDER BY id")


def _entry(connection: sqlite3.Connection, condition: str) -> JournalEntry | None:
    row = connection.execute(f"SELECT id, label, label_values FROM operations WHERE {condition} LIMIT 1").fetchone()
    return JournalEntry(row[0], row[1], json.loads(row[2])) if row else None


def run_back(connection: sqlite3.Connection, operation_id: int, becomes: str) -> None:
    """Run an operation's inverse statements, newest first, inside the caller's transaction.

    ``becomes`` is the operation's state afterwards, 'undone' or 'done'; the triggers write the way back.
    """
    rows = connection.execute(
        "SELECT inverse FROM journal WHERE operation_id = ? ORDER BY id DESC", (operation_id,)
    ).fetchall()
    connection.execute("DELETE FROM journal WHERE operation_id = ?", (operation_id,))
    connection.execute("UPDATE journal_state SET operation_id = ?, running_back = 1", (operation_id,))
    connection.execute("PRAGMA defer_foreign_keys = ON")
    statements = [inverse for (inverse,) in rows]
    with ExitStack() as stack:
        inserted = Counter(
            statement[: statement.index("(")] for statement in statements if statement.startswith(_INSERT)
        )
        for start, count in inserted.items():
            stack.enter_context(fast_inserts(connection, start.removeprefix(_INSERT).strip('"'), count))
        for statement in _merged(statements):
            connection.execute(statement)
    connection.execute("UPDATE journal_state SET operation_id = NULL, running_back = 0")
    connection.execute("UPDATE operations SET state = ? WHERE id = ?", (becomes, operation_id))


def _merged(statements: Iterable[str]) -> Iterator[str]:
    """Inserts into one table that follow each other as one statement: taking a large import back must not take long."""
    start = ""
    values: list[str] = []
    for statement in statements:
        head, separator, tail = statement.partition(_VALUES) if statement.startswith(_INSERT) else (statement, "", "")
        if values and (head != start or len(values) == _MERGED):
            yield start + _VALUES + ",".join(values)
            values = []
        if separator:
            start = head
            values.append(tail)
        else:
            yield statement
    if values:
        yield start + _VALUES + ",".join(values)


def forget_before(connection: sqlite3.Connection, happened_at: str) -> None:
    """Drop what is older than ``happened_at`` from the journal: it can no longer be undone."""
    connection.execute(
        "DELETE FROM journal WHERE operation_id IN (SELECT id FROM operations WHERE happened_at < ?)", (happened_at,)
    )
