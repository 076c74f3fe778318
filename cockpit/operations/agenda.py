"""What a one-on-one is prepared with: how the person stands in the five steps, and what earlier talks left open."""

import sqlite3
from datetime import date
from typing import Literal

from attrs import frozen

from cockpit.language import tr
from cockpit.metrics import METRICS, Period, RowsQuery, Scope
from cockpit.metrics.facts import Facts
from cockpit.metrics.improvement import Reading, improvement_readings
from cockpit.metrics.people_results import PersonResult, people_results_of
from cockpit.metrics.stalled import stalled
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.model.people import Style
from cockpit.model.quantities import show_quantity
from cockpit.store import meetings

AgendaState = Literal["none", "ok", "watch", "act", "quiet"]

_RESULT_KEYS = frozenset({"won_revenue", "target", "attainment", "pace", "pace_index", "stalled_count"})
_DEALS, _PROMISES, _PROBLEMS, _ACTIONS = 2, 4, 2, 3


@frozen
class AgendaLine:
    """One thing to talk about. ``rows`` stand behind its number; else ``page`` with ``argument`` shows it."""

    text: str
    state: AgendaState = "none"
    rows: RowsQuery | None = None
    title: str = ""
    page: str = ""
    argument: int | None = None


@frozen
class AgendaStep:
    """One of the five steps and its lines, the most pressing first; ``page`` is where all of it is."""

    number: int
    page: str
    lines: tuple[AgendaLine, ...]


@frozen
class Agenda:
    """``carried_from`` is the day of the talk before this one; ``last_minutes`` how long that one took."""

    steps: tuple[AgendaStep, ...]
    style: Style | None
    carried_from: date | None
    last_minutes: int | None


def read_agenda(
    connection: sqlite3.Connection, person_id: int, month: Month, today: date, before: str | None = None
) -> Agenda:
    """Prepare a talk with the person by the figures of ``month``.

    ``before`` is the stamp at which the present talk began; the one before it is what is carried on from.
    """
    facts = Facts(connection, Period.of(month, today))
    person = facts.roster.people.get(person_id)
    scope = Scope.person(person_id) if person is None else facts.roster.person_scope(person_id)
    keys = _RESULT_KEYS | {"new_touches"} if facts.touch_plan else _RESULT_KEYS
    results = people_results_of(facts, scope, keys)
    result = results[0] if results else None
    past = [
        talk for talk in meetings.past_talks(connection, person_id)
        if talk.meeting.ended_at is not None and (before is None or talk.meeting.started_at < before)
    ]  # fmt: skip
    style = connection.execute("SELECT style FROM people WHERE id = ?", (person_id,)).fetchone()
    return Agenda(
        (
            AgendaStep(1, "results", _results(result)),
            AgendaStep(2, "process", _process(connection, facts, scope, result, today)),
            AgendaStep(3, "support", _support(connection, person_id, today)),
            AgendaStep(4, "problems", _problems(connection, person_id, month)),
            AgendaStep(5, "improvement", _improvement(connection, facts, person_id)),
        ),
        style[0] if style else None,
        past[0].meeting.day if past else None,
        past[0].minutes if past else None,
    )


def _results(result: PersonResult | None) -> tuple[AgendaLine, ...]:
    if result is None:
        return (AgendaLine(tr("这个周期不在队里"), "quiet"),)
    figures = result.figures
    won, attainment, pace = figures["won_revenue"], figures["attainment"], figures["pace"]
    title = tr("{name}的赢单", name=result.person.name)
    if attainment.value is None:
        lines = [AgendaLine(tr("赢单 {won},没有设目标", won=formats.money(won.value)), rows=won.rows, title=title)]
    else:
        lines = [
            AgendaLine(
                tr("完成率 {share},进度 {pace}", share=formats.share(attainment.value),
                   pace=formats.share(pace.value)), rows=won.rows, title=title,
            )
        ]  # fmt: skip
    states: dict[str, AgendaState] = {"good": "ok", "at_risk": "watch", "poor": "act", "unknown": "none"}
    lines += [
        AgendaLine(reason.sentence, "act" if reason.code == "red_line" else states[result.standing])
        for reason in result.reasons
        if attainment.value is not None or reason.code == "red_line"
    ]
    return tuple(lines)


def _process(
    connection: sqlite3.Connection, facts: Facts, scope: Scope, result: PersonResult | None, today: date
) -> tuple[AgendaLine, ...]:
    lines = []
    count = int(result.figures["stalled_count"].value or 0) if result else 0
    if result is not None and result.may_be_skipped:
        lines.append(AgendaLine(tr("结果好,过程可略过"), "ok"))
    if count:
        board = stalled(connection, facts.stalled_query, scope, limit=_DEALS)
        shown = [*board.moved.deals, *board.never_moved.deals][:_DEALS]
        lines += [
            AgendaLine(
                tr("{deal}停在{stage} {n} 天", deal=deal.account or deal.name, stage=deal.stage, n=deal.days), "watch",
                page="deals", argument=deal.deal_id,
            )
            for deal in shown
        ]  # fmt: skip
        if count > len(shown):
            rows = facts.stalled_query.rows(scope)
            more = tr("还有 {n} 单停滞", n=count - len(shown))
            lines.append(AgendaLine(more, rows=rows, title=tr("停滞的商机")))
    for number, deal_name, step, step_on in connection.execute(
        """SELECT d.id, coalesce(a.name, d.name), d.next_step, d.next_step_on FROM deals d
           LEFT JOIN accounts a ON a.id = d.account_id
           WHERE d.owner_id = ? AND d.state = 'open' AND d.is_major = 1 AND d.deleted_at IS NULL
             AND coalesce(d.next_step, '') <> '' AND d.next_step_on IS NOT NULL
           ORDER BY d.next_step_on LIMIT ?""",
        (scope.id, _DEALS),
    ):
        day = date.fromisoformat(step_on)
        words = tr("{deal}:{step} {day}", deal=deal_name, step=step, day=_short(day))
        lines.append(AgendaLine(words, "watch" if day < today else "none", page="deals", argument=number))
    return tuple(lines) or (AgendaLine(tr("没有停滞的商机"), "quiet"),)


def _support(connection: sqlite3.Connection, person_id: int, today: date) -> tuple[AgendaLine, ...]:
    rows = connection.execute(
        """SELECT id, text, state, due_on FROM supports
           WHERE person_id = ? AND deleted_at IS NULL AND state IN ('asked', 'promised', 'in_hand')
           ORDER BY state = 'asked', due_on IS NULL, due_on, id""",
        (person_id,),
    ).fetchall()
    lines = []
    for number, text, state, due_on in rows[:_PROMISES]:
        due = date.fromisoformat(due_on) if due_on else None
        tone: AgendaState = "none"
        if state == "asked":
            words = tr("想要:{text}", text=text)
        elif due is None:
            words = tr("{text},没定日期", text=text)
        elif due < today:
            words, tone = tr("{text},晚 {n} 天", text=text, n=(today - due).days), "act"
        elif due == today:
            words, tone = tr("{text},今天到期", text=text), "watch"
        else:
            words = tr("{text},答应 {day}", text=text, day=_short(due))
        lines.append(AgendaLine(words, tone, page="support", argument=number))
    if more := len(rows) - len(lines):
        lines.append(AgendaLine(tr("还有 {n} 项支援没完成", n=more), page="support"))
    return tuple(lines) or (AgendaLine(tr("没有没完成的承诺和需求"), "quiet"),)


def _problems(connection: sqlite3.Connection, person_id: int, month: Month) -> tuple[AgendaLine, ...]:
    rows = connection.execute(
        """SELECT id, text, found_by, recorded_on FROM problems
           WHERE person_id = ? AND deleted_at IS NULL AND settled_on IS NULL AND month <= ?
           ORDER BY recorded_on DESC, id DESC""",
        (person_id, str(month)),
    ).fetchall()
    lines = []
    for number, text, found_by, recorded_on in rows[:_PROBLEMS]:
        day = _short(date.fromisoformat(recorded_on))
        words = tr("{day} {text}", day=day, text=text) if found_by == "self" else tr(
            "{day} {text}(上级补充)", day=day, text=text
        )  # fmt: skip
        lines.append(AgendaLine(words, page="problems", argument=number))
    if more := len(rows) - len(lines):
        lines.append(AgendaLine(tr("以前还有 {n} 个没解决", n=more), "quiet", page="problems"))
    return tuple(lines) or (AgendaLine(tr("没有未解决的问题"), "quiet"),)


def _improvement(connection: sqlite3.Connection, facts: Facts, person_id: int) -> tuple[AgendaLine, ...]:
    ids = [
        row[0]
        for row in connection.execute(
            "SELECT id FROM actions WHERE person_id = ? AND deleted_at IS NULL AND state = 'agreed'"
            " ORDER BY month DESC, id DESC LIMIT ?",
            (person_id, _ACTIONS),
        )
    ]
    readings = {reading.action_id: reading for reading in improvement_readings(
        facts.connection, facts.period, ids, facts=facts)} if ids else {}  # fmt: skip
    lines = [_action_line(readings[number]) for number in ids if number in readings]
    drafts = connection.execute(
        "SELECT count(*) FROM actions WHERE person_id = ? AND deleted_at IS NULL AND state = 'draft'", (person_id,)
    ).fetchone()[0]
    if drafts:
        lines.append(AgendaLine(tr("{n} 项草稿等着定指标和日期", n=drafts), "watch", page="improvement"))
    return tuple(lines) or (AgendaLine(tr("没有进行中的改进动作"), "quiet"),)


def _action_line(reading: Reading) -> AgendaLine:
    metric = METRICS.get(reading.metric or "")
    words = reading.text
    if metric is not None:
        words = tr(
            "{text}:{baseline} → {target},现在 {now}", text=reading.text,
            baseline=show_quantity(reading.baseline, metric.unit), target=show_quantity(reading.target, metric.unit),
            now=show_quantity(reading.now.json_value if reading.now else None, metric.unit),
        )  # fmt: skip
    state: AgendaState = "ok" if reading.proposed == "effective" else "none"
    return AgendaLine(words, state, page="improvement", argument=reading.action_id)


def _short(day: date) -> str:
    """The pane is narrow: "11-24"."""
    return f"{day.month:02}-{day.day:02}"
