"""Which decisions are in force for every table of opened files, and what the table is under them."""

from collections.abc import Mapping, Sequence

from attrs import define, evolve, field

from cockpit.excel import evidence
from cockpit.excel.choices import Choices, TableChoices
from cockpit.excel.header_rows import ROWS_SEARCHED, headers_at
from cockpit.excel.headings import FoundTable, likely_header, recognise
from cockpit.excel.known import Known
from cockpit.excel.shape import find_shape, shape_of
from cockpit.excel.spelling import heading_key
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
    def is_guess(self) -> bool:
        """Whether only the cells say what it is, and nobody has confirmed it."""
        return self.found is not None and self.found.is_guess and self.choices.kind is None

    @property
    def is_ready(self) -> bool:
        """Whether everything is there that a table of its kind needs."""
        return self.found is not None and not self.found.missing and not self.is_guess

    def read(self) -> TypedTable:
        """The table with its cells read. Only for one that was recognised."""
        assert self.found is not None
        table = read_table(self.found, self._said, self.opened.reader, self._otherwise)
        table.shape, table.choices = self.shape, self.choices
        return table

    @property
    def writing(self) -> Writing:
        """How days and amounts are read that can be read in two ways. Only for a table that was recognised."""
        assert self.found is not None
        return self.opened.reader.writing(self.found, self._said, self._otherwise)

    @property
    def _said(self) -> TableChoices:
        """What is remembered of days and amounts stands behind what this file proves."""
        return self.choices if self.is_chosen else evolve(self.choices, day_order=None, decimal_mark=None)

    @property
    def _otherwise(self) -> Writing:
        if self.is_chosen:
            return self.elsewhere
        return Writing(self.elsewhere.order or self.choices.day_order, self.elsewhere.mark or self.choices.decimal_mark)


def standing_of(known: Known) -> Standing:
    """The names that remembered decisions have to fit."""
    people, accounts, products = (
        frozenset(row["name"] for row in rows.values() if row.get("deleted_at") is None)
        for rows in (known.people, known.accounts, known.products)
    )
    stages = frozenset(name_key(row["name"]) for row in known.stages.values())
    return Standing({"people": people, "accounts": accounts, "products": products}, stages)


def names_known(known: Known) -> evidence.Known:
    """The names of the store, by which columns are recognised whatever their headings say."""
    people, accounts, products = (
        frozenset(name_key(row["name"]) for row in rows.values())
        for rows in (known.people, known.accounts, known.products)
    )
    return evidence.Known(people, accounts, products, frozenset(name_key(row["name"]) for row in known.stages.values()))


def decide(opened: OpenedFiles, memory: Memory, choices: Choices, names: evidence.Known) -> list[DecidedTable]:
    """Every table of the files under ``choices``, and under what is remembered where nothing is chosen now.

    ``names`` of the store help to recognise the columns of a file of a shape that was never imported: what was
    imported once is recognised the same way again, whoever has come into the store since.
    """
    decided: list[DecidedTable] = []
    for file in opened.files:
        of_file = [_decide(table, file, memory, choices.get(table.key), names) for table in file.tables]
        _share_writing(of_file)
        decided += of_file
    return decided


def _decide(
    table: OpenedTable, file: OpenedFile, memory: Memory, chosen: TableChoices | None, names: evidence.Known
) -> DecidedTable:
    sheet = table.sheet
    known = table.reader.once(("shape", memory.shapes), lambda: find_shape(sheet, memory.shapes, ROWS_SEARCHED))
    remembered = memory.of_shape(shape_of(known.labels)) if known is not None else None
    if known is not None and remembered is not None:
        columns = _as_called_here(remembered.columns, known.labels)
        remembered = evolve(remembered, header=known.rows[-1], columns=columns)
    force = chosen or remembered or _unasked(table, file, memory)
    found = _recognise(table, force, names if remembered is None else evidence.NOTHING_KNOWN)
    if found is not None:
        header, labels = found.header, tuple(found.labels)
    else:
        header = likely_header(sheet) if force.header is None else force.header
        labels = headers_at(sheet, header)[0].labels if header < len(sheet.rows) else ()
    return DecidedTable(table, found, header, labels, shape_of(labels), force, remembered, is_chosen=chosen is not None)


def _as_called_here(columns: Mapping[str, str], labels: Sequence[str]) -> dict[str, str]:
    """Decisions about columns of one shape under the labels of this file, which may be spelt otherwise."""
    by_key = {heading_key(label) or label: label for label in reversed(labels)}
    found = {label: name for label, name in columns.items() if label in labels}
    for label, name in columns.items():
        here = by_key.get(heading_key(label) or label)
        if label not in labels and here is not None:
            found.setdefault(here, name)
    return found


def _unasked(table: OpenedTable, file: OpenedFile, memory: Memory) -> TableChoices:
    """A hidden sheet, or one that says nothing beside one that does, is left alone unless somebody wants it."""
    others = [one for one in file.tables if one is not table]
    used = table.is_table or not (file.returned or any(one.is_table for one in others))
    if table.sheet.is_hidden and any(not one.sheet.is_hidden for one in others):
        used = False
    return evolve(memory.everywhere(), used=used)


def _recognise(table: OpenedTable, choices: TableChoices, names: evidence.Known) -> FoundTable | None:
    kind = choices.kind
    if kind is None and choices.columns:
        # Other columns make no other kind of table of it.
        without = _recognise(table, evolve(choices, columns={}), names)
        kind = without.kind if without is not None and not without.is_guess else None
    how = (kind, choices.header, tuple(sorted(choices.columns.items())), names)
    found: FoundTable | None = table.reader.once(
        ("found", *how),
        lambda: recognise(
            table.sheet, kind=kind, header=choices.header, columns=choices.columns, known=names, guess=kind is None
        ),
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
