"""The shortcut sheet: every command with its keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from cockpit.language import tr


class ShortcutSheet(QDialog):
    """Two columns: keys, and what they do. Esc closes."""

    def __init__(self, actions: dict[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("快捷键"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        shown = [action for action in actions.values() if action.shortcuts()]
        half = (len(shown) + 1) // 2
        for place, action in enumerate(shown):
            row, side = place % half, place // half
            keys = " / ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())
            label = QLabel(keys, self)
            label.setProperty("kind", "strong")
            grid.addWidget(label, row, side * 2)
            grid.addWidget(QLabel(action.text(), self), row, side * 2 + 1)
        grid.setColumnMinimumWidth(1, 180)
        column.addLayout(grid)
