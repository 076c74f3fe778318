"""The names that a line may mention, and where one of them stands in it: whole, in part, by pinyin or initials."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from os.path import commonprefix
from typing import Protocol

from attrs import define, field, frozen

from cockpit.model.names import has_han

_WORD = re.compile(r"[a-z][a-z.'&-]*[a-z0-9]|[a-z]")
_BRACKETS = re.compile(r"[(\[【{〔].*?[)\]】}〕]")
_LEGAL = re.compile(
    r"(?:股份有限公司|有限责任公司|有限公司|股份公司|集团公司|集团|公司|"
    r"[\s,.]+(?:incorporated|corporation|company|limited|holdings?|group|inc|corp|co|ltd|llc|plc|gmbh|ag|sa)\.?)+$"
)
_REGION = re.compile(
    r"(?:中国|[^省市]{2}省|北京|上海|天津|重庆|广州|深圳|杭州|南京|苏州|无锡|宁波|成都|武汉|西安|长沙|郑州|济南|青岛|大连|沈阳|"
    r"合肥|福州|厦门|南昌|昆明|贵阳|南宁|海口|太原|石家庄|哈尔滨|长春|兰州|东莞|佛山|珠海|常州|浙江|江苏|广东|山东|河南|河北|湖南|湖北|四川|"
    r"福建|安徽|江西|陕西|山西|辽宁|吉林|云南|贵州|广西|海南|甘肃|内蒙古|新疆|宁夏|青海|西藏|黑龙江)市?"
)
_SAYS_NOTHING = re.compile(
    rf"(?:{_REGION.pattern}|客户|科技|技术|公司|集团|有限|股份|实业|工业|贸易|数据|信息|智能|网络|电子|国际|发展|投资|服务|the|项目|商机)*"
)
"""Nobody is named by these alone, unless it is the whole name."""
SHORTEST_PART, SHORTEST_LATIN_PART = 2, 4
STOP_WORDS = frozenset({
    "a", "about", "am", "an", "and", "are", "as", "at", "be", "but", "by", "do", "for", "from", "go", "had", "has",
    "he", "him", "his", "how", "i", "if", "in", "is", "it", "me", "my", "no", "not", "of", "off", "ok", "on", "or",
    "our", "she", "so", "the", "them", "they", "to", "up", "us", "was", "we", "were", "who", "with", "you",
})  # fmt: skip
"""English words that are initials of nobody."""


class Named(Protocol):
    """Something that has a name, with the keys by which it is found."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def pinyin(self) -> str: ...
    @property
    def initials(self) -> str: ...


@frozen
class KnownPerson:
    id: int
    name: str
    pinyin: str = ""
    initials: str = ""


@frozen
class KnownAccount:
    id: int
    name: str
    pinyin: str = ""
    initials: str = ""
    owner_id: int | None = None


@frozen
class KnownDeal:
    id: int
    name: str
    account_id: int | None = None
    owner_id: int | None = None
    external_id: str = ""
    is_open: bool = True


@frozen
class Hit:
    """A name that stands in a line up to ``end``: whom it may mean. Of a ``sure`` one no doubt is left if it is one."""

    end: int
    ids: tuple[int, ...]
    sure: bool


def fold(text: str) -> str:
    """Half width and small letters, character by character: places in the text stay as they are."""
    return "".join(_FOLDED.get(character) or _folded(character) for character in text)


_FOLDED: dict[str, str] = {"\u3000": " ", "\u00a0": " ", "\t": " ", "【": "[", "】": "]"}


def _folded(character: str) -> str:
    half = unicodedata.normalize("NFKC", character).lower()
    return half if len(half) == 1 else character


def starts_word(plain: str, place: int) -> bool:
    """Whether a Latin word or a number may begin here."""
    return place == 0 or not (_goes_on(plain[place - 1]) and _goes_on(plain[place : place + 1]))


def ends_word(plain: str, place: int) -> bool:
    """Whether a Latin word or a number may end before this place."""
    return not (_goes_on(plain[place - 1 : place]) and _goes_on(plain[place : place + 1]))


def _goes_on(character: str) -> bool:
    return character.isascii() and character.isalnum()


def word_at(plain: str, start: int) -> str:
    """The Latin word that begins here; empty where none does."""
    found = _WORD.match(plain, start) if starts_word(plain, start) else None
    return found[0] if found and ends_word(plain, found.end()) else ""


@define(eq=False)
class NameFinder:
    """Finds the names of ``named`` in lines."""

    named: tuple[Named, ...]
    _by_first: dict[str, list[tuple[str, int]]] = field(init=False, factory=lambda: defaultdict(list))

    def __attrs_post_init__(self) -> None:
        for one in self.named:
            for said in ways_to_say(one.name):
                self._by_first[said[0]].append((said, one.id))

    def at(self, plain: str, start: int, *, whole: bool = False, keys: bool = True) -> Hit | None:
        """The longest name at this place of a folded line; ``whole``: only where all of a name stands there, ``keys``:
        by pinyin and initials as well.
        """
        by_name = self._by_letters(plain, start, whole)
        by_key = self._by_key(plain, start) if keys and not whole else None
        if by_name and by_key and by_key.end > by_name.end:
            return by_key
        return by_name or by_key

    def _by_letters(self, plain: str, start: int, whole: bool) -> Hit | None:
        if not starts_word(plain, start):
            return None
        best, all_of_it, found = 0, False, dict[int, None]()
        for said, number in self._by_first.get(plain[start : start + 1], ()):
            length = _common(plain, start, said)
            is_whole = length == len(said)
            if length < best or not length or (whole and not is_whole):
                continue
            if not is_whole and not _says_enough(said[:length]):
                continue
            if (length, is_whole) > (best, all_of_it):
                best, all_of_it, found = length, is_whole, {}
            if (length, is_whole) == (best, all_of_it):
                found[number] = None
        if not found:
            return None
        return Hit(start + best, tuple(found), all_of_it or not _glued(plain, start + best))

    def _by_key(self, plain: str, start: int) -> Hit | None:
        word = word_at(plain, start)
        if len(word) < 2 or word in STOP_WORDS:
            return None
        end = start + len(word)
        exact = [one.id for one in self._spoken if word in (one.initials, one.pinyin)]
        if exact:
            return Hit(end, tuple(exact), sure=True)
        near = [
            one.id
            for one in self._spoken
            if one.initials.startswith(word) or (len(word) >= SHORTEST_LATIN_PART and one.pinyin.startswith(word))
        ]
        return Hit(end, tuple(near), sure=False) if near else None

    @cached_property
    def _spoken(self) -> list[Named]:
        return [one for one in self.named if has_han(one.name)]


def ways_to_say(name: str) -> Iterator[str]:
    """A name as it may be written: all of it, without its kind of company, without where it is from."""
    whole = fold(name).strip()
    if whole:
        yield whole
    bare = _LEGAL.sub("", _BRACKETS.sub("", whole)).strip() or whole
    found = _REGION.match(bare)
    at_home = bare[found.end() :] if found else bare
    for shorter in dict.fromkeys((bare, at_home)):
        if shorter != whole and len(shorter) >= SHORTEST_PART:
            yield shorter


def _common(plain: str, start: int, said: str) -> int:
    """How far both are the same, back to where a word ends in both: Acme, or Acme Corp, for Acme Corporation."""
    length = len(commonprefix((plain[start : start + len(said)], said)))
    last_word = said[:length].rpartition(" ")[2]
    if " " in said[:length] and len(last_word) > 1 and ends_word(plain, start + length):
        return length
    while length and not (ends_word(plain, start + length) and ends_word(said, length)):
        length -= 1
    while length and said[length - 1] == " ":
        length -= 1
    return length


def _says_enough(part: str) -> bool:
    found = _SAYS_NOTHING.match(part)
    rest = part[found.end() :].strip() if found else part
    return len(part) >= (SHORTEST_PART if has_han(part) else SHORTEST_LATIN_PART) and bool(rest)


def _glued(plain: str, end: int) -> bool:
    """The text goes on in Chinese without a break: the part of a name may be a word of its own."""
    return end < len(plain) and has_han(plain[end])


def given_names(people: Iterable[KnownPerson]) -> tuple[KnownPerson, ...]:
    """The same people by what colleagues call them: 明远 for 赵明远, Anna for Anna Snelling."""
    called = []
    for person in people:
        if has_han(person.name):
            if len(person.name) == 3:
                called.append(KnownPerson(person.id, person.name[1:]))
        else:
            words = person.name.split()
            called += [KnownPerson(person.id, word) for word in words if len(words) > 1 and len(word) > 1]
    return tuple(called)


@define(eq=False)
class KnownNames:
    """What a line may mention, as plain values. ``kinds`` and ``met`` are as the store calls them, the usual first."""

    people: tuple[KnownPerson, ...] = ()
    accounts: tuple[KnownAccount, ...] = ()
    deals: tuple[KnownDeal, ...] = ()
    kinds: tuple[str, ...] = ()
    met: tuple[str, ...] = ()

    @cached_property
    def people_finder(self) -> NameFinder:
        return NameFinder(self.people)

    @cached_property
    def given_name_finder(self) -> NameFinder:
        return NameFinder(given_names(self.people))

    @cached_property
    def account_finder(self) -> NameFinder:
        return NameFinder(self.accounts)


@lru_cache(maxsize=4096)
def deal_name_and_parts(name: str, account: str) -> tuple[str, ...]:
    """A deal's name, and the parts of it that say more than the customer's."""
    folded = fold(name)
    customer = next((said for said in ways_to_say(account) if folded.startswith(said)), "") if account else ""
    parts = re.split(r"\s*[·|/—–:-]\s*|\s+", folded.removeprefix(customer))
    return (folded, *(part for part in parts if len(part) > 1))
