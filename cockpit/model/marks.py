"""Marks: the first character of a line that makes it a request, a promise, a problem ...

What is a mark, and what only looks like one:
- A mark stands first in its line; blanks (half or full width) may stand before and after it. Full-width forms count
  the same, and so does what Chinese input methods write for the key: 》 or 〉 for >, …… for ^.
- With a blank after the mark the line is always an item: "> 6 次首访一周", "# 1 号客户没跟".
- Without one it is no item when another sign follows ("!=", ">=", "**", "###", "?!", "^_^"), or when a figure
  follows + # or > ("+86 138…", "#1 客户", ">3 万"). 》 never means "greater", so "》6 次" is an item.
- A line that starts with a backslash is text, whatever follows it.
- A mark with nothing after it, or with only a date, is not yet an item.
"""

import re
from datetime import date
from enum import Enum

from attrs import frozen

from cockpit.language import noop, tr
from cockpit.model.due_dates import DuePhrase, find_due


class NoteKind(Enum):
    """What a line can be; the values are those of the store."""

    REQUEST = "request"
    PROMISE = "promise"
    SUGGESTION = "suggestion"
    IDEA = "idea"
    PROBLEM = "problem"
    LEADER_PROBLEM = "leader_problem"
    ACTION = "action"
    PRAISE = "praise"

    @property
    def symbol(self) -> str:
        """How the mark is written: "?", "##"."""
        return SYMBOLS[self]

    @property
    def label(self) -> str:
        """Its name in the user's language; both kinds of problems are called so."""
        return tr(_LABELS[self])


SYMBOLS = {
    NoteKind.REQUEST: "?",
    NoteKind.PROMISE: "!",
    NoteKind.SUGGESTION: "+",
    NoteKind.IDEA: "*",
    NoteKind.PROBLEM: "#",
    NoteKind.LEADER_PROBLEM: "##",
    NoteKind.ACTION: ">",
    NoteKind.PRAISE: "^",
}
_LABELS = {
    NoteKind.REQUEST: noop("需求"),
    NoteKind.PROMISE: noop("承诺"),
    NoteKind.SUGGESTION: noop("建议"),
    NoteKind.IDEA: noop("新创意"),
    NoteKind.PROBLEM: noop("问题"),
    NoteKind.LEADER_PROBLEM: noop("问题"),
    NoteKind.ACTION: noop("改进动作"),
    NoteKind.PRAISE: noop("表扬"),
}

_BLANKS = " \t\u3000\u00a0"
_MARK = re.compile(
    rf"(?P<indent>[{_BLANKS}]*)"
    r"(?:(?P<request>[?？﹖])|(?P<promise>[!！﹗])|(?P<suggestion>[+＋﹢])|(?P<idea>[*＊﹡])"
    r"|(?P<leader_problem>[#＃﹟]{2})|(?P<problem>[#＃﹟])|(?P<action>[>＞》〉﹥])|(?P<praise>[\^＾]|…{1,2}))"
    rf"(?P<blanks>[{_BLANKS}]*)"
)
# What makes the sign before it a part of something else: another sign, or punctuation that ends a sentence.
_GOES_ON = set("=<>?!+*#^~_|/\\&%$-.,;:)") | set("＝＜＞？！＋＊＃＾～＿｜／＼＆％＄－．，；：）。、…》〉·")
_WITH_FIGURES = frozenset("+＋﹢#＃﹟>＞﹥")


@frozen
class Line:
    """A line of a note as understood.

    ``kind`` is None for plain text and for a mark with nothing after it; ``mark`` tells that one too. ``text`` is what
    is left without mark and date. The mark stands in ``[mark_start, mark_end)``; ``body`` is where its text begins.
    """

    kind: NoteKind | None
    text: str
    mark: NoteKind | None = None
    mark_start: int = 0
    mark_end: int = 0
    body: int = 0
    due: DuePhrase | None = None

    @property
    def due_on(self) -> date | None:
        """The due day, if there is one."""
        return self.due.day if self.due else None


def find_mark(text: str) -> tuple[NoteKind, int, int, int] | None:
    """The mark of a line: its kind, start and end, and where the text after it begins."""
    found = _MARK.match(text)
    if found is None:
        return None
    name = next(kind for kind in NoteKind if found[kind.value] is not None)
    sign, rest = found[name.value], text[found.end() :]
    if not found["blanks"] and rest:
        figure = rest[0].isdigit() and sign[0] in _WITH_FIGURES
        if figure or rest[0] in _GOES_ON:
            return None
    return name, found.start(name.value), found.end(name.value), found.end()


def parse_line(text: str, today: date) -> Line:
    """Understand one line, without its line break; words for days count from ``today``."""
    found = find_mark(text)
    if found is None:
        return Line(None, text.strip())
    mark, start, end, body = found
    due = find_due(text[body:], today)
    if due is None:
        words = text[body:].strip()
    else:
        due = DuePhrase(due.start + body, due.end + body, due.day, due.problem, due.is_past)
        words = " ".join(part for part in (text[body : due.start].strip(), text[due.end :].strip()) if part)
    return Line(mark if words else None, words, mark, start, end, body, due)


def mark_line(text: str, kind: NoteKind | None) -> str:
    """The line with its mark set to ``kind``, or taken away with None; the rest stays as typed."""
    found = find_mark(text)
    indent = text[: len(text) - len(text.lstrip(_BLANKS))]
    rest = text[found[3] :] if found else text[len(indent) :]
    if kind is None:
        # What is left must not turn out to be another item.
        return indent + ("\\" if find_mark(rest) else "") + rest
    return f"{indent}{kind.symbol} {rest}"
