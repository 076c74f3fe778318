"""What if: other experience values, close dates or amounts, tried on a copy of what a forecast is made of.

Nothing is read or written anew: a change is seen at once.
"""

import json
import sqlite3
from collections.abc import Mapping
from datetime import date

from attrs import evolve, field, frozen

from cockpit.metrics.deal_list import words_condition
from cockpit.metrics.experience import with_values
from cockpit.metrics.facts import Facts
from cockpit.metrics.forecast_ways import OpenDeal, Standing, closes_in
from cockpit.metrics.period import Period
from cockpit.metrics.settings import read_settings

MOST_DEALS = 50
"""Of the open deals the largest are offered: what moves a forecast is among them. Any other can be looked for."""


@frozen
class TriedDeal:
    """What a deal is tried with: its amount in minor units, and its expected close; None as in the store."""

    amount: int | None
    expected_close: date | None


@frozen
class WhatIf:
    """What is tried: experience values by team (None: the pipeline) and stage, and deals by id."""

    values: Mapping[tuple[int | None, int], float] = field(factory=dict)
    deals: Mapping[int, TriedDeal] = field(factory=dict)

    def __bool__(self) -> bool:
        return bool(self.values or self.deals)


def tried(standing: Standing, period: Period, what_if: WhatIf) -> Standing:
    """``standing`` as it would be."""

    def deal_then(deal: OpenDeal) -> OpenDeal:
        other = what_if.deals.get(deal.id)
        if other is None:
            return deal
        expected = other.expected_close.isoformat() if other.expected_close else None
        in_cycle = closes_in(period, expected)
        # The simulation asks nobody's date. But who pushes a deal out of the cycle means that it is not won in it.
        put_off = deal.in_cycle and not in_cycle
        return evolve(deal, amount=other.amount, expected_close=expected, in_cycle=in_cycle, is_put_off=put_off)

    experience = with_values(standing.experience, what_if.values)
    factors = {}
    for key in {(deal.team_id, deal.stage_id) for deal in standing.deals}:
        before, then = float(standing.experience.of(*key)), float(experience.of(*key))
        # The chances to be won in time go up and down with those to be won at all; from nothing there is no proportion.
        if before and then != before:
            factors[key] = then / before
    return evolve(standing, deals=tuple(map(deal_then, standing.deals)), experience=experience, factors=factors)


@frozen
class ValueRow:
    """An experience value that the cycle's forecast stands on. Money in minor units, shares as fractions.

    ``learned`` is what past deals of the team teach, from ``learned_n`` of them; None below 30.
    """

    team_id: int | None
    team: str
    stage_id: int
    stage: str
    count: int
    amount: int
    value: float
    learned: float | None
    learned_n: int


@frozen
class DealToTry:
    """A deal that can be tried with another close date or, unless ``is_abroad`` (in another currency), another amount.

    ``amount`` in minor units of the store's currency.
    """

    id: int
    name: str
    stage: str
    amount: int | None
    expected_close: date | None
    in_cycle: bool
    is_abroad: bool = False


def value_rows(facts: Facts, standing: Standing) -> list[ValueRow]:
    """One for each team and open stage in which the cycle has deals; teams by name, stages in their order."""
    names: dict[int, str] = dict(
        facts.connection.execute("SELECT id, name FROM stages WHERE kind = 'open' ORDER BY pipeline_id, position, id")
    )
    place = {stage: number for number, stage in enumerate(names)}
    sums: dict[tuple[int | None, int], tuple[int, int]] = {}
    for deal in standing.deals:
        if deal.in_cycle and deal.category != "omitted" and deal.stage_id is not None and deal.stage_id in names:
            count, amount = sums.get((deal.team_id, deal.stage_id), (0, 0))
            sums[deal.team_id, deal.stage_id] = count + 1, amount + (deal.amount or 0)
    found = []
    for (team, stage), (count, amount) in sums.items():
        past = standing.learning.get((team, stage))
        n = past.n if past is not None else 0
        learned = past.won / n if past is not None and n >= 30 else None
        name = facts.roster.teams[team].name if team in facts.roster.teams and team is not None else ""
        value = float(standing.experience.of(team, stage))
        found.append(ValueRow(team, name, stage, names[stage], count, amount, value, learned, n))
    return sorted(found, key=lambda row: (row.team == "", row.team, place[row.stage_id]))


def deals_to_try(connection: sqlite3.Connection, standing: Standing, words: str = "") -> list[DealToTry]:
    """The cycle's first, and of each the largest; with ``words`` only those that they find, as in the list of deals."""
    found: set[int] | None = None
    if words.split():
        condition, parameters = words_condition(words)
        wanted = json.dumps([deal.id for deal in standing.deals])
        query = f"SELECT d.id FROM deals d WHERE d.id IN (SELECT value FROM json_each(:wanted)) AND {condition}"
        found = {row[0] for row in connection.execute(query, {**parameters, "wanted": wanted})}
    largest = sorted(
        (deal for deal in standing.deals if deal.category != "omitted" and (found is None or deal.id in found)),
        key=lambda deal: (not deal.in_cycle, -(deal.amount or 0), deal.id),
    )[:MOST_DEALS]
    marks, home = ", ".join("?" for _ in largest), read_settings(connection).currency
    named = {
        row[0]: row[1:]
        for row in connection.execute(
            f"SELECT d.id, d.name, s.name, coalesce(d.currency, ?) <> ? FROM deals d"
            f" JOIN stages s ON s.id = d.stage_id WHERE d.id IN ({marks})",
            [home, home, *(deal.id for deal in largest)],
        )
    }
    return [
        DealToTry(
            deal.id,
            named[deal.id][0],
            named[deal.id][1],
            deal.amount,
            date.fromisoformat(deal.expected_close) if deal.expected_close else None,
            deal.in_cycle,
            bool(named[deal.id][2]),
        )
        for deal in largest
    ]
