"""What was done with customers: recorded, changed, deleted one by one, and followed up."""

from datetime import date
from typing import Any

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.model import clock
from cockpit.model.quick_entry import Entry
from cockpit.operations.operation import Changes, Operation, operation
from cockpit.store import accounts, activities
from cockpit.store.file import Store


def record_activity(store: Store, entry: Entry) -> Changes:
    """Record what a line was understood as, with a new customer where it names one.

    Raises CockpitError while something is still to be answered.
    """
    _refuse_questions(entry)
    with operation(store, noop("记下一次{kind}"), kind=entry.kind) as under_way:
        under_way.changed("activity", activities.add_activity(store.connection, _values(under_way, entry)))
    return under_way.changes


def change_activity(store: Store, activity_id: int, entry: Entry) -> Changes:
    """Make of an activity what a line was understood as. Raises CockpitError when it is gone, or as
    ``record_activity``.
    """
    _refuse_questions(entry)
    before = _read(store, activity_id)
    with operation(store, noop("修改一次{kind}"), kind=entry.kind) as under_way:
        values = _values(under_way, entry)
        if values["follow_up_on"] != before["follow_up_on"]:
            # Another day is another follow-up.
            values["followed_up_on"] = None
        changed = {column: value for column, value in values.items() if before[column] != value}
        if changed:
            activities.update_activity(store.connection, activity_id, changed)
            under_way.changed("activity", activity_id)
    return under_way.changes


def delete_activity(store: Store, activity_id: int) -> Changes:
    """Take an activity away. Raises CockpitError when it is gone."""
    found = _read(store, activity_id)
    with operation(store, noop("删除一次{kind}"), kind=found["kind"]) as under_way:
        activities.update_activity(store.connection, activity_id, {"deleted_at": under_way.at})
        under_way.changed("activity", activity_id)
    return under_way.changes


def tick_follow_up(store: Store, activity_id: int, done: bool = True, *, today: date | None = None) -> Changes:
    """The follow-up that an activity asked for is done, today, without another activity; or not done after all.

    Raises CockpitError when the activity is gone or asks for none.
    """
    found = _read(store, activity_id)
    if found["follow_up_on"] is None:
        raise CockpitError(tr("这次没有约定跟进。"))
    label = noop("跟进做完了") if done else noop("跟进没做完")
    with operation(store, label) as under_way:
        day = (today or clock.today()).isoformat() if done else None
        if bool(found["followed_up_on"]) != done:
            activities.update_activity(store.connection, activity_id, {"followed_up_on": day})
            under_way.changed("activity", activity_id)
    return under_way.changes


def _read(store: Store, activity_id: int) -> dict[str, Any]:
    found = activities.read_activity(store.connection, activity_id)
    if found is None:
        raise CockpitError(tr("要改的内容已经不在了。"), tr("刷新页面再试。"))
    return found


def _refuse_questions(entry: Entry) -> None:
    if not entry.is_ready:
        raise CockpitError(tr("这一句还没看明白:{asked}。", asked=tr("、").join(q.reason for q in entry.questions)))


def _values(under_way: Operation, entry: Entry) -> dict[str, Any]:
    account = entry.account_id
    if entry.new_account:
        connection = under_way.store.connection
        account = accounts.find_account(connection, entry.new_account)
        if account is None:
            account = accounts.last_account_id(connection) + 1
            row = {"name": entry.new_account, "owner_id": entry.person_id}
            accounts.insert_accounts(connection, {account: row})
            under_way.changed("account", account)
    return {
        "person_id": entry.person_id,
        "kind": entry.kind,
        "met": entry.met,
        "account_id": account,
        "deal_id": entry.deal_id,
        "happened_on": entry.day.isoformat(),
        "follow_up_on": entry.follow_up_on.isoformat() if entry.follow_up_on else None,
        "note": entry.note,
    }
