"""The one worker that writes: operations run here in the order in which they were asked for, never in the window's
thread, so a slow disk cannot freeze the window and two operations cannot overtake each other."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool

from cockpit.operations.operation import Changes
from cockpit.store.file import Store
from cockpit.window.kit import background


class Writer(QObject):
    """Runs operations one after the other on a thread of its own; results come back in the window's thread."""

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        # An idle thread would be ended and made anew; the connection does not mind, but the first write would wait.
        self._pool.setExpiryTimeout(-1)

    def perform(
        self,
        verb: Callable[[Store], Changes],
        then: Callable[[Changes], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Queue an operation; exactly one of ``then`` and ``failed`` is called."""
        background.run(lambda: verb(self._store), then, failed, owner=self, pool=self._pool)

    def finish(self) -> None:
        """Wait until everything asked for is written."""
        self._pool.waitForDone()
