"""Exports that nobody tuned the import to: what a manager needs of them is recognised without a hand."""

from pathlib import Path

import pytest

from tests.excel.unseen.making import Export
from tests.excel.unseen.measuring import FIRST_SET, measure, measure_all, share, table


def test_almost_every_needed_column_is_recognised() -> None:
    measured = measure_all()

    assert share(measured) >= 95, table(measured)


@pytest.mark.parametrize("export", FIRST_SET, ids=lambda export: export.name)
def test_no_good_row_is_lost(export: Export, tmp_path: Path) -> None:
    measured = measure(export, tmp_path)

    assert measured.rows_lost == 0, measured
