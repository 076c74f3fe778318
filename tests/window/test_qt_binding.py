"""What the binding of Qt has to be right about: a release that is not kills the program after some thousand calls."""

import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

# From Python 3.12 on None is immortal, and its count says nothing.
counted = pytest.mark.skipif(sys.version_info >= (3, 12), reason="None has no count from Python 3.12 on")


@counted
def test_calls_that_return_nothing_keep_none_alive(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("")
    before = sys.getrefcount(None)
    for _ in range(1_000):
        label.setText("")
        label.update()
    assert sys.getrefcount(None) - before > -500
