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
State = Literal["ok", "watch", "act", "quiet", "running", "fail", "none"]
"""As the loop board has them."""


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
class LoopCell:
    """Where somebody stands in one step, in words."""

    state: State
    text: str


@frozen
class LoopLine:
    """A person in the five steps; ``cells`` are in their order, results first."""

    name: str
    team: str
    cells: tuple[LoopCell, ...]


@frozen
class ForecastLine:
    """A category of the forecast. ``experience`` is the share of the amount that is expected; None without one.

    ``counts`` is False for deals that are left out on purpose.
    """

    name: str
    count: int
    amount: float
    estimated: float
    experience: float | None
    expected: float
    counts: bool = True


@frozen
class ForecastCheck:
    """What was forecast early in a cycle, and what it came to; ``reason`` says why one of them is missing."""

    month: str
    day: date | None
    forecast: float | None
    won: Quantity
    accuracy: Quantity
    reason: str


@frozen
class WayLine:
    """One of the ways of forecasting the cycle: the forecast with its range, on how many deals it stands, and how near
    it came in past cycles: the median over ``cycles`` of them. ``reason`` says why there is no forecast.
    """

    name: str
    value: float | None
    low: float | None
    high: float | None
    deals: int
    accuracy: float | None
    cycles: int
    reason: str


@frozen
class TrialLine:
    """A past cycle: what each way said of it early on, in the order of the ways, and how near it came; ``basis`` says
    from what it was forecast.
    """

    month: str
    day: date | None
    basis: str
    won: float
    forecasts: tuple[float | None, ...]
    accuracies: tuple[float | None, ...]


@frozen
class StageLine:
    """An open stage: its deals, what is expected of them, and how deals move on from it.

    ``conversion`` is of the deals that left the stage; ``entered`` came in, ``still_here`` of these wait there.
    ``learned`` is the share won of ``learned_n`` past deals that were ever in the stage.
    """

    pipeline: str
    name: str
    count: int
    amount: float
    without_amount: int
    experience: float
    expected: float
    conversion: float | None
    entered: int
    still_here: int
    learned: float | None
    learned_n: int


@frozen
class ReasonLine:
    """Lost deals by reason; ``amount`` is what was lost with them."""

    reason: str
    count: int
    amount: float


@frozen
class StalledLine:
    """An open deal beyond the limit of its stage. ``moved`` is False where no stage change was ever recorded."""

    name: str
    account: str
    owner: str
    stage: str
    amount: float | None
    entered_on: date
    days: int
    limit: int
    moved: bool


@frozen
class KeyActionLine:
    """A kind of action: win rates of closed deals with and without it. Shares and their difference are fractions."""

    action: str
    n_with: int
    rate_with: float
    n_without: int
    rate_without: float
    difference: float
    low: float
    high: float
    p: float
    mark: Mark
    verdict: str


@frozen
class ActivityLine:
    """What somebody did with customers, by kind, and how much in the cycle before."""

    name: str
    by_kind: Mapping[str, int]
    count: int
    before: int


@frozen
class MajorLine:
    """A deal that the manager marked as major, with its next step and what was done last."""

    name: str
    account: str
    owner: str
    stage: str
    amount: float | None
    mark: Mark
    next_step: str
    next_on: date | None
    last: str


@frozen
class ProcessPart:
    """Step 2: ``words`` say what the key actions were compared over, or why they were not."""

    words: str
    actions: tuple[KeyActionLine, ...]
    activities: tuple[ActivityLine, ...]
    majors: tuple[MajorLine, ...]


@frozen
class MinutesItem:
    """A line of a note that was marked: "承诺", what, and by when."""

    kind: str
    text: str
    due_on: date | None


@frozen
class MinutesLine:
    """A one-on-one of the month. ``note`` holds its lines without a mark; the private part is nowhere."""

    name: str
    team: str
    day: date
    number: int | None
    minutes: int | None
    mood: int | None
    next_on: date | None
    items: tuple[MinutesItem, ...]
    note: str


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

    # What follows came later: None in a review that was frozen before, and its sheet is then absent.
    loop: Sequence[LoopLine] | None = None
    forecast: Sequence[ForecastLine] | None = None
    forecast_checks: Sequence[ForecastCheck] | None = None
    funnel: Sequence[StageLine] | None = None
    lost_reasons: Sequence[ReasonLine] | None = None
    stalled: Sequence[StalledLine] | None = None
    process: ProcessPart | None = None
    minutes: Sequence[MinutesLine] | None = None
    ways: Sequence[WayLine] | None = None
    trials: Sequence[TrialLine] | None = None
    paces: tuple[float, float] | None = None
    """The pace index from which a person's results are good, and below which they are poor."""
