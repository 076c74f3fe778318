"""The columns of the list of accounts, and how an account stands in them."""

from datetime import date

from attrs import frozen

from cockpit.language import tr
from cockpit.metrics.account_list import AccountRow, AccountValues
from cockpit.metrics.reasons import NO_AMOUNTS
from cockpit.metrics.tiers import TIER_RULE
from cockpit.model import formats
from cockpit.window.kit.tables import Cell, Column, Row

KEY_ACCOUNT = "★"
CLEARABLE = ("industry", "region", "owner", "tier")
"""What Delete empties; a tier goes back to the rule."""


def columns() -> list[Column]:
    """All columns in their order."""
    return [
        Column("is_key", KEY_ACCOUNT, 40, tip=tr("重点客户")),
        Column("name", tr("客户"), 168, editable=True),
        Column(
            "tier",
            tr("级"),
            88,
            editable=True,
            tip=tr(TIER_RULE),
        ),
        Column("owner", tr("负责人"), 96, editable=True),
        Column("open", tr("在手金额"), 96, "right"),
        Column("won", tr("12 个周期赢单"), 116, "right", tip=tr("到本周期为止的 12 个周期")),
        Column("last_on", tr("最近跟进"), 108),
        Column("quiet_days", tr("隔了多久"), 88, "right", tip=tr("距最近一次跟进的天数")),
        Column("industry", tr("行业"), 104, editable=True),
        Column("region", tr("区域"), 88, editable=True),
        Column("parent", tr("上级客户"), 128),
    ]


KEYS = tuple(column.key for column in columns())


@frozen
class Marks:
    """What the list has to know beside the accounts: the day looked at, what is worked out of all of them (None: not
    yet), and after how many days a key account is left alone for too long."""

    as_of: date
    currency: str
    values: AccountValues | None = None
    key_account_days: int = 14


def make_row(account: AccountRow, marks: Marks) -> Row:
    """An account, ready to be painted."""
    return Row(account.id, tuple(_cell(key, account, marks) for key in KEYS), account.name)


def _cell(key: str, account: AccountRow, marks: Marks) -> Cell:
    if key == "is_key":
        return Cell(KEY_ACCOUNT if account.is_key else "", tone="watch" if account.is_key else None,
                    tip=tr("重点客户") if account.is_key else "")  # fmt: skip
    if key == "name":
        return Cell(account.name, strong=True)
    if key == "tier":
        return _tier(account, marks)
    if key == "open":
        if not account.open_deals:
            return _missing(tr("没有在手商机"))
        return _money(account.open, account.open_deals, account.open_estimated, marks)
    if key == "won":
        if not account.won_deals:
            return Cell(formats.money(0), quiet=True, tip=tr("12 个周期里没有赢单"))
        return _money(account.won, account.won_deals, 0, marks)
    if key == "quiet_days":
        return _quiet_days(account, marks)
    text = getattr(account, key)
    return Cell(text) if text else _missing(tr("还没有跟进记录") if key == "last_on" else "")


def _money(amount: int, deals: int, estimated: int, marks: Marks) -> Cell:
    """The sum of some deals; none where not one of them says for how much."""
    counted = tr("{n} 个商机", n=deals)
    if not amount:
        return _missing(f"{counted} · {NO_AMOUNTS.sentence}")
    tip = f"{formats.money_full(amount, marks.currency)} · {counted}"
    if estimated:
        tip += "\n" + tr("其中 {amount} 按目录价估算。", amount=formats.money(estimated))
    return Cell(formats.money(amount), tip=tip)


def _tier(account: AccountRow, marks: Marks) -> Cell:
    if account.tier_by_hand is not None:
        return Cell(account.tier_by_hand, quiet_text=tr("手定"), tip=tr("手工定的级"))
    if marks.values is None:
        return Cell("…", quiet=True)
    value = marks.values.get(account.id)
    return Cell(value.tier, tip=tr("按规则分的级")) if value else _missing(tr("不在这个范围里"))


def _quiet_days(account: AccountRow, marks: Marks) -> Cell:
    if account.last_on is None:
        return _missing(tr("还没有跟进记录"))
    days = (marks.as_of - date.fromisoformat(account.last_on)).days
    if account.is_key and days > marks.key_account_days:
        tip = tr("重点客户 {limit} 天内没有跟进", limit=marks.key_account_days)
        return Cell(f"△ {formats.days(days)}", tone="watch", tip=tip)
    return Cell(formats.days(days))


def _missing(tip: str = "") -> Cell:
    return Cell(formats.MISSING, quiet=True, tip=tip)
