"""What the page of plans shows: at once the weeks of one action, then which actions are key, and prospecting."""

import sqlite3
from collections.abc import Sequence

from attrs import frozen

from cockpit.metrics import Period, Scope
from cockpit.metrics.key_action_plans import (
    PlanGrid,
    PlannedAction,
    done_actions,
    planned_actions,
    read_plan_grid,
)
from cockpit.metrics.key_actions import key_actions
from cockpit.metrics.prospecting import Prospecting, read_prospecting
from cockpit.metrics.scopes import read_roster
from cockpit.metrics.ways_of_managing import Mode, modes_of
from cockpit.model.activity_words import KINDS
from cockpit.operations.settings import setting
from cockpit.window.kit.page import View

USUAL_KINDS = ("visit", "demo", "call")
"""Offered where nothing has been done or planned yet."""


@frozen
class PlansData:
    """``offered`` are the actions to choose from; ``is_by_chance``: nobody chose or planned the one that is shown."""

    view: View
    period: Period
    scope: Scope
    grid: PlanGrid
    offered: tuple[PlannedAction, ...]
    is_by_chance: bool

    @property
    def looked_at(self) -> tuple[object, ...]:
        """What the deeper data depend on."""
        return self.period, self.scope, self.view.only_person


@frozen
class DeeperPlans:
    """``keys`` are the key actions, the largest difference first."""

    of: PlansData
    keys: tuple[PlannedAction, ...]
    prospecting: Prospecting


def read_plans(connection: sqlite3.Connection, view: View, chosen: PlannedAction | None) -> PlansData:
    """The weeks of the ``chosen`` action; else of the one chosen last, else of what is planned or done most."""
    period, scope = Period.of(view.month, view.today), view.shown_scope
    remembered = PlannedAction(*setting(connection, "planned_action"))
    planned, done = planned_actions(connection, period), done_actions(connection, period)
    usual = [PlannedAction(word.called(())) for word in KINDS if word.key in USUAL_KINDS]
    named = [action for action in (chosen, remembered) if action is not None and action.kind]
    offered = list(dict.fromkeys([*planned, *done, *usual, *named]))
    action = named[0] if named else offered[0]
    grid = read_plan_grid(connection, period, read_roster(connection), scope, action)
    return PlansData(view, period, scope, grid, tuple(offered), not named and not planned)


def read_deeper(connection: sqlite3.Connection, shown: PlansData) -> DeeperPlans:
    """For the cycle and scope of what is shown. Key actions are those of teams managed by their process, if any is."""
    roster = read_roster(connection)
    mode: Mode | None = "process" if "process" in modes_of(roster, shown.scope, shown.period) else None
    found = key_actions(connection, shown.period, shown.scope, mode)
    keys = [PlannedAction(one.kind, one.met or "") for one in found.actions if one.is_key and one.difference > 0]
    return DeeperPlans(
        shown, tuple(dict.fromkeys(keys)), read_prospecting(connection, shown.period, roster, shown.scope)
    )


def keys_first(offered: Sequence[PlannedAction], keys: Sequence[PlannedAction]) -> list[PlannedAction]:
    """The key actions, then the others as they are."""
    return list(dict.fromkeys([*keys, *offered]))
