"""The figures that targets are set for besides won revenue and touches: collected money and new customers."""

from cockpit.metrics import reasons
from cockpit.metrics.facts import Facts
from cockpit.metrics.figure import Figure
from cockpit.metrics.new_customers import new_customer_rows
from cockpit.metrics.payments import collected_rows, outstanding_rows
from cockpit.metrics.result_figures import figure, missing
from cockpit.metrics.scopes import Scope


def collected(facts: Facts, scope: Scope) -> Figure:
    if not facts.payments_are_recorded:
        return missing("collected", reasons.NO_PAYMENTS)
    some, rows = facts.collected[scope], collected_rows(facts.period, facts.settings, scope)
    if some.count and some.without_rate == some.count:
        return missing("collected", reasons.payments_without_rate(some.without_rate), some.count, rows)
    notes = tuple(
        note(n)
        for note, n in (
            (reasons.payments_without_rate, some.without_rate),
            (reasons.payments_without_deal, some.without_deal),
        )
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
    some, rows = facts.outstanding[scope], outstanding_rows(facts.period, facts.settings, scope)
    if some.without_rate and not some.count:
        return missing("outstanding", reasons.without_rate(some.without_rate), some.without_rate, rows)
    notes = (reasons.without_rate(some.without_rate),) if some.without_rate else ()
    return figure("outstanding", some.amount, some.count, rows=rows, notes=notes)


def new_customers(facts: Facts, scope: Scope) -> Figure:
    if not facts.customers_are_known:
        return missing("new_customers", reasons.NO_CUSTOMERS)
    count = facts.new_customers[scope].count
    return figure("new_customers", count, count, rows=new_customer_rows(facts.period, scope))


def new_customers_target(facts: Facts, scope: Scope) -> Figure:
    found = facts.targets_of("new_customers").get(scope)
    lack = reasons.NO_TARGET
    return missing("new_customers_target", lack) if found is None else figure("new_customers_target", found)
