"""The button that writes the rows shown to a workbook, says how far it is, and stops it."""

from array import array
from collections.abc import Callable
from pathlib import Path

from attrs import define
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QPushButton

from cockpit.language import tr
from cockpit.model import formats
from cockpit.window.kit import background
from cockpit.window.kit.page import Window


@define
class Exporting:
    """An export under way: how much of it is done, and whether it is still wanted."""

    share: float = 0.0
    wanted: bool = True


class ExportButton(QPushButton):
    """``shown`` gives the ids of the deals in the order shown."""

    def __init__(self, window: Window, shown: Callable[[], "array[int]"]) -> None:
        super().__init__()
        self.setProperty("kind", "secondary")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._window, self._shown = window, shown
        self.under_way: Exporting | None = None
        self._told = QTimer(self, interval=200)
        self._told.timeout.connect(self.retranslate)
        self.clicked.connect(lambda _=False: self._ask())
        self.retranslate()

    def retranslate(self) -> None:
        """What a click does now."""
        if self.under_way is None:
            self.setText(tr("导出 Excel"))
            self.setToolTip(tr("把表里的这些行写成一个工作簿"))
        else:
            self.setText(tr("已导出 {share} · 停", share=formats.share(self.under_way.share)))
            self.setToolTip(tr("停止导出"))

    def export_to(self, path: Path) -> None:
        """Write the rows that are shown to this file, on a worker."""
        from cockpit.operations.exports import export_deals

        ids, readers, under_way = self._shown(), self._window.readers(), Exporting()
        self.under_way = under_way
        self._told.start()
        self.retranslate()

        def over(words: str) -> None:
            self.under_way = None
            self._told.stop()
            self.retranslate()
            self._window.toast(words)

        def go_on(done: int) -> bool:
            under_way.share = done / max(1, len(ids))
            return under_way.wanted

        background.run(
            lambda: export_deals(readers.here(), ids, path, go_on),
            lambda count: over(tr("{n} 个商机写到了 {path}", n=count, path=path)),
            lambda error: over(str(error)),
            owner=self,
        )

    def _ask(self) -> None:
        if self.under_way is not None:
            self.under_way.wanted = False
            return
        proposed = str(Path.home() / f"{self._window.view.today.isoformat()}_{tr('商机')}.xlsx")
        chosen, _ = QFileDialog.getSaveFileName(self, tr("导出到"), proposed, "*.xlsx")
        if chosen:
            self.export_to(Path(chosen).with_suffix(".xlsx"))
