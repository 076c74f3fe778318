"""What changed between two days against plain Python over the same events, for random stores."""

import os
import tempfile
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

from attrs import define, field, frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cockpit.metrics import Period, Scope, figures, list_scopes
from cockpit.metrics.changed_deals import KINDS, MOVES, TERMS
from cockpit.metrics.what_changed import WhatChanged, what_changed
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TRIALS = 300 if os.environ.get("COCKPIT_TRIALS") == "full" else 30
BEGIN, TODAY = date(2026, 8, 20), date(2026, 11, 18)
LAST = (TODAY - BEGIN).days
LIST_PRICE = 7_000_00
RATES = {"USD": [(date(2026, 9, 1), 7_100_003), (date(2026, 10, 20), 7_250_000)]}
STAGES = ["线索", "需求", "方案", "合同"]
CLOSED = {"won": "赢单", "lost": "丢单"}

days = st.integers(0, LAST).map(lambda number: BEGIN + timedelta(days=number))
amounts = st.sampled_from([None, 0, 5_000_00, 8_000_00, 12_345_67, -3_000_00, 10**17])
closes = st.sampled_from([None, "2026-10-05", "2026-10-30", "2026-11-02", "2026-12-24", "2027-01-10"])
people = st.sampled_from([None, 0, 1, 2])
wanted_changes = st.one_of(
    st.tuples(st.just("stage"), st.sampled_from(STAGES)),
    st.tuples(st.just("amount"), amounts),
    st.tuples(st.just("expected_close"), closes),
    st.tuples(st.just("owner"), people),
    st.tuples(st.just("forecast_category"), st.sampled_from([None, "commit", "omitted"])),
    st.tuples(st.just("state"), st.sampled_from(["open", "won", "lost"])),
)


@frozen
class Drawn:
    """A deal as it is told to the store: first values, then changes by day."""

    created: date | None
    currency: str | None
    has_product: bool
    stage: str
    amount: int | None
    close: str | None
    owner: int | None
    changes: list[tuple[date, tuple[str, object]]]


drawn_deals = st.lists(
    st.builds(
        Drawn, st.one_of(st.none(), days), st.sampled_from([None, "CNY", "USD", "USD", "EUR"]), st.booleans(),
        st.sampled_from(STAGES), amounts, closes, people,
        st.lists(st.tuples(days, wanted_changes), max_size=6),
    ),
    max_size=9,
)  # fmt: skip


@define
class Told:
    """A deal with what it was from each day on; ``events`` are the changes that the history knows."""

    number: int
    drawn: Drawn
    events: list[tuple[date, str, object, object]] = field(factory=list)

    def at(self, name: str, day: date) -> object:
        """The value at the end of the day."""
        first = {
            "stage": self.drawn.stage, "amount": self.drawn.amount, "expected_close": self.drawn.close,
            "owner": self.drawn.owner, "forecast_category": None, "state": "open",
        }[name]  # fmt: skip
        return [first, *(new for since, what, _, new in self.events if what == name and since <= day)][-1]

    def is_open(self, day: date) -> bool:
        begun = self.drawn.created is None or self.drawn.created <= day
        return begun and self.at("state", day) == "open"

    def money(self, day: date, rate_of: date | None = None) -> int | None:
        """Its own amount at the rate of the day (or of ``rate_of``), else the list price; None without either, and in
        a currency without a rate. The 0 of a deal that is lost by now is what the CRM wrote then.
        """
        amount = self.at("amount", day)
        if amount is None or (amount == 0 and self.at("state", TODAY) == "lost"):
            return LIST_PRICE if self.drawn.has_product else None
        if self.drawn.currency in (None, "CNY"):
            return int(str(amount))
        rates = [rate for since, rate in RATES.get(str(self.drawn.currency), []) if since <= (rate_of or day)]
        return _half_away(int(str(amount)) * rates[-1]) if rates else None

    def has_no_rate(self, day: date) -> bool:
        """Its currency cannot be told in the store's on this day."""
        rates = RATES.get(str(self.drawn.currency), [])
        return self.drawn.currency not in (None, "CNY") and not any(since <= day for since, _ in rates)

    def own(self, day: date) -> int:
        return int(str(self.at("amount", day) or 0))

    @property
    def closed_on(self) -> date | None:
        if self.at("state", TODAY) == "open":
            return None
        return [day for day, what, _, _ in self.events if what == "state"][-1]


def _half_away(millionths: int) -> int:
    """To the next whole number, halves away from zero."""
    whole = (abs(millionths) + 500_000) // 1_000_000
    return whole if millionths >= 0 else -whole


@define
class World:
    """The store's deals, and who was in which team."""

    deals: list[Told]
    people: list[int]
    teams: dict[int, list[tuple[date, date, int]]]

    def counts(self, scope: Scope, owner: object, day: date) -> bool:
        if scope.kind == "all":
            return True
        if owner is None:
            return False
        person = self.people[int(str(owner))]
        if scope.kind == "person":
            return person == scope.id
        return any(start <= day < end and team == scope.id for start, end, team in self.teams[person])


def tell(builder: Builder, drawn: list[Drawn]) -> World:
    """Write the store and say what is in it. The third person changes teams in October."""
    teams = [builder.team("大客户部"), builder.team("直销部")]
    moved = date(2026, 10, 15)
    people = [builder.person(f"销售{number}") for number in range(3)]
    membership = {
        people[0]: [(date.min, date.max, teams[0])],
        people[1]: [(date.min, date.max, teams[1])],
        people[2]: [(date.min, moved, teams[0]), (moved, date.max, teams[1])],
    }
    builder.member(people[0], teams[0])
    builder.member(people[1], teams[1])
    builder.member(people[2], teams[0], None, moved.isoformat())
    builder.member(people[2], teams[1], moved.isoformat(), None)
    for currency, rates in RATES.items():
        for since, rate in rates:
            builder.add("exchange_rates", currency=currency, from_on=since.isoformat(), rate=rate)
    product = builder.add("products", name="平台", list_price=LIST_PRICE)
    return World([_tell(builder, one, people, product) for one in drawn], people, membership)


def _tell(builder: Builder, drawn: Drawn, people: list[int], product: int) -> Told:
    told = Told(0, drawn)
    for wish_day, (name, value) in sorted(drawn.changes, key=lambda change: change[0]):
        day = max(wish_day, drawn.created or BEGIN)
        state = told.at("state", TODAY)
        if state != "open" and name != "state":
            continue  # a closed deal stays as it is until it is opened again
        if name == "state" and value != state:
            before = told.at("stage", TODAY)
            told.events.append((day, "stage", before, "方案" if value == "open" else CLOSED[str(value)]))
        if told.at(name, TODAY) != value:
            told.events.append((day, name, told.at(name, TODAY), value))

    def owner_id(value: object) -> int | None:
        return None if value is None else people[int(str(value))]

    told.number = builder.deal(
        owner_id(told.at("owner", TODAY)), str(told.at("state", TODAY)), str(told.at("stage", TODAY)),
        amount=told.at("amount", TODAY), expected_close=told.at("expected_close", TODAY), currency=drawn.currency,
        forecast_category=told.at("forecast_category", TODAY), product_id=product if drawn.has_product else None,
        created_on=drawn.created.isoformat() if drawn.created else None,
        closed_on=told.closed_on.isoformat() if told.closed_on else None,
    )  # fmt: skip
    for day, name, old, new in told.events:
        if name == "owner":
            old, new = owner_id(old), owner_id(new)
        builder.history(told.number, name, old, new, day.isoformat())
    return told


@define
class Expected:
    start: int = 0
    end: int = 0
    money: defaultdict[str, int] = field(factory=lambda: defaultdict(int))
    deals: defaultdict[str, set[int]] = field(factory=lambda: defaultdict(set))
    unchanged: set[int] = field(factory=set)
    pushes: dict[int, tuple[int, int]] = field(factory=dict)


def expect(world: World, scope: Scope, first: date, last: date) -> Expected:
    """The definitions in plain words, deal by deal."""
    found = Expected()

    def note(kind: str, deal: Told, money: int) -> None:
        found.deals[kind].add(deal.number)
        found.money[kind] += money

    for deal in world.deals:
        owner_first, owner_last = deal.at("owner", first), deal.at("owner", last)
        was = deal.is_open(first) and world.counts(scope, owner_first, first)
        is_ = deal.is_open(last) and world.counts(scope, owner_last, last)
        before, after = deal.money(first) or 0, deal.money(last) or 0
        between = [event for event in deal.events if first < event[0] <= last]
        created_between = deal.drawn.created is not None and first < deal.drawn.created <= last
        closing = deal.closed_on if deal.closed_on and deal.closed_on <= last else last
        found.start += before if was else 0
        found.end += after if is_ else 0
        if was and is_:
            exchanged = deal.money(first, rate_of=last) or 0
            if exchanged != before:
                note("revalued", deal, exchanged - before)
            size = after - exchanged
            if not size and deal.has_no_rate(last):
                size = deal.own(last) - deal.own(first)
            if size:
                note("grown" if size > 0 else "shrunk", deal, after - exchanged)
            stages = [STAGES.index(str(deal.at("stage", day))) for day in (first, last)]
            if stages[0] != stages[1]:
                note("moved_on" if stages[1] > stages[0] else "moved_back", deal, 0)
            pushed = [
                day for day, name, old, new in deal.events
                if name == "expected_close" and old and new and str(old)[:7] < str(new)[:7] and day <= last
            ]  # fmt: skip
            if any(day > first for day in pushed):
                note("pushed", deal, 0)
                found.pushes[deal.number] = (len(pushed), len([day for day in pushed if day > first]))
            months = [str(deal.at("expected_close", day) or "")[:7] for day in (first, last)]
            if all(months) and months[1] < months[0]:
                note("pulled_in", deal, 0)
            if not between:
                found.unchanged.add(deal.number)
        elif is_:
            if created_between:
                note("new", deal, after)
            elif not deal.is_open(first) and world.counts(scope, owner_first, first):
                note("back", deal, after)
            else:
                note("taken_over", deal, after)
        elif was:
            if deal.is_open(last) or not world.counts(scope, owner_last, closing):
                note("handed_over", deal, -before)
            else:
                note(str(deal.at("state", last)), deal, -before)
        elif created_between and not deal.is_open(last) and world.counts(scope, owner_last, closing):
            note("closed_within", deal, 0)
    return found


def check(builder: Builder, world: World, scope: Scope, first: date, last: date) -> None:
    found = what_changed(builder.reader, first, last, scope, TODAY)
    expected = expect(world, scope, first, last)
    assert (found.start.value or 0, found.end.value or 0) == (expected.start, expected.end)
    for kind in KINDS:
        figure = found.figure(kind)
        assert figure.rows is not None
        behind = {row[0] for row in builder.reader.execute(figure.rows.ids_sql(), dict(figure.rows.parameters))}
        assert behind == expected.deals[kind], kind
        assert figure.n == len(expected.deals[kind])
        if kind in TERMS:
            assert (figure.value or 0) == expected.money[kind], kind
        else:
            assert figure.value == len(expected.deals[kind])
    assert {deal.id for deal in found.untouched} == expected.unchanged
    assert {deal.id: (deal.pushes.times, deal.pushes.lately) for deal in found.pushed if deal.pushes} == expected.pushes
    balances(builder, found)


def balances(builder: Builder, found: WhatChanged) -> None:
    """Start and terms make the end; start and end are what is said elsewhere of these days."""
    terms = [found.terms[term].value or 0 for term in TERMS]
    assert (found.start.value or 0) + sum(terms) == (found.end.value or 0)
    assert sum(deal.difference for deal in found.changes) == sum(terms)
    for day, figure in ((found.first, found.start), (found.last, found.end)):
        period = Period.of(Month.of(day), TODAY, as_of=day)
        elsewhere = figures(builder.reader, period, [found.scope], {"open_amount"})[found.scope]["open_amount"]
        assert (figure.value, figure.n, figure.estimated) == (elsewhere.value, elsewhere.n, elsewhere.estimated)
        assert figure.rows is not None
        assert builder.reader.execute(figure.rows.count_sql(), dict(figure.rows.parameters)).fetchone() == (figure.n,)


@settings(
    max_examples=TRIALS,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(drawn=drawn_deals, ends=st.lists(st.tuples(days, days), min_size=1, max_size=3))
def test_every_term_for_random_stores(drawn: list[Drawn], ends: list[tuple[date, date]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        builder = Builder(Path(folder) / "cockpit.sqlite")
        try:
            world = tell(builder, drawn)
            for one, other in [*ends, (BEGIN, TODAY)]:
                for scope in list_scopes(builder.reader):
                    check(builder, world, scope, min(one, other), max(one, other))
        finally:
            builder.close()


def test_the_moves_are_counts_and_the_terms_money(tmp_path: Path) -> None:
    builder = Builder(tmp_path / "cockpit.sqlite")
    found = what_changed(builder.reader, BEGIN, TODAY, list_scopes(builder.reader)[0], TODAY)
    assert {found.terms[term].unit for term in TERMS} == {"money"}
    assert {found.moves[move].unit for move in MOVES} == {"count"}
    assert (found.start.value, found.end.value, found.changes, found.unchanged.value) == (0, 0, [], 0)
    builder.close()
