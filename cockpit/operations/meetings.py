"""The verbs of a one-on-one: begin, mood, place, next day, end.

Beginning is not part of undo: undo must never take a note away. Ending and what is said about a meeting can be undone
like anything else.
"""

import sqlite3
from datetime import date

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.model import clock
from cockpit.model.meetings import Meeting
from cockpit.operations.notes import existing_meeting, sync_lines
from cockpit.operations.operation import Changes, operation
from cockpit.store import meetings
from cockpit.store.file import Store
from cockpit.store.rows import update_row


class MeetingRuns(CockpitError):
    """Another one-on-one has not ended: ``meeting`` is that one. Whoever asked may go on with it or end it first."""

    def __init__(self, meeting: Meeting, name: str) -> None:
        super().__init__(tr("与{name}的面谈还没有结束。", name=name), tr("继续那一场,或先结束它,再开始这一场。"))
        self.meeting = meeting
        self.name = name


def start_meeting(store: Store, person_id: int) -> Changes:
    """Begin a one-on-one now, or go on with the one that runs with this person.

    Raises MeetingRuns when one runs with somebody else, CockpitError when the person is gone.
    """
    with store.transaction() as connection:
        running = meetings.running_meeting(connection)
        if running is not None and running.person_id == person_id:
            return Changes("", {"meeting": frozenset({running.id})}, undoable=False)
        if running is not None:
            raise MeetingRuns(running, _name_of(connection, running.person_id))
        name = _name_of(connection, person_id)
        meeting_id = meetings.begin_meeting(connection, person_id, clock.utc_stamp())
    return Changes(tr("开始与{name}的面谈", name=name), {"meeting": frozenset({meeting_id})}, undoable=False)


def end_meeting(store: Store, meeting_id: int, note: str, *, mood: int | None, next_on: date | None) -> Changes:
    """The talk is over: items as the note says, mood (1 to 5) and the day of the next talk where they were given, and
    a version of the note. Ending it again changes only mood and next day."""
    at = clock.utc_stamp()
    with store.transaction() as connection:
        meeting = existing_meeting(connection, meeting_id)
        ids = sync_lines(connection, meeting, note)
        meetings.write_note(connection, meeting_id, note, None, at)
        meetings.keep_note_version(connection, meeting_id, at)
        name = _name_of(connection, meeting.person_id)
        with operation(store, noop("结束与{name}的面谈"), name=name) as verb:
            fields: dict[str, object] = {"ended_at": meeting.ended_at or at}
            if mood is not None:
                fields["mood"] = mood
            if next_on is not None:
                fields["next_on"] = next_on.isoformat()
            update_row(connection, "meetings", meeting_id, fields)
            verb.changed("meeting", meeting_id)
            for kind, found in ids.items():
                verb.changed(kind, found)
    return verb.changes


def resume_meeting(store: Store, meeting_id: int) -> Changes:
    """A meeting that was ended too early runs again. Raises MeetingRuns when another one does."""
    with store.transaction() as connection:
        meeting = existing_meeting(connection, meeting_id)
        running = meetings.running_meeting(connection)
        if running is not None and running.id != meeting_id:
            raise MeetingRuns(running, _name_of(connection, running.person_id))
        with operation(store, noop("继续与{name}的面谈"), name=_name_of(connection, meeting.person_id)) as verb:
            update_row(connection, "meetings", meeting_id, {"ended_at": None})
            verb.changed("meeting", meeting_id)
    return verb.changes


def set_mood(store: Store, meeting_id: int, mood: int | None) -> Changes:
    """How the person felt, 1 (low) to 5; None takes it back."""
    return _describe(store, meeting_id, noop("记下情绪"), {"mood": mood})


def set_place(store: Store, meeting_id: int, place: str) -> Changes:
    """Where the talk is held."""
    return _describe(store, meeting_id, noop("记下地点"), {"place": place.strip() or None})


def set_next(store: Store, meeting_id: int, next_on: date | None) -> Changes:
    """The day of the next talk."""
    return _describe(store, meeting_id, noop("约好下次面谈"), {"next_on": next_on.isoformat() if next_on else None})


def discard_meeting(store: Store, meeting_id: int) -> Changes:
    """Take a meeting back that was begun by mistake. Refused once something was written in it."""
    with store.transaction() as connection:
        meeting, note = existing_meeting(connection, meeting_id), meetings.read_note(connection, meeting_id)
        if note.text.strip() or note.private_text.strip():
            raise CockpitError(tr("这场面谈已经有笔记,不能取消。"), tr("可以结束它。"))
        with operation(store, noop("取消与{name}的面谈"), name=_name_of(connection, meeting.person_id)) as verb:
            update_row(connection, "meetings", meeting_id, {"deleted_at": verb.at})
            verb.changed("meeting", meeting_id)
    return verb.changes


def _describe(store: Store, meeting_id: int, label: str, fields: dict[str, object]) -> Changes:
    with operation(store, label) as verb:
        existing_meeting(store.connection, meeting_id)
        update_row(store.connection, "meetings", meeting_id, fields)
        verb.changed("meeting", meeting_id)
    return verb.changes


def _name_of(connection: sqlite3.Connection, person_id: int) -> str:
    row = connection.execute("SELECT name FROM people WHERE id = ? AND deleted_at IS NULL", (person_id,)).fetchone()
    if row is None:
        raise CockpitError(tr("这个人已经不在名单里。"), tr("在团队页看看。"))
    return str(row[0])
