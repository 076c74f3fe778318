"""A new store for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cockpit.store.file import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "cockpit.sqlite") as opened:
        yield opened
