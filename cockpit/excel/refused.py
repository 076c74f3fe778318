"""Refused rows as a workbook that can be mended and imported again: the file's own columns, and why."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, time, timedelta
from pathlib import Path

from cockpit.errors import CockpitError
from cockpit.excel.reading import Value
from cockpit.excel.shape import REASON, ROW_NUMBER, added_columns
from cockpit.excel.tables import TypedTable
from cockpit.excel.units import currency_of_heading, magnitude_of
from cockpit.excel.whole_file import whole_file
from cockpit.language import tr

SCALES = {10**3: "千", 10**4: "万", 10**6: "百万", 10**7: "千万", 10**8: "亿"}
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
        added = added_columns(table.found.labels)
        header = _headings(table)[added:]
        for place in range(len(header) + 2):
            sheet.column_dimensions[_letters(place)].width = 28 if place == 0 else 16
        reasons: defaultdict[int, list[str]] = defaultdict(list)
        for problem in table.problems:
            reasons[problem.row].append(f"{problem.column}: {problem.reason}" if problem.column else problem.reason)
        cells = [WriteOnlyCell(sheet, value) for value in (tr(REASON), tr(ROW_NUMBER), *header)]
        for cell in cells:
            cell.data_type = "s"
            cell.font = Font(bold=True)
        sheet.append(cells)
        for row, values in sorted(table.refused.items()):
            line = [_cell(sheet, ";".join(reasons[row])), row, *(_cell(sheet, value) for value in values[added:])]
            sheet.append(line)
    with whole_file(path) as unfinished:
        workbook.save(unfinished)
    return sum(len(table.refused) for table in refused)


def _headings(table: TypedTable) -> list[str]:
    """The label of every column, with the unit that stood in another row: what is mended must mean the same again."""
    headings = list(table.found.labels)
    matches = table.found.matches.values()
    told = [(match.index, match.magnitude, match.currency) for match in matches if match.value_kind == "money"]
    told += [(index, column.magnitude, None) for index, column in table.found.target_columns.items()]
    for index, magnitude, currency in told:
        label = headings[index]
        unit = SCALES.get(magnitude, "") if magnitude_of(label) != magnitude else ""
        code = currency if currency and currency_of_heading(label) != currency else ""
        if unit or code:
            headings[index] = f"{label} ({' '.join(part for part in (unit, code) if part)})"
    return headings


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
