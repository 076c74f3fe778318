"""One deal in full - its fields, what changed, what was done and what was asked for it - and what its fields may be."""

import sqlite3
from collections.abc import Collection
from typing import Any

from attrs import Factory, frozen

from cockpit.metrics.deal_log import DealLog, read_deal_log
from cockpit.metrics.scopes import Scope, read_roster

HISTORY_SHOWN, ACTIVITIES_SHOWN, LINES_SHOWN = 40, 40, 20


@frozen
class Stage:
    """A stage to choose; ``kind`` is open, won or lost."""

    id: int
    name: str
    kind: str
    pipeline_id: int
    pipeline: str


@frozen
class DealChoices:
    """What the fields of deals may be: the stages in their order, owners (id, name), lost reasons as used before.

    ``owners`` are all people who are still here, ``scope_owners`` those of the scope.
    """

    stages: tuple[Stage, ...]
    owners: tuple[tuple[int, str], ...]
    scope_owners: tuple[tuple[int, str], ...]
    lost_reasons: tuple[str, ...]
    any_deal: bool

    def stages_of(self, stage_ids: Collection[int]) -> list[Stage]:
        """The stages of the pipelines in which these stages lie."""
        pipelines = {stage.pipeline_id for stage in self.stages if stage.id in stage_ids}
        return [stage for stage in self.stages if stage.pipeline_id in pipelines]


@frozen
class HistoryLine:
    """What changed on a local day: ``field`` as the history has it, old and new as stored; stages and people named."""

    day: str
    field: str
    old: str | None
    new: str | None


@frozen
class LoopLine:
    """A request, promise or captured line about the deal."""

    kind: str
    text: str
    day: str
    person: str | None
    support_id: int | None
    state: str | None


@frozen
class ActivityLine:
    """What was done with the customer."""

    day: str
    kind: str
    person: str | None
    met: str | None
    note: str


@frozen
class OrderAnswer:
    """The answer to one of the five questions (yes, no, unknown), what it rests on, the day (ISO)."""

    answer: str
    evidence: str
    day: str


@frozen
class DealDetail:
    """Everything about one deal. ``fields`` are the columns of the deal as stored, with names beside ids."""

    id: int
    fields: dict[str, Any]
    history: tuple[HistoryLine, ...]
    lines: tuple[LoopLine, ...]
    activities: tuple[ActivityLine, ...]
    answers: dict[str, OrderAnswer] = Factory(dict)
    log: DealLog = Factory(DealLog)


def read_choices(connection: sqlite3.Connection, scope: Scope, today: str, only_person: int | None) -> DealChoices:
    """Small tables, read whole; lost reasons are what the newest deals have used most."""
    roster = read_roster(connection)
    stages = tuple(
        Stage(*row)
        for row in connection.execute(
            "SELECT s.id, s.name, s.kind, s.pipeline_id, p.name FROM stages s JOIN pipelines p ON p.id = s.pipeline_id"
            " ORDER BY s.pipeline_id, s.position, s.id"
        )
    )
    here = [
        (person.id, person.name)
        for person in sorted(roster.people.values(), key=lambda person: (person.pinyin or person.name, person.id))
        if not (person.left_on and person.left_on < today) and only_person in (None, person.id)
    ]
    mine = tuple(owner for owner in here if roster.counts_in(scope, owner[0], today))
    reasons = tuple(
        row[0]
        for row in connection.execute(
            "SELECT lost_reason FROM deals WHERE id > (SELECT max(id) FROM deals) - 3000 AND state = 'lost'"
            " AND lost_reason IS NOT NULL AND deleted_at IS NULL GROUP BY lost_reason ORDER BY count(*) DESC LIMIT 12"
        )
    )
    any_deal = connection.execute("SELECT 1 FROM deals WHERE deleted_at IS NULL LIMIT 1").fetchone() is not None
    return DealChoices(stages, tuple(here), mine, reasons, any_deal)


def read_detail(connection: sqlite3.Connection, number: int, only_person: int | None = None) -> DealDetail | None:
    """One deal; None when it is not there, or behind the shield somebody else's."""
    cursor = connection.execute(
        "SELECT d.*, a.name AS account, o.name AS owner, p.name AS product, s.name AS stage, s.kind AS stage_kind,"
        " s.pipeline_id AS pipeline_id FROM deals d JOIN stages s ON s.id = d.stage_id LEFT JOIN accounts a"
        " ON a.id = d.account_id LEFT JOIN people o ON o.id = d.owner_id LEFT JOIN products p ON p.id = d.product_id"
        " WHERE d.id = ? AND d.deleted_at IS NULL",
        (number,),
    )
    row = cursor.fetchone()
    if row is None:
        return None
    fields = dict(zip((column[0] for column in cursor.description), row, strict=True))
    if only_person is not None and fields["owner_id"] != only_person:
        return None
    return DealDetail(
        number, fields, _history(connection, number), _lines(connection, number, fields, only_person),
        _activities(connection, number), _answers(connection, number), read_deal_log(connection, number),
    )  # fmt: skip


def _answers(connection: sqlite3.Connection, number: int) -> dict[str, OrderAnswer]:
    found = connection.execute(
        "SELECT question, answer, evidence, answered_on FROM order_checks WHERE deal_id = ?", (number,)
    )
    return {question: OrderAnswer(*said) for question, *said in found}


def _history(connection: sqlite3.Connection, number: int) -> tuple[HistoryLine, ...]:
    named = (
        "CASE h.field WHEN 'stage' THEN coalesce((SELECT name FROM stages WHERE id = CAST(h.{0} AS INTEGER)), h.{0})"
        " WHEN 'owner' THEN coalesce((SELECT name FROM people WHERE id = CAST(h.{0} AS INTEGER)), h.{0})"
        " ELSE h.{0} END"
    )
    found = connection.execute(
        f"SELECT substr(h.effective_at, 1, 10), h.field, {named.format('old')}, {named.format('new')}"
        " FROM deal_history h WHERE h.deal_id = ? ORDER BY h.effective_at DESC, h.id DESC LIMIT ?",
        (number, HISTORY_SHOWN),
    )
    return tuple(HistoryLine(*row) for row in found)


def _lines(
    connection: sqlite3.Connection, number: int, fields: dict[str, Any], only_person: int | None
) -> tuple[LoopLine, ...]:
    """Supports for the deal, and lines of one-on-ones that name it or its account."""
    shield = "AND (:only IS NULL OR {0} = :only)"
    found = connection.execute(
        f"""
        SELECT 'support', x.text, coalesce(x.done_on, x.due_on, x.asked_on), o.name, x.id, x.state
        FROM supports x LEFT JOIN people o ON o.id = x.person_id
        WHERE x.deal_id = :deal AND x.deleted_at IS NULL {shield.format("x.person_id")}
        UNION ALL
        SELECT i.kind, i.text, substr(i.created_at, 1, 10), o.name, NULL, NULL
        FROM note_items i JOIN meetings m ON m.id = i.meeting_id AND m.deleted_at IS NULL
        LEFT JOIN people o ON o.id = m.person_id LEFT JOIN supports x ON x.note_item_id = i.id
        WHERE i.removed_at IS NULL AND x.deal_id IS NOT :deal {shield.format("m.person_id")}
          AND (instr(i.text, :name) OR (:account <> '' AND instr(i.text, :account)))
        ORDER BY 3 DESC LIMIT :limit
        """,
        {
            "deal": number, "name": fields["name"], "account": fields["account"] or "", "only": only_person,
            "limit": LINES_SHOWN,
        },
    )  # fmt: skip
    return tuple(LoopLine(*row) for row in found)


def _activities(connection: sqlite3.Connection, number: int) -> tuple[ActivityLine, ...]:
    found = connection.execute(
        "SELECT a.happened_on, a.kind, o.name, a.met, a.note FROM activities a LEFT JOIN people o ON o.id = a.person_id"
        " WHERE a.deal_id = ? AND a.deleted_at IS NULL ORDER BY a.happened_on DESC, a.id DESC LIMIT ?",
        (number, ACTIVITIES_SHOWN),
    )
    return tuple(ActivityLine(*row) for row in found)
