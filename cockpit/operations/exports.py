"""Lists as workbooks: what is seen, as it is seen, with nothing left out."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from cockpit.errors import CockpitError
from cockpit.excel.table_book import BookColumn, Value, write_table
from cockpit.language import tr
from cockpit.metrics.deal_list import DealRow, read_deal_rows
from cockpit.metrics.settings import read_settings
from cockpit.model.deals import FORECAST_CATEGORIES, STATES

_AT_ONCE = 1_000


def export_deals(
    connection: sqlite3.Connection, ids: Sequence[int], path: Path, go_on: Callable[[int], bool] = lambda _: True
) -> int:
    """Write these deals, in this order, to a workbook at ``path``; returns how many. Reads only.

    ``go_on`` is told now and then how many are done, and answers whether to go on. Raises CockpitError when it says no,
    and when the file cannot be written; then there is no file.
    """
    currency = read_settings(connection).currency
    columns = [
        BookColumn(tr("商机名称"), "text", 32), BookColumn(tr("客户"), "text", 26),
        BookColumn(tr("负责人"), "text", 12), BookColumn(tr("阶段"), "text", 14),
        BookColumn(tr("状态"), "text", 10), BookColumn(tr("金额"), "money", 16),
        BookColumn(tr("币种"), "text", 8), BookColumn(tr("预计成交"), "day", 12), BookColumn(tr("下一步"), "text", 32),
        BookColumn(tr("下一步日期"), "day", 12), BookColumn(tr("预测类别"), "text", 12),
        BookColumn(tr("成交日期"), "day", 12), BookColumn(tr("丢单原因"), "text", 18),
        BookColumn(tr("重点商机"), "text", 10), BookColumn(tr("产品"), "text", 18),
        BookColumn(tr("创建日期"), "day", 12),
    ]  # fmt: skip
    count = 0

    def rows() -> Iterator[Sequence[Value]]:
        nonlocal count
        for start in range(0, len(ids), _AT_ONCE):
            if not go_on(start):
                raise CockpitError(tr("导出停下了,没有写文件。"))
            wanted = ids[start : start + _AT_ONCE]
            known = read_deal_rows(connection, wanted)
            for number in wanted:
                if number in known:
                    count += 1
                    yield _values(known[number], currency)

    write_table(path, tr("商机"), columns, rows())
    return count


def _values(deal: DealRow, currency: str) -> tuple[Value, ...]:
    category = FORECAST_CATEGORIES.get(deal.forecast_category or "")
    return (
        deal.name, deal.account, deal.owner, deal.stage, tr(STATES[deal.state]),
        None if deal.amount is None else Decimal(deal.amount) / 100, deal.currency or currency,
        _day(deal.expected_close), deal.next_step, _day(deal.next_step_on), tr(category) if category else None,
        _day(deal.closed_on), deal.lost_reason, "★" if deal.is_major else None, deal.product, _day(deal.created_on),
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
