"""Which tables stand in a sheet: where their headings are, what kind of table it is, and which field each column is."""

import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import define, evolve, field

from cockpit.excel.blocks import split
from cockpit.excel.columns_below import Cells
from cockpit.excel.evidence import NOTHING_KNOWN, Known
from cockpit.excel.header_rows import (
    Header,
    Heading,
    first_filled,
    headers,
    headers_at,
)
from cockpit.excel.header_rows import column_labels as column_labels
from cockpit.excel.header_rows import heading_text as heading_text
from cockpit.excel.matching import (
    BY_WORDING,
    INDEX,
    Match,
    Name,
    is_known,
    make_match,
    match_columns,
    says_otherwise,
)
from cockpit.excel.periods import (
    TargetColumn,
    find_target_column,
    level_of,
    measure_of,
    read_period,
    speaks_of_targets,
    whole_period,
)
from cockpit.excel.proposing import APPLIED_FROM, OFFERED_FROM, SAYS_SOMETHING, is_meaningless, propose
from cockpit.excel.reading import Sheet, Value
from cockpit.excel.second_look import look_again
from cockpit.excel.spelling import heading_key, spellings
from cockpit.excel.synonyms import FILE_NAMES, NAMES, REQUIRED, TableKind
from cockpit.excel.units import magnitude_of
from cockpit.model.cycles import Month

MOSTLY_DISTINCT = 0.8
SCORE_NEEDED = 3.0
_SAMPLE = 2_000
_CONTACT = re.compile(
    r"\b(?:visits?|calls?|meetings?|activity|duration|spoke|contact person)\b|"
    r"拜访|走访|受访|通话|外呼|沟通|签到|接通|会议",
    re.IGNORECASE,
)
"""What lists of visits and calls speak of."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@define
class FoundTable:
    """A table in a sheet.

    ``header`` is the index in ``sheet.rows`` of the row with the headings, the last one of several (``header_rows``);
    data begin below it. ``labels`` has a name for every column. ``matches``: field -> column.
    """

    sheet: Sheet
    header: int
    kind: TableKind
    matches: dict[str, Match]
    target_columns: dict[int, TargetColumn] = field(factory=dict)
    unused: tuple[str, ...] = ()
    """Labels of the columns with a heading that are no field."""
    score: float = 0.0
    labels: tuple[str, ...] = ()
    header_rows: tuple[int, ...] = ()
    offered: dict[int, Match] = field(factory=dict)
    """Column -> what its cells look like, where that is not sure enough to be applied (``APPLIED_FROM``)."""
    is_guess: bool = False
    """Nothing but the cells says what kind of table it is: somebody has to look before it is imported."""

    @property
    def has_rows(self) -> bool:
        """Whether anything stands below the header."""
        return any(any(cell != "" for cell in row) for row in self.sheet.rows[self.header + 1 :])

    @property
    def missing(self) -> tuple[tuple[str, ...], ...]:
        """Groups of fields of which the table lacks every one, although it needs one of each group."""
        there = set(self.matches)
        if self.target_columns:
            there |= {"month", "value"}
        return tuple(group for group in REQUIRED[self.kind] if not there.intersection(group))


def find_tables(sheet: Sheet) -> list[FoundTable]:
    """The tables in the sheet that can be imported, from the top and from the left.

    Of several the ``sheet`` of each is a part of the whole one, with ``number`` 1, 2 and so on.
    """
    return [found for part in split_sheet(sheet) if (found := recognise(part)) is not None]


def split_sheet(sheet: Sheet) -> list[Sheet]:
    """The parts of a sheet that may be tables, recognised or not; mostly one, the sheet itself."""
    return split(sheet, is_table, _is_heading)


def is_table(sheet: Sheet) -> bool:
    """Whether some row of it reads like the headings of something that can be imported."""
    return any(
        _best_kind(sheet, way, NAMES, {}, Cells(sheet, way.rows[-1], NOTHING_KNOWN), is_given=False)
        for way in headers(sheet, _names_column)
    )


def _is_heading(row: Sequence[Value]) -> bool:
    return sum(isinstance(cell, str) and cell != "" and is_known(heading_text(cell)) for cell in row) >= 2


def _names_column(word: str) -> bool:
    return is_known(word) or read_period(word, 2000) is not None and not word.isdecimal()


def recognise(
    sheet: Sheet,
    *,
    kind: TableKind | None = None,
    header: int | None = None,
    columns: Mapping[str, str] | None = None,
    known: Known = NOTHING_KNOWN,
    guess: bool = False,
) -> FoundTable | None:
    """The table in a sheet that holds one, with the decisions that the manager has made about it.

    ``header``: the row with the headings (index in ``sheet.rows``, the last one of several). ``columns``: label of a
    column -> field, or "" where it is not to be used. ``known``: names of the store, by which columns are recognised.
    None where no row reads like the headings of anything that can be imported. With a ``kind`` there always is a
    table, but what it needs may be ``missing``; with ``guess`` there is one as well where only the cells say that they
    are deals.
    """
    kinds: Iterable[TableKind] = NAMES if kind is None else (kind,)
    columns = columns or {}
    cells: dict[int, Cells] = {}
    best: tuple[FoundTable, Header] | None = None
    for way in headers(sheet, _names_column) if header is None else headers_at(sheet, header):
        below = cells.setdefault(way.rows[-1], Cells(sheet, way.rows[-1], known))
        found = _best_kind(sheet, way, kinds, _chosen(way, columns), below, is_given=kind is not None)
        if found and (best is None or found.score > best[0].score):
            best = found, way
    if best is None and (kind is not None or guess):
        place = likely_header(sheet) if header is None else header
        if place >= len(sheet.rows):
            return None
        way = headers_at(sheet, place)[0]
        below = Cells(sheet, way.rows[-1], known)
        best = _as_kind(sheet, way, kind or "deals", _chosen(way, columns), below), way
        best[0].is_guess = True
    if best is None:
        return None
    table, way = best
    _propose(table, way, _chosen(way, columns), cells.get(table.header) or Cells(sheet, table.header, known))
    if kind is None and table.is_guess and table.missing:
        return None
    return table


def _chosen(way: Header, columns: Mapping[str, str]) -> dict[int, str]:
    return {index: columns[label] for index, label in enumerate(way.labels) if label in columns}


def _propose(table: FoundTable, way: Header, chosen: Mapping[int, str], cells: Cells) -> None:
    """Look at the cells of the columns that no heading tells, and apply what is sure, offer what may be."""
    if table.kind != "deals":
        return
    used = {match.index for match in table.matches.values()}
    free = [
        heading
        for heading in way.headings
        if heading.index not in used and heading.index not in chosen and not says_otherwise(heading)
    ]
    taken = {name: match.index for name, match in table.matches.items()}
    for index, proposal in propose(
        {heading.index: cells(heading.index) for heading in free}, cells.rows, taken
    ).items():
        heading = way.headings[index]
        sure = proposal.sure if is_meaningless(heading.text) else proposal.sure - SAYS_SOMETHING
        name = Name(proposal.field, NAMES["deals"][proposal.field][0], 0, True)
        match = make_match(name, heading, round(sure, 2), "content", (proposal.seen, {}))
        if sure < OFFERED_FROM:
            continue
        if sure >= APPLIED_FROM:
            table.matches[proposal.field] = match
        else:
            table.offered[index] = match
    applied = {match.index for match in table.matches.values()}
    labels = {heading.label for heading in way.headings if heading.index in applied}
    table.unused = tuple(label for label in table.unused if label not in labels)


def likely_header(sheet: Sheet) -> int:
    """The row most likely to hold headings, where nothing tells what they mean: the first that is full of words."""
    rows = sheet.rows
    start = first_filled(sheet)
    widths = [sum(cell != "" for cell in row) for row in rows[start : start + 40]]
    widest = max(widths, default=0)
    for place, width in enumerate(widths, start):
        words = sum(isinstance(cell, str) and cell != "" for cell in rows[place])
        if width * 2 > widest and words * 2 > width:
            return place
    return start


def _best_kind(
    sheet: Sheet, way: Header, kinds: Iterable[TableKind], chosen: Mapping[int, str], cells: Cells, *, is_given: bool
) -> FoundTable | None:
    fitting = []
    for kind in kinds:
        table = _as_kind(sheet, way, kind, chosen, cells)
        if is_given:
            if table.matches or table.target_columns:
                fitting.append(table)
        elif not _missing_names(table) and table.score >= SCORE_NEEDED and _holds_what_it_says(table, way):
            fitting.append(table)
    return max(fitting, key=lambda table: table.score, default=None)


def _as_kind(sheet: Sheet, way: Header, kind: TableKind, chosen: Mapping[int, str], cells: Cells) -> FoundTable:
    """The rows below the header as a table of this kind, whether it fits or not."""
    year = _year_of(sheet, way.rows[0])
    announced = _all_announced(kind, way.headings, chosen, year)
    matches = match_columns(kind, way.headings, {**dict.fromkeys(announced, ""), **chosen}, cells)
    look_again(kind, way.headings, matches, chosen, cells)
    targets = _target_columns(kind, way.headings, matches, chosen, announced, year)
    if kind == "targets" and "month" in matches and "value" not in matches and not targets:
        # "2026年目标" beside a column of months.
        for heading in way.headings:
            if heading.index not in chosen and _announced(heading, year, needs_word=True):
                told = (BY_WORDING, {"heading": heading.text})
                matches["value"] = make_match(Name("value", "money", 0, True), heading, 0.9, "similar", told)
                break
    score = sum((2.0 if match.tells_kind else 1.0) * match.sure for match in matches.values())
    score += 2.0 * min(3, len(targets)) * (kind in ("people", "targets"))
    score += _named_like(sheet, kind)
    used = {match.index for match in matches.values()} | set(targets)
    unused = tuple(heading.label for heading in way.headings if heading.text and heading.index not in used)
    return FoundTable(sheet, way.rows[-1], kind, matches, targets, unused, score, way.labels, way.rows)


def _missing_names(table: FoundTable) -> bool:
    # A status that any table may have does not make deals of tasks.
    named = {name for name, match in table.matches.items() if match.tells_kind or name != "state"}
    if table.target_columns:
        named |= {"month", "value"}
    return not all(named.intersection(group) for group in REQUIRED[table.kind])


def _named_like(sheet: Sheet, kind: TableKind) -> float:
    name = f"{sheet.path.stem} {sheet.name}".lower()
    if not any(part in name for part in FILE_NAMES[kind]):
        return 0.0
    return 4.0 if kind == "history" else 2.0


def _year_of(sheet: Sheet, header: int) -> int | None:
    """The one year that the titles above the header, or the names of sheet and file, speak of."""
    above = " ".join(heading_text(cell) for row in sheet.rows[:header] for cell in row)
    for words in (above, sheet.name, sheet.path.stem):
        years = set(_YEAR.findall(words))
        if len(years) == 1:
            return int(years.pop())
    return None


def _all_announced(
    kind: TableKind, headings: Sequence[Heading], chosen: Mapping[int, str], year: int | None
) -> dict[int, TargetColumn]:
    """The columns whose headings name a target and its period; none where another column has the months."""
    if kind not in ("people", "targets"):
        return {}
    free = [heading for heading in headings if heading.text and heading.index not in chosen]
    found = {heading.index: column for heading in free if (column := _announced(heading, year, needs_word=True))}
    has_months = any(
        name.field == "month" for heading in free for name in INDEX[kind].get(heading_key(heading.text), ())
    )
    return {} if len(found) == 1 and has_months else found


def _target_columns(
    kind: TableKind,
    headings: Sequence[Heading],
    matches: dict[str, Match],
    chosen: Mapping[int, str],
    announced: dict[int, TargetColumn],
    year: int | None,
) -> dict[int, TargetColumn]:
    if kind not in ("people", "targets") or not ({"name", "person", "team", "person_id"} & set(matches)):
        return {}
    sums_only = all(len(column.period.months) > 1 for column in announced.values())
    if kind == "people" or "month" in matches or announced and not sums_only:
        return _without_sums(announced)
    taken = {match.index for match in matches.values()} | set(chosen)
    free = [heading for heading in headings if heading.text and heading.index not in taken]
    bare = {
        heading.index: column
        for heading in free
        # Beside "全年目标" only a heading that says nothing but a month is one of its parts: no "1月实际".
        if (not announced or whole_period(heading.text, year))
        and (column := _announced(heading, year, needs_word=False))
    }
    return _without_sums(announced | bare if len(bare) > 1 else announced)


def _without_sums(columns: dict[int, TargetColumn]) -> dict[int, TargetColumn]:
    """Without quarters and years whose months have columns of their own: they add these up."""
    told: dict[tuple[str, str], set[Month]] = {}
    kept = set()
    for index, column in sorted(columns.items(), key=lambda one: len(one[1].period.months)):
        months = told.setdefault((column.measure, column.level), set())
        if not months.intersection(column.period.months) or len(column.period.months) == 1:
            months.update(column.period.months)
            kept.add(index)
    return {index: column for index, column in columns.items() if index in kept}


def _announced(heading: Heading, year: int | None, *, needs_word: bool) -> TargetColumn | None:
    """The targets that a heading announces; under "2026年目标" a "1月" is January 2026."""
    years = set(_YEAR.findall(heading.group))
    of_group = int(years.pop()) if len(years) == 1 else None
    for words, own in zip(spellings(heading.words), spellings(heading.text), strict=False):
        found = find_target_column(words, needs_word=needs_word, year=year)
        if of_group and (period := read_period(own, of_group)):
            found = find_target_column(words, needs_word=needs_word)
            found = found and evolve(found, period=period)
        if not found and (of_group or year) and speaks_of_targets(heading.group):
            # "10月" under "新签任务(万元)": what else stands above the months does not matter.
            period = whole_period(own, of_group or year)
            found = TargetColumn(period) if period else None
        if found:
            return evolve(
                found,
                measure=measure_of(heading.words),
                level=level_of(heading.words),
                magnitude=magnitude_of(heading.words, heading.unit, heading.unit_of_table),
            )
    return None


def _holds_what_it_says(table: FoundTable, way: Header) -> bool:
    """Whether the rows are one per thing: a list of orders has sellers in it too, but is no list of sellers."""
    if table.kind == "deals":
        ids = [
            heading.index
            for heading in way.headings
            if any(
                name.field == "external_id" and (name.tells_kind or key == "id")
                for key in (heading_key(heading.text),)
                for name in INDEX["deals"].get(key, ())
            )
        ]
        return all(_mostly_distinct(table, index) for index in ids)
    if table.kind in ("activities", "payments"):
        # Days, customers and remarks are in every list: something has to say that people met, or that money came in.
        return any(match.tells_kind for match in table.matches.values())
    if table.kind in ("people", "accounts", "products"):
        for name in ("external_id", "name"):
            if name in table.matches and not _mostly_distinct(table, table.matches[name].index):
                return False
        if table.kind == "accounts" and set(table.matches) <= {"name", "owner"} and _speaks_of_contacts(way):
            return False
        # One column of names is no evidence yet: something else has to say what they are names of.
        telling = any(match.tells_kind for match in table.matches.values())
        return telling and len(table.matches) + len(table.target_columns) >= 2
    return True


def _speaks_of_contacts(way: Header) -> bool:
    """Whether each row seems to be a visit or a call, that has a customer and somebody who was there."""
    return sum(bool(_CONTACT.search(heading.text)) for heading in way.headings) >= 2


def _mostly_distinct(table: FoundTable, index: int) -> bool:
    """Whether the values of a column tell its rows apart, but for a slip: a repeated id is refused as a row."""
    values = [
        row[index]
        for row in table.sheet.rows[table.header + 1 : table.header + 1 + _SAMPLE]
        if index < len(row) and row[index] != ""
    ]
    return len(values) - len(set(values)) <= max(1, (1 - MOSTLY_DISTINCT) * len(values))
