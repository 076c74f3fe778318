"""How long deals may stay in a stage, and what share of those that entered it was won: learnt from past deals."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Literal

from attrs import define, field

from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Roster
from cockpit.metrics.statistics import percentile

PAST_DEALS = 1_000
"""Learnt from so many deals closed last before the cycle: enough to be sure, and bounded however large the store is."""
ENOUGH_DEALS = 30
"""Below this many past deals a stage's own history does not speak."""
LIMIT_SHARE = 0.75


@define
class PastDeals:
    """What past deals did in one stage. ``stays`` are days of each stay; ``won`` and ``lost`` count distinct deals."""

    stays: list[int] = field(factory=list)
    won: int = 0
    lost: int = 0

    @property
    def n(self) -> int:
        return self.won + self.lost


StageLearning = dict[tuple[int | None, int], PastDeals]
"""By team (None: everybody) and stage."""

_STAGE_CHANGES = """
WITH recent AS (
    SELECT d.id, d.owner_id, d.state, d.created_on, d.closed_on FROM deals d
    WHERE d.closed_on < :before AND d.deleted_at IS NULL AND d.state IN ('won', 'lost')
        AND (:until IS NULL OR NOT EXISTS (SELECT 1 FROM deal_history h WHERE h.deal_id = d.id AND h.field = 'state'
            AND h.recorded_at >= :until))
    ORDER BY d.closed_on DESC LIMIT :limit
)
SELECT r.id, r.owner_id, r.state = 'won', r.closed_on, CAST(h.old AS INTEGER), CAST(h.new AS INTEGER),
       CAST(julianday(r.created_on) AS INTEGER), CAST(julianday(substr(h.effective_at, 1, 10)) AS INTEGER),
       CAST(julianday(r.closed_on) AS INTEGER)
FROM recent r JOIN deal_history h ON h.deal_id = r.id AND h.field = 'stage'
ORDER BY r.id, h.effective_at, h.id
"""

_StageChange = tuple[int, int | None, int, str, int | None, int | None, int | None, int, int]
"""Deal, owner, won?, closed on, stage before and after, and the day numbers of creation, change and closing."""

_learnt: dict[tuple[object, ...], StageLearning] = {}
_KEPT = 32
"""The months of two back-tests, and what pages ask for."""


def learn_stages(
    connection: sqlite3.Connection, period: Period, roster: Roster, recorded_before: str | None = None
) -> StageLearning:
    """From the deals closed before the period began: the rule does not move while it is being applied.

    With ``recorded_before`` (a UTC stamp) only from deals whose closing was known by then. Kept until the history
    grows, because every page asks for it.
    """
    key = (*_fingerprint(connection, period), recorded_before)
    found = _learnt.get(key)
    if found is None:
        rows = connection.execute(
            _STAGE_CHANGES,
            {"before": min(period.start, period.as_of).isoformat(), "limit": PAST_DEALS, "until": recorded_before},
        )
        found = _learn(rows, roster)
        while len(_learnt) >= _KEPT:
            _learnt.pop(next(iter(_learnt)), None)
        _learnt[key] = found
    return found


def _fingerprint(connection: sqlite3.Connection, period: Period) -> tuple[object, ...]:
    path = connection.execute("PRAGMA database_list").fetchone()[2] or id(connection)
    newest = connection.execute("SELECT id, recorded_at FROM deal_history ORDER BY id DESC LIMIT 1").fetchone()
    deals = connection.execute("SELECT max(id) FROM deals").fetchone()[0]
    memberships = connection.execute("SELECT count(*), max(id) FROM memberships").fetchone()
    return path, min(period.start, period.as_of), newest, deals, memberships


def _learn(rows: Iterable[_StageChange], roster: Roster) -> StageLearning:
    of_team: defaultdict[tuple[int | None, int], PastDeals] = defaultdict(PastDeals)
    deal, team, won, closed = 0, None, 0, 0
    stage: int | None = None
    since: int | None = None
    entered: set[int] = set()

    def leave(until: int) -> None:
        if stage is None:
            return
        past = of_team[team, stage]
        if since is not None and since <= until:
            past.stays.append(until - since)
        if stage not in entered:
            entered.add(stage)
            past.won += won
            past.lost += 1 - won

    for of_deal, owner, is_won, closed_on, old, new, created, changed, closed_at in rows:
        if of_deal != deal:
            leave(closed)
            deal, won, closed, stage, since, entered = of_deal, is_won, closed_at, old, created, set()
            team = roster.team_at(owner if owner in roster.people else None, closed_on)
        leave(changed)
        stage, since = new, changed
    leave(closed)
    learning: StageLearning = {}
    for (in_team, in_stage), past in of_team.items():
        everybody = learning.setdefault((None, in_stage), PastDeals())
        everybody.stays += past.stays
        everybody.won += past.won
        everybody.lost += past.lost
        if in_team is not None:
            learning[in_team, in_stage] = past
    return learning


LimitSource = Literal["set", "learned", "default"]
"""Why a limit is what it is: set by the manager, learned from past deals, or the rule for too few of them."""

NEVER = 1_000_000
"""Days after which a deal is stalled where the manager has switched the limit off."""


@define
class StageLimits:
    """After how many days in a stage a deal is stalled.

    The team's own limit (0: never); else the 75th percentile of the stays of its past deals; else, below 30 of them,
    typical cycle / stages x 1.5. Deals of nobody's team are measured by everybody's past deals and a typical cycle of
    60 days.
    """

    _own: dict[tuple[int, int], int]
    _learning: StageLearning
    _typical: dict[int | None, float]

    def of(self, team_id: int | None, stage_id: int) -> float:
        """Days."""
        return self.found(team_id, stage_id)[0]

    def found(self, team_id: int | None, stage_id: int) -> tuple[float, LimitSource]:
        """Days, and where they come from."""
        if team_id is not None and (team_id, stage_id) in self._own:
            return self._own[team_id, stage_id] or NEVER, "set"
        past = self._learning.get((team_id, stage_id))
        if past is not None and past.n >= ENOUGH_DEALS and past.stays:
            return percentile(sorted(past.stays), LIMIT_SHARE), "learned"
        return self._typical[team_id if team_id in self._typical else None], "default"


TYPICAL_CYCLE_DAYS = 60


def read_stage_limits(connection: sqlite3.Connection, period: Period, roster: Roster) -> StageLimits:
    """The limits that hold in a period."""
    own = {
        (team, stage): days
        for team, stage, days in connection.execute(
            "SELECT team_id, stage_id, limit_days FROM team_stages WHERE limit_days IS NOT NULL"
        )
    }
    stages = dict(connection.execute("SELECT pipeline_id, count(*) FROM stages WHERE kind = 'open' GROUP BY 1"))
    typical: dict[int | None, float] = {
        team.id: team.typical_cycle_days / max(1, stages.get(team.pipeline_id, 1)) * 1.5
        for team in roster.teams.values()
    }
    typical[None] = TYPICAL_CYCLE_DAYS / max(1, *stages.values(), 1) * 1.5
    return StageLimits(own, learn_stages(connection, period, roster), typical)
