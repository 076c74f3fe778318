"""The baseline of an import: parse the workbook with python-calamine, insert its rows with one executemany."""

import json
import sqlite3
import sys
import time
from pathlib import Path

from python_calamine import CalamineWorkbook

workbook, store = Path(sys.argv[1]), Path(sys.argv[2])
start = time.perf_counter()
rows = CalamineWorkbook.from_path(workbook).get_sheet_by_index(0).to_python()
parsed = time.perf_counter()
connection = sqlite3.connect(store)
connection.execute("PRAGMA journal_mode = WAL")
connection.execute("PRAGMA synchronous = FULL")
width = len(rows[0])
connection.execute(f"CREATE TABLE deals({', '.join(f'c{place}' for place in range(width))})")
connection.executemany(
    f"INSERT INTO deals VALUES ({', '.join('?' * width)})", [[str(cell) for cell in row] for row in rows[1:]]
)
connection.commit()
print(json.dumps({"seconds": time.perf_counter() - start, "parse": parsed - start, "rows": len(rows) - 1}))
