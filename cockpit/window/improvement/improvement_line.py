"""A line per action: what and who, from baseline to target, when it is looked at, and how it stands."""

from collections.abc import Callable
from datetime import date

from attrs import frozen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.model import formats
from cockpit.operations.actions import ActionLine
from cockpit.window.improvement import action_words
from cockpit.window.kit.bullet_chart import BulletChart
from cockpit.window.kit.cards import Tag, label
from cockpit.window.kit.lines import Line

CHART_WIDTH, DATES_WIDTH, STATE_WIDTH = 232, 128, 160


@frozen
class LineShown:
    """Everything a line shows; equal things look the same."""

    line: ActionLine
    name: str
    today: date
    judged: bool


class ImprovementLine(Line):
    """Opened, it is completed, looked at or judged in place, as its state asks."""

    def __init__(
        self,
        shown: LineShown,
        make: Callable[[LineShown, Callable[[], None]], QWidget],
        see_rows: Callable[[ActionLine], None],
    ) -> None:
        super().__init__(shown.line.action.id)
        self.shown, self._make = shown, make
        line, action = shown.line, shown.line.action
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(self._what(shown), 1)
        said = action_words.state_of(line, shown.today, judged=shown.judged)
        row.addWidget(self._numbers(shown, see_rows))
        row.addWidget(self._dates(line))
        tag = Tag(said.words, said.state)
        state = QWidget()
        state.setFixedWidth(STATE_WIDTH)
        holder = QVBoxLayout(state)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(tag, alignment=Qt.AlignmentFlag.AlignRight)
        holder.addStretch(1)
        row.addWidget(state)
        self.column.addLayout(row)
        spoken = [shown.name, action.text, action_words.numbers(line, shown.today, judged=shown.judged), said.words]
        self.setAccessibleName(" ".join(part for part in spoken if part))
        self.setAccessibleDescription(tr("回车打开"))

    def make_editor(self) -> QWidget:
        return self._make(self.shown, self.close_editor)

    def _what(self, shown: LineShown) -> QVBoxLayout:
        line, metric = shown.line, action_words.metric_of(shown.line)
        column = QVBoxLayout()
        column.setSpacing(4)
        words = label(line.action.text)
        words.setWordWrap(True)
        column.addWidget(words)
        who = label(f"{shown.name} · {metric.name}" if metric else shown.name, "quiet")
        column.addWidget(who)
        quiet = ""
        if line.action.state == "draft" and (lacks := action_words.lacks(line)):
            quiet = tr("还缺:{lacks}", lacks=lacks)
        elif line.action.verdict is None and (last := line.last_word) is not None:
            quiet = action_words.check_words(last, metric)
        if quiet:
            said = label(quiet, "watch" if line.action.state == "draft" else "quiet")
            said.setWordWrap(True)
            column.addWidget(said)
        column.addStretch(1)
        return column

    def _numbers(self, shown: LineShown, see_rows: Callable[[ActionLine], None]) -> QWidget:
        """The chart where there is a baseline and a target; beneath it the same in figures, or why there is none."""
        line, judged = shown.line, shown.judged
        place = QWidget()
        place.setFixedWidth(CHART_WIDTH)
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if bullet := action_words.bullet(line, shown.today, judged=judged):
            chart = BulletChart()
            chart.setFixedHeight(20)
            # The line has the focus, and says all that the chart says.
            chart.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chart.show_bullet(bullet)
            chart.setMinimumHeight(20)
            is_read = action_words.is_read(line, shown.today, judged=judged)
            if is_read and line.reading.now is not None and line.reading.now.rows is not None:
                chart.opened.connect(lambda _: see_rows(line))
            else:
                chart.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(chart)
        words = action_words.numbers(line, shown.today, judged=shown.judged)
        if words:
            figures = label(words, "quiet")
            figures.setToolTip(tr("基线 → 目标值,现在的数字"))
            column.addWidget(figures)
        reason = line.reading.reason
        if line.action.state != "draft" and bullet is None and reason is not None:
            why = label(reason.sentence, "quiet")
            why.setWordWrap(True)
            column.addWidget(why)
        column.addStretch(1)
        return place

    def _dates(self, line: ActionLine) -> QWidget:
        place = QWidget()
        place.setFixedWidth(DATES_WIDTH)
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if line.action.due_on is not None:
            column.addWidget(label(tr("期限 {day}", day=formats.day_short(line.action.due_on)), "quiet"))
        if line.next_check is not None:
            column.addWidget(label(tr("跟进 {day}", day=formats.day_short(line.next_check)), "quiet"))
        column.addStretch(1)
        return place
