"""How each person stands in step 1, why, and whose process may be skipped."""

import sqlite3
from typing import Literal

from attrs import frozen

from cockpit.language import noop
from cockpit.metrics import reasons
from cockpit.metrics.facts import Facts
from cockpit.metrics.figure import Figure, Reason
from cockpit.metrics.figures import figures_of
from cockpit.metrics.period import Period
from cockpit.metrics.red_lines import RedLine, red_line_reason
from cockpit.metrics.scopes import Person, Scope

Standing = Literal["good", "at_risk", "poor", "unknown"]

PERSON_KEYS = frozenset(
    {
        *("won_revenue", "won_count", "target", "attainment", "pace", "pace_index", "gap", "open_count"),
        *("pipeline_amount", "weighted_forecast", "win_rate_count", "new_touches", "key_account_follow_up"),
        *("stalled_count", "open_amount"),
    }
)
STANDING_KEYS = frozenset({"pace_index"})
"""What a standing is judged by; new touches come by themselves where there is a plan for them."""


@frozen
class PersonResult:
    """One person's results. ``reasons`` always say why the standing is what it is.

    ``touch_plan`` is the number of new-customer touches planned for the period, None without a plan.
    """

    person: Person
    scope: Scope
    standing: Standing
    reasons: tuple[Reason, ...]
    figures: dict[str, Figure]
    touch_plan: int | None

    @property
    def may_be_skipped(self) -> bool:
        """Where results are good, the process may be skipped."""
        return self.standing == "good"


def people_results(connection: sqlite3.Connection, period: Period, scope: Scope) -> list[PersonResult]:
    """Everybody of the scope at ``as_of``, by name."""
    return people_results_of(Facts(connection, period), scope)


def people_results_of(facts: Facts, scope: Scope, keys: frozenset[str] = PERSON_KEYS) -> list[PersonResult]:
    """Like ``people_results``, from facts that the caller goes on using.

    ``keys`` says which figures are wanted; where only the standing is, ``STANDING_KEYS`` are read much faster.
    """
    period = facts.period
    people = facts.roster.people_of(scope, period.start.isoformat(), period.as_of.isoformat())
    by_id = {found.id: found for found in facts.roster.people_scopes()}
    # To find new touches costs more than all the rest: only where somebody is judged by them.
    wanted = keys | {"new_touches"} if facts.touch_plan else keys
    computed = figures_of(facts, [by_id[person.id] for person in people], wanted)
    return [_result(facts, person, by_id[person.id], computed[by_id[person.id]]) for person in people]


def _result(facts: Facts, person: Person, scope: Scope, figures: dict[str, Figure]) -> PersonResult:
    plan = facts.touch_plan.get(scope)
    standing, why = _judge(facts, figures, plan, facts.red_lines.get(person.id, []))
    return PersonResult(person, scope, standing, why, figures, plan)


def _judge(
    facts: Facts, figures: dict[str, Figure], touch_plan: int | None, red_lines: list[RedLine]
) -> tuple[Standing, tuple[Reason, ...]]:
    """Pace index first; no red line may be open; where there is a plan for touches, they have to be at their pace."""
    index, good, poor = figures["pace_index"], facts.settings.good_pace, facts.settings.poor_pace
    crossed = [red_line_reason(line) for line in red_lines]
    if index.value is None:
        return "unknown", (index.reason or reasons.NO_TARGET, *crossed)
    why = [_pace_reason(index.value, good, poor)]
    standing: Standing = "good" if index.value >= good else "at_risk" if index.value >= poor else "poor"
    if crossed:
        why += crossed
        standing = "at_risk" if standing == "good" else standing
    touches, pace = figures.get("new_touches"), facts.pace
    if touch_plan and touches is not None and touches.value is not None and pace:
        expected = touch_plan * pace
        if touches.value < good * expected:
            why.append(
                Reason(
                    "touches_behind",
                    noop("新客户触达 {done} / 计划 {plan},落后于进度"),
                    {"done": int(touches.value), "plan": touch_plan},
                )
            )
            standing = "at_risk" if standing == "good" else standing
    return standing, tuple(why)


def _pace_reason(index: float, good: float, poor: float) -> Reason:
    values = {"index": f"{index:.2f}"}
    if index >= good:
        return Reason("pace_good", noop("进度指数 {index},跟上了进度"), values)
    if index >= poor:
        return Reason("pace_at_risk", noop("进度指数 {index},略落后于进度"), values)
    return Reason("pace_poor", noop("进度指数 {index},明显落后于进度"), values)
