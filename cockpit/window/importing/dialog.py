"""The import dialog: choose files, see what would change, import, see what was done; nothing is written unseen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cockpit.language import tr
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.operations.import_preview import Preview, make_preview
from cockpit.operations.import_sections import Section, sections_of_report
from cockpit.operations.imports import (
    DayOrder,
    ImportReport,
    PastImport,
    apply_plan,
    let_go,
    past_imports,
    read_plan,
    save_refused,
)
from cockpit.operations.operation import Changes, undo
from cockpit.store.file import Store
from cockpit.window.importing.choosing import ChoosingView
from cockpit.window.importing.day_order import DayOrderQuestion
from cockpit.window.importing.sections import SectionsView
from cockpit.window.importing.strip import Strip
from cockpit.window.kit import background
from cockpit.window.kit.cards import GRID, button, divider, label

if TYPE_CHECKING:
    from cockpit.window.shell import Shell

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FILE_KINDS = "*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt"


def import_with_preview(shell: Shell, paths: Sequence[Path] | None = None) -> ImportDialog:
    """Open the dialog over the window, reading ``paths`` at once if they are given; the one that is open, if one is."""
    for open_one in shell.findChildren(ImportDialog):
        if open_one.isVisible():
            open_one.raise_()
            if paths:
                open_one.read(paths)
            return open_one
    dialog = ImportDialog(shell)
    dialog.open()
    if shell.view.only_person is not None:
        dialog.refuse_behind_shield()
    elif paths:
        dialog.read(paths)
    return dialog


class _Moved(QObject):
    """Carries progress from a worker to the window's thread.

    It belongs to nobody: the dialog may be closed, and gone, while a worker still tells how far it is, so whoever
    tells holds it too. The worker's hold is let go in the window's thread, with its job.
    """

    moved = Signal(int, str)

    def tell(self, done: int, _: int, words: str) -> None:
        """Called on the worker: so many of a hundred are done."""
        self.moved.emit(done, words)


class ImportDialog(QDialog):
    """``state`` is "choosing", "reading", "preview", "writing", "report" or "undoing"."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(tr("导入"))
        self.setAcceptDrops(True)
        self._shell = shell
        self._paths: list[Path] = []
        self._order: DayOrder | None = None
        self._asked_order = False
        self._stop = Event()
        self._latest = background.Latest(self)
        self._preview: Preview | None = None
        self._report: ImportReport | None = None
        self._done: list[Section] = []
        self._month: Month | None = None
        self._primary: QPushButton | None = None
        self.state = "choosing"
        self._moved = _Moved()
        self._moved.moved.connect(self._show_progress)

        self._title, self._words = label("", "title"), label("", "quiet-usual")
        self.strip = Strip()
        self.question = DayOrderQuestion(self._choose_order)
        self.choosing = ChoosingView(self.choose_files, self._show_past)
        self.bar, self._doing = QProgressBar(), label("", "quiet-usual")
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        self.sections = SectionsView(self._save_refused)
        self._stack = QStackedWidget()
        for view in (self.choosing, self._waiting(), self.sections):
            self._stack.addWidget(view)
        self._hint = label("", "quiet")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GRID)
        self._lay_out()
        self.resize(min(1160, shell.width() - 80), min(720, shell.height() - 80))
        self._choose_again()

    # --- what the user does -----------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Ask for files with the system's own dialog, and read them."""
        start = str(self._paths[0].parent) if self._paths else str(Path.home())
        chosen, _ = QFileDialog.getOpenFileNames(
            self, tr("选择要导入的文件"), start, tr("工作簿和文本") + f" ({FILE_KINDS});;" + tr("所有文件") + " (*)"
        )
        if chosen:
            self.read([Path(path) for path in chosen])

    def read(self, paths: Sequence[Path]) -> None:
        """Read files on a worker and show what importing them would do."""
        if self.state in ("writing", "undoing") or self._shell.view.only_person is not None:
            return
        self._paths, self._order, self._asked_order = list(paths), None, False
        self._read()

    def start_import(self) -> None:
        """Write what the preview shows."""
        preview, today = self._preview, self._shell.view.today
        if preview is None or self.state != "preview" or not preview.changes_something:
            return
        self._stop = stop = Event()
        moved = self._moved
        done: list[tuple[ImportReport, list[Section]]] = []

        def write(store: Store) -> Changes:
            changes, report = apply_plan(store, preview.plan, today=today, stop=stop, progress=moved.tell)
            # Of a file full of refused rows the lists are long: they are made here, and not in the window's thread.
            done.append((report, sections_of_report(report.as_json())))
            return changes

        self._wait("writing", tr("正在导入"))
        self._shell.perform(write, lambda _: self._show_done(*done[0]), failed=self._not_written)

    def stop(self) -> None:
        """Stop reading or writing; nothing will have been written."""
        self._stop.set()
        if self.state == "reading":
            self._latest.cancel()
            self._choose_again()
        else:
            self._doing.setText(tr("正在停止…"))

    def undo_import(self) -> None:
        """Take the import back, as Ctrl+Z would."""
        report = self._report
        if self.state != "report" or report is None:
            return
        self._wait("undoing", tr("正在撤销"))
        self._shell.perform(
            undo,
            lambda _: self._choose_again(tr("已撤销,数据和导入前一样。"), is_good=True),
            failed=lambda error: self._show_done(report, self._done, str(error)),
        )

    def reject(self) -> None:
        """Esc: stops what is under way first."""
        if self.state == "writing":
            self.stop()
        if self.state in ("writing", "undoing"):
            return
        self._stop.set()
        self._latest.cancel()
        self._forget_preview()
        super().reject()

    def refuse_behind_shield(self) -> None:
        """An import shows everybody's figures."""
        self._choose_again(tr("面谈正在进行,导入会看到别人的数字。先结束面谈,或按 F9 放下遮护。"))
        self.choosing.choose.setEnabled(False)

    # --- states -----------------------------------------------------------------------------------------------

    def _choose_again(self, problem: str = "", *, is_good: bool = False) -> None:
        self.state, self._report = "choosing", None
        self._forget_preview()
        self._say_title(tr("导入"), "")
        self._say(problem, is_good=is_good)
        self.question.hide()
        self._stack.setCurrentWidget(self.choosing)
        self.choosing.show_past(past_imports(self._shell.readers().here()))
        self._set_buttons("", button(tr("关闭"), self.reject))
        self._primary = None
        self.choosing.setFocus()

    def _read(self) -> None:
        self._wait("reading", tr("正在读文件"))
        self._stop = stop = Event()
        paths, order, moved = self._paths, self._order, self._moved
        today, readers = self._shell.view.today, self._shell.readers()

        def work() -> Preview:
            connection = readers.here()
            plan = read_plan(connection, paths, today, moved.tell, day_order=order, stop=stop)
            return make_preview(plan, connection)

        self._latest.run(work, self._show_preview, lambda error: self._choose_again(str(error)))

    def _wait(self, state: str, words: str) -> None:
        self.state = state
        self._say_title(words, self._file_names())
        self._say("")
        self.question.hide()
        # How far an undo is nobody knows: the bar only moves.
        self.bar.setRange(0, 0 if state == "undoing" else 100)
        self.bar.setValue(0)
        self._doing.setText("")
        self._stack.setCurrentIndex(1)
        self._primary = None
        if state == "undoing":
            self._set_buttons("")
            return
        stop = button(tr("停止"), self.stop)
        self._set_buttons("", stop)
        # Enter begins to write; pressed twice it must not stop it as well. Esc stops, Tab leads to the button.
        (self if state == "writing" else stop).setFocus()

    def _show_progress(self, done: int, words: str) -> None:
        if self.state in ("reading", "writing") and not self._stop.is_set():
            self.bar.setValue(done)
            self._doing.setText(words)

    def _show_preview(self, preview: Preview, problem: str = "") -> None:
        if self._preview is not preview:
            self._forget_preview()
        self.state, self._preview = "preview", preview
        totals = preview.report.totals
        self._say_title(tr("导入预览"), _counts(preview.report))
        self._say(problem)
        self._asked_order = self._asked_order or bool(preview.open_day)
        if preview.open_day:
            self.question.ask(preview.open_day)
        self.question.setVisible(self._asked_order)
        self.sections.show_sections(preview.sections, can_save=totals.refused > 0)
        self._stack.setCurrentWidget(self.sections)
        other = button(tr("换文件…"), self.choose_files)
        if preview.changes_something:
            self._primary = button(tr("导入"), self.start_import, "primary")
            self._set_buttons(tr("按 Enter 导入,导入后可以撤销"), other, button(tr("取消"), self.reject), self._primary)
        else:
            self._primary = button(tr("关闭"), self.reject, "primary")
            nothing_new = tr("文件里的内容驾驶舱里都有了,没有要导入的。")
            words = tr("没有能导入的行。") if totals.refused and not totals.unchanged else nothing_new
            if preview.open_day:
                words = tr("先选日期怎么读。")
            self._set_buttons(words, other, self._primary)
        if self.question.isVisibleTo(self) and preview.open_day:
            self.question.setFocus()
        else:
            self.sections.setFocus()

    def _not_written(self, error: BaseException) -> None:
        if self._preview is not None:
            self._show_preview(self._preview, str(error))

    def _show_done(self, report: ImportReport, sections: list[Section], problem: str = "") -> None:
        last = self._preview.last_closed if self._preview else ""
        self.state, self._report = "report", report
        self._forget_preview()
        self._done = sections
        self._show_report(sections, can_save=bool(report.problems))
        self._say_title(tr("导入报告"), _counts(report))
        self._say(problem or tr("已导入 {name}。", name=self._file_names()), is_good=not problem)
        buttons = [button(tr("撤销这次导入"), self.undo_import)]
        self._month = Month.parse(last[:7]) if last else None
        if self._month is not None and self._month < self._shell.view.month:
            buttons.append(button(tr("看 {month}", month=formats.month_text(self._month.start)), self._look_at_month))
        self._primary = button(tr("完成"), self.accept, "primary")
        self._set_buttons("", *buttons, self._primary)
        self.sections.setFocus()

    def _look_at_month(self) -> None:
        """What was imported is of the past: look there, and not at an empty month."""
        if self._month is not None:
            self._shell.choose_month(self._month)
        self.accept()

    def _show_past(self, past: PastImport) -> None:
        self.state = "report"
        self._show_report(sections_of_report(past.report), can_save=False)
        self._say(tr("已撤销") if past.is_undone else "", is_good=True)
        back = button(tr("返回"), self._choose_again)
        self._primary = button(tr("关闭"), self.reject, "primary")
        self._set_buttons("", back, self._primary)
        self._say_title(tr("导入报告"), past.file_name)
        self.sections.setFocus()

    def _show_report(self, sections: list[Section], *, can_save: bool) -> None:
        self.question.hide()
        self.sections.show_sections(sections, can_save=can_save)
        self._stack.setCurrentWidget(self.sections)

    def _choose_order(self, order: DayOrder) -> None:
        self._order = order
        self._read()

    def _save_refused(self) -> None:
        report = self._report or (self._preview.report if self._preview else None)
        if report is None:
            return
        start = self._paths[0].with_name(self._paths[0].stem + "-" + tr("拒绝的行") + ".xlsx")
        chosen, _ = QFileDialog.getSaveFileName(self, tr("存成工作簿"), str(start), "*.xlsx")
        if not chosen:
            return
        path = Path(chosen) if chosen.lower().endswith(".xlsx") else Path(chosen + ".xlsx")
        self._latest.run(
            lambda: save_refused(report, path),
            lambda n: self._say(tr("已存 {n} 行到 {name},改好后可以再导入。", n=n, name=path.name), is_good=True),
            lambda error: self._say(str(error)),
        )

    def _forget_preview(self) -> None:
        preview, self._preview = self._preview, None
        if preview is not None:
            self.sections.clear()
            plan = preview.plan
            background.run(lambda: let_go(plan), lambda _: None, owner=self._shell)

    # --- inside -----------------------------------------------------------------------------------------------

    def _file_names(self) -> str:
        names = [path.name for path in self._paths]
        return tr("、").join(names[:3]) + (" …" if len(names) > 3 else "")

    def _say_title(self, title: str, words: str) -> None:
        self._title.setText(title)
        self._words.setText(words)

    def _say(self, words: str, *, is_good: bool = False) -> None:
        self.strip.say(words, "ok" if is_good else "act")

    def _set_buttons(self, hint: str, *buttons: QPushButton) -> None:
        while taken := self._buttons.takeAt(0):
            if widget := taken.widget():
                widget.hide()
                widget.deleteLater()
        self._hint.setText(hint)
        for one in buttons:
            one.setAutoDefault(False)
            self._buttons.addWidget(one)
            # The layout would show it only later, and what is not shown cannot have the focus.
            one.show()

    def _waiting(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(120, 0, 120, 0)
        column.setSpacing(2 * GRID)
        column.addStretch(2)
        self._doing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.bar)
        column.addWidget(self._doing)
        column.addStretch(3)
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, alignment=Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self._words, 1, alignment=Qt.AlignmentFlag.AlignBottom)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addWidget(self._hint, 1)
        foot.addLayout(self._buttons)
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 20, 24, 0)
        inside.setSpacing(12)
        inside.addLayout(head)
        inside.addWidget(self.strip)
        inside.addWidget(self.question)
        inside.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(14)
        column.addLayout(inside, 1)
        column.addWidget(divider())
        column.addLayout(foot)
        self.sections.accepted.connect(self._go_on)

    def _go_on(self) -> None:
        if self._primary is not None and self._primary.isEnabled():
            self._primary.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, else the one that leads on."""
        if event.key() in _ENTER:
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            else:
                self._go_on()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self.state not in ("reading", "writing", "undoing"):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.read(paths)


def _counts(report: ImportReport) -> str:
    totals = report.totals
    return tr(
        "新增 {added},变更 {changed},未变 {unchanged},拒绝 {refused}", added=formats.count(totals.added),
        changed=formats.count(totals.changed), unchanged=formats.count(totals.unchanged),
        refused=formats.count(totals.refused),
    )  # fmt: skip
