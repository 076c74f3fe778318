"""The forecast of a cycle, four ways: the manager's experience values, learned ones, the rep's call, a simulation.

Revenue forecast = won so far + what the open pipeline is expected to add, as ``metrics/forecast.py`` has it. The ways
differ only in the second part: amount x the manager's experience value; amount x the share won of past deals that
entered the stage (30 of them or more, else the manager's own value stands in); what is marked commit, up to best case;
or draws of won-or-not in the cycle. The first three take the deals expected to close in it, the simulation all that are
open. Deals marked omitted count in none of them, and money in a currency without a rate is not added.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from attrs import define, field, frozen

from cockpit.language import noop, tr
from cockpit.metrics.chances import Chance, Chances, Stays, read_chances
from cockpit.metrics.deal_rules import home_amount, in_pipeline
from cockpit.metrics.experience import ExperienceValues, PastExperience
from cockpit.metrics.facts import Facts
from cockpit.metrics.figure import Reason
from cockpit.metrics.frozen_forecast import DealThen, end_of
from cockpit.metrics.past_days import open_deals_of
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Roster, Scope
from cockpit.metrics.simulation import DRAWS, simulate
from cockpit.metrics.stage_limits import ENOUGH_DEALS, PastDeals, StageLearning, learn_stages
from cockpit.metrics.statistics import wilson_interval

Way = Literal["own", "learned", "rep", "simulated"]
WAYS: tuple[Way, ...] = ("own", "learned", "rep", "simulated")

_NAMES: dict[Way, str] = {
    "own": noop("经验值"),
    "learned": noop("学到的值"),
    "rep": noop("销售自己的判断"),
    "simulated": noop("模拟"),
}
_DEFINITIONS: dict[Way, str] = {
    "own": noop("已赢单 + 管道金额 × 你设的经验值。"),
    "learned": noop("已赢单 + 管道金额 × 过去商机的赢单比例;不到 30 单的阶段用你的经验值。区间来自比例的 95% 区间。"),
    "rep": noop("已赢单 + 销售标为“承诺成交”的;右端再加“最好情形”。"),
    "simulated": noop(
        "每个未关商机,不论预计哪天关,按它的阶段和停留天数(没有阶段历史时按创建以来的天数)学到的“本周期内赢下”的机会"
        "抽签一万次:中位数和 10%–90% 区间。"
    ),
}

NO_PAST_DEALS = Reason("no_past_deals", noop("还没有足够久的、关过的商机可学"))
NOT_ENOUGH_PAST_DEALS = Reason("not_enough_past_deals", noop("没有一个阶段有 30 个关过的商机"))
NO_CALLS = Reason("no_calls", noop("没有商机标了承诺成交或最好情形"))


def way_name(way: Way) -> str:
    """As it is shown."""
    return tr(_NAMES[way])


def way_definition(way: Way) -> str:
    """What the way adds up, in a sentence."""
    return tr(_DEFINITIONS[way])


@frozen
class OpenDeal:
    """An open deal as a forecast sees it. ``amount`` in minor units; None: unknown, or in a currency without a rate.

    ``age`` are days in the present stage, ``open_for`` days since it was created, None where that is not known.
    ``in_cycle``: expected to close then.
    """

    id: int
    owner_id: int | None
    team_id: int | None
    stage_id: int | None
    category: str
    amount: int | None
    age: int | None
    in_cycle: bool
    expected_close: str | None = None
    open_for: int | None = None
    is_put_off: bool = False
    """Tried with a close after the cycle: it is not won within it."""


@frozen
class Standing:
    """What a forecast is made of on ``day``: won so far, the open deals, and what was known by then.

    ``horizon`` are the first and the last day of the cycle that are still to come, counted from that day; ``chances``
    are those to be won within it.
    """

    day: date
    won: int
    deals: tuple[OpenDeal, ...]
    horizon: tuple[int, int]
    experience: ExperienceValues
    learning: StageLearning = field(repr=False)
    chances: Chances | None = field(default=None, repr=False)
    """None where nobody asked for them."""
    factors: Mapping[tuple[int | None, int | None], float] = field(factory=dict)
    """By team and stage: how many times as high as learned chances are tried."""

    def past(self, team_id: int | None, stage_id: int | None) -> PastDeals | None:
        """What past deals of the team teach about the stage, where they are enough."""
        if stage_id is None or not self.experience.knows(stage_id):
            return None
        found = self.learning.get((team_id, stage_id))
        return found if found is not None and found.n >= ENOUGH_DEALS else None

    def chance(self, deal: OpenDeal) -> Chance | None:
        """How likely the deal is won within the horizon; None where nothing is known of chances."""
        if self.chances is None:
            return None
        stage = deal.stage_id if self.experience.knows(deal.stage_id) else None
        return self.chances.of(stage, deal.age, deal.open_for)


@frozen
class WayFigure:
    """A forecast in minor units; None has a ``reason``. ``low`` and ``high`` are its range, the same where it has none.

    ``n`` are the deals that it counts on: the pipeline's, of which ``learned_n`` by learned values, or the marked ones.
    """

    way: Way
    value: int | None
    low: int | None
    high: int | None
    n: int
    reason: Reason | None = None
    learned_n: int = 0


def expected_by_own(standing: Standing) -> WayFigure:
    """Exact until the end, then rounded to minor units, as the weighted forecast is."""
    sums = _by_stage(standing)
    weighted = sum(
        (standing.experience.of(*key) * (some.gains + some.losses) for key, some in sums.items()), Decimal(0)
    )
    value = standing.won + round(weighted)
    return WayFigure("own", value, value, value, sum(some.count for some in sums.values()))


def expected_by_learned(standing: Standing) -> WayFigure:
    """With the 95 % Wilson intervals of all learned shares at once at their ends: a cautious range."""
    middle = low = high = 0.0
    counted = learned = 0
    for key, some in _by_stage(standing).items():
        counted += some.count
        past = standing.past(*key)
        if past is None:
            share = least = most = float(standing.experience.of(*key))
        else:
            share, (least, most) = past.won / past.n, wilson_interval(past.won, past.n) or (0.0, 1.0)
            learned += some.count
        middle += share * (some.gains + some.losses)
        low += least * some.gains + most * some.losses
        high += most * some.gains + least * some.losses
    if counted and not learned:
        return WayFigure("learned", None, None, None, counted, NOT_ENOUGH_PAST_DEALS)
    won = standing.won
    return WayFigure("learned", won + round(middle), won + round(low), won + round(high), counted, None, learned)


def called_by_reps(standing: Standing) -> WayFigure:
    """Commit; the upper end is the best case."""
    called = [deal for deal in _counted(standing) if deal.category in ("commit", "best_case")]
    if any(deal.in_cycle for deal in standing.deals) and not called:
        return WayFigure("rep", None, None, None, 0, NO_CALLS)
    commit = standing.won + sum(deal.amount or 0 for deal in called if deal.category == "commit")
    best = standing.won + sum(deal.amount or 0 for deal in called)
    return WayFigure("rep", commit, commit, best, len(called))


def simulated(standing: Standing, draws: int = DRAWS) -> WayFigure:
    """The median, and the range that holds 80 % of the draws, over all open deals of ``standing``.

    Seen from the last day of a past cycle no day is left to win anything.
    """
    counted = [deal for deal in standing.deals if deal.category != "omitted" and not deal.is_put_off]
    won, (first, last) = standing.won, standing.horizon
    if last < first:
        return WayFigure("simulated", won, won, won, len(counted))
    deals: list[tuple[int, Chance]] = []
    for deal in counted:
        chance = standing.chance(deal)
        if chance is None:
            return WayFigure("simulated", None, None, None, len(counted), NO_PAST_DEALS)
        deals.append((deal.amount or 0, chance))
    factors = [standing.factors.get((deal.team_id, deal.stage_id), 1.0) for deal in counted]
    found = simulate(won, deals, draws, factors if standing.factors else None)
    return WayFigure("simulated", found.middle, found.low, found.high, len(counted))


def quick_ways(standing: Standing) -> list[WayFigure]:
    """All but the simulation."""
    return [expected_by_own(standing), expected_by_learned(standing), called_by_reps(standing)]


def all_ways(standing: Standing, draws: int = DRAWS) -> list[WayFigure]:
    """In the order of ``WAYS``."""
    return [*quick_ways(standing), simulated(standing, draws)]


def _counted(standing: Standing) -> list[OpenDeal]:
    return [deal for deal in standing.deals if deal.in_cycle and deal.category != "omitted"]


@define
class _Sum:
    """Deals of one team in one stage: how many, and their amounts above and below 0."""

    count: int = 0
    gains: int = 0
    losses: int = 0


def _by_stage(standing: Standing) -> dict[tuple[int | None, int | None], _Sum]:
    sums: dict[tuple[int | None, int | None], _Sum] = {}
    for deal in _counted(standing):
        key, amount = (deal.team_id, deal.stage_id), deal.amount or 0
        some = sums.get(key)
        if some is None:
            some = sums[key] = _Sum()
        some.count += 1
        if amount > 0:
            some.gains += amount
        else:
            some.losses += amount
    return sums


# --- what is known on a day -----------------------------------------------------------------------------------

# All rows in one: a row at a time the interpreter is let go and taken again, and who computes beside it takes it away.
_OPEN_SQL = """
SELECT json_group_array(json_array(d.id, d.owner_id, d.stage_id, coalesce(d.forecast_category, 'pipeline'),
    d.expected_close, {amount},
    coalesce((SELECT max(substr(h.effective_at, 1, 10)) FROM deal_history h WHERE h.deal_id = d.id
        AND h.field = 'stage' AND h.effective_at < :day_after), d.created_on), d.created_on))
FROM ({opened}) d LEFT JOIN products p ON p.id = d.product_id WHERE {condition}
"""


def read_standing(facts: Facts, scope: Scope, *, only_cycle: bool = False, stays: Stays | None = None) -> Standing:
    """The period's forecast as ``facts`` see it: by when things happened, seen from ``period.as_of``.

    ``only_cycle`` leaves out what is expected to close in another cycle: enough for all ways but the simulation.
    ``stays`` as for ``read_chances``.
    """
    connection, period, day = facts.connection, facts.period, facts.period.as_of
    rows, horizon = _read_open(facts, only_cycle), horizon_of(period, day)
    return Standing(
        day,
        facts.closed[scope].revenue,
        _open_deals(facts.roster, period, day, scope, rows),
        horizon,
        PastExperience(connection, day),
        learn_stages(connection, period, facts.roster),
        None if only_cycle else read_chances(connection, day, horizon, (row[0] for row in rows), stays=stays),
    )


def horizon_of(period: Period, day: date) -> tuple[int, int]:
    """The first and the last day of the cycle still to come, in days from ``day``, which is over where it is past."""
    is_over = day < period.today
    return max(int(is_over), (period.start - day).days), (period.end - day).days - 1


def _read_open(facts: Facts, only_cycle: bool) -> "list[_OpenRow]":
    period, as_of = facts.period, facts.period.as_of
    opened, (expected, bounds) = open_deals_of(facts.connection, period), in_pipeline(period)
    sql = _OPEN_SQL.format(amount=home_amount(":as_of"), opened=opened.sql, condition=expected if only_cycle else "1")
    limits = bounds if only_cycle else {}
    # "~" stands behind every time of the day.
    values = {
        **opened.parameters,
        **limits,
        "currency": facts.settings.currency,
        "as_of": as_of.isoformat(),
        "day_after": f"{as_of}~",
    }
    rows: list[_OpenRow] = json.loads(facts.connection.execute(sql, values).fetchone()[0])
    return rows


_OpenRow = tuple[int, int | None, int | None, str, str | None, int | None, str | None, str | None]
"""Id, owner, stage, category, expected close, amount, entered on, created on."""


def _open_deals(
    roster: Roster, period: Period, day: date, scope: Scope, rows: Iterable[_OpenRow]
) -> tuple[OpenDeal, ...]:
    """Those of the scope. What holds for all is worked out once: there may be thousands of them."""
    found, on = [], day.isoformat()
    owners: dict[int | None, tuple[bool, int | None]] = {}
    ages: dict[str | None, int | None] = {}
    closes: dict[str | None, bool] = {}
    for id_, owner, stage, category, expected, amount, entered, created in rows:
        known = owners.get(owner)
        if known is None:
            team = roster.team_at(owner, on) if owner in roster.people else None
            known = owners[owner] = roster.counts_in(scope, owner, on), team
        if not known[0]:
            continue
        for begun in (entered, created):
            if begun not in ages:
                ages[begun] = _days(begun, day)
        if expected not in closes:
            closes[expected] = closes_in(period, expected)
        found.append(
            OpenDeal(
                id_, owner, known[1], stage, category, amount, ages[entered], closes[expected], expected,
                ages[created],
            )
        )  # fmt: skip
    return tuple(found)


def closes_in(period: Period, expected: str | None) -> bool:
    """As ``in_pipeline``: expected in the cycle, or overdue where the cycle has begun."""
    if expected is None or expected >= period.end.isoformat():
        return False
    return not period.is_future or expected >= period.start.isoformat()


def _days(entered: str | None, day: date) -> int | None:
    try:
        days = (day - date.fromisoformat(entered[:10])).days if entered else -1
    except ValueError:
        return None
    return days if days >= 0 else None


def believed_standing(facts: Facts, day: date, deals: Sequence[DealThen], scope: Scope) -> Standing:
    """What the store believed on ``day`` of the cycle: by when things were recorded, as the frozen forecast has it.

    ``deals`` are those of ``believed_deals``.
    """
    roster, period = facts.roster, facts.period
    won = sum(deal[7] or 0 for deal in deals if deal[1] and roster.counts_in(scope, deal[2], deal[3]))
    rows: list[_OpenRow] = [(deal[0], deal[2], *deal[4:]) for deal in deals if not deal[1]]
    connection, until, horizon = facts.connection, end_of(day), horizon_of(period, day)
    return Standing(
        day,
        won,
        _open_deals(roster, period, day, scope, rows),
        horizon,
        PastExperience(connection, day),
        learn_stages(connection, period, roster, until),
        read_chances(connection, day, horizon, (row[0] for row in rows), recorded_before=until),
    )


def recomputed_standing(facts: Facts, day: date, scope: Scope, stays: Stays | None = None) -> Standing:
    """What was true on ``day`` by all that is known today; where nobody used the cockpit then."""
    period = Period.of(facts.period.first, facts.period.today, as_of=day)
    return read_standing(Facts(facts.connection, period, facts.roster, facts.settings), scope, stays=stays)
