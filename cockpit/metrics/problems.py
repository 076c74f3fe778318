"""Who finds the problems, and how many of them come full circle."""

import sqlite3

from attrs import define

from cockpit.metrics.by_scope import ByScope
from cockpit.metrics.deal_rules import in_scope
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Roster, Scope

_OF_PERIOD = "problems.deleted_at IS NULL AND problems.month >= :first AND problems.month <= :last"

_NEXT_MONTH_ENDS = "date(problems.month || '-01', '+2 months', '-1 day')"
_NEXT_MONTH_BEGUN = "date(problems.month || '-01', '+1 month') <= :today"

_VERIFIED = f"""(
    EXISTS (SELECT 1 FROM actions a WHERE a.problem_id = problems.id AND a.deleted_at IS NULL AND a.state <> 'draft')
    AND NOT EXISTS (
        SELECT 1 FROM actions a WHERE a.problem_id = problems.id AND a.deleted_at IS NULL AND a.state <> 'draft'
        AND (a.verdict IS NULL OR a.verdict = 'not_measurable' OR a.verdict_on > {_NEXT_MONTH_ENDS})
    ))"""
"""Every agreed action of the problem was judged by the numbers by the end of the next cycle, and there is one."""


@define
class ProblemTotals:
    all: int = 0
    self_found: int = 0
    due: int = 0
    """Problems whose next cycle has begun, so that their actions can be verified."""
    verified: int = 0


def read_problems(connection: sqlite3.Connection, period: Period, roster: Roster) -> ByScope[ProblemTotals]:
    """The problems of the period's cycles, by the team on the day they were recorded."""
    totals = ByScope(ProblemTotals, roster)
    for person, day, self_found, due, verified in connection.execute(
        f"SELECT person_id, recorded_on, found_by = 'self', {_NEXT_MONTH_BEGUN}, {_VERIFIED}"
        f" FROM problems WHERE {_OF_PERIOD}",
        _parameters(period),
    ):
        for total in totals.of(person, day):
            total.all += 1
            total.self_found += self_found
            if due:
                total.due += 1
                total.verified += verified
    return totals


def problem_rows(period: Period, scope: Scope, *, due: bool = False) -> RowsQuery:
    """The problems of the period; with ``due`` only those that can be verified by now."""
    place, scoped = in_scope(scope, "problems.person_id", "problems.recorded_on")
    where = f"{_OF_PERIOD} AND {place}" + (f" AND {_NEXT_MONTH_BEGUN}" if due else "")
    return RowsQuery("problems", where, {**_parameters(period), **scoped})


def _parameters(period: Period) -> dict[str, object]:
    return {"first": str(period.first), "last": str(period.last), "today": period.today.isoformat()}
