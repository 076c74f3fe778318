"""Text in files of plain text (.csv) that a spreadsheet would take for a formula and run.

It goes out behind an apostrophe, which is what spreadsheets themselves use to say "this is text", and which is taken
off again when our own file is read back: ``as_meant(harmless(text)) == text`` for every text. In workbooks nothing of
the kind is needed: there a text is a text.
"""

import re

_LEADS = frozenset("=+-@\t\r'＝＋－＠")
"""The wide ones too: spreadsheets of East Asia take them for the narrow ones."""
_RISKY = re.compile(r"'*[ \u00a0\u3000]*[=+\-@\t\r＝＋－＠]")
_PLAIN_NUMBER = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?%?")
_BLANKS = " \u00a0\u3000"


def is_risky(text: str) -> bool:
    """Whether a spreadsheet could run ``text``, or would after the apostrophe is taken off. "-12.5" is a number."""
    if not text or (text[0] not in _LEADS and text[0] not in _BLANKS):
        return False
    return _RISKY.match(text) is not None and _PLAIN_NUMBER.fullmatch(text) is None


def harmless(text: str) -> str:
    """``text`` as it may stand in a .csv file."""
    return "'" + text if is_risky(text) else text


def as_meant(text: str) -> str:
    """A cell of a .csv file as it was meant: without the apostrophe that ``harmless`` put there."""
    return text[1:] if text[:1] == "'" and is_risky(text[1:]) else text
