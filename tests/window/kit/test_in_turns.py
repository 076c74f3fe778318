"""Much to build never keeps the window from its keys, and what is newer takes the place of what is older."""

from collections.abc import Iterator
from time import perf_counter, sleep

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from cockpit.window.kit.in_turns import SLICE_SECONDS, InTurns


def test_a_little_is_done_at_once_and_much_leaves_room_for_events(qtbot: QtBot) -> None:
    owner = QObject()
    turns = InTurns(owner)
    done: list[str] = []
    turns.run(iter(()), lambda: done.append("nothing"))
    assert done == ["nothing"] and turns.is_done

    def much() -> Iterator[None]:
        for _ in range(10):
            sleep(SLICE_SECONDS / 2)
            yield

    events: list[float] = []
    ticking = QTimer(owner, interval=0)
    ticking.timeout.connect(lambda: events.append(perf_counter()))
    ticking.start()
    turns.run(much(), lambda: done.append("much"))
    assert not turns.is_done
    qtbot.waitUntil(lambda: turns.is_done, timeout=5000)
    assert done == ["nothing", "much"] and len(events) >= 3


def test_what_is_newer_takes_the_place_of_what_is_not_done(qtbot: QtBot) -> None:
    owner = QObject()
    turns = InTurns(owner)
    made: list[str] = []

    def build(name: str) -> Iterator[None]:
        for place in range(5):
            sleep(SLICE_SECONDS)
            made.append(f"{name} {place}")
            yield

    turns.run(build("old"), lambda: made.append("old done"))
    turns.run(build("new"), lambda: made.append("new done"))
    qtbot.waitUntil(lambda: turns.is_done, timeout=5000)
    assert made[0] == "old 0" and made[1:] == [*(f"new {place}" for place in range(5)), "new done"]


def test_what_a_step_asks_for_anew_is_not_built_over_by_the_old(qtbot: QtBot) -> None:
    owner = QObject()
    turns = InTurns(owner)
    built: list[str] = []

    def new() -> Iterator[None]:
        built.append("new")
        yield

    def old() -> Iterator[None]:
        built.append("old 1")
        turns.run(new())
        yield
        built.append("old 2")
        yield

    turns.run(old())
    qtbot.waitUntil(lambda: turns.is_done)
    qtbot.wait(20)
    assert built == ["old 1", "new"]
