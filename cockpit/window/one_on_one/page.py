"""一对一: who waits for a talk, what is prepared, the talk itself with its live note, and how it is summed up."""

import sqlite3
from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.model.marks import NoteKind
from cockpit.operations.meetings import (
    MeetingRuns,
    Record,
    discard_meeting,
    end_meeting,
    kind_title,
    read_record,
    resume_meeting,
    set_mood,
    set_next,
    set_place,
    start_meeting,
)
from cockpit.operations.notes import SavedNote
from cockpit.operations.operation import Changes
from cockpit.store.file import Store
from cockpit.window.kit.cards import EmptyState
from cockpit.window.kit.page import Page, View, Window
from cockpit.window.one_on_one.closing_card import ClosingCard
from cockpit.window.one_on_one.live_view import LiveView
from cockpit.window.one_on_one.note_editor import MARK_KEYS
from cockpit.window.one_on_one.people_view import PeopleView
from cockpit.window.one_on_one.person_view import PersonView
from cockpit.window.one_on_one.reading import OneOnOneData, Place, read_place


class OneOnOnePage(Page):
    """Its places lie one over the other; the live note is never rebuilt under the pen."""

    name = "one_on_one"
    depends_on = frozenset(
        {"meeting", "note_item", "support", "problem", "action", "check_in", "person", "team", "deal", "target",
         "activity", "import"}
    )  # fmt: skip

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._place = Place()
        self._live: int | None = None
        """The meeting for which the shield is up."""
        self._focus_wanted = False
        self._told_unsaved = False
        self.people = PeopleView()
        self.person = PersonView(window)
        self.live = LiveView(window, self._perform)
        self.closing = ClosingCard()
        self.notice = EmptyState()
        self._stack = QStackedLayout(self)
        for shown in (self.people, self.person, self.live, self.closing, self.notice):
            self._stack.addWidget(shown)
        self._stack.setCurrentWidget(self.notice)
        self.people.person_chosen.connect(lambda number: self._move(Place("person", number)))
        self.person.start_asked.connect(lambda: self._start(self._place.id))
        self.person.meeting_asked.connect(lambda number: self._move(Place("meeting", number)))
        self.person.left.connect(lambda: self._move(Place("people")))
        self.live.end_asked.connect(self._end)
        self.live.leave_asked.connect(self._leave_record)
        self.live.resume_asked.connect(self._resume)
        self.live.mood_chosen.connect(self._set_mood)
        self.live.place_given.connect(self._set_place)
        self.live.saved.connect(self._note_saved)
        self.closing.left.connect(self._leave_record)
        self.closing.resumed.connect(self._resume)
        self.closing.next_chosen.connect(self._set_next)
        self.closing.discarded.connect(self._discard)
        self._commands: list[tuple[Callable[[], str], Callable[[], None]]] = [
            *((partial(_mark_words, kind), partial(self.live.mark_present, kind)) for kind in MARK_KEYS),
            (_private_words, self.live.toggle_private),
        ]
        for words, run in self._commands:
            # Actions of the page are what the palette offers while it is seen; their keys are the editor's.
            action = QAction(words(), self)
            action.triggered.connect(lambda _=False, run=run: run())
            self.addAction(action)
        self._offer_commands()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def retranslate(self) -> None:
        for shown in (self.people, self.person, self.live, self.closing):
            shown.retranslate()
        for action, (words, _) in zip(self.actions(), self._commands, strict=True):
            action.setText(words())

    # --- reading ----------------------------------------------------------------------------------------------

    def load(self, connection: sqlite3.Connection, view: View) -> OneOnOneData:
        """The place asked for, or where it leads."""
        return read_place(connection, view, self._place, self._live)

    def show_data(self, data: object) -> None:
        """Show the place. A meeting that is on the screen already keeps its text."""
        assert isinstance(data, OneOnOneData)
        # The shield stays up while an older record is looked at in the middle of a talk.
        if self._live is not None and (data.running is None or data.running.meeting.id != self._live):
            self._set_live(None)
        if data.record is not None and data.place.kind != "closing":
            self._show_meeting(data.record)
            if data.agenda is not None:
                self.live.show_agenda(data.agenda)
        elif data.record is not None:
            self.closing.show_closing(data.record, data.record.captured)
            self._show(self.closing)
        elif data.place.kind == "people":
            self.people.show_people(list(data.lines), data.today)
            self._show(self.people if data.lines else self.notice)
            if not data.lines:
                self.notice.say(
                    tr("团队里的人会在这里,每人一行:上次面谈、下次面谈、没兑现的承诺。先导入团队和商机。"),
                    (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
                    (tr("看看示例团队"), lambda: self.host.command("sample")),
                )
        elif data.place.kind == "blocked" and data.running is not None:
            self._offer(data.running, data.place.id, data.name)
        elif data.agenda is not None:
            running = data.running.meeting if data.running else None
            with_this = running is not None and running.person_id == data.place.id
            self.person.show_person(
                data.name, list(data.talks), data.agenda, data.today, running=with_this,
                elsewhere=running is not None and not with_this,
            )  # fmt: skip
            self._show(self.person)
        else:
            self._move(Place())
            return
        self._place = data.place
        self.live.set_shield(self.host.view.only_person is not None)
        self._settle_focus()

    def _show_meeting(self, record: Record) -> None:
        if record.meeting.is_running:
            self._set_live(record)
        self.live.set_shield(self.host.view.only_person is not None)
        self.live.show_record(record)
        self._show(self.live)

    def _show(self, shown: QWidget) -> None:
        if shown is not self.live and self._stack.currentWidget() is self.live:
            self.live.settle()
        self._stack.setCurrentWidget(shown)
        self._offer_commands()

    def _offer_commands(self) -> None:
        for action in self.actions():
            action.setEnabled(self._stack.currentWidget() is self.live)

    def _offer(self, running: Record, person_id: int, name: str) -> None:
        """A talk has not ended: after a crash, or because another one is to begin."""
        meeting = running.meeting
        began = meeting.began.strftime("%m-%d %H:%M")
        said = tr("与{name}的面谈从 {began} 起还没有结束,记下的都在。", name=running.name, began=began)
        go_on = (tr("继续与{name}的面谈", name=running.name), partial(self._move, Place("meeting", meeting.id)))
        end = tr("结束它,开始与{name}的面谈", name=name) if name else tr("结束它")
        self.notice.say(said, go_on, (end, partial(self._end_other, running, person_id)))
        self._show(self.notice)

    # --- coming and going -------------------------------------------------------------------------------------

    def arrive(self, **arguments: object) -> None:
        """``start_with``: begin with that person, or go on; ``person`` shows somebody, ``meeting`` a record."""
        self._focus_wanted = True
        start_with, person = arguments.get("start_with"), arguments.get("person")
        if isinstance(start_with, int):
            self._start(start_with)
        elif isinstance(meeting := arguments.get("meeting"), int):
            self._move(Place("meeting", meeting))
        elif isinstance(person, int):
            self._move(Place("person", person))

    def may_close(self) -> bool:
        """A note that could not be saved is copied to the clipboard, and said, before the window closes."""
        if self.live.saver.is_clean:
            return True
        if self._told_unsaved:
            self.live.saver.stop()
            return True
        self._told_unsaved = True
        self.host.go(self.name)
        self.live.offer_unsaved()
        return False

    def shows_others(self) -> bool:
        """A meeting shows its own person; the lists before it show everybody."""
        return self._stack.currentWidget() is not self.live

    def leave(self) -> None:
        """Nothing that was typed is lost, and nothing waits: the writer has it."""
        self.live.settle()
        if self._stack.currentWidget() is self.closing:
            self.closing.keep_day()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focus_wanted = True
        self._settle_focus()

    def _settle_focus(self) -> None:
        shown = self._stack.currentWidget()
        if not (self._focus_wanted or self.hasFocus()) or shown is None:
            return
        self._focus_wanted = False
        if shown is self.notice:
            item = self.notice.buttons.itemAt(1)
            if item is not None and (first := item.widget()) is not None:
                first.setFocus()
        else:
            shown.setFocus()

    def _move(self, place: Place) -> None:
        self._place = place
        self._focus_wanted = True
        self.refresh()

    def _set_live(self, record: Record | None) -> None:
        """The shield goes up with the meeting that runs, and down when it is over."""
        number = record.meeting.id if record else None
        if number != self._live:
            self._live = number
            self.host.set_meeting(record.meeting.person_id if record else None)

    # --- verbs ------------------------------------------------------------------------------------------------

    def _perform(self, verb: Callable[[Store], Changes], then: Callable[[Changes], None]) -> None:
        self.host.perform(verb, then, by=self)

    def _attempt(
        self,
        verb: Callable[[Store], Changes],
        then: Callable[[Changes], None],
        refused: Callable[[CockpitError], None] | None = None,
    ) -> None:
        """Refusals come back here: the window says nothing while a meeting runs."""
        refusals: list[CockpitError] = []

        def guarded(store: Store) -> Changes:
            try:
                return verb(store)
            except CockpitError as error:
                refusals.append(error)
                return Changes("", {}, undoable=False)

        def done(changes: Changes) -> None:
            if not refusals:
                then(changes)
            elif refused is not None:
                refused(refusals[0])
            elif self._live is not None:
                self.live.say_trouble(str(refusals[0]))
            else:
                self.host.toast(str(refusals[0]))

        self._perform(guarded, done)

    def _start(self, person_id: int) -> None:
        def begun(changes: Changes) -> None:
            [meeting_id] = changes.ids["meeting"]
            # Two rows by their keys, read here and now: the pen must be in the note before the next key is pressed.
            record = read_record(self.host.readers().here(), meeting_id)
            if record is not None:
                self._place = Place("meeting", meeting_id)
                self._show_meeting(record)
                self._focus_wanted = True
                self._settle_focus()
            self.refresh()

        def refused(error: CockpitError) -> None:
            if isinstance(error, MeetingRuns):
                self._move(Place("blocked", person_id))
            else:
                self.host.toast(str(error))

        self.live.settle()
        self._attempt(lambda store: start_meeting(store, person_id), begun, refused)

    def _end(self) -> None:
        record = self.live.record
        if record is None:
            return
        self.live.settle()
        note, mood, number = self.live.note.toPlainText(), self.live.mood.mood, record.meeting.id

        def ended(_: Changes) -> None:
            self._set_live(None)
            self._move(Place("closing", number))

        self._attempt(lambda store: end_meeting(store, number, note, mood=mood, next_on=None), ended)

    def _end_other(self, running: Record, person_id: int) -> None:
        meeting = running.meeting

        def ended(_: Changes) -> None:
            self._set_live(None)
            if person_id:
                self._start(person_id)
            else:
                self._move(Place("closing", meeting.id))

        self._attempt(
            lambda store: end_meeting(store, meeting.id, read_text(store, meeting.id), mood=None, next_on=None), ended
        )

    def _resume(self) -> None:
        record = self.live.record if self._stack.currentWidget() is self.live else self.closing.record
        if record is None:
            return
        self.closing.keep_day()
        number = record.meeting.id

        def refused(error: CockpitError) -> None:
            self.host.toast(str(error))
            self._move(Place("blocked"))

        self._attempt(
            lambda store: resume_meeting(store, number), lambda _: self._move(Place("meeting", number)), refused
        )

    def _discard(self) -> None:
        record = self.closing.record
        if record is not None:
            number, person = record.meeting.id, record.meeting.person_id
            self._attempt(lambda store: discard_meeting(store, number), lambda _: self._move(Place("person", person)))

    def _leave_record(self) -> None:
        shown = self.closing.record if self._stack.currentWidget() is self.closing else self.live.record
        self._move(Place("person", shown.meeting.person_id) if shown else Place())

    def _set_mood(self, mood: int | None) -> None:
        if (number := self.live.meeting_id) is not None:
            self._attempt(lambda store: set_mood(store, number, mood), lambda _: self.refresh())

    def _set_place(self, words: str) -> None:
        if (number := self.live.meeting_id) is not None:
            self._attempt(lambda store: set_place(store, number, words), lambda _: self.refresh())

    def _set_next(self, day: date | None) -> None:
        record = self.closing.record
        if record is not None:
            number = record.meeting.id
            self._attempt(lambda store: set_next(store, number, day), lambda _: None)

    def _note_saved(self, saved: SavedNote) -> None:
        self._told_unsaved = False
        self.host.note_saved(saved.at)


def _mark_words(kind: NoteKind) -> str:
    return tr("这一行是:{kind}", kind=kind_title(kind) if "problem" in kind.value else kind.label)


def _private_words() -> str:
    return tr("打开或收起私密笔记")


def read_text(store: Store, meeting_id: int) -> str:
    """The note as it stands in the store."""
    record = read_record(store.connection, meeting_id)
    return record.note.text if record else ""
