"""The table of all deals of a large store: how long from a click on a heading, or from the last letter that is looked
for, until the rows stand in the table, and until they are painted. Prints milliseconds.

The pause that the page waits after a letter (``SEARCH_AFTER``) is not in it: it is there so that a word is typed.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from cockpit.metrics.deal_list import SORTABLE, DealFilter
from cockpit.store.file import Store
from cockpit.window.deals.page import DealsPage
from cockpit.window.kit.theme import apply_theme
from cockpit.window.shell import Shell
from tests.bench.page_changes import Beat, Watch, run_events, until

WORDS = ("客户0012", "第77", "kehu03", "没有这个", "第1")


def main(path: Path) -> None:
    """Prints ``{"rows":, "sort": {heading: ms}, "filter": {words: ms}}``: medians of three, with painting."""
    application = QApplication([])
    apply_theme(application, "light")
    shell = Shell(Store.open(path))
    shell.resize(1440, 900)
    shell.show()
    shell.go("deals")
    page = shell.page("deals")
    assert isinstance(page, DealsPage)
    watch, _ = Watch(page), Beat()  # the beat wakes what waits for events
    _rest(7.0)  # the pages are made ready one by one

    def taken(change: Callable[[], object]) -> float:
        begun = time.perf_counter()
        change()
        ready = until(watch, begun)
        painted = time.perf_counter()
        page._table.viewport().repaint()
        return 1000 * (ready + time.perf_counter() - painted)

    everything = DealFilter(state="all")
    taken(lambda: page.narrow(everything))
    rows = page._table.rows.rowCount()
    sort = {
        key: median([taken(lambda key=key, down=down: page._sort_by(key, down)) for down in (False, True, False)])
        for key in sorted(SORTABLE)
    }
    looked_for = {
        words: median(
            [
                taken(lambda wanted=wanted: page.narrow(DealFilter(state="all", text=wanted)))
                for wanted in (words, words[:-1], words)
            ]
        )
        for words in WORDS
    }
    print(json.dumps({"rows": rows, "sort": sort, "filter": looked_for}))
    sys.stdout.flush()
    os._exit(0)


def _rest(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        run_events()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
