"""A line that is there while a file is written, and until the next one: how far it is, stop, then where it lies."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QProgressBar, QWidget

from cockpit.language import tr
from cockpit.window.kit import background
from cockpit.window.kit.cards import GRID, button, label, restyle

Step = Callable[[int, int], None]
"""Told (done, of) by a task on its worker; it raises when nobody wants the file any more."""
Task = Callable[[Step], str]
"""Writes the file, on a worker; returns what is said then, "" for "written NAME"."""


class _Stopped(Exception):
    """Nobody wants the file any more."""


class WritingLine(QFrame):
    """One file at a time. The task writes beside the place and moves there as a whole: stopped, nothing is left."""

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
        self._words.setWordWrap(True)
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
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        for widget in (self.stop_button, self.open_button, self.folder_button, self.hide_button):
            row.addWidget(widget)
        self.progressed.connect(self._show_progress)
        self.hide()
        self.retranslate()

    @property
    def is_writing(self) -> bool:
        """A file is under way."""
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

    def ask_where(self, title: str, kinds: str, name: str, then: Callable[[Path], None]) -> None:
        """Choose where a file is to lie; ``kinds`` is a filter such as "PDF (*.pdf)"."""
        if self.is_writing:
            return
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.raise_()
            return
        dialog = self.dialog = QFileDialog(self.window(), title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([kinds])
        dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
        dialog.setDirectory(str(self._folder))
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None

    def begin(self, path: Path, task: Task, ended: Callable[[], None] = lambda: None) -> None:
        """Write ``path`` on a worker; ``ended`` is called when it is done, was stopped, or failed."""
        if self.is_writing:
            return
        self._folder, self._path = path.parent, path
        stop = self._stop_asked = Event()

        def step(done: int, of: int) -> None:
            if stop.is_set():
                raise _Stopped
            self.progressed.emit(done, of)

        def work() -> str | None:
            try:
                return task(step)
            except _Stopped:
                return None

        def done(said: object) -> None:
            written = said is not None
            self._settle(
                str(said or tr("已写好 {name}", name=path.name)) if written else tr("已停止,没有写文件。"), written
            )
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
        self._job = background.run(work, done, failed, owner=self)

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
