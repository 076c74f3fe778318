"""Money received: one payment typed in, a block of them pasted from a spreadsheet, one taken away."""

import csv
import sqlite3
from collections.abc import Sequence
from datetime import date
from io import StringIO

from attrs import frozen

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.model import formats
from cockpit.model.names import name_key
from cockpit.operations.operation import Changes, operation
from cockpit.store import deals, payments
from cockpit.store.file import Store

_SHOWN = 3


def read_amount(text: str) -> int:
    """ "12万", "1,200", "-3,000" (given back) in minor units. Raises CockpitError for what is no amount, or 0."""
    from cockpit.excel.values import OWN_SIGN, Unreadable, currency_of, money_reader

    typed = text.strip()
    value = money_reader([typed])(typed) if typed else None
    if value is None or isinstance(value, Unreadable) or currency_of(typed) not in (None, OWN_SIGN):
        raise CockpitError(tr("“{text}”不是金额。", text=typed), tr("写成 12万、1,200 或 120000;退款写负数。"))
    if value == 0:
        raise CockpitError(tr("回款金额不能是 0。"))
    return value


def record_payment(store: Store, deal_id: int, amount: int, received_on: date, remark: str = "") -> Changes:
    """Money came in for a deal on a day, in minor units; negative: it was given back.

    Raises CockpitError when the deal is gone.
    """
    deal = deals.read_deal(store.connection, deal_id)
    if deal is None:
        raise CockpitError(tr("要改的内容已经不在了。"), tr("刷新页面再试。"))
    with operation(store, noop("“{deal}”回款 {amount}"), deal=deal["name"], amount=formats.money(amount)) as under_way:
        values = {
            "deal_id": deal_id,
            "amount": amount,
            "received_on": received_on.isoformat(),
            "remark": remark.strip(),
        }
        under_way.changed("payment", payments.add_payment(store.connection, values))
    return under_way.changes


def remove_payment(store: Store, payment_id: int) -> Changes:
    """Take a payment away. Raises CockpitError when it is gone."""
    with operation(store, noop("删除一笔回款")) as under_way:
        if not payments.remove_payment(store.connection, payment_id, under_way.at):
            raise CockpitError(tr("要改的内容已经不在了。"), tr("刷新页面再试。"))
        under_way.changed("payment", payment_id)
    return under_way.changes


@frozen
class PastedPayments:
    """What a block of cells says, to be recorded: deal, ISO day and amount of each new payment.

    ``known`` is how many are recorded already: the same deal, day and amount.
    """

    new: tuple[tuple[int, str, int], ...]
    known: int


def read_pasted(connection: sqlite3.Connection, text: str) -> PastedPayments:
    """Read lines of deal (its number or name), day and amount, in any order of columns; a line of headings is left out.

    Raises CockpitError that names the first lines which cannot be read: nothing is taken by halves.
    """
    lines = [line for line in csv.reader(StringIO(text), delimiter="\t") if any(cell.strip() for cell in line)]
    by_name: dict[str, list[int]] = {}
    for number, external_id, name in connection.execute(
        "SELECT id, external_id, name FROM deals WHERE deleted_at IS NULL"
    ):
        for key in {name_key(name), name_key(external_id or "")} - {""}:
            by_name.setdefault(key, []).append(number)
    if lines and not any(cell.strip()[:1].isdigit() for cell in lines[0]):
        lines = lines[1:]
    if not lines:
        raise CockpitError(tr("剪贴板里没有回款。"), tr("从 Excel 复制商机(名称或编号)、日期、金额三列,再粘贴。"))
    new: list[tuple[int, str, int]] = []
    known, refused = 0, []
    for line in lines:
        found = _read_line(line, by_name)
        if isinstance(found, str):
            refused.append(found)
        elif payments.is_known(connection, *found) or found in new:
            known += 1
        else:
            new.append(found)
    if refused:
        more = "…" if len(refused) > _SHOWN else ""
        raise CockpitError(
            tr("{n} 行读不懂,什么都没有写入:{lines}。", n=len(refused), lines=tr("、").join(refused[:_SHOWN]) + more),
            tr("每行要有商机的名称或编号、日期和金额。"),
        )
    return PastedPayments(tuple(new), known)


def _read_line(line: Sequence[str], by_name: dict[str, list[int]]) -> tuple[int, str, int] | str:
    """Deal, day and amount; else what is wrong with the line."""
    from cockpit.excel.dates import date_reader

    cells = [cell.strip() for cell in line if cell.strip()]
    deal = day = amount = None
    for cell in cells:
        named = by_name.get(name_key(cell), [])
        if deal is None and len(named) == 1:
            deal = named[0]
        elif len(named) > 1:
            return tr("“{text}”有好几个", text=cell)
        elif day is None and isinstance(read := date_reader([cell])(cell), str) and not cell.isdigit():
            day = read
        elif amount is None:
            try:
                amount = read_amount(cell)
            except CockpitError:
                continue
    if deal is None or day is None or amount is None:
        return f"“{' '.join(cells[:3])}”"
    return deal, day, amount


def record_pasted(store: Store, pasted: PastedPayments) -> Changes:
    """Record what was read, as one operation."""
    with operation(store, noop("记录 {n} 笔回款"), n=len(pasted.new)) as under_way:
        for deal, day, amount in pasted.new:
            values = {"deal_id": deal, "amount": amount, "received_on": day}
            under_way.changed("payment", payments.add_payment(store.connection, values))
    return under_way.changes
