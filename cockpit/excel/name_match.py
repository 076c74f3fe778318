"""Names that may mean the same although they are written differently: offered to the manager, never taken silently."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import frozen

from cockpit.language import noop, tr
from cockpit.model.names import has_han, name_key

BY_SPELLING = noop("只差空格、大小写或全角半角")
BY_BARE_NAME = noop("去掉公司后缀和括号后一样")
BY_PART = noop("一个名称里含着另一个")
BY_SIMILARITY = noop("写法相近 {share}")

ALIKE = 86.0
"""rapidfuzz's ratio, 0 to 100, from which two bare names are worth a question."""
CONTAINED = 66.0
"""So much of the longer name has to be the shorter one, where it contains it."""
MOST_CANDIDATES = 5
MOST_PAIRS = 4_000_000
"""Beyond this many only names that begin alike are compared: 0.3 s."""

_BRACKETS = re.compile(r"[(（\[【{〔].*?[)）\]】}〕]")
_SUFFIXES = re.compile(
    r"(?:股份有限公司|有限责任公司|有限公司|股份公司|集团公司|集团|总公司|分公司|公司|"
    r"[\s,.]+(?:incorporated|corporation|company|limited|holdings?|group|inc|corp|co|ltd|llc|llp|plc|gmbh|ag|sa|bv|"
    r"pty|pte|kg|srl|spa|oy|ab|as)\.?)+$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"(?<![^\W\d_])[A-Za-z](?![^\W\d_])")
"""Letters that stand alone: "Company A" is not "Company B"."""


@frozen
class NameMatch:
    """Another name that may mean the same. ``sure`` runs from 0 to 1."""

    name: str
    sure: float
    told: tuple[str, Mapping[str, object]]

    @property
    def reason(self) -> str:
        """Why, in words."""
        return tr(self.told[0], **self.told[1])


def bare_name(name: str) -> str:
    """A name without what companies and programs add to it: brackets, kind of company, blanks, case, full width."""
    without = _BRACKETS.sub(" ", name).strip() or name
    shorter = without
    while (found := _SUFFIXES.search(shorter)) and found.start() > 1:
        shorter = shorter[: found.start()].rstrip(" ,.")
    key = name_key(shorter)
    return key if len(key) >= 2 else name_key(without)


def alike(names: Sequence[str], others: Sequence[str]) -> dict[str, list[NameMatch]]:
    """Each of ``names`` that is much like some of ``others`` -> those, the most alike first; never itself.

    Names that are one by ``name_key`` are found with sure 1. Numbers in a name have to be the same.
    """
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    by_bare: defaultdict[str, list[str]] = defaultdict(list)
    for other in others:
        by_key[name_key(other)].append(other)
        by_bare[bare_name(other)].append(other)
    found: dict[str, list[NameMatch]] = {}
    left: list[str] = []
    for name in dict.fromkeys(names):
        if same := [other for other in by_key[name_key(name)] if other != name]:
            found[name] = [NameMatch(other, 1.0, (BY_SPELLING, {})) for other in same]
        else:
            left.append(name)
    bares = [bare_name(name) for name in left]
    for name, bare in zip(left, bares, strict=True):
        if same := [other for other in by_bare.get(bare, ()) if other != name]:
            found[name] = [NameMatch(other, 0.95, (BY_BARE_NAME, {})) for other in same]
    for name, matches in _similar(left, bares, by_bare).items():
        there = {match.name for match in found.get(name, [])}
        found[name] = [*found.get(name, []), *(match for match in matches if match.name not in there)]
    return {name: matches[:MOST_CANDIDATES] for name, matches in found.items() if matches}


def _similar(
    names: Sequence[str], bares: Sequence[str], by_bare: Mapping[str, Sequence[str]]
) -> dict[str, list[NameMatch]]:
    # Numbers have to be the same: "客户 17" is compared with no other but those with 17.
    theirs: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for other, written in by_bare.items():
        if written:
            theirs[tuple(_DIGITS.findall(other))].append(other)
    mine: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, bare in enumerate(bares):
        mine[tuple(_DIGITS.findall(bare))].append(place)
    pairs: list[tuple[int, str, float]] = []
    for numbers, places in mine.items():
        if others := theirs.get(numbers):
            pairs += _pairs_of(places, bares, others)
    found: defaultdict[str, list[NameMatch]] = defaultdict(list)
    for place, other, ratio in sorted(pairs, key=lambda pair: (pair[0], -pair[2], pair[1])):
        for written in by_bare[other]:
            if written != names[place] and _letters_agree(written, names[place]):
                is_part = ratio < ALIKE
                told = (BY_PART, {}) if is_part else (BY_SIMILARITY, {"share": f"{ratio:.0f}%"})
                found[names[place]].append(NameMatch(written, 0.7 if is_part else min(0.9, ratio / 100), told))
    return found


def _pairs_of(places: list[int], bares: Sequence[str], others: list[str]) -> list[tuple[int, str, float]]:
    if len(places) * len(others) <= MOST_PAIRS:
        return _pairs(places, bares, others)
    beginning: defaultdict[str, list[str]] = defaultdict(list)
    for other in others:
        beginning[other[:2]].append(other)
    mine: defaultdict[str, list[int]] = defaultdict(list)
    for place in places:
        mine[bares[place][:2]].append(place)
    pairs = []
    for start, some in mine.items():
        if len(some) * len(beginning.get(start, ())) <= MOST_PAIRS:
            pairs += _pairs(some, bares, beginning.get(start, []))
    return pairs


def _letters_agree(one: str, other: str) -> bool:
    of_one, of_other = _LETTERS.findall(one.casefold()), _LETTERS.findall(other.casefold())
    return not of_one or not of_other or of_one == of_other


def _pairs(places: Sequence[int], bares: Sequence[str], others: Sequence[str]) -> list[tuple[int, str, float]]:
    from rapidfuzz import fuzz, process

    pairs = []
    if len(places) * len(others) <= 1:
        # Nearly all names with numbers are alone: no arrays are made for them.
        return [
            (place, other, ratio)
            for place in places
            for other in others
            if other != bares[place]
            and (ratio := fuzz.ratio(bares[place], other)) >= CONTAINED
            and _is_alike(bares[place], other, ratio)
        ]
    for start in range(0, len(places), 500):
        some = places[start : start + 500]
        ratios = process.cdist(
            [bares[place] for place in some], others, scorer=fuzz.ratio, score_cutoff=CONTAINED, dtype="uint8"
        )
        for row, column in zip(*ratios.nonzero(), strict=True):
            place, other, ratio = some[row], others[column], float(ratios[row, column])
            bare = bares[place]
            if bare != other and _is_alike(bare, other, ratio):
                pairs.append((place, other, ratio))
    return pairs


def _is_alike(one: str, other: str, ratio: float) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if ratio >= ALIKE and len(shorter) >= (3 if has_han(shorter) else 4):
        return True
    return shorter in longer and len(shorter) >= (3 if has_han(shorter) else 5)
