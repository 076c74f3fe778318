"""A red line that is open blocks "may be skipped", on the day that is looked at."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cockpit.metrics import WHOLE_TEAM, Period
from cockpit.metrics.loop_board import read_loop_board
from cockpit.metrics.people_results import PersonResult, people_results
from cockpit.metrics.red_lines import list_red_lines, open_red_lines
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 24)
NOVEMBER = Period.of(Month(2026, 11), TODAY)


def winner(builder: Builder, name: str = "陈佳") -> int:
    person = builder.person(name)
    for month in ("2026-09", "2026-10", "2026-11"):
        builder.target(month, 100_000, person=person)
        builder.deal(person, "won", amount=150_000, closed_on=f"{month}-10")
    return person


def red_line(builder: Builder, person: int, day: str, settled: str | None = None, **values: object) -> int:
    values.setdefault("text", "收了客户的回扣")
    return builder.add("red_lines", person_id=person, happened_on=day, settled_on=settled, **values)


def result(builder: Builder, period: Period = NOVEMBER) -> PersonResult:
    (found,) = people_results(builder.reader, period, WHOLE_TEAM)
    return found


def test_an_open_red_line_blocks_skipping_and_is_named(builder: Builder) -> None:
    red_line(builder, winner(builder), "2026-11-03")
    found = result(builder)
    assert (found.standing, found.may_be_skipped) == ("at_risk", False)
    assert [reason.code for reason in found.reasons] == ["pace_good", "red_line"]
    assert "收了客户的回扣" in found.reasons[-1].sentence and "11-03" in found.reasons[-1].sentence
    (row,) = read_loop_board(builder.reader, NOVEMBER, WHOLE_TEAM)
    assert (row.cells["process"].state, row.cells["process"].text) == ("act", "红线未了结")
    assert "收了客户的回扣" in row.cells["process"].tip


def test_one_that_was_settled_later_was_open_then(builder: Builder) -> None:
    red_line(builder, winner(builder), "2026-09-20", "2026-11-02")
    told = [result(builder, Period.of(Month(2026, month), TODAY)).may_be_skipped for month in (9, 10, 11)]
    assert told == [False, False, True]
    last_open, first_free = date(2026, 11, 1), date(2026, 11, 2)
    assert open_red_lines(builder.reader, Period.of(Month(2026, 11), TODAY, as_of=last_open))
    assert not open_red_lines(builder.reader, Period.of(Month(2026, 11), TODAY, as_of=first_free))


def test_a_deleted_one_and_one_that_came_later_block_nothing(builder: Builder) -> None:
    person = winner(builder)
    red_line(builder, person, "2026-09-20", deleted_at="2026-09-21T00:00:00.000Z")
    red_line(builder, person, "2026-11-03")
    assert result(builder, Period.of(Month(2026, 10), TODAY)).may_be_skipped


def test_without_a_target_the_red_line_is_told_as_well(builder: Builder) -> None:
    red_line(builder, builder.person("新人"), "2026-11-03")
    assert [reason.code for reason in result(builder).reasons] == ["no_target", "red_line"]


def test_what_is_open_is_listed_first_then_the_newest(builder: Builder) -> None:
    person = winner(builder)
    for day, settled in (("2026-08-01", "2026-08-09"), ("2026-07-01", None), ("2026-10-01", "2026-10-09")):
        red_line(builder, person, day, settled)
    assert [line.happened_on.month for line in list_red_lines(builder.reader)[person]] == [7, 10, 8]


days = st.dates(date(2026, 9, 1), date(2026, 11, 24))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(st.tuples(days, st.none() | days), max_size=6), as_of=st.dates(date(2026, 11, 1), TODAY))
def test_open_ones_agree_with_plain_python(
    builder: Builder, lines: list[tuple[date, date | None]], as_of: date
) -> None:
    builder.connection.execute("DELETE FROM red_lines")
    person = builder.person("陈佳")
    for happened, settled in lines:
        red_line(builder, person, happened.isoformat(), settled and settled.isoformat())
    expected = sorted(one for one, settled in lines if one <= as_of and not (settled and settled <= as_of))
    found = open_red_lines(builder.reader, Period.of(Month(2026, 11), TODAY, as_of=as_of))
    assert [line.happened_on for line in found.get(person, [])] == expected
