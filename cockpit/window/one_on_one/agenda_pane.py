"""What the talk is prepared with: the five steps, each with what there is to say, and a word on how to say it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.model import formats
from cockpit.model.people import STYLES, Style
from cockpit.model.style_advice import TALK_KINDS, TalkKind, advice
from cockpit.operations.agenda import Agenda, AgendaLine, AgendaStep
from cockpit.window.kit.behind import open_rows
from cockpit.window.kit.cards import Card, divider, label
from cockpit.window.kit.fields import ChoiceField
from cockpit.window.kit.page import Window
from cockpit.window.kit.scrolled import scrolled
from cockpit.window.kit.theme import SMALL, USUAL, sized, theme, theme_signals
from cockpit.window.pages import entry

WIDTH = 288
_LONG = 40
"""A talk that took so many minutes the last time is prepared as a long one."""

_SYMBOLS = {"act": "! ", "watch": "△ ", "ok": "✓ "}


class _Number(QWidget):
    """The circled number of a step, as in the side bar."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setFixedSize(22, 22)
        theme_signals.changed.connect(self.update)

    def paintEvent(self, _: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.line, 1.2))
        painter.drawEllipse(QRectF(0.6, 0.6, 20.8, 20.8))
        painter.setPen(look.quiet)
        painter.setFont(sized(SMALL))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


class AgendaEntry(QWidget):
    """One thing to talk about, in the colour of its state. Enter or a click shows what stands behind it, where there
    is something. It paints itself: a style sheet of its own for each line would cost more than all the rest."""

    opened = Signal()

    def __init__(self, line: AgendaLine) -> None:
        super().__init__()
        self._words, self._state = _SYMBOLS.get(line.state, "") + line.text, line.state
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self._words)
        self._can_open = bool(line.rows or line.page)
        if self._can_open:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAccessibleDescription(tr("回车打开"))
        theme_signals.changed.connect(self.update)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width, 10_000)
        return QFontMetrics(sized(USUAL)).boundingRect(room, Qt.TextFlag.TextWordWrap, self._words).height()

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(160))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, QFontMetrics(sized(USUAL)).height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._can_open and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._can_open and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        look = theme()
        colors = {"act": look.act, "watch": look.watch, "ok": look.ok, "quiet": look.quiet}
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(USUAL))
        painter.setPen(colors.get(self._state, look.text))
        painter.drawText(self.rect(), Qt.TextFlag.TextWordWrap, self._words)
        if self.hasFocus():
            painter.setPen(QPen(look.accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)


class AgendaPane(Card):
    """The five steps one below the other; what is longer than the window scrolls."""

    def __init__(self, host: Window) -> None:
        super().__init__()
        self._host = host
        self._style: Style | None = None
        self._chosen_by_hand = False
        self.setFixedWidth(WIDTH)
        self._steps = QWidget()
        self._grid = QGridLayout(self._steps)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._scrolled = scrolled(self._steps)
        self.content.addWidget(self._scrolled, 1)
        self.content.addWidget(divider())
        self._style_name = label("", "quiet")
        self._talk = ChoiceField([])
        self._talk.setMinimumContentsLength(8)
        self._talk.currentIndexChanged.connect(self._advise)
        self._talk.activated.connect(self._choose)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._style_name)
        row.addStretch(1)
        row.addWidget(self._talk)
        self._advice = label("")
        self._advice.setWordWrap(True)
        foot = QVBoxLayout()
        foot.setSpacing(4)
        foot.addLayout(row)
        foot.addWidget(self._advice)
        self.content.addLayout(foot)
        self._shown: Agenda | None = None
        self.retranslate()

    def retranslate(self) -> None:
        """Fixed texts again."""
        chosen = self._talk.currentData() or "short"
        self._talk.blockSignals(True)
        self._talk.clear()
        for kind, name in TALK_KINDS.items():
            self._talk.addItem(tr(name), kind)
        self._talk.setCurrentIndex(max(0, self._talk.findData(chosen)))
        self._talk.blockSignals(False)
        self._talk.setAccessibleName(tr("这次谈话"))
        self._advise()

    def show_agenda(self, agenda: Agenda) -> None:
        """Show what was prepared; nothing is rebuilt that says the same."""
        carried = tr("接 {day} 的面谈", day=formats.day_short(agenda.carried_from)) if agenda.carried_from else ""
        self.set_title(tr("按五步备好的"), carried)
        if self._shown is None or self._shown.steps != agenda.steps:
            self._show_steps(agenda.steps)
        self._style = agenda.style
        if not self._chosen_by_hand:
            kind: TalkKind = "long" if (agenda.last_minutes or 0) >= _LONG else "short"
            self._talk.setCurrentIndex(self._talk.findData(kind))
        self._shown = agenda
        self._advise()

    def clear(self) -> None:
        """Another person: nothing of the one before may be seen meanwhile."""
        self._chosen_by_hand = False
        self._shown, self._style = None, None
        self.set_title(tr("按五步备好的"))
        self._show_steps(())
        self._advise()

    def _show_steps(self, steps: tuple[AgendaStep, ...]) -> None:
        while taken := self._grid.takeAt(0):
            if widget := taken.widget():
                widget.hide()
                widget.deleteLater()
        for former in range(self._grid.rowCount()):
            self._grid.setRowStretch(former, 0)
            self._grid.setRowMinimumHeight(former, 0)
        row = 0
        for step in steps:
            self._grid.addWidget(_Number(step.number), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(tr(entry(step.page).title), "quiet"), row, 1)
            for line in step.lines:
                row += 1
                shown = AgendaEntry(line)
                shown.opened.connect(self._opener(line))
                self._grid.addWidget(shown, row, 1)
            row += 1
            self._grid.setRowMinimumHeight(row, 10)
            row += 1
        self._grid.setRowStretch(row, 1)

    def _opener(self, line: AgendaLine) -> Callable[[], None]:
        if line.rows is not None:
            return partial(open_rows, self._host, line.rows, line.title)
        arguments: dict[str, object] = {}
        if line.argument is not None:
            arguments = {{"support": "support", "problems": "problem", "improvement": "action", "deals": "deal"}[
                line.page]: line.argument}  # fmt: skip
        return partial(self._host.go, line.page, **arguments)

    def _choose(self) -> None:
        self._chosen_by_hand = True

    def _advise(self) -> None:
        kind: TalkKind = self._talk.currentData() or "short"
        style = tr("{style}型", style=tr(STYLES[self._style])) if self._style else tr("风格还没填")
        self._style_name.setText(style)
        self._advice.setText(advice(self._style, kind))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 400)
