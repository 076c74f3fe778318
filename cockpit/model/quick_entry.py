"""One line of free typing becomes an activity: who, how, whom they met, which customer, when, when to follow up.

"李雯 昨天上门拜访华信 决策人 聊了报价 跟@周五", "lw hx 电话 IT 确认接口", "Anna visited Acme, f/u @fri".

- What stands at the head is taken bit by bit, glued together or not, in any order; with the first words that say
  nothing of this kind the note begins. In a note only names are still looked for, and they stay in it; what stands
  apart at the end of a Chinese line, or after a comma, is taken again.
- A day with @ or after 跟 is the follow-up's, one without is the day it happened: 周五 is the last Friday then.
- "+名称" is a new customer, "无客户" none. After "|" all is note. "名称#12" tells two of the same name apart.
- Nothing is guessed silently: a part is sure, presumed (with the reason, to be shown), open (to be asked: the entry is
  not ready then), or absent.
"""

import re
from collections.abc import Sequence
from datetime import date
from os.path import commonprefix
from typing import Literal

from attrs import define, field, frozen

from cockpit.language import tr
from cockpit.model import formats
from cockpit.model.entry_words import NOBODY, EntryWords, Field, Piece
from cockpit.model.known_names import KnownAccount, KnownDeal, KnownNames, KnownPerson, fold, ways_to_say
from cockpit.model.names import has_han

PartState = Literal["sure", "presumed", "open", "absent"]
MOST_CHOICES = 9


@frozen
class Choice:
    """A possible answer: what is shown, and what to write into the line for it."""

    text: str
    typed: str


@frozen
class Part:
    """One part of an activity as understood. ``reason`` says why it is presumed, or what is asked.

    It stands in ``[start, end)`` of the line; both are the same where nothing of it does.
    """

    field: Field
    state: PartState
    text: str = ""
    reason: str = ""
    choices: tuple[Choice, ...] = ()
    start: int = 0
    end: int = 0


@frozen
class Entry:
    """A line as understood. ``unknown`` is the first word of the note, which may be the name of a customer."""

    line: str
    parts: tuple[Part, ...]
    day: date
    person_id: int | None = None
    kind: str = ""
    met: str | None = None
    account_id: int | None = None
    deal_id: int | None = None
    new_account: str = ""
    follow_up_on: date | None = None
    note: str = ""
    unknown: str = ""

    def part(self, wanted: Field) -> Part:
        """The part of this field."""
        return next(part for part in self.parts if part.field == wanted)

    @property
    def questions(self) -> tuple[Part, ...]:
        """What has to be answered first."""
        return tuple(part for part in self.parts if part.state == "open")

    @property
    def is_ready(self) -> bool:
        """Whether it can be recorded."""
        return not self.questions

    def answered(self, part: Part, choice: Choice) -> str:
        """The line with the answer written into it; the rest stays as typed."""
        before, after = self.line[: part.start], self.line[part.end :]
        gap_before = " " if before and not before[-1].isspace() else ""
        gap_after = " " if after and not after[0].isspace() else ""
        return f"{before}{gap_before}{choice.typed}{gap_after}{after}"


def understand(
    line: str,
    known: KnownNames,
    today: date,
    *,
    day: date | None = None,
    person_id: int | None = None,
    similar: Sequence[KnownAccount] = (),
) -> Entry:
    """Read a line. Words for days count from ``today``.

    ``day`` is meant where the line names none, ``person_id`` where it names nobody. ``similar`` customers are offered
    where none was recognised.
    """
    words = EntryWords(line, known, today)
    return _Answers(words, known, today, day or today, person_id, tuple(similar)).entry()


@define
class _Answers:
    """What follows from the pieces that were found."""

    words: EntryWords
    known: KnownNames
    today: date
    usual_day: date
    usual_person: int | None
    similar: tuple[KnownAccount, ...]
    parts: list[Part] = field(factory=list)

    def entry(self) -> Entry:
        """Customer and deal first: they may say who it was."""
        owner, names = self._of_word_for_either()
        target, account, deal, new = self._target(names, owner)
        person_part, person = self._person(owner, account, deal)
        kind_part, kind = self._kind()
        met = self.words.pieces.get("met")
        met_part = Part("met", "sure", met.value, start=met.start, end=met.end) if met else Part("met", "absent")
        day_part, day = self._day()
        follow_part, follow_up = self._follow_up(day)
        return Entry(
            self.words.line, (person_part, kind_part, met_part, target, day_part, follow_part), day, person, kind,
            met.value if met else None, account.id if account else None, deal.id if deal else None, new, follow_up,
            self.words.note, self.words.unknown,
        )  # fmt: skip

    # --- who, and with which customer -------------------------------------------------------------------------

    def _of_word_for_either(self) -> tuple[Piece | None, Piece | None]:
        """A word that may be somebody's initials or a customer's is the customer's where the person stands elsewhere,
        and the other way round. Otherwise it is asked for both at once.
        """
        pieces = self.words.pieces
        person, account, either = pieces.get("person"), pieces.get("target"), self.words.either
        if either is not None:
            as_person, as_account = either
            if person is None and account is not None:
                person = as_person
            elif account is None and person is not None:
                account = as_account
            elif person is None:
                person, account = as_person, as_account
        return person, account

    def _both_at_once(self, person: Piece | None, account: Piece | None) -> bool:
        return person is not None and account is not None and person.start == account.start

    def _target(
        self, account_piece: Piece | None, person: Piece | None
    ) -> tuple[Part, KnownAccount | None, KnownDeal | None, str]:
        deal_piece, pieces = self.words.pieces.get("deal"), self.words.pieces
        if self._both_at_once(person, account_piece):
            return Part("target", "absent"), None, None, ""
        if new := pieces.get("new"):
            same = next((one for one in self.known.accounts if fold(one.name) == fold(new.value)), None)
            if same is not None:
                return self._target_part(same, None, "presumed", tr("已经有这个客户"), new), same, None, ""
            shown = tr("新客户 {name}", name=new.value)
            return Part("target", "sure", shown, start=new.start, end=new.end), None, None, new.value
        if nobody := pieces.get("nobody"):
            return Part("target", "sure", tr("无客户"), start=nobody.start, end=nobody.end), None, None, ""
        if deal_piece is not None:
            return self._with_deal(deal_piece, account_piece)
        if account_piece is None:
            return self._unknown_target(), None, None, ""
        found = [one for one in self.known.accounts if one.id in account_piece.ids]
        state: PartState = "sure" if account_piece.sure else "presumed"
        reason = "" if account_piece.sure else tr("按“{typed}”认的", typed=self._typed(account_piece))
        if len(found) > 1 and person is not None and len(person.ids) == 1:
            own = [one for one in found if one.owner_id == person.ids[0]]
            if len(own) == 1:
                name = next(one.name for one in self.known.people if one.id == person.ids[0])
                found, state, reason = own, "presumed", tr("{name}的客户", name=name)
        if len(found) != 1:
            return self._ask_account(account_piece, found), None, None, ""
        account = found[0]
        own_deals = [deal for deal in self.known.deals if deal.account_id == account.id and deal.is_open]
        if len(own_deals) == 1:
            part = self._target_part(account, own_deals[0], "presumed", reason or tr("唯一的在手商机"), account_piece)
            return part, account, own_deals[0], ""
        part = self._target_part(account, None, state, reason, account_piece)
        choices = tuple(Choice(deal.name, _typed_deal(account, deal, self.known)) for deal in own_deals[:MOST_CHOICES])
        return _with_choices(part, choices), account, None, ""

    def _with_deal(
        self, piece: Piece, account_piece: Piece | None
    ) -> tuple[Part, KnownAccount | None, KnownDeal | None, str]:
        found = [deal for deal in self.known.deals if deal.id in piece.ids]
        start = min(piece.start, account_piece.start) if account_piece else piece.start
        whole = Piece("deal", start, max(piece.end, account_piece.end if account_piece else 0))
        if len(found) != 1:
            choices = []
            for deal in found[:MOST_CHOICES]:
                of = self._account(deal.account_id)
                choices.append(Choice(_together(of, deal), _typed_deal(of, deal, self.known)))
            asked = tr("哪一个商机?")
            part = Part("target", "open", self._typed(piece), asked, tuple(choices), whole.start, whole.end)
            return part, None, None, ""
        deal, account = found[0], self._account(found[0].account_id)
        state: PartState = "sure" if piece.sure else "presumed"
        reason = "" if piece.sure else tr("按“{typed}”认的", typed=self._typed(piece))
        return self._target_part(account, deal, state, reason, whole), account, deal, ""

    def _account(self, account_id: int | None) -> KnownAccount | None:
        return next((one for one in self.known.accounts if one.id == account_id), None)

    def _target_part(
        self, account: KnownAccount | None, deal: KnownDeal | None, state: PartState, reason: str, piece: Piece
    ) -> Part:
        return Part("target", state, _together(account, deal), reason, (), piece.start, piece.end)

    def _ask_account(self, piece: Piece, found: Sequence[KnownAccount]) -> Part:
        choices = tuple(map(self._choice_of_account, found[:MOST_CHOICES]))
        return Part("target", "open", self._typed(piece), tr("哪一家客户?"), choices, piece.start, piece.end)

    def _choice_of_account(self, account: KnownAccount) -> Choice:
        """With its owner: of two that are called alike that is what one knows."""
        owner = next((person.name for person in self.known.people if person.id == account.owner_id), "")
        shown = f"{account.name} · {owner}" if owner else account.name
        return Choice(shown, _typed_name(account, self.known.accounts))

    def _unknown_target(self) -> Part:
        choices = [self._choice_of_account(one) for one in self.similar[:MOST_CHOICES]]
        start, end = self.words.unknown_span
        if unknown := self.words.unknown:
            choices.append(Choice(tr("新客户 {name}", name=unknown), f"+{unknown}"))
        choices.append(Choice(tr("无客户"), f"{NOBODY} {unknown}".rstrip()))
        asked = tr("没认出客户")
        return Part("target", "open", "", asked, tuple(choices), start, end)

    def _person(
        self, piece: Piece | None, account: KnownAccount | None, deal: KnownDeal | None
    ) -> tuple[Part, int | None]:
        people = {person.id: person for person in self.known.people}
        if piece is not None:
            found = [people[number] for number in piece.ids if number in people]
            as_account = self.words.pieces.get("target") or (self.words.either[1] if self.words.either else None)
            if self._both_at_once(piece, as_account):
                return self._ask_which(piece, found, as_account), None
            if len(found) == 1:
                reason = "" if piece.sure else tr("按“{typed}”认的", typed=self._typed(piece))
                state: PartState = "sure" if piece.sure else "presumed"
                return Part("person", state, found[0].name, reason, (), piece.start, piece.end), found[0].id
            choices = self._choices_of(found)
            return Part("person", "open", self._typed(piece), tr("哪一位?"), choices, piece.start, piece.end), None
        if account is None and deal is None and self.words.pieces.keys().isdisjoint(("new", "nobody")):
            # Once the customer is known, its owner is likely.
            if self.usual_person not in people:
                return Part("person", "absent"), None
        elif (unknown := self._unknown_initials()) is not None:
            asked = tr("“{typed}”是谁?", typed=self._typed(unknown))
            return Part(
                "person",
                "open",
                self._typed(unknown),
                asked,
                self._choices_of(self.known.people),
                unknown.start,
                unknown.end,
            ), None
        owner = (deal.owner_id if deal else None) or (account.owner_id if account else None)
        for number, reason in ((self.usual_person, tr("正在看的人")), (owner, tr("负责人"))):
            if number in people:
                return Part("person", "presumed", people[number].name, reason), number
        return Part("person", "open", "", tr("谁做的?"), self._choices_of(self.known.people)), None

    def _unknown_initials(self) -> Piece | None:
        """A few letters among what was understood, of nobody who is known."""
        unknown = self.words.unknown
        if not self.words.is_unknown_at_head or not re.fullmatch("[A-Za-z]{2,4}", unknown):
            return None
        return Piece("person", *self.words.unknown_span)

    def _ask_which(self, piece: Piece, people: Sequence[KnownPerson], account: Piece | None) -> Part:
        accounts = [one for one in self.known.accounts if account is not None and one.id in account.ids]
        choices = self._choices_of(people)
        choices += tuple(
            Choice(tr("客户 {name}", name=one.name), _typed_name(one, self.known.accounts)) for one in accounts
        )
        asked = tr("“{typed}”是谁?", typed=self._typed(piece))
        return Part("person", "open", self._typed(piece), asked, choices[:MOST_CHOICES], piece.start, piece.end)

    def _choices_of(self, people: Sequence[KnownPerson]) -> tuple[Choice, ...]:
        return tuple(Choice(one.name, _typed_name(one, self.known.people)) for one in people)

    # --- how, and when ----------------------------------------------------------------------------------------

    def _kind(self) -> tuple[Part, str]:
        if piece := self.words.pieces.get("kind"):
            return Part("kind", "sure", piece.value, start=piece.start, end=piece.end), piece.value
        choices = tuple(Choice(name, name) for name in self.words.usual_kinds[:MOST_CHOICES])
        return Part("kind", "open", "", tr("怎么做的?"), choices), ""

    def _day(self) -> tuple[Part, date]:
        piece = self.words.pieces.get("day")
        if piece is None:
            return Part("day", "presumed", self._day_words(self.usual_day)), self.usual_day
        if piece.day is None:
            why = piece.value or tr("没有这一天")
            return Part("day", "open", self._typed(piece), why, (), piece.start, piece.end), self.usual_day
        if piece.day > self.today:
            asked = tr("{day} 还没到;打算做的写成 跟@日子", day=formats.day_short(piece.day))
            choice = Choice(tr("{day} 跟进", day=formats.day_short(piece.day)), f"跟@{piece.day.isoformat()}")
            return Part("day", "open", self._typed(piece), asked, (choice,), piece.start, piece.end), self.usual_day
        return Part("day", "sure", self._day_words(piece.day), start=piece.start, end=piece.end), piece.day

    def _follow_up(self, happened: date) -> tuple[Part, date | None]:
        piece = self.words.pieces.get("follow_up")
        if piece is None:
            return Part("follow_up", "absent"), None
        if piece.day is None or piece.day < happened:
            why = piece.value or tr("跟进的日子要在这次之后")
            return Part("follow_up", "open", self._typed(piece), why, (), piece.start, piece.end), None
        return Part("follow_up", "sure", self._day_words(piece.day), start=piece.start, end=piece.end), piece.day

    def _day_words(self, day: date) -> str:
        return tr("今天") if day == self.today else formats.day_short(day)

    def _typed(self, piece: Piece) -> str:
        return self.words.line[piece.start : piece.end].strip()


def _with_choices(part: Part, choices: tuple[Choice, ...]) -> Part:
    return Part(part.field, part.state, part.text, part.reason, choices, part.start, part.end)


def _together(account: KnownAccount | None, deal: KnownDeal | None) -> str:
    """Customer and deal in one, without saying the customer twice."""
    if account is None or deal is None:
        return deal.name if deal else account.name if account else ""
    return deal.name if _says_account(deal, account) else f"{account.name} · {deal.name}"


def _says_account(deal: KnownDeal, account: KnownAccount) -> bool:
    """Whether a deal's name begins with its customer's, or with a part of it."""
    said = [commonprefix((fold(deal.name), name)) for name in ways_to_say(account.name)]
    return any(len(same) >= (2 if has_han(same) else 4) for same in said)


def _typed_name(one: KnownPerson | KnownAccount, among: Sequence[KnownPerson | KnownAccount]) -> str:
    same = sum(fold(other.name) == fold(one.name) for other in among)
    return one.name if same == 1 else f"{one.name}#{one.id}"


def _typed_deal(account: KnownAccount | None, deal: KnownDeal, known: KnownNames) -> str:
    """A deal as it has to be written to be found again, with its customer where its own name does not say it."""
    same = sum(fold(one.name) == fold(deal.name) for one in known.deals)
    typed = deal.name if same == 1 and deal.is_open else f"{deal.name}#{deal.id}"
    if account is None or _says_account(deal, account):
        return typed
    return f"{_typed_name(account, known.accounts)} {typed}"


_BREAKS = re.compile(r"\s*[|｜\n]\s*")


def write_line(
    known: KnownNames,
    day: date,
    kind: str,
    *,
    person_id: int | None = None,
    met: str | None = None,
    account_id: int | None = None,
    deal_id: int | None = None,
    follow_up_on: date | None = None,
    note: str = "",
) -> str:
    """An activity as a line that ``understand`` reads as the same again, for editing it where it was typed.

    ``known`` has to hold what it names, and what is called alike.
    """
    person = next((one for one in known.people if one.id == person_id), None)
    deal = next((one for one in known.deals if one.id == deal_id), None)
    account = next((one for one in known.accounts if one.id == account_id), None)
    if deal is not None:
        target = _typed_deal(account, deal, known)
    else:
        target = _typed_name(account, known.accounts) if account else NOBODY
    parts = [
        _typed_name(person, known.people) if person else "",
        kind,
        met or "",
        target,
        day.isoformat(),
        f"跟@{follow_up_on.isoformat()}" if follow_up_on else "",
    ]
    line = " ".join(part for part in parts if part)
    said = _BREAKS.sub(" ", note).strip()
    return f"{line} | {said}" if said else line
