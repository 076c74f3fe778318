"""The few statistics that figures need."""

from collections.abc import Sequence
from math import sqrt

Z_95 = 1.959963984540054
"""The 97.5 % point of the normal distribution."""


def wilson_interval(successes: int, n: int) -> tuple[float, float] | None:
    """The 95 % Wilson score interval of a share; None without any trial."""
    if n == 0:
        return None
    share, z2 = successes / n, Z_95 * Z_95
    middle = share + z2 / (2 * n)
    half = Z_95 * sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    scale = 1 + z2 / n
    return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


def percentile(values: Sequence[float], share: float) -> float:
    """Linear between the two nearest, as spreadsheets do (PERCENTILE.INC). ``values`` sorted, at least one."""
    place = (len(values) - 1) * share
    below = int(place)
    above = min(below + 1, len(values) - 1)
    return values[below] + (values[above] - values[below]) * (place - below)
