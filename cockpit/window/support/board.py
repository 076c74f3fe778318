"""The board: four columns, a card per support, and a place to write down a new one."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Literal

from attrs import frozen
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.model.loop import Support, SupportKind
from cockpit.operations.supports import SupportBoard
from cockpit.window.kit.cards import PAGE_PART, button, label
from cockpit.window.kit.fields import ChoiceField, DayField, Form, WordsField, on_accept
from cockpit.window.kit.lines import Line, LineList
from cockpit.window.support.card import Act, SupportCard, kind_choices

New = Literal["asked", "promised"]
NEW_KEY = "new"


@frozen
class NewSupport:
    """What was filled in for a new request, or with a day a new promise."""

    person_id: int | None
    text: str
    kind: SupportKind
    deal_id: int | None
    due_on: date | None


class NewCard(Line):
    """An empty card with its editor open; it is gone when the editor is closed."""

    def __init__(self, state: New, board: SupportBoard, today: date, add: Callable[[NewSupport], None]) -> None:
        super().__init__(NEW_KEY, framed=True)
        self.column.setSpacing(0)
        self._state, self._board, self._today, self._add = state, board, today, add
        self.setAccessibleName(tr("新的承诺") if state == "promised" else tr("新的需求"))

    def make_editor(self) -> QWidget:
        return NewEditor(self._state, self._board, self._today, self._add, self.close_editor)


class NewEditor(Form):
    """Who, what, which kind, about which deal; a promise has a day."""

    def __init__(
        self, state: New, board: SupportBoard, today: date, add: Callable[[NewSupport], None], close: Callable[[], None]
    ) -> None:
        super().__init__()
        self._state, self._board, self._add = state, board, add
        self._text = WordsField(lines=2)
        people: list[tuple[str, object]] = [(person.name, person.id) for person in board.people]
        self._person = ChoiceField(people if len(people) == 1 else [(tr("全队"), None), *people])
        self._kind = ChoiceField(kind_choices())
        self._deal = ChoiceField([])
        self._due = DayField(today)
        self.add(tr("答应什么") if state == "promised" else tr("要什么"), self._text)
        self.add(tr("为谁"), self._person)
        self.add(tr("类型"), self._kind)
        self.add(tr("涉及商机"), self._deal)
        if state == "promised":
            self.add(tr("期限"), self._due)
        self._person.currentIndexChanged.connect(self._offer_deals)
        self._offer_deals()
        on_accept(self._save, self._text, self._due)
        self.buttons.addWidget(button(tr("记下"), self._save, "primary"), 1)
        self.buttons.addWidget(button(tr("取消"), close), 1)

    def _offer_deals(self) -> None:
        self._deal.clear()
        self._deal.addItem(tr("不涉及商机"), None)
        for number, name in self._board.deals.get(self._person.currentData() or 0, []):
            self._deal.addItem(name, number)

    def _save(self) -> None:
        if not self._text.words:
            self._text.setFocus()
        elif self._state == "promised" and self._due.day is None:
            self._due.setFocus()
        else:
            kind: SupportKind = self._kind.currentData()
            self._add(NewSupport(
                self._person.currentData(), self._text.words, kind, self._deal.currentData(), self._due.day
            ))  # fmt: skip


class BoardColumn(QWidget):
    """One state: its name, how many, and the cards."""

    def __init__(self, new: New | None = None) -> None:
        super().__init__()
        self.setProperty(PAGE_PART, True)
        self._new = new
        self._title, self._count = label("", "strong"), label("", "quiet")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.setContentsMargins(0, 0, 10, 0)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        # With a parent from the start: shown without one it would be a window, and take the keys from the real one.
        self.plus = QToolButton(self)
        self.plus.setText("+")
        self.plus.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = self.plus.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.plus.setSizePolicy(policy)
        self.plus.setVisible(new is not None)
        head.addWidget(self.plus)
        self.cards = LineList(gap=8, on_card=False)
        self._empty = label("", "quiet")
        self._empty.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.cards, 1)

    def say(self, title: str, empty: str, plus: str) -> None:
        """Fixed texts: the name, what would fill the column, and what "+" does."""
        self._title.setText(title)
        self._empty.setText(empty)
        self.plus.setToolTip(plus)
        self.plus.setAccessibleName(plus)

    def show_cards(self, cards: list[Line]) -> None:
        """Show these; the card of somebody who is writing stays."""
        writing = [line for line in self.cards.lines if line.key == NEW_KEY and line.editor is not None]
        self.cards.set_lines([*writing, *cards])
        self._count.setText(str(len(cards)))
        self._empty.setVisible(not self.cards.lines)

    def write_new(self, card: NewCard) -> None:
        """Open an empty card on top."""
        if any(line.key == NEW_KEY for line in self.cards.lines):
            return
        self.cards.set_lines([card, *self.cards.lines])
        self._empty.hide()
        card.toggled.connect(self._drop_closed)
        card.open()

    def _drop_closed(self, card: Line) -> None:
        if card.editor is None:
            self.cards.set_lines([line for line in self.cards.lines if line is not card])
            self._empty.setVisible(not self.cards.lines)
            self.cards.focus_line(0)


class Board(QWidget):
    """Requests, promises, what is in hand, and what was done or declined in the cycle."""

    new_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.columns = [BoardColumn("asked"), BoardColumn("promised"), BoardColumn(), BoardColumn()]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for place, column in enumerate(self.columns):
            row.addWidget(column, 1)
            column.cards.left.connect(partial(self._go, place))
        self.columns[0].plus.clicked.connect(lambda: self.new_asked.emit("asked"))
        self.columns[1].plus.clicked.connect(lambda: self.new_asked.emit("promised"))

    def retranslate(self) -> None:
        """Names of the columns."""
        says = (
            (tr("需求"), tr("还没有人提需求。"), tr("记一条需求")),
            (tr("已承诺"), tr("没有等着兑现的承诺。"), tr("记一条承诺")),
            (tr("进行中"), tr("没有正在办的事。"), ""),
            (tr("完成 / 谢绝"), tr("这个周期还没有了结的。"), ""),
        )
        for column, (title, empty, plus) in zip(self.columns, says, strict=True):
            column.say(title, empty, plus)

    def show_supports(self, board: SupportBoard, today: date, act: Act) -> None:
        """What is overdue stands first, then what is due next; of what is finished the newest."""
        columns: tuple[list[Support], ...] = ([], [], [], [])
        for support in board.supports:
            columns[{"asked": 0, "promised": 1, "in_hand": 2}.get(support.state, 3)].append(support)
        for place, (column, supports) in enumerate(zip(self.columns, columns, strict=True)):
            supports.sort(key=lambda support: (support.due_on or date.max, support.asked_on, support.id))
            if place == 3:
                supports.sort(key=lambda support: (support.done_on or date.min, support.id), reverse=True)
            column.show_cards([SupportCard(support, board, today, act) for support in supports])

    def card(self, support_id: int) -> SupportCard | None:
        """The card of a support."""
        for column in self.columns:
            if isinstance(found := column.cards.line(support_id), SupportCard):
                return found
        return None

    def focus_first(self) -> None:
        """Put the focus on the first card there is."""
        for column in self.columns:
            if column.cards.focus_line(0):
                return

    def _go(self, column: int, place: int, key: int) -> None:
        step = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}.get(key, 0)
        column += step
        while step and 0 <= column < len(self.columns):
            if self.columns[column].cards.focus_line(place):
                return
            column += step
