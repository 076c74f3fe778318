"""A typed line, read with the names of the store: what an activity would be before it is recorded."""

import sqlite3
from datetime import date

from cockpit.model.quick_entry import Entry, understand, write_line
from cockpit.store import activities, known_names


def read_entry(
    connection: sqlite3.Connection,
    line: str,
    today: date,
    *,
    day: date | None = None,
    person_id: int | None = None,
    only_person: int | None = None,
) -> Entry:
    """Understand ``line``. ``day`` and ``person_id`` are meant where it names none; ``only_person``: the shield is up.

    Where no customer is recognised, those that sound alike are offered.
    """
    known = known_names.names_near(connection, line, person_id=only_person)
    entry = understand(line, known, today, day=day, person_id=person_id)
    if entry.part("target").state == "open" and entry.unknown and not entry.part("target").text:
        similar = known_names.accounts_that_sound_like(connection, entry.unknown, person_id=only_person)
        entry = understand(line, known, today, day=day, person_id=person_id, similar=similar)
    return entry


def line_of(connection: sqlite3.Connection, activity_id: int) -> str | None:
    """An activity as the line by which it would be typed; None where it is gone."""
    found = activities.read_activity(connection, activity_id)
    if found is None:
        return None
    named = (("people", "person_id"), ("accounts", "account_id"), ("deals", "deal_id"))
    names = " ".join(
        row[0]
        for table, column in named
        for row in connection.execute(f"SELECT name FROM {table} WHERE id = ?", (found[column],))
    )
    account, deal = found["account_id"], found["deal_id"]
    if account is None and deal is not None:
        (account,) = connection.execute("SELECT account_id FROM deals WHERE id = ?", (deal,)).fetchone()
    known = known_names.names_near(connection, names, also=[deal] if deal is not None else [])
    return write_line(
        known,
        date.fromisoformat(found["happened_on"]),
        found["kind"],
        person_id=found["person_id"],
        met=found["met"],
        account_id=account,
        deal_id=deal,
        follow_up_on=date.fromisoformat(found["follow_up_on"]) if found["follow_up_on"] else None,
        note=found["note"],
    )
