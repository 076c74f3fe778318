"""Asking the process that reads files (``reading_child``): with limits on time and memory, and a way to stop it."""

import atexit
import marshal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

from cockpit.errors import CockpitError
from cockpit.excel.bad_files import damaged, too_large
from cockpit.excel.parsing import looks_like_workbook, read_start
from cockpit.excel.reading_child import FORMAT, TOO_LARGE
from cockpit.language import language, tr

ARGUMENT = "--reading-process"
"""A program without an interpreter of its own becomes the reading process when this is its only argument."""

SECONDS = 4.0
SECONDS_PER_MEGABYTE = 0.6
"""A workbook of a million honest rows (70 MB) takes some twelve seconds."""
MEMORY = 440 << 20
MEMORY_PER_BYTE = 24
"""A workbook needs some 20 bytes of memory for each of its own; text little more than its own."""
MEMORY_PER_BYTE_OF_TEXT = 2
LARGEST_MEMORY = 4 << 30
_PACE = 0.03
_PIPE = 1 << 20


class ReadingStopped(CockpitError):
    """The user stopped it."""

    def __init__(self) -> None:
        super().__init__(tr("读取已停止。"))


class ReadingProcess:
    """One process, for one file. It starts at once and loads what it needs; ``answers`` asks it."""

    def __init__(self) -> None:
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        self._process = subprocess.Popen(
            _command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, creationflags=flags
        )
        self.asked: Path | None = None
        assert self._process.stdout is not None and self._process.stdin is not None
        self._answers, self._questions = self._process.stdout, self._process.stdin
        if sys.platform == "linux":
            import fcntl

            # So that it can go on with the next rows while these are unpacked.
            fcntl.fcntl(self._answers, fcntl.F_SETPIPE_SZ, _PIPE)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, path: Path) -> None:
        """Let it begin with ``path``, whose ``answers`` will be wanted soon. What is wrong with the file they say."""
        with suppress(CockpitError):
            _, memory = _limits(path)
            self._ask({"path": str(path), "language": language(), "memory": memory})
            self.asked = path

    def answers(self, path: Path, stop: Event | None = None) -> Iterator[tuple[Any, ...]]:
        """What it answers about ``path``, but for the last word.

        Raises CockpitError in words for what cannot be read, takes too long or too much memory, or kills the process;
        ReadingStopped as soon as ``stop`` is set. The process is gone afterwards, in any case.
        """
        seconds, memory = _limits(path)
        until = time.monotonic() + seconds
        ended, late = Event(), Event()

        def watch() -> None:
            while not ended.wait(_PACE):
                if time.monotonic() > until:
                    late.set()
                if late.is_set() or (stop is not None and stop.is_set()):
                    self._process.kill()
                    return

        watching = Thread(target=watch, daemon=True)
        watching.start()
        try:
            if self.asked is None:
                self._ask({"path": str(path), "language": language(), "memory": memory})
            while (answer := self._next()) is not None:
                if answer[0] == "done":
                    return
                if answer[0] == "refused":
                    raise CockpitError(answer[1], answer[2])
                yield answer
            if stop is not None and stop.is_set():
                raise ReadingStopped
            if late.is_set():
                raise _takes_too_long(path)
            raise too_large(path) if self._ran_out_of_memory() else damaged(path)
        finally:
            ended.set()
            self.close()
            watching.join()

    def _ask(self, question: dict[str, Any]) -> None:
        frame = marshal.dumps(question, FORMAT)
        with suppress(OSError):  # it is dead already: that there is no answer says so
            self._questions.write(len(frame).to_bytes(4, "little") + frame)
            self._questions.flush()

    def _next(self) -> tuple[Any, ...] | None:
        head = self._answers.read(8)
        if len(head) < 8:
            return None
        size = int.from_bytes(head, "little")
        frame = self._answers.read(size)
        if len(frame) < size:
            return None
        answer: tuple[Any, ...] = marshal.loads(frame)
        return answer

    def _ran_out_of_memory(self) -> bool:
        status = self._process.wait()
        # Rust aborts where there is no memory left; the system kills where there is none for anybody.
        return status in (TOO_LARGE, -6, -9, 0xC0000409, 0xC0000409 - (1 << 32))

    def close(self) -> None:
        """End it, if it has not ended."""
        self._process.kill()
        with suppress(OSError):
            self._questions.close()
        self._answers.close()
        self._process.wait()


def _limits(path: Path) -> tuple[float, int]:
    """Seconds and bytes for reading ``path``. Raises CockpitError for a file that cannot be opened."""
    is_workbook = looks_like_workbook(read_start(path))
    size = path.stat().st_size
    memory = max(MEMORY, MEMORY_PER_BYTE * size) if is_workbook else MEMORY + MEMORY_PER_BYTE_OF_TEXT * size
    return SECONDS + SECONDS_PER_MEGABYTE * size / 1e6, min(LARGEST_MEMORY, memory)


def _takes_too_long(path: Path) -> CockpitError:
    return CockpitError(
        tr("{name} 读得太久,已经停下。", name=path.name), tr("在 Excel 里打开,只留下要导入的表,另存一份再导入。")
    )


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        program = Path(sys.executable)
        # On Windows only a console program has a standard input for certain.
        for_console = program.with_name(f"{program.stem}-cli{program.suffix}")
        return [str(for_console if for_console.exists() else program), ARGUMENT]
    # Without the site's start-up, which takes as long as everything else; where modules lie it is told.
    root = str(Path(__file__).resolve().parents[2])
    places = list(dict.fromkeys([root, *sys.path]))
    start = f"import sys; sys.path[:] = {places!r}; from cockpit.excel.reading_child import main; main()"
    return [sys.executable, "-I", "-S", "-c", start]


_waiting: list[ReadingProcess] = []
_guard = Lock()


def prepare(path: Path | None = None) -> None:
    """Start a process for a file that will probably have to be read soon. It begins with ``path``, if that is known."""
    with _guard:
        if not _waiting:
            _waiting.append(ReadingProcess())
            if path is not None:
                _waiting[0].ask(path)


def take(path: Path) -> ReadingProcess:
    """The process that was prepared for ``path``, or for any file, or a new one."""
    with _guard:
        waiting = _waiting.pop() if _waiting else None
    if waiting is not None:
        if waiting.asked == path or (waiting.asked is None and waiting.is_alive):
            return waiting
        waiting.close()
    return ReadingProcess()


@atexit.register
def dismiss() -> None:
    """End the process that was prepared, if nobody took it."""
    with _guard:
        while _waiting:
            _waiting.pop().close()
