"""Actions agreed before, read off this cycle's numbers."""

import sqlite3
from collections.abc import Iterable
from typing import Literal

from attrs import frozen

from cockpit.language import noop
from cockpit.metrics.facts import Facts
from cockpit.metrics.figure import Figure, Reason
from cockpit.metrics.figures import figures_of
from cockpit.metrics.period import Period
from cockpit.metrics.registry import METRICS, Direction
from cockpit.metrics.scopes import Scope

Verdict = Literal["effective", "partly", "not_effective", "not_measurable"]

NO_METRIC = Reason("no_metric", noop("没有绑定指标"))
NO_TARGET_VALUE = Reason("no_target_value", noop("没有设目标值"))
NO_BASELINE = Reason("no_baseline", noop("约定时没有基线"))


@frozen
class Reading:
    """One action: baseline -> target -> now, in units of the currency, fractions or days.

    ``proposed`` is what the numbers say; the manager confirms. It is provisional while the cycle runs. ``verdict`` is
    what the manager has said, None so far. ``reason`` says why it cannot be measured.
    """

    action_id: int
    person_id: int
    month: str
    text: str
    metric: str | None
    baseline: float | None
    target: float | None
    now: Figure | None
    proposed: Verdict
    reason: Reason | None
    verdict: Verdict | None
    provisional: bool


def improvement_readings(
    connection: sqlite3.Connection,
    period: Period,
    actions: Iterable[int] | None = None,
    scope: Scope | None = None,
    *,
    facts: Facts | None = None,
) -> list[Reading]:
    """The actions agreed in the cycle before the period (or these ids), read by the period's figures.

    ``scope`` leaves out actions of people who are not in it at ``as_of``. Figures are those of the action's person.
    ``facts`` of the same period, where the caller has read them already.
    """
    columns = "id, person_id, month, text, metric, baseline, baseline_reason, target, verdict"
    if actions is None:
        rows = connection.execute(
            f"SELECT {columns} FROM actions WHERE month = ? AND state <> 'draft' AND deleted_at IS NULL"
            " ORDER BY person_id, id",
            (str(period.first.previous),),
        ).fetchall()
    else:
        ids = ", ".join(str(int(action)) for action in actions)
        rows = connection.execute(
            f"SELECT {columns} FROM actions WHERE id IN ({ids}) AND deleted_at IS NULL ORDER BY person_id, id"
        ).fetchall()
    facts, as_of = facts or Facts(connection, period), period.as_of.isoformat()
    if scope is not None:
        rows = [row for row in rows if facts.roster.counts_in(scope, row[1], as_of)]
    keys = {row[4] for row in rows if row[4] in METRICS}
    computed = figures_of(facts, {Scope.person(row[1]) for row in rows}, keys)
    return [_reading(row, computed[Scope.person(row[1])].get(row[4] or ""), not period.is_over) for row in rows]


def _reading(
    row: tuple[int, int, str, str, str | None, float | None, str | None, float | None, Verdict | None],
    now: Figure | None,
    provisional: bool,
) -> Reading:
    action, person, month, text, metric, baseline, baseline_reason, target, verdict = row
    lack = None
    if now is None or metric is None:
        lack = NO_METRIC
    elif target is None:
        lack = NO_TARGET_VALUE
    elif baseline is None:
        lack = Reason("no_baseline", baseline_reason) if baseline_reason else NO_BASELINE
    elif now.json_value is None:
        lack = now.reason
    proposed: Verdict = "not_measurable"
    if now is not None and metric is not None and now.json_value is not None:
        proposed = propose_verdict(baseline, target, now.json_value, METRICS[metric].direction)
    return Reading(action, person, month, text, metric, baseline, target, now, proposed, lack, verdict, provisional)


def propose_verdict(
    baseline: float | None, target: float | None, now: float | None, direction: Direction = "more"
) -> Verdict:
    """Effective: the target is reached. Partly: at least half of the way from baseline to target. Else not effective.

    Which way is better is read from baseline and target; where they are equal, from the metric's direction.
    """
    if baseline is None or target is None or now is None:
        return "not_measurable"
    way = target - baseline
    if way == 0:
        reached = now <= target if direction == "less" else now >= target
        return "effective" if reached else "not_effective"
    done = (now - baseline) / way
    # A fraction of a thousandth keeps 0.1 + 0.2 from missing 0.3.
    if done >= 1 - 1e-9:
        return "effective"
    return "partly" if done >= 0.5 - 1e-9 else "not_effective"
