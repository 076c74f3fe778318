"""What scrolls: a page as a whole, that keeps in sight what was opened in it while that grows, and a card's content."""

import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

_SETTLES_MS = 250
"""Lists in lists need a few passes until they have their heights; after so long they have."""
_BAR_WIDTH = 10
"""Of a scroll bar, as the style sheet draws it."""


def scrolled(shown: QWidget) -> QScrollArea:
    """What may be too high for its card scrolls in it. The keyboard goes to what is in it, not to the area."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    shown.setProperty("kind", "today")
    shown.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    area.setWidget(shown)
    return area


class ScrolledColumn(QScrollArea):
    """A column on the page's background. Put things into ``column``; it ends with a stretch of its own."""

    def __init__(self, gap: int, below: int = 0) -> None:
        """``below``: the margin beneath the last thing, where the column reaches to the foot of the page."""
        super().__init__()
        self._below = below
        ground = QWidget()
        ground.setProperty("kind", "page")
        self.column = QVBoxLayout(ground)
        self.column.setSpacing(gap)
        self.column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(ground)
        self._kept: QWidget | None = None
        self._settled = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._settled.timeout.connect(self._let_go)
        # What is shown keeps its width when the bar comes: it then takes the room that was left free for it.
        self.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._make_room(0, 0)

    def keep_in_sight(self, widget: QWidget) -> None:
        """Scroll to it now, and again as it takes its final place; what is too high is shown from its top."""
        self._kept = widget
        self._settled.start()
        QTimer.singleShot(0, self, self._show_kept)

    def _make_room(self, _: int, end: int) -> None:
        self.column.setContentsMargins(0, 0, 0 if end else _BAR_WIDTH, self._below)
        self._show_kept()

    def _show_kept(self) -> None:
        kept = self._kept
        if kept is None or not shiboken6.isValid(kept) or not self.isAncestorOf(kept):
            return
        self.ensureWidgetVisible(kept, 0, 16)
        ground = self.widget()
        if ground is not None and kept.height() > self.viewport().height():
            self.verticalScrollBar().setValue(kept.mapTo(ground, kept.rect().topLeft()).y())

    def _let_go(self) -> None:
        self._show_kept()
        self._kept = None
