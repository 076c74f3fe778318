"""The import dialog: choose files, settle what is open in them, see what would change, import, see what was done.

Where everything is sure it opens at the preview; where something is open, at the step in which it is decided. Nothing
is written unseen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QPushButton

from cockpit.language import tr
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.operations.import_choices import Mode
from cockpit.operations.import_sections import Section, sections_of_report
from cockpit.operations.imports import ImportReport, PastedText, PastImport, past_imports, save_refused
from cockpit.operations.operation import undo
from cockpit.window.importing.choosing import ChoosingView
from cockpit.window.importing.frame import ImportFrame
from cockpit.window.importing.preview import PreviewView
from cockpit.window.importing.session import Begun, ImportSession
from cockpit.window.importing.steps import TITLES
from cockpit.window.importing.way import Way
from cockpit.window.kit import background
from cockpit.window.kit.cards import button

if TYPE_CHECKING:
    from cockpit.window.shell import Shell

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FILE_KINDS = "*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt"
BRIEF = 200
"""Milliseconds that a page stays in sight while what takes its place is worked out."""


def import_with_preview(shell: Shell, sources: Sequence[Path | PastedText] | None = None) -> ImportDialog:
    """Open the dialog over the window, or the one that is open, and read ``sources`` at once if they are given."""
    for open_one in shell.findChildren(ImportDialog):
        if open_one.isVisible():
            open_one.raise_()
            if sources:
                open_one.read(sources)
            return open_one
    dialog = ImportDialog(shell)
    dialog.open()
    if shell.view.only_person is not None:
        dialog.refuse_behind_shield()
    elif sources:
        dialog.read(sources)
    return dialog


def import_pasted(shell: Shell) -> ImportDialog:
    """Open the dialog with the table that lies on the clipboard."""
    dialog = import_with_preview(shell)
    dialog.paste()
    return dialog


class ImportDialog(ImportFrame):
    """``state`` is "choosing", "reading", "deciding", "preview", "writing", "report" or "undoing"."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self.session = ImportSession(shell, self)
        self.session.moved.connect(self._show_progress)
        self._saving, self._past = background.Latest(self), background.Latest(self)
        self._report: ImportReport | None = None
        self._done: list[Section] = []
        self._month: Month | None = None
        self._file_name, self._waiting_for = "", ""
        self.state = "choosing"
        self.way = Way(self, self.session, self.choose_files, self.paste)
        self.way.shown.connect(lambda: self._be("deciding"))
        self.way.preview_asked.connect(self._preview)
        self.way.left.connect(self.close_import)
        self.choosing = ChoosingView(self.choose_files, self.paste, self._show_past)
        self.preview_page = PreviewView(self._save_refused)
        self.add_page(self.preview_page)
        self.sections = self.preview_page.sections
        self.sections.accepted.connect(self.go_on)
        self.preview_page.options.changed.connect(self._allow)
        self._shown_late = QTimer(self, singleShot=True, interval=BRIEF)
        self._shown_late.timeout.connect(self._show_wait)
        self._add_keys()
        self._choose_again()

    def _add_keys(self) -> None:
        def on(keys: str, run: Callable[[], None]) -> None:
            QShortcut(QKeySequence(keys), self).activated.connect(run)

        on("Ctrl+V", self._paste_here)
        on("Ctrl+Z", self.undo_import)
        on("Alt+Left", lambda: self.way.one_step_back() if self._is_at_a_step else None)
        on("Ctrl+PgDown", lambda: self.way.other_table(1))
        on("Ctrl+PgUp", lambda: self.way.other_table(-1))
        for number in range(1, len(TITLES) + 1):
            on(f"Alt+{number}", lambda number=number: self._go_to_number(number))  # type: ignore[misc]

    @property
    def _is_at_a_step(self) -> bool:
        return self.state in ("deciding", "preview")

    def _be(self, state: str) -> None:
        self.state = state

    def _go_to_number(self, number: int) -> None:
        if self._is_at_a_step:
            self.way.go_to_number(number)

    # --- what the user does -----------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Ask for files with the system's own dialog, and read them."""
        chosen, _ = QFileDialog.getOpenFileNames(
            self, tr("选择要导入的文件"), str(self._folder()),
            tr("工作簿和文本") + f" ({FILE_KINDS});;" + tr("所有文件") + " (*)",
        )  # fmt: skip
        if chosen:
            self.read([Path(path) for path in chosen])

    def paste(self) -> None:
        """Read the table on the clipboard."""
        if self._shell.view.only_person is not None:
            return
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.read([PastedText(text)])
        else:
            self.say(tr("剪贴板里没有表格。") + tr("在 Excel 里选中带表头的单元格,复制后再粘贴。"))

    def read(self, sources: Sequence[Path | PastedText]) -> None:
        """Read files on a worker; then show what importing them would do, or what has to be decided first."""
        if self.state in ("writing", "undoing") or self._shell.view.only_person is not None:
            return
        self.way.forget()
        self.session.open(sources, self._begin, lambda error: self._choose_again(str(error)))
        self._file_name = self.session.names
        self._wait("reading", tr("正在读文件"))

    def go_on(self) -> None:
        """Enter: to the next step with something open, else to the preview; from there, import."""
        if self.state == "deciding":
            self.way.go_on()
        elif self.state in ("preview", "report") and self.primary is not None:
            self.primary.click()

    def start_import(self) -> None:
        """Write what the preview shows."""
        preview = self.session.preview
        if preview is None or self.state != "preview" or not preview.changes_something or not self.session.is_planned:
            return
        self._wait("writing", tr("正在导入"))
        self.session.write(self._show_done, self._not_written)

    def stop(self) -> None:
        """Stop reading or writing; nothing will have been written."""
        if self.state != "reading":
            self.session.stop.set()
            self.doing.setText(tr("正在停止…"))
            return
        self.session.stop_reading()
        self._shown_late.stop()
        if self.session.opened is None:
            self._choose_again()
        else:
            self.way.back_from_the_preview()

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
        """Esc: stops what is under way, else goes back to where one came from, else closes."""
        if self.state in ("reading", "writing"):
            self.stop()
        elif self._is_at_a_step and self.way.can_go_back:
            self.way.back()
        elif self.state != "undoing":
            self.close_import()

    def close_import(self) -> None:
        """Leave, whatever was decided."""
        self.session.forget()
        super().reject()

    def refuse_behind_shield(self) -> None:
        """An import shows everybody's figures."""
        self._choose_again(tr("面谈正在进行,导入会看到别人的数字。先结束面谈,或按 F9 放下遮护。"))
        self.choosing.refuse()

    # --- choosing, reading, writing ---------------------------------------------------------------------------

    def _choose_again(self, problem: str = "", *, is_good: bool = False) -> None:
        self.state, self._report = "choosing", None
        self._shown_late.stop()
        self.way.forget()
        self.session.forget()
        self.sections.clear()
        self.say_title(tr("导入"), "")
        self.say(problem, "ok" if is_good else "act")
        self.hide_steps()
        self.show_page(self.choosing)
        readers = self._shell.readers()
        # The reports of a year are long: they are read beside the window.
        self._past.run(lambda: past_imports(readers.here()), self.choosing.show_past)
        self.set_buttons("", button(tr("关闭"), self.reject))
        self.choosing.setFocus()

    def _begin(self, begun: Begun) -> None:
        self.way.begin(begun.table, begun.step)

    def _wait(self, state: str, words: str, *, late: bool = False) -> None:
        """``late``: what is seen stays for a moment, as the wait may be shorter than that."""
        self.state, self._waiting_for = state, words
        self._shown_late.start() if late else self._show_wait()

    def _show_wait(self) -> None:
        self.show_waiting(self._waiting_for, self._file_name, is_measured=self.state != "undoing")
        if self.state == "undoing":
            self.set_buttons("")
            return
        stop = button(tr("停止"), self.stop)
        self.set_buttons("", stop)
        # Enter begins to write; pressed twice it must not stop it as well. Esc stops, Tab leads to the button.
        (self if self.state == "writing" else stop).setFocus()

    def _show_progress(self, done: int, words: str) -> None:
        if self.state in ("reading", "writing") and not self.session.stop.is_set():
            self.bar.setValue(done)
            self.doing.setText(words)

    # --- the preview ------------------------------------------------------------------------------------------

    def _preview(self) -> None:
        """What is decided now as a preview, made anew where the one that is there is older."""
        if self.session.is_planned:
            self._show_preview()
            return
        self.session.plan(self._show_preview, self._not_planned)
        self._wait("reading", tr("正在和已有的数据比对"), late=True)

    def _not_planned(self, error: BaseException) -> None:
        self._shown_late.stop()
        self.way.back_from_the_preview()
        self.say(str(error))

    def _show_preview(self, problem: str = "") -> None:
        preview = self.session.preview
        assert preview is not None
        self._shown_late.stop()
        if self.way.stops_at_conflicts():
            return
        had_options = self.preview_page.options.isAncestorOf(self.focusWidget() or self)
        self.state = "preview"
        self.say_title(tr("导入预览"), _counts(preview.report))
        remembered = any(look.used and look.is_remembered for look in self.session.looks) and not self.session.choices
        self.say(problem)
        if remembered and not problem:
            self.say(tr("和上次一样的格式,沿用了上次的对应。"), "ok")
        totals, options = preview.report.totals, self.session.options
        self.sections.show_sections(preview.sections, can_save=totals.refused > 0)
        self.preview_page.options.show_options(options.mode, erase_blanks=options.erase_blanks)
        self.preview_page.options.show()
        self.show_page(self.preview_page)
        self.way.show_steps_of_preview()
        back = [button(tr("返回"), self.reject)] if self.way.can_go_back else []
        if preview.changes_something:
            self.set_buttons(
                tr("Enter 导入,导入后可以撤销 · Alt+3 改列的对应"), *back, button(tr("取消"), self.close_import),
                primary=button(tr("导入"), self.start_import, "primary"),
            )  # fmt: skip
        else:
            nothing_new = tr("文件里的内容驾驶舱里都有了,没有要导入的。")
            words = tr("没有能导入的行。") if totals.refused and not totals.unchanged else nothing_new
            self.set_buttons(words, *back, primary=button(tr("关闭"), self.close_import, "primary"))
        if not had_options:
            self.sections.setFocus()

    def _allow(self, mode: Mode, erase_blanks: bool) -> None:
        if self.state == "preview":
            self.session.allow(mode, erase_blanks=erase_blanks)
            self._preview()

    def _not_written(self, error: BaseException) -> None:
        if self.session.preview is not None:
            self._show_preview(str(error))

    # --- the report -------------------------------------------------------------------------------------------

    def _show_done(self, report: ImportReport, sections: list[Section], problem: str = "") -> None:
        preview = self.session.preview
        last = preview.last_closed if preview else ""
        self._report, self._done = report, sections
        if preview is not None:
            self._month = Month.parse(last[:7]) if last else None
        self.session.forget()
        self._show_report(sections, can_save=bool(report.problems))
        self.say_title(tr("导入报告"), _counts(report))
        self.say(problem or tr("已导入 {name}。", name=self._file_name), "act" if problem else "ok")
        buttons = [button(tr("撤销这次导入"), self.undo_import)]
        if self._month is not None and self._month < self._shell.view.month:
            buttons.append(button(tr("看 {month}", month=formats.month_text(self._month.start)), self._look_at_month))
        self.set_buttons(tr("Ctrl+Z 撤销这次导入"), *buttons, primary=button(tr("完成"), self.accept, "primary"))
        self.sections.setFocus()

    def _look_at_month(self) -> None:
        """What was imported is of the past: look there, and not at an empty month."""
        if self._month is not None:
            self._shell.choose_month(self._month)
        self.accept()

    def _show_past(self, past: PastImport) -> None:
        self._show_report(sections_of_report(past.report), can_save=False)
        self.say(tr("已撤销") if past.is_undone else "", "ok")
        back = button(tr("返回"), self._choose_again)
        self.set_buttons("", back, primary=button(tr("关闭"), self.reject, "primary"))
        self.say_title(tr("导入报告"), past.file_name)
        self.sections.setFocus()

    def _show_report(self, sections: list[Section], *, can_save: bool) -> None:
        self.state = "report"
        self.way.leave()
        self.preview_page.options.hide()
        self.hide_steps()
        self.sections.show_sections(sections, can_save=can_save)
        self.show_page(self.preview_page)

    def _save_refused(self) -> None:
        preview = self.session.preview
        report = self._report or (preview.report if preview else None)
        if report is None:
            return
        name = Path(self._file_name.split(tr("、"))[0]).stem + "-" + tr("拒绝的行") + ".xlsx"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("存成工作簿"), str(self._folder() / name), "*.xlsx")
        if not chosen:
            return
        path = Path(chosen) if chosen.lower().endswith(".xlsx") else Path(chosen + ".xlsx")
        self._saving.run(
            lambda: save_refused(report, path),
            lambda n: self.say(tr("已存 {n} 行到 {name},改好后可以再导入。", n=n, name=path.name), "ok"),
            lambda error: self.say(str(error)),
        )

    # --- inside -----------------------------------------------------------------------------------------------

    def _folder(self) -> Path:
        return next((one.parent for one in self.session.sources if isinstance(one, Path)), Path.home())

    def _paste_here(self) -> None:
        if self.state == "choosing" or (self.state == "deciding" and self.way.step == "files"):
            self.paste()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, else goes on; an answer that is marked already goes on too."""
        if event.key() in _ENTER:
            focused = self.focusWidget()
            if isinstance(focused, QPushButton) and not (focused.isCheckable() and focused.isChecked()):
                focused.click()
            else:
                self.go_on()
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
