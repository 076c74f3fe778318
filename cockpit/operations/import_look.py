"""What was recognised in opened files, for looking it over and deciding otherwise: tables, columns, stages, names."""

from collections.abc import Mapping, Sequence
from typing import Literal

from attrs import frozen

from cockpit.excel.choices import DecimalMark, NamedKind, StageChoice, TableChoices
from cockpit.excel.dates import DayOrder
from cockpit.excel.synonyms import TableKind, ValueKind

Why = Literal["name", "similar", "content", "remembered", "chosen", "none"]
"""How a column was recognised: by name, similar name, content, an earlier decision, this decision; or not at all."""


@frozen
class ColumnLook:
    """A column of the file. ``field`` is "" where it is not used. ``samples`` are up to five distinct filled cells.

    ``sure`` runs from 0 to 1. ``asks`` says what has to be decided before its cells can be read: "day_order" or
    "decimal_mark", with the cell that shows it in ``doubtful``; "" where nothing is open.
    """

    label: str
    letter: str
    samples: Sequence[str]
    filled: int
    field: str
    value_kind: ValueKind | None
    sure: float
    why: Why
    reason: str
    """``why`` in words, ready to be shown."""
    asks: Literal["", "day_order", "decimal_mark"] = ""
    doubtful: str = ""
    currency: str | None = None
    """Of a column of money: the currency it counts in, where the file or the manager says so."""
    offered: str = ""
    """Of a column that is not used: the field that its cells may be, ``sure`` and ``reason`` say how far and why."""


@frozen
class FieldChoice:
    """A field that a column can be: its key, and its name in words. ``needed`` says that the table lacks it."""

    field: str
    name: str
    needed: bool = False


@frozen
class StageLook:
    """A stage name of the file with how many rows have it, and what it is taken for."""

    name: str
    rows: int
    meant: StageChoice
    is_new: bool
    sure: float
    reason: str


@frozen
class NameLook:
    """A name of the file that nobody in the store has, but one there is much alike. ``meant`` is that one, or ``NEW``.

    Names that differ by blanks, case or full width are the same without asking: these are told with ``sure`` 1.
    """

    name: str
    rows: int
    meant: str
    candidates: Sequence[str]
    sure: float
    reason: str


@frozen
class KeyLook:
    """How deals without ids are told apart: the fields proposed, and rows that would still fall together."""

    fields: tuple[str, ...]
    options: Sequence[FieldChoice]
    collisions: Sequence[tuple[int, ...]]
    """Row numbers of the file, those that cannot be told apart together; at most 50 groups."""
    colliding: int
    """How many rows are in such groups."""


@frozen
class TableLook:
    """One table of a file: what it was taken for, and what is open. ``choices`` are the decisions in force."""

    key: str
    file: str
    sheet: str
    title: str
    is_hidden: bool
    used: bool
    kind: TableKind | None
    """None where nothing was recognised; then ``columns`` are those of the row ``header`` all the same."""
    header: int
    """Index in ``top`` of the row with the headings."""
    top: Sequence[Sequence[str]]
    """The first rows, up to 40, as texts."""
    rows: int
    columns: Sequence[ColumnLook]
    fields: Sequence[FieldChoice]
    """What a column of this kind of table can be."""
    missing: Sequence[str]
    """Sentences that say what is lacking before the table can be imported; empty when it can."""
    stages: Sequence[StageLook]
    store_stages: Sequence[str]
    names: Mapping[NamedKind, Sequence[NameLook]]
    key_look: KeyLook | None
    """None where the file has ids, or is no table of deals."""
    day_order: DayOrder | None
    decimal_mark: DecimalMark | None
    choices: TableChoices
    is_remembered: bool
    """Whether decisions of an earlier import of a file of this shape are in force."""
    is_guess: bool = False
    """Whether only its cells say what it is, and nobody has agreed to that yet."""
    first_row: int = 0
    """Index in ``sheet.rows`` of ``top[0]``; ``TableChoices.header`` counts from the start of the sheet."""

    @property
    def is_ready(self) -> bool:
        """Whether it can be imported without a further decision."""
        return self.kind is not None and not self.missing and not any(column.asks for column in self.columns)
