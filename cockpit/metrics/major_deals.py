"""The rolling view of major deals: what comes next, when, and what was done or written last."""

import sqlite3
from datetime import date, timedelta

from attrs import evolve, frozen

from cockpit.metrics.deal_log import read_put_off
from cockpit.metrics.deal_rules import IS_ESTIMATED, home_amount, in_scope, open_rows
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.past_days import open_deals_of
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Scope
from cockpit.metrics.settings import read_settings

LOG_LENGTH = 3
"""So many of the newest lines stand in a deal's log."""


@frozen
class LogEntry:
    """What was written on a day (``kind`` ""), or one activity: how, with whom, what was noted, by whom."""

    day: date
    kind: str
    met: str | None
    note: str
    person: str | None


@frozen
class MajorDeal:
    """An open deal that the manager marked as major. ``amount`` in minor units of the store's currency,
    ``estimated`` from the list price.

    ``log`` holds what was written and done, the newest first. ``has_next_step``: one is written down and its day has
    not passed; ``put_off``: so often it was given a later day. ``is_silent``: nothing was written or done for long.
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
    put_off: int
    is_silent: bool
    log: tuple[LogEntry, ...]


@frozen
class MajorDeals:
    """The first of them, those without a next step first, then the soonest; how many there are, and their rows.

    ``without_next_step`` are those without a step to come, of which ``overdue`` have one whose day has passed.
    ``silent`` are those about which nothing was written or done for ``silent_days`` days up to ``as_of``.
    """

    deals: list[MajorDeal]
    count: int
    without_next_step: int
    overdue: int
    silent: int
    silent_days: int
    rows: RowsQuery
    rows_without: RowsQuery
    rows_overdue: RowsQuery
    rows_silent: RowsQuery


_LATE = "deals.next_step_on < :today"
_OVERDUE = f"(deals.state = 'open' AND coalesce(deals.next_step, '') <> '' AND {_LATE})"
_WITHOUT = f"(deals.state = 'open' AND (coalesce(deals.next_step, '') = '' OR coalesce({_LATE}, 0)))"
"""A step whose day has passed is none, one without a day is one; a deal that is closed by now needs none."""
_SILENT = (
    "(deals.state = 'open' AND coalesce(deals.created_on, '') <= :silent_since"
    " AND NOT EXISTS (SELECT 1 FROM deal_log l WHERE l.deal_id = deals.id AND l.written_on > :silent_since"
    " AND l.written_on <= :as_of AND l.deleted_at IS NULL)"
    " AND NOT EXISTS (SELECT 1 FROM activities t WHERE t.deal_id = deals.id AND t.happened_on > :silent_since"
    " AND t.happened_on <= :as_of AND t.deleted_at IS NULL))"
)
"""Who was met is as good as what was written; a deal that is younger than the days asked for has not been silent."""


def major_deals(connection: sqlite3.Connection, period: Period, scope: Scope, limit: int | None = None) -> MajorDeals:
    """Major deals open at ``as_of``; next steps are those of today, as no history of them is kept."""
    today = period.today.isoformat()
    opened, as_of = open_deals_of(connection, period), period.as_of.isoformat()
    place, scoped = in_scope(scope, "d.owner_id", ":as_of")
    settings, amount = read_settings(connection), home_amount(":as_of")
    silent_days = settings.key_account_days
    silent_since = (period.as_of - timedelta(days=silent_days)).isoformat()
    parameters: dict[str, object] = {
        **opened.parameters, **scoped, "as_of": as_of, "today": today, "silent_since": silent_since,
    }  # fmt: skip
    found = connection.execute(
        f"""
        SELECT d.id, deals.name, a.name, o.name, s.name, deals.state, {amount}, {IS_ESTIMATED},
               coalesce(deals.next_step, ''), deals.next_step_on, NOT {_WITHOUT} AS has_step, {_SILENT} AS silent,
               count(*) OVER (), sum({_WITHOUT}) OVER (), sum({_OVERDUE}) OVER (), sum({_SILENT}) OVER ()
        FROM ({opened.sql}) d JOIN deals ON deals.id = d.id LEFT JOIN products p ON p.id = d.product_id
        LEFT JOIN accounts a ON a.id = d.account_id LEFT JOIN people o ON o.id = d.owner_id
        LEFT JOIN stages s ON s.id = d.stage_id
        WHERE deals.is_major = 1 AND {place}
        ORDER BY has_step, deals.state <> 'open', CASE WHEN has_step THEN coalesce(deals.next_step_on, '9999') END,
                 coalesce({amount}, 0) DESC, d.id
        LIMIT :rows
        """,
        {**parameters, "currency": settings.currency, "rows": -1 if limit is None else limit},
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
            put_off=read_put_off(connection, deal),
            is_silent=bool(silent),
            log=_log(connection, deal, as_of),
        )
        for deal, name, account, owner, stage, state, amount, estimated, step, step_on, has_step, silent, *_ in found
    ]
    count, without, overdue, silent = found[0][12:] if found else (0, 0, 0, 0)
    everything = open_rows(period, scope)
    rows = evolve(everything, where=f"{everything.where} AND deals.is_major = 1")

    def those(condition: str, **values: object) -> RowsQuery:
        return evolve(rows, where=f"{rows.where} AND {condition}", parameters={**rows.parameters, **values})

    return MajorDeals(
        deals,
        count,
        without,
        overdue,
        silent,
        silent_days,
        rows,
        those(_WITHOUT, today=today),
        those(_OVERDUE, today=today),
        those(_SILENT, silent_since=silent_since),
    )


def _log(connection: sqlite3.Connection, deal: int, as_of: str) -> tuple[LogEntry, ...]:
    return tuple(
        LogEntry(date.fromisoformat(day), kind, met or None, note, person)
        for day, kind, met, note, person in connection.execute(
            """
            SELECT * FROM (SELECT written_on, '', NULL, text, NULL FROM deal_log
                WHERE deal_id = :deal AND written_on <= :as_of AND deleted_at IS NULL
                ORDER BY written_on DESC, id DESC LIMIT :length)
            UNION ALL
            SELECT * FROM (SELECT a.happened_on, a.kind, a.met, a.note, o.name FROM activities a
                LEFT JOIN people o ON o.id = a.person_id
                WHERE a.deal_id = :deal AND a.happened_on <= :as_of AND a.deleted_at IS NULL
                ORDER BY a.happened_on DESC, a.id DESC LIMIT :length)
            ORDER BY 1 DESC LIMIT :length
            """,
            {"deal": deal, "as_of": as_of, "length": LOG_LENGTH},
        )
    )
