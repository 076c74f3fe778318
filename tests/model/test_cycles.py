"""Month arithmetic."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.model.cycles import Month


@pytest.mark.parametrize("text", ["2026-11", " 2026-11 ", "2026/11", "202611", "2026年11月"])
def test_parses_what_people_write(text: str) -> None:
    assert Month.parse(text) == Month(2026, 11)


@pytest.mark.parametrize("text", ["", "2026", "2026-13", "2026-00", "11-2026", "2026-11-24", "now"])
def test_refuses_the_rest(text: str) -> None:
    with pytest.raises(ValueError):
        Month.parse(text)


def test_limits_and_neighbours() -> None:
    december = Month(2026, 12)
    assert (december.start, december.end) == (date(2026, 12, 1), date(2027, 1, 1))
    assert december.last_day == date(2026, 12, 31)
    assert december.next == Month(2027, 1)
    assert Month(2027, 1).previous == december
    assert [str(month) for month in Month(2026, 11).through(Month(2027, 1))] == ["2026-11", "2026-12", "2027-01"]
    assert list(december.through(Month(2026, 11))) == []
    assert [Month(2026, number).quarter for number in (1, 3, 4, 12)] == [1, 1, 2, 4]
    assert date(2026, 12, 31) in december
    assert date(2027, 1, 1) not in december


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(-600, 600))
def test_moving_there_and_back(day: date, months: int) -> None:
    month = Month.of(day)
    assert month.plus(months).plus(-months) == month
    assert month.plus(months).months_since(month) == months
    assert Month.parse(str(month)) == month
    assert (month < month.plus(months)) == (months > 0)
