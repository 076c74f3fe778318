"""Writes the review of a month with 100,000 deals in it, and keeps its cells for the baseline to write."""

import json
import pickle
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from cockpit.excel.review import write_workbook
from cockpit.model.cycles import Month
from cockpit.operations.reviews import gather_review
from cockpit.store.file import Store


def cells_of(path: Path) -> Iterator[tuple[str, Iterator[list[Any]]]]:
    """Title and rows of every sheet; a cell is its value, or value and number format where it is given one."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    for sheet in book:
        rows = ([_cell(cell.value, cell.number_format) for cell in row] for row in sheet.iter_rows())
        yield sheet.title, rows


def _cell(value: Any, number_format: str) -> Any:
    # Days come with a format of their own.
    if value is None or number_format in ("General", "yyyy-mm-dd"):
        return value
    return value, number_format


def main(store_path: Path, month: Month, out: Path, kept: Path | None) -> None:
    """Print the seconds of gathering and of writing, and how many deals were written."""
    with Store.open(store_path) as store:
        begun = time.perf_counter()
        review = gather_review(store.connection, month, today=date.today())
        gathered = time.perf_counter()
        write_workbook(review, out)
        written = time.perf_counter()
    if kept is not None:
        with kept.open("wb") as file:
            pickle.dump([(title, list(rows)) for title, rows in cells_of(out)], file)
    print(json.dumps({"gather": gathered - begun, "seconds": written - gathered, "deals": len(review.deals)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Month.parse(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]) if sys.argv[4:] else None)
