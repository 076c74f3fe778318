"""Where each person stands in the five steps: a row a person, a cell a step, one thing in words and a number."""

import sqlite3
from collections import defaultdict
from datetime import date, datetime, time
from typing import Literal

from attrs import define, field, frozen

from cockpit.language import tr
from cockpit.metrics.facts import Facts
from cockpit.metrics.figure import Figure
from cockpit.metrics.improvement import Reading, improvement_readings
from cockpit.metrics.people_results import PersonResult, Standing, people_results_of
from cockpit.metrics.period import Period
from cockpit.metrics.registry import METRICS
from cockpit.metrics.scopes import Scope
from cockpit.metrics.series import won_by_month
from cockpit.model import clock, formats
from cockpit.model.cycles import Month
from cockpit.model.quantities import show_quantity
from cockpit.model.workdays import ONE_DAY

Step = Literal["results", "process", "support", "problems", "improvement"]
CellState = Literal["ok", "watch", "act", "fail", "quiet", "running", "none"]

LINE_MONTHS = 6
"""The small line shows won revenue of so many whole cycles; one that still runs would always seem to fall."""

ENOUGH_CLOSED = 10
"""Below so many closed deals a win rate does not say how much pipeline is needed."""

_KEYS = frozenset({"won_revenue", "target", "attainment", "pace_index", "stalled_count"})
"""What the cells say."""

_OF_STANDING: dict[Standing, CellState] = {"good": "ok", "at_risk": "watch", "poor": "act", "unknown": "none"}


@frozen
class LoopCell:
    """One step of one person. ``sort`` grows with what the step asks of the manager, in Results with the attainment.

    ``line`` is won revenue of the last whole cycles in minor units, the oldest first; only Results has one.
    """

    text: str
    state: CellState = "none"
    sort: float = 0.0
    tip: str = ""
    line: tuple[float, ...] = ()


@frozen
class PersonLoop:
    """One row. ``sort_name`` is what names are sorted by; ``team`` the team, ``overdue`` late promises at ``as_of``."""

    person_id: int
    name: str
    sort_name: str
    team: str | None
    cells: dict[Step, LoopCell]
    overdue: int = 0


@define
class _Supports:
    """Open at ``as_of``."""

    overdue: int = 0
    due: int = 0
    promised: int = 0
    asked: int = 0


@define
class _Problems:
    """Of the cycle; ``open`` are not settled."""

    self_found: int = 0
    by_leader: int = 0
    open: int = 0


@define
class _Actions:
    """``readings`` are of what was agreed in the cycle before; the texts of this cycle's agreed and drafted ones."""

    readings: list[Reading] = field(factory=list)
    running: list[str] = field(factory=list)
    drafts: list[str] = field(factory=list)


def read_loop_board(connection: sqlite3.Connection, period: Period, scope: Scope) -> list[PersonLoop]:
    """Everybody of the scope at ``as_of``, by name, in a few grouped queries."""
    return read_loop_board_of(Facts(connection, period), scope)


def read_loop_board_of(facts: Facts, scope: Scope) -> list[PersonLoop]:
    """Like ``read_loop_board``, from facts that the caller goes on using."""
    connection, period, roster = facts.connection, facts.period, facts.roster
    results = people_results_of(facts, scope, _KEYS)
    last = period.last if period.is_over else period.last.previous
    months = list(last.plus(1 - LINE_MONTHS).through(last))
    lines = won_by_month(connection, months, roster, facts.settings)
    talks = _last_talks(connection, period)
    supports = _supports(connection, period)
    problems, skips = _problems(connection, period)
    actions = _actions(facts)
    as_of = period.as_of.isoformat()
    rows = []
    for result in results:
        person = result.person
        team = roster.team_at(person.id, as_of)
        of_person = supports.get(person.id, _Supports())
        cells: dict[Step, LoopCell] = {
            "results": _results_cell(result, lines.get(person.id, [])),
            "process": _process_cell(result, talks.get(person.id)),
            "support": _support_cell(of_person),
            "problems": _problems_cell(result, problems.get(person.id, _Problems()), skips.get(person.id)),
            "improvement": _improvement_cell(actions.get(person.id, _Actions())),
        }
        rows.append(
            PersonLoop(
                person.id,
                person.name,
                person.pinyin or person.name,
                roster.teams[team].name if team is not None else None,
                cells,
                of_person.overdue,
            )
        )
    return rows


def latest_closed(connection: sqlite3.Connection, period: Period) -> Month | None:
    """The newest cycle before the period in which a deal was closed; None where there is none."""
    day = connection.execute(
        "SELECT max(closed_on) FROM deals WHERE closed_on < ? AND deleted_at IS NULL", (period.start.isoformat(),)
    ).fetchone()[0]
    return Month.of(date.fromisoformat(day)) if day else None


def needed_coverage(win_rate: Figure) -> float | None:
    """How many times the gap has to lie in the pipeline for it to be closed at this win rate by count.

    None where too few deals were closed to tell, or none was won.
    """
    if not win_rate.value or (win_rate.n or 0) < ENOUGH_CLOSED:
        return None
    return 1 / win_rate.value


# --- the cells --------------------------------------------------------------------------------------------------------


def _why(result: PersonResult) -> str:
    return "\n".join(reason.sentence for reason in result.reasons)


def _results_cell(result: PersonResult, line: list[int]) -> LoopCell:
    figures = result.figures
    attainment, won, target = (figures[key].value for key in ("attainment", "won_revenue", "target"))
    told = [tr("赢单 {won},目标 {target}", won=formats.money(won), target=formats.money(target)), _why(result)]
    small = tuple(float(amount) for amount in line) if any(line) else ()
    if small:
        told.append(tr("小图:最近 {n} 个完整周期的赢单收入", n=len(small)))
    if attainment is None:
        text = tr("赢单 {won}", won=formats.money(won)) if won else formats.MISSING
        return LoopCell(text, "none", -1.0, "\n".join(told), small)
    return LoopCell(formats.share(attainment), _OF_STANDING[result.standing], attainment, "\n".join(told), small)


def _process_cell(result: PersonResult, talked_on: date | None) -> LoopCell:
    """Skipped knowingly, something to look at, looked at without a finding, or not looked at: four different things.

    A red line that is open stands before all of them.
    """
    stalled = int(result.figures["stalled_count"].value or 0)
    behind = next((reason for reason in result.reasons if reason.code == "touches_behind"), None)
    told = [tr("{n} 单停滞", n=stalled) if stalled else tr("没有停滞的商机"), _why(result)]
    if talked_on is not None:
        told.append(tr("本周期 {day} 面谈过", day=formats.day_words(talked_on)))
    tip = "\n".join(told)
    if any(reason.code == "red_line" for reason in result.reasons):
        return LoopCell(tr("红线未了结"), "act", 1000.0 + stalled, tip)
    if result.may_be_skipped:
        return LoopCell(tr("可略过:结果好"), "none", -1.0, tip)
    if stalled:
        text = tr("{n} 单停滞", n=stalled) + (" · " + tr("触达少") if behind else "")
        return LoopCell(text, "watch", float(stalled), tip)
    if behind is not None:
        text = tr("新触达 {done} / {plan}", **behind.values)
        return LoopCell(text, "act" if result.standing == "poor" else "watch", 0.9, tip)
    if talked_on is None:
        return LoopCell(tr("未查看"), "quiet", 0.5, tr("结果不算好,本周期还没有面谈过") + "\n" + tip)
    return LoopCell(tr("没有停滞"), "none", 0.0, tip)


def _support_cell(found: _Supports) -> LoopCell:
    told = []
    if found.overdue:
        told.append(tr("{n} 个承诺逾期", n=found.overdue))
    if found.due:
        told.append(tr("今天 {n} 个承诺到期", n=found.due))
    if later := found.promised - found.overdue - found.due:
        told.append(tr("{n} 个承诺还没到期", n=later))
    if found.asked:
        told.append(tr("{n} 个需求等着答复", n=found.asked))
    tip = "\n".join(told) or tr("没有未完成的承诺和需求")
    urgency = found.overdue * 1000 + found.due * 100 + found.promised + found.asked / 10
    if found.overdue:
        return LoopCell(tr("{n} 个逾期", n=found.overdue), "act", urgency, tip)
    if found.due:
        return LoopCell(tr("{n} 个今天到期", n=found.due), "watch", urgency, tip)
    if found.promised:
        return LoopCell(tr("{n} 个承诺", n=found.promised), "none", urgency, tip)
    if found.asked:
        return LoopCell(tr("{n} 个待答复", n=found.asked), "watch", urgency, tip)
    return LoopCell("0", "none", 0.0, tip)


def _problems_cell(result: PersonResult, found: _Problems, skipped_because: str | None) -> LoopCell:
    """Poor results ask for a talk about problems, which begins with the person's own."""
    parts = []
    if found.self_found:
        parts.append(tr("自己 {n}", n=found.self_found))
    if found.by_leader:
        parts.append(tr("上级 {n}", n=found.by_leader))
    told = []
    if found.self_found:
        told.append(tr("自己发现 {n} 个", n=found.self_found))
    if found.by_leader:
        told.append(tr("上级补充 {n} 个", n=found.by_leader))
    if skipped_because:
        told.append(tr("略过自评:{reason}", reason=skipped_because))
    if parts:
        total = found.self_found + found.by_leader
        told.append(tr("{n} 个还没解决", n=found.open) if found.open else tr("都解决了"))
        return LoopCell(" · ".join(parts), "watch" if found.open else "ok", found.open + total / 100, "\n".join(told))
    if skipped_because:
        return LoopCell(tr("略过自评"), "none", 0.2, "\n".join(told))
    if result.standing == "poor":
        return LoopCell(tr("待自评"), "quiet", 0.5, tr("结果差,本周期还没有记录问题:先请本人自己说"))
    return LoopCell(formats.MISSING, "none", 0.0, tr("本周期没有记录问题"))


def _improvement_cell(found: _Actions) -> LoopCell:
    """What was agreed last cycle comes first, judged by this cycle's numbers; then what runs."""
    failed = [reading for reading in found.readings if _stands_at(reading) == "not_effective"]
    effective = [reading for reading in found.readings if _stands_at(reading) == "effective"]
    partly = [reading for reading in found.readings if _stands_at(reading) == "partly"]
    open_still = [reading for reading in found.readings if _stands_at(reading) == "running"]
    running = len(open_still) + len(found.running)
    told = [_told(reading) for reading in found.readings]
    told += [tr("进行中:{text}", text=text) for text in found.running]
    told += [tr("草稿:{text}", text=text) for text in found.drafts]
    tip = "\n".join(told)
    if failed:
        return LoopCell(tr("{n} 项未见效", n=len(failed)), "fail", 100.0 + len(failed), tip)
    if effective:
        return LoopCell(tr("{n} 项见效", n=len(effective)), "ok", -float(len(effective)), tip)
    if partly:
        return LoopCell(tr("{n} 项部分见效", n=len(partly)), "watch", 50.0 + len(partly), tip)
    if running:
        return LoopCell(tr("{n} 项执行中", n=running), "running", float(running), tip)
    if found.drafts:
        return LoopCell(tr("{n} 项待约定", n=len(found.drafts)), "quiet", 0.5, tip)
    return LoopCell(formats.MISSING, "none", 0.0, tip or tr("没有改进动作"))


def _stands_at(reading: Reading) -> str:
    """The manager's verdict; else what the numbers say. While the cycle runs, only what is reached counts already."""
    if reading.verdict is not None:
        return reading.verdict
    if reading.provisional and reading.proposed != "effective":
        return "running"
    return reading.proposed


def _told(reading: Reading) -> str:
    words = {
        "effective": tr("见效:{text}", text=reading.text),
        "partly": tr("部分见效:{text}", text=reading.text),
        "not_effective": tr("未见效:{text}", text=reading.text),
        "not_measurable": tr("无法衡量:{text}", text=reading.text),
        "running": tr("进行中:{text}", text=reading.text),
    }[_stands_at(reading)]
    metric = METRICS.get(reading.metric or "")
    if metric is None or reading.now is None:
        return words
    return (
        words
        + "\n    "
        + tr(
            "{metric} {baseline} → {target},现在 {now}",
            metric=metric.name,
            baseline=show_quantity(reading.baseline, metric.unit),
            target=show_quantity(reading.target, metric.unit),
            now=show_quantity(reading.now.json_value, metric.unit),
        )
    )


# --- what is read -----------------------------------------------------------------------------------------------------


def _last_talks(connection: sqlite3.Connection, period: Period) -> dict[int, date]:
    """Person -> the day of the last one-on-one in the period."""
    begin, end = (
        clock.utc_stamp(datetime.combine(day, time()).astimezone()) for day in (period.start, period.seen_until)
    )
    return {
        person: clock.from_stamp(started).date()
        for person, started in connection.execute(
            "SELECT person_id, max(started_at) FROM meetings WHERE kind = 'one_on_one' AND person_id IS NOT NULL"
            " AND started_at >= ? AND started_at < ? AND deleted_at IS NULL GROUP BY person_id",
            (begin, end),
        )
    }


def _supports(connection: sqlite3.Connection, period: Period) -> dict[int, _Supports]:
    """What is open at ``as_of``; in a past cycle what was open on its last day."""
    as_of = period.as_of.isoformat()
    over, due = ((period.as_of + ONE_DAY).isoformat(), "") if period.is_past_view else (as_of, as_of)
    return {
        person: _Supports(overdue, due, promised, asked)
        for person, overdue, due, promised, asked in connection.execute(
            """
            SELECT person_id, coalesce(sum(promised AND due_on < :over), 0),
                   coalesce(sum(promised AND due_on = :due), 0), sum(promised), sum(NOT promised)
            FROM (
                SELECT person_id, due_on, coalesce(promised_on <= :as_of, state IN ('promised', 'in_hand')) AS promised
                FROM supports
                WHERE deleted_at IS NULL AND person_id IS NOT NULL AND asked_on <= :as_of
                  AND (state IN ('asked', 'promised', 'in_hand') OR (state = 'done' AND done_on > :as_of))
            ) GROUP BY person_id
            """,
            {"as_of": as_of, "over": over, "due": due},
        )
    }


def _problems(connection: sqlite3.Connection, period: Period) -> tuple[dict[int, _Problems], dict[int, str]]:
    first, last = str(period.first), str(period.last)
    found = {
        person: _Problems(self_found, by_leader, still_open)
        for person, self_found, by_leader, still_open in connection.execute(
            "SELECT person_id, sum(found_by = 'self'), sum(found_by = 'leader'), sum(settled_on IS NULL) FROM problems"
            " WHERE deleted_at IS NULL AND month >= ? AND month <= ? GROUP BY person_id",
            (first, last),
        )
    }
    skips = connection.execute(
        "SELECT person_id, reason FROM self_finding_skips WHERE month >= ? AND month <= ?", (first, last)
    )
    return found, dict(skips)


def _actions(facts: Facts) -> dict[int, _Actions]:
    found: defaultdict[int, _Actions] = defaultdict(_Actions)
    period = facts.period
    for reading in improvement_readings(facts.connection, period, facts=facts):
        found[reading.person_id].readings.append(reading)
    for person, state, text in facts.connection.execute(
        "SELECT person_id, state, text FROM actions WHERE month >= ? AND month <= ? AND deleted_at IS NULL"
        " AND state <> 'closed' ORDER BY person_id, id",
        (str(period.first), str(period.last)),
    ):
        (found[person].drafts if state == "draft" else found[person].running).append(text)
    return dict(found)
