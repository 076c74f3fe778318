"""What the manager decided about a table of a file, where the program's own guess was not enough or was wrong."""

from collections.abc import Mapping
from typing import Literal

from attrs import field, frozen

from cockpit.excel.dates import DayOrder
from cockpit.excel.synonyms import TableKind
from cockpit.excel.values import DecimalMark as DecimalMark
from cockpit.model.stage_names import StageKind

Mode = Literal["both", "add", "update"]
"""Whether rows of the file may add things, change things that are there, or both."""
NamedKind = Literal["people", "accounts", "products"]
NOT_USED = ""
"""In place of a field: the column is left alone."""
NEW = ""
"""In place of a name of the store: it is somebody, or something, new."""


@frozen
class StageChoice:
    """What a stage name of the file means: the stage of the store with this ``name``, else a new one of ``kind``."""

    name: str
    kind: StageKind


@frozen
class TableChoices:
    """Decisions about one table; what is None, or absent from a mapping, stays as it was recognised.

    ``header`` is the index in ``sheet.rows`` of the row with the headings (the last one of several). ``columns``: label
    of a column (its heading; a repeated one as "金额 (2)", one without text by its letter as "[C]") -> field or
    ``NOT_USED``. ``currencies``: label of a column of money -> ISO code. ``stages``: name in the file -> what it means.
    ``names``: kind -> name in the file -> name in the store, or ``NEW``. ``key``: the fields that tell deals apart
    where the file has no ids. A blank cell erases what the store holds only with ``erase_blanks``.
    """

    used: bool = True
    kind: TableKind | None = None
    header: int | None = None
    columns: Mapping[str, str] = field(factory=dict)
    day_order: DayOrder | None = None
    decimal_mark: DecimalMark | None = None
    currencies: Mapping[str, str] = field(factory=dict)
    stages: Mapping[str, StageChoice] = field(factory=dict)
    names: Mapping[NamedKind, Mapping[str, str]] = field(factory=dict)
    key: tuple[str, ...] | None = None
    mode: Mode = "both"
    erase_blanks: bool = False


Choices = Mapping[str, TableChoices]
"""By the table's own key: file, sheet and the number of the table in it (``Sheet.key``)."""
