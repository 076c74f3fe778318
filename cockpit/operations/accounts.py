"""What a manager does to accounts: a tier by hand, who looks after them, what they are."""

from collections.abc import Iterable, Mapping
from typing import Any

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.operations.operation import Changes, operation
from cockpit.store import accounts
from cockpit.store.file import Store

TIERS = ("A", "B", "C")
EDITABLE = frozenset({"name", "industry", "region", "owner_id", "is_key"})
"""Fields that ``edit_accounts`` sets; the tier has a verb of its own."""


def set_account_tier(store: Store, ids: Iterable[int], tier: str | None) -> Changes:
    """Set the tier of accounts by hand, A, B or C; None gives it back to the rule. Raises KeyError for another tier."""
    if tier is not None and tier not in TIERS:
        raise KeyError(tier)
    chosen = list(ids)
    label = noop("{n} 个客户定为 {tier} 级") if tier else noop("{n} 个客户按规则分级")
    with operation(store, label, n=len(chosen), tier=tier or "") as under_way:
        for number in chosen:
            accounts.update_account(store.connection, number, {"tier_by_hand": tier})
        under_way.changed("account", chosen)
    return under_way.changes


def edit_accounts(store: Store, ids: Iterable[int], field: str, value: Any) -> Changes:
    """Set one field of accounts; None clears it, but for the name.

    Raises CockpitError for an empty name, KeyError for a field that is not set so.
    """
    return edit_accounts_together(store, ids, {field: value})


def edit_accounts_together(store: Store, ids: Iterable[int], fields: dict[str, Any]) -> Changes:
    """Set several fields of several accounts as one step; "tier_by_hand" may be among them. Values as above."""
    chosen = list(ids)
    values = {field: _checked(field, value) for field, value in fields.items()}
    with operation(store, noop("修改 {n} 个客户"), n=len(chosen)) as under_way:
        for number in chosen:
            accounts.update_account(store.connection, number, values)
        under_way.changed("account", chosen)
    return under_way.changes


def write_account_cells(store: Store, cells: Mapping[int, Mapping[str, Any]]) -> Changes:
    """Fields of many accounts, each its own, as one step: account -> field -> value. Values as above."""
    checked = {
        number: {field: _checked(field, value) for field, value in fields.items()} for number, fields in cells.items()
    }
    with operation(store, noop("修改 {n} 个客户"), n=len(checked)) as under_way:
        for number, values in checked.items():
            accounts.update_account(store.connection, number, values)
        under_way.changed("account", checked)
    return under_way.changes


def _checked(field: str, value: Any) -> Any:
    if field == "tier_by_hand":
        if value is not None and value not in TIERS:
            raise KeyError(value)
        return value
    if field not in EDITABLE:
        raise KeyError(field)
    if field == "is_key":
        return int(bool(value))
    if isinstance(value, str):
        value = " ".join(value.split()) or None
    if field == "name" and not value:
        raise CockpitError(tr("客户要有名称。"))
    return value
