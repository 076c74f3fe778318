"""Every figure of the present cycle and of the one before it for every person, each team and all, as the window asks
for them. Prints seconds and the values of the present one.
"""

import json
import sys
import time
from datetime import date
from pathlib import Path

from cockpit.metrics.figures import figures
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Scope
from cockpit.model.cycles import Month
from cockpit.store.file import open_reader


def _name(scope: Scope) -> str:
    return scope.kind if scope.id is None else f"{scope.kind}{scope.id}"


def main(path: Path, today: date) -> None:
    """Prints ``{"seconds":, "past":, "again":, "values":}``: nothing of the month is known yet but the last time."""
    connection = open_reader(path)
    taken = []
    for month in (Month.of(today).plus(-2), Month.of(today).previous, Month.of(today), Month.of(today)):
        begun = time.perf_counter()
        found = figures(connection, Period.of(month, today))
        taken.append(time.perf_counter() - begun)
    values = {_name(scope): {key: figure.value for key, figure in of.items()} for scope, of in found.items()}
    _, past, seconds, again = taken
    print(json.dumps({"seconds": seconds, "past": past, "again": again, "values": values}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]))
