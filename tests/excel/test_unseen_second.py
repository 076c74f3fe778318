"""A second set of exports, written by somebody who had not seen the recognition: what is known of them stays known."""

from tests.excel.unseen.measuring import share, table
from tests.excel.unseen_second.measuring import measure_all


def test_what_is_recognised_of_the_second_set_stays_recognised() -> None:
    measured = measure_all()

    assert share(measured) >= 81, table(measured)
