"""A second set of exports, written by somebody who had not seen the recognition: what is known of them stays known."""

from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.operations.imports import import_files
from cockpit.store.file import Store
from tests.excel.unseen.making import Export
from tests.excel.unseen.measuring import share, table
from tests.excel.unseen_second.made_by_hand import FUNNEL, NOT_FOR_IT, TAIWAN
from tests.excel.unseen_second.measuring import TODAY, measure_all, see_all


def test_what_is_recognised_of_the_second_set_stays_recognised() -> None:
    measured = measure_all()

    assert share(measured) >= 98, table(measured)
    assert [(one.name, one.rows_lost) for one in measured if one.rows_lost] == []


def test_nothing_is_taken_for_what_it_is_not() -> None:
    assert {name: seen.wrong for name, seen in see_all().items() if seen.wrong} == {}


@pytest.mark.parametrize("export", NOT_FOR_IT, ids=lambda export: export.name)
def test_a_list_of_visits_or_calls_is_no_list_of_deals(export: Export, tmp_path: Path) -> None:
    with Store.open(tmp_path / "cockpit.sqlite") as store, pytest.raises(CockpitError):
        import_files(store, [export.write(tmp_path)], today=TODAY)


@pytest.mark.parametrize(("export", "amount"), [(TAIWAN, 1_200_000), (FUNNEL, 1_200_000)], ids=["仟元", "万元"])
def test_amounts_count_in_the_unit_of_their_heading(export: Export, amount: int, tmp_path: Path) -> None:
    with Store.open(tmp_path / "cockpit.sqlite") as store:
        import_files(store, [export.write(tmp_path)], today=TODAY)

        assert store.connection.execute("SELECT amount FROM deals ORDER BY id").fetchone()[0] == amount * 100
