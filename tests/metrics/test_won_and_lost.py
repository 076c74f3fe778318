"""Price held, win rates, lost reasons and sources against plain Python over the rows; which rows stand behind them."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.metrics import WHOLE_TEAM, Period, RowsQuery, Scope
from cockpit.metrics.won_and_lost import WonAndLost, won_and_lost
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 24)
LAST = Month(2026, 11)
PERIOD = Period.of(LAST.plus(-11), TODAY, LAST)
KINDS = {
    "太贵": "price",
    "price": "price",
    "没有预算": "no_budget",
    "倒闭了": "other",
    "搬走了": "other",
    "  ": None,
    None: None,
}


def count(builder: Builder, rows: RowsQuery) -> int:
    found: int = builder.reader.execute(rows.count_sql(), rows.parameters).fetchone()[0]
    return found


def days(low: int, high: int) -> st.SearchStrategy[date]:
    return st.integers(low, high).map(lambda n: TODAY + timedelta(days=n))


DEALS = st.lists(
    st.fixed_dictionaries(
        {
            "state": st.sampled_from(["won", "won", "lost", "open"]),
            "owner": st.sampled_from([0, 1, 2, None]),
            "amount": st.sampled_from([None, 0, -500, 1_000, 2_500, 10**15]),
            "currency": st.sampled_from([None, None, "CNY", "USD", "EUR"]),
            "product": st.sampled_from(["listed", "unlisted", None]),
            "department": st.sampled_from(["IT 部门", "业务部门", " ", None]),
            "source": st.sampled_from(["self", "lead", None]),
            "reason": st.sampled_from(list(KINDS)),
            "created": days(-500, 0),
            "closed": days(-400, 10),
            "history": st.lists(st.tuples(days(-500, 0), st.sampled_from([None, 0, 3_000, 4_000])), max_size=3),
            "deleted": st.sampled_from([False, False, False, True]),
        }
    ),
    max_size=16,
)


def told(deal: dict[str, Any], amount: int | None) -> int | None:
    """In the store's currency: a dollar is 7 yuan, for euros there is no rate."""
    if amount is None or deal["currency"] == "EUR":
        return None
    return amount * 7 if deal["currency"] == "USD" else amount


def write(builder: Builder, deals: list[dict[str, Any]]) -> dict[str, Any]:
    """People in two teams, one of whom moved in June; the ids to ask with."""
    east, west = builder.team("东区"), builder.team("西区")
    people = [builder.person("李雯", east), builder.person("赵明远", west), builder.person("周启航")]
    builder.member(people[2], east, None, "2026-06-01")
    builder.member(people[2], west, "2026-06-01", None)
    products = {
        "listed": builder.add("products", name="标准版", list_price=4_000),
        "unlisted": builder.add("products", name="定制"),
        None: None,
    }
    builder.add("exchange_rates", currency="USD", rate=7_000_000)
    for deal in deals:
        is_closed = deal["state"] != "open"
        deal["id"] = builder.deal(
            None if deal["owner"] is None else people[deal["owner"]], deal["state"], amount=deal["amount"],
            currency=deal["currency"], product_id=products[deal["product"]], entry_department=deal["department"],
            source=deal["source"], lost_reason=deal["reason"] if deal["state"] == "lost" else None,
            created_on=deal["created"].isoformat(), closed_on=deal["closed"].isoformat() if is_closed else None,
            deleted_at="2026-01-01T00:00:00.000Z" if deal["deleted"] else None,
        )  # fmt: skip
        before: int | None = None
        for day, amount in sorted(deal["history"], key=lambda entry: entry[0]):
            builder.history(deal["id"], "amount", before, amount, day.isoformat())
            before = amount
    return {"east": east, "west": west, "people": people}


def belongs(scope: Scope, ids: dict[str, Any], deal: dict[str, Any], day: date) -> bool:
    if scope.kind == "all":
        return True
    if deal["owner"] is None:
        return False
    if scope.kind == "person":
        return bool(ids["people"][deal["owner"]] == scope.id)
    team = [ids["east"], ids["west"], ids["east"] if day < date(2026, 6, 1) else ids["west"]][deal["owner"]]
    return bool(team == scope.id)


def asked(deal: dict[str, Any]) -> int | None:
    """The list price; else what was quoted first."""
    if deal["product"] == "listed":
        return 4_000
    first = next((amount for _, amount in sorted(deal["history"], key=lambda e: e[0]) if amount is not None), None)
    return told(deal, first)


def held(deals: Iterable[dict[str, Any]]) -> tuple[float | None, int]:
    counted = [
        deal for deal in deals
        if deal["state"] == "won" and (told(deal, deal["amount"]) or 0) > 0 and (asked(deal) or 0) > 0
    ]  # fmt: skip
    total = sum(asked(deal) or 0 for deal in counted)
    return (sum(told(deal, deal["amount"]) or 0 for deal in counted) / total if counted else None), len(counted)


@settings(max_examples=30, deadline=None)
@given(DEALS)
def test_against_plain_python(deals: list[dict[str, Any]]) -> None:
    with TemporaryDirectory() as folder:
        builder = Builder(Path(folder) / "cockpit.sqlite")
        try:
            ids = write(builder, deals)
            for scope in (WHOLE_TEAM, Scope.of_team(ids["east"]), Scope.person(ids["people"][2])):
                check(builder, won_and_lost(builder.reader, PERIOD, scope), scope, ids, deals)
        finally:
            builder.close()


def check(builder: Builder, found: WonAndLost, scope: Scope, ids: dict[str, Any], deals: list[dict[str, Any]]) -> None:
    closed = [
        deal for deal in deals
        if deal["state"] != "open" and not deal["deleted"] and PERIOD.start <= deal["closed"] < PERIOD.end
        and belongs(scope, ids, deal, deal["closed"])
    ]  # fmt: skip
    lost = [deal for deal in closed if deal["state"] == "lost"]
    assert found.whole.outcome.closed == len(closed)

    departments = {(deal["department"] or "").strip() for deal in closed}
    assert {group.name for group in found.departments} == departments
    for group in found.departments:
        mine = [deal for deal in closed if (deal["department"] or "").strip() == group.name]
        share, n = held(mine)
        assert group.price_held.n == n
        assert group.price_held.value == (pytest.approx(share) if share is not None else None)
        assert count(builder, group.price_rows) == n
        won = sum(deal["state"] == "won" for deal in mine)
        assert group.win_rate.value == pytest.approx(won / len(mine))
        assert count(builder, group.rows) == len(mine)
        low, high = group.win_rate.interval or (1, 0)
        assert low - 1e-9 <= won / len(mine) <= high + 1e-9

    kinds = {KINDS[deal["reason"]] for deal in lost}
    assert {reason.kind for reason in found.reasons} == kinds
    for reason in found.reasons:
        mine = [deal for deal in lost if KINDS[deal["reason"]] == reason.kind]
        assert (reason.count, count(builder, reason.rows)) == (len(mine), len(mine))
        listed = [4_000 if deal["product"] == "listed" else 0 for deal in mine if not deal["amount"]]
        assert reason.amount == sum(told(deal, deal["amount"]) or 0 for deal in mine) + sum(listed)
        assert reason.estimated == sum(listed)
        if reason.kind == "other":
            assert {(own.words, own.count) for own in reason.own_words} == {
                (words, sum(deal["reason"] == words for deal in mine)) for words in {deal["reason"] for deal in mine}
            }

    new = [
        deal for deal in deals
        if not deal["deleted"] and PERIOD.start <= deal["created"] < PERIOD.end
        and belongs(scope, ids, deal, deal["created"])
    ]  # fmt: skip
    for of in found.sources:
        mine = [deal for deal in closed if (deal["source"] or "") == of.source]
        made = [deal for deal in new if (deal["source"] or "") == of.source]
        assert of.created.value == len(made)
        if of.created.rows is not None:
            assert count(builder, of.created.rows) == len(made)
        revenue = [
            amount for deal in mine
            if deal["state"] == "won" and (amount := told(deal, deal["amount"])) is not None
        ]  # fmt: skip
        any_won = any(deal["state"] == "won" for deal in mine)
        assert of.closed.revenue.value == (sum(revenue) if revenue or not any_won else None)
        exchanged = sum(
            deal["state"] == "won" and deal["currency"] == "USD" and deal["amount"] is not None for deal in mine
        )
        assert of.closed.outcome.exchanged == exchanged
        assert of.closed.average_deal.value == (pytest.approx(sum(revenue) / len(revenue)) if revenue else None)
        took = [
            (deal["closed"] - deal["created"]).days
            for deal in mine
            if deal["state"] == "won" and deal["created"] <= deal["closed"]
        ]
        assert of.closed.median_days.value == (pytest.approx(median(took)) if took else None)
    by_person = {person.person_id: person for person in found.people}
    for place, number in enumerate(ids["people"]):
        mine = [deal for deal in closed if deal["owner"] == place and deal["source"] == "self"]
        one = by_person[number].of("self") if number in by_person else None
        assert (one.closed.outcome.closed if one else 0) == len(mine)


def test_why_there_is_no_price_held_is_said(builder: Builder) -> None:
    builder.deal(None, "won", closed_on="2026-11-03", amount=5_000, entry_department="采购")
    found = won_and_lost(builder.reader, PERIOD, WHOLE_TEAM)
    figure = found.departments[0].price_held
    assert (figure.value, figure.n) == (None, 0)
    assert figure.reason is not None and figure.reason.code == "no_first_price"


def test_a_month_that_is_over_is_seen_from_its_end(builder: Builder) -> None:
    builder.deal(None, "won", closed_on="2026-10-31", amount=5_000)
    builder.deal(None, "won", closed_on="2026-11-01", amount=5_000)
    month = Month(2026, 10)
    assert won_and_lost(builder.reader, Period.of(month, TODAY), WHOLE_TEAM).whole.outcome.won == 1
