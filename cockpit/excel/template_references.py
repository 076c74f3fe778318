"""Cell references in formulas, names, charts and formats: what becomes of them when rows are added to a sheet.

The rules are Excel's own, with one more: what ends on a list's last row grows with the list, as a total beneath it and
a chart of it are meant to.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from attrs import frozen

_CELL = r"(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})"
_REFERENCE = re.compile(
    rf"(?P<sheet>(?:'(?:[^']|'')+'|[^\s'\"!(){{}},;:+\-*/^&=<>%]+)!)?{_CELL}(?::{_CELL})?(?![A-Za-z0-9_.(])"
)
_SUMMED = re.compile(r"(?:SUM|AVERAGE|COUNT|COUNTA|MAX|MIN|MEDIAN)\(\s*$", re.IGNORECASE)
LAST_COLUMN = 16_384
LAST_ROW = 1_048_576


@frozen
class Growth:
    """``count`` rows are added to a sheet below ``last``, the last prepared row of a list that begins at ``first``.

    ``left`` and ``right`` are the list's columns.
    """

    sheet: str
    first: int
    last: int
    count: int
    left: int = 1
    right: int = LAST_COLUMN

    def row(self, row: int) -> int:
        """Where a row lies afterwards."""
        return row + self.count if row > self.last else row

    def touches(self, left: int, right: int) -> bool:
        """Whether columns from ``left`` to ``right`` belong to the list."""
        return left <= self.right and right >= self.left


def column_number(letters: str) -> int:
    """ "A" is 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


@lru_cache(maxsize=1024)
def column_letters(number: int) -> str:
    """1 is "A"."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def split_cell(reference: str) -> tuple[int, int]:
    """Row and column of "B5"."""
    found = re.fullmatch(_CELL, reference)
    if found is None:
        raise ValueError(reference)
    return int(found[4]), column_number(found[2])


def split_range(reference: str) -> tuple[int, int, int, int]:
    """First row, first column, last row, last column of "B5:F9" or "B5"."""
    first, _, last = reference.partition(":")
    top, left = split_cell(first)
    bottom, right = split_cell(last or first)
    return min(top, bottom), min(left, right), max(top, bottom), max(left, right)


def range_text(top: int, left: int, bottom: int, right: int) -> str:
    """ "B5:F9", or "B5" for a single cell."""
    first, last = f"{column_letters(left)}{top}", f"{column_letters(right)}{bottom}"
    return first if first == last else f"{first}:{last}"


def grown_range(reference: str, growth: Growth, *, grows: bool = True) -> str:
    """A range of the sheet itself (no sheet name, no $): of a table, a merge, a format. Others come back unchanged.

    ``grows``: it grows with the list also where it only ends on its last row.
    """
    try:
        top, left, bottom, right = split_range(reference)
    except ValueError:
        return reference
    at_end = grows and bottom == growth.last and top >= growth.first - 1 and growth.touches(left, right)
    bottom = bottom + growth.count if at_end else growth.row(bottom)
    top = growth.row(top)
    return range_text(top, left, min(bottom, LAST_ROW), right)


def grown_ranges(references: str, growth: Growth) -> str:
    """Several ranges with blanks between, as formats and validations name them."""
    return " ".join(grown_range(reference, growth) for reference in references.split())


def _outside_of_strings(formula: str, change: Callable[[re.Match[str]], str]) -> str:
    pieces = re.split(r'("(?:[^"]|"")*")', formula)
    return "".join(piece if piece.startswith('"') else _REFERENCE.sub(change, piece) for piece in pieces)


def grown_formula(formula: str, growth: Growth, on_sheet: str, *, host_row: int = 0, single: bool = False) -> str:
    """A formula that stands on ``on_sheet``, with the references into the sheet that grows moved.

    ``host_row`` is the row in which it stands: one of the list speaks of its own row, so there only what ends in an
    absolute row grows. ``single``: a lone cell of a list of one prepared row becomes a range (a chart's values).
    """
    is_inside = on_sheet == growth.sheet and growth.first <= host_row <= growth.last

    def change(found: re.Match[str]) -> str:
        named = found["sheet"] or ""
        sheet = named[:-1].strip("'").replace("''", "'") if named else on_sheet
        if sheet.casefold() != growth.sheet.casefold() or found.start() and found.string[found.start() - 1] in ".:[]_#":
            return found[0]
        _, d1, c1, e1, r1, d2, c2, e2, r2 = found.groups()
        top, left = int(r1), column_number(c1)
        start = f"{d1}{c1}{e1}"
        if r2 is None:
            alone = growth.first == growth.last == top and growth.touches(left, left)
            # SUM(C6) of a list of which one row is prepared means all of it.
            summed = _SUMMED.search(found.string[: found.start()]) and found.string[found.end() :].lstrip()[:1] == ")"
            if alone and not is_inside and (single or summed):
                return f"{named}{start}{top}:{start}{top + growth.count}"
            return f"{named}{start}{growth.row(top)}"
        bottom, right = int(r2), column_number(c2)
        at_end = (
            bottom == growth.last and top >= growth.first - 1 and growth.touches(min(left, right), max(left, right))
        )
        if is_inside and not e2:
            at_end = False
        low = bottom + growth.count if at_end else growth.row(bottom)
        return f"{named}{start}{growth.row(top)}:{d2}{c2}{e2}{min(low, LAST_ROW)}"

    return _outside_of_strings(formula, change)


def moved_formula(formula: str, rows: int, columns: int = 0) -> str:
    """A formula as it reads when it is copied down and to the right: absolute rows and columns stay."""
    if not rows and not columns:
        return formula

    def moved(d: str, c: str, e: str, r: str) -> str:
        column = c if d else column_letters(max(1, column_number(c) + columns))
        return f"{d}{column}{e}{r if e else max(1, int(r) + rows)}"

    def change(found: re.Match[str]) -> str:
        if found.start() and found.string[found.start() - 1] in ".[]_#":
            return found[0]
        sheet, *corners = found.groups()
        first = moved(*corners[:4])
        return (sheet or "") + (first if corners[7] is None else f"{first}:{moved(*corners[4:])}")

    return _outside_of_strings(formula, change)
