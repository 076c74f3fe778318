"""Which decisions are in force for every table of opened files, and what the table is under them."""

from collections.abc import Sequence

from attrs import define, evolve, field

from cockpit.excel.choices import Choices, TableChoices
from cockpit.excel.header_rows import ROWS_SEARCHED, headers_at
from cockpit.excel.headings import FoundTable, likely_header, recognise
from cockpit.excel.known import Known
from cockpit.excel.shape import find_shape, shape_of
from cockpit.excel.tables import TypedTable, Writing, read_table
from cockpit.model.names import name_key
from cockpit.operations.import_memory import Memory, Standing
from cockpit.operations.opened_files import OpenedFile, OpenedFiles, OpenedTable


@define(eq=False)
class DecidedTable:
    """A table under the decisions in force. ``found`` is None where nothing was recognised.

    ``remembered`` are the decisions of an earlier import, whether they are in force or have been replaced.
    """

    opened: OpenedTable
    found: FoundTable | None
    header: int
    labels: tuple[str, ...]
    shape: str
    choices: TableChoices
    remembered: TableChoices | None
    is_chosen: bool
    elsewhere: Writing = field(factory=Writing)

    @property
    def key(self) -> str:
        return self.opened.key

    @property
    def is_ready(self) -> bool:
        """Whether everything is there that a table of its kind needs."""
        return self.found is not None and not self.found.missing

    def read(self) -> TypedTable:
        """The table with its cells read. Only for one that was recognised."""
        assert self.found is not None
        table = read_table(self.found, self.choices, self.opened.reader, self.elsewhere)
        table.shape = self.shape
        return table


def standing_of(known: Known) -> Standing:
    """The names that remembered decisions have to fit."""
    people, accounts, products = (
        frozenset(row["name"] for row in rows.values() if row.get("deleted_at") is None)
        for rows in (known.people, known.accounts, known.products)
    )
    stages = frozenset(name_key(row["name"]) for row in known.stages.values())
    return Standing({"people": people, "accounts": accounts, "products": products}, stages)


def decide(opened: OpenedFiles, memory: Memory, choices: Choices) -> list[DecidedTable]:
    """Every table of the files under ``choices``, and under what is remembered where nothing is chosen now."""
    decided: list[DecidedTable] = []
    for file in opened.files:
        of_file = [_decide(table, file, memory, choices.get(table.key)) for table in file.tables]
        _share_writing(of_file)
        decided += of_file
    return decided


def _decide(table: OpenedTable, file: OpenedFile, memory: Memory, chosen: TableChoices | None) -> DecidedTable:
    sheet = table.sheet
    known = table.reader.once(("shape", memory.shapes), lambda: find_shape(sheet, memory.shapes, ROWS_SEARCHED))
    remembered = memory.of_shape(shape_of(known.labels)) if known is not None else None
    if remembered is not None:
        remembered = evolve(remembered, header=known.rows[-1])
    force = chosen or remembered or _unasked(table, file, memory)
    found = _recognise(table, force)
    if found is not None:
        header, labels = found.header, tuple(found.labels)
    else:
        header = likely_header(sheet) if force.header is None else force.header
        labels = headers_at(sheet, header)[0].labels if header < len(sheet.rows) else ()
    return DecidedTable(table, found, header, labels, shape_of(labels), force, remembered, is_chosen=chosen is not None)


def _unasked(table: OpenedTable, file: OpenedFile, memory: Memory) -> TableChoices:
    """A hidden sheet, or one that says nothing beside one that does, is left alone unless somebody wants it."""
    others = [one for one in file.tables if one is not table]
    used = table.guess is not None or not any(one.guess for one in others)
    if table.sheet.is_hidden and any(not one.sheet.is_hidden for one in others):
        used = False
    return evolve(memory.everywhere(), used=used)


def _recognise(table: OpenedTable, choices: TableChoices) -> FoundTable | None:
    if choices.kind is None and choices.header is None and not choices.columns:
        return table.guess
    how = (choices.kind, choices.header, tuple(sorted(choices.columns.items())))
    found: FoundTable | None = table.reader.once(
        ("found", *how),
        lambda: recognise(table.sheet, kind=choices.kind, header=choices.header, columns=choices.columns),
    )
    return found


def _share_writing(tables: Sequence[DecidedTable]) -> None:
    """What one table of a file proves of its days and amounts holds for the others, which prove nothing."""
    proven = [
        (one, one.opened.reader.proven(one.found)) for one in tables if one.found is not None and one.choices.used
    ]
    for one in tables:
        orders = {writing.order for other, writing in proven if other is not one} - {None}
        marks = {writing.mark for other, writing in proven if other is not one} - {None}
        one.elsewhere = Writing(orders.pop() if len(orders) == 1 else None, marks.pop() if len(marks) == 1 else None)
