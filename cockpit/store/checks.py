"""Whether the store holds together: the file itself, references, the history against the present, orphans."""

import sqlite3
from collections.abc import Iterator

from attrs import frozen

from cockpit.language import tr
from cockpit.model.deals import HISTORY_FIELDS

EXAMPLES = 5


@frozen
class Finding:
    """Something that should not be. ``kind`` is for programs, ``sentence`` for people, ``n`` says how many."""

    kind: str
    sentence: str
    n: int = 1

    def __str__(self) -> str:
        return self.sentence


def check(connection: sqlite3.Connection) -> list[Finding]:
    """Every finding; an empty list when all is well. Reads only."""
    findings = list(_integrity(connection))
    if findings:
        return findings  # what else is read from a broken file says nothing
    for search in (_references, _history, _states, _orphans, _money):
        findings += search(connection)
    return findings


def _integrity(connection: sqlite3.Connection) -> Iterator[Finding]:
    try:
        lines = [row[0] for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
    except sqlite3.DatabaseError as error:
        lines = [str(error)]
    for line in lines:
        yield Finding("integrity", tr("数据文件已损坏:{detail}", detail=line))


def _references(connection: sqlite3.Connection) -> Iterator[Finding]:
    counts: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        counts[table, parent] = counts.get((table, parent), 0) + 1
    for (table, parent), n in counts.items():
        yield Finding("reference", tr("{table} 里有 {n} 行指向不存在的 {parent}", table=table, n=n, parent=parent), n)


def _history(connection: sqlite3.Connection) -> Iterator[Finding]:
    """The newest entry of each field is what the deal says now. Deals without an entry of a field say nothing."""
    for column, field in HISTORY_FIELDS.items():
        wrong = connection.execute(
            f"""
            WITH newest AS (
                SELECT deal_id, new,
                       row_number() OVER (PARTITION BY deal_id ORDER BY effective_at DESC, id DESC) AS place
                FROM deal_history WHERE field = ?
            )
            SELECT deals.id FROM newest JOIN deals ON deals.id = newest.deal_id
            WHERE newest.place = 1 AND newest.new IS NOT CAST(deals.{column} AS TEXT)
            """,
            (field,),
        ).fetchall()
        if wrong:
            yield Finding(
                "history",
                tr("{n} 个商机的历史和现状不一致({field}):{ids}", n=len(wrong), field=field, ids=_examples(wrong)),
                len(wrong),
            )


def _states(connection: sqlite3.Connection) -> Iterator[Finding]:
    wrong = connection.execute(
        "SELECT deals.id FROM deals JOIN stages ON stages.id = deals.stage_id"
        " WHERE stages.kind <> 'open' AND stages.kind <> deals.state"
    ).fetchall()
    if wrong:
        yield Finding("state", tr("{n} 个商机的阶段和状态对不上:{ids}", n=len(wrong), ids=_examples(wrong)), len(wrong))


_ORPHANS = (
    ("targets", "SELECT id FROM targets WHERE month NOT GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'"),
    (
        "note_items",
        "SELECT note_items.id FROM note_items LEFT JOIN notes USING (meeting_id)"
        " WHERE note_items.removed_at IS NULL AND line IS NOT NULL AND notes.meeting_id IS NULL",
    ),
    (
        "memberships",
        "SELECT memberships.id FROM memberships JOIN teams ON teams.id = team_id"
        " WHERE teams.deleted_at IS NOT NULL AND to_on IS NULL",
    ),
)


def _orphans(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, query in _ORPHANS:
        found = connection.execute(query).fetchall()
        if found:
            yield Finding(
                "orphan",
                tr("{table} 里有 {n} 行不再属于任何东西:{ids}", table=table, n=len(found), ids=_examples(found)),
                len(found),
            )


def _money(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, column in (("deals", "amount"), ("deals", "budget"), ("products", "list_price"), ("targets", "value")):
        found = connection.execute(
            f"SELECT id FROM {table} WHERE {column} IS NOT NULL AND typeof({column}) <> 'integer'"
        ).fetchall()
        if found:
            yield Finding(
                "money",
                tr("{table} 里有 {n} 个金额不是整数分:{ids}", table=table, n=len(found), ids=_examples(found)),
                len(found),
            )


def _examples(rows: list[tuple[int]]) -> str:
    return tr("、").join(str(number) for (number,) in rows[:EXAMPLES]) + (" …" if len(rows) > EXAMPLES else "")
