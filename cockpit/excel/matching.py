"""Which field a column is, as far as its heading tells: by its name, or by a name that is much like it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal

import attrs
from attrs import frozen

from cockpit.excel.columns_below import Cells
from cockpit.excel.evidence import Content, contradicts
from cockpit.excel.header_rows import Heading
from cockpit.excel.spelling import heading_key, keys, looks_like_pinyin, spellings
from cockpit.excel.synonyms import IGNORED, NAMES, TableKind, ValueKind
from cockpit.excel.units import currency_of_heading, magnitude_of
from cockpit.excel.wording import Meaning, is_something_else, meanings
from cockpit.language import noop, tr
from cockpit.model.names import has_han

Why = Literal["name", "similar", "content", "chosen"]

PINYIN_NEEDED = 3
SIMILAR_ENOUGH = 88.0
"""rapidfuzz's ratio, 0 to 100, from which a heading counts as a misspelt or slightly different name."""
DEAL_PREFIXES = ("deal", "opportunity", "商机")

ROW_NUMBERS = frozenset({"no", "number", "nr", "编号"})
"""What a column is called that holds ids, or only counts the rows: its cells tell."""

_OF_THAT_CRM = frozenset({"expectedclosing", "proratedrevenue", "datedeadline"})
"""Columns beside which "expected revenue" is the amount."""

_WORDS_ONLY = frozenset({"owner", "forecast_category"})
"""Fields that never are numbers, although a column of money may have their names: "Sales", "Forecast"."""

BY_NAME = noop("列名“{heading}”就是这个字段的叫法")
BY_SIMILAR_NAME = noop("列名“{heading}”和“{known}”很像")
BY_WORDING = noop("列名“{heading}”里的词合起来就是这个意思")
BY_PINYIN = noop("列名“{heading}”是“{known}”的拼音")
BY_CHOICE = noop("由您指定")


@frozen
class Match:
    """Column ``index`` (from 0) is ``field``.

    ``sure`` runs from 0 to 1. ``why``: by its "name", a "similar" one, the "content" of the column, or because somebody
    has "chosen" it. ``heading`` is the label of the column; ``magnitude`` is 10,000 where it counts in 万.
    """

    field: str
    value_kind: ValueKind
    index: int
    heading: str
    magnitude: int = 1
    sure: float = 1.0
    why: Why = "name"
    tells_kind: bool = True
    currency: str | None = None
    """The ISO code that the heading or a row of units names for a column of money."""
    told: tuple[str, Mapping[str, object]] = attrs.field(default=(BY_NAME, {}), eq=False)

    @property
    def reason(self) -> str:
        """Why, in words."""
        source, values = self.told
        return tr(source, **({"heading": self.heading} | dict(values)))


@frozen
class Name:
    """A name that a field goes by; ``rank`` says how usual, from 0."""

    field: str
    value_kind: ValueKind
    rank: int
    tells_kind: bool


def _index(kind: TableKind) -> dict[str, list[Name]]:
    names: dict[str, list[Name]] = {}
    for field_name, (value_kind, spelt) in NAMES[kind].items():
        for rank, name in enumerate(spelt):
            general = name.startswith("~")
            names.setdefault(heading_key(name.removeprefix("~")), []).append(
                Name(field_name, value_kind, rank, not general)
            )
    return names


INDEX: dict[TableKind, dict[str, list[Name]]] = {kind: _index(kind) for kind in NAMES}
_IGNORED = frozenset(map(heading_key, IGNORED))


def keys_of(heading: Heading) -> list[str]:
    """The keys by which a heading may be known, the most telling first."""
    return list(dict.fromkeys(key for wording in heading.wordings for key in keys(wording)))


def is_known(text: str) -> bool:
    """Whether some kind of table has a column of this name."""
    return any(key in names for key in keys(text) for names in INDEX.values())


def says_otherwise(heading: Heading) -> bool:
    """Whether a heading names something that is no field: whatever its cells look like, they are not one."""
    return _is_ignored(keys_of(heading)) or is_something_else(heading.text)


def match_columns(
    kind: TableKind, headings: Sequence[Heading], chosen: Mapping[int, str], cells: Cells
) -> dict[str, Match]:
    """Field -> column, as far as the headings tell. ``chosen``: what somebody decided for a column, "" for nothing.

    ``cells`` gives the cells of a column: a heading that only may mean a field is not believed against them.
    """
    known_by = [keys_of(heading) for heading in headings]
    matches: dict[str, Match] = {}
    for index, field_name in chosen.items():
        if field_name in NAMES[kind] and index < len(headings):
            name = Name(field_name, NAMES[kind][field_name][0], 0, True)
            matches[field_name] = make_match(name, headings[index], 1.0, "chosen", (BY_CHOICE, {}))
    all_keys = {key for own in known_by for key in own}
    offers: list[tuple[Name, Heading]] = []
    unknown = []
    for heading in headings:
        own = known_by[heading.index]
        if not own or heading.index in chosen:
            continue
        if _is_ignored(own) and not _is_amount_after_all(kind, own, all_keys):
            continue
        if known := _names_of(kind, own, all_keys):
            if not known[0].tells_kind and ROW_NUMBERS.intersection(own) and cells.counts_rows(heading.index):
                continue
            offers += [(name, heading) for name in known if name.tells_kind or _can_be(name, heading, cells)]
        else:
            unknown.append(heading)
    taken: set[int] = set()
    wanted = Counter(name.field for name, _ in offers)
    # A name that tells the kind wins over one that fits everything; then the order of the names decides. Of several
    # columns for one field those with nothing in them come last.
    for name, heading in sorted(
        offers,
        key=lambda offer: (
            not _is_id(offer[0], known_by[offer[1].index]), not offer[0].tells_kind,
            wanted[offer[0].field] > 1 and _says_nothing(offer[0], cells(offer[1].index)), offer[0].rank,
            offer[1].index,
        ),
    ):  # fmt: skip
        if name.field not in matches and heading.index not in taken:
            matches[name.field] = make_match(name, heading, 1.0, "name", (BY_NAME, {"heading": heading.text}))
            taken.add(heading.index)
    unknown = _match_wording(kind, unknown, matches, cells)
    unknown = _match_pinyin(kind, unknown, matches)
    if matches:
        _match_similar(kind, unknown, known_by, matches, cells)
    return matches


def _says_nothing(name: Name, content: Content) -> bool:
    """Whether another column of that name serves better: this one is empty, or has one team for everybody."""
    return not content.seen or name.field == "team" and content.words < 2


def _is_ignored(keys: Sequence[str]) -> bool:
    return any(key in _IGNORED for key in keys)


def _match_wording(
    kind: TableKind, unknown: Sequence[Heading], matches: dict[str, Match], cells: Cells
) -> list[Heading]:
    """Match what the words of a heading mean; gives the headings whose words mean nothing."""
    offers: list[tuple[float, int, Meaning, Heading]] = []
    left = []
    for heading in unknown:
        spelt = (one for wording in heading.wordings for one in spellings(wording))
        meant = next((found for one in spelt if (found := meanings(kind, one))), [])
        if not meant:
            left.append(heading)
        offers += [(-one.sure, heading.index, one, heading) for one in meant]
    for sure, index, one, heading in sorted(offers, key=lambda offer: offer[:2]):
        value_kind = NAMES[kind][one.field][0]
        if one.field in matches or any(match.index == index for match in matches.values()):
            continue
        if not contradicts(cells(index), value_kind):
            name = Name(one.field, value_kind, 0, True)
            told = (BY_WORDING, {"heading": heading.text})
            matches[one.field] = make_match(name, heading, -sure, "similar", told)
    return left


def _match_pinyin(kind: TableKind, unknown: Sequence[Heading], matches: dict[str, Match]) -> list[Heading]:
    """Match headings in pinyin, where several are; gives the rest. Single ones are rather words of another language."""
    if len(matches) > len(unknown) or sum(looks_like_pinyin(heading.text) for heading in unknown) < PINYIN_NEEDED:
        return list(unknown)
    left = []
    for heading in unknown:
        name, known = _pinyin_names(kind).get(heading_key(heading.text), (None, ""))
        if name is None or name.field in matches:
            left.append(heading)
        else:
            told = (BY_PINYIN, {"heading": heading.text, "known": known})
            matches[name.field] = make_match(name, heading, 0.9, "similar", told)
    return left


@lru_cache(maxsize=8)
def _pinyin_names(kind: TableKind) -> dict[str, tuple[Name, str]]:
    from cockpit.model.pinyin import pinyin_key

    found: dict[str, tuple[Name, str]] = {}
    for spelt, names in INDEX[kind].items():
        if has_han(spelt):
            found.setdefault(pinyin_key(spelt), (names[0], spelt))
    return found


COMPARED = 300
"""So many unknown headings are looked at for slips of the pen: a table with more has them from no hand."""


def _match_similar(
    kind: TableKind,
    unknown: Sequence[Heading],
    keys: Sequence[Sequence[str]],
    matches: dict[str, Match],
    cells: Cells,
) -> None:
    for heading in unknown[:COMPARED]:
        for key in keys[heading.index]:
            if (similar := _similar(kind, key, matches)) is not None:
                name, ratio, known = similar
                if contradicts(cells(heading.index), name.value_kind):
                    continue
                told = (BY_SIMILAR_NAME, {"heading": heading.text, "known": known})
                matches[name.field] = make_match(name, heading, ratio / 100, "similar", told)
                break


def _names_of(kind: TableKind, keys: Sequence[str], all_keys: set[str]) -> list[Name]:
    """What a heading may mean; "Deal - Organization", as one CRM writes it, is the organization of the deal."""
    if _is_amount_after_all(kind, keys, all_keys):
        return [Name("amount", "money", len(INDEX[kind]), True)]
    for key in keys:
        if known := INDEX[kind].get(key):
            return known
        if kind == "deals":
            for bare in _without_prefixes(key):
                if known := INDEX[kind].get(bare):
                    return known
    return []


def _can_be(name: Name, heading: Heading, cells: Cells) -> bool:
    """Whether a column with a name that fits many things may be the field: under "When" words may stand, or days."""
    if name.field in _WORDS_ONLY:
        content = cells(heading.index)
        return content.is_text or not content.seen
    return name.value_kind in ("text", "id") or not contradicts(cells(heading.index), name.value_kind)


def _without_prefixes(key: str) -> Iterator[str]:
    """The key without what says that it is of the deal, which may be said twice: "Deal - Deal closed on"."""
    while prefix := next((prefix for prefix in DEAL_PREFIXES if key.startswith(prefix)), ""):
        key = key.removeprefix(prefix)
        yield key


def _is_amount_after_all(kind: TableKind, keys: Sequence[str], all_keys: set[str]) -> bool:
    """Where one CRM means the amount times its probability, another calls the amount itself "expected revenue"."""
    if kind != "deals" or "expectedrevenue" not in keys or not _OF_THAT_CRM & all_keys:
        return False
    return not any(name.field == "amount" for other in all_keys for name in INDEX[kind].get(other, ()))


def _is_id(name: Name, keys: Sequence[str]) -> bool:
    """A column called just "Id" is what other tables refer to, whatever numbers stand beside it."""
    return name.field == "external_id" and "id" in keys


def make_match(name: Name, heading: Heading, sure: float, why: Why, told: tuple[str, Mapping[str, Any]]) -> Match:
    """The column under ``heading`` as the field that ``name`` stands for."""
    is_money = name.value_kind == "money"
    said = (heading.words, heading.unit, heading.unit_of_table)
    return Match(
        name.field,
        name.value_kind,
        heading.index,
        heading.label,
        magnitude_of(*said) if is_money else 1,
        sure,
        why,
        name.tells_kind,
        currency_of_heading(*said) if is_money else None,
        told,
    )


@lru_cache(maxsize=8)
def _telling_names(kind: TableKind) -> dict[str, Name]:
    return {spelt: names[0] for spelt, names in INDEX[kind].items() if names[0].tells_kind}


def _similar(kind: TableKind, key: str, matches: Mapping[str, Match]) -> tuple[Name, float, str] | None:
    if len(key) < 6 and key.isascii() or len(key) < 4:
        return None
    from rapidfuzz import fuzz, process

    is_chinese = has_han(key)
    choices = [
        spelt
        for spelt, name in _telling_names(kind).items()
        # One Chinese sign more makes another word of it: only a wrong sign is a slip.
        if name.field not in matches and (len(spelt) == len(key) if is_chinese else spelt.isascii())
    ]
    found = process.extractOne(key, choices, scorer=fuzz.ratio, score_cutoff=SIMILAR_ENOUGH)
    return (_telling_names(kind)[found[0]], found[1], found[0]) if found else None
