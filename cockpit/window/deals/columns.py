"""The columns of the list, and how a deal stands in them."""

from collections.abc import Collection, Mapping
from datetime import date

from attrs import frozen

from cockpit.language import tr
from cockpit.metrics.deal_list import DealRow
from cockpit.model import formats
from cockpit.model.deals import FORECAST_CATEGORIES
from cockpit.model.quantities import type_quantity
from cockpit.window.kit.tables import Cell, Column, Row

MAJOR = "★"


@frozen
class Refused:
    """What was typed into a cell and is no value for it: it stays in sight with the reason until it is mended."""

    text: str
    reason: str


def columns() -> list[Column]:
    """All columns in their order."""
    return [
        Column("is_major", MAJOR, 40, tip=tr("重点商机")),
        Column("name", tr("商机名称"), 184, editable=True),
        Column("account", tr("客户"), 112),
        Column("owner", tr("负责人"), 104, editable=True),
        Column("stage", tr("阶段"), 164, editable=True, tip=tr("阶段,和在这个阶段的天数")),
        Column("amount", tr("金额"), 92, "right", editable=True),
        Column("expected_close", tr("预计成交"), 124, editable=True),
        Column("next_step", tr("下一步"), 176, editable=True),
        Column("next_step_on", tr("下一步日期"), 116, editable=True),
        Column("forecast_category", tr("预测类别"), 96, editable=True),
        Column("closed_on", tr("成交日期"), 108, editable=True, tip=tr("赢单或丢单的那天")),
        Column("lost_reason", tr("丢单原因"), 124, editable=True),
    ]


KEYS = tuple(column.key for column in columns())


@frozen
class Marks:
    """What the list has to know beside the deals: today, the stalled ones, and what was typed in vain."""

    today: date
    currency: str
    stalled: Collection[int] = frozenset()
    refused: Mapping[tuple[int, str], Refused] = {}


def make_row(deal: DealRow, marks: Marks) -> Row:
    """A deal, ready to be painted."""
    cells = tuple(
        Cell(refused.text, state="act", tip=refused.reason)
        if (refused := marks.refused.get((deal.id, key))) is not None
        else _cell(key, deal, marks)
        for key in KEYS
    )
    return Row(deal.id, cells, deal.name)


def _cell(key: str, deal: DealRow, marks: Marks) -> Cell:
    if key == "is_major":
        return Cell(MAJOR if deal.is_major else "", tone="watch" if deal.is_major else None,
                    tip=tr("重点商机") if deal.is_major else "")  # fmt: skip
    if key == "name":
        return Cell(deal.name, strong=True)
    if key == "stage":
        return _stage(deal, marks)
    if key == "amount":
        return _amount(deal, marks)
    if key == "forecast_category":
        known = FORECAST_CATEGORIES.get(deal.forecast_category or "")
        return Cell(tr(known)) if known else _missing()
    if key in ("expected_close", "next_step_on"):
        day = getattr(deal, key)
        late = deal.state == "open" and day is not None and day < marks.today.isoformat()
        if late:
            days = (marks.today - date.fromisoformat(day)).days
            return Cell(f"! {day}", tone="act", tip=tr("过了 {n} 天", n=days))
        return Cell(day, quiet=deal.state != "open") if day else _missing()
    text = getattr(deal, key)
    return Cell(text) if text else _missing()


def _missing() -> Cell:
    return Cell(formats.MISSING, quiet=True)


def _stage(deal: DealRow, marks: Marks) -> Cell:
    if deal.state == "won":
        return Cell(deal.stage, state="ok")
    if deal.state == "lost":
        # Quiet: a list of lost deals is no list of alarms.
        return Cell(f"✕ {deal.stage}", quiet=True, tip=deal.lost_reason or "")
    days = (marks.today - date.fromisoformat(deal.entered_on)).days if deal.entered_on else None
    since = formats.days(days) if days is not None and days >= 0 else ""
    if deal.id in marks.stalled:
        return Cell(deal.stage, state="watch", quiet_text=since, tip=tr("停滞:在“{stage}”{days}", stage=deal.stage,
                    days=since))  # fmt: skip
    return Cell(deal.stage, quiet_text=since)


def _amount(deal: DealRow, marks: Marks) -> Cell:
    foreign = deal.currency if deal.currency and deal.currency != marks.currency else ""
    if deal.list_price is not None and not deal.amount:
        tip = tr("没有金额,按标价估:{amount}", amount=formats.money_full(deal.list_price, marks.currency))
        return Cell(f"≈ {formats.money(deal.list_price)}", quiet=True, tip=tip)
    if deal.amount is None:
        return _missing()
    text, tip = formats.money(deal.amount), formats.money_full(deal.amount, foreign or marks.currency)
    return Cell(f"{foreign} {text}" if foreign else text, tip=tip)


def typed_text(deal: DealRow, key: str) -> str:
    """What stands in a cell's field when it is opened: exact, and read back as it is."""
    value = getattr(deal, key)
    if key == "amount":
        return type_quantity(None if value is None else value / 100, "money")
    return "" if value is None else str(value)
