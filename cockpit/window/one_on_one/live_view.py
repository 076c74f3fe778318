"""The meeting itself: prepared agenda, live note, and what was captured, with the clock, the mood, and the end."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.model import clock
from cockpit.model.marks import NoteKind, mark_line
from cockpit.model.note_lines import CapturedLine, follow_items, rewrite_line
from cockpit.operations.agenda import Agenda
from cockpit.operations.meetings import Record
from cockpit.operations.notes import SavedNote
from cockpit.window.kit.cards import Card, PageTitle, button, divider, label, restyle
from cockpit.window.kit.fields import TextField
from cockpit.window.kit.page import Window
from cockpit.window.one_on_one.agenda_pane import AgendaPane
from cockpit.window.one_on_one.captured_pane import CapturedPane, ItemEdit
from cockpit.window.one_on_one.legend import Legend
from cockpit.window.one_on_one.mood_field import MoodField
from cockpit.window.one_on_one.note_editor import NoteEditor
from cockpit.window.one_on_one.saving import NoteSaver, Perform

CAPTURED_WIDTH = 248


class LiveView(QWidget):
    """One meeting, running or over. It owns the editors; texts come from the store only when another meeting is
    shown."""

    end_asked = Signal()
    leave_asked = Signal()
    resume_asked = Signal()
    mood_chosen = Signal(object)
    place_given = Signal(str)
    saved = Signal(object)

    def __init__(self, host: Window, perform: Perform) -> None:
        super().__init__()
        self._record: Record | None = None
        self._shielded = False
        self._title = PageTitle()
        self._place = TextField()
        self._place.setFixedWidth(152)
        self._place.editingFinished.connect(self._give_place)
        self._elapsed = label("", "quiet-usual")
        self._back = button("", self.leave_asked.emit)
        self._resume = button("", self.resume_asked.emit)
        self._title.buttons.addWidget(self._elapsed)
        self._title.buttons.addSpacing(8)
        self._title.buttons.addWidget(self._place)
        self._title.buttons.addWidget(self._resume)
        self._title.buttons.addWidget(self._back)

        self.agenda = AgendaPane(host)
        self.note = NoteEditor(lambda: tr("现场笔记"))
        self.private_note = NoteEditor(lambda: tr("私密笔记"))
        self.captured = CapturedPane(self._apply)
        self.mood = MoodField()
        self.mood.chosen.connect(self.mood_chosen)
        self.saver = NoteSaver(perform, self._texts, self)
        self.saver.saved.connect(self._note_saved)
        self.saver.refused.connect(self._say_refused)
        for editor in (self.note, self.private_note):
            editor.textChanged.connect(self.saver.touch)
        self.note.installEventFilter(self)

        middle = self._middle()
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.captured, 1)
        self._mood_words = label("", "strong")
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 0)
        row.setSpacing(12)
        row.addWidget(self._mood_words)
        row.addWidget(self.mood)
        row.addStretch(1)
        self.captured.content.addWidget(divider())
        self.captured.content.addLayout(row)
        self._end = button("", self.end_asked.emit, "primary")
        ends = QHBoxLayout()
        ends.setContentsMargins(8, 4, 8, 0)
        ends.addWidget(self._end)
        self.captured.content.addLayout(ends)
        self.captured.setFixedWidth(CAPTURED_WIDTH)

        panes = QHBoxLayout()
        panes.setSpacing(16)
        panes.addWidget(self.agenda)
        panes.addWidget(middle, 1)
        panes.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addLayout(panes, 1)

        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._show_clock)
        for keys, run in (
            ("Ctrl+Return", self._ask_for_end),
            ("Ctrl+Enter", self._ask_for_end),
            *((f"Alt+{mood}", partial(self.mood.choose, mood)) for mood in range(1, 6)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)
        self.setFocusProxy(self.note)
        self.retranslate()

    def _middle(self) -> Card:
        card = Card()
        card.content.setContentsMargins(0, 0, 0, 8)
        card.content.addWidget(self.note, 1)
        self._private_box = QWidget()
        box = QVBoxLayout(self._private_box)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(divider())
        box.addWidget(self.private_note)
        self.private_note.setFixedHeight(120)
        self._private_box.hide()
        card.content.addWidget(self._private_box)
        self._legend = Legend(self.mark_present)
        legend = QHBoxLayout()
        legend.setContentsMargins(16, 0, 16, 0)
        legend.setSpacing(8)
        legend.addWidget(self._legend, 1)
        self._private_toggle = button("", self.toggle_private, "plain-quiet")
        legend.addWidget(self._private_toggle)
        self._state = label("", "quiet")
        self._state.setContentsMargins(20, 0, 20, 0)
        self._state.setWordWrap(True)
        card.content.addLayout(legend)
        card.content.addWidget(self._state)
        return card

    def retranslate(self) -> None:
        """Fixed texts again."""
        self._legend.retranslate()
        self._place.setPlaceholderText(tr("地点"))
        self._place.setAccessibleName(tr("地点"))
        self._mood_words.setText(tr("心情"))
        self._end.setText(tr("结束并小结") + "  Ctrl+↵")
        self._end.setAccessibleName(tr("结束并小结") + " Ctrl+Enter")
        self._resume.setText(tr("继续这场面谈"))
        self._back.setText(tr("返回"))
        self.note.retranslate()
        self.private_note.retranslate()
        self.agenda.retranslate()
        self.captured.retranslate()
        self.mood.show_mood(self.mood.mood)
        self._show_private_toggle()
        self._show_title()

    # --- what is shown ----------------------------------------------------------------------------------------

    @property
    def meeting_id(self) -> int | None:
        """The meeting whose note is in the editor."""
        return self._record.meeting.id if self._record else None

    @property
    def record(self) -> Record | None:
        """The meeting as it was loaded last."""
        return self._record

    def show_record(self, record: Record) -> None:
        """Show a meeting. Of the one that is shown already, the text on the screen is the newer one and stays; lines
        follow where an item was changed on another page."""
        if self.meeting_id != record.meeting.id:
            self._open(record)
            return
        self._record = record
        if self.saver.is_clean and self.note.toPlainText() == record.note.text:
            text = follow_items(record.note.text, record.items, record.meeting.day)
            if text != record.note.text:
                self.note.follow(text)
            else:
                self.captured.show_items(record.captured, record.meeting.day)
        self._show_state(record)

    def _open(self, record: Record) -> None:
        self.saver.stop()
        self._record = record
        # The editors are filled before the saver knows of them: filling is no change.
        self.note.show_note(record.note.text, record.meeting.day)
        self.private_note.show_note(record.note.private_text, record.meeting.day)
        self.saver.begin(record.meeting.id, record.note.text, record.note.private_text)
        self._private_box.hide()
        self._say("")
        self.captured.close_editors()
        self.captured.show_items(record.captured, record.meeting.day)
        self.agenda.clear()
        self._show_state(record)

    def _show_state(self, record: Record) -> None:
        running = record.meeting.is_running
        self.mood.show_mood(record.meeting.mood)
        if not self._place.hasFocus():
            self._place.setText(record.meeting.place or "")
        self._end.setVisible(running)
        self._resume.setVisible(not running)
        self._back.setVisible(not running)
        self.agenda.setVisible(running)
        if running:
            self._clock.start()
        else:
            self._clock.stop()
        self._show_title()
        self._show_private_toggle()

    def show_agenda(self, agenda: Agenda) -> None:
        """What the talk was prepared with."""
        self.agenda.show_agenda(agenda)

    def set_shield(self, up: bool) -> None:
        """While somebody looks over the shoulder the private part is out of sight, whatever was open."""
        self._shielded = up
        if up:
            if self.private_note.hasFocus():
                self.note.setFocus()
            self._private_box.hide()
        self._show_private_toggle()

    def toggle_private(self) -> None:
        """Open or close the private part; behind the shield it stays closed."""
        if self._shielded:
            return
        opened = self._private_box.isHidden()
        self._private_box.setVisible(opened)
        (self.private_note if opened else self.note).setFocus()
        self._show_private_toggle()

    def forget(self) -> None:
        """No meeting is shown any more; what was typed is handed to the writer."""
        self.settle()
        self.saver.stop()
        self._record = None
        self._clock.stop()

    def settle(self) -> None:
        """Somebody leaves: what is composed becomes text, and all of it goes to the writer now."""
        self.note.settle_composition()
        self.private_note.settle_composition()
        self.saver.flush()

    def mark_present(self, kind: NoteKind) -> None:
        """As by its key."""
        self.note.setFocus()
        self.note.mark_present(kind)

    # --- inside -----------------------------------------------------------------------------------------------

    def _texts(self) -> tuple[str, str]:
        return self.note.toPlainText(), self.private_note.toPlainText()

    def _ask_for_end(self) -> None:
        # Enter belongs to the input method while it composes.
        if self._record and self._record.meeting.is_running and not self.note.is_composing:
            self.end_asked.emit()

    def _give_place(self) -> None:
        if self._record and self._place.text().strip() != (self._record.meeting.place or ""):
            self.place_given.emit(self._place.text())

    def _note_saved(self, saved: SavedNote) -> None:
        if self._record is not None and saved.items is not None:
            self.captured.show_items(saved.items, self._record.meeting.day)
        self._say("")
        self.saved.emit(saved)

    def say_trouble(self, sentence: str) -> None:
        """What was refused: during a meeting the window says nothing of it elsewhere."""
        self._say("! " + sentence)

    def offer_unsaved(self) -> None:
        """The window is to close and the note is not on disk: it goes to the clipboard."""
        QGuiApplication.clipboard().setText("\n\n".join(text for text in self._texts() if text))
        self._say("! " + tr("笔记还没存上,已复制到剪贴板,先贴到别处。再关一次就关闭窗口。"))

    def _say_refused(self, reason: str) -> None:
        self._say("! " + tr("还没存上:{reason} 文字都在,会自己再试。", reason=reason))

    def _say(self, trouble: str) -> None:
        self._state.setText(trouble)
        self._state.setVisible(bool(trouble))
        restyle(self._state, "act" if trouble else "quiet")

    def _apply(self, item: CapturedLine, edit: ItemEdit) -> None:
        """A change in the pane is a change of the line."""
        assert self._record is not None
        before, day = self.note.line_text(item.line), self._record.meeting.day
        if edit.kind is None:
            line = mark_line(before, None)
        else:
            line = rewrite_line(before, day, kind=edit.kind, text=edit.text, due_on=edit.due_on)
        self.captured.close_editors()
        self.note.rewrite_line(item.line, before, line)
        self.saver.flush()

    def _show_private_toggle(self) -> None:
        if self._shielded:
            self._private_toggle.setText("◐ " + tr("私密笔记 F9"))
        else:
            arrow = "▸ " if self._private_box.isHidden() else "▾ "
            self._private_toggle.setText(arrow + tr("私密笔记"))
        self._private_toggle.setEnabled(not self._shielded)
        tip = tr("遮护时不显示私密笔记;F9 解除遮护") if self._shielded else tr("只给自己看,遮护时不显示,从不导出")
        self._private_toggle.setToolTip(tip)

    def _show_title(self) -> None:
        if self._record is None:
            return
        meeting = self._record.meeting
        words = tr("一对一") + " · " + meeting.began.strftime("%Y-%m-%d %H:%M")
        if meeting.number:
            words = tr("第 {n} 次一对一", n=meeting.number) + " · " + meeting.began.strftime("%Y-%m-%d %H:%M")
        self._title.show_title(self._record.name, words)
        self._show_clock()

    def _show_clock(self) -> None:
        if self._record is None:
            return
        meeting = self._record.meeting
        end = clock.from_stamp(meeting.ended_at) if meeting.ended_at else clock.utc_now()
        seconds = max(0, int((end - meeting.began).total_seconds()))
        time = f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        self._elapsed.setText(tr("已 {time}", time=time) if meeting.is_running else tr("用时 {time}", time=time))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A focus that is lost is a pause: what is written is saved at once.
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self.saver.touch()
        return super().eventFilter(watched, event)
