"""What the team page shows as a workbook: its people, or the year of targets."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from cockpit.language import noop, tr
from cockpit.metrics.target_grid import TargetGrid
from cockpit.window.kit.export_button import ExportJob, GoOn


def people_job(ids: Sequence[int]) -> ExportJob:
    """These people, in this order."""

    def write(connection: sqlite3.Connection, path: Path, go_on: GoOn) -> int:
        from cockpit.operations.exports import export_people

        return export_people(connection, path, ids, go_on)

    return ExportJob(len(ids), tr("人员"), write, noop("{n} 个人写到了 {path}"))


def targets_job(grid: TargetGrid) -> ExportJob:
    """The year of everybody who is in the grid, for every measure."""
    scopes = [row.scope for row in grid.rows]
    whose = [
        (scope.id if scope.kind == "person" else None, scope.id if scope.kind == "team" else None) for scope in scopes
    ]

    def write(connection: sqlite3.Connection, path: Path, go_on: GoOn) -> int:
        from cockpit.operations.exports import export_targets

        return export_targets(connection, path, [grid.year], whose, go_on)

    return ExportJob(len(whose), tr("销售目标"), write, noop("{n} 行目标写到了 {path}"))
