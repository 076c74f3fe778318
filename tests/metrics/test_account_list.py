"""The list of accounts against plain Python over the rows: values, order, filters, scope; one account in full."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.metrics import WHOLE_TEAM, Period, RowsQuery, Scope, figures
from cockpit.metrics.account_detail import read_account_detail
from cockpit.metrics.account_list import (
    AccountFilter,
    Looking,
    find_accounts,
    read_account_choices,
    read_account_rows,
    read_values,
)
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 24)
PERIOD = Period.of(Month(2026, 11), TODAY)
LOOKING = Looking(WHOLE_TEAM, PERIOD)


def account(builder: Builder, name: str, owner: int | None = None, **values: object) -> int:
    return builder.add("accounts", **{"name": name, "owner_id": owner, **values})


def activity(builder: Builder, day: str, **values: object) -> int:
    return builder.add("activities", happened_on=day, kind="visit", **values)


ACCOUNTS = st.lists(
    st.fixed_dictionaries(
        {
            "hand": st.sampled_from([None, None, "A", "C"]),
            "deals": st.lists(
                st.tuples(
                    st.sampled_from(["won", "open", "lost"]), st.sampled_from([None, 10, 30, 200]),
                    st.integers(-500, 0),
                    st.lists(st.integers(-90, 3), max_size=2),
                ),
                max_size=4,
            ),
            "activities": st.lists(st.integers(-90, 3), max_size=3),
        }
    ),
    min_size=1,
    max_size=8,
)  # fmt: skip


def day(n: int) -> str:
    return (TODAY + timedelta(days=n)).isoformat()


@settings(max_examples=40, deadline=None)
@given(ACCOUNTS)
def test_values_and_order_against_plain_python(accounts: list[dict[str, Any]]) -> None:
    with TemporaryDirectory() as folder:
        builder = Builder(Path(folder) / "cockpit.sqlite")
        try:
            check(builder, accounts)
        finally:
            builder.close()


def check(builder: Builder, accounts: list[dict[str, Any]]) -> None:
    since = PERIOD.last.plus(-11).start.isoformat()
    wanted: dict[int, tuple[int, int, str | None]] = {}
    for place, of in enumerate(accounts):
        number = account(builder, f"客户{place}", tier_by_hand=of["hand"])
        of["id"] = number
        days = [day(n) for n in of["activities"]]
        for on in days:
            activity(builder, on, account_id=number)
        won = opened = 0
        for state, amount, closed, through in of["deals"]:
            deal = builder.deal(
                None, state, account_id=number, amount=amount, closed_on=None if state == "open" else day(closed)
            )
            for n in through:
                activity(builder, day(n), deal_id=deal)
            days += [day(n) for n in through]
            if state == "won" and since <= day(closed):
                won += amount or 0
            opened += (amount or 0) if state == "open" else 0
        wanted[number] = (won, opened, max((on for on in days if on <= TODAY.isoformat()), default=None))
    rows = read_account_rows(builder.reader, list(wanted), PERIOD)
    values = read_values(builder.reader, PERIOD, WHOLE_TEAM)
    for number, (won, opened, last) in wanted.items():
        assert (rows[number].won, rows[number].open, rows[number].last_on) == (won, opened, last)
        assert (values[number].won_deals, values[number].open_deals) == (
            rows[number].won_deals,
            rows[number].open_deals,
        )
        assert (values[number].won, values[number].open, values[number].last_on) == (won, opened, last)
    for of in accounts:
        assert of["hand"] is None or values[of["id"]].tier == of["hand"]
    for sort, place in (("won", 0), ("open", 1), ("last_on", 2)):
        for descending in (False, True):
            found = find_accounts(builder.reader, AccountFilter(), LOOKING, sort, descending=descending, values=values)
            known = [wanted[number][place] for number in found if wanted[number][place] is not None]
            assert known == sorted(known, reverse=descending)  # type: ignore[type-var]
            assert set(found) == set(wanted)
            assert found == find_accounts(builder.reader, AccountFilter(), LOOKING, sort, descending=descending)
    for tier in ("A", "B", "C"):
        found = find_accounts(builder.reader, AccountFilter(tier=tier), LOOKING, values=values)
        assert set(found) == {number for number, value in values.items() if value.tier == tier}
    quiet = find_accounts(builder.reader, AccountFilter(quiet_days=30), LOOKING)
    assert set(quiet) == {number for number, (_, _, last) in wanted.items() if last is None or last <= day(-30)}


def test_who_waits_longest_stands_first_and_comes_from_a_figure(builder: Builder) -> None:
    seller = builder.person("陈佳")
    own, through_deal, never = (account(builder, name, seller, is_key=1) for name in ("自己", "经商机", "从未"))
    account(builder, "普通客户", seller)
    activity(builder, "2026-11-20", account_id=own)
    activity(builder, "2026-11-22", account_id=own, deleted_at="2026-11-23T00:00:00.000Z")
    deal = builder.deal(seller, account_id=through_deal)
    activity(builder, "2026-11-02", deal_id=deal)
    figure = figures(builder.reader, PERIOD, [WHOLE_TEAM], {"key_account_follow_up"})[WHOLE_TEAM]
    rows = figure["key_account_follow_up"].rows
    assert rows is not None
    found = find_accounts(builder.reader, AccountFilter(rows=rows), LOOKING, "quiet_days", descending=True)
    assert list(found) == [never, through_deal, own]
    assert list(find_accounts(builder.reader, AccountFilter(rows=rows), LOOKING, "quiet_days")) == [
        own, through_deal, never,
    ]  # fmt: skip


def test_scope_words_and_fields_narrow_down(builder: Builder) -> None:
    team = builder.team("大客户部")
    seller, other = builder.person("陈佳", team, pinyin="chenjia", initials="cj"), builder.person("李雯")
    parent = account(builder, "华信集团", other, pinyin="huaxinjituan", initials="hxjt", region="华东")
    one = account(
        builder, "远川", seller, pinyin="yuanchuan", initials="yc", industry="机械", parent_id=parent, is_key=1
    )
    account(builder, "已删", seller, deleted_at="2026-01-01T00:00:00.000Z")

    def found(looking: Looking = LOOKING, **wanted: Any) -> list[int]:
        return list(find_accounts(builder.reader, AccountFilter(**wanted), looking))

    assert found() == [parent, one]
    assert found(Looking(Scope.of_team(team), PERIOD)) == [one]
    assert found(Looking(Scope.person(other), PERIOD, only_person=other)) == [parent]
    assert found(text="yc") == found(text="远") == found(text="cj") == [one]
    # The name of the parent finds its children as well.
    assert found(text="hx") == [parent, one]
    assert found(key_only=True) == found(industry="机械") == found(owner_id=seller) == [one]
    assert found(region="华东") == [parent]
    rows = RowsQuery("accounts", "accounts.id = :one", {"one": one})
    assert found(Looking(Scope.person(other), PERIOD), rows=rows) == [one]
    choices = read_account_choices(builder.reader, LOOKING)
    assert (choices.industries, choices.regions, choices.any_account) == (("机械",), ("华东",), True)


def test_a_past_cycle_is_seen_from_its_end(builder: Builder) -> None:
    number = account(builder, "华信")
    builder.deal(None, "won", account_id=number, amount=500, created_on="2026-09-01", closed_on="2026-11-02")
    activity(builder, "2026-10-30", account_id=number)
    activity(builder, "2026-11-03", account_id=number)
    then = read_account_rows(builder.reader, [number], Period.of(Month(2026, 10), TODAY))[number]
    assert (then.won, then.won_deals, then.open, then.open_deals, then.last_on) == (0, 0, 500, 1, "2026-10-30")
    now = read_account_rows(builder.reader, [number], PERIOD)[number]
    assert (now.won, now.won_deals, now.open, now.open_deals, now.last_on) == (500, 1, 0, 0, "2026-11-03")


def test_list_prices_stand_in_and_it_is_said_how_much(builder: Builder) -> None:
    product = builder.add("products", name="标准版", list_price=900)
    number = account(builder, "华信")
    builder.deal(account_id=number, product_id=product)
    builder.deal(account_id=number, amount=100)
    row = read_account_rows(builder.reader, [number], PERIOD)[number]
    assert (row.open, row.open_estimated, row.open_deals) == (1000, 900, 2)
    values = read_values(builder.reader, PERIOD, WHOLE_TEAM)
    assert read_account_rows(builder.reader, [number], PERIOD, values)[number] == row
    detail = read_account_detail(builder.reader, number, LOOKING)
    assert detail is not None
    assert sorted((of.amount, of.list_price) for of in detail.deals if of.amount) == [(100, None)]
    assert [of.list_price for of in detail.deals if not of.amount] == [900]


def test_one_account_in_full_and_behind_the_shield(builder: Builder) -> None:
    mine, other = builder.person("陈佳"), builder.person("李雯")
    number = account(builder, "华信", mine)
    account(builder, "华信分公司", mine, parent_id=number)
    deal = builder.deal(mine, account_id=number, name="ERP", amount=700)
    builder.deal(other, "won", account_id=number, name="平台", closed_on="2026-11-02")
    activity(builder, "2026-11-03", deal_id=deal, person_id=mine)
    activity(builder, "2026-11-04", account_id=number, person_id=other)
    builder.add("payments", deal_id=deal, received_on="2026-11-05", amount=300)
    detail = read_account_detail(builder.reader, number, LOOKING)
    assert detail is not None
    assert [of.name for of in detail.deals] == ["ERP", "平台"] and detail.deal_count == 2
    assert [line.day for line in detail.activities] == ["2026-11-04", "2026-11-03"]
    assert [(paid.amount, paid.deal) for paid in detail.payments] == [(300, "ERP")]
    assert detail.children == ("华信分公司",)
    alone = read_account_detail(builder.reader, number, Looking(Scope.person(mine), PERIOD, mine))
    assert alone is not None
    assert [of.name for of in alone.deals] == ["ERP"] and [line.day for line in alone.activities] == ["2026-11-03"]
    assert read_account_detail(builder.reader, number, Looking(Scope.person(other), PERIOD, other)) is None
