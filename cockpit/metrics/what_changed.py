"""What changed in the open deals of a scope between the ends of two days, deal by deal.

The sum of the first day and the terms make the sum of the last day exactly. What happened in between and was taken
back again - out of the scope and in again, grown and shrunk - is no change between the two days.
"""

import json
import sqlite3
from collections.abc import Iterable
from datetime import date
from functools import cache

from attrs import frozen

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.metrics import reasons
from cockpit.metrics.changed_deals import (
    KINDS,
    MOVES,
    TERMS,
    WORTH,
    ChangedDeal,
    DealThen,
    Kind,
    Move,
    OpenRow,
    Term,
    add_change,
    is_same,
    sum_open,
)
from cockpit.metrics.deal_rules import IS_ESTIMATED, home_amount, open_rows, told_then
from cockpit.metrics.figure import Figure, RowsQuery
from cockpit.metrics.open_pipeline import Sum
from cockpit.metrics.past_days import open_deals_of
from cockpit.metrics.period import Period
from cockpit.metrics.pushed import Pushes, pushes_of
from cockpit.metrics.scopes import Roster, Scope, read_roster
from cockpit.metrics.settings import read_settings
from cockpit.model.cycles import Month
from cockpit.model.workdays import ONE_DAY


@frozen
class WhatChanged:
    """``start`` + ``terms`` = ``end``, in minor units of the store's currency; a sum without any amount counts as 0.

    ``moves`` and ``unchanged`` are numbers of deals. ``unchanged``: open in the scope on both days, and no entry in
    their history between; ``untouched`` are these deals as they are on the last day.
    """

    first: date
    last: date
    scope: Scope
    start: Figure
    end: Figure
    terms: dict[Term, Figure]
    moves: dict[Move, Figure]
    unchanged: Figure
    changes: list[ChangedDeal]
    untouched: list[DealThen]

    @property
    def pushed(self) -> list[ChangedDeal]:
        """Deals whose close was pushed in between, most often pushed first."""
        found = [deal for deal in self.changes if "pushed" in deal.kinds]
        return sorted(found, key=lambda deal: (-(deal.pushes.times if deal.pushes else 0), deal.id))

    def figure(self, kind: Kind) -> Figure:
        """The term or move of this kind."""
        return next(found for key, found in (*self.terms.items(), *self.moves.items()) if key == kind)


def what_changed(connection: sqlite3.Connection, first: date, last: date, scope: Scope, today: date) -> WhatChanged:
    """The open deals of the scope at the end of ``first`` against those at the end of ``last``.

    Who belongs to the scope is asked for each of the two days. Raises CockpitError where ``first`` is after ``last``
    or ``last`` after ``today``.
    """
    if first > last:
        raise CockpitError(tr("开始日 {first} 晚于结束日 {last}。", first=first, last=last))
    if last > today:
        raise CockpitError(tr("{day} 还没到。", day=last), tr("结束日不能晚于今天 {today}。", today=today))
    return _Comparison(connection, first, last, scope, today).result()


class _Comparison:
    def __init__(self, connection: sqlite3.Connection, first: date, last: date, scope: Scope, today: date) -> None:
        self.connection, self.scope = connection, scope
        self.first, self.last = first, last
        self.periods = tuple(Period(Month.of(day), Month.of(day), day, today) for day in (first, last))
        self.settings = read_settings(connection)
        self.roster: Roster = read_roster(connection)
        self.order = {
            stage: (pipeline, position)
            for stage, pipeline, position in connection.execute("SELECT id, pipeline_id, position FROM stages")
        }
        self.belongs = cache(lambda owner, day: self.roster.counts_in(scope, owner, day))

    def result(self) -> WhatChanged:
        before, after = self._open_on(self.periods[0], is_first=True), self._open_on(self.periods[1])
        mine_before, mine_after = self._mine(before, self.first), self._mine(after, self.last)
        unchanged = self._untouched([deal for deal, then in mine_after.items() if is_same(mine_before.get(deal), then)])
        left = self._leaving([deal for deal in mine_before if deal not in mine_after], after)
        came = self._coming([deal for deal in mine_after if deal not in mine_before], before)
        is_unchanged = set(unchanged)
        stayed = [
            deal
            for deal, row in mine_before.items()
            if deal in mine_after and (deal not in is_unchanged or row[WORTH] != row[WORTH + 1])
        ]
        pushes = pushes_of(self.connection, stayed, self.first, self.last)
        changes = [
            *(ChangedDeal(deal, (kind,), None, DealThen._make(mine_after[deal])) for deal, kind in came.items()),
            *(
                self._compare(DealThen._make(mine_before[deal]), DealThen._make(mine_after[deal]), pushes.get(deal))
                for deal in stayed
            ),
            *(ChangedDeal(deal, (kind,), DealThen._make(mine_before[deal]), None) for deal, kind in left.items()),
            *(ChangedDeal(deal, ("closed_within",), None, None) for deal in self._closed_within(after)),
        ]
        changes = [deal for deal in changes if deal.kinds]
        sums = {kind: Sum() for kind in KINDS}
        ids: dict[Kind, list[int]] = {kind: [] for kind in KINDS}
        for deal in changes:
            for kind in deal.kinds:
                ids[kind].append(deal.id)
                add_change(sums[kind], deal, kind)
        return WhatChanged(
            self.first, self.last, self.scope,
            start=_money("start", sum_open(mine_before.values()), open_rows(self.periods[0], self.scope)),
            end=_money("end", sum_open(mine_after.values()), open_rows(self.periods[1], self.scope)),
            terms={term: _money(term, sums[term], _rows_of(term, ids[term])) for term in TERMS},
            moves={move: _count(move, ids[move]) for move in MOVES},
            unchanged=_count("unchanged", unchanged),
            changes=changes,
            untouched=[DealThen._make(mine_after[deal]) for deal in unchanged],
        )  # fmt: skip

    # --- the two days -----------------------------------------------------------------------------------------

    def _open_on(self, period: Period, *, is_first: bool = False) -> dict[int, OpenRow]:
        """Every deal that was open at the end of the day, whoever owned it."""
        opened = open_deals_of(self.connection, period)
        at_last = home_amount(":last") if is_first else "NULL"
        return {
            row[0]: row
            for row in self.connection.execute(
                f"SELECT d.id, d.owner_id, d.stage_id, d.expected_close, d.amount, {IS_ESTIMATED},"
                f" {home_amount(':as_of')}, {at_last}"
                f" FROM ({opened.sql}) d LEFT JOIN products p ON p.id = d.product_id",
                {
                    **opened.parameters,
                    "currency": self.settings.currency,
                    "as_of": period.as_of.isoformat(),
                    "last": self.last.isoformat(),
                },
            )
        }

    def _mine(self, found: dict[int, OpenRow], day: date) -> dict[int, OpenRow]:
        """Those that belonged to the scope on the day."""
        if self.scope.kind == "all":
            return found
        told = day.isoformat()
        owners = {owner for owner in {row[1] for row in found.values()} if self.belongs(owner, told)}
        return {deal: row for deal, row in found.items() if row[1] in owners}

    def _untouched(self, deals: list[int]) -> list[int]:
        """Those without an entry in the history between; that a deal is there at all is no change of it."""
        found = self.connection.execute(
            "SELECT d.value FROM json_each(:deals) d WHERE NOT EXISTS (SELECT 1 FROM deal_history h"
            " WHERE h.deal_id = d.value AND h.effective_at >= :after AND h.effective_at < :until"
            " AND NOT (h.field = 'stage' AND h.old IS NULL)) ORDER BY d.value",
            {
                "deals": json.dumps(deals),
                "after": (self.first + ONE_DAY).isoformat(),
                "until": (self.last + ONE_DAY).isoformat(),
            },
        )
        return [row[0] for row in found]

    def _leaving(self, deals: list[int], after: Iterable[int]) -> dict[int, Term]:
        """Deals that were open in the scope and are not any more: won, lost, or with somebody else."""
        still_open = set(after)
        found: dict[int, Term] = {deal: "handed_over" for deal in deals if deal in still_open}
        closed = self._told(self.periods[1], [deal for deal in deals if deal not in still_open])
        for deal, owner, state_then, state, closed_on, _ in closed:
            # Whose closing it is, is asked on its day: as for won revenue.
            day = min(closed_on or self.last.isoformat(), self.last.isoformat())
            if not self.belongs(owner, day):
                found[deal] = "handed_over"
            else:
                # A file may bring the closing day later than the day: the history is then behind.
                found[deal] = "won" if (state_then if state_then != "open" else state) == "won" else "lost"
        return found

    def _coming(self, deals: list[int], before: Iterable[int]) -> dict[int, Term]:
        """Deals that are open in the scope and were not: created since, back, or from somebody else."""
        first, was_open = self.first.isoformat(), set(before)
        found: dict[int, Term] = {deal: "taken_over" for deal in deals if deal in was_open}
        for deal, owner, _, _, _, created_on in self._told(
            self.periods[0], [deal for deal in deals if deal not in was_open]
        ):
            if (created_on or "") > first:
                found[deal] = "new"
            else:
                found[deal] = "back" if self.belongs(owner, first) else "taken_over"
        return found

    def _told(self, period: Period, deals: list[int]) -> list[tuple[int, int | None, str, str, str | None, str | None]]:
        """(id, owner then, state then, state now, closed on, created on) of these deals at the end of a day."""
        owner, state = (told_then(column, is_past=period.is_past_view) for column in ("owner_id", "state"))
        return self.connection.execute(
            f"SELECT d.id, CAST({owner} AS INTEGER), {state}, d.state, d.closed_on, d.created_on"
            " FROM json_each(:deals) j CROSS JOIN deals d ON d.id = j.value",
            {"deals": json.dumps(deals), "after": (period.as_of + ONE_DAY).isoformat()},
        ).fetchall()

    def _closed_within(self, after: Iterable[int]) -> list[int]:
        """Deals of the scope that were created and closed between: on neither day they are open."""
        first, last, still_open = self.first.isoformat(), self.last.isoformat(), set(after)
        created = [
            deal
            for (deal,) in self.connection.execute(
                "SELECT id FROM deals WHERE created_on > :first AND created_on <= :last"
                " AND deleted_at IS NULL ORDER BY id",
                {"first": first, "last": last},
            )
            if deal not in still_open
        ]
        return [
            deal
            for deal, owner, _, _, closed_on, _ in self._told(self.periods[1], created)
            if self.belongs(owner, min(closed_on or last, last))
        ]

    # --- one deal ---------------------------------------------------------------------------------------------

    def _compare(self, before: DealThen, after: DealThen, pushes: Pushes | None) -> ChangedDeal:
        """A deal that was open in the scope on both days."""
        kinds: list[Kind] = []
        more = (after.worth or 0) - (before.worth_at_last or 0)
        has_rates = after.has_rate and (before.worth_at_last is not None or before.estimated)
        if not more and not has_rates:
            more = (after.amount or 0) - (before.amount or 0)
        if more:
            kinds.append("grown" if more > 0 else "shrunk")
        if (before.worth or 0) != (before.worth_at_last or 0):
            kinds.append("revalued")
        left, reached = (self.order.get(then.stage_id or 0) for then in (before, after))
        if left and reached and left != reached and left[0] == reached[0]:
            kinds.append("moved_on" if reached > left else "moved_back")
        if pushes and pushes.lately:
            kinds.append("pushed")
        if before.expected_close and after.expected_close and before.expected_close[:7] > after.expected_close[:7]:
            kinds.append("pulled_in")
        return ChangedDeal(after.id, tuple(kinds), before, after, pushes)


def _money(key: str, some: Sum, rows: RowsQuery) -> Figure:
    if some.count and some.without_amount + some.without_rate == some.count:
        reason = reasons.without_rate(some.without_rate) if some.without_rate else reasons.NO_AMOUNTS
        return Figure(key, "money", None, some.count, reason, rows=rows)
    notes = [
        note(n)
        for note, n in ((reasons.without_amount, some.without_amount), (reasons.without_rate, some.without_rate))
        if n
    ]
    return Figure(key, "money", some.amount, some.count, estimated=some.estimated, notes=tuple(notes), rows=rows)


def _count(key: str, deals: list[int]) -> Figure:
    return Figure(key, "count", len(deals), len(deals), rows=_rows_of(key, deals))


def _rows_of(name: str, deals: list[int]) -> RowsQuery:
    return RowsQuery(
        "deals", f"deals.id IN (SELECT value FROM json_each(:{name}_deals))", {f"{name}_deals": json.dumps(deals)}
    )
