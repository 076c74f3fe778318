"""Rows on their way from the process that reads a file: packed column by column into plain values, and unpacked.

Packed rows hold nothing but numbers, texts, bytes, tuples and lists, so that ``marshal`` carries them, which takes a
third of pickle's time. A column that repeats itself goes as places in a list of its distinct values, of which each
crosses once; its cells then share one object, which saves memory here and time wherever they are looked up.
"""

from array import array
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import repeat
from typing import Any

from cockpit.excel.cells import Rows, Value

ROWS_AT_ONCE = 4_096
"""A part is packed and crosses as one; smaller ones begin sooner, larger ones cost less."""

_BETWEEN = "\0"
_FEW = 1_000
_TEXT = frozenset({str})
_PLAIN = frozenset({str, int, float, bool})

_AS_THEY_ARE, _JOINED, _PLACES = 0, 1, 2

Packed = tuple[Any, ...]


class Packer:
    """Packs the rows of one sheet, part by part, in their order."""

    def __init__(self) -> None:
        # By column: value -> its place among the distinct ones; None once the column turned out not to repeat itself.
        self._places: dict[int, dict[Value, int] | None] = {}
        self._rows = 0

    def pack(self, rows: Sequence[Sequence[Value]]) -> Packed:
        """``rows`` as plain values; ``Unpacker`` knows them."""
        self._rows += len(rows)
        width = len(rows[0]) if rows else 0
        if set(map(len, rows)) - {width}:
            return (-1, [[_plain(cell) for cell in row] for row in rows])
        columns = [self._column(index, column) for index, column in enumerate(zip(*rows, strict=True))]
        return (len(rows), columns)

    def _column(self, index: int, cells: tuple[Value, ...]) -> Packed:
        kinds = frozenset(map(type, cells))
        if kinds != _TEXT and kinds <= _PLAIN:
            return (_AS_THEY_ARE, list(cells))
        places = self._places.setdefault(index, {})
        is_text = kinds == _TEXT
        # Among numbers 1, 1.0 and True are one and the same to a dictionary.
        if places is not None and not kinds & {int, float, bool}:
            known = len(places)
            fresh = [cell for cell in dict.fromkeys(cells) if cell not in places]
            if not is_text or known + len(fresh) <= max(_FEW, self._rows // 2):
                places.update(zip(fresh, range(known, known + len(fresh)), strict=True))
                code = "B" if len(places) <= 1 << 8 else "H" if len(places) <= 1 << 16 else "I"
                fresh_as_text = is_text or frozenset(map(type, fresh)) <= _TEXT
                values = _texts(fresh) if fresh_as_text else (_AS_THEY_ARE, list(map(_plain, fresh)))  # type: ignore[arg-type]
                return (_PLACES, values, code, array(code, map(places.__getitem__, cells)).tobytes())
            self._places[index] = None
        return _texts(cells) if is_text else (_AS_THEY_ARE, list(map(_plain, cells)))  # type: ignore[arg-type]


class Unpacker:
    """Puts the parts of one sheet together again; ``rows`` grows."""

    def __init__(self) -> None:
        self.rows: Rows = []
        self._values: dict[int, list[Value]] = {}

    def add(self, packed: Packed) -> None:
        """The rows of the next part."""
        count, columns = packed
        if count < 0:
            self.rows += [[_value(cell) for cell in row] for row in columns]
        elif not columns:
            self.rows += repeat((), count)
        else:
            self.rows += zip(*(self._column(index, column) for index, column in enumerate(columns)), strict=True)

    def _column(self, index: int, packed: Packed) -> list[Any]:
        if packed[0] != _PLACES:
            return _unpack(packed)
        values = self._values.setdefault(index, [])
        values += _unpack(packed[1])
        places = array(packed[2])
        places.frombytes(packed[3])
        return list(map(values.__getitem__, places))


def _texts(cells: Sequence[str]) -> Packed:
    """Many short texts as one long one."""
    joined = _BETWEEN.join(cells)
    if joined.count(_BETWEEN) == len(cells) - 1:
        return (_JOINED, joined)
    return (_AS_THEY_ARE, list(cells))


def _unpack(packed: Packed) -> list[Any]:
    if packed[0] == _JOINED:
        return list(packed[1].split(_BETWEEN))
    return list(map(_value, packed[1])) if tuple in set(map(type, packed[1])) else list(packed[1])


def _plain(cell: Value) -> Any:
    """A cell as ``marshal`` carries it: days and times as a tuple that begins with what they are."""
    kind = type(cell)
    if kind is date:
        return ("date", cell.toordinal())  # type: ignore[union-attr]
    if kind is datetime:
        return ("datetime", cell.isoformat())  # type: ignore[union-attr]
    if kind is time:
        return ("time", cell.isoformat())  # type: ignore[union-attr]
    if kind is timedelta:
        return ("timedelta", cell.days, cell.seconds, cell.microseconds)  # type: ignore[union-attr]
    return cell


def _value(plain: Any) -> Value:
    if type(plain) is not tuple:
        return plain  # type: ignore[no-any-return]
    kind = plain[0]
    if kind == "date":
        return date.fromordinal(plain[1])
    if kind == "datetime":
        return datetime.fromisoformat(plain[1])
    if kind == "time":
        return time.fromisoformat(plain[1])
    return timedelta(*plain[1:])
