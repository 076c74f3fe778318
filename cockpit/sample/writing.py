"""Puts the sample's plain rows into a store. It is the one place outside the store that writes: a year of the past
cannot be made by operations, which happen now."""

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from cockpit.model import clock
from cockpit.sample.pipeline import MONTHS_TOLD, Pipeline
from cockpit.sample.records import Deal
from cockpit.sample.story import Story, used_days
from cockpit.sample.team import PEOPLE, TEAMS, Team, target_in


def insert(connection: sqlite3.Connection, table: str, rows: Sequence[dict[str, Any]]) -> None:
    """Insert ``rows``, which all have the same columns."""
    if rows:
        columns = list(rows[0])
        connection.executemany(
            f"INSERT INTO {table}({', '.join(columns)}) VALUES ({', '.join(':' + column for column in columns)})", rows
        )


def moment(day: date, hour: int, minute: int = 0) -> str:
    """A local time of day as the store keeps it."""
    return clock.utc_stamp(datetime.combine(day, time(hour, minute)).astimezone())


class Written:
    """The numbers that people, teams and stages got in the store."""

    def __init__(self) -> None:
        self.people = {person.name: number for number, person in enumerate(PEOPLE, 1)}
        self.teams = {team.name: number for number, team in enumerate(TEAMS, 1)}
        self._first_stage: dict[str, int] = {}
        number = 1
        for team in TEAMS:
            self._first_stage[team.name] = number
            number += len(team.stages)

    def stage(self, team: Team, index: int) -> int:
        return self._first_stage[team.name] + index


def write_team(connection: sqlite3.Connection, pipeline: Pipeline, written: Written) -> None:
    """Pipelines and stages, people, teams, memberships, products, and a year of targets."""
    days = pipeline.days
    insert(connection, "pipelines", [{"id": written.teams[team.name], "name": team.name} for team in TEAMS])
    insert(connection, "stages", [
        {
            "id": written.stage(team, place), "pipeline_id": written.teams[team.name], "name": name,
            "position": place, "kind": kind, "experience_value": value,
        }
        for team in TEAMS for place, (name, kind, value) in enumerate(team.stages)
    ])  # fmt: skip
    joined = {
        person.name: days.shift(days.month.plus(1 - person.months_here).start, 1) if person.months_here else None
        for person in PEOPLE
    }
    long_ago = date(days.today.year - 3, 3, 1)
    insert(connection, "people", [
        {
            "id": written.people[person.name], "external_id": f"S-{written.people[person.name]:03d}",
            "name": person.name, **keys_of(person.name),
            "role": "supervisor" if person.is_supervisor else "seller", "region": person.region,
            "style": person.style, "hired_on": (joined[person.name] or long_ago).isoformat(),
        }
        for person in PEOPLE
    ])  # fmt: skip
    insert(connection, "teams", [
        {
            "id": written.teams[team.name], "name": team.name, "mode": team.mode,
            "typical_cycle_days": team.typical_cycle_days, "pipeline_id": written.teams[team.name],
            "supervisor_id": written.people[team.supervisor],
        }
        for team in TEAMS
    ])  # fmt: skip
    insert(connection, "memberships", [
        {
            "person_id": written.people[person.name], "team_id": written.teams[person.team.name],
            "from_on": (joined[person.name] or long_ago).isoformat(),
        }
        for person in PEOPLE
    ])  # fmt: skip
    insert(connection, "products", [
        {
            "external_id": f"P-{number:02d}", "name": product.name, "series": product.series,
            "list_price": product.list_price,
        }
        for number, product in enumerate((p for team in TEAMS for p in team.products), 1)
    ])  # fmt: skip
    targets = []
    for person in PEOPLE:
        for months_ago in range(MONTHS_TOLD, -3, -1):
            month = str(days.month.plus(-months_ago))
            owner = {"month": month, "person_id": written.people[person.name]}
            if value := target_in(person, max(0, months_ago)):
                targets.append({**owner, "measure": "won_revenue", "value": value})
                if person.touches_planned:
                    targets.append({**owner, "measure": "new_touches", "value": person.touches_planned})
    insert(connection, "targets", targets)


def keys_of(name: str) -> dict[str, str]:
    """The columns by which a name is found and sorted."""
    from pypinyin import Style, lazy_pinyin

    return {"pinyin": "".join(lazy_pinyin(name)), "initials": "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))}


def write_deals(connection: sqlite3.Connection, pipeline: Pipeline, story: Story, written: Written) -> None:
    """Accounts, deals with their history, activities, and the days on which the cockpit was used."""
    accounts = {id(account): number for number, account in enumerate(pipeline.accounts, 1)}
    insert(connection, "accounts", [
        {
            "id": accounts[id(account)], "external_id": f"C-{accounts[id(account)]:04d}", "name": account.name,
            **keys_of(account.name), "industry": account.industry, "region": account.region,
            "owner_id": written.people[account.owner.name], "is_key": int(account.is_key),
        }
        for account in pipeline.accounts
    ])  # fmt: skip
    products = {product.name: number for number, product in enumerate((p for t in TEAMS for p in t.products), 1)}
    numbers = {id(deal): number for number, deal in enumerate(sorted(pipeline.deals, key=lambda d: d.created_on), 1)}
    insert(connection, "deals", [
        {
            "id": numbers[id(deal)], "external_id": f"D-{numbers[id(deal)]:04d}", "name": deal.name,
            "account_id": accounts[id(deal.account)], "owner_id": written.people[deal.owner.name],
            "product_id": products[deal.product.name], "stage_id": written.stage(deal.owner.team, deal.stage),
            "state": deal.state, "amount": deal.amount, "created_on": deal.created_on.isoformat(),
            "expected_close": day_or_none(deal.expected_close), "closed_on": day_or_none(deal.closed_on),
            "forecast_category": deal.forecast_category, "source": deal.source, "lead_source": deal.lead_source,
            "lost_reason": deal.lost_reason, "entry_department": deal.entry_department, "budget": deal.budget,
            "quantified_value": deal.quantified_value, "decision_maker": deal.decision_maker,
            "next_step": deal.next_step, "next_step_on": day_or_none(deal.next_step_on),
            "is_major": int(deal.is_major),
        }
        for deal in pipeline.deals
    ])  # fmt: skip
    history = [
        {
            "deal_id": numbers[id(deal)], "field": field, "old": as_history(deal, field, old, written),
            "new": as_history(deal, field, new, written), "effective_at": day.isoformat(),
            "recorded_at": moment(day, 18),
        }
        for deal in pipeline.deals for field, old, new, day in deal.history
    ]  # fmt: skip
    insert(connection, "deal_history", sorted(history, key=lambda entry: entry["effective_at"]))
    insert(connection, "activities", [
        {
            "deal_id": numbers[id(activity.deal)] if activity.deal else None,
            "account_id": accounts[id(activity.account)], "person_id": written.people[activity.person.name],
            "kind": activity.kind, "met": activity.met, "happened_on": activity.day.isoformat(),
            "note": activity.note, "follow_up_on": day_or_none(activity.follow_up_on),
            "followed_up_on": day_or_none(activity.followed_up_on),
        }
        for activity in sorted(story.activities, key=lambda activity: activity.day)
    ])  # fmt: skip
    insert(connection, "days_used", [{"day": day.isoformat()} for day in used_days(pipeline.days)])


def as_history(deal: Deal, field: str, value: Any, written: Written) -> str | None:
    """A value as the history keeps it: numbers of rows for stages and owners, 分 for amounts."""
    if value is None:
        return None
    if field == "stage":
        return str(written.stage(deal.owner.team, value))
    if field == "owner":
        return str(written.people[value.name])
    return str(value)


def day_or_none(day: date | None) -> str | None:
    return day.isoformat() if day else None
