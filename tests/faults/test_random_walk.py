"""Somebody presses everything at random: nothing fails, nothing is lost, and the window opens again.

A short walk by default; ``COCKPIT_TRIALS=full`` walks for minutes, in both languages. A failure tells its seed:
``COCKPIT_WALK_SEED=7`` walks that way again (what a worker answers when is not in the seed's hands).
``COCKPIT_WALK_STEPS`` and ``COCKPIT_WALK_TRACE=FILE`` are for looking into a crash.
"""

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from cockpit.errors import CockpitError
from cockpit.language import LanguageCode
from cockpit.model import clock
from cockpit.operations.operation import redo, undo
from cockpit.store.checks import check
from cockpit.store.file import Store
from cockpit.window.application import speak
from cockpit.window.kit import background
from cockpit.window.kit.theme import apply_theme
from cockpit.window.shell import Shell
from tests.conftest import TODAY
from tests.faults.walker import Walk

FULL = os.environ.get("COCKPIT_TRIALS") == "full"
SECONDS = 90 if FULL else 6
SEEDS = [int(seed) for seed in os.environ.get("COCKPIT_WALK_SEED", "1,2,3" if FULL else "1").split(",")]
STEPS = int(os.environ.get("COCKPIT_WALK_STEPS", 1_000_000))


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[datetime]]:
    """The moment at which the walk happens; each look at the clock finds it a little later."""
    moment = [datetime(TODAY.year, TODAY.month, TODAY.day, 4, tzinfo=UTC)]

    def look() -> datetime:
        moment[0] += timedelta(milliseconds=20)
        return moment[0]

    monkeypatch.setattr(clock, "utc_now", look)
    yield moment
    apply_theme(QApplication.instance(), "light")  # type: ignore[arg-type]


@pytest.mark.timeout(SECONDS * 3 + 120)
@pytest.mark.parametrize("code", ["zh", "en"])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_walk(
    qapp: QApplication, sample_path: Path, tmp_path: Path, now: list[datetime], monkeypatch: pytest.MonkeyPatch,
    code: LanguageCode, seed: int,
) -> None:  # fmt: skip
    speak(qapp, code)
    apply_theme(qapp, "light")
    shell = Shell(Store.open(sample_path))
    shell.show()

    def tomorrow() -> None:
        now[0] += timedelta(days=1)

    walk = Walk(shell, seed, tmp_path, tomorrow)
    if trace := os.environ.get("COCKPIT_WALK_TRACE"):
        out = Path(trace).open("a", buffering=1)  # noqa: SIM115
        walk._trace = lambda words: print(words, file=out)
    # The system's own dialogs and programs are not part of the walk: a file in the walk's folder, or none.
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(walk.a_file())], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "saved.sqlite"), ""))
    monkeypatch.setattr(QMessageBox, "exec", lambda _: 0)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)

    walk.go(STEPS, SECONDS)
    walk.end()
    background.wait_for_all()
    for _ in range(5):
        qapp.processEvents()
    slowest = ", ".join(f"{took:.2f} s {words}" for took, words in sorted(walk.blocks, reverse=True)[:8])
    print(f"\nseed {seed} {code}: {walk.steps} steps; {len(walk.blocks)} longer than a quarter of a second: {slowest}")
    kinds = Counter(type(widget).__name__ for widget in qapp.allWidgets())
    print(f"{kinds.total()} widgets: {kinds.most_common(12)}")
    assert not walk.failures, walk.story()
    shell.deleteLater()
    qapp.processEvents()

    with Store.open(sample_path) as store:
        assert [str(finding) for finding in check(store.connection)] == [], walk.story()
        # All of it can be taken back, as far as something that is no step stands upon it, and done again.
        for verb in (undo, redo):
            with suppress(CockpitError):
                while True:
                    verb(store)
            assert [str(finding) for finding in check(store.connection)] == [], walk.story()
    again = Shell(Store.open(sample_path))
    again.show()
    qapp.processEvents()
    again.close()
    again.deleteLater()
    qapp.processEvents()
