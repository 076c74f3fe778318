"""How an import says how far it is, and hears that it is to stop."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

from cockpit.errors import CockpitError
from cockpit.language import tr

Progress = Callable[[int, int, str], None]
"""Called with done, total and what is being done, in words."""


class Stopped(CockpitError):
    """The user stopped an import; nothing was written."""

    def __init__(self) -> None:
        super().__init__(tr("导入已停止,没有写入任何改动。"))


def go_on(stop: Event | None) -> None:
    """Raise Stopped if the user has stopped it."""
    if stop is not None and stop.is_set():
        raise Stopped


def step(progress: Progress | None, stop: Event | None, share: int, words: str) -> None:
    """Say that ``share`` of a hundred is done, unless it is to stop."""
    go_on(stop)
    if progress:
        progress(share, 100, words)


@contextmanager
def without_collecting() -> Iterator[None]:
    """A million cells make the garbage collector look through all of them again and again: a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
