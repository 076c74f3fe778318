"""Several tables in one sheet, side by side or one below the other, each as a sheet of its own."""

from collections.abc import Callable, Iterator, Sequence

from attrs import evolve

from cockpit.excel.header_rows import first_filled
from cockpit.excel.reading import Sheet, Value

IsTable = Callable[[Sheet], bool]
"""Whether a part of a sheet reads like a table of its own."""

ROWS_SEEN = 200
"""A gap between columns is looked for in so many rows before the whole sheet is asked."""
PARTS_TRIED = 200
"""After so many blank rows in a sheet they are no longer taken to part tables."""
LINES_ABOVE_HEADER = 4


def split(sheet: Sheet, is_table: IsTable, is_heading: Callable[[Sequence[Value]], bool]) -> list[Sheet]:
    """The tables of a sheet, from the top and from the left; mostly the sheet itself.

    Each part keeps its place: rows above it are there but empty, so that row numbers stay those of the file, and
    ``first_column`` says where its columns begin. A sheet is parted only where ``is_table`` says of more than one part
    that it reads like a table; ``is_heading`` is a cheap first look at a row that may be a header.
    """
    parts = []
    for part in _below_each_other(sheet, is_table, is_heading):
        parts += _side_by_side(part, is_table)
    if len(parts) == 1:
        return [sheet]
    return [evolve(part, number=number) for number, part in enumerate(parts, 1)]


def _side_by_side(sheet: Sheet, is_table: IsTable) -> list[Sheet]:
    groups = list(_column_groups(sheet))
    if len(groups) < 2:
        return [sheet]
    parts: list[Sheet] = []
    top = _top(sheet)
    first = 0
    for place, (_, end) in enumerate(groups):
        rest = place + 1 < len(groups)
        if is_table(_columns(top, first, end)) and (
            not rest or is_table(_columns(top, groups[place + 1][0], groups[-1][1]))
        ):
            parts.append(_columns(sheet, first, end))
            first = groups[place + 1][0] if rest else end
        elif not rest:
            if not parts:
                return [sheet]
            parts.append(_columns(sheet, first, end))
    return parts


def _top(sheet: Sheet) -> Sheet:
    """The rows that tell whether it is a table."""
    return evolve(sheet, rows=sheet.rows[: first_filled(sheet) + ROWS_SEEN])


def _columns(sheet: Sheet, start: int, end: int) -> Sheet:
    return evolve(sheet, rows=[row[start:end] for row in sheet.rows], first_column=sheet.first_column + start)


def _column_groups(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Columns that stand together, between columns that are empty from top to bottom."""
    top = first_filled(sheet)
    some = sheet.rows[top : top + ROWS_SEEN]
    width = max(map(len, some), default=0)
    used = [any(index < len(row) and row[index] != "" for row in some) for index in range(width)]
    if not all(used):
        for index, is_used in enumerate(used):
            if not is_used:
                used[index] = any(index < len(row) and row[index] != "" for row in sheet.rows)
    start: int | None = None
    for index, is_used in enumerate([*used, False]):
        if is_used and start is None:
            start = index
        elif not is_used and start is not None:
            yield start, index
            start = None


def _below_each_other(sheet: Sheet, is_table: IsTable, is_heading: Callable[[Sequence[Value]], bool]) -> list[Sheet]:
    starts = list(_starts(sheet, is_heading))
    if not starts:
        return [sheet]
    begun = first_filled(sheet)
    parts: list[Sheet] = []
    for start in starts:
        if is_table(_top(_rows(sheet, begun, start))) and is_table(_top(_rows(sheet, start, len(sheet.rows)))):
            parts.append(_rows(sheet, begun, start))
            begun = start
    return [*parts, _rows(sheet, begun, len(sheet.rows))] if parts else [sheet]


def _rows(sheet: Sheet, start: int, end: int) -> Sheet:
    above: list[Sequence[Value]] = [()] * start
    return evolve(sheet, rows=above + sheet.rows[start:end])


def _starts(sheet: Sheet, is_heading: Callable[[Sequence[Value]], bool]) -> Iterator[int]:
    """Rows below a blank one at which another table may begin: a header with other headings, or titles above one."""
    filled = list(map(any, sheet.rows))
    if all(filled):
        return
    blank = [
        place
        for place, is_filled in enumerate(filled)
        if not is_filled and all(cell == "" for cell in sheet.rows[place])
    ]
    seen: list[list[Value]] = []
    header = next((row for row in sheet.rows[first_filled(sheet) :][:LINES_ABOVE_HEADER] if is_heading(row)), None)
    if header is not None:
        seen.append(list(header))
    tried = 0
    for place in blank:
        start = place + 1
        if start < len(sheet.rows) and any(cell != "" for cell in sheet.rows[start]):
            tried += 1
            if tried > PARTS_TRIED:
                return
            for row in sheet.rows[start : start + LINES_ABOVE_HEADER]:
                if sum(cell != "" for cell in row) >= 2 and is_heading(row):
                    # The same headings again are those of the next page of one table.
                    if list(row) not in seen:
                        seen.append(list(row))
                        yield start
                    break
