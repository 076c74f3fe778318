"""What today asks for, whatever cycle is looked at: promises, talks, actions to look at, major deals without a step."""

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Literal

from attrs import field, frozen

from cockpit.language import tr
from cockpit.metrics.deal_rules import own_amount
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.settings import read_settings
from cockpit.model import clock, formats

EntryKind = Literal["promise", "one_on_one", "check_in", "major_deals"]
EntryState = Literal["ok", "watch", "act", "quiet"]

SHOWN = 8
"""So many of a kind are told one by one; a line says how many more there are."""


@frozen
class TodayEntry:
    """One thing: a tag with its state, what it is, a quiet second line, and the page with arguments where it is done.

    ``more`` is how many further things the line stands for.
    """

    kind: EntryKind
    tag: str
    state: EntryState
    text: str
    detail: str
    page: str
    arguments: dict[str, object] = field(factory=dict)
    more: int = 0


def read_today(connection: sqlite3.Connection, today: date, only_person: int | None = None) -> list[TodayEntry]:
    """The most urgent first; with ``only_person`` nothing of anybody else."""
    parameters: dict[str, object] = {
        "today": today.isoformat(), "person": only_person, "currency": read_settings(connection).currency,
    }  # fmt: skip
    return [
        *_promises(connection, today, parameters),
        *_talks(connection, today, parameters),
        *_check_ins(connection, today, parameters),
        *_major_deals(connection, today, parameters),
    ]


def _named(person: str | None, text: str) -> str:
    return tr("给{person} · {text}", person=person, text=text) if person else text


def _deal(account: str | None, deal: str | None, amount: int | None) -> list[str]:
    name = account or deal
    return [part for part in (name, formats.money(amount) if amount is not None else None) if part]


def _promises(connection: sqlite3.Connection, today: date, parameters: dict[str, object]) -> Iterator[TodayEntry]:
    rows = connection.execute(
        f"""
        SELECT s.id, s.text, s.due_on, p.name, a.name, d.name, {own_amount("coalesce(d.closed_on, :today)")}
        FROM supports s LEFT JOIN people p ON p.id = s.person_id LEFT JOIN deals d ON d.id = s.deal_id
        LEFT JOIN accounts a ON a.id = d.account_id
        WHERE s.deleted_at IS NULL AND s.state IN ('promised', 'in_hand') AND s.due_on <= :today
          AND (:person IS NULL OR s.person_id = :person)
        ORDER BY s.due_on, s.id
        """,
        parameters,
    ).fetchall()
    for number, text, due_on, person, account, deal, amount in rows[:SHOWN]:
        due = date.fromisoformat(due_on)
        late = (today - due).days
        when = [tr("答应 {day},晚了 {n} 天", day=formats.day_words(due), n=late)] if late else []
        detail = " · ".join([*when, *_deal(account, deal, amount)])
        yield TodayEntry(
            "promise", tr("逾期") if late else tr("到期"), "act" if late else "watch", _named(person, text),
            detail or tr("今天要兑现"), "support", {"support": number},
        )  # fmt: skip
    if (further := len(rows) - SHOWN) > 0:
        late = date.fromisoformat(rows[SHOWN][2]) < today
        yield TodayEntry(
            "promise", "", "act" if late else "watch", tr("还有 {n} 个承诺", n=further), "", "support",
            more=further - 1,
        )  # fmt: skip


def _talks(connection: sqlite3.Connection, today: date, parameters: dict[str, object]) -> Iterator[TodayEntry]:
    """Planned for today with an hour, then those whose agreed day has come without a talk since."""
    begin, end = (
        clock.utc_stamp(datetime.combine(day, time()).astimezone()) for day in (today, today + timedelta(days=1))
    )
    planned: dict[int, tuple[str, str]] = {}
    for person, name, planned_for in connection.execute(
        "SELECT m.person_id, p.name, m.planned_for FROM meetings m JOIN people p ON p.id = m.person_id"
        " WHERE m.kind = 'one_on_one' AND m.started_at IS NULL AND m.deleted_at IS NULL AND p.deleted_at IS NULL"
        " AND m.planned_for >= :begin AND m.planned_for < :end AND (:person IS NULL OR m.person_id = :person)"
        " AND NOT EXISTS (SELECT 1 FROM meetings t WHERE t.person_id = m.person_id AND t.started_at >= :begin"
        " AND t.deleted_at IS NULL) ORDER BY m.planned_for",
        {**parameters, "begin": begin, "end": end},
    ):
        planned.setdefault(person, (name, clock.from_stamp(planned_for).strftime("%H:%M")))
    due = [
        (person, name, date.fromisoformat(next_on))
        for person, name, next_on in connection.execute(
            """
            SELECT m.person_id, p.name, m.next_on
            FROM (SELECT person_id, next_on,
                         row_number() OVER (PARTITION BY person_id ORDER BY started_at DESC, id DESC) AS place
                  FROM meetings WHERE kind = 'one_on_one' AND started_at IS NOT NULL AND deleted_at IS NULL) m
            JOIN people p ON p.id = m.person_id
            WHERE m.place = 1 AND m.next_on <= :today AND p.deleted_at IS NULL
              AND (p.left_on IS NULL OR p.left_on >= :today) AND (:person IS NULL OR m.person_id = :person)
              AND NOT EXISTS (SELECT 1 FROM meetings f WHERE f.person_id = m.person_id AND f.started_at IS NULL
                              AND f.deleted_at IS NULL AND f.planned_for >= :begin)
            ORDER BY m.next_on, p.pinyin, p.id
            """,
            {**parameters, "begin": begin},
        )
        if person not in planned
    ]
    ready = _prepared(connection, [*planned, *(person for person, _, _ in due)])
    for person, (name, hour) in planned.items():
        yield TodayEntry(
            "one_on_one", "", "quiet", tr("{hour} 一对一 · {name}", hour=hour, name=name), ready[person], "one_on_one",
            {"person": person},
        )  # fmt: skip
    for person, name, next_on in due[:SHOWN]:
        late = (today - next_on).days
        when = [tr("约好 {day},晚了 {n} 天", day=formats.day_words(next_on), n=late)] if late else []
        yield TodayEntry(
            "one_on_one", "", "quiet", tr("一对一 · {name}", name=name), " · ".join([*when, ready[person]]),
            "one_on_one", {"person": person},
        )  # fmt: skip
    if (further := len(due) - SHOWN) > 0:
        yield TodayEntry(
            "one_on_one", "", "quiet", tr("还有 {n} 场一对一", n=further), "", "one_on_one", more=further - 1
        )


def _prepared(connection: sqlite3.Connection, people: list[int]) -> dict[int, str]:
    """Person -> what is open from earlier talks."""
    ids = ", ".join(str(person) for person in people)
    promises, actions = (
        dict(connection.execute(f"SELECT person_id, count(*) FROM {what} AND person_id IN ({ids}) GROUP BY person_id"))
        for what in (
            "supports WHERE deleted_at IS NULL AND state IN ('asked', 'promised', 'in_hand')",
            "actions WHERE deleted_at IS NULL AND state = 'agreed'",
        )
    )
    told = {}
    for person in people:
        parts = []
        if n := promises.get(person):
            parts.append(tr("{n} 项支援没完成", n=n))
        if n := actions.get(person):
            parts.append(tr("{n} 项改进在进行", n=n))
        told[person] = " · ".join(parts) or tr("没有遗留的事项")
    return told


def _check_ins(connection: sqlite3.Connection, today: date, parameters: dict[str, object]) -> Iterator[TodayEntry]:
    rows = connection.execute(
        """
        SELECT a.id, a.text, p.name, min(c.planned_on)
        FROM check_ins c JOIN actions a ON a.id = c.action_id JOIN people p ON p.id = a.person_id
        WHERE c.happened_on IS NULL AND c.planned_on <= :today AND a.state = 'agreed' AND a.deleted_at IS NULL
          AND p.deleted_at IS NULL AND (:person IS NULL OR a.person_id = :person)
        GROUP BY a.id ORDER BY 4, a.id
        """,
        parameters,
    ).fetchall()
    for number, text, person, planned_on in rows[:SHOWN]:
        late = (today - date.fromisoformat(planned_on)).days
        detail = tr("约好今天跟进")
        if late:
            day = formats.day_words(date.fromisoformat(planned_on))
            detail = tr("该在 {day} 跟进,晚了 {n} 天", day=day, n=late)
        yield TodayEntry(
            "check_in", tr("跟进"), "watch", f"{person} · {text}", detail, "improvement", {"action": number}
        )
    if (further := len(rows) - SHOWN) > 0:
        yield TodayEntry(
            "check_in", "", "watch", tr("还有 {n} 项改进要跟进", n=further), "", "improvement", more=further - 1
        )


_WITHOUT_STEP = (
    "deals.is_major = 1 AND deals.state = 'open' AND deals.deleted_at IS NULL"
    " AND (coalesce(deals.next_step, '') = '' OR deals.next_step_on < :today)"
    " AND (:person IS NULL OR deals.owner_id = :person)"
)
"""A step whose day has passed is none."""


def _major_deals(connection: sqlite3.Connection, today: date, parameters: dict[str, object]) -> Iterator[TodayEntry]:
    count, oldest = connection.execute(
        "SELECT count(*), min(coalesce((SELECT max(day) FROM (SELECT happened_on AS day FROM activities a"
        " WHERE a.deal_id = deals.id AND a.deleted_at IS NULL AND a.happened_on <= :today UNION ALL SELECT written_on"
        " FROM deal_log l WHERE l.deal_id = deals.id AND l.deleted_at IS NULL AND l.written_on <= :today)),"
        f" deals.created_on)) FROM deals WHERE {_WITHOUT_STEP}",
        parameters,
    ).fetchone()
    if not count:
        return
    title = tr("{n} 个重点商机没有下一步", n=count)
    days = (today - date.fromisoformat(oldest)).days if oldest else 0
    yield TodayEntry(
        "major_deals", "", "watch", title, tr("最久 {n} 天没有跟进", n=days) if days > 0 else tr("定下下一步和日期"),
        "deals", {"rows": RowsQuery("deals", _WITHOUT_STEP, parameters), "title": tr("没有下一步的重点商机")},
    )  # fmt: skip
