"""Finding things by name, pinyin, initials, or a piece of a note."""

import sqlite3
from typing import Literal

from attrs import frozen

FoundKind = Literal["person", "account", "deal", "note"]


@frozen
class Found:
    """One hit: what it is, its id (of the meeting, for a note), its name, and a quiet second line."""

    kind: FoundKind
    id: int
    title: str
    detail: str
    person_id: int | None = None


def find(connection: sqlite3.Connection, text: str, *, limit: int = 8, person_id: int | None = None) -> list[Found]:
    """People, accounts, deals and notes that match ``text``, at most ``limit`` of each kind, people first.

    With ``person_id`` only what belongs to that person is found: the search behind a raised shield.
    """
    words = text.strip().lower()
    if not words:
        return []
    key = words.replace(" ", "")
    inside, start = f"%{_escape(words)}%", f"{_escape(key)}%"
    mine = {"inside": inside, "start": start, "limit": limit, "person": person_id}
    named = r"(name LIKE :inside ESCAPE '\' OR pinyin LIKE :start ESCAPE '\' OR initials LIKE :start ESCAPE '\')"
    found = [
        Found("person", row[0], row[1], row[2] or "", row[0])
        for row in connection.execute(
            f"""SELECT people.id, people.name, (SELECT teams.name FROM memberships JOIN teams ON teams.id = team_id
                    WHERE person_id = people.id AND to_on IS NULL LIMIT 1)
                FROM people WHERE deleted_at IS NULL AND {named} AND (:person IS NULL OR people.id = :person)
                ORDER BY left_on IS NOT NULL, people.pinyin, people.name LIMIT :limit""",
            mine,
        )
    ]
    found += [
        Found("account", row[0], row[1], row[2] or "")
        for row in connection.execute(
            f"""SELECT id, name, industry FROM accounts WHERE deleted_at IS NULL AND {named}
                AND (:person IS NULL OR owner_id = :person) ORDER BY pinyin, name LIMIT :limit""",
            mine,
        )
    ]
    found += [
        Found("deal", row[0], row[1], " · ".join(part for part in row[2:4] if part), row[4])
        for row in connection.execute(
            r"""SELECT deals.id, deals.name, accounts.name, people.name, people.id FROM deals
                LEFT JOIN accounts ON accounts.id = deals.account_id LEFT JOIN people ON people.id = deals.owner_id
                WHERE deals.deleted_at IS NULL AND (deals.name LIKE :inside ESCAPE '\'
                      OR deals.external_id LIKE :start ESCAPE '\'
                      OR deals.account_id IN (SELECT id FROM accounts WHERE initials LIKE :start ESCAPE '\'))
                  AND (:person IS NULL OR deals.owner_id = :person)
                ORDER BY deals.state <> 'open', deals.id DESC LIMIT :limit""",
            mine,
        )
    ]
    found += [
        Found("note", row[0], _around(row[1], words), " · ".join((row[2] or "", row[3][:10])), row[4])
        for row in connection.execute(
            r"""SELECT meetings.id, notes.text, people.name, coalesce(meetings.started_at, ''), people.id
                FROM notes JOIN meetings ON meetings.id = notes.meeting_id
                LEFT JOIN people ON people.id = meetings.person_id
                WHERE notes.text LIKE :inside ESCAPE '\' AND meetings.deleted_at IS NULL
                  AND (:person IS NULL OR meetings.person_id = :person)
                ORDER BY meetings.started_at DESC LIMIT :limit""",
            mine,
        )
    ]
    return found


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _around(text: str, words: str, width: int = 24) -> str:
    """The piece of a note around the hit, on one line."""
    place = text.lower().find(words)
    piece = text[max(0, place - width) : place + len(words) + width]
    return " ".join(piece.split())


def everybody(connection: sqlite3.Connection) -> list[Found]:
    """All people who are still here, by pinyin: what the start of a one-on-one offers before a letter is typed."""
    return [
        Found("person", row[0], row[1], row[2] or "", row[0])
        for row in connection.execute(
            """SELECT people.id, people.name, (SELECT teams.name FROM memberships JOIN teams ON teams.id = team_id
                   WHERE person_id = people.id AND to_on IS NULL LIMIT 1)
               FROM people WHERE deleted_at IS NULL AND left_on IS NULL ORDER BY people.pinyin, people.name"""
        )
    ]
