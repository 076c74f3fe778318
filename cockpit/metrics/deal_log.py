"""The rolling log of a deal: its entries, and how often a next step was put off instead of being done."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from attrs import frozen

LOG_SHOWN = 40


@frozen
class DealLogEntry:
    """What was written on a day, and the next step as it was said then ("" and None: none)."""

    id: int
    day: date
    text: str
    next_step: str
    next_step_on: date | None


@frozen
class DealLog:
    """The newest entries first, and how often the deal's present next step was put off."""

    entries: tuple[DealLogEntry, ...] = ()
    put_off: int = 0


def read_deal_log(connection: sqlite3.Connection, deal_id: int, limit: int = LOG_SHOWN) -> DealLog:
    """The log of one deal."""
    found = connection.execute(
        "SELECT id, written_on, text, coalesce(next_step, ''), next_step_on FROM deal_log"
        " WHERE deal_id = ? AND deleted_at IS NULL ORDER BY written_on DESC, id DESC LIMIT ?",
        (deal_id, limit),
    )
    entries = tuple(
        DealLogEntry(number, date.fromisoformat(day), text, step, _day(step_on))
        for number, day, text, step, step_on in found
    )
    return DealLog(entries, read_put_off(connection, deal_id))


def read_put_off(connection: sqlite3.Connection, deal_id: int) -> int:
    """How often the deal's present next step was put off; its own step, which can be moved without an entry, is said
    last."""
    found = connection.execute(
        "SELECT next_step, next_step_on FROM (SELECT next_step, next_step_on, '9999' AS written_on, 0 AS number"
        " FROM deals WHERE id = :deal UNION ALL SELECT next_step, next_step_on, written_on, id FROM deal_log"
        " WHERE deal_id = :deal AND deleted_at IS NULL) ORDER BY written_on, number",
        {"deal": deal_id},
    )
    return times_put_off((step or "", _day(step_on)) for step, step_on in found)


def times_put_off(said: Iterable[tuple[str, date | None]]) -> int:
    """How often the last of these steps, given in the order in which they were said, was put off.

    It was each time that it was said again with a later day. In other words it is another step.
    """
    times = 0
    for (before, due), (step, due_now) in pairwise(said):
        if not step.strip() or _words(step) != _words(before):
            times = 0
        elif due is not None and due_now is not None and due_now > due:
            times += 1
    return times


def _words(step: str) -> str:
    return " ".join(step.split()).casefold()


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None
