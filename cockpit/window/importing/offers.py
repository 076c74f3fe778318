"""What the contents of columns suggest, in a line: taken all at once, or one by one in the table."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cockpit.language import tr
from cockpit.window.importing.strip import paint_tint
from cockpit.window.kit.cards import GRID, button, label
from cockpit.window.kit.theme import SYMBOLS, theme_signals

NAMED = 6
"""So many fields are named."""


class Offers(QWidget):
    """Hidden while nothing is suggested."""

    def __init__(self, take: Callable[[], None]) -> None:
        super().__init__()
        self._words = label("")
        self._words.setWordWrap(True)
        self.take = button("", take)
        self.take.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(2 * GRID)
        row.addWidget(self._words, 1)
        row.addWidget(self.take)
        theme_signals.changed.connect(self.update)
        self.hide()

    def show_offers(self, names: Sequence[str]) -> None:
        """``names`` of the fields that columns may be."""
        named = tr("、").join(names[:NAMED]) + (" …" if len(names) > NAMED else "")
        self._words.setText(
            SYMBOLS["watch"] + " " + tr("从内容看,有 {n} 列可能是:{names}。", n=len(names), names=named)
        )
        self.take.setText(tr("都采用"))
        self.setVisible(bool(names))

    def paintEvent(self, _: QPaintEvent) -> None:
        paint_tint(self, "watch")
