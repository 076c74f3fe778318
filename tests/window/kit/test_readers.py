"""The connections with which pages read: few, however often they load, and never behind what was written."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from cockpit.operations.people import add_person
from cockpit.store.file import Store
from cockpit.window.kit import background
from cockpit.window.kit.page import Readers


def test_a_hundred_loads_do_not_open_a_hundred_connections(qtbot: QtBot, tmp_path: Path) -> None:
    store, owner = Store.open(tmp_path / "cockpit.sqlite"), QObject()
    readers = Readers(store)
    used: list[tuple[int, int]] = []
    for _ in range(100):
        background.run(lambda: (threading.get_ident(), id(readers.here())), used.append, owner=owner)
        background.wait_for_all()
    qtbot.waitUntil(lambda: len(used) == 100)
    # A thread with nothing to do ends after a while, and another one begins.
    assert len(set(used)) < 10
    readers.close()
    store.close()


def test_a_connection_that_is_kept_sees_what_was_written_meanwhile(qtbot: QtBot, tmp_path: Path) -> None:
    store, owner = Store.open(tmp_path / "cockpit.sqlite"), QObject()
    readers = Readers(store)
    counts: list[int] = []

    def count() -> int:
        found: int = readers.here().execute("SELECT count(*) FROM people").fetchone()[0]
        return found

    for number in range(20):
        add_person(store, f"人{number}")
        background.run(count, counts.append, owner=owner)
        background.wait_for_all()
    qtbot.waitUntil(lambda: len(counts) == 20)
    assert counts == list(range(1, 21))
    readers.close()
    store.close()
