"""A third set of exports, of managers' daily life, written by somebody who had not seen the recognition."""

from tests.excel.unseen.measuring import share, table
from tests.excel.unseen_second.measuring import measure_all
from tests.excel.unseen_third.measuring import THIRD_SET


def test_what_is_recognised_of_the_third_set_is_measured() -> None:
    measured = measure_all(THIRD_SET)

    assert share(measured) > 0, table(measured)
