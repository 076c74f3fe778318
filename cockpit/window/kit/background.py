"""The one way to run work off the window's thread: results and errors come back in the window's thread, and only
while whoever asked still exists and has not asked for something newer."""

import sqlite3
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from queue import SimpleQueue
from threading import Condition, Event, Thread
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from cockpit.errors import CockpitError
from cockpit.store.file import sums_in_words

T = TypeVar("T")


class Job(Generic[T]):
    """Work under way. ``cancel`` means that nobody wants the result any more.

    What has not begun is then left out; what has begun runs to its end, unless the task looks at ``cancelled``.
    """

    def __init__(
        self,
        task: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[BaseException], None] | None,
        owner: QObject,
    ) -> None:
        self._task: Callable[[], T] | None = task
        self._then: Callable[[T], None] | None = then
        self._failed, self._owner = failed, owner
        self._result: T | None = None
        self._error: BaseException | None = None
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        """Whether the result is still wanted; may be read on any thread."""
        return self._cancelled

    def cancel(self) -> None:
        """The result, and any error, is dropped."""
        self._cancelled = True

    def work(self) -> None:
        """On the worker: do the task, and keep what came of it."""
        assert self._task is not None
        if self._cancelled:
            return
        try:
            self._result = self._task()
        except sqlite3.OperationalError as raised:
            self._error = sums_in_words(raised) or raised
        except BaseException as raised:
            self._error = raised

    def deliver(self) -> None:
        """In the window's thread: tell who asked.

        The callables, the result and the error are let go here and not where the worker ends: they may hold the last
        reference to a widget, and a widget must not die on another thread.
        """
        then, failed, owner, result, error = self._then, self._failed, self._owner, self._result, self._error
        self._task = self._then = self._failed = self._result = self._error = None
        if self._cancelled or then is None or not shiboken6.isValid(owner):
            return
        if error is None:
            then(result)  # type: ignore[arg-type]
        elif failed is not None and isinstance(error, CockpitError):
            failed(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)


class _Delivery(QObject):
    """Lives in the window's thread; its signal crosses from the workers to it."""

    finished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.finished.connect(self._deliver)

    @Slot(object)
    def _deliver(self, job: Job[Any]) -> None:
        _under_way.discard(job)
        job.deliver()


_under_way: set[Job[Any]] = set()


@lru_cache(maxsize=1)
def _delivery() -> _Delivery:
    return _Delivery()


class _Work(QRunnable):
    def __init__(self, job: Job[Any], delivery: _Delivery) -> None:
        super().__init__()
        self._job, self._delivery = job, delivery

    def run(self) -> None:
        self._job.work()
        # At the end of the program the window's side may be gone before a worker is done: nobody is left to tell.
        with suppress(RuntimeError):
            self._delivery.finished.emit(self._job)


class Lane:
    """One thread, one thing after the other, always the same thread: what it has read, its connection keeps at hand.

    A thread of Python's and not of Qt's: a pool of Qt's that lives as long as the program waits at its end for a
    thread which waits for the interpreter.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._waiting: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._thread: Thread | None = None
        self._given = 0
        self._done = Condition()

    def start(self, work: QRunnable) -> None:
        """Do ``work`` once all that was given before is done."""
        self._give(work.run)

    def wait(self) -> None:
        """Wait until everything that was given before is done."""
        if self._thread is not None:
            done = Event()
            self._give(done.set)
            done.wait()

    def let_pass(self) -> None:
        """Wait, on another thread, until nothing is to be done here: what takes long gives way between its steps.

        Two threads that read at the same time take the interpreter from each other at every row.
        """
        with self._done:
            self._done.wait_for(lambda: not self._given, timeout=1)

    def _give(self, work: Callable[[], None]) -> None:
        with self._done:
            self._given += 1
        if self._thread is None:
            self._thread = Thread(target=self._work, name=self._name, daemon=True)
            self._thread.start()
        self._waiting.put(work)

    def _work(self) -> None:
        while True:
            self._waiting.get()()
            with self._done:
                self._given -= 1
                self._done.notify_all()


reading = Lane("reading")
"""Where pages are read: whoever asks next finds the store's pages, and the past days worked out, still at hand."""
deeper = Lane("deeper")
"""For what takes seconds: no page waits for it. Whoever asked should stop what nobody wants any more."""


def run(
    task: Callable[[], T],
    then: Callable[[T], None],
    failed: Callable[[BaseException], None] | None = None,
    *,
    owner: QObject,
    pool: QThreadPool | Lane | None = None,
) -> Job[T]:
    """Run ``task`` on a worker; call ``then`` with its result, or ``failed`` with a CockpitError.

    To be called in the window's thread. Anything else that is raised is a bug and goes to ``sys.excepthook``, and so
    does a CockpitError that nobody takes. ``owner`` gone means that nobody is called. A ``pool`` of one thread keeps
    the order; without one the common pool is used.
    """
    job: Job[T] = Job(task, then, failed, owner)
    _under_way.add(job)
    (pool or QThreadPool.globalInstance()).start(_Work(job, _delivery()))
    return job


class Latest:
    """Runs work of one kind of which only the newest result counts: a slow old answer never overwrites a new one."""

    def __init__(self, owner: QObject, pool: QThreadPool | Lane | None = None) -> None:
        self._owner, self._pool = owner, pool
        self._job: Job[Any] | None = None

    def run(
        self, task: Callable[[], T], then: Callable[[T], None], failed: Callable[[BaseException], None] | None = None
    ) -> None:
        """As ``run``; what was asked before is dropped, and not even begun if it was still waiting."""
        self.cancel()
        self._job = run(task, then, failed, owner=self._owner, pool=self._pool)

    def cancel(self) -> None:
        """Nobody wants the answer any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None


def wait_for_all() -> None:
    """Wait until no worker is under way; their results are still to be delivered."""
    reading.wait()
    deeper.wait()
    QThreadPool.globalInstance().waitForDone()
