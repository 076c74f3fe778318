"""The names that a typed line may mention: of customers and deals only those whose name could stand in it."""

import re
import sqlite3
from collections.abc import Sequence

from cockpit.model.known_names import KnownAccount, KnownDeal, KnownNames, KnownPerson, fold
from cockpit.model.names import has_han
from cockpit.model.pinyin import pinyin_key

LATELY = 2000
"""Kinds of activities are taken from so many of the newest: all of them would be looked through."""
MOST_SIMILAR = 5
MOST_NAMES = 300
"""So many that fit best are compared letter by letter: in some stores every name begins with the same word."""
MOST_WORDS = 40
"""So many words of a line are looked up: a pasted page is no line, and a statement has its limits."""
_KEY = re.compile(r"[a-z][a-z0-9'&-]*")
_NUMBERED = re.compile(r"#(\d{1,12})")
_CODE = re.compile(r"[a-z0-9][a-z0-9_-]*\d[a-z0-9_-]*")


def names_near(
    connection: sqlite3.Connection, line: str, *, person_id: int | None = None, also: Sequence[int] = ()
) -> KnownNames:
    """People who are here, the customers and open deals that ``line`` may mean, and what kinds are called.

    The names that fit are narrowed down by their beginnings, also after a place name, and by the Latin words in the
    line. ``also`` are deals wanted in any case. With ``person_id`` there is nothing of anybody else: the shield is up.
    """
    plain = fold(line)
    people = tuple(
        KnownPerson(*row)
        for row in connection.execute(
            "SELECT id, name, pinyin, initials FROM people WHERE deleted_at IS NULL"
            " AND (:person IS NULL OR id = :person) ORDER BY left_on IS NOT NULL, pinyin, id",
            {"person": person_id},
        )
    )
    deals = _deals(connection, plain, person_id, also)
    accounts = _accounts(connection, plain, person_id, {deal.account_id for deal in deals} - {None})
    of_accounts = _open_deals_of(connection, [one.id for one in accounts], person_id)
    deals = tuple({deal.id: deal for deal in (*deals, *of_accounts)}.values())
    kinds, met = _words(connection)
    return KnownNames(people, accounts, deals, kinds, met)


def accounts_that_sound_like(
    connection: sqlite3.Connection, word: str, *, person_id: int | None = None
) -> list[KnownAccount]:
    """Customers whose name sounds as ``word`` begins (华新 for 华信), or is spelt nearly so."""
    from difflib import get_close_matches

    lowered = fold(word)
    if not has_han(lowered):
        start = f"{lowered[:2]}%"
        found = _read_accounts(connection, "name LIKE :start", {"start": start}, person_id)
        near = get_close_matches(lowered, [fold(one.name)[: len(lowered) + 2] for one in found], MOST_SIMILAR, 0.75)
        return [one for one in found if fold(one.name)[: len(lowered) + 2] in near][:MOST_SIMILAR]
    for length in (4, 3, 2):
        if len(lowered) < length and length > 2:
            continue
        start = f"{pinyin_key(lowered[:length])}%"
        if found := _read_accounts(connection, "pinyin LIKE :start", {"start": start}, person_id, MOST_SIMILAR):
            return found
    return []


_ACCOUNT = "SELECT id, name, pinyin, initials, owner_id FROM accounts WHERE deleted_at IS NULL"
_MINE = (
    "(:person IS NULL OR owner_id = :person OR id IN"
    " (SELECT account_id FROM deals WHERE owner_id = :person AND deleted_at IS NULL))"
)


def _read_accounts(
    connection: sqlite3.Connection,
    where: str,
    parameters: dict[str, object],
    person_id: int | None,
    limit: int = MOST_NAMES,
    order: str = "id",
) -> list[KnownAccount]:
    found = connection.execute(
        f"{_ACCOUNT} AND ({where}) AND {_MINE} ORDER BY {order} LIMIT :most",
        {**parameters, "person": person_id, "most": limit},
    )
    return [KnownAccount(*row) for row in found]


def _words_of(pattern: re.Pattern[str], plain: str) -> list[str]:
    return list(dict.fromkeys(pattern.findall(plain)))[:MOST_WORDS]


def _fit(*lengths: int) -> str:
    """How well a name fits, to sort by: how much of its beginning stands in the line."""
    parts = [f"(instr(:line, lower(substr(name, 1, {length}))) > 0)" for length in lengths]
    return " + ".join((*parts, "2 * (instr(:line, lower(name)) > 0)"))


def _accounts(
    connection: sqlite3.Connection, plain: str, person_id: int | None, wanted: set[int | None]
) -> tuple[KnownAccount, ...]:
    # A name may begin with where the customer is from: two or three characters, or more with a bracket.
    parts = [f"instr(:line, lower(substr(name, {place}, 2))) > 0" for place in (1, 3, 4, 5)]
    fits = [_fit(3, 4, 5, 6, 7, 8)]
    parameters: dict[str, object] = {"line": plain}
    for number, word in enumerate(_words_of(_KEY, plain)):
        if len(word) > 1:
            parts.append(f"initials LIKE :start{number} OR pinyin LIKE :start{number}")
            fits.append(f"5 * (initials = :word{number} OR pinyin = :word{number})")
            parameters.update({f"start{number}": f"{word}%", f"word{number}": word})
    numbers = [int(number) for number in _words_of(_NUMBERED, plain)] + [number for number in wanted if number]
    chosen = f"id IN ({', '.join(map(str, numbers))})"
    order = f"{chosen} DESC, {' + '.join(fits)} DESC, id"
    return tuple(_read_accounts(connection, " OR ".join((*parts, chosen)), parameters, person_id, order=order))


_DEAL = (
    "SELECT id, name, account_id, owner_id, coalesce(external_id, ''), state = 'open' FROM deals"
    " WHERE deleted_at IS NULL AND (:person IS NULL OR owner_id = :person)"
)


def _deals(
    connection: sqlite3.Connection, plain: str, person_id: int | None, also: Sequence[int]
) -> tuple[KnownDeal, ...]:
    numbers = [*(int(number) for number in _words_of(_NUMBERED, plain)), *also]
    codes = [code for code in _words_of(_CODE, plain) if len(code) > 2]
    parameters: dict[str, object] = {"line": plain, "person": person_id}
    parameters.update({f"code{place}": code for place, code in enumerate(codes)})
    named = [f":code{place}" for place in range(len(codes))] + [f"upper(:code{place})" for place in range(len(codes))]
    found = [
        *connection.execute(
            f"{_DEAL} AND state = 'open' AND instr(:line, lower(substr(name, 1, 3))) > 0"
            f" ORDER BY {_fit(4, 6, 8, 10, 12)} DESC, id LIMIT {MOST_NAMES}",
            parameters,
        ),
        *connection.execute(f"{_DEAL} AND id IN ({', '.join(map(str, numbers))})", parameters),
        *connection.execute(f"{_DEAL} AND external_id IN ({', '.join(named)})", parameters),
    ]
    return tuple({row[0]: _deal(row) for row in found}.values())


def _open_deals_of(connection: sqlite3.Connection, accounts: Sequence[int], person_id: int | None) -> list[KnownDeal]:
    chosen = ", ".join(map(str, accounts))
    found = connection.execute(f"{_DEAL} AND state = 'open' AND account_id IN ({chosen})", {"person": person_id})
    return [_deal(row) for row in found]


def _deal(row: Sequence[object]) -> KnownDeal:
    number, name, account, owner, external_id, is_open = row
    return KnownDeal(number, name, account, owner, external_id, bool(is_open))  # type: ignore[arg-type]


def _words(connection: sqlite3.Connection) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Kinds, and who was met, the most frequent of late first."""
    found: list[tuple[str, ...]] = []
    for column in ("kind", "met"):
        rows = connection.execute(
            f"SELECT {column}, count(*) FROM (SELECT {column} FROM activities WHERE deleted_at IS NULL"
            f" ORDER BY id DESC LIMIT {LATELY}) WHERE {column} <> '' GROUP BY 1 ORDER BY 2 DESC, 1"
        )
        found.append(tuple(name for name, _ in rows))
    return found[0], found[1]
