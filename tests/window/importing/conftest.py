"""The real window on a store of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.store.file import Store
from cockpit.window.kit.theme import apply_theme
from cockpit.window.shell import Shell
from tests.window.importing.driving import settle


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, "light")
    made = Shell(Store.open(tmp_path / "cockpit.sqlite"))
    made.show()
    settle(made)
    yield made
    made.close()
