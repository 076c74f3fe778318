"""The line into which activities are typed: how it is understood is seen beneath it, Enter records, the pen stays."""

from collections.abc import Callable
from functools import partial

from attrs import frozen
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cockpit.language import tr
from cockpit.model.quick_entry import Entry
from cockpit.window.daily.chips import Chips
from cockpit.window.kit import background
from cockpit.window.kit.cards import GRID, Card, button, label, restyle
from cockpit.window.kit.fields import TextField

READ_AFTER = 60
"""Milliseconds from the last letter to how the line is understood."""
AGAIN_AFTER = 40
"""Milliseconds until it is asked again whether an input method still composes."""


class EntryLine(TextField):
    """Knows whether letters are composed. With nothing to take back, Ctrl+Z is the window's."""

    down_pressed = Signal()
    escape_pressed = Signal()

    @property
    def is_composing(self) -> bool:
        """An input method has letters in the making: nothing may be written into the line."""
        return self._composing

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redoes = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if (undoes or redoes) and not self._composing:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._composing and event.key() == Qt.Key.Key_Down and not event.modifiers():
            self.down_pressed.emit()
        elif not self._composing and event.key() == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        else:
            super().keyPressEvent(event)


@frozen
class Editing:
    """An activity that is changed in the line, and what was being written before."""

    activity_id: int
    said: str
    draft: str


class EntryCard(Card):
    """``asked`` is sent with an entry that can be recorded, and the id of the activity that it changes or None."""

    asked = Signal(object, object)
    delete_asked = Signal(int)

    def __init__(self, read: Callable[[str], Entry]) -> None:
        """``read`` understands a line; it is called on a worker, and in the window's thread when Enter comes first."""
        super().__init__()
        self._read = read
        self._entry: Entry | None = None
        self._editing: Editing | None = None
        self._to_forget: str | None = None
        self._is_reading = False
        self._aside, self._is_aside = "", False
        self._soon = QTimer(self, singleShot=True, interval=READ_AFTER)
        self._soon.timeout.connect(self._look)
        self._waiting = QTimer(self, singleShot=True, interval=AGAIN_AFTER)
        self._waiting.timeout.connect(self._forget_typed)
        self.line = EntryLine()
        self.line.setMinimumHeight(40)
        self.line.textChanged.connect(lambda _: self._soon.start())
        self.line.returnPressed.connect(self.submit)
        self.line.down_pressed.connect(self._offer)
        self.line.escape_pressed.connect(self.leave_editing)
        self.record_button = button("", self.submit, "primary")
        self.delete_button = button("", self._delete)
        self.leave_button = button("", self.leave_editing, "link")
        self.chips = Chips()
        self.chips.answered.connect(self._take_answer)
        self._said = label("", "quiet")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for made in (self.line, self.record_button, self.delete_button, self.leave_button):
            row.addWidget(made, int(made is self.line))
        self._said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # What is said gives way to the chips, which say the same part by part.
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        beneath = QHBoxLayout()
        beneath.setSpacing(2 * GRID)
        beneath.addWidget(self.chips)
        beneath.addWidget(self._said, 1)
        self.content.addLayout(row)
        self.content.addLayout(beneath)
        self.setFocusProxy(self.line)
        self._show_editing()

    def retranslate(self) -> None:
        """Fixed texts, and the line understood again."""
        self.line.setPlaceholderText(tr("例如:李雯 上门 华信 决策人 聊了报价 跟@周五"))
        self.line.setAccessibleName(tr("记一笔跟进"))
        order = tr("谁、方式、见了谁、客户或商机、哪天、下次跟进,顺序随意,姓名可用拼音首字母;其余的是内容。")
        self.line.setToolTip(order + "\n" + tr("+名称 是新客户,| 之后全是内容。"))
        self.delete_button.setText(tr("删除"))
        self.leave_button.setText(tr("不改了"))
        self.leave_button.setToolTip("Esc")
        self._show_editing()
        self._soon.start()

    def stops(self) -> list[QWidget]:
        """What the Tab key goes through, in order."""
        return [self.line, *self.chips.chips.values(), self.record_button, self.delete_button, self.leave_button]

    # --- what is typed ----------------------------------------------------------------------------------------

    @property
    def entry(self) -> Entry | None:
        """How the line was understood last; None for an empty one."""
        return self._entry

    @property
    def words(self) -> str:
        """What is said beneath the chips."""
        return self._said.text()

    def reread(self) -> None:
        """Something else is meant now by what the line leaves out: another day or person."""
        self._entry = None
        self._soon.start()

    def _look(self) -> None:
        """Understand what was typed, on a worker. While letters are composed, nothing is read."""
        if self.line.is_composing:
            self._soon.start()
            return
        text = self.line.text()
        if not text.strip():
            self._show(None)
        elif not self._is_reading:
            self._is_reading = True
            background.run(lambda: self._read(text), partial(self._show_if_same, text), self._not_read, owner=self)

    def _show_if_same(self, text: str, entry: Entry) -> None:
        """One line at a time is read: what was typed meanwhile comes next."""
        self._is_reading = False
        if text == self.line.text():
            self._show(entry)
        elif self.line.text().strip():
            self._look()

    def _not_read(self, _: BaseException) -> None:
        self._is_reading = False

    def _show(self, entry: Entry | None) -> None:
        self._entry = entry
        self.chips.show_entry(entry)
        if entry is None:
            return
        if entry.questions:
            first = entry.questions[0]
            self._say(" · ".join([f"! {first.reason}", *([tr("↓ 选")] if first.choices else [])]), "act")
        else:
            note = tr("内容:{note}", note=entry.note) if entry.note else tr("没有内容")
            keys = tr("Enter 存下,Esc 不改") if self._editing else tr("Enter 记下")
            self._say(" · ".join((note, keys)))

    def _say(self, words: str, kind: str = "quiet") -> None:
        self._said.setText(words)
        self._said.setToolTip(words)
        restyle(self._said, kind)

    def submit(self) -> None:
        """Record, or ask what is not clear. Fast typists press Enter before the line was understood: then it is now."""
        text = self.line.text()
        if not text.strip() or self.line.is_composing or self._to_forget is not None:
            return
        if self._entry is None or self._entry.line != text or self._soon.isActive():
            self._soon.stop()
            self._show(self._read(text))
        entry = self._entry
        assert entry is not None
        if entry.is_ready:
            self.asked.emit(entry, self._editing.activity_id if self._editing else None)
        else:
            self.chips.offer_first()

    def recorded(self, entry: Entry, said: str) -> None:
        """The entry is in the store: the line is free for the next, what was typed since stays."""
        if self._editing is not None:
            self.leave_editing()
        else:
            self._to_forget = entry.line
            self._forget_typed()
        self._say(f"✓ {said}", "ok")

    def _forget_typed(self) -> None:
        if self._to_forget is None:
            return
        if self.line.is_composing:
            self._waiting.start()
            return
        typed, self._to_forget = self._to_forget, None
        self._write(self.line.text().removeprefix(typed))

    def _write(self, text: str) -> None:
        """What is written so is not undone letter by letter: Ctrl+Z then takes back what was recorded."""
        self.line.setText(text)
        self._soon.stop()
        self._show(None)
        if text:
            self._soon.start()

    def _take_answer(self, line: str) -> None:
        if not self.line.is_composing:
            self.line.selectAll()
            self.line.insert(line)
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._soon.stop()
            self._show(self._read(line))

    def _offer(self) -> None:
        if self._entry is not None and self._entry.line == self.line.text():
            self.chips.offer_first()

    @property
    def draft(self) -> str:
        """What was typed and is not recorded yet; of an activity that is being changed nothing."""
        if self._aside:
            return self._aside
        return self._editing.draft if self._editing else self.line.text()

    def restore(self, draft: str) -> None:
        """What was typed before a restart; the focus stays where it is."""
        if draft:
            self._write(draft)

    def put_aside(self, aside: bool) -> None:
        """Somebody looks over the shoulder: what was typed is out of sight, and comes back into the empty line."""
        if self.line.is_composing or aside == self._is_aside:
            return
        if aside:
            draft = self.draft
            self.leave_editing()
            self._aside, self._is_aside = draft, True
            self._write("")
        elif not self.line.text().strip():
            draft, self._aside, self._is_aside = self._aside, "", False
            self._write(draft)

    # --- changing what was recorded ---------------------------------------------------------------------------

    def begin(self, text: str) -> None:
        """Start a line with these words, unless something is being written."""
        if not self.line.text().strip() and self._editing is None and not self.line.is_composing:
            self._write(text)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit(self, activity_id: int, line: str, said: str) -> None:
        """Change an activity in the line; what was being written comes back afterwards."""
        if self.line.is_composing:
            return
        draft = self._editing.draft if self._editing else self.line.text()
        self._editing = Editing(activity_id, said, draft)
        self._write(line)
        self._show_editing()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_editing(self) -> None:
        """Leave the activity as it is."""
        if self._editing is None or self.line.is_composing:
            return
        draft, self._editing = self._editing.draft, None
        self._write(draft)
        self._show_editing()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def edited(self) -> int | None:
        """The activity that is being changed."""
        return self._editing.activity_id if self._editing else None

    def _delete(self) -> None:
        if self._editing is not None:
            number = self._editing.activity_id
            self.leave_editing()
            self.delete_asked.emit(number)

    def _show_editing(self) -> None:
        editing = self._editing
        for made in (self.delete_button, self.leave_button):
            made.setVisible(editing is not None)
        self.record_button.setText(tr("存下改动") if editing else tr("记下"))
        if editing is not None:
            self._say(tr("正在改:{activity}", activity=editing.said))
        elif self._entry is None:
            self._say(tr("一句话记一笔,Enter 记下,接着写下一笔。"))
