"""The rows of steps 3 to 5: supports, problems, actions with their check-ins, and the closing of cycles."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from cockpit.model.cycles import Month
from cockpit.model.loop import Action, CheckIn, Problem, Support
from cockpit.store.rows import insert_rows, update_row

_SUPPORT = (
    "id", "note_item_id", "person_id", "deal_id", "kind", "text", "state", "asked_on", "answered_on", "promised_on",
    "first_due_on", "due_on", "done_on", "giver", "outcome",
)  # fmt: skip
_ACTION = (
    "id", "note_item_id", "problem_id", "person_id", "month", "text", "state", "metric", "baseline",
    "baseline_reason", "target", "due_on", "agreed_on", "verdict", "verdict_on",
)  # fmt: skip
_CHECK_IN = ("id", "action_id", "planned_on", "happened_on", "word", "kind", "value")
_PROBLEM = (
    "SELECT p.id, p.note_item_id, p.person_id, p.month, p.found_by, k.name AS kind, p.text, p.evidence, p.recorded_on,"
    " p.settled_on FROM problems p LEFT JOIN problem_kinds k ON k.id = p.kind_id"
)


def _record(row: Sequence[Any], columns: Iterable[str]) -> dict[str, Any]:
    """Column -> value, with days and months as what they are."""
    record: dict[str, Any] = {}
    for column, value in zip(columns, row, strict=True):
        if column.endswith("_on") and value is not None:
            value = date.fromisoformat(value)
        elif column == "month":
            value = Month.parse(value)
        record[column] = value
    return record


def _insert(connection: sqlite3.Connection, table: str, fields: Mapping[str, Any]) -> int:
    insert_rows(connection, table, list(fields), [[_as_stored(value) for value in fields.values()]])
    number: int = connection.execute("SELECT last_insert_rowid()").fetchone()[0]
    return number


def _update(connection: sqlite3.Connection, table: str, number: int, fields: Mapping[str, Any]) -> None:
    update_row(connection, table, number, {column: _as_stored(value) for column, value in fields.items()})


def _as_stored(value: Any) -> Any:
    return str(value) if isinstance(value, date | Month) else value


# --- supports -------------------------------------------------------------------------------------------------------


def list_supports(connection: sqlite3.Connection, finished_in: Month) -> list[Support]:
    """Everything that is open, and what was done or declined in the cycle."""
    return _supports(
        connection,
        "state NOT IN ('done', 'declined') OR (done_on >= ? AND done_on < ?)",
        (finished_in.start.isoformat(), finished_in.end.isoformat()),
    )


def read_support(connection: sqlite3.Connection, number: int) -> Support | None:
    """The support with this id; None when it is gone."""
    found = _supports(connection, "id = ?", (number,))
    return found[0] if found else None


def _supports(connection: sqlite3.Connection, where: str, values: Sequence[Any]) -> list[Support]:
    rows = connection.execute(
        f"SELECT {', '.join(_SUPPORT)} FROM supports WHERE deleted_at IS NULL AND ({where}) ORDER BY id", values
    )
    return [Support(**_record(row, _SUPPORT)) for row in rows]


def insert_support(connection: sqlite3.Connection, fields: Mapping[str, Any]) -> int:
    """A new support; its id."""
    return _insert(connection, "supports", fields)


def update_support(connection: sqlite3.Connection, number: int, fields: Mapping[str, Any]) -> None:
    """Change columns of a support."""
    _update(connection, "supports", number, fields)


def recent_moods(connection: sqlite3.Connection, until: str, limit: int) -> dict[int, list[int]]:
    """Person -> moods of the last ``limit`` one-on-ones that began before the UTC stamp ``until``, oldest first."""
    moods: dict[int, list[int]] = {}
    for person, mood in connection.execute(
        """
        SELECT person_id, mood FROM (
            SELECT person_id, mood, started_at, id,
                   row_number() OVER (PARTITION BY person_id ORDER BY started_at DESC, id DESC) AS place
            FROM meetings
            WHERE kind = 'one_on_one' AND mood IS NOT NULL AND person_id IS NOT NULL AND deleted_at IS NULL
              AND started_at < ?
        ) WHERE place <= ? ORDER BY person_id, place DESC
        """,
        (until, limit),
    ):
        moods.setdefault(person, []).append(mood)
    return moods


def open_deals_by_owner(connection: sqlite3.Connection) -> dict[int, list[tuple[int, str]]]:
    """Owner -> (id, name) of open deals, by name."""
    deals: dict[int, list[tuple[int, str]]] = {}
    for owner, number, name in connection.execute(
        "SELECT owner_id, id, name FROM deals WHERE state = 'open' AND deleted_at IS NULL AND owner_id IS NOT NULL"
        " ORDER BY name, id"
    ):
        deals.setdefault(owner, []).append((number, name))
    return deals


def deal_names(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, str]:
    """Id -> name, with the customer where the deal's name does not say it."""
    marks = ", ".join(str(int(number)) for number in numbers)
    rows = connection.execute(
        f"SELECT d.id, d.name, a.name FROM deals d LEFT JOIN accounts a ON a.id = d.account_id WHERE d.id IN ({marks})"
    )
    return {
        number: name if not account or account in name or name in account else f"{account} · {name}"
        for number, name, account in rows
    }


# --- problems -------------------------------------------------------------------------------------------------------


def list_problems(connection: sqlite3.Connection, month: Month, person_id: int | None = None) -> list[Problem]:
    """The problems of a cycle, of everybody or one person, in the order of recording."""
    whose = "" if person_id is None else " AND p.person_id = :person"
    return _problems(connection, f"p.month = :month{whose}", {"month": str(month), "person": person_id})


def read_problem(connection: sqlite3.Connection, number: int) -> Problem | None:
    """The problem with this id; None when it is gone."""
    found = _problems(connection, "p.id = :id", {"id": number})
    return found[0] if found else None


def problem_texts(connection: sqlite3.Connection, problem_ids: Iterable[int]) -> dict[int, str]:
    """Id -> what the problem says."""
    marks = ", ".join(str(int(number)) for number in problem_ids)
    return dict(connection.execute(f"SELECT id, text FROM problems WHERE deleted_at IS NULL AND id IN ({marks})"))


def _problems(connection: sqlite3.Connection, where: str, values: Mapping[str, Any]) -> list[Problem]:
    cursor = connection.execute(f"{_PROBLEM} WHERE p.deleted_at IS NULL AND {where} ORDER BY p.id", values)
    columns = [column[0] for column in cursor.description]
    return [Problem(**_record(row, columns)) for row in cursor]


def insert_problem(connection: sqlite3.Connection, fields: Mapping[str, Any]) -> int:
    """A new problem; its id."""
    return _insert(connection, "problems", fields)


def update_problem(connection: sqlite3.Connection, number: int, fields: Mapping[str, Any]) -> None:
    """Change columns of a problem."""
    _update(connection, "problems", number, fields)


def list_problem_kinds(connection: sqlite3.Connection) -> dict[str, int]:
    """Name -> id, in the order in which they came."""
    return dict(connection.execute("SELECT name, id FROM problem_kinds ORDER BY id"))


def insert_problem_kind(connection: sqlite3.Connection, name: str) -> int:
    """A new kind; its id."""
    return _insert(connection, "problem_kinds", {"name": name})


def list_skips(connection: sqlite3.Connection, month: Month) -> dict[int, str]:
    """Person -> why the person's own finding was skipped in the cycle."""
    return dict(connection.execute("SELECT person_id, reason FROM self_finding_skips WHERE month = ?", (str(month),)))


def insert_skip(connection: sqlite3.Connection, person_id: int, month: Month, reason: str) -> None:
    """Skip it, with the reason; a later reason replaces the first."""
    connection.execute(
        "INSERT INTO self_finding_skips(person_id, month, reason) VALUES (?, ?, ?)"
        " ON CONFLICT(person_id, month) DO UPDATE SET reason = excluded.reason",
        (person_id, str(month), reason),
    )


# --- actions --------------------------------------------------------------------------------------------------------


def list_actions(connection: sqlite3.Connection, months: Iterable[Month]) -> list[Action]:
    """The actions of these cycles, in the order of recording."""
    marks = ", ".join(f"'{month}'" for month in months)
    return _actions(connection, f"month IN ({marks})", ())


def actions_of_problems(connection: sqlite3.Connection, problem_ids: Iterable[int]) -> list[Action]:
    """What was begun about these problems."""
    marks = ", ".join(str(int(number)) for number in problem_ids)
    return _actions(connection, f"problem_id IN ({marks})", ())


def read_action(connection: sqlite3.Connection, number: int) -> Action | None:
    """The action with this id; None when it is gone."""
    found = _actions(connection, "id = ?", (number,))
    return found[0] if found else None


def _actions(connection: sqlite3.Connection, where: str, values: Sequence[Any]) -> list[Action]:
    rows = connection.execute(
        f"SELECT {', '.join(_ACTION)} FROM actions WHERE deleted_at IS NULL AND {where} ORDER BY id", values
    )
    return [Action(**_record(row, _ACTION)) for row in rows]


def months_not_judged(connection: sqlite3.Connection, before: Month) -> dict[str, list[int]]:
    """Month -> owners of agreed actions without a verdict, for cycles before ``before``."""
    found: dict[str, list[int]] = {}
    for month, person in connection.execute(
        "SELECT month, person_id FROM actions WHERE state = 'agreed' AND deleted_at IS NULL AND month < ?"
        " ORDER BY month, id",
        (str(before),),
    ):
        found.setdefault(month, []).append(person)
    return found


def months_with_drafts(connection: sqlite3.Connection, before: Month) -> dict[str, list[int]]:
    """Month -> owners of drafts that were never agreed, for cycles before ``before``."""
    found: dict[str, list[int]] = {}
    for month, person in connection.execute(
        "SELECT month, person_id FROM actions WHERE state = 'draft' AND deleted_at IS NULL AND month < ?"
        " ORDER BY month, id",
        (str(before),),
    ):
        found.setdefault(month, []).append(person)
    return found


def insert_action(connection: sqlite3.Connection, fields: Mapping[str, Any]) -> int:
    """A new action; its id."""
    return _insert(connection, "actions", fields)


def update_action(connection: sqlite3.Connection, number: int, fields: Mapping[str, Any]) -> None:
    """Change columns of an action."""
    _update(connection, "actions", number, fields)


def list_check_ins(connection: sqlite3.Connection, action_ids: Iterable[int]) -> dict[int, list[CheckIn]]:
    """Action -> its check-ins, oldest first."""
    marks = ", ".join(str(int(number)) for number in action_ids)
    found: dict[int, list[CheckIn]] = {}
    for row in connection.execute(
        f"SELECT {', '.join(_CHECK_IN)} FROM check_ins WHERE action_id IN ({marks})"
        " ORDER BY coalesce(happened_on, planned_on), id"
    ):
        found.setdefault(row[1], []).append(CheckIn(**_record(row, _CHECK_IN)))
    return found


def insert_check_in(connection: sqlite3.Connection, fields: Mapping[str, Any]) -> int:
    """A new check-in; its id."""
    return _insert(connection, "check_ins", fields)


def update_check_in(connection: sqlite3.Connection, number: int, fields: Mapping[str, Any]) -> None:
    """Change columns of a check-in."""
    _update(connection, "check_ins", number, fields)


def delete_planned_check_ins(connection: sqlite3.Connection, action_id: int) -> None:
    """What is judged is not looked at again."""
    connection.execute("DELETE FROM check_ins WHERE action_id = ? AND happened_on IS NULL", (action_id,))


# --- cycles ---------------------------------------------------------------------------------------------------------


def write_cycle(connection: sqlite3.Connection, month: Month, comment: str | None = None) -> None:
    """The cycle has a row; with ``comment`` this is the manager's comment."""
    connection.execute("INSERT OR IGNORE INTO cycles(month) VALUES (?)", (str(month),))
    if comment is not None:
        connection.execute("UPDATE cycles SET comment = ? WHERE month = ?", (comment, str(month)))


def read_cycle_comment(connection: sqlite3.Connection, month: Month) -> str:
    """The manager's comment; empty when there is none."""
    row = connection.execute("SELECT comment FROM cycles WHERE month = ?", (str(month),)).fetchone()
    return row[0] if row else ""


def open_closing(connection: sqlite3.Connection, month: Month) -> int | None:
    """The id of the closing in force; None for a cycle that is open."""
    row = connection.execute(
        "SELECT id FROM cycle_closings WHERE month = ? AND reopened_at IS NULL ORDER BY id DESC LIMIT 1", (str(month),)
    ).fetchone()
    return row[0] if row else None


def insert_closing(
    connection: sqlite3.Connection,
    month: Month,
    closed_at: str,
    frozen: Iterable[tuple[str, str, float | None, int | None, str | None]],
) -> int:
    """Close a cycle with its figures: (scope, key, value in units as printed, n, reason for no value)."""
    closing = _insert(connection, "cycle_closings", {"month": month, "closed_at": closed_at})
    insert_rows(
        connection,
        "frozen_figures",
        ("closing_id", "scope", "key", "value", "n", "reason"),
        [(closing, *figure) for figure in frozen],
    )
    return closing


def reopen_closing(connection: sqlite3.Connection, closing_id: int, reopened_at: str, reason: str) -> None:
    """The closing is no longer in force; its figures stay."""
    update_row(connection, "cycle_closings", closing_id, {"reopened_at": reopened_at, "reopened_because": reason})
