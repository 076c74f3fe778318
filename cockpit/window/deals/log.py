"""The rolling log beside the table: what happened and what comes next, written in one go, read and corrected below."""

from datetime import date

from attrs import frozen
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.metrics.deal_log import DealLog, DealLogEntry
from cockpit.model import formats
from cockpit.operations.deal_log import read_next_step
from cockpit.window.deals.closing import DealDay
from cockpit.window.kit.cards import button, divider, label
from cockpit.window.kit.fields import Form, TextField, WordsField, on_accept
from cockpit.window.kit.lines import Line, LineList

FIRST_SHOWN = 4
"""So many entries stand there at once; the rest is one click away."""


@frozen
class Written:
    """What is written: what happened, the next step ("": none) and its day."""

    text: str
    next_step: str
    next_step_on: date | None


class EntryForm(Form):
    """What happened, the next step, its day (which may stand in the step: @周五). Enter anywhere sends ``sent``."""

    sent = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__(2)
        self._today = today
        self.text = WordsField(hint=tr("发生了什么,谈定了什么"), lines=3)
        self.step, self.day = TextField(hint=tr("例如:约 CIO 见面 @周五")), DealDay(today)
        self._reason = label("", "act")
        self._reason.setWordWrap(True)
        self._reason.hide()
        self.add(tr("进展"), self.text, 2)
        self.add(tr("下一步"), self.step, 2)
        self.add(tr("哪天"), self.day)
        self.column.insertWidget(1, self._reason)
        on_accept(self.send, self.text, self.step, self.day)

    @property
    def reason(self) -> str:
        """Why nothing was sent; empty where nothing is wrong."""
        return self._reason.text() if not self._reason.isHidden() else ""

    def show_written(self, written: Written) -> None:
        """Put these into the fields. Not while an input method composes."""
        self.text.setPlainText(written.text)
        self.step.setText(written.next_step)
        self.day.field.setText(written.next_step_on.isoformat() if written.next_step_on else "")
        self._reason.hide()

    def typed(self) -> tuple[str, str, str]:
        """What stands in the fields."""
        return self.text.toPlainText(), self.step.text(), self.day.field.text()

    def put_typed(self, typed: tuple[str, str, str]) -> None:
        """What ``typed`` gave, back into the fields."""
        self.text.setPlainText(typed[0])
        self.step.setText(typed[1])
        self.day.field.setText(typed[2])
        self._reason.hide()

    @property
    def is_composing(self) -> bool:
        """An input method has letters in the making."""
        return self.text.is_composing or self.step.is_composing or self.day.field.is_composing

    def send(self) -> None:
        """Read what is typed; what cannot be read stays, with the reason."""
        try:
            step, named = read_next_step(self.step.text(), self._today)
        except CockpitError as error:
            self._say(str(error), self.step)
            return
        if not self.text.words:
            self._say(tr("写下发生了什么,再记。"), self.text)
        elif self.day.is_wrong:
            self._say(tr("看不懂这个日期。"), self.day)
        else:
            self._reason.hide()
            self.sent.emit(Written(self.text.words, step, named or self.day.day))

    def _say(self, words: str, field: QWidget) -> None:
        self._reason.setText(f"! {words}")
        self._reason.show()
        field.setFocus()


class EntryLine(Line):
    """One entry; it opens into its form, where it can be corrected or taken away."""

    corrected = Signal(int, object)
    removed = Signal(int)

    def __init__(self, entry: DealLogEntry, today: date) -> None:
        # Said otherwise elsewhere it is another line: an open form keeps what is being written in it all the same.
        super().__init__(entry.id)
        self._entry, self._today = entry, today
        self.column.setContentsMargins(0, 8, 0, 8)
        self.column.setSpacing(2)
        day = label(formats.day_short(entry.day), "quiet")
        day.setToolTip(formats.day(entry.day))
        words = label(entry.text)
        words.setWordWrap(True)
        self.column.addWidget(day)
        self.column.addWidget(words)
        step = _step_words(entry)
        if step:
            next_step = label(step, "quiet")
            next_step.setWordWrap(True)
            self.column.addWidget(next_step)
        self.setAccessibleName(" ".join(part for part in (formats.day(entry.day), entry.text, step) if part))

    def make_editor(self) -> EntryForm:
        form = EntryForm(self._today)
        form.show_written(Written(self._entry.text, self._entry.next_step, self._entry.next_step_on))
        form.sent.connect(self._correct)
        form.buttons.addWidget(button(tr("改好"), form.send, "primary"))
        form.buttons.addWidget(button(tr("删除"), lambda: self.removed.emit(self._entry.id)))
        form.buttons.addStretch(1)
        return form

    def _correct(self, written: Written) -> None:
        self.close_editor()
        self.corrected.emit(self._entry.id, written)


def _step_words(entry: DealLogEntry) -> str:
    day = formats.day_words(entry.next_step_on) if entry.next_step_on else ""
    words = " · ".join(part for part in (entry.next_step, day) if part)
    return f"→ {words}" if words else ""


class LogSection(QWidget):
    """The form for the next entry, and the entries beneath it, the newest first.

    What is being written about one deal waits there while another one is looked at. ``written`` carries deal and
    ``Written``, ``corrected`` entry and ``Written``.
    """

    written = Signal(int, object)
    corrected = Signal(int, object)
    removed = Signal(int)
    mail_asked = Signal(int)
    grown = Signal(QWidget)
    """An entry was opened: it wants to be seen as a whole."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._deal: int | None = None
        self._log = DealLog()
        self._filled = self._sent = ("", "", "")
        self._drafts: dict[int, tuple[str, str, str]] = {}
        self._all_shown = False
        self.mail = button(tr("写跟进邮件…"), self._ask_for_mail, "link")
        self.mail.setToolTip(tr("用最近的进展和下一步写好,复制或存成 .eml"))
        self._put_off = label("", "watch")
        self._put_off.setWordWrap(True)
        self._put_off.setToolTip(tr("同一句下一步,日期一次一次往后改。"))
        self.form = EntryForm(today)
        self.form.sent.connect(self._write)
        self.form.buttons.addWidget(button(tr("记下"), self.form.send, "primary"), 1)
        self.lines = LineList()
        self.lines.set_fit_height()
        self.more = button("", self._show_all, "link")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(tr("滚动记录"), "strong"), 1)
        head.addWidget(self.mail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(divider())
        column.addLayout(head)
        column.addWidget(self._put_off)
        column.addWidget(self.form)
        column.addWidget(self.lines)
        column.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)

    @property
    def said(self) -> str:
        """What is said of a step that is put off again and again; empty for nothing."""
        return self._put_off.text() if not self._put_off.isHidden() else ""

    def show_log(self, deal: int, log: DealLog, next_step: str, next_step_on: date | None) -> None:
        """Of a deal, with its present next step. What somebody is writing stays."""
        other = deal != self._deal
        if other:
            self.keep_draft()
            self._deal, self._all_shown = deal, False
            self.lines.set_lines([])
        self._log = log
        if other or (self.form.typed() == self._filled and not self.form.is_composing):
            self.form.show_written(Written("", next_step, next_step_on))
            self._filled = self.form.typed()
            if other and (draft := self._drafts.pop(deal, None)) is not None:
                self.form.put_typed(draft)
        self._put_off.setText("△ " + tr("这个下一步已经推迟了 {n} 次,还没有做", n=log.put_off))
        self._put_off.setVisible(log.put_off > 0)
        self._show_lines()

    def keep_draft(self) -> None:
        """What is being written about the deal is kept for when somebody comes back to it."""
        typed = self.form.typed()
        if self._deal is not None and typed != self._filled:
            self._drafts[self._deal] = typed

    @property
    def drafts(self) -> dict[int, tuple[str, str, str]]:
        """What is being written and not yet recorded, by deal."""
        self.keep_draft()
        return dict(self._drafts)

    def take_drafts(self, drafts: dict[int, tuple[str, str, str]]) -> None:
        """What was being written in another such section goes on here."""
        self._drafts |= drafts

    def settle(self, deal: int) -> None:
        """What was sent of this deal is written down: the fields are free again, unless more was typed meanwhile."""
        self._drafts.pop(deal, None)
        if deal == self._deal and self.form.typed() == self._sent:
            self._filled = self._sent

    def _show_lines(self) -> None:
        shown = self._log.entries if self._all_shown else self._log.entries[:FIRST_SHOWN]
        lines = [EntryLine(entry, self._today) for entry in shown]
        for line in lines:
            line.corrected.connect(self.corrected)
            line.removed.connect(self.removed)
            line.toggled.connect(self._tell_grown)
        self.lines.set_lines(lines)
        self.lines.setVisible(bool(lines))
        rest = len(self._log.entries) - len(shown)
        self.more.setText(tr("更早的 {n} 条", n=rest))
        self.more.setVisible(rest > 0)

    def _tell_grown(self, line: Line) -> None:
        if line.editor is not None:
            self.grown.emit(line)

    def _show_all(self) -> None:
        self._all_shown = True
        self._show_lines()

    def _write(self, written: Written) -> None:
        if self._deal is not None:
            self._sent = self.form.typed()
            self.written.emit(self._deal, written)

    def _ask_for_mail(self) -> None:
        if self._deal is not None:
            self.mail_asked.emit(self._deal)
