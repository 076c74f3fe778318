"""Deals: a table as people expect from a spreadsheet over as many deals as there are, and the chosen deal beside it."""

import sqlite3
from array import array
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from attrs import evolve, frozen
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.metrics import RowsQuery
from cockpit.metrics.deal_detail import DealDetail, Stage, read_detail
from cockpit.metrics.deal_list import (
    CurrencySum,
    DealFilter,
    DealRow,
    read_deal_rows,
    stages_of,
    stalled_deals,
    sum_deals,
    sum_found,
)
from cockpit.model import formats
from cockpit.model.deals import FORECAST_CATEGORIES
from cockpit.operations import deals
from cockpit.operations.deal_values import read_day, read_money, read_typed
from cockpit.operations.operation import Changes
from cockpit.store.file import Store
from cockpit.window.deals.closing import Closing, ClosingDialog
from cockpit.window.deals.columns import KEYS, Marks, Refused, columns, make_row, typed_text
from cockpit.window.deals.export_button import ExportButton
from cockpit.window.deals.filters import FilterBar
from cockpit.window.deals.loading import Asked, DealsData, load_deals
from cockpit.window.deals.side import PANE_WIDTH, NewDeal, Side, Together
from cockpit.window.deals.source import DealSource
from cockpit.window.deals.summary import all_words, chosen_words
from cockpit.window.deals.table import DealsTable
from cockpit.window.kit import background
from cockpit.window.kit.cards import Card, EmptyState, PageTitle, button
from cockpit.window.kit.page import Page, View, Window

WIDE, NARROW_PANE_WIDTH = 1200, 296
"""In a narrow window the table needs the room more than the pane."""
DETAIL_AFTER = 60
"""Milliseconds from the last move in the table to the deal beside it."""
_COLUMN_OF = {"owner": "owner_id", "stage": "stage_id"}


@frozen
class _Told:
    sums: tuple[CurrencySum, ...]
    stalled: frozenset[int]


class DealsPage(Page):
    """The list of deals. Scope and cycle of the window hold; a figure's rows are shown as they are behind it."""

    name = "deals"
    depends_on = frozenset({
        "deal", "person", "team", "account", "product", "stage", "activity", "support", "meeting", "note_item",
        "setting", "import",
    })  # fmt: skip

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._data: DealsData | None = None
        self._was_shown = False
        self._waiting: DealsData | None = None
        self._asked = Asked()
        self._ids = array("q")
        self._marks = Marks(window.view.today, "CNY")
        self._refused: dict[tuple[int, str], Refused] = {}
        self._sums: tuple[CurrencySum, ...] = ()
        self._chosen_sums: tuple[CurrencySum, ...] = ()
        self._told, self._detail_read = background.Latest(self), background.Latest(self)
        self._selection_read = background.Latest(self)

        self._title = PageTitle()
        self._export = ExportButton(window, lambda: self._ids)
        self._new = button("", self.write_new, "primary")
        self._title.buttons.addWidget(self._export)
        self._title.buttons.addWidget(self._new)
        self._filters = FilterBar()
        self._filters.changed.connect(self.narrow)
        self._filters.search.left.connect(self._focus_table)
        self._table = DealsTable(columns(), self)
        self._table.opened.connect(lambda _: self._open_pane())
        self._table.sort_asked.connect(self._sort_by)
        self._table.cells.written.connect(self._write_cell)
        self._table.cells.refused.connect(self._keep_refused)
        self._table.cells.closeEditor.connect(lambda *_: QTimer.singleShot(0, self, self._show_waiting))
        self._table.flag_asked.connect(self._turn_flag)
        self._table.clear_asked.connect(lambda ids, key: self._edit(ids, key, None))
        self._table.escaped.connect(self._filters.drop_origin)
        self._table.rows.mark_sorted(KEYS.index(self._asked.sort), False)
        self._side = Side(self._write_cell, self._change_together, window.view.today)
        self._side.left.connect(self._return)
        self._detail_soon = QTimer(self, singleShot=True, interval=DETAIL_AFTER)
        self._detail_soon.timeout.connect(self._read_chosen)
        self._table.selectionModel().selectionChanged.connect(lambda *_: self._detail_soon.start())
        self._table.selectionModel().currentRowChanged.connect(lambda *_: self._detail_soon.start())

        card = Card()
        card.content.setContentsMargins(1, 4, 1, 1)
        card.content.addWidget(self._table, 1)
        lower = QHBoxLayout()
        lower.setSpacing(16)
        lower.addWidget(card, 1)
        lower.addWidget(self._side)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addWidget(self._filters)
        column.addLayout(lower, 1)
        self._empty = EmptyState()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(shown)
        self._stack.addWidget(self._empty)
        for keys, run in (
            (QKeySequence(QKeySequence.StandardKey.New), self.write_new),
            (QKeySequence(QKeySequence.StandardKey.Find), self._focus_search),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)
        self.setFocusProxy(self._table)
        self.retranslate()

    def retranslate(self) -> None:
        self._new.setText("+ " + tr("新商机"))
        self._new.setToolTip(tr("新商机") + " (Ctrl+N)")
        self._export.retranslate()
        self._filters.retranslate()
        self._table.set_columns(columns())
        self._table.setAccessibleName(tr("商机"))
        self._side.make()
        self._wire_pane()
        self._data = None

    def showEvent(self, event: QShowEvent) -> None:
        # Else the stack of pages would give the focus to the first button.
        if not self._was_shown:
            self._was_shown = True
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._side.setFixedWidth(PANE_WIDTH if self.width() >= WIDE else NARROW_PANE_WIDTH)
        super().resizeEvent(event)

    # --- what is shown ----------------------------------------------------------------------------------------

    def load(self, connection: sqlite3.Connection, view: View) -> DealsData:
        """The ids in their order and the first rows; sums and marks come a moment later."""
        return load_deals(connection, view, self._asked)

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there; while somebody writes in a cell, once that is done."""
        assert isinstance(data, DealsData)
        if self._table.is_writing:
            self._waiting = data
            return
        self._waiting = None
        if self._data is None or (self._data.asked.wanted, self._data.looking) != (data.asked.wanted, data.looking):
            # Sums of other rows would be false for the moment until these are known.
            self._sums = ()
        if data.shielded and not (self._data and self._data.shielded):
            # The deal beside the table may be somebody else's; the next one is read a moment later.
            self._side.show_nothing()
        self._data = data
        wanted = data.asked.deal_id
        self._asked = evolve(data.asked, deal_id=None, former=None)
        self._marks = evolve(self._marks, today=data.today, currency=data.currency, refused=self._refused)
        self._ids = data.ids
        self._filters.offer(data.choices)
        self._filters.show_filter(data.asked.wanted, data.asked.origin)
        self._new.setVisible(not data.shielded)
        self._table.set_empty_words(self._empty_words(data))
        self._table.show_deals(self._source(data.ids, data.first), wanted)
        if self._table.currentIndex().row() < 0 and len(data.ids):
            self._table.setCurrentIndex(self._table.rows.index(0, 1))
        self._say_what_to_do(data)
        self._say_line()
        self._tell(data)
        self._detail_soon.start()
        if wanted is not None:
            self._focus_table()

    def refresh(self) -> None:
        """What waits to be shown is out of date."""
        self._waiting = None
        super().refresh()

    def arrive(self, **arguments: object) -> None:
        """``rows`` and ``title``: the rows behind a figure; ``deal``: that one; ``account``: its deals."""
        rows, account, deal = arguments.get("rows"), arguments.get("account"), arguments.get("deal")
        only = self.host.view.only_person
        if isinstance(rows, RowsQuery):
            self._ask(wanted=DealFilter(state="all", rows=rows), origin=str(arguments.get("title") or ""),
                      origin_for=only)  # fmt: skip
        elif isinstance(account, int):
            self._ask(wanted=DealFilter(state="all", account_id=account), origin=self._account_name(account),
                      origin_for=only)  # fmt: skip
        elif isinstance(deal, int):
            is_shown = self._table.source is not None and self._table.source.place(deal) is not None
            self._ask(**({} if is_shown else {"wanted": DealFilter(), "origin": ""}), deal_id=deal)
        else:
            return
        self._table.clearSelection()

    def narrow(self, wanted: DealFilter) -> None:
        """Show what another filter lets through."""
        self._ask(wanted=wanted, **({} if wanted.ignores_scope else {"origin": ""}))

    def _ask(self, **changed: Any) -> None:
        """Have something else shown: fields of ``Asked``."""
        self._asked = evolve(self._asked, **{"former": None, **changed})
        self.refresh()

    def _source(self, ids: "array[int]", first: dict[int, DealRow]) -> DealSource:
        readers = self.host.readers()

        def read(numbers: Sequence[int]) -> dict[int, DealRow]:
            return read_deal_rows(readers.here(), numbers)

        return DealSource(ids, read, lambda deal: make_row(deal, self._marks), len(KEYS), first)

    def _tell(self, data: DealsData) -> None:
        """Sums and stalled deals are told once the rows stand there."""
        readers = self.host.readers()

        def read() -> _Told:
            connection = readers.here()
            return _Told(
                sum_found(connection, data.asked.wanted, data.looking), stalled_deals(connection, data.looking.today)
            )

        def show(told: _Told) -> None:
            self._sums = told.sums
            self._say_line()
            if told.stalled != self._marks.stalled:
                self._marks = evolve(self._marks, stalled=told.stalled)
                self._table.rows.reread()

        self._told.run(read, show, self.problem)

    def _show_waiting(self) -> None:
        if self._waiting is not None and not self._table.is_writing:
            self.show_data(self._waiting)

    def _say_what_to_do(self, data: DealsData) -> None:
        nothing = not data.choices.any_deal and not data.asked.wanted.ignores_scope and self._side.new is None
        self._empty.say(
            tr("商机都在这里:导入 CRM 的导出文件,或记下第一个。"),
            (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
            (tr("新商机"), self.write_new),
        )
        self._stack.setCurrentIndex(1 if nothing else 0)

    def _empty_words(self, data: DealsData) -> str:
        if data.asked.wanted != DealFilter():
            return tr("没有这样的商机。放宽上面的条件再看。")
        return tr("这个范围里没有在手商机。")

    def _say_line(self) -> None:
        """What is looked at, how many, and how much: of the selection, or of all rows."""
        data, source = self._data, self._table.source
        if data is None or source is None:
            return
        words = chosen_words(self._chosen_sums, data) if self._chosen_sums else all_words(self._sums, data)
        self._title.show_title(tr("商机"), " · ".join(words))

    # --- the deal beside the table ----------------------------------------------------------------------------

    def _wire_pane(self) -> None:
        pane = self._side.pane
        pane.account_asked.connect(lambda account: self.arrive(account=account))
        pane.support_asked.connect(lambda support: self.host.go("support", support=support))

    def _read_chosen(self) -> None:
        data, source = self._data, self._table.source
        if data is None or source is None:
            return
        ranges, ids = self._table.selected_rows(), source.ids
        readers, only = self.host.readers(), self.host.view.only_person
        count = sum(map(len, ranges))
        if count > 1:

            def read() -> tuple[tuple[CurrencySum, ...], frozenset[int]]:
                chosen = [ids[row] for rows in ranges for row in rows]
                return sum_deals(readers.here(), chosen), stages_of(readers.here(), chosen)

            self._selection_read.run(read, lambda found: self._show_many(count, *found), self.problem)
            return
        self._selection_read.cancel()
        if self._chosen_sums:
            self._chosen_sums = ()
            self._say_line()
        current = self._table.current_id()
        if current is None:
            self._side.show_nothing()
            return

        def show(detail: DealDetail | None) -> None:
            if detail is None:
                self._side.show_nothing()
            else:
                self._side.show_deal(detail, data.choices, data.currency)

        self._detail_read.run(lambda: read_detail(readers.here(), current, only), show, self.problem)

    def _show_many(self, count: int, sums: tuple[CurrencySum, ...], stages: frozenset[int]) -> None:
        if self._data is not None:
            self._detail_read.cancel()
            self._chosen_sums = sums
            self._say_line()
            self._side.show_many(count, self._data.choices, stages)

    def _open_pane(self) -> None:
        self._side.setFocus(Qt.FocusReason.OtherFocusReason)
        self._side.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_new(self) -> None:
        """Begin a new deal in the pane."""
        data = self._data
        if data is None or data.shielded:
            return
        self._stack.setCurrentIndex(0)
        owner = data.scope.id if data.scope.kind == "person" else self._asked.wanted.owner_id
        self._side.write_new(data.choices, owner, self._add)

    def _add(self, new: NewDeal) -> None:
        def verb(store: Store) -> Changes:
            return deals.add_deal(
                store, name=new.name, account_name=new.account, owner_id=new.owner_id, stage_id=new.stage_id,
                fields=new.fields, today=self.host.view.today,
            )  # fmt: skip

        def done(changes: Changes) -> None:
            self._side.drop_new()
            self._ask(deal_id=next(iter(changes.ids.get("deal", ())), None))

        self.host.perform(verb, done, by=self)

    # --- writing ----------------------------------------------------------------------------------------------

    def choices(self, number: int, key: str) -> tuple[Sequence[tuple[str, object]], object] | None:
        """What a cell may be and what it is; None for one that is typed."""
        data, deal = self._data, self._deal(number)
        if data is None or deal is None:
            return None
        if key == "stage":
            return [(stage.name, stage.id) for stage in data.choices.stages_of([deal.stage_id])], deal.stage_id
        if key == "owner":
            owners: list[tuple[str, object]] = [(name, person) for person, name in data.choices.owners]
            return [(formats.MISSING, None), *owners], deal.owner_id
        if key == "forecast_category":
            words: list[tuple[str, object]] = [(tr(source), name) for name, source in FORECAST_CATEGORIES.items()]
            return [(formats.MISSING, None), *words], deal.forecast_category
        return None

    def text(self, number: int, key: str) -> str:
        """What stands in the field when a cell is opened: what was typed in vain, or what is stored."""
        refused = self._refused.get((number, key))
        deal = self._deal(number)
        return refused.text if refused else typed_text(deal, key) if deal else ""

    def read(self, number: int, key: str, text: str) -> object:  # noqa: ARG002 - a value does not depend on its deal
        """The value of what was typed. Raises CockpitError, which says why it is none."""
        return read_typed(key, text, self.host.view.today)

    def understood(self, number: int, key: str, text: str) -> str:  # noqa: ARG002 - as above
        """The day or the amount that is understood so far."""
        try:
            if key in ("expected_close", "next_step_on", "closed_on"):
                day = read_day(text, self.host.view.today)
                return f"{day.isoformat()} {formats.weekday(day)}" if day else ""
            if key == "amount" and not text.strip().isdecimal():
                return formats.money_full(read_money(text), self._marks.currency) if text.strip() else ""
        except CockpitError:
            return ""
        return ""

    def _deal(self, number: int) -> DealRow | None:
        source = self._table.source
        return source.deal(number) if source else None

    def _write_cell(self, number: int, key: str, value: object) -> None:
        """From the table or the pane: a stage is moved, everything else is set."""
        self._refused.pop((number, key), None)
        deal = self._deal(number)
        if deal is not None and key in ("owner", "stage"):
            same = getattr(deal, _COLUMN_OF[key]) == value
        else:
            same = deal is not None and hasattr(deal, key) and getattr(deal, key) == value
        if same:
            self._table.rows.reread()
        elif key == "stage" and isinstance(value, int):
            self._move([number], value)
        else:
            self._edit([number], key, value)

    def _edit(self, ids: Sequence[int], key: str, value: object) -> None:
        today, field = self.host.view.today, _COLUMN_OF.get(key, key)
        for number in ids:
            self._refused.pop((number, key), None)
        self._perform(lambda store: deals.edit_deals(store, ids, field, value, today=today))

    def _turn_flag(self, ids: Sequence[int]) -> None:
        source = self._table.source
        if source is not None and ids:
            on = not all(deal.is_major for deal in source.deals(ids))
            self._edit(ids, "is_major", int(on))

    def _move(self, ids: Sequence[int], stage_id: int) -> None:
        closing = self._ask_closing(ids, stage_id)
        if closing is None:
            self._side.pane.refill()
            return
        today, day, reason = self.host.view.today, *closing
        self._asked = evolve(self._asked, former=self._ids)
        # Deals that were closed leave the list: the window offers to take it back.
        self.host.perform(
            lambda store: deals.move_stage(store, ids, stage_id, closed_on=day, lost_reason=reason, today=today)
        )

    def _change_together(self, together: Together) -> None:
        ids = self._table.selected_ids()
        day, reason = None, None
        if together.stage_id is not None:
            closing = self._ask_closing(ids, together.stage_id)
            if closing is None:
                return
            day, reason = closing
        today = self.host.view.today
        self._side.many.clear()
        self._perform(
            lambda store: deals.edit_together(
                store, ids, together.fields, stage_id=together.stage_id, closed_on=day, lost_reason=reason, today=today
            )
        )

    def _ask_closing(self, ids: Sequence[int], stage_id: int) -> tuple[date | None, str | None] | None:
        """Day and reason where the stage closes the deals; (None, None) where it does not; None to leave them."""
        stage = self._stage(stage_id)
        if stage is None or stage.kind == "open" or self._data is None:
            return None, None
        deal = self._deal(ids[0])
        answer: Closing | None = self.ask(
            ClosingDialog(
                stage, deal.name if deal else "", len(ids), self.host.view.today, self._data.choices.lost_reasons, self
            )
        )
        return (answer.day, answer.lost_reason) if answer else None

    def ask(self, dialog: ClosingDialog) -> Closing | None:
        """Show the dialog until it is answered."""
        dialog.exec()
        dialog.deleteLater()
        return dialog.closing

    def _stage(self, stage_id: int) -> Stage | None:
        stages = self._data.choices.stages if self._data else ()
        return next((stage for stage in stages if stage.id == stage_id), None)

    def _keep_refused(self, number: int, key: str, text: str, reason: str) -> None:
        self._refused[number, key] = Refused(text, reason)
        self._marks = evolve(self._marks, refused=self._refused)
        self._table.rows.reread()

    def _perform(self, verb: Callable[[Store], Changes]) -> None:
        def done(_: Changes) -> None:
            self.refresh()

        # What was written stays under the hands that wrote it, until the list is sorted or narrowed again.
        self._asked = evolve(self._asked, former=self._ids)
        self.host.perform(verb, done, by=self)

    # --- places -----------------------------------------------------------------------------------------------

    def _sort_by(self, key: str, descending: bool) -> None:
        self._ask(sort=key, descending=descending)

    def _focus_table(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _return(self) -> None:
        """From the pane to the table; where there is no deal yet, to what can be done."""
        self._focus_table()
        if self._data is not None:
            self._say_what_to_do(self._data)
            self._detail_soon.start()

    def _focus_search(self) -> None:
        self._filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filters.search.selectAll()

    def _account_name(self, account: int) -> str:
        found = self.host.readers().here().execute("SELECT name FROM accounts WHERE id = ?", (account,)).fetchone()
        return str(found[0]) if found else ""
