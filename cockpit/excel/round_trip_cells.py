"""Cells of an exported list in a form that survives other programs, and the version of a row: a digest for each cell.

A spreadsheet gives numbers back as floats and days as moments, cuts blanks off texts and words may be chosen in the
other language: what is compared is never the cell but what it says. The version needs no second sheet and no
hidden one, so it is there whatever a program leaves out when it saves.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from zlib import crc32

from attrs import frozen

from cockpit.excel.dates import date_reader
from cockpit.excel.reading import Value
from cockpit.excel.round_trip_layout import FLAGS, SCHEMA, Field, keys_of_words
from cockpit.excel.values import BLANKS, Unreadable, clean, money_reader, read_flag
from cockpit.language import noop
from cockpit.model.names import name_key

OutCell = str | date | int | float | None
"""What an exported cell holds."""
LONGEST_CELL = 32_767
"""More characters no cell of a workbook holds."""
DIGITS = 15
"""So many digits of a figure a spreadsheet keeps."""

_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_~"
_PAIRS = [first + second for first in _SIGNS for second in _SIGNS]
_DIGEST, _MARK = 3, 4
_HEAD = 2 + _MARK
_LEFT_OUT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\ufeff\ufffe\uffff\ud800-\udfff]")
_VERSION = re.compile(r"v([0-9A-Za-z])([0-9A-Za-z_~]{4})((?:[0-9A-Za-z_~]{3})+)")


def plain_text(text: str) -> str:
    """A text as a workbook can hold it: one sort of line end, no signs that cannot be seen, not too long."""
    if not text.isprintable():
        text = _LEFT_OUT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text.strip()[:LONGEST_CELL].rstrip()


def canonical_reader(of: Field) -> Callable[[Value | None], str]:
    """What a cell of this column says, as a text to compare; "" for a blank. Never fails: what cannot be read is what
    it looks like."""
    if of.kind == "money":
        return _canonical_money
    if of.kind == "day":
        return _canonical_day
    if of.kind in ("number", "amount", "year"):
        return _canonical_number
    if of.words is FLAGS:
        return _canonical_flag
    if of.kind == "choice":
        keys = keys_of_words(of.words)
        return lambda cell: keys.get(name_key(_text(cell)), _text(cell))
    return _text


def canonical(of: Field, cells: Sequence[Value | None]) -> list[str]:
    """``canonical_reader`` for a whole column, with one look at each distinct cell."""
    read = canonical_reader(of)
    known = {cell: read(cell) for cell in set(cells)}
    return [known[cell] for cell in cells]


def _text(cell: Value | None) -> str:
    if cell is None:
        return ""
    return plain_text(cell if type(cell) is str else clean(cell))


def _canonical_flag(cell: Value | None) -> str:
    value = None if cell is None else read_flag(cell)
    return _text(cell) if isinstance(value, Unreadable) else "" if value is None else str(int(value))


def _canonical_money(cell: Value | None) -> str:
    value = read_money(cell)
    return _text(cell) if isinstance(value, Unreadable) else "" if value is None else str(value)


def _canonical_day(cell: Value | None) -> str:
    value = read_day(cell)
    return _text(cell) if isinstance(value, Unreadable) else value or ""


def _canonical_number(cell: Value | None) -> str:
    value = read_number(cell)
    return _text(cell) if isinstance(value, Unreadable) else "" if value is None else f"{value:.{DIGITS}g}"


def read_money(cell: Value | None) -> int | Unreadable | None:
    """Minor units; None for a blank."""
    if cell is None or cell == "":
        return None
    return money_reader([cell])(cell)


def read_day(cell: Value | None) -> str | Unreadable | None:
    """An ISO day; None for a blank."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time(0) else date_reader([cell])(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", cell.strip()):
        try:
            return date.fromisoformat(cell.strip()).isoformat()
        except ValueError:
            return Unreadable(noop("没有这一天"))
    return date_reader([cell])(cell)


def read_number(cell: Value | None) -> float | Unreadable | None:
    """A figure; "75 %" is 0.75, "12万" 120,000; None for a blank."""
    if cell is None or (isinstance(cell, str) and cell.strip().lower() in BLANKS):
        return None
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        return Unreadable(noop("读不成数字"))
    if not isinstance(cell, str):
        return float(cell)
    text = cell.strip()
    if found := re.fullmatch(r"(-?[\d,]*\.?\d+)\s*[%％]", text):
        return round(float(found[1].replace(",", "")) / 100, DIGITS)
    value = money_reader([text])(text)
    if isinstance(value, Unreadable):
        return Unreadable(noop("读不成数字"))
    try:
        return float(text)
    except ValueError:
        return None if value is None else value / 100


@frozen
class Version:
    """``schema`` of the layout, ``mark`` of the store, and the digests of the row's cells in the layout's order."""

    schema: str
    mark: str
    digests: str

    def of(self, place: int) -> str:
        """The digest of the cell at ``place``; "" where the version has none."""
        return self.digests[_DIGEST * place : _DIGEST * (place + 1)]


def digest(text: str) -> str:
    """Three signs for what a cell says. Two texts share them once in 262,144."""
    number = crc32(text.encode("utf-8", "surrogatepass"))
    return _PAIRS[number & 0xFFF] + _SIGNS[number >> 12 & 0x3F]


def store_mark(identity: str) -> str:
    """Four signs for the store that a list was exported from."""
    number = crc32(identity.encode())
    return _PAIRS[number & 0xFFF] + _PAIRS[number >> 12 & 0xFFF]


def digests(columns: Iterable[Sequence[str]]) -> list[str]:
    """The digests of rows whose canonical cells are given by column."""
    found = []
    for column in columns:
        known = {text: digest(text) for text in set(column)}
        found.append([known[text] for text in column])
    return list(map("".join, zip(*found, strict=True)))


def version_head(mark: str) -> str:
    """What every version of an export begins with; the row's digests follow."""
    return f"v{SCHEMA}{mark}"


def read_version(cell: Value) -> Version | None:
    """None for what is no version."""
    found = _VERSION.fullmatch(clean(cell))
    return Version(found[1], found[2], found[3]) if found else None
