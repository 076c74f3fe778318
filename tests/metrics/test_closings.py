"""Whether a cycle is closed, and what was frozen with it."""

from datetime import date

from cockpit.metrics.closings import read_closing
from cockpit.model.cycles import Month
from cockpit.operations.cycles import close_cycle, reopen_cycle
from tests.metrics.builder import Builder

OCTOBER = Month(2026, 10)


def test_a_cycle_is_closed_until_it_is_opened_again(builder: Builder) -> None:
    assert read_closing(builder.reader, OCTOBER, "team") is None
    close_cycle(builder.store, OCTOBER, date(2026, 11, 24))
    assert read_closing(builder.reader, OCTOBER, "team") is not None
    assert read_closing(builder.reader, OCTOBER.previous, "team") is None
    reopen_cycle(builder.store, OCTOBER, "补录一单")
    assert read_closing(builder.reader, OCTOBER, "team") is None


def test_what_was_frozen_stays_whatever_is_changed_after(builder: Builder) -> None:
    person = builder.person("陈佳")
    deal = builder.deal(person, "won", amount=12_345, closed_on="2026-10-10")
    builder.deal(builder.person("李雯"), "won", amount=100, closed_on="2026-10-10")
    close_cycle(builder.store, OCTOBER, date(2026, 11, 24))
    builder.connection.execute("UPDATE deals SET amount = 1 WHERE id = ?", (deal,))
    for scope, won in (("team", 124.45), ("person:陈佳", 123.45)):
        found = read_closing(builder.reader, OCTOBER, scope)
        assert found is not None
        assert (found.figures["won_revenue"], found.figures["attainment"]) == (won, None)
