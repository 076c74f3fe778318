"""What the steps of an import have in common: they show one table of a file, and hand on what is decided about it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import evolve
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cockpit.operations.import_choices import TableChoices
from cockpit.operations.import_look import TableLook
from cockpit.window.importing.picker import Picker

Ask = Callable[..., None]


class StepView(QWidget):
    """``decided`` sends the decisions about the table in force from now on; ``accepted`` says: go on."""

    decided = Signal(object)
    accepted = Signal()

    def __init__(self, picker: Picker) -> None:
        super().__init__()
        self.picker = picker
        self._look: TableLook | None = None

    @property
    def look(self) -> TableLook:
        """The table that is shown."""
        assert self._look is not None
        return self._look

    @property
    def hint(self) -> str:
        """What the keys do here, in a line."""
        return ""

    def show_look(self, look: TableLook) -> None:
        """Show this table; where it is the one that was shown, the current row stays."""
        self._look = look

    def focus_rows(self) -> None:
        """Put the focus on what is shown. No widget stands in for the view: Tab would pass over what is before it."""
        raise NotImplementedError

    def focus_open(self) -> None:
        """Put the focus where something has to be decided."""
        self.focus_rows()

    def settled(self) -> TableChoices:
        """The decisions when the manager goes on: what was shown and not decided otherwise is agreed to."""
        return self.look.choices

    def ask_next(self) -> bool:
        """Ask what has to be decided before one can go on; False where nothing is open here."""
        return False

    def decide(self, **changed: Any) -> None:
        """The decisions as they were, but for these."""
        self.decided.emit(evolve(self.look.choices, **changed))


def merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Decisions with others on top."""
    return {**old, **new}


def samples_in_a_line(samples: Sequence[str], number: int = 3) -> str:
    """The first few, in one line whatever stands in them."""
    return "  ·  ".join(" ".join(sample.split()) for sample in samples[:number])
