"""The table of deals."""

from collections.abc import Sequence

from cockpit.metrics.deal_list import DealRow
from cockpit.window.kit.editing import Editing
from cockpit.window.kit.id_source import IdSource
from cockpit.window.kit.sheet import Sheet
from cockpit.window.kit.tables import Column

DealSource = IdSource[DealRow]
_CLEARED = ("amount", "expected_close", "next_step", "next_step_on", "forecast_category", "owner", "lost_reason")
"""What Delete empties: none of the others can be empty."""


class DealsTable(Sheet[DealRow]):
    """Space marks a major deal."""

    def __init__(self, columns: Sequence[Column], editing: Editing) -> None:
        super().__init__(columns, editing, "is_major", _CLEARED)
