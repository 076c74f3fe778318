"""Writing the workbook from the window: where to, how far it is, and what to do with it afterwards."""

import re
from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QProgressBar, QWidget

from cockpit.language import tr
from cockpit.model.cycles import Month
from cockpit.operations.reviews import write_review
from cockpit.window.kit import background
from cockpit.window.kit.cards import GRID, button, label, restyle
from cockpit.window.kit.page import Readers, View


class _Stopped(Exception):
    """Nobody wants the workbook any more."""


def file_name(month: Month, scope_label: str) -> str:
    """ "2026-11_月度复盘_全部团队.xlsx", without what a file system refuses."""
    scope = re.sub(r'[\\/:*?"<>|\x00-\x1f\s]+', " ", scope_label).strip(" .") or "-"
    return f"{month}_{tr('月度复盘')}_{scope}.xlsx"


class ExportBar(QFrame):
    """A line that is there while a workbook is written, and until the next one: progress, then where it lies."""

    progressed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.dialog: QFileDialog | None = None
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self._path: Path | None = None
        self._job: background.Job[object] | None = None
        self._stop_asked = Event()
        self._words = label("", "quiet-usual")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(200)
        self._bar.setTextVisible(False)
        self.stop_button = button("", self.stop, "link")
        self.open_button = button("", self._open_file, "link")
        self.folder_button = button("", self._open_folder, "link")
        self.hide_button = button("", self.hide, "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, GRID, 16, GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(self._words)
        row.addWidget(self._bar)
        row.addWidget(self.stop_button)
        row.addStretch(1)
        for widget in (self.open_button, self.folder_button, self.hide_button):
            row.addWidget(widget)
        self.progressed.connect(self._show_progress)
        self.hide()
        self.retranslate()

    @property
    def is_writing(self) -> bool:
        """A workbook is under way."""
        return self._job is not None

    @property
    def words(self) -> str:
        """What is said now."""
        return self._words.text()

    def retranslate(self) -> None:
        """The fixed texts."""
        self.stop_button.setText(tr("停止"))
        self.open_button.setText(tr("打开"))
        self.folder_button.setText(tr("打开文件夹"))
        self.hide_button.setText(tr("收起"))
        self._bar.setAccessibleName(tr("导出进度"))

    def ask(self, view: View, readers: Readers, ended: Callable[[], None]) -> None:
        """Choose where to, then write; ``ended`` is called when it is done, was stopped, or failed."""
        if self.is_writing:
            return
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.raise_()
            return
        dialog = self.dialog = QFileDialog(self.window(), tr("导出月度复盘"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr("Excel 工作簿 (*.xlsx)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.setDirectory(str(self._folder))
        dialog.selectFile(file_name(view.month, view.scope.label))
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen), view, readers, ended))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None

    def write(self, path: Path, view: View, readers: Readers, ended: Callable[[], None]) -> None:
        """Write the review of the view's cycle and scope to ``path``, on a worker."""
        if self.is_writing:
            return
        self._folder, self._path = path.parent, path
        stop = self._stop_asked = Event()

        def step(done: int, of: int) -> None:
            if stop.is_set():
                raise _Stopped
            self.progressed.emit(done, of)

        def task() -> bool:
            try:
                write_review(readers.here(), view.month, path, today=view.today, scope=view.scope, step=step)
            except _Stopped:
                return False
            return True

        def done(finished: object) -> None:
            self._settle(tr("已写好 {name}", name=path.name) if finished else tr("已停止,没有写文件。"), bool(finished))
            ended()

        def failed(error: BaseException) -> None:
            self._settle(str(error), False)
            restyle(self._words, "act")
            ended()

        restyle(self._words, "quiet-usual")
        self._words.setText(tr("正在写 {name}", name=path.name))
        self._bar.setRange(0, 0)
        for widget in (self._bar, self.stop_button):
            widget.show()
        for widget in (self.open_button, self.folder_button, self.hide_button):
            widget.hide()
        self.show()
        self._job = background.run(task, done, failed, owner=self)

    def stop(self) -> None:
        """Nothing is written then: the file comes to its place as a whole, at the end."""
        self._stop_asked.set()

    def _show_progress(self, done: int, of: int) -> None:
        if self.is_writing:
            self._bar.setRange(0, of)
            self._bar.setValue(done)

    def _settle(self, words: str, written: bool) -> None:
        self._job = None
        # The focus goes on only from the button that goes away: somebody may be writing the comment meanwhile.
        had_focus = self.stop_button.hasFocus()
        self._words.setText(words)
        for widget in (self._bar, self.stop_button):
            widget.hide()
        for widget in (self.open_button, self.folder_button):
            widget.setVisible(written)
        self.hide_button.show()
        if had_focus:
            (self.folder_button if written else self.hide_button).setFocus()

    def _open_file(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))

    def _open_folder(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
