"""A team of two, one deal that stands still, and the page in a window of its own."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from cockpit.model import clock
from cockpit.window.one_on_one.note_editor import NoteEditor
from cockpit.window.one_on_one.page import OneOnOnePage
from tests.window.conftest import Host

LI, CHEN = 1, 2


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The moment that counts as now; a test may set another."""
    moment = [datetime(2026, 11, 24, 6, 0, tzinfo=UTC)]
    monkeypatch.setattr(clock, "utc_now", lambda: moment[0])
    return moment


@pytest.fixture
def page(host: Host, now: list[datetime]) -> Iterator[OneOnOnePage]:
    host.store.connection.executemany(
        "INSERT INTO people(id, name, pinyin, style) VALUES (?, ?, ?, ?)",
        [(LI, "李雯", "liwen", "tiger"), (CHEN, "陈佳", "chenjia", None)],
    )
    shown = host.show_page(OneOnOnePage)
    assert isinstance(shown, OneOnOnePage)
    yield shown
    shown.live.forget()


@pytest.fixture
def day() -> date:
    return date(2026, 11, 24)


def compose(editor: NoteEditor, letters: str) -> None:
    """What an input method shows before something is chosen."""
    QCoreApplication.sendEvent(editor, QInputMethodEvent(letters, []))


def commit(editor: NoteEditor, words: str) -> None:
    """What was chosen becomes text."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QCoreApplication.sendEvent(editor, event)


def press(editor: NoteEditor, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key with nothing else around it."""
    QCoreApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, key, modifier))
