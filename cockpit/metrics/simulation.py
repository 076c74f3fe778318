"""A cycle's revenue simulated over its open deals: each is won in the cycle or not, many times over.

How likely a deal is won is what past deals of its stage and age teach (``chances``), whatever close date somebody gave
it. In each draw the chance itself is drawn (a beta distribution), so that little experience gives a wide range. Deals
of one stage and band share that chance: they are not independent, as they are not in life. Deals still to come are not
simulated: the back-test shows what that costs.
"""

import hashlib
from collections.abc import Sequence

from attrs import frozen

from cockpit.metrics.chances import Chance

DRAWS = 10_000
ONE_BY_ONE = 40
"""Of each stage and band the largest deals are drawn one by one. What remains of many is drawn together, from the
normal distribution with the mean and the spread of their sum."""


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

    counted = np.array([(chance.alpha, chance.beta, -amount) for amount, chance in deals if amount])
    if not len(counted):
        return Simulated(won, won, won, float(won))
    counted = counted[np.lexsort(counted.T[::-1])]
    seed = hashlib.sha256(repr((won, draws)).encode() + counted.tobytes()).digest()[:8]
    random = np.random.default_rng(int.from_bytes(seed, "big"))
    totals = np.zeros(draws)
    other = np.flatnonzero((counted[1:, :2] != counted[:-1, :2]).any(axis=1)) + 1
    for some in np.split(counted, other):
        alpha, beta = some[0, :2]
        amounts = -some[:, 2]
        likely = random.beta(alpha, beta, size=draws) if alpha > 0 else totals * 0
        single, many = amounts[:ONE_BY_ONE], amounts[ONE_BY_ONE:]
        # Sixteen bits tell chances apart to the 65,536th part, and are drawn in half the time of real numbers.
        limit = np.minimum(likely * 65_536, 65_535).astype(np.uint16)
        totals += (random.integers(0, 65_536, (draws, len(single)), dtype=np.uint16) < limit[:, None]) @ single
        if len(many):
            spread = np.sqrt(likely * (1 - likely) * (many @ many))
            together = likely * many.sum() + spread * random.standard_normal(draws)
            totals += np.clip(together, many[many < 0].sum(), many[many > 0].sum())
    low, middle, high = (won + round(float(point)) for point in np.percentile(totals, (10, 50, 90)))
    return Simulated(low, middle, high, won + float(totals.mean()))
