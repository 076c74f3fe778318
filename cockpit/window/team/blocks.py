"""Blocks of cells with names and months of their own: they are put where they belong, whatever the order."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from cockpit.model.cycles import Month

Lines = Sequence[Sequence[str]]


@frozen
class PlacedBlock:
    """Texts by row and column ("1" to "12", "q1" to "q4", "year"), and the names that no row has."""

    texts: dict[tuple[int, str], str]
    unknown: list[str]


def place_named(lines: Lines, rows: Mapping[str, int], year: int) -> PlacedBlock | None:
    """A block whose first column names rows; months as the first line says, else from January on.

    A head without months may name quarters, or the year; beside months they are their sums, and left out.

    None for a block without names: it goes where the cursor is. Lines that are blank or carry no figures are left out.
    """
    if not any(line and line[0].strip() in rows for line in lines):
        return None
    head, body = lines[0], list(lines)
    months = {place: str(month) for place, text in enumerate(head) if (month := read_month(text, year))}
    quarters = {place: f"q{quarter}" for place, text in enumerate(head) if (quarter := read_quarter(text, year))}
    years = {place: "year" for place, text in enumerate(head) if place and means_year(text, year)}
    if found := months or quarters or years:
        body = body[1:]
    columns = found or {place: str(place) for place in range(1, 13)}
    texts: dict[tuple[int, str], str] = {}
    unknown = []
    for line in body:
        name = line[0].strip() if line else ""
        figures = {columns[place]: text for place, text in enumerate(line) if place in columns and place > 0}
        if not any(text.strip() for text in figures.values()):
            continue
        if name in rows:
            texts |= {(rows[name], column): text for column, text in figures.items()}
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


_QUARTERS = {
    **{f"{figure}季度": place for figures in ("1234", "一二三四") for place, figure in enumerate(figures, 1)},
    **{f"q{place}": place for place in range(1, 5)},
    **{f"{place}q": place for place in range(1, 5)},
}
_YEARS = frozenset({"全年", "年度", "年", "全年合计", "年度合计", "合计", "total", "year", "full year", "fy"})


def read_quarter(text: str, year: int) -> int | None:
    """The number of a quarter that heads a column: "Q1", "第一季度", "2026Q1"; None for others and other years."""
    word = text.strip().casefold().removeprefix(str(year)).lstrip("年-_ /").removeprefix("第")
    return _QUARTERS.get(word)


def means_year(text: str, year: int) -> bool:
    """Whether a column holds the whole year: "全年", "合计", "2026年", "Total"."""
    return text.strip().casefold() in _YEARS | {str(year), f"{year}年", f"{year} 年", f"{year}年度"}
