"""A page in the usual frame: its title, figures in a row, a body, and an empty state that takes the place of all."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from cockpit.window.kit.cards import EmptyState, HeadlineFigure, PageTitle, button
from cockpit.window.kit.page import Page, Window

MARGIN, GAP = 24, 16


class FramedPage(Page):
    """What stands in the frame goes into ``body``, from left to right; a band above it, beneath title and figures, into
    ``head``.
    """

    def __init__(self, window: Window, figures: int = 0, *, bar: int = 0, below: int = 16) -> None:
        """``bar``: so far the body reaches into the right margin with its scroll bar. ``below``: the lowest margin."""
        super().__init__(window)
        self.title = PageTitle()
        self.figures = [HeadlineFigure() for _ in range(figures)]
        self.body = QHBoxLayout()
        self.empty = EmptyState()
        framed = QWidget()
        column = QVBoxLayout(framed)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN - bar, below)
        column.setSpacing(GAP)
        self.head = QVBoxLayout()
        self.head.setContentsMargins(0, 0, bar, 0)
        self.head.setSpacing(GAP)
        self.head.addWidget(self.title)
        if figures:
            row = QHBoxLayout()
            row.setSpacing(GAP)
            for figure in self.figures:
                row.addWidget(figure, 1)
            self.head.addLayout(row)
        column.addLayout(self.head)
        column.addLayout(self.body, 1)
        self._states = QStackedLayout(self)
        self._states.addWidget(framed)
        self._states.addWidget(self.empty)

    def set_empty(self, is_empty: bool) -> None:
        """Show the empty state, or the frame."""
        self._states.setCurrentIndex(1 if is_empty else 0)

    def offer_new(self, write_new: Callable[[], None], kind: str = "secondary") -> None:
        """A button in the title line that begins something new, and Ctrl+N; ``say_new`` gives it its words."""
        self._new = button("", write_new, kind)
        self.title.buttons.addWidget(self._new)
        on_new_keys(self, write_new)

    def say_new(self, words: str, tip: str) -> None:
        """Words and tooltip of that button; the tooltip names the keys."""
        self._new.setText("+ " + words)
        self._new.setToolTip(tip)


def on_new_keys(page: QWidget, write_new: Callable[[], None]) -> None:
    """Ctrl+N in the page or anything in it begins something new."""
    keys = QShortcut(QKeySequence(QKeySequence.StandardKey.New), page)
    keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    keys.activated.connect(write_new)
