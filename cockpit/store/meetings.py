"""One-on-ones and their notes: rows in, records out."""

import sqlite3
from datetime import date, timedelta
from typing import Any

from cockpit.model import clock
from cockpit.model.meetings import Meeting, Note, PastTalk, TalkLine

_COLUMNS = "id, person_id, number, started_at, ended_at, place, purpose, mood, next_on"
_ABOUT_NOW = timedelta(hours=12)
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
    """Write a one-on-one that begins now, with the next number of this person and an empty note; gives its id.

    One that was planned for about now is this one: it begins.
    """
    moment = clock.from_stamp(at)
    around = [clock.utc_stamp(moment + step) for step in (-_ABOUT_NOW, _ABOUT_NOW)]
    planned = connection.execute(
        """SELECT id FROM meetings WHERE kind = 'one_on_one' AND person_id = ? AND started_at IS NULL
           AND deleted_at IS NULL AND planned_for BETWEEN ? AND ? ORDER BY planned_for LIMIT 1""",
        (person_id, *around),
    ).fetchone()
    if planned:
        connection.execute(
            """UPDATE meetings SET started_at = ?2, number = coalesce(number, (SELECT 1 + coalesce(max(m.number), 0)
                   FROM meetings m WHERE m.kind = 'one_on_one' AND m.person_id = ?3 AND m.deleted_at IS NULL))
               WHERE id = ?1""",
            (planned[0], at, person_id),
        )
        connection.execute("INSERT OR IGNORE INTO notes(meeting_id, saved_at) VALUES (?, ?)", (planned[0], at))
        return int(planned[0])
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


def past_talks(connection: sqlite3.Connection, person_id: int) -> list[PastTalk]:
    """All one-on-ones with a person with their notes, the newest first."""
    columns = ", ".join(f"meetings.{name.strip()}" for name in _COLUMNS.split(","))
    rows = connection.execute(
        f"""SELECT {columns}, coalesce(notes.text, ''),
                   (SELECT count(*) FROM note_items i WHERE i.meeting_id = meetings.id AND i.removed_at IS NULL)
            FROM meetings LEFT JOIN notes ON notes.meeting_id = meetings.id
            WHERE {_TALKS} AND person_id = ? ORDER BY started_at DESC, meetings.id DESC""",
        (person_id,),
    )
    return [PastTalk(_meeting(row), row[9], row[10]) for row in rows]


def talk_lines(connection: sqlite3.Connection, today: date) -> list[TalkLine]:
    """Everybody who is in the team today, by name, with the last talk and what is open."""
    rows = connection.execute(
        """
        WITH talks AS (
            SELECT person_id, started_at, next_on, mood,
                   row_number() OVER (PARTITION BY person_id ORDER BY started_at DESC, id DESC) AS place
            FROM meetings WHERE kind = 'one_on_one' AND started_at IS NOT NULL AND deleted_at IS NULL
        ), open_supports AS (
            SELECT person_id, count(*) AS n, sum(due_on < :today) AS late FROM supports
            WHERE deleted_at IS NULL AND state IN ('promised', 'in_hand') GROUP BY person_id
        )
        SELECT p.id, p.name,
               coalesce((SELECT t.name FROM memberships m JOIN teams t ON t.id = m.team_id WHERE m.person_id = p.id
                         AND coalesce(m.from_on, '') <= :today AND coalesce(m.to_on, '9999') > :today
                         AND t.deleted_at IS NULL ORDER BY coalesce(m.from_on, '') DESC, m.id DESC LIMIT 1), ''),
               talks.started_at, talks.next_on,
               (SELECT mood FROM meetings m WHERE m.kind = 'one_on_one' AND m.person_id = p.id AND m.mood IS NOT NULL
                AND m.deleted_at IS NULL ORDER BY m.started_at DESC, m.id DESC LIMIT 1),
               coalesce(s.n, 0), coalesce(s.late, 0)
        FROM people p LEFT JOIN talks ON talks.person_id = p.id AND talks.place = 1
        LEFT JOIN open_supports s ON s.person_id = p.id
        WHERE p.deleted_at IS NULL AND (p.left_on IS NULL OR p.left_on >= :today)
        ORDER BY p.pinyin, p.name, p.id
        """,
        {"today": today.isoformat()},
    )
    return [
        TalkLine(
            row[0], row[1], row[2], clock.from_stamp(row[3]).date() if row[3] else None,
            date.fromisoformat(row[4]) if row[4] else None, row[5], row[6], row[7],
        )
        for row in rows
    ]  # fmt: skip
