"""The verbs of a one-on-one: begin, mood, place, next day, end.

Beginning is not part of undo: undo must never take a note away. Ending and what is said about a meeting can be undone
like anything else.
"""

import sqlite3
from collections.abc import Iterable
from datetime import date

from attrs import frozen

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.model import clock, formats
from cockpit.model.marks import NoteKind
from cockpit.model.meetings import Meeting, Note, PastTalk, TalkLine
from cockpit.model.note_lines import CapturedLine, NoteItem, captured_lines
from cockpit.operations.notes import existing_meeting, sync_lines
from cockpit.operations.operation import Changes, operation
from cockpit.store import meetings, note_items
from cockpit.store.file import Store
from cockpit.store.rows import update_row


class MeetingRuns(CockpitError):
    """Another one-on-one has not ended: ``meeting`` is that one. Whoever asked may go on with it or end it first."""

    def __init__(self, meeting: Meeting, name: str) -> None:
        super().__init__(tr("与{name}的面谈还没有结束。", name=name), tr("继续那一场,或先结束它,再开始这一场。"))
        self.meeting = meeting
        self.name = name


@frozen
class Record:
    """A one-on-one with its note as it stands: every item that the note ever had, and the lines that are items now."""

    meeting: Meeting
    name: str
    note: Note
    items: list[NoteItem]
    captured: tuple[CapturedLine, ...]


def read_record(connection: sqlite3.Connection, meeting_id: int) -> Record | None:
    """A one-on-one by its id; None when it is gone."""
    meeting = meetings.read_meeting(connection, meeting_id)
    if meeting is None:
        return None
    row = connection.execute("SELECT name FROM people WHERE id = ?", (meeting.person_id,)).fetchone()
    note = meetings.read_note(connection, meeting_id)
    captured = tuple(captured_lines(note.text, meeting.day))
    return Record(meeting, str(row[0]) if row else "", note, note_items.read_items(connection, meeting_id), captured)


def read_running(connection: sqlite3.Connection) -> Record | None:
    """The one-on-one that has begun and not ended."""
    meeting = meetings.running_meeting(connection)
    return read_record(connection, meeting.id) if meeting else None


def read_history(connection: sqlite3.Connection, person_id: int) -> list[PastTalk]:
    """All one-on-ones with a person, the newest first."""
    return meetings.past_talks(connection, person_id)


def read_talk_lines(connection: sqlite3.Connection, today: date) -> list[TalkLine]:
    """Everybody who is in the team, with the last talk and the next."""
    return meetings.talk_lines(connection, today)


def summary_text(record: Record, items: Iterable[CapturedLine], next_on: date | None) -> str:
    """What was agreed, as plain text to send: by kind, with dates. The private part is never in it."""
    meeting = record.meeting
    found = list(items)
    head = tr("{name} · 一对一 {day}", name=record.name, day=f"{meeting.began:%Y-%m-%d %H:%M}")
    lines = [head]
    for kind in SUMMED_UP:
        of_kind = [item for item in found if item.kind is kind]
        if of_kind:
            lines += ["", kind_title(kind)]
            lines += [f"- {item.text}" + (f"({formats.day_short(item.due_on)})" if item.due_on else "")
                      for item in of_kind]  # fmt: skip
    if next_on is not None:
        lines += ["", tr("下次面谈:{day}", day=formats.day_short(next_on))]
    return "\n".join(lines)


SUMMED_UP = (
    NoteKind.PROMISE, NoteKind.ACTION, NoteKind.REQUEST, NoteKind.PROBLEM, NoteKind.LEADER_PROBLEM,
    NoteKind.SUGGESTION, NoteKind.IDEA, NoteKind.PRAISE,
)  # fmt: skip
"""In the order in which a talk is summed up."""


def kind_title(kind: NoteKind) -> str:
    """The name of a kind over its items; the two kinds of problems are told apart."""
    if kind is NoteKind.PROBLEM:
        return tr("问题(自己发现)")
    return tr("问题(上级补充)") if kind is NoteKind.LEADER_PROBLEM else kind.label


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
    return _describe(store, meeting_id, noop("记下心情"), {"mood": mood})


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
