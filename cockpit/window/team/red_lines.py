"""The red lines (红线) of a person: recorded here, and settled where they stand."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics.red_lines import RedLine
from cockpit.model import formats
from cockpit.operations import red_lines
from cockpit.window.kit.cards import Tag, button, label
from cockpit.window.kit.fields import Form, TextField, on_accept
from cockpit.window.kit.lines import Line, LineList
from cockpit.window.kit.once import Once, StoreVerb, Then
from cockpit.window.team.near_day import NearDayField

Write = Callable[[StoreVerb, Then], None]
"""Has a verb performed, and something done once it is."""


class _Said(Form):
    """Words and a day. Enter sends them on, Esc drops them."""

    def __init__(
        self, name: str, day_name: str, done: str, today: date, take: Callable[[str, date], None],
        drop: Callable[[], None],
    ) -> None:  # fmt: skip
        super().__init__()
        self._take, self._drop = take, drop
        self.words, self.day = TextField(), NearDayField(today, today)
        self.add(name, self.words)
        self.add(day_name, self.day)
        self.buttons.addWidget(button(done, self._accept, "primary"))
        self.buttons.addStretch(1)
        on_accept(self._accept, self.words, self.day)

    def _accept(self) -> None:
        day = self.day.day
        if not self.words.text().strip():
            self.words.setFocus()
        elif day is None:
            self.day.setFocus()
        else:
            self._take(self.words.text(), day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._drop()
        else:
            super().keyPressEvent(event)


class RedLineLine(Line):
    """One of them. Opened, an open one is settled; a settled one can be opened again."""

    def __init__(self, line: RedLine, today: date, write: Write) -> None:
        super().__init__((line.id, line.settled_on, line.text))
        self._line, self._today, self._write = line, today, write
        self.column.setContentsMargins(8, 8, 8, 8)
        is_open = line.settled_on is None
        state = Tag(tr("未了结") if is_open else tr("已了结"), "act" if is_open else "ok")
        head = QHBoxLayout()
        head.addWidget(state)
        head.addWidget(label(formats.day(line.happened_on), "quiet"))
        head.addStretch(1)
        words = label(line.text)
        words.setWordWrap(True)
        self.column.addLayout(head)
        self.column.addWidget(words)
        told = [state.accessibleName(), formats.day(line.happened_on), line.text]
        if line.settled_on is not None:
            settled = label(tr("{day} 了结:{words}", day=formats.day(line.settled_on), words=line.settlement), "quiet")
            settled.setWordWrap(True)
            self.column.addWidget(settled)
            told.append(settled.text())
        self.setAccessibleName(" · ".join(told))

    def make_editor(self) -> QWidget:
        number, made = self._line.id, QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 4, 0, 0)
        remove = button(
            tr("删除记录"), lambda: self._perform(lambda store: red_lines.delete_red_line(store, number)), "link"
        )
        if self._line.settled_on is None:
            form = _Said(tr("怎么了结的"), tr("哪天了结的"), tr("了结"), self._today, self._settle, self.close_editor)
            form.buttons.addWidget(remove)
            column.addWidget(form)
            made.setFocusProxy(form)
        else:
            again = button(
                tr("重新打开"), lambda: self._perform(lambda store: red_lines.reopen_red_line(store, number))
            )
            row = QHBoxLayout()
            row.addWidget(again)
            row.addStretch(1)
            row.addWidget(remove)
            column.addLayout(row)
            made.setFocusProxy(again)
        return made

    def _settle(self, words: str, day: date) -> None:
        number, today = self._line.id, self._today
        self._perform(lambda store: red_lines.settle_red_line(store, number, words, day, today=today))

    def _perform(self, verb: StoreVerb) -> None:
        self._write(verb, lambda _: self.close_editor())


class RedLinesSection(QWidget):
    """What is open first, then what was settled; and a form for a new one."""

    def __init__(self, write: Write) -> None:
        super().__init__()
        self._write_through, self._once = write, Once()
        self._person: int | None = None
        self._today = date.min
        self._title = label(tr("红线记录"), "strong")
        self._add = button("+ " + tr("记一条"), self._begin, "link")
        self._add.setAccessibleName(tr("记一条红线"))
        self._hint = label(tr("没有红线记录。未了结的红线会让这个人的过程不能略过。"), "quiet")
        self._hint.setWordWrap(True)
        self._lines = LineList()
        self._lines.set_fit_height()
        self._form: _Said | None = None
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(head)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._lines)

    def show_lines(self, person: int, lines: tuple[RedLine, ...], today: date) -> None:
        """Those of a person; what is being written about the same person stays."""
        if person != self._person:
            self._drop()
        self._person, self._today = person, today
        self._hint.setVisible(not lines)
        self._lines.setVisible(bool(lines))
        self._lines.set_lines([RedLineLine(line, today, self._write) for line in lines])

    def _write(self, verb: StoreVerb, then: Then) -> None:
        """Once, however often Enter is pressed, and when that key is done with: its field goes with what is written."""
        if begun := self._once.begin("red line", verb, then):
            QTimer.singleShot(0, self, lambda: self._write_through(*begun))

    def _begin(self) -> None:
        if self._form is None:
            self._form = _Said(tr("什么事"), tr("哪天的事"), tr("记下"), self._today, self._record, self._drop)
            self._column.insertWidget(1, self._form)
            self._form.show()
        self._form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _record(self, words: str, day: date) -> None:
        if (person := self._person) is not None:
            record = partial(red_lines.record_red_line, today=self._today)
            self._write(lambda store: record(store, person, words, day), lambda _: self._drop())

    def _drop(self) -> None:
        if self._form is not None:
            form, self._form = self._form, None
            had_focus = form.isAncestorOf(self.focusWidget() or self)
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()
            if had_focus:
                self._add.setFocus(Qt.FocusReason.OtherFocusReason)
