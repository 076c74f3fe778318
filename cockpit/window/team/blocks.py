"""Blocks of cells with names and months of their own: they are put where they belong, whatever the order."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from cockpit.model.cycles import Month

Lines = Sequence[Sequence[str]]


@frozen
class PlacedBlock:
    """Texts by row and month (1 to 12), and the names that no row has."""

    texts: dict[tuple[int, int], str]
    unknown: list[str]


def place_named(lines: Lines, rows: Mapping[str, int], year: int) -> PlacedBlock | None:
    """A block whose first column names rows; months as the first line says, else from January on.

    None for a block without names: it goes where the cursor is. Lines that are blank or carry no figures are left out.
    """
    if not any(line and line[0].strip() in rows for line in lines):
        return None
    head, body = lines[0], list(lines)
    months = {place: month for place, text in enumerate(head) if (month := read_month(text, year))}
    if months:
        body = body[1:]
    else:
        months = {place: place for place in range(1, 13)}
    texts: dict[tuple[int, int], str] = {}
    unknown = []
    for line in body:
        name = line[0].strip() if line else ""
        figures = {months[place]: text for place, text in enumerate(line) if place in months and place > 0}
        if not any(text.strip() for text in figures.values()):
            continue
        if name in rows:
            texts |= {(rows[name], month): text for month, text in figures.items()}
        else:
            unknown.append(name)
    return PlacedBlock(texts, unknown)


_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_month(text: str, year: int) -> int | None:
    """The number of a month that heads a column: "3月", "Mar", "2026-03"; None for other words and other years."""
    word = text.strip().casefold()
    if word.endswith("月") and word[:-1].isdigit() and 1 <= int(word[:-1]) <= 12:
        return int(word[:-1])
    if word[:3] in _ENGLISH and word.isalpha():
        return _ENGLISH.index(word[:3]) + 1
    try:
        month = Month.parse(word)
    except ValueError:
        return None
    return month.number if month.year == year else None
