"""Three versions of each cell: as it went out, as it came back, as the cockpit has it by now.

Changed only in the file: taken. Changed only in the cockpit: kept. Both the same: nothing. Both, and differently: a
conflict. A blank takes nothing away unless that was chosen.
"""

import re
from collections.abc import Mapping, Sequence

from attrs import frozen

from cockpit.excel.reading import Value
from cockpit.excel.round_trip_cells import canonical, digest, digests
from cockpit.excel.round_trip_layout import FIELDS, Field
from cockpit.excel.round_trip_plan import TablePlan
from cockpit.excel.round_trip_reading import ReturnedTable
from cockpit.language import noop, tr

_NUMBERED = re.compile(r"^(.*) \([A-Z]\d+\)$", re.DOTALL)


@frozen
class EditedCell:
    """A cell whose content in the file is no longer what went out, and not what the cockpit has."""

    of: Field
    cell: Value
    is_conflict: bool


@frozen
class EditedRow:
    """A record with cells that the file changed. ``place`` in the table."""

    place: int
    id: str
    cells: tuple[EditedCell, ...]


def find_edited(plan: TablePlan, mark: str, there: Mapping[str, str]) -> list[int]:
    """Places of the rows of known records in which at least one cell is not what went out.

    ``there``: id -> name of every record that can be changed. Rows that cannot be taken are refused in ``plan``,
    rows in which nothing changed counted, missing ones listed. ``mark`` is the store's.
    """
    table = plan.table
    now = digests(_canonical(table))
    fields = FIELDS[table.kind]
    order = {one.key: place for place, one in enumerate(fields)}
    columns = [order[one.key] for one in table.fields]
    is_whole = len(columns) == len(fields)
    first: dict[str, int] = {}
    gone, edited = [], []
    for place, (number, version) in enumerate(zip(table.ids, table.versions, strict=True)):
        row = table.rows[place]
        if not number:
            continue
        if number in first:
            plan.refuse(row, "", number, tr("记录ID重复,和第 {row} 行相同", row=first[number]))
            continue
        first[number] = row
        if version is None or len(version.digests) != 3 * len(fields):
            plan.refuse(row, "", number, tr("“版本”一格空了或改过,认不出这一行哪些格子改过"))
            continue
        if version.mark != mark:
            plan.refuse(row, "", number, tr("这一行是从另一份数据导出的"))
            continue
        was = version.digests if is_whole else "".join(map(version.of, columns))
        is_edited = was != now[place]
        if number not in there:
            if is_edited:
                plan.refuse(row, "", number, tr("驾驶舱里没有这条记录,或者已经删除"))
            else:
                gone.append(number)
        elif is_edited:
            edited.append(place)
        else:
            plan.unchanged += 1
    plan.note("gone", noop("文件里还有、驾驶舱里已经删除的记录,没有恢复:"), gone)
    plan.missing = [there[number] for number in sorted(table.went_out - first.keys()) if number in there]
    plan.note("missing", noop("导出过、文件里却没有的记录,没有删除:"), plan.missing)
    return edited


def _canonical(table: ReturnedTable) -> list[list[str]]:
    return [canonical(one, table.cells[one.key]) for one in table.fields]


def compare(
    plan: TablePlan, places: Sequence[int], now: Mapping[str, Sequence[Value | None]], *, erase_blanks: bool
) -> list[EditedRow]:
    """Which cells of the rows at ``places`` to take. ``now``: field -> the cells of these records as they would go out
    today, in the same order. Blanks that are kept, and changes in columns that are only told, are listed."""
    table = plan.table
    order = {one.key: place for place, one in enumerate(FIELDS[table.kind])}
    found: dict[int, list[EditedCell]] = {place: [] for place in places}
    told: set[str] = set()
    blanks = 0
    for one in table.fields:
        cells = [table.cells[one.key][place] for place in places]
        from_file, from_store = canonical(one, cells), canonical(one, now[one.key])
        at = order[one.key]
        for place, cell, theirs, ours in zip(places, cells, from_file, from_store, strict=True):
            version = table.versions[place]
            assert version is not None
            was = version.of(at)
            if theirs == ours:
                continue
            in_file, in_store = digest(theirs) != was, not _is_same(ours, was)
            if not in_file and (in_store or _is_namesake(theirs, ours)):
                continue
            if one.told:
                told.add(table.headings[one.key])
            elif theirs == "" and not erase_blanks:
                blanks += 1
            else:
                # Neither seems changed although they differ: two texts share a digest, and the user decides.
                found[place].append(EditedCell(one, cell, is_conflict=in_store or not in_file))
    plan.note("told", noop("只给人看的列里改过的内容没有采用:"), sorted(told))
    if blanks:
        from cockpit.excel.plan import Note

        plan.notes.append(Note("blanks_kept", noop("{n} 个清空的格子没有清空驾驶舱里的内容。"), blanks))
    rows = [EditedRow(place, table.ids[place], tuple(cells)) for place, cells in found.items() if cells]
    plan.unchanged += len(places) - len(rows)
    return rows


def _is_same(ours: str, was: str) -> bool:
    """Whether the cockpit's cell is still what went out; a name that got a namesake since is the same name."""
    numbered = _NUMBERED.match(ours)
    return digest(ours) == was or (numbered is not None and digest(numbered[1]) == was)


def _is_namesake(theirs: str, ours: str) -> bool:
    numbered = _NUMBERED.match(ours)
    return numbered is not None and numbered[1] == theirs
