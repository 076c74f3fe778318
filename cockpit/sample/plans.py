"""What the sample's direct sellers plan to do in a week. No dice are thrown: the rest stays as it is."""

import sqlite3

from cockpit.model.weeks import week_of, weeks_of
from cockpit.sample.days import Days
from cockpit.sample.team import DIRECT, PEOPLE
from cockpit.sample.writing import Written, insert

IN_A_WEEK = {("上门拜访", "决策人"): 2, ("演示", "业务部门"): 1}
MONTHS_PLANNED = 2
"""The manager began with it last month."""


def write_plans(connection: sqlite3.Connection, days: Days, written: Written) -> None:
    """Up to the week that runs; the next is left for whoever looks round to plan. Supervisors sell half their time."""
    months = [days.month.plus(-ago) for ago in range(MONTHS_PLANNED - 1, -1, -1)]
    weeks = sorted({week for month in months for week in weeks_of(month) if week <= week_of(days.today)})
    insert(connection, "key_action_plans", [
        {
            "person_id": written.people[person.name], "week_on": week.isoformat(), "kind": kind, "met": met,
            "planned": -(-planned // 2) if person.is_supervisor else planned,
        }
        for person in PEOPLE if person.team is DIRECT
        for week in weeks
        for (kind, met), planned in IN_A_WEEK.items()
    ])  # fmt: skip
