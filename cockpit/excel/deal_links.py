"""Owner, account and product of deals: found once per distinct spelling, added where nothing else names them."""

from collections.abc import Callable, Sequence
from typing import Any

from attrs import define

from cockpit.excel.deal_rows import DealRows
from cockpit.excel.plan import Plan
from cockpit.excel.registry import AMBIGUOUS, Ambiguous
from cockpit.excel.tables import TypedTable
from cockpit.excel.team_plan import find_person
from cockpit.excel.values import Unreadable
from cockpit.language import noop


@define
class Links:
    """``keys``: what the file says, row by row; ``found``: whom that means, None for somebody new.

    A key is the cell itself where one column names the thing, else a tuple; ``parts`` spreads it over all columns.
    """

    keys: list[Any]
    found: dict[Any, int | Ambiguous | None]
    parts: Callable[[Any], tuple[Any, ...]]
    is_there: bool

    def keep(self, places: Sequence[int]) -> None:
        self.keys = [self.keys[place] for place in places] if self.is_there else []


def _links(
    table: TypedTable, columns: tuple[str, ...], find: Callable[..., int | Ambiguous | None], field: str, reason: str
) -> Links:
    present = [place for place, column in enumerate(columns) if column in table.columns]
    if not present:
        return Links([], {}, tuple, is_there=False)
    if len(present) == 1:
        before, after = (None,) * present[0], (None,) * (len(columns) - present[0] - 1)
        keys: list[Any] = table.columns[columns[present[0]]]

        def parts(key: Any) -> tuple[Any, ...]:
            return (*before, key, *after)

    else:
        keys = list(zip(*(table.column(column) for column in columns), strict=True))
        parts = tuple  # type: ignore[assignment]
    # In the order in which they appear, so that ids are the same on every run.
    found = {key: find(*parts(key)) for key in dict.fromkeys(keys) if any(parts(key))}
    if AMBIGUOUS in found.values():
        for place, key in enumerate(keys):
            if found.get(key) is AMBIGUOUS:
                table.refuse(place, field, Unreadable(reason))
    return Links(keys, found, parts, is_there=True)


def find_owners(plan: Plan, table: TypedTable) -> Links:
    """By id, address or name."""
    return _links(
        table,
        ("owner_id", "owner", "owner_email"),
        lambda external_id, name, email: find_person(plan, external_id, name, email),
        "owner",
        noop("有几个人叫这个名字,请加上编号列"),
    )


def find_accounts(plan: Plan, table: TypedTable) -> Links:
    """By id or name."""
    return _links(
        table, ("account_id", "account"), plan.accounts.find, "account", noop("有几个客户叫这个名字,请加上客户编号列")
    )


def find_products(plan: Plan, table: TypedTable) -> Links:
    """By name; a code will do."""

    def find(name: str) -> int | Ambiguous | None:
        by_name = plan.products.find(None, name)
        return by_name if by_name is not None else plan.products.find(name, None)

    return _links(table, ("product",), find, "product", noop("有几个产品叫这个名字"))


def settle_links(plan: Plan, rows: DealRows, owners: Links, accounts: Links, products: Links) -> None:
    """Add whom the kept rows name and nobody knows, and put their ids into the rows."""
    if owners.is_there:
        added: list[str] = []

        def add_owner(key: tuple[Any, ...]) -> int:
            external_id, name, email = key
            # Rows of one person may be spelt in several ways; the first spelling has made the person by now.
            again = find_person(plan, external_id, name, email)
            if isinstance(again, int):
                return again
            number = plan.people.add(
                None, name=name or external_id or email, external_id=external_id, email=email, role="seller"
            )
            added.append(plan.people.name(number))
            return number

        rows.values["owner_id"] = _numbers(owners, add_owner)
        plan.note("owners_added", noop("只在商机里出现的负责人,加入时没有团队:"), added)
    if accounts.is_there:
        before = len(plan.accounts.added)

        def add_account(key: tuple[Any, ...]) -> int:
            again = plan.accounts.find(*key)
            return (
                again if isinstance(again, int) else plan.accounts.add(None, name=key[1] or key[0], external_id=key[0])
            )

        rows.values["account_id"] = _numbers(accounts, add_account)
        plan.note("accounts_added", noop("只在商机里出现的客户,已加入 {n} 个。"), [], len(plan.accounts.added) - before)
    if products.is_there:
        new: list[str] = []

        def add_product(key: tuple[Any, ...]) -> int:
            again = plan.products.find(None, key[0])
            if isinstance(again, int):
                return again
            new.append(key[0])
            return plan.products.add(None, name=key[0])

        rows.values["product_id"] = _numbers(products, add_product)
        plan.note("products_added", noop("只在商机里出现的产品,加入时没有标价:"), new)


def _numbers(links: Links, add: Callable[[tuple[Any, ...]], int]) -> list[int | None]:
    numbers: dict[Any, int | None] = {}
    for key in dict.fromkeys(links.keys):
        parts = links.parts(key)
        found = links.found.get(key) if any(parts) else None
        numbers[key] = found if isinstance(found, int) else add(parts) if any(parts) else None
    return [numbers[key] for key in links.keys]
