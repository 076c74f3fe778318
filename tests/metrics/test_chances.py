"""How likely deals are won, by stage and age: against plain Python that asks every deal on every past day."""

from datetime import date, timedelta
from random import Random

import pytest

from cockpit.metrics import WHOLE_TEAM, Period
from cockpit.metrics.chances import BANDS, WEIGHT, Asked, Chance, Chances, Evidence, Seen, Stays, band, read_chances
from cockpit.metrics.facts import Facts
from cockpit.metrics.forecast_ways import read_standing, simulated
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

DAY = date(2026, 9, 10)
STAGES = ("线索", "需求", "方案", "合同")


class Told:
    """Deals as they were put into a store: the stages with the days they were entered, and how and when it ended."""

    def __init__(self, builder: Builder, seed: int, count: int = 60) -> None:
        random = Random(seed)
        self.deals: dict[int, tuple[list[tuple[str, date]], str, date | None]] = {}
        for _ in range(count):
            created = DAY - timedelta(days=random.randrange(1, 200))
            state = random.choice(["open", "open", "won", "won", "lost"])
            end = created + timedelta(days=random.randrange(1, 120))
            closed = min(end, DAY) if state != "open" else None
            until = closed or DAY
            names = [random.choice(STAGES) for _ in range(random.randrange(1, 5))]  # back and forth
            days = sorted(created + timedelta(days=random.randrange((until - created).days + 1)) for _ in names)
            told_from = random.random() < 0.8  # else the first change tells where it stood since it was created
            moves = list(zip(names, [created, *days[1:]] if told_from else days, strict=True))
            before = None if told_from else random.choice(STAGES)
            deal = builder.deal(
                None, state, moves[-1][0] if state == "open" else None, amount=100_00,
                created_on=created.isoformat(), closed_on=closed and closed.isoformat(), expected_close="2026-09-20",
            )  # fmt: skip
            path = moves if before is None else [(before, created), *moves]
            old = before
            for name, on in moves:
                builder.history(deal, "stage", old, name, on.isoformat())
                old = name
            if closed:
                builder.history(deal, "stage", old, "赢单" if state == "won" else "丢单", closed.isoformat())
                builder.history(deal, "state", "open", state, closed.isoformat())
            self.deals[deal] = path, state, closed

    def still_open(self, day: date) -> list[int]:
        return [deal for deal, (_, _, closed) in self.deals.items() if closed is None or closed > day]

    def seen(self, builder: Builder, day: date, horizon: tuple[int, int]) -> dict[tuple[int, int], Seen]:
        """Day by day: who stood where, for how long, and was won in time."""
        closings = [closed for _, _, closed in self.deals.values() if closed and closed <= day]
        first, last = horizon
        found: dict[tuple[int, int], Seen] = {}
        stays: dict[tuple[int, int], set[tuple[int, int]]] = {}
        on = min(closings, default=day)
        while on <= day - timedelta(days=last):
            for deal, (path, state, closed) in self.deals.items():
                for place, (name, entered) in enumerate(path):
                    left = path[place + 1][1] if place + 1 < len(path) else closed
                    gone = left is not None and (left < on if first == 0 else left <= on)
                    if entered > on or gone:
                        continue
                    key = builder.stages[name], band((on - entered).days)
                    some = found.setdefault(key, Seen())
                    some.asked += 1
                    won = closed is not None and state == "won" and first <= (closed - on).days <= last
                    some.won += won
                    stays.setdefault(key, set()).add((deal, place))
            on += timedelta(days=1)
        for key, some in found.items():
            some.stays = len(stays[key])
        return found


@pytest.mark.parametrize("horizon", [(0, 20), (1, 20), (0, 0), (21, 50)])
@pytest.mark.parametrize("seed", range(4))
def test_every_deal_asked_on_every_past_day(builder: Builder, seed: int, horizon: tuple[int, int]) -> None:
    told = Told(builder, seed)
    for day in (DAY, DAY - timedelta(days=40)):
        asked = Asked.of(builder.reader, day, horizon)
        assert asked.since is not None
        seen = Stays(builder.reader, asked.since, day, told.still_open(day)).seen(asked)
        assert seen.by_stage and seen.seen == told.seen(builder, day, horizon)
        later = Stays(builder.reader, asked.since, DAY, told.still_open(DAY))
        assert later.seen(asked) == seen, "what came after the day asks nothing"


def leaning(won: float, n: int, share: float) -> Chance:
    return Chance(won + WEIGHT * share, n - won + WEIGHT * (1 - share))


def test_a_share_leans_on_its_stages_and_that_on_everybodys() -> None:
    seen = {(1, 0): Seen(100, 60, 10), (1, 1): Seen(50, 5, 4), (2, 0): Seen(50, 0, 6)}
    chances = Chances(Evidence(seen))
    everywhere = (65 / 200 * 20 + 1) / (20 + 2)
    stage = leaning(65 / 150 * 14, 14, everywhere)
    assert chances.of(1, None) == stage, "an unknown age tells nothing"
    assert chances.of(1, 7) == leaning(6.0, 10, stage.mean)
    assert chances.of(1, 10) == leaning(0.4, 4, stage.mean)
    assert chances.of(1, 400) == leaning(0, 0, stage.mean), "nothing stood there so long: the stage's own"
    assert chances.of(9, 0) == chances.of(None, 0), "a stage without past deals has everybody's"
    assert Chances(Evidence({})).of(1, 0) is None
    assert [band(age) for age in (0, 7, 8, 14, 15, 90, 91, 4000)] == [0, 0, 1, 1, 2, 4, 5, 5] and BANDS[5] == 91


def test_what_lies_dead_is_not_taken_for_alive(builder: Builder) -> None:
    """Many are won within a week, and as many lie open for a year: an old one will not be won now."""
    for place in range(60):
        begun = DAY - timedelta(days=70 + place)
        deal = builder.deal(state="won", closed_on=str(begun + timedelta(days=6)), created_on=str(begun), amount=1)
        builder.history(deal, "stage", None, "方案", str(begun))
        builder.history(deal, "stage", "方案", "赢单", str(begun + timedelta(days=6)))
        dead = builder.deal(stage="方案", amount=100_00, created_on="2025-09-01", expected_close="2026-09-20")
        builder.history(dead, "stage", None, "方案", "2025-09-01")
    chances = read_chances(builder.reader, DAY, (0, 20), range(2, 121, 2))
    stage = builder.stages["方案"]
    young, old = chances.of(stage, 2), chances.of(stage, 374)
    assert young is not None and old is not None
    assert young.mean > 0.8 and old.mean < 0.08
    found = simulated(read_standing(Facts(builder.reader, Period.of(Month(2026, 9), DAY)), WHOLE_TEAM))
    assert found.value is not None and found.value < 0.1 * 60 * 100_00


def test_only_what_was_recorded_by_then(builder: Builder) -> None:
    begun, closed = "2026-07-01", "2026-07-20"
    for recorded in ("2026-07-20T00:00:00.000Z", "2026-09-20T00:00:00.000Z"):
        deal = builder.deal(state="won", closed_on=closed, created_on=begun, amount=1)
        builder.history(deal, "stage", None, "方案", begun, "2026-07-01T00:00:00.000Z")
        builder.history(deal, "stage", "方案", "赢单", closed, recorded)
        builder.history(deal, "state", "open", "won", closed, recorded)
    asked = Asked.of(builder.reader, DAY, (1, 20))
    assert asked.since == date(2026, 7, 20)
    asked = Asked(DAY, (1, 20), date(2026, 7, 5))
    stage = builder.stages["方案"]
    known = Stays(builder.reader, date(2026, 7, 5), DAY, [2], "2026-09-11T00:00:00.000Z").seen(asked).seen
    # The second was believed to stand there still: it was asked on every day, and never won.
    assert sum(some.won for some in known.values()) == 15, "the first, from the 5th to the 19th"
    assert sum(some.asked for key, some in known.items() if key[0] == stage) == 15 + (DAY - date(2026, 7, 25)).days + 1
    now = Stays(builder.reader, date(2026, 7, 5), DAY, []).seen(asked).seen
    assert sum(some.won for some in now.values()) == 30


@pytest.mark.parametrize("horizon", [(0, 20), (1, 12)])
@pytest.mark.parametrize("seed", range(3))
def test_where_nobody_tells_the_stages_all_are_taken_by_the_days_since_they_were_created(
    builder: Builder, seed: int, horizon: tuple[int, int]
) -> None:
    random = Random(seed)
    deals: list[tuple[date | None, str, date | None]] = []
    for _ in range(80):
        created = random.choice([None, *[DAY - timedelta(days=random.randrange(5, 150))] * 6])
        state = random.choice(["open", "won", "won", "lost"])
        closed = max(created or date.min, DAY - timedelta(days=random.randrange(100))) if state != "open" else None
        deal = builder.deal(None, state, created_on=created and str(created), closed_on=closed and str(closed))
        builder.history(deal, "stage", None, {"open": "线索", "won": "赢单", "lost": "丢单"}[state], str(closed or DAY))
        deals.append((created, state, closed))
    first, last = horizon
    still_open = [number for number, (_, state, _) in enumerate(deals, 1) if state == "open"]
    asked = Asked.of(builder.reader, DAY, horizon)
    assert asked.since is not None
    found = Stays(builder.reader, asked.since, DAY, still_open).seen(asked)
    told: dict[tuple[int, int], Seen] = {}
    for created, state, closed in deals:
        counts: dict[tuple[int, int], list[int]] = {}
        on = asked.since
        while on <= DAY - timedelta(days=last):
            gone = closed is not None and (closed < on if first == 0 else closed <= on)
            if not gone and (created is None or created <= on):
                at = -1 if created is None else band((on - created).days)
                won = state == "won" and closed is not None and first <= (closed - on).days <= last
                counts.setdefault((0, at), [0, 0])[0] += 1
                counts[0, at][1] += won
            on += timedelta(days=1)
        for key, (days, won) in counts.items():
            some = told.setdefault(key, Seen())
            some.asked, some.won, some.stays = some.asked + days, some.won + won, some.stays + 1
    assert not found.by_stage and found.seen == told
    chances = Chances(found)
    assert chances.of(builder.stages["线索"], 3, 40) == chances.of(None, None, 40)
    assert chances.of(None, None, None) != chances.of(None, None, 40)
