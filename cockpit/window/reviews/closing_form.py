"""The small form that closes a cycle, and the one that opens it again."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from cockpit.language import tr
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.operations.cycles import StepCheck
from cockpit.window.kit.cards import GRID, Card, Tag, button, label
from cockpit.window.kit.fields import TextField


class ClosingForm(Card):
    """What is still open in each step, what carries over, and the button that freezes. Esc leaves it."""

    def __init__(self, close: Callable[[], None], cancel: Callable[[], None], go: Callable[[str], None]) -> None:
        super().__init__()
        self._go, self._cancel = go, cancel
        self._words = label("", "quiet")
        self._words.setWordWrap(True)
        self.content.addWidget(self._words)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(1, 1)
        self._lines = []
        for row in range(5):
            tag, words = Tag(), label()
            words.setWordWrap(True)
            open_page = button("", partial(self._open, row), "link")
            self._grid.addWidget(tag, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)
            self._grid.addWidget(open_page, row, 2, Qt.AlignmentFlag.AlignTop)
            self._lines.append((tag, words, open_page))
        self.content.addLayout(self._grid)
        self.close_button = button("", close, "primary")
        self.cancel_button = button("", cancel, "secondary")
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        self.content.addSpacing(GRID)
        self.content.addLayout(buttons)
        self.setFocusProxy(self.close_button)
        self._checks: Sequence[StepCheck] = ()

    def show_checks(self, month: Month, checks: Sequence[StepCheck]) -> None:
        """What the five steps say."""
        self._checks = checks
        self.set_title(tr("关账 {month}", month=formats.month_text(month.start)))
        self._words.setText(tr("关账把每个范围的全部指标冻结下来,以后的改动不再影响它们。没了结的事自己带入下个周期。"))
        self.close_button.setText(tr("冻结并关账"))
        self.cancel_button.setText(tr("先不关"))
        for (tag, words, open_page), check in zip(self._lines, checks, strict=False):
            tag.set_state(check.title, "watch" if check.open else "ok")
            words.setText(check.words)
            open_page.setText(tr("去看看"))
            open_page.setAccessibleName(tr("去看看:{step}", step=check.title))
            open_page.setVisible(bool(check.open))

    def _open(self, place: int) -> None:
        if place < len(self._checks):
            self._go(self._checks[place].page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        else:
            super().keyPressEvent(event)


class ReopeningForm(Card):
    """A reason, and the button. Esc leaves it."""

    def __init__(self, reopen: Callable[[str], None], cancel: Callable[[], None]) -> None:
        super().__init__()
        self._reopen, self._cancel = reopen, cancel
        self.reason = TextField()
        self.reason.returnPressed.connect(self._accept)
        self._name = label("", "quiet")
        self._name.setBuddy(self.reason)
        self.reopen_button = button("", self._accept, "primary")
        self.cancel_button = button("", cancel, "secondary")
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.reopen_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        self._words = label("", "quiet")
        self._words.setWordWrap(True)
        self.content.addWidget(self._words)
        self.content.addWidget(self._name)
        self.content.addWidget(self.reason)
        self.content.addLayout(buttons)
        self.setFocusProxy(self.reason)

    def begin(self, month: Month) -> None:
        """Ask for the reason of opening this cycle again."""
        self.set_title(tr("重新打开 {month}", month=formats.month_text(month.start)))
        self._words.setText(tr("冻结的数字留在记录里;重新打开的原因会一直写在这个周期旁边。"))
        self.reason.setPlaceholderText(tr("例如:补录一单漏掉的合同"))
        self._name.setText(tr("原因"))
        self.reason.setAccessibleName(tr("原因"))
        self.reason.clear()
        self.reopen_button.setText(tr("重新打开"))
        self.cancel_button.setText(tr("取消"))

    def _accept(self) -> None:
        self._reopen(self.reason.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        else:
            super().keyPressEvent(event)
