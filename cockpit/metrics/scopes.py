"""Whom a figure is about - everybody, a team, a person - and who was in which team on a day."""

import sqlite3
from collections import Counter
from difflib import get_close_matches
from typing import Literal

from attrs import field, frozen

from cockpit.errors import CockpitError
from cockpit.language import tr

ScopeKind = Literal["all", "team", "person"]


@frozen
class Scope:
    """The whole team, one team or one person.

    ``text`` is how it is written outside: "team", "team:NAME", "person:NAME". A name that two people share is written
    with the row's number, "person:NAME#12", so that no two scopes read the same.
    """

    kind: ScopeKind
    id: int | None = None
    name: str = field(default="", eq=False)
    text: str = field(default="team", eq=False)

    @classmethod
    def of_team(cls, team_id: int) -> "Scope":
        """A team by its id, where its name is not needed."""
        return cls("team", team_id)

    @classmethod
    def person(cls, person_id: int) -> "Scope":
        """A person by the id, where the name is not needed."""
        return cls("person", person_id)

    def to_setting(self) -> str:
        """How it is remembered: by id, because names change. ``from_setting`` reads it."""
        return "team" if self.id is None else f"{self.kind}#{self.id}"

    @staticmethod
    def from_setting(connection: sqlite3.Connection, setting: object) -> "Scope":
        """What ``to_setting`` wrote; the whole team when it is gone."""
        return next((scope for scope in list_scopes(connection) if scope.to_setting() == setting), WHOLE_TEAM)

    @property
    def label(self) -> str:
        """The name to show."""
        return tr("全部团队") if self.kind == "all" else self.name


WHOLE_TEAM = Scope("all")


@frozen
class Person:
    """Days are ISO text; ``pinyin`` is what to sort by."""

    id: int
    name: str
    role: str
    hired_on: str | None
    left_on: str | None
    pinyin: str


@frozen
class Team:
    id: int
    name: str
    mode: str
    typical_cycle_days: int
    pipeline_id: int
    supervisor_id: int | None


@frozen
class Roster:
    """Everybody and every team, and who was where when. People and teams that were deleted are not in it."""

    people: dict[int, Person]
    teams: dict[int, Team]
    memberships: dict[int, tuple[tuple[str, str, int], ...]]
    """Person -> (from, to, team) as ISO days, the latest first; open ends are "" and "9999"."""

    def team_at(self, person_id: int | None, day: str) -> int | None:
        """The team on ISO ``day``. Of memberships that overlap the one begun last counts: nobody counts twice."""
        if person_id is None:
            return None
        for start, end, team in self.memberships.get(person_id, ()):
            if start <= day < end:
                return team
        return None

    def counts_in(self, scope: Scope, person_id: int | None, day: str) -> bool:
        """Whether something of this person on ISO ``day`` belongs to the scope."""
        if scope.kind == "all":
            return True
        if person_id not in self.people:
            return False
        return (person_id if scope.kind == "person" else self.team_at(person_id, day)) == scope.id

    def last_team_in(self, person_id: int, start: str, last_day: str) -> int | None:
        """The last team during ``[start, last_day]``: for what belongs to a month rather than to a day."""
        for begun, end, team in self.memberships.get(person_id, ()):
            if begun <= last_day and end > start:
                return team
        return None

    def people_of(self, scope: Scope, start: str, as_of: str) -> list[Person]:
        """Whom a page lists one by one: who is in the scope on ISO day ``as_of``, and was there since ``start``.

        People who left before ``start`` are not listed, nor are supervisors who carry no team membership.
        """
        found = [
            person
            for person in self.people.values()
            if not (person.left_on and person.left_on < start)
            and not (person.hired_on and person.hired_on > as_of)
            and (person.role == "seller" or person.id in self.memberships)
            and self.counts_in(scope, person.id, as_of)
        ]
        return sorted(found, key=lambda person: (person.pinyin or person.name, person.id))

    def scopes(self) -> list[Scope]:
        """The whole team, then the teams, then the people, by name."""
        return [
            WHOLE_TEAM,
            *_named("team", {team.id: team.name for team in self.teams.values()}),
            *self.people_scopes(),
        ]

    def people_scopes(self) -> list[Scope]:
        """Everybody, by name as it is read: Chinese names by their pinyin, as wherever people are listed."""
        read_as = {person.id: person.pinyin or person.name for person in self.people.values()}
        found = _named("person", {person.id: person.name for person in self.people.values()})
        return sorted(found, key=lambda scope: (read_as[scope.id or 0], scope.id))

    def person_scope(self, person_id: int) -> Scope:
        """Raises KeyError for somebody who is not there."""
        return next(scope for scope in self.people_scopes() if scope.id == self.people[person_id].id)

    def team_scope(self, team_id: int) -> Scope:
        """Raises KeyError for a team that is not there."""
        return Scope("team", team_id, self.teams[team_id].name, f"team:{self.teams[team_id].name}")


def _named(kind: Literal["team", "person"], names: dict[int, str]) -> list[Scope]:
    shared = Counter(names.values())
    return [
        Scope(kind, id_, name, f"{kind}:{name}" if shared[name] == 1 else f"{kind}:{name}#{id_}")
        for id_, name in sorted(names.items(), key=lambda item: (item[1], item[0]))
    ]


def read_roster(connection: sqlite3.Connection) -> Roster:
    """Three small tables, read whole."""
    people = {
        row[0]: Person(*row)
        for row in connection.execute(
            "SELECT id, name, role, hired_on, left_on, pinyin FROM people WHERE deleted_at IS NULL"
        )
    }
    teams = {
        row[0]: Team(*row)
        for row in connection.execute(
            "SELECT id, name, mode, typical_cycle_days, pipeline_id, supervisor_id FROM teams WHERE deleted_at IS NULL"
        )
    }
    memberships: dict[int, list[tuple[str, str, int]]] = {}
    for person, team, start, end in connection.execute(
        "SELECT person_id, team_id, coalesce(from_on, ''), coalesce(to_on, '9999') FROM memberships"
        " ORDER BY person_id, coalesce(from_on, '') DESC, id DESC"
    ):
        if person in people and team in teams:
            memberships.setdefault(person, []).append((start, end, team))
    return Roster(people, teams, {person: tuple(found) for person, found in memberships.items()})


def list_scopes(connection: sqlite3.Connection) -> list[Scope]:
    """Every scope of the store, the whole team first."""
    return read_roster(connection).scopes()


def resolve_scope(connection: sqlite3.Connection, text: str) -> Scope:
    """The scope that ``text`` names: "team", "team:NAME", "person:NAME", or a bare name.

    A bare name that is both a team's and its supervisor's means the team (files often name a team by its manager).
    Raises CockpitError with names that come near when there is none, or with the choices when there are several.
    """
    wanted = text.strip()
    if wanted in ("", "team", "all", tr("全部团队")):
        return WHOLE_TEAM
    roster = read_roster(connection)
    scopes = roster.scopes()[1:]
    for scope in scopes:
        if scope.text == wanted:
            return scope
    kind, separator, name = wanted.partition(":")
    if separator and kind in ("team", "person"):
        candidates = [scope for scope in scopes if scope.kind == kind]
    else:
        candidates, name = scopes, wanted
    found = [scope for scope in candidates if scope.name == name] or [
        scope for scope in candidates if scope.name.casefold() == name.strip().casefold()
    ]
    teams = [scope for scope in found if scope.kind == "team"]
    if len(found) == 2 and len(teams) == 1 and teams[0].id is not None:
        person = next(scope for scope in found if scope.kind == "person")
        if roster.teams[teams[0].id].supervisor_id == person.id:
            return teams[0]
    if len(found) == 1:
        return found[0]
    if found:
        choices = tr("、").join(scope.text for scope in found)
        raise CockpitError(tr("“{name}”有好几个。", name=name), tr("请写明是哪一个:{choices}。", choices=choices))
    near = get_close_matches(name, [scope.name for scope in candidates], n=5, cutoff=0.5)
    near += [scope.name for scope in candidates if name and name in scope.name and scope.name not in near]
    raise CockpitError(
        tr("没有叫“{name}”的团队或人。", name=name),
        tr("是不是:{names}?", names=tr("、").join(dict.fromkeys(near[:5]))) if near else tr("看看团队页里的名字。"),
    )
