"""The answers to the five questions of an order: of a deal, and counted over the open deals of every scope.

Seen from a past day they are the answers that had been given by then.
"""

import sqlite3
from collections import Counter

from attrs import define, field

from cockpit.metrics.by_scope import ByScope
from cockpit.metrics.past_days import open_deals_of
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Roster

Answered = dict[str, str]
"""Question -> yes, no or unknown; a question that has not been asked is absent."""


def answer_to(period: Period, deal: str, question: str) -> str:
    """The answer as an SQL expression, of a deal and to a question that are SQL expressions; NULL: not asked.

    Of a past day it takes the parameter ``:as_of``.
    """
    if not period.is_past_view:
        return f"(SELECT c.answer FROM order_checks c WHERE c.deal_id = {deal} AND c.question = {question})"
    return (
        f"(SELECT h.new FROM order_check_history h WHERE h.deal_id = {deal} AND h.question = {question}"
        " AND h.changed_on <= :as_of ORDER BY h.changed_on DESC, h.id DESC LIMIT 1)"
    )


def answers_sql(period: Period, deals: str) -> str:
    """deal_id, question and answer of all answers about ``deals``, a statement that yields ids; takes ``:as_of``.

    The deals come first: of the answers only theirs are looked at, however many there have been.
    """
    if not period.is_past_view:
        return (
            "SELECT c.deal_id, c.question, c.answer FROM"
            f" (SELECT id FROM ({deals})) o CROSS JOIN order_checks c ON c.deal_id = o.id"
        )
    return (
        "SELECT deal_id, question, new AS answer FROM (SELECT h.deal_id, h.question, h.new, row_number() OVER"
        " (PARTITION BY h.deal_id, h.question ORDER BY h.changed_on DESC, h.id DESC) AS place"
        f" FROM (SELECT id FROM ({deals})) o CROSS JOIN order_check_history h ON h.deal_id = o.id"
        " WHERE h.changed_on <= :as_of) WHERE place = 1 AND new IS NOT NULL"
    )


@define
class AnswerTotals:
    """How often each question of the open deals is answered how, by (question, answer)."""

    counts: Counter[tuple[str, str]] = field(factory=Counter)

    @property
    def yes(self) -> int:
        """All answers yes."""
        return sum(count for (_, answer), count in self.counts.items() if answer == "yes")


def read_answers(connection: sqlite3.Connection, period: Period, roster: Roster) -> ByScope[AnswerTotals]:
    """One grouped query over the deals that were open at ``period.as_of``."""
    opened, as_of = open_deals_of(connection, period), period.as_of.isoformat()
    totals = ByScope(AnswerTotals, roster)
    found = answers_sql(period, f"SELECT d.id FROM ({opened.sql}) d")
    for owner, question, answer, count in connection.execute(
        f"SELECT d.owner_id, a.question, a.answer, count(*) FROM ({found}) a JOIN ({opened.sql}) d ON d.id = a.deal_id"
        " GROUP BY 1, 2, 3",
        {**opened.parameters, "as_of": as_of},
    ):
        for total in totals.of(owner, as_of):
            total.counts[question, answer] += count
    return totals


def any_answer(connection: sqlite3.Connection) -> bool:
    """Whether anybody has ever answered one of the five questions."""
    return connection.execute("SELECT 1 FROM order_checks LIMIT 1").fetchone() is not None
