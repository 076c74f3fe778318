"""The five questions of an order, deal by deal, and what must be true before a deal enters a stage."""

import sqlite3
from collections.abc import Iterable


def write_order_check(
    connection: sqlite3.Connection, deal_id: int, question: str, answer: str, evidence: str, answered_on: str
) -> None:
    """Keep the answer to one question; the one before is replaced, and stays in the history."""
    _note_change(connection, deal_id, question, answer, answered_on)
    connection.execute(
        "INSERT INTO order_checks(deal_id, question, answer, evidence, answered_on) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT(deal_id, question) DO UPDATE SET answer = excluded.answer, evidence = excluded.evidence,"
        " answered_on = excluded.answered_on",
        (deal_id, question, answer, evidence, answered_on),
    )


def remove_order_check(connection: sqlite3.Connection, deal_id: int, question: str, day: str) -> None:
    """The question has not been asked, from ISO ``day`` on."""
    _note_change(connection, deal_id, question, None, day)
    connection.execute("DELETE FROM order_checks WHERE deal_id = ? AND question = ?", (deal_id, question))


def _note_change(connection: sqlite3.Connection, deal_id: int, question: str, new: str | None, day: str) -> None:
    found = connection.execute(
        "SELECT answer FROM order_checks WHERE deal_id = ? AND question = ?", (deal_id, question)
    ).fetchone()
    old = found[0] if found else None
    if old != new:
        connection.execute(
            "INSERT INTO order_check_history(deal_id, question, old, new, changed_on) VALUES (?, ?, ?, ?, ?)",
            (deal_id, question, old, new, day),
        )


def read_order_checks(connection: sqlite3.Connection, deal_id: int) -> dict[str, tuple[str, str, str]]:
    """Question -> answer, evidence and day (ISO) of one deal."""
    found = connection.execute(
        "SELECT question, answer, evidence, answered_on FROM order_checks WHERE deal_id = ?", (deal_id,)
    )
    return {question: (answer, evidence, day) for question, answer, evidence, day in found}


def write_requirements(connection: sqlite3.Connection, stage_id: int, needed: Iterable[str]) -> None:
    """What a stage needs: these and nothing else."""
    wanted = set(needed)
    known = {
        row[0] for row in connection.execute("SELECT needed FROM stage_requirements WHERE stage_id = ?", (stage_id,))
    }
    for key in sorted(known - wanted):
        connection.execute("DELETE FROM stage_requirements WHERE stage_id = ? AND needed = ?", (stage_id, key))
    for key in sorted(wanted - known):
        connection.execute("INSERT INTO stage_requirements(stage_id, needed) VALUES (?, ?)", (stage_id, key))
