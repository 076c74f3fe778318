"""Typing in a one-on-one on a large store: from a key to the disk, the write itself, and a long paste. Milliseconds."""

import json
import os
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from cockpit.operations.notes import save_note
from cockpit.store.file import Store, open_reader
from cockpit.window.kit.theme import apply_theme
from cockpit.window.shell import Shell
from tests.bench.page_changes import Beat

KEYS, WRITES, PASTED = 300, 500, 100_000
LINES = (
    "聊了华信:还卡在 IT 部",
    "?需要一套演示设备",
    "!我周五前约他们 CIO @周五",
    "#报价早于价值讲清",
    ">每周首访 6 次 @12-31",
)


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def run_events(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(path: Path) -> None:
    """Prints one JSON object."""
    application = QApplication([])
    apply_theme(application, "light")
    shell = Shell(Store.open(path))
    shell.resize(1440, 900)
    shell.show()
    run_events(1000)
    shell.go("one_on_one", start_with=7)
    run_events(1000)
    note = QApplication.focusWidget()
    assert isinstance(note, QPlainTextEdit)
    reader = open_reader(path)

    def stored() -> str:
        row = reader.execute("SELECT text FROM notes ORDER BY meeting_id DESC LIMIT 1").fetchone()
        return str(row[0]) if row else ""

    chance = random.Random(1)
    durable: list[float] = []
    for _ in range(KEYS):
        if chance.random() < 0.1:
            note.insertPlainText("\n" + chance.choice(LINES))
        begun = time.perf_counter()
        QTest.keyClicks(note, chance.choice("abcdefgh 123"))
        while stored() != note.toPlainText():
            run_events(1)
            assert time.perf_counter() - begun < 5, "it never came to the disk"
        durable.append(1000 * (time.perf_counter() - begun))
        run_events(chance.randrange(40))

    beat = Beat()
    run_events(500)
    QApplication.clipboard().setText("一段很长的会议记录,没有标记。\n" * (PASTED // 16))
    note.selectAll()
    beat.begin()
    note.paste()
    pasting = beat.since()
    run_events(1)
    beat.begin()  # what the editor itself takes for so much text is not the saving's doing
    run_events(1500)
    saving_blocked = 1000 * beat.longest
    note.selectAll()
    QTest.keyClicks(note, "x")
    run_events(1000)
    meeting = reader.execute("SELECT max(id) FROM meetings").fetchone()[0]
    text, writes = "", []
    for number in range(WRITES):
        text += chance.choice("abcdefgh ") if number % 12 else "\n" + chance.choice(LINES)
        begun = time.perf_counter()
        save_note(shell.store, meeting, text)
        writes.append(1000 * (time.perf_counter() - begun))
    print(json.dumps({
        "durable_p50": percentile(durable, 0.5), "durable_max": max(durable), "write_p99": percentile(writes, 0.99),
        "write_p50": percentile(writes, 0.5), "paste": 1000 * pasting, "saving_blocked": saving_blocked,
    }))  # fmt: skip
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
