"""Half a year of the loop: a one-on-one a month with everybody, and what became of what was agreed in them.

Baselines and verdicts are read from the sample's own figures, so the improvements tell the truth about its numbers.
"""

import sqlite3
from collections import defaultdict
from datetime import date
from random import Random
from typing import Any

from attrs import define, field

from cockpit.metrics.figures import figures
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import read_roster
from cockpit.model.cycles import Month
from cockpit.sample.days import Days
from cockpit.sample.talks import (
    EARLIER_MOODS,
    HINTS,
    IMPROVEMENTS,
    LATEST,
    OLDER_LINES,
    OLDER_PRAISE,
    OLDER_PROMISES,
    PLACES,
    PROBLEM_KINDS,
    Improvement,
    Line,
)
from cockpit.sample.writing import Written, insert, moment

WORKDAYS_BETWEEN_TALKS = 21
# What last month's actions came to where the numbers allow it; the others are still to be looked at.
WANTED_LAST_MONTH = {
    "陈佳": "effective", "孙悦": "effective", "林一帆": "effective", "马晓东": "effective", "赵明远": "partly",
    "郑凯": "partly", "周启航": "not_effective", "许岚": "not_effective",
}  # fmt: skip
# How many of a month's actions were looked at within the next one, by talks ago: it gets better.
VERIFIED = {5: 0.5, 4: 0.6, 3: 0.6, 2: 0.85}
ITEM_KINDS = {
    "?": "request", "!": "promise", "+": "suggestion", "*": "idea", "#": "problem", "##": "leader_problem",
    ">": "action", "^": "praise",
}  # fmt: skip


def judged(baseline: float, target: float, value: float | None) -> str:
    """The verdict by the numbers: target reached, at least half of the way, or less."""
    if value is None:
        return "not_measurable"
    way = (value - baseline) / (target - baseline)
    return "effective" if way >= 1 else "partly" if way >= 0.5 else "not_effective"


@define
class Numbers:
    """What the metrics say about a person in a month, each month read once."""

    connection: sqlite3.Connection
    today: date
    _read: dict[Month, dict[tuple[int | None, str], float | None]] = field(factory=dict)

    def of(self, person: int, month: Month, metric: str) -> float | None:
        if month not in self._read:
            keys = {improvement.metric for improvement in IMPROVEMENTS.values()}
            scopes = [read_roster(self.connection).person_scope(number) for number in self._people()]
            found = figures(self.connection, Period.of(month, self.today), scopes, keys)
            self._read[month] = {
                (scope.id, key): None if figure.json_value is None else float(figure.json_value)
                for scope, of_scope in found.items()
                for key, figure in of_scope.items()
            }
        return self._read[month][person, metric]

    def _people(self) -> list[int]:
        return [number for (number,) in self.connection.execute("SELECT id FROM people ORDER BY id")]


def target_of(improvement: Improvement, baseline: float) -> float:
    """Where the action is to lead from ``baseline``; whole numbers for counts."""
    wanted = baseline * improvement.times + improvement.plus
    wanted = min(max(wanted, improvement.lowest), improvement.highest)
    return float(round(wanted)) if improvement.metric.endswith(("touches", "stalled_count")) else round(wanted, 2)


class Loop:
    """Writes the talks and everything that hangs on them."""

    def __init__(self, connection: sqlite3.Connection, days: Days, written: Written) -> None:
        self.connection = connection
        self.days = days
        self.people = written.people
        self.chance = Random(7)
        self.numbers = Numbers(connection, days.today)
        self.rows: dict[str, list[dict[str, Any]]] = defaultdict(list)

    def write(self) -> None:
        insert(self.connection, "problem_kinds", [{"name": kind} for kind in PROBLEM_KINDS])
        for name in LATEST:
            for talks_ago in range(5, 0, -1):
                self._older_talk(name, talks_ago)
            self._latest_talk(name)
        self._planned_talks()
        for table in ("meetings", "notes", "note_items", "supports", "problems", "actions", "check_ins"):
            insert(self.connection, table, self.rows[table])

    # --- talks ------------------------------------------------------------------------------------------------------

    def _older_talk(self, name: str, talks_ago: int) -> None:
        day = self.days.shift(self.days.today, -LATEST[name].workdays_ago - WORKDAYS_BETWEEN_TALKS * talks_ago)
        if day.isoformat() < self._joined(name):
            return
        promise, kind = self.chance.choice(OLDER_PROMISES)
        late = (self.people[name] + talks_ago) % 6 == 0
        improvement = self._fitting(name, Month.of(day), talks_ago)
        lines = [
            Line("", self.chance.choice(OLDER_LINES)),
            Line("#" if self.chance.random() < 0.45 + 0.06 * (5 - talks_ago) else "##", improvement.problem),
            Line(">", improvement.action),
            Line("!", promise, self.chance.randint(3, 8), "late" if late else "kept", kind),
        ]
        if self.chance.random() < 0.4:
            lines.append(Line("?", "想要一次产品培训", outcome="answered"))
        if self.chance.random() < 0.35:
            lines.append(Line("^", self.chance.choice(OLDER_PRAISE)))
        mood = EARLIER_MOODS[name][5 - talks_ago]
        meeting = self._meeting(name, day, 25 + self.chance.randint(0, 20), mood, "看上月结果,定本月动作")
        self._note(meeting, name, day, lines, improvement, lambda due: self.days.shift(day, due), talks_ago)

    def _latest_talk(self, name: str) -> None:
        talk = LATEST[name]
        day = self.days.shift(self.days.today, -talk.workdays_ago)
        meeting = self._meeting(name, day, talk.minutes, talk.mood, talk.purpose)
        improvement = IMPROVEMENTS[talk.improvement]
        lines = list(talk.lines)
        self._note(meeting, name, day, lines, improvement, self.days.coming, 0, talk.private)

    def _planned_talks(self) -> None:
        for name, workdays, hour in (("李雯", 0, 14), ("周启航", 1, 10), ("郑凯", 3, 16)):
            day = self.days.coming(workdays)
            self.rows["meetings"].append(self._meeting_row(name) | {"planned_for": moment(day, hour)})

    def _meeting_row(self, name: str) -> dict[str, Any]:
        of_person = sum(row["person_id"] == self.people[name] for row in self.rows["meetings"])
        return {
            "id": len(self.rows["meetings"]) + 1, "person_id": self.people[name], "number": of_person + 1,
            "planned_for": None, "started_at": None, "ended_at": None, "place": "二号会议室", "purpose": None,
            "mood": None, "next_on": None,
        }  # fmt: skip

    def _meeting(self, name: str, day: date, minutes: int, mood: int, purpose: str) -> int:
        hour = self.chance.choice((10, 14, 15, 16))
        started = moment(day, hour, self.chance.choice((0, 0, 0, 2, 5)))
        row = self._meeting_row(name) | {
            "planned_for": moment(day, hour), "started_at": started, "ended_at": moment(day, hour, minutes),
            "place": self.chance.choice(PLACES), "purpose": purpose, "mood": mood,
            "next_on": self.days.shift(day, WORKDAYS_BETWEEN_TALKS).isoformat(),
        }  # fmt: skip
        self.rows["meetings"].append(row)
        number: int = row["id"]
        return number

    def _joined(self, name: str) -> str:
        found: str = self.connection.execute(
            "SELECT hired_on FROM people WHERE id = ?", (self.people[name],)
        ).fetchone()[0]
        return found

    # --- what was written down --------------------------------------------------------------------------------

    def _note(
        self, meeting: int, name: str, day: date, lines: list[Line], improvement: Improvement, due_on: Any,
        talks_ago: int, private: str = "",
    ) -> None:  # fmt: skip
        text, problem = [], None
        end_of_next = self.days.at_or_before(Month.of(day).next.last_day)
        for place, line in enumerate(lines):
            due = end_of_next if line.mark == ">" else None if line.due is None else due_on(line.due)
            text.append(" ".join(part for part in (line.mark, line.text, f"@{due:%m-%d}" if due else "") if part))
            if not line.mark:
                continue
            item = self._item(meeting, day, line, place, due)
            if line.mark in ("?", "!"):
                self._support(item, name, day, line, due)
            elif line.mark in ("#", "##"):
                number = self._problem(item, name, day, line, improvement)
                problem = problem or number
            elif line.mark == ">":
                self._action(item, name, day, line, improvement, problem, talks_ago)
        saved = moment(day, 17)
        self.rows["notes"].append(
            {"meeting_id": meeting, "text": "\n".join(text), "private_text": private, "saved_at": saved}
        )

    def _item(self, meeting: int, day: date, line: Line, place: int, due: date | None) -> int:
        number = len(self.rows["note_items"]) + 1
        self.rows["note_items"].append({
            "id": number, "meeting_id": meeting, "kind": ITEM_KINDS[line.mark], "text": line.text,
            "due_on": due.isoformat() if due else None, "line": place, "created_at": moment(day, 16, place),
        })  # fmt: skip
        return number

    def _support(self, item: int, name: str, day: date, line: Line, due: date | None) -> None:
        row: dict[str, Any] = {
            "note_item_id": item, "person_id": self.people[name], "kind": line.kind, "text": line.text,
            "state": "asked", "asked_on": day.isoformat(), "answered_on": None, "promised_on": None,
            "first_due_on": None, "due_on": None, "done_on": None, "giver": "我", "outcome": "",
        }  # fmt: skip
        if line.outcome == "answered":
            answered = self.days.shift(day, self.chance.randint(1, 4)).isoformat()
            row |= {"state": "done", "answered_on": answered, "done_on": answered, "outcome": "排进了月度培训"}
        elif due:
            row |= {
                "state": "in_hand" if line.outcome == "in hand" else "promised", "answered_on": day.isoformat(),
                "promised_on": day.isoformat(), "first_due_on": due.isoformat(), "due_on": due.isoformat(),
            }  # fmt: skip
            if line.outcome in ("kept", "late"):
                late = 3 if line.outcome == "late" else -self.chance.randint(0, 1)
                done = max(day, self.days.shift(due, late))
                row |= {"state": "done", "done_on": done.isoformat(), "outcome": "已办"}
        self.rows["supports"].append(row)

    def _problem(self, item: int, name: str, day: date, line: Line, improvement: Improvement) -> int:
        number = len(self.rows["problems"]) + 1
        kind = improvement.problem_kind if line.text == improvement.problem or line.kind == "internal" else line.kind
        self.rows["problems"].append({
            "id": number, "note_item_id": item, "person_id": self.people[name], "month": str(Month.of(day)),
            "found_by": "leader" if line.mark == "##" else "self", "kind_id": PROBLEM_KINDS.index(kind) + 1,
            "text": line.text, "recorded_on": day.isoformat(), "settled_on": None,
        })  # fmt: skip
        return number

    # --- what it came to ----------------------------------------------------------------------------------------------

    def _fitting(self, name: str, month: Month, talks_ago: int) -> Improvement:
        """An improvement whose metric went the way that the story wants; else any that can be measured."""
        wanted = WANTED_LAST_MONTH.get(name, "partly") if talks_ago == 1 else self.chance.choice(
            ("effective", "effective", "partly", "not_effective")
        )  # fmt: skip
        candidates = list(IMPROVEMENTS.values())
        self.chance.shuffle(candidates)
        measurable = []
        for improvement in candidates:
            baseline = self.numbers.of(self.people[name], month, improvement.metric)
            if baseline is None or (target := target_of(improvement, baseline)) == baseline:
                continue
            value = self.numbers.of(self.people[name], month.next, improvement.metric)
            if judged(baseline, target, value) == wanted:
                return improvement
            measurable.append(improvement)
        return measurable[0] if measurable else IMPROVEMENTS["touches"]

    def _action(
        self, item: int, name: str, day: date, line: Line, improvement: Improvement, problem: int | None, talks_ago: int
    ) -> None:
        person, month = self.people[name], Month.of(day)
        baseline = self.numbers.of(person, month, improvement.metric)
        target = None if baseline is None else target_of(improvement, baseline)
        number = len(self.rows["actions"]) + 1
        row: dict[str, Any] = {
            "id": number, "note_item_id": item, "problem_id": problem, "person_id": person, "month": str(month),
            "text": line.text, "state": "agreed", "metric": improvement.metric, "baseline": baseline,
            "baseline_reason": None, "target": target, "agreed_on": day.isoformat(),
            "due_on": self.days.at_or_before(month.next.last_day).isoformat(), "verdict": None, "verdict_on": None,
        }  # fmt: skip
        self.rows["actions"].append(row)
        check = self.days.shift(day, 7)
        done = check <= self.days.today
        value = self.numbers.of(person, Month.of(min(check, self.days.today)), improvement.metric)
        self.rows["check_ins"].append({
            "action_id": number, "planned_on": check.isoformat(), "happened_on": check.isoformat() if done else None,
            "word": self.chance.choice(HINTS) if done else "", "kind": "hint" if done else None,
            "value": value if done else None,
        })  # fmt: skip
        verdict_on = self._verified_on(name, month, talks_ago)
        if verdict_on and baseline is not None and target is not None:
            verdict = judged(baseline, target, self.numbers.of(person, month.next, improvement.metric))
            row |= {"state": "closed", "verdict": verdict, "verdict_on": verdict_on.isoformat()}
            if verdict == "effective" and problem:
                self.rows["problems"][problem - 1]["settled_on"] = verdict_on.isoformat()

    def _verified_on(self, name: str, month: Month, talks_ago: int) -> date | None:
        """The day on which the numbers of the next month were looked at; None where that is still to come."""
        if month.next > self.days.month:
            return None
        if month.next == self.days.month:
            early = name in WANTED_LAST_MONTH
            return self.days.latest if early else None
        in_time = self.chance.random() < VERIFIED.get(talks_ago, 0.85)
        return self.days.at_or_before(month.next.last_day) if in_time else self.days.shift(month.next.last_day, 2)
