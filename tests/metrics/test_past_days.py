"""What was open on a past day is worked out once, and again as soon as the store has changed."""

import sqlite3
from datetime import date

import pytest

from cockpit.metrics import WHOLE_TEAM, Period, figures
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 18)
KEYS = {"open_count", "open_amount", "pipeline_amount", "stalled_count"}


def october(builder: Builder, connection: sqlite3.Connection | None = None) -> dict[str, float | int | None]:
    period = Period.of(Month.parse("2026-10"), TODAY)
    found = figures(connection or builder.reader, period, [WHOLE_TEAM], KEYS)[WHOLE_TEAM]
    return {key: figure.value for key, figure in found.items()}


def test_a_change_is_seen_at_once(builder: Builder) -> None:
    person = builder.person("李雯", builder.team("直销部"))
    builder.deal(person, created_on="2026-09-01", expected_close="2026-10-20", amount=100_00)
    before = october(builder)
    assert before == october(builder)
    assert (before["open_count"], before["open_amount"], before["pipeline_amount"]) == (1, 100_00, 100_00)
    builder.deal(person, created_on="2026-09-05", expected_close="2026-10-25", amount=40_00)
    assert october(builder)["open_amount"] == 140_00
    # A writing connection would not notice its own changes: it looks every time.
    assert october(builder, builder.connection) == october(builder)
    builder.deal(person, created_on="2026-09-05", expected_close="2026-10-25", amount=1_00)
    assert october(builder, builder.connection)["open_amount"] == 141_00


def test_many_months_and_no_more_than_a_few_kept(builder: Builder) -> None:
    person = builder.person("李雯", builder.team("直销部"))
    builder.deal(person, created_on="2026-01-05", amount=100_00)
    for month in Month.parse("2026-01").through(Month.parse("2026-10")):
        period = Period.of(month, TODAY)
        assert figures(builder.reader, period, [WHOLE_TEAM], KEYS)[WHOLE_TEAM]["open_count"].value == 1
    kept = builder.reader.execute("SELECT count(*) FROM temp.sqlite_master WHERE type = 'table'").fetchone()[0]
    assert 1 <= kept <= 3


def test_a_month_can_be_read_while_another_query_is_under_way(builder: Builder) -> None:
    person = builder.person("李雯", builder.team("直销部"))
    for day in ("2026-01-05", "2026-01-06"):
        builder.deal(person, created_on=day, amount=100_00)
    october(builder)
    kept = builder.reader.execute("SELECT name FROM temp.sqlite_master").fetchone()[0]
    under_way = builder.reader.execute(f"SELECT id FROM temp.{kept}")
    assert under_way.fetchone()
    builder.deal(person, created_on="2026-09-05", amount=1_00)  # what was kept is out of date
    for month in Month.parse("2026-03").through(Month.parse("2026-10")):
        figures(builder.reader, Period.of(month, TODAY), [WHOLE_TEAM], KEYS)
    assert october(builder)["open_count"] == 3
    assert len(under_way.fetchall()) == 1, "and it goes on undisturbed"
    figures(builder.reader, Period.of(Month.parse("2026-02"), TODAY), [WHOLE_TEAM], KEYS)
    assert builder.reader.execute("SELECT count(*) FROM temp.sqlite_master WHERE type = 'table'").fetchone()[0] <= 3


def test_the_reader_still_writes_nothing(builder: Builder) -> None:
    october(builder)
    with pytest.raises(sqlite3.OperationalError):
        builder.reader.execute("INSERT INTO pipelines(name) VALUES ('x')")
    with pytest.raises(sqlite3.OperationalError):
        builder.reader.execute("CREATE TEMP TABLE x(a)")


def test_a_deal_that_was_lost_then_and_came_back_since_was_not_open_then(builder: Builder) -> None:
    person = builder.person("李雯", builder.team("直销部"))
    back = builder.deal(person, created_on="2026-08-01", amount=100_00)
    builder.history(back, "state", "open", "lost", "2026-09-10")
    builder.history(back, "state", "lost", "open", "2026-11-10")
    assert october(builder)["open_count"] == 0
    period = Period.of(Month.parse("2026-08"), TODAY)
    assert figures(builder.reader, period, [WHOLE_TEAM], KEYS)[WHOLE_TEAM]["open_count"].value == 1
    # Lost once more by now: between the two it was open, and before the first return it was not.
    again = builder.deal(person, "lost", created_on="2026-08-01", amount=50_00, closed_on="2026-11-15")
    for old, new, at in (
        ("open", "lost", "2026-09-10"),
        ("lost", "open", "2026-10-20"),
        ("open", "lost", "2026-11-15"),
    ):
        builder.history(again, "state", old, new, at)
    assert october(builder)["open_count"] == 1
    period = Period.of(Month.parse("2026-09"), TODAY)
    assert figures(builder.reader, period, [WHOLE_TEAM], KEYS)[WHOLE_TEAM]["open_count"].value == 0
