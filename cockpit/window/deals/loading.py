"""What the page reads on a worker before it shows it."""

import sqlite3
from array import array
from datetime import date

from attrs import evolve, frozen

from cockpit.metrics import RowsQuery, Scope
from cockpit.metrics.deal_detail import DealChoices, read_choices
from cockpit.metrics.deal_list import DealFilter, DealRow, Looking, find_deals, read_deal_rows
from cockpit.metrics.settings import read_settings
from cockpit.window.kit.columns_button import read_hidden
from cockpit.window.kit.id_source import in_former_order
from cockpit.window.kit.page import View

FIRST_ROWS = 200


@frozen
class Asked:
    """What is to be shown: the filter, and the name of the figure or the account it comes from; the order; a deal that
    has to be among the rows.

    ``origin_for`` is the person who alone was shown when one came from there. ``former`` are the ids whose order is
    kept, because what was changed by hand stays in its place until the list is sorted again.
    """

    wanted: DealFilter = DealFilter()
    origin: str = ""
    origin_for: int | None = None
    sort: str = "expected_close"
    descending: bool = False
    deal_id: int | None = None
    former: "array[int] | None" = None


@frozen
class DealsData:
    """What the page shows at once: ids in their order, the first rows, and what the fields may be."""

    ids: "array[int]"
    first: dict[int, DealRow]
    choices: DealChoices
    currency: str
    today: date
    asked: "Asked"
    scope: Scope
    looking: Looking
    shielded: bool
    hidden: tuple[str, ...] = ()


def load_deals(connection: sqlite3.Connection, view: View, asked: Asked) -> DealsData:
    """The ids in their order and the first rows; sums and marks come a moment later."""
    only, today = view.only_person, view.today.isoformat()
    looking = Looking(view.shown_scope, view.month, today, only)
    if only is not None and asked.origin_for != only:
        # Where one came from may name somebody else.
        asked = evolve(asked, wanted=DealFilter() if asked.wanted.ignores_scope else asked.wanted, origin="")
    ids = find_deals(connection, asked.wanted, looking, asked.sort, descending=asked.descending)
    number = asked.deal_id
    if number is not None and number not in ids:
        named = connection.execute(
            "SELECT name FROM deals WHERE id = ? AND (? IS NULL OR owner_id = ?)", (number, only, only)
        ).fetchone()
        rows = RowsQuery("deals", "deals.id = :deal", {"deal": number})
        if named:
            asked = evolve(asked, wanted=DealFilter(state="all", rows=rows), origin=named[0], origin_for=only)
            ids = find_deals(connection, asked.wanted, looking)
    elif asked.former is not None:
        ids = in_former_order(asked.former, ids)
    return DealsData(
        ids,
        read_deal_rows(connection, ids[:FIRST_ROWS]),
        read_choices(connection, view.shown_scope, today, only),
        read_settings(connection).currency,
        view.today,
        asked,
        view.scope,
        looking,
        only is not None,
        read_hidden(connection, "deals"),
    )
