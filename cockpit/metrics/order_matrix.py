"""The five questions deal by deal: which deals a list holds, in which order, and how each of them is answered."""

import json
import sqlite3
from array import array
from collections.abc import Sequence
from itertools import chain
from typing import Literal

from attrs import field, frozen

from cockpit.metrics.deal_rules import home_amount, open_rows
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.order_answers import answer_to, answers_sql
from cockpit.metrics.order_checks import in_their_order, new_deals, past_stage_lacks, past_stage_rows
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Scope
from cockpit.metrics.settings import read_settings
from cockpit.model.deals import ORDER_QUESTIONS

Listed = Literal["open", "missing", "past_stage", "new"]
Sort = Literal["amount", "stage", "yes"]


def listed_rows(connection: sqlite3.Connection, period: Period, scope: Scope, listed: Listed) -> RowsQuery:
    """The open deals; those of them with a question that is not answered yes; those past a stage without what it needs;
    the opportunities created in the period.
    """
    if listed == "past_stage":
        return past_stage_rows(period, scope)
    if listed == "new":
        return new_deals(connection, period, scope).rows
    return open_rows(period, scope, f"{_yes(period, 'd.id')} < {len(ORDER_QUESTIONS)}" if listed == "missing" else "1")


def _yes(period: Period, deal: str) -> str:
    """How many of the five are answered yes, as an SQL expression."""
    said = (answer_to(period, deal, f"'{question}'") for question in ORDER_QUESTIONS)
    return "(" + " + ".join(f"coalesce({answer} = 'yes', 0)" for answer in said) + ")"


def find_orders(
    connection: sqlite3.Connection, period: Period, rows: RowsQuery, sort: Sort = "amount", *, descending: bool = True
) -> "array[int]":
    """The ids of these deals in the order to show: by amount, stage, or number of answers yes. What has no amount
    stands last both ways."""
    amount = home_amount(":as_of")
    key = {"amount": amount, "stage": "s.position", "yes": _yes(period, "d.id")}[sort]
    way = "DESC" if descending else "ASC"
    found = connection.execute(
        f"SELECT d.id FROM deals d JOIN stages s ON s.id = d.stage_id LEFT JOIN products p ON p.id = d.product_id"
        f" WHERE d.id IN ({rows.ids_sql()}) ORDER BY {key} IS NULL, {key} {way}, {amount} DESC, d.id",
        {"as_of": period.as_of.isoformat(), "currency": read_settings(connection).currency, **rows.parameters},
    )
    return array("q", chain.from_iterable(found))


@frozen
class OrderRow:
    """How one deal is answered: question -> answer and what it rests on; ``lacks``: what the stages passed ask for."""

    answers: dict[str, tuple[str, str]] = field(factory=dict)
    lacks: tuple[str, ...] = ()

    @property
    def yes(self) -> int:
        """The questions answered yes."""
        return sum(answer == "yes" for answer, _ in self.answers.values())


def read_orders(connection: sqlite3.Connection, period: Period, ids: Sequence[int]) -> dict[int, OrderRow]:
    """These deals by id."""
    chosen = {"ids": json.dumps(list(ids)), "as_of": period.as_of.isoformat()}
    evidence = {
        (deal, question): said
        for deal, question, said in connection.execute(
            "SELECT deal_id, question, evidence FROM order_checks WHERE deal_id IN (SELECT value FROM json_each(:ids))",
            {"ids": chosen["ids"]},
        )
    }
    answers: dict[int, dict[str, tuple[str, str]]] = {}
    said = answers_sql(period, "SELECT value AS id FROM json_each(:ids)")
    for deal, question, answer in connection.execute(said, chosen):
        answers.setdefault(deal, {})[question] = (answer, evidence.get((deal, question), ""))
    lacks = past_stage_lacks(connection, period, ids)
    return {deal: OrderRow(answers.get(deal, {}), tuple(in_their_order(lacks.get(deal, ())))) for deal in ids}
