"""Whether a cycle is closed."""

from datetime import date

from cockpit.metrics.closings import closed_on
from cockpit.model.cycles import Month
from cockpit.operations.cycles import close_cycle, reopen_cycle
from tests.metrics.builder import Builder


def test_a_cycle_is_closed_until_it_is_opened_again(builder: Builder) -> None:
    october = Month(2026, 10)
    assert closed_on(builder.reader, october) is None
    close_cycle(builder.store, october, date(2026, 11, 24))
    assert closed_on(builder.reader, october) is not None
    assert closed_on(builder.reader, october.previous) is None
    reopen_cycle(builder.store, october, "补录一单")
    assert closed_on(builder.reader, october) is None
