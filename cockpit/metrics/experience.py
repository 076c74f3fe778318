"""Experience values as the manager held them on a day.

A value that was never changed has no history: it was what it is. Of changes of one day the last counts.
"""

import sqlite3
from collections.abc import Mapping
from copy import copy
from datetime import date
from decimal import Decimal

from cockpit.metrics.open_pipeline import ExperienceValues


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
