"""What must be true before a deal enters a stage: chosen in a small window over the stage's row."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.model.deals import ORDER_QUESTIONS, REQUIRED_FIELDS
from cockpit.window.kit.cards import label
from cockpit.window.kit.editable_grid import EditableGrid
from cockpit.window.kit.tables import Column

NEEDED = "needed"
"""The key of the column."""


class RequirementsChoice(QFrame):
    """Questions that have to be answered yes, and fields that have to be filled in. What is chosen is written when it
    closes, by Esc or a click beside it: as one step.
    """

    def __init__(self, parent: QWidget, stage: str, needed: Sequence[str], write: Callable[[list[str]], None]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "card")
        self._before, self._write = list(needed), write
        self.boxes: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(tr("进入“{stage}”之前", stage=stage), "strong"))
        for heading, names in ((tr("要答“是”"), ORDER_QUESTIONS), (tr("要填好"), REQUIRED_FIELDS)):
            column.addWidget(label(heading, "quiet"))
            for key, words in names.items():
                box = QCheckBox(tr(words))
                box.setChecked(key in needed)
                column.addWidget(box)
                self.boxes[key] = box
        self.setFocusProxy(next(iter(self.boxes.values())))

    def closeEvent(self, event: object) -> None:
        wanted = [key for key, box in self.boxes.items() if box.isChecked()]
        if wanted != self._before:
            self._before = wanted
            self._write(wanted)
        super().closeEvent(event)  # type: ignore[arg-type]


class StageGrid(EditableGrid):
    """The stages of a team. In the column of what a stage needs, Enter, F2 or a double click asks for the choice."""

    needs_asked = Signal(int, QPoint)

    def __init__(self, columns: Sequence[Column], text_of: Callable[[int, str], str | None]) -> None:
        super().__init__(columns, text_of)

    def write_in(self, typed: str | None = None) -> None:
        """As everywhere else, but for that column."""
        index = self.currentIndex()
        if index.isValid() and self.rows.columns[index.column()].key == NEEDED:
            if typed is None:
                below = self.visualRect(index).bottomLeft()
                self.needs_asked.emit(self.rows.row(index.row()).id, self.viewport().mapToGlobal(below))
            return
        super().write_in(typed)
