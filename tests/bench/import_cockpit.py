"""An import of a workbook into a store, as the command line does it. Prints its seconds and its peak of memory."""

import json
import resource
import sys
import time
from datetime import date
from pathlib import Path

from cockpit.operations.imports import import_files
from cockpit.store.file import Store

workbook, path = Path(sys.argv[1]), Path(sys.argv[2])
start = time.perf_counter()
with Store.open(path) as store:
    _, report = import_files(store, [workbook], today=date(2026, 11, 25))
seconds = time.perf_counter() - start
count = report.counts["deals"]
print(json.dumps({
    "seconds": seconds, "added": count.added, "unchanged": count.unchanged, "refused": count.refused,
    "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))  # fmt: skip
