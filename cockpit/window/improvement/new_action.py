"""An action that nobody has written down yet."""

from attrs import frozen

from cockpit.model.cycles import Month
from cockpit.model.loop import Action


@frozen
class NewAction:
    """What a new action begins with: for whom, about which problem, and what that says."""

    person_id: int | None = None
    problem_id: int | None = None
    about: str = ""
    text: str = ""


def unwritten(person: int, begun: NewAction, month: Month) -> Action:
    """Its draft; the cycle that judges it ends on its due day."""
    return Action(
        id=0, note_item_id=None, problem_id=begun.problem_id, person_id=person, month=month, text=begun.text,
        state="draft", metric=None, baseline=None, baseline_reason=None, target=None, due_on=month.next.last_day,
        agreed_on=None, verdict=None, verdict_on=None,
    )  # fmt: skip
