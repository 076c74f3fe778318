"""What was tried is kept in one step, goes back in one step, and leaves what was believed before in the history."""

from datetime import date

import pytest

from cockpit.errors import CockpitError
from cockpit.metrics import WHOLE_TEAM, Period
from cockpit.metrics.facts import Facts
from cockpit.metrics.forecast_ways import expected_by_own, read_standing
from cockpit.metrics.what_if import TriedDeal, WhatIf, deals_to_try, tried
from cockpit.model.cycles import Month
from cockpit.operations.operation import undo
from cockpit.operations.what_if import keep_what_if
from tests.metrics.builder import Builder
from tests.metrics.conftest import builder as builder

TODAY = date(2026, 9, 10)
PERIOD = Period.of(Month(2026, 9), TODAY)


def test_what_is_tried_is_what_comes_of_keeping_it(builder: Builder) -> None:
    team = builder.team("直销部")
    seller, stage = builder.person("李雯", team), builder.stages["方案"]
    builder.deal(seller, stage="方案", amount=1000_00, expected_close="2026-09-20")
    slips = builder.deal(seller, stage="方案", amount=600_00, expected_close="2026-09-28")

    def expected() -> int | None:
        return expected_by_own(read_standing(Facts(builder.connection, PERIOD), WHOLE_TEAM)).value

    assert expected() == 800_00
    standing = read_standing(Facts(builder.connection, PERIOD), WHOLE_TEAM)
    what_if = WhatIf({(team, stage): 0.7}, {slips: TriedDeal(600_00, date(2026, 10, 8))})
    assert expected_by_own(tried(standing, PERIOD, what_if)).value == 700_00
    assert expected() == 800_00, "nothing was written"
    keep_what_if(builder.store, what_if.values, {slips: {"expected_close": date(2026, 10, 8)}}, today=TODAY)
    assert expected() == 700_00
    noted = builder.connection.execute("SELECT team_id, stage_id, old, new, changed_on FROM experience_history")
    assert noted.fetchall() == [(team, stage, None, 0.7, "2026-09-10")]
    undo(builder.store)
    assert expected() == 800_00
    assert builder.connection.execute("SELECT count(*) FROM experience_history").fetchone()[0] == 0


def test_a_share_that_is_none_is_refused_with_nothing_written(builder: Builder) -> None:
    deal = builder.deal(None, amount=5)
    with pytest.raises(CockpitError):
        keep_what_if(builder.store, {(None, 1): 1.5}, {deal: {"amount": 7}}, today=TODAY)
    assert builder.connection.execute("SELECT amount FROM deals").fetchone()[0] == 5


def test_the_amount_of_a_deal_in_another_currency_is_not_written_in_the_stores(builder: Builder) -> None:
    builder.add("exchange_rates", currency="USD", rate=7_000_000)
    deal = builder.deal(None, stage="方案", amount=100_00, currency="USD", expected_close="2026-09-20")
    standing = read_standing(Facts(builder.connection, PERIOD), WHOLE_TEAM)
    (tried_deal,) = deals_to_try(builder.connection, standing)
    assert (tried_deal.amount, tried_deal.is_abroad) == (700_00, True)
    with pytest.raises(CockpitError):
        keep_what_if(builder.store, {}, {deal: {"amount": 800_00}}, today=TODAY)
    assert builder.connection.execute("SELECT amount FROM deals").fetchone()[0] == 100_00
    keep_what_if(builder.store, {}, {deal: {"expected_close": date(2026, 10, 8)}}, today=TODAY)
    assert builder.connection.execute("SELECT expected_close FROM deals").fetchone()[0] == "2026-10-08"
