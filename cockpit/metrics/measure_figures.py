"""The figures that targets are set for besides won revenue, and how far each level of them is reached."""

from attrs import frozen

from cockpit.metrics import reasons
from cockpit.metrics.facts import Facts
from cockpit.metrics.figure import Figure
from cockpit.metrics.new_customers import new_customer_rows
from cockpit.metrics.payments import collected_rows, outstanding_rows
from cockpit.metrics.result_figures import figure, missing
from cockpit.metrics.scopes import Scope
from cockpit.metrics.targets import LEVELS, Level, Measure

DONE_KEYS: dict[Measure, str] = {
    "won_revenue": "won_revenue",
    "collected": "collected",
    "new_customers": "new_customers",
    "new_touches": "new_touches",
}
"""What is held against the targets of each measure."""


def collected(facts: Facts, scope: Scope) -> Figure:
    if not facts.payments_are_recorded:
        return missing("collected", reasons.NO_PAYMENTS)
    some, rows = facts.collected[scope], collected_rows(facts.period, facts.settings, scope)
    notes = tuple(
        note(n)
        for note, n in ((reasons.payments_abroad, some.abroad), (reasons.payments_without_deal, some.without_deal))
        if n
    )
    return figure("collected", some.amount, some.count, rows=rows, notes=notes)


def collected_target(facts: Facts, scope: Scope) -> Figure:
    found = facts.targets_of("collected").get(scope)
    return missing("collected_target", reasons.NO_TARGET) if found is None else figure("collected_target", found)


def collected_attainment(facts: Facts, scope: Scope) -> Figure:
    done, wanted = collected(facts, scope), facts.targets_of("collected").get(scope)
    lack = done.reason or (reasons.NO_TARGET if wanted is None else reasons.TARGET_IS_ZERO if wanted == 0 else None)
    if lack or done.value is None or not wanted:
        return missing("collected_attainment", lack or reasons.NO_TARGET, done.n, done.rows)
    return figure("collected_attainment", done.value / wanted, done.n, rows=done.rows, notes=done.notes)


def outstanding(facts: Facts, scope: Scope) -> Figure:
    if not facts.payments_are_recorded:
        return missing("outstanding", reasons.NO_PAYMENTS)
    some = facts.outstanding[scope]
    return figure("outstanding", some.amount, some.count, rows=outstanding_rows(facts.period, facts.settings, scope))


def new_customers(facts: Facts, scope: Scope) -> Figure:
    if not facts.customers_are_known:
        return missing("new_customers", reasons.NO_CUSTOMERS)
    count = facts.new_customers[scope].count
    return figure("new_customers", count, count, rows=new_customer_rows(facts.period, scope))


def new_customers_target(facts: Facts, scope: Scope) -> Figure:
    found = facts.targets_of("new_customers").get(scope)
    lack = reasons.NO_TARGET
    return missing("new_customers_target", lack) if found is None else figure("new_customers_target", found)


@frozen
class Standing:
    """One measure of one scope: what was done, and its targets by level (minor units for money)."""

    measure: Measure
    done: Figure
    targets: dict[Level, int]

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


def standing_of(facts: Facts, scope: Scope, measure: Measure, done: Figure) -> Standing:
    """``done`` is the figure of ``DONE_KEYS[measure]`` for the scope."""
    found = {level: facts.targets_of(measure, level).get(scope) for level in LEVELS}
    return Standing(measure, done, {level: value for level, value in found.items() if value is not None})
