"""Much to build in the window's thread: a little at a time, so that keys and the mouse get their turn between."""

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

SLICE_SECONDS = 0.01
"""So long is built in one go; what is small is all there at once."""


class InTurns:
    """Runs steps, given as an iterator; what is asked for later takes the place of what is not done yet."""

    def __init__(self, owner: QObject) -> None:
        self._steps: Iterator[object] | None = None
        self._then: Callable[[], None] = lambda: None
        self._timer = QTimer(owner, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)

    def run(self, steps: Iterator[object], then: Callable[[], None] = lambda: None) -> None:
        """Begin at once, go on between the events of the window, and call ``then`` when all is done."""
        self._steps, self._then = steps, then
        self._go_on()

    @property
    def is_done(self) -> bool:
        """Nothing is left to build."""
        return self._steps is None

    def _go_on(self) -> None:
        steps, until = self._steps, perf_counter() + SLICE_SECONDS
        if steps is None:
            return
        for _ in steps:
            # A step may have asked for something newer: what is old is not built over it.
            if self._steps is not steps:
                return
            if perf_counter() >= until:
                self._timer.start()
                return
        if self._steps is steps:
            self._steps = None
            self._then()
