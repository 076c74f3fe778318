"""People, teams, and who is in which team from when to when."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from cockpit.model.pinyin import name_keys
from cockpit.store.rows import insert_rows, read_rows, update_row

PERSON_COLUMNS = ("external_id", "name", "role", "email", "region", "style", "hired_on", "left_on", "deleted_at")
TEAM_COLUMNS = ("name", "mode", "typical_cycle_days", "pipeline_id", "supervisor_id", "deleted_at")


def list_people(connection: sqlite3.Connection, day: str) -> dict[int, dict[str, Any]]:
    """Everybody by id, deleted people too, with ``team_id``: the team on ISO ``day``."""
    people = read_rows(connection, "people", PERSON_COLUMNS)
    teams = teams_on(connection, day)
    for number, row in people.items():
        row["team_id"] = teams.get(number)
    return people


def teams_on(connection: sqlite3.Connection, day: str) -> dict[int, int]:
    """Person -> team on ISO ``day``; of memberships that overlap the one begun last counts."""
    return dict(
        connection.execute(
            "SELECT person_id, team_id FROM memberships"
            " WHERE coalesce(from_on, '') <= :day AND coalesce(to_on, '9999') > :day"
            " ORDER BY coalesce(from_on, ''), id",
            {"day": day},
        )
    )


def list_teams(connection: sqlite3.Connection) -> dict[int, dict[str, Any]]:
    """Every team by id, deleted ones too."""
    return read_rows(connection, "teams", TEAM_COLUMNS)


def insert_people(connection: sqlite3.Connection, rows: Mapping[int, Mapping[str, Any]]) -> None:
    """New people by id; pinyin and initials are made from the names. ``team_id`` is left to ``join_team``."""
    columns = ("external_id", "name", "role", "email", "region", "style", "hired_on", "left_on")
    insert_rows(
        connection,
        "people",
        ("id", *columns, "pinyin", "initials"),
        [
            (number, *(row.get(column) for column in columns), *name_keys(row["name"], person=True))
            for number, row in rows.items()
        ],
    )


def update_person(connection: sqlite3.Connection, number: int, fields: Mapping[str, Any]) -> None:
    """Change columns of a person; a new name brings its keys."""
    values = {column: value for column, value in fields.items() if column in PERSON_COLUMNS}
    if "name" in values:
        values["pinyin"], values["initials"] = name_keys(values["name"], person=True)
    update_row(connection, "people", number, values)


def insert_teams(connection: sqlite3.Connection, rows: Mapping[int, Mapping[str, Any]]) -> None:
    """New teams by id: name, pipeline, and the supervisor if there is one."""
    insert_rows(
        connection,
        "teams",
        ("id", "name", "pipeline_id", "supervisor_id"),
        [(number, row["name"], row["pipeline_id"], row.get("supervisor_id")) for number, row in rows.items()],
    )


def update_team(connection: sqlite3.Connection, number: int, fields: Mapping[str, Any]) -> None:
    """Change columns of a team."""
    update_row(connection, "teams", number, {column: fields[column] for column in fields if column in TEAM_COLUMNS})


def join_team(connection: sqlite3.Connection, person: int, team: int | None, from_on: str) -> None:
    """Put a person into a team from ISO day ``from_on`` on, or into none; the old membership ends that day.

    Somebody who was never in any team is taken to have been in this one all along: what was before the cockpit is not
    known, and deals of that time belong somewhere.
    """
    first = not connection.execute("SELECT 1 FROM memberships WHERE person_id = ? LIMIT 1", (person,)).fetchone()
    # A membership that would begin on this day or later never came to be.
    connection.execute("DELETE FROM memberships WHERE person_id = ? AND from_on >= ?", (person, from_on))
    connection.execute(
        "UPDATE memberships SET to_on = ? WHERE person_id = ? AND (to_on IS NULL OR to_on > ?)",
        (from_on, person, from_on),
    )
    if team is not None:
        connection.execute(
            "INSERT INTO memberships(person_id, team_id, from_on) VALUES (?, ?, ?)",
            (person, team, None if first else from_on),
        )


def supervisors_with_deals(connection: sqlite3.Connection) -> frozenset[int]:
    """Supervisors of teams who own deals themselves."""
    return frozenset(
        number
        for (number,) in connection.execute(
            "SELECT DISTINCT supervisor_id FROM teams WHERE supervisor_id IS NOT NULL AND deleted_at IS NULL"
            " AND EXISTS (SELECT 1 FROM deals WHERE owner_id = supervisor_id AND deals.deleted_at IS NULL)"
        )
    )
