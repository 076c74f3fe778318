"""The steps of an import in a line: where one is, what is settled, what is open; each a click or a key away."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from cockpit.language import tr
from cockpit.window.importing.steps import TITLES, Step
from cockpit.window.kit.theme import SMALL, SYMBOLS, USUAL, sized, theme, theme_signals

_CIRCLE, _GAP, _PADDING, _HEIGHT = 22, 8, 10, 36


class StepButton(QAbstractButton):
    """A circled number and the title; a tick where nothing is open, the number of open things where something is."""

    def __init__(self, step: Step, parent: QWidget) -> None:
        super().__init__(parent)
        self.step = step
        self.number, self.points = 0, 0
        self.is_current = self.is_settled = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(_HEIGHT)
        theme_signals.changed.connect(self.update)

    def show_state(self, number: int, points: int, *, is_current: bool, is_settled: bool, can_go: bool) -> None:
        """``points``: how many things are open; ``is_settled``: it was looked at, or nothing in it has to be."""
        self.number, self.points, self.is_current, self.is_settled = number, points, is_current, is_settled
        self.setText(tr(TITLES[self.step]))
        self.setEnabled(can_go)
        self.setCursor(Qt.CursorShape.PointingHandCursor if can_go else Qt.CursorShape.ArrowCursor)
        state = tr("{n} 处要看", n=points) if points else tr("已定") if is_settled else ""
        self.setAccessibleName(" ".join(part for part in (str(number), self.text(), state) if part))
        self.setToolTip(f"{self.text()}  Alt+{number}" + (f" · {state}" if state else ""))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(sized(USUAL, bold=True)).horizontalAdvance(self.text())
        badge = QFontMetrics(sized(SMALL)).horizontalAdvance(self._badge()) + _GAP if self.points else 0
        return QSize(2 * _PADDING + _CIRCLE + _GAP + words + badge, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _badge(self) -> str:
        return f"{SYMBOLS['watch']} {self.points}"

    def paintEvent(self, _: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(1, 1, -1, -1)
        if self.is_current or (self.underMouse() and self.isEnabled()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.accent_tint if self.is_current else look.card)
            painter.drawRoundedRect(area, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, 2))
            painter.drawRoundedRect(area, 6, 6)
        color = look.accent if self.is_current else look.text if self.isEnabled() else look.quiet
        circle = QRectF(area.left() + _PADDING - 1, area.center().y() - _CIRCLE / 2 + 0.5, _CIRCLE, _CIRCLE)
        ticked = self.is_settled and not self.is_current and not self.points
        painter.setPen(Qt.PenStyle.NoPen if ticked else QPen(look.accent if self.is_current else look.line, 1.2))
        painter.setBrush(look.ok_tint if ticked else look.card)
        painter.drawEllipse(circle)
        painter.setFont(sized(SMALL))
        painter.setPen(look.ok if ticked else look.accent if self.is_current else look.quiet)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, SYMBOLS["ok"] if ticked else str(self.number))
        words = area.adjusted(_PADDING + _CIRCLE + _GAP - 1, 0, 0, 0)
        painter.setFont(sized(USUAL, bold=self.is_current))
        painter.setPen(color)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.points:
            painter.setFont(sized(SMALL))
            painter.setPen(look.watch)
            right = area.adjusted(0, 0, -_PADDING + 1, 0)
            painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._badge())


class StepStrip(QWidget):
    """``chosen`` sends the step that was clicked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self.buttons: dict[Step, StepButton] = {}
        self.steps: tuple[Step, ...] = ()
        for step in TITLES:
            made = StepButton(step, self)
            made.clicked.connect(lambda _=False, step=step: self.chosen.emit(step))
            self.buttons[step] = made
            self._row.addWidget(made)
        self._row.addStretch(1)

    def show_steps(
        self, steps: Sequence[Step], current: Step, points: Mapping[Step, int], reachable: Sequence[Step]
    ) -> None:
        """``points`` are what is open in each; a step that is not ``reachable`` waits for another."""
        self.setAccessibleName(tr("导入的步骤"))
        self.steps = tuple(steps)
        # Nothing after an open step is settled: what is decided there may change it.
        first_open = next((number for number, step in enumerate(steps) if points.get(step)), len(steps))
        for step, button in self.buttons.items():
            button.setVisible(step in steps)
            if step in steps:
                number = steps.index(step)
                settled = step in reachable and step != "preview" and number < first_open
                button.show_state(
                    number + 1, points.get(step, 0), is_current=step == current, is_settled=settled,
                    can_go=step in reachable,
                )  # fmt: skip
