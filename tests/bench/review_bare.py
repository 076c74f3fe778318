"""The baseline of a review: the same values and number formats, written with openpyxl's streaming sheets alone."""

import json
import pickle
import sys
import time
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

with Path(sys.argv[1]).open("rb") as file:
    sheets = pickle.load(file)
start = time.perf_counter()
workbook: Any = Workbook(write_only=True)
for title, rows in sheets:
    sheet = workbook.create_sheet(title)
    for row in rows:
        cells = []
        for value in row:
            if isinstance(value, tuple):
                cell: Any = WriteOnlyCell(sheet, value[0])
                cell.number_format = value[1]
                cells.append(cell)
            else:
                cells.append(value)
        sheet.append(cells)
workbook.save(sys.argv[2])
print(json.dumps({"seconds": time.perf_counter() - start}))
