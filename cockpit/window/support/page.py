"""Step 3, 给支援: what people asked for and were promised, and how they feel."""

import sqlite3
from collections.abc import Callable
from datetime import date
from functools import partial

from attrs import frozen
from PySide6.QtCore import Qt

from cockpit.language import tr
from cockpit.metrics import METRICS
from cockpit.model import formats
from cockpit.model.loop import Support
from cockpit.model.meetings import LOW_MOOD
from cockpit.operations import supports
from cockpit.operations.operation import Changes
from cockpit.operations.supports import SupportBoard, SupportEdit, read_support_board
from cockpit.store.file import Store
from cockpit.window.kit.cards import Card
from cockpit.window.kit.definition import definition
from cockpit.window.kit.framed_page import FramedPage
from cockpit.window.kit.once import Once, StoreVerb, Then
from cockpit.window.kit.page import View, Window
from cockpit.window.kit.tables import Cell, Column, Row, Table
from cockpit.window.kit.theme import State
from cockpit.window.support.board import Board, New, NewCard, NewSupport
from cockpit.window.support.card import Verb

MORALE_WIDTH = 232


@frozen
class SupportData:
    """Everything on the page."""

    board: SupportBoard
    today: date
    overdue: int
    month_words: str


class SupportPage(FramedPage):
    """The board, the share of promises kept, and morale."""

    name = "support"
    depends_on = frozenset({"support", "person", "team", "deal", "meeting", "note_item", "import"})

    def __init__(self, window: Window) -> None:
        super().__init__(window, figures=4)
        self._data: SupportData | None = None
        self._wanted: int | None = None
        self._once = Once()
        self._board = Board()
        self._board.new_asked.connect(self.write_new)
        self._morale = Table(self._columns(), compact=True)
        self._morale.opened.connect(lambda person: self.host.go("one_on_one", person=person))
        self._morale_card = Card()
        self._morale_card.content.setContentsMargins(4, 14, 4, 8)
        self._morale_card.header.setContentsMargins(12, 0, 12, 0)
        self._morale_card.setFixedWidth(MORALE_WIDTH)
        self._morale_card.content.addWidget(self._morale, 1)
        self.body.setSpacing(6)
        self.body.addWidget(self._board, 1)
        self.body.addWidget(self._morale_card)
        self.offer_new(lambda: self.write_new("asked"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def retranslate(self) -> None:
        self.say_new(tr("记一条"), tr("记一条需求 (Ctrl+N)"))
        self._board.retranslate()
        self._morale.set_columns(self._columns())
        self._morale.setAccessibleName(tr("每个人最近的士气"))
        self._morale.set_empty_words(tr("在一对一里选心情,这里就有士气。"))
        self._morale_card.set_title(tr("士气"), tr("最近几次面谈"))

    def load(self, connection: sqlite3.Connection, view: View) -> SupportData:
        """The board of the scope; behind the shield that of one person."""
        scope = view.shown_scope
        board = read_support_board(connection, view.month, scope, view.today)
        overdue = sum(support.is_overdue(view.today) for support in board.supports)
        return SupportData(board, view.today, overdue, formats.month_text(view.month.start))

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there."""
        assert isinstance(data, SupportData)
        self._data = data
        board = data.board
        self.title.show_title(tr("给支援"), tr("未了结的全部,已了结的只算 {month}", month=data.month_words))
        self._show_figures(data)
        self._board.show_supports(board, data.today, self._act)
        lowest_first = sorted(board.moods, key=lambda person: board.moods[person][-1])
        self._morale.set_rows([_morale_row(board, person) for person in lowest_first])
        self._say_what_to_do(data)
        if self._wanted is not None and (card := self._board.card(self._wanted)):
            self._wanted = None
            card.open()
        elif self.hasFocus():
            self._board.focus_first()

    def arrive(self, **arguments: object) -> None:
        """``support``: open its card."""
        if isinstance(wanted := arguments.get("support"), int):
            self._wanted = wanted
            if not self._stale and (card := self._board.card(wanted)):
                self._wanted = None
                card.open()

    def write_new(self, state: str) -> None:
        """Open an empty card for a request or a promise."""
        if self._data is None:
            return
        self.set_empty(False)
        new: New = "promised" if state == "promised" else "asked"
        column = self._board.columns[1 if new == "promised" else 0]
        column.write_new(NewCard(new, self._data.board, self._data.today, partial(self._add, new)))

    # --- inside -----------------------------------------------------------------------------------------------

    def _show_figures(self, data: SupportData) -> None:
        figures = data.board.figures
        kept, answer, morale = figures["promises_kept"], figures["answer_time_median"], figures["morale"]

        n = kept.n or 0
        self.figures[0].show_figure(
            METRICS["promises_kept"].name, f"{round(kept.value * n)} / {n}" if kept.value is not None else "—",
            tr("按时 {share}", share=formats.share(kept.value)) if kept.value is not None
            else tr("本周期没有到期的承诺"), definition=definition(kept),
        )  # fmt: skip
        self.figures[1].show_figure(
            tr("逾期"), str(data.overdue), "" if data.overdue else tr("没有欠着的"),
            tr("! 先办这些") if data.overdue else "", "act",
            tr("已承诺或进行中、过了期限的。"),
        )  # fmt: skip
        self.figures[2].show_figure(
            METRICS["answer_time_median"].name, formats.days(answer.value),
            tr("{n} 条需求得到答复", n=answer.n) if answer.n else tr("本周期没有答复过需求"),
            definition=definition(answer),
        )  # fmt: skip
        self.figures[3].show_figure(
            METRICS["morale"].name, f"{formats.score(morale.value)} / 5" if morale.value is not None else "—",
            tr("{n} 人最近一次的平均", n=morale.n) if morale.n else tr("还没有记录心情"),
            definition=definition(morale),
        )  # fmt: skip

    def _say_what_to_do(self, data: SupportData) -> None:
        if data.board.people:
            self.empty.say(
                tr("大家要的支援和你的承诺都在这里:一对一里用 ? 和 ! 记下的会自己过来,也可以直接记。"),
                (tr("记一条需求"), lambda: self.write_new("asked")),
            )
        else:
            self.empty.say(
                tr("大家要的支援和你的承诺会在这里。先导入团队和商机。"),
                (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
                (tr("看看示例团队"), lambda: self.host.command("sample")),
            )
        writing = any(line.editor for column in self._board.columns for line in column.cards.lines)
        self.set_empty(not (data.board.supports or data.board.moods or writing))

    def _act(self, support: Support, verb: Verb, edit: SupportEdit) -> None:
        today = self.host.view.today
        verbs: dict[Verb, Callable[[Store], Changes]] = {
            "edit": lambda store: supports.edit_support(store, support.id, edit),
            "promise": lambda store: supports.promise_support(store, support.id, today, edit),
            "in_hand": lambda store: supports.take_in_hand(store, support.id, today, edit),
            "keep": lambda store: supports.keep_promise(store, support.id, today, edit),
            "decline": lambda store: supports.decline_support(store, support.id, today, edit),
            "remove": lambda store: supports.remove_support(store, support.id),
        }

        def done(_: Changes) -> None:
            if card := self._board.card(support.id):
                card.close_editor()
            self.refresh()

        self._perform(support.id, verbs[verb], done)

    def _add(self, state: New, new: NewSupport) -> None:
        today = self.host.view.today

        def verb(store: Store) -> Changes:
            if state == "promised" and new.due_on is not None:
                return supports.make_promise(
                    store, new.person_id, new.text, today, new.due_on, kind=new.kind, deal_id=new.deal_id
                )
            return supports.ask_for_support(store, new.person_id, new.text, today, kind=new.kind, deal_id=new.deal_id)

        def done(_: Changes) -> None:
            for column in self._board.columns:
                for line in column.cards.lines:
                    if isinstance(line, NewCard):
                        line.close_editor()
            self.refresh()

        self._perform(state, verb, done)

    def _perform(self, key: object, verb: StoreVerb, then: Then) -> None:
        if begun := self._once.begin(key, verb, then):
            self.host.perform(*begun, by=self)

    @staticmethod
    def _columns() -> list[Column]:
        return [Column("person", tr("姓名"), 96), Column("mood", tr("心情,1 到 5"), 0)]


def _morale_row(board: SupportBoard, person: int) -> Row:
    moods = board.moods[person]
    falls = len(moods) >= 3 and moods[-3] - moods[-1] >= 2
    tone: State | None = "act" if falls else "watch" if moods[-1] <= LOW_MOOD else None
    symbol = "▼ " if falls else "△ " if tone else ""
    mood = Cell(
        f"{symbol}{moods[-1]}", sort=moods[-1], line=tuple(map(float, moods)), tone=tone,
        tip=tr("最近几次:{moods}", moods=tr("、").join(map(str, moods))),
    )  # fmt: skip
    return Row(person, (Cell(board.names[person], strong=True), mood), board.names[person])
