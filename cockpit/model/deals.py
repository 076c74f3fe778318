"""Rules about one deal that hold wherever it is changed: what its stage says about its state and its closing day."""

from typing import Literal

DealState = Literal["open", "won", "lost"]

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
