"""Which deals of the store the rows of a file are: by id, else by the fields that tell deals apart."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from cockpit.excel.deal_keys import comparable, proposed_key, store_columns
from cockpit.excel.deal_links import Links
from cockpit.excel.deal_rows import DealRows
from cockpit.excel.known import Known
from cockpit.excel.plan import FIELD_NAMES, Plan
from cockpit.excel.values import Unreadable
from cockpit.language import noop, tr

NOT_APART = noop("和第 {row} 行分不开({fields}都相同),请加上编号列,或选别的列来区分")
SEVERAL = noop("驾驶舱里有几个商机的{fields}都相同,分不清是哪一个")
SAME_DEAL = noop("和第 {row} 行是同一个商机")


def identify(plan: Plan, rows: DealRows, known: Known, owners: Links, accounts: Links, products: Links) -> None:
    """Fill ``rows.known`` with the id of the deal that every row is, None for a new one; ``rows.deleted`` with those
    that the manager deleted. Rows that cannot be told apart are refused in the table."""
    table = rows.table
    ids = table.column("external_id")
    stored: dict[str, int] = {}
    if known.last_deal_id:
        for number, external_id, deleted in known.read_deals(()):
            if deleted is not None:
                rows.deleted.add(number)
            if external_id is not None:
                stored[external_id] = number
    rows.by_external_id = stored
    rows.known = list(map(stored.get, ids)) if stored else [None] * len(ids)
    if None in ids:
        _by_key(plan, rows, known, (owners, accounts, products))
    if known.last_deal_id and any(
        external_id is not None and number is None for external_id, number in zip(ids, rows.known, strict=True)
    ):
        _first_ids(plan, rows, known, (owners, accounts, products))
    _refuse_twice(rows)


def _refuse_twice(rows: DealRows) -> None:
    first: dict[int, int] = {}
    for place, number in enumerate(rows.known):
        if number is None:
            continue
        row = first.setdefault(number, rows.table.rows[place])
        if row != rows.table.rows[place] and rows.table.rows[place] not in rows.table.refused:
            rows.table.refuse(place, "name", Unreadable(SAME_DEAL, {"row": row}))


def _by_key(plan: Plan, rows: DealRows, known: Known, links: tuple[Links, Links, Links]) -> None:
    table = rows.table
    there = [name for name in (table.choices.key or proposed_key(tuple(table.columns))) if name in table.columns]
    columns = store_columns(there)
    words = tr("、").join(tr(FIELD_NAMES[name]) for name in columns)
    candidates = _candidates(rows, known, columns)
    seen: dict[tuple[Any, ...], int] = {}
    ids = table.column("external_id")
    for place, key in enumerate(zip(*_file_values(plan, rows, columns, links), strict=True) if columns else ()):
        if ids[place] is not None:
            continue
        row = seen.setdefault(key, table.rows[place])
        if row != table.rows[place]:
            table.refuse(place, "name", Unreadable(NOT_APART, {"row": row, "fields": words}))
            continue
        found = candidates.get(key, ())
        if len(found) > 1:
            table.refuse(place, "name", Unreadable(SEVERAL, {"fields": words}))
        elif found:
            rows.known[place] = found[0]


def _first_ids(plan: Plan, rows: DealRows, known: Known, links: tuple[Links, Links, Links]) -> None:
    """Deals that came without an id are those of the file with the same usual key, if each is the only one."""
    table = rows.table
    columns = store_columns(proposed_key(tuple(table.columns)))
    if "name" not in columns or len(columns) < 2 or not known.last_deal_id:
        return
    there: defaultdict[tuple[Any, ...], list[int]] = defaultdict(list)
    taken = set(rows.known)
    for number, external_id, deleted, *values in known.read_deals(columns):
        if external_id is None and deleted is None and number not in taken:
            there[tuple(map(comparable, values))].append(number)
    if not there:
        return
    keys = list(zip(*_file_values(plan, rows, columns, links), strict=True))
    times = Counter(keys)
    got = []
    for place, key in enumerate(keys):
        found = there.get(key, ())
        if rows.known[place] is None and len(found) == 1 and times[key] == 1:
            rows.known[place] = found[0]
            got.append(table.column("external_id")[place])
    plan.note("first_ids", noop("驾驶舱里原来没有编号、按名称等对上的商机,这次得到编号:"), got)


def _candidates(rows: DealRows, known: Known, columns: Sequence[str]) -> dict[tuple[Any, ...], list[int]]:
    """Deals of the store by the values of their key. A file with ids means none that has another one."""
    if not known.last_deal_id or not columns:
        return {}
    has_ids = "external_id" in rows.table.columns
    found: defaultdict[tuple[Any, ...], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, external_id, deleted, *values in known.read_deals(columns):
        if external_id is not None and has_ids:
            continue
        sort = "deleted" if deleted is not None else "with id" if external_id is not None else "without id"
        found[tuple(map(comparable, values))][sort].append(number)
    # Of several it is the one that never had an id, as this file has none.
    return {
        key: next(sorts[sort] for sort in ("without id", "with id", "deleted") if sorts.get(sort))
        for key, sorts in found.items()
    }


def _file_values(
    plan: Plan, rows: DealRows, columns: Sequence[str], links: tuple[Links, Links, Links]
) -> Iterator[list[Any]]:
    """The columns of the key as the store would have them."""
    owners, accounts, products = links
    table = rows.table
    for column in columns:
        if column == "owner_id":
            yield _numbers(owners)
        elif column == "account_id":
            yield _numbers(accounts)
        elif column == "product_id":
            yield _numbers(products)
        elif column == "name":
            yield list(map(comparable, names_for_key(plan, rows, accounts, products)))
        elif column == "expected_close":
            either = zip(table.column("expected_close"), table.column("close_date"), strict=True)
            yield [comparable(day or other) for day, other in either]
        else:
            yield list(map(comparable, table.column(column)))


def _numbers(links: Links) -> list[Any]:
    """Ids of the store; of somebody whom it does not know, whose no deal of it can be, the name."""
    meant: dict[Any, Any] = {}
    for key, number in links.found.items():
        meant[key] = number if isinstance(number, int) else tuple(map(comparable, links.parts(key)))
    return [meant.get(key) for key in links.keys]


def names_for_key(plan: Plan, rows: DealRows, accounts: Links, products: Links) -> list[str | None]:
    """The name of every row; where it is blank, the one that the store has made of account and product."""
    own = rows.table.column("name")
    if None not in own:
        return own
    parts = [
        [registry.name(number) if isinstance(number := links.found.get(key), int) else "" for key in links.keys]
        if links.is_there
        else [""] * len(own)
        for registry, links in ((plan.accounts, accounts), (plan.products, products))
    ]
    return [name or " · ".join(part for part in both if part) or None for name, *both in zip(own, *parts, strict=True)]
