"""The end of a talk in one card: promises with dates, actions, the rest by kind, and the day of the next talk."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.model import clock, formats
from cockpit.model.marks import NoteKind
from cockpit.model.note_lines import CapturedLine
from cockpit.operations.meetings import SUMMED_UP, Record, kind_title, summary_text
from cockpit.window.kit.cards import Card, button, divider, label
from cockpit.window.kit.fields import DayField
from cockpit.window.kit.scrolled import scrolled
from cockpit.window.one_on_one.mark_look import MarkTag

WIDTH = 680
_LATER = (7, 14, 28)


class ClosingCard(QWidget):
    """Sums a meeting up. Esc or Enter in the last button leaves it."""

    left = Signal()
    resumed = Signal()
    discarded = Signal()
    next_chosen = Signal(object)
    """The day of the next talk, or None."""

    def __init__(self) -> None:
        super().__init__()
        self._record: Record | None = None
        self._items: Sequence[CapturedLine] = ()
        self._day: DayField | None = None
        self._kept: date | None = None
        self.card = Card()
        self.card.setMaximumWidth(WIDTH)
        self.card.setMinimumWidth(480)
        self.card.content.setContentsMargins(24, 20, 24, 20)
        self.card.content.setSpacing(12)
        self._list = QWidget()
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._scrolled = scrolled(self._list)
        self.card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.card.content.addWidget(self._scrolled, 1)
        self.card.content.addWidget(divider())
        self._next_row = QHBoxLayout()
        self._next_row.setSpacing(8)
        self.card.content.addLayout(self._next_row)
        self._leave = button("", self._go, "primary")
        self._copy = button("", self.copy)
        self._resume = button("", self.resumed.emit)
        ends = QHBoxLayout()
        ends.setSpacing(8)
        self._discard = button("", self.discarded.emit)
        for shown in (self._leave, self._copy, self._resume, self._discard):
            ends.addWidget(shown)
        ends.addStretch(1)
        self.card.content.addLayout(ends)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(self.card, 6)
        centred.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 40, 24, 40)
        column.addLayout(centred, 4)
        column.addStretch(1)
        copies = QShortcut(QKeySequence("Ctrl+Shift+C"), self)
        copies.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copies.activated.connect(self.copy)
        self.retranslate()

    def retranslate(self) -> None:
        """Fixed texts again."""
        self._leave.setText(tr("好,离开"))
        self._leave.setToolTip("Esc")
        self._copy.setText(tr("复制小结"))
        self._copy.setToolTip("Ctrl+Shift+C")
        self._resume.setText(tr("还没谈完,继续"))
        self._discard.setText(tr("误点的,取消这场"))
        if self._record is not None:
            self._day = None
            self.show_closing(self._record, self._items)

    @property
    def record(self) -> Record | None:
        """The meeting that is summed up."""
        return self._record

    @property
    def day(self) -> DayField:
        """The field of the next day."""
        assert self._day is not None
        return self._day

    def show_closing(self, record: Record, items: Sequence[CapturedLine]) -> None:
        """Sum up a meeting that has ended; what is being typed into the day stays while it is the same one."""
        same = self._day is not None and self._record is not None and self._record.meeting.id == record.meeting.id
        self._record, self._items = record, items
        today = record.meeting.day
        minutes = ""
        if record.meeting.ended_at:
            n = round((clock.from_stamp(record.meeting.ended_at) - record.meeting.began).total_seconds() / 60)
            minutes = tr("{n} 分钟", n=n)
        self.card.set_title(tr("与{name}谈完了", name=record.name), minutes)
        while taken := self._grid.takeAt(0):
            if widget := taken.widget():
                widget.hide()
                widget.deleteLater()
        for former in range(self._grid.rowCount()):
            self._grid.setRowStretch(former, 0)
        row = 0
        for kind in SUMMED_UP:
            for item in [item for item in items if item.kind is kind]:
                self._grid.addWidget(MarkTag(kind), row, 0, Qt.AlignmentFlag.AlignTop)
                words = label(item.text)
                words.setWordWrap(True)
                words.setAccessibleName(f"{kind_title(kind)} {item.text}")
                self._grid.addWidget(words, row, 1)
                due = formats.day_short(item.due_on) if item.due_on else ""
                if kind is NoteKind.PROMISE and not due:
                    due = "△ " + tr("还没有日期")
                when = label(due, "watch" if due.startswith("△") else "quiet")
                self._grid.addWidget(when, row, 2, Qt.AlignmentFlag.AlignTop)
                row += 1
        if not row:
            self._grid.addWidget(label(tr("没有记下要跟进的事。笔记都在。"), "quiet-usual"), 0, 0, 1, 3)
        self._grid.setRowStretch(row + 1, 1)
        self._fit()
        self._copy.setText(tr("复制小结"))
        note = record.note
        self._discard.setVisible(not note.text.strip() and not note.private_text.strip())
        if not same:
            self._show_next(record, today)

    def _fit(self) -> None:
        """The list is as high as what there is to say, as far as the window allows."""
        self._grid.activate()
        needed = self._grid.totalHeightForWidth(max(400, self._scrolled.viewport().width()))
        self._scrolled.setFixedHeight(max(40, min(needed, self.height() - 320)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_next(self, record: Record, today: date) -> None:
        while taken := self._next_row.takeAt(0):
            if widget := taken.widget():
                widget.hide()
                widget.deleteLater()
        self._kept = record.meeting.next_on
        self._day = DayField(today, self._kept)
        self._day.setMinimumWidth(208)
        name = label(tr("下次面谈"), "strong")
        name.setBuddy(self._day.field)
        self._day.field.setAccessibleName(tr("下次面谈"))
        self._day.accepted.connect(self._go)
        self._next_row.addWidget(name)
        self._next_row.addWidget(self._day)
        for days in _LATER:
            words = {7: tr("一周后"), 14: tr("两周后"), 28: tr("四周后")}[days]
            later = today + timedelta(days=days)
            self._next_row.addWidget(button(words, lambda later=later: self._choose(later), "link"))  # type: ignore[misc]
        self._next_row.addStretch(1)
        self.setFocusProxy(self._day)

    def copy(self) -> None:
        """The summary as text, for a message; nothing private is in it."""
        assert self._record is not None
        QGuiApplication.clipboard().setText(summary_text(self._record, self._items, self.day.day))
        self._copy.setText("✓ " + tr("已复制"))

    def _choose(self, day: date) -> None:
        self.day.field.setText(day.isoformat())
        self._leave.setFocus()

    def _go(self) -> None:
        if self.day.is_wrong:
            self.day.setFocus()
            return
        self.keep_day()
        self.left.emit()

    def keep_day(self) -> None:
        """The day that was typed counts, also without Enter."""
        if self._record is None or self._day is None or self._day.is_wrong:
            return
        if self._day.day != self._kept:
            self._kept = self._day.day
            self.next_chosen.emit(self._kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go()
        else:
            super().keyPressEvent(event)
