"""A captured line of a note and the thing it became are one: whoever changes the thing changes the line as well."""

from datetime import date

from cockpit.operations.operation import Operation
from cockpit.store.rows import update_row


def in_short(text: str) -> str:
    """As much of a text as the name of an operation takes."""
    first = text.strip().splitlines()[0] if text.strip() else ""
    return first if len(first) <= 20 else first[:19] + "…"


def bring_line_in_step(
    under_way: Operation,
    note_item_id: int | None,
    *,
    text: str | None = None,
    due_on: date | None = None,
    removed: bool = False,
) -> None:
    """Carry a change of a thing to the line it came from; None leaves a part as it is. Nothing to do without a line."""
    fields: dict[str, object] = {}
    if text is not None:
        fields["text"] = text
    if due_on is not None:
        fields["due_on"] = due_on.isoformat()
    if removed:
        fields["removed_at"] = under_way.at
    if note_item_id is not None and fields:
        update_row(under_way.store.connection, "note_items", note_item_id, fields)
        under_way.changed("note_item", note_item_id)
