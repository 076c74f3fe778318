"""Older cycles with something left behind, each with a way there."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cockpit.language import tr
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.window.kit.cards import button


class OlderCycles(QWidget):
    """``chosen`` carries the cycle to look at: an action is judged in the cycle after its own, a draft in its own."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)

    def show_cycles(self, not_judged: Mapping[str, int], not_agreed: Mapping[str, int]) -> None:
        """By cycle how many actions nobody judged, and how many are drafts still; nothing takes no room."""
        while self._row.count():
            taken = self._row.takeAt(0)
            if taken is not None and (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for text, n in not_judged.items():
            month = Month.parse(text)
            words = tr("△ {month}还有 {n} 个没有验证", month=formats.month_text(month.start), n=n)
            self._row.addWidget(button(words, partial(self.chosen.emit, month.next), "watch"))
        for text, n in not_agreed.items():
            month = Month.parse(text)
            words = tr("○ {month}还有 {n} 个草稿", month=formats.month_text(month.start), n=n)
            self._row.addWidget(button(words, partial(self.chosen.emit, month), "plain-quiet"))
        self._row.addStretch(1)
        self.setVisible(bool(not_judged or not_agreed))
