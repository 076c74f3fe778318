"""How good the forecast of an early working day was: what the store believed then, against what was won.

September 2026 begins on a Tuesday: its fifth working day is Monday the 7th. The day before it is Monday, August 31.
"""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from cockpit.language import speaking
from cockpit.metrics import WHOLE_TEAM, Figure, Period, Scope, figures
from cockpit.metrics.facts import Facts
from cockpit.metrics.figures import figures_of
from cockpit.model import clock
from cockpit.model.cycles import Month
from cockpit.operations import deals
from cockpit.operations.cycles import close_cycle
from cockpit.operations.operation import undo
from cockpit.operations.settings import use_on
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 18)
SEPTEMBER = Month(2026, 9)
KEY = "forecast_accuracy"


def accuracy(builder: Builder, scope: Scope = WHOLE_TEAM, today: date = TODAY, month: Month = SEPTEMBER) -> Figure:
    return figures(builder.reader, Period.of(month, today), [scope], {KEY})[scope][KEY]


def reason(builder: Builder, scope: Scope = WHOLE_TEAM, today: date = TODAY, month: Month = SEPTEMBER) -> str | None:
    found = accuracy(builder, scope, today, month)
    assert found.value is None
    return found.reason.code if found.reason else None


@pytest.fixture
def seller(builder: Builder) -> int:
    return builder.person("李雯", builder.team("直销部"))


@pytest.fixture
def used(builder: Builder, seller: int) -> int:
    """A cockpit that was looked at on the day that counts."""
    builder.add("days_used", day="2026-09-07")
    return seller


def known(builder: Builder, deal: int, stage: str, at: str = "2026-08-20", recorded: str | None = None) -> int:
    """The first entry, as every new deal gets one."""
    builder.history(deal, "stage", None, stage, at, recorded)
    return deal


def won_later(builder: Builder, owner: int, amount: int, closed: str, recorded: str | None = None) -> int:
    """Open in 方案 (0.5) since August, expected in September, won on ``closed``."""
    deal = builder.deal(owner, "won", amount=amount, closed_on=closed, expected_close="2026-09-20")
    known(builder, deal, "方案")
    builder.history(deal, "stage", "方案", "赢单", closed, recorded)
    builder.history(deal, "state", "open", "won", closed, recorded)
    return deal


def test_a_september_computed_by_hand(builder: Builder, used: int) -> None:
    won_later(builder, used, 300_00, "2026-09-03")
    grown = won_later(builder, used, 1200_00, "2026-09-15")
    builder.history(grown, "amount", "100000", "120000", "2026-09-12")
    lost = builder.deal(used, "lost", amount=500_00, closed_on="2026-09-25", expected_close="2026-09-30")
    known(builder, lost, "合同")
    builder.history(lost, "stage", "合同", "丢单", "2026-09-25")
    builder.history(lost, "state", "open", "lost", "2026-09-25")
    for expected in ("2026-10-05", None):
        known(builder, builder.deal(used, stage="合同", amount=9999_00, expected_close=expected), "合同")
    omitted = builder.deal(used, stage="合同", amount=70_00, expected_close="2026-09-09", forecast_category="omitted")
    known(builder, omitted, "合同")
    # Then: 300 won + 0.5 x 1,000 + 0.9 x 500 = 1,250. In the end: 300 + 1,200 = 1,500.
    found = accuracy(builder)
    assert found.value == pytest.approx(1 - 250 / 1500)
    assert (found.n, found.unit) == (2, "share")
    assert "2026-09-07 的加权预测是 1,250" in [note.sentence for note in found.notes]
    with speaking("en"):
        assert any("1.25 K" in note.sentence for note in found.notes)
    assert found.rows is not None
    (opened,) = builder.reader.execute(found.rows.count_sql(), found.rows.parameters).fetchone()
    assert opened == 2
    assert accuracy(builder, Scope.person(used)).value == found.value


def test_what_was_recorded_later_was_not_believed_then(builder: Builder, used: int) -> None:
    won_later(builder, used, 1000_00, "2026-09-03", recorded="2026-09-12T02:00:00.000Z")
    assert accuracy(builder).value == 0.5, "won on the 3rd, but still an open deal in the cockpit of the 7th"
    moved = builder.deal(used, "open", "合同", amount=1000_00, expected_close="2026-09-30")
    known(builder, moved, "线索")
    builder.history(moved, "stage", "线索", "合同", "2026-09-04", "2026-09-09T02:00:00.000Z")
    assert accuracy(builder).value == pytest.approx(1 - 400 / 1000), "0.1 x 1,000 was added, not 0.9 x 1,000"


def test_the_day_ends_at_local_midnight(builder: Builder, used: int) -> None:
    def stamp(hour: int, minute: int) -> str:
        return clock.utc_stamp(datetime(2026, 9, 7, hour, minute).astimezone())

    won_later(builder, used, 1000_00, "2026-09-07", recorded=stamp(23, 59))
    assert accuracy(builder).value == 1.0
    next_minute = clock.utc_stamp(datetime(2026, 9, 8).astimezone())
    won_later(builder, used, 1000_00, "2026-09-07", recorded=next_minute)
    assert accuracy(builder).value == 0.75, "the second one was half a deal until midnight"


def test_a_deal_that_came_later_was_in_no_forecast(builder: Builder, used: int) -> None:
    won_later(builder, used, 1000_00, "2026-09-03")
    imported = builder.deal(used, "won", amount=1000_00, closed_on="2026-09-04", created_on="2026-07-01")
    known(builder, imported, "赢单", "2026-09-04", "2026-09-20T02:00:00.000Z")
    builder.history(imported, "state", None, "won", "2026-09-04", "2026-09-20T02:00:00.000Z")
    assert accuracy(builder).value == 0.5


def test_a_win_taken_back_was_believed_then(builder: Builder, used: int) -> None:
    lost = builder.deal(used, "lost", amount=600_00, closed_on="2026-09-20", expected_close="2026-09-20")
    known(builder, lost, "方案")
    for old, new, at in (("open", "won", "2026-09-03"), ("won", "open", "2026-09-10"), ("open", "lost", "2026-09-20")):
        builder.history(lost, "state", old, new, at)
    won_later(builder, used, 1000_00, "2026-09-15")
    # Then: 600 won + 0.5 x 1,000. In the end: 1,000.
    assert accuracy(builder).value == pytest.approx(0.9)


def test_each_scope_has_its_own(builder: Builder, used: int) -> None:
    other_team = builder.team("大客户部")
    builder.connection.execute("UPDATE memberships SET to_on = '2026-09-10'")
    builder.member(used, other_team, "2026-09-10")
    other = builder.person("陈佳", other_team)
    won_later(builder, other, 100_00, "2026-09-03")
    won_later(builder, used, 900_00, "2026-09-09")
    taken_over = won_later(builder, used, 400_00, "2026-09-11")
    builder.history(taken_over, "owner", other, used, "2026-09-08")
    assert accuracy(builder).value == pytest.approx(1 - (1400 - 750) / 1400)
    assert accuracy(builder, Scope.person(used)).value == pytest.approx(1 - (1300 - 450) / 1300)
    assert accuracy(builder, Scope.person(other)).value == 0.0, "100 + 0.5 x 400 was forecast, 100 won"
    # By the team of the day: 李雯 was in 直销部 on the 7th and on the 9th, and in 大客户部 on the 11th.
    first_team = Scope.of_team(1)
    assert accuracy(builder, first_team).value == pytest.approx(1 - (900 - 450) / 900)
    assert accuracy(builder, Scope.of_team(other_team)).value == pytest.approx(1 - (500 - 300) / 500)


def test_another_day_and_values_of_the_manager(builder: Builder, used: int) -> None:
    won_later(builder, used, 1000_00, "2026-09-04")
    assert accuracy(builder).value == 1.0
    builder.setting("forecast_workday", 3)
    assert reason(builder) == "not_used_then"
    builder.add("days_used", day="2026-09-02")
    assert accuracy(builder).value == 0.5, "on the third it was still open"
    builder.add("team_stages", team_id=1, stage_id=builder.stages["方案"], experience_value=0.8)
    assert accuracy(builder).value == pytest.approx(0.8)
    builder.setting("forecast_workday", 25)
    assert reason(builder) == "too_few_workdays"
    builder.setting("forecast_workday", "fifth")
    assert accuracy(builder).value == 1.0


def test_never_below_zero(builder: Builder, used: int) -> None:
    won_later(builder, used, 1_00, "2026-09-15")
    known(builder, builder.deal(used, stage="合同", amount=1000_00, expected_close="2026-09-30"), "合同")
    assert accuracy(builder).value == 0.0


def test_it_is_known_when_the_cycle_is_over(builder: Builder, used: int) -> None:
    won_later(builder, used, 1000_00, "2026-09-03")
    assert reason(builder, today=date(2026, 9, 30)) == "cycle_not_over"
    assert accuracy(builder, today=date(2026, 10, 1)).value == 1.0
    assert reason(builder, month=Month(2026, 12)) == "cycle_not_over"
    quarter = Period.of(Month(2026, 7), TODAY, SEPTEMBER)
    of_quarter = figures(builder.reader, quarter, [WHOLE_TEAM], {KEY})[WHOLE_TEAM][KEY]
    assert of_quarter.reason and of_quarter.reason.code == "only_single_cycles"


def test_nothing_won(builder: Builder, used: int) -> None:
    known(builder, builder.deal(used, stage="合同", amount=1000_00, expected_close="2026-09-30"), "合同")
    assert reason(builder) == "nothing_won"


@pytest.mark.parametrize(
    ("day", "told"), [("2026-08-28", False), ("2026-08-31", True), ("2026-09-05", True), ("2026-09-08", False)]
)
def test_a_forecast_that_nobody_looked_at_was_none(builder: Builder, seller: int, day: str, told: bool) -> None:
    won_later(builder, seller, 1000_00, "2026-09-20")
    builder.add("days_used", day=day)
    if told:
        assert accuracy(builder).value == 0.5
    else:
        assert reason(builder) == "not_used_then"


def test_what_was_recorded_tells_of_use_as_well(builder: Builder, seller: int) -> None:
    won_later(builder, seller, 1000_00, "2026-09-20")
    assert reason(builder) == "not_used_then"
    builder.history(
        known(builder, builder.deal(seller), "线索"), "amount", None, None, "2026-01-01", "2026-09-02T02:00:00.000Z"
    )
    assert accuracy(builder).value == 0.5


def test_a_store_imported_last_week_had_no_forecast_a_year_ago(builder: Builder, used: int) -> None:
    """Its history goes back for years; what it knew then was nothing."""
    deal = builder.deal(used, "won", amount=1000_00, closed_on="2026-09-15", expected_close="2026-09-20")
    for old, new, at in ((None, "线索", "2025-03-01"), ("线索", "合同", "2026-09-01"), ("合同", "赢单", "2026-09-15")):
        builder.history(deal, "stage", old, new, at, "2026-11-11T02:00:00.000Z")
    builder.history(deal, "state", None, "won", "2026-09-15", "2026-11-11T02:00:00.000Z")
    assert reason(builder) == "nothing_known_then"
    builder.connection.execute("DELETE FROM days_used")
    assert reason(builder) == "not_used_then"
    with speaking("zh"):
        found = accuracy(builder)
        assert found.reason and "2026-09-07" in found.reason.sentence


def test_a_team_that_came_later_had_none_while_the_others_had(builder: Builder, used: int) -> None:
    won_later(builder, used, 1000_00, "2026-09-20")
    newcomer = builder.person("陈佳", builder.team("大客户部"))
    deal = builder.deal(newcomer, "won", amount=1000_00, closed_on="2026-09-15")
    known(builder, deal, "赢单", "2026-09-15", "2026-11-11T02:00:00.000Z")
    assert accuracy(builder, Scope.person(used)).value == 0.5
    assert accuracy(builder).value == 0.25
    assert reason(builder, Scope.person(newcomer)) == "nothing_known_then"
    assert reason(builder, Scope.of_team(2)) == "nothing_known_then"


def test_closing_freezes_it(builder: Builder, used: int) -> None:
    deal = won_later(builder, used, 1000_00, "2026-09-20")
    close_cycle(builder.store, SEPTEMBER, TODAY)
    builder.connection.execute("UPDATE deals SET amount = 1 WHERE id = ?", (deal,))
    read = "SELECT scope, value, n FROM frozen_figures WHERE key = ? ORDER BY scope"
    assert builder.connection.execute(read, (KEY,)).fetchall() == [
        ("person:李雯", 0.5, 1), ("team", 0.5, 1), ("team:直销部", 0.5, 1),
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
def test_it_is_what_the_pages_showed_on_that_day(builder: Builder, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """A team at work from July to October, day by day, through the verbs that the pages call."""
    chance = Random(seed)
    teams = [builder.team("直销部"), builder.team("大客户部")]
    people = [builder.person(f"销售{number}", teams[number % 2]) for number in range(4)]
    moment = datetime(2026, 7, 1, 4, tzinfo=UTC)
    monkeypatch.setattr(clock, "utc_now", lambda: moment)
    shown: dict[Month, dict[Scope, float | int | None]] = {}
    day = date(2026, 7, 1)
    months = {date(2026, 8, 7): Month(2026, 8), date(2026, 9, 7): SEPTEMBER, date(2026, 10, 13): Month(2026, 10)}
    while day < date(2026, 11, 1):
        moment = datetime(day.year, day.month, day.day, 4, tzinfo=UTC)
        use_on(builder.store, day)
        for _ in range(chance.randrange(5)):
            _work(builder, chance, people, day)
        if day in months:
            assert clock.today() == day
            live = figures(builder.reader, Period.of(months[day], day), None, {"weighted_forecast"})
            shown[months[day]] = {scope: found["weighted_forecast"].value for scope, found in live.items()}
        day += timedelta(days=1)
    for month, of_month in shown.items():
        facts = Facts(builder.reader, Period.of(month, TODAY))
        frozen = facts.frozen_forecasts.by_scope
        assert frozen is not None and len(of_month) == 7
        assert {scope: frozen[scope].value for scope in of_month} == of_month, month
        for scope, found in figures_of(facts, None, {KEY, "won_revenue"}).items():
            forecast, won = of_month[scope], found["won_revenue"].value
            assert forecast is not None
            wanted = max(0, 1 - abs(forecast - won) / won) if won else None
            assert found[KEY].value == pytest.approx(wanted), (month, scope)


def _work(builder: Builder, chance: Random, people: list[int], day: date) -> None:
    """Something that a manager writes down, or takes back again."""
    store, run = builder.store, builder.connection.execute
    numbers = [number for (number,) in run("SELECT id FROM deals ORDER BY id")]
    what = chance.randrange(9)
    if what < 3 or not numbers:
        fields = {"amount": chance.randrange(1, 90) * 100, "expected_close": day + timedelta(chance.randrange(5))}
        stage_id = chance.choice(list(builder.stages.values())[:4])
        deals.add_deal(store, name="商机", owner_id=chance.choice(people), stage_id=stage_id, fields=fields, today=day)
        return
    number = chance.choice(numbers)
    if what < 6:
        stage = chance.choice(["线索", "需求", "方案", "合同", "赢单", "赢单", "丢单"])
        closed = day - timedelta(chance.randrange(day.day)) if stage in ("赢单", "丢单") else None
        changes = deals.move_stage(store, [number], builder.stages[stage], closed_on=closed, today=day)
    elif what == 6:
        changes = deals.edit_deals(store, [number], "amount", chance.randrange(1, 90) * 100, today=day)
    elif what == 7:
        changes = deals.edit_deals(
            store, [number], "expected_close", day + timedelta(chance.randrange(-9, 60)), today=day
        )
    else:
        changes = deals.edit_deals(store, [number], "owner_id", chance.choice(people), today=day)
    # Never further back than the same day: what is undone was never recorded, whatever a page has shown meanwhile.
    if changes and chance.random() < 0.1:
        undo(store)
