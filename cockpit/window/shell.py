"""The window: one cycle and one scope for every page, one way to change things, one way back."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QByteArray, QEventLoop, QSettings, QSize, QThreadPool, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from cockpit.errors import CockpitError
from cockpit.language import language, tr
from cockpit.metrics import Period, Scope
from cockpit.metrics.past_days import open_deals_of
from cockpit.model import clock
from cockpit.model.cycles import Month
from cockpit.operations.operation import Changes, redo, undo
from cockpit.operations.settings import choose_setting, setting, use_on
from cockpit.store.file import Store
from cockpit.window import commands
from cockpit.window.kit import background
from cockpit.window.kit.cards import Toast
from cockpit.window.kit.page import Page, Readers, View
from cockpit.window.kit.theme import Appearance, apply_theme
from cockpit.window.navigation import NavigationBar
from cockpit.window.overview import Overview, read_overview
from cockpit.window.page_strip import PageStrip
from cockpit.window.pages import PAGES, entry
from cockpit.window.palette import Palette
from cockpit.window.status import StatusLine
from cockpit.window.top_bar import TopBar
from cockpit.window.writer import Writer

OVERVIEW_AFTER = 150
"""Milliseconds from a change to the badges of the side bar."""

PAGES_AFTER = 800
"""Milliseconds from the first sight of the window until the other pages are made ready."""
PAGE_BY_PAGE = 200
"""Milliseconds from one page made ready to the next: the window answers in between."""


class Shell(QMainWindow):
    """The window around the pages; what ``kit.page.Window`` promises to them."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._readers = Readers(store)
        self._writer = Writer(store, self)
        self._history: list[str] = []
        self._meeting_with: int | None = None
        self._shield_lifted = False
        self._scopes: list[Scope] = []
        self._pages: dict[str, Page] = {}
        today = clock.today()
        scope = Scope.from_setting(store.connection, setting(store.connection, "last_scope"))
        self._view = View(Month.of(today), scope, today)
        self.setAcceptDrops(True)
        # With the frame that the desktop puts around it, it has to fit on a small screen.
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize() - QSize(0, 48)))

        self.actions_by_name = commands.build(self)
        self.top = TopBar(commands.menu(self.actions_by_name), self)
        self.navigation = NavigationBar(self)
        self.strip = PageStrip(self)
        self.stack = QStackedWidget(self)
        self.status = StatusLine(self)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.strip)
        beside.addWidget(self.stack, 1)
        middle.addLayout(beside, 1)
        central = QWidget(self)
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self.setCentralWidget(central)
        self._toast = Toast(self)

        self.navigation.chosen.connect(self.go)
        self.strip.chosen.connect(self.go)
        self.top.month_chosen.connect(self.choose_month)
        self.top.scope_chosen.connect(self.choose_scope)
        self.top.search_asked.connect(self.open_palette)
        self.top.meeting_asked.connect(self.ask_for_meeting)
        self.top.shield_lifted.connect(self.lift_shield)
        self._overview = background.Latest(self, background.reading)
        self._month_before = background.Latest(self, background.reading)
        self._reading_ahead = QThreadPool(self)
        # The page comes first: both read on workers, and would take each other's time.
        self._overview_soon = QTimer(self, singleShot=True, interval=OVERVIEW_AFTER)
        self._overview_soon.timeout.connect(self._refresh_overview)
        # Midnight may pass while the window is open, and a laptop may wake up on another day.
        self._day = QTimer(self, interval=30_000)
        self._day.timeout.connect(self._notice_new_day)
        self._day.start()
        self.retranslate()
        self._restore_place()

    # --- what pages ask of the window -------------------------------------------------------------------------

    @property
    def view(self) -> View:
        """The cycle, scope and day shown now; behind the shield only one person."""
        return self._view

    @property
    def store(self) -> Store:
        """The open store."""
        return self._store

    def readers(self) -> Readers:
        """Read-only connections, one per worker thread."""
        return self._readers

    def perform(
        self,
        verb: Callable[[Store], Changes],
        then: Callable[[Changes], None] | None = None,
        *,
        by: Page | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Run an operation on the writing worker, tell every page what changed, and offer undo."""

        def done(changes: Changes) -> None:
            if changes:
                self.status.note_saved(clock.utc_stamp())
                self.announce(changes, by=by)
            if changes and changes.undoable:
                # What is offered to be undone on the screen is not the newest change any more.
                self._toast.drop_action()
                if changes.label and by is None:
                    self._say(changes.label, with_undo=True)
            if then:
                then(changes)

        def refused(error: BaseException) -> None:
            if not isinstance(error, CockpitError):
                raise error
            self._say(str(error), with_undo=False)
            if failed:
                failed(error)

        self._writer.perform(verb, done, refused)

    def announce(self, changes: Changes, *, by: Page | None = None) -> None:
        """Tell every page which kinds of things changed; each decides whether it is stale."""
        for page in self._pages.values():
            if page is not by and page.depends_on & changes.kinds:
                page.mark_stale()
        self._overview_soon.start()

    def go(self, page: str, **arguments: object) -> None:
        """Show a page; ``arguments`` reach its ``arrive``."""
        current = self.stack.currentWidget()
        if isinstance(current, Page) and current.name != page:
            current.leave()
            self._history.append(current.name)
        shown = self.page(page)
        is_new = shown.focusWidget() is None
        self.stack.setCurrentWidget(shown)
        # The stack gives the focus to the first button of a new page; the page may know what is wanted first.
        if is_new and shown.focusProxy() is not None:
            shown.setFocus()
        self.navigation.show_chosen(page)
        self.strip.show_chosen(page)
        if arguments:
            shown.arrive(**arguments)
        shown.refresh_if_stale()
        if not shown.isAncestorOf(QApplication.focusWidget() or self):
            shown.setFocus()

    def choose_scope(self, scope: Scope) -> None:
        """Look at another scope on every page; it comes back after a restart."""
        self._look_at(self._view.month, scope)
        self._write(lambda store: choose_setting(store, "last_scope", scope.to_setting()))

    def person_scope(self, person_id: int) -> Scope:
        """The scope of one person, with its name."""
        wanted = Scope.person(person_id)
        return next((scope for scope in self._scopes if scope == wanted), wanted)

    def command(self, name: str) -> None:
        """Run a command of the window by its name in window/commands.py."""
        self.actions_by_name[name].trigger()

    def choose_month(self, month: Month) -> None:
        """Look at another cycle on every page."""
        # Behind the shield one person is shown; what was chosen comes back after the meeting.
        self._look_at(month, self._chosen_scope)

    def toast(self, words: str) -> None:
        """Say something in passing; nothing is said during a meeting."""
        self._say(words, with_undo=False)

    def set_meeting(self, person_id: int | None) -> None:
        """A meeting with this person runs: shield up and quiet; None: it is over."""
        self._meeting_with, self._shield_lifted = person_id, False
        self._raise_shield()

    def note_saved(self, stamp: str) -> None:
        """A note was saved at this moment."""
        self.status.note_saved(stamp)

    # --- verbs of the window itself ---------------------------------------------------------------------------

    def back(self) -> None:
        """To the page before."""
        if self._history:
            name = self._history.pop()
            self.go(name)
            self._history.pop() if self._history else None

    def undo(self) -> None:
        """Take the newest change back."""
        self.perform(undo, lambda changes: self._say(changes.label, with_undo=False))

    def redo(self) -> None:
        """Do again what was undone."""
        self.perform(redo, lambda changes: self._say(changes.label, with_undo=False))

    def step_page(self, by: int) -> None:
        """To the next page of the step, or the one before."""
        self.strip.step(by)

    def lift_shield(self) -> None:
        """Put the shield down, or up again, while a meeting runs."""
        if self._meeting_with is not None:
            self._shield_lifted = not self._shield_lifted
            self._raise_shield()

    def open_palette(self) -> None:
        """Ctrl+K."""
        shown = self.stack.currentWidget()
        own = {action.text(): action for action in shown.actions()} if shown else {}
        Palette(self._readers, commands.choices({**own, **self.actions_by_name}), self._open_found, self,
                person_id=self._view.only_person).show()  # fmt: skip

    def ask_for_meeting(self) -> None:
        """Whom with? Then straight into the note."""
        Palette(
            self._readers, [], lambda _kind, person, _: self.go("one_on_one", start_with=person), self,
            prompt=tr("和谁面谈?输入姓名或拼音"), kinds=frozenset({"person"}), person_id=self._view.only_person,
        ).show()  # fmt: skip

    def import_files(self, paths: list[Path] | None = None) -> None:
        """Choose files, see what would change, import."""
        from cockpit.window.importing.dialog import import_with_preview

        import_with_preview(self, paths)

    def paste_table(self) -> None:
        """Import the table that lies on the clipboard."""
        from cockpit.window.importing.dialog import import_pasted

        import_pasted(self)

    def switch_language(self) -> None:
        """Chinese or English, live."""
        self._speak("en" if language() == "zh" else "zh")

    def switch_appearance(self, appearance: Appearance) -> None:
        """'light', 'dark' or 'system', live."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_theme(application, appearance)
        self._write(lambda store: choose_setting(store, "appearance", appearance))

    @property
    def shown_page(self) -> Page:
        """The page in sight."""
        shown = self.stack.currentWidget()
        assert isinstance(shown, Page)
        return shown

    def page(self, name: str) -> Page:
        """The page called ``name``, made when it is first asked for."""
        if name not in self._pages:
            made = entry(name).page_class()(self)
            self._pages[name] = made
            self.stack.addWidget(made)
        return self._pages[name]

    def open_other_store(self, path: Path) -> None:
        """Leave this store and open another in the same window's place, e.g. the sample team's."""
        other = Shell(Store.open(path))
        other.restoreGeometry(self.saveGeometry())
        other.show()
        # The application would end with its last window: the new one is shown before the old one goes.
        _keep_alive.append(other)
        self.close()

    def retranslate(self) -> None:
        """Every fixed text again, and every page's data."""
        sample = tr("示例团队") + " · " if setting(self._store.connection, "is_sample") else ""
        self.setWindowTitle(sample + tr("驾驶舱"))
        commands.retranslate(self.actions_by_name)
        self.top.retranslate()
        self.navigation.retranslate()
        self.strip.retranslate()
        self.status.retranslate()
        for page in self._pages.values():
            page.retranslate()
            page.mark_stale()
        self._show_view()
        self._overview_soon.start()

    def close_store(self) -> None:
        """Everything asked for is written, then the file is let go. Safe to call twice."""
        # Another store may be open in the same program: nothing of this window asks for the file any more.
        self._day.stop()
        self._overview_soon.stop()
        self._writer.finish()
        background.wait_for_all()
        self._readers.close()
        self._store.close()

    # --- inside -----------------------------------------------------------------------------------------------

    def _look_at(self, month: Month, scope: Scope) -> None:
        only = self._meeting_with if self._meeting_with is not None and not self._shield_lifted else None
        shown = self.person_scope(only) if only is not None else scope
        self._chosen_scope = scope
        self._view = View(month, shown, self._view.today, only)
        self._show_view()
        for page in self._pages.values():
            page.mark_stale()
        self._overview_soon.start()

    def _raise_shield(self) -> None:
        self._look_at(self._view.month, getattr(self, "_chosen_scope", self._view.scope))
        self.top.show_shield(self._view.only_person is not None)
        self.status.set_quiet(self._meeting_with is not None)

    def _show_view(self) -> None:
        self.top.show_month(self._view.month)
        only = self._view.only_person
        self.top.show_scope(
            tr("仅 {name}", name=self._view.scope.label) if only is not None else self._view.scope.label
        )

    def _refresh_overview(self) -> None:
        view, readers = self._view, self._readers

        def read() -> Overview:
            return read_overview(readers.here(), view)

        self._overview.run(read, self._show_overview, lambda _: None)
        # The month before is what is looked at next, more often than not: what was open then takes the longest.
        before = Period.of(view.month.previous, view.today)
        self._month_before.run(lambda: open_deals_of(readers.here(), before), lambda _: None)

    def _show_overview(self, overview: Overview) -> None:
        self.navigation.set_badges(overview.badges)
        self._scopes = [scope for _, scope in overview.scopes if scope]
        self.top.offer_scopes(overview.scopes)
        self.top.show_scope(overview.scope_title)
        self.status.show_overview(overview)

    def _open_found(self, kind: str, found_id: int, person_id: int | None) -> None:
        if kind == "person":
            self.go("one_on_one", person=found_id)
        elif kind == "note":
            self.go("one_on_one", person=person_id, meeting=found_id)
        elif kind == "account":
            self.go("accounts", account=found_id)
        else:
            self.go("deals", deal=found_id)

    def _say(self, words: str, *, with_undo: bool) -> None:
        if self._meeting_with is None:
            self._toast.say(words, tr("撤销") if with_undo else "", self.undo)

    def _speak(self, code: str) -> None:
        from cockpit.window.application import speak

        application = QApplication.instance()
        assert isinstance(application, QApplication)
        speak(application, "en" if code == "en" else "zh")
        self._write(lambda store: choose_setting(store, "language", code))
        self.retranslate()

    def _write(self, verb: Callable[[Store], Changes]) -> None:
        """Something of the window itself: no page has to know."""
        self._writer.perform(verb, lambda _: None, lambda error: self._say(str(error), with_undo=False))

    def _notice_new_day(self) -> None:
        today = clock.today()
        if today != self._view.today:
            stayed = self._view.month == Month.of(self._view.today)
            month = Month.of(today) if stayed else self._view.month
            self._view = View(self._view.month, self._view.scope, today, self._view.only_person)
            self._look_at(month, self._chosen_scope)
            self._note_day(today)

    def _note_day(self, today: date) -> None:
        self._write(lambda store: use_on(store, today))

    def _make_pages_ready(self) -> None:
        """No first visit waits for a page's modules and widgets: the modules are read beside the window, charts above
        all take their time, and the pages are made one at a time."""
        waiting = iter(PAGES)

        def make_next(_: object = None) -> None:
            missing = next((known for known in waiting if known.name not in self._pages), None)
            if missing is not None and self.isVisible():
                self.page(missing.name)
                QTimer.singleShot(PAGE_BY_PAGE, self, make_next)

        background.run(_read_modules, make_next, owner=self, pool=self._reading_ahead)

    def _restore_place(self) -> None:
        self._chosen_scope = self._view.scope
        geometry = QSettings("Cockpit", "Cockpit").value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        last = setting(self._store.connection, "last_page")
        self.go(last if any(last == known.name for known in PAGES) else "loop")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, lambda: self._note_day(self._view.today))
        QTimer.singleShot(PAGES_AFTER, self, self._make_pages_ready)

    def closeEvent(self, event: QCloseEvent) -> None:
        current = self.stack.currentWidget()
        # What is being written in a field counts as it does when the field is left.
        if (focused := self.focusWidget()) is not None:
            focused.clearFocus()
        for page in self._pages.values():
            page.leave()
        self._writer.finish()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if not all(page.may_close() for page in self._pages.values()):
            event.ignore()
            return
        if isinstance(current, Page):
            name = current.name
            self._write(lambda store: choose_setting(store, "last_page", name))
        QSettings("Cockpit", "Cockpit").setValue("geometry", self.saveGeometry())
        self.close_store()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self._meeting_with is None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            QTimer.singleShot(0, lambda: self.import_files(paths))


def _read_modules() -> None:
    """Those of the pages, and of what is opened over them, so that the first time nobody waits for them."""
    for known in PAGES:
        known.page_class()
    import_module("cockpit.window.importing.dialog")


_keep_alive: list[Shell] = []
