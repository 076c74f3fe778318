"""Who finds the problems, and how many of them come full circle."""

import sqlite3

from attrs import define, frozen

from cockpit.metrics.by_scope import ByScope
from cockpit.metrics.deal_rules import in_scope
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Roster, Scope
from cockpit.model.cycles import Month

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


@frozen
class KindCase:
    """One problem behind a bar of the Pareto of kinds."""

    problem_id: int
    person_id: int
    month: Month
    text: str


@frozen
class KindCount:
    """One kind of problem over some cycles. ``kind`` is None for problems without one; newest cases first."""

    kind: str | None
    cases: tuple[KindCase, ...]

    @property
    def n(self) -> int:
        return len(self.cases)

    @property
    def people(self) -> int:
        return len({case.person_id for case in self.cases})


def problem_kinds(connection: sqlite3.Connection, period: Period, scope: Scope) -> list[KindCount]:
    """The Pareto of kinds over the period's cycles, the most frequent first; what has no kind stands last."""
    place, scoped = in_scope(scope, "problems.person_id", "problems.recorded_on")
    found: dict[str | None, list[KindCase]] = {}
    for kind, number, person, month, text in connection.execute(
        "SELECT k.name, problems.id, problems.person_id, problems.month, problems.text"
        " FROM problems LEFT JOIN problem_kinds k ON k.id = problems.kind_id"
        f" WHERE {_OF_PERIOD} AND {place} ORDER BY problems.month DESC, problems.id DESC",
        {**_parameters(period), **scoped},
    ):
        found.setdefault(kind, []).append(KindCase(number, person, Month.parse(month), text))
    counts = [KindCount(kind, tuple(cases)) for kind, cases in found.items()]
    return sorted(counts, key=lambda count: (count.kind is None, -count.n, count.kind or ""))


@frozen
class Returning:
    """A problem whose kind the same person had in earlier cycles: since when, and in how many cycles with this one."""

    since: Month
    cycles: int


def returning_problems(connection: sqlite3.Connection, month: Month) -> dict[int, Returning]:
    """The problems of the cycle that come back, by id."""
    return {
        number: Returning(Month.parse(since), cycles + 1)
        for number, since, cycles in connection.execute(
            """
            SELECT p.id, min(e.month), count(DISTINCT e.month)
            FROM problems p JOIN problems e
                ON e.person_id = p.person_id AND e.month < p.month AND e.kind_id = p.kind_id AND e.deleted_at IS NULL
            WHERE p.month = ? AND p.deleted_at IS NULL GROUP BY p.id
            """,
            (str(month),),
        )
    }


def _parameters(period: Period) -> dict[str, object]:
    return {"first": str(period.first), "last": str(period.last), "today": period.today.isoformat()}
