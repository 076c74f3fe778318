"""The list of deals: filtered, sorted and summed in SQL, its rows read as they come into sight."""

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain
from typing import Any, Literal

from attrs import frozen

from cockpit.metrics.deal_rules import IS_ESTIMATED, home_amount, in_scope_of
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import WHOLE_TEAM, Roster, Scope, read_roster
from cockpit.metrics.settings import read_settings
from cockpit.metrics.stalled import stalled_query
from cockpit.metrics.word_search import WordSearch, search_words
from cockpit.model.cycles import Month
from cockpit.model.deals import DealState

ListState = Literal["open", "won", "lost", "all"]
When = Literal["any", "expected", "closed", "created"]
"""Which of a deal's days has to lie in the cycle."""


@frozen
class DealFilter:
    """What the list shows. Rows behind a figure and the deals of an account are looked at whatever the scope is."""

    text: str = ""
    state: ListState = "open"
    stage: str | None = None
    owner_id: int | None = None
    when: When = "any"
    stalled: bool = False
    overdue: bool = False
    account_id: int | None = None
    rows: RowsQuery | None = None

    @property
    def ignores_scope(self) -> bool:
        """Whether it shows what it shows whoever owns it."""
        return self.rows is not None or self.account_id is not None


@frozen
class Looking:
    """From where the list is looked at: scope, cycle, today, and the one person that is shown behind the shield."""

    scope: Scope
    month: Month
    today: str
    only_person: int | None = None


@frozen
class CurrencySum:
    """The deals of one currency: how many, the sum of their own amounts, and what list prices stand in for.

    Money in minor units. ``estimated`` comes from ``without_amount`` deals that have no amount of their own; these are
    under the store's currency, as list prices are.
    """

    currency: str
    count: int
    amount: int
    without_amount: int
    estimated: int


@frozen
class DealRow:
    """A line of the list, as stored: days ISO, money in minor units. ``list_price`` stands in for a missing amount."""

    id: int
    name: str
    account: str | None
    owner_id: int | None
    owner: str | None
    stage_id: int
    stage: str
    state: DealState
    amount: int | None
    currency: str | None
    list_price: int | None
    expected_close: str | None
    closed_on: str | None
    next_step: str | None
    next_step_on: str | None
    forecast_category: str | None
    is_major: bool
    created_on: str | None
    entered_on: str | None
    product: str | None
    lost_reason: str | None
    account_id: int | None


SORTS: dict[str, str] = {
    "name": "d.name",
    "amount": home_amount("coalesce(d.closed_on, :today)"),
    "expected_close": "d.expected_close",
    "closed_on": "d.closed_on",
    "created_on": "d.created_on",
    "next_step": "d.next_step",
    "next_step_on": "d.next_step_on",
    "forecast_category": (
        "CASE d.forecast_category WHEN 'commit' THEN 1 WHEN 'best_case' THEN 2 WHEN 'pipeline' THEN 3"
        " WHEN 'omitted' THEN 4 END"
    ),
    "is_major": "d.is_major",
    "lost_reason": "d.lost_reason",
}
"""Column -> what it is sorted by. What has no value stands last both ways."""

_RANKS: dict[str, tuple[str, str]] = {
    "account": ("account_id", "SELECT id FROM accounts ORDER BY coalesce(nullif(pinyin, ''), name), id"),
    "owner": ("owner_id", "SELECT id FROM people ORDER BY coalesce(nullif(pinyin, ''), name), id"),
    "stage": ("stage_id", "SELECT id FROM stages ORDER BY position, pipeline_id"),
}
"""Columns whose order is that of another table. To put deals into its order takes a quarter of sorting them by it."""

_MANY_VALUES = frozenset({"name", "amount", "next_step"})
"""Columns in which nearly every deal has a value of its own: SQL sorts them best."""

SORTABLE = frozenset(SORTS) | frozenset(_RANKS)

_JOINS = {
    "a": "LEFT JOIN accounts a ON a.id = d.account_id",
    "o": "LEFT JOIN people o ON o.id = d.owner_id",
    "s": "JOIN stages s ON s.id = d.stage_id",
    "p": "LEFT JOIN products p ON p.id = d.product_id",
}


def find_deals(
    connection: sqlite3.Connection,
    wanted: DealFilter,
    looking: Looking,
    sort: str = "expected_close",
    *,
    descending: bool = False,
) -> "array[int]":
    """The ids of all deals that the filter lets through, in the order to show, in one query."""
    where, parameters = _conditions(connection, wanted, looking)
    parameters["currency"] = read_settings(connection).currency
    if sort in _RANKS:
        return _ranked(connection, where, parameters, *_RANKS[sort], descending)
    key = SORTS[sort]
    if sort not in _MANY_VALUES:
        return _grouped(connection, where, parameters, key, descending)
    product = _JOINS["p"] if "p." in key else ""
    order = f"{key} IS NULL, {key} {'DESC' if descending else 'ASC'}, d.id"
    found = connection.execute(f"SELECT d.id FROM deals d {product} WHERE {where} ORDER BY {order}", parameters)
    return array("q", chain.from_iterable(found))


def _ranked(
    connection: sqlite3.Connection, where: str, parameters: dict[str, object], column: str, order: str, descending: bool
) -> "array[int]":
    ranked = [row[0] for row in connection.execute(order)]
    places: dict[int | None, list[int]] = {number: [] for number in (reversed(ranked) if descending else ranked)}
    nowhere: list[int] = []
    for number, other in connection.execute(f"SELECT d.id, d.{column} FROM deals d WHERE {where}", parameters):
        places.get(other, nowhere).append(number)
    return array("q", chain(*(sorted(found) for found in places.values()), sorted(nowhere)))


def _grouped(
    connection: sqlite3.Connection, where: str, parameters: dict[str, object], key: str, descending: bool
) -> "array[int]":
    """Few values among many deals: put the deals of each together, and sort the values only."""
    groups: defaultdict[Any, list[int]] = defaultdict(list)
    for number, value in connection.execute(f"SELECT d.id, {key} FROM deals d WHERE {where}", parameters):
        groups[value].append(number)
    nowhere = groups.pop(None, [])
    return array("q", chain(*(sorted(groups[value]) for value in sorted(groups, reverse=descending)), sorted(nowhere)))


def sum_found(connection: sqlite3.Connection, wanted: DealFilter, looking: Looking) -> tuple[CurrencySum, ...]:
    """The sums of all deals that the filter lets through, by currency, the store's own first."""
    return _sums(connection, *_conditions(connection, wanted, looking))


def sum_deals(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[CurrencySum, ...]:
    """The sums of these deals, e.g. of a selection."""
    return _sums(connection, "d.id IN (SELECT value FROM json_each(:ids))", {"ids": json.dumps(list(ids))})


def stages_of(connection: sqlite3.Connection, ids: Sequence[int]) -> frozenset[int]:
    """The stages in which these deals stand."""
    found = connection.execute(
        "SELECT DISTINCT stage_id FROM deals WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
    )
    return frozenset(row[0] for row in found)


def read_deal_rows(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, DealRow]:
    """These deals by id; what is no longer in the store is left out."""
    found = connection.execute(
        f"""
        SELECT d.id, d.name, a.name, d.owner_id, o.name, d.stage_id, s.name, d.state, d.amount, d.currency,
               CASE WHEN {IS_ESTIMATED} THEN p.list_price END, d.expected_close, d.closed_on, d.next_step,
               d.next_step_on, d.forecast_category, d.is_major, d.created_on,
               CASE WHEN d.state = 'open' THEN coalesce(
                   (SELECT substr(h.effective_at, 1, 10) FROM deal_history h
                    WHERE h.deal_id = d.id AND h.field = 'stage' ORDER BY h.effective_at DESC, h.id DESC LIMIT 1),
                   d.created_on) END,
               p.name, d.lost_reason, d.account_id
        FROM json_each(:ids) j CROSS JOIN deals d ON d.id = j.value {_JOINS["s"]} {_JOINS["a"]} {_JOINS["o"]}
        {_JOINS["p"]}
        """,
        {"ids": json.dumps(list(ids))},
    )
    return {row[0]: DealRow(*row) for row in found}


def stalled_deals(connection: sqlite3.Connection, today: str) -> frozenset[int]:
    """The open deals that stay in their stage for longer than they may, today."""
    return frozenset(_stalled(connection, today, read_roster(connection)))


def _stalled(connection: sqlite3.Connection, today: str, roster: Roster) -> list[int]:
    month = Month.parse(today[:7])
    period = Period.of(month, month.start.fromisoformat(today))
    rows = stalled_query(connection, period, roster).rows(WHOLE_TEAM)
    return [row[0] for row in connection.execute(rows.ids_sql(), dict(rows.parameters))]


def _conditions(connection: sqlite3.Connection, wanted: DealFilter, looking: Looking) -> tuple[str, dict[str, object]]:
    """What a deal ``d`` has to fulfil, and the parameters."""
    roster = read_roster(connection)
    conditions = ["d.deleted_at IS NULL"]
    parameters: dict[str, object] = {"today": looking.today}
    if wanted.rows is not None:
        # A statement of its own: the names of its parameters are its own as well.
        behind = connection.execute(wanted.rows.ids_sql(), dict(wanted.rows.parameters))
        conditions.append("d.id IN (SELECT value FROM json_each(:behind))")
        parameters["behind"] = json.dumps([row[0] for row in behind])
    if looking.only_person is not None:
        conditions.append("d.owner_id = :only")
        parameters["only"] = looking.only_person
    elif not wanted.ignores_scope:
        place, scoped = in_scope_of(roster, looking.scope, "d.owner_id", "coalesce(d.closed_on, :today)")
        conditions.append(place)
        parameters |= scoped
    if wanted.state != "all":
        # Written out, so that the index of open deals serves.
        conditions.append(f"d.state = '{wanted.state}'")
    if wanted.account_id is not None:
        conditions.append("d.account_id = :account")
        parameters["account"] = wanted.account_id
    if wanted.owner_id is not None:
        conditions.append("d.owner_id = :owner")
        parameters["owner"] = wanted.owner_id
    if wanted.stage is not None:
        conditions.append("d.stage_id IN (SELECT id FROM stages WHERE name = :stage)")
        parameters["stage"] = wanted.stage
    if wanted.when != "any":
        column = {"expected": "expected_close", "closed": "closed_on", "created": "created_on"}[wanted.when]
        conditions.append(f"d.{column} >= :start AND d.{column} < :end")
        parameters |= {"start": looking.month.start.isoformat(), "end": looking.month.end.isoformat()}
    if wanted.overdue:
        conditions.append("d.state = 'open' AND d.expected_close < :today")
    if wanted.stalled:
        conditions.append("d.id IN (SELECT value FROM json_each(:stalled))")
        parameters["stalled"] = json.dumps(_stalled(connection, looking.today, roster))
    if wanted.text.split():
        found, words = words_condition(wanted.text)
        conditions.append(found)
        parameters |= words
    return " AND ".join(conditions), parameters


def words_condition(text: str) -> tuple[str, dict[str, object]]:
    """What deal ``d`` has to fulfil so that all words of ``text`` find it, and the parameters."""
    words = search_words(text)
    parameters: dict[str, object] = {}
    for word in words:
        parameters |= word.parameters
    return " AND ".join(map(_matches, words)), parameters


def _matches(word: WordSearch) -> str:
    """A word stands in the deal's name, number or next step, or names its account or owner, also by pinyin."""
    return (
        f"({word.inside('d.name')} OR {word.inside('d.external_id')}"
        f" OR d.account_id IN (SELECT id FROM accounts WHERE {word.named()})"
        f" OR d.owner_id IN (SELECT id FROM people WHERE {word.named()}))"
    )


def _sums(connection: sqlite3.Connection, where: str, parameters: dict[str, object]) -> tuple[CurrencySum, ...]:
    home = read_settings(connection).currency
    found = connection.execute(
        f"SELECT CASE WHEN {IS_ESTIMATED} THEN :home ELSE coalesce(d.currency, :home) END AS money, count(*),"
        f" sum(CASE WHEN {IS_ESTIMATED} THEN 0 ELSE d.amount END), sum({IS_ESTIMATED}),"
        f" sum(CASE WHEN {IS_ESTIMATED} THEN coalesce(p.list_price, 0) ELSE 0 END)"
        f" FROM deals d {_JOINS['p']} WHERE {where} GROUP BY money ORDER BY money <> :home, count(*) DESC",
        {**parameters, "home": home},
    )
    return tuple(CurrencySum(*row) for row in found)
