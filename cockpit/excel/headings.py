"""Which row holds the headings, what kind of table stands under them, and which field each column is."""

import re
from collections.abc import Sequence
from datetime import date

from attrs import define, field, frozen

from cockpit.excel.periods import TargetColumn, find_target_column
from cockpit.excel.reading import Sheet, Value
from cockpit.excel.synonyms import FILE_NAMES, IGNORED, NAMES, REQUIRED, TableKind, ValueKind
from cockpit.model.names import name_key

ROWS_SEARCHED = 40
"""A header may stand below titles and instructions, but not further down than this."""
MOST_FULL_ROWS_ABOVE = 3
SIMILAR_ENOUGH = 88.0
"""rapidfuzz's ratio, 0 to 100, from which a heading counts as a misspelt or slightly different name."""
DEAL_PREFIXES = ("deal", "opportunity", "商机")
MOSTLY_DISTINCT = 0.8
SCORE_NEEDED = 3.0
_SAMPLE = 2_000

_MAGNITUDES = (
    (re.compile(r"百万|millions?\b|\bmm\b", re.IGNORECASE), 1_000_000),
    (re.compile(r"千万"), 10_000_000),
    (re.compile(r"亿"), 100_000_000),
    (re.compile(r"万"), 10_000),
    (re.compile(r"千|thousands?\b|\bk\b|'000", re.IGNORECASE), 1_000),
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BRACKETS = re.compile(r"[(（\[【{](.*?)[)）\]】}]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_AFFIXES = re.compile(r"^(?:property|properties|hs|deal property)[\s_.]+|[\s_]+_?c$|__c$", re.IGNORECASE)


@frozen
class Match:
    """Column ``index`` (from 0) is ``field``. ``sure`` runs from 0 to 1; ``why`` is "name" or "similar"."""

    field: str
    value_kind: ValueKind
    index: int
    heading: str
    magnitude: int = 1
    sure: float = 1.0
    why: str = "name"
    tells_kind: bool = True


@define
class FoundTable:
    """A table in a sheet. ``header`` is the index of the heading row in ``sheet.rows``; data begin below it."""

    sheet: Sheet
    header: int
    kind: TableKind
    matches: dict[str, Match]
    target_columns: dict[int, TargetColumn] = field(factory=dict)
    unused: tuple[str, ...] = ()
    score: float = 0.0

    @property
    def has_rows(self) -> bool:
        """Whether anything stands below the header."""
        return any(any(cell != "" for cell in row) for row in self.sheet.rows[self.header + 1 :])


def heading_key(heading: str) -> str:
    """What is compared of a heading: "Stage_Name__c", "StageName" and "stage name" have one key."""
    bare = _BRACKETS.sub(" ", heading) if _BRACKETS.sub("", heading).strip() else heading
    return name_key(_AFFIXES.sub("", _CAMEL.sub(" ", bare.strip())))


def magnitude_of(heading: str) -> int:
    """By how much amounts under this heading have to be multiplied: 10,000 under "金额(万元)"."""
    within = " ".join(_BRACKETS.findall(heading)) or " ".join(
        re.findall(r"[/_\s-](万元|千元|百万|亿元|万)$", heading.strip())
    )
    return next((factor for pattern, factor in _MAGNITUDES if within and pattern.search(within)), 1)


@frozen
class _Name:
    field: str
    value_kind: ValueKind
    rank: int
    tells_kind: bool


def _index(kind: TableKind) -> dict[str, list[_Name]]:
    names: dict[str, list[_Name]] = {}
    for field_name, (value_kind, spelt) in NAMES[kind].items():
        for rank, name in enumerate(spelt):
            general = name.startswith("~")
            names.setdefault(heading_key(name.removeprefix("~")), []).append(
                _Name(field_name, value_kind, rank, not general)
            )
    return names


_INDEX: dict[TableKind, dict[str, list[_Name]]] = {kind: _index(kind) for kind in NAMES}
_IGNORED = frozenset(map(heading_key, IGNORED))


def find_table(sheet: Sheet) -> FoundTable | None:
    """The table in the sheet, or None where no row reads like the headings of anything that can be imported."""
    best: FoundTable | None = None
    filled_above: list[int] = []
    for place, row in enumerate(sheet.rows[:ROWS_SEARCHED]):
        headings = [heading_text(cell) for cell in row]
        filled = sum(bool(heading) for heading in headings)
        # Titles and instructions are short; rows as full as this one are the rows of another table.
        rows_alike = sum(above * 2 > filled for above in filled_above)
        filled_above.append(filled)
        if filled < 2 or rows_alike > MOST_FULL_ROWS_ABOVE:
            continue
        found = _recognise(sheet, place, headings)
        if found and (best is None or found.score > best.score):
            best = found
    return best


def heading_text(cell: Value) -> str:
    """A cell of the heading row as text; months as headings may be real dates."""
    if isinstance(cell, date):
        return f"{cell:%Y-%m}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def _recognise(sheet: Sheet, place: int, headings: Sequence[str]) -> FoundTable | None:
    candidates = []
    keys = [heading_key(heading) for heading in headings]
    year = _year_of(sheet, place)
    for kind in NAMES:
        matches = match_columns(kind, headings, keys)
        targets = _target_columns(kind, headings, matches, year)
        # A status that any table may have does not make deals of tasks.
        named = {name for name, match in matches.items() if match.tells_kind or name != "state"}
        if targets:
            named |= {"month", "value"}
        if not all(named.intersection(group) for group in REQUIRED[kind]):
            continue
        score = sum((2.0 if match.tells_kind else 1.0) * match.sure for match in matches.values())
        score += 2.0 * min(3, len(targets)) * (kind in ("people", "targets"))
        score += _named_like(sheet, kind)
        unused = tuple(
            heading
            for index, heading in enumerate(headings)
            if heading and index not in targets and index not in {match.index for match in matches.values()}
        )
        candidates.append(FoundTable(sheet, place, kind, matches, targets, unused, score))
    fitting = [table for table in candidates if table.score >= SCORE_NEEDED and _holds_what_it_says(table)]
    return max(fitting, key=lambda table: table.score, default=None)


def _named_like(sheet: Sheet, kind: TableKind) -> float:
    name = f"{sheet.path.stem} {sheet.name}".lower()
    if not any(part in name for part in FILE_NAMES[kind]):
        return 0.0
    return 4.0 if kind == "history" else 2.0


def match_columns(kind: TableKind, headings: Sequence[str], keys: Sequence[str] | None = None) -> dict[str, Match]:
    """Field -> column, as far as the names of the columns tell."""
    keys = keys or [heading_key(heading) for heading in headings]
    offers: list[tuple[int, int, _Name, float, str]] = []
    unknown = []
    for index, key in enumerate(keys):
        if not key or (key in _IGNORED and not _is_amount_after_all(kind, key, keys)):
            continue
        if known := _names_of(kind, key, keys):
            offers += [(name.rank, index, name, 1.0, "name") for name in known]
        else:
            unknown.append(index)
    matches: dict[str, Match] = {}
    taken: set[int] = set()
    # A name that tells the kind wins over one that fits everything; then the order of the names decides.
    for _, index, name, sure, why in sorted(
        offers,
        key=lambda offer: (not _is_id(offer[2], keys[offer[1]]), not offer[2].tells_kind, offer[0], offer[1]),
    ):
        if name.field not in matches and index not in taken:
            matches[name.field] = _match(name, index, headings[index], sure, why)
            taken.add(index)
    for index in unknown:
        if (similar := _similar(kind, keys[index], matches)) is not None:
            name, ratio = similar
            matches[name.field] = _match(name, index, headings[index], ratio / 100, "similar")
    return matches


def _names_of(kind: TableKind, key: str, keys: Sequence[str]) -> list[_Name]:
    """What a heading may mean; "Deal - Organization", as one CRM writes it, is the organization of the deal."""
    if _is_amount_after_all(kind, key, keys):
        return [_Name("amount", "money", len(_INDEX[kind]), True)]
    if known := _INDEX[kind].get(key):
        return known
    if kind == "deals":
        for prefix in DEAL_PREFIXES:
            if key.startswith(prefix) and (known := _INDEX[kind].get(key.removeprefix(prefix))):
                return known
    return []


def _is_amount_after_all(kind: TableKind, key: str, keys: Sequence[str]) -> bool:
    """Where one CRM means the amount times its probability, another calls the amount itself "expected revenue"."""
    if kind != "deals" or key != "expectedrevenue" or not {"expectedclosing", "proratedrevenue"}.intersection(keys):
        return False
    return not any(name.field == "amount" for other in keys for name in _INDEX[kind].get(other, ()))


def _is_id(name: _Name, key: str) -> bool:
    """A column called just "Id" is what other tables refer to, whatever numbers stand beside it."""
    return name.field == "external_id" and key == "id"


def _match(name: _Name, index: int, heading: str, sure: float, why: str) -> Match:
    magnitude = magnitude_of(heading) if name.value_kind == "money" else 1
    return Match(name.field, name.value_kind, index, heading, magnitude, sure, why, name.tells_kind)


def _similar(kind: TableKind, key: str, matches: dict[str, Match]) -> tuple[_Name, float] | None:
    if len(key) < 6 and key.isascii() or len(key) < 4:
        return None
    from rapidfuzz import fuzz, process

    choices = {
        spelt: names[0]
        for spelt, names in _INDEX[kind].items()
        if names[0].field not in matches and names[0].tells_kind
    }
    found = process.extractOne(key, list(choices), scorer=fuzz.ratio, score_cutoff=SIMILAR_ENOUGH)
    return (choices[found[0]], found[1]) if found else None


def _year_of(sheet: Sheet, header: int) -> int | None:
    """The one year that the titles above the header, or the names of sheet and file, speak of."""
    above = " ".join(heading_text(cell) for row in sheet.rows[:header] for cell in row)
    for words in (above, sheet.name, sheet.path.stem):
        years = set(_YEAR.findall(words))
        if len(years) == 1:
            return int(years.pop())
    return None


def _target_columns(
    kind: TableKind, headings: Sequence[str], matches: dict[str, Match], year: int | None
) -> dict[int, TargetColumn]:
    if kind not in ("people", "targets") or not ({"name", "person", "team", "person_id"} & set(matches)):
        return {}
    taken = {match.index for match in matches.values()}
    free = [(index, heading) for index, heading in enumerate(headings) if heading and index not in taken]
    announced = {index: column for index, heading in free if (column := find_target_column(heading))}
    if announced or kind == "people" or {"month", "value"} <= set(matches):
        return announced
    bare = {
        index: column for index, heading in free if (column := find_target_column(heading, needs_word=False, year=year))
    }
    return bare if len(bare) > 1 else {}


def _holds_what_it_says(table: FoundTable) -> bool:
    """Whether the rows are one per thing: a list of orders has sellers in it too, but is no list of sellers."""
    if table.kind == "deals":
        keys = [heading_key(heading_text(cell)) for cell in table.sheet.rows[table.header]]
        ids = [
            index
            for index, key in enumerate(keys)
            if any(
                name.field == "external_id" and (name.tells_kind or key == "id")
                for name in _INDEX["deals"].get(key, ())
            )
        ]
        return all(_mostly_distinct(table, index) for index in ids)
    if table.kind in ("people", "accounts", "products"):
        for name in ("external_id", "name"):
            if name in table.matches and not _mostly_distinct(table, table.matches[name].index):
                return False
        # One column of names is no evidence yet: something else has to say what they are names of.
        telling = any(match.tells_kind for match in table.matches.values())
        return telling and len(table.matches) + len(table.target_columns) >= 2
    return True


def _mostly_distinct(table: FoundTable, index: int) -> bool:
    """Whether the values of a column tell its rows apart, but for a slip: a repeated id is refused as a row."""
    values = [
        row[index]
        for row in table.sheet.rows[table.header + 1 : table.header + 1 + _SAMPLE]
        if index < len(row) and row[index] != ""
    ]
    return len(values) - len(set(values)) <= max(1, (1 - MOSTLY_DISTINCT) * len(values))
