"""When two names mean the same person, customer, product or stage although they are written differently."""

import re
import unicodedata

_NO_LETTER = re.compile(r"[\W_]+")


def name_key(name: str) -> str:
    """What is compared instead of the name: without blanks and marks, in half width, in small letters.

    "GTX Pro", "GTXPro" and "ＧＴＸ ｐｒｏ" have one key. A name made of nothing but marks keeps them.
    """
    half = unicodedata.normalize("NFKC", name).casefold()
    return _NO_LETTER.sub("", half) or half.strip()


def has_han(text: str) -> bool:
    """Whether there is a Chinese character in it."""
    return any("\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf" for character in text)
