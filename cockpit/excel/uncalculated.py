"""Formulas of a workbook that nothing has calculated yet: a program wrote them, and no spreadsheet has opened the file.

The parser hands such a cell on as a blank, and a blank amount would be nothing to stumble over. So the formula itself
stands in its place.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

from cockpit.excel.cells import Value

Cells = dict[tuple[int, int], str]
"""(row, column) from 0 -> the formula, with its sign."""

LOOKED_AT = 8 << 20
"""Bytes of a sheet, unpacked: some ten thousand rows. Who writes formulas writes them into the first rows too; where
those hold none that lacks its value, the rest of a long sheet is not unpacked a second time for their sake.
"""

# A cell whose formula is followed by no value; where the value is text ("str"), an empty one is what came out.
_CELL = re.compile(
    rb'<c\b(?=[^>]*\br="(?P<column>[A-Z]{1,3})(?P<row>[0-9]{1,7})")(?![^>]*\bt="str")[^>]*>'
    rb"<f\b[^>]*?(?:/>|>(?P<formula>[^<]*)</f>)(?:<v ?/>|<v></v>)?</c>"
)
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def uncalculated_cells(path: Path) -> dict[str, Cells]:
    """By name of the sheet; nothing for what is no Office workbook or cannot be taken apart: the parser says that."""
    try:
        with zipfile.ZipFile(path) as archive:
            return {name: cells for name, member in _sheets(archive) if (cells := dict(_uncalculated(archive, member)))}
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, OSError, ValueError, RuntimeError, EOFError):
        return {}


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Names of sheets, and the members that hold them."""
    names = {info.filename for info in archive.infolist()}
    book = "xl/workbook.xml"
    relations = "xl/_rels/workbook.xml.rels"
    if not {book, relations} <= names:
        return
    targets = {one.get("Id"): str(one.get("Target")) for one in _parsed(archive, relations)}
    for sheet in _parsed(archive, book).iter():
        if sheet.tag.endswith("}sheet"):
            target = targets.get(sheet.get(_RELATION) or sheet.get(_STRICT_RELATION), "")
            member = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if member in names:
                yield str(sheet.get("name")), member


def _parsed(archive: zipfile.ZipFile, member: str) -> ElementTree.Element:
    content = archive.read(member)
    if b"<!" in content:
        raise ValueError("no definitions in here")  # they may unfold without an end
    return ElementTree.fromstring(content)


def _uncalculated(archive: zipfile.ZipFile, member: str) -> Iterator[tuple[tuple[int, int], str]]:
    with archive.open(member) as unpacked:
        content = unpacked.read(LOOKED_AT)
        if b"<f" not in content or _CELL.search(content) is None:
            return
        while True:
            for found in _CELL.finditer(content):
                formula = unescape((found["formula"] or b"").decode("utf-8", "replace"))
                yield (int(found["row"]) - 1, _column(found["column"])), f"={formula}"
            if not (more := unpacked.read(LOOKED_AT)):
                return
            # Part by part, because the parser has the whole sheet in memory already; a cell may lie in two of them.
            content = content[content.rfind(b"<c") :] + more


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def with_formulas(rows: Iterator[Sequence[Value]], cells: Mapping[tuple[int, int], str]) -> Iterator[Sequence[Value]]:
    """Rows with the formula where it has no value."""
    by_row: dict[int, dict[int, str]] = {}
    for (at, column), formula in cells.items():
        by_row.setdefault(at, {})[column] = formula
    for number, row in enumerate(rows):
        missing = by_row.get(number)
        if missing is None:
            yield row
            continue
        filled = [*row, *[""] * (max(missing) + 1 - len(row))]
        for column, formula in missing.items():
            if filled[column] == "":
                filled[column] = formula
        yield filled
