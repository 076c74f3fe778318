"""What is to be mended: each kind against plain Python over the rows of random stores full of holes."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from cockpit.metrics import Period, Scope
from cockpit.metrics.data_to_mend import HUGE, KINDS, Mending, MendList, read_currencies
from cockpit.metrics.scopes import WHOLE_TEAM, read_roster
from cockpit.metrics.settings import read_settings
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 24)
NOW = Period.of(Month(2026, 11), TODAY)
Deal = dict[str, Any]


def mending(builder: Builder, scope: Scope = WHOLE_TEAM) -> Mending:
    reader = builder.reader
    return Mending(reader, NOW, scope, read_roster(reader), read_settings(reader))


def found(builder: Builder, scope: Scope = WHOLE_TEAM) -> dict[str, int]:
    return {key: figure.n or 0 for key, figure in mending(builder, scope).everything().figures.items()}


def draw(builder: Builder, chance: Random) -> list[Deal]:
    """Deals with everything that can be wrong."""
    other = builder.add("pipelines", name="旧流程")
    old_stage = builder.add("stages", pipeline_id=other, name="旧阶段", position=0, kind="open", experience_value=0.5)
    priced = builder.add("products", name="平台", list_price=7_000_00)
    unpriced = builder.add("products", name="服务", list_price=None)
    team = builder.team("大客户部")
    owners = [builder.person("李雯", team), builder.person("陈佳", team, left_on="2026-11-01"),
              builder.person("删了", team, deleted_at="2026-10-01T00:00:00.000Z"), None]  # fmt: skip
    accounts = [builder.add("accounts", name="华信"), builder.add("accounts", name="远川"), None]
    builder.add("exchange_rates", currency="USD", from_on="2026-10-01", rate=7_000_000)

    def day(start: date = date(2026, 6, 1)) -> str:
        return (start + timedelta(days=chance.randrange(220))).isoformat()

    deals = []
    for _ in range(90):
        state = chance.choice(("open", "open", "won", "lost"))
        stage = builder.stages[
            {"open": "需求", "won": "赢单", "lost": "丢单"}[state if chance.random() < 0.9 else "lost"]
        ]
        deal: Deal = {
            "name": chance.choice(("ERP", " erp", "CRM")), "state": state, "owner_id": chance.choice(owners),
            "stage_id": old_stage if state == "open" and chance.random() < 0.1 else stage,
            "account_id": chance.choice(accounts), "product_id": chance.choice((priced, unpriced, None)),
            "amount": chance.choice((None, 100_00, -50_00, 0, HUGE, HUGE + 1, -HUGE - 1)),
            "currency": chance.choice((None, "CNY", "USD", "EUR")), "created_on": chance.choice((None, day())),
            "expected_close": chance.choice((None, day())),
            "closed_on": chance.choice((None, day())) if state != "open" else None,
            "deleted_at": "2026-11-01T00:00:00.000Z" if chance.random() < 0.05 else None,
        }  # fmt: skip
        deal["id"] = builder.add("deals", **deal)
        if deal["deleted_at"] is None:
            deals.append({**deal, "kind": "丢单" if stage == builder.stages["丢单"] else "", "old_stage": old_stage})
    return deals


def plain(builder: Builder, deals: list[Deal]) -> dict[str, set[int]]:
    """Kind -> ids, by the definitions in words."""
    people = {row[0]: row[1:] for row in builder.reader.execute("SELECT id, deleted_at, left_on FROM people")}
    prices = dict(builder.reader.execute("SELECT id, list_price FROM products").fetchall())
    kinds = dict(builder.reader.execute("SELECT id, kind FROM stages").fetchall())
    today, long_ago = TODAY.isoformat(), (TODAY - timedelta(days=30)).isoformat()
    twins = Counter(
        (deal["account_id"], deal["owner_id"], deal["name"].strip().lower())
        for deal in deals if deal["state"] == "open" and deal["account_id"]
    )  # fmt: skip

    def no_rate(deal: Deal) -> bool:
        if deal["currency"] in (None, "CNY") or deal["amount"] is None:
            return False
        if deal["amount"] == 0 and deal["state"] == "lost":
            return False
        return deal["currency"] == "EUR" or (deal["closed_on"] or today) < "2026-10-01"

    tests: dict[str, Callable[[Deal], bool]] = {
        "no_owner": lambda d: d["owner_id"] is None or people[d["owner_id"]][0] is not None,
        "left_owner": lambda d: d["state"] == "open" and d["owner_id"] is not None
        and people[d["owner_id"]][1] == "2026-11-01",
        "no_amount": lambda d: d["amount"] is None and (
            d["state"] == "won" or (d["state"] == "open" and prices.get(d["product_id"]) is None)),
        "no_rate": no_rate,
        "no_account": lambda d: d["account_id"] is None and d["state"] != "lost",
        "no_created": lambda d: d["created_on"] is None,
        "no_expected": lambda d: d["expected_close"] is None and d["state"] == "open",
        "no_closed": lambda d: d["closed_on"] is None and d["state"] != "open",
        "closed_before_created": lambda d: bool(
            d["closed_on"] and d["created_on"] and d["closed_on"] < d["created_on"]),
        "closed_ahead": lambda d: (d["closed_on"] or "") > today,
        "long_overdue": lambda d: d["state"] == "open" and (d["expected_close"] or "9") < long_ago,
        "stage": lambda d: kinds[d["stage_id"]] != d["state"] or d["stage_id"] == d["old_stage"],
        "huge": lambda d: abs(d["amount"] or 0) > HUGE,
        "twice": lambda d: d["state"] == "open"
        and twins[d["account_id"], d["owner_id"], d["name"].strip().lower()] > 1,
        "negative": lambda d: (d["amount"] or 0) < 0,
    }  # fmt: skip
    return {key: {deal["id"] for deal in deals if test(deal)} for key, test in tests.items()}


@pytest.mark.parametrize("seed", range(5))
def test_each_kind_is_what_plain_python_finds_and_leads_to_its_rows(builder: Builder, seed: int) -> None:
    deals = draw(builder, Random(seed))
    mend = mending(builder)
    told, expected = mend.everything(), plain(builder, deals)
    assert set(expected) == {key for key, kind in KINDS.items() if kind.about == "deals"}
    for key, ids in expected.items():
        figure = told.figures.get(key)
        assert (figure.value if figure else 0) == len(ids), key
        if figure is None:
            continue
        assert figure.rows is not None
        behind = builder.reader.execute(figure.rows.ids_sql(), figure.rows.parameters).fetchall()
        assert {row[0] for row in behind} == ids, key
        assert {line.id for line in mend.lines(key, 500)} == ids, key
        assert [line.id for line in mend.lines(key, 3)] == [line.id for line in mend.lines(key, 500)][:3]
    mistakes = sum(len(ids) for key, ids in expected.items() if KINDS[key].is_mistake)
    others = sum(figure.n or 0 for key, figure in told.figures.items() if key not in expected)
    assert told.mistakes == mistakes + others


def test_a_store_in_which_all_is_well_lists_nothing(builder: Builder) -> None:
    assert mending(builder).everything() == MendList({})
    account = builder.add("accounts", name="华信")
    seller = builder.person("李雯", builder.team("大客户部"))
    builder.target("2026-11", 100_00)
    builder.deal(seller, amount=1_00, account_id=account, created_on="2026-11-01", expected_close="2026-12-01")
    builder.deal(seller, "won", amount=1_00, account_id=account, created_on="2026-11-01", closed_on="2026-11-02")
    builder.deal(seller, "lost", amount=0, created_on="2026-11-01", closed_on="2026-11-02")
    assert found(builder) == {}


def test_people_without_a_team_and_in_two_teams_are_named(builder: Builder) -> None:
    first, second = builder.team("大客户部"), builder.team("直销部")
    both = builder.person("李雯", first, None, "2026-10-01")
    builder.member(both, second, "2026-09-01")
    moved = builder.person("陈佳", first, None, "2026-10-01")
    builder.member(moved, second, "2026-10-01")
    nowhere, gone = builder.person("孙悦"), builder.person("周启航", left_on="2026-10-31")
    idle = builder.person("马晓东")
    for owner in (both, moved, nowhere, gone):
        builder.deal(owner, amount=1_00)
    mend = mending(builder)
    told = mend.everything().figures
    assert [(line.id, line.detail) for line in mend.lines("without_team", 9)] == [(nowhere, "1")]
    (overlap,) = mend.lines("in_two_teams", 9)
    assert (overlap.id, overlap.name, overlap.detail) == (both, "李雯", "大客户部 / 直销部 2026-09-01")
    assert told["left_owner"].n == 1 and idle
    rows = told["without_team"].rows
    assert rows is not None
    count = builder.reader.execute(rows.count_sql(), rows.parameters).fetchone()[0]
    assert count == 1, "the open deals of that person"


def test_months_without_a_target_are_listed_from_the_first_that_has_one(builder: Builder) -> None:
    builder.deal(amount=1_00)
    assert [line.name for line in mending(builder).lines("no_target", 9)] == ["2026-11"]
    builder.target("2026-08", 100_00)
    builder.target("2026-10", 100_00, person=builder.person("李雯"))
    builder.target("2026-09", 5, measure="new_touches")
    assert [line.name for line in mending(builder).lines("no_target", 9)] == ["2026-09", "2026-11"]


def test_a_person_sees_only_what_is_that_persons_own(builder: Builder) -> None:
    """As behind the shield: nobody's deals, other people and targets are out of sight."""
    team = builder.team("大客户部")
    own, other = builder.person("李雯", team), builder.person("陈佳")
    for owner in (own, other, None):
        builder.deal(owner, amount=None, expected_close="2026-12-01", created_on="2026-11-01")
    assert found(builder, Scope.person(own)) == {"no_amount": 1, "no_account": 1}
    assert found(builder, Scope.of_team(team)) == {"no_amount": 1, "no_account": 1}
    assert found(builder)["no_amount"] == 3


def test_currencies_without_a_rate_come_first(builder: Builder) -> None:
    builder.add("exchange_rates", currency="USD", from_on="2026-10-01", rate=7_000_000)
    for currency in ("USD", "USD", "USD", "EUR", "CNY", None):
        builder.deal(amount=1_00, currency=currency)
    builder.deal(None, "won", amount=1_00, currency="USD", closed_on="2026-09-30")
    builder.add("payments", received_on="2026-11-01", amount=1_00, currency="HKD")
    told = read_currencies(builder.reader, read_settings(builder.reader), TODAY.isoformat())
    assert [(use.currency, use.deals, use.payments, use.without_rate) for use in told.uses] == [
        ("USD", 4, 0, 1),
        ("EUR", 1, 0, 1),
        ("HKD", 0, 1, 1),
    ]
    assert [(rate.currency, rate.from_on, rate.rate) for rate in told.rates] == [("USD", "2026-10-01", 7_000_000)]
