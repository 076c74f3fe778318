"""A recognised table with its cells read: exact values by field, and a problem for every cell that cannot be read."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import Any

from attrs import define, evolve, field, frozen

from cockpit.excel.choices import StageChoice, TableChoices
from cockpit.excel.dates import ORDER_OPEN, DayOrder, day_order, read_days
from cockpit.excel.headings import FoundTable
from cockpit.excel.matching import Match
from cockpit.excel.periods import read_period, whole_period
from cockpit.excel.reading import Value
from cockpit.excel.synonyms import TableKind
from cockpit.excel.values import (
    MARK_OPEN,
    Column,
    DecimalMark,
    Unreadable,
    clean,
    currency_of,
    decimal_mark,
    doubtful_amount,
    read_amounts,
    read_each,
    read_flag,
    read_ids,
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
_MONTH_END = re.compile(r"月?\s*[底末]$")
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
    open_amount: str = ""
    """An amount that can be a thousand or a fraction, as it stands in the file, where nothing decides."""
    rounded_rows: list[int] = field(factory=list)
    """Rows whose expected close names no more than a month."""
    choices: TableChoices = TableChoices()
    """What the manager decided about this table."""
    shape: str = ""
    """What the file looks like, for remembering the decisions; "" where they are not to be remembered."""
    writing: "Writing" = field(factory=lambda: Writing())
    """How days and amounts were read that can be read in two ways."""
    guessed_stages: dict[str, StageChoice] = field(factory=dict)
    """Stages of the file that the plan took for stages of the team with another name."""

    @property
    def kind(self) -> TableKind:
        return self.found.kind

    def __len__(self) -> int:
        return len(self.rows)

    def copy(self) -> "TypedTable":
        """One to refuse rows of without touching this one."""
        return TypedTable(
            self.found, self.rows, self.cells, dict(self.columns), dict(self.targets), list(self.problems),
            dict(self.refused), self.left_out, self.open_day, self.open_amount, list(self.rounded_rows), self.choices,
            self.shape, self.writing,
        )  # fmt: skip

    def with_refused_rows_only(self) -> "TypedTable":
        """What a report keeps: the header, the refused rows and why. The rest of the file is let go."""
        sheet = evolve(self.found.sheet, rows=self.found.sheet.rows[: self.found.header + 1])
        found = evolve(self.found, sheet=sheet)
        return TypedTable(
            found, [], [], problems=self.problems, refused=self.refused, left_out=self.left_out, choices=self.choices
        )

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


@frozen
class Writing:
    """How a file writes days and amounts; None where nothing in it, and nobody, tells."""

    order: DayOrder | None = None
    mark: DecimalMark | None = None


class Reader:
    """Reads the columns of one table. What was read once is kept, so that another decision costs only its columns."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Any, ...], Any] = {}

    def once(self, key: tuple[Any, ...], make: Callable[[], Any]) -> Any:
        """What ``make`` gives, made the first time that ``key`` is asked for."""
        try:
            return self._kept[key]
        except KeyError:
            return self._kept.setdefault(key, make())

    def forget(self) -> None:
        """Let go of everything."""
        self._kept.clear()

    def body(self, found: FoundTable) -> tuple[list[int], list[Sequence[Value]]]:
        """Row numbers and cells below the header, without blank rows, totals and repeated headings."""
        first = first_column(found)
        body: tuple[list[int], list[Sequence[Value]]] = self.once(
            ("body", found.header, first), lambda: _body(found, first)
        )
        return body

    def cells(self, found: FoundTable, index: int) -> list[Value]:
        """One column of the body, as it stands in the file."""
        return [row[index] for row in self.body(found)[1]]

    def column(self, found: FoundTable, match: Match, writing: Writing) -> Column:
        """One column of the body, read."""
        kind = match.value_kind
        how: tuple[Any, ...] = {
            "date": (writing.order, match.field == "expected_close"),
            "money": (writing.mark, match.magnitude),
        }.get(kind, ())
        if kind == "month" and (years := found.matches.get("year")):
            how = (years.index,)
        column: Column = self.once(
            (found.header, first_column(found), match.index, kind, *how), lambda: self._read(found, match, writing)
        )
        return column

    def targets(self, found: FoundTable, index: int, writing: Writing) -> Column:
        """A column whose heading is the period of targets, read."""
        column: Column = self.once(
            ("target", found.header, index, writing.mark),
            lambda: read_amounts(self.cells(found, index), found.target_columns[index].magnitude, writing.mark),
        )
        return column

    def _read(self, found: FoundTable, match: Match, writing: Writing) -> Column:
        cells = self.cells(found, match.index)
        if match.value_kind == "money":
            return read_amounts(cells, match.magnitude, writing.mark)
        if match.value_kind == "date":
            days = read_days(cells, writing.order)
            return _with_months(days, cells) if match.field == "expected_close" else days
        if match.value_kind == "id":
            return read_ids(cells)
        if match.value_kind == "share":
            return read_each(cells, share_reader(cells))
        if match.value_kind == "flag":
            return read_each(cells, read_flag)
        if match.value_kind == "month":
            return _periods(found, self.body(found)[1], cells)
        return read_texts(cells)

    def writing(self, found: FoundTable, choices: TableChoices, elsewhere: Writing = Writing()) -> Writing:
        """How this table writes days and amounts: as its columns prove, else as was chosen, else as ``elsewhere``."""
        proven = self.proven(found)
        return Writing(
            choices.day_order or proven.order or elsewhere.order, choices.decimal_mark or proven.mark or elsewhere.mark
        )

    def proven(self, found: FoundTable) -> Writing:
        """What the columns of this table prove for those that prove nothing themselves."""
        places = tuple(
            (match.index, match.value_kind) for match in found.matches.values() if match.value_kind in ("date", "money")
        )
        writing: Writing = self.once(("proven", found.header, places), lambda: self._proven(found))
        return writing

    def _proven(self, found: FoundTable) -> Writing:
        """All cells of a file are written by one program: a column that proves the order proves it for the others."""
        orders, marks = set(), set()
        for match in found.matches.values():
            if match.value_kind == "date":
                orders.add(day_order(self.cells(found, match.index)))
            elif match.value_kind == "money":
                marks.add(decimal_mark(self.cells(found, match.index)))
        order = next(iter(orders - {None})) if len(orders - {None}) == 1 else None
        return Writing(
            order if order != "both" else None, next(iter(marks - {None})) if len(marks - {None}) == 1 else None
        )


def read_table(
    found: FoundTable,
    choices: TableChoices = TableChoices(),  # noqa: B008 (frozen)
    reader: Reader | None = None,
    elsewhere: Writing = Writing(),
) -> TypedTable:
    """Read every matched column as the manager decided, as the columns prove, or as is proven elsewhere in the file."""
    reader = reader or Reader()
    rows, cells = reader.body(found)
    table = TypedTable(found, rows, cells, choices=choices)
    table.left_out = sum(map(any, found.sheet.rows[found.header + 1 :])) - len(table)
    writing = table.writing = reader.writing(found, choices, elsewhere)
    for name, match in found.matches.items():
        if not name.startswith("_"):
            _take(table, match.index, match.heading, reader.column(found, match, writing), table.columns, name)
    for index in found.target_columns:
        _take(table, index, label_of(found, index), reader.targets(found, index, writing), table.targets, index)
    money = found.matches.get("amount") or found.matches.get("won_amount")
    if money is not None:
        _read_currency(table, money, reader)
        if not table.open_amount and not writing.mark:
            table.open_amount = doubtful_amount(reader.cells(found, money.index))
    table.drop_refused()
    if "is_deleted" in table.columns and any(table.columns["is_deleted"]):
        before = len(table)
        table.keep(place for place, deleted in enumerate(table.columns["is_deleted"]) if not deleted)
        table.left_out += before - len(table)
    return table


def first_column(found: FoundTable) -> int:
    """The column by which repeated headings are found; with another one the body may be another."""
    return next((match.index for match in found.matches.values()), 0)


def label_of(found: FoundTable, index: int) -> str:
    """What the column is called to the user."""
    return found.labels[index] if index < len(found.labels) else ""


def _take(table: TypedTable, index: int, heading: str, column: Column, into: dict[Any, list[Any]], key: Any) -> None:
    into[key] = column.values
    if column.rounded:
        table.rounded_rows += [table.rows[place] for place in column.rounded]
    for place, reason in column.unreadable.items():
        table._refuse(place, index, heading, reason)
        if reason.reason == ORDER_OPEN and not table.open_day:
            table.open_day = shown(table.cells[place][index])
        elif reason.reason == MARK_OPEN and not table.open_amount:
            table.open_amount = shown(table.cells[place][index])


def _with_months(column: Column, cells: Sequence[Value]) -> Column:
    """What is expected some time in a month, or a quarter, is expected by its last day."""
    unreadable = dict(column.unreadable)
    rounded = []
    for place in column.unreadable:
        cell = cells[place]
        period = whole_period(_MONTH_END.sub("月", cell)) if isinstance(cell, str) else None
        if period is not None and len(period.months) <= 3:
            column.values[place] = (period.months[-1].end - timedelta(days=1)).isoformat()
            rounded.append(place)
            del unreadable[place]
    return Column(column.values, unreadable, rounded)


def _periods(found: FoundTable, body: Sequence[Sequence[Value]], cells: list[Value]) -> Column:
    from cockpit.language import noop

    years = found.matches.get("year")
    values: list[Any] = []
    unreadable = {}
    for place, cell in enumerate(cells):
        year = clean(body[place][years.index])[:4] if years else ""
        period = read_period(cell, int(year) if year.isdecimal() else None) if cell != "" else None
        values.append(period)
        if period is None:
            unreadable[place] = Unreadable(noop("读不成月份(写成 2026-03、2026年3月 或 2026Q1)"))
    return Column(values, unreadable)


def _read_currency(table: TypedTable, match: Match, reader: Reader) -> None:
    """The currency of each amount: the sign beside it, the column of currencies, the manager's word, the heading."""
    cells = reader.cells(table.found, match.index)
    known: dict[Value, str | None] = {}
    if str in set(map(type, cells)):
        known = {cell: code for cell in set(cells) if isinstance(cell, str) and (code := currency_of(cell))}
    of_column = table.choices.currencies.get(match.heading) or match.currency
    if not known and not of_column:
        return
    named = table.columns.get("currency") or [None] * len(cells)
    table.columns["currency"] = [
        known.get(cell) or name or (of_column if cell != "" else None) for cell, name in zip(cells, named, strict=True)
    ]


def _body(found: FoundTable, first: int) -> tuple[list[int], list[Sequence[Value]]]:
    width = max(len(found.labels), len(found.sheet.rows[found.header]))
    body = found.sheet.rows[found.header + 1 :]
    numbers: Sequence[int] = range(found.header + 2, found.header + 2 + len(body))
    if set(map(len, body)) - {width}:
        body = [_wide(row, width) for row in body]
    skipped = _totals(body) | _repeated(found, body, first)
    if skipped or not all(map(any, body)):
        pairs = [
            (number, row)
            for place, (number, row) in enumerate(zip(numbers, body, strict=True))
            if place not in skipped and (any(row) or any(cell != "" for cell in row))
        ]
        numbers, body = [number for number, _ in pairs], [row for _, row in pairs]
    return list(numbers), body


def _wide(row: Sequence[Value], width: int) -> list[Value]:
    return [*row[:width], *[""] * (width - len(row))]


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


def _repeated(found: FoundTable, body: Sequence[Sequence[Value]], first: int) -> set[int]:
    rows = found.sheet.rows
    width = len(body[0]) if body else 0
    headers = [_wide(rows[place], width) for place in found.header_rows or (found.header,)]
    firsts = {header[first] for header in headers if first < width}
    return {place for place, row in enumerate(body) if row[first] in firsts and list(row) in headers}
