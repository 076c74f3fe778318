"""Headings read as the words that they are made of: "预计签单时间" is expected + signing + time, whoever wrote it.

No list holds every way to call a column. These rules say what the words of vocabulary.py mean together. A heading with
one word that is not known means nothing here: what it says beside the known words might turn its meaning.
"""

import re
import unicodedata
from functools import lru_cache

from attrs import frozen

from cockpit.excel.spelling import KEPT, simplified
from cockpit.excel.synonyms import TableKind
from cockpit.excel.vocabulary import FILLERS, OTHERS, WORDS

FULLY_READ = 0.92
"""How sure a heading is of which every word is known, and that leaves one meaning."""
LIKELY = 0.8
"""Where the words leave little doubt."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")
_PIECES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+|[a-z]+|[0-9]+|[#%]")
_LONGEST = 6
_ENDINGS = (("ies", "y"), ("s", ""), ("es", ""), ("es", "e"), ("e", ""), ("a", "o"), ("as", "o"))
"""What English, French, Spanish and German put behind a word for number and gender."""
_SHORTEST_INFLECTED = 5
_SHORTEST_STEM = 4
_BEFORE = frozenset({"other", "prior"})
"""What was before matters to a history alone."""


@frozen
class Meaning:
    """A field that a heading may stand for, and how sure that is."""

    field: str
    sure: float


def _lexicon() -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {}
    for concept, spelt in WORDS.items():
        for word in spelt.split():
            words.setdefault(_plain(simplified(word)), set()).add(concept)
    for word in FILLERS.split():
        words.setdefault(_plain(word), set()).add("")
    for word in OTHERS.split():
        words.setdefault(_plain(word), set()).add("other")
    return {word: frozenset(concepts) for word, concepts in words.items()}


def _plain(word: str) -> str:
    """Without accents and case; kana keep their marks."""
    if _HAN.search(word):
        return word.casefold()
    return "".join(one for one in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(one))


_LEXICON = _lexicon()


@lru_cache(maxsize=KEPT)
def words_of(heading: str) -> tuple[frozenset[str], ...] | None:
    """The concepts of every word of the heading, without those that add nothing; None if one of them is not known."""
    spaced = _spaced(heading)
    found: list[frozenset[str]] = []
    for piece in _PIECES.findall(spaced):
        words = _parted(piece)
        if words is None:
            return None
        found += [concepts for word in words if "" not in (concepts := _LEXICON[word])]
    return tuple(found)


def is_something_else(heading: str) -> bool:
    """Whether the words make it nothing the cockpit keeps: "加权金额", "创建人", "last activity date".

    So does one word such as 加权; and so do several words that are all known, and together are no field.
    """
    pieces = _PIECES.findall(_spaced(heading))
    said = [_LEXICON[word] for piece in pieces for word in _parted(piece) or ()]
    if any("other" in concepts and concepts <= _BEFORE for concepts in said):
        return True
    words = words_of(heading)
    kinds = [kind for kind in RULES if kind != "history"]
    return words is not None and len(words) > 1 and not any(meanings(kind, heading) for kind in kinds)


def _spaced(heading: str) -> str:
    return _plain(_CAMEL.sub(" ", unicodedata.normalize("NFKC", simplified(heading))))


def _parted(piece: str) -> list[str] | None:
    """A piece as known words: the fewest, and of those the longest first."""
    if (word := _known_form(piece)) is not None:
        return [word]
    if piece.isascii() and len(piece) < 6:
        return None
    best: list[list[str] | None] = [[]] + [None] * len(piece)
    for end in range(1, len(piece) + 1):
        for start in range(end):
            before = best[start]
            word = piece[start:end]
            if before is None or word not in _LEXICON or _is_too_short(word):
                continue
            now = best[end]
            if now is None or len(before) + 1 < len(now):
                best[end] = [*before, word]
    return best[-1]


def _known_form(piece: str) -> str | None:
    """The piece as the vocabulary has it: "companies", "perdue" and "observaciones" are forms of words in it."""
    if piece in _LEXICON or not piece.isascii() or len(piece) < _SHORTEST_INFLECTED:
        return piece if piece in _LEXICON else None
    for ending, instead in _ENDINGS:
        stem = piece.removesuffix(ending) + instead
        if piece.endswith(ending) and len(stem) >= _SHORTEST_STEM and stem in _LEXICON:
            return stem
    return None


def _is_too_short(word: str) -> bool:
    """Whether a word is too short to be seen within a longer one: "createdon" has "on" in it, "pattern" no "at"."""
    return word.isascii() and len(word) < 3 and word not in ("id", "on", "nr")


def meanings(kind: TableKind, heading: str) -> list[Meaning]:
    """What a heading may stand for in a table of this kind, the likeliest first; empty where its words do not say."""
    words = words_of(heading)
    if not words or len(words) > _LONGEST:
        return []
    found: dict[str, float] = {}
    for rule in RULES.get(kind, ()):
        if (rule.sure > found.get(rule.field, 0.0)) and rule.fits(words):
            found[rule.field] = rule.sure
    if not found:
        return []
    most = max(found.values())
    return [Meaning(name, sure) for name, sure in found.items() if sure == most]


@frozen
class Rule:
    """A heading is ``field`` if it has a word of each of ``needs`` and beside those only words of ``may``."""

    field: str
    needs: tuple[str, ...]
    may: frozenset[str]
    sure: float = FULLY_READ

    def fits(self, words: tuple[frozenset[str], ...]) -> bool:
        allowed = self.may.union(*(need.split("|") for need in self.needs))
        if any(not word & allowed for word in words):
            return False
        return _covers([frozenset(need.split("|")) for need in self.needs], list(words))


def _covers(needs: list[frozenset[str]], words: list[frozenset[str]]) -> bool:
    """Whether every need has a word of its own."""
    if not needs:
        return True
    first, *others = needs
    return any(word & first and _covers(others, words[:place] + words[place + 1 :]) for place, word in enumerate(words))


def _rules(lines: str) -> tuple[Rule, ...]:
    """Lines such as "closed_on 0.92: actual close|sign date / deal sales": field, needs, and what may stand beside."""
    rules = []
    for line in lines.strip().splitlines():
        head, _, body = line.partition(":")
        name, _, sure = head.strip().partition(" ")
        needs, _, may = body.partition("/")
        rules.append(Rule(name, tuple(needs.split()), frozenset(may.split()), float(sure or FULLY_READ)))
    return tuple(rules)


RULES: dict[TableKind, tuple[Rule, ...]] = {
    "deals": _rules("""
        external_id: deal id / sales
        external_id 0.8: contract id / deal sales
        name: deal name / sales
        name 0.8: contract name / sales
        name 0.8: deal remark|name / sales deal account
        account: account name / deal sales account
        name 0.8: deal / sales
        external_id 0.8: lead id /
        name 0.8: lead name /
        account: account / deal sales account
        account 0.8: account follow / sales last
        account_id: account id / deal sales account name parent
        owner: owner / deal sales account employee
        owner: owner name / deal sales account employee name
        owner 0.8: sales employee / deal
        owner 0.8: sales follow /
        owner: follow person / sales deal
        owner 0.8: owner person / sales deal
        owner: sales person / deal name
        owner 0.8: sales name / deal
        owner 0.8: sign person / deal sales contract
        owner_id: owner|employee id / deal sales account owner employee
        owner_email: owner|employee email / deal sales account owner employee
        owner_email: sales email / deal sales
        product: product / deal sales product account intended
        product: product name / deal sales product intended
        stage: stage / deal sales name win status follow
        stage 0.8: stage id / deal sales
        stage 0.8: stage / deal sales lead name
        state 0.81: status id / deal sales
        stage: stage status / deal sales
        state: status / deal sales win close lose sign
        state 0.8: follow status / deal sales account
        state 0.8: win lose / deal sales status flag
        is_won 0.93: flag win|sign / deal sales close
        is_closed: flag close / deal sales
        amount: amount / deal sales account product
        amount: intended amount / deal sales expected
        amount: expected amount / deal sales close sign win contract account expected
        amount 0.8: contract expected / deal sales
        amount 0.8: contract amount / deal sales sign
        won_amount: actual|win amount / deal sales close sign contract win actual
        won_amount: sign|close amount / deal sales contract
        currency: currency / deal sales amount contract id name
        created_on: create date / deal sales first
        created_on 0.8: first follow date / deal sales account
        expected_close: expected close|sign|win date / deal sales contract close sign win amount
        expected_close 0.8: expected close|sign|win / deal sales contract
        amount 0.8: expected close|sign|win / deal sales contract
        expected_close 0.93: when close|sign|win / deal sales contract
        expected_close 0.8: expected date / deal sales contract
        expected_close 0.8: expected sales /
        expected_close 0.8: expected close|sign|win month / deal sales
        closed_on: actual close|sign|win date / deal sales contract close sign win
        closed_on: win|lose date / deal sales close
        closed_on 0.85: actual close|sign / deal sales contract
        closed_on: sign date / deal sales contract
        close_date: close date / deal sales
        expected_close 0.8: close|sign month / deal sales contract
        stage_changed_on: stage change|enter date / deal sales last
        stage_changed_on 0.8: stage date / deal sales last
        stage_changed_on: stage change|enter / deal sales last date
        probability: probability / deal sales stage win close sign percent expected
        probability: win|close|sign percent / deal sales
        forecast_category: forecast category / deal sales name status
        forecast_category: forecast status / deal sales
        lead_source 0.8: source id / deal sales lead account
        lead_source: source / deal sales lead account create
        lost_reason: lose reason / deal sales close win
        lost_reason: lose remark / deal sales close
        lost_reason 0.8: close reason / deal sales
        lost_reason 0.8: lose category|id / deal sales close
        entry_department: entry department / account deal
        budget: budget / account deal amount sales
        decision_maker: decide person / account deal major
        next_step: next step / deal sales follow remark
        next_step 0.8: next stage / deal sales
        next_step 0.8: follow step / deal sales next expected
        next_step 0.8: next follow / deal sales remark
        next_step 0.8: next / deal sales remark
        next_step_on 0.8: next follow / deal sales account
        next_step_on: next date / deal sales follow step expected
        is_major: flag major / deal account sales
        is_major: major deal / flag sales
        remark: remark / deal sales account
        remark 0.8: follow remark / last deal sales account
    """),
    "accounts": _rules("""
        external_id: account id /
        name: account name / account
        name: account / account
        industry: industry / account category
        region: region / account region
        owner: owner / account sales employee name
        owner 0.8: employee / sales account
        owner_id: owner|employee id / account sales
        parent: parent account / name account
        parent 0.8: parent name /
        parent_id: parent account id / account
        tier: tier / account
        tier 0.8: account category|major / tier
        is_key: flag major / account
        is_key 0.8: major / account flag
        is_key: major account / flag
    """),
    "people": _rules("""
        external_id: employee|owner|sales id / employee owner sales person
        name: employee|owner|sales|person name / employee owner sales person name
        name 0.9: owner / sales employee
        name: sales person / name
        name 0.8: sales employee /
        name 0.8: employee /
        email: email / employee owner sales account
        team: team|department / sales employee name team department
        manager: manager / sales team department employee name manager owner
        manager_id: manager id / sales team employee
        region: region / sales employee owner region
        hired_on: hire date / employee sales
        left_on: leave date / employee sales
        role: role / employee sales name tier
    """),
    "products": _rules("""
        external_id: product id / product
        name: product name / product
        name: product / product
        series: series / product
        series: product category / series
        list_price: price / product standard sales amount
    """),
    "targets": _rules("""
        person: employee|owner|sales name / employee owner sales person name
        person 0.9: owner / sales employee
        person 0.8: employee / sales
        person: sales person / name
        person_id: employee|owner|sales id / employee owner sales person
        team: team|department / sales name team
        month: period|month / target period
        value: target / sales amount target sign close month term employee team
        measure: target category / sales target
    """),
    "history": _rules("""
        deal_id: deal id / sales
        from_stage: prior stage|status / deal sales change name
        stage: after stage|status / deal sales change name
        changed_on: stage change date / deal sales enter last
        changed_on 0.8: change date / stage last
        amount: amount / deal
    """),
}  # fmt: skip
