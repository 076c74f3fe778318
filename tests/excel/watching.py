"""How long the reading of a file took, and how much memory the process that read it had at its peak."""

import sys
import time
from pathlib import Path
from threading import Event, Thread

from attrs import define

from cockpit.excel import reading_process


@define
class Watched:
    """Filled while a ``watching`` block runs; ``peak_mib`` is 0 where the system does not tell."""

    seconds: float = 0.0
    peak_mib: int = 0
    pid: int = 0


class watching:  # noqa: N801 - a block, as pytest.raises is
    """``with watching() as watched:`` - the next file that is read is read by a process that is watched."""

    def __enter__(self) -> Watched:
        reading_process.dismiss()
        reading_process.prepare()
        self._watched = Watched(pid=reading_process._waiting[0].pid)
        self._ended = Event()
        self._thread = Thread(target=self._watch)
        self._begun = time.monotonic()
        self._thread.start()
        return self._watched

    def _watch(self) -> None:
        if sys.platform != "linux":
            return
        status = Path(f"/proc/{self._watched.pid}/status")
        while not self._ended.wait(0.002):
            try:
                lines = status.read_text("ascii").splitlines()
            except OSError:
                return
            peak = next((line.split()[1] for line in lines if line.startswith("VmHWM")), None)
            if peak is not None:
                self._watched.peak_mib = max(self._watched.peak_mib, int(peak) >> 10)

    def __exit__(self, *_: object) -> None:
        self._watched.seconds = time.monotonic() - self._begun
        self._ended.set()
        self._thread.join()
