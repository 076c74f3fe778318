"""Prints every number that an issue asks for as a table, the baseline beside it, both measured in this run.

python -m tests.bench [start|import|figures|pages|table|charts|typing|review ...]
"""

import os
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

from tests.bench.large_store import ACTIVITIES, DEALS, MONTHS, make_large_store
from tests.bench.large_workbook import make_large_workbook
from tests.bench.measuring import Result, alternately, in_process, table

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def measure_start(folder: Path) -> list[Result]:
    """From the start of the process to the painted loop board, against a bare window with one plot."""
    store = _large_store(folder)

    def started(module: str, *arguments: object) -> float:
        begun = time.time()
        painted: float = in_process(module, *arguments, variables=OFFSCREEN)["at"]
        return painted - begun

    started("tests.bench.start_cockpit", store)  # the first one compiles and fills the disk's cache
    cockpit, bare = alternately(
        5, lambda: started("tests.bench.start_cockpit", store), lambda: started("tests.bench.start_bare")
    )
    return [Result(f"start to the loop board, {DEALS:,} deals", cockpit, 1.5, bare)]


def measure_import(folder: Path) -> list[Result]:
    """A workbook of 100,000 deals read, imported into an empty store, and once more into the full one."""
    workbook, changed, size = folder / "deals.xlsx", folder / "deals-changed.xlsx", f"{DEALS:,} rows x 15 columns"
    make_large_workbook(workbook, DEALS)
    make_large_workbook(changed, DEALS, dearer=DEALS // 2)
    again, with_a_change, after_an_edit, parses, runs = [], [], [], [], iter(range(100))

    def seconds(module: str, *arguments: object) -> float:
        found: float = in_process(module, *arguments)["seconds"]
        return found

    def cockpit() -> float:
        path = folder / f"import-{next(runs)}.sqlite"
        first = in_process("tests.bench.import_cockpit", workbook, path)
        assert first["added"] == DEALS and not first["refused"], first
        second = in_process("tests.bench.import_cockpit", workbook, path)
        assert second["unchanged"] == DEALS and not second["added"], second
        third = in_process("tests.bench.import_cockpit", workbook, path, "edited")
        fourth = in_process("tests.bench.import_cockpit", changed, path)
        for one in (third, fourth):
            assert one["unchanged"] == DEALS - 1 and one["changed"] == 1, one
        again.append(second["seconds"])
        after_an_edit.append(third["seconds"])
        with_a_change.append(fourth["seconds"])
        taken: float = first["seconds"]
        return taken

    def bare() -> float:
        found = in_process("tests.bench.import_bare", workbook, folder / f"bare-{next(runs)}.sqlite")
        parses.append(found["parse"])
        taken: float = found["seconds"]
        return taken

    seconds("tests.bench.reading_cockpit", workbook)  # the first one compiles and fills the disk's cache
    read, calamine = alternately(
        5,
        lambda: seconds("tests.bench.reading_cockpit", workbook),
        lambda: seconds("tests.bench.reading_bare", workbook),
    )
    imported, baseline = alternately(3, cockpit, bare)
    results = [
        Result(f"reading of {size}, against python-calamine alone", read, 1.3, calamine),
        Result(f"import of {size}, against parse + one executemany", imported, 2.0, baseline),
        Result("the same file again, all unchanged, against python-calamine's parse", median(again), 1.2,
               median(parses)),
        Result("the same file after an edit in the cockpit, against that parse", median(after_an_edit), None,
               median(parses)),
        Result("the same file with one cell changed, against that parse", median(with_a_change), None, median(parses)),
    ]  # fmt: skip
    if sys.platform == "linux":
        path = folder / "memory.sqlite"
        peaks = [
            in_process("tests.bench.import_cockpit", file, path, "memory")["peak_mib"]
            for file in (workbook, workbook, changed)
        ]
        results.append(
            Result("peak memory of the import, with the process that reads the file", max(peaks), 350, unit="MiB")
        )
    return results


def measure_figures(folder: Path) -> list[Result]:
    """Every figure of a cycle for every person, each team and all, against SQL written by hand; and with ten times the
    history behind the same month.
    """
    store, today = _large_store(folder), date.today().isoformat()
    short, long = folder / "short.sqlite", folder / "long.sqlite"
    for path, months in ((short, MONTHS // 10), (long, MONTHS)):
        deals, activities = DEALS * months // MONTHS, ACTIVITIES * months // MONTHS
        make_large_store(path, date.today(), deals=deals, activities=activities, months=months, left_open=0.0)
    past, again = [], []

    def cockpit(path: Path = store) -> float:
        found = in_process("tests.bench.figures_cockpit", path, today)
        if path == store:
            past.append(found["past"])
            again.append(found["again"])
            values.update(found["values"])
        seconds: float = found["seconds"]
        return seconds

    def bare() -> float:
        found = in_process("tests.bench.figures_bare", store, today)
        by_hand.update(found["values"])
        seconds: float = found["seconds"]
        return seconds

    values: dict[str, dict[str, float | None]] = {}
    by_hand: dict[str, dict[str, float | None]] = {}
    measured, baseline = alternately(5, cockpit, bare)
    _the_same(values, by_hand)
    of_short, of_long = alternately(5, lambda: cockpit(short), lambda: cockpit(long))
    size = f"{len(by_hand['all'])} figures, {len(by_hand)} scopes"
    return [
        Result(f"{size}, against SQL written by hand", measured, 1.3, baseline),
        Result(f"{size}: this month", 1000 * measured, 150, unit="ms"),
        Result(f"{size}: this month once more", 1000 * median(again), 150, unit="ms"),
        Result(f"{size}: the month before", 1000 * median(past), 150, unit="ms"),
        Result("this month with ten times the history, against the short one", of_long, 1.5, of_short),
    ]


def _the_same(values: dict[str, dict[str, float | None]], by_hand: dict[str, dict[str, float | None]]) -> None:
    """A baseline that computes something else is none; money is whole in the cockpit, a sum by weight is not."""
    for scope, of_scope in by_hand.items():
        for key, value in of_scope.items():
            found, allowed = values[scope][key], 0.5 if key == "weighted_forecast" else 0.0
            assert (found is None) == (value is None), (scope, key, found, value)
            assert found is None or value is None or abs(found - value) <= allowed + 1e-9 * abs(value), (scope, key)


def measure_pages(folder: Path) -> list[Result]:
    """Each page after a change of cycle or scope."""
    found = in_process("tests.bench.page_changes", _large_store(folder), variables=OFFSCREEN)
    ready = found.pop("pages made ready")["blocked"]
    results = [Result("window thread blocked while pages are made ready", ready, 50, unit="ms")]
    for page, of_page in found.items():
        results.append(Result(f"{page}: change of cycle or scope (longest of 5)", of_page["longest"], 100, unit="ms"))
        results.append(Result(f"{page}: window thread blocked by that", of_page["blocked"], 50, unit="ms"))
        results.append(Result(f"{page}: window thread blocked by its first opening", of_page["opening"], 50, unit="ms"))
    return results


def measure_charts(_: Path) -> list[Result]:
    """Every kind of chart, other data shown and painted."""
    found = in_process("tests.bench.chart_redraw", variables=OFFSCREEN)
    return [Result(f"chart of {kind}, 60 people: redraw", of["median"], 16, unit="ms") for kind, of in found.items()]


def measure_table(folder: Path) -> list[Result]:
    """The table of all deals: sorted by each heading, and filtered."""
    found = in_process("tests.bench.deal_table", _large_store(folder), variables=OFFSCREEN)
    rows = f"{found['rows']:,} deals in the table"
    return [
        *(Result(f"{rows}: sorted by {key}", taken, 100, unit="ms") for key, taken in found["sort"].items()),
        *(Result(f"{rows}: filtered by {words}", taken, 100, unit="ms") for words, taken in found["filter"].items()),
    ]


def measure_typing(folder: Path) -> list[Result]:
    """A key in a one-on-one until it is on the disk, and what saving costs."""
    found = in_process("tests.bench.typing", _large_store(folder), variables=OFFSCREEN)
    return [
        Result("typing: a key until it is durable (longest of 300)", found["durable_max"], 300, unit="ms"),
        Result("typing: the write itself (p99 of 500)", found["write_p99"], 20, unit="ms"),
        Result(
            "typing: window blocked while 100,000 pasted characters are saved", found["saving_blocked"], 16, unit="ms"
        ),
    ]


def measure_review(folder: Path) -> list[Result]:
    """The review of a month in which 100,000 deals were closed or open, against openpyxl alone."""
    store, out, cells, month = folder / "review.sqlite", folder / "review.xlsx", folder / "review.cells", date.today()
    shutil.copy(_large_store(folder), store)
    with sqlite3.connect(store) as connection:
        connection.execute("UPDATE deals SET closed_on = ? WHERE state <> 'open'", (month.replace(day=1).isoformat(),))
    gathered = []

    def cockpit(*more: object) -> float:
        found = in_process("tests.bench.review_cockpit", store, f"{month:%Y-%m}", out, *more)
        assert found["deals"] == DEALS, found
        gathered.append(found["gather"])
        seconds: float = found["seconds"]
        return seconds

    def bare() -> float:
        seconds: float = in_process("tests.bench.review_bare", cells, folder / "bare.xlsx")["seconds"]
        return seconds

    cockpit(cells)
    written, baseline = alternately(3, cockpit, bare)
    return [
        Result(f"review of {DEALS:,} deals, written", written, 1.3, baseline),
        Result(
            f"review of {DEALS:,} deals, read from the store and written", written + median(gathered), 1.3, baseline
        ),
    ]


def _large_store(folder: Path) -> Path:
    """Made once for all measurements."""
    path = folder / "large.sqlite"
    if not path.exists():
        print(f"making a store of {DEALS:,} deals ...", file=sys.stderr)
        make_large_store(path, date.today())
    return path


MEASUREMENTS: dict[str, Callable[[Path], list[Result]]] = {
    "start": measure_start,
    "import": measure_import,
    "figures": measure_figures,
    "pages": measure_pages,
    "table": measure_table,
    "charts": measure_charts,
    "typing": measure_typing,
    "review": measure_review,
}


def main(names: list[str]) -> int:
    """Measure ``names``, or everything."""
    if unknown := set(names) - set(MEASUREMENTS):
        print(f"no measurement is called {', '.join(sorted(unknown))}; there are {', '.join(MEASUREMENTS)}")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        # The user's own place of the window is neither read nor written.
        os.environ["XDG_CONFIG_HOME"] = folder
        results = [result for name in names or MEASUREMENTS for result in MEASUREMENTS[name](Path(folder))]
    print(table(results))
    return 0


sys.exit(main(sys.argv[1:]))
