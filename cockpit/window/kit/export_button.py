"""A button that writes what is shown to a workbook, says how far it is, and stops it."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from attrs import define, frozen
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QPushButton

from cockpit.language import noop, tr
from cockpit.model import formats
from cockpit.window.kit import background
from cockpit.window.kit.page import Window

GoOn = Callable[[int], bool]
_TIP = noop("导出成工作簿;改好后可以再导入")


@frozen
class ExportJob:
    """What is to be written: how many rows, the name to propose, and how; ``done`` says so, with {n} and {path}.

    ``write`` runs on a worker; it is given the store to read, the file, and whom to ask whether to go on.
    """

    rows: int
    name: str
    write: Callable[[sqlite3.Connection, Path, GoOn], int]
    done: str


@define
class Exporting:
    """An export under way: how much of it is done, and whether it is still wanted."""

    share: float = 0.0
    wanted: bool = True


class ExportButton(QPushButton):
    """``job`` is asked at every click for what is shown then."""

    def __init__(self, window: Window, job: Callable[[], ExportJob], tip: str = _TIP) -> None:
        super().__init__()
        self.setProperty("kind", "secondary")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._window, self._job, self._tip = window, job, tip
        self.under_way: Exporting | None = None
        self._told = QTimer(self, interval=200)
        self._told.timeout.connect(self.retranslate)
        self.clicked.connect(lambda _=False: self._ask())
        self.retranslate()

    def retranslate(self) -> None:
        """What a click does now."""
        if self.under_way is None:
            self.setText(tr("导出 Excel"))
            self.setToolTip(tr(self._tip))
        else:
            self.setText(tr("已导出 {share} · 停", share=formats.share(self.under_way.share)))
            self.setToolTip(tr("停止导出"))

    def export_to(self, path: Path) -> None:
        """Write what is shown to this file, on a worker."""
        job, readers, under_way = self._job(), self._window.readers(), Exporting()
        self.under_way = under_way
        self._told.start()
        self.retranslate()

        def over(words: str) -> None:
            self.under_way = None
            self._told.stop()
            self.retranslate()
            self._window.toast(words)

        def go_on(done: int) -> bool:
            under_way.share = done / max(1, job.rows)
            return under_way.wanted

        background.run(
            lambda: job.write(readers.here(), path, go_on),
            lambda count: over(tr(job.done, n=count, path=path)),
            lambda error: over(str(error)),
            owner=self,
        )

    def _ask(self) -> None:
        if self.under_way is not None:
            self.under_way.wanted = False
            return
        proposed = str(Path.home() / f"{self._window.view.today.isoformat()}_{self._job().name}.xlsx")
        chosen, _ = QFileDialog.getSaveFileName(self, tr("导出到"), proposed, "*.xlsx")
        if chosen:
            self.export_to(Path(chosen).with_suffix(".xlsx"))
