"""The line above a list that narrows it down: words, choices, what is turned on, and where one came from beneath."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.window.kit.cards import button
from cockpit.window.kit.fields import ChoiceField
from cockpit.window.kit.search_field import SEARCH_AFTER, SearchField


class FilterLine(QWidget):
    """Sends ``changed`` with the filter that is wanted now. A subclass has choices and toggles of its own, and says
    what they mean.
    """

    changed = Signal(object)

    def __init__(self, choices: Sequence[ChoiceField], toggles: Sequence[QPushButton], room_for_words: int) -> None:
        super().__init__()
        self.search = SearchField()
        self.search.setMinimumWidth(176)
        self.search.setMaximumWidth(296)
        self._search_soon = QTimer(self, singleShot=True, interval=SEARCH_AFTER)
        self._search_soon.timeout.connect(lambda: self.take_words(" ".join(self.search.text().split())))
        # Not sent while an input method composes: what is not yet a word is not looked for.
        self.search.textChanged.connect(lambda _: self._search_soon.start())
        self.chip, self.clear = QPushButton(), button("", self.clear_all, "link")
        self.chip.setCheckable(True)
        self.chip.setChecked(True)
        self.chip.clicked.connect(lambda _=False: self.drop_origin())
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, room_for_words)
        for choice in choices:
            choice.setMinimumContentsLength(5)
            choice.setMaximumWidth(168)
            choice.activated.connect(lambda _: self.take_choices())
            row.addWidget(choice, 1)
        for toggle in toggles:
            toggle.setCheckable(True)
            toggle.setCursor(Qt.CursorShape.PointingHandCursor)
            toggle.clicked.connect(lambda _=False: self.take_choices())
            row.addWidget(toggle)
        row.addWidget(self.clear)
        row.addStretch(1)
        self._origin = QWidget()
        origin = QHBoxLayout(self._origin)
        origin.setContentsMargins(0, 0, 0, 0)
        origin.addWidget(self.chip)
        origin.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._origin)
        self._origin.hide()

    def show_words(self, words: str) -> None:
        """The words looked for; what is being typed stays."""
        if not self.search.hasFocus() and self.search.text().strip() != words:
            with QSignalBlocker(self.search):
                self.search.setText(words)

    def forget_words(self) -> None:
        """Nothing is looked for, without telling anybody."""
        with QSignalBlocker(self.search):
            self.search.clear()

    def show_origin(self, origin: str, *, is_from_there: bool) -> None:
        """Where one came from, to be left with a click."""
        shown = self.chip.fontMetrics().elidedText(origin, Qt.TextElideMode.ElideRight, 480)
        self.chip.setText(f"{shown}  ✕")
        self.chip.setChecked(True)
        self.chip.setAccessibleName(tr("去掉条件:{name}", name=origin))
        self._origin.setVisible(is_from_there)

    def take_words(self, words: str) -> None:
        """Other words are looked for."""
        raise NotImplementedError

    def take_choices(self) -> None:
        """Something else was chosen or turned on."""
        raise NotImplementedError

    def clear_all(self) -> None:
        """Everything of the scope again; the origin stays."""
        raise NotImplementedError

    def drop_origin(self) -> object:
        """Leave where one came from."""
        raise NotImplementedError
