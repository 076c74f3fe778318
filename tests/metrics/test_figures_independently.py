"""Every figure of deals against plain Python over the same rows: another way to compute it, for random stores.

The stores have holes: deals without owner, amount, days, account; returns; a lost deal's 0; four currencies, of which
one has no rate and one only from a day on.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from statistics import mean, median

import pytest
from attrs import define, field, frozen

from cockpit.metrics import Figure, Period, Scope, figures
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

EXPERIENCE = {"线索": 0.1, "需求": 0.2, "方案": 0.5, "合同": 0.9}
OPEN_STAGES = list(EXPERIENCE)
LIST_PRICE = 7_000_00
BEGIN, TODAY = date(2026, 5, 1), date(2026, 11, 18)


@define
class Told:
    """A deal as it was told, day by day: the value of each field from a day on."""

    number: int
    created: date | None
    state: str
    closed: date | None
    currency: str | None
    category: str | None
    source: str | None
    has_product: bool
    values: dict[str, list[tuple[date, object]]] = field(factory=dict)

    def at(self, name: str, day: date) -> object:
        """The value at the end of ``day``; before the first change what that change replaced."""
        changes = self.values[name]
        told = [value for since, value in changes if since <= day]
        return told[-1] if told else changes[0][1]

    def now(self, name: str) -> object:
        return self.values[name][-1][1]

    def is_open(self, day: date) -> bool:
        begun = self.created is None or self.created <= day
        return begun and (self.state == "open" or (self.closed is not None and self.closed > day))

    def has_own(self, amount: object) -> bool:
        """Whether the file gives an amount; the 0 of a lost deal is none."""
        return amount is not None and not (amount == 0 and self.state == "lost")


@frozen
class World:
    """What was drawn: deals, who was in which team from when, targets, rates by currency from a day on."""

    deals: list[Told]
    teams: dict[int, list[tuple[date, date, int]]]
    targets: dict[tuple[str, int], int]
    rates: dict[str, list[tuple[date, Decimal]]]

    def exchanged(self, deal: Told, amount: object, day: date) -> int | None:
        """Minor units of the store's currency; None where there is no amount, or no rate on the day."""
        if amount is None or deal.currency in (None, "CNY"):
            return None if amount is None else int(str(amount))
        held = [rate for since, rate in self.rates.get(str(deal.currency), ()) if since <= day]
        return int((int(str(amount)) * held[-1]).quantize(Decimal(1), ROUND_HALF_UP)) if held else None

    def worth(self, deal: Told, amount: object, day: date) -> int | None:
        """Its own amount, else the list price of its product."""
        if deal.has_own(amount):
            return self.exchanged(deal, amount, day)
        return LIST_PRICE if deal.has_product else None

    def has_rate(self, deal: Told, amount: object, day: date) -> bool:
        return not deal.has_own(amount) or self.exchanged(deal, amount, day) is not None

    def team(self, person: object, day: date) -> int | None:
        for start, end, team in self.teams.get(person, ()):  # type: ignore[call-overload]
            if start <= day < end:
                return int(team)
        return None

    def counts(self, scope: Scope, person: object, day: date) -> bool:
        if scope.kind == "all":
            return True
        return person == scope.id if scope.kind == "person" else self.team(person, day) == scope.id


def draw(builder: Builder, seed: int) -> World:
    """Write a random store, and tell what is in it."""
    chance = Random(seed)
    product = builder.add("products", name="平台", list_price=LIST_PRICE)
    teams = [builder.team("大客户部"), builder.team("直销部")]
    people, membership = [], {}
    for number in range(5):
        person = builder.person(f"销售{number}")
        changes_on = date(2026, 9, chance.randint(1, 28))
        first = chance.choice(teams)
        if number % 2:
            builder.member(person, first, None, changes_on.isoformat())
            builder.member(person, teams[1 - teams.index(first)], changes_on.isoformat(), None)
            membership[person] = [
                (date.min, changes_on, first), (changes_on, date.max, teams[1 - teams.index(first)]),
            ]  # fmt: skip
        else:
            builder.member(person, first)
            membership[person] = [(date.min, date.max, first)]
        people.append(person)
    targets = {}
    for month in Month.of(BEGIN).through(Month.of(TODAY)):
        for person in people:
            if chance.random() < 0.8:
                targets[str(month), person] = chance.randint(0, 40) * 1_000_00
                builder.target(str(month), targets[str(month), person], person=person)
    rates: dict[str, list[tuple[date, Decimal]]] = {"USD": [(date.min, Decimal("7.123457"))]}
    rates["USD"] += [(date(2026, month, chance.randint(1, 28)), Decimal(chance.randint(6_500_000, 7_500_000)) / 10**6)
                     for month in (7, 9, 11)]  # fmt: skip
    rates["KRW"] = [(date(2026, 8, chance.randint(1, 28)), Decimal("0.005137"))]
    for currency, held in rates.items():
        for since, rate in held:
            day = "" if since == date.min else since.isoformat()
            builder.add("exchange_rates", currency=currency, from_on=day, rate=int(rate * 10**6))
    deals = [_draw_deal(builder, chance, people, product) for _ in range(70)]
    return World(deals, membership, targets, rates)


def _draw_deal(builder: Builder, chance: Random, people: list[int], product: int) -> Told:
    def some_day(start: date = BEGIN) -> date:
        return start + timedelta(days=chance.randrange((TODAY - start).days + 1))

    created = some_day() if chance.random() < 0.93 else None
    state = chance.choice(("open", "open", "won", "lost"))
    closed = some_day(created or BEGIN) if state != "open" else None
    if closed and created and chance.random() < 0.1:
        closed = created - timedelta(days=3)  # somebody mistyped one of the two
    told = Told(
        0, created, state, closed, chance.choice((None, "CNY", "CNY", "USD", "USD", "KRW", "EUR")),
        chance.choice((None, "commit", "best_case", "pipeline", "omitted")), chance.choice((None, "self", "lead")),
        chance.random() < 0.7,
    )  # fmt: skip
    end = closed or TODAY

    def moments(count: int) -> list[date]:
        start = min(created or BEGIN, end)
        return sorted(start + timedelta(days=chance.randrange((end - start).days + 1)) for _ in range(count))

    def values(make: Iterable[object]) -> list[tuple[date, object]]:
        made = list(make)
        return list(zip([created or BEGIN, *moments(len(made) - 1)], made, strict=True))

    some_owner = lambda: chance.choice((*people, None))  # noqa: E731
    some_amount = lambda: chance.choice((  # noqa: E731
        None, chance.randint(1, 90) * 1_234_00, chance.randint(1, 90) * 1_234_57, -chance.randint(1, 9_999_99),
        0 if state == "lost" else chance.randint(10**16, 10**17),
    ))  # fmt: skip
    some_expected = lambda: chance.choice((None, some_day(date(2026, 8, 1)) + timedelta(days=40)))  # noqa: E731
    told.values = {
        "stage": values(chance.choice(OPEN_STAGES) for _ in range(chance.randint(1, 4))),
        "owner": values(some_owner() for _ in range(chance.randint(1, 2))),
        "amount": values(some_amount() for _ in range(chance.randint(1, 3))),
        "expected_close": values(some_expected() for _ in range(chance.randint(1, 3))),
    }
    expected = told.now("expected_close")
    stage = str(told.now("stage")) if state == "open" else None
    told.number = builder.deal(
        told.now("owner"), state, stage, amount=told.now("amount"), currency=told.currency,  # type: ignore[arg-type]
        created_on=created.isoformat() if created else None, closed_on=closed.isoformat() if closed else None,
        expected_close=expected.isoformat() if isinstance(expected, date) else None,
        forecast_category=told.category, source=told.source, product_id=product if told.has_product else None,
    )  # fmt: skip
    for name, changes in told.values.items():
        for (_, old), (day, new) in zip(changes, changes[1:], strict=False):
            shown = [value.isoformat() if isinstance(value, date) else value for value in (old, new)]
            builder.history(told.number, name, *shown, f"{day.isoformat()}T10:00")
    if closed:
        builder.history(
            told.number, "stage", told.now("stage"), "赢单" if state == "won" else "丢单", closed.isoformat()
        )
    return told


def expected_figures(world: World, period: Period, scope: Scope) -> dict[str, float | None]:
    """The definitions of the figures in plain words, over plain rows."""
    seen_until = min(period.end, period.as_of + timedelta(days=1)) if period.as_of < period.today else period.end
    closed = [
        deal for deal in world.deals
        if deal.closed and period.start <= deal.closed < seen_until
        and world.counts(scope, deal.now("owner"), deal.closed)
    ]  # fmt: skip
    won, lost = ([deal for deal in closed if deal.state == state] for state in ("won", "lost"))
    on_close = {deal.number: world.exchanged(deal, deal.now("amount"), deal.closed or TODAY) for deal in closed}
    priced = [amount for deal in won if (amount := on_close[deal.number]) is not None]
    revenue: int | None = sum(priced) if priced or not won else None
    opened = [
        deal for deal in world.deals
        if deal.is_open(period.as_of) and world.counts(scope, deal.at("owner", period.as_of), period.as_of)
    ]  # fmt: skip
    piped = [
        deal for deal in opened
        if isinstance(day := deal.at("expected_close", period.as_of), date) and day < period.end
    ]  # fmt: skip

    def total(deals: list[Told]) -> int | None:
        known = [world.worth(deal, deal.at("amount", period.as_of), period.as_of) for deal in deals]
        amounts = [amount for amount in known if amount is not None]
        return None if deals and not amounts else sum(amounts)

    def of(*categories: str) -> list[Told]:
        return [deal for deal in piped if (deal.category or "pipeline") in categories]

    def forecast(*categories: str, weighs: bool = False) -> float | None:
        deals, day = of(*categories), period.as_of
        if revenue is None or (total(deals) is None and not won):
            return None
        amounts = [
            (world.worth(deal, deal.at("amount", day), day) or 0)
            * Decimal(str(EXPERIENCE[str(deal.at("stage", day))] if weighs else 1))
            for deal in deals
        ]  # fmt: skip
        return revenue + round(sum(amounts))

    wanted = _target(world, period, scope)
    gap = None if wanted is None or revenue is None else max(0, wanted - revenue)
    values = {state: sum(
        world.worth(deal, deal.now("amount"), deal.closed or TODAY) or 0 for deal in deals
    ) for state, deals in (("won", won), ("lost", lost))}  # fmt: skip
    worth = values["won"] + values["lost"]
    days = [(deal.closed - deal.created).days for deal in won if deal.created and deal.closed]
    days = [taken for taken in days if taken >= 0]
    with_rate = [deal for deal in won if world.has_rate(deal, deal.now("amount"), deal.closed or TODAY)]
    amount = total(piped)
    return {
        "won_revenue": revenue, "won_count": len(won), "lost_count": len(lost), "target": wanted,
        "attainment": revenue / wanted if revenue is not None and wanted else None, "gap": gap,
        "open_count": len(opened), "open_amount": total(opened), "pipeline_count": len(piped),
        "pipeline_amount": amount, "coverage": amount / gap if amount is not None and gap else None,
        "weighted_forecast": forecast("commit", "best_case", "pipeline", weighs=True), "commit": forecast("commit"),
        "best_case": forecast("commit", "best_case"),
        "win_rate_count": len(won) / len(closed) if closed else None,
        "win_rate_amount": values["won"] / worth if worth > 0 and 0 <= values["won"] <= worth else None,
        "sales_cycle_mean": mean(days) if days else None, "sales_cycle_median": median(days) if days else None,
        "average_deal": revenue / len(with_rate) if revenue is not None and with_rate else None,
    }  # fmt: skip


def _target(world: World, period: Period, scope: Scope) -> int | None:
    found = []
    for month in period.months:
        last = min(month.last_day, max(period.as_of, month.start))
        found += [
            value for (of_month, person), value in world.targets.items()
            if of_month == str(month) and world.counts(scope, person, last)
        ]  # fmt: skip
    return sum(found) if found else None


@pytest.mark.parametrize("seed", range(6))
def test_figures_are_what_plain_python_says(builder: Builder, seed: int) -> None:
    world = draw(builder, seed)
    periods = [Period.of(Month.of(TODAY), TODAY)]
    periods += [Period.of(Month.of(TODAY).plus(-ago), TODAY) for ago in (1, 2, 4)]
    periods += [
        Period.of(Month.of(TODAY), TODAY, as_of=date(2026, 11, 9)),
        Period.of(Month.parse("2026-07"), TODAY, Month.parse("2026-10")),
    ]
    compared = 0
    for period in periods:
        for scope, found in figures(builder.reader, period).items():
            for key, value in expected_figures(world, period, scope).items():
                assert agrees(found[key], value), (str(period.first), period.as_of, scope, key, found[key], value)
                compared += value is not None
    assert compared > 300


def agrees(found: Figure, value: float | None) -> bool:
    if found.value is None or value is None:
        return found.value is None and value is None and found.reason is not None
    if isinstance(value, int) and found.key != "weighted_forecast":
        return found.value == value  # money and counts are exact, however large
    return abs(found.value - value) <= 1e-9 * max(1.0, abs(value)) + (1 if found.key == "weighted_forecast" else 0)


def test_the_rows_behind_a_figure_are_the_deals_that_it_counts(builder: Builder) -> None:
    draw(builder, 99)
    for ago in (0, 1, 3):
        for found in figures(builder.reader, Period.of(Month.of(TODAY).plus(-ago), TODAY)).values():
            for key in ("won_count", "lost_count", "open_count", "pipeline_count", "win_rate_count"):
                figure = found[key]
                if figure.rows is None:
                    continue
                count = builder.reader.execute(figure.rows.count_sql(), figure.rows.parameters).fetchone()[0]
                assert count == (figure.n or 0), (ago, key)
