"""Lists in a template: rows that are repeated, for everybody, every deal, every promise.

A list is a row with placeholders of one list ({{people.name}}), an Excel table that is named like a list (people,
won_deals_top5), or a named range with a row of headings. Prepared rows keep their looks; rows beyond them look like the
last ones.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from attrs import evolve, field, frozen

from cockpit.excel.template_cells import (
    CellText,
    CellWriter,
    Piece,
    SharedTexts,
    as_xml,
    cell_pieces,
    text_cells,
    with_values,
)
from cockpit.excel.template_package import Package, elements, escaped, local, text_of
from cockpit.excel.template_placeholders import UNITS, Placeholder, Shown, Value
from cockpit.excel.template_references import column_letters, moved_formula, split_cell, split_range
from cockpit.excel.template_values import Row, TemplateValues, list_key
from cockpit.language import tr

_TABLE_NAME = re.compile(r"^(?:tbl_?)?(.+?)(?:_?(?:top|前)(\d{1,4}))?(?:_\d{1,2})?$", re.IGNORECASE)
_HEADING_UNIT = re.compile(r"^(.*?)\s*[(（\[]\s*(百万|千|万|亿|[KMBkmb])\s*元?\s*[)）\]]$")
Told = Callable[[str, str, str], None]
"""Told of a placeholder that is not filled: cell, what stands there, why."""


@frozen
class Region:
    """A list's place: rows from ``first`` to ``last`` are prepared for it, in columns ``left`` to ``right``.

    ``by_heading``: column number -> column of the list and how it is written, where no placeholders stand in the rows.
    """

    key: str
    top: int | None
    first: int
    last: int
    left: int = 1
    right: int = 16_384
    by_heading: dict[int, tuple[str, Shown]] = field(factory=dict)
    name: str = ""

    def moved(self, rows: int) -> "Region":
        """The same, so many rows further down."""
        return evolve(self, first=self.first + rows, last=self.last + rows)


def find_regions(
    package: Package, part: str, sheet: str, workbook: str, values: TemplateValues, shared: SharedTexts, told: Told
) -> list[Region]:
    """The lists of a sheet, from top to bottom."""
    document = package.tree(part)
    found = _by_placeholders(document, shared, told)
    for name, reference, header_rows, total_rows in _named_places(package, part, sheet, workbook):
        match = _TABLE_NAME.match(name)
        key = list_key(match[1]) if match else None
        if match is None or key is None:
            continue
        top, left, bottom, right = split_range(reference)
        first, last = top + header_rows, bottom - total_rows
        if any(region.first <= last and region.last >= first for region in found if not region.by_heading):
            found = [
                evolve(region, left=left, right=right, name=name)
                if region.first >= first and region.last <= last else region
                for region in found
            ]  # fmt: skip
            continue
        columns = _by_heading(document, shared, values, key, first - 1, left, right)
        if header_rows and last >= first and columns:
            count = int(match[2]) if match[2] else None
            found.append(Region(key, count, first, last, left, right, columns, name))
        else:
            told(reference, name, tr("清单“{name}”的标题没有一列认得", name=name))
    return _without_overlaps(sorted(found, key=lambda region: (region.first, region.left)), told)


def _by_placeholders(document: Any, shared: SharedTexts, told: Told) -> list[Region]:
    rows: dict[int, tuple[str, int | None]] = {}
    for cell in text_cells(document, shared):
        if cell.in_formula:
            continue
        for _, _, asked in cell.found:
            key = list_key(asked.name)
            if key is None or not asked.variant or asked.variant in ("count", "行数"):
                continue
            known = rows.setdefault(cell.row, (key, asked.top))
            if known != (key, asked.top):
                told(cell.reference, asked.text, tr("一行里只能有一个清单"))
    regions: list[Region] = []
    for row, (key, top) in sorted(rows.items()):
        if regions and regions[-1].last == row - 1 and (regions[-1].key, regions[-1].top) == (key, top):
            regions[-1] = evolve(regions[-1], last=row)
        else:
            regions.append(Region(key, top, row, row))
    return regions


def _named_places(package: Package, part: str, sheet: str, workbook: str) -> Iterator[tuple[str, str, int, int]]:
    """Name, range, rows of headings, rows of totals: of the sheet's tables and of ranges with a name."""
    for table in package.related(part, "/table").values():
        node = next(elements(package.tree(table), "table"))
        headings = int(node.getAttribute("headerRowCount") or 1)
        yield (node.getAttribute("displayName"), node.getAttribute("ref"), headings,
               int(node.getAttribute("totalsRowCount") or 0))  # fmt: skip
    for node in elements(package.tree(workbook), "definedName"):
        target = re.fullmatch(r"(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?\d+)", text_of(node).strip())
        if target and (target[1] or target[2]).replace("''", "'") == sheet:
            yield node.getAttribute("name"), target[3].replace("$", ""), 1, 0


def _by_heading(
    document: Any, shared: SharedTexts, values: TemplateValues, key: str, row: int, left: int, right: int
) -> dict[int, tuple[str, Shown]]:
    columns = {}
    for node in elements(document, "c"):
        at, column = split_cell(node.getAttribute("r"))
        if at == row and left <= column <= right:
            heading, shown = "".join(piece.text for piece in cell_pieces(node, shared)).strip(), Shown()
            if with_unit := _HEADING_UNIT.match(heading):
                heading = with_unit[1]
                divisor, unit = UNITS[with_unit[2].casefold()]
                shown = Shown(divisor, unit)
            if heading and (known := values.column(key, heading)):
                columns[column] = known, shown
    return columns


def _without_overlaps(regions: list[Region], told: Told) -> list[Region]:
    """Lists beside each other share their rows: they have to begin and end in the same ones."""
    kept: list[Region] = []
    for region in regions:
        clash = [
            other for other in kept
            if other.first <= region.last and other.last >= region.first
            and (other.first, other.last) != (region.first, region.last)
        ]  # fmt: skip
        if clash:
            told(f"{column_letters(region.left)}{region.first}", region.name or region.key,
                 tr("并排的清单要从同一行开始,准备同样多的行"))  # fmt: skip
        else:
            kept.append(region)
    return kept


# --- writing ----------------------------------------------------------------------------------------------------------

Maker = Callable[[int, int | None], str]
"""(row of the sheet, number of the list's row, None for a row that stays empty) -> a cell's XML."""


class ListRows:
    """The rows of one or more lists that lie beside each other, as XML."""

    def __init__(
        self, document: Any, regions: Sequence[Region], values: TemplateValues, shared: SharedTexts,
        writer: CellWriter, resolve: Callable[[Placeholder, str], str | Value | None], told: Told,
    ) -> None:  # fmt: skip
        """``resolve`` gives the value of a placeholder that belongs to no list; None where it is to stay."""
        self.regions, self._values, self._shared, self._writer = regions, values, shared, writer
        self._resolve, self._told = resolve, told
        first, last = regions[0].first, regions[0].last
        self._rows = {region.key + str(region.top): values.rows(region.key, region.top) for region in regions}
        self.count = max(last - first + 1, *(len(self._list_of(region)) for region in regions))
        nodes = {int(node.getAttribute("r")): node for node in elements(document, "row")}
        self.patterns = [nodes.get(row) for row in range(first, last + 1)]
        self._made = [self._compiled(node, row) for row, node in enumerate(self.patterns, first)]

    def _list_of(self, region: Region) -> Sequence[Row]:
        return self._rows[region.key + str(region.top)]

    def pattern_of(self, place: int) -> int:
        """Which prepared row the ``place``-th one looks like: beyond the prepared ones the last two take turns."""
        prepared = len(self.patterns)
        if place < prepared:
            return place
        return prepared - 1 if prepared == 1 else prepared - 1 - (place - prepared + 1) % 2

    def xml(self) -> Iterator[str]:
        """Row after row."""
        first = self.regions[0].first
        for place in range(self.count):
            attributes, makers, tag = self._made[self.pattern_of(place)]
            row = first + place
            cells = "".join(maker(row, place) for maker in makers)
            yield f'<{tag} r="{row}"{attributes}>{cells}</{tag}>'

    def _compiled(self, node: Any, row: int) -> tuple[str, list[Maker], str]:
        prefix = self._writer.prefix
        if node is None:
            return "", [self._listed(column, 0) for column in self._heading_columns()], f"{prefix}row"
        kept = []
        has_own_height = node.getAttribute("customHeight") in ("1", "true")
        for name, value in node.attributes.items():
            # Text of another length takes another height: Excel works it out where none is given.
            if name not in ("r", "spans") and (has_own_height or name != "ht"):
                kept.append(f' {name}="{escaped(value, in_attribute=True)}"')
        cells = {split_cell(cell.getAttribute("r"))[1]: cell for cell in elements(node, "c")}
        texts = {split_cell(cell.reference)[1]: cell for cell in text_cells(node, self._shared)}
        makers = []
        for column in sorted({*cells, *self._heading_columns()}):
            cell = cells.get(column)
            style = int(cell.getAttribute("s") or 0) if cell is not None else 0
            if column in self._heading_columns() and not _has_formula(cell):
                makers.append(self._listed(column, style))
            elif column in texts and not texts[column].in_formula:
                makers.append(self._text(texts[column], column, style))
            elif cell is not None and _has_formula(cell):
                makers.append(self._formula(cell, column, style, row))
            elif cell is not None:
                makers.append(self._fixed(cell, column, style))
        return "".join(kept), makers, node.tagName

    def _heading_columns(self) -> dict[int, tuple[Region, str, Shown]]:
        return {
            column: (region, key, shown)
            for region in self.regions
            for column, (key, shown) in region.by_heading.items()
        }

    def _row_value(self, region: Region, key: str, place: int) -> Value | None:
        rows = self._list_of(region)
        if place >= len(rows):
            return None
        return Value("count", place + 1) if key == "no" else rows[place].get(key, Value("text"))

    def _listed(self, column: int, style: int) -> Maker:
        region, key, shown = self._heading_columns()[column]
        asked, letters = Placeholder("", key, "", "", shown), column_letters(column)

        def make(row: int, place: int | None) -> str:
            value = self._row_value(region, key, place or 0)
            at = f"{letters}{row}"
            return self._writer.empty(at, style) if value is None else self._writer.value(at, style, value, asked)

        return make

    def _text(self, cell: CellText, column: int, style: int) -> Maker:
        letters = column_letters(column)
        parts: list[tuple[Region, str] | str | Value | None] = []
        for _, _, asked in cell.found:
            wanted = list_key(asked.name), asked.top
            region = next((one for one in self.regions if (one.key, one.top) == wanted), None)
            is_column = region is not None and asked.variant not in ("", "count")
            key = self._values.column(region.key, asked.variant) if region is not None and is_column else None
            if region is not None and key is not None and not asked.trouble:
                parts.append((region, key))
            elif is_column and not asked.trouble:
                self._told(cell.reference, asked.text, tr("清单里没有列“{name}”", name=asked.variant))
                parts.append(None)
            else:
                parts.append(self._resolve(asked, cell.reference))
        of_list = any(isinstance(part, tuple) for part in parts)

        def make(row: int, place: int | None) -> str:
            at = f"{letters}{row}"
            values = [self._row_value(*part, place or 0) or "" if isinstance(part, tuple) else part for part in parts]
            if of_list and any(value == "" for value in values):
                # A row that is prepared and has nothing to hold.
                return self._writer.empty(at, style)
            if cell.alone is not None and isinstance(values[0], Value):
                return self._writer.value(at, style, values[0], cell.alone)
            words = [
                value.words(asked.shown) if isinstance(value, Value) else value
                for value, (_, _, asked) in zip(values, cell.found, strict=True)
            ]
            return self._writer.text(at, style, with_values(cell, words))

        return make

    def _formula(self, cell: Any, column: int, style: int, row: int) -> Maker:
        node = next(elements(cell, "f"))
        source, letters, prefix = text_of(node), column_letters(column), self._writer.prefix
        is_array = node.getAttribute("t") == "array"
        longest = max(len(self._list_of(region)) for region in self.regions)

        def make(at_row: int, place: int | None) -> str:
            at = f"{letters}{at_row}"
            if (place or 0) >= longest:
                # Beside an empty row a formula has nothing to say but an error.
                return self._writer.empty(at, style)
            words = escaped(moved_formula(source, at_row - row))
            kind = f' t="array" ref="{at}"' if is_array else ""
            look = f' s="{style}"' if style else ""
            return f'<{prefix}c r="{at}"{look}><{prefix}f{kind}>{words}</{prefix}f></{prefix}c>'

        return make

    def _fixed(self, cell: Any, column: int, style: int) -> Maker:
        copy = cell.cloneNode(True)
        copy.setAttribute("r", "\x00")
        before, _, after = as_xml(copy).partition("\x00")
        letters = column_letters(column)
        prepared = len(self.patterns)
        in_list = any(region.left <= column <= region.right for region in self.regions)
        by_heading = any(region.by_heading and region.left <= column <= region.right for region in self.regions)

        def make(at_row: int, place: int | None) -> str:
            at = f"{letters}{at_row}"
            # What stands beside a list is there once, and what a table showed as an example is gone.
            if by_heading or (not in_list and (place or 0) >= prepared):
                return self._writer.empty(at, style)
            return f"{before}{at}{after}"

        return make


def _has_formula(cell: Any) -> bool:
    return cell is not None and any(child.nodeType == 1 and local(child) == "f" for child in cell.childNodes)


__all__ = ["ListRows", "Piece", "Region", "find_regions"]
