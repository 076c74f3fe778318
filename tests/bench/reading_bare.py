"""The baseline of reading: python-calamine alone parses the workbook into Python's values."""

import json
import sys
import time
from pathlib import Path

from python_calamine import CalamineWorkbook

workbook = Path(sys.argv[1])
start = time.perf_counter()
rows = CalamineWorkbook.from_path(workbook).get_sheet_by_index(0).to_python()
print(json.dumps({"seconds": time.perf_counter() - start, "rows": len(rows)}))
