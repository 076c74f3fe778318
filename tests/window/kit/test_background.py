"""Work off the window's thread: the newest answer wins, nobody is called who is gone, and errors arrive."""

import subprocess
import sys
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cockpit.errors import CockpitError
from cockpit.window.kit import background


def settle(qtbot: QtBot) -> None:
    background.wait_for_all()
    qtbot.wait(20)


def test_the_work_is_done_elsewhere_and_told_here(qtbot: QtBot) -> None:
    owner, told = QObject(), []
    background.run(threading.get_ident, lambda there: told.append((there, threading.get_ident())), owner=owner)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] != told[0][1] == threading.get_ident()


def test_only_the_newest_answer_is_shown(qtbot: QtBot) -> None:
    owner, shown, may_end = QObject(), [], threading.Event()
    latest = background.Latest(owner)
    latest.run(lambda: may_end.wait(5) and "old", shown.append)
    latest.run(lambda: "new", shown.append)
    qtbot.waitUntil(lambda: shown == ["new"])
    may_end.set()
    settle(qtbot)
    assert shown == ["new"]


def test_what_was_superseded_before_it_began_is_left_out(qtbot: QtBot) -> None:
    owner, pool, done, may_end = QObject(), QThreadPool(), [], threading.Event()
    pool.setMaxThreadCount(1)
    background.run(lambda: may_end.wait(5), lambda _: None, owner=owner, pool=pool)
    background.run(lambda: done.append("left out"), lambda _: None, owner=owner, pool=pool).cancel()
    background.run(lambda: done.append("done"), lambda _: None, owner=owner, pool=pool)
    may_end.set()
    assert pool.waitForDone(5_000)
    qtbot.wait(20)
    assert done == ["done"]


def test_a_lane_keeps_the_order_and_the_thread(qtbot: QtBot) -> None:
    owner, lane, done = QObject(), background.Lane("test"), []
    threads: set[int] = set()

    def note(number: int) -> None:
        threads.add(threading.get_ident())
        done.append(number)

    for number in range(20):
        background.run(lambda number=number: note(number), lambda _: None, owner=owner, pool=lane)
    background.run(lambda: done.append("left out"), lambda _: None, owner=owner, pool=lane).cancel()
    lane.wait()
    assert done == list(range(20)) and len(threads) == 1


def test_a_cancelled_job_tells_neither_result_nor_error(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    owner, told = QObject(), []
    monkeypatch.setattr("sys.excepthook", lambda *raised: told.append(raised))
    may_end = threading.Event()

    def fail() -> None:
        may_end.wait(5)
        raise ZeroDivisionError

    job = background.run(fail, told.append, told.append, owner=owner)
    job.cancel()
    may_end.set()
    settle(qtbot)
    assert told == [] and job.cancelled


def test_nobody_is_told_after_the_owner_is_gone(qtbot: QtBot) -> None:
    owner, shown, may_end = QObject(), [], threading.Event()
    background.run(lambda: may_end.wait(5), shown.append, owner=owner)
    owner.deleteLater()
    qtbot.wait(20)
    may_end.set()
    settle(qtbot)
    assert shown == []


def test_a_widget_that_only_the_work_holds_dies_in_the_windows_thread(qtbot: QtBot) -> None:
    died: list[int] = []

    class Label(QLabel):
        def __del__(self) -> None:
            died.append(threading.get_ident())

    def work_of(label: QLabel) -> Callable[[], object]:
        return label.isHidden

    for _ in range(50):
        label = Label("")
        owner = QObject()
        background.run(work_of(label), lambda _: None, owner=owner)
        del label
    settle(qtbot)
    qtbot.waitUntil(lambda: len(died) == 50)
    assert set(died) == {threading.get_ident()}


def test_refusals_reach_the_one_who_asked_and_bugs_the_hook(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    owner, refused, bugs = QObject(), [], []
    monkeypatch.setattr("sys.excepthook", lambda kind, error, trace: bugs.append((kind, trace is not None)))

    def fail(error: Exception) -> None:
        raise error

    background.run(lambda: fail(CockpitError("磁盘已满")), lambda _: None, refused.append, owner=owner)
    background.run(lambda: fail(ZeroDivisionError()), lambda _: None, refused.append, owner=owner)
    background.run(lambda: fail(CockpitError("无人接")), lambda _: None, owner=owner)
    qtbot.waitUntil(lambda: len(refused) == 1 and len(bugs) == 2)
    assert [str(error) for error in refused] == ["磁盘已满"]
    assert {kind for kind, _ in bugs} == {ZeroDivisionError, CockpitError} and all(traced for _, traced in bugs)


def test_the_program_may_end_while_work_is_under_way() -> None:
    code = (
        "import time\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from cockpit.window.kit import background\n"
        "application = QCoreApplication([])\n"
        "background.run(lambda: time.sleep(0.3), print, owner=application)\n"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
