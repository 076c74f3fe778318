"""Line and item are one thing: which item of a note is which of its lines, after whatever was done to the text.

The text is what counts; items follow it. An item keeps its identity while its line is moved, edited, marked anew,
split, or cut and pasted elsewhere, and gets it back when a line that was removed returns.
"""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from attrs import frozen

from cockpit.model.marks import Line, NoteKind, find_mark, mark_line, parse_line

# Between the same neighbours little likeness is enough to be the same line; far away it takes more.
_LIKE_NEARBY, _LIKE_ANYWHERE = 0.4, 0.75
_COMPARED = 40
"""With more lines left over than this, likeness is not looked for: the time would grow with their square."""


@frozen
class NoteItem:
    """An item as it was known: ``line`` is its place in the note, from 0; None once its line is gone.

    ``removed`` with a line still there: it was removed elsewhere, and its line has yet to follow.
    """

    id: int
    kind: NoteKind
    text: str
    due_on: date | None
    line: int | None
    removed: bool = False


@frozen
class CapturedLine:
    """A line that is an item, as it stands in the note now."""

    line: int
    kind: NoteKind
    text: str
    due_on: date | None


Fate = Literal["kept", "moved", "changed", "revived", "added"]


@frozen
class LineMatch:
    """What a captured line is: an item that was known (``before``), or a new one."""

    now: CapturedLine
    before: NoteItem | None = None

    @property
    def fate(self) -> Fate:
        """What happened to the item; one that was both changed and moved counts as changed."""
        if self.before is None:
            return "added"
        if self.before.removed:
            return "revived"
        if _content(self.before) != _content(self.now):
            return "changed"
        return "kept" if self.before.line == self.now.line else "moved"


@frozen
class LineChanges:
    """``matches`` holds every captured line in the order of the note; ``removed`` items whose line is gone."""

    matches: tuple[LineMatch, ...]
    removed: tuple[NoteItem, ...]

    @property
    def any(self) -> bool:
        """Whether anything has to be written."""
        return bool(self.removed) or any(match.fate != "kept" for match in self.matches)


@lru_cache(maxsize=8192)
def _understood(text: str, today: date) -> Line:
    # A note is read again at every saving, and all but one of its lines are what they were.
    return parse_line(text, today)


def captured_lines(note: str, today: date) -> list[CapturedLine]:
    """The items that a note's text holds, in its order."""
    found = []
    for number, text in enumerate(note.split("\n")):
        line = _understood(text, today)
        if line.kind is not None:
            found.append(CapturedLine(number, line.kind, line.text, line.due_on))
    return found


def compare(former: Iterable[NoteItem], now: Sequence[CapturedLine]) -> LineChanges:
    """Say which of the former items, removed ones among them, each line of the note is.

    First what is the same in every way, then the same words, then what is alike between the same neighbours, then what
    is alike anywhere, then removed items that return; every other line is new.
    """
    former = sorted(former, key=lambda item: (item.line or 0, item.id))
    matching = _Matching([item for item in former if not item.removed], now)
    matching.same(_content)
    matching.same(_words)
    matching.alike_between_neighbours()
    matching.alike_anywhere()
    removed = [item for item in former if item.removed]
    # The one that was removed last comes back first.
    matching.revive(sorted(removed, key=lambda item: item.id, reverse=True))
    pairs = matching.pairs
    found_again = {before.id for before in pairs.values()}
    gone = tuple(item for item in matching.items if item.id not in found_again)
    return LineChanges(tuple(LineMatch(line, pairs.get(place)) for place, line in enumerate(now)), gone)


def _content(thing: NoteItem | CapturedLine) -> tuple[object, ...]:
    return thing.kind, thing.text, thing.due_on


def _words(thing: NoteItem | CapturedLine) -> tuple[object, ...]:
    return (thing.text,)


_Key = Callable[[NoteItem | CapturedLine], tuple[object, ...]]


class _Matching:
    """Pairs found so far: place among the captured lines -> item."""

    def __init__(self, items: list[NoteItem], now: Sequence[CapturedLine]) -> None:
        self.items, self.now = items, now
        self.pairs: dict[int, NoteItem] = {}
        self._taken: set[int] = set()

    def same(self, key: _Key) -> None:
        """Pair what has the same key, in the order of the note.

        Where one of several that are equal came or went, those in place stay what they are.
        """
        items, places = self._items_left(), self._places_left()
        many = Counter(key(item) for item in items)
        many.subtract(key(self.now[place]) for place in places)
        at_line = {item.line: item for item in items}
        for place in places:
            item = at_line.get(self.now[place].line)
            if item is not None and key(item) == key(self.now[place]) and many[key(item)]:
                self._pair(place, item)
        self._pair_in_order(key, self._items_left())

    def alike_between_neighbours(self) -> None:
        """Lines and items that lie between the same two paired lines are probably edits of each other."""
        order = {item.id: number for number, item in enumerate(self.items)}
        edges = [-1, *self._paired_in_order(order), len(self.now)]
        gaps: list[tuple[list[int], list[NoteItem]]] = []
        for left, right in pairwise(edges):
            low = order[self.pairs[left].id] if left >= 0 else -1
            high = order[self.pairs[right].id] if right < len(self.now) else len(self.items)
            places = [place for place in range(left + 1, right) if place not in self.pairs]
            gaps.append((places, [item for item in self.items[low + 1 : high] if item.id not in self._taken]))
        for places, items in gaps:
            self._pair_alike(places, items, _LIKE_NEARBY)

    def alike_anywhere(self) -> None:
        """Cut, edited, and pasted elsewhere."""
        self._pair_alike(self._places_left(), self._items_left(), _LIKE_ANYWHERE)

    def revive(self, removed: list[NoteItem]) -> None:
        """Lines that are just like an item that was removed are that item again."""
        for key in (_content, _words):
            self._pair_in_order(key, [item for item in removed if item.id not in self._taken])

    def _pair_in_order(self, key: _Key, items: list[NoteItem]) -> None:
        waiting: dict[tuple[object, ...], deque[NoteItem]] = {}
        for item in items:
            waiting.setdefault(key(item), deque()).append(item)
        for place in self._places_left():
            if same := waiting.get(key(self.now[place])):
                self._pair(place, same.popleft())

    def _paired_in_order(self, order: dict[int, int]) -> list[int]:
        """Paired places whose items come in the same order as the lines: what was moved is no neighbour."""
        found: list[int] = []
        for place in sorted(self.pairs):
            if not found or order[self.pairs[place].id] > order[self.pairs[found[-1]].id]:
                found.append(place)
        return found

    def _pair_alike(self, places: list[int], items: list[NoteItem], enough: float) -> None:
        if not places or not items or len(places) > _COMPARED or len(items) > _COMPARED:
            return
        scored = [
            (_likeness(item.text, self.now[place].text), -abs((item.line or 0) - self.now[place].line), -place, -number)
            for place in places
            for number, item in enumerate(items)
        ]
        for score, _, place, number in sorted(scored, reverse=True):
            if score >= enough and -place not in self.pairs and items[-number].id not in self._taken:
                self._pair(-place, items[-number])

    def _pair(self, place: int, item: NoteItem) -> None:
        self.pairs[place] = item
        self._taken.add(item.id)

    def _places_left(self) -> list[int]:
        return [place for place in range(len(self.now)) if place not in self.pairs]

    def _items_left(self) -> list[NoteItem]:
        return [item for item in self.items if item.id not in self._taken]


def _likeness(before: str, now: str) -> float:
    """0 to 1. What was typed on, or cut off at the end (a line that was split), is nearly the same."""
    short, long = sorted((before, now), key=len)
    if long.startswith(short):
        return 0.9 + 0.1 * len(short) / len(long)
    matcher = SequenceMatcher(None, before, now, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _LIKE_NEARBY else 0.0


def rewrite_line(
    line: str,
    today: date,
    *,
    kind: NoteKind | None = None,
    text: str | None = None,
    due_on: date | None | Literal["as it is"] = "as it is",
) -> str:
    """The line of an item with another kind, other words or another due day; what is not given stays as typed.

    ``today`` is the day of the note, on which its words for days were said. ``due_on`` None takes the date away.
    """
    found = parse_line(line, today)
    if text is not None:
        line, found = _with_text(line, found, text, today)
    if due_on != "as it is" and due_on != found.due_on:
        line = _with_due(line, found, due_on)
    return line if kind is None or kind == found.mark else mark_line(line, kind)


def _with_text(line: str, found: Line, text: str, today: date) -> tuple[str, Line]:
    words = " ".join(text.split())
    if words == found.text:
        return line, found
    phrase = f" {line[found.due.start : found.due.end]}" if found.due else ""
    lead = line[: found.body] if found.mark else ""
    line = f"{lead}{words}{phrase}"
    # Words that begin with a sign are parted from the mark by a blank: "?" before "!=" would no longer be a mark.
    if found.mark and (find_mark(line) or (None,))[0] != found.mark:
        line = f"{line[: found.mark_end]} {words}{phrase}"
    return line, parse_line(line, today)


def _with_due(line: str, found: Line, due_on: date | None) -> str:
    phrase = f"@{due_on.isoformat()}" if due_on else ""
    if found.due is None:
        return f"{line.rstrip()} {phrase}"
    before, after = line[: found.due.start], line[found.due.end :]
    if due_on is None:
        return " ".join(part for part in (before.rstrip(), after.strip()) if part)
    gap = " " if after[:1].isascii() and after[:1].isalnum() else ""
    return before + phrase + gap + after


def replace_line(note: str, number: int, line: str | None) -> str:
    """The note with its line ``number`` (from 0) replaced, or taken out with None. Raises IndexError beyond the end."""
    lines = note.split("\n")
    if line is None:
        del lines[number]
    else:
        lines[number] = line
    return "\n".join(lines)


def follow_items(note: str, items: Iterable[NoteItem], today: date) -> str:
    """The note with its lines made what its items say: an item may have been changed or removed on another page.

    ``items`` are as they were written for this very text, so their places are those of the text.
    """
    lines = note.split("\n")
    for item in items:
        if item.line is None or item.line >= len(lines):
            continue
        found = parse_line(lines[item.line], today)
        if item.removed:
            if _content(item) == (found.kind, found.text, found.due_on):
                lines[item.line] = mark_line(lines[item.line], None)
        elif found.kind is not None and _content(item) != (found.kind, found.text, found.due_on):
            lines[item.line] = rewrite_line(lines[item.line], today, kind=item.kind, text=item.text, due_on=item.due_on)
    return "\n".join(lines)
