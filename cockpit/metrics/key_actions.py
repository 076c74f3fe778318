"""Which actions go with closing: win rates of closed deals with and without each kind of action (whom met, and how).

It is association and not cause: a deal that lives longer gathers more actions, and who meets a decision maker may do
other things better as well. Whoever shows these figures says so.
"""

import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from math import exp, lgamma, sqrt

from attrs import frozen

from cockpit.metrics.deal_rules import in_scope, team_at
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Scope
from cockpit.metrics.statistics import wilson_interval
from cockpit.metrics.ways_of_managing import Mode, managed_by

KEY_ACTION_MONTHS = 12
"""Deals closed in so many cycles, the last one included: long enough for numbers, short enough to be today's way."""
ENOUGH_ON_BOTH_SIDES = 20


def newcombe_interval(won_with: int, n_with: int, won_without: int, n_without: int) -> tuple[float, float] | None:
    """The 95 % interval of the difference of two independent shares, with minus without; None with an empty side.

    R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven
    methods", Statistics in Medicine 17 (1998) 873-890, method 10: from Wilson's score intervals of both shares,
    without continuity correction.
    """
    one, other = wilson_interval(won_with, n_with), wilson_interval(won_without, n_without)
    if one is None or other is None:
        return None
    p, q = won_with / n_with, won_without / n_without
    low = p - q - sqrt((p - one[0]) ** 2 + (other[1] - q) ** 2)
    high = p - q + sqrt((one[1] - p) ** 2 + (q - other[0]) ** 2)
    return max(-1.0, low), min(1.0, high)


@lru_cache(maxsize=4096)
def fisher_exact(a: int, b: int, c: int, d: int) -> float:
    """The two-sided p of the table [[a, b], [c, d]] by Fisher's exact test.

    R. A. Fisher, "Statistical Methods for Research Workers", 5th ed. (1934), section 21.02. Two-sided as R's
    fisher.test and SciPy have it: the sum over all tables with the same margins that are no likelier than this one.
    """
    row, column, total = a + b, a + c, a + b + c + d
    least, most = max(0, row + column - total), min(row, column)

    def log_chance(x: int) -> float:
        return _log_choose(column, x) + _log_choose(total - column, row - x) - _log_choose(total, row)

    # Equally likely tables differ in the last digits; R allows the same margin.
    bound = log_chance(a) + 1e-7
    return min(1.0, sum(exp(chance) for x in range(least, most + 1) if (chance := log_chance(x)) <= bound))


def _log_choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def benjamini_hochberg(chances: Sequence[float]) -> list[float]:
    """Each p adjusted for how many were looked at, in the order given.

    Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate: a practical and powerful approach to multiple
    testing", Journal of the Royal Statistical Society B 57 (1995) 289-300: the step-up procedure, as R's p.adjust.
    """
    adjusted = [1.0] * len(chances)
    reached = 1.0
    by_size = sorted(range(len(chances)), key=lambda place: chances[place], reverse=True)
    for further, place in enumerate(by_size):
        rank = len(chances) - further
        reached = min(reached, chances[place] * len(chances) / rank)
        adjusted[place] = reached
    return adjusted


@frozen
class KeyAction:
    """One kind of action: how (``kind``) whom (``met``, None where nobody wrote it down).

    ``n_with`` and ``n_without`` are the distinct closed deals on both sides. ``difference`` of their win rates is a
    fraction, ``interval`` its 95 % interval; ``p`` is Fisher's, ``adjusted_p`` Benjamini and Hochberg's over the table.
    """

    kind: str
    met: str | None
    won_with: int
    n_with: int
    won_without: int
    n_without: int
    interval: tuple[float, float]
    p: float
    adjusted_p: float
    rows: RowsQuery

    @property
    def rate_with(self) -> float:
        return self.won_with / self.n_with

    @property
    def rate_without(self) -> float:
        return self.won_without / self.n_without

    @property
    def difference(self) -> float:
        return self.rate_with - self.rate_without

    @property
    def has_enough(self) -> bool:
        """Whether there are at least 20 deals on both sides."""
        return min(self.n_with, self.n_without) >= ENOUGH_ON_BOTH_SIDES

    @property
    def is_key(self) -> bool:
        """Enough deals on both sides, and an interval that excludes 0."""
        return self.has_enough and not self.interval[0] <= 0 <= self.interval[1]


@frozen
class KeyActions:
    """All kinds of actions that were done for some closed deals and not for others, the largest difference first.

    ``closed`` deals stand behind them, ``won`` of which were won; ``recorded`` have any activity at all.
    """

    actions: list[KeyAction]
    closed: int
    won: int
    recorded: int
    months: int = KEY_ACTION_MONTHS


_CLOSED = """
SELECT d.id, d.closed_on, d.state = 'won' AS won, d.owner_id FROM deals d
WHERE d.closed_on >= :since AND d.closed_on < :until AND d.deleted_at IS NULL AND d.state IN ('won', 'lost')
"""


def key_actions(connection: sqlite3.Connection, period: Period, scope: Scope, mode: Mode | None = None) -> KeyActions:
    """Of the deals that somebody of the scope closed in the last twelve cycles; ``mode``: in teams managed so.

    An action counts once for a deal however often it was done, and not after the deal was closed.
    """
    since = period.last.plus(1 - KEY_ACTION_MONTHS).start
    parameters: dict[str, object] = {"since": since.isoformat(), "until": period.seen_until.isoformat()}
    team = team_at("d.owner_id", "d.closed_on")
    place, scoped = in_scope(scope, "d.owner_id", "d.closed_on")
    chosen = f"{_CLOSED} AND {place} AND {managed_by(mode, team)}"
    parameters.update(scoped)
    found = connection.execute(
        f"""
        WITH closed AS MATERIALIZED ({chosen}),
        done AS MATERIALIZED (
            SELECT DISTINCT c.id, c.won, a.kind, nullif(a.met, '') AS met FROM closed c CROSS JOIN activities a
            ON a.deal_id = c.id AND a.happened_on <= c.closed_on AND a.deleted_at IS NULL
        )
        SELECT kind, met, count(*), sum(won) FROM done GROUP BY kind, met
        UNION ALL SELECT '', 'closed', count(*), coalesce(sum(won), 0) FROM closed
        UNION ALL SELECT '', 'recorded', count(DISTINCT id), 0 FROM done
        """,
        parameters,
    ).fetchall()
    recorded, closed, won = found[-1][2], found[-2][2], found[-2][3]
    compared = [row for row in found[:-2] if 0 < row[2] < closed]
    chances = [fisher_exact(w, n - w, won - w, closed - n - won + w) for _, _, n, w in compared]
    actions = []
    for (kind, met, n, w), p, adjusted in zip(compared, chances, benjamini_hochberg(chances), strict=True):
        interval = newcombe_interval(w, n, won - w, closed - n)
        assert interval is not None
        where = (
            f"deals.id IN (SELECT c.id FROM ({chosen}) c JOIN activities a ON a.deal_id = c.id"
            " AND a.happened_on <= c.closed_on AND a.deleted_at IS NULL"
            " WHERE a.kind = :kind AND nullif(a.met, '') IS :met)"
        )
        rows = RowsQuery("deals", where, {**parameters, "kind": kind, "met": met})
        actions.append(KeyAction(kind, met, w, n, won - w, closed - n, interval, p, adjusted, rows))
    actions.sort(key=lambda action: (-action.difference, action.kind, action.met or ""))
    return KeyActions(actions, closed, won, recorded)
