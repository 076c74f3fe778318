"""Before the talk: what is prepared for somebody, and every one-on-one with them, searchable."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.model import formats
from cockpit.model.meetings import PastTalk
from cockpit.operations.agenda import Agenda
from cockpit.window.kit.cards import Card, PageTitle, button, label
from cockpit.window.kit.fields import TextField
from cockpit.window.kit.lines import Line, LineList
from cockpit.window.kit.page import Window
from cockpit.window.one_on_one.agenda_pane import AgendaPane

_AROUND = 28
"""Characters of a note shown at both sides of what was looked for."""


class TalkLineShown(Line):
    """One past talk: when, how long, the mood, how many items, and a piece of its note."""

    def __init__(self, talk: PastTalk, piece: str) -> None:
        super().__init__(talk.meeting.id)
        meeting = talk.meeting
        head = QHBoxLayout()
        head.setSpacing(12)
        day = label(f"{meeting.began:%Y-%m-%d} {formats.weekday(meeting.day)}", "strong")
        day.setMinimumWidth(132)
        head.addWidget(day)
        told = []
        if meeting.number:
            told.append(tr("第 {n} 次", n=meeting.number))
        told.append(tr("面谈中") if talk.minutes is None else tr("{n} 分钟", n=talk.minutes))
        if meeting.mood:
            told.append(tr("心情 {mood} / 5", mood=meeting.mood))
        told.append(tr("记下 {n} 条", n=talk.items))
        if meeting.place:
            told.append(meeting.place)
        head.addWidget(label(" · ".join(told), "quiet"))
        head.addStretch(1)
        self.column.addLayout(head)
        words = label(piece, "quiet-usual")
        words.setWordWrap(True)
        self.column.addWidget(words)
        self.setAccessibleName(" ".join([day.text(), *told, piece]))
        self.setAccessibleDescription(tr("回车打开"))

    chosen = Signal(int)

    def open(self) -> None:
        self.chosen.emit(self.key)


class PersonView(QWidget):
    """One person between two talks."""

    start_asked = Signal()
    meeting_asked = Signal(int)
    left = Signal()

    def __init__(self, host: Window) -> None:
        super().__init__()
        self._talks: list[PastTalk] = []
        self._title = PageTitle()
        self._everybody = button("", self.left.emit)
        self.start = button("", self.start_asked.emit, "primary")
        self._title.buttons.addWidget(self._everybody)
        self._title.buttons.addWidget(self.start)
        self.agenda = AgendaPane(host)
        self.history = Card()
        self.history.content.setContentsMargins(4, 14, 4, 8)
        self.history.header.setContentsMargins(12, 0, 12, 0)
        self.search = TextField()
        self.search.setFixedWidth(240)
        self.search.setClearButtonEnabled(True)
        self.history.header.addWidget(self.search)
        self.list = LineList()
        self.list.setStyleSheet("QScrollArea { background: transparent; }")
        self._empty = label("", "quiet-usual")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(12, 8, 12, 8)
        self.history.content.addWidget(self._empty)
        self.history.content.addWidget(self.list, 1)
        panes = QHBoxLayout()
        panes.setSpacing(16)
        panes.addWidget(self.agenda)
        panes.addWidget(self.history, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addLayout(panes, 1)
        self._soon = QTimer(self, singleShot=True, interval=80)
        self._soon.timeout.connect(self._show_talks)
        self.search.textChanged.connect(lambda _: self._soon.start())
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.setFocus)
        self.setFocusProxy(self.start)
        self.retranslate()

    def retranslate(self) -> None:
        """Fixed texts again."""
        self._everybody.setText(tr("所有人"))
        self.search.setPlaceholderText(tr("在笔记里找") + "  Ctrl+F")
        self.search.setAccessibleName(tr("在笔记里找"))
        self.agenda.retranslate()

    def show_person(
        self, name: str, talks: list[PastTalk], agenda: Agenda, today: date, *, running: bool, elsewhere: bool
    ) -> None:
        """``running``: a talk with this person has not ended; ``elsewhere``: one with somebody else has not."""
        self._talks = talks
        last = next((talk.meeting for talk in talks if talk.meeting.ended_at), None)
        words = tr("还没有面谈过")
        if last is not None:
            words = tr("上次 {day},{n} 天前", day=formats.day_short(last.day), n=(today - last.day).days)
            if last.next_on is not None:
                words += " · " + tr("约好 {day}", day=formats.day_short(last.next_on))
        self._title.show_title(name, words)
        self.start.setText(tr("继续一对一") if running else tr("开始一对一"))
        self.start.setToolTip(tr("先结束正在进行的面谈") if elsewhere else "")
        self.history.set_title(tr("面谈记录"), tr("{n} 次", n=len(talks)) if talks else "")
        self.agenda.show_agenda(agenda)
        self._show_talks()

    def _show_talks(self) -> None:
        wanted = self.search.text().strip().lower()
        found = [talk for talk in self._talks if wanted in talk.text.lower()]
        lines: list[Line] = []
        for talk in found:
            line = TalkLineShown(talk, _piece(talk.text, wanted))
            line.chosen.connect(self.meeting_asked)
            lines.append(line)
        self.list.set_lines(lines)
        self.search.setVisible(bool(self._talks))
        self._empty.setText(tr("笔记里没有「{words}」。", words=self.search.text().strip()) if self._talks else
                            tr("第一次面谈之后,记录会留在这里。没完成的事会自己带到下一次。"))  # fmt: skip
        self._empty.setVisible(not found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _piece(text: str, wanted: str) -> str:
    """The beginning of a note; with something looked for, the piece around the first hit."""
    plain = " · ".join(line.strip() for line in text.splitlines() if line.strip())
    place = plain.lower().find(wanted) if wanted else 0
    start = max(0, place - _AROUND) if place > 0 else 0
    piece = plain[start : start + 110]
    return ("…" if start else "") + piece + ("…" if start + 110 < len(plain) else "")
