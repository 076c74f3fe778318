"""One running total for everybody, each team and each person, filled in one pass over the rows."""

from collections.abc import Callable
from typing import Generic, TypeVar

from cockpit.metrics.scopes import Roster, Scope

Total = TypeVar("Total")


class ByScope(Generic[Total]):
    """Totals made by ``new`` when they are first asked for."""

    def __init__(self, new: Callable[[], Total], roster: Roster) -> None:
        self._new = new
        self._roster = roster
        self.whole = new()
        self._teams: dict[int, Total] = {}
        self._people: dict[int, Total] = {}

    def of(self, person_id: int | None, day: str) -> tuple[Total, ...]:
        """The totals that something of this person on this ISO day counts in.

        What nobody known owns belongs to the whole team only.
        """
        if person_id is None or person_id not in self._roster.people:
            return (self.whole,)
        team_id = self._roster.team_at(person_id, day)
        if team_id is None:
            return self.whole, self._get(self._people, person_id)
        return self.whole, self._get(self._people, person_id), self._get(self._teams, team_id)

    def __getitem__(self, scope: Scope) -> Total:
        if scope.id is None:
            return self.whole
        return self._get(self._teams if scope.kind == "team" else self._people, scope.id)

    def _get(self, totals: dict[int, Total], id_: int) -> Total:
        found = totals.get(id_)
        if found is None:
            found = totals[id_] = self._new()
        return found
