"""What a manager does to deals one by one: add, edit in place, move on the board, delete."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.metrics.order_checks import missing_for
from cockpit.model import clock
from cockpit.model.deals import ORDER_QUESTIONS, REQUIRED_FIELDS, follow_stage
from cockpit.operations.moments import local_moment
from cockpit.operations.operation import Changes, Operation, operation
from cockpit.store import accounts, deals, stages
from cockpit.store.file import Store
from cockpit.store.settings import read_setting

EDITABLE = frozenset(deals.DEAL_COLUMNS) - {"external_id", "state", "deleted_at", "stage_id"}
"""Fields that ``edit_deals`` sets; the stage has a verb of its own, the state follows it."""
_DAYS = frozenset({"created_on", "expected_close", "closed_on", "next_step_on"})
_MONEY = frozenset({"amount", "budget"})


def add_deal(
    store: Store,
    *,
    name: str,
    stage_id: int | None = None,
    owner_id: int | None = None,
    account_id: int | None = None,
    account_name: str = "",
    fields: Mapping[str, Any] | None = None,
    today: date | None = None,
) -> Changes:
    """Add a deal, in the first stage of the default pipeline unless another is given; created today.

    ``account_name`` names the account where its id is not known: one of that name, or a new one. ``fields`` are further
    columns; money in minor units, days as dates or ISO text. Raises CockpitError without a name.
    """
    if not name.strip():
        raise CockpitError(tr("商机要有名称。"))
    day = today or clock.today()
    with operation(store, noop("添加商机 {name}"), name=name.strip()) as under_way:
        connection = store.connection
        pipeline = stages.add_standard_stages(connection)
        all_stages = stages.list_stages(connection)
        if stage_id is None:
            stage_id = next(
                number for number, row in all_stages.items() if row["pipeline_id"] == pipeline and row["kind"] == "open"
            )
        if account_id is None and account_name.strip():
            account_id = _account(under_way, account_name.strip(), owner_id)
        state, closed_on = follow_stage(all_stages[stage_id]["kind"], "open", None, day.isoformat())
        values: dict[str, Any] = {
            "id": deals.last_deal_id(connection) + 1,
            "name": name.strip(),
            "stage_id": stage_id,
            "state": state,
            "owner_id": owner_id,
            "account_id": account_id,
            "created_on": day.isoformat(),
            "closed_on": closed_on,
            **{column: _checked(column, value) for column, value in (fields or {}).items()},
        }
        deals.insert_deals(connection, tuple(values), [tuple(values.values())], _recording(under_way, day))
        under_way.changed("deal", values["id"])
    return under_way.changes


def edit_deals(store: Store, ids: Iterable[int], field: str, value: Any, *, today: date | None = None) -> Changes:
    """Set one field of deals. None clears it; money is in minor units, a day a date or ISO text.

    A closing day can be set only where the deal is closed. Raises CockpitError when the value does not fit.
    """
    chosen = list(ids)
    new = _checked(field, value)
    if field == "name" and not str(new or "").strip():
        raise CockpitError(tr("商机要有名称。"))
    with operation(store, noop("修改 {n} 个商机"), n=len(chosen)) as under_way:
        if field == "closed_on" and new is not None:
            _refuse_open(store, chosen)
        changes = [deals.DealChange(number, {field: new}) for number in chosen]
        if deals.change_deals(store.connection, changes, _recording(under_way, today or clock.today())):
            under_way.changed("deal", chosen)
    return under_way.changes


def move_stage(
    store: Store,
    ids: Iterable[int],
    stage_id: int,
    *,
    closed_on: date | None = None,
    lost_reason: str | None = None,
    today: date | None = None,
) -> Changes:
    """Move deals to a stage; won and lost ones close them (today, or ``closed_on``), others reopen them."""
    day = today or clock.today()
    chosen = list(ids)
    with operation(
        store, noop("{n} 个商机改到“{stage}”"), n=len(chosen), stage=_stage(store, stage_id)["name"]
    ) as under_way:
        kind = _stage(store, stage_id)["kind"]
        changes = []
        for number in chosen:
            deal = deals.read_deal(store.connection, number)
            if deal is None:
                continue
            state, closed = follow_stage(kind, deal["state"], deal["closed_on"], (closed_on or day).isoformat())
            fields: dict[str, Any] = {"stage_id": stage_id, "state": state, "closed_on": closed}
            if lost_reason is not None and state == "lost":
                fields["lost_reason"] = lost_reason
            effective = closed_on.isoformat() if closed_on and state != "open" else None
            changes.append(deals.DealChange(number, fields, effective))
        ahead = _moving_ahead(store, chosen, stage_id)
        if deals.change_deals(store.connection, changes, _recording(under_way, day)):
            under_way.changed("deal", chosen)
        _refuse_lacking(store, ahead, stage_id)
    return under_way.changes


def edit_together(
    store: Store,
    ids: Iterable[int],
    fields: Mapping[str, Any],
    *,
    stage_id: int | None = None,
    closed_on: date | None = None,
    lost_reason: str | None = None,
    today: date | None = None,
) -> Changes:
    """Set several fields of several deals, and their stage, as one step that is undone as one.

    Values as for ``edit_deals``, stage and closing as for ``move_stage``. Raises CockpitError when one does not fit.
    """
    day = today or clock.today()
    chosen = list(ids)
    values = {field: _checked(field, value) for field, value in fields.items()}
    if "name" in values and not str(values["name"] or "").strip():
        raise CockpitError(tr("商机要有名称。"))
    with operation(store, noop("修改 {n} 个商机"), n=len(chosen)) as under_way:
        changes = []
        kind = _stage(store, stage_id)["kind"] if stage_id is not None else None
        for number in chosen:
            deal = deals.read_deal(store.connection, number)
            if deal is None:
                continue
            changed, effective = dict(values), None
            if kind is not None:
                state, closed = follow_stage(
                    kind, deal["state"], None if closed_on else deal["closed_on"], (closed_on or day).isoformat()
                )
                changed |= {"stage_id": stage_id, "state": state, "closed_on": closed}
                effective = closed_on.isoformat() if closed_on and state != "open" else None
                if lost_reason is not None and state == "lost":
                    changed["lost_reason"] = lost_reason or None
            changes.append(deals.DealChange(number, changed, effective))
        ahead = _moving_ahead(store, chosen, stage_id) if stage_id is not None else []
        if deals.change_deals(store.connection, changes, _recording(under_way, day)):
            under_way.changed("deal", chosen)
        if stage_id is not None:
            _refuse_lacking(store, ahead, stage_id)
    return under_way.changes


def _account(under_way: Operation, name: str, owner_id: int | None) -> int:
    """The account of this name; a new one where there is none."""
    known = accounts.find_account(under_way.store.connection, name)
    if known is not None:
        return known
    number = accounts.last_account_id(under_way.store.connection) + 1
    accounts.insert_accounts(under_way.store.connection, {number: {"name": name, "owner_id": owner_id}})
    under_way.changed("account", number)
    return number


def _moving_ahead(store: Store, ids: Iterable[int], stage_id: int) -> list[int]:
    """The deals that a move to the stage takes forward, or opens again; to go back needs nothing."""
    known = stages.list_stages(store.connection)
    there = known[stage_id]
    found = []
    for number in ids:
        deal = deals.read_deal(store.connection, number)
        if deal is None:
            continue
        here = known.get(deal["stage_id"], there)
        same = here["kind"] == "open" and here["pipeline_id"] == there["pipeline_id"]
        if not same or here["position"] < there["position"]:
            found.append(number)
    return found


def _refuse_lacking(store: Store, ids: Iterable[int], stage_id: int) -> None:
    """Where the manager wants it so, no deal moves on without what its new stage asks for; nothing of the move is kept.

    Only moves by hand: what a file says of a deal is a fact of the CRM.
    """
    if read_setting(store.connection, "stage_requirements") != "refuse":
        return
    names = {**ORDER_QUESTIONS, **REQUIRED_FIELDS}
    for number in ids:
        if missing := missing_for(store.connection, number, stage_id):
            deal, stage = deals.read_deal(store.connection, number), _stage(store, stage_id)["name"]
            lacking = tr("、").join(tr(names[key]) for key in missing)
            raise CockpitError(
                tr(
                    "“{deal}”还不能进“{stage}”,缺:{names}。",
                    deal=deal["name"] if deal else "",
                    stage=stage,
                    names=lacking,
                ),
                tr("先在“一单五问”或商机旁边补上。"),
            )


def _recording(under_way: Operation, today: date) -> deals.Recording:
    return deals.Recording(under_way.id, under_way.at, local_moment(today))


def _stage(store: Store, stage_id: int) -> dict[str, Any]:
    found = stages.list_stages(store.connection).get(stage_id)
    if found is None:
        raise CockpitError(tr("这个阶段已经不在了。"), tr("刷新页面再试。"))
    return found


def _refuse_open(store: Store, ids: Iterable[int]) -> None:
    for number in ids:
        deal = deals.read_deal(store.connection, number)
        if deal is not None and deal["state"] == "open":
            raise CockpitError(tr("“{name}”还没有赢单或丢单,不能有成交日期。", name=deal["name"]), tr("先改它的阶段。"))


def _checked(field: str, value: Any) -> Any:
    """A value as the store keeps it."""
    if field not in EDITABLE:
        raise KeyError(field)
    if value is None or value == "":
        return None if field != "is_major" else 0
    if field in _DAYS:
        return value.isoformat() if isinstance(value, date) else date.fromisoformat(value).isoformat()
    if field in _MONEY:
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(f"{field} is an integer of minor units, not {value!r}")
        return value
    return int(value) if field == "is_major" else value
