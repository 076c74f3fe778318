"""Step 3, giving support: requests and promises from capture to outcome."""

import sqlite3
from datetime import date, datetime, time, timedelta
from typing import Any

from attrs import asdict, evolve, frozen

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.metrics import Figure, Period, Scope, figures
from cockpit.metrics.scopes import Person, read_roster
from cockpit.model.clock import utc_stamp
from cockpit.model.cycles import Month
from cockpit.model.loop import Support, SupportKind, SupportState, may_become
from cockpit.operations.note_lines import bring_line_in_step, in_short
from cockpit.operations.operation import Changes, operation
from cockpit.store import loop
from cockpit.store.file import Store

HEADLINES = frozenset({"promises_kept", "answer_time_median", "morale"})
MOODS_SHOWN = 6


@frozen
class SupportEdit:
    """What is changed on a support; None leaves a field as it is."""

    text: str | None = None
    kind: SupportKind | None = None
    due_on: date | None = None
    outcome: str | None = None


UNCHANGED = SupportEdit()


@frozen
class SupportBoard:
    """What the page of step 3 shows.

    ``supports`` are all open ones, and those finished in the cycle. ``moods`` are each person's last ones, oldest
    first. ``people`` may be chosen for a new request; ``deals`` are the open ones of each.
    """

    supports: list[Support]
    people: list[Person]
    names: dict[int, str]
    deals: dict[int, list[tuple[int, str]]]
    deal_names: dict[int, str]
    figures: dict[str, Figure]
    moods: dict[int, list[int]]


def read_support_board(connection: sqlite3.Connection, month: Month, scope: Scope, today: date) -> SupportBoard:
    """The board of a scope. A promise to nobody in particular is the whole team's."""
    roster, period = read_roster(connection), Period.of(month, today)
    as_of = period.as_of.isoformat()
    supports = [
        support for support in loop.list_supports(connection, month)
        if roster.counts_in(scope, support.person_id, as_of)
    ]  # fmt: skip
    people = roster.people_of(scope, period.start.isoformat(), as_of)
    shown = {person.id for person in people}
    until = utc_stamp(datetime.combine(period.as_of + timedelta(days=1), time()).astimezone())
    moods = loop.recent_moods(connection, until, MOODS_SHOWN)
    deals = loop.open_deals_by_owner(connection)
    return SupportBoard(
        supports=supports,
        people=people,
        names={person.id: person.name for person in roster.people.values()},
        deals={person: found for person, found in deals.items() if person in shown},
        deal_names=loop.deal_names(connection, {support.deal_id for support in supports if support.deal_id}),
        figures=figures(connection, period, [scope], HEADLINES)[scope],
        moods={person.id: moods[person.id] for person in people if person.id in moods},
    )


def ask_for_support(
    store: Store, person_id: int | None, text: str, today: date, *, kind: SupportKind = "internal",
    deal_id: int | None = None,
) -> Changes:  # fmt: skip
    """Write down a request. Raises CockpitError when it says nothing."""
    return _add(
        store, noop("记下需求:{text}"), text, person_id=person_id, kind=kind, deal_id=deal_id, state="asked",
        asked_on=today,
    )  # fmt: skip


def make_promise(
    store: Store, person_id: int | None, text: str, today: date, due_on: date, *, kind: SupportKind = "internal",
    deal_id: int | None = None,
) -> Changes:  # fmt: skip
    """Promise something nobody asked for in writing. Raises CockpitError when it says nothing."""
    return _add(
        store, noop("答应:{text}"), text, person_id=person_id, kind=kind, deal_id=deal_id, state="promised",
        asked_on=today, answered_on=today, promised_on=today, first_due_on=due_on, due_on=due_on,
    )  # fmt: skip


def edit_support(store: Store, number: int, edit: SupportEdit) -> Changes:
    """Change what it says. The date first agreed stays what it was."""
    return _change(store, number, noop("修改支援:{text}"), edit)


def promise_support(store: Store, number: int, today: date, edit: SupportEdit = UNCHANGED) -> Changes:
    """Answer a request with a date. Raises CockpitError without one."""
    return _change(store, number, noop("答应:{text}"), edit, "promised", today)


def take_in_hand(store: Store, number: int, today: date, edit: SupportEdit = UNCHANGED) -> Changes:
    """It is being done; also takes up again what was done. Raises CockpitError without a date."""
    return _change(store, number, noop("着手办:{text}"), edit, "in_hand", today)


def keep_promise(store: Store, number: int, today: date, edit: SupportEdit = UNCHANGED) -> Changes:
    """It is done, with what came of it. What is done by the date first agreed counts as kept."""
    return _change(store, number, noop("办完:{text}"), edit, "done", today)


def decline_support(store: Store, number: int, today: date, edit: SupportEdit = UNCHANGED) -> Changes:
    """It will not be done. Raises CockpitError without the reason, which the other is owed."""
    return _change(store, number, noop("谢绝:{text}"), edit, "declined", today)


def remove_support(store: Store, number: int) -> Changes:
    """Take it off the board, for what was written by mistake; the line of the note loses its mark."""
    found = _found(store.connection, number)
    with operation(store, noop("删除支援:{text}"), text=in_short(found.text)) as under_way:
        loop.update_support(store.connection, number, {"deleted_at": under_way.at})
        bring_line_in_step(under_way, found.note_item_id, removed=True)
        under_way.changed("support", number)
    return under_way.changes


def _add(store: Store, label: str, text: str, **fields: Any) -> Changes:
    text = _said(text)
    with operation(store, label, text=in_short(text)) as under_way:
        under_way.changed("support", loop.insert_support(store.connection, {"text": text, **fields}))
    return under_way.changes


def _change(
    store: Store, number: int, label: str, edit: SupportEdit, state: SupportState | None = None,
    today: date | None = None,
) -> Changes:  # fmt: skip
    """Edit and move in one operation."""
    found = _found(store.connection, number)
    fields = {
        column: value for column, value in asdict(edit).items() if value is not None and value != getattr(found, column)
    }
    if "text" in fields:
        fields["text"] = _said(fields["text"])
    if state is not None and state != found.state:
        assert today is not None
        fields |= _moved(found, state, today, evolve(found, **fields))
    due = fields.get("due_on", found.due_on)
    if due is not None and found.first_due_on is None and (state or found.state) != "asked":
        fields["first_due_on"] = due
    with operation(store, label, text=in_short(fields.get("text", found.text))) as under_way:
        if fields:
            loop.update_support(store.connection, number, fields)
            bring_line_in_step(under_way, found.note_item_id, text=fields.get("text"), due_on=fields.get("due_on"))
            under_way.changed("support", number)
    return under_way.changes


def _moved(found: Support, state: SupportState, today: date, edited: Support) -> dict[str, Any]:
    if not may_become(found.state, state):
        raise CockpitError(tr("“{text}”已经了结。", text=in_short(found.text)), tr("先把它重新拿起来。"))
    if state in ("promised", "in_hand") and edited.due_on is None:
        raise CockpitError(tr("答应的事要有期限。"), tr("填上哪天之前办完。"))
    if state == "declined" and not edited.outcome.strip():
        raise CockpitError(tr("谢绝要说明原因。"), tr("在结果里写一句。"))
    moved: dict[str, Any] = {"state": state, "done_on": today if state in ("done", "declined") else None}
    if found.answered_on is None:
        moved["answered_on"] = today
    if found.promised_on is None and state in ("promised", "in_hand"):
        moved["promised_on"] = today
    return moved


def _said(text: str) -> str:
    if not text.strip():
        raise CockpitError(tr("还没写是什么事。"), tr("写一句再保存。"))
    return text.strip()


def _found(connection: sqlite3.Connection, number: int) -> Support:
    found = loop.read_support(connection, number)
    if found is None:
        raise CockpitError(tr("这条支援已经不在了。"), tr("看看是不是刚被删除;可以撤销。"))
    return found
