"""Step 4, finding problems: by the person first, by the leader afterwards."""

import sqlite3
from datetime import date

from attrs import frozen

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.metrics import Period, Scope
from cockpit.metrics.scopes import Person, read_roster
from cockpit.model.cycles import Month
from cockpit.model.loop import FIRST_PROBLEM_KINDS, Action, FoundBy, Problem, leader_may_add
from cockpit.operations.note_lines import bring_line_in_step, in_short
from cockpit.operations.operation import Changes, Operation, operation
from cockpit.store import loop
from cockpit.store.file import Store


@frozen
class PersonProblems:
    """One person's cycle: both lists, and why the first was skipped if it was."""

    person: Person
    self_found: list[Problem]
    added_by_leader: list[Problem]
    skipped_because: str | None

    @property
    def leader_may_add(self) -> bool:
        return leader_may_add(len(self.self_found), self.skipped_because)


@frozen
class ProblemBoard:
    """What the page of step 4 shows. ``actions`` are what was begun about a problem, by its id."""

    people: list[PersonProblems]
    kinds: list[str]
    actions: dict[int, list[Action]]


def read_problem_board(connection: sqlite3.Connection, month: Month, scope: Scope, today: date) -> ProblemBoard:
    """The problems of everybody in scope, by name."""
    roster, period = read_roster(connection), Period.of(month, today)
    problems, skips = loop.list_problems(connection, month), loop.list_skips(connection, month)
    people = roster.people_of(scope, period.start.isoformat(), period.as_of.isoformat())
    with_problems = {problem.person_id for problem in problems} - {person.id for person in people}
    people += [
        roster.people[number] for number in sorted(with_problems)
        if roster.counts_in(scope, number, period.as_of.isoformat()) and number in roster.people
    ]  # fmt: skip
    actions: dict[int, list[Action]] = {}
    for action in loop.actions_of_problems(connection, [problem.id for problem in problems]):
        actions.setdefault(action.problem_id or 0, []).append(action)
    return ProblemBoard(
        [
            PersonProblems(
                person,
                [problem for problem in problems if problem.person_id == person.id and problem.found_by == "self"],
                [problem for problem in problems if problem.person_id == person.id and problem.found_by == "leader"],
                skips.get(person.id),
            )
            for person in people
        ],
        list(loop.list_problem_kinds(connection)) or [tr(kind) for kind in FIRST_PROBLEM_KINDS],
        actions,
    )


def record_problem(
    store: Store, person_id: int, month: Month, found_by: FoundBy, text: str, today: date, *, kind: str | None = None,
    evidence: str = "",
) -> Changes:  # fmt: skip
    """Write a problem down. Raises CockpitError when it says nothing, or the leader comes before the person."""
    text = _said(text)
    if found_by == "leader" and not _is_open(store.connection, person_id, month):
        raise CockpitError(tr("先听本人说。"), tr("本人记下一条,或写明为什么跳过,再补充。"))
    with operation(store, noop("记下问题:{text}"), text=in_short(text)) as under_way:
        under_way.changed("problem", loop.insert_problem(store.connection, {
            "person_id": person_id, "month": month, "found_by": found_by, "text": text, "recorded_on": today,
            "kind_id": _kind_id(store.connection, kind), "evidence": evidence.strip(),
        }))  # fmt: skip
    return under_way.changes


def edit_problem(
    store: Store, number: int, *, text: str | None = None, kind: str | None = None, evidence: str | None = None
) -> Changes:
    """Change what it says; None leaves a field as it is, an empty ``kind`` takes the kind away."""
    found = _found(store.connection, number)
    with operation(store, noop("修改问题:{text}"), text=in_short(text or found.text)) as under_way:
        fields: dict[str, object] = {}
        if text is not None and text.strip() != found.text:
            fields["text"] = _said(text)
        if kind is not None and kind.strip() != (found.kind or ""):
            fields["kind_id"] = _kind_id(store.connection, kind)
        if evidence is not None and evidence.strip() != found.evidence:
            fields["evidence"] = evidence.strip()
        if fields:
            loop.update_problem(store.connection, number, fields)
            bring_line_in_step(under_way, found.note_item_id, text=text.strip() if text and "text" in fields else None)
            under_way.changed("problem", number)
    return under_way.changes


def settle_problem(store: Store, number: int, today: date) -> Changes:
    """It is no problem any more."""
    found = _found(store.connection, number)
    with operation(store, noop("问题已解决:{text}"), text=in_short(found.text)) as under_way:
        loop.update_problem(store.connection, number, {"settled_on": today})
        under_way.changed("problem", number)
    return under_way.changes


def reopen_problem(store: Store, number: int) -> Changes:
    """It is a problem after all."""
    found = _found(store.connection, number)
    with operation(store, noop("重新打开问题:{text}"), text=in_short(found.text)) as under_way:
        loop.update_problem(store.connection, number, {"settled_on": None})
        under_way.changed("problem", number)
    return under_way.changes


def remove_problem(store: Store, number: int) -> Changes:
    """Take it off the list, for what was written by mistake; the line of the note loses its mark."""
    found = _found(store.connection, number)
    with operation(store, noop("删除问题:{text}"), text=in_short(found.text)) as under_way:
        loop.update_problem(store.connection, number, {"deleted_at": under_way.at})
        bring_line_in_step(under_way, found.note_item_id, removed=True)
        under_way.changed("problem", number)
    return under_way.changes


def skip_self_finding(store: Store, person_id: int, month: Month, reason: str) -> Changes:
    """The person's own list is left empty on purpose. Raises CockpitError without the reason."""
    if not reason.strip():
        raise CockpitError(tr("跳过要写明原因。"), tr("例如:本人休假,已电话沟通。"))
    with operation(store, noop("跳过本人发现:{reason}"), reason=in_short(reason)) as under_way:
        loop.insert_skip(store.connection, person_id, month, reason.strip())
        under_way.changed("problem")
    return under_way.changes


def take_up_again(under_way: Operation, action: Action, month: Month, today: date, evidence: str) -> int:
    """What an action did not change comes back as a problem of ``month``; its id.

    It keeps who found it first and its kind; without a problem behind the action it is the leader's.
    """
    connection = under_way.store.connection
    former = loop.read_problem(connection, action.problem_id) if action.problem_id else None
    number = loop.insert_problem(connection, {
        "person_id": action.person_id, "month": month, "found_by": former.found_by if former else "leader",
        "text": former.text if former else action.text, "recorded_on": today, "evidence": evidence,
        "kind_id": _kind_id(connection, former.kind if former else None),
    })  # fmt: skip
    under_way.changed("problem", number)
    return number


def _is_open(connection: sqlite3.Connection, person_id: int, month: Month) -> bool:
    problems = loop.list_problems(connection, month, person_id)
    self_found = sum(problem.found_by == "self" for problem in problems)
    return leader_may_add(self_found, loop.list_skips(connection, month).get(person_id))


def _kind_id(connection: sqlite3.Connection, kind: str | None) -> int | None:
    """The kind by its name, made if it is new; with the first one come those that a new store begins with."""
    if not kind or not kind.strip():
        return None
    kinds = loop.list_problem_kinds(connection)
    if not kinds:
        kinds = {name: loop.insert_problem_kind(connection, name) for name in map(tr, FIRST_PROBLEM_KINDS)}
    return kinds.get(kind.strip()) or loop.insert_problem_kind(connection, kind.strip())


def _said(text: str) -> str:
    if not text.strip():
        raise CockpitError(tr("还没写是什么问题。"), tr("写一句再保存。"))
    return text.strip()


def _found(connection: sqlite3.Connection, number: int) -> Problem:
    found = loop.read_problem(connection, number)
    if found is None:
        raise CockpitError(tr("这条问题已经不在了。"), tr("看看是不是刚被删除;可以撤销。"))
    return found
