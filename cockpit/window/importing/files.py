"""The first step once files are open: every table in them, and which of them are to be imported."""

from collections.abc import Callable, Sequence

from attrs import evolve
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.model import formats
from cockpit.operations.import_choices import ReturnedTable
from cockpit.operations.import_look import TableLook
from cockpit.operations.import_sections import TABLE_NAMES
from cockpit.window.importing.choice_table import ChoiceTable
from cockpit.window.importing.steps import first_open
from cockpit.window.kit.cards import GRID, Card, begun, button, label
from cockpit.window.kit.tables import Cell, Column, ListSource, Row


class FilesView(QWidget):
    """``decided`` sends the key of a table and its decisions; ``opened`` the key of a table to look into."""

    decided = Signal(str, object)
    accepted = Signal()

    def __init__(self, choose_files: Callable[[], None], paste: Callable[[], None]) -> None:
        super().__init__()
        self._looks: list[TableLook] = []
        self.table = ChoiceTable(choice="used", takes_typing=False)
        self.table.asked.connect(lambda place, _: self._toggle(place))
        self.table.entered.connect(self.accepted)
        self._words = label("", "quiet-usual")
        self._words.setWordWrap(True)
        self.choose = button("", choose_files)
        self.paste = button("", paste)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(GRID)
        head.addWidget(self._words, 1)
        head.addWidget(self.paste)
        head.addWidget(self.choose)
        card = Card()
        card.content.setContentsMargins(0, 12, 0, 8)
        card.content.addLayout(head)
        card.content.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        QWidget.setTabOrder(self.paste, self.choose)
        QWidget.setTabOrder(self.choose, self.table)

    def focus_rows(self) -> None:
        """Put the focus on the tables; as in every other step, no widget stands in for the view."""
        self.table.setFocus()

    @property
    def hint(self) -> str:
        """What the keys do here, in a line."""
        return tr("空格:导入或不导入这张表 · Enter 继续")

    def show_tables(self, looks: Sequence[TableLook], returned: Sequence[ReturnedTable] = ()) -> None:
        """Every table of the files, in their order; beneath them those that the cockpit itself had exported."""
        place = max(0, self.table.place)
        self._looks = list(looks)
        self._words.setText(tr("找到 {n} 张表,勾选的会导入。", n=len(looks) + len(returned)))
        self.choose.setText(tr("换文件…"))
        self.paste.setText(tr("粘贴表格"))
        self.table.setAccessibleName(tr("文件里的表"))
        with_sheets = any(sheet_of(look) for look in looks) or any(one.sheet.name for one in returned)
        self.table.set_columns([
            Column("used", tr("导入"), 88), Column("file", tr("文件"), 0),
            *([Column("sheet", tr("工作表"), 232)] if with_sheets else []),
            Column("kind", tr("认作"), 136), Column("rows", tr("行数"), 88, "right"), Column("state", "", 216),
        ])  # fmt: skip
        rows = [self._row(number, look, with_sheets) for number, look in enumerate(self._looks)]
        rows += [_returned_row(len(rows) + number, one, with_sheets) for number, one in enumerate(returned)]
        self.table.rows.set_source(ListSource(rows))
        self.table.look_at(min(place, len(rows) - 1))

    def _row(self, number: int, look: TableLook, with_sheets: bool) -> Row:
        kind = begun(tr(TABLE_NAMES[look.kind])) if look.kind else "—"
        cells = [
            Cell("☑ " + tr("导入") if look.used else "☐", strong=look.used, quiet=not look.used),
            Cell(look.file, quiet=not look.used),
        ]
        if with_sheets:
            cells.append(Cell(sheet_of(look), quiet=not look.used))
        cells += [Cell(kind, quiet=not look.used), Cell(formats.count(look.rows), quiet=not look.used), _state(look)]
        return Row(number, tuple(cells))

    def _toggle(self, place: int) -> None:
        if 0 <= place < len(self._looks):
            look = self._looks[place]
            self.decided.emit(look.key, evolve(look.choices, used=not look.used))


def sheet_of(look: TableLook) -> str:
    """The sheet, and which table of it where there are several; empty for a text file."""
    return look.title.removeprefix(look.file).removeprefix(" · ")


def _returned_row(number: int, table: ReturnedTable, with_sheets: bool) -> Row:
    return Row(number, (
        Cell("☑ " + tr("导入"), strong=True), Cell(table.sheet.path.name),
        *([Cell(table.sheet.name)] if with_sheets else []),
        Cell(begun(tr(TABLE_NAMES[table.kind]))), Cell(formats.count(len(table.rows))),
        Cell(tr("驾驶舱导出的"), state="ok"),
    ))  # fmt: skip


def _state(look: TableLook) -> Cell:
    if look.is_hidden:
        return Cell(tr("隐藏的工作表"), state="quiet")
    if not look.used:
        return Cell("" if look.kind else tr("认不出是什么表"), state="quiet")
    if look.kind is None:
        return Cell(tr("认不出是什么表"), state="watch")
    if first_open(look):
        return Cell(tr("有要定的"), state="watch")
    return Cell(tr("沿用了上次的对应") if look.is_remembered else tr("都认出来了"), state="ok")
