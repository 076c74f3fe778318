"""The open deals by stage, what is expected of them, and how deals move from stage to stage."""

import sqlite3
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from itertools import groupby
from operator import itemgetter
from statistics import median

from attrs import define, evolve, field, frozen

from cockpit.metrics.deal_rules import IS_ESTIMATED, home_amount, open_rows, team_at
from cockpit.metrics.experience import ExperienceValues, PastExperience, experience_in_use
from cockpit.metrics.facts import Facts
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.past_days import open_deals_of
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Scope
from cockpit.metrics.stage_limits import ENOUGH_DEALS, PastDeals, learn_stages
from cockpit.metrics.statistics import wilson_interval
from cockpit.metrics.ways_of_managing import Mode, is_managed_by, managed_by

CONVERSION_MONTHS = 3
"""Conversion looks at the deals that entered a stage in so many cycles, the last one included: one is too few."""


@frozen
class FunnelStage:
    """One open stage. Money in minor units, shares as fractions.

    ``experience_value`` is the manager's own: the team's, for several teams the amount-weighted mean of theirs.
    ``expected`` is by the values in use, which are learned ones for a team of which the manager said so.
    ``learned_value`` is the share won of past deals that ever entered the stage (``learned_n`` of them, with its 95 %
    interval); None without any. ``conversion`` is the share of the distinct deals that entered the stage in the last
    three cycles and left it, which reached a later stage or were won; skipping a stage counts as reaching it, going
    back does not. ``entered`` and ``still_here`` say how many came in, and how many of these are still open here.
    ``days_onward`` is the median of the days from entering to first reaching a later stage or winning, over the
    ``days_n`` of the converted deals whose both days are known.
    """

    stage_id: int
    name: str
    pipeline_id: int
    count: int
    amount: int
    estimated: int
    without_amount: int
    experience_value: float
    expected: int
    learned_value: float | None
    learned_n: int
    learned_interval: tuple[float, float] | None
    conversion: float | None
    entered: int
    still_here: int
    rows: RowsQuery
    days_onward: float | None = None
    days_n: int = 0

    @property
    def learned_is_enough(self) -> bool:
        """Whether the learned value may be used at all."""
        return self.learned_n >= ENOUGH_DEALS


@frozen
class Funnel:
    """Stages in order, pipeline after pipeline; ``unstaged`` open deals whose stage is unknown are in none."""

    stages: list[FunnelStage]
    unstaged: int

    @property
    def expected(self) -> int:
        """The forecast from experience values over all open deals, in minor units."""
        return sum(stage.expected for stage in self.stages)

    def with_moves_of(self, other: "Funnel | None") -> "Funnel":
        """These deals with the conversions of ``other``, computed earlier or later for the same scope and period."""
        moves = {stage.stage_id: stage for stage in other.stages} if other else {}
        stages = [
            evolve(
                stage,
                conversion=moves[stage.stage_id].conversion,
                entered=moves[stage.stage_id].entered,
                still_here=moves[stage.stage_id].still_here,
                days_onward=moves[stage.stage_id].days_onward,
                days_n=moves[stage.stage_id].days_n,
            )
            if stage.stage_id in moves
            else stage
            for stage in self.stages
        ]
        return Funnel(stages, self.unstaged)

    @property
    def count(self) -> int:
        """The open deals in stages."""
        return sum(stage.count for stage in self.stages)

    @property
    def amount(self) -> int:
        """Their amount, in minor units."""
        return sum(stage.amount for stage in self.stages)


@define
class _StageSum:
    count: int = 0
    amount: int = 0
    estimated: int = 0
    without_amount: int = 0
    weighted: float = 0.0
    expected: float = 0.0
    plain: float = 0.0


def funnel(
    connection: sqlite3.Connection,
    period: Period,
    scope: Scope,
    mode: Mode | None = None,
    *,
    with_conversions: bool = True,
) -> Funnel:
    """All open deals of the scope at ``as_of``, whenever they are expected to close.

    ``mode``: only those of teams managed so. Conversions take most of the time: a page may ask for them afterwards.
    """
    facts = Facts(connection, period)
    experience = PastExperience(connection, period.as_of)
    in_use = experience_in_use(connection, period, facts.roster)
    sums, unstaged = _sums(connection, facts, scope, mode, experience, in_use)
    learning = learn_stages(connection, period, facts.roster)
    team = _team_of(facts, scope)
    moved = _conversions(connection, facts, scope, mode) if with_conversions else {}
    managed = managed_by(mode, team_at("d.owner_id", ":as_of"))
    stages = []
    for stage_id, name, pipeline in _stages(connection, facts, scope, mode, set(sums)):
        some = sums.get(stage_id, _StageSum())
        past = learning.get((team, stage_id), PastDeals())
        moves = moved.get(stage_id, _Moves())
        left = len(moves.entered) - len(moves.still_here)
        own = experience.of(team, stage_id)
        stages.append(
            FunnelStage(
                stage_id=stage_id,
                name=name,
                pipeline_id=pipeline,
                count=some.count,
                amount=some.amount,
                estimated=some.estimated,
                without_amount=some.without_amount,
                experience_value=some.weighted / some.plain if some.plain else float(own),
                expected=round(some.expected),
                learned_value=past.won / past.n if past.n else None,
                learned_n=past.n,
                learned_interval=wilson_interval(past.won, past.n),
                conversion=len(moves.converted) / left if left else None,
                entered=len(moves.entered),
                still_here=len(moves.still_here),
                rows=open_rows(period, scope, f"d.stage_id = :stage AND {managed}", stage=stage_id),
                days_onward=median(moves.days.values()) if moves.days else None,
                days_n=len(moves.days),
            )
        )
    return Funnel(stages, unstaged)


def _team_of(facts: Facts, scope: Scope) -> int | None:
    if scope.kind == "person" and scope.id is not None:
        return facts.roster.team_at(scope.id, facts.period.as_of.isoformat())
    return scope.id


def _stages(
    connection: sqlite3.Connection, facts: Facts, scope: Scope, mode: Mode | None, used: set[int]
) -> list[tuple[int, str, int]]:
    """The stages of the pipelines that the scope's teams work by, and of those that its deals are in."""
    rows = connection.execute(
        "SELECT id, name, pipeline_id FROM stages WHERE kind = 'open' ORDER BY pipeline_id, position, id"
    ).fetchall()
    team = _team_of(facts, scope)
    teams = facts.roster.teams
    if team in teams:
        pipelines = {teams[team].pipeline_id}
    else:
        pipelines = {found.pipeline_id for found in teams.values() if mode in (None, found.mode)}
    pipelines |= {pipeline for stage, _, pipeline in rows if stage in used}
    return [row for row in rows if row[2] in pipelines] or (rows if not pipelines else [])


def _sums(
    connection: sqlite3.Connection,
    facts: Facts,
    scope: Scope,
    mode: Mode | None,
    experience: ExperienceValues,
    in_use: ExperienceValues,
) -> tuple[dict[int, _StageSum], int]:
    opened, as_of = open_deals_of(connection, facts.period), facts.period.as_of.isoformat()
    sums: dict[int, _StageSum] = {}
    unstaged, worth = 0, home_amount(":as_of")
    for owner, stage, count, amount, estimated, known in connection.execute(
        f"""
        SELECT d.owner_id, d.stage_id, count(*), coalesce(sum({worth}), 0),
               coalesce(sum(CASE WHEN {IS_ESTIMATED} THEN p.list_price END), 0), count({worth})
        FROM ({opened.sql}) d LEFT JOIN products p ON p.id = d.product_id GROUP BY d.owner_id, d.stage_id
        """,
        {**opened.parameters, "as_of": as_of, "currency": facts.settings.currency},
    ):
        if not facts.roster.counts_in(scope, owner, as_of) or not is_managed_by(facts.roster, mode, owner, as_of):
            continue
        if not experience.knows(stage):
            unstaged += count
            continue
        team = facts.roster.team_at(owner, as_of) if owner in facts.roster.people else None
        some = sums.setdefault(stage, _StageSum())
        some.count += count
        some.amount += amount
        some.estimated += estimated
        some.without_amount += count - known
        some.weighted += float(experience.of(team, stage) * amount)
        some.expected += float(in_use.of(team, stage) * amount)
        some.plain += amount
    return sums, unstaged


@define
class _Moves:
    entered: set[int] = field(factory=set)
    still_here: set[int] = field(factory=set)
    converted: set[int] = field(factory=set)
    days: dict[int, int] = field(factory=dict)


_CHANGES = """
WITH moved AS (
    SELECT DISTINCT deal_id FROM deal_history
    WHERE field = 'stage' AND effective_at >= :since AND effective_at < :until
    UNION
    SELECT id FROM deals WHERE created_on >= :since AND created_on < :until AND deleted_at IS NULL
)
SELECT d.id, d.owner_id, d.created_on, d.state, d.stage_id, CAST(h.old AS INTEGER), CAST(h.new AS INTEGER),
       substr(h.effective_at, 1, 10)
FROM moved JOIN deals d ON d.id = moved.deal_id AND d.deleted_at IS NULL
LEFT JOIN deal_history h ON h.deal_id = d.id AND h.field = 'stage' AND h.effective_at < :until
ORDER BY d.id, h.effective_at, h.id
"""


def _conversions(connection: sqlite3.Connection, facts: Facts, scope: Scope, mode: Mode | None) -> dict[int, _Moves]:
    period = facts.period
    since = period.last.plus(1 - CONVERSION_MONTHS).start
    order = {
        stage: (pipeline, position, kind)
        for stage, pipeline, position, kind in connection.execute("SELECT id, pipeline_id, position, kind FROM stages")
    }
    rows = connection.execute(_CHANGES, {"since": since.isoformat(), "until": _until(period).isoformat()})
    moves: dict[int, _Moves] = {}

    @cache
    def belongs(owner: int | None, day: str) -> bool:
        return facts.roster.counts_in(scope, owner, day) and is_managed_by(facts.roster, mode, owner, day)

    for deal, changes in groupby(rows, key=itemgetter(0)):
        path = _path(changes, since.isoformat(), belongs)
        for place, (stage, counts, entered_on) in enumerate(path):
            if not counts or order.get(stage, (0, 0, ""))[2] != "open":
                continue
            move = moves.setdefault(stage, _Moves())
            move.entered.add(deal)
            pipeline, position, _ = order[stage]
            reached_on = next(
                (
                    day
                    for reached, _, day in path[place + 1 :]
                    for p, q, kind in (order.get(reached, (0, 0, "")),)
                    if kind == "won" or (kind == "open" and (pipeline, position) < (p, q))
                ),
                None,
            )
            if reached_on is not None:
                move.converted.add(deal)
                # Of a deal that was here more than once the first time counts.
                if entered_on and reached_on >= entered_on and deal not in move.days:
                    move.days[deal] = (date.fromisoformat(reached_on) - date.fromisoformat(entered_on)).days
            elif path[-1][0] == stage:
                move.still_here.add(deal)
    return {stage: _without_converted(found) for stage, found in moves.items()}


def _without_converted(moves: _Moves) -> _Moves:
    """A deal that came back to a stage that it had left forward has converted: it is not waiting there."""
    moves.still_here -= moves.converted
    return moves


def _until(period: Period) -> date:
    return min(period.seen_until, period.end)


def _path(
    changes: Iterable[tuple[int, int | None, str | None, str, int, int | None, int | None, str | None]],
    since: str,
    belongs: Callable[[int | None, str], bool],
) -> list[tuple[int, bool, str]]:
    """The stages of one deal in order, each with whether it was entered in the window by somebody of the scope, and the
    day (ISO; "" where it is not known).
    """
    path: list[tuple[int, bool, str]] = []
    for _, owner, created_on, state, present, old, new, day in changes:
        if not path:
            first = old if day is not None else present if state == "open" else None
            if first is not None:
                began = created_on or ""
                path.append((first, began >= since and belongs(owner, began), began[:10]))
        if new is not None and day is not None:
            path.append((new, day >= since and belongs(owner, day), day))
    return path
