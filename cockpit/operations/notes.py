"""Saving a note as it is typed, its items with it: text and items are one thing, so they are written as one.

Not an operation with undo: undo must never take a note away, and items follow the text, which has the undo of its
editor and versions of its own.
"""

import sqlite3
from collections.abc import Sequence
from datetime import timedelta

from attrs import frozen

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.model import clock
from cockpit.model.meetings import Meeting
from cockpit.model.note_lines import CapturedLine, captured_lines, compare
from cockpit.operations.operation import Changes, Kind
from cockpit.store import meetings, note_items
from cockpit.store.file import Store

VERSION_EVERY = timedelta(seconds=60)
_KINDS: dict[str, Kind] = {
    "note_items": "note_item",
    "supports": "support",
    "problems": "problem",
    "actions": "action",
}


@frozen
class SavedNote:
    """``at`` is the stamp of the saving; ``changes`` the items that came, changed or went with the text; ``items`` all
    its lines that are items now, None where the text was left as it is."""

    at: str
    changes: Changes
    items: tuple[CapturedLine, ...] | None = None


def save_note(
    store: Store,
    meeting_id: int,
    text: str | None,
    private_text: str | None = None,
    *,
    version_every: timedelta = VERSION_EVERY,
) -> SavedNote:
    """Save what stands in the note, durably, with its items, and keep a version of it at most every ``version_every``.

    A part that is None stays as it is. Raises CockpitError when the store refuses; nothing is changed then.
    """
    now = clock.utc_now()
    with store.transaction() as connection:
        meetings.write_note(connection, meeting_id, text, private_text, clock.utc_stamp(now))
        meetings.keep_note_version(connection, meeting_id, clock.utc_stamp(now - version_every))
        ids: dict[Kind, frozenset[int]] = {}
        items = None
        if text is not None:
            meeting = existing_meeting(connection, meeting_id)
            items = tuple(captured_lines(text, meeting.day))
            ids = _sync(connection, meeting, items)
    return SavedNote(clock.utc_stamp(now), Changes("", ids, undoable=False), items)


def sync_items(store: Store, meeting_id: int, note: str) -> Changes:
    """Make the items of the meeting, and the promises, requests, problems and draft actions that come of them, what
    the text of the note says; in one transaction."""
    with store.transaction() as connection:
        ids = sync_lines(connection, existing_meeting(connection, meeting_id), note)
    return Changes("", ids, undoable=False)


def sync_lines(connection: sqlite3.Connection, meeting: Meeting, note: str) -> dict[Kind, frozenset[int]]:
    """As ``sync_items``, inside the caller's transaction; gives the ids of what was written."""
    return _sync(connection, meeting, captured_lines(note, meeting.day))


def _sync(
    connection: sqlite3.Connection, meeting: Meeting, items: Sequence[CapturedLine]
) -> dict[Kind, frozenset[int]]:
    changes = compare(note_items.read_items(connection, meeting.id), items)
    if not changes.any:
        return {}
    written = note_items.write_changes(connection, meeting, changes, clock.utc_stamp())
    return {_KINDS[table]: frozenset(ids) for table, ids in written.ids.items()}


def existing_meeting(connection: sqlite3.Connection, meeting_id: int) -> Meeting:
    """The one-on-one with this id; raises CockpitError when it is gone."""
    meeting = meetings.read_meeting(connection, meeting_id)
    if meeting is None:
        raise CockpitError(tr("这场面谈已经不在了。"), tr("回到一对一的列表看看。"))
    return meeting
