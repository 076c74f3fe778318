"""An import of a workbook into a store, as the command line does it. Prints its seconds and its peak of memory.

The peak is that of this process and of the one that reads the file, together; with the argument "memory" it is
sampled, else only the seconds are right to the last. With "edited" somebody has edited a deal in the cockpit before.
"""

import json
import sys
import time
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from cockpit.operations.deals import edit_deals
from cockpit.operations.imports import import_files, prepare
from cockpit.store.file import Store
from tests.bench.memory import PeakMemory

workbook, path = Path(sys.argv[1]), Path(sys.argv[2])
today = date(2026, 11, 25)
if "edited" in sys.argv[3:]:
    with Store.open(path) as store:
        edit_deals(store, [1], "amount", 1, today=today)
peak = PeakMemory()
with peak if "memory" in sys.argv[3:] else nullcontext():
    start = time.perf_counter()
    prepare(workbook)
    with Store.open(path) as store:
        _, report = import_files(store, [workbook], today=today)
    seconds = time.perf_counter() - start
count = report.counts["deals"]
print(json.dumps({
    "seconds": seconds, "added": count.added, "changed": count.changed, "unchanged": count.unchanged,
    "refused": count.refused, "peak_mib": peak.mib,
}))  # fmt: skip
