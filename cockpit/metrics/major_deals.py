"""The rolling view of major deals: what comes next, when, and what was done last."""

import sqlite3
from datetime import date

from attrs import evolve, frozen

from cockpit.metrics.deal_rules import IS_ESTIMATED, home_amount, in_scope, open_rows
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.past_days import open_deals_of
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Scope
from cockpit.metrics.settings import read_settings

LOG_LENGTH = 3
"""So many of the newest activities stand in a deal's log."""


@frozen
class LogEntry:
    """One activity: on which day, how, with whom, what was noted, by whom."""

    day: date
    kind: str
    met: str | None
    note: str
    person: str | None


@frozen
class MajorDeal:
    """An open deal that the manager marked as major. ``amount`` in minor units of the store's currency,
    ``estimated`` from the list price.

    ``log`` holds the newest activities first. ``has_next_step``: one is written down and its day has not passed.
    ``state`` is how the deal stands now: one that was open in a past cycle may be won or lost since.
    """

    deal_id: int
    name: str
    account: str | None
    owner: str | None
    stage: str | None
    state: str
    amount: int | None
    estimated: bool
    next_step: str
    next_step_on: date | None
    has_next_step: bool
    is_overdue: bool
    log: tuple[LogEntry, ...]


@frozen
class MajorDeals:
    """The first of them, those without a next step first, then the soonest; how many there are, and their rows."""

    deals: list[MajorDeal]
    count: int
    without_next_step: int
    rows: RowsQuery
    rows_without: RowsQuery


_WITHOUT = "(deals.state = 'open' AND (coalesce(deals.next_step, '') = '' OR deals.next_step_on < :today))"
"""A step whose day has passed is none; a deal that is closed by now needs none."""


def major_deals(connection: sqlite3.Connection, period: Period, scope: Scope, limit: int | None = None) -> MajorDeals:
    """Major deals open at ``as_of``; next steps are those of today, as no history of them is kept."""
    today = period.today.isoformat()
    opened, as_of = open_deals_of(connection, period), period.as_of.isoformat()
    place, scoped = in_scope(scope, "d.owner_id", ":as_of")
    amount, currency = home_amount(":as_of"), read_settings(connection).currency
    parameters: dict[str, object] = {**opened.parameters, **scoped, "as_of": as_of, "today": today}
    found = connection.execute(
        f"""
        SELECT d.id, deals.name, a.name, o.name, s.name, deals.state, {amount}, {IS_ESTIMATED},
               coalesce(deals.next_step, ''), deals.next_step_on, NOT {_WITHOUT} AS has_step, count(*) OVER (),
               sum({_WITHOUT}) OVER ()
        FROM ({opened.sql}) d JOIN deals ON deals.id = d.id LEFT JOIN products p ON p.id = d.product_id
        LEFT JOIN accounts a ON a.id = d.account_id LEFT JOIN people o ON o.id = d.owner_id
        LEFT JOIN stages s ON s.id = d.stage_id
        WHERE deals.is_major = 1 AND {place}
        ORDER BY has_step, deals.state <> 'open', CASE WHEN has_step THEN coalesce(deals.next_step_on, '9999') END,
                 coalesce({amount}, 0) DESC, d.id
        LIMIT :rows
        """,
        {**parameters, "currency": currency, "rows": -1 if limit is None else limit},
    ).fetchall()
    deals = [
        MajorDeal(
            deal_id=deal,
            name=name,
            account=account,
            owner=owner,
            stage=stage,
            state=state,
            amount=amount,
            estimated=bool(estimated) and amount is not None,
            next_step=step,
            next_step_on=date.fromisoformat(step_on) if step_on else None,
            has_next_step=bool(has_step),
            is_overdue=bool(step) and not has_step,
            log=_log(connection, deal, as_of),
        )
        for deal, name, account, owner, stage, state, amount, estimated, step, step_on, has_step, _, _ in found
    ]
    count, without = found[0][11:13] if found else (0, 0)
    everything = open_rows(period, scope)
    rows = evolve(everything, where=f"{everything.where} AND deals.is_major = 1")
    return MajorDeals(
        deals,
        count,
        without,
        rows,
        evolve(rows, where=f"{rows.where} AND {_WITHOUT}", parameters={**rows.parameters, "today": today}),
    )


def _log(connection: sqlite3.Connection, deal: int, as_of: str) -> tuple[LogEntry, ...]:
    return tuple(
        LogEntry(date.fromisoformat(day), kind, met or None, note, person)
        for day, kind, met, note, person in connection.execute(
            "SELECT a.happened_on, a.kind, a.met, a.note, o.name FROM activities a LEFT JOIN people o"
            " ON o.id = a.person_id WHERE a.deal_id = ? AND a.happened_on <= ? AND a.deleted_at IS NULL"
            " ORDER BY a.happened_on DESC, a.id DESC LIMIT ?",
            (deal, as_of, LOG_LENGTH),
        )
    )
