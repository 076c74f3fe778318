"""The one way to run work off the window's thread: results and errors come back in the window's thread, and only
while whoever asked still exists and has not asked for something newer."""

import sys
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from cockpit.errors import CockpitError

T = TypeVar("T")


class Job(QObject, Generic[T]):
    """Work under way. ``cancel`` means that nobody wants the result any more; the work itself runs to its end."""

    _finished = Signal(object, object)

    def __init__(self, owner: QObject, then: Callable[[T], None], failed: Callable[[BaseException], None] | None) -> None:
        super().__init__()
        self._owner, self._then, self._failed = owner, then, failed
        self._cancelled = False
        # The signal crosses from the worker's thread to the window's, where this object lives.
        self._finished.connect(self._deliver)
        _under_way.add(self)

    def cancel(self) -> None:
        """The result is dropped."""
        self._cancelled = True

    def _deliver(self, result: Any, error: BaseException | None) -> None:
        _under_way.discard(self)
        if self._cancelled or not shiboken6.isValid(self._owner):
            return
        if error is None:
            self._then(result)
        elif self._failed is not None and isinstance(error, CockpitError):
            self._failed(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)


_under_way: set[Job[Any]] = set()


class _Work(QRunnable):
    def __init__(self, task: Callable[[], Any], job: Job[Any]) -> None:
        super().__init__()
        self._task, self._job = task, job

    def run(self) -> None:
        result, error = None, None
        try:
            result = self._task()
        except BaseException as raised:  # noqa: BLE001 - whatever it is, it is told in the window's thread
            error = raised
        if shiboken6.isValid(self._job):
            self._job._finished.emit(result, error)


def run(
    task: Callable[[], T],
    then: Callable[[T], None],
    failed: Callable[[BaseException], None] | None = None,
    *,
    owner: QObject,
    pool: QThreadPool | None = None,
) -> Job[T]:
    """Run ``task`` on a worker; call ``then`` with its result, or ``failed`` with a CockpitError.

    Anything else that is raised is a bug and goes to ``sys.excepthook``. ``owner`` gone means nobody is called.
    """
    job: Job[T] = Job(owner, then, failed)
    (pool or QThreadPool.globalInstance()).start(_Work(task, job))
    return job


class Latest:
    """Runs work of one kind of which only the newest result counts: a slow old answer never overwrites a new one."""

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self._job: Job[Any] | None = None

    def run(
        self, task: Callable[[], T], then: Callable[[T], None], failed: Callable[[BaseException], None] | None = None
    ) -> None:
        """As ``run``; what was asked before is dropped."""
        if self._job is not None:
            self._job.cancel()
        self._job = run(task, then, failed, owner=self._owner)


def wait_for_all() -> None:
    """Wait until no worker of the common pool is under way; their results are still to be delivered."""
    QThreadPool.globalInstance().waitForDone()
