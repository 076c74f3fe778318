"""Where an import begins: choose files or drop them, or look at what was imported before."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.model import formats
from cockpit.operations.import_sections import counted
from cockpit.operations.imports import PastImport
from cockpit.window.kit.cards import GRID, Card, button, label
from cockpit.window.kit.tables import Cell, Column, Row, Table


class ChoosingView(QWidget):
    """``opened`` is called with a past import whose report is to be seen."""

    def __init__(
        self, choose_files: Callable[[], None], paste: Callable[[], None], open_past: Callable[[PastImport], None]
    ) -> None:
        super().__init__()
        self._open_past = open_past
        self._past: list[PastImport] = []
        self._words, self._kinds = label("", "quiet-usual"), label("", "quiet")
        for words in (self._words, self._kinds):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.setWordWrap(True)
        self.choose = button("", choose_files, "primary")
        self.paste = button("", paste)
        for one in (self.choose, self.paste):
            one.setAutoDefault(False)
        drop = Card()
        drop.content.setSpacing(2 * GRID)
        drop.content.addStretch(1)
        drop.content.addWidget(self._words)
        row = QHBoxLayout()
        row.addStretch(1)
        row.setSpacing(GRID)
        row.addWidget(self.choose)
        row.addWidget(self.paste)
        row.addStretch(1)
        drop.content.addLayout(row)
        drop.content.addWidget(self._kinds)
        drop.content.addStretch(1)
        self._before = Card()
        self._before.content.setContentsMargins(0, 14, 0, 8)
        self._before.header.setContentsMargins(12, 0, 12, 0)
        self.table = Table([], compact=True)
        self.table.opened.connect(lambda place: self._open_past(self._past[place]))
        self._before.content.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(drop, 3)
        column.addWidget(self._before, 2)
        self.setFocusProxy(self.choose)
        self.retranslate()

    def retranslate(self) -> None:
        """The fixed texts."""
        self._words.setText(tr("把 CRM 导出的文件拖到这里,几个相关的文件可以一起。"))
        self.choose.setText(tr("选择文件…"))
        self.paste.setText(tr("粘贴表格"))
        self.paste.setToolTip(tr("把在 Excel 里复制的单元格贴进来") + "  Ctrl+V")
        self._kinds.setText(
            tr("商机、人员、客户、产品、目标;Excel、WPS 的工作簿或 .csv 都行。列名自动认,导入前先看会改什么。")
        )
        self._before.set_title(tr("以前的导入"))
        self.table.setAccessibleName(tr("以前的导入"))

    def refuse(self) -> None:
        """Nothing can be chosen now."""
        self.choose.setEnabled(False)
        self.paste.setEnabled(False)

    def show_past(self, past: Sequence[PastImport]) -> None:
        """The newest first; a click or Enter opens the report."""
        self._past = list(past)
        self._before.setVisible(bool(past))
        self.table.set_columns(
            [
                Column("at", tr("时间"), 144), Column("file", tr("文件")), Column("added", tr("新增"), 88, "right"),
                Column("changed", tr("变更"), 88, "right"), Column("refused", tr("拒绝"), 88, "right"),
                Column("state", "", 104),
            ]
        )  # fmt: skip
        rows = []
        for place, one in enumerate(past):
            added, changed, _, refused = counted(one.report)
            at = datetime.fromisoformat(one.imported_at).astimezone()
            rows.append(
                Row(place, (
                    Cell(f"{at:%Y-%m-%d %H:%M}"), Cell(one.file_name), _count(added), _count(changed),
                    _count(refused), Cell(tr("已撤销") if one.is_undone else "", quiet=True),
                ))
            )  # fmt: skip
        self.table.set_rows(rows)


def _count(number: int) -> Cell:
    return Cell(formats.count(number) if number else "", sort=number)
