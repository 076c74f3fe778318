"""How many of the columns that a manager needs the import recognises by itself.

python -m tests.excel.unseen.measuring

On 2026-11-25, before anything was tuned to them: 356 of the 413 columns of the first set, 86.2 %, and 14 good rows of
three files lost. The set is no longer unseen: since then it only tells whether what was learnt is kept.
"""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import field, frozen

from cockpit.errors import CockpitError
from cockpit.excel.tables import TypedTable
from cockpit.operations.imports import import_files
from cockpit.store.file import Store
from tests.excel.unseen import chinese_systems, english_systems, made_by_hand
from tests.excel.unseen.making import Export

TODAY = date(2026, 11, 25)
FIRST_SET = (*english_systems.EXPORTS, *chinese_systems.EXPORTS, *made_by_hand.EXPORTS)


@frozen
class Measured:
    """One file: how many columns are needed, and those that were not recognised, in words."""

    name: str
    needed: int
    missed: tuple[str, ...] = field(factory=tuple)
    rows_lost: int = 0
    """Rows of the file that were refused or not seen, although nothing is wrong with them."""

    @property
    def matched(self) -> int:
        return self.needed - len(self.missed)


def measure(export: Export, folder: Path) -> Measured:
    """Import the file into an empty store, without writing, and compare what was recognised with what is needed."""
    needed = export.needed()
    folder.mkdir(parents=True, exist_ok=True)
    path = export.write(folder)
    try:
        with Store.open(folder / "cockpit.sqlite") as store:
            report = import_files(store, [path], today=TODAY, dry_run=True)[1]
    except CockpitError as error:
        return Measured(export.name, len(needed), (f"all: {error}",) + ("",) * (len(needed) - 1), export.rows)
    found = _found(report.tables)
    missed = []
    for kind, name, headings in needed:
        taken = [(heading, found.get((kind, heading), "")) for heading in headings]
        if not any(got in name.split("|") for _, got in taken):
            missed += [f"{heading} -> {name}, was taken for {got or 'nothing'} ({kind})" for heading, got in taken[:1]]
    lost = 0
    if export.kind not in ("targets", "history"):  # those of people and deals that an empty store does not know
        rows = sum(told["rows"] for told in report.files if told["kind"] == export.kind)
        lost = export.rows - rows + report.counts[export.kind].refused
    return Measured(export.name, len(needed), tuple(missed), lost)


def _found(tables: Sequence[TypedTable]) -> dict[tuple[str, str], str]:
    """(kind, heading as the file's lowest heading row has it) -> field."""
    found: dict[tuple[str, str], str] = {}
    for table in tables:
        header = table.found.sheet.rows[table.found.header]
        above = table.found.sheet.rows[table.found.header - 1] if table.found.header else ()
        for match in table.found.matches.values():
            # A heading merged over two rows stands in the upper one.
            lowest = header[match.index] or (above[match.index] if match.index < len(above) else "")
            found[table.kind, str(lowest)] = match.field
        for index in table.found.target_columns:
            found[table.kind, str(header[index])] = "value"
    return found


def measure_all(exports: Sequence[Export] = FIRST_SET) -> list[Measured]:
    """Each file by itself, in an empty store."""
    with TemporaryDirectory() as folder:
        return [measure(export, Path(folder) / str(place)) for place, export in enumerate(exports)]


def share(measured: Sequence[Measured]) -> float:
    """Recognised columns of all that are needed, in percent."""
    return 100 * sum(one.matched for one in measured) / sum(one.needed for one in measured)


def table(measured: Sequence[Measured]) -> str:
    """A line per file, and one in total; then what was missed."""
    lines = [
        f"{one.matched:>4} of {one.needed:<4} {100 * one.matched / one.needed:>5.0f} %  {one.name}"
        + (f"  [{one.rows_lost} of its rows lost]" if one.rows_lost else "")
        for one in measured
    ]
    total = sum(one.needed for one in measured)
    lines.append(f"{sum(one.matched for one in measured):>4} of {total:<4} {share(measured):>5.1f} %  in total")
    lines += [f"  {one.name}: {missed}" for one in measured for missed in one.missed if missed]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(measure_all()))
    sys.exit(0)
