"""The table of deals by questions: answered with one key where the cursor stands."""

from array import array
from collections.abc import Callable, Sequence

from attrs import frozen
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from cockpit.language import tr
from cockpit.metrics.deal_list import DealRow
from cockpit.metrics.order_matrix import OrderRow
from cockpit.model import formats
from cockpit.model.deals import ANSWERS, ORDER_QUESTIONS, QUESTION_WORDS, REQUIRED_FIELDS
from cockpit.window.kit.tables import Cell, Column, Row, Table
from cockpit.window.kit.theme import State

_STATES: dict[str, State] = {"yes": "ok", "no": "fail", "unknown": "watch"}
_KEYS: dict[int, str | None] = {
    Qt.Key.Key_1: "yes", Qt.Key.Key_Y: "yes", Qt.Key.Key_2: "no", Qt.Key.Key_N: "no", Qt.Key.Key_3: "unknown",
    Qt.Key.Key_Question: "unknown", Qt.Key.Key_Slash: "unknown", Qt.Key.Key_0: None, Qt.Key.Key_Delete: None,
    Qt.Key.Key_Backspace: None,
}  # fmt: skip
NAMES = {**ORDER_QUESTIONS, **REQUIRED_FIELDS}
_IN_A_WORD = {**QUESTION_WORDS, **REQUIRED_FIELDS}
QUESTIONS = tuple(ORDER_QUESTIONS)
OWNER_WIDTH, WIDE_OWNER_WIDTH, WIDE = 72, 136, 1100


@frozen
class MatrixRow:
    """One deal with how it is answered."""

    deal: DealRow
    order: OrderRow


Read = Callable[[Sequence[int]], dict[int, MatrixRow]]


class MatrixSource:
    """Deals in their order, read as they come into sight."""

    def __init__(self, ids: "array[int]", read: Read, currency: str, keys: Sequence[str]) -> None:
        """``keys`` name the columns that are shown."""
        self.ids = ids
        self._read, self._currency, self._keys = read, currency, tuple(keys)
        self._known: dict[int, MatrixRow] = {}

    def count(self) -> int:
        """How many rows there are."""
        return len(self.ids)

    def fetch(self, offset: int, limit: int) -> Sequence[Row]:
        """Rows from ``offset`` on; a deal that has left the store since is an empty line until the next load."""
        wanted = self.ids[offset : offset + limit]
        found = self._read(wanted)
        self._known.update(found)
        gone = (Cell(""),) * len(self._keys)
        return [self._row(found[number]) if number in found else Row(number, gone) for number in wanted]

    def row(self, number: int) -> MatrixRow | None:
        """A deal that has been in sight."""
        return self._known.get(number)

    def _row(self, found: MatrixRow) -> Row:
        return Row(found.deal.id, tuple(self._cell(found, key) for key in self._keys), found.deal.name)

    def _cell(self, found: MatrixRow, key: str) -> Cell:
        deal, order = found.deal, found.order
        if key in QUESTIONS:
            return _answer(order, key)
        if key == "deal":
            return Cell(deal.name, strong=True, tip=deal.account or "")
        if key == "owner":
            return Cell(deal.owner or formats.MISSING, quiet=deal.owner is None)
        if key == "amount":
            return self._amount(deal)
        if key == "yes":
            return Cell(f"{order.yes} / {len(QUESTIONS)}", strong=order.yes == len(QUESTIONS))
        if key == "lacks":
            words, names = (tr("、").join(tr(said[key]) for key in order.lacks) for said in (_IN_A_WORD, NAMES))
            return Cell(words, tone="act", tip=tr("经过的阶段要求、还没有的:{names}", names=names))
        return Cell(deal.stage)

    def _amount(self, deal: DealRow) -> Cell:
        if deal.amount is None or (not deal.amount and deal.list_price is not None):
            words = formats.money(deal.list_price)
            return Cell(f"≈ {words}" if deal.list_price is not None else words, quiet=True)
        abroad = deal.currency if deal.currency and deal.currency != self._currency else ""
        words = formats.money(deal.amount)
        return Cell(
            f"{abroad} {words}" if abroad else words, tip=formats.money_full(deal.amount, abroad or self._currency)
        )


def _answer(order: OrderRow, question: str) -> Cell:
    said = order.answers.get(question)
    if said is None:
        return Cell(tr("没问"), state="quiet")
    answer, evidence = said
    return Cell(tr(ANSWERS[answer]), state=_STATES[answer], tip=evidence)


def matrix_columns(shares: dict[str, str], tips: dict[str, str], *, lacks: bool = False) -> list[Column]:
    """``shares`` stand beside the questions' names: of how many deals they are answered yes.

    ``lacks``: what the stages ask for takes the place of the owner and of the number of answers yes.
    """
    questions = [
        Column(key, f"{tr(QUESTION_WORDS[key])} {shares.get(key, '')}".strip(), 108, tip=tips.get(key, tr(name)))
        for key, name in ORDER_QUESTIONS.items()
    ]
    deal = Column("deal", tr("商机"), 0, tip=tr("双击或 Enter 看商机"))
    stage, amount = Column("stage", tr("阶段"), 88), Column("amount", tr("金额"), 80, "right")
    if lacks:
        return [
            deal,
            stage,
            amount,
            Column("lacks", tr("缺什么"), 132, tip=tr("经过的阶段要求、商机还没有的")),
            *questions,
        ]
    return [
        deal, Column("owner", tr("负责人"), OWNER_WIDTH), stage, amount, *questions,
        Column("yes", tr("是"), 52, "right", tr("五问里答“是”的")),
    ]  # fmt: skip


class MatrixTable(Table):
    """1 or Y: yes, 2 or N: no, 3 or ?: unknown, 0 or Delete takes an answer away; for all cells that are selected.

    ``answered`` is sent with the cells (deal, question) and the answer; ``evidence_asked``
    when Enter is pressed on one.
    """

    answered = Signal(object, object)
    evidence_asked = Signal()

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__(columns, compact=True, select_cells=True)
        self.open_on_single_click(False)
        # Five words in a row need the room more than the air between them.
        self._cells.PADDING = 8
        self.horizontalHeader().setStyleSheet("QHeaderView::section { padding: 8px 8px; }")
        self.horizontalHeader().setStretchLastSection(False)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Other headings; the owners' full names where there is room for them."""
        super().set_columns(columns)
        self._fit_owners()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_owners()

    def _fit_owners(self) -> None:
        keys = [column.key for column in self.rows.columns]
        if "owner" in keys:
            self.setColumnWidth(keys.index("owner"), OWNER_WIDTH if self.width() < WIDE else WIDE_OWNER_WIDTH)

    def cell_at_cursor(self) -> tuple[int, str] | None:
        """Deal and column."""
        index = self.currentIndex()
        if not index.isValid():
            return None
        return self.rows.row(index.row()).id, self.rows.columns[index.column()].key

    def show_source(self, source: MatrixSource) -> None:
        """Show these rows; the cursor stays at its deal and question."""
        former = self.rows.source
        if isinstance(former, MatrixSource) and former.ids == source.ids:
            self.rows.reread(source)
            return
        kept, column = self.current_id(), max(self.currentIndex().column(), 0)
        self.set_source(source)
        if source.ids:
            row = source.ids.index(kept) if kept is not None and kept in source.ids else 0
            self.setCurrentIndex(self.rows.index(row, column or 4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        at = self.cell_at_cursor()
        if at is not None and at[1] in QUESTIONS and event.key() in _KEYS and not held:
            if cells := self._selected_questions():
                self.answered.emit(cells, _KEYS[event.key()])
        elif (
            at is not None
            and at[1] in QUESTIONS
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        ):
            self.evidence_asked.emit()
        else:
            super().keyPressEvent(event)

    def _selected_questions(self) -> list[tuple[int, str]]:
        columns = self.rows.columns
        return [
            (self.rows.row(row).id, columns[place].key)
            for row, places in self._selected_places().items()
            for place in sorted(places)
            if columns[place].key in QUESTIONS
        ]
