"""Open deals whose expected close was pushed into a later month, and those that have never left their first stage."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import date

from attrs import frozen

from cockpit.metrics.deal_rules import open_deals, open_rows
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Roster, Scope
from cockpit.model.workdays import ONE_DAY

_PUSH = (
    "h.deal_id = d.id AND h.field = 'expected_close' AND substr(h.old, 1, 7) < substr(h.new, 1, 7)"
    " AND h.effective_at < :pushed_before"
)
"""A change into a later calendar month. Inside a month nothing is pushed, and coming back takes no push away."""
_NO_STAGE_CHANGE = (
    "NOT EXISTS (SELECT 1 FROM deal_history h WHERE h.deal_id = d.id AND h.field = 'stage' AND h.old IS NOT NULL"
    " AND h.effective_at < :pushed_before)"
)


@frozen
class PushedDeal:
    """An open deal, its close pushed ``times`` times; the last time from month ``old`` to ``new`` (YYYY-MM)."""

    deal_id: int
    name: str
    owner: str | None
    times: int
    old: str
    new: str


@frozen
class UnmovedDeal:
    """An open deal without any stage change since its creation ``days`` ago; None where that day is not known."""

    deal_id: int
    name: str
    owner: str | None
    days: int | None


@frozen
class PushedBoard:
    """Most pushed first; the oldest first. A deal can be in both, and either says nothing about being stalled."""

    pushed: list[PushedDeal]
    pushed_rows: RowsQuery
    unmoved: list[UnmovedDeal]
    unmoved_rows: RowsQuery


def pushed_board(connection: sqlite3.Connection, period: Period, scope: Scope, roster: Roster) -> PushedBoard:
    """The deals of the scope that are open at ``as_of``, by what had happened to them until then."""
    before = {"pushed_before": (period.as_of + ONE_DAY).isoformat()}
    opened, as_of = open_deals(period), period.as_of.isoformat()
    parameters = {**opened.parameters, **before}
    pushed: dict[int, PushedDeal] = {}
    for deal, owner, name, old, new in connection.execute(
        f"SELECT d.id, d.owner_id, n.name, substr(h.old, 1, 7), substr(h.new, 1, 7) FROM ({opened.sql}) d"
        f" JOIN deal_history h ON {_PUSH} JOIN deals n ON n.id = d.id ORDER BY h.effective_at, h.id",
        parameters,
    ):
        if roster.counts_in(scope, owner, as_of):
            former = pushed.get(deal)
            pushed[deal] = PushedDeal(deal, name, _named(roster, owner), former.times + 1 if former else 1, old, new)
    unmoved = [
        UnmovedDeal(
            deal,
            name,
            _named(roster, owner),
            (period.as_of - date.fromisoformat(created[:10])).days if created else None,
        )
        for deal, owner, name, created in connection.execute(
            f"SELECT d.id, d.owner_id, n.name, d.created_on FROM ({opened.sql}) d JOIN deals n ON n.id = d.id"
            f" WHERE {_NO_STAGE_CHANGE}",
            parameters,
        )
        if roster.counts_in(scope, owner, as_of)
    ]
    return PushedBoard(
        sorted(pushed.values(), key=lambda deal: (-deal.times, deal.deal_id)),
        open_rows(period, scope, f"EXISTS (SELECT 1 FROM deal_history h WHERE {_PUSH})", **before),
        sorted(unmoved, key=lambda deal: (deal.days is None, -(deal.days or 0), deal.deal_id)),
        open_rows(period, scope, _NO_STAGE_CHANGE, **before),
    )


@frozen
class Pushes:
    """How often a deal's close was pushed until a day, and how often of these after another day.

    ``old`` and ``new`` are the months (YYYY-MM) of the last push.
    """

    times: int
    lately: int
    old: str
    new: str


def pushes_of(connection: sqlite3.Connection, deals: Iterable[int], first: date, last: date) -> dict[int, Pushes]:
    """The pushes of these deals until the end of ``last``; ``lately`` are those after the end of ``first``.

    Deals whose close was never pushed are not in it.
    """
    found: dict[int, Pushes] = {}
    for deal, is_late, old, new in connection.execute(
        "SELECT d.id, h.effective_at >= :lately_after, substr(h.old, 1, 7), substr(h.new, 1, 7)"
        f" FROM (SELECT value AS id FROM json_each(:deals)) d CROSS JOIN deal_history h ON {_PUSH}"
        " ORDER BY h.effective_at, h.id",
        {
            "deals": json.dumps(list(deals)),
            "pushed_before": (last + ONE_DAY).isoformat(),
            "lately_after": (first + ONE_DAY).isoformat(),
        },
    ):
        former = found.get(deal)
        times, lately = (former.times, former.lately) if former else (0, 0)
        found[deal] = Pushes(times + 1, lately + is_late, old, new)
    return found


def _named(roster: Roster, owner: int | None) -> str | None:
    return roster.people[owner].name if owner in roster.people else None
