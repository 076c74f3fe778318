"""How a typed line was understood, part by part: each a chip that says how sure it is, and offers other answers."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget

from cockpit.language import noop, tr
from cockpit.model.entry_words import Field
from cockpit.model.quick_entry import Entry, Part, PartState
from cockpit.window.kit.cards import GRID
from cockpit.window.kit.theme import SMALL, SYMBOLS, State, sized, theme, theme_signals

HEIGHT, PADDING, WIDEST, NARROWEST = 28, 10, 260, 48
SLACK = 4
"""Qt shortens a text that fits exactly."""
NAMES: dict[Field, str] = {
    "person": noop("谁"), "kind": noop("方式"), "met": noop("见了谁"), "target": noop("客户或商机"),
    "day": noop("哪一天"), "follow_up": noop("下次跟进"),
}  # fmt: skip
_STATES: dict[PartState, State] = {"sure": "ok", "presumed": "watch", "open": "act", "absent": "quiet"}


class Chip(QAbstractButton):
    """One part. A click, Enter or Space asks for its ``menu``: other answers, where there are any."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field: Field = field
        self.part = Part(field, "absent")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(NARROWEST)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme_signals.changed.connect(self.update)

    def show_part(self, part: Part) -> None:
        """Say this part; None of it typed yet: what could be typed."""
        self.part = part
        name = tr(NAMES[self.field])
        said = self.words
        self.setAccessibleName(" ".join((name, said)) if said != name else name)
        self.setToolTip(" · ".join(dict.fromkeys(found for found in (name, part.text, part.reason) if found)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if part.choices else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """What stands on it, without the symbol."""
        part = self.part
        if part.state == "absent":
            return tr(NAMES[self.field])
        if part.state == "open":
            return f"{part.text} · {part.reason}" if part.text and part.text not in part.reason else part.reason
        return f"{part.text} · {part.reason}" if part.reason else part.text

    def _shown(self) -> str:
        more = " ▾" if self.part.choices else ""
        return f"{SYMBOLS[_STATES[self.part.state]]} {self.words}{more}"

    def sizeHint(self) -> QSize:
        width = QFontMetrics(sized(SMALL)).horizontalAdvance(self._shown()) + 2 * PADDING + SLACK
        return QSize(min(WIDEST, width), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        look = theme()
        color, tint = look.of_state(_STATES[self.part.state])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        quiet = self.part.state == "absent"
        painter.setPen(QPen(look.line, 1) if quiet else Qt.PenStyle.NoPen)
        painter.setBrush(look.card if quiet else tint)
        painter.drawRoundedRect(area, 4, 4)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, 2))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        font = sized(SMALL)
        painter.setFont(font)
        painter.setPen(color)
        inside = self.rect().adjusted(PADDING, 0, -PADDING, 0)
        text = QFontMetrics(font).elidedText(self._shown(), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class Chips(QWidget):
    """All parts in a row. ``answered`` is sent with the line as it is with the chosen answer in it."""

    answered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self.chips = {field: Chip(field) for field in NAMES}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for chip in self.chips.values():
            chip.clicked.connect(partial(self.offer, chip.field))
            row.addWidget(chip)
        self.menu: QMenu | None = None
        self.show_entry(None)

    def show_entry(self, entry: Entry | None) -> None:
        """Say how a line was understood; None for no line."""
        self._entry = entry
        for field, chip in self.chips.items():
            chip.show_part(entry.part(field) if entry else Part(field, "absent"))

    def offer_first(self) -> bool:
        """Open the answers to what is asked, else to whatever has other answers; False where there are none."""
        parts = self._entry.parts if self._entry else ()
        wanted = [part for part in parts if part.choices]
        wanted.sort(key=lambda part: part.state != "open")
        return bool(wanted) and self.offer(wanted[0].field)

    def offer(self, field: Field) -> bool:
        """Open the answers of one part as a menu under its chip."""
        chip, entry = self.chips[field], self._entry
        if entry is None or not chip.part.choices:
            return False
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(chip)
        for choice in chip.part.choices:
            line = entry.answered(chip.part, choice)
            self.menu.addAction(choice.text).triggered.connect(lambda _=False, line=line: self.answered.emit(line))
        self.menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))
        self.menu.setActiveAction(self.menu.actions()[0])
        return True
