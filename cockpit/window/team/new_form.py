"""The form in which somebody or something new is begun."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from cockpit.language import tr
from cockpit.window.kit.cards import button
from cockpit.window.kit.fields import Form


class NewForm(Form):
    """Two columns as wide as each other. Esc drops."""

    def __init__(self, cancel: Callable[[], None]) -> None:
        super().__init__(2)
        self._cancel = cancel
        self.share_width()

    def offer(self, accept: Callable[[], None]) -> None:
        """Beneath the fields: to add it, or to leave it."""
        self.buttons.addWidget(button(tr("添加"), accept, "primary"))
        self.buttons.addWidget(button(tr("取消"), self._cancel))
        self.buttons.addStretch(1)
        self.column.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        else:
            super().keyPressEvent(event)
