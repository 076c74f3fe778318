"""Experience values as the manager held them on a day.

A value that was never changed has no history: it was what it is. Of changes of one day the last counts.
"""

import sqlite3
from collections.abc import Mapping
from copy import copy
from datetime import date
from decimal import Decimal

from cockpit.metrics.period import Period
from cockpit.metrics.scopes import Roster
from cockpit.metrics.stage_limits import ENOUGH_DEALS, StageLearning, learn_stages


class ExperienceValues:
    """The manager's experience values: the team's own where it has one, else the pipeline's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._pipeline = {
            stage: Decimal(repr(value))
            for stage, value in connection.execute("SELECT id, experience_value FROM stages WHERE kind = 'open'")
        }
        self._team = {
            (team, stage): Decimal(repr(value))
            for team, stage, value in connection.execute(
                "SELECT team_id, stage_id, experience_value FROM team_stages WHERE experience_value IS NOT NULL"
            )
        }

    def of(self, team_id: int | None, stage_id: int | None) -> Decimal:
        """0 for a stage that is unknown, or not an open one: a deal dragged out of Won does not keep its 100 %."""
        if stage_id not in self._pipeline:
            return Decimal(0)
        if team_id is not None and (team_id, stage_id) in self._team:
            return self._team[team_id, stage_id]
        return self._pipeline[stage_id]

    def knows(self, stage_id: int | None) -> bool:
        return stage_id in self._pipeline


class PastExperience(ExperienceValues):
    """The experience values at the end of ``day``."""

    def __init__(self, connection: sqlite3.Connection, day: date) -> None:
        super().__init__(connection)
        then: dict[tuple[int | None, int], float | None] = {}
        # The first change after the day says what was there; a later one of the day or before it overwrites that.
        for stage, team, old, new, changed_on in connection.execute(
            "SELECT stage_id, team_id, old, new, changed_on FROM experience_history ORDER BY changed_on, id"
        ):
            if changed_on[:10] <= day.isoformat():
                then[team, stage] = new
            else:
                then.setdefault((team, stage), old)
        for (team, stage), value in then.items():
            if team is None:
                if value is not None and stage in self._pipeline:
                    self._pipeline[stage] = Decimal(repr(value))
            elif value is None:
                self._team.pop((team, stage), None)
            else:
                self._team[team, stage] = Decimal(repr(value))


class ExperienceInUse(PastExperience):
    """What a weighted forecast of ``day`` multiplies with: the learned value where the manager had said so for the
    team by then and enough past deals stand behind it, else the manager's own.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        period: Period,
        roster: Roster,
        day: date,
        recorded_before: str | None = None,
    ) -> None:
        """``recorded_before``: learned only from deals whose closing was known by that UTC stamp."""
        super().__init__(connection, day)
        self._uses = learned_use(connection, day)
        # Only where somebody uses them: to learn takes longer than all the rest.
        learns = any(self._uses.values())
        self._learning: StageLearning = learn_stages(connection, period, roster, recorded_before) if learns else {}

    def of(self, team_id: int | None, stage_id: int | None) -> Decimal:
        """0 for a stage that is unknown, or not an open one."""
        if self.knows(stage_id) and team_id is not None and stage_id is not None and self._uses.get(team_id):
            past = self._learning.get((team_id, stage_id))
            if past is not None and past.n >= ENOUGH_DEALS:
                return Decimal(past.won) / Decimal(past.n)
        return super().of(team_id, stage_id)


def experience_in_use(connection: sqlite3.Connection, period: Period, roster: Roster) -> ExperienceInUse:
    """The values that the weighted forecast of a period uses, as it is seen from ``as_of``."""
    return ExperienceInUse(connection, period, roster, period.as_of)


def learned_use(connection: sqlite3.Connection, day: date) -> dict[int, bool]:
    """Team -> whether its forecast used learned values on ``day``; a team for which that was never said does not."""
    found = connection.execute(
        "SELECT team_id, is_used FROM learned_use WHERE from_on <= ? ORDER BY from_on, id", (day.isoformat(),)
    )
    return {team: bool(is_used) for team, is_used in found}


def with_values(experience: ExperienceValues, values: Mapping[tuple[int | None, int], float]) -> ExperienceValues:
    """A copy in which other values hold, by team (None: the pipeline) and stage; for what-if."""
    changed = copy(experience)
    changed._pipeline, changed._team = dict(experience._pipeline), dict(experience._team)
    for (team, stage), value in values.items():
        if team is None:
            if stage in changed._pipeline:
                changed._pipeline[stage] = Decimal(repr(value))
        else:
            changed._team[team, stage] = Decimal(repr(value))
    return changed
