"""One-on-ones and their notes: rows in, records out."""

import sqlite3
from datetime import date
from typing import Any

from cockpit.model.meetings import Meeting, Note

_COLUMNS = "id, person_id, number, started_at, ended_at, place, purpose, mood, next_on"
_TALKS = "kind = 'one_on_one' AND person_id IS NOT NULL AND started_at IS NOT NULL AND deleted_at IS NULL"


def _meeting(row: tuple[Any, ...]) -> Meeting:
    next_on = date.fromisoformat(row[8]) if row[8] else None
    return Meeting(row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], next_on)


def read_meeting(connection: sqlite3.Connection, meeting_id: int) -> Meeting | None:
    """The one-on-one with this id; None when it was removed or never began."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM meetings WHERE {_TALKS} AND id = ?", (meeting_id,)).fetchone()
    return _meeting(row) if row else None


def running_meeting(connection: sqlite3.Connection) -> Meeting | None:
    """The one-on-one that has begun and not ended; after a crash this is the one to go on with."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM meetings WHERE {_TALKS} AND ended_at IS NULL ORDER BY started_at DESC, id DESC LIMIT 1"
    ).fetchone()
    return _meeting(row) if row else None


def meetings_of(connection: sqlite3.Connection, person_id: int) -> list[Meeting]:
    """All one-on-ones with a person, the newest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM meetings WHERE {_TALKS} AND person_id = ? ORDER BY started_at DESC, id DESC",
        (person_id,),
    )
    return [_meeting(row) for row in rows]


def begin_meeting(connection: sqlite3.Connection, person_id: int, at: str) -> int:
    """Write a one-on-one that begins now, with the next number of this person and an empty note; gives its id."""
    cursor = connection.execute(
        """INSERT INTO meetings(kind, person_id, number, started_at)
           SELECT 'one_on_one', ?1, 1 + coalesce(max(number), 0), ?2 FROM meetings
           WHERE kind = 'one_on_one' AND person_id = ?1 AND deleted_at IS NULL""",
        (person_id, at),
    )
    assert cursor.lastrowid is not None
    connection.execute("INSERT INTO notes(meeting_id, saved_at) VALUES (?, ?)", (cursor.lastrowid, at))
    return cursor.lastrowid


def read_note(connection: sqlite3.Connection, meeting_id: int) -> Note:
    """What was written in the meeting; empty when nothing was."""
    row = connection.execute(
        "SELECT text, private_text, saved_at FROM notes WHERE meeting_id = ?", (meeting_id,)
    ).fetchone()
    return Note(*row) if row else Note()


def write_note(
    connection: sqlite3.Connection, meeting_id: int, text: str | None, private_text: str | None, at: str
) -> None:
    """Save what stands in the note; a part that is None stays as it is."""
    connection.execute(
        """INSERT INTO notes(meeting_id, text, private_text, saved_at)
           VALUES (?1, coalesce(?2, ''), coalesce(?3, ''), ?4)
           ON CONFLICT(meeting_id) DO UPDATE SET
               text = coalesce(?2, text), private_text = coalesce(?3, private_text), saved_at = ?4""",
        (meeting_id, text, private_text, at),
    )


def keep_note_version(connection: sqlite3.Connection, meeting_id: int, older_than: str) -> bool:
    """Keep the note as it stands as a version, unless the newest version is younger than the stamp ``older_than``.

    A note that did not change since its newest version, or that was always empty, gets none. True if one was kept.
    """
    cursor = connection.execute(
        """INSERT INTO note_versions(meeting_id, text, private_text, saved_at)
           SELECT notes.meeting_id, notes.text, notes.private_text, notes.saved_at FROM notes
           LEFT JOIN note_versions newest ON newest.id = (
               SELECT id FROM note_versions WHERE meeting_id = ?1 ORDER BY saved_at DESC, id DESC LIMIT 1)
           WHERE notes.meeting_id = ?1 AND notes.saved_at IS NOT NULL
             AND (newest.id IS NOT NULL OR notes.text <> '' OR notes.private_text <> '')
             AND (newest.id IS NULL OR (newest.saved_at < ?2
                  AND (newest.text <> notes.text OR newest.private_text <> notes.private_text)))""",
        (meeting_id, older_than),
    )
    return cursor.rowcount > 0
