"""Deals: a table as people expect from a spreadsheet over as many deals as there are, and the chosen deal beside it."""

import sqlite3
from array import array
from collections.abc import Sequence
from typing import Any

from attrs import evolve, frozen
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent

from cockpit.language import tr
from cockpit.metrics import RowsQuery
from cockpit.metrics.deal_detail import DealDetail, read_detail
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
from cockpit.model.formats import counted
from cockpit.operations import deals
from cockpit.operations.operation import Changes
from cockpit.store.file import Store
from cockpit.window.deals.columns import KEYS, Marks, columns, make_row
from cockpit.window.deals.export_button import deals_export
from cockpit.window.deals.filters import FilterBar
from cockpit.window.deals.loading import Asked, DealsData, load_deals
from cockpit.window.deals.mail import MailDialog
from cockpit.window.deals.side import PANE_WIDTH, NewDeal, Side, Together
from cockpit.window.deals.summary import all_words, chosen_words
from cockpit.window.deals.table import DealSource, DealsTable
from cockpit.window.deals.writing import DealWriting
from cockpit.window.kit import background
from cockpit.window.kit.cards import Card, button
from cockpit.window.kit.columns_button import columns_button, say_columns
from cockpit.window.kit.framed_page import GAP, FramedPage
from cockpit.window.kit.once import Once
from cockpit.window.kit.page import View, Window
from cockpit.window.mend.reading import find

WIDE, NARROW_PANE_WIDTH = 1200, 296
"""In a narrow window the table needs the room more than the pane."""
MEND_AFTER = 400
"""Milliseconds from the last change of the data until what is to be mended is counted again."""
DETAIL_AFTER = 60
"""Milliseconds from the last move in the table to the deal beside it."""


@frozen
class _Told:
    sums: tuple[CurrencySum, ...]
    stalled: frozenset[int]


class DealsPage(FramedPage):
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
        self._pen_for: int | None = None
        self._told_begun = False
        self._ids = array("q")
        self._writing = DealWriting(self, lambda: self._table.source)
        self._writing.begun.connect(self._keep_order)
        self._writing.left.connect(self._show_what_is)
        self._marks = Marks(window.view.today, "CNY", refused=self._writing.refused)
        self._sums: tuple[CurrencySum, ...] = ()
        self._chosen_sums: tuple[CurrencySum, ...] = ()
        self._told, self._detail_read = background.Latest(self), background.Latest(self)
        self._selection_read = background.Latest(self)

        self._to_mend = button("", lambda: self.host.go("mend"), "link")
        self._to_mend.hide()
        self._mend_read = background.Latest(self, background.deeper)
        self._mend_due = True
        self._mend_soon = QTimer(self, singleShot=True, interval=MEND_AFTER)
        self._mend_soon.timeout.connect(self._count_to_mend)
        self.title.buttons.addWidget(self._to_mend)
        self._export = deals_export(window, lambda: self._ids)
        self._filters = FilterBar()
        self.head.addWidget(self._filters)
        self._filters.changed.connect(self.narrow)
        self._filters.search.left.connect(self._focus_table)
        self._table = DealsTable(columns(), self._writing)
        self._columns = columns_button(self, self._table)
        for made in (self._columns, self._export):
            self.title.buttons.addWidget(made)
        self.offer_new(self.write_new, "primary")
        self._table.opened.connect(lambda _: self._open_pane())
        self._table.sort_asked.connect(self._sort_by)
        self._table.cells.written.connect(self._writing.write)
        self._table.cells.refused.connect(self._writing.refuse)
        self._table.cells.closeEditor.connect(lambda *_: QTimer.singleShot(0, self, self._show_waiting))
        self._table.flag_asked.connect(self._writing.turn_flag)
        self._table.clear_asked.connect(lambda ids, key: self._writing.edit(ids, key, None))
        self._table.escaped.connect(self._filters.drop_origin)
        self._table.rows.mark_sorted(KEYS.index(self._asked.sort), False)
        self._once = Once()
        self._side = Side(self._writing.write, self._change_together, window.view.today)
        self._side.left.connect(self._return)
        self._detail_soon = QTimer(self, singleShot=True, interval=DETAIL_AFTER)
        self._detail_soon.timeout.connect(self._read_chosen)
        self._table.selectionModel().selectionChanged.connect(lambda *_: self._detail_soon.start())
        self._table.selectionModel().currentRowChanged.connect(lambda *_: self._detail_soon.start())

        card = Card()
        card.content.setContentsMargins(1, 4, 1, 1)
        card.content.addWidget(self._table, 1)
        self.body.setSpacing(GAP)
        self.body.addWidget(card, 1)
        self.body.addWidget(self._side)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._focus_search)
        self.setFocusProxy(self._table)
        self.retranslate()

    def retranslate(self) -> None:
        self.say_new(tr("新商机"), tr("新商机") + " (Ctrl+N)")
        self._export.retranslate()
        say_columns(self._columns)
        self._filters.retranslate()
        self._table.set_columns(columns())
        self._table.setAccessibleName(tr("商机"))
        self._side.make()
        self._wire_pane()
        self._to_mend.setToolTip(tr("缺的、矛盾的、重复的数据,和它们让哪个数字不准"))
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
        if self._side.begin_day(data.today):
            self._wire_pane()
        if self._data is None or (self._data.asked.wanted, self._data.looking) != (data.asked.wanted, data.looking):
            # Sums of other rows would be false for the moment until these are known.
            self._sums = ()
        if data.shielded and not (self._data and self._data.shielded):
            # The deal beside the table may be somebody else's; the next one is read a moment later.
            self._side.show_nothing()
        self._data = self._writing.data = data
        wanted = data.asked.deal_id
        self._asked = evolve(data.asked, deal_id=None, former=None)
        self._marks = evolve(self._marks, today=data.today, currency=data.currency)
        self._ids = data.ids
        self._filters.offer(data.choices)
        self._filters.show_filter(data.asked.wanted, data.asked.origin)
        self._new.setVisible(not data.shielded)
        if data.shielded:
            self._to_mend.hide()  # counted for everybody until it is counted anew
        self._table.set_empty_words(self._empty_words(data))
        self._table.hide_columns(data.hidden)
        self._table.show_records(self._source(data.ids, data.first), wanted)
        if self._table.currentIndex().row() < 0 and len(data.ids):
            self._table.setCurrentIndex(self._table.rows.index(0, 1))
        self._say_what_to_do(data)
        self._say_line()
        self._tell(data)
        self._detail_soon.start()
        if wanted is not None:
            self._focus_table()

    def refresh(self) -> None:
        """What waits to be shown is out of date, and what is to be mended is counted anew."""
        self._mend_due = True
        self._load_again()

    def _load_again(self) -> None:
        self._waiting = None
        super().refresh()

    def arrive(self, **arguments: object) -> None:
        """``rows`` and ``title``: the rows behind a figure, ``deal`` chosen among them; ``deal`` alone: that one, with
        ``log`` the pen is in its log; ``account``: its deals.
        """
        rows, account, deal = arguments.get("rows"), arguments.get("account"), arguments.get("deal")
        only = self.host.view.only_person
        if isinstance(rows, RowsQuery):
            self._ask(wanted=DealFilter(state="all", rows=rows), origin=str(arguments.get("title") or ""),
                      origin_for=only, deal_id=deal if isinstance(deal, int) else None)  # fmt: skip
        elif isinstance(account, int):
            self._ask(wanted=DealFilter(state="all", account_id=account), origin=self._account_name(account),
                      origin_for=only)  # fmt: skip
        elif isinstance(deal, int):
            is_shown = self._table.source is not None and self._table.source.place(deal) is not None
            self._pen_for = deal if arguments.get("log") else None
            self._ask(**({} if is_shown else {"wanted": DealFilter(), "origin": ""}), deal_id=deal)
        else:
            return
        self._table.clearSelection()

    def narrow(self, wanted: DealFilter) -> None:
        """Show what another filter lets through."""
        self._ask(wanted=wanted, **({} if wanted.ignores_scope else {"origin": ""}))

    def _ask(self, **changed: Any) -> None:
        """Have something else of the same data shown: fields of ``Asked``."""
        self._asked = evolve(self._asked, **{"former": None, **changed})
        self._load_again()

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
        if self._mend_due:
            self._mend_due = False
            self._mend_soon.start()

    def _count_to_mend(self) -> None:
        """How much is to be mended is said quietly, and leads there."""
        readers, view = self.host.readers(), self.host.view

        def show(count: int) -> None:
            self._to_mend.setText(tr("{n} 处待修", n=counted(count)))
            self._to_mend.setVisible(count > 0)

        self._mend_read.run(lambda: find(readers.here(), view).mistakes, show, self.problem)

    def _show_waiting(self) -> None:
        if self._waiting is not None and not self._table.is_writing:
            self.show_data(self._waiting)

    def _say_what_to_do(self, data: DealsData) -> None:
        nothing = not data.choices.any_deal and not data.asked.wanted.ignores_scope and self._side.new is None
        self.empty.say(
            tr("商机都在这里:导入 CRM 的导出文件,或记下第一个。"),
            (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
            (tr("新商机"), self.write_new),
            (tr("看看示例团队"), lambda: self.host.command("sample")),
        )
        self.set_empty(nothing)

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
        self.title.show_title(tr("商机"), " · ".join(words))

    # --- the deal beside the table ----------------------------------------------------------------------------

    def _wire_pane(self) -> None:
        pane = self._side.pane
        pane.account_asked.connect(lambda account: self.arrive(account=account))
        pane.answered.connect(self._writing.answer)
        pane.support_asked.connect(lambda support: self.host.go("support", support=support))
        log = pane.log
        log.written.connect(lambda deal, written: self._writing.write_log(deal, written, lambda: log.settle(deal)))
        log.corrected.connect(self._writing.correct_log)
        log.removed.connect(self._writing.remove_log)
        log.mail_asked.connect(self._write_mail)

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
                if self._pen_for == detail.id:
                    self._pen_for = None
                    self._side.write_log()

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
        self.set_empty(False)
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
            self._mend_due = True
            self._ask(deal_id=next(iter(changes.ids.get("deal", ())), None))

        if begun := self._once.begin("new", verb, done):
            self.host.perform(*begun, by=self)

    def _write_mail(self, deal: int) -> None:
        dialog = MailDialog(deal, self.host.readers(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def may_close(self) -> bool:
        """What was begun for a log and never recorded is shown, once, before the window closes."""
        drafts = self._side.pane.log.drafts
        begun = [deal for deal, (words, *_) in drafts.items() if words.strip()]
        if not begun or self._told_begun:
            return True
        self._told_begun = True
        self.host.go(self.name, deal=begun[0], log=True)
        self.host.toast(tr("这条进展写了还没有记下。"))
        return False

    # --- what is written --------------------------------------------------------------------------------------

    def _keep_order(self) -> None:
        """What was written stays under the hands that wrote it, until the list is sorted or narrowed again."""
        self._asked = evolve(self._asked, former=self._ids)

    def _show_what_is(self) -> None:
        """Nothing was written: what is stored stands in the table and beside it."""
        self._table.rows.reread()
        self._side.pane.refill()

    def _change_together(self, together: Together) -> None:
        if self._writing.change_together(self._table.selected_ids(), together):
            self._side.many.clear()

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
