"""How marks look: the colour of each kind of line, and the tag that names it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cockpit.model.marks import NoteKind
from cockpit.window.kit.cards import paint_tag
from cockpit.window.kit.theme import SMALL, sized, theme, theme_signals


def mark_colors(kind: NoteKind) -> tuple[QColor, QColor]:
    """Text colour and tint of a kind; the mark itself tells kinds apart where colours do not."""
    look = theme()
    if kind is NoteKind.PROMISE:
        return look.act, look.act_tint
    if kind in (NoteKind.PROBLEM, NoteKind.LEADER_PROBLEM):
        return look.watch, look.watch_tint
    if kind in (NoteKind.ACTION, NoteKind.PRAISE):
        return look.ok, look.ok_tint
    return look.accent, look.accent_tint


class MarkTag(QWidget):
    """ "! 承诺" on its tint."""

    def __init__(self, kind: NoteKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_signals.changed.connect(self.update)
        self.show_kind(kind)

    def show_kind(self, kind: NoteKind) -> None:
        """Name another kind."""
        self._kind, self._words = kind, f"{kind.symbol} {kind.label}"
        self.setAccessibleName(kind.label)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(sized(SMALL)).horizontalAdvance(self._words) + 14, 22)

    def paintEvent(self, _: QPaintEvent) -> None:
        paint_tag(self, self._words, *mark_colors(self._kind))
