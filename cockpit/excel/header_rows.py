"""Rows that name the columns: one row or two, merged cells above, a row of units or of instructions below."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from attrs import frozen

from cockpit.excel.reading import Sheet, Value
from cockpit.excel.units import unit_of_titles

ROWS_SEARCHED = 40
"""A header may stand below titles and instructions, but not further down than this."""
MOST_FULL_ROWS_ABOVE = 3
LONGEST_HEADING = 60
GROUP_MARK = " | "
"""Stands between the heading of a group of columns and that of the column: "2026年 | 目标"."""

_UNIT = re.compile(
    r"[(（\[【]?\s*(?:(?:人民币|单位[:：]?\s*|unit[:：]?\s*|in\s+)?"
    r"(?:(?:百万|千万|[万萬亿億千仟])?(?:元|円|美元|美金|欧元|港币|港元|日元|人民币|新台币|台币)|百万|千万|[万萬亿億千仟]|"
    r"rmb|cny|usd|eur|gbp|hkd|jpy|¥|￥|\$|€|£|k|m|mm|"
    r"(?:k|m|thousand|million)s?\s*(?:rmb|cny|usd|eur|gbp|¥|\$)|(?:rmb|cny|usd|eur|gbp|¥|\$)\s*(?:k|m|'?000s?|thousands?|"
    r"millions?)|'?000s?|thousands?|millions?)|[%％‰]|percent|个|人|天|日|周|月|年|次|台|套|件|days?|"
    r"yyyy[-/.年]?mm?[-/.月]?(?:dd?)?日?|(?:dd?|mm?)[-/.](?:dd?|mm?)[-/.]yyyy|文本|数字|数值|金额|日期|时间|整数|小数|"
    r"单选|多选|下拉|人员|text|string|number|date|currency|decimal|picklist|lookup|integer|boolean|percentage|"
    r"必填|选填|非必填|可选|自动|required|optional|mandatory)\s*[)）\]】]?[*＊]?",
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(
    r"(?:请|如[:：]|例如|例[:：]|示例|格式|必填|选填|可填|不填|填写|下拉|说明|注[:：]|e\.?g\.|please|enter|select|choose|format|"
    r"example|required|optional)",
    re.IGNORECASE,
)


@frozen
class Heading:
    """What names one column: its own ``text``, that of the ``group`` above, and the ``unit`` in a row below.

    ``label`` is how it is called to the user, unlike that of any other column of the table.
    """

    index: int
    label: str
    text: str
    group: str = ""
    unit: str = ""
    unit_of_table: str = ""
    """What the titles above say of the unit of all amounts."""

    @property
    def words(self) -> str:
        """All that stands above the column."""
        return f"{self.group} {self.text}".strip()

    @property
    def wordings(self) -> tuple[str, ...]:
        """What may be read as its name, the most telling first."""
        if not self.group:
            return (self.text,) if self.text else ()
        return (f"{self.group} {self.text}".strip(), *((self.text,) if self.text else ()))


@frozen
class Header:
    """The rows of ``sheet.rows`` that name the columns; data begin below the last one."""

    rows: tuple[int, ...]
    headings: tuple[Heading, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(heading.label for heading in self.headings)


def heading_text(cell: Value) -> str:
    """A cell of the heading row as text; months as headings may be real dates."""
    if isinstance(cell, date):
        return f"{cell:%Y-%m}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def column_letters(index: int) -> str:
    """The letters of a column as Excel shows them, from its place (from 0)."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_labels(headings: Sequence[str], first_column: int = 0) -> list[str]:
    """A name for every column: a repeated heading is counted ("金额 (2)"), an empty one goes by its letter ("[C]")."""
    seen: dict[str, int] = {}
    labels: list[str] = []
    for index, heading in enumerate(headings):
        base = heading or f"[{column_letters(first_column + index)}]"
        times = seen.get(base, 0) + 1
        label = base if times == 1 else f"{base} ({times})"
        while label in seen:
            times += 1
            label = f"{base} ({times})"
        seen[base] = times
        seen.setdefault(label, 1)
        labels.append(label)
    return labels


def headers(sheet: Sheet, is_heading: Callable[[str], bool]) -> Iterator[Header]:
    """Every way to read one of the first rows as a header, from the top; where both fit, one row before two.

    ``is_heading`` says of a word whether it names a column of anything.
    """
    filled_above: list[int] = []
    for place in range(first_filled(sheet), min(len(sheet.rows), first_filled(sheet) + ROWS_SEARCHED)):
        filled = sum(cell != "" for cell in sheet.rows[place])
        # Titles and instructions are short; rows as full as this one are the rows of another table.
        rows_alike = sum(above * 2 > filled for above in filled_above)
        filled_above.append(filled)
        if filled >= 2 and rows_alike <= MOST_FULL_ROWS_ABOVE:
            yield from headers_at(sheet, place, is_heading)


def first_filled(sheet: Sheet) -> int:
    """The first row with anything in it."""
    for place, row in enumerate(sheet.rows):
        if any(cell != "" for cell in row):
            return place
    return 0


MOST_COLUMNS = 2_000
"""Nobody's list is wider; to find out what each of more columns may be would take longer than anybody waits."""


def headers_at(sheet: Sheet, place: int, is_heading: Callable[[str], bool] = bool) -> list[Header]:
    """The ways to read row ``place`` as the names of the columns; a row of units belongs to the row above it.

    None where the row below still names columns, as ``is_heading`` says of its words: then it is only half a header.
    """
    rows = sheet.rows
    if place and _says_units(rows[place]) and sum(cell != "" for cell in rows[place - 1]) >= 2:
        place -= 1
    own = [heading_text(cell) for cell in rows[place][:MOST_COLUMNS]]
    if is_heading is not bool and place + 1 < len(rows) and _names_below(rows[place], rows[place + 1], is_heading):
        return []
    below = place + 1 < len(rows) and (_says_units(rows[place + 1]) or _instructs(rows[place + 1]))
    units = [heading_text(cell) for cell in rows[place + 1]] if below and _says_units(rows[place + 1]) else []
    last = (place + 1,) if below else ()
    titles = [heading_text(cell) for row in rows[max(0, place - ROWS_SEARCHED) : place] for cell in row if cell != ""]
    of_table = unit_of_titles(titles)
    found = [Header((place, *last), _headings(sheet, own, [], units, of_table))]
    if place and (groups := _groups(rows[place - 1], rows[place])):
        found.append(Header((place - 1, place, *last), _headings(sheet, own, groups, units, of_table)))
    return found


def _headings(
    sheet: Sheet, own: Sequence[str], groups: Sequence[str], units: Sequence[str], of_table: str
) -> tuple[Heading, ...]:
    width = min(MOST_COLUMNS, max(len(own), len(groups)))
    texts = [*own, *[""] * (width - len(own))]
    above = [*groups[:width], *[""] * (width - len(groups))]
    labels = column_labels(
        [
            text if not group or group == text else f"{group}{GROUP_MARK}{text}" if text else group
            for text, group in zip(texts, above, strict=True)
        ],
        sheet.first_column,
    )
    return tuple(
        Heading(index, label, text or group, group if text and group != text else "", unit, of_table)
        for index, (label, text, group, unit) in enumerate(
            zip(labels, texts, above, [*units, *[""] * width][:width], strict=True)
        )
    )


def _groups(upper: Sequence[Value], lower: Sequence[Value]) -> list[str]:
    """What stands above every column in a row of merged cells; empty where the row above is none."""
    width = max(len(upper), len(lower))
    above, below = [*upper, *[""] * (width - len(upper))], [*lower, *[""] * (width - len(lower))]
    filled = [index for index, cell in enumerate(above) if cell != ""]
    first = next((index for index, cell in enumerate(below) if cell != ""), 0)
    # A single text at the left is a title, merged over the whole table.
    if not filled or filled == [first] or filled == [0]:
        return []
    if any(isinstance(above[index], bool | float | int) and not _is_year(above[index]) for index in filled):
        return []
    if any(len(heading_text(above[index])) > LONGEST_HEADING for index in filled):
        return []
    if all((cell == "") == (other == "") for cell, other in zip(above, below, strict=True)):
        return []
    groups = []
    spanning = ""
    for cell, own in zip(above, below, strict=True):
        if cell != "":
            spanning = heading_text(cell)
        elif own == "":
            spanning = ""
        groups.append(spanning)
        if cell != "" and own == "":
            spanning = ""
    return groups


def _is_year(cell: Value) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool) and 1990 <= cell <= 2100 and cell == int(cell)


def _says_units(row: Sequence[Value]) -> bool:
    filled = [cell for cell in row if cell != ""]
    return bool(filled) and all(isinstance(cell, str) and _UNIT.fullmatch(cell.strip()) for cell in filled)


def _names_below(upper: Sequence[Value], lower: Sequence[Value], is_heading: Callable[[str], bool]) -> bool:
    """Whether the lower row still names columns: those that a merged cell of the upper one spans."""
    if not _groups(upper, lower):
        return False
    if _fills_the_spans(upper, lower):
        return True
    words = [heading_text(cell) for cell in lower if cell != ""]
    return bool(words) and sum(map(is_heading, words)) * 2 >= len(words)


def _fills_the_spans(upper: Sequence[Value], lower: Sequence[Value]) -> bool:
    """Whether the lower row has a word in every column that a merged cell of the upper one spans, and in no other.

    No row of data is filled in just those columns; whatever the words are, they are headings.
    """
    width = max(len(upper), len(lower))
    above, below = [*upper, *[""] * (width - len(upper))], [*lower, *[""] * (width - len(lower))]
    spanned = {place for place, cell in enumerate(above) if cell == "" or place + 1 < width and above[place + 1] == ""}
    filled = {place for place, cell in enumerate(below) if cell != ""}
    return (
        filled == spanned
        and len(filled) < width
        and all(isinstance(below[place], str) and len(str(below[place])) <= LONGEST_HEADING for place in filled)
    )


def _instructs(row: Sequence[Value]) -> bool:
    """Whether the row tells how to fill in the columns above it."""
    filled = [cell for cell in row if cell != ""]
    if len(filled) < 2 or not all(isinstance(cell, str) for cell in filled):
        return False
    telling = sum(bool(_INSTRUCTION.match(str(cell).strip(" (（【[*"))) for cell in filled)
    return telling * 2 > len(filled)
