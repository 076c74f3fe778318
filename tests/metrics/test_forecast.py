"""The forecast by category: what is counted, what is expected, what is only estimated."""

from datetime import date

import pytest

from cockpit.metrics import WHOLE_TEAM, Period, Scope, figures
from cockpit.metrics.forecast import ForecastLine, ForecastTable, forecast_table
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 24)
NOVEMBER = Period.of(Month(2026, 11), TODAY)


def table(builder: Builder, period: Period = NOVEMBER, scope: Scope = WHOLE_TEAM) -> ForecastTable:
    return forecast_table(builder.reader, period, scope)


def lines(found: ForecastTable) -> dict[str, ForecastLine]:
    return {line.kind: line for line in found.lines}


def open_deal(builder: Builder, owner: int | None, amount: int | None, category: str | None, **values: object) -> int:
    values.setdefault("expected_close", "2026-11-28")
    return builder.deal(owner, "open", values.pop("stage", "方案"), amount=amount, forecast_category=category, **values)  # type: ignore[arg-type]


@pytest.fixture
def seller(builder: Builder) -> int:
    """Won 1,000; open 400 commit, 300 best case, 200 without a category, 100 omitted, all at 50 %."""
    person = builder.person("陈佳", builder.team("直销部"))
    builder.deal(person, "won", amount=1000, closed_on="2026-11-10")
    for amount, category in ((400, "commit"), (300, "best_case"), (200, None), (100, "omitted")):
        open_deal(builder, person, amount, category)
    return person


def test_each_category_has_its_count_amount_and_expected_part(builder: Builder, seller: int) -> None:
    told = [(line.kind, line.count, line.amount, line.expected) for line in table(builder).lines]
    assert told == [
        ("won", 1, 1000, 1000),
        ("commit", 1, 400, 200),
        ("best_case", 1, 300, 150),
        ("pipeline", 1, 200, 100),
        ("omitted", 1, 100, 0),
    ]


def test_the_totals_leave_out_what_is_omitted_and_agree_with_the_figures(builder: Builder, seller: int) -> None:
    found = table(builder)
    computed = figures(builder.reader, NOVEMBER, [WHOLE_TEAM], {"weighted_forecast", "commit", "best_case"})[WHOLE_TEAM]
    assert (found.count, found.amount, found.expected) == (4, 1900, 1450)
    assert computed["weighted_forecast"].value == found.expected
    by_kind = lines(found)
    assert computed["commit"].value == by_kind["won"].amount + by_kind["commit"].amount
    assert computed["best_case"].value == 1000 + 400 + 300


def test_what_nobody_omitted_takes_no_line(builder: Builder) -> None:
    assert [line.kind for line in table(builder).lines] == ["won", "commit", "best_case", "pipeline"]


def test_experience_is_unknown_without_an_amount(builder: Builder, seller: int) -> None:
    builder.connection.execute("UPDATE deals SET amount = 0 WHERE forecast_category = 'best_case'")
    by_kind = lines(table(builder))
    assert by_kind["commit"].experience == pytest.approx(0.5)
    assert by_kind["best_case"].experience is None


def test_an_amount_from_a_list_price_is_told_apart(builder: Builder, seller: int) -> None:
    product = builder.add("products", name="平台", list_price=600)
    open_deal(builder, seller, None, "commit", product_id=product)
    open_deal(builder, seller, None, "omitted", product_id=product)
    found = table(builder)
    assert (lines(found)["commit"].amount, lines(found)["commit"].estimated) == (1000, 600)
    assert found.estimated == 600  # what is omitted is in no sum, so neither here


def test_lost_deals_and_other_cycles_are_in_no_line(builder: Builder, seller: int) -> None:
    before = table(builder)
    builder.deal(seller, "lost", amount=900, closed_on="2026-11-12")
    builder.deal(seller, "won", amount=900, closed_on="2026-10-31")
    open_deal(builder, seller, 900, "commit", expected_close="2026-12-01")
    after = table(builder)
    assert [(line.count, line.amount, line.expected) for line in after.lines] == [
        (line.count, line.amount, line.expected) for line in before.lines
    ]


def test_overdue_deals_belong_to_the_present_cycle(builder: Builder, seller: int) -> None:
    open_deal(builder, seller, 50, "commit", expected_close="2026-10-20")
    assert lines(table(builder))["commit"].count == 2


def test_each_line_opens_exactly_its_deals(builder: Builder, seller: int) -> None:
    other = builder.person("李雯")
    open_deal(builder, other, 70, "commit")
    for scope, commits in ((WHOLE_TEAM, 2), (Scope.person(seller), 1), (Scope.person(other), 1)):
        found = table(builder, scope=scope)
        assert lines(found)["commit"].count == commits
        for line in found.lines:
            (n,) = builder.reader.execute(line.rows.count_sql(), line.rows.parameters).fetchone()
            assert n == line.count, line.kind
