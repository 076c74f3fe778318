"""The one question an import may have: which of 3/5/26 is the month?"""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cockpit.language import tr
from cockpit.operations.imports import DayOrder
from cockpit.window.kit.cards import GRID, button, label


class DayOrderQuestion(QWidget):
    """How days are written in this file, where nothing in it tells."""

    def __init__(self, choose: Callable[[DayOrder], None]) -> None:
        super().__init__()
        self._words = label("", "watch")
        self.month_first = button("", lambda: self._chosen("month_first"))
        self.day_first = button("", lambda: self._chosen("day_first"))
        self._choose = choose
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._words)
        for one in (self.month_first, self.day_first):
            one.setCheckable(True)
            one.setAutoDefault(False)
            row.addWidget(one)
        row.addStretch(1)
        self.setFocusProxy(self.month_first)

    def ask(self, day: str) -> None:
        """``day`` is a date of the file that can be read in two ways."""
        self._words.setText("△ " + tr("“{day}”这样的日期怎么读?", day=day))
        self.month_first.setText(tr("月在前"))
        self.day_first.setText(tr("日在前"))
        self.month_first.setChecked(False)
        self.day_first.setChecked(False)

    def _chosen(self, order: DayOrder) -> None:
        self.month_first.setChecked(order == "month_first")
        self.day_first.setChecked(order == "day_first")
        self._choose(order)
