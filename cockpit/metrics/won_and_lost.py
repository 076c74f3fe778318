"""How closed deals ended: price held and win rate by entry department, why they were lost, self-sourced against leads.

All of it is about deals closed in the period, by the team of their owner on the closing day; new deals by creation day.
"""

import json
import sqlite3
from collections import defaultdict

from attrs import frozen

from cockpit.metrics.deal_rules import (
    IS_ESTIMATED,
    closed_rows,
    has_rate,
    home_amount,
    in_scope,
    in_scope_of,
    own_amount,
    rate_state,
)
from cockpit.metrics.exchange import in_home_currency
from cockpit.metrics.figure import Figure, RowsQuery
from cockpit.metrics.outcomes import SUMMED, Group, Outcome, PersonSources, SourceGroup
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Scope, read_roster
from cockpit.metrics.settings import read_settings
from cockpit.model.lost_reasons import LOST_KINDS, LostKind, lost_kind

FIRST_AMOUNT = (
    "(SELECT CAST(coalesce(h.old, h.new) AS INTEGER) FROM deal_history h WHERE h.deal_id = d.id AND h.field = 'amount'"
    " AND coalesce(h.old, h.new) IS NOT NULL ORDER BY h.effective_at, h.id LIMIT 1)"
)
"""What was quoted first: what the first change of the amount replaced, or, where nothing stood there, brought."""

ASKED_PRICE = f"coalesce(nullif(p.list_price, 0), {in_home_currency(FIRST_AMOUNT, 'd.currency', 'd.closed_on')})"
"""What the price is held against: the product's list price, else the amount that was quoted first, in the store's
currency at the rate of the closing day."""

_OWN = own_amount("d.closed_on")
_HAS_RATE = has_rate("d.closed_on")
_RATE_STATE = rate_state("d.closed_on")


@frozen
class OwnWords:
    """A reason in somebody's own words that belongs to no kind."""

    words: str
    count: int
    amount: int
    rows: RowsQuery


@frozen
class LostReason:
    """Deals lost for one kind of reason; None: nobody wrote one down.

    ``amount`` is in minor units, ``estimated`` the part of it from list prices. ``own_words`` are what stands in
    "other", the most frequent first.
    """

    kind: LostKind | None
    count: int
    amount: int
    estimated: int
    rows: RowsQuery
    own_words: tuple[OwnWords, ...] = ()


@frozen
class WonAndLost:
    """All of it for one scope and period. ``lost_without_rate`` lost deals are counted, not added up."""

    period: Period
    scope: Scope
    currency: str
    whole: Group
    departments: list[Group]
    reasons: list[LostReason]
    lost_without_rate: int
    sources: list[SourceGroup]
    people: list[PersonSources]

    @property
    def with_reason(self) -> int:
        """Lost deals that say why."""
        return sum(reason.count for reason in self.reasons if reason.kind is not None)

    @property
    def lost_on_price(self) -> int:
        return sum(reason.count for reason in self.reasons if reason.kind == "price")


SOURCES = ("self", "lead", "")
_DEPARTMENT = "trim(coalesce(d.entry_department, ''))"
_SOURCE = "coalesce(d.source, '')"


def won_and_lost(connection: sqlite3.Connection, period: Period, scope: Scope) -> WonAndLost:
    """Deals closed in the period, and those created in it, of a scope."""
    reading = _Reading(connection, period, scope)
    cells = reading.outcomes()
    departments: defaultdict[str, Outcome] = defaultdict(Outcome)
    whole = Outcome()
    by_source: defaultdict[tuple[int | None, str], Outcome] = defaultdict(Outcome)
    for department, source, owner, outcome in cells:
        for total in (departments[department], whole, by_source[None, source], by_source[owner or 0, source]):
            total.add(outcome)
    reasons, lost_without_rate = reading.reasons(departments)
    created = reading.created()
    return WonAndLost(
        period, scope, reading.currency, reading.group("", whole, "1"),
        [
            reading.group(name, outcome, "trim(coalesce(deals.entry_department, '')) = :department", department=name)
            for name, outcome in sorted(departments.items(), key=lambda item: (not item[0], -item[1].closed, item[0]))
        ],
        reasons, lost_without_rate,
        [reading.source_group(source, by_source[None, source], created) for source in SOURCES],
        reading.people(by_source, created),
    )  # fmt: skip


class _Reading:
    """The queries of one scope and period."""

    def __init__(self, connection: sqlite3.Connection, period: Period, scope: Scope) -> None:
        self.connection, self.period, self.scope = connection, period, scope
        self.roster = read_roster(connection)
        self.currency = read_settings(connection).currency
        place, scoped = in_scope_of(self.roster, scope, "+d.owner_id", "d.closed_on")
        self._closed = (
            "d.closed_on >= :since AND d.closed_on < :until AND d.deleted_at IS NULL AND d.state IN ('won', 'lost')"
            f" AND {place}"
        )
        self._parameters: dict[str, object] = {
            "since": period.start.isoformat(), "until": period.seen_until.isoformat(), "currency": self.currency,
            **scoped,
        }  # fmt: skip

    def outcomes(self) -> list[tuple[str, str, int | None, Outcome]]:
        """(department, source, owner, what came of their closed deals)."""
        cells: dict[tuple[str, str, int | None], Outcome] = {}
        # Level by level, so that what a deal brings is exchanged once and the price looked up only where it is needed.
        for department, source, owner, *counts in self.connection.execute(
            f"""
            SELECT department, source, owner_id, sum(won), sum(NOT won), sum(won AND rated = 0),
                   sum(won AND rated = 2), sum(own), count(own),
                   sum(asked > 0), sum(CASE WHEN asked > 0 THEN own END), sum(CASE WHEN asked > 0 THEN asked END)
            FROM (
                SELECT d.*, CASE WHEN d.own > 0 THEN {ASKED_PRICE} END AS asked
                FROM (
                    SELECT d.id, {_DEPARTMENT} AS department, {_SOURCE} AS source, d.owner_id, d.state = 'won' AS won,
                           {_RATE_STATE} AS rated, CASE WHEN d.state = 'won' THEN {_OWN} END AS own, d.product_id,
                           d.currency, d.closed_on
                    FROM deals d WHERE {self._closed} LIMIT -1) d
                LEFT JOIN products p ON p.id = d.product_id LIMIT -1)
            GROUP BY department, source, owner_id
            """,
            self._parameters,
        ):
            cells[department, source, owner] = outcome = Outcome()
            for name, count in zip(SUMMED, counts, strict=True):
                setattr(outcome, name, count or 0)
        for department, source, owner, days in self.connection.execute(
            f"SELECT {_DEPARTMENT}, {_SOURCE}, d.owner_id,"
            " CAST(julianday(d.closed_on) - julianday(d.created_on) AS INTEGER) FROM deals d"
            f" WHERE {self._closed} AND d.state = 'won' AND d.created_on <= d.closed_on",
            self._parameters,
        ):
            cells[department, source, owner].days.append(days)
        return [(*key, outcome) for key, outcome in cells.items()]

    def reasons(self, departments: dict[str, Outcome]) -> tuple[list[LostReason], int]:
        """Why deals were lost, by kind and written into the departments; and of how many the currency has no rate."""
        counts: defaultdict[LostKind | None, list[int]] = defaultdict(lambda: [0, 0, 0])
        words: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
        texts: defaultdict[LostKind | None, set[str]] = defaultdict(set)
        lost_without_rate = 0
        for department, reason, count, unrated, amount, estimated in self.connection.execute(
            f"""
            SELECT {_DEPARTMENT}, trim(coalesce(d.lost_reason, '')), count(*), sum(NOT {_HAS_RATE}),
                   sum({home_amount("d.closed_on")}), sum(CASE WHEN {IS_ESTIMATED} THEN p.list_price END)
            FROM deals d LEFT JOIN products p ON p.id = d.product_id WHERE {self._closed} AND d.state = 'lost'
            GROUP BY 1, 2
            """,
            self._parameters,
        ):
            kind = lost_kind(reason) if reason else None
            lost_without_rate += unrated
            for place, part in enumerate((count, amount or 0, estimated or 0)):
                counts[kind][place] += part
            texts[kind].add(reason)
            if kind == "other":
                words[reason][0] += count
                words[reason][1] += amount or 0
            if kind is not None:
                departments[department].lost_with_reason += count
                departments[department].lost_on_price += count if kind == "price" else 0
        ordered = sorted(words.items(), key=lambda item: (-item[1][0], item[0]))
        own = tuple(OwnWords(text, n, amount, self._reason_rows({text})) for text, (n, amount) in ordered)
        return [
            self._lost_reason(kind, counts[kind], texts[kind], own) for kind in (*LOST_KINDS, None) if kind in counts
        ], lost_without_rate

    def _lost_reason(
        self, kind: LostKind | None, counts: list[int], texts: set[str], own: tuple[OwnWords, ...]
    ) -> LostReason:
        count, amount, estimated = counts
        return LostReason(kind, count, amount, estimated, self._reason_rows(texts), own if kind == "other" else ())

    def _reason_rows(self, texts: set[str]) -> RowsQuery:
        return self.rows(
            "deals.state = 'lost' AND trim(coalesce(deals.lost_reason, '')) IN (SELECT value FROM json_each(:reasons))",
            reasons=json.dumps(sorted(texts)),
        )

    def created(self) -> dict[tuple[int | None, str], int]:
        """(owner or None for all, source) -> deals created in the period."""
        place, scoped = in_scope_of(self.roster, self.scope, "+d.owner_id", "d.created_on")
        found: defaultdict[tuple[int | None, str], int] = defaultdict(int)
        for owner, source, count in self.connection.execute(
            f"SELECT d.owner_id, {_SOURCE}, count(*) FROM deals d WHERE d.created_on >= :since"
            f" AND d.created_on < :until AND d.deleted_at IS NULL AND {place} GROUP BY 1, 2",
            {**self._parameters, **scoped},
        ):
            found[owner or 0, source] += count
            found[None, source] += count
        return found

    def people(
        self, outcomes: dict[tuple[int | None, str], Outcome], created: dict[tuple[int | None, str], int]
    ) -> list[PersonSources]:
        """Everybody who has closed or new deals, those with most won revenue first; nobody's deals are left out."""
        present = {owner for owner, _ in (*outcomes, *created) if owner in self.roster.people}
        found = []
        for owner in present:
            assert owner is not None
            of_one = {
                source: self.source_group(source, outcomes.get((owner, source), Outcome()), created, owner)
                for source in SOURCES
                if (owner, source) in outcomes or (owner, source) in created
            }
            found.append(PersonSources(owner, self.roster.people[owner].name, of_one))
        return sorted(
            found,
            key=lambda person: (-sum(of.closed.outcome.revenue for of in person.sources.values()), person.name),
        )

    def source_group(
        self, source: str, outcome: Outcome, created: dict[tuple[int | None, str], int], owner: int | None = None
    ) -> SourceGroup:
        """Closed and new deals of one source, of everybody in the scope or of one person in it."""
        condition, parameters = "coalesce(deals.source, '') = :source", {"source": source}
        values: dict[str, object] = dict(parameters)
        if owner is not None:
            condition, values = f"{condition} AND deals.owner_id = :owner", {**parameters, "owner": owner}
        place, scoped = in_scope(self.scope, "deals.owner_id", "deals.created_on")
        new_rows = RowsQuery(
            "deals",
            "deals.deleted_at IS NULL AND deals.created_on >= :created_from AND deals.created_on < :created_until"
            f" AND {condition} AND {place}",
            {
                "created_from": self.period.start.isoformat(),
                "created_until": self.period.seen_until.isoformat(),
                **values, **scoped,
            },
        )  # fmt: skip
        count = created.get((owner, source), 0)
        return SourceGroup(
            source,
            Figure("new_deals", "count", count, count, rows=new_rows if count else None),
            self.group(source, outcome, condition, **values),
        )

    def group(self, name: str, outcome: Outcome, condition: str, **parameters: object) -> Group:
        """Closed deals for which ``condition`` about the columns of ``deals`` holds."""
        priced = (
            "deals.state = 'won' AND deals.id IN (SELECT d.id FROM deals d LEFT JOIN products p ON p.id = d.product_id"
            f" WHERE d.id = deals.id AND {_OWN} > 0 AND {ASKED_PRICE} > 0)"
        )
        return Group(
            name, outcome,
            self.rows(f"deals.state IN ('won', 'lost') AND {condition}", **parameters),
            self.rows(f"deals.state = 'won' AND {condition}", **parameters),
            self.rows(f"{priced} AND {condition}", currency=self.currency, **parameters),
        )  # fmt: skip

    def rows(self, condition: str, **parameters: object) -> RowsQuery:
        """The closed deals of the scope for which ``condition`` holds."""
        found = closed_rows(self.period, self.scope, condition)
        return RowsQuery("deals", found.where, {**found.parameters, **parameters})
