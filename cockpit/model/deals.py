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

HISTORY_FIELDS = {
    "stage_id": "stage",
    "state": "state",
    "amount": "amount",
    "expected_close": "expected_close",
    "owner_id": "owner",
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
