"""Rules about one deal that hold wherever it is changed: what its stage says about its state and its closing day."""

from typing import Literal

from cockpit.language import noop

DealState = Literal["open", "won", "lost"]

STATES: dict[DealState, str] = {"open": noop("在手"), "won": noop("赢单"), "lost": noop("丢单")}
FORECAST_CATEGORIES: dict[str, str] = {
    "commit": noop("承诺成交"), "best_case": noop("最好情形"), "pipeline": noop("管道"), "omitted": noop("不计入"),
}  # fmt: skip
SOURCES: dict[str, str] = {"self": noop("自拓"), "lead": noop("线索")}
"""What the store keeps, and how it is said."""
ORDER_QUESTIONS: dict[str, str] = {
    "right_customer": noop("客户对不对"), "entry_department": noop("从哪个部门切入"), "need": noop("需求在不在手里"),
    "other_departments": noop("其他部门覆盖了没有"), "feasibility": noop("这单能不能成"),
}  # fmt: skip
"""The five questions of an order, in the order in which they are asked."""
QUESTION_WORDS: dict[str, str] = {
    "right_customer": noop("客户对"), "entry_department": noop("切入口"), "need": noop("需求在手"),
    "other_departments": noop("其他部门"), "feasibility": noop("能成"),
}  # fmt: skip
"""The same in a word, for headings."""
ANSWERS: dict[str, str] = {"yes": noop("是"), "no": noop("否"), "unknown": noop("不清楚")}

REQUIRED_FIELDS: dict[str, str] = {
    "field:amount": noop("金额"), "field:expected_close": noop("预计成交"), "field:decision_maker": noop("决策人"),
    "field:entry_department": noop("切入部门"), "field:budget": noop("预算"), "field:next_step": noop("下一步"),
}  # fmt: skip
"""What a stage may ask to be filled in before a deal enters it, beside the five questions, which it asks for by their
own names."""

HISTORY_FIELDS = {
    "stage_id": "stage",
    "state": "state",
    "amount": "amount",
    "expected_close": "expected_close",
    "owner_id": "owner",
    "forecast_category": "forecast_category",
}
"""Columns of a deal whose changes are kept for ever, and what the history calls them."""


def follow_stage(
    stage_kind: DealState, state: DealState, closed_on: str | None, day: str
) -> tuple[DealState, str | None]:
    """State and closing day of a deal that was put into a stage of ``stage_kind`` on ``day`` (ISO).

    A won or lost stage closes the deal, on the day that is known or on ``day``; an open stage opens it again.
    """
    if stage_kind == "open":
        return "open", None
    return stage_kind, closed_on if state == stage_kind and closed_on else day
