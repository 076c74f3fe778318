"""Deals and their history. Every change of a deal goes through ``change_deals``, which keeps what it was before."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import frozen

from cockpit.model.deals import HISTORY_FIELDS
from cockpit.store import journal
from cockpit.store.bulk import fast_inserts
from cockpit.store.rows import insert_rows

DEAL_COLUMNS = (
    "external_id", "name", "account_id", "owner_id", "product_id", "stage_id", "state", "amount", "currency",
    "created_on", "expected_close", "closed_on", "forecast_category", "source", "lead_source", "lost_reason",
    "entry_department", "budget", "quantified_value", "decision_maker", "next_step", "next_step_on", "is_major",
    "remark", "deleted_at",
)  # fmt: skip


@frozen
class Recording:
    """Under what the history is written: the operation, when it was recorded (UTC), and when it happened (local).

    ``effective_at`` is a local day or minute, for changes that do not bring a day of their own.
    """

    operation_id: int
    recorded_at: str
    effective_at: str


@frozen
class DealChange:
    """New values of a deal by column; ``effective_on`` is the day on which they came true, if that is known."""

    id: int
    fields: dict[str, Any]
    effective_on: str | None = None


def read_deals(connection: sqlite3.Connection, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """All deals as (id, external id, deleted at, *columns), deleted ones too."""
    _check(columns)
    return connection.execute(f"SELECT {', '.join(('id', 'external_id', 'deleted_at', *columns))} FROM deals")


def read_deal(connection: sqlite3.Connection, number: int) -> dict[str, Any] | None:
    """One deal: column -> value."""
    row = connection.execute(f"SELECT {', '.join(DEAL_COLUMNS)} FROM deals WHERE id = ?", (number,)).fetchone()
    return dict(zip(DEAL_COLUMNS, row, strict=True)) if row else None


def last_deal_id(connection: sqlite3.Connection) -> int:
    """The highest id in use; 0 without deals."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM deals").fetchone()[0])


def insert_deals(
    connection: sqlite3.Connection,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    recording: Recording,
    history_told: Iterable[int] = (),
) -> None:
    """Insert deals and the first entry of their history.

    ``columns`` begin with the id; ids are above those in the store. An open deal's history begins with its stage, on
    the day it was created; a closed one's with stage and state, on the day it closed: where it stood before is not
    known. ``history_told`` are deals whose history is written by the caller.
    """
    if not rows:
        return
    assert columns[0] == "id"
    _check(columns[1:])
    with fast_inserts(connection, "deals", len(rows)), journal.bulk_insert_range(connection, "deals"):
        insert_rows(connection, "deals", columns, rows)
    span = {
        "first": rows[0][0], "last": rows[-1][0], "at": recording.effective_at, "recorded": recording.recorded_at,
        "operation": recording.operation_id, "told": json.dumps(sorted(history_told)),
    }  # fmt: skip
    mine = "id BETWEEN :first AND :last AND id NOT IN (SELECT value FROM json_each(:told))"
    with fast_inserts(connection, "deal_history", len(rows)), journal.bulk_insert_range(connection, "deal_history"):
        connection.execute(
            "INSERT INTO deal_history(deal_id, field, old, new, effective_at, recorded_at, operation_id)"
            " SELECT id, 'stage', NULL, CAST(stage_id AS TEXT),"
            "  coalesce(CASE state WHEN 'open' THEN created_on ELSE closed_on END, :at), :recorded, :operation"
            f" FROM deals WHERE {mine}"
            " UNION ALL SELECT id, 'state', NULL, state, coalesce(closed_on, :at), :recorded, :operation"
            f" FROM deals WHERE {mine} AND state <> 'open'",
            span,
        )


def change_deals(connection: sqlite3.Connection, changes: Sequence[DealChange], recording: Recording) -> int:
    """Set new values of deals and write what changed of stage, state, amount, expected close and owner to the history.

    The one way to change a deal. Values that a deal has already are left alone, deals that are not there passed over.
    An entry never lies before the newest one of its field: what a file says late came true late. Returns how many deals
    changed.
    """
    if not changes:
        return 0
    columns = sorted({column for change in changes for column in change.fields})
    _check(columns)
    ids = json.dumps([change.id for change in changes])
    present = {
        row[0]: dict(zip(columns, row[1:], strict=True))
        for row in connection.execute(
            f"SELECT {', '.join(['id', *columns])} FROM deals WHERE id IN (SELECT value FROM json_each(?))", (ids,)
        )
    }
    newest = {
        (row[0], row[1]): row[2]
        for row in connection.execute(
            "SELECT deal_id, field, max(effective_at) FROM deal_history"
            " WHERE deal_id IN (SELECT value FROM json_each(?)) GROUP BY deal_id, field",
            (ids,),
        )
    }
    updates: defaultdict[tuple[str, ...], list[tuple[Any, ...]]] = defaultdict(list)
    entries = []
    for change in changes:
        before = present.get(change.id)
        if before is None:
            continue
        fields = {column: value for column, value in change.fields.items() if before[column] != value}
        if not fields:
            continue
        updates[tuple(fields)].append((*fields.values(), change.id))
        old = dict(before)
        before |= fields
        for column, name in HISTORY_FIELDS.items():
            if column in fields:
                at = max(change.effective_on or recording.effective_at, newest.get((change.id, name), ""))
                newest[change.id, name] = at
                entries.append(
                    (change.id, name, _text(old[column]), _text(fields[column]), at, recording.recorded_at,
                     recording.operation_id)
                )  # fmt: skip
    for names, values in updates.items():
        assignments = ", ".join(f"{name} = ?" for name in names)
        connection.executemany(f"UPDATE deals SET {assignments} WHERE id = ?", values)
    insert_history(connection, entries)
    return sum(map(len, updates.values()))


def insert_history(connection: sqlite3.Connection, entries: Iterable[Sequence[Any]]) -> None:
    """Append entries: deal, field, old, new, effective at, recorded at, operation."""
    insert_rows(
        connection,
        "deal_history",
        ("deal_id", "field", "old", "new", "effective_at", "recorded_at", "operation_id"),
        entries,
    )


def read_history(connection: sqlite3.Connection, deals: Sequence[int]) -> Iterator[tuple[int, str, str, str]]:
    """(deal, field, new value, effective at) of these deals, oldest first."""
    return connection.execute(
        "SELECT deal_id, field, new, effective_at FROM deal_history"
        " WHERE deal_id IN (SELECT value FROM json_each(?)) ORDER BY deal_id, effective_at, id",
        (json.dumps(list(deals)),),
    )


def count_pushes(connection: sqlite3.Connection, deals: Sequence[int]) -> dict[int, int]:
    """Deal -> how often its expected close was moved into a later month; deals without a push are left out."""
    return dict(
        connection.execute(
            "SELECT deal_id, count(*) FROM deal_history WHERE deal_id IN (SELECT value FROM json_each(?))"
            " AND field = 'expected_close' AND substr(new, 1, 7) > substr(old, 1, 7) GROUP BY deal_id",
            (json.dumps(list(deals)),),
        )
    )


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _check(columns: Iterable[str]) -> None:
    unknown = set(columns) - set(DEAL_COLUMNS)
    if unknown:
        raise KeyError(f"no columns of a deal: {sorted(unknown)}")
