"""A window for one page: a real store, real operations and readers, nothing around it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cockpit.errors import CockpitError
from cockpit.metrics import WHOLE_TEAM, Scope
from cockpit.metrics.scopes import read_roster
from cockpit.model.cycles import Month
from cockpit.operations.operation import Changes, undo
from cockpit.store.file import Store
from cockpit.window.kit import background
from cockpit.window.kit.page import Page, Readers, View
from cockpit.window.kit.theme import apply_theme


class Host(QWidget):
    """What ``kit.page.Window`` promises to pages. Operations run at once; what was asked of it is kept to look at."""

    def __init__(self, store: Store, today: date) -> None:
        super().__init__()
        self._store, self._readers = store, Readers(store)
        self._view = View(Month.of(today), WHOLE_TEAM, today)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self.pages: list[Page] = []
        self.said: list[str] = []
        self.went: list[tuple[str, dict[str, object]]] = []
        self.commands: list[str] = []
        self.meeting_with: int | None = None
        self.saved_at = ""

    @property
    def view(self) -> View:
        return self._view

    @property
    def store(self) -> Store:
        return self._store

    def readers(self) -> Readers:
        return self._readers

    def perform(
        self,
        verb: Callable[[Store], Changes],
        then: Callable[[Changes], None] | None = None,
        *,
        by: Page | None = None,
    ) -> None:
        try:
            changes = verb(self._store)
        except CockpitError as error:
            self.said.append(str(error))
            return
        for page in self.pages:
            if page is not by and page.depends_on & changes.kinds:
                page.mark_stale()
        if then:
            then(changes)
        self.settle()

    def go(self, page: str, **arguments: object) -> None:
        self.went.append((page, arguments))

    def choose_scope(self, scope: Scope) -> None:
        self.look_at(scope=scope)

    def choose_month(self, month: Month) -> None:
        self.look_at(month=month)

    def person_scope(self, person_id: int) -> Scope:
        return read_roster(self._readers.here()).person_scope(person_id)

    def command(self, name: str) -> None:
        self.commands.append(name)

    def toast(self, words: str) -> None:
        self.said.append(words)

    def set_meeting(self, person_id: int | None) -> None:
        self.meeting_with = person_id

    def note_saved(self, stamp: str) -> None:
        self.saved_at = stamp

    # --- for tests --------------------------------------------------------------------------------------------

    def look_at(
        self, *, month: Month | None = None, scope: Scope | None = None, today: date | None = None,
        only_person: int | None = None,
    ) -> None:  # fmt: skip
        """Look at another cycle, scope or day; ``only_person`` raises the shield."""
        shown = Scope.person(only_person) if only_person is not None else scope or self._view.scope
        self._view = View(month or self._view.month, shown, today or self._view.today, only_person)
        for page in self.pages:
            page.mark_stale()
        self.settle()

    def show_page(self, page_class: Callable[["Host"], Page], width: int = 1256, height: int = 818) -> Page:
        """Make a page and show it as large as it is in a window of 1440 x 900."""
        page = page_class(self)
        self.pages.append(page)
        self._room.addWidget(page)
        self.resize(width, height)
        self.show()
        page.refresh_if_stale()
        self.settle()
        return page

    def undo(self) -> None:
        """Take the newest change back, as Ctrl+Z does."""
        self.perform(undo)

    def settle(self) -> None:
        """Wait until everything that was loaded is shown; what is shown may ask for more, and that as well."""
        for _ in range(3):
            background.wait_for_all()
            QApplication.processEvents()

    def finish(self) -> None:
        """Nothing is under way any more, and the file is let go."""
        self.settle()
        self._readers.close()
        self._store.close()


@pytest.fixture
def today() -> date:
    """The day on which the tests of pages happen; a module may have its own."""
    return date(2026, 11, 24)


@pytest.fixture
def host(qtbot: QtBot, tmp_path: Path, today: date) -> Iterator[Host]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, "light")
    made = Host(Store.open(tmp_path / "cockpit.sqlite"), today)
    qtbot.addWidget(made)
    yield made
    made.finish()
