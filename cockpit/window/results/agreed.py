"""What was agreed last cycle, judged by this cycle's numbers: the loop comes back to where it began."""

from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from cockpit.language import tr
from cockpit.metrics import METRICS
from cockpit.metrics.improvement import Reading, Verdict
from cockpit.model.loop import VERDICTS
from cockpit.model.quantities import show_quantity
from cockpit.window.kit.cards import GRID, Card, Tag, button, label
from cockpit.window.kit.lines import Line
from cockpit.window.kit.theme import State, theme

OF_VERDICT: dict[Verdict, State] = {
    "effective": "ok", "partly": "watch", "not_effective": "fail", "not_measurable": "quiet",
}  # fmt: skip
ROWS = 2
"""More than these are one click away."""
COLUMN_WIDTH, MOST_COLUMNS = 264, 4


class AgreedAction(Line):
    """One action: how it turned out, whose it is, its figure. Enter or a click opens it on the Improvement page."""

    chosen = Signal(int)

    def __init__(self, reading: Reading, name: str) -> None:
        super().__init__(reading.action_id)
        self.column.setContentsMargins(8, 6, 8, 6)
        self.column.setSpacing(4)
        words, state = _said(reading)
        metric = METRICS.get(reading.metric or "")
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(Tag(words, state))
        named = name + " · " + (metric.name if metric else tr("没有指标"))
        head.addWidget(_Words(named))
        head.addStretch(1)
        self.column.addLayout(head)
        told = QHBoxLayout()
        told.setSpacing(GRID)
        self._numbers = _numbers(reading)
        told.addWidget(_Words(self._numbers[0], "quiet-usual"))
        told.addWidget(label(self._numbers[1], "strong"))
        told.addStretch(1)
        self.column.addLayout(told)
        self.setAccessibleName(" ".join((words, named, *self._numbers)))
        self.setToolTip(f"{named}\n{_tip(reading)}")
        self.setAccessibleDescription(self.toolTip())

    def open(self) -> None:
        """Go to it."""
        self.chosen.emit(int(str(self.key)))

    def paintEvent(self, _: QPaintEvent) -> None:
        """They stand side by side: no lines part them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, look = QRectF(self.rect()).adjusted(1, 1, -1, -1), theme()
        if self._hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.background)
            painter.drawRoundedRect(area, 6, 6)
        if self.hasFocus() and self._by_keyboard:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, 2))
            painter.drawRoundedRect(area, 6, 6)


class _Words(QLabel):
    """Shortened where there is no room: a long name of a figure never widens the page. The tooltip has it all."""

    def __init__(self, text: str, kind: str = "") -> None:
        super().__init__(text)
        if kind:
            self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(theme().quiet if self.property("kind") else theme().text)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


class AgreedCard(Card):
    """All of them, in as many columns as there is room for; what did not work first."""

    chosen = Signal(int)
    all_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.content.setContentsMargins(8, 12, 8, 8)
        self.header.setContentsMargins(8, 0, 8, 0)
        self.content.setSpacing(4)
        self._grid = QGridLayout()
        self._grid.setSpacing(GRID)
        self.content.addLayout(self._grid)
        self._more = button("", self.all_asked.emit, "link")
        self.header.addWidget(self._more)
        self._shown: tuple[list[Reading], dict[int, str]] | None = None
        self._words: list[str] = []
        self._lines: list[AgreedAction] = []
        self._columns = self._all = 0

    @property
    def lines(self) -> list[AgreedAction]:
        """What is shown, in order."""
        return self._lines

    def show_readings(self, readings: list[Reading], names: dict[int, str]) -> None:
        """Absent without any. What is unchanged stays, and so does the focus."""
        self.setVisible(bool(readings))
        self.set_title(
            tr("上周期的改进,本周期的数字"),
            tr("周期还没过完,暂看") if any(reading.provisional for reading in readings) else "",
        )
        self._more.setText(tr("全部 {n} 项", n=len(readings)))
        chosen = sorted(readings, key=_order)[: ROWS * MOST_COLUMNS]
        self._all = len(readings)
        words = [" ".join((*_said(reading), *_numbers(reading))) for reading in chosen]
        if self._shown == (chosen, names) and words == self._words:
            return
        focused = next((line.key for line in self._lines if line.hasFocus()), None)
        for old in self._lines:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown, self._words = (chosen, names), words
        self._lines = [AgreedAction(reading, names.get(reading.person_id, "")) for reading in chosen]
        for line in self._lines:
            line.chosen.connect(self.chosen)
            line.left.connect(self._step)
            if line.key == focused:
                line.setFocus()
        self._columns = 0
        self._lay_out()
        # Made later than what stands beneath, they would come last with Tab.
        for one, other in pairwise([self._more, *self._lines]):
            QWidget.setTabOrder(one, other)

    def _step(self, line: AgreedAction, key: int) -> None:
        forward = key in (int(Qt.Key.Key_Down), int(Qt.Key.Key_Right))
        place = self._lines.index(line) + (1 if forward else -1)
        if 0 <= place < len(self._lines):
            self._lines[place].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        widest = max([COLUMN_WIDTH, *(line.sizeHint().width() + GRID for line in self._lines)])
        room = self.width() - 2 * GRID
        # Long names are rather shortened than given half of the page.
        columns = max(1, min(MOST_COLUMNS, max(room // widest, min(3, room // COLUMN_WIDTH))))
        self._more.setVisible(self._all > ROWS * columns)
        if columns == self._columns:
            return
        self._columns = columns
        for place, line in enumerate(self._lines):
            self._grid.addWidget(line, place // columns, place % columns)
            line.setVisible(place < ROWS * columns)
        for place in range(MOST_COLUMNS):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)


def _verdict(reading: Reading) -> Verdict:
    """The manager's word wins over what the numbers say."""
    return reading.verdict or reading.proposed


def _said(reading: Reading) -> tuple[str, State]:
    verdict = _verdict(reading)
    words = tr(VERDICTS[verdict])
    if reading.verdict is None and reading.provisional and verdict != "not_measurable":
        # Only what is reached already says something before the cycle is over.
        return tr("暂看{verdict}", verdict=words), "ok" if verdict == "effective" else "running"
    return words, OF_VERDICT[verdict]


def _numbers(reading: Reading) -> tuple[str, str]:
    """Baseline and target; and where the figure is now."""
    metric = METRICS.get(reading.metric or "")
    if metric is None:
        return (reading.reason.sentence if reading.reason else "", "")
    baseline, target = (show_quantity(value, metric.unit) for value in (reading.baseline, reading.target))
    shown = show_quantity(reading.now.json_value if reading.now else None, metric.unit)
    return (
        tr("{baseline} → 目标 {target}", baseline=baseline, target=target),
        tr("现在 {now}", now=shown) if reading.provisional else tr("结果 {now}", now=shown),
    )


def _tip(reading: Reading) -> str:
    lines = [reading.text]
    if reading.reason:
        lines.append(tr("无法衡量:{text}", text=reading.reason.sentence))
    if reading.verdict is None:
        lines.append(
            tr("周期还没过完,月底才作数。") if reading.provisional else tr("按数字判断,还等你在“帮改进”里确认。")
        )
    return "\n".join(lines)


def _order(reading: Reading) -> tuple[int, bool, int]:
    """What did not work first, and of it what the manager has confirmed."""
    place = ("not_effective", "partly", "effective", "not_measurable").index(_verdict(reading))
    return place, reading.verdict is None, reading.action_id
