"""The forecast four ways and their back-test, against plain Python over the rows of small stores."""

from datetime import date, timedelta
from random import Random

import pytest

from cockpit.metrics import WHOLE_TEAM, Period, Scope, figures
from cockpit.metrics.backtest import back_test
from cockpit.metrics.chances import Chance
from cockpit.metrics.experience import PastExperience
from cockpit.metrics.facts import Facts
from cockpit.metrics.forecast_ways import Standing, all_ways, quick_ways, read_standing, simulated
from cockpit.metrics.simulation import simulate
from cockpit.metrics.statistics import wilson_interval
from cockpit.metrics.who_was_right import who_was_right
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TODAY = date(2026, 9, 10)
SEPTEMBER = Month(2026, 9)
OPEN_STAGES = {"线索": 0.1, "需求": 0.2, "方案": 0.5, "合同": 0.9}


def standing(builder: Builder, scope: Scope = WHOLE_TEAM, today: date = TODAY) -> Standing:
    return read_standing(Facts(builder.reader, Period.of(SEPTEMBER, today)), scope)


class Told:
    """What was put into a random store, in plain Python."""

    def __init__(self, builder: Builder, seed: int) -> None:
        random = Random(seed)
        teams = [builder.team("直销部"), builder.team("大客户部")]
        self.people = {builder.person(f"销售{place}", teams[place % 2]): teams[place % 2] for place in range(4)}
        self.teams, self.won, self.open, self.past = teams, 0, [], []
        for _ in range(160):
            owner, names = random.choice(list(self.people)), list(OPEN_STAGES)
            closed = date(2026, 3, 1) + timedelta(days=random.randrange(180))
            entered = closed - timedelta(days=random.randrange(5, 120))
            reached = names[: random.randint(1, 4)]
            is_won = random.random() < 0.25 * len(reached)
            state = "won" if is_won else "lost"
            deal = builder.deal(owner, state, amount=1000_00, closed_on=closed.isoformat(), created_on=str(entered))
            days = sorted(random.randrange((closed - entered).days + 1) for _ in reached[1:])
            moves = [entered, *(entered + timedelta(days=day) for day in days)]
            for old, new, on in zip([None, *reached], reached, moves, strict=False):
                builder.history(deal, "stage", old, new, on.isoformat())
            builder.history(deal, "stage", reached[-1], "赢单" if is_won else "丢单", closed.isoformat())
            builder.history(deal, "state", "open", state, closed.isoformat())
            self.past.append((self.people[owner], set(reached), is_won, closed))
        for _ in range(30):
            owner, stage = random.choice(list(self.people)), random.choice(list(OPEN_STAGES))
            amount = random.choice([None, random.randrange(1, 10**7), -5_000])
            expected = random.choice([None, "2026-08-30", "2026-09-20", "2026-10-02"])
            category = random.choice([None, "commit", "best_case", "pipeline", "omitted"])
            deal = builder.deal(
                owner, "open", stage, amount=amount, expected_close=expected, forecast_category=category
            )
            builder.history(deal, "stage", None, stage, "2026-08-20")
            self.open.append((self.people[owner], stage, amount or 0, expected, category))
        for _ in range(3):
            owner, amount = random.choice(list(self.people)), random.randrange(10**6)
            builder.deal(owner, "won", amount=amount, closed_on="2026-09-04")
            self.won += amount

    def counted(self) -> list[tuple[int, str, int, str | None]]:
        return [
            (team, stage, amount, category)
            for team, stage, amount, expected, category in self.open
            if expected and expected < "2026-10-01" and category != "omitted"
        ]

    def learned(self, team: int, stage: str) -> tuple[int, int]:
        """Won and closed of the team's deals that entered the stage."""
        some = [won for of, reached, won, closed in self.past if of == team and stage in reached and closed.month < 9]
        return sum(some), len(some)


@pytest.mark.parametrize("seed", range(8))
def test_the_first_three_ways_against_plain_python(builder: Builder, seed: int) -> None:
    told = Told(builder, seed)
    own, learned, rep = quick_ways(standing(builder))
    counted = told.counted()
    assert own.value == told.won + round(sum(amount * OPEN_STAGES[stage] for _, stage, amount, _ in counted))
    middle = low = high = 0.0
    from_past = 0
    for team, stage, amount, _ in counted:
        won, n = told.learned(team, stage)
        share, ends = OPEN_STAGES[stage], (OPEN_STAGES[stage],) * 2
        if n >= 30:
            share, ends, from_past = won / n, wilson_interval(won, n) or ends, from_past + 1
        middle, low = middle + share * amount, low + min(end * amount for end in ends)
        high += max(end * amount for end in ends)
    assert from_past, "the random store teaches something"
    assert learned.value == pytest.approx(told.won + middle, abs=1)
    assert learned.low == pytest.approx(told.won + low, abs=1)
    assert learned.high == pytest.approx(told.won + high, abs=1)
    assert learned.learned_n == from_past
    commit = sum(amount for _, _, amount, category in counted if category == "commit")
    best = sum(amount for _, _, amount, category in counted if category == "best_case")
    assert (rep.value, rep.high) == (told.won + commit, told.won + commit + best)


@pytest.mark.parametrize("seed", range(3))
def test_the_own_way_is_the_weighted_forecast_of_every_scope(builder: Builder, seed: int) -> None:
    told = Told(builder, seed)
    period = Period.of(SEPTEMBER, TODAY)
    for scope in (WHOLE_TEAM, *map(Scope.of_team, told.teams), *map(Scope.person, told.people)):
        known = figures(builder.reader, period, [scope], {"weighted_forecast", "commit", "best_case"})[scope]
        own, _, rep = quick_ways(standing(builder, scope))
        assert own.value == known["weighted_forecast"].value
        if rep.value is not None:
            assert (rep.value, rep.high) == (known["commit"].value, known["best_case"].value)
        assert quick_ways(read_standing(Facts(builder.reader, period), scope, only_cycle=True))[0] == own


def test_a_simulation_has_the_mean_and_the_spread_of_independent_draws() -> None:
    sure = 1e9  # so sure of the chance that it hardly varies
    deals = [(amount * 100, Chance(sure * share, sure * (1 - share))) for amount, share in
             [(500, 0.5), (800, 0.2), (1200, 0.7), (300, 0.9)] * 60]  # fmt: skip
    found = simulate(10_000, deals)
    mean = 10_000 + sum(amount * chance.mean for amount, chance in deals)
    spread = sum(amount**2 * chance.mean * (1 - chance.mean) for amount, chance in deals) ** 0.5
    assert found.mean == pytest.approx(mean, rel=0.002)
    assert found.low == pytest.approx(mean - 1.2816 * spread, rel=0.01)
    assert found.high == pytest.approx(mean + 1.2816 * spread, rel=0.01)
    many = simulate(10_000, [(50_000, Chance(sure * 0.5, sure * 0.5))] * 400)
    assert many.high - many.low == pytest.approx(2 * 1.2816 * 50_000 * 10, rel=0.05), "the many that are drawn together"


def test_the_same_deals_give_the_same_range_in_any_order(builder: Builder) -> None:
    deals = [(amount, Chance(2.0 + amount % 3, 3.0)) for amount in range(100, 2000, 77)]
    assert simulate(5, deals) == simulate(5, deals[::-1])
    assert simulate(5, deals) != simulate(5, [(amount + 1, chance) for amount, chance in deals])
    Told(builder, 1)
    assert simulated(standing(builder)) == simulated(standing(builder))


def test_little_experience_gives_a_wider_range() -> None:
    few, many = Chance(5, 5), Chance(500, 500)
    narrow, wide = simulate(0, [(100, many)] * 90), simulate(0, [(100, few)] * 90)
    assert wide.high - wide.low > 2 * (narrow.high - narrow.low)


def test_stores_in_which_there_is_little(builder: Builder) -> None:
    own, learned, rep, drawn = all_ways(standing(builder))
    assert [own.value, learned.value, rep.value] == [0, 0, 0]
    assert drawn.value == 0 and drawn.n == 0
    seller = builder.person("李雯", builder.team("直销部"))
    deal = builder.deal(seller, stage="方案", amount=1000_00, expected_close="2026-09-20")
    own, learned, rep, drawn = all_ways(standing(builder))
    assert own.value == 500_00
    assert [way.reason.code for way in (learned, rep, drawn) if way.reason] == [
        "not_enough_past_deals", "no_calls", "no_past_deals",
    ]  # fmt: skip
    builder.connection.execute("UPDATE deals SET amount = NULL WHERE id = ?", (deal,))
    assert quick_ways(standing(builder))[0].value == 0
    closed = builder.deal(seller, "won", amount=1, closed_on="2026-08-20", created_on="2026-08-01")
    builder.history(closed, "stage", None, "方案", "2026-08-01")
    builder.history(closed, "stage", "方案", "赢单", "2026-08-20")
    builder.connection.execute("UPDATE deals SET stage_id = ? WHERE id = ?", (builder.stages["赢单"], deal))
    own, *_, drawn = all_ways(standing(builder))
    assert own.value == 0 and drawn.value == 0, "an open deal in a stage that is none of the open ones expects nothing"
    abroad = builder.deal(seller, stage="合同", amount=10**17, currency="USD", expected_close="2026-09-20")
    assert abroad and quick_ways(standing(builder))[0].value == 0, "another currency is never added up"


# --- the back-test --------------------------------------------------------------------------------------------


def won_in_august(builder: Builder, seller: int, recorded: str | None = None) -> None:
    """Open in 方案 since July, expected in August; won on the 20th for 1,000, of 2,000 that were asked."""
    deal = builder.deal(seller, "won", amount=1000_00, closed_on="2026-08-20", expected_close="2026-08-25",
                        forecast_category="commit", created_on="2026-07-01")  # fmt: skip
    builder.history(deal, "stage", None, "方案", "2026-07-01", recorded)
    builder.history(deal, "amount", "200000", "100000", "2026-08-18", recorded)
    builder.history(deal, "stage", "方案", "赢单", "2026-08-20", recorded)
    builder.history(deal, "state", "open", "won", "2026-08-20", recorded)


def test_a_past_cycle_as_it_was_believed(builder: Builder) -> None:
    seller = builder.person("李雯", builder.team("直销部"))
    won_in_august(builder, seller)
    builder.add("days_used", day="2026-08-07")
    (cycle,) = back_test(builder.reader, SEPTEMBER, TODAY, WHOLE_TEAM).cycles
    assert (cycle.month, cycle.day, cycle.basis, cycle.actual) == (
        Month(2026, 8),
        date(2026, 8, 7),
        "believed",
        1000_00,
    )
    assert cycle.ways["own"].value == 1000_00, "2,000 x 50 %"
    assert cycle.accuracy("own") == 1.0
    assert cycle.ways["rep"].value == 2000_00 and cycle.accuracy("rep") == 0.0
    assert cycle.ways["simulated"].value is None, "nothing had been closed by then"
    assert cycle.accuracy("simulated") is None


def test_where_nobody_used_it_the_history_is_asked_and_it_is_said(builder: Builder) -> None:
    seller = builder.person("李雯", builder.team("直销部"))
    won_in_august(builder, seller, recorded="2026-09-01T00:00:00.000Z")
    found = back_test(builder.reader, SEPTEMBER, TODAY, WHOLE_TEAM)
    (cycle,) = found.cycles
    assert cycle.basis == "recomputed"
    assert cycle.ways["rep"].value == 2000_00
    assert found.bases() == ["recomputed"]
    assert found.accuracy("rep", "believed").n == 0, "the two are not put together"
    assert found.accuracy("rep", "recomputed").n == 1
    assert found.best("recomputed") is None, "one cycle proves nothing"


def test_what_was_closed_but_not_recorded_taught_nobody(builder: Builder) -> None:
    seller = builder.person("李雯", builder.team("直销部"))
    won_in_august(builder, seller)
    builder.add("days_used", day="2026-08-07")
    for place in range(40):
        deal = builder.deal(seller, "won", amount=1, closed_on=f"2026-07-{place % 20 + 5:02}", created_on="2026-06-01")
        builder.history(deal, "stage", None, "方案", "2026-06-01", "2026-09-02T00:00:00.000Z")
        builder.history(deal, "state", "open", "won", "2026-07-25", "2026-09-02T00:00:00.000Z")
    cycle = back_test(builder.reader, SEPTEMBER, TODAY, WHOLE_TEAM).cycles[-1]
    assert cycle.basis == "believed"
    assert cycle.ways["learned"].value is None and cycle.ways["simulated"].value is None


def test_the_back_test_hears_stop_tells_how_far_it_is_and_is_kept_until_somebody_writes(builder: Builder) -> None:
    Told(builder, 2)
    heard: list[tuple[int, int]] = []
    found = back_test(builder.reader, SEPTEMBER, TODAY, WHOLE_TEAM, progress=lambda *far: heard.append(far))
    assert heard == [(place, len(found.cycles)) for place in range(len(found.cycles))]
    assert back_test(builder.reader, SEPTEMBER, TODAY, WHOLE_TEAM) is found
    builder.deal(None, "won", amount=1, closed_on="2026-08-04")
    assert back_test(builder.reader, SEPTEMBER, TODAY, WHOLE_TEAM) is not found
    assert back_test(builder.reader, SEPTEMBER, TODAY, Scope.of_team(1), stop=lambda: True).cycles == []


@pytest.mark.parametrize("seed", range(3))
def test_accuracy_is_the_definition(builder: Builder, seed: int) -> None:
    Told(builder, seed)
    found = back_test(builder.reader, SEPTEMBER, TODAY, WHOLE_TEAM)
    assert len(found.cycles) == 6
    for cycle in found.cycles:
        rows = builder.connection.execute(
            "SELECT amount FROM deals WHERE state = 'won' AND substr(closed_on, 1, 7) = ?", (str(cycle.month),)
        ).fetchall()
        assert cycle.actual == sum(amount for (amount,) in rows)
        value = cycle.ways["own"].value
        assert value is not None
        assert cycle.accuracy("own") == pytest.approx(max(0, 1 - abs(value - cycle.actual) / cycle.actual))


# --- experience values and who was right ----------------------------------------------------------------------


def test_experience_values_of_a_day(builder: Builder) -> None:
    team = builder.team("直销部")
    stage = builder.stages["方案"]
    builder.add("experience_history", stage_id=stage, team_id=None, old=0.3, new=0.4, changed_on="2026-05-10")
    builder.add("experience_history", stage_id=stage, team_id=None, old=0.4, new=0.5, changed_on="2026-08-10")
    builder.add("experience_history", stage_id=stage, team_id=team, old=None, new=0.7, changed_on="2026-08-15")
    builder.add("team_stages", team_id=team, stage_id=stage, experience_value=0.7)

    def on(day: str, of: int | None) -> float:
        return float(PastExperience(builder.reader, date.fromisoformat(day)).of(of, stage))

    assert [on(day, None) for day in ("2026-05-09", "2026-05-10", "2026-08-09", "2026-08-10")] == [0.3, 0.4, 0.4, 0.5]
    assert [on(day, team) for day in ("2026-08-14", "2026-08-15")] == [0.5, 0.7]
    assert PastExperience(builder.reader, date(2026, 5, 1)).of(team, None) == 0


@pytest.mark.parametrize("seed", range(4))
def test_who_was_right_against_plain_python(builder: Builder, seed: int) -> None:
    told = Told(builder, seed)
    months = [Month(2026, number) for number in range(3, 9)]
    found = who_was_right(Facts(builder.reader, Period.of(SEPTEMBER, TODAY)), WHOLE_TEAM, months)
    for stage in found.stages:
        some = [won for _, reached, won, closed in told.past if stage.stage in reached and closed.month < 9]
        assert (stage.n, stage.won) == (len(some), sum(some))
        assert stage.own == pytest.approx(OPEN_STAGES[stage.stage])
        for month in found.by_month[stage.stage_id]:
            assert month.month is not None
            closed_then = [
                won for _, reached, won, on in told.past if stage.stage in reached and on.month == month.month.number
            ]
            assert (month.n, month.won) == (len(closed_then), sum(closed_then))
            if month.right == "own":
                share = month.compared_won / month.compared_n
                assert month.learned is not None
                assert abs(month.compared_own - share) < abs(month.learned - share)
            before: dict[int, list[bool]] = {team: [] for team in told.teams}
            for team, reached, won, on in told.past:
                if stage.stage in reached and on < month.month.start:
                    before[team].append(won)
            known = [
                (sum(before[team]) / len(before[team]), won)
                for team, reached, won, on in told.past
                if stage.stage in reached and on.month == month.month.number and len(before[team]) >= 30
            ]
            assert (month.compared_n, month.compared_won) == (len(known), sum(won for _, won in known))
            if known:
                assert month.learned == pytest.approx(sum(share for share, _ in known) / len(known))


def test_a_first_import_that_tells_no_stages_is_simulated_by_age_alone(builder: Builder) -> None:
    """Each deal was won after 10 days or lost after 60: a young one may be won, one of 50 days was not."""
    for place in range(120):
        created = date(2026, 4, 1) + timedelta(days=place % 80)
        is_won = place % 2 == 0
        closed = str(created + timedelta(days=10 if is_won else 60))
        deal = builder.deal(None, "won" if is_won else "lost", amount=1, closed_on=closed, created_on=str(created))
        builder.history(deal, "stage", None, "赢单" if is_won else "丢单", closed)
    young, old = (
        builder.deal(None, stage="方案", amount=1000_00, created_on=created) for created in ("2026-09-08", "2026-07-22")
    )
    found = standing(builder)
    chances = {deal.id: chance.mean for deal in found.deals if (chance := found.chance(deal))}
    assert chances[young] > 0.4 and chances[old] < 0.15
    assert simulated(found).reason is None
