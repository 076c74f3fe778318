"""KA step check: the five questions of an order over the open deals, and deals past a stage without what it needs."""

import sqlite3

from attrs import frozen

from cockpit.metrics.deal_rules import open_rows
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Scope
from cockpit.model.deals import ORDER_QUESTIONS, REQUIRED_FIELDS


def _is_met() -> str:
    """Whether deal ``d`` has what requirement ``r`` asks for. A question has to be answered yes."""
    columns = [(key, key.removeprefix("field:")) for key in REQUIRED_FIELDS]
    # Blank text is nothing filled in; of a number every one counts, 0 too.
    fields = " ".join(f"WHEN '{key}' THEN coalesce(trim(d.{column}), '') <> ''" for key, column in columns)
    return (
        f"CASE r.needed {fields} ELSE EXISTS (SELECT 1 FROM order_checks c"
        " WHERE c.deal_id = d.id AND c.question = r.needed AND c.answer = 'yes') END"
    )


_WITHOUT = f"""d.id IN (
    SELECT d.id FROM deals d JOIN stages at ON at.id = d.stage_id
    JOIN stages s ON s.pipeline_id = at.pipeline_id AND s.kind = 'open' AND s.position <= at.position
    JOIN stage_requirements r ON r.stage_id = s.id
    WHERE d.state = 'open' AND d.deleted_at IS NULL AND NOT {_is_met()})"""
"""The deal has entered a stage, or one after it, that asks for something it does not have."""


@frozen
class StepCheck:
    """The five questions over the open deals of a scope.

    ``yes`` counts the answers by question; ``share_yes`` is over all five of all deals, None without deals: a question
    that has not been asked is not a yes. ``without`` are the deals past a stage without what it needs.
    """

    deals: int
    yes: dict[str, int]
    rows: RowsQuery
    without: int
    without_rows: RowsQuery

    @property
    def share_yes(self) -> float | None:
        """Answers yes over questions that there are to answer."""
        return sum(self.yes.values()) / (self.deals * len(ORDER_QUESTIONS)) if self.deals else None


def step_check(connection: sqlite3.Connection, period: Period, scope: Scope) -> StepCheck:
    """The open deals of the scope as they are answered now."""
    rows, without = open_rows(period, scope), open_rows(period, scope, _WITHOUT)
    count = _count(connection, rows)
    answered = dict(
        connection.execute(
            f"SELECT question, count(*) FROM order_checks WHERE answer = 'yes' AND deal_id IN ({rows.ids_sql()})"
            " GROUP BY question",
            dict(rows.parameters),
        )
    )
    yes = {question: int(answered.get(question, 0)) for question in ORDER_QUESTIONS}
    return StepCheck(count, yes, rows, _count(connection, without), without)


def missing_for(connection: sqlite3.Connection, deal_id: int, stage_id: int) -> list[str]:
    """What a deal lacks to enter a stage: keys of questions and fields, the questions in their order first."""
    found = connection.execute(
        f"SELECT r.needed FROM stage_requirements r JOIN deals d ON d.id = :deal"
        f" WHERE r.stage_id = :stage AND NOT {_is_met()}",
        {"deal": deal_id, "stage": stage_id},
    )
    order = [*ORDER_QUESTIONS, *REQUIRED_FIELDS]
    return sorted((row[0] for row in found if row[0] in order), key=order.index)


def _count(connection: sqlite3.Connection, rows: RowsQuery) -> int:
    found = connection.execute(f"SELECT count(*) FROM ({rows.ids_sql()})", dict(rows.parameters))
    return int(found.fetchone()[0])
