"""What the frame of the window shows of the store: badges, scopes, what is due. One read, off the window's thread."""

import sqlite3
from datetime import date

from attrs import frozen

from cockpit.language import tr
from cockpit.metrics import WHOLE_TEAM, Period, Scope, figures
from cockpit.metrics.scopes import read_roster
from cockpit.model import formats
from cockpit.window.kit.page import View
from cockpit.window.navigation import Badge

_BADGE_FIGURES = frozenset({"attainment", "stalled_count", "open_count"})


@frozen
class Overview:
    """Everything the frame says."""

    badges: dict[str, Badge]
    scopes: list[tuple[str, Scope | None]]
    scope_title: str
    facts: list[str]
    is_empty: bool


def read_overview(connection: sqlite3.Connection, view: View) -> Overview:
    """Read it for the cycle and scope that are looked at; behind the shield nothing of others, no totals."""
    roster = read_roster(connection)
    period = Period.of(view.month, view.today)
    if view.only_person is not None:
        name = roster.people[view.only_person].name if view.only_person in roster.people else ""
        return Overview({}, [], tr("仅 {name}", name=name), [], is_empty=False)
    found = figures(connection, period, [view.scope], _BADGE_FIGURES)[view.scope]
    due, overdue = _promises(connection, view.today)
    as_of = period.as_of.isoformat()

    def in_scope(by_person: dict[int | None, int]) -> int:
        return sum(n for person, n in by_person.items() if roster.counts_in(view.scope, person, as_of))

    due_here, overdue_here = in_scope(due), in_scope(overdue)
    problems, actions = (in_scope(by_person) for by_person in _open_loop(connection, view))
    stalled = found["stalled_count"].value
    open_count = found["open_count"].value
    badges = {
        "results": Badge(formats.share(found["attainment"].value) if found["attainment"].value is not None else ""),
        "process": Badge(_number(stalled), spoken=tr("{n} 单停滞", n=int(stalled or 0))),
        "support": Badge(
            _number(overdue_here or due_here), bool(overdue_here),
            tr("{n} 个承诺逾期", n=overdue_here) if overdue_here else "",
        ),
        "problems": Badge(_number(problems)),
        "improvement": Badge(_number(actions)),
        "deals": Badge(_number(open_count)),
        "team": Badge(_number(sum(not person.left_on or person.left_on >= as_of for person in roster.people.values()))),
    }  # fmt: skip
    scopes: list[tuple[str, Scope | None]] = [(WHOLE_TEAM.label, WHOLE_TEAM)]
    if roster.teams:
        scopes.append((tr("团队"), None))
        scopes += [(scope.label, scope) for scope in roster.scopes() if scope.kind == "team"]
    scopes.append((tr("销售"), None))
    scopes += [(scope.label, scope) for scope in roster.scopes() if scope.kind == "person"]
    facts = []
    if n := sum(overdue.values()):
        facts.append(tr("{n} 个承诺逾期", n=n))
    if n := sum(due.values()):
        facts.append(tr("今天 {n} 个承诺到期", n=n))
    return Overview(badges, scopes, view.scope.label, facts, is_empty=not roster.people)


def _number(n: float | int | None) -> str:
    return formats.count(n) if n else ""


def _promises(connection: sqlite3.Connection, today: date) -> tuple[dict[int | None, int], dict[int | None, int]]:
    """Promises due today, and overdue, by person."""
    due: dict[int | None, int] = {}
    overdue: dict[int | None, int] = {}
    for person, of_today, late in connection.execute(
        """SELECT person_id, count(*) FILTER (WHERE due_on = ?1), count(*) FILTER (WHERE due_on < ?1) FROM supports
           WHERE deleted_at IS NULL AND state IN ('promised', 'in_hand') AND due_on <= ?1 GROUP BY person_id""",
        (today.isoformat(),),
    ):
        due[person], overdue[person] = of_today, late
    return due, overdue


def _open_loop(connection: sqlite3.Connection, view: View) -> tuple[dict[int | None, int], dict[int | None, int]]:
    """Problems of the cycle that are not settled, and actions that run, by person."""
    month = (str(view.month),)
    problems = connection.execute(
        "SELECT person_id, count(*) FROM problems WHERE deleted_at IS NULL AND settled_on IS NULL AND month = ?"
        " GROUP BY person_id",
        month,
    )
    actions = connection.execute(
        "SELECT person_id, count(*) FROM actions WHERE deleted_at IS NULL AND state = 'agreed' AND verdict IS NULL"
        " AND month <= ? GROUP BY person_id",
        month,
    )
    return dict(problems), dict(actions)
