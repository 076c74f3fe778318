"""How deals without ids are told apart: columns to tick, and the rows that would still fall together."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.model import formats
from cockpit.operations.import_look import KeyLook
from cockpit.window.importing.choice_table import ChoiceTable
from cockpit.window.kit.cards import label, restyle
from cockpit.window.kit.tables import Cell, Column, ListSource, Row

ROWS_NAMED = 12
"""So many row numbers of a group are named."""


class KeyPanel(QWidget):
    """``choose`` is called with the fields that are ticked. ``accepted``: go on."""

    accepted = Signal()

    def __init__(self, choose: Callable[[tuple[str, ...]], None]) -> None:
        super().__init__()
        self._choose = choose
        self._key: KeyLook | None = None
        self.fields = ChoiceTable(choice="field", takes_typing=False)
        self.groups = ChoiceTable(takes_typing=False)
        self._falling = label("", "quiet")
        self._falling.setWordWrap(True)
        self.fields.asked.connect(lambda place, _: self._toggle(place))
        for table in (self.fields, self.groups):
            table.entered.connect(self.accepted)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.setContentsMargins(12, 8, 12, 0)
        right.addWidget(self._falling)
        right.addWidget(self.groups, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.fields, 1)
        row.addLayout(right, 1)
        self.setFocusProxy(self.fields)
        QWidget.setTabOrder(self.fields, self.groups)

    def show_key(self, key: KeyLook) -> None:
        """The fields that could tell deals apart, ticked where they do."""
        place = max(0, self.fields.place)
        self._key = key
        self.fields.setAccessibleName(tr("用来分清商机的列"))
        self.fields.set_columns([Column("field", tr("用来分清商机的列"))])
        self.fields.rows.set_source(ListSource([
            Row(number, (Cell(("☑ " if one.field in key.fields else "☐ ") + one.name, strong=one.field in key.fields),))
            for number, one in enumerate(key.options)
        ]))  # fmt: skip
        self.fields.look_at(min(place, len(key.options) - 1))
        falls = tr("按这样,{n} 行分不清,会合成一个:", n=formats.count(key.colliding))
        self._falling.setText("△ " + falls if key.colliding else "✓ " + tr("按这样,每一行都是一个商机。"))
        restyle(self._falling, "watch" if key.colliding else "ok")
        self.groups.setVisible(bool(key.colliding))
        self.groups.setAccessibleName(tr("分不清的行"))
        self.groups.set_columns([Column("rows", tr("分不清的行"))])
        self.groups.rows.set_source(ListSource([
            Row(number, (Cell(_rows(rows)),)) for number, rows in enumerate(key.collisions)
        ]))  # fmt: skip

    def _toggle(self, place: int) -> None:
        if self._key is None or not 0 <= place < len(self._key.options):
            return
        field = self._key.options[place].field
        chosen = {*self._key.fields} ^ {field}
        # Nothing that tells deals apart would make one of all of them.
        if chosen:
            self._choose(tuple(one.field for one in self._key.options if one.field in chosen))


def _rows(rows: tuple[int, ...]) -> str:
    named = tr("、").join(str(row) for row in rows[:ROWS_NAMED])
    return tr("第 {rows} 行", rows=named + (" …" if len(rows) > ROWS_NAMED else ""))
