"""How scopes stand in a measure that targets are set for, level by level."""

from collections.abc import Iterable

from attrs import evolve, frozen

from cockpit.metrics.facts import Facts
from cockpit.metrics.figure import Figure
from cockpit.metrics.figures import figures_of
from cockpit.metrics.people_results import Standing
from cockpit.metrics.scopes import Scope
from cockpit.metrics.targets import LEVELS, Level, Measure

DONE_KEYS: dict[Measure, str] = {
    "won_revenue": "won_revenue",
    "collected": "collected",
    "new_customers": "new_customers",
    "new_touches": "new_touches",
}
"""What is held against the targets of each measure."""


@frozen
class MeasureResult:
    """How one scope stands in one measure: what was done, and its targets by level (minor units for money)."""

    measure: Measure
    done: Figure
    targets: dict[Level, int]
    standing: Standing = "unknown"
    """Attainment against the pace of the cycle, by the same limits as won revenue."""

    @property
    def attainment(self) -> float | None:
        """Done / target; None without one. Never capped."""
        wanted = self.targets.get("target")
        return self.done.value / wanted if wanted and self.done.value is not None else None

    def share_of(self, level: Level) -> float | None:
        """Where the level lies in shares of the target."""
        wanted, there = self.targets.get("target"), self.targets.get(level)
        return there / wanted if wanted and there is not None else None

    @property
    def reached(self) -> Level | None:
        """The highest level that is reached; None where not even the target is, or there is none."""
        if self.done.value is None:
            return None
        met = [level for level in LEVELS if self.targets.get(level) and self.done.value >= self.targets[level]]
        return met[-1] if met else None


def measure_result(facts: Facts, scope: Scope, measure: Measure, done: Figure) -> MeasureResult:
    """``done`` is the figure of ``DONE_KEYS[measure]`` for the scope."""
    found = {level: facts.targets_of(measure, level).get(scope) for level in LEVELS}
    result = MeasureResult(measure, done, {level: value for level, value in found.items() if value is not None})
    attained = result.attainment
    if attained is None or not facts.pace:
        return result
    index, settings = attained / facts.pace, facts.settings
    return evolve(
        result,
        standing="good" if index >= settings.good_pace else "at_risk" if index >= settings.poor_pace else "poor",
    )


def measure_results(facts: Facts, scopes: Iterable[Scope], measure: Measure) -> dict[Scope, MeasureResult]:
    """How each scope stands in one measure."""
    chosen, key = list(scopes), DONE_KEYS[measure]
    done = figures_of(facts, chosen, {key})
    return {scope: measure_result(facts, scope, measure, done[scope][key]) for scope in chosen}
