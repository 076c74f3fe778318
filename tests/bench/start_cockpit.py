"""A start of the cockpit on a store, until the loop board shows its people. Prints when that was painted."""

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cockpit.window.application import open_window


def look(timer: QTimer) -> None:
    from cockpit.window.kit.tables import Table
    from cockpit.window.shell import Shell

    for window in QApplication.topLevelWidgets():
        if isinstance(window, Shell) and any(table.rows.rowCount() for table in window.findChildren(Table)):
            timer.stop()
            window.grab()
            print(json.dumps({"at": time.time()}), flush=True)
            window.close()
            QApplication.exit(0)


application = QApplication([])
timer = QTimer(interval=1)
timer.timeout.connect(lambda: look(timer))
timer.start()
open_window(Path(sys.argv[1]))
os._exit(0)
