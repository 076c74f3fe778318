"""The step of the header: what the table holds, and in which row its headings stand."""

from functools import partial
from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout

from cockpit.language import noop, tr
from cockpit.operations.import_choices import TableChoices, TableKind
from cockpit.operations.import_look import TableLook
from cockpit.window.importing.choice_table import ChoiceTable
from cockpit.window.importing.picker import Picker
from cockpit.window.importing.step_view import StepView
from cockpit.window.kit.cards import GRID, Card, button, label, restyle
from cockpit.window.kit.tables import Cell, Column, ListSource, Row
from cockpit.window.kit.theme import USUAL, sized

KINDS: dict[TableKind, str] = {
    "deals": noop("商机"), "people": noop("人员"), "accounts": noop("客户"), "products": noop("产品"),
    "targets": noop("目标"), "history": noop("阶段历史"), "activities": noop("跟进记录"), "payments": noop("回款"),
}  # fmt: skip
assert set(KINDS) == set(get_args(TableKind))
WIDEST, NARROWEST = 260, 88


class HeaderView(StepView):
    """Buttons for the kind of table above its first rows; the row with the headings is marked."""

    def __init__(self, picker: Picker) -> None:
        super().__init__(picker)
        self._question = label("", "strong")
        self._why = label("", "quiet")
        self._why.setWordWrap(True)
        self.kinds: dict[TableKind, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._question)
        row.addSpacing(GRID)
        for kind in KINDS:
            made = button("", partial(self._choose_kind, kind))
            made.setCheckable(True)
            made.setAutoDefault(False)
            self._group.addButton(made)
            self.kinds[kind] = made
            row.addWidget(made)
        row.addStretch(1)
        self.table = ChoiceTable(choice="number", takes_typing=False)
        self.table.asked.connect(lambda place, _: self._choose_header(place))
        self.table.entered.connect(self.accepted)
        self._rows_title = label("", "strong")
        self._rows_words = label("", "quiet")
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(12)
        head.addWidget(self._rows_title)
        head.addWidget(self._rows_words, 1)
        top, rows = Card(), Card()
        top.content.addLayout(row)
        top.content.addWidget(self._why)
        rows.content.setContentsMargins(0, 12, 0, 8)
        rows.content.addLayout(head)
        rows.content.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(top)
        column.addWidget(rows, 1)

    @property
    def hint(self) -> str:
        if self.look.kind is None:
            return tr("左右键选这是什么表 · Tab 到表格,空格定表头")
        return tr("空格:把这一行定为表头 · Enter 继续")

    def show_look(self, look: TableLook) -> None:
        former = self._look
        super().show_look(look)
        self._question.setText(tr("这张表里是什么?"))
        self._group.setExclusive(False)
        for kind, made in self.kinds.items():
            made.setText(tr(KINDS[kind]))
            made.setChecked(look.kind == kind)
        self._group.setExclusive(True)
        unknown = tr("表头和内容都认不出来,选一下这是什么表,再到下一步对应各列。")
        known = tr("认作{kind},下面 {n} 行。", kind=tr(KINDS[look.kind]), n=look.rows) if look.kind else ""
        self._why.setText(known or "△ " + unknown)
        restyle(self._why, "quiet" if look.kind else "watch")
        self._rows_title.setText(tr("表头在第 {row} 行", row=look.first_row + look.header + 1))
        self._rows_words.setText(tr("这里是文件最前面的 {n} 行", n=len(look.top)))
        self.table.setAccessibleName(tr("文件最前面的行"))
        if former is not None and former.key == look.key and former.top == look.top and former.header == look.header:
            return
        place = self.table.place if former is not None and former.key == look.key else look.header
        self._show_rows(look)
        self.table.look_at(max(0, place))

    def _show_rows(self, look: TableLook) -> None:
        number_of_columns = max((len(row) for row in look.top), default=0)
        texts = [[row[place] if place < len(row) else "" for row in look.top] for place in range(number_of_columns)]
        metrics = QFontMetrics(sized(USUAL, bold=True))
        columns = [Column("number", tr("行"), 104)]
        for place, cells in enumerate(texts):
            widest = max((metrics.horizontalAdvance(" ".join(cell.split())) for cell in cells), default=0) + 28
            columns.append(Column(str(place), _letter(place), max(NARROWEST, min(WIDEST, widest))))
        self.table.set_columns(columns)
        rows = []
        for number, row in enumerate(look.top):
            is_header, is_above = number == look.header, number < look.header
            row_number = str(look.first_row + number + 1)
            mark = Cell(tr("表头"), state="ok", tip=row_number) if is_header else Cell(row_number, quiet=True)
            filled = (*row, *[""] * (number_of_columns - len(row)))
            texts_of_row = (" ".join(text.split()) for text in filled)
            rows.append(Row(number, (mark, *(Cell(text, strong=is_header, quiet=is_above) for text in texts_of_row))))
        self.table.rows.set_source(ListSource(rows))

    def focus_rows(self) -> None:
        self.table.setFocus()

    def focus_open(self) -> None:
        if self.look.kind is None:
            next(iter(self.kinds.values())).setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.table.setFocus()

    def ask_next(self) -> bool:
        if self.look.kind is not None:
            return False
        self.focus_open()
        return True

    def settled(self) -> TableChoices:
        return self.look.choices

    def _choose_kind(self, kind: TableKind) -> None:
        if self.look.kind != kind:
            # The columns were matched for another kind of table.
            self.decide(kind=kind, header=self.look.first_row + self.look.header, columns={})

    def _choose_header(self, place: int) -> None:
        if 0 <= place != self.look.header:
            self.decide(header=self.look.first_row + place, columns={})


def _letter(place: int) -> str:
    """As spreadsheets call a column: A, B, … AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
