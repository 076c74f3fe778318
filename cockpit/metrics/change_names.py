"""What the kinds of change are called, how each is counted, and what a list says of the deals that changed."""

import json
import sqlite3
from collections.abc import Sequence

from attrs import frozen

from cockpit.language import noop, tr
from cockpit.metrics.changed_deals import Kind

_NAMES: dict[Kind, tuple[str, str]] = {
    "new": (noop("新增"), noop("开始日之后创建、结束日还在手的商机,按结束日的金额。")),
    "back": (noop("重开"), noop("开始日已经赢单或丢单、结束日又在手的商机。")),
    "taken_over": (noop("转入"), noop("开始日在手但不属于这个范围、结束日属于的商机:换了负责人,或者人换了团队。")),
    "grown": (noop("变大"), noop("两天都在手、金额变大的商机,按差额。")),
    "shrunk": (noop("变小"), noop("两天都在手、金额变小的商机,按差额;金额被清空的也算。")),
    "revalued": (noop("汇率"), noop("两天都在手、别的币种的商机,只因汇率不同的差额。")),
    "won": (noop("赢单"), noop("开始日在手、后来赢单的商机,按开始日的金额减去;成交金额见赢单收入。")),
    "lost": (noop("丢单"), noop("开始日在手、后来丢单的商机,按开始日的金额减去。")),
    "handed_over": (noop("转出"), noop("开始日在手、后来不属于这个范围的商机:换了负责人,或者人换了团队。")),
    "moved_on": (noop("前进"), noop("两天都在手、阶段靠后了的商机。")),
    "moved_back": (noop("退回"), noop("两天都在手、阶段靠前了的商机。")),
    "pushed": (noop("推迟"), noop("两天都在手、期间预计成交推到更晚月份的商机;月内改动不算,改回来也不减。")),
    "pulled_in": (noop("提前"), noop("两天都在手、结束日的预计成交月份比开始日早的商机。")),
    "closed_within": (noop("新建并关闭"), noop("开始日之后创建、结束日之前就赢单或丢单的商机,不影响合计。")),
}  # fmt: skip


def kind_name(kind: Kind) -> str:
    """In the language chosen now."""
    return tr(_NAMES[kind][0])


def kind_definition(kind: Kind) -> str:
    """How it is counted, in a sentence."""
    return tr(_NAMES[kind][1])


@frozen
class NamedDeal:
    """What a list says of a deal: ``state`` and ``closed_on`` as they are now, ``amount`` as written, in minor units of
    ``currency`` (None: the store's). ``last_activity`` is its last day with an activity, ISO.
    """

    name: str
    account: str
    owner: str | None
    state: str
    amount: int | None
    currency: str | None
    closed_on: str | None
    last_activity: str | None


def name_deals(connection: sqlite3.Connection, deals: Sequence[int], as_of: str) -> dict[int, NamedDeal]:
    """These deals by id; activities are looked at up to ISO day ``as_of``."""
    return {
        row[0]: NamedDeal(*row[1:])
        for row in connection.execute(
            "SELECT d.id, d.name, coalesce(a.name, ''), o.name, d.state, d.amount, d.currency, d.closed_on,"
            " (SELECT max(happened_on) FROM activities v WHERE v.deal_id = d.id AND v.happened_on <= :as_of"
            " AND v.deleted_at IS NULL)"
            " FROM json_each(:deals) j CROSS JOIN deals d ON d.id = j.value LEFT JOIN accounts a ON a.id = d.account_id"
            " LEFT JOIN people o ON o.id = d.owner_id",
            {"deals": json.dumps(list(deals)), "as_of": as_of},
        )
    }
