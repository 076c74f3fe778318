"""What all tests share: no display, no user folder, and the real inputs where they lie beside the project."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cockpit.language import choose_language
from cockpit.sample import make_sample
from cockpit.store.file import Store

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
# Where the user's window stood last is neither read nor written.
os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp(prefix="cockpit-tests-")

TODAY = date(2026, 11, 24)
"""The day on which the sample team of the tests lives: a Tuesday late in a month."""


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    """Every test begins in Chinese, whatever the one before chose."""
    yield
    choose_language("zh")


@pytest.fixture(autouse=True)
def _no_window_left() -> Iterator[None]:
    """What a test leaves open is gone before the next one: a dialog of a closed store would answer its keys."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None and widgets.QApplication.instance() is not None:
        for left in widgets.QApplication.topLevelWidgets():
            # What Qt made for itself is its own to delete: a layout of a scene keeps a widget that has no parent.
            if sys.modules["shiboken6"].createdByPython(left):
                left.hide()
                left.deleteLater()
        core = sys.modules["PySide6.QtCore"]
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def sample_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample team as of ``TODAY``, made once; not to be written to."""
    path = tmp_path_factory.mktemp("sample") / "sample.sqlite"
    with Store.open(path) as store:
        make_sample(store, TODAY)
    return path


@pytest.fixture
def sample_path(sample_made: Path, tmp_path: Path) -> Path:
    """The sample team in a store of the test's own."""
    return Path(shutil.copy(sample_made, tmp_path / "team.sqlite"))


@pytest.fixture
def shared_data() -> Path:
    """The folder of real exports; a user of the project has none, so tests that need it skip and say so."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the folder of real inputs does not lie beside the project")
    return folder
