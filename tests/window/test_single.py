"""One cockpit per store: a second start brings the first window to the front and ends."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from cockpit.window.single import listen_for_second_start, raise_first_window

ASK = (
    "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication; a = QCoreApplication([]);"
    " from cockpit.window.single import raise_first_window; print(raise_first_window(Path(sys.argv[1])))"
)


def test_a_second_start_raises_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "team.sqlite"
    window = QMainWindow()
    qtbot.addWidget(window)
    window.showMinimized()
    listener = listen_for_second_start(path, window)
    assert listener is not None
    second = subprocess.Popen([sys.executable, "-c", ASK, str(path)], stdout=subprocess.PIPE, text=True)
    qtbot.waitUntil(lambda: not window.isMinimized(), timeout=20_000)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.stdout is not None
    with second.stdout:
        assert second.stdout.read().strip() == "True"
    listener.close()
    assert not raise_first_window(path)


def test_a_socket_left_by_a_crash_is_in_nobodys_way(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "team.sqlite"
    first, second = QMainWindow(), QMainWindow()
    qtbot.addWidget(first)
    qtbot.addWidget(second)
    assert listen_for_second_start(path, first) is not None
    assert listen_for_second_start(path, second) is not None


def test_the_second_start_of_the_program_says_who_holds_the_store(tmp_path: Path) -> None:
    """Where no window answers - the store is held by the command line - a sentence says so."""
    path = tmp_path / "team.sqlite"
    holding = (
        "import sys; from pathlib import Path; from cockpit.store.file import Store\n"
        "s = Store.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", holding, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None and holder.stdin is not None
    assert holder.stdout.readline().strip() == "open"
    second = subprocess.run(
        [sys.executable, "-m", "cockpit", "--language", "zh", "--store", str(path)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert second.returncode == 1
    assert str(holder.pid) in second.stderr and "Traceback" not in second.stderr
    holder.stdin.close()
    holder.wait()
    holder.stdout.close()
