"""Writing the workbook from the window: what it is called, and what is written."""

import re
from collections.abc import Callable
from pathlib import Path

from cockpit.language import tr
from cockpit.model.cycles import Month
from cockpit.operations.reviews import write_review
from cockpit.window.kit.page import Readers, View
from cockpit.window.kit.writing_line import Step, WritingLine


def file_name(month: Month, scope_label: str, suffix: str = ".xlsx") -> str:
    """ "2026-11_月度复盘_全部团队.xlsx", without what a file system refuses."""
    scope = re.sub(r'[\\/:*?"<>|\x00-\x1f\s]+', " ", scope_label).strip(" .") or "-"
    return f"{month}_{tr('月度复盘')}_{scope}{suffix}"


class ExportBar(WritingLine):
    """The line of the page of reviews."""

    def ask(self, view: View, readers: Readers, ended: Callable[[], None]) -> None:
        """Choose where to, then write; ``ended`` is called when it is done, was stopped, or failed."""
        self.ask_where(
            tr("导出月度复盘"), tr("Excel 工作簿 (*.xlsx)"), file_name(view.month, view.scope.label),
            lambda path: self.write(path, view, readers, ended),
        )  # fmt: skip

    def write(self, path: Path, view: View, readers: Readers, ended: Callable[[], None]) -> None:
        """Write the review of the view's cycle and scope to ``path``, on a worker."""

        def task(step: Step) -> str:
            write_review(readers.here(), view.month, path, today=view.today, scope=view.scope, step=step)
            return ""

        self.begin(path, task, ended)
