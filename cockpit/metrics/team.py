"""The team as its page shows it: people with where they were, teams with their stages and what past deals taught."""

import sqlite3
from datetime import date

from attrs import evolve, frozen

from cockpit.metrics.deal_rules import open_deals, open_rows
from cockpit.metrics.experience import learned_use
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.order_checks import in_their_order
from cockpit.metrics.period import Period
from cockpit.metrics.red_lines import RedLine, list_red_lines
from cockpit.metrics.scopes import Roster, Scope, read_roster
from cockpit.metrics.stage_limits import ENOUGH_DEALS, learn_stages, read_stage_limits
from cockpit.metrics.statistics import wilson_interval
from cockpit.model.cycles import Month
from cockpit.model.people import Mode, Role, Style


@frozen
class Stay:
    """Somebody was in a team from ``from_on`` until the day before ``to_on``; None: as far as is known."""

    team: str
    from_on: date | None
    to_on: date | None


@frozen
class Member:
    """A person. ``team_id`` is the team today, ``open_count`` how many open deals there are, ``rows`` these deals.

    ``red_lines`` are all of them, the open ones first.
    """

    id: int
    name: str
    sort_name: str
    role: Role
    style: Style | None
    region: str | None
    email: str | None
    hired_on: date | None
    left_on: date | None
    team_id: int | None
    team: str | None
    stays: tuple[Stay, ...]
    open_count: int
    rows: RowsQuery | None
    red_lines: tuple[RedLine, ...] = ()

    def has_left(self, today: date) -> bool:
        """The last day of employment is over."""
        return self.left_on is not None and self.left_on < today


@frozen
class TeamStage:
    """An open stage as one team works in it; shares as fractions, limits in days.

    ``own_value`` and ``own_limit`` are what the team has set (a limit of 0: none at all), None where it has not.
    ``pipeline_value`` and ``learned_limit`` then hold. ``learned_value`` is the share won of the team's past deals that
    entered the stage, ``learned_n`` of them. ``needed`` is what must be true before a deal enters: keys of questions
    and fields.
    """

    stage_id: int
    name: str
    pipeline_value: float
    own_value: float | None
    own_limit: int | None
    learned_value: float | None
    learned_n: int
    learned_limit: float
    learned_interval: tuple[float, float] | None = None
    needed: tuple[str, ...] = ()

    @property
    def limit_is_learned(self) -> bool:
        """From enough past deals; else from the typical cycle."""
        return self.learned_n >= ENOUGH_DEALS


@frozen
class TeamEntry:
    """A team. ``member_count`` is who is in it today; ``uses_learned``: its weighted forecast takes learned values
    where there are enough past deals.
    """

    id: int
    name: str
    mode: Mode
    typical_cycle_days: int
    supervisor_id: int | None
    supervisor: str | None
    pipeline: str
    member_count: int
    stages: tuple[TeamStage, ...]
    uses_learned: bool = False


@frozen
class TeamBoard:
    """People by name, who has left last; teams by name."""

    members: list[Member]
    teams: list[TeamEntry]


def read_team_board(connection: sqlite3.Connection, scope: Scope, today: date) -> TeamBoard:
    """The people of a scope and their teams, today. Of people who have left the last team counts."""
    roster, period = read_roster(connection), Period.of(Month.of(today), today)
    members = _members(connection, roster, period, today)
    teams = _teams(connection, roster, period, members)
    if scope.kind == "person":
        members = [member for member in members if member.id == scope.id]
        teams = [team for team in teams if any(member.team_id == team.id for member in members)]
    elif scope.kind == "team":
        members = [member for member in members if member.team_id == scope.id]
        teams = [team for team in teams if team.id == scope.id]
    return TeamBoard(members, teams)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _members(connection: sqlite3.Connection, roster: Roster, period: Period, today: date) -> list[Member]:
    opened = open_deals(period)
    counts = dict(
        connection.execute(f"SELECT owner_id, count(*) FROM ({opened.sql}) GROUP BY owner_id", opened.parameters)
    )
    red_lines = list_red_lines(connection)
    found = []
    for number, name, pinyin, role, style, region, email, hired, left in connection.execute(
        "SELECT id, name, pinyin, role, style, region, email, hired_on, left_on FROM people WHERE deleted_at IS NULL"
    ):
        team = roster.team_at(number, today.isoformat())
        stays = tuple(
            Stay(roster.teams[of].name, _day(start), None if end == "9999" else _day(end))
            for start, end, of in roster.memberships.get(number, ())
        )
        count = counts.get(number, 0)
        found.append(
            Member(
                id=number,
                name=name,
                sort_name=pinyin or name,
                role=role,
                style=style,
                region=region,
                email=email,
                hired_on=_day(hired),
                left_on=_day(left),
                team_id=team,
                team=roster.teams[team].name if team is not None else None,
                stays=stays,
                open_count=count,
                rows=open_rows(period, Scope.person(number)) if count else None,
                red_lines=red_lines.get(number, ()),
            )
        )
    return sorted(found, key=lambda member: (member.has_left(today), member.sort_name, member.id))


def _teams(connection: sqlite3.Connection, roster: Roster, period: Period, members: list[Member]) -> list[TeamEntry]:
    pipelines = dict(connection.execute("SELECT id, name FROM pipelines"))
    own = {
        (team, stage): (value, limit)
        for team, stage, value, limit in connection.execute(
            "SELECT team_id, stage_id, experience_value, limit_days FROM team_stages"
        )
    }
    stages: dict[int, list[tuple[int, str, float]]] = {}
    for stage, pipeline, name, value in connection.execute(
        "SELECT id, pipeline_id, name, experience_value FROM stages WHERE kind = 'open' ORDER BY position, id"
    ):
        stages.setdefault(pipeline, []).append((stage, name, value))
    needed: dict[int, list[str]] = {}
    for stage, key in connection.execute("SELECT stage_id, needed FROM stage_requirements"):
        needed.setdefault(stage, []).append(key)
    learning = learn_stages(connection, period, roster)
    limits = evolve(read_stage_limits(connection, period, roster), own={})
    entries, uses = [], learned_use(connection, period.today)
    for team in roster.teams.values():
        of_team = []
        for stage, name, value in stages.get(team.pipeline_id, []):
            own_value, own_limit = own.get((team.id, stage), (None, None))
            past = learning.get((team.id, stage))
            n = past.n if past else 0
            of_team.append(
                TeamStage(
                    stage_id=stage,
                    name=name,
                    pipeline_value=value,
                    own_value=own_value,
                    own_limit=own_limit,
                    learned_value=past.won / n if past and n else None,
                    learned_n=n,
                    learned_limit=limits.of(team.id, stage),
                    learned_interval=wilson_interval(past.won, n) if past and n else None,
                    needed=tuple(in_their_order(needed.get(stage, ()))),
                )
            )
        supervisor = roster.people.get(team.supervisor_id or 0)
        present = sum(member.team_id == team.id and not member.has_left(period.today) for member in members)
        entries.append(
            TeamEntry(
                id=team.id,
                name=team.name,
                mode="process" if team.mode == "process" else "opportunities",
                typical_cycle_days=team.typical_cycle_days,
                supervisor_id=team.supervisor_id,
                supervisor=supervisor.name if supervisor else None,
                pipeline=pipelines.get(team.pipeline_id, ""),
                member_count=present,
                stages=tuple(of_team),
                uses_learned=uses.get(team.id, False),
            )
        )
    return sorted(entries, key=lambda entry: (entry.name, entry.id))
