"""The rules about deals that every query shares, as SQL: amount, rate, team at the time, open at a past day.

The deal is ``d`` in these fragments and its product ``p``.
"""

import json
from collections.abc import Mapping

from attrs import frozen

from cockpit.metrics.exchange import in_home_currency, is_home, rate_is_known
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Roster, Scope
from cockpit.model.deals import HISTORY_FIELDS
from cockpit.model.workdays import ONE_DAY

IS_ESTIMATED = "(d.amount IS NULL OR (d.amount = 0 AND d.state = 'lost'))"
"""The file gives no amount, or the 0 that CRMs write on lost deals: the product's list price stands in."""

OWN_CURRENCY_AMOUNT = f"CASE WHEN {IS_ESTIMATED} THEN p.list_price ELSE d.amount END"
"""Minor units of the deal's own currency, to show beside that currency; never to be added up."""


def home_amount(day: str) -> str:
    """The amount that counts: minor units of the store's currency at the rate of ``day``, an SQL expression.

    ``day`` is the closing day of a closed deal, and ``as_of`` of an open one. List prices are in the store's currency.
    NULL where there is neither amount nor list price, and where no rate is known.
    """
    exchanged = in_home_currency("d.amount", "d.currency", day)
    return f"CASE WHEN {IS_ESTIMATED} THEN p.list_price ELSE {exchanged} END"


def own_amount(day: str) -> str:
    """Like ``home_amount``, without list prices: what won revenue is made of."""
    return in_home_currency("d.amount", "d.currency", day)


def has_rate(day: str) -> str:
    """The condition that the deal's amount, if it has one, can be told in the store's currency on ``day``."""
    return f"({IS_ESTIMATED} OR {rate_is_known('d.currency', day)})"


def rate_state(day: str) -> str:
    """0 where ``has_rate`` does not hold, 2 where an amount in another currency was exchanged, else 1."""
    known = rate_is_known("d.currency", day)
    return f"CASE WHEN {IS_ESTIMATED} OR {is_home('d.currency')} THEN 1 WHEN {known} THEN 2 ELSE 0 END"


def team_at(person: str, day: str) -> str:
    """The id of the team of ``person`` on ``day`` (SQL expressions), as ``Roster.team_at`` finds it."""
    return (
        "(SELECT m.team_id FROM memberships m JOIN teams t ON t.id = m.team_id AND t.deleted_at IS NULL"
        " JOIN people o ON o.id = m.person_id AND o.deleted_at IS NULL"
        f" WHERE m.person_id = {person} AND coalesce(m.from_on, '') <= {day} AND coalesce(m.to_on, '9999') > {day}"
        " ORDER BY coalesce(m.from_on, '') DESC, m.id DESC LIMIT 1)"
    )


def in_scope(scope: Scope, person: str, day: str) -> tuple[str, dict[str, object]]:
    """A condition that ``person`` belongs to the scope on ``day`` (both SQL expressions), with its parameters."""
    if scope.kind == "all":
        return "1", {}
    if scope.kind == "person":
        return f"{person} = :scope", {"scope": scope.id}
    return f"{team_at(person, day)} = :scope", {"scope": scope.id}


def in_scope_of(roster: Roster, scope: Scope, person: str, day: str) -> tuple[str, dict[str, object]]:
    """``in_scope`` where the roster is known: of many rows only those of people who changed teams need a look at the
    day.
    """
    if scope.kind != "team":
        return in_scope(scope, person, day)
    always: list[int] = []
    sometimes: list[int] = []
    for number, stays in roster.memberships.items():
        if any(team == scope.id for _, _, team in stays):
            stayed = len(stays) == 1 and stays[0][:2] == ("", "9999")
            (always if stayed else sometimes).append(number)
    return (
        f"({person} IN (SELECT value FROM json_each(:always)) OR ({person} IN (SELECT value FROM json_each("
        f":sometimes)) AND {team_at(person, day)} = :scope))",
        {"always": json.dumps(always), "sometimes": json.dumps(sometimes), "scope": scope.id},
    )


def _replaced_later(field: str) -> str:
    """What the first change of ``field`` after ``:as_of`` replaced: "" for nothing, NULL where none came later.

    Every change keeps what it replaced, so one look into the history says what was there at the end of the day.
    """
    return (
        "CASE WHEN d.changed THEN (SELECT coalesce(h.old, '') FROM deal_history h WHERE h.deal_id = d.id"
        f" AND h.field = '{field}' AND h.effective_at >= :after ORDER BY h.effective_at, h.id LIMIT 1) END"
    )


@frozen
class OpenDeals:
    """The deals that were open at the end of ``as_of``, as a table for SQL.

    ``sql`` yields id, owner_id, stage_id, amount, state, currency, expected_close, product_id, account_id,
    forecast_category, created_on. Seen from today these are the deals as they stand; seen from a past day, owner,
    stage, amount, expected close and category come from the history. A stage can then be unknown (NULL): a deal that
    is closed by now says nothing about where it stood before.
    """

    sql: str
    parameters: Mapping[str, object]


def told_then(column: str, *, is_past: bool) -> str:
    """``column`` of a deal ``d``, open or not, as it was before ``:after``; as it is, where no past day is looked at.

    Text; to be cast where the column is a number.
    """
    if not is_past:
        return f"d.{column}"
    return (
        "nullif(coalesce((SELECT coalesce(h.old, '') FROM deal_history h WHERE h.deal_id = d.id"
        f" AND h.field = '{HISTORY_FIELDS[column]}' AND h.effective_at >= :after"
        f" ORDER BY h.effective_at, h.id LIMIT 1), d.{column}), '')"
    )


_SAME = "d.product_id, d.account_id, d.currency, d.created_on, d.state"
_LATER = "EXISTS (SELECT 1 FROM deal_history h WHERE h.deal_id = d.id AND h.effective_at >= :after)"
_STAGE_IF_OPEN = "CASE d.state WHEN 'open' THEN d.stage_id END"


def open_deals(period: Period) -> OpenDeals:
    """The deals open at ``period.as_of``.

    Most deals have not changed since: only for those with a later entry in the history it is looked through.
    """
    if not period.is_past_view:
        return OpenDeals(
            "SELECT d.id, d.owner_id, d.stage_id, d.amount, d.expected_close, d.forecast_category,"
            f" {_SAME} FROM deals d WHERE d.state = 'open' AND d.deleted_at IS NULL",
            {},
        )
    # The limits keep SQLite from merging the levels: it would look through the history once per use of a column.
    candidates = " UNION ALL ".join(
        f"SELECT d.id, d.owner_id, {_STAGE_IF_OPEN} AS stage_id, d.amount, d.expected_close, d.forecast_category,"
        f" {_SAME}, {_LATER} AS changed FROM deals d"
        f" WHERE {condition} AND d.deleted_at IS NULL AND coalesce(d.created_on, '') <= :as_of"
        for condition in ("d.state = 'open'", "d.closed_on > :as_of")
    )
    fields = {name: column for column, name in HISTORY_FIELDS.items()}
    later = ", ".join(f"{_replaced_later(field)} AS later_{column}" for field, column in fields.items())
    then = {
        name: f"CASE WHEN d.later_{column} IS NULL THEN d.{column} ELSE nullif(d.later_{column}, '') END"
        for name, column in fields.items()
    }
    return OpenDeals(
        f"SELECT d.id, CAST({then['owner']} AS INTEGER) AS owner_id, CAST({then['stage']} AS INTEGER) AS stage_id,"
        f" CAST({then['amount']} AS INTEGER) AS amount, {then['expected_close']} AS expected_close,"
        f" {then['forecast_category']} AS forecast_category, {_SAME}"
        f" FROM (SELECT d.*, {later} FROM (SELECT * FROM ({candidates}) LIMIT -1) d LIMIT -1) d"
        # Lost then, and come back since.
        " WHERE coalesce(d.later_state, '') NOT IN ('won', 'lost') LIMIT -1",
        {"as_of": period.as_of.isoformat(), "after": (period.as_of + ONE_DAY).isoformat()},
    )


def open_rows(period: Period, scope: Scope, condition: str = "1", **parameters: object) -> RowsQuery:
    """The open deals of a scope, as rows behind a figure; ``condition`` is about the columns of ``OpenDeals``."""
    opened = open_deals(period)
    place, scoped = in_scope(scope, "d.owner_id", ":as_of")
    where = f"deals.id IN (SELECT d.id FROM ({opened.sql}) d WHERE {place} AND ({condition}))"
    return RowsQuery("deals", where, {"as_of": period.as_of.isoformat(), **opened.parameters, **scoped, **parameters})


def closed_rows(period: Period, scope: Scope, condition: str) -> RowsQuery:
    """The deals closed in the period, as rows behind a figure; ``condition`` is about the columns of ``deals``."""
    place, scoped = in_scope(scope, "deals.owner_id", "deals.closed_on")
    where = (
        "deals.deleted_at IS NULL AND deals.closed_on >= :closed_from AND deals.closed_on < :closed_until"
        f" AND {condition} AND {place}"
    )
    bounds = {"closed_from": period.start.isoformat(), "closed_until": period.seen_until.isoformat()}
    return RowsQuery("deals", where, {**bounds, **scoped})


def in_pipeline(period: Period) -> tuple[str, dict[str, object]]:
    """The condition that an open deal belongs to the period's pipeline.

    Overdue deals belong to the cycle that ``as_of`` lies in, so not to one that has not begun.
    """
    if period.is_future:
        return "d.expected_close >= :start AND d.expected_close < :end", {
            "start": period.start.isoformat(),
            "end": period.end.isoformat(),
        }
    return "d.expected_close < :end", {"end": period.end.isoformat()}
