"""The page that is shown, saved as a workbook as it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from cockpit.language import tr
from cockpit.model import formats
from cockpit.operations.page_export import PageAsShown, write_page
from cockpit.window.kit import background
from cockpit.window.kit.in_turns import InTurns
from cockpit.window.kit.page_parts import PageParts
from cockpit.window.pages import entry

if TYPE_CHECKING:
    from cockpit.window.shell import Shell


def ask_and_save(shell: Shell) -> None:
    """Choose where to, then write the page there."""
    view = shell.view
    name = f"{view.month}_{tr(entry(shell.shown_page.name).title)}.xlsx"
    chosen, _ = QFileDialog.getSaveFileName(
        shell, tr("把这一页存成 Excel"), str(Path.home() / name), tr("Excel 工作簿 (*.xlsx)")
    )
    if chosen:
        save_page(shell, Path(chosen).with_suffix(".xlsx"))


def save_page(shell: Shell, path: Path) -> None:
    """Read the page off the window a little at a time, and write it on a worker; what came of it is said."""
    _Saving(shell, path)


class _Saving(QObject):
    """One page on its way into a file; it lives until that is done."""

    def __init__(self, shell: Shell, path: Path) -> None:
        page, view = shell.shown_page, shell.view
        super().__init__(page)
        self._shell, self._path = shell, path
        scope = view.shown_scope.label or view.scope.label
        self._title = tr(entry(page.name).title)
        self._beside = " · ".join((formats.month_text(view.month.start), scope, view.today.isoformat()))
        self._collected = PageParts(page)
        self._steps = InTurns(self)
        self._steps.run(self._collected.collect(), self._write)

    def _write(self) -> None:
        whole, path = PageAsShown(self._title, self._beside, tuple(self._collected.parts)), self._path
        background.run(lambda: write_page(whole, path), self._written, self._not_written, owner=self)

    def _written(self, rows: int) -> None:
        self._shell.toast(tr("已写好 {name},{n} 行", name=self._path.name, n=rows))
        self.deleteLater()

    def _not_written(self, error: BaseException) -> None:
        self._shell.toast(str(error))
        self.deleteLater()
