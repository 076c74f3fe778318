"""An export file described by its columns: heading, meaning and cells; written as a workbook or as text."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from attrs import field, frozen
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cockpit.excel.synonyms import TableKind
from tests.excel.writing_files import write_text


@frozen
class Column:
    """``meaning`` is the field that a manager would give it, "" where the cockpit has no use for it.

    ``cells`` are repeated until the table is full.
    """

    heading: str
    meaning: str = ""
    cells: tuple[Any, ...] = ()
    group: str = ""
    """The merged heading above it, where the table has two rows of headings."""
    is_hidden: bool = False


def column(heading: str, meaning: str = "", *cells: Any, group: str = "", hidden: bool = False) -> Column:
    """A column; without cells it is empty, as many are in real exports."""
    return Column(heading, meaning, cells, group, hidden)


@frozen
class Export:
    """A file of one table. ``above`` and ``below`` are what the product, or its user, writes around the table."""

    name: str
    kind: TableKind
    columns: tuple[Column, ...]
    rows: int = 6
    above: tuple[tuple[Any, ...], ...] = ()
    below: tuple[tuple[Any, ...], ...] = ()
    between: dict[int, tuple[Any, ...]] = field(factory=dict)
    """Rows that stand before the data row of this number: a heading once more, a total, a blank row."""
    sheet: str = "Sheet1"
    indent: int = 0
    """Blank columns to the left."""
    encoding: str = "utf-8"
    separator: str = ","
    right_of_it: tuple[Column, ...] = ()
    """A second table beside it, one blank column between."""
    second_kind: TableKind = "products"

    def needed(self) -> list[tuple[TableKind, str, tuple[str, ...]]]:
        """(kind of table, field, headings that can serve): what a manager needs out of this file."""
        found: list[tuple[TableKind, str, tuple[str, ...]]] = []
        for kind, columns in ((self.kind, self.columns), (self.second_kind, self.right_of_it)):
            by_field: dict[str, list[str]] = {}
            for one in columns:
                if one.meaning == "value":
                    found.append((kind, "value", (one.heading,)))
                elif one.meaning:
                    by_field.setdefault(one.meaning, []).append(one.heading)
            found += [(kind, name, tuple(headings)) for name, headings in by_field.items()]
        return found

    def write(self, folder: Path) -> Path:
        """The file, named as its product or its user names it."""
        path = folder / self.name
        lines = self._lines()
        if path.suffix in (".csv", ".tsv", ".txt"):
            return write_text(path, lines, self.encoding, self.separator)
        workbook = Workbook()
        sheet = workbook.active
        assert isinstance(sheet, Worksheet)
        sheet.title = self.sheet
        for line in lines:
            sheet.append([None if cell == "" else cell for cell in line])
        self._merge(sheet)
        for place, one in enumerate(self.columns):
            if one.is_hidden:
                sheet.column_dimensions[get_column_letter(place + 1 + self.indent)].hidden = True
        workbook.save(path)
        return path

    def _lines(self) -> list[list[Any]]:
        columns = list(self.columns)
        if self.right_of_it:
            columns += [Column("", cells=("",)), *self.right_of_it]
        margin = [""] * self.indent
        lines: list[list[Any]] = [[*margin, *row] for row in self.above]
        if any(one.group for one in columns):
            groups = [one.group or one.heading for one in columns]
            top = [name if place == 0 or groups[place - 1] != name else "" for place, name in enumerate(groups)]
            lines.append([*margin, *top])
            lines.append([*margin, *(one.heading if one.group else "" for one in columns)])
        else:
            lines.append([*margin, *(one.heading for one in columns)])
        for number in range(self.rows):
            if number in self.between:
                lines.append([*margin, *self.between[number]])
            lines.append([*margin, *(one.cells[number % len(one.cells)] if one.cells else "" for one in columns)])
        return lines + [[*margin, *row] for row in self.below]

    def _merge(self, sheet: Worksheet) -> None:
        width = len(self.columns)
        for number, row in enumerate(self.above, 1):
            if len(row) == 1 and width > 1:
                sheet.merge_cells(
                    start_row=number, end_row=number, start_column=1 + self.indent, end_column=width + self.indent
                )
        groups = [one.group or one.heading for one in self.columns]
        if not any(one.group for one in self.columns):
            return
        top = len(self.above) + 1
        place = 0
        while place < width:
            end = place
            while end + 1 < width and self.columns[place].group and groups[end + 1] == groups[place]:
                end += 1
            if not self.columns[place].group:
                sheet.merge_cells(
                    start_row=top, end_row=top + 1, start_column=place + 1 + self.indent,
                    end_column=place + 1 + self.indent,
                )  # fmt: skip
            elif end > place:
                sheet.merge_cells(
                    start_row=top, end_row=top, start_column=place + 1 + self.indent, end_column=end + 1 + self.indent
                )
            place = end + 1


def days(*texts: str) -> tuple[date, ...]:
    """Real dates, as a workbook keeps them."""
    return tuple(date.fromisoformat(text) for text in texts)


def moments(*texts: str) -> tuple[datetime, ...]:
    return tuple(datetime.fromisoformat(text) for text in texts)
