"""Lists that the cockpit itself exported, found among the sheets of a file by their ids and versions."""

import re
from collections import Counter
from collections.abc import Sequence

from attrs import define, field

from cockpit.errors import CockpitError
from cockpit.excel.reading import Sheet, Value
from cockpit.excel.round_trip_book import HIDDEN_SHEET, ids_of_lines
from cockpit.excel.round_trip_cells import Version, read_version
from cockpit.excel.round_trip_layout import FIELDS, LETTERS, SCHEMA, Field, ReturnKind, headings_of, marking_headings
from cockpit.excel.values import clean
from cockpit.language import tr
from cockpit.model.names import name_key

HEADER_ROWS = 30
_ID = re.compile(r"([DPA])\d{1,18}|T\d{4}-(?:[PG]\d{1,18}|ALL)-[WCNV][123]")
_KINDS = {letter: kind for kind, letter in LETTERS.items()}


@define
class ReturnedTable:
    """A list that came back. ``rows`` are row numbers of the file; ``cells`` by field, one for each row.

    ``ids`` are "" and ``versions`` None where a row is new, or what stood there was neither.
    """

    sheet: Sheet
    kind: ReturnKind
    header: int
    rows: list[int] = field(repr=False)
    ids: list[str] = field(repr=False)
    versions: list[Version | None] = field(repr=False)
    cells: dict[str, list[Value]] = field(repr=False)
    headings: dict[str, str]
    """Field -> what stands above it."""
    unused: tuple[str, ...] = ()
    went_out: frozenset[str] = field(default=frozenset(), repr=False)
    """The ids that were exported, where the file still tells."""

    @property
    def key(self) -> str:
        return self.sheet.key

    @property
    def fields(self) -> list[Field]:
        """The columns that came back, in the layout's order."""
        return [one for one in FIELDS[self.kind] if one.key in self.cells]

    def cells_of(self, row: int) -> Sequence[Value]:
        """A row as it stands in the file."""
        return self.sheet.rows[row - 1]


def take_returned(sheets: Sequence[Sheet]) -> tuple[list[ReturnedTable], list[Sheet]]:
    """The exported lists among the sheets of one file, and the sheets that are none.

    Where there is one, the explanation and the hidden lists of the export are not among the rest. Raises CockpitError
    for a list of another version of the program, and for one whose versions are gone.
    """
    found: list[ReturnedTable] = []
    rest: list[Sheet] = []
    for sheet in sheets:
        table = None if _is_hidden_part(sheet) else _find(sheet)
        if table is not None:
            found.append(table)
        else:
            rest.append(sheet)
    if not found:
        return [], list(sheets)
    for table in found:
        table.went_out = _went_out(table, sheets)
    return found, [sheet for sheet in rest if not _is_hidden_part(sheet) and not _is_explanation(sheet)]


def _is_hidden_part(sheet: Sheet) -> bool:
    return bool(sheet.rows and sheet.rows[0] and sheet.rows[0][0] == HIDDEN_SHEET)


def _is_explanation(sheet: Sheet) -> bool:
    return all(len([cell for cell in row if cell != ""]) <= 1 for row in sheet.rows)


def _went_out(table: ReturnedTable, sheets: Sequence[Sheet]) -> frozenset[str]:
    for sheet in sheets:
        if _is_hidden_part(sheet) and len(sheet.rows) > 5 and sheet.rows[1][0] == table.kind:
            return frozenset(ids_of_lines([clean(row[0]) for row in sheet.rows[5:] if row[0] != ""]))
    return frozenset()


def _find(sheet: Sheet) -> ReturnedTable | None:
    id_names, version_names = marking_headings()
    for place, row in enumerate(sheet.rows[:HEADER_ROWS]):
        keys = [name_key(cell) if isinstance(cell, str) else "" for cell in row]
        at = next((column for column, key in enumerate(keys) if key in id_names), None)
        if at is None:
            continue
        version_at = next((column for column, key in enumerate(keys) if key in version_names), None)
        body = [(number, cells) for number, cells in enumerate(sheet.rows[place + 1 :], place + 2) if any(
            cell != "" for cell in cells)]  # fmt: skip
        ids = [clean(cells[at]) if at < len(cells) else "" for _, cells in body]
        filled = [text for text in ids if text]
        ours = Counter(text[0] for text in filled if _ID.fullmatch(text))
        if 2 * sum(ours.values()) < len(filled) or (not ours and version_at is None):
            # Other programs call a column so as well; their ids are numbers, or letters without a system.
            return None
        if version_at is None:
            raise CockpitError(
                tr("{name} 是驾驶舱导出的,但“版本”一列没有了,认不出哪些格子改过。", name=sheet.path.name),
                tr("把“版本”一列加回来,或重新导出一份再改。"),
            )
        kind = _KINDS[ours.most_common(1)[0][0]] if ours else _kind_of_headings(keys)
        if kind is None:
            return None
        return _read(sheet, kind, place, at, version_at, body, ids)
    return None


def _kind_of_headings(keys: Sequence[str]) -> ReturnKind | None:
    """Of a list in which every row is new."""
    shared = {kind: len(set(keys) & headings_of(kind).keys()) for kind in FIELDS}
    best = max(shared, key=lambda kind: shared[kind])
    return best if shared[best] > 1 else None


def _read(
    sheet: Sheet, kind: ReturnKind, header: int, at: int, version_at: int,
    body: Sequence[tuple[int, Sequence[Value]]], ids: list[str],
) -> ReturnedTable:  # fmt: skip
    known = headings_of(kind)
    columns: dict[str, int] = {}
    headings, unused = {}, []
    for column, cell in enumerate(sheet.rows[header]):
        text = clean(cell)
        of = known.get(name_key(text)) if text else None
        if of is not None and of not in columns:
            columns[of], headings[of] = column, text
        elif text and column not in (at, version_at):
            unused.append(text)
    width = len(sheet.rows[header])
    rows = [row if len(row) >= width else [*row, *[""] * (width - len(row))] for _, row in body]
    versions = [read_version(row[version_at]) for row in rows]
    _refuse_other_schema(sheet, versions)
    cells = {of: [row[column] for row in rows] for of, column in columns.items()}
    return ReturnedTable(
        sheet, kind, header, [number for number, _ in body], ids, versions, cells, headings, tuple(unused)
    )


def _refuse_other_schema(sheet: Sheet, versions: Sequence[Version | None]) -> None:
    others = {version.schema for version in versions if version is not None} - {str(SCHEMA)}
    if others:
        raise CockpitError(
            tr("{name} 是另一个版本的驾驶舱导出的,这里读不回来。", name=sheet.path.name),
            tr("用现在的驾驶舱重新导出一份,把改动搬过去再导入。"),
        )
