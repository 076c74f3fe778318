"""A cycle's revenue simulated over its open deals: each is won in the cycle or not, many times over.

How likely a deal is won in the cycle is learned from the stays of past deals in its stage: of those that lasted as long
as the deal has stood there now, the share that was won within the days that the cycle has left. So deals count whatever
close date somebody gave them. Stays of open deals that lasted as long and so many days more count as not won: who looks
at closed deals alone takes what lies dead for alive. Ages are put into bands. Few past deals say little, so a band's
share leans on its stage's and a stage's on everybody's by ``WEIGHT`` deals' worth; and in each draw the chance itself
is drawn (a beta distribution), so that little experience gives a wide range. Deals of one stage and band share that
chance: they are not independent, as they are not in life. Deals still to come are not simulated: the back-test shows
what that costs.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from attrs import frozen

from cockpit.metrics.stage_limits import JULIAN, PastDeals, StageLearning

DRAWS = 10_000
BANDS = (0, 8, 15, 31, 61, 91)
"""Days in stage from which each band begins."""
WEIGHT = 10
ONE_BY_ONE = 100
"""Of each stage and band the largest deals are drawn one by one. What remains of many is drawn together, from the
normal distribution with the mean and the spread of their sum."""


@frozen
class Chance:
    """How likely deals of one stage and band are won: a beta distribution with ``alpha`` and ``beta``."""

    alpha: float
    beta: float

    @property
    def mean(self) -> float:
        return self.alpha / (self.alpha + self.beta)


class Chances:
    """The chances of every stage and age to be won from ``first`` to ``last`` days after ``day``.

    ``still_open`` are stage and age of the deals open on that day. ``of`` gives None where nobody closed a deal yet.
    """

    def __init__(
        self,
        learning: StageLearning,
        day: date,
        horizon: tuple[int, int],
        still_open: Iterable[tuple[int | None, int | None]] = (),
    ) -> None:
        self._first, self._last = horizon
        self._past: dict[int | None, PastDeals] = {None: PastDeals()}
        everything = self._past[None]
        for (team, of_stage), past in learning.items():
            if team is None:
                self._past[of_stage] = past
                everything.stays += past.stays
                everything.won_stays += past.won_stays
        begun = [past.since for past in self._past.values() if past.since is not None]
        # Closed deals are looked at from here on; open ones are no older witnesses than they.
        self._window = day.toordinal() + JULIAN - min(begun, default=0)
        self._open: dict[int | None, list[int]] = {None: []}
        for stage, age in still_open:
            if age is not None:
                self._open[None].append(age)
                if stage is not None:
                    self._open.setdefault(stage, []).append(age)
        self._known: dict[tuple[int | None, int], Chance] = {}
        won, n = self._count(None, 0)
        self._everywhere = (won + 1) / (n + 2)

    def of(self, stage_id: int | None, age: int | None) -> Chance | None:
        """``age`` in days; an unknown one tells nothing. A stage that is unknown, or without past deals, has
        everybody's chance at that age.
        """
        if not self._past[None].stays:
            return None
        key = (stage_id if stage_id in self._past else None, band(age))
        if key not in self._known:
            self._known[key] = self._learn(*key)
        return self._known[key]

    def _count(self, stage: int | None, age: int) -> tuple[int, int]:
        """Of the stays that lasted to ``age``: how many were won in time from then on, and how many there are."""
        past = self._past[stage]
        won = sum(stay >= age and self._first <= to_win - age <= self._last for stay, to_win in past.won_stays)
        dead = sum(0 <= now - age - self._last <= self._window for now in self._open.get(stage, ()))
        return won, sum(stay >= age for stay in past.stays) + dead

    def _learn(self, stage: int | None, at: int) -> Chance:
        won, n = self._count(stage, 0)
        of_stage = (won + WEIGHT * self._everywhere) / (n + WEIGHT)
        won, n = self._count(stage, BANDS[at])
        return Chance(won + WEIGHT * of_stage, n - won + WEIGHT * (1 - of_stage))


def band(age: int | None) -> int:
    """The place in ``BANDS`` of an age in days."""
    return max(0, bisect_right(BANDS, age) - 1) if age is not None else 0


@frozen
class Simulated:
    """The 10 %, 50 % and 90 % points of the cycle's revenue, and its mean; minor units."""

    low: int
    middle: int
    high: int
    mean: float


def simulate(won: int, deals: Sequence[tuple[int, Chance]], draws: int = DRAWS) -> Simulated:
    """``won`` is certain; each of ``deals`` adds its amount (minor units) or nothing.

    The random numbers start from what is simulated, in a fixed order: the same deals give the same range.
    """
    import numpy as np  # takes a tenth of a second

    counted = sorted((chance.alpha, chance.beta, -amount) for amount, chance in deals if amount)
    if not counted:
        return Simulated(won, won, won, float(won))
    seed = hashlib.sha256(repr((won, draws, counted)).encode()).digest()[:8]
    random = np.random.default_rng(int.from_bytes(seed, "big"))
    totals = np.zeros(draws)
    for (alpha, beta), some in groupby(counted, key=lambda deal: deal[:2]):
        amounts = np.array([-amount for _, _, amount in some], dtype=np.float64)
        likely = random.beta(alpha, beta, size=draws)
        single, many = amounts[:ONE_BY_ONE], amounts[ONE_BY_ONE:]
        totals += (random.random((draws, len(single)), dtype=np.float32) < likely[:, None]) @ single
        if len(many):
            spread = np.sqrt(likely * (1 - likely) * (many @ many))
            together = likely * many.sum() + spread * random.standard_normal(draws)
            totals += np.clip(together, many[many < 0].sum(), many[many > 0].sum())
    low, middle, high = (won + round(float(point)) for point in np.percentile(totals, (10, 50, 90)))
    return Simulated(low, middle, high, won + float(totals.mean()))
