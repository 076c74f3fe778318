"""What a monthly review says, as plain records: the workbook is written from these and from nothing else.

Money is in units of the currency, shares are fractions, times are days. Texts are in the reader's language already.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Literal

from attrs import field, frozen

Unit = Literal["money", "share", "count", "days", "ratio", "score"]
Better = Literal["more", "less", "neither"]
Mark = Literal["ok", "watch", "act", "quiet"]


@frozen
class Quantity:
    """One number with its unit, or the reason why there is none. ``n`` is how many things stand behind it."""

    unit: Unit
    value: int | float | None
    n: int | None = None
    reason: str | None = None


@frozen
class FigureLine:
    """One metric of the reviewed scope beside the cycle before; ``notes`` say what a reader has to know."""

    key: str
    name: str
    now: Quantity
    before: Quantity
    better: Better
    notes: str = ""


@frozen
class Card:
    """A headline figure with a quiet second line."""

    line: FigureLine
    detail: str


@frozen
class Attention:
    """Something to look at, the most urgent first."""

    mark: Mark
    text: str


@frozen
class DayPoint:
    """Won revenue added up to a working day; ``won`` is None for days to come, ``target`` is the straight way to it."""

    day: date
    won: float | None
    previous: float | None
    target: float | None


@frozen
class MonthPoint:
    label: str
    won: float | None
    target: float | None


@frozen
class StageBar:
    """Open deals of a stage (or a category of the forecast): their amount, and what is expected of them."""

    name: str
    amount: float
    expected: float


@frozen
class PersonLine:
    """A person's month; ``figures`` by key of the metric."""

    name: str
    team: str
    mark: Mark
    standing: str
    reasons: str
    figures: Mapping[str, Quantity]


@frozen
class GroupLine:
    """The whole team, or one team: the same figures as a person's."""

    name: str
    figures: Mapping[str, Quantity]


DealRow = tuple[object, ...]
"""A deal in the order of ``review_deals.COLUMNS``; text, numbers, days or None."""


@frozen
class SupportLine:
    state: str
    mark: Mark
    kind: str
    text: str
    person: str
    team: str
    deal: str
    asked_on: date | None
    answered_on: date | None
    first_due_on: date | None
    due_on: date | None
    done_on: date | None
    kept: str
    giver: str
    outcome: str


@frozen
class JudgedLine:
    """An action of the cycle before, read off this cycle's numbers."""

    person: str
    text: str
    metric: str
    baseline: Quantity
    target: Quantity
    now: Quantity
    mark: Mark
    verdict: str
    reason: str


@frozen
class ProblemLine:
    person: str
    found_by: str
    kind: str
    text: str
    evidence: str
    recorded_on: date | None
    settled_on: date | None


@frozen
class AgreedLine:
    """An action of this cycle. ``problem`` is what it is about."""

    person: str
    text: str
    problem: str
    metric: str
    baseline: Quantity
    target: Quantity
    now: Quantity
    due_on: date | None
    state: str


@frozen
class Definition:
    name: str
    unit: str
    text: str


@frozen
class Review:
    """One month of one scope. ``state`` says whether the cycle runs, is over, or was closed, and when."""

    month: str
    month_text: str
    scope: str
    as_of: date
    written_at: datetime
    currency: str
    symbol: str
    state: str
    comment: str | None
    """None where it does not belong: it is about the whole team."""
    cards: Sequence[Card]
    attention: Sequence[Attention]
    days: Sequence[DayPoint]
    months: Sequence[MonthPoint]
    stages: Sequence[StageBar]
    figures: Sequence[FigureLine]
    people_keys: Mapping[str, str]
    """Key -> name of the figures that the people's sheet shows, in order."""
    people: Sequence[PersonLine]
    groups: Sequence[GroupLine]
    deals: Sequence[DealRow]
    supports: Sequence[SupportLine]
    judged: Sequence[JudgedLine]
    problems: Sequence[ProblemLine]
    agreed: Sequence[AgreedLine]
    definitions: Sequence[Definition]
    about: Sequence[tuple[str, str]] = field(factory=tuple)
    """Name and text of what to know about the workbook: what is counted, where a figure comes from."""
