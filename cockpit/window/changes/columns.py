"""The columns of the tables of changes, and what each is sorted by."""

from collections.abc import Callable
from typing import Any

from cockpit.language import tr
from cockpit.metrics.change_names import NamedDeal
from cockpit.metrics.changed_deals import KINDS, ChangedDeal, DealThen
from cockpit.window.changes.reading import ChangesData
from cockpit.window.kit.tables import Column

BY_NAME = frozenset({"deal", "last"})
"""To sort by these the names of all deals are needed."""


def changed_columns() -> list[Column]:
    """Headings of the table of changes."""
    return [
        Column("deal", tr("商机名称"), 0),
        Column("owner", tr("负责人"), 80),
        Column("kinds", tr("变化"), 184),
        Column("before", tr("之前"), 80, "right"),
        Column("after", tr("之后"), 80, "right"),
        Column("difference", tr("增减"), 80, "right", tr("对在手金额的增减")),
        Column("stage", tr("阶段"), 144),
        Column("close", tr("预计成交"), 184),
    ]


def untouched_columns() -> list[Column]:
    """Headings of the table of deals without any change."""
    return [
        Column("deal", tr("商机名称"), 0),
        Column("owner", tr("负责人"), 96),
        Column("stage", tr("阶段"), 144),
        Column("amount", tr("金额"), 96, "right"),
        Column("close", tr("预计成交"), 128),
        Column("last", tr("最近跟进"), 128),
    ]


def pushed_columns() -> list[Column]:
    """Headings of the table of pushed closes."""
    return [
        Column("deal", tr("商机名称"), 0),
        Column("owner", tr("负责人"), 96),
        Column("times", tr("改期"), 112),
        Column("months", tr("最近一次"), 184),
        Column("amount", tr("金额"), 96, "right"),
    ]


def sorting(key: str, data: ChangesData) -> Callable[[ChangedDeal | DealThen, NamedDeal], Any]:
    """What a column is sorted by: the deal as it is on the last day, or was where it is not open any more."""

    def value(deal: ChangedDeal | DealThen, named: NamedDeal) -> Any:
        if key == "deal":
            return named.name
        if key == "last":
            return named.last_activity
        if isinstance(deal, DealThen):
            return _then(key, deal, data)
        if key == "kinds":
            return KINDS.index(deal.kinds[0])
        if key == "difference":
            return deal.difference
        if key == "before":
            return deal.before.worth if deal.before else None
        if key == "after":
            return deal.after.worth if deal.after else None
        if key in ("times", "months"):
            return deal.pushes and (deal.pushes.times if key == "times" else deal.pushes.new)
        then = deal.after or deal.before
        return _then(key, then, data) if then else None

    return value


def _then(key: str, then: DealThen, data: ChangesData) -> Any:
    if key == "owner":
        return data.person(then.owner_id) or None
    if key == "stage":
        return data.places.get(then.stage_id or 0)
    return then.expected_close if key == "close" else then.worth
