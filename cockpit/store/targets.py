"""Targets by month: of a person, of a team, or of everybody. Money in minor units, counts as they are."""

import sqlite3
from collections.abc import Mapping

TargetKey = tuple[str, int | None, int | None, str, str]
"""Month, person, team, measure, level; neither person nor team: the whole team's."""


def list_targets(connection: sqlite3.Connection) -> dict[TargetKey, int]:
    """Every target."""
    return {
        (row[0], row[1], row[2], row[3], row[4]): row[5]
        for row in connection.execute("SELECT month, person_id, team_id, measure, level, value FROM targets")
    }


def write_targets(connection: sqlite3.Connection, targets: Mapping[TargetKey, int | None]) -> None:
    """Set targets; None takes one away."""
    for (month, person, team, measure, level), value in targets.items():
        where = "month = ? AND person_id IS ? AND team_id IS ? AND measure = ? AND level = ?"
        key = (month, person, team, measure, level)
        if value is None:
            connection.execute(f"DELETE FROM targets WHERE {where}", key)
        elif connection.execute(f"UPDATE targets SET value = ? WHERE {where}", (value, *key)).rowcount == 0:
            connection.execute(
                "INSERT INTO targets(month, person_id, team_id, measure, level, value) VALUES (?, ?, ?, ?, ?, ?)",
                (*key, value),
            )
