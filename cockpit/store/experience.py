"""The manager's experience values and the history of what was believed of a stage."""

import sqlite3


def write_experience(
    connection: sqlite3.Connection, team: int | None, stage: int, value: float | None, day: str
) -> bool:
    """Set the value of a team, or with None of the pipeline, from ISO ``day`` on, and note what it replaced.

    A ``value`` of None takes a team's own away; the pipeline always has one. Says whether anything changed. A team's
    limit of the stage stays as it is.
    """
    if team is None:
        found = connection.execute("SELECT experience_value FROM stages WHERE id = ?", (stage,)).fetchone()
    else:
        found = connection.execute(
            "SELECT experience_value FROM team_stages WHERE team_id = ? AND stage_id = ?", (team, stage)
        ).fetchone()
    old = found[0] if found else None
    if old == value:
        return False
    if team is None:
        connection.execute("UPDATE stages SET experience_value = ? WHERE id = ?", (value, stage))
    else:
        connection.execute(
            "INSERT INTO team_stages(team_id, stage_id, experience_value) VALUES (?, ?, ?)"
            " ON CONFLICT(team_id, stage_id) DO UPDATE SET experience_value = excluded.experience_value",
            (team, stage, value),
        )
    connection.execute(
        "INSERT INTO experience_history(stage_id, team_id, old, new, changed_on) VALUES (?, ?, ?, ?, ?)",
        (stage, team, old, value, day),
    )
    return True


def write_learned_use(connection: sqlite3.Connection, team: int, is_used: bool, day: str) -> bool:
    """From ISO ``day`` on a team's forecast uses learned values, or does so no longer. Says whether that is new."""
    found = connection.execute(
        "SELECT is_used FROM learned_use WHERE team_id = ? ORDER BY from_on DESC, id DESC LIMIT 1", (team,)
    ).fetchone()
    if bool(found and found[0]) == is_used:
        return False
    connection.execute("INSERT INTO learned_use(team_id, is_used, from_on) VALUES (?, ?, ?)", (team, int(is_used), day))
    return True
