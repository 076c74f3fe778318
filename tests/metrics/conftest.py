"""A fresh store for each test of the numbers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.metrics.builder import Builder


@pytest.fixture
def builder(tmp_path: Path) -> Iterator[Builder]:
    built = Builder(tmp_path / "cockpit.sqlite")
    yield built
    built.close()
