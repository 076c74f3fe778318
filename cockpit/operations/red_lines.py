"""Red lines (红线): recorded, settled, opened again, taken away."""

from datetime import date
from typing import Any

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.model import clock
from cockpit.operations.operation import Changes, operation
from cockpit.store import red_lines
from cockpit.store.file import Store


def record_red_line(
    store: Store, person_id: int, text: str, happened_on: date, *, today: date | None = None
) -> Changes:
    """A red line was crossed by a person on a day; it is open until it is settled.

    Raises CockpitError without words, for a day that has not come, and when the person is gone.
    """
    words = " ".join(text.split())
    if not words:
        raise CockpitError(tr("红线记录要写明是什么事。"))
    if happened_on > (today or clock.today()):
        raise CockpitError(tr("红线记录的日期不能晚于今天。"))
    with operation(store, noop("{name} 的红线记录"), name=_person(store, person_id)) as under_way:
        red_lines.add_red_line(store.connection, person_id, happened_on.isoformat(), words)
        under_way.changed("person", person_id)
    return under_way.changes


def settle_red_line(
    store: Store, red_line_id: int, settlement: str, settled_on: date, *, today: date | None = None
) -> Changes:
    """Say how a red line was settled, and on which day: up to that day it stays open in every look back.

    Raises CockpitError without words, and for a day before it happened or after today.
    """
    found, words = _found(store, red_line_id), " ".join(settlement.split())
    if not words:
        raise CockpitError(tr("写明红线是怎么了结的。"))
    if not found["happened_on"] <= settled_on.isoformat() <= (today or clock.today()).isoformat():
        raise CockpitError(tr("了结的日期在事发那天和今天之间。"))
    return _settle(store, red_line_id, found, settled_on.isoformat(), words)


def reopen_red_line(store: Store, red_line_id: int) -> Changes:
    """It is not settled after all. Raises CockpitError when it is gone."""
    return _settle(store, red_line_id, _found(store, red_line_id), None, "")


def delete_red_line(store: Store, red_line_id: int) -> Changes:
    """Take a record away that should not have been made. Raises CockpitError when it is gone."""
    found = _found(store, red_line_id)
    name = _person(store, found["person_id"])
    with operation(store, noop("删除 {name} 的红线记录"), name=name) as under_way:
        red_lines.remove_red_line(store.connection, red_line_id, under_way.at)
        under_way.changed("person", found["person_id"])
    return under_way.changes


def _settle(store: Store, red_line_id: int, found: dict[str, Any], day: str | None, words: str) -> Changes:
    label = noop("{name} 的红线未了结") if day is None else noop("{name} 的红线已了结")
    with operation(store, label, name=_person(store, found["person_id"])) as under_way:
        red_lines.write_settlement(store.connection, red_line_id, day, words)
        under_way.changed("person", found["person_id"])
    return under_way.changes


def _found(store: Store, red_line_id: int) -> dict[str, Any]:
    found = red_lines.read_red_line(store.connection, red_line_id)
    if found is None:
        raise CockpitError(tr("要改的内容已经不在了。"), tr("刷新页面再试。"))
    return found


def _person(store: Store, person_id: int) -> str:
    row = store.connection.execute(
        "SELECT name FROM people WHERE id = ? AND deleted_at IS NULL", (person_id,)
    ).fetchone()
    if row is None:
        raise CockpitError(tr("要改的内容已经不在了。"), tr("刷新页面再试。"))
    return str(row[0])
