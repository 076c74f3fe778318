"""What every page is: it loads on a worker, shows in the window's thread, and never writes to the store itself."""

import sqlite3
import threading
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar, Protocol

from attrs import frozen
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from cockpit.metrics import Scope
from cockpit.model.cycles import Month
from cockpit.operations.operation import Changes, Kind
from cockpit.store.file import Store
from cockpit.window.kit import background


@frozen
class View:
    """What the whole window looks at: the cycle, the scope, and the local day that counts as today.

    ``only_person`` is set while somebody looks over the shoulder (the shield): a page then shows nothing of others.
    """

    month: Month
    scope: Scope
    today: date
    only_person: int | None = None

    @property
    def shown_scope(self) -> Scope:
        """What a page may show: the scope, behind the shield that of the one person."""
        return self.scope if self.only_person is None else Scope.person(self.only_person)


class Window(Protocol):
    """What a page may ask of the window it lives in."""

    @property
    def view(self) -> View:
        """The cycle, scope and day shown now."""

    @property
    def store(self) -> Store:
        """The open store; pages pass it to operations and never write through it."""

    def perform(
        self,
        verb: Callable[[Store], Changes],
        then: Callable[[Changes], None] | None = None,
        *,
        by: "Page | None" = None,
    ) -> None:
        """Run an operation on the writing worker, tell every page what changed, and offer undo.

        ``by`` is the page that asked: it is told through ``then`` and is not rebuilt under the user's hands.
        """

    def go(self, page: str, **arguments: object) -> None:
        """Show another page; ``arguments`` reach its ``arrive``. Alt+Left comes back."""

    def choose_scope(self, scope: Scope) -> None:
        """Look at another scope on every page."""

    def choose_month(self, month: Month) -> None:
        """Look at another cycle on every page."""

    def person_scope(self, person_id: int) -> Scope:
        """The scope of one person, with its name."""

    def command(self, name: str) -> None:
        """Run a command of the window by its name in window/commands.py, e.g. "import"."""

    def toast(self, words: str) -> None:
        """Say something in passing; nothing is said during a meeting."""

    def set_meeting(self, person_id: int | None) -> None:
        """A meeting with this person runs: shield up and quiet; None: it is over."""

    def note_saved(self, stamp: str) -> None:
        """A note was saved at this UTC moment: the line at the foot says so."""

    def readers(self) -> "Readers":
        """Read-only connections, one per worker thread."""


class Readers:
    """A read-only connection for each thread that asks, kept for the next time.

    Known by the thread's number: what Python keeps for a thread of Qt's is gone with every task, and each would leave
    an open connection behind, until there are no file descriptors any more.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._by_thread: dict[int, sqlite3.Connection] = {}
        self._guard = threading.Lock()

    def here(self) -> sqlite3.Connection:
        """The connection of the calling thread."""
        thread = threading.get_ident()
        # A number is given again only once its thread has ended: nobody else has the connection in hand.
        with self._guard:
            connection = self._by_thread.get(thread)
        if connection is None:
            connection = self._store.reader()
            with self._guard:
                self._by_thread[thread] = connection
        return connection

    def close(self) -> None:
        """Close them all; no worker may be under way."""
        with self._guard:
            for connection in self._by_thread.values():
                connection.close()
            self._by_thread.clear()


class Page(QWidget):
    """A page of the window.

    A subclass names itself, says on which kinds of things it depends, and gives ``load`` (worker thread, read-only
    connection, no widgets) and ``show_data`` (window's thread). ``retranslate`` is called when the language changes.
    """

    name: ClassVar[str]
    depends_on: ClassVar[frozenset[Kind]]

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.host = window
        self._stale = True
        self._latest = background.Latest(self, background.reading)
        self._shown_for: int | None = None
        self._cover: QWidget | None = None

    def load(self, connection: sqlite3.Connection, view: View) -> object:
        """Everything that the page shows, read in one go."""
        raise NotImplementedError

    def show_data(self, data: object) -> None:
        """Show what ``load`` returned."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say all fixed texts again in the language chosen now; data is loaded again afterwards."""

    def arrive(self, **arguments: object) -> None:
        """The user came here by ``go`` with these arguments, e.g. ``person=7``."""

    def leave(self) -> None:
        """The user goes elsewhere: settle what is half done."""

    def may_close(self) -> bool:
        """Whether nothing is lost when the window closes now; a page that says no tells why, and asks only once."""
        return True

    def problem(self, error: BaseException) -> None:
        """The page could not be loaded: say so in the window, keep what is shown."""
        self.host.toast(str(error))

    def mark_stale(self) -> None:
        """What is shown is out of date; it is loaded again at once if seen, else when it is."""
        self._stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Load on a worker and show. An older answer never overwrites a newer one."""
        self._stale = False
        view, readers = self.host.view, self.host.readers()
        if view.only_person not in (None, self._shown_for) and self.shows_others():
            self._cover_up()
        self._latest.run(lambda: self.load(readers.here(), view), partial(self._show_loaded, view), self.problem)

    def shows_others(self) -> bool:
        """Whether anybody but the person of a meeting may be on the page now."""
        return True

    def _show_loaded(self, view: View, data: object) -> None:
        self.show_data(data)
        self._shown_for = view.only_person
        if self._cover is not None:
            self._cover.hide()

    def _cover_up(self) -> None:
        """The shield went up: what is shown is out of sight at once, and not only when the page has been read again."""
        if self._cover is None:
            self._cover = QWidget(self)
            self._cover.setAutoFillBackground(True)
        self._cover.setGeometry(self.rect())
        self._cover.show()
        self._cover.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cover is not None:
            self._cover.setGeometry(self.rect())

    def refresh_if_stale(self) -> None:
        """Called when the page comes into sight."""
        if self._stale:
            self.refresh()
