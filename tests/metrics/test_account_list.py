"""The accounts behind a figure, those that wait longest first."""

from datetime import date

from cockpit.metrics import WHOLE_TEAM, Period, figures
from cockpit.metrics.account_list import list_accounts
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

NOVEMBER = Period.of(Month(2026, 11), date(2026, 11, 24))


def account(builder: Builder, name: str, owner: int | None = None, **values: object) -> int:
    return builder.add("accounts", name=name, owner_id=owner, is_key=1, **values)


def activity(builder: Builder, day: str, **values: object) -> int:
    return builder.add("activities", happened_on=day, kind="visit", **values)


def test_the_longest_without_contact_stands_first(builder: Builder) -> None:
    seller = builder.person("陈佳")
    own, through_deal, never = (account(builder, name, seller) for name in ("自己", "经商机", "从未"))
    activity(builder, "2026-11-20", account_id=own)
    activity(builder, "2026-11-22", account_id=own, deleted_at="2026-11-23T00:00:00.000Z")
    deal = builder.deal(seller, account_id=through_deal)
    activity(builder, "2026-11-02", deal_id=deal)
    figure = figures(builder.reader, NOVEMBER, [WHOLE_TEAM], {"key_account_follow_up"})[WHOLE_TEAM]
    rows = figure["key_account_follow_up"].rows
    assert rows is not None
    found, total = list_accounts(builder.reader, rows)
    assert [(entry.id, entry.last_on, entry.open_deals) for entry in found] == [
        (never, None, 0),
        (through_deal, date(2026, 11, 2), 1),
        (own, date(2026, 11, 20), 0),
    ]
    assert total == 3
    assert {entry.owner for entry in found} == {"陈佳"}


def test_of_very_many_only_the_first_are_listed_but_all_are_counted(builder: Builder) -> None:
    for number in range(7):
        account(builder, f"客户{number}")
    figure = figures(builder.reader, NOVEMBER, [WHOLE_TEAM], {"key_account_follow_up"})[WHOLE_TEAM]
    rows = figure["key_account_follow_up"].rows
    assert rows is not None
    found, total = list_accounts(builder.reader, rows, limit=5)
    assert (len(found), total) == (5, 7)
