"""The items of a note, and what becomes of them: requests and promises, problems, draft actions."""

import sqlite3
from datetime import date
from typing import Any

from attrs import define, field, frozen

from cockpit.model.marks import NoteKind
from cockpit.model.meetings import Meeting
from cockpit.model.note_lines import CapturedLine, LineChanges, LineMatch, NoteItem
from cockpit.store.rows import update_row

_TABLES = {
    NoteKind.REQUEST: "supports",
    NoteKind.PROMISE: "supports",
    NoteKind.PROBLEM: "problems",
    NoteKind.LEADER_PROBLEM: "problems",
    NoteKind.ACTION: "actions",
}
# What somebody has gone on with is a record of its own: it stays when its line is removed from the note.
_STILL_ONLY_A_LINE = {
    "supports": "state IN ('asked', 'promised') AND outcome = ''",
    "problems": "settled_on IS NULL AND NOT EXISTS (SELECT 1 FROM actions a WHERE a.problem_id = problems.id)",
    "actions": "state = 'draft'",
}


@define
class Written:
    """Ids of what was written, by table."""

    ids: dict[str, set[int]] = field(factory=dict)

    def add(self, table: str, row_id: int) -> None:
        """Say that a row of ``table`` was written."""
        self.ids.setdefault(table, set()).add(row_id)


def read_items(connection: sqlite3.Connection, meeting_id: int) -> list[NoteItem]:
    """Every item that the note ever had, removed ones too."""
    return [
        NoteItem(item, NoteKind(kind), text, date.fromisoformat(due) if due else None, line, removed_at is not None)
        for item, kind, text, due, line, removed_at in connection.execute(
            "SELECT id, kind, text, due_on, line, removed_at FROM note_items WHERE meeting_id = ? ORDER BY id",
            (meeting_id,),
        )
    ]


def write_changes(connection: sqlite3.Connection, meeting: Meeting, changes: LineChanges, at: str) -> Written:
    """Make the items what the lines of the note say, and what hangs on them too. ``at`` is now, a UTC stamp."""
    writing = _Writing(connection, meeting, at, Written())
    for item in changes.removed:
        writing.remove(item)
    for match in changes.matches:
        writing.write(match)
    return writing.written


@frozen
class _Writing:
    connection: sqlite3.Connection
    meeting: Meeting
    at: str
    written: Written

    def remove(self, item: NoteItem) -> None:
        update_row(self.connection, "note_items", item.id, {"line": None, "removed_at": self.at})
        self.written.add("note_items", item.id)
        self._withdraw(item.kind, item.id)

    def write(self, match: LineMatch) -> None:
        now, before = match.now, match.before
        if match.fate == "kept":
            return
        columns: dict[str, Any] = {
            "kind": now.kind.value, "text": now.text, "due_on": _iso(now.due_on), "line": now.line, "removed_at": None,
        }  # fmt: skip
        if before is None:
            item_id = self._insert("note_items", {"meeting_id": self.meeting.id, "created_at": self.at, **columns})
        else:
            item_id = before.id
            update_row(self.connection, "note_items", item_id, columns)
        self.written.add("note_items", item_id)
        if match.fate == "moved":
            return
        if before is not None and _TABLES.get(before.kind) != _TABLES.get(now.kind):
            self._withdraw(before.kind, item_id)
        if table := _TABLES.get(now.kind):
            self._reinstate(table, item_id, now, before)

    def _withdraw(self, kind: NoteKind, item_id: int) -> None:
        if table := _TABLES.get(kind):
            for (row_id,) in self.connection.execute(
                f"UPDATE {table} SET deleted_at = ? WHERE note_item_id = ? AND deleted_at IS NULL"
                f" AND {_STILL_ONLY_A_LINE[table]} RETURNING id",
                (self.at, item_id),
            ).fetchall():
                self.written.add(table, row_id)

    def _reinstate(self, table: str, item_id: int, now: CapturedLine, before: NoteItem | None) -> None:
        found = self.connection.execute(f"SELECT * FROM {table} WHERE note_item_id = ?", (item_id,))
        names = [column[0] for column in found.description]
        row = found.fetchone()
        known = dict(zip(names, row, strict=True)) if row else None
        make = {"supports": self._support, "problems": self._problem, "actions": self._action}[table]
        columns = make(now, before, known)
        if known is None:
            row_id = self._insert(table, {"note_item_id": item_id, "person_id": self.meeting.person_id, **columns})
        else:
            row_id = known["id"]
            changed = {name: value for name, value in {**columns, "deleted_at": None}.items() if known[name] != value}
            update_row(self.connection, table, row_id, changed)
        self.written.add(table, row_id)

    def _support(self, now: CapturedLine, before: NoteItem | None, known: dict[str, Any] | None) -> dict[str, Any]:
        day, due = self.meeting.day.isoformat(), _iso(now.due_on)
        promised = now.kind == NoteKind.PROMISE
        columns: dict[str, Any] = {"text": now.text}
        if known is None:
            columns |= {"asked_on": day, "state": "asked", "due_on": due}
        # A date that was put off on its way is overwritten only when the line's own date changed.
        elif before is None or before.due_on != now.due_on:
            columns["due_on"] = due
        if known is None or known["state"] in ("asked", "promised"):
            columns |= {
                "state": "promised" if promised else "asked",
                "promised_on": day if promised else None,
                "answered_on": day if promised else None,
            }
            # The date first agreed is fixed when the talk ends; a promise made without one gets it when it has one.
            first = known["first_due_on"] if known else None
            if promised and (self.meeting.is_running or first is None) and "due_on" in columns:
                columns["first_due_on"] = columns["due_on"]
            elif promised and first is None and known is not None:
                columns["first_due_on"] = known["due_on"]
            elif not promised:
                columns["first_due_on"] = None
        return columns

    def _problem(self, now: CapturedLine, _: NoteItem | None, known: dict[str, Any] | None) -> dict[str, Any]:
        columns: dict[str, Any] = {
            "text": now.text, "found_by": "self" if now.kind == NoteKind.PROBLEM else "leader",
        }  # fmt: skip
        if known is None:
            columns |= {"month": str(self.meeting.month), "recorded_on": self.meeting.day.isoformat()}
        return columns

    def _action(self, now: CapturedLine, before: NoteItem | None, known: dict[str, Any] | None) -> dict[str, Any]:
        columns: dict[str, Any] = {"text": now.text}
        if known is None:
            columns["month"] = str(self.meeting.month)
        if known is None or before is None or before.due_on != now.due_on:
            columns["due_on"] = _iso(now.due_on)
        return columns

    def _insert(self, table: str, columns: dict[str, Any]) -> int:
        marks = ", ".join("?" * len(columns))
        cursor = self.connection.execute(
            f"INSERT INTO {table}({', '.join(columns)}) VALUES ({marks})", tuple(columns.values())
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
