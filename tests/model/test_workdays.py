"""Working days against the library, the decrees and the manager's own corrections."""

import subprocess
import sys
from datetime import date, timedelta

import holidays
import pytest

from cockpit.model.china_workdays import WEEKDAYS_OFF, WEEKENDS_WORKED
from cockpit.model.workdays import WorkCalendar

CHINA = WorkCalendar()


def test_the_table_agrees_with_the_library_on_every_day() -> None:
    assert list(WEEKDAYS_OFF) == list(WEEKENDS_WORKED)
    for year in WEEKDAYS_OFF:
        library = holidays.country_holidays("CN", years=year)
        for offset in range(date(year, 12, 31).timetuple().tm_yday):
            day = date(year, 1, 1) + timedelta(days=offset)
            assert CHINA.is_workday(day) == library.is_working_day(day), day


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 10, 1), False),  # National Day
        (date(2026, 10, 10), True),  # a Saturday worked for it
        (date(2026, 2, 28), True),  # a Saturday worked for Spring Festival
        (date(2026, 11, 28), False),  # a plain Saturday
        (date(2026, 11, 24), True),
    ],
)
def test_holidays_and_make_up_days(day: date, works: bool) -> None:
    assert CHINA.is_workday(day) is works


def test_counts_over_a_month_and_over_new_year() -> None:
    assert CHINA.count(date(2026, 11, 1), date(2026, 12, 1)) == 21
    assert CHINA.count(date(2025, 12, 30), date(2026, 1, 6)) == 4
    assert CHINA.workdays(date(2025, 12, 30), date(2026, 1, 6)) == [
        date(2025, 12, 30), date(2025, 12, 31), date(2026, 1, 4), date(2026, 1, 5),
    ]  # fmt: skip
    assert CHINA.count(date(2026, 12, 1), date(2026, 11, 1)) == 0


def test_corrections_win() -> None:
    corrected = WorkCalendar(overrides={date(2026, 11, 28): True, date(2026, 11, 24): False})
    assert corrected.is_workday(date(2026, 11, 28))
    assert not corrected.is_workday(date(2026, 11, 24))
    assert corrected.count(date(2026, 11, 1), date(2026, 12, 1)) == 21


def test_a_year_without_decree_is_said_to_be_unknown() -> None:
    assert CHINA.known_year(2026)
    assert not CHINA.known_year(2027)
    assert WorkCalendar(overrides={date(2027, 2, 6): True}).known_year(2027)
    assert WorkCalendar("US").known_year(2027)


def test_other_countries_and_none() -> None:
    assert not WorkCalendar("US").is_workday(date(2026, 7, 3))
    assert WorkCalendar("").is_workday(date(2026, 10, 1))
    assert WorkCalendar("XX").is_workday(date(2026, 10, 1))


def test_next_workday_skips_holidays() -> None:
    assert CHINA.next_workday(date(2026, 10, 1)) == date(2026, 10, 8)
    assert CHINA.next_workday(date(2026, 12, 31)) == date(2026, 12, 31)
    assert CHINA.next_workday(date(2027, 1, 1)).year == 2027


def test_the_first_page_does_not_wait_for_the_library() -> None:
    code = (
        "import sys; from datetime import date; from cockpit.model.workdays import WorkCalendar; "
        "WorkCalendar().count(date(2026, 11, 1), date(2026, 12, 1)); assert 'holidays' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_december_does_not_read_the_library_for_the_next_year() -> None:
    code = (
        "import sys; from datetime import date; from cockpit.model.workdays import WorkCalendar\n"
        "assert WorkCalendar().count(date(2026, 12, 1), date(2027, 1, 1)) == 23\n"
        "assert len(WorkCalendar().workdays(date(2026, 12, 1), date(2027, 1, 1))) == 23\n"
        "assert 'holidays' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
