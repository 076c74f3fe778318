"""The memory of this process and of those it starts, sampled while something runs."""

import os
from pathlib import Path
from threading import Event, Thread
from types import TracebackType

PACE = 0.005


class PeakMemory:
    """``mib`` is the most that this process and its children held together; pages that they share count twice."""

    def __init__(self) -> None:
        self.mib = 0.0
        self._ended = Event()
        self._sampling = Thread(target=self._sample, daemon=True)

    def __enter__(self) -> "PeakMemory":
        self._sampling.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._ended.set()
        self._sampling.join()

    def _sample(self) -> None:
        page = os.sysconf("SC_PAGE_SIZE")
        while not self._ended.wait(PACE):
            held = 0
            for pid in (os.getpid(), *_children()):
                try:
                    held += int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
                except (OSError, IndexError):
                    continue  # it has just ended
            self.mib = max(self.mib, held * page / 2**20)


def _children() -> list[int]:
    """Whose parent is this process; not every system lists them by parent."""
    me, found = str(os.getpid()), []
    for process in Path("/proc").iterdir():
        if process.name.isdecimal():
            try:
                stat = (process / "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue
            if stat.rpartition(")")[2].split()[1] == me:
                found.append(int(process.name))
    return found
