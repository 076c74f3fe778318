"""The step of the columns: what each column of the file is taken for, how sure that is and why; what is lacking."""

from typing import Any

from attrs import evolve
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cockpit.language import noop, tr
from cockpit.model import formats
from cockpit.operations.import_choices import NOT_USED, TableChoices
from cockpit.operations.import_look import ColumnLook, TableLook, Why
from cockpit.window.importing.choice_table import ChoiceTable
from cockpit.window.importing.column_detail import ColumnDetail
from cockpit.window.importing.offers import Offers
from cockpit.window.importing.picker import Pick, Picker
from cockpit.window.importing.questions import DAY_ORDERS, MARKS, Question, day_order_question, mark_question
from cockpit.window.importing.step_view import StepView, merged, samples_in_a_line
from cockpit.window.importing.steps import is_guess_open
from cockpit.window.importing.strip import Strip
from cockpit.window.kit.cards import GRID, Card, begun
from cockpit.window.kit.tables import Cell, Column, ListSource, Row
from cockpit.window.kit.theme import SMALL, USUAL, sized

WHY: dict[Why, str] = {
    "name": noop("表头一致"), "similar": noop("表头相近"), "content": noop("从内容看"),
    "remembered": noop("和上次一样"), "chosen": noop("由您指定"), "none": "",
}  # fmt: skip

LIKELY = 0.5
"""From here on what the contents suggest is offered to be taken all at once."""


class ColumnsView(StepView):
    """The columns as a table; beside it the one that is looked at, in full; above it what has to be decided."""

    def __init__(self, picker: Picker) -> None:
        super().__init__(picker)
        self.lacking = Strip()
        self.day_order = Question(DAY_ORDERS, lambda order: self.decide(day_order=order))
        self.mark = Question(MARKS, lambda mark: self.decide(decimal_mark=mark))
        self._asked: dict[str, str] = {}
        self.offers = Offers(self._take_offers)
        self._opens_next = False
        self.table = ChoiceTable()
        self.detail = ColumnDetail(lambda: self._ask(self.table.place))
        self.table.asked.connect(self._ask)
        self.table.entered.connect(self.accepted)
        self.table.moved.connect(self._show_detail)
        self.detail.decided.connect(self._decide_writing)
        card = Card()
        card.content.setContentsMargins(0, 4, 0, 8)
        card.content.addWidget(self.table)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(card, 1)
        row.addWidget(self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.lacking)
        column.addWidget(self.day_order)
        column.addWidget(self.mark)
        column.addWidget(self.offers)
        column.addLayout(row, 1)
        for first, second in (
            (self.day_order.buttons["day_first"], self.mark.buttons["."]), (self.mark.buttons[","], self.offers.take),
            (self.offers.take, self.table),
            (self.table, self.detail.taken), (self.detail.taken, self.detail.order),
            (self.detail.order, self.detail.mark), (self.detail.mark, self.detail.currency),
        ):  # fmt: skip
            QWidget.setTabOrder(first, second)

    @property
    def hint(self) -> str:
        if self._open_question() is not None:
            return tr("左右键和空格选怎么读 · Tab 到各列 · Enter 继续")
        return tr("上下键选列,空格或直接打字:改认作什么 · Enter 继续")

    def show_look(self, look: TableLook) -> None:
        former = self._look
        is_same = former is not None and former.key == look.key
        super().show_look(look)
        if not is_same:
            self._asked = {}
        guess = [tr("表头认不出来,下面是从内容看出来的,看看对不对。")] if is_guess_open(look) else []
        self.lacking.say(" ".join([*look.missing, *guess]), "watch")
        self.offers.show_offers([self._field_name(field) for field in self._likely_offers()])
        self._ask_about(look)
        self.table.setAccessibleName(tr("文件里的列"))
        place = self.table.place if is_same else -1
        columns = self._table_columns(look)
        if list(self.table.rows.columns) != columns:
            self.table.set_columns(columns)
        self.table.rows.set_source(ListSource([self._row(number, one) for number, one in enumerate(look.columns)]))
        if place < 0:
            place = self._first_undecided()
        self.table.look_at(min(place, len(look.columns) - 1))
        self._show_detail(self.table.place)
        if self._opens_next:
            self._opens_next = False
            self.focus_open()

    # --- what is shown ----------------------------------------------------------------------------------------

    def _table_columns(self, look: TableLook) -> list[Column]:
        """What a column is taken for is seen whole, and its heading as far as that leaves room for the samples."""
        usual, bold = QFontMetrics(sized(USUAL)), QFontMetrics(sized(USUAL, bold=True))
        taken = max((bold.horizontalAdvance(self._taken(one)) for one in look.columns), default=0) + 56
        taken = max(176, min(320, taken))
        small = QFontMetrics(sized(SMALL))
        reason = max((small.horizontalAdvance(f"△ {why(one).text}") for one in look.columns), default=0) + 48
        heading = max((usual.horizontalAdvance(" ".join(one.label.split())) for one in look.columns), default=0) + 32
        heading = max(120, min(288 - max(0, taken - 216) - max(0, reason - 152), heading))
        return [
            Column("letter", tr("列"), 80), Column("label", tr("表头"), heading), Column("samples", tr("例如")),
            Column("choice", tr("认作"), taken), Column("why", tr("怎么认的"), max(136, reason)),
        ]  # fmt: skip

    def _row(self, number: int, column: ColumnLook) -> Row:
        used = bool(column.field)
        taken = Cell(self._taken(column), quiet_text="▾", strong=used, quiet=not used)
        return Row(number, (
            Cell(column.letter, quiet=True), Cell(" ".join(column.label.split())),
            Cell(samples_in_a_line(column.samples), quiet=True, tip="\n".join(column.samples)), taken, why(column),
        ))  # fmt: skip

    def _taken(self, column: ColumnLook) -> str:
        if column.offered:
            return tr("可能是{name}", name=self._field_name(column.offered))
        return self._name(column)

    def _name(self, column: ColumnLook) -> str:
        if not column.field:
            return tr("不用这一列")
        return self._field_name(column.field)

    def _field_name(self, field: str) -> str:
        return next((one.name for one in self.look.fields if one.field == field), field)

    def _show_detail(self, place: int) -> None:
        if self._look is not None and 0 <= place < len(self.look.columns):
            column = self.look.columns[place]
            self.detail.show_column(self.look, column, self._taken(column))

    def _ask_about(self, look: TableLook) -> None:
        """What the file cannot tell stays in sight once it was asked, so that the answer can be changed."""
        for column in look.columns:
            if column.asks:
                self._asked[column.asks] = column.doubtful
        for what, question, words, answer in (
            ("day_order", self.day_order, day_order_question, look.choices.day_order),
            ("decimal_mark", self.mark, mark_question, look.choices.decimal_mark),
        ):  # fmt: skip
            if what in self._asked:
                question.ask(words(self._asked[what]), answer)
            else:
                question.hide()

    # --- what is decided --------------------------------------------------------------------------------------

    def _ask(self, place: int, typed: str = "") -> None:
        if not 0 <= place < len(self.look.columns):
            return
        column = self.look.columns[place]
        holders = {one.field: one for one in self.look.columns if one.field and one is not column}
        lacking = {one.field for one in self.look.fields if one.needed and one.field not in holders}
        picks = [Pick(NOT_USED, tr("不用这一列"))]
        in_order = sorted(self.look.fields, key=lambda one: (one.field != column.offered, one.field not in lacking))
        for one in in_order:
            held = holders.get(one.field)
            detail = tr("现在是“{label}”", label=" ".join(held.label.split())) if held else ""
            is_wanted = one.field in lacking and one.field != column.field
            if one.field == column.offered:
                detail = tr("从内容看 {share}", share=formats.share(column.sure))
            elif is_wanted:
                detail = tr("还缺")
            picks.append(Pick(one.field, one.name, detail, one.field.replace("_", " "), is_wanted))
        self.table.look_at(place)
        self.picker.ask(
            tr("“{label}”认作", label=column.label), picks, column.field or column.offered,
            self.table.area_of_choice(place),
            lambda field: self._choose(place, str(field)), typed=typed, back_to=self.table,
        )  # fmt: skip

    def _choose(self, place: int, field: str) -> None:
        column = self.look.columns[place]
        if field == column.field:
            return
        # A field has one column: the one that had it is free again.
        freed = {one.label: NOT_USED for one in self.look.columns if field and one.field == field}
        self.decide(columns=merged(self.look.choices.columns, {**freed, column.label: field}))
        if self.look.missing:
            following = [number for number, one in enumerate(self.look.columns) if number > place and not one.field]
            QTimer.singleShot(0, self, lambda: self.table.look_at(following[0]) if following else None)

    def _take_offers(self) -> None:
        offers = {column.label: field for field, column in self._likely_offers().items()}
        self._opens_next = True
        self.decide(columns=merged(self.look.choices.columns, offers))

    def _likely_offers(self) -> dict[str, ColumnLook]:
        """What the contents suggest with some likelihood; of two columns for the same field the surer one."""
        taken: dict[str, ColumnLook] = {}
        for column in self.look.columns:
            known = taken.get(column.offered)
            if column.offered and column.sure >= LIKELY and (known is None or column.sure > known.sure):
                taken[column.offered] = column
        return taken

    def _decide_writing(self, what: str, value: Any) -> None:
        column = self.look.columns[self.table.place]
        if what == "currency":
            currencies = {**self.look.choices.currencies, column.label: value}
            self.decide(currencies={label: code for label, code in currencies.items() if code})
        else:
            self.decide(**{what: value})

    # --- going on ---------------------------------------------------------------------------------------------

    def _open_question(self) -> Question | None:
        asked = {column.asks for column in self.look.columns if column.asks}
        if "day_order" in asked:
            return self.day_order
        return self.mark if "decimal_mark" in asked else None

    def _first_undecided(self) -> int:
        """The column that is asked about, or where a field is lacking the first that is not used; else the first."""
        asking = next((number for number, one in enumerate(self.look.columns) if one.asks), None)
        if asking is not None:
            return asking
        if self.look.missing:
            return next((number for number, one in enumerate(self.look.columns) if not one.field), 0)
        return 0

    def focus_rows(self) -> None:
        self.table.setFocus()

    def focus_open(self) -> None:
        offers = self.offers.take if self.look.missing and self.offers.isVisibleTo(self) else None
        (self._open_question() or offers or self.table).setFocus()

    def ask_next(self) -> bool:
        if (question := self._open_question()) is not None:
            question.setFocus()
            return True
        if self.look.missing and self.offers.isVisibleTo(self):
            self.offers.take.setFocus()
            return True
        if self.look.missing:
            self.table.setFocus()
            self._ask(max(0, self.table.place))
            return True
        return False

    def settled(self) -> TableChoices:
        """Going on agrees to what was only guessed, so that it is not asked again next month."""
        look = self.look
        if not is_guess_open(look):
            return look.choices
        shown = {one.label: one.field for one in look.columns if one.field}
        return evolve(look.choices, kind=look.kind, columns=merged(shown, look.choices.columns))


def why(column: ColumnLook) -> Cell:
    """How the column was recognised, as symbol and word; a share where it is a guess."""
    if column.asks:
        return Cell(tr("要定怎么读"), state="watch", tip=column.reason)
    if column.offered:
        return Cell(tr("从内容看 {share}", share=formats.share(column.sure)), state="watch", tip=column.reason)
    if not column.field:
        return Cell(tr("没有使用"), state="quiet", tip=column.reason)
    words = begun(tr(WHY[column.why]))
    if column.why in ("similar", "content"):
        return Cell(f"{words} {formats.share(column.sure)}", state="watch", tip=column.reason)
    return Cell(words, state="ok", tip=column.reason)
