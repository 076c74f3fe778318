"""The rows of a review below its figures: deals, supports, problems and actions as they stood in the cycle."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any

from cockpit.excel.review_record import (
    AgreedLine,
    DealRow,
    JudgedLine,
    Mark,
    ProblemLine,
    Quantity,
    SupportLine,
)
from cockpit.language import noop, tr
from cockpit.metrics.deal_rules import IS_ESTIMATED, OWN_CURRENCY_AMOUNT, closed_rows, in_scope, open_deals
from cockpit.metrics.facts import Facts
from cockpit.metrics.figure import Figure
from cockpit.metrics.figures import figures_of
from cockpit.metrics.improvement import Reading, improvement_readings
from cockpit.metrics.registry import METRICS
from cockpit.metrics.scopes import Roster, Scope
from cockpit.model.loop import SUPPORT_KINDS, SUPPORT_STATES, VERDICTS, Action, SupportState
from cockpit.store import loop

SOURCES = {"self": noop("自拓"), "lead": noop("线索")}
ACTION_STATES = {"draft": noop("草稿"), "agreed": noop("执行中"), "closed": noop("已判断")}
_VERDICT_MARKS: dict[str, Mark] = {
    "effective": "ok", "partly": "watch", "not_effective": "act", "not_measurable": "quiet",
}  # fmt: skip


def quantity(figure: Figure) -> Quantity:
    """A figure as it is printed: money in units of the currency."""
    reason = figure.reason.sentence if figure.value is None and figure.reason else None
    return Quantity(figure.unit, figure.json_value, figure.n, reason)


def of_metric(key: str | None, value: float | None, reason: str | None = None) -> Quantity:
    """A stored number of a metric (units of the currency, fractions, days)."""
    unit = METRICS[key].unit if key in METRICS else "count"
    return Quantity(unit, value, reason=reason)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


# --- deals ------------------------------------------------------------------------------------------------------------


def read_deals(connection: sqlite3.Connection, facts: Facts, scope: Scope) -> list[DealRow]:
    """Won, then lost deals of the cycle, then what was open at ``as_of``; the largest first.

    In the order of ``cockpit.excel.review_deals.COLUMNS``.
    """
    roster, period = facts.roster, facts.period
    home = facts.settings.currency
    won = closed_rows(period, scope, "deals.state = 'won'")
    lost = closed_rows(period, scope, "deals.state = 'lost'")
    opened = open_deals(period)
    place, scoped = in_scope(scope, "d.owner_id", ":as_of")
    stages = dict(connection.execute("SELECT id, name FROM stages"))
    names = {person.id: person.name for person in roster.people.values()}
    named = (
        "d.name, a.name, d.owner_id, d.stage_id,"
        f" CASE WHEN d.state = 'won' THEN d.amount ELSE {OWN_CURRENCY_AMOUNT} END, {IS_ESTIMATED},"
        " d.currency, d.created_on, d.expected_close, d.closed_on, p.name, d.source, d.lost_reason,"
        " d.next_step, d.next_step_on, d.external_id"
    )
    joined = "LEFT JOIN accounts a ON a.id = d.account_id LEFT JOIN products p ON p.id = d.product_id"
    rows: list[DealRow] = []
    for result, query in ((tr("赢单"), won), (tr("丢单"), lost)):
        where = query.where.replace("deals.", "d.")
        found = connection.execute(
            f"SELECT {named} FROM deals d {joined} WHERE {where} ORDER BY d.amount DESC, d.id", query.parameters
        )
        rows += _deal_rows(result, found, roster, stages, names, home, None)
    columns = named.replace("d.name,", "n.name,", 1)
    for column in ("closed_on", "source", "lost_reason", "next_step_on", "next_step", "external_id"):
        columns = columns.replace(f"d.{column}", f"n.{column}")
    found = connection.execute(
        f"SELECT {columns} FROM ({opened.sql}) d JOIN deals n ON n.id = d.id {joined}"
        f" WHERE {place} ORDER BY d.amount DESC, d.id",
        {"as_of": period.as_of.isoformat(), **opened.parameters, **scoped},
    )
    rows += _deal_rows(tr("在手"), found, roster, stages, names, home, period.as_of.isoformat())
    return rows


def _deal_rows(
    result: str,
    found: Iterable[tuple[Any, ...]],
    roster: Roster,
    stages: dict[int, str],
    names: dict[int, str],
    home: str,
    as_of: str | None,
) -> list[DealRow]:
    """``as_of`` for open deals: the day on which the owner's team counts, and on which nothing was closed yet."""
    sources = {key: tr(name) for key, name in SOURCES.items()}
    estimated, teams = tr("目录价估算"), {number: team.name for number, team in roster.teams.items()}
    of_day: dict[tuple[object, object], str] = {}
    parse, is_open, won = date.fromisoformat, as_of is not None, result == tr("赢单")
    rows: list[DealRow] = []
    for (
        name, account, owner, stage, amount, guessed, currency, created, expected, closed, product, source, lost_reason,
        next_step, next_on, external,
    ) in found:  # fmt: skip
        counted = as_of or closed
        team = of_day.get((owner, counted))
        if team is None:
            number = roster.team_at(owner, str(counted)) if owner in roster.people else None
            team = of_day[owner, counted] = teams.get(number, "") if number is not None else ""
        rows.append((
            result, name, account, names.get(owner, ""), stages.get(stage, ""),
            None if amount is None else amount / 100,
            parse(expected) if expected else None,
            None if is_open or not closed else parse(closed),
            None if is_open else lost_reason,
            next_step if is_open else None,
            parse(next_on) if is_open and next_on else None,
            team,
            parse(created) if created else None,
            product, sources.get(source, source),
            estimated if guessed and amount is not None and not won else None,
            currency if currency != home and not guessed else None,
            external,
        ))  # fmt: skip
    return rows


# --- supports ---------------------------------------------------------------------------------------------------------


def read_supports(connection: sqlite3.Connection, facts: Facts, scope: Scope) -> list[SupportLine]:
    """What was open at ``as_of`` and what was finished in the cycle, the overdue first."""
    period, roster = facts.period, facts.roster
    as_of = period.as_of
    found = []
    for row in connection.execute(
        """
        SELECT s.state, s.kind, s.text, s.person_id, d.name, s.asked_on, s.answered_on, s.promised_on,
               coalesce(s.first_due_on, s.due_on), s.due_on, s.done_on, s.giver, s.outcome
        FROM supports s LEFT JOIN deals d ON d.id = s.deal_id
        WHERE s.deleted_at IS NULL AND s.asked_on <= :as_of
          AND (s.done_on >= :start OR (s.done_on IS NULL AND s.state NOT IN ('done', 'declined')))
        ORDER BY coalesce(s.due_on, '9999'), s.id
        """,
        {"as_of": as_of.isoformat(), "start": period.start.isoformat()},
    ):
        person, asked = row[3], row[5]
        if scope.kind == "all" or roster.counts_in(scope, person, min(as_of.isoformat(), max(asked, ""))):
            found.append(_support(row, roster, as_of))
    order: dict[Mark, int] = {"act": 0, "watch": 1, "quiet": 2, "ok": 3}
    return sorted(found, key=lambda line: order[line.mark])


def _support(row: tuple[str, ...], roster: Roster, as_of: date) -> SupportLine:
    state, kind, text, person, deal, asked, answered, promised, first_due, due, done, giver, outcome = row
    done_on, due_on, first = _day(done), _day(due), _day(first_due)
    shown: SupportState = state  # type: ignore[assignment]
    if done_on is not None and done_on > as_of:
        # Finished after the day of the review: then it was still under way.
        done_on, outcome, shown = None, "", "promised" if promised and promised <= as_of.isoformat() else "asked"
    is_open = shown not in ("done", "declined")
    late = is_open and shown != "asked" and due_on is not None and due_on < as_of
    mark: Mark = "act" if late else "ok" if shown == "done" else "quiet" if shown == "declined" else "watch"
    kept = ""
    if late and due_on is not None:
        kept = tr("晚了 {n} 天", n=(as_of - due_on).days)
    elif shown == "done" and first is not None and done_on is not None:
        kept = tr("按期") if done_on <= first else tr("晚了 {n} 天", n=(done_on - first).days)
    number = int(person) if person is not None else None
    team = roster.team_at(number, as_of.isoformat()) if number in roster.people else None
    return SupportLine(
        state=tr(SUPPORT_STATES[shown]),
        mark=mark,
        kind=tr(SUPPORT_KINDS[kind]),  # type: ignore[index]
        text=text,
        person=roster.people[number].name if number in roster.people else "",
        team=roster.teams[team].name if team in roster.teams else "",
        deal=deal or "",
        asked_on=_day(asked),
        answered_on=_day(answered),
        first_due_on=first,
        due_on=due_on,
        done_on=done_on,
        kept=kept,
        giver=giver or "",
        outcome=outcome or "",
    )


# --- problems and actions ---------------------------------------------------------------------------------------------


def read_judged(connection: sqlite3.Connection, facts: Facts, scope: Scope) -> list[JudgedLine]:
    """The actions agreed last cycle, read off this cycle's numbers."""
    readings = improvement_readings(connection, facts.period, scope=scope, facts=facts)
    return [_judged(facts.roster, reading) for reading in readings]


def _judged(roster: Roster, reading: Reading) -> JudgedLine:
    verdict = reading.verdict or reading.proposed
    said = tr(VERDICTS[verdict])
    if reading.verdict is None:
        said = tr("{verdict}(暂)", verdict=said) if reading.provisional else tr("{verdict}(待确认)", verdict=said)
    mark = _VERDICT_MARKS[verdict]
    if reading.verdict is None and reading.provisional and mark == "act":
        # The month is not over: it may still come.
        mark = "watch"
    missing = verdict == "not_measurable" and reading.reason is not None
    return JudgedLine(
        person=roster.people[reading.person_id].name if reading.person_id in roster.people else "",
        text=reading.text,
        metric=METRICS[reading.metric].name if reading.metric in METRICS else "",
        baseline=of_metric(reading.metric, reading.baseline),
        target=of_metric(reading.metric, reading.target),
        now=quantity(reading.now) if reading.now is not None else of_metric(reading.metric, None),
        mark=mark,
        verdict=said,
        reason=reading.reason.sentence if missing and reading.reason else "",
    )


def read_problems(connection: sqlite3.Connection, facts: Facts, scope: Scope) -> list[ProblemLine]:
    """The cycle's problems, self-found ones of each person first."""
    roster, as_of = facts.roster, facts.period.as_of
    problems = [
        problem
        for problem in loop.list_problems(connection, facts.period.first)
        if problem.person_id in roster.people
        and roster.counts_in(scope, problem.person_id, problem.recorded_on.isoformat())
        and problem.recorded_on <= max(as_of, facts.period.first.last_day)
    ]
    names = {person.id: (person.pinyin or person.name, person.name) for person in roster.people.values()}
    problems.sort(key=lambda problem: (names[problem.person_id], problem.found_by != "self", problem.id))
    return [
        ProblemLine(
            person=names[problem.person_id][1],
            found_by=tr("自己发现") if problem.found_by == "self" else tr("上级补充"),
            kind=tr(problem.kind) if problem.kind else "",
            text=problem.text,
            evidence=problem.evidence,
            recorded_on=problem.recorded_on,
            settled_on=problem.settled_on,
        )
        for problem in problems
    ]


def read_agreed(connection: sqlite3.Connection, facts: Facts, scope: Scope) -> list[AgreedLine]:
    """The cycle's actions, agreed ones before drafts, with the metric as it stands."""
    roster, as_of = facts.roster, facts.period.as_of.isoformat()
    actions = [
        action
        for action in loop.list_actions(connection, [facts.period.first])
        if action.person_id in roster.people and roster.counts_in(scope, action.person_id, as_of)
    ]
    problems = loop.problem_texts(connection, [action.problem_id for action in actions if action.problem_id])
    keys = {action.metric for action in actions if action.metric in METRICS}
    computed = figures_of(facts, {Scope.person(action.person_id) for action in actions}, keys)

    def line(action: Action) -> AgreedLine:
        now = computed[Scope.person(action.person_id)].get(action.metric or "")
        return AgreedLine(
            person=roster.people[action.person_id].name,
            text=action.text,
            problem=problems.get(action.problem_id or 0, ""),
            metric=METRICS[action.metric].name if action.metric in METRICS else "",
            baseline=of_metric(action.metric, action.baseline, action.baseline_reason),
            target=of_metric(action.metric, action.target),
            now=quantity(now) if now is not None else of_metric(action.metric, None),
            due_on=action.due_on,
            state=tr(ACTION_STATES[action.state]),
        )

    names = {person.id: person.pinyin or person.name for person in roster.people.values()}
    actions.sort(key=lambda action: (action.state == "draft", names[action.person_id], action.id))
    return [line(action) for action in actions]
