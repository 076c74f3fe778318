"""What all tests share: no display, no user folder, and the real inputs where they lie beside the project."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")


@pytest.fixture
def shared_data() -> Path:
    """The folder of real exports; a user of the project has none, so tests that need it skip and say so."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the folder of real inputs does not lie beside the project")
    return folder
