"""The process that takes files from outside apart: it may die of one, and takes nothing with it.

It is asked once, by a marshalled dict on its standard input, and answers with marshalled tuples on its standard output,
each behind its length: ("sheet", name, is hidden), ("rows", packed), ("done",), or ("refused", sentence, next step).
It imports as little as it can, because somebody waits for it.
"""

import gc
import marshal
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread
from typing import Any, BinaryIO

TOO_LARGE = 71
"""Exit status of a process that needed more memory than it was given."""
FORMAT = 2
"""marshal's: the later ones look for objects that occur twice, which takes longer than writing them twice."""
_PACE = 0.02


def main() -> None:
    """Answer one question, and end."""
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program that asked
    answers = os.fdopen(os.dup(1), "wb", buffering=1 << 16)
    os.dup2(2, 1)  # whatever a library prints is no answer
    _load()
    question = _read_question()
    if question is None:
        os._exit(0)
    Thread(target=_end_with_the_asker, daemon=True).start()
    limit_memory(question["memory"])
    try:
        _answer(question, answers)
    except MemoryError:
        os._exit(TOO_LARGE)
    except BrokenPipeError:
        os._exit(0)
    os._exit(0)


def _load() -> None:
    """Before the question comes: nobody waits yet."""
    import python_calamine  # noqa: F401

    from cockpit.excel import parsing  # noqa: F401


def _read_question() -> dict[str, Any] | None:
    """None if nobody asks any more."""
    data = b""
    while len(data) < 4 or len(data) < 4 + int.from_bytes(data[:4], "little"):
        some = os.read(0, 1 << 16)
        if not some:
            return None
        data += some
    question: dict[str, Any] = marshal.loads(data[4:])
    return question


def _end_with_the_asker() -> None:
    while os.read(0, 1):
        pass
    os._exit(0)


def _answer(question: dict[str, Any], answers: BinaryIO) -> None:
    from cockpit.errors import CockpitError
    from cockpit.excel.packing import ROWS_AT_ONCE, Packer
    from cockpit.excel.parsing import parse
    from cockpit.language import choose_language

    choose_language(question["language"])
    one_at_a_time = Lock()

    def send(*answer: Any) -> None:
        frame = marshal.dumps(answer, FORMAT)
        with one_at_a_time:
            answers.write(len(frame).to_bytes(8, "little"))
            answers.write(frame)

    def refuse(refused: CockpitError) -> None:
        """From another thread, while the parser may still be at work outside Python."""
        send("refused", refused.sentence, refused.next_step)
        answers.flush()
        os._exit(0)

    gc.disable()  # a million cells would make it look through all of them again and again
    try:
        for name, is_hidden, parts in parse(Path(question["path"]), ROWS_AT_ONCE, refuse):
            send("sheet", name, is_hidden)
            packer = Packer()
            for rows in parts:
                send("rows", packer.pack(rows))
                answers.flush()
        send("done")
    except CockpitError as refused:
        send("refused", refused.sentence, refused.next_step)
    answers.flush()


def limit_memory(limit: int) -> None:
    """Let this process have ``limit`` bytes and no more: by the system where that can, else by looking often."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetErrorMode(0x0001 | 0x0002)  # no window about a crash
        _watch(_working_set_of_windows, limit)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # What is only reserved, by every thread for its heap, does not count as data.
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
        return
    # macOS keeps no limit on memory that is set; its peak is in bytes.
    _watch(lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, limit)


def _watch(used: Callable[[], int], limit: int) -> None:
    import time

    def watch() -> None:
        while used() <= limit:
            time.sleep(_PACE)
        os._exit(TOO_LARGE)

    Thread(target=watch, daemon=True).start()


def _working_set_of_windows() -> int:
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            *((name, ctypes.c_size_t) for name in (
                "PeakWorkingSetSize", "WorkingSetSize", "QuotaPeakPagedPoolUsage", "QuotaPagedPoolUsage",
                "QuotaPeakNonPagedPoolUsage", "QuotaNonPagedPoolUsage", "PagefileUsage", "PeakPagefileUsage",
            )),
        )  # fmt: skip

    counters = Counters()
    counters.cb = ctypes.sizeof(counters)
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.K32GetProcessMemoryInfo.argtypes = (wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD)
    kernel.K32GetProcessMemoryInfo(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
    return int(counters.PagefileUsage)
