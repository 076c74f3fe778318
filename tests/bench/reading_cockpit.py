"""Reading a workbook as an import does it, the start of the process that reads it included. Prints its seconds."""

import json
import sys
import time
from pathlib import Path

from cockpit.excel.reading import read_sheets

workbook = Path(sys.argv[1])
start = time.perf_counter()
rows = read_sheets(workbook)[0].rows
print(json.dumps({"seconds": time.perf_counter() - start, "rows": len(rows)}))
