"""Finding people, accounts, deals and notes: what the palette asks."""

import sqlite3

from cockpit.store import search
from cockpit.store.search import Found, everybody

__all__ = ["Found", "everybody", "find"]


def find(connection: sqlite3.Connection, text: str, *, limit: int = 8, person_id: int | None = None) -> list[Found]:
    """What matches ``text``; a name half in Chinese, half in letters (张w) is looked up by its pinyin as well."""
    found = search.find(connection, text, limit=limit, person_id=person_id)
    has_han = any("\u4e00" <= character <= "\u9fff" for character in text)
    if has_han and any(character.isascii() and character.isalpha() for character in text):
        from cockpit.model.pinyin import pinyin_key

        known = {(hit.kind, hit.id) for hit in found}
        more = search.find(connection, pinyin_key(text), limit=limit, person_id=person_id)
        found += [hit for hit in more if (hit.kind, hit.id) not in known]
    return found
