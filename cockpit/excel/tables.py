"""A recognised table with its cells read: exact values by field, and a problem for every cell that cannot be read."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import define, evolve, field, frozen

from cockpit.excel.dates import ORDER_OPEN, DayOrder, day_order, read_days
from cockpit.excel.headings import FoundTable, heading_text
from cockpit.excel.periods import read_period
from cockpit.excel.reading import Value
from cockpit.excel.synonyms import TableKind
from cockpit.excel.values import (
    Column,
    Unreadable,
    clean,
    currency_of,
    read_amounts,
    read_each,
    read_flag,
    read_texts,
    share_reader,
    shown,
)

TOTALS = ("合计", "总计", "小计", "共计", "总和", "汇总", "total", "totals", "grand total", "subtotal", "sum")
_TOTALS_AS_WRITTEN = frozenset(
    written + end
    for word in TOTALS
    for written in (word, word.upper(), word.title(), word.capitalize(), " ".join(word))
    for end in ("", ":", "：", " ")
)
FOOTER_ROWS = 20
_FOOTER = re.compile(
    r"\s*(?:grand totals?\b|totals?\b|copyright\b|confidential\b|generated (?:by|on|at)\b|exported (?:by|on|at)\b|"
    r"as of\b|filtered by\b|共\s*\d+\s*[条行个]|合计|总计|制表|导出(?:人|时间|日期)|打印|数据来源|"
    r"注[:：]|备注[:：]|说明[:：])",
    re.IGNORECASE,
)


@frozen
class Problem:
    """A row that was refused. ``row`` counts as Excel does; ``value`` is the cell as it stands in the file."""

    file: str
    sheet: str
    row: int
    column: str
    value: str
    reason: str

    def as_json(self) -> dict[str, object]:
        return {
            "file": self.file, "sheet": self.sheet, "row": self.row, "column": self.column, "value": self.value,
            "reason": self.reason,
        }  # fmt: skip


@define
class TypedTable:
    """``rows`` are the row numbers of the file; ``columns`` hold one value per row, by field."""

    found: FoundTable
    rows: list[int]
    cells: list[Sequence[Value]] = field(repr=False)
    columns: dict[str, list[Any]] = field(factory=dict, repr=False)
    targets: dict[int, list[Any]] = field(factory=dict, repr=False)
    problems: list[Problem] = field(factory=list)
    refused: dict[int, Sequence[Value]] = field(factory=dict, repr=False)
    """Refused rows by row number, as they stand in the file."""
    left_out: int = 0
    """Totals, repeated headings and rows that the CRM marks as deleted."""
    open_day: str = ""
    """A date that can be read in two ways, as it stands in the file, if there is one: how are days written here?"""

    @property
    def kind(self) -> TableKind:
        return self.found.kind

    def __len__(self) -> int:
        return len(self.rows)

    def copy(self) -> "TypedTable":
        """One to refuse rows of without touching this one."""
        return TypedTable(
            self.found, self.rows, self.cells, dict(self.columns), dict(self.targets), list(self.problems),
            dict(self.refused), self.left_out, self.open_day,
        )  # fmt: skip

    def with_refused_rows_only(self) -> "TypedTable":
        """What a report keeps: the header, the refused rows and why. The rest of the file is let go."""
        sheet = evolve(self.found.sheet, rows=self.found.sheet.rows[: self.found.header + 1])
        found = evolve(self.found, sheet=sheet)
        return TypedTable(found, [], [], problems=self.problems, refused=self.refused, left_out=self.left_out)

    def column(self, name: str) -> list[Any]:
        """The values of a field; None in every row where the table has no such column."""
        return self.columns.get(name) or [None] * len(self.rows)

    def heading(self, name: str) -> str:
        match = self.found.matches.get(name)
        return match.heading if match else ""

    def refuse(self, place: int, name: str, reason: Unreadable) -> None:
        """Refuse the row at ``place`` because of field ``name``; ``drop_refused`` then takes it out."""
        match = self.found.matches.get(name)
        self._refuse(place, match.index if match else None, match.heading if match else "", reason)

    def _refuse(self, place: int, index: int | None, heading: str, reason: Unreadable) -> None:
        cells, row = self.cells[place], self.rows[place]
        value = shown(cells[index]) if index is not None and index < len(cells) else ""
        sheet = self.found.sheet
        self.problems.append(Problem(sheet.path.name, sheet.name, row, heading, value, str(reason)))
        self.refused[row] = cells

    def drop_refused(self) -> None:
        """Take the refused rows out of every column."""
        if self.refused:
            self.keep(place for place, row in enumerate(self.rows) if row not in self.refused)

    def keep(self, places: Iterable[int]) -> None:
        """Keep only the rows at ``places``."""
        kept = list(places)
        if len(kept) == len(self.rows):
            return
        for name, values in self.columns.items():
            self.columns[name] = [values[place] for place in kept]
        for index, values in self.targets.items():
            self.targets[index] = [values[place] for place in kept]
        self.cells = [self.cells[place] for place in kept]
        self.rows = [self.rows[place] for place in kept]


def read_table(found: FoundTable, chosen_order: DayOrder | None = None) -> TypedTable:
    """Read every matched column. ``chosen_order`` is how the manager says that days are written, if asked."""
    table = TypedTable(found, *_body(found))
    table.left_out = sum(map(any, found.sheet.rows[found.header + 1 :])) - len(table)
    raw = {
        name: [row[match.index] for row in table.cells]
        for name, match in found.matches.items()
        if not name.startswith("_")
    }
    order = chosen_order or _order_of_file([raw[name] for name in raw if found.matches[name].value_kind == "date"])
    for name, cells in raw.items():
        _read_column(table, name, cells, order)
    for index in found.target_columns:
        cells = [row[index] for row in table.cells]
        heading = heading_text(found.sheet.rows[found.header][index])
        _take(table, index, heading, read_amounts(cells), table.targets, index)
    if "amount" in raw and "currency" not in raw and str in set(map(type, raw["amount"])):
        _read_currency(table, raw["amount"])
    table.drop_refused()
    if "is_deleted" in table.columns and any(table.columns["is_deleted"]):
        before = len(table)
        table.keep(place for place, deleted in enumerate(table.columns["is_deleted"]) if not deleted)
        table.left_out += before - len(table)
    return table


def _read_column(table: TypedTable, name: str, cells: list[Value], order: DayOrder | None) -> None:
    match = table.found.matches[name]
    if match.value_kind == "money":
        column = read_amounts(cells, match.magnitude)
    elif match.value_kind == "date":
        column = read_days(cells, order)
    elif match.value_kind == "share":
        column = read_each(cells, share_reader(cells))
    elif match.value_kind == "flag":
        column = read_each(cells, read_flag)
    elif match.value_kind == "month":
        column = _periods(table, cells)
    else:
        column = read_texts(cells)
    _take(table, match.index, match.heading, column, table.columns, name)


def _take(table: TypedTable, index: int, heading: str, column: Column, into: dict[Any, list[Any]], key: Any) -> None:
    into[key] = column.values
    for place, reason in column.unreadable.items():
        table._refuse(place, index, heading, reason)
        if reason.reason == ORDER_OPEN and not table.open_day:
            table.open_day = shown(table.cells[place][index])


def _periods(table: TypedTable, cells: list[Value]) -> Column:
    from cockpit.language import noop

    years = table.found.matches.get("year")
    values: list[Any] = []
    unreadable = {}
    for place, cell in enumerate(cells):
        year = clean(table.cells[place][years.index])[:4] if years else ""
        period = read_period(cell, int(year) if year.isdecimal() else None) if cell != "" else None
        values.append(period)
        if period is None:
            unreadable[place] = Unreadable(noop("读不成月份(写成 2026-03、2026年3月 或 2026Q1)"))
    return Column(values, unreadable)


def _read_currency(table: TypedTable, cells: list[Value]) -> None:
    """Signs such as $ beside the amounts stand for a currency, where no column names it."""
    known = {cell: currency_of(cell) for cell in set(cells) if isinstance(cell, str)}
    if any(known.values()):
        table.columns["currency"] = [known.get(cell) if isinstance(cell, str) else None for cell in cells]


def _order_of_file(columns: Iterable[Sequence[Value]]) -> DayOrder | None:
    """All dates of a file are written by one program: a column that proves the order proves it for the others."""
    orders = {order for column in columns if (order := day_order(column))}
    if len(orders) == 1:
        order = orders.pop()
        return None if order == "both" else order
    return None


def _body(found: FoundTable) -> tuple[list[int], list[Sequence[Value]]]:
    """Row numbers and cells below the header, without blank rows, totals and repeated headings."""
    width = len(found.sheet.rows[found.header])
    body = found.sheet.rows[found.header + 1 :]
    numbers: Sequence[int] = range(found.header + 2, found.header + 2 + len(body))
    if any(len(row) != width for row in body):
        body = [[*row[:width], *[""] * (width - len(row))] for row in body]
    skipped = _totals(body) | _repeated(found, body)
    if skipped or not all(map(any, body)):
        pairs = [
            (number, row)
            for place, (number, row) in enumerate(zip(numbers, body, strict=True))
            if place not in skipped and (any(row) or any(cell != "" for cell in row))
        ]
        numbers, body = [number for number, _ in pairs], [row for _, row in pairs]
    return list(numbers), body


def _totals(body: Sequence[Sequence[Value]]) -> set[int]:
    """Places of rows whose first filled cell says that they add up others."""
    found = _footer(body)
    for index in range(min(2, len(body[0]) if body else 0)):
        cells = [row[index] for row in body]
        if words := _TOTALS_AS_WRITTEN.intersection(cells):
            found |= {place for place, cell in enumerate(cells) if cell in words and not any(body[place][:index])}
    return found


def _footer(body: Sequence[Sequence[Value]]) -> set[int]:
    """Places of the last rows that are words below the table: "Grand Totals (12 records)", "Confidential", "制表人"."""
    found = set()
    for place in range(len(body) - 1, max(-1, len(body) - 1 - FOOTER_ROWS), -1):
        filled = [cell for cell in body[place] if cell != ""]
        if not filled:
            continue
        if len(filled) > 1 or not isinstance(filled[0], str) or not _FOOTER.match(filled[0]):
            break
        found.add(place)
    return found


def _repeated(found: FoundTable, body: Sequence[Sequence[Value]]) -> set[int]:
    header = list(found.sheet.rows[found.header])
    first = next(match.index for match in found.matches.values())
    return {place for place, row in enumerate(body) if row[first] == header[first] and list(row) == header}
