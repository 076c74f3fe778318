"""The last step: what the import would do, row by row, and what its rows may do."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cockpit.window.importing.options import OptionsLine
from cockpit.window.importing.sections import SectionsView
from cockpit.window.kit.cards import GRID


class PreviewView(QWidget):
    """The options stand above the sections; a report shows the sections alone."""

    def __init__(self, save_refused: Callable[[], None]) -> None:
        super().__init__()
        self.options = OptionsLine()
        self.sections = SectionsView(save_refused)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID + 4)
        column.addWidget(self.options)
        column.addWidget(self.sections, 1)
