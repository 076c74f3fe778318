"""The frame of the import dialog: title, steps, a sentence, what is shown, and what can be done at the foot."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.window.importing.step_strip import StepStrip
from cockpit.window.importing.strip import Strip
from cockpit.window.kit.cards import GRID, divider, label
from cockpit.window.kit.fields import ChoiceField
from cockpit.window.kit.theme import State

if TYPE_CHECKING:
    from cockpit.window.shell import Shell

LARGEST, MARGIN = QSize(1240, 800), 64


class ImportFrame(QDialog):
    """What every step of an import stands in. ``primary`` is the button that leads on."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__(shell)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(tr("导入"))
        self.setAcceptDrops(True)
        self._title, self._words = label("", "title"), label("", "quiet-usual")
        self.steps = StepStrip()
        self.tables = ChoiceField([])
        self.tables.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.tables.setMaximumWidth(400)
        self.strip = Strip()
        self.bar, self.doing = QProgressBar(), label("", "quiet-usual")
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        self._waiting_page = self._waiting()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._waiting_page)
        self._hint = label("", "quiet")
        self._hint.setWordWrap(True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GRID)
        self.primary: QPushButton | None = None
        self._lay_out()
        self.resize(LARGEST.boundedTo(shell.size() - QSize(MARGIN, MARGIN)))

    def say_title(self, title: str, words: str) -> None:
        """What is shown now, and quietly of what."""
        self._title.setText(title)
        self._words.setText(words)

    def say(self, words: str, state: State = "act") -> None:
        """A sentence under the steps; nothing hides it."""
        self.strip.say(words, state)

    def set_buttons(self, hint: str, *buttons: QPushButton, primary: QPushButton | None = None) -> None:
        """What can be done, the one that leads on last."""
        while taken := self._buttons.takeAt(0):
            if widget := taken.widget():
                widget.hide()
                widget.deleteLater()
        self._hint.setText(hint)
        self.primary = primary
        for one in (*buttons, *([primary] if primary else [])):
            one.setAutoDefault(False)
            self._buttons.addWidget(one)
            # The layout would show it only later, and what is not shown cannot have the focus.
            one.show()

    def show_tables(self, tables: Sequence[tuple[str, str]], chosen: str) -> None:
        """Titles and keys of the tables to choose from; a single one leaves no choice."""
        self.tables.setVisible(len(tables) > 1)
        self.tables.clear()
        for title, key in tables:
            self.tables.addItem(title, key)
        self.tables.setCurrentIndex(max(0, self.tables.findData(chosen)))
        self.tables.setAccessibleName(tr("哪张表"))
        self.tables.setToolTip(tr("Ctrl+PgDown 看下一张表"))

    def hide_steps(self) -> None:
        """What is shown is no step."""
        self.steps.hide()
        self.tables.hide()

    def show_waiting(self, title: str, words: str, *, is_measured: bool) -> None:
        """The bar; where it is not known how far the work is, it only moves."""
        self.say_title(title, words)
        self.say("")
        self.hide_steps()
        self.bar.setRange(0, 100 if is_measured else 0)
        self.bar.setValue(0)
        self.doing.setText("")
        self.show_page(self._waiting_page)

    def show_page(self, page: QWidget) -> None:
        """Show this one of the pages."""
        self.add_page(page)
        self._stack.setCurrentWidget(page)

    def add_page(self, page: QWidget) -> None:
        """Let a page know how large it will be before it is shown."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)

    def _waiting(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(120, 0, 120, 0)
        column.setSpacing(2 * GRID)
        column.addStretch(2)
        self.doing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.bar)
        column.addWidget(self.doing)
        column.addStretch(3)
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, alignment=Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self._words, 1, alignment=Qt.AlignmentFlag.AlignBottom)
        steps = QHBoxLayout()
        steps.setSpacing(GRID)
        steps.addWidget(self.steps, 1)
        steps.addWidget(self.tables)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.setSpacing(2 * GRID)
        foot.addWidget(self._hint, 1)
        foot.addLayout(self._buttons)
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 20, 24, 0)
        inside.setSpacing(12)
        inside.addLayout(head)
        inside.addLayout(steps)
        inside.addWidget(self.strip)
        inside.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(14)
        column.addLayout(inside, 1)
        column.addWidget(divider())
        column.addLayout(foot)
