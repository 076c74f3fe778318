"""The improvement actions that are shown as a workbook."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from cockpit.language import noop, tr
from cockpit.window.kit.export_button import ExportJob, GoOn


def actions_job(ids: Sequence[int]) -> ExportJob:
    """These actions, in this order."""

    def write(connection: sqlite3.Connection, path: Path, go_on: GoOn) -> int:
        from cockpit.operations.exports import export_actions

        return export_actions(connection, path, ids, go_on)

    return ExportJob(len(ids), tr("改进动作一览"), write, noop("{n} 个改进动作写到了 {path}"))
