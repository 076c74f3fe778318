"""Closed deals of one group - an entry department, a source, a person - added up, and the figures they make."""

from attrs import define, field, frozen

from cockpit.metrics.figure import Figure, RowsQuery
from cockpit.metrics.reasons import (
    NO_AMOUNTS,
    NO_CREATION_DAYS,
    NOTHING_CLOSED,
    NOTHING_WON,
    exchanged,
    no_first_price,
    without_amount,
    without_days,
    without_rate,
)
from cockpit.metrics.statistics import percentile, wilson_interval

ENOUGH = 20
"""Below so many deals a share is shown, and said to rest on few."""


SUMMED = ("won", "lost", "without_rate", "exchanged", "revenue", "with_amount", "priced", "held", "asked")
"""Fields of an outcome that are sums over its deals."""


@define
class Outcome:
    """Closed deals of one group, added up; money in minor units of the store's currency, won deals only."""

    won: int = 0
    lost: int = 0
    without_rate: int = 0
    """Won deals in a currency without a rate: counted, not added up."""
    exchanged: int = 0
    """Won deals in another currency that are in the sums, at the rate of their closing day."""
    revenue: int = 0
    with_amount: int = 0
    priced: int = 0
    """Won deals with an amount above 0 and a price to hold it against."""
    held: int = 0
    asked: int = 0
    lost_with_reason: int = 0
    lost_on_price: int = 0
    days: list[int] = field(factory=list)
    """From creation to close of won deals that have both."""

    def add(self, other: "Outcome") -> None:
        """Take the deals of another group in."""
        for name in SUMMED:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.days += other.days

    @property
    def closed(self) -> int:
        return self.won + self.lost

    @property
    def win_rate(self) -> float | None:
        return self.won / self.closed if self.closed else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % Wilson interval of the win rate."""
        return wilson_interval(self.won, self.closed)


@frozen
class Group:
    """Closed deals of an entry department, a source or a person, and how to come to them.

    ``name`` is as stored; "" where nothing was written. ``rows`` are the closed deals, ``won_rows`` the won ones.
    """

    name: str
    outcome: Outcome
    rows: RowsQuery
    won_rows: RowsQuery
    price_rows: RowsQuery

    @property
    def win_rate(self) -> Figure:
        """By count."""
        found = self.outcome
        return Figure(
            "win_rate_count", "share", found.win_rate, found.closed, None if found.closed else NOTHING_CLOSED,
            interval=found.interval, rows=self.rows,
        )  # fmt: skip

    @property
    def price_held(self) -> Figure:
        """Won amounts over list prices (first amounts); what has neither is left out, and said."""
        found = self.outcome
        left_out = found.won - found.priced
        reason = None if found.priced else NOTHING_WON if not found.won else no_first_price(left_out)
        return Figure(
            "price_held", "share", found.held / found.asked if found.priced else None, found.priced, reason,
            notes=(no_first_price(left_out),) if left_out and found.priced else (), rows=self.price_rows,
        )  # fmt: skip

    @property
    def revenue(self) -> Figure:
        """Own amounts of won deals; none where there are won deals, and no amount of theirs is known."""
        found = self.outcome
        notes = [without_rate(found.without_rate)] if found.without_rate else []
        if lacking := found.won - found.without_rate - found.with_amount:
            notes.append(without_amount(lacking))
        if found.exchanged:
            notes.append(exchanged(found.exchanged))
        if found.won and not found.with_amount:
            reason = notes[0] if found.without_rate else NO_AMOUNTS
            return Figure("won_revenue", "money", None, found.won, reason, rows=self.won_rows)
        return Figure("won_revenue", "money", found.revenue, found.won, notes=tuple(notes), rows=self.won_rows)

    @property
    def average_deal(self) -> Figure:
        """Won revenue over the won deals that bring it."""
        found = self.outcome
        reason = None if found.with_amount else NO_AMOUNTS if found.won else NOTHING_WON
        value = found.revenue / found.with_amount if found.with_amount else None
        return Figure("average_deal", "money", value, found.with_amount, reason, rows=self.won_rows)

    @property
    def median_days(self) -> Figure:
        """Days from creation to close of won deals."""
        days = sorted(self.outcome.days)
        lacking = self.outcome.won - len(days)
        return Figure(
            "sales_cycle_median", "days", percentile(days, 0.5) if days else None, len(days),
            None if days else NO_CREATION_DAYS if self.outcome.won else NOTHING_WON,
            notes=(without_days(lacking),) if lacking and days else (), rows=self.won_rows,
        )  # fmt: skip


@frozen
class SourceGroup:
    """Self-sourced deals ("self"), leads ("lead"), or those of unknown source (""): what is new and how it closed."""

    source: str
    created: Figure
    closed: Group


@frozen
class PersonSources:
    """One person's deals by source, None where there are none of it."""

    person_id: int
    name: str
    sources: dict[str, SourceGroup]

    def of(self, source: str) -> SourceGroup | None:
        return self.sources.get(source)
