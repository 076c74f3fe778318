"""The pieces of a typed line: which words of it are a person, a kind, a day, a customer, and what is left as a note."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Literal

from attrs import define, evolve, field, frozen

from cockpit.language import language
from cockpit.model.activity_words import KINDS, said_for
from cockpit.model.entry_days import SEPARATES, find_follow_up, happened_at
from cockpit.model.known_names import Hit, KnownDeal, KnownNames, deal_name_and_parts, ends_word, fold, starts_word
from cockpit.model.names import has_han

Field = Literal["person", "kind", "met", "target", "day", "follow_up"]
Slot = Literal["person", "kind", "met", "target", "deal", "new", "nobody", "day", "follow_up"]
NOBODY = "无客户"


@frozen
class Piece:
    """Words in ``[start, end)`` of the line. ``ids`` are whom a name may mean, ``value`` what the words are called, or
    why they mean nothing; ``day`` of a date.
    """

    slot: Slot
    start: int
    end: int
    ids: tuple[int, ...] = ()
    sure: bool = True
    value: str = ""
    day: date | None = None


_TOKEN = re.compile(r"[^\s,;、。]+")
_AROUND_NOTE = re.compile(r"^(?:[\s,，;；、。:：的]|[-–—]+(?=\s))+|[\s,，;；、:：–—-]+$")
_PART = re.compile(r"[^,;、。]+")
_BETWEEN = re.compile(
    r"(?:(?:一起|(?:打|做|发|见|去|找|跟|请|陪)(?:了|到|过)?(?:一?次|个)?|和|与|同|到|在|给|对|约|向|用|了|的|[他她]们?|那边|这边|w/|"
    r"(?:with|to|at|the|an?|had|has|did|for|from|on|by|and|of|in)(?=\s))\s*)+"
)
"""What stands between the pieces and says nothing by itself."""
_BESIDE = re.compile(r"(?:上午|下午|中午|晚上|早上|傍晚|刚才|刚刚|刚)|(?:this )?(?:morning|afternoon|evening)(?![a-z])")
"""What stands among the pieces and belongs to the note."""
_NEW = re.compile(r"\+\s?(?:\"(?P<quoted>[^\"]+)\"|(?P<name>[^\s,;、。|]+))")
_NOBODY = re.compile(rf"{NOBODY}|不挂客户|no (?:customer|account)")
_NUMBER = re.compile(r"#(\d{1,12})")
_NICKNAME = re.compile(
    r"(?:[小老](?P<after>[\u4e00-\u9fff])|(?P<before>[\u4e00-\u9fff])(?:哥|姐|工)|(?P<alone>[\u4e00-\u9fff]))"
)
_GOES_ON = set("聊谈说问讲看确要想反提对没不还约报沟讨汇推签介解交给发做催等在了过后时完和跟与见先再又都也已把被让请:")
"""A Chinese word of two characters that is glued to what follows is taken only before these: 采购说, and not 采购单."""


@define(slots=False)
class EntryWords:
    """Reads ``line``; then ``pieces`` holds what was found, ``note`` the rest, as typed."""

    line: str
    known: KnownNames
    today: date
    pieces: dict[Slot, Piece] = field(init=False, factory=dict)
    either: tuple[Piece, Piece] | None = field(init=False, default=None)
    """The same word as a person and as a customer."""
    note: str = field(init=False, default="")
    unknown: str = field(init=False, default="")
    """The first word of the note."""
    unknown_span: tuple[int, int] = field(init=False, default=(0, 0))
    _plain: str = field(init=False, default="")
    _unknown_at: int | None = field(init=False, default=None)
    _taken: list[tuple[int, int]] = field(init=False, factory=list)

    def __attrs_post_init__(self) -> None:
        self._plain = fold(self.line)
        until = self._plain.find("|")
        end = len(self._plain) if until < 0 else until
        if found := find_follow_up(self.line[:end], self._plain[:end], self.today):
            self.pieces["follow_up"] = Piece("follow_up", found.start, found.end, value=found.reason, day=found.day)
        begun = self._read_head(end)
        self._read_note(begun, end)
        self._be_sure_between_pieces()
        self._settle_note(begun, end)

    @property
    def is_unknown_at_head(self) -> bool:
        """Whether that word stands among what was understood, and not with more of a note."""
        return self._unknown_at is not None

    @property
    def usual_kinds(self) -> tuple[str, ...]:
        """What the store calls them, then the others."""
        return tuple(dict.fromkeys((*self.known.kinds, *(word.called(self.known.kinds) for word in KINDS))))

    # --- the way through the line -----------------------------------------------------------------------------

    def _read_head(self, end: int) -> int:
        """Piece after piece; returns where the note begins."""
        place = 0
        while place < end:
            skipped = self._skip(place, end)
            if skipped > place:
                place = skipped
            elif piece := self._piece_at(place, end):
                place = self._take(piece)
            elif (between := _BETWEEN.match(self._plain, place)) and (
                piece := self._piece_at(self._skip(between.end(), end), end)
            ):
                self._taken.append((place, between.end()))
                place = self._take(piece)
            elif (beside := self._beside(between.end() if between else place)) is not None and beside < end:
                place = beside
            elif (after := self._after_unknown(place, end)) is not None:
                place = after
            else:
                return place if self._unknown_at is None else self._unknown_at
        return end if self._unknown_at is None else self._unknown_at

    def _beside(self, place: int) -> int | None:
        """Where a time of day ends, or the name of somebody who came along."""
        if found := _BESIDE.match(self._plain, place):
            return found.end()
        if "person" not in self.pieces:
            return None
        hit = self.known.people_finder.at(self._plain, place, whole=True)
        return hit.end if hit and ends_word(self._plain, hit.end) else None

    def _after_unknown(self, place: int, end: int) -> int | None:
        """One word that nobody knows, a new customer's name for one, does not yet begin the note, if a person, a kind
        or a day follows.
        """
        token = _TOKEN.match(self._plain, place, end)
        if self._unknown_at is not None or token is None or not starts_word(self._plain, place):
            return None
        piece = self._piece_at(self._skip(token.end(), end), end)
        if piece is None or piece.slot not in ("person", "kind", "day"):
            return None
        self._unknown_at = place
        return token.end()

    def _skip(self, place: int, end: int) -> int:
        """Over blanks, signs, the follow-up, and what was taken before."""
        while place < end:
            if found := SEPARATES.match(self._plain, place, end):
                place = found.end()
            elif self._is_follow_up(place):
                place = self.pieces["follow_up"].end
            elif (taken := self._taken_at(place)) is not None:
                place = taken
            else:
                break
        return place

    def _taken_at(self, place: int) -> int | None:
        """Where the piece ends in which this place lies."""
        return next((stop for start, stop in self._taken if start <= place < stop), None)

    def _is_follow_up(self, start: int) -> bool:
        span = self.pieces.get("follow_up")
        return span is not None and span.start <= start < span.end

    def _read_note(self, begun: int, end: int) -> None:
        """Names are looked for in all of it; what stands apart at the end is taken like the head."""
        spans = [found.span() for found in _TOKEN.finditer(self._plain, begun, end)]
        tokens = [span for span in spans if not self._is_follow_up(span[0]) and self._taken_at(span[0]) is None]
        for start, stop in tokens[1:]:
            for slot in ("person", "target"):
                if slot not in self.pieces and self.either is None and (found := self._name_in_note(slot, start, stop)):
                    self.pieces[found.slot] = found
        for piece in self._tail(begun, end):
            if piece.slot not in self.pieces:
                self._take(piece)

    def _tail(self, begun: int, end: int) -> list[Piece]:
        """What stands apart at the end, the first first: after a comma, or as Chinese words of their own."""
        tail: list[Piece] = []
        for part in reversed([found.span() for found in _PART.finditer(self._plain, begun, end)]):
            if part[0] > begun and (pieces := self._all_pieces(*part)) is not None:
                tail = [*pieces, *tail]
                continue
            words = [found.span() for found in _TOKEN.finditer(self._plain, *part)]
            for start, stop in reversed(words if part[0] > begun else words[1:]):
                pieces = (
                    self._all_pieces(start, stop)
                    if has_han(self.line[start:stop]) or self._is_follow_up(start)
                    else None
                )
                if pieces is None:
                    break
                tail = [*pieces, *tail]
            break
        return tail

    def _name_in_note(self, slot: Slot, start: int, stop: int) -> Piece | None:
        """Only where all of a name stands there, as a word of its own."""
        finder = self.known.people_finder if slot == "person" else self.known.account_finder
        hit = finder.at(self._plain, start, whole=True)
        if hit is None or hit.end < stop or len(hit.ids) > 1 or not ends_word(self._plain, hit.end):
            return None
        return Piece(slot, start, hit.end, hit.ids)

    def _all_pieces(self, start: int, stop: int) -> list[Piece] | None:
        """The pieces between two places; None where something else is left of it."""
        found: list[Piece] = []
        place = self._skip(start, stop)
        while place < stop:
            piece = self._piece_at(place, stop)
            if piece is None:
                return None
            found.append(piece)
            place = self._skip(piece.end, stop)
        return found

    def _take(self, piece: Piece) -> int:
        self._taken.append((piece.start, piece.end))
        if piece.slot == "person" and self.either is None and (other := self._as_account(piece)) is not None:
            self.either = piece, other
        else:
            self.pieces[piece.slot] = piece
        return piece.end

    def _be_sure_between_pieces(self) -> None:
        """A part of a customer's name is in no word of its own where the next piece follows at once: 华信决策人."""
        piece = self.pieces.get("target")
        if piece and not piece.sure and has_han(self.line[piece.start : piece.end]):
            follows = any(other.start == piece.end for other in self.pieces.values())
            self.pieces["target"] = evolve(piece, sure=follows)

    def _as_account(self, person: Piece) -> Piece | None:
        """The customer that the same letters may mean."""
        if has_han(self.line[person.start : person.end]) or "target" in self.pieces:
            return None
        hit = self.known.account_finder.at(self._plain, person.start)
        if hit is None or hit.end != person.end or (person.sure and not hit.sure):
            return None
        return Piece("target", person.start, hit.end, hit.ids, hit.sure)

    def _settle_note(self, begun: int, end: int) -> None:
        """What is left of the line, in its own order and with its own signs."""
        taken = sorted(self._taken)
        if follow_up := self.pieces.get("follow_up"):
            taken = sorted([*taken, (follow_up.start, follow_up.end)])
        parts, place = [], 0
        for start, stop in [*taken, (end, end)]:
            if start > place:
                parts.append(self.line[place:start])
            place = max(place, stop)
        kept = (_AROUND_NOTE.sub("", part) if place else part for place, part in enumerate(parts))
        told = _AROUND_NOTE.sub("", " ".join(part.strip() for part in kept if _TOKEN.search(fold(part))))
        verbatim = self.line[end + 1 :].strip() if end < len(self.line) else ""
        self.note = " ".join(part for part in (told, verbatim) if part)
        begun = self._skip(begun, end)
        if begun < end and (first := _TOKEN.match(self._plain, begun, end)):
            start, stop = first.span()
            if (follow_up := self.pieces.get("follow_up")) and start < follow_up.start < stop:
                stop = follow_up.start
            start += self._plain.startswith("的", start)
            self.unknown_span, self.unknown = (start, stop), self.line[start:stop]

    # --- one piece --------------------------------------------------------------------------------------------

    def _piece_at(self, start: int, end: int) -> Piece | None:
        """The longest piece that begins here and whose slot is still free; days before words before names."""
        if start >= end:
            return None
        found = (self._new_at(start), self._day_at(start, end), self._kind_at(start), self._met_at(start),
                 self._person_at(start), self._deal_at(start), self._account_at(start))  # fmt: skip
        pieces = [piece for piece in found if piece is not None and piece.end <= end and self._is_free(piece)]
        return max(pieces, key=lambda piece: piece.end, default=None)

    def _is_free(self, piece: Piece) -> bool:
        """A slot is filled once."""
        if piece.slot in ("target", "new", "nobody"):
            return not {"target", "new", "nobody"} & set(self.pieces)
        return piece.slot not in self.pieces

    def _new_at(self, start: int) -> Piece | None:
        if found := _NEW.match(self._plain, start):
            span = found.span("quoted" if found["quoted"] else "name")
            name = self.line[slice(*span)].strip()
            return Piece("new", start, found.end(), value=name) if name else None
        found = _NOBODY.match(self._plain, start)
        return Piece("nobody", start, found.end()) if found else None

    def _day_at(self, start: int, end: int) -> Piece | None:
        found = happened_at(self.line[:end], self._plain, start, self.today)
        return Piece("day", start, found.end, value=found.reason, day=found.day) if found else None

    def _kind_at(self, start: int) -> Piece | None:
        return self._word_at("kind", start, said_for(self.known.kinds, "kinds", language()))

    def _met_at(self, start: int) -> Piece | None:
        return self._word_at("met", start, said_for(self.known.met, "met", language()))

    def _word_at(self, slot: Slot, start: int, said: Sequence[tuple[str, str]]) -> Piece | None:
        if not starts_word(self._plain, start):
            return None
        for words, name in said:
            if self._plain.startswith(words, start) and self._word_ends(words, start):
                return Piece(slot, start, start + len(words), value=name)
        return None

    def _word_ends(self, words: str, start: int) -> bool:
        end = start + len(words)
        if words == "it" and self.line[start:end] == "it":
            return False
        follows = self._plain[end : end + 1]
        if len(words) > 2 or not has_han(words) or not has_han(follows):
            return ends_word(self._plain, end)
        return follows in _GOES_ON or self._piece_begins(end)

    def _piece_begins(self, start: int) -> bool:
        """Whether one of the long words or a name begins here."""
        words = (*said_for(self.known.kinds, "kinds", language()), *said_for(self.known.met, "met", language()))
        if any(len(said) > 1 and self._plain.startswith(said, start) for said, _ in words):
            return True
        return self._person_at(start) is not None or self._account_at(start) is not None

    def _person_at(self, start: int) -> Piece | None:
        if (hit := self.known.people_finder.at(self._plain, start)) is None:
            hit = self.known.given_name_finder.at(self._plain, start, whole=True) or self._nickname_at(start)
        if hit is None:
            return None
        hit = self._numbered(hit)
        return Piece("person", start, hit.end, hit.ids, hit.sure)

    def _nickname_at(self, start: int) -> Hit | None:
        """小李, 老李, 李哥, or the surname as a word of its own."""
        found = _NICKNAME.match(self._plain, start)
        if found is None:
            return None
        alone = found["alone"]
        if alone and not (self._is_apart(start) and self._is_apart(found.end())):
            return None
        surname = found["after"] or found["before"] or alone
        ids = tuple(person.id for person in self.known.people if person.name.startswith(surname))
        return Hit(found.end(), ids, sure=False) if ids else None

    def _is_apart(self, place: int) -> bool:
        around = self._plain[place - 1 : place] if place else "", self._plain[place : place + 1]
        return not all(around) or any(SEPARATES.fullmatch(one) for one in around)

    def _account_at(self, start: int) -> Piece | None:
        hit = self.known.account_finder.at(self._plain, start)
        if hit is None:
            return None
        hit = self._numbered(hit)
        return Piece("target", start, hit.end, hit.ids, hit.sure)

    def _deal_at(self, start: int) -> Piece | None:
        """By its number, by its whole name, or by a part of the name beside the customer's."""
        if "deal" in self.pieces or not starts_word(self._plain, start):
            return None
        account = self.pieces.get("target") or (self.either[1] if self.either else None)
        token = _TOKEN.match(self._plain, start)
        typed = token[0] if token and len(token[0]) > 1 else ""
        best: tuple[int, bool] = (0, False)
        found: list[int] = []
        for deal in self.known.deals:
            for said, whole in self._deal_names(deal, account):
                complete = self._plain.startswith(said, start) and ends_word(self._plain, start + len(said))
                # The beginning of a part is enough, where it is a word of its own.
                begun = bool(typed) and not whole and said.startswith(typed)
                length = len(said) if complete else len(typed) if begun else 0
                if length and (length, complete) >= best:
                    found = [*found, deal.id] if (length, complete) == best else [deal.id]
                    best = length, complete
        if not found:
            return None
        hit = self._numbered(Hit(start + best[0], tuple(dict.fromkeys(found)), best[1]))
        return Piece("deal", start, hit.end, hit.ids, hit.sure)

    def _deal_names(self, deal: KnownDeal, account: Piece | None) -> Iterator[tuple[str, bool]]:
        """How a deal may be written, and whether that is all of it."""
        of_account = account is not None and deal.account_id in account.ids
        customer = self._account_names.get(deal.account_id, "") if of_account else ""
        whole, *parts = deal_name_and_parts(deal.name, customer)
        yield whole, True
        if deal.external_id:
            yield fold(deal.external_id), True
        if of_account:
            yield from ((part, False) for part in parts)

    @cached_property
    def _account_names(self) -> dict[int | None, str]:
        return {account.id: account.name for account in self.known.accounts}

    def _numbered(self, hit: Hit) -> Hit:
        """ "#12" after a name chooses one of those that are called so."""
        found = _NUMBER.match(self._plain, hit.end)
        if found is None or int(found[1]) not in hit.ids:
            return hit
        return Hit(found.end(), (int(found[1]),), sure=True)
