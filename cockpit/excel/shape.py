"""What a file looks like: the same month after month for the exports of one CRM, whatever stands in its rows."""

import hashlib
from collections.abc import Sequence

from cockpit.excel.header_rows import Header, headers_at
from cockpit.excel.reading import Sheet
from cockpit.excel.spelling import heading_key
from cockpit.language import noop
from cockpit.model.names import name_key

REASON = noop("原因")
ROW_NUMBER = noop("行号")
"""Headings of what a workbook of refused rows says of each row, in front of the file's own columns."""
_ADDED = (frozenset({"原因", "reason"}), frozenset({"行号", "row", "rowno", "rownumber"}))


def shape_of(labels: Sequence[str]) -> str:
    """A key for the headings of a table, in their order. A workbook of refused rows has the shape of its file."""
    own = list(labels[added_columns(labels) :])
    while own and (not own[-1] or (own[-1].startswith("[") and own[-1].endswith("]"))):
        own.pop()
    keys = [heading_key(label) or label for label in own]
    return hashlib.sha256("\n".join(keys).encode()).hexdigest()[:32]


def added_columns(labels: Sequence[str]) -> int:
    """How many columns in front say why a row was refused and where it stood: 2 or 0."""
    if len(labels) <= len(_ADDED):
        return 0
    both = zip(labels, _ADDED, strict=False)
    return len(_ADDED) if all(name_key(label) in names for label, names in both) else 0


def find_shape(sheet: Sheet, shapes: frozenset[str], rows_searched: int) -> Header | None:
    """The header whose shape is one of ``shapes``, where the table starts with one that is known."""
    if not shapes:
        return None
    for place, row in enumerate(sheet.rows[:rows_searched]):
        if sum(cell != "" for cell in row) < 2:
            continue
        for header in headers_at(sheet, place):
            if shape_of(header.labels) in shapes:
                return header
    return None
