"""How often somebody plans to do a key action in a week."""

import sqlite3
from collections.abc import Mapping

PlanKey = tuple[int, str, str, str]
"""Person, ISO Monday of the week, kind, whom met ("": anybody)."""


def write_plans(connection: sqlite3.Connection, plans: Mapping[PlanKey, int | None]) -> None:
    """Set plans; None takes one away."""
    for key, planned in plans.items():
        if planned is None:
            connection.execute(
                "DELETE FROM key_action_plans WHERE person_id = ? AND week_on = ? AND kind = ? AND met = ?", key
            )
        else:
            connection.execute(
                "INSERT INTO key_action_plans(person_id, week_on, kind, met, planned) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT(person_id, week_on, kind, met) DO UPDATE SET planned = excluded.planned",
                (*key, planned),
            )


def read_week(connection: sqlite3.Connection, week_on: str, kind: str, met: str) -> dict[int, int]:
    """Person -> what is planned of an action in a week."""
    return dict(
        connection.execute(
            "SELECT person_id, planned FROM key_action_plans WHERE week_on = ? AND kind = ? AND met = ?",
            (week_on, kind, met),
        ).fetchall()
    )
