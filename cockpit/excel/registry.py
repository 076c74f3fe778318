"""Who is meant: things of the store and of the files under one roof, found by id or name, added once, changed once."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from attrs import define, field, frozen

from cockpit.model.names import name_key

Kind = Literal["people", "teams", "accounts", "products"]


class Ambiguous:
    """Several things go by this name."""


AMBIGUOUS = Ambiguous()


@frozen
class Change:
    """What an import would change of one thing: column -> (old, new). ``row`` is None for what other rows imply."""

    id: int
    row: int | None
    fields: dict[str, tuple[Any, Any]]


@define
class Registry:
    """All things of one kind: those of the store, and those that the files add under ids of their own."""

    kind: Kind
    rows: dict[int, dict[str, Any]]
    added: dict[int, int | None] = field(factory=dict)
    """New id -> row of the file, None for things that only other tables name."""
    seen: dict[int, int] = field(factory=dict)
    """Id -> the row of a file of this kind that speaks of it."""
    _old: dict[int, dict[str, Any]] = field(factory=dict)
    _by_id: dict[str, int] = field(factory=dict)
    _by_name: dict[str, list[int]] = field(factory=dict)
    _by_email: dict[str, int] = field(factory=dict)
    _next: int = 1

    def __attrs_post_init__(self) -> None:
        for number, row in self.rows.items():
            self._index(number, row)
        self._next = max(self.rows, default=0) + 1

    def _index(self, number: int, row: Mapping[str, Any]) -> None:
        if row.get("external_id"):
            self._by_id[row["external_id"]] = number
        # The names of teams and products are unique in the store, deleted ones included.
        if row.get("deleted_at") is None or self.kind in ("teams", "products"):
            same = self._by_name.setdefault(name_key(row["name"]), [])
            if number not in same:
                same.append(number)
            if row.get("email"):
                self._by_email[row["email"].casefold()] = number

    def find(self, external_id: str | None, name: str | None, email: str | None = None) -> int | Ambiguous | None:
        """The thing with this id; else with this address; else with this name, however it is spaced and cased.

        A thing that has another id is not meant, even when it has the name.
        """
        if external_id and external_id in self._by_id:
            return self._by_id[external_id]
        if email and (number := self._by_email.get(email.casefold())):
            return number
        if not name:
            return None
        numbers = self._by_name.get(name_key(name), [])
        if external_id:
            numbers = [number for number in numbers if not self.rows[number].get("external_id")]
        if len(numbers) == 1:
            return numbers[0]
        return AMBIGUOUS if numbers else None

    def add(self, row: int | None, **values: Any) -> int:
        """A new thing; its id."""
        number = self._next
        self._next += 1
        self.rows[number] = values
        self.added[number] = row
        self._index(number, values)
        return number

    def change(self, number: int, erased: Sequence[str] = (), **values: Any) -> None:
        """Set the values that are not blank: a blank takes nothing away but in columns that are to be ``erased``."""
        row = self.rows[number]
        for column, value in values.items():
            if (value is None and column not in erased) or row.get(column) == value:
                continue
            if number not in self.added:
                self._old.setdefault(number, {}).setdefault(column, row.get(column))
            row[column] = value
            if column in ("external_id", "name", "email"):
                self._index(number, row)

    def revive(self, number: int) -> None:
        """Bring back what was deleted, because the files speak of it again."""
        if self.rows[number].get("deleted_at") is not None:
            self._old.setdefault(number, {}).setdefault("deleted_at", self.rows[number]["deleted_at"])
            self.rows[number]["deleted_at"] = None

    def is_deleted(self, number: int) -> bool:
        """Whether the manager deleted it."""
        return self.rows[number].get("deleted_at") is not None

    def changes(self) -> Iterator[Change]:
        """What the files change of what the store holds."""
        for number, old in self._old.items():
            row = self.rows[number]
            fields = {column: (before, row[column]) for column, before in old.items() if row[column] != before}
            if fields:
                yield Change(number, self.seen.get(number), fields)

    def name(self, number: int | None) -> str:
        """The name to show."""
        return "" if number is None else str(self.rows[number]["name"])
