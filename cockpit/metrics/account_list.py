"""The list of accounts: filtered and sorted, its rows read as they come into sight.

What a row says of its deals and activities is read for the rows in sight only. To sort and filter by it, it has to be
known of all accounts: ``read_values`` works that out once, and whoever shows the list keeps it.
"""

import json
import sqlite3
from array import array
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from attrs import frozen

from cockpit.metrics.deal_rules import IS_ESTIMATED, home_amount, in_scope_of, own_amount
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.past_days import open_deals_of
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import WHOLE_TEAM, Scope, read_roster
from cockpit.metrics.settings import read_settings
from cockpit.metrics.tiers import Tier, tiers, won_months
from cockpit.metrics.word_search import search_words


@frozen
class AccountFilter:
    """What the list shows; rows behind a figure are looked at whatever the scope is.

    ``quiet_days``: without an activity for so many days, or without any at all.
    """

    text: str = ""
    tier: Tier | None = None
    owner_id: int | None = None
    industry: str | None = None
    region: str | None = None
    key_only: bool = False
    quiet_days: int | None = None
    rows: RowsQuery | None = None

    @property
    def ignores_scope(self) -> bool:
        """Whether it shows what it shows whoever owns it."""
        return self.rows is not None

    @property
    def needs_values(self) -> bool:
        """Whether it asks for what is worked out of all accounts."""
        return self.tier is not None or self.quiet_days is not None


@frozen
class Looking:
    """From where the list is looked at: scope, cycle and day, and the one person that is shown behind the shield."""

    scope: Scope
    period: Period
    only_person: int | None = None


@frozen
class AccountFigures:
    """Of one account what ``AccountRow`` says of its deals and activities."""

    won: int
    won_deals: int
    open: int
    open_deals: int
    open_estimated: int
    last_on: str | None


@frozen
class AccountValue(AccountFigures):
    """With the tier in force, which depends on all accounts."""

    tier: Tier


AccountValues = Mapping[int, AccountValue]


@frozen
class AccountRow:
    """A line of the list. Money in minor units: ``open`` at the day looked at, ``won`` in the 12 cycles before it.

    ``last_on`` is the ISO day of the newest activity, the account's own or through a deal.
    """

    id: int
    name: str
    owner_id: int | None
    owner: str | None
    parent: str | None
    industry: str | None
    region: str | None
    is_key: bool
    tier_by_hand: Tier | None
    open: int
    open_deals: int
    open_estimated: int
    """The part of ``open`` that comes from list prices."""
    won: int
    won_deals: int
    last_on: str | None


@frozen
class AccountChoices:
    """What the fields of accounts may be: owners (id, name), of the scope as well; industries and regions in use."""

    owners: tuple[tuple[int, str], ...]
    scope_owners: tuple[tuple[int, str], ...]
    industries: tuple[str, ...]
    regions: tuple[str, ...]
    any_account: bool


_COLUMNS = {"is_key": "a.is_key", "industry": "a.industry", "region": "a.region"}
_BY_NAME = "coalesce(nullif({0}.pinyin, ''), {0}.name)"
_NAMED = {
    "name": (_BY_NAME.format("a"), ""),
    "owner": (_BY_NAME.format("o"), "LEFT JOIN people o ON o.id = a.owner_id AND o.deleted_at IS NULL"),
    "parent": (_BY_NAME.format("u"), "LEFT JOIN accounts u ON u.id = a.parent_id AND u.deleted_at IS NULL"),
}
BY_VALUES = ("tier", "open", "won", "last_on", "quiet_days")
"""Columns that are sorted by what is worked out of all accounts."""

FEW = 500
"""Of so many accounts the rows themselves are read to sort them: quicker than to work out the values of all."""

SORTABLE = frozenset((*_COLUMNS, *_NAMED, *BY_VALUES))


def find_accounts(
    connection: sqlite3.Connection,
    wanted: AccountFilter,
    looking: Looking,
    sort: str = "name",
    *,
    descending: bool = False,
    values: AccountValues | None = None,
) -> "array[int]":
    """The ids of all accounts that the filter lets through, in the order to show; what has no value stands last.

    ``values`` as ``read_values`` gives them; they are worked out here where they are needed and not given.
    """
    where, parameters = _conditions(connection, wanted, looking)
    key, joined = _NAMED.get(sort) or (_COLUMNS.get(sort, _NAMED["name"][0]), "")
    falls = descending and sort not in BY_VALUES
    found = connection.execute(
        f"SELECT a.id FROM accounts a {joined} WHERE {where}"
        f" ORDER BY {key} IS NULL, {key} {'DESC' if falls else 'ASC'}, {_NAMED['name'][0]}, a.id",
        parameters,
    )
    ids = array("q", chain.from_iterable(found))
    if sort not in BY_VALUES and not wanted.needs_values:
        return ids
    if values is None:
        if len(ids) <= FEW and sort != "tier" and not wanted.needs_values:
            return _by_value(ids, sort, descending, read_account_rows(connection, ids, looking.period))
        values = read_values(connection, looking.period, WHOLE_TEAM if wanted.ignores_scope else looking.scope)
    if wanted.needs_values:
        ids = array("q", (number for number in ids if _has_value(values.get(number), wanted, looking)))
    return _by_value(ids, sort, descending, values) if sort in BY_VALUES else ids


def _has_value(value: AccountValue | None, wanted: AccountFilter, looking: Looking) -> bool:
    if value is None:
        return False
    if wanted.tier is not None and value.tier != wanted.tier:
        return False
    if wanted.quiet_days is None or value.last_on is None:
        return True
    return (looking.period.as_of - looking.period.as_of.fromisoformat(value.last_on)).days >= wanted.quiet_days


def _by_value(
    ids: "array[int]", sort: str, descending: bool, values: Mapping[int, AccountValue | AccountRow]
) -> "array[int]":
    """The sort is stable, so equal ones stand by name. Days since the last activity run against its day, and who was
    never spoken to waits longest."""
    since = sort == "quiet_days"
    name, falls = ("last_on", not descending) if since else (sort, descending)

    def key(number: int) -> Any:
        return getattr(values[number], name) if number in values else None

    known = sorted((number for number in ids if key(number) is not None), key=key, reverse=falls)
    missing = [number for number in ids if key(number) is None]
    return array("q", missing + known if since and descending else known + missing)


def _conditions(
    connection: sqlite3.Connection, wanted: AccountFilter, looking: Looking
) -> tuple[str, dict[str, object]]:
    """What an account ``a`` has to fulfil, and the parameters."""
    conditions = ["a.deleted_at IS NULL"]
    parameters: dict[str, object] = {"as_of": looking.period.as_of.isoformat()}
    if wanted.rows is not None:
        # A statement of its own: the names of its parameters are its own as well.
        behind = connection.execute(wanted.rows.ids_sql(), dict(wanted.rows.parameters))
        conditions.append("a.id IN (SELECT value FROM json_each(:behind))")
        parameters["behind"] = json.dumps([row[0] for row in behind])
    if looking.only_person is not None:
        conditions.append("a.owner_id = :only")
        parameters["only"] = looking.only_person
    elif not wanted.ignores_scope:
        place, scoped = in_scope_of(read_roster(connection), looking.scope, "a.owner_id", ":as_of")
        conditions.append(place)
        parameters |= scoped
    for column, value in (
        ("owner_id", wanted.owner_id), ("industry", wanted.industry), ("region", wanted.region),
        ("is_key", 1 if wanted.key_only else None),
    ):  # fmt: skip
        if value is not None:
            conditions.append(f"a.{column} = :wanted_{column}")
            parameters[f"wanted_{column}"] = value
    for word in search_words(wanted.text):
        conditions.append(
            f"({word.named('a.')} OR {word.inside('a.external_id')}"
            f" OR a.owner_id IN (SELECT id FROM people WHERE {word.named()})"
            f" OR a.parent_id IN (SELECT id FROM accounts WHERE {word.named()}))"
        )
        parameters |= word.parameters
    return " AND ".join(conditions), parameters


_ESTIMATED = f"sum(CASE WHEN {IS_ESTIMATED} THEN p.list_price END)"
_WON = "d.state = 'won' AND d.deleted_at IS NULL AND d.closed_on >= :since AND d.closed_on < :until"
_MINE = "{account} IN (SELECT value FROM json_each(:ids))"
_LAST = f"""
SELECT account_id, max(happened_on) FROM (
    SELECT x.account_id, max(x.happened_on) AS happened_on FROM activities x
    WHERE x.deleted_at IS NULL AND x.happened_on <= :as_of AND {_MINE.format(account="x.account_id")} GROUP BY 1
    UNION ALL
    SELECT d.account_id, x.happened_on FROM deals d CROSS JOIN activities x ON x.deal_id = d.id
    WHERE d.deleted_at IS NULL AND x.deleted_at IS NULL AND x.happened_on <= :as_of
      AND {_MINE.format(account="d.account_id")})
GROUP BY account_id
"""


def read_account_rows(
    connection: sqlite3.Connection, ids: Sequence[int], period: Period, values: AccountValues | None = None
) -> dict[int, AccountRow]:
    """These accounts by id, as they were seen at the day of the period; what is no longer there is left out.

    What is in ``values`` is not worked out again.
    """
    listed = json.dumps(list(ids))
    known: Mapping[int, AccountFigures] = _read_figures(connection, listed, period) if values is None else values
    nothing = AccountFigures(0, 0, 0, 0, 0, None)
    found = {}
    for number, name, owner_id, owner, parent, industry, region, is_key, tier in connection.execute(
        "SELECT a.id, a.name, a.owner_id, o.name, u.name, a.industry, a.region, a.is_key, a.tier_by_hand"
        " FROM json_each(?) j CROSS JOIN accounts a ON a.id = j.value AND a.deleted_at IS NULL"
        " LEFT JOIN people o ON o.id = a.owner_id AND o.deleted_at IS NULL"
        " LEFT JOIN accounts u ON u.id = a.parent_id AND u.deleted_at IS NULL",
        (listed,),
    ):
        of = known.get(number, nothing)
        found[number] = AccountRow(
            number, name, owner_id, owner, parent, industry, region, bool(is_key), tier, of.open, of.open_deals,
            of.open_estimated, of.won, of.won_deals, of.last_on,
        )  # fmt: skip
    return found


def _read_figures(connection: sqlite3.Connection, listed: str, period: Period) -> dict[int, AccountFigures]:
    """Of a few accounts, listed as JSON."""
    opened = open_deals_of(connection, period)
    parameters = {
        "ids": listed, "as_of": period.as_of.isoformat(), **won_months(period),
        "currency": read_settings(connection).currency,
    }  # fmt: skip
    open_: dict[int, tuple[int, int, int]] = {
        number: (amount or 0, count, estimated or 0)
        for number, amount, count, estimated in connection.execute(
            f"SELECT d.account_id, sum({home_amount(':as_of')}), count(*), {_ESTIMATED} FROM ({opened.sql}) d"
            f" LEFT JOIN products p ON p.id = d.product_id WHERE {_MINE.format(account='d.account_id')} GROUP BY 1",
            {**opened.parameters, **parameters},
        )
    }
    won: dict[int, tuple[int, int]] = {
        number: (amount or 0, count)
        for number, amount, count in connection.execute(
            f"SELECT d.account_id, sum({own_amount('d.closed_on')}), count(*) FROM deals d"
            f" WHERE {_MINE.format(account='d.account_id')} AND {_WON} GROUP BY 1",
            parameters,
        )
    }
    last: dict[int, str] = dict(connection.execute(_LAST, parameters))
    return {
        number: AccountFigures(*won.get(number, (0, 0)), *open_.get(number, (0, 0, 0)), last.get(number))
        for number in {*open_, *won, *last}
    }


_LAST_OF_ALL = """
WITH found AS MATERIALIZED (
    SELECT a.id,
           coalesce((SELECT x.happened_on FROM activities x WHERE x.account_id = a.id AND x.deleted_at IS NULL
                     AND x.happened_on <= :as_of ORDER BY x.happened_on DESC LIMIT 1), '') AS own,
           coalesce((SELECT max((SELECT max(x.happened_on) FROM activities x
                                 WHERE x.deal_id = d.id AND x.happened_on <= :as_of))
                     FROM deals d WHERE d.account_id = a.id), '') AS at_most
    FROM accounts a WHERE a.deleted_at IS NULL
)
SELECT id, CASE WHEN at_most <= own THEN own ELSE max(own, coalesce((
    SELECT max(x.happened_on) FROM deals d CROSS JOIN activities x ON x.deal_id = d.id
    WHERE d.account_id = found.id AND d.deleted_at IS NULL AND x.deleted_at IS NULL AND x.happened_on <= :as_of), ''))
    END FROM found
"""
"""What deals bring at most is read from the index alone; only where that is later than the account's own is looked at
whether deal and activity are still there."""


def read_values(connection: sqlite3.Connection, period: Period, scope: Scope) -> dict[int, AccountValue]:
    """Of every account of the scope: what the list is sorted and filtered by beside its own fields."""
    last: dict[int, str] = dict(connection.execute(_LAST_OF_ALL, {"as_of": period.as_of.isoformat()}))
    opened = open_deals_of(connection, period)
    counts: dict[int, tuple[int, int]] = {
        number: (count, estimated or 0)
        for number, count, estimated in connection.execute(
            f"SELECT d.account_id, count(*), {_ESTIMATED} FROM ({opened.sql}) d"
            " LEFT JOIN products p ON p.id = d.product_id WHERE d.account_id IS NOT NULL GROUP BY 1",
            opened.parameters,
        )
    }
    wins: dict[int, int] = dict(
        connection.execute(
            f"SELECT d.account_id, count(*) FROM deals d WHERE {_WON} AND d.account_id IS NOT NULL GROUP BY 1",
            won_months(period),
        )
    )
    return {
        found.account_id: AccountValue(
            found.won,
            wins.get(found.account_id, 0),
            found.open,
            *counts.get(found.account_id, (0, 0)),
            last.get(found.account_id) or None,
            found.tier,
        )
        for found in tiers(connection, period, scope)
    }


def read_account_choices(connection: sqlite3.Connection, looking: Looking) -> AccountChoices:
    """Behind the shield only the one person is offered."""
    roster, as_of = read_roster(connection), looking.period.as_of.isoformat()
    here = tuple(
        (person.id, person.name)
        for person in sorted(roster.people.values(), key=lambda person: (person.pinyin or person.name, person.id))
        if not (person.left_on and person.left_on < as_of) and looking.only_person in (None, person.id)
    )
    industries, regions = (
        tuple(
            row[0]
            for row in connection.execute(
                f"SELECT DISTINCT {column} FROM accounts WHERE {column} IS NOT NULL AND {column} <> ''"
                f" AND deleted_at IS NULL ORDER BY {column}"
            )
        )
        for column in ("industry", "region")
    )
    return AccountChoices(
        here,
        tuple(owner for owner in here if roster.counts_in(looking.scope, owner[0], as_of)),
        industries,
        regions,
        connection.execute("SELECT 1 FROM accounts WHERE deleted_at IS NULL LIMIT 1").fetchone() is not None,
    )
