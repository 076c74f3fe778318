"""Everything that the page of changes shows, read in one go; names of deals are read as they come into sight."""

import sqlite3

from attrs import frozen

from cockpit.metrics.change_days import ChosenDays, chosen_days
from cockpit.metrics.settings import read_settings
from cockpit.metrics.what_changed import WhatChanged, what_changed
from cockpit.operations.settings import setting
from cockpit.window.kit.page import View


@frozen
class ChangesData:
    """``stages`` and ``people`` are names by id, ``places`` where a stage stands in its pipeline."""

    is_empty: bool
    days: ChosenDays
    found: WhatChanged
    currency: str
    stages: dict[int, str]
    people: dict[int, str]
    places: dict[int, int]

    def stage(self, number: int | None) -> str:
        """Its name; empty where it is not known."""
        return self.stages.get(number or 0, "")

    def person(self, number: int | None) -> str:
        """The name; empty without a person."""
        return self.people.get(number or 0, "")


def read_changes(connection: sqlite3.Connection, view: View) -> ChangesData:
    """Of the scope; behind the shield of the one person."""
    scope = view.shown_scope
    days = chosen_days(connection, setting(connection, "changes_between"), view.month, scope, view.today)
    anything = connection.execute("SELECT 1 FROM deals WHERE deleted_at IS NULL LIMIT 1").fetchone()
    return ChangesData(
        is_empty=anything is None,
        days=days,
        found=what_changed(connection, days.first, days.last, scope, view.today),
        currency=read_settings(connection).currency,
        stages=dict(connection.execute("SELECT id, name FROM stages").fetchall()),
        people=dict(connection.execute("SELECT id, name FROM people").fetchall()),
        places=dict(connection.execute("SELECT id, position FROM stages").fetchall()),
    )
