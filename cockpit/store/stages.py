"""Pipelines and their stages."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from cockpit.language import noop, tr

DEFAULT_PIPELINE = noop("默认流程")
STANDARD_STAGES: tuple[tuple[str, str, float], ...] = (
    (noop("初步接触"), "open", 0.1),
    (noop("需求确认"), "open", 0.25),
    (noop("方案报价"), "open", 0.5),
    (noop("商务谈判"), "open", 0.75),
    (noop("赢单"), "won", 1.0),
    (noop("丢单"), "lost", 0.0),
)
"""Name, kind and experience value of the stages of a store that starts empty."""


def list_stages(connection: sqlite3.Connection) -> dict[int, dict[str, Any]]:
    """Id -> pipeline_id, name, position, kind, experience_value; in their order."""
    return {
        row[0]: {"pipeline_id": row[1], "name": row[2], "position": row[3], "kind": row[4], "experience_value": row[5]}
        for row in connection.execute(
            "SELECT id, pipeline_id, name, position, kind, experience_value FROM stages"
            " ORDER BY pipeline_id, position, id"
        )
    }


def list_pipelines(connection: sqlite3.Connection) -> dict[int, str]:
    """Id -> name."""
    return dict(connection.execute("SELECT id, name FROM pipelines ORDER BY id"))


def add_default_pipeline(connection: sqlite3.Connection) -> int:
    """The pipeline that deals go through where nothing else is said; made, without stages, if there is none."""
    found = connection.execute("SELECT min(id) FROM pipelines").fetchone()[0]
    if found is not None:
        return int(found)
    connection.execute("INSERT INTO pipelines(id, name) VALUES (1, ?)", (tr(DEFAULT_PIPELINE),))
    return 1


def add_standard_stages(connection: sqlite3.Connection) -> int:
    """The default pipeline, with the standard stages if it has none; its id."""
    pipeline = add_default_pipeline(connection)
    if not connection.execute("SELECT 1 FROM stages WHERE pipeline_id = ? LIMIT 1", (pipeline,)).fetchone():
        connection.executemany(
            "INSERT INTO stages(pipeline_id, name, position, kind, experience_value) VALUES (?, ?, ?, ?, ?)",
            [(pipeline, tr(name), place, kind, value) for place, (name, kind, value) in enumerate(STANDARD_STAGES)],
        )
    return pipeline


def insert_stages(connection: sqlite3.Connection, rows: Mapping[int, Mapping[str, Any]]) -> None:
    """New stages by id."""
    connection.executemany(
        "INSERT INTO stages(id, pipeline_id, name, position, kind, experience_value) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (number, row["pipeline_id"], row["name"], row["position"], row["kind"], row["experience_value"])
            for number, row in rows.items()
        ],
    )


def update_stages(connection: sqlite3.Connection, changes: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
    """Change name, position or experience value of stages: (id, column -> new value)."""
    for number, fields in changes:
        for column, value in fields.items():
            if column not in ("name", "position", "experience_value"):
                raise KeyError(column)
            connection.execute(f"UPDATE stages SET {column} = ? WHERE id = ?", (value, number))


def write_team_stage(
    connection: sqlite3.Connection, team: int, stage: int, experience_value: float | None, limit_days: int | None
) -> None:
    """A team's own experience value and limit for a stage; with both None the team has none of its own."""
    if experience_value is None and limit_days is None:
        connection.execute("DELETE FROM team_stages WHERE team_id = ? AND stage_id = ?", (team, stage))
        return
    connection.execute(
        "INSERT INTO team_stages(team_id, stage_id, experience_value, limit_days) VALUES (?, ?, ?, ?)"
        " ON CONFLICT(team_id, stage_id) DO UPDATE SET experience_value = excluded.experience_value,"
        " limit_days = excluded.limit_days",
        (team, stage, experience_value, limit_days),
    )
