"""Where on the page of one-on-ones the user is, and what is read for it, off the window's thread."""

import sqlite3
from datetime import date
from typing import Literal

from attrs import frozen

from cockpit.metrics.scopes import read_roster
from cockpit.model.meetings import PastTalk, TalkLine
from cockpit.operations.agenda import Agenda, read_agenda
from cockpit.operations.meetings import Record, read_history, read_record, read_running, read_talk_lines
from cockpit.window.kit.page import View

PlaceKind = Literal["start", "people", "person", "meeting", "closing", "blocked"]


@frozen
class Place:
    """Where on the page the user is. "start" is wherever a talk runs, else the list; "blocked" wants to begin with
    the person while a talk with somebody else runs."""

    kind: PlaceKind = "start"
    id: int = 0


@frozen
class OneOnOneData:
    """What is shown at a place, which may be another than was asked for; what does not belong there is None."""

    place: Place
    today: date
    running: Record | None = None
    record: Record | None = None
    agenda: Agenda | None = None
    name: str = ""
    talks: tuple[PastTalk, ...] = ()
    lines: tuple[TalkLine, ...] = ()


def read_place(connection: sqlite3.Connection, view: View, place: Place, live: int | None) -> OneOnOneData:
    """What is to be seen at ``place``, or where it leads; behind the shield nothing of anybody else.

    ``live`` is the meeting for which the shield is up.
    """
    running = read_running(connection)
    record = read_record(connection, place.id) if place.kind in ("meeting", "closing") else None
    of_person = record.meeting.person_id if record else place.id if place.kind == "person" else None
    if view.only_person is not None and of_person not in (None, view.only_person):
        place, record = Place(), None
    if record is None and place.kind in ("meeting", "closing"):
        place = Place()
    if record is not None and record.meeting.is_running:
        place = Place("meeting", record.meeting.id)
    if place.kind == "start":
        if running is None:
            place = Place("people")
        elif running.meeting.id == live:
            place, record = Place("meeting", running.meeting.id), running
        else:
            place = Place("blocked")
    if place.kind == "blocked":
        if view.only_person not in (None, place.id):
            place = Place("blocked")
        wanted = read_roster(connection).people.get(place.id)
        return OneOnOneData(place, view.today, running=running, name=wanted.name if wanted else "")
    if place.kind == "people":
        lines = [
            line for line in read_talk_lines(connection, view.today)
            if view.only_person in (None, line.person_id)
        ]  # fmt: skip
        return OneOnOneData(place, view.today, running=running, lines=tuple(lines))
    if record is not None:
        agenda = None
        if record.meeting.is_running:
            meeting = record.meeting
            agenda = read_agenda(connection, meeting.person_id, view.month, view.today, meeting.started_at)
        return OneOnOneData(place, view.today, running=running, record=record, agenda=agenda)
    person = read_roster(connection).people.get(place.id)
    return OneOnOneData(
        place, view.today, running=running, name=person.name if person else "",
        agenda=read_agenda(connection, place.id, view.month, view.today),
        talks=tuple(read_history(connection, place.id)),
    )  # fmt: skip
