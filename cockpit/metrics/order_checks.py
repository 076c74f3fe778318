"""KA step check: the five questions of an order over the open deals, and deals past a stage without what it needs.

Fields of a deal that keep no history (decision maker, budget, next step, entry department) count as they are filled in
now, whatever day it is seen from.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import frozen

from cockpit.metrics.deal_rules import in_scope, open_deals, open_rows
from cockpit.metrics.facts import Facts
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.order_answers import answer_to, answers_sql
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Scope
from cockpit.model.deals import ANSWERS, ORDER_QUESTIONS, REQUIRED_FIELDS

_WITH_HISTORY = frozenset({"field:amount", "field:expected_close"})
NOT_ASKED = "not_asked"
"""Beside yes, no and unknown, where answers are counted."""


def _is_met(period: Period | None) -> str:
    """Whether deal ``d`` has what requirement ``r`` asks for. A question has to be answered yes.

    ``d`` is a row of ``deals``, or with a period one of ``OpenDeals``.
    """

    def column(key: str) -> str:
        name = key.removeprefix("field:")
        if period is None or key in _WITH_HISTORY:
            return f"d.{name}"
        return f"(SELECT x.{name} FROM deals x WHERE x.id = d.id)"

    # Blank text is nothing filled in; of a number every one counts, 0 too.
    fields = " ".join(f"WHEN '{key}' THEN coalesce(trim({column(key)}), '') <> ''" for key in REQUIRED_FIELDS)
    answer = _TODAYS_ANSWER if period is None else answer_to(period, "d.id", "r.needed")
    return f"CASE r.needed {fields} ELSE coalesce({answer} = 'yes', 0) END"


_TODAYS_ANSWER = "(SELECT c.answer FROM order_checks c WHERE c.deal_id = d.id AND c.question = r.needed)"
_PASSED = (
    "stages at JOIN stages s ON s.pipeline_id = at.pipeline_id AND s.kind = 'open' AND s.position <= at.position"
    " JOIN stage_requirements r ON r.stage_id = s.id"
)
"""What the stage of a deal (``at``), and the stages before it (``s``), ask for (``r``)."""


def past_stage_rows(period: Period, scope: Scope) -> RowsQuery:
    """The open deals that have entered a stage, or one after it, which asks for something that they do not have."""
    lacks = f"EXISTS (SELECT 1 FROM {_PASSED} WHERE at.id = d.stage_id AND NOT {_is_met(period)})"
    return open_rows(period, scope, lacks)


def past_stage_lacks(connection: sqlite3.Connection, period: Period, ids: Sequence[int]) -> dict[int, set[str]]:
    """Of these deals, what the stages that they have passed or stand in ask for and they do not have, as keys."""
    opened = open_deals(period)
    found: defaultdict[int, set[str]] = defaultdict(set)
    for deal, needed in connection.execute(
        f"SELECT d.id, r.needed FROM ({opened.sql}) d, {_PASSED} WHERE at.id = d.stage_id"
        f" AND d.id IN (SELECT value FROM json_each(:ids)) AND NOT {_is_met(period)}",
        {"as_of": period.as_of.isoformat(), **opened.parameters, "ids": json.dumps(list(ids))},
    ):
        found[deal].add(needed)
    return found


@frozen
class StepCheck:
    """The five questions over the open deals of a scope.

    ``answers`` counts by question and by answer (yes, no, unknown, not_asked). ``share_yes`` is over all five of all
    deals, None without deals: a question that has not been asked is not a yes. ``without`` are the deals past a stage
    without what it needs.
    """

    deals: int
    answers: dict[str, dict[str, int]]
    rows: RowsQuery
    without: int
    without_rows: RowsQuery

    @property
    def yes(self) -> dict[str, int]:
        """The answers yes by question."""
        return {question: counts["yes"] for question, counts in self.answers.items()}

    @property
    def share_yes(self) -> float | None:
        """Answers yes over questions that there are to answer."""
        return sum(self.yes.values()) / (self.deals * len(ORDER_QUESTIONS)) if self.deals else None

    def share_of(self, question: str) -> float | None:
        """The deals of which this question is answered yes."""
        return self.answers[question]["yes"] / self.deals if self.deals else None


def step_check(connection: sqlite3.Connection, period: Period, scope: Scope) -> StepCheck:
    """The open deals of the scope at ``as_of``, as they were answered by then."""
    return step_check_of(Facts(connection, period), scope)


def step_check_of(facts: Facts, scope: Scope) -> StepCheck:
    """Like ``step_check``, from facts that the caller goes on using."""
    period, counts = facts.period, facts.order_answers[scope].counts
    deals, without = facts.open[scope].everything.count, past_stage_rows(period, scope)
    answers = {
        question: _with_not_asked({a: counts[question, a] for a in ANSWERS}, deals) for question in ORDER_QUESTIONS
    }
    return StepCheck(deals, answers, open_rows(period, scope), _count(facts.connection, without), without)


def _with_not_asked(counts: dict[str, int], deals: int) -> dict[str, int]:
    return {**counts, NOT_ASKED: deals - sum(counts.values())}


@frozen
class NewDeals:
    """The opportunities created in the period by people of a scope, whatever became of them since.

    ``answers`` counts how the question of their feasibility is answered; ``rows`` are all of them.
    """

    count: int
    answers: dict[str, int]
    rows: RowsQuery
    period: Period

    def rows_answered(self, answer: str) -> RowsQuery:
        """Those answered so: yes, no, unknown or not_asked."""
        said = answer_to(self.period, "deals.id", "'feasibility'")
        where = f"({self.rows.where}) AND coalesce({said}, '{NOT_ASKED}') = :answer"
        return RowsQuery("deals", where, {**self.rows.parameters, "answer": answer})


def new_deals(connection: sqlite3.Connection, period: Period, scope: Scope) -> NewDeals:
    """By creation day; whose they are is told by the owner's team on that day."""
    place, scoped = in_scope(scope, "deals.owner_id", "deals.created_on")
    where = f"deals.deleted_at IS NULL AND deals.created_on >= :start AND deals.created_on < :until AND {place}"
    bounds = {
        "start": period.start.isoformat(), "until": period.seen_until.isoformat(), "as_of": period.as_of.isoformat(),
    }  # fmt: skip
    rows = RowsQuery("deals", where, {**bounds, **scoped})
    count = _count(connection, rows)
    found = dict.fromkeys(ANSWERS, 0)
    said = answers_sql(period, rows.ids_sql())
    found |= connection.execute(
        f"SELECT answer, count(*) FROM ({said}) WHERE question = 'feasibility' GROUP BY 1", dict(rows.parameters)
    )
    return NewDeals(count, _with_not_asked(found, count), rows, period)


def missing_for(connection: sqlite3.Connection, deal_id: int, stage_id: int) -> list[str]:
    """What a deal lacks of what a stage and the open ones before it ask for: keys, the questions in their order first.

    A stage in which deals are closed asks for nothing: what is won is won.
    """
    found = connection.execute(
        f"SELECT DISTINCT r.needed FROM deals d, {_PASSED} WHERE d.id = :deal AND at.id = :stage AND at.kind = 'open'"
        f" AND NOT {_is_met(None)}",
        {"deal": deal_id, "stage": stage_id},
    )
    return in_their_order(row[0] for row in found)


def in_their_order(needed: Iterable[str]) -> list[str]:
    """The questions as they are asked, then the fields; keys that are neither are left out."""
    order = [*ORDER_QUESTIONS, *REQUIRED_FIELDS]
    return sorted((key for key in needed if key in order), key=order.index)


def _count(connection: sqlite3.Connection, rows: RowsQuery) -> int:
    found = connection.execute(f"SELECT count(*) FROM ({rows.ids_sql()})", dict(rows.parameters))
    return int(found.fetchone()[0])
