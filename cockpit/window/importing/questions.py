"""What a file cannot tell by itself: which of 3/5/26 is the month, and whether 1.052 is more than a thousand."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from cockpit.language import noop, tr
from cockpit.window.importing.strip import paint_tint
from cockpit.window.kit.cards import GRID, button, label
from cockpit.window.kit.theme import SYMBOLS, theme_signals

DAY_ORDERS: tuple[tuple[str, str], ...] = (("month_first", noop("月在前")), ("day_first", noop("日在前")))
MARKS: tuple[tuple[str, str], ...] = ((".", noop("点是小数点")), (",", noop("逗号是小数点")))


class Question(QWidget):
    """A sentence and its answers side by side; the one that was given stays marked, and can be changed."""

    def __init__(self, answers: Sequence[tuple[str, str]], choose: Callable[[str], None]) -> None:
        super().__init__()
        self._answers = answers
        self._is_open = False
        self._words = label("")
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(GRID)
        row.addWidget(self._words)
        row.addSpacing(GRID)
        for value, _ in answers:
            made = button("", partial(choose, value))
            made.setCheckable(True)
            made.setAutoDefault(False)
            self._group.addButton(made)
            self.buttons[value] = made
            row.addWidget(made)
        row.addStretch(1)
        self.setFocusProxy(next(iter(self.buttons.values())))
        theme_signals.changed.connect(self.update)
        self.hide()

    def ask(self, words: str, answer: str | None) -> None:
        """``answer`` is the one given already."""
        self._is_open = answer is None
        self._words.setText(f"{SYMBOLS['watch' if self._is_open else 'ok']} {words}")
        self.update()
        self._group.setExclusive(False)
        for value, name in self._answers:
            self.buttons[value].setText(tr(name))
            self.buttons[value].setChecked(value == answer)
        self._group.setExclusive(True)
        self.show()

    def paintEvent(self, _: QPaintEvent) -> None:
        paint_tint(self, "watch" if self._is_open else "ok")


def day_order_question(day: str) -> str:
    """``day`` is a date of the file that can be read in two ways."""
    return tr("“{day}”这样的日期怎么读?", day=day)


def mark_question(number: str) -> str:
    """``number`` is an amount of the file that can be read in two ways."""
    return tr("“{number}”这样的金额怎么读?", number=number)
