"""Which deal a row of another list means: by its id, or by a name that only one deal has."""

from collections.abc import Sequence
from typing import Any

from cockpit.excel.known import Known
from cockpit.excel.plan import Plan
from cockpit.excel.registry import AMBIGUOUS, Ambiguous
from cockpit.model.names import name_key

_COLUMNS = ("name", "account_id", "owner_id")


class DealLookup:
    """All deals that are not deleted: those of the store, and those that the same import adds."""

    def __init__(self, plan: Plan, known: Known) -> None:
        self._by_id: dict[str, int] = {}
        self._by_name: dict[str, list[int]] = {}
        self._account: dict[int, int | None] = {}
        self._owner: dict[int, int | None] = {}
        if known.last_deal_id:
            for number, external_id, deleted, *values in known.read_deals(_COLUMNS):
                if deleted is None:
                    self._take(number, external_id, *values)
        for of_table in plan.deals:
            places = {name: place for place, name in enumerate(of_table.columns)}
            for row in of_table.added:
                name, account, owner = (row[places[one]] if one in places else None for one in _COLUMNS)
                self._take(row[0], row[places["external_id"]], name, account, owner)
            self._by_id |= of_table.by_external_id

    def _take(self, number: int, external_id: str | None, name: Any, account: int | None, owner: int | None) -> None:
        if external_id is not None:
            self._by_id[external_id] = number
        self._by_name.setdefault(name_key(str(name)), []).append(number)
        self._account[number], self._owner[number] = account, owner

    def find(
        self, external_id: str | None, name: str | None, account: int | None = None, owner: int | None = None
    ) -> int | Ambiguous | None:
        """The deal with this id; else with this name, which may be an id; of several that of the account or owner."""
        if external_id and external_id in self._by_id:
            return self._by_id[external_id]
        if not name:
            return None
        if name in self._by_id:
            return self._by_id[name]
        numbers: Sequence[int] = self._by_name.get(name_key(name), ())
        for of_whom, wanted in ((self._account, account), (self._owner, owner)):
            if len(numbers) > 1 and wanted is not None:
                numbers = [number for number in numbers if of_whom[number] == wanted] or numbers
        if len(numbers) == 1:
            return numbers[0]
        return AMBIGUOUS if numbers else None

    def account_of(self, number: int) -> int | None:
        """The deal's account."""
        return self._account.get(number)

    def owner_of(self, number: int) -> int | None:
        """The deal's owner."""
        return self._owner.get(number)
