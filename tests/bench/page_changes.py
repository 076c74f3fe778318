"""Every page on a large store, after a change of cycle and of scope: how long until it shows, and for how long the
window's thread was blocked meanwhile. Prints milliseconds by page."""

import json
import os
import sys
import time
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from cockpit.metrics import WHOLE_TEAM, Scope
from cockpit.store.file import Store
from cockpit.window.kit.page import Page
from cockpit.window.kit.theme import apply_theme
from cockpit.window.pages import PAGES
from cockpit.window.shell import Shell


class Beat:
    """A timer of 1 ms in the window's thread: the longest pause between two beats is how long it was blocked."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def begin(self) -> None:
        self._last, self.longest = time.perf_counter(), 0.0

    def since(self) -> float:
        """Seconds since the last beat."""
        return time.perf_counter() - self._last


class Watch:
    """Notes when the shown page has put its data into its widgets."""

    def __init__(self, page: Page) -> None:
        self.shown_at = 0.0
        show = page.show_data

        def timed(data: object) -> None:
            show(data)
            self.shown_at = time.perf_counter()

        page.show_data = timed  # type: ignore[method-assign]


def run_events() -> None:
    """Sleeps until there is something to do, as the program does: a loop that spins would take the workers' time."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def until(watch: Watch, begun: float) -> float:
    while watch.shown_at < begun and time.perf_counter() - begun < 20:
        run_events()
    ready = watch.shown_at
    settle = time.perf_counter() + 0.8  # painting, and what a page loads after its first sight
    while time.perf_counter() < settle:
        run_events()
    return ready - begun


def main(path: Path, names: list[str]) -> None:
    """Prints one JSON object, by page."""
    application = QApplication([])
    changes = (
        lambda: shell.choose_month(shell.view.month.previous),
        lambda: shell.choose_scope(Scope.of_team(1)),
        lambda: shell.choose_month(shell.view.month.next),
        lambda: shell.choose_scope(Scope.person(7)),
        lambda: shell.choose_scope(WHOLE_TEAM),
    )
    apply_theme(application, "light")
    shell = Shell(Store.open(path))
    shell.resize(1440, 900)
    shell.show()
    beat = Beat()
    settle = time.perf_counter() + 0.7  # the first sight
    while time.perf_counter() < settle:
        run_events()
    beat.begin()
    settle = time.perf_counter() + 5.0  # the pages are made ready one by one
    while time.perf_counter() < settle:
        run_events()
    answer: dict[str, dict[str, float]] = {"pages made ready": {"blocked": 1000 * beat.longest}}
    for entry in PAGES:
        if names and entry.name not in names:
            continue
        beat.begin()
        shell.go(entry.name)
        page = shell.page(entry.name)
        watch = Watch(page)
        settle = time.perf_counter() + 1.0
        while time.perf_counter() < settle:
            run_events()
        opening = 1000 * beat.longest
        times, blocked = [], []
        for change in changes:
            beat.begin()
            begun = time.perf_counter()
            change()
            times.append(1000 * until(watch, begun))
            blocked.append(1000 * beat.longest)
        of_page = {"median": median(times), "longest": max(times), "blocked": max(blocked), "opening": opening}
        answer[entry.name] = of_page
        print(entry.name, [round(t) for t in times], [round(t) for t in blocked], round(opening), file=sys.stderr)
    print(json.dumps(answer))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
