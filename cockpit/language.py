"""The language of every text that a user sees. Chinese is the source; English comes from resources/i18n.

The catalogue is a Qt Linguist file, so Linguist and lupdate work on it, but it is read here without Qt: the workbook
and the command line speak the same words as the window, and need no display.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Literal
from xml.etree import ElementTree

from cockpit.resources import resource

LanguageCode = Literal["zh", "en"]

_chosen: LanguageCode = "zh"
# A workbook may be written in English while the window stays Chinese: the override holds for one context (thread) only.
_override: ContextVar[LanguageCode | None] = ContextVar("language", default=None)


def language() -> LanguageCode:
    """The language in which texts come out here and now."""
    return _override.get() or _chosen


def choose_language(code: LanguageCode) -> None:
    """Switch the whole program; windows must retranslate themselves afterwards."""
    global _chosen
    _chosen = code


@contextmanager
def speaking(code: LanguageCode) -> Iterator[None]:
    """Texts come out in ``code`` inside the block, in this thread only."""
    token = _override.set(code)
    try:
        yield
    finally:
        _override.reset(token)


def noop(source: str) -> str:
    """Marks a constant for extraction; ``tr`` translates it when it is shown."""
    return source


def tr(source: str, /, **values: object) -> str:
    """``source`` (Chinese) in the current language, with ``{name}`` fields filled from ``values``.

    A text without an English entry comes out in Chinese; a test holds that there is none. In English a form for
    one thing may be given as ``one|many``: it is chosen by the value ``n``.
    """
    text = source if language() == "zh" else _english().get(source, source)
    if "|" in text and "n" in values:
        one, _, many = text.partition("|")
        text = one if values["n"] == 1 else many
    return text.format(**values) if values else text


@lru_cache(maxsize=1)
def _english() -> dict[str, str]:
    path = resource("i18n", "cockpit_en.ts")
    if not path.exists():
        return {}
    entries = {}
    for message in ElementTree.parse(path).iter("message"):
        source, translation = message.findtext("source"), message.find("translation")
        if source and translation is not None and translation.text and translation.get("type") != "vanished":
            entries[source] = translation.text
    return entries
