"""What reading exported lists back would do: rows added and changed, cells changed on both sides, rows refused."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from attrs import define, evolve, field, frozen

from cockpit.excel.choices import TableChoices
from cockpit.excel.headings import FoundTable
from cockpit.excel.plan import Count, Note, PlanKind
from cockpit.excel.round_trip_layout import FIELDS, Field, ReturnKind
from cockpit.excel.round_trip_reading import ReturnedTable
from cockpit.excel.tables import Problem, TypedTable
from cockpit.excel.values import clean, shown
from cockpit.language import tr

Side = Literal["file", "mine"]
"""Whose value is taken where both changed: that of the file, or the one that the cockpit has by now."""
ConflictKey = tuple[str, str]
"""Id of the record as it is written, and the field."""


@frozen
class CellChange:
    """A cell that the file changed. ``value`` as the store keeps it; ``old`` and ``new`` are words to show."""

    field: str
    value: Any
    old: str
    new: str
    is_conflict: bool = False


@frozen
class Conflict:
    """A cell that was changed in the file and in the cockpit since it was exported."""

    kind: ReturnKind
    id: str
    name: str
    row: int
    field: str
    field_name: str
    in_file: str
    in_cockpit: str

    @property
    def key(self) -> ConflictKey:
        return self.id, self.field


@frozen
class RowChange:
    """A record of which the file changed something."""

    id: str
    row: int
    name: str
    cells: tuple[CellChange, ...]

    def taken(self, chosen: Mapping[ConflictKey, Side]) -> tuple[CellChange, ...]:
        """The cells that are written; where both changed and nobody chose, the cockpit's value stays."""
        return tuple(cell for cell in self.cells if not cell.is_conflict or chosen.get((self.id, cell.field)) == "file")


@frozen
class NewRow:
    """A row without an id. ``values`` by field, as the store keeps them; ``words`` to show."""

    row: int
    name: str
    values: dict[str, Any]
    words: dict[str, str]


@define
class TablePlan:
    """What one list would do."""

    table: ReturnedTable
    changed: list[RowChange] = field(factory=list)
    added: list[NewRow] = field(factory=list)
    unchanged: int = 0
    problems: list[Problem] = field(factory=list)
    refused: set[int] = field(factory=set)
    missing: list[str] = field(factory=list)
    """Names of records that went out and are not in the file any more."""
    notes: list[Note] = field(factory=list)

    @property
    def kind(self) -> ReturnKind:
        return self.table.kind

    def refuse(self, row: int, of: str, cell: Any, reason: object) -> None:
        """Refuse a row because of what stands in a column; "" for the row as a whole."""
        sheet = self.table.sheet
        heading = self.table.headings.get(of, of)
        value = "" if cell is None else shown(cell)
        self.problems.append(Problem(sheet.path.name, sheet.name, row, heading, value, str(reason)))
        self.refused.add(row)

    def drop_refused(self) -> None:
        """Refused rows change nothing."""
        self.changed = [one for one in self.changed if one.row not in self.refused]
        self.added = [one for one in self.added if one.row not in self.refused]

    def note(self, kind: str, sentence: str, names: Iterable[str]) -> None:
        """List something, if there is anything to list."""
        listed = list(names)
        if listed:
            self.notes.append(Note(kind, sentence, len(listed), tuple(listed[:20])))

    def conflicts(self) -> Iterable[Conflict]:
        """Every cell that both sides changed, row by row."""
        names = {one.key: tr(one.heading) for one in FIELDS[self.kind]}
        for change in self.changed:
            for cell in change.cells:
                if cell.is_conflict:
                    yield Conflict(self.kind, change.id, change.name, change.row, cell.field, names[cell.field],
                                   cell.new, cell.old)  # fmt: skip


@define
class ReturnPlan:
    """Everything that the exported lists of an import would do. Nothing of it is in the store yet."""

    plans: list[TablePlan]
    choices: dict[str, TableChoices] = field(factory=dict)
    """By the table's key: whether blanks erase, and the mode."""
    chosen: dict[ConflictKey, Side] = field(factory=dict)

    def choose(self, sides: Mapping[ConflictKey, Side]) -> None:
        """Whose value is taken in which cell."""
        self.chosen |= sides

    def choose_all(self, side: Side) -> None:
        """Take the same side everywhere."""
        self.chosen = {conflict.key: side for conflict in self.conflicts}

    @property
    def tables(self) -> list[ReturnedTable]:
        return [plan.table for plan in self.plans]

    @property
    def conflicts(self) -> list[Conflict]:
        """Every cell that both sides changed."""
        return [conflict for plan in self.plans for conflict in plan.conflicts()]

    @property
    def problems(self) -> list[Problem]:
        """Every cell because of which a row is refused."""
        return [problem for plan in self.plans for problem in plan.problems]

    @property
    def listed(self) -> list[Note]:
        """What is worth a line in the report."""
        from cockpit.language import noop

        found = [note for plan in self.plans for note in plan.notes]
        kept = [f"{one.name} · {one.field_name}" for one in self.conflicts if self.chosen.get(one.key) != "file"]
        if kept:
            sentence = noop("两边都改过的格子,保留了驾驶舱里的:")
            found.append(Note("conflicts_kept", sentence, len(kept), tuple(kept[:20])))
        return found

    @property
    def changes_something(self) -> bool:
        """Whether writing it would change anything."""
        return any(count.added or count.changed for count in self.counts().values())

    def changed_rows(self, plan: TablePlan) -> list[tuple[RowChange, tuple[CellChange, ...]]]:
        """The rows of a list that are written, each with what is taken of it."""
        found = [(change, change.taken(self.chosen)) for change in plan.changed]
        return [(change, cells) for change, cells in found if cells]

    def counts(self) -> dict[PlanKind, Count]:
        """How many rows of each kind are added, changed, unchanged and refused."""
        found: dict[PlanKind, Count] = {}
        for plan in self.plans:
            before = found.get(plan.kind, Count())
            changed = len(self.changed_rows(plan))
            found[plan.kind] = Count(
                before.added + len(plan.added), before.changed + changed,
                before.unchanged + plan.unchanged + len(plan.changed) - changed, before.refused + len(plan.refused),
            )  # fmt: skip
        return found

    def refused_tables(self) -> list[TypedTable]:
        """The refused rows with their header, as ``save_refused`` writes them to be mended and imported again."""
        return [_refused(plan) for plan in self.plans if plan.refused]

    def files(self) -> list[dict[str, Any]]:
        """How each list was read, as ``describe_table`` tells it of others."""
        return [_described(plan.table) for plan in self.plans]


def _refused(plan: TablePlan) -> TypedTable:
    table = plan.table
    rows = table.sheet.rows[: table.header + 1]
    labels = tuple(clean(cell) for cell in rows[table.header])
    # Of the kind nothing is read any more.
    found = FoundTable(evolve(table.sheet, rows=rows), table.header, "deals", {}, labels=labels)
    refused = {row: table.cells_of(row) for row in sorted(plan.refused)}
    return TypedTable(found, [], [], problems=plan.problems, refused=refused)


def _described(table: ReturnedTable) -> dict[str, Any]:
    def example(of: Field) -> str:
        return next((shown(cell) for cell in table.cells[of.key][:500] if cell != ""), "")

    return {
        "file": table.sheet.path.name, "sheet": table.sheet.name, "kind": table.kind, "header_row": table.header + 1,
        "rows": len(table.rows), "left_out": 0,
        "columns": {
            table.headings[of.key]: {
                "field": of.key, "sure": 1.0, "why": "name", "example": example(of), "magnitude": 1,
                "name": of.heading,
            }
            for of in table.fields
        },
        "unused": list(table.unused),
    }  # fmt: skip
