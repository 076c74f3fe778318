"""The manager's experience values against what happened: who was right, they or what past deals teach."""

from collections.abc import Callable, Mapping
from typing import Literal

from attrs import define, frozen

from cockpit.metrics.experience import PastExperience
from cockpit.metrics.facts import Facts
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Scope
from cockpit.metrics.stage_limits import ENOUGH_DEALS, learn_stages
from cockpit.metrics.statistics import wilson_interval
from cockpit.model.cycles import Month

Right = Literal["own", "learned", "both", "unknown"]
"""Who came nearer to what happened; ``both``: equally near; ``unknown``: too few deals, or nothing was learned then."""


@frozen
class Judged:
    """One stage in one cycle, or (``month`` None) over all of them. Shares are fractions.

    ``own`` and ``learned`` are means of what held for the deals' teams at the start of the cycle, weighted by deals;
    ``learned`` is that of the ``compared_n`` deals behind whose teams' values 30 past deals or more stood then, None
    where there are none; with ``compared_won`` and ``compared_own`` of the same deals it is judged. ``share`` is the
    part won of the ``n`` deals closed in the cycle that had ever entered the stage, ``interval`` its 95 % Wilson
    interval.
    """

    stage_id: int
    stage: str
    month: Month | None
    n: int
    won: int
    own: float
    learned: float | None
    compared_n: int = 0
    compared_won: int = 0
    compared_own: float = 0.0

    @property
    def share(self) -> float:
        return self.won / self.n

    @property
    def interval(self) -> tuple[float, float]:
        found = wilson_interval(self.won, self.n)
        assert found is not None
        return found

    @property
    def right(self) -> Right:
        """Only from ``FEW`` deals on: three deals do not refute anybody."""
        if self.learned is None or self.compared_n < FEW:
            return "unknown"
        share = self.compared_won / self.compared_n
        own, learned = abs(self.compared_own - share), abs(self.learned - share)
        return "both" if abs(own - learned) < 0.005 else "own" if own < learned else "learned"


FEW = 10
"""Fewer closed deals than this judge nobody."""


@frozen
class WhoWasRight:
    """The stages in their order over all cycles, and each by cycle, the oldest first."""

    stages: list[Judged]
    by_month: dict[int, list[Judged]]


@define
class _Sum:
    n: int = 0
    won: int = 0
    own: float = 0.0
    learned: float = 0.0
    learned_n: int = 0
    learned_won: int = 0
    learned_own: float = 0.0

    def judged(self, stage: int, name: str, month: Month | None) -> Judged:
        own, compared = self.own / self.n, self.learned_n
        if not compared:
            return Judged(stage, name, month, self.n, self.won, own, None)
        learned, own_then = self.learned / compared, self.learned_own / compared
        return Judged(stage, name, month, self.n, self.won, own, learned, compared, self.learned_won, own_then)


_CLOSED = """
SELECT e.owner_id, e.closed_on, e.stage, e.won, count(*) FROM (
    SELECT d.id, d.owner_id, d.closed_on, d.state = 'won' AS won, CAST(h.new AS INTEGER) AS stage
    FROM deals d JOIN deal_history h ON h.deal_id = d.id AND h.field = 'stage'
    WHERE d.closed_on >= :start AND d.closed_on < :end AND d.deleted_at IS NULL AND d.state IN ('won', 'lost')
    UNION
    SELECT d.id, d.owner_id, d.closed_on, d.state = 'won', CAST(h.old AS INTEGER)
    FROM deals d JOIN deal_history h ON h.deal_id = d.id AND h.field = 'stage'
    WHERE d.closed_on >= :start AND d.closed_on < :end AND d.deleted_at IS NULL AND d.state IN ('won', 'lost')
) e JOIN stages s ON s.id = e.stage AND s.kind = 'open'
GROUP BY e.owner_id, e.closed_on, e.stage, e.won
"""


def who_was_right(
    facts: Facts, scope: Scope, months: list[Month], stop: Callable[[], bool] = lambda: False
) -> WhoWasRight:
    """For each stage and cycle: the manager's value then, the learned one then, and what happened to the deals.

    ``stop`` is asked before each cycle, and true gives what there is.
    """
    if not months:
        return WhoWasRight([], {})
    roster, connection, today = facts.roster, facts.connection, facts.period.today
    names: Mapping[int, str] = dict(
        connection.execute("SELECT id, name FROM stages WHERE kind = 'open' ORDER BY pipeline_id, position, id")
    )
    sums: dict[tuple[int, Month | None], _Sum] = {}
    for month in months:
        if stop():
            break
        believed = PastExperience(connection, month.start)
        learned = learn_stages(connection, Period.of(month, today), roster)
        owners: dict[tuple[int | None, str], tuple[bool, int | None]] = {}
        bounds = {"start": month.start.isoformat(), "end": month.end.isoformat()}
        for owner, closed_on, stage, won, count in connection.execute(_CLOSED, bounds):
            known = owners.get((owner, closed_on))
            if known is None:
                team = roster.team_at(owner, closed_on) if owner in roster.people else None
                known = owners[owner, closed_on] = roster.counts_in(scope, owner, closed_on), team
            is_in, team = known
            if not is_in:
                continue
            own, past = float(believed.of(team, stage)), learned.get((team, stage))
            for key in ((stage, month), (stage, None)):
                some = sums.setdefault(key, _Sum())
                some.n += count
                some.won += count if won else 0
                some.own += own * count
                if past is not None and past.n >= ENOUGH_DEALS:
                    some.learned += past.won / past.n * count
                    some.learned_n += count
                    some.learned_won += count if won else 0
                    some.learned_own += own * count
    return WhoWasRight(
        [sums[stage, None].judged(stage, name, None) for stage, name in names.items() if (stage, None) in sums],
        {
            stage: [sums[stage, month].judged(stage, name, month) for month in months if (stage, month) in sums]
            for stage, name in names.items()
        },
    )
