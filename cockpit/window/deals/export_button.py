"""The deals that are shown, in the order shown, as a workbook."""

import sqlite3
from array import array
from collections.abc import Callable
from pathlib import Path

from cockpit.language import noop, tr
from cockpit.window.kit.export_button import ExportButton, ExportJob, GoOn
from cockpit.window.kit.page import Window


def deals_export(window: Window, shown: Callable[[], "array[int]"]) -> ExportButton:
    """The button. ``shown`` gives the ids of the deals in the order shown."""

    def job() -> ExportJob:
        ids = shown()

        def write(connection: sqlite3.Connection, path: Path, go_on: GoOn) -> int:
            from cockpit.operations.exports import export_deals

            return export_deals(connection, ids, path, go_on)

        return ExportJob(len(ids), tr("商机"), write, noop("{n} 个商机写到了 {path}"))

    return ExportButton(window, job, noop("把表里的这些行写成一个工作簿;改好后可以再导入"))
