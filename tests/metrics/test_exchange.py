"""Money of several currencies in one store: exchanged by the rate of its day, exactly, and never added up without."""

import sqlite3
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as some

from cockpit.metrics import Period, figures
from cockpit.metrics.deal_list import DealFilter, Looking, find_deals
from cockpit.metrics.exchange import in_home_currency, rate_is_known
from cockpit.metrics.facts import Facts
from cockpit.metrics.figure import Figure
from cockpit.metrics.forecast import forecast_table
from cockpit.metrics.forecast_ways import quick_ways, read_standing
from cockpit.metrics.funnel import funnel
from cockpit.metrics.major_deals import major_deals
from cockpit.metrics.payments import list_outstanding, outstanding_rows, read_deal_payments
from cockpit.metrics.scopes import WHOLE_TEAM
from cockpit.metrics.series import won_by_month
from cockpit.metrics.stalled import stalled
from cockpit.metrics.tiers import tiers
from cockpit.model.cycles import Month
from cockpit.operations.review_forecast import read_lost_reasons
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 24)
NOW = Period.of(Month(2026, 11), TODAY)


def figure(builder: Builder, key: str, period: Period = NOW) -> Figure:
    return figures(builder.reader, period, [WHOLE_TEAM], {key})[WHOLE_TEAM][key]


def rate(builder: Builder, currency: str, value: str, since: str = "") -> None:
    builder.add("exchange_rates", currency=currency, from_on=since, rate=int(Decimal(value) * 10**6))


@given(
    amount=some.integers(-(10**17), 10**17) | some.integers(-1_000_001, 1_000_001),
    rate_of=some.integers(1, 90_000_000),
)
def test_an_exchanged_amount_is_exact_to_the_smallest_unit(amount: int, rate_of: int) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE exchange_rates (currency, from_on, rate)")
    connection.execute("INSERT INTO exchange_rates VALUES ('USD', '', ?)", (rate_of,))
    sql = f"SELECT {in_home_currency(':amount', ':of', ':day')}, {rate_is_known(':of', ':day')}"
    found = connection.execute(sql, {"amount": amount, "of": "USD", "day": "2026-11-24", "currency": "CNY"}).fetchone()
    connection.close()
    exact = (Decimal(amount) * rate_of / 10**6).quantize(Decimal(1), ROUND_HALF_UP)
    assert found == (int(exact), 1)


def test_the_rate_of_the_closing_day_holds_for_won_deals_and_the_rate_of_today_for_open_ones(builder: Builder) -> None:
    rate(builder, "USD", "7")
    rate(builder, "USD", "6.5", "2026-11-10")
    builder.deal(None, "won", amount=100_00, currency="USD", closed_on="2026-11-09")
    builder.deal(None, "won", amount=100_00, currency="USD", closed_on="2026-11-10")
    builder.deal(amount=100_00, currency="USD", expected_close="2026-11-30", created_on="2026-11-01")
    assert figure(builder, "won_revenue").value == 1_350_00
    assert figure(builder, "open_amount").value == 650_00
    for key, n in (("won_revenue", 2), ("open_amount", 1), ("pipeline_amount", 1), ("weighted_forecast", 3)):
        assert [(note.code, note.values["n"]) for note in figure(builder, key).notes] == [("exchanged", n)], key
    before = Period.of(Month(2026, 11), TODAY, as_of=date(2026, 11, 5))
    assert figure(builder, "open_amount", before).value == 3 * 700_00, "on that day all three were open"


def test_without_a_rate_the_amount_is_left_out_and_counted(builder: Builder) -> None:
    builder.deal(None, "won", amount=500_00, closed_on="2026-11-09")
    builder.deal(None, "won", amount=100_00, currency="EUR", closed_on="2026-11-09")
    won = figure(builder, "won_revenue")
    assert (won.value, won.n, [note.code for note in won.notes]) == (500_00, 2, ["without_rate"])
    assert won.notes[0].values == {"n": 1}
    assert figure(builder, "average_deal").value == 500_00


def test_a_sum_of_nothing_but_unknown_money_is_no_zero(builder: Builder) -> None:
    builder.deal(None, "won", amount=100_00, currency="EUR", closed_on="2026-11-09")
    builder.deal(amount=100_00, currency="EUR", expected_close="2026-11-30")
    for key in ("won_revenue", "open_amount", "pipeline_amount", "weighted_forecast", "average_deal"):
        found = figure(builder, key)
        assert found.value is None and found.reason is not None and found.reason.code == "without_rate", key


def test_a_rate_that_begins_later_says_nothing_of_the_days_before(builder: Builder) -> None:
    rate(builder, "EUR", "8", "2026-11-10")
    builder.deal(None, "won", amount=100_00, currency="EUR", closed_on="2026-11-09")
    assert figure(builder, "won_revenue").value is None


def test_a_list_price_is_in_the_currency_of_the_store(builder: Builder) -> None:
    product = builder.add("products", name="平台", list_price=9_000_00)
    builder.deal(currency="EUR", product_id=product)
    found = figure(builder, "open_amount")
    assert (found.value, found.estimated, found.notes) == (9_000_00, 9_000_00, ())


def test_every_list_and_sum_tells_the_same_money(builder: Builder) -> None:
    """100 dollars are 700, wherever they are shown."""
    rate(builder, "USD", "7")
    team = builder.team("大客户部")
    seller = builder.person("李雯", team)
    account = builder.add("accounts", name="华信", owner_id=seller)
    shared = {"amount": 100_00, "currency": "USD", "account_id": account}
    builder.deal(seller, stage="方案", expected_close="2026-11-30", created_on="2026-01-05", is_major=1,
                 forecast_category="commit", **shared)  # fmt: skip
    won = builder.deal(seller, "won", closed_on="2026-11-09", created_on="2026-10-01", **shared)
    builder.deal(seller, "lost", closed_on="2026-11-09", lost_reason="价格", **shared)
    facts, reader = Facts(builder.reader, NOW), builder.reader
    lines = {line.kind: line.amount for line in forecast_table(reader, NOW, WHOLE_TEAM).lines}
    assert (lines["won"], lines["commit"]) == (700_00, 700_00)
    assert [way.value for way in quick_ways(read_standing(facts, WHOLE_TEAM)) if way.way != "learned"] == [
        700_00 + 350_00,
        1_400_00,
    ]
    assert funnel(reader, NOW, WHOLE_TEAM).amount == 700_00
    assert [deal.amount for deal in major_deals(reader, NOW, WHOLE_TEAM).deals] == [700_00]
    board = stalled(reader, facts.stalled_query, WHOLE_TEAM)
    assert (board.never_moved.amount, board.never_moved.deals[0].amount) == (700_00, 700_00)
    assert [(found.won, found.open) for found in tiers(reader, NOW, WHOLE_TEAM)] == [(700_00, 700_00)]
    assert won_by_month(reader, [Month(2026, 11)], facts.roster, facts.settings)[seller] == [700_00]
    assert [(line.reason, line.amount) for line in read_lost_reasons(facts, WHOLE_TEAM)] == [("价格", 700.0)]
    assert figure(builder, "win_rate_amount").value == 0.5
    assert [(line.id, line.amount) for line in list_outstanding(reader, NOW, facts.settings, WHOLE_TEAM)] == [
        (won, 700_00)
    ]


def test_the_list_of_deals_is_sorted_by_what_they_are_worth(builder: Builder) -> None:
    rate(builder, "USD", "7")
    small, large = builder.deal(amount=600_00), builder.deal(amount=100_00, currency="USD")
    unknown = builder.deal(amount=100_000_00, currency="EUR")
    looking = Looking(WHOLE_TEAM, Month(2026, 11), TODAY.isoformat())
    found = find_deals(builder.reader, DealFilter(), looking, "amount", descending=True)
    assert list(found) == [large, small, unknown], "what nobody knows the worth of stands last"


def test_what_is_paid_in_the_deals_own_currency_owes_nothing_however_the_rate_moves(builder: Builder) -> None:
    rate(builder, "USD", "7")
    rate(builder, "USD", "6", "2026-11-10")
    paid = builder.deal(None, "won", name="付清", amount=100_00, currency="USD", closed_on="2026-11-01")
    half = builder.deal(None, "won", name="一半", amount=100_00, currency="USD", closed_on="2026-11-01")
    builder.add("payments", deal_id=paid, received_on="2026-11-15", amount=100_00, currency="USD")
    builder.add("payments", deal_id=half, received_on="2026-11-15", amount=50_00, currency="USD")
    builder.add("payments", deal_id=half, received_on="2026-11-16", amount=40_00)
    owed = figure(builder, "outstanding")
    assert (owed.value, owed.n) == (350_00 - 40_00, 1)
    facts = Facts(builder.reader, NOW)
    rows = outstanding_rows(NOW, facts.settings, WHOLE_TEAM)
    assert builder.reader.execute(rows.ids_sql(), rows.parameters).fetchall() == [(half,)]
    (line,) = list_outstanding(builder.reader, NOW, facts.settings, WHOLE_TEAM)
    assert (line.amount, line.received, line.outstanding) == (700_00, 390_00, 310_00)
    assert figure(builder, "collected").value == 100_00 * 6 + 50_00 * 6 + 40_00
    told = read_deal_payments(builder.reader, half)
    assert [(one.amount, one.currency, one.counted) for one in told.lines] == [
        (40_00, "CNY", 40_00),
        (50_00, "USD", 300_00),
    ]
    assert (told.received, told.wanted) == (340_00, 700_00)


def test_payments_and_debts_without_a_rate_are_said(builder: Builder) -> None:
    deal = builder.deal(None, "won", amount=100_00, currency="EUR", closed_on="2026-11-01")
    builder.add("payments", deal_id=deal, received_on="2026-11-15", amount=10_00, currency="EUR")
    for key, code in (("collected", "payments_without_rate"), ("outstanding", "without_rate")):
        found = figure(builder, key)
        assert found.value is None and found.reason is not None and found.reason.code == code
    home = builder.deal(None, "won", amount=100_00, closed_on="2026-11-01")
    builder.add("payments", deal_id=home, received_on="2026-11-15", amount=10_00)
    for key, value, code in (("collected", 10_00, "payments_without_rate"), ("outstanding", 90_00, "without_rate")):
        found = figure(builder, key)
        assert found.value == value and code in {note.code for note in found.notes}
