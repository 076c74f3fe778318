"""Deals that come back from a workbook: what of each row can be taken, by the rules that hold in the window, and
writing it."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from cockpit.excel.round_trip_compare import EditedRow
from cockpit.excel.round_trip_layout import FIELDS
from cockpit.excel.round_trip_plan import CellChange, NewRow, ReturnPlan, RowChange, TablePlan
from cockpit.excel.values import Unreadable
from cockpit.language import noop, tr
from cockpit.metrics.settings import read_settings
from cockpit.model.deals import follow_stage
from cockpit.model.names import name_key
from cockpit.operations.moments import local_moment
from cockpit.operations.operation import Operation
from cockpit.operations.round_trip_values import NewAccount, Now, Taking, said
from cockpit.store import accounts, deals, people, stages

_COLUMNS = {"account": "account_id", "owner": "owner_id", "stage": "stage_id", "product": "product_id"}
_ALIKE = 90
"""From this likeness on, out of 100, two deals of one account may be the same."""
_ACCOUNT_ALIKE = 70
"""The same for names of customers, where one sign of four is a quarter of the name."""
_FIELDS = {one.key: one for one in FIELDS["deals"]}
NO_CLOSING_DAY = noop("还没有赢单或丢单,不能有成交日期")
CLOSED_NEEDS_DAY = noop("已赢单或丢单的商机要有成交日期")


def deal_names(connection: sqlite3.Connection) -> dict[str, str]:
    """Every deal that can be changed: id as in a list -> name."""
    found = connection.execute("SELECT id, name FROM deals WHERE deleted_at IS NULL")
    return {f"D{number}": name for number, name in found}


def take_changes(taking: Taking, edited: Sequence[EditedRow], now: Now) -> None:
    """Read what was edited."""
    plan, reader = taking.plan, taking.reader
    kinds = {number: row["kind"] for number, row in stages.list_stages(taking.connection).items()}
    home = read_settings(taking.connection).currency
    for at, row in enumerate(edited):
        line = plan.table.rows[row.place]
        before = deals.read_deal(taking.connection, int(row.id[1:]))
        assert before is not None
        currency = before["currency"] or home
        values: dict[str, Any] = {}
        for cell in row.cells:
            value = reader.read(cell.of, cell.cell)
            if cell.of.key == "stage" and isinstance(value, str):
                value = reader.stage_in(reader.names.pipelines[before["stage_id"]], value)
            reason = value if isinstance(value, Unreadable) else None
            if value is None and cell.of.key in ("name", "stage", "is_major"):
                reason = Unreadable(noop("不能为空"))
            if reason is not None:
                plan.refuse(line, cell.of.key, cell.cell, reason)
            values[cell.of.key] = int(value) if cell.of.key == "is_major" and value is not None else value
        if line in plan.refused:
            continue
        state = kinds[values["stage"]] if "stage" in values else before["state"]
        if "closed_on" in values and (reason := _misplaced(state, values["closed_on"])):
            plan.refuse(line, "closed_on", values["closed_on"], reason)
            continue
        cells = tuple(
            CellChange(
                cell.of.key, values[cell.of.key], said(cell.of, now[cell.of.key][at], currency),
                said(cell.of, cell.cell, currency), cell.is_conflict,
            )
            for cell in row.cells
        )  # fmt: skip
        plan.changed.append(RowChange(row.id, line, taking.there[row.id], cells))


def _misplaced(state: str, closed_on: str | None) -> Unreadable | None:
    """Why a closing day does not go with where the deal stands."""
    if state == "open":
        return Unreadable(NO_CLOSING_DAY) if closed_on is not None else None
    return Unreadable(CLOSED_NEEDS_DAY) if closed_on is None else None


def take_new(taking: Taking, places: Sequence[int]) -> None:
    """Read rows without an id; one that is there already is refused, one that is much alike listed."""
    if not places:
        return
    plan, reader = taking.plan, taking.reader
    all_stages = stages.list_stages(taking.connection)
    pipelines = _pipelines_of_people(taking.connection, taking.today)
    default = min(stages.list_pipelines(taking.connection), default=0)
    by_account = _names_by_account(taking.connection)
    external = {
        row[0] for row in taking.connection.execute("SELECT external_id FROM deals WHERE external_id IS NOT NULL")
    }
    alike: list[str] = []
    for place in places:
        line = plan.table.rows[place]
        values: dict[str, Any] = {}
        words: dict[str, str] = {}
        for one in plan.table.fields:
            cell = plan.table.cells[one.key][place]
            value = reader.read(one, cell)
            if isinstance(value, Unreadable):
                plan.refuse(line, one.key, cell, value)
            elif value is not None and (not one.told or one.only_new):
                values[one.key], words[one.key] = value, said(one, cell)
        if not values.get("name"):
            plan.refuse(line, "name", "", tr("商机要有名称。"))
        pipeline = pipelines.get(values.get("owner", 0), default)
        if "stage" in values:
            stage = reader.stage_in(pipeline, values["stage"])
            if isinstance(stage, Unreadable):
                plan.refuse(line, "stage", words["stage"], stage)
                continue
            values["stage"] = stage
            state = all_stages[stage]["kind"]
        else:
            state = "open"
            values["pipeline"] = pipeline
        if line in plan.refused:
            continue
        if state == "open" and "closed_on" in values:
            plan.refuse(line, "closed_on", words["closed_on"], Unreadable(NO_CLOSING_DAY))
            continue
        if values.get("external_id") in external:
            plan.refuse(line, "external_id", values["external_id"], tr("这个编号已经有了"))
            continue
        account = name_key(words.get("account", ""))
        others = by_account.setdefault(account, {})
        key = name_key(values["name"])
        if key in others:
            reason = tr("和已有的“{name}”一样;要改它,填上它的记录ID", name=others[key])
            plan.refuse(line, "name", values["name"], reason)
            continue
        if account and (near := _nearest(values["name"], others.values())):
            alike.append(tr("“{name}”像是“{other}”", name=values["name"], other=near))
        others[key] = values["name"]
        if "external_id" in values:
            external.add(values["external_id"])
        plan.added.append(NewRow(line, values["name"], values, words))
    plan.note("alike", noop("新加的商机和同一客户已有的很像,看看是不是同一个:"), alike)


def note_new_accounts(plan: TablePlan, known: Iterable[str]) -> None:
    """List the customers that the rows would add, each with a ``known`` one that is spelt much like it."""
    values = [cell.value for change in plan.changed for cell in change.cells]
    values += [value for new in plan.added for value in new.values.values()]
    names = dict.fromkeys(value.name for value in values if isinstance(value, NewAccount))
    labels = list(known) if names else []
    listed = []
    for name in names:
        near = _nearest(name, labels, _ACCOUNT_ALIKE)
        listed.append(name if near is None else tr("“{name}”像是“{other}”", name=name, other=near))
    plan.note("new_accounts", noop("文件里有驾驶舱没有的客户,会新加进来;写错了就先改文件:"), listed)


def _nearest(name: str, others: Iterable[str], alike: float = _ALIKE) -> str | None:
    from rapidfuzz import fuzz, process

    found = process.extractOne(name, list(others), scorer=fuzz.ratio, score_cutoff=alike)
    return found[0] if found else None


def _names_by_account(connection: sqlite3.Connection) -> dict[str, dict[str, str]]:
    """Account, by key -> the names of its deals, by key. Deals without an account are under ""."""
    keys: dict[int | None, str] = {None: ""}
    keys |= {number: name_key(name) for number, name in connection.execute("SELECT id, name FROM accounts")}
    found: dict[str, dict[str, str]] = {}
    for account, name in connection.execute("SELECT account_id, name FROM deals WHERE deleted_at IS NULL"):
        found.setdefault(keys[account], {})[name_key(name)] = name
    return found


def _pipelines_of_people(connection: sqlite3.Connection, today: date) -> dict[int, int]:
    teams = people.list_teams(connection)
    return {
        person: teams[team]["pipeline_id"] for person, team in people.teams_on(connection, today.isoformat()).items()
    }


def write_deals(under_way: Operation, returned: ReturnPlan, plan: TablePlan, today: date) -> None:
    """Write what is taken of one list."""
    connection = under_way.store.connection
    recording = deals.Recording(under_way.id, under_way.at, local_moment(today))
    kinds = {number: row["kind"] for number, row in stages.list_stages(connection).items()}
    changes = []
    for change, cells in returned.changed_rows(plan):
        values = {cell.field: cell.value for cell in cells}
        if isinstance(values.get("account"), NewAccount):
            values["account"] = _account(under_way, values["account"].name, values.get("owner"))
        before = deals.read_deal(connection, int(change.id[1:]))
        assert before is not None
        changes.append(_deal_change(int(change.id[1:]), values, before, kinds, today))
    deals.change_deals(connection, changes, recording)
    ids = [change.id for change in changes]
    if plan.added:
        ids += _insert(under_way, plan.added, recording, today)
    if ids:
        under_way.changed("deal", ids)


def _deal_change(
    number: int, values: Mapping[str, Any], before: Mapping[str, Any], kinds: Mapping[int, Any], today: date
) -> deals.DealChange:
    """Columns of a deal; a stage brings state and closing day with it."""
    columns = {_COLUMNS.get(name, name): value for name, value in values.items()}
    told = columns.get("closed_on")
    if "stage_id" in columns:
        state, closed = follow_stage(
            kinds[columns["stage_id"]], before["state"], None if told else before["closed_on"],
            told or today.isoformat(),
        )  # fmt: skip
        columns |= {"state": state, "closed_on": closed}
        return deals.DealChange(number, columns, told if state != "open" else None)
    if before["state"] == "open":
        # The stage of the file, with which the day came, was not chosen.
        columns.pop("closed_on", None)
    return deals.DealChange(number, columns)


def _insert(under_way: Operation, added: Sequence[NewRow], recording: deals.Recording, today: date) -> list[int]:
    connection = under_way.store.connection
    default = stages.add_standard_stages(connection)
    all_stages = stages.list_stages(connection)
    first = deals.last_deal_id(connection) + 1
    names = ("id", *(name for name in deals.DEAL_COLUMNS if name != "deleted_at"))
    rows = []
    for number, new in enumerate(added, first):
        values = dict(new.values)
        if isinstance(values.get("account"), NewAccount):
            values["account"] = _account(under_way, values["account"].name, values.get("owner"))
        pipeline = values.pop("pipeline", None) or default
        stage = values.get("stage") or next(
            number for number, row in all_stages.items() if row["pipeline_id"] == pipeline and row["kind"] == "open"
        )
        day = values.get("closed_on") or today.isoformat()
        state, closed = follow_stage(all_stages[stage]["kind"], "open", None, day)
        columns = {"created_on": today.isoformat()} | {_COLUMNS.get(name, name): one for name, one in values.items()}
        columns |= {"id": number, "stage_id": stage, "state": state, "closed_on": closed,
                    "is_major": int(values.get("is_major") or 0)}  # fmt: skip
        rows.append(tuple(columns.get(name) for name in names))
    deals.insert_deals(connection, names, rows, recording)
    return list(range(first, first + len(rows)))


def _account(under_way: Operation, name: str, owner_id: int | None) -> int:
    """The account of this name: the one that an earlier row made, or a new one."""
    connection = under_way.store.connection
    known = accounts.find_account(connection, name)
    if known is not None:
        return known
    number = accounts.last_account_id(connection) + 1
    accounts.insert_accounts(connection, {number: {"name": name, "owner_id": owner_id}})
    under_way.changed("account", number)
    return number
