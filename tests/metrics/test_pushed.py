"""Close dates pushed into later months, and deals that have never moved."""

from datetime import date

from cockpit.metrics import WHOLE_TEAM, Period, RowsQuery, Scope
from cockpit.metrics.pushed import pushed_board
from cockpit.metrics.scopes import read_roster
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

NOVEMBER = Period.of(Month(2026, 11), date(2026, 11, 24))


def ids(builder: Builder, rows: RowsQuery) -> set[int]:
    return {row[0] for row in builder.reader.execute(rows.ids_sql(), dict(rows.parameters))}


def test_pushes_count_by_calendar_month_and_never_fall(builder: Builder) -> None:
    seller = builder.person("陈佳", builder.team("KA"))
    often = builder.deal(seller, created_on="2026-08-01", expected_close="2026-12-31")
    within = builder.deal(seller, created_on="2026-08-01", expected_close="2026-11-30")
    for deal, old, new, day in (
        (often, None, "2026-10-10", "2026-08-01"),  # the first date is no push
        (often, "2026-10-10", "2026-11-05", "2026-10-02"),
        (often, "2026-11-05", "2026-10-20", "2026-10-03"),  # back again: the push stays
        (often, "2026-10-20", "2026-10-31", "2026-10-09"),  # within the month
        (often, "2026-10-31", "2026-12-31", "2026-11-01"),
        (within, "2026-11-01", "2026-11-30", "2026-10-30"),
    ):
        builder.history(deal, "expected_close", old, new, f"{day}T09:00:00")
    found = pushed_board(builder.reader, NOVEMBER, WHOLE_TEAM, read_roster(builder.reader))
    assert [(deal.deal_id, deal.times, deal.old, deal.new) for deal in found.pushed] == [
        (often, 2, "2026-10", "2026-12")
    ]
    assert ids(builder, found.pushed_rows) == {often}
    october = Period.of(Month(2026, 10), date(2026, 11, 24))
    (then,) = pushed_board(builder.reader, october, WHOLE_TEAM, read_roster(builder.reader)).pushed
    assert (then.times, then.old, then.new) == (1, "2026-10", "2026-11")


def test_never_moved_deals_stand_by_age_and_only_for_their_owner(builder: Builder) -> None:
    team = builder.team("KA")
    seller, other = builder.person("陈佳", team), builder.person("李文", team)
    young = builder.deal(seller, created_on="2026-11-20")
    old = builder.deal(seller, created_on="2026-01-24")
    undated = builder.deal(seller)
    moved = builder.deal(seller, stage="需求", created_on="2026-01-01")
    builder.history(moved, "stage", "线索", "需求", "2026-01-05T09:00:00")
    builder.history(old, "stage", None, "线索", "2026-01-24T09:00:00")  # where it began is no move
    foreign = builder.deal(other, created_on="2026-03-01")
    builder.deal(seller, "won", created_on="2026-01-01", closed_on="2026-11-02")
    found = pushed_board(builder.reader, NOVEMBER, Scope.person(seller), read_roster(builder.reader))
    assert [(deal.deal_id, deal.days) for deal in found.unmoved] == [(old, 304), (young, 4), (undated, None)]
    assert ids(builder, found.unmoved_rows) == {young, old, undated}
    everybody = pushed_board(builder.reader, NOVEMBER, WHOLE_TEAM, read_roster(builder.reader))
    assert foreign in {deal.deal_id for deal in everybody.unmoved}
