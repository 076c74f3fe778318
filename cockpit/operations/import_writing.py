"""Writing a plan of an import: in the order in which rows refer to each other."""

import sqlite3
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from cockpit.excel.plan import Plan
from cockpit.excel.registry import Registry
from cockpit.language import tr
from cockpit.store import accounts, deals, people, products, records, stages, targets
from cockpit.store.bulk import fast_inserts

Step = Callable[[int, str], None]


def write_plan(
    connection: sqlite3.Connection, plan: Plan, recording: deals.Recording, *, today: date, step: Step
) -> None:
    """Write everything that ``plan`` would do, inside the caller's operation."""
    step(70, tr("正在写入人员、客户和产品"))
    _stages(connection, plan)
    _people(connection, plan, today.isoformat())
    products.insert_products(connection, _added(plan.products))
    for change in plan.products.changes():
        products.update_product(connection, change.id, _new(change.fields))
    with fast_inserts(connection, "accounts", len(plan.accounts.added)):
        accounts.insert_accounts(connection, _added(plan.accounts))
    for change in plan.accounts.changes():
        accounts.update_account(connection, change.id, _new(change.fields))
    targets.write_targets(
        connection, plan.targets_added | {key: value for key, (_, value) in plan.targets_changed.items()}
    )
    for plan_of_table in plan.deals:
        step(75, tr("正在写入 {n} 个商机", n=len(plan_of_table.added) + len(plan_of_table.changed)))
        deals.insert_deals(connection, plan_of_table.columns, plan_of_table.added, recording, plan.replaced_first)
        deals.change_deals(
            connection,
            [
                deals.DealChange(change.id, _new(change.fields), plan_of_table.effective.get(change.id))
                for change in plan_of_table.changed
            ],
            recording,
        )
    deals.insert_history(
        connection,
        [
            (entry.deal_id, entry.field, entry.old, entry.new, entry.effective_at, recording.recorded_at,
             recording.operation_id)
            for entry in plan.history
        ],
    )  # fmt: skip
    _records(connection, plan, step)
    step(95, tr("正在保存"))


def _records(connection: sqlite3.Connection, plan: Plan, step: Step) -> None:
    for told in plan.records:
        step(90, tr("正在写入 {n} 条记录", n=len(told.added) + len(told.changed)))
        records.insert_records(connection, told.kind, told.added)
        records.update_records(connection, told.kind, ((change.id, _new(change.fields)) for change in told.changed))


def _stages(connection: sqlite3.Connection, plan: Plan) -> None:
    if plan.new_pipeline:
        stages.add_default_pipeline(connection)
    stages.insert_stages(connection, {number: plan.stages.rows[number] for number in plan.stages.added})
    stages.update_stages(connection, ((number, {"position": new}) for number, (_, new) in plan.stages.moved.items()))


def _people(connection: sqlite3.Connection, plan: Plan, today: str) -> None:
    people.insert_people(connection, _added(plan.people))
    people.insert_teams(connection, _added(plan.teams))
    for number in plan.people.added:
        if (team := plan.people.rows[number].get("team_id")) is not None:
            people.join_team(connection, number, team, today)
    for change in plan.people.changes():
        fields = _new(change.fields)
        if "team_id" in fields:
            people.join_team(connection, change.id, fields.pop("team_id"), today)
        people.update_person(connection, change.id, fields)
    for change in plan.teams.changes():
        people.update_team(connection, change.id, _new(change.fields))


def _added(registry: Registry) -> dict[int, dict[str, Any]]:
    return {number: registry.rows[number] for number in registry.added}


def _new(fields: Mapping[str, tuple[Any, Any]]) -> dict[str, Any]:
    return {column: new for column, (_, new) in fields.items()}
