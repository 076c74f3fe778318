"""The rolling log of a deal: an entry written with the next step that follows from it, corrected, taken away."""

from datetime import date
from typing import Any

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.model import clock
from cockpit.model.due_dates import find_due
from cockpit.operations.moments import local_moment
from cockpit.operations.operation import Changes, Operation, operation
from cockpit.store import deal_log, deals
from cockpit.store.file import Store


def read_next_step(text: str, today: date) -> tuple[str, date | None]:
    """A next step as it is typed, and the day that an @ in it names: "约 CIO 见面 @周五".

    Raises CockpitError for an @ followed by a day that there is not.
    """
    found = find_due(text, today)
    if found is None:
        return " ".join(text.split()), None
    if found.day is None:
        raise CockpitError(tr("“{text}”{reason}。", text=text[found.start : found.end].strip(), reason=found.reason))
    return " ".join((text[: found.start] + " " + text[found.end :]).split()), found.day


def write_log_entry(
    store: Store,
    deal_id: int,
    text: str,
    *,
    next_step: str = "",
    next_step_on: date | None = None,
    today: date | None = None,
) -> Changes:
    """Write down what happened; the deal's next step and its day become those given, "" and None: there is none.

    One step that is undone as one. Raises CockpitError without a text, and when the deal is gone.
    """
    day = today or clock.today()
    said, step = _words(text, next_step)
    deal = _deal(store, deal_id)
    with operation(store, noop("“{deal}”记一条进展"), deal=deal["name"]) as under_way:
        fields = _next(step, next_step_on)
        deal_log.add_entry(
            store.connection, {"deal_id": deal_id, "written_on": day.isoformat(), "text": said, **fields}
        )
        _set_next_step(under_way, deal_id, fields, day)
        under_way.changed("deal", deal_id)
    return under_way.changes


def correct_log_entry(
    store: Store,
    entry_id: int,
    text: str,
    *,
    next_step: str = "",
    next_step_on: date | None = None,
    today: date | None = None,
) -> Changes:
    """Say an entry otherwise. Its day stays.

    The deal's next step follows where this is its newest entry and the step is still the one that it named: what was
    decided elsewhere since is not overwritten. Raises CockpitError without a text, and when the entry is gone.
    """
    said, step = _words(text, next_step)
    entry = _entry(store, entry_id)
    deal = _deal(store, entry["deal_id"])
    with operation(store, noop("“{deal}”改一条进展"), deal=deal["name"]) as under_way:
        fields = _next(step, next_step_on)
        was = {column: entry[column] for column in fields}
        still_holds = was == {column: deal[column] for column in was} and deal_log.is_newest(store.connection, entry_id)
        if still_holds and fields != was:
            _set_next_step(under_way, entry["deal_id"], fields, today or clock.today())
        deal_log.change_entry(store.connection, entry_id, {"text": said, **fields})
        under_way.changed("deal", entry["deal_id"])
    return under_way.changes


def remove_log_entry(store: Store, entry_id: int) -> Changes:
    """Take an entry out of the log. The deal's next step stays as it is. Raises CockpitError when it is gone."""
    entry = _entry(store, entry_id)
    with operation(store, noop("“{deal}”删一条进展"), deal=_deal(store, entry["deal_id"])["name"]) as under_way:
        deal_log.remove_entry(store.connection, entry_id, under_way.at)
        under_way.changed("deal", entry["deal_id"])
    return under_way.changes


def _words(text: str, next_step: str) -> tuple[str, str]:
    said = text.strip()
    if not said:
        raise CockpitError(tr("写下发生了什么,再记。"))
    return said, " ".join(next_step.split())


def _next(step: str, day: date | None) -> dict[str, Any]:
    """A day without a step is kept: something is to happen then."""
    return {"next_step": step or None, "next_step_on": day.isoformat() if day else None}


def _set_next_step(under_way: Operation, deal_id: int, fields: dict[str, Any], day: date) -> None:
    recording = deals.Recording(under_way.id, under_way.at, local_moment(day))
    deals.change_deals(under_way.store.connection, [deals.DealChange(deal_id, fields)], recording)


def _deal(store: Store, deal_id: int) -> dict[str, Any]:
    deal = deals.read_deal(store.connection, deal_id)
    if deal is None or deal["deleted_at"] is not None:
        raise CockpitError(tr("要改的内容已经不在了。"), tr("刷新页面再试。"))
    return deal


def _entry(store: Store, entry_id: int) -> dict[str, Any]:
    entry = deal_log.read_entry(store.connection, entry_id)
    if entry is None:
        raise CockpitError(tr("要改的内容已经不在了。"), tr("刷新页面再试。"))
    return entry
