"""The list of deals: what a filter lets through, in which order, and what it adds up to."""

from collections.abc import Sequence

import pytest

from cockpit.metrics import RowsQuery, Scope
from cockpit.metrics.deal_detail import read_choices, read_detail
from cockpit.metrics.deal_list import (
    SORTABLE,
    DealFilter,
    DealRow,
    Looking,
    find_deals,
    read_deal_rows,
    stages_of,
    stalled_deals,
    sum_deals,
    sum_found,
)
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TODAY = "2026-11-24"


def look(scope: Scope | None = None, only: int | None = None) -> Looking:
    return Looking(scope or Scope("all"), Month(2026, 11), TODAY, only)


def found(
    builder: Builder, wanted: DealFilter | None = None, looking: Looking | None = None, sort: str = "created_on",
    *, descending: bool = False,
) -> list[int]:  # fmt: skip
    return list(find_deals(builder.reader, wanted or DealFilter(), looking or look(), sort, descending=descending))


@pytest.fixture
def deals(builder: Builder) -> dict[str, int]:
    """Two teams; a seller who changed teams on 1 November; deals by a short name."""
    key, direct = builder.team("大客户部"), builder.team("直销部")
    chen = builder.person("陈佳", key, pinyin="chenjia", initials="cj")
    li = builder.person("李雯", direct, "2026-11-01", pinyin="liwen", initials="lw")
    builder.member(li, key, None, "2026-11-01")
    account = builder.add("accounts", name="华信科技", pinyin="huaxinkeji", initials="hxkj")
    product = builder.add("products", name="平台", list_price=9_000_00)
    builder.add("exchange_rates", currency="USD", rate=7_000_000)
    made = {
        "erp": builder.deal(chen, name="ERP", amount=300_00, account_id=account, expected_close="2026-12-01"),
        "late": builder.deal(li, name="晚了的", stage="方案", amount=100_00, expected_close="2026-11-02"),
        "listed": builder.deal(chen, name="没金额", product_id=product, created_on="2026-11-03"),
        "dollar": builder.deal(chen, name="美元单", amount=70_00, currency="USD", is_major=1),
        "won": builder.deal(li, "won", name="赢了", amount=500_00, closed_on="2026-10-20"),
        "lost": builder.deal(li, "lost", name="丢了", amount=0, product_id=product, closed_on="2026-11-10",
                             lost_reason="价格"),
        "gone": builder.deal(chen, name="删了", amount=1_00, deleted_at="2026-11-01T00:00:00.000Z"),
        "nobody": builder.deal(None, name="没人管", amount=50_00),
    }  # fmt: skip
    return {**made, "chen": chen, "li": li, "key": key, "direct": direct, "account": account}


def numbers(deals: dict[str, int], *names: str) -> set[int]:
    return {deals[name] for name in names}


def test_open_deals_come_first_and_deleted_ones_never(builder: Builder, deals: dict[str, int]) -> None:
    assert set(found(builder)) == numbers(deals, "erp", "late", "listed", "dollar", "nobody")
    assert deals["gone"] not in found(builder, DealFilter(state="all"))
    assert set(found(builder, DealFilter(state="lost"))) == numbers(deals, "lost")


def test_a_team_has_the_deals_of_its_people_on_the_day_that_counts(builder: Builder, deals: dict[str, int]) -> None:
    everything = DealFilter(state="all")
    key = found(builder, everything, look(Scope.of_team(deals["key"])))
    # Won in October, when 李雯 was still in the key accounts team.
    assert set(key) == numbers(deals, "erp", "listed", "dollar", "won")
    direct = found(builder, everything, look(Scope.of_team(deals["direct"])))
    assert set(direct) == numbers(deals, "late", "lost")
    assert set(found(builder, everything, look(Scope.person(deals["li"])))) == numbers(deals, "late", "won", "lost")


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (DealFilter(text="erp"), ["erp"]),
        (DealFilter(text="华信"), ["erp"]),
        (DealFilter(text="hxkj"), ["erp"]),
        (DealFilter(text="lw"), ["late"]),
        (DealFilter(text="李w"), ["late"]),
        (DealFilter(text="chenjia 美元"), ["dollar"]),
        (DealFilter(text="100%"), []),
        (DealFilter(stage="方案"), ["late"]),
        (DealFilter(overdue=True), ["late"]),
        (DealFilter(when="expected"), ["late"]),
        (DealFilter(when="created"), ["listed"]),
        (DealFilter(state="all", when="closed"), ["lost"]),
    ],
)
def test_filters_narrow_down(builder: Builder, deals: dict[str, int], wanted: DealFilter, names: list[str]) -> None:
    assert set(found(builder, wanted)) == numbers(deals, *names)


def test_rows_behind_a_figure_are_shown_whatever_the_scope_but_not_past_the_shield(
    builder: Builder, deals: dict[str, int]
) -> None:
    # The figure's parameters may be called as the list's own are.
    rows = RowsQuery("deals", "deals.amount >= :today OR deals.amount = :scope", {"today": 300_00, "scope": 70_00})
    wanted = DealFilter(state="all", rows=rows)
    elsewhere = look(Scope.of_team(deals["direct"]))
    assert set(found(builder, wanted, elsewhere)) == numbers(deals, "erp", "dollar", "won")
    assert set(found(builder, wanted, look(only=deals["li"]))) == numbers(deals, "won")
    account = DealFilter(state="all", account_id=deals["account"])
    assert set(found(builder, account, elsewhere)) == numbers(deals, "erp")


@pytest.mark.parametrize("sort", sorted(SORTABLE))
@pytest.mark.parametrize("descending", [False, True])
def test_every_column_sorts_and_what_is_missing_stands_last(
    builder: Builder, deals: dict[str, int], sort: str, descending: bool
) -> None:
    everything = DealFilter(state="all")
    ids = found(builder, everything, sort=sort, descending=descending)
    assert set(ids) == set(found(builder, everything)) and len(ids) == 7
    values = {
        "account": [row.account for row in _rows(builder, ids)],
        "owner": [{"陈佳": "chen", "李雯": "li"}.get(row.owner or "") for row in _rows(builder, ids)],
        "stage": [["线索", "需求", "方案", "合同", "赢单", "丢单"].index(row.stage) for row in _rows(builder, ids)],
        "amount": [_worth(row) for row in _rows(builder, ids)],
    }.get(sort) or [getattr(row, sort, None) for row in _rows(builder, ids)]
    known = [value for value in values if value is not None]
    assert values == known + [None] * (len(values) - len(known))
    assert known == sorted(known, reverse=descending)


def _worth(row: DealRow) -> int | None:
    """In the store's currency: a dollar is worth 7."""
    amount = row.list_price if row.list_price else row.amount
    return amount * 7 if amount is not None and row.currency == "USD" else amount


def _rows(builder: Builder, ids: Sequence[int]) -> list:  # type: ignore[type-arg]
    rows = read_deal_rows(builder.reader, ids)
    return [rows[number] for number in ids]


def test_currencies_are_not_added_up_and_list_prices_stand_apart(builder: Builder, deals: dict[str, int]) -> None:
    sums = sum_found(builder.reader, DealFilter(state="all"), look())
    home, dollars = sums
    assert (home.currency, home.count, home.amount) == ("CNY", 6, 950_00)
    assert (home.without_amount, home.estimated) == (2, 18_000_00)
    assert (dollars.currency, dollars.count, dollars.amount) == ("USD", 1, 70_00)
    (chosen,) = sum_deals(builder.reader, [deals["erp"], deals["late"]])
    assert (chosen.count, chosen.amount) == (2, 400_00)
    assert len(stages_of(builder.reader, [deals["erp"], deals["late"]])) == 2


def test_stalled_deals_are_those_beyond_their_limit(builder: Builder, deals: dict[str, int]) -> None:
    builder.history(deals["late"], "stage", "线索", "方案", "2026-01-05")
    builder.history(deals["erp"], "stage", None, "线索", "2026-11-23")
    stalled = stalled_deals(builder.reader, TODAY)
    assert deals["late"] in stalled and deals["erp"] not in stalled
    assert found(builder, DealFilter(stalled=True)) == sorted(stalled)
    rows = read_deal_rows(builder.reader, [deals["late"]])
    assert rows[deals["late"]].entered_on == "2026-01-05"


def test_the_detail_tells_what_changed_what_was_done_and_what_was_asked(
    builder: Builder, deals: dict[str, int]
) -> None:
    builder.history(deals["erp"], "stage", None, "线索", "2026-10-01")
    builder.history(deals["erp"], "stage", "线索", "需求", "2026-11-02")
    builder.history(deals["erp"], "owner", deals["li"], deals["chen"], "2026-11-03")
    builder.add("activities", deal_id=deals["erp"], person_id=deals["chen"], kind="拜访", happened_on="2026-11-05")
    builder.add("supports", person_id=deals["chen"], deal_id=deals["erp"], text="要演示机", state="asked",
                asked_on="2026-11-06")  # fmt: skip
    meeting = builder.add("meetings", person_id=deals["li"], started_at="2026-11-07T01:00:00.000Z")
    builder.add("note_items", meeting_id=meeting, kind="idea", text="华信科技可以先做试点",
                created_at="2026-11-07T01:05:00.000Z")  # fmt: skip
    detail = read_detail(builder.reader, deals["erp"])
    assert detail is not None and detail.fields["account"] == "华信科技"
    assert [(line.day, line.field, line.old, line.new) for line in detail.history] == [
        ("2026-11-03", "owner", "李雯", "陈佳"), ("2026-11-02", "stage", "线索", "需求"),
        ("2026-10-01", "stage", None, "线索"),
    ]  # fmt: skip
    assert [(line.text, line.person) for line in detail.lines] == [
        ("华信科技可以先做试点", "李雯"),
        ("要演示机", "陈佳"),
    ]
    assert [(line.kind, line.person) for line in detail.activities] == [("拜访", "陈佳")]
    shielded = read_detail(builder.reader, deals["erp"], deals["chen"])
    assert shielded is not None and [line.text for line in shielded.lines] == ["要演示机"]
    assert read_detail(builder.reader, deals["erp"], deals["li"]) is None
    assert read_detail(builder.reader, deals["gone"]) is None


def test_choices_are_the_people_of_the_scope_and_the_reasons_in_use(builder: Builder, deals: dict[str, int]) -> None:
    choices = read_choices(builder.reader, Scope.of_team(deals["direct"]), TODAY, None)
    assert [name for _, name in choices.owners] == ["陈佳", "李雯"]
    assert [name for _, name in choices.scope_owners] == ["李雯"]
    assert choices.lost_reasons == ("价格",) and choices.any_deal
    assert [name for _, name in read_choices(builder.reader, Scope("all"), TODAY, deals["li"]).owners] == ["李雯"]
