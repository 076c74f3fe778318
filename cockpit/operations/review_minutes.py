"""The one-on-ones of a month for its review: when, how the person felt, what was marked, and the rest of the note.

The private part of a note is not read at all.
"""

import sqlite3
from datetime import date, datetime, time

from cockpit.excel.review_record import MinutesItem, MinutesLine
from cockpit.metrics.facts import Facts
from cockpit.metrics.scopes import Scope
from cockpit.model import clock
from cockpit.model.note_lines import captured_lines
from cockpit.operations.meetings import kind_title

_MEETINGS = """
SELECT m.person_id, m.number, m.started_at, m.ended_at, m.mood, m.next_on, coalesce(n.text, '')
FROM meetings m LEFT JOIN notes n ON n.meeting_id = m.id
WHERE m.kind = 'one_on_one' AND m.person_id IS NOT NULL AND m.deleted_at IS NULL
  AND m.started_at >= :begin AND m.started_at < :end
ORDER BY m.started_at, m.id
"""


def read_minutes(connection: sqlite3.Connection, facts: Facts, scope: Scope) -> list[MinutesLine]:
    """Those that began in the period with somebody of the scope, by name, then by day."""
    period, roster = facts.period, facts.roster
    begin, end = (
        clock.utc_stamp(datetime.combine(day, time()).astimezone()) for day in (period.start, period.seen_until)
    )
    found: list[tuple[str, MinutesLine]] = []
    for person_id, number, started, ended, mood, next_on, text in connection.execute(
        _MEETINGS, {"begin": begin, "end": end}
    ):
        began = clock.from_stamp(started)
        person = roster.people.get(person_id)
        if person is None or not roster.counts_in(scope, person_id, began.date().isoformat()):
            continue
        team = roster.team_at(person_id, began.date().isoformat())
        items, note = _split(text, began.date())
        line = MinutesLine(
            name=person.name,
            team=roster.teams[team].name if team in roster.teams else "",
            day=began.date(),
            number=number,
            minutes=round((clock.from_stamp(ended) - began).total_seconds() / 60) if ended else None,
            mood=mood,
            next_on=date.fromisoformat(next_on) if next_on else None,
            items=items,
            note=note,
        )
        found.append((person.pinyin or person.name, line))
    return [line for _, line in sorted(found, key=lambda one: one[0])]


def _split(text: str, day: date) -> tuple[tuple[MinutesItem, ...], str]:
    """The marked lines as items, and what is left of the note as it was typed."""
    captured = captured_lines(text, day)
    taken = {item.line for item in captured}
    rest = [line for place, line in enumerate(text.split("\n")) if place not in taken]
    items = tuple(MinutesItem(kind_title(item.kind), item.text, item.due_on) for item in captured)
    return items, "\n".join(rest).strip()
