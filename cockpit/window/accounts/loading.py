"""What the page reads on a worker before it shows it."""

import sqlite3
from array import array

from attrs import evolve, frozen

from cockpit.metrics import WHOLE_TEAM, Period, RowsQuery, Scope
from cockpit.metrics.account_list import (
    BY_VALUES,
    AccountChoices,
    AccountFilter,
    AccountRow,
    AccountValue,
    Looking,
    find_accounts,
    read_account_choices,
    read_account_rows,
    read_values,
)
from cockpit.metrics.settings import MetricSettings, read_settings
from cockpit.window.kit.columns_button import read_hidden
from cockpit.window.kit.id_source import in_former_order
from cockpit.window.kit.page import View

FIRST_ROWS = 60


@frozen
class Asked:
    """What is to be shown: the filter, and the name of the figure it comes from; the order; an account that has to be
    among the rows.

    ``origin_for`` is the person who alone was shown when one came from there. ``former`` are the ids whose order is
    kept, because what was changed by hand stays in its place until the list is sorted again.
    """

    wanted: AccountFilter = AccountFilter()
    origin: str = ""
    origin_for: int | None = None
    sort: str = "name"
    descending: bool = False
    account_id: int | None = None
    former: "array[int] | None" = None


@frozen
class KnownValues:
    """What was worked out of all accounts of a scope, seen at a period."""

    period: Period
    scope: Scope
    values: dict[int, AccountValue]


@frozen
class AccountsData:
    """What the page shows at once: ids in their order, the first rows, and what the fields may be.

    ``known`` are the values by which the list was sorted and filtered, None where none are known yet.
    """

    ids: "array[int]"
    first: dict[int, AccountRow]
    choices: AccountChoices
    settings: MetricSettings
    asked: Asked
    looking: Looking
    scope: Scope
    shielded: bool
    known: KnownValues | None
    hidden: tuple[str, ...] = ()


def values_scope(wanted: AccountFilter, looking: Looking) -> Scope:
    """Of whose accounts the values have to be known."""
    return WHOLE_TEAM if wanted.ignores_scope and looking.only_person is None else looking.scope


def read_known(connection: sqlite3.Connection, wanted: AccountFilter, looking: Looking) -> KnownValues:
    """Work the values out."""
    scope = values_scope(wanted, looking)
    return KnownValues(looking.period, scope, read_values(connection, looking.period, scope))


def load_accounts(
    connection: sqlite3.Connection, view: View, asked: Asked, known: KnownValues | None, is_fresh: bool = True
) -> AccountsData:
    """The ids in their order and the first rows; sums and tiers come a moment later, where they are not ``known``.

    What is known but not fresh serves to sort and filter until it is worked out anew; the first rows are read anew.
    """
    former = known
    only = view.only_person
    looking = Looking(view.shown_scope, Period.of(view.month, view.today), only)
    if only is not None and asked.origin_for != only:
        # Where one came from may name somebody else.
        asked = evolve(asked, wanted=AccountFilter() if asked.wanted.ignores_scope else asked.wanted, origin="")
    ids, known = _find(connection, asked, looking, known)
    number = asked.account_id
    if number is not None and number not in ids:
        named = connection.execute(
            "SELECT name FROM accounts WHERE id = ? AND deleted_at IS NULL AND (? IS NULL OR owner_id = ?)",
            (number, only, only),
        ).fetchone()
        if named:
            rows = RowsQuery("accounts", "accounts.id = :account", {"account": number})
            asked = evolve(asked, wanted=AccountFilter(rows=rows), origin=named[0], origin_for=only, sort="name")
            ids, known = _find(connection, asked, looking, known)
    elif asked.former is not None:
        ids = in_former_order(asked.former, ids)
    is_sure = is_fresh or known is not former
    return AccountsData(
        ids,
        read_account_rows(connection, ids[:FIRST_ROWS], looking.period, known.values if known and is_sure else None),
        read_account_choices(connection, looking),
        read_settings(connection),
        asked,
        looking,
        view.scope,
        only is not None,
        known,
        read_hidden(connection, "accounts"),
    )


def _find(
    connection: sqlite3.Connection, asked: Asked, looking: Looking, known: KnownValues | None
) -> "tuple[array[int], KnownValues | None]":
    scope = values_scope(asked.wanted, looking)
    if known is not None and (known.period, known.scope) != (looking.period, scope):
        known = None
    # The few rows behind a figure are sorted quicker by themselves.
    is_sorted = asked.sort == "tier" or (asked.sort in BY_VALUES and not asked.wanted.ignores_scope)
    if known is None and (is_sorted or asked.wanted.needs_values):
        known = read_known(connection, asked.wanted, looking)
    values = known.values if known else None
    ids = find_accounts(connection, asked.wanted, looking, asked.sort, descending=asked.descending, values=values)
    return ids, known
