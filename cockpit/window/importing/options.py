"""What the rows of the files may do, in a line above the preview: add, change, and whether a blank erases."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cockpit.language import noop, tr
from cockpit.operations.import_choices import Mode
from cockpit.window.kit.cards import GRID, button, label
from cockpit.window.kit.fields import ChoiceField

MODES: dict[Mode, str] = {
    "both": noop("新增,也更新已有的"), "add": noop("只新增,已有的不动"), "update": noop("只更新已有的,不新增"),
}  # fmt: skip


class OptionsLine(QWidget):
    """``changed`` sends the mode and whether a blank erases what the store holds."""

    changed = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._name = label("", "quiet-usual")
        self.mode = ChoiceField([])
        self.mode.setMinimumContentsLength(18)
        self.erase = button("", self._send)
        self.erase.setCheckable(True)
        self.erase.setAutoDefault(False)
        # The box is a sign in the text: what is ticked is seen in light and dark alike.
        self.erase.toggled.connect(lambda _: self._name_erase())
        self._name.setBuddy(self.mode)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._name)
        row.addWidget(self.mode)
        row.addSpacing(GRID)
        row.addWidget(self.erase)
        row.addStretch(1)
        self.mode.activated.connect(lambda _: self._send())

    def show_options(self, mode: Mode, *, erase_blanks: bool) -> None:
        """As they are in force."""
        self._name.setText(tr("这次导入"))
        self.mode.clear()
        for value, words in MODES.items():
            self.mode.addItem(tr(words), value)
        self.mode.setCurrentIndex(list(MODES).index(mode))
        self.mode.setAccessibleName(tr("这次导入"))
        self.erase.setChecked(erase_blanks)
        self._name_erase()

    def _name_erase(self) -> None:
        words = tr("文件里空着的,把驾驶舱里的也清空")
        self.erase.setText(("☑ " if self.erase.isChecked() else "☐ ") + words)
        self.erase.setAccessibleName(words)

    def _send(self) -> None:
        self.changed.emit(self.mode.currentData(), self.erase.isChecked())
