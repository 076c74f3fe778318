"""Which teams are managed by their process and which by their opportunities (直销管过程,KA 管商机)."""

from typing import Literal

from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Roster, Scope

Mode = Literal["opportunities", "process"]
DEFAULT_MODE: Mode = "opportunities"
"""Of people without a team."""


def modes_of(roster: Roster, scope: Scope, period: Period) -> tuple[Mode, ...]:
    """The ways in which the scope is managed: that of its team, for the whole team all that its teams have."""
    if scope.kind == "all":
        used = {_mode(team.mode) for team in roster.teams.values()} or {DEFAULT_MODE}
        return tuple(mode for mode in ("opportunities", "process") if mode in used)
    team = scope.id
    if scope.kind == "person" and scope.id is not None:
        team = roster.last_team_in(scope.id, period.start.isoformat(), period.as_of.isoformat())
    return (_mode(roster.teams[team].mode) if team in roster.teams else DEFAULT_MODE,)


def is_managed_by(roster: Roster, mode: Mode | None, person_id: int | None, day: str) -> bool:
    """Whether what this person did on ISO ``day`` belongs to a team managed so; None: it does not matter."""
    if mode is None:
        return True
    team = roster.team_at(person_id, day) if person_id in roster.people else None
    return mode == (_mode(roster.teams[team].mode) if team is not None else DEFAULT_MODE)


def managed_by(mode: Mode | None, team: str) -> str:
    """``is_managed_by`` as an SQL condition on the id of a team, itself an SQL expression."""
    if mode is None:
        return "1"
    return f"coalesce((SELECT w.mode FROM teams w WHERE w.id = {team}), '{DEFAULT_MODE}') = '{mode}'"


def _mode(text: str) -> Mode:
    return "process" if text == "process" else "opportunities"
