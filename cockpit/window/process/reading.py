"""What the Process page reads: first what can be shown at once, then what takes longer."""

import sqlite3
from collections.abc import Callable
from typing import TypeVar

from attrs import frozen

from cockpit.metrics import Period, Scope
from cockpit.metrics.activity_counts import PersonActivities, activities_by_person
from cockpit.metrics.facts import Facts
from cockpit.metrics.funnel import Funnel, funnel
from cockpit.metrics.key_actions import KeyActions, key_actions
from cockpit.metrics.major_deals import MajorDeals, major_deals
from cockpit.metrics.people_results import STANDING_KEYS, PersonResult, people_results_of
from cockpit.metrics.pushed import PushedBoard, pushed_board
from cockpit.metrics.scopes import read_roster
from cockpit.metrics.stalled import Order, StalledBoard, stalled
from cockpit.metrics.tiers import AccountTiers, account_tiers
from cockpit.metrics.ways_of_managing import Mode, modes_of
from cockpit.model.cycles import Month
from cockpit.window.kit.page import View

T = TypeVar("T")
ROWS, ACCOUNTS = 8, 5
"""Of deals and of customers so many are shown: the few that matter; the rest is one click away."""
A_FEW_MORE = 2


def first_few(deals: list[T], count: int) -> list[T]:
    """The first of ``count`` things; one or two more than usual are not worth a click."""
    return deals if count <= len(deals) else deals[:ROWS]


@frozen
class ProcessData:
    """What is shown at once. Only one of two ways of managing: the other's part is None."""

    view: View
    period: Period
    scope: Scope
    modes: tuple[Mode, ...]
    currency: str
    people: list[PersonResult]
    funnel: Funnel | None
    stalled: StalledBoard
    majors: MajorDeals

    @property
    def looked_at(self) -> tuple[Month, Scope]:
        """Of which cycle and scope it is."""
        return self.view.month, self.scope

    def only(self, mode: Mode) -> Mode | None:
        """The mode to ask figures for: none where everybody in the scope is managed alike."""
        return mode if len(self.modes) > 1 else None


@frozen
class DeeperData:
    """What takes longer: how deals moved on, which actions go with closing, who did what, all customers by size."""

    of: ProcessData
    funnel: Funnel | None
    key_actions: KeyActions | None
    activities: list[PersonActivities] | None
    tiers: AccountTiers
    pushed: PushedBoard


def read_process(connection: sqlite3.Connection, view: View, order: Order) -> ProcessData:
    """Behind the shield only what is one person's own."""
    period, scope = Period.of(view.month, view.today), view.shown_scope
    facts = Facts(connection, period)
    modes = modes_of(facts.roster, scope, period)
    return ProcessData(
        view=view,
        period=period,
        scope=scope,
        modes=modes,
        currency=facts.settings.currency,
        people=people_results_of(facts, scope, STANDING_KEYS),
        funnel=funnel(connection, period, scope, "opportunities" if len(modes) > 1 else None, with_conversions=False)
        if "opportunities" in modes
        else None,
        stalled=stalled(connection, facts.stalled_query, scope, by=order, limit=ROWS + A_FEW_MORE),
        majors=major_deals(connection, period, scope, ROWS + A_FEW_MORE),
    )


def read_deeper(
    connection: sqlite3.Connection, shown: ProcessData, give_way: Callable[[], None] = lambda: None
) -> DeeperData:
    """For the cycle and scope of what is shown. ``give_way`` is called between the steps."""
    period, scope, modes = shown.period, shown.scope, shown.modes
    moves = funnel(connection, period, scope, shown.only("opportunities")) if "opportunities" in modes else None
    give_way()
    actions, by_person = None, None
    if "process" in modes:
        actions = key_actions(connection, period, scope, shown.only("process"))
        give_way()
        by_person = activities_by_person(connection, period, read_roster(connection), scope, shown.only("process"))
        give_way()
    tiers = account_tiers(connection, period, scope, ACCOUNTS)
    give_way()
    pushed = pushed_board(connection, period, scope, read_roster(connection))
    return DeeperData(of=shown, funnel=moves, key_actions=actions, activities=by_person, tiers=tiers, pushed=pushed)
