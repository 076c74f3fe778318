"""The review in other forms than the workbook: as .pdf, in a company's own template, and what a template may say."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.operations.reviews import gather_at_once
from cockpit.operations.template_review import (
    example_template,
    fill_review_template,
    report_words,
    result_suffix,
    write_placeholders,
)
from cockpit.window.kit.page import Window
from cockpit.window.kit.writing_line import Step, WritingLine
from cockpit.window.reviews.export import file_name

TOLD = 6
"""So many placeholders that were not filled are named; the others are counted."""


class _OpeningKeys(QObject):
    """A button that opens a menu is opened by Enter and Down too, which a button by itself does not heed."""

    def __init__(self, opener: QPushButton) -> None:
        super().__init__(opener)
        opener.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QPushButton):
            # The arrow of a number pad is as good as any other; with Ctrl or Alt they are somebody else's keys.
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                watched.click()
                return True
        return super().eventFilter(watched, event)


class OtherForms:
    """A menu, and what its lines do; progress and results stand in the page's own line."""

    def __init__(self, host: Window, line: WritingLine, before: Callable[[], bool], parent: QWidget) -> None:
        """``before`` is asked first: it saves what is being written, and says whether there is anything to export."""
        self._host, self._line, self._before, self._parent = host, line, before, parent
        self.menu = QMenu(parent)
        self.template_dialog: QFileDialog | None = None
        self._actions = [
            self.menu.addAction("", self.ask_pdf),
            self.menu.addSeparator(),
            self.menu.addAction("", self.ask_template),
            self.menu.addAction("", self.ask_placeholders),
            self.menu.addAction("", self.ask_example),
        ]
        self.retranslate()

    def retranslate(self) -> None:
        """What the lines say."""
        words = (
            tr("存成 PDF…"), "", tr("用公司模板…"), tr("把可用的占位符存成工作簿…"), tr("存一份示例模板…"),
        )  # fmt: skip
        for action, text in zip(self._actions, words, strict=True):
            action.setText(text)

    def open_by_keys(self, opener: QPushButton) -> None:
        """``opener`` is clicked by Enter and Down as it is by Space."""
        _OpeningKeys(opener)

    def open_below(self, opener: QPushButton) -> None:
        """Open the menu under ``opener``, on its first line."""
        self.menu.popup(opener.mapToGlobal(QPoint(0, opener.height() + 4)))
        self.menu.setActiveAction(self.menu.actions()[0])

    # --- pdf --------------------------------------------------------------------------------------------------

    def ask_pdf(self) -> None:
        """Choose where the .pdf is to lie, and write it."""
        view = self._host.view
        if self._before():
            name = file_name(view.month, view.scope.label, ".pdf")
            self._line.ask_where(tr("存成 PDF"), tr("PDF 文件 (*.pdf)"), name, self.write_pdf)

    def write_pdf(self, path: Path) -> None:
        """Write the cycle and scope shown now to ``path``."""
        view, readers = self._host.view, self._host.readers()

        def task(step: Step) -> str:
            from cockpit.window.reviews.pdf import write_review_pdf

            review = gather_at_once(readers.here(), view.month, view.today, view.scope)
            pages = write_review_pdf(review, path, step)
            return tr("已写好 {name},{n} 页", name=path.name, n=pages)

        self._line.begin(path, task)

    # --- template ---------------------------------------------------------------------------------------------

    def ask_template(self) -> None:
        """Choose the template, then where the filled one is to lie."""
        if not self._before() or self._line.is_writing:
            return
        dialog = self.template_dialog = QFileDialog(self._parent.window(), tr("用公司模板"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Excel 工作簿 (*.xlsx *.xlsm *.xltx *.xltm)")])
        dialog.fileSelected.connect(lambda chosen: self.ask_filled(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_filled(self, template: Path) -> None:
        """Choose where the filled template is to lie."""
        view = self._host.view
        suffix = result_suffix(template) or ".xlsx"
        name = f"{view.month}_{template.stem}{suffix}"
        kinds = tr("Excel 工作簿 (*{suffix})", suffix=suffix)
        self._line.ask_where(tr("填好的模板存到"), kinds, name, lambda path: self.fill(template, path))

    def fill(self, template: Path, path: Path) -> None:
        """Fill ``template`` with the cycle and scope shown now."""
        view, readers = self._host.view, self._host.readers()

        def task(_: Step) -> str:
            report = fill_review_template(
                readers.here(), view.month, template, path, today=view.today, scope=view.scope
            )
            lines = [report_words(report), *(unfilled.sentence for unfilled in report.unfilled[:TOLD])]
            if len(report.unfilled) > TOLD:
                lines.append(tr("…… 还有 {n} 处", n=len(report.unfilled) - TOLD))
            return "\n".join(lines)

        self._line.begin(path, task)

    def ask_placeholders(self) -> None:
        """Choose where the list of placeholders is to lie."""
        if self._before():
            name = f"{self._host.view.month}_{tr('占位符')}.xlsx"
            self._line.ask_where(
                tr("把可用的占位符存成工作簿"), tr("Excel 工作簿 (*.xlsx)"), name, self.write_placeholders
            )

    def write_placeholders(self, path: Path) -> None:
        """Write all placeholders with their present values to ``path``."""
        view, readers = self._host.view, self._host.readers()

        def task(_: Step) -> str:
            count = write_placeholders(readers.here(), view.month, path, today=view.today, scope=view.scope)
            return tr("已写好 {name},{n} 个占位符", name=path.name, n=count)

        self._line.begin(path, task)

    def ask_example(self) -> None:
        """Choose where a copy of the example is to lie, to be made one's own."""
        name = tr("月报模板") + ".xlsx"
        self._line.ask_where(tr("存一份示例模板"), tr("Excel 工作簿 (*.xlsx)"), name, self.copy_example)

    def copy_example(self, path: Path) -> None:
        """A copy of the template that ships with the program."""

        def task(_: Step) -> str:
            try:
                shutil.copyfile(example_template(), path)
            except OSError as error:
                raise CockpitError(
                    tr("不能写 {name}:{reason}。", name=path.name, reason=error.strerror or error),
                    tr("如果它正在 Excel 里打开,先关闭;或换一个文件夹。"),
                ) from error
            return tr("已写好 {name}:在 Excel 里改成自己的样子,再“用公司模板…”", name=path.name)

        self._line.begin(path, task)
