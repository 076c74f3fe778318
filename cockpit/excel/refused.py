"""Refused rows as a workbook that can be mended and imported again: the file's own columns, and why."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, time, timedelta
from io import BytesIO
from pathlib import Path

from cockpit.errors import CockpitError
from cockpit.excel.reading import Value
from cockpit.excel.tables import TypedTable
from cockpit.language import noop, tr

REASON = noop("原因")
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def save_refused(tables: Sequence[TypedTable], path: Path) -> int:
    """Write every refused row of the tables, a sheet per table, with its row number and reason; how many rows.

    Raises CockpitError when nothing was refused, or the file cannot be written.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    refused = [table for table in tables if table.refused]
    if not refused:
        raise CockpitError(tr("没有被拒绝的行。"))
    workbook = Workbook(write_only=True)
    titles: set[str] = set()
    for table in refused:
        sheet = workbook.create_sheet(_title(table, titles))
        sheet.freeze_panes = "C2"
        header = [*map(str, table.found.sheet.rows[table.found.header])]
        for place in range(len(header) + 2):
            sheet.column_dimensions[_letters(place)].width = 28 if place == 0 else 16
        reasons: defaultdict[int, list[str]] = defaultdict(list)
        for problem in table.problems:
            reasons[problem.row].append(f"{problem.column}: {problem.reason}" if problem.column else problem.reason)
        cells = [WriteOnlyCell(sheet, value) for value in (tr(REASON), tr("行号"), *header)]
        for cell in cells:
            cell.data_type = "s"
            cell.font = Font(bold=True)
        sheet.append(cells)
        for row, values in sorted(table.refused.items()):
            line = [_cell(sheet, ";".join(reasons[row])), row, *(_cell(sheet, value) for value in values)]
            sheet.append(line)
    # In memory first: a folder that is not there, or a full disk, leaves no half of a workbook behind.
    content = BytesIO()
    workbook.save(content)
    try:
        path.write_bytes(content.getvalue())
    except OSError as error:
        raise CockpitError(
            tr("不能写 {name}:{reason}。", name=path.name, reason=error.strerror or error),
            tr("如果它正在 Excel 里打开,先关闭;或换一个文件夹。"),
        ) from error
    return sum(len(table.refused) for table in refused)


def _cell(sheet: object, value: Value) -> object:
    """A cell that holds ``value`` as it is: text that begins like a formula stays text."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, bool | int | float | date | time | timedelta):
        return value
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value))  # type: ignore[arg-type]
    cell.data_type = "s"
    return cell


def _title(table: TypedTable, taken: set[str]) -> str:
    sheet = table.found.sheet
    base = (sheet.name or sheet.path.stem).translate(_FORBIDDEN).strip()[:28] or "1"
    title, number = base, 1
    while title.lower() in taken:
        number += 1
        title = f"{base[:25]} {number}"
    taken.add(title.lower())
    return title


def _letters(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(place + 1)
