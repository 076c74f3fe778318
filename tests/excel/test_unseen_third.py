"""A third set of exports, of managers' daily life, written by somebody who had not seen the recognition."""

from tests.excel.unseen.measuring import share, table
from tests.excel.unseen_second.measuring import measure_all, see_all
from tests.excel.unseen_third.measuring import THIRD_SET


def test_what_is_recognised_of_the_third_set_stays_recognised() -> None:
    measured = measure_all(THIRD_SET)

    assert share(measured) >= 96, table(measured)
    assert [(one.name, one.rows_lost) for one in measured if one.rows_lost] == []


def test_nothing_of_it_is_taken_for_what_it_is_not() -> None:
    assert {name: seen.wrong for name, seen in see_all(THIRD_SET).items() if seen.wrong} == {}
