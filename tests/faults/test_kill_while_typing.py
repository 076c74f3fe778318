"""kill -9 at any moment of a one-on-one: what was on the screen 300 ms before is in the store, and the store is sound.

Five kills by default; ``COCKPIT_TRIALS=full`` makes a hundred. ``COCKPIT_TRIALS_REPORT=FILE`` writes the times from
screen to disk there.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cockpit.model.note_lines import captured_lines
from cockpit.operations.meetings import read_running
from cockpit.store.checks import check
from cockpit.store.file import Store

ROOT = Path(__file__).resolve().parents[2]
TRIALS = 100 if os.environ.get("COCKPIT_TRIALS") == "full" else 5
ON_DISK_AFTER = 0.3
"""Seconds."""

STARTS_WITHIN = 60.0


def read_log(log: Path) -> list[dict[str, object]]:
    """What the child wrote; a last line that was cut off by the kill counts not."""
    lines = log.read_text("utf-8").split("\n") if log.exists() else []
    return [json.loads(line) for line in lines[:-1]]


def type_and_die(store: Path, log: Path, seed: int) -> float:
    """Let somebody type for a random while, kill the program, and give the moment of it."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.typing_child", str(store), str(log), str(seed)],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        begun = time.time()
        while len(read_log(log)) < 3:
            assert child.poll() is None, child.stderr.read().decode()[-2000:] if child.stderr else ""
            assert time.time() - begun < STARTS_WITHIN, "the window did not come"
            time.sleep(0.02)
        time.sleep(random.Random(seed).uniform(0.2, 2.2))
        moment = time.time()
        child.send_signal(signal.SIGKILL)
        return moment
    finally:
        child.kill()
        child.wait()
        if child.stderr:
            child.stderr.close()


def times_to_disk(entries: list[dict[str, object]]) -> list[float]:
    """Seconds from each text on the screen to the report that it, or a later one, was saved."""
    waiting: list[tuple[float, str]] = []
    found = []
    for entry in entries:
        at = float(str(entry["t"]))
        if "text" in entry:
            waiting.append((at, str(entry["text"])))
            continue
        covered = [place for place, (_, text) in enumerate(waiting) if text == entry["saved"]]
        if covered:
            found += [at - shown for shown, _ in waiting[: covered[-1] + 1]]
            del waiting[: covered[-1] + 1]
    return found


@pytest.mark.timeout(TRIALS * 60)
def test_nothing_older_than_300_ms_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "cockpit.sqlite"
    with Store.open(path) as store:
        store.connection.execute("INSERT INTO people(id, name) VALUES (1, '李雯')")
    times: list[float] = []
    saved_texts = set()
    for trial in range(TRIALS):
        log = tmp_path / f"{trial}.log"
        killed = type_and_die(path, log, trial)
        entries = read_log(log)
        shown = [(float(str(entry["t"])), str(entry["text"])) for entry in entries if "text" in entry]
        with Store.open(path) as store:
            assert check(store.connection) == []
            record = read_running(store.connection)
            assert record is not None
            stored = record.note.text
            items = [(item.line, item.kind, item.text, item.due_on) for item in record.items if not item.removed]
            lines = captured_lines(stored, record.meeting.day)
            assert sorted(items, key=str) == sorted(((x.line, x.kind, x.text, x.due_on) for x in lines), key=str)
        old_enough = [place for place, (at, _) in enumerate(shown) if at <= killed - ON_DISK_AFTER]
        if old_enough:
            newer = [text for _, text in shown[old_enough[-1] :]]
            assert stored in newer, f"trial {trial}: {killed - shown[old_enough[-1]][0]:.3f} s old text was lost"
            saved_texts.add(stored)
        times += times_to_disk(entries)
    assert len(saved_texts) > TRIALS // 2, "the typist has to get somewhere before the kill"
    times.sort()
    if report := os.environ.get("COCKPIT_TRIALS_REPORT"):
        p50, p99 = times[len(times) // 2], times[int(len(times) * 0.99)]
        Path(report).write_text(
            f"{TRIALS} kills, {len(times)} texts: p50 {p50:.3f} s, p99 {p99:.3f} s, max {times[-1]:.3f} s\n", "utf-8"
        )
