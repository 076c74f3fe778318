"""Accounts 客户: a table as people expect from a spreadsheet, and the chosen account beside it."""

import sqlite3
from array import array
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent

from cockpit.language import tr
from cockpit.metrics import RowsQuery
from cockpit.metrics.account_detail import AccountDetail, read_account_detail
from cockpit.metrics.account_list import BY_VALUES, AccountFilter, AccountRow, read_account_rows
from cockpit.metrics.tiers import TIERS
from cockpit.model import formats
from cockpit.model.formats import counted
from cockpit.window.accounts.columns import CLEARABLE, KEYS, Marks, columns, make_row
from cockpit.window.accounts.export_button import accounts_export
from cockpit.window.accounts.filters import AccountFilterBar
from cockpit.window.accounts.loading import (
    AccountsData,
    Asked,
    KnownValues,
    load_accounts,
    read_known,
    values_scope,
)
from cockpit.window.accounts.side import PANE_WIDTH, AccountSide
from cockpit.window.accounts.writing import AccountWriting
from cockpit.window.kit import background
from cockpit.window.kit.cards import Card
from cockpit.window.kit.columns_button import columns_button, say_columns
from cockpit.window.kit.framed_page import GAP, FramedPage
from cockpit.window.kit.id_source import IdSource
from cockpit.window.kit.page import View, Window
from cockpit.window.kit.sheet import Sheet

WIDE, NARROW_PANE_WIDTH = 1200, 296
"""In a narrow window the table needs the room more than the pane."""
DETAIL_AFTER = 60
"""Milliseconds from the last move in the table to the account beside it."""


class AccountsPage(FramedPage):
    """The list of accounts. Scope and cycle of the window hold; a figure's rows are shown as they are behind it."""

    name = "accounts"
    depends_on = frozenset({
        "account", "deal", "activity", "payment", "person", "team", "product", "stage", "setting", "import",
    })  # fmt: skip

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._data: AccountsData | None = None
        self._waiting: AccountsData | None = None
        self._was_shown = False
        self._asked = Asked()
        self._known: KnownValues | None = None
        self._is_known_fresh = False
        self._writing = AccountWriting(self, lambda: self.table.source)
        self._writing.begun.connect(self._keep_order)
        self._writing.left.connect(self._show_what_is)
        self._writing.done.connect(self._show_written)
        self._told, self._detail_read = background.Latest(self), background.Latest(self)

        self._export = accounts_export(window, lambda: self._data, lambda: self.table.hidden)
        self.filters = AccountFilterBar()
        self.head.addWidget(self.filters)
        self.filters.changed.connect(self.narrow)
        self.filters.search.left.connect(self._focus_table)
        self.table: Sheet[AccountRow] = Sheet(columns(), self._writing, "is_key", CLEARABLE)
        self.table.opened.connect(lambda _: self.side.pane.setFocus(Qt.FocusReason.OtherFocusReason))
        self.table.sort_asked.connect(lambda key, descending: self._ask(sort=key, descending=descending))
        self.table.cells.written.connect(self._writing.write)
        self.table.cells.refused.connect(self._writing.refuse)
        self.table.cells.closeEditor.connect(lambda *_: QTimer.singleShot(0, self, self._show_waiting))
        self.table.flag_asked.connect(self._writing.turn_flag)
        self.table.clear_asked.connect(lambda ids, key: self._writing.edit(ids, key, None))
        self.table.pasted.connect(self._writing.paste)
        self.table.escaped.connect(self.filters.drop_origin)
        self._columns = columns_button(self, self.table)
        for made in (self._columns, self._export):
            self.title.buttons.addWidget(made)
        self.table.rows.mark_sorted(KEYS.index(self._asked.sort), False)
        self.side: AccountSide = AccountSide(self._writing.write, self._change_together)
        self._detail_soon = QTimer(self, singleShot=True, interval=DETAIL_AFTER)
        self._detail_soon.timeout.connect(self._read_chosen)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._detail_soon.start())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._detail_soon.start())

        card = Card()
        card.content.setContentsMargins(1, 4, 1, 1)
        card.content.addWidget(self.table, 1)
        self.body.setSpacing(GAP)
        self.body.addWidget(card, 1)
        self.body.addWidget(self.side)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._focus_search)
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self._export.retranslate()
        say_columns(self._columns)
        self.filters.retranslate()
        self.table.set_columns(columns())
        self.table.setAccessibleName(tr("客户"))
        self.side.make()
        pane = self.side.pane
        pane.left.connect(self._focus_table)
        pane.deal_asked.connect(lambda deal: self.host.go("deals", deal=deal))
        pane.all_asked.connect(lambda account: self.host.go("deals", account=account))
        self.empty.say(
            tr("客户都在这里:导入带客户名的商机或客户表,就会列出来。"),
            (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
            (tr("看看示例团队"), lambda: self.host.command("sample")),
        )
        self._data = None

    def showEvent(self, event: QShowEvent) -> None:
        # Else the stack of pages would give the focus to the first button.
        if not self._was_shown:
            self._was_shown = True
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.side.setFixedWidth(PANE_WIDTH if self.width() >= WIDE else NARROW_PANE_WIDTH)
        super().resizeEvent(event)

    # --- what is shown ----------------------------------------------------------------------------------------

    def load(self, connection: sqlite3.Connection, view: View) -> AccountsData:
        """The ids in their order and the first rows; tiers and sums come a moment later."""
        return load_accounts(connection, view, self._asked, self._known, self._is_known_fresh)

    def mark_stale(self) -> None:
        """What was worked out of all accounts is out of date as well."""
        self._is_known_fresh = False
        super().mark_stale()

    def refresh(self) -> None:
        """What waits to be shown is out of date."""
        self._waiting = None
        super().refresh()

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there; while somebody writes in a cell, once that is done."""
        assert isinstance(data, AccountsData)
        if self.table.is_writing:
            self._waiting = data
            return
        self._waiting = None
        if data.shielded and not (self._data and self._data.shielded):
            # The account beside the table may be somebody else's; the next one is read a moment later.
            self.side.show_nothing()
        if data.known is not None and data.known is not self._known:
            # Worked out while the page was read, because the order asked for it.
            self._known, self._is_known_fresh = data.known, not self._stale
        self._data = data
        self._writing.offered = data.choices
        wanted = data.asked.account_id
        self._asked = evolve(data.asked, account_id=None, former=None)
        self.filters.offer(data.choices)
        self.filters.show_filter(data.asked.wanted, data.asked.origin)
        self.table.set_empty_words(
            tr("没有这样的客户。放宽上面的条件再看。")
            if data.asked.wanted != AccountFilter()
            else tr("这个范围里没有客户。")
        )
        self.table.hide_columns(data.hidden)
        self.table.rows.mark_sorted(KEYS.index(data.asked.sort), data.asked.descending)
        self.table.show_records(self._source(data), wanted)
        if self.table.currentIndex().row() < 0 and len(data.ids):
            self.table.setCurrentIndex(self.table.rows.index(0, 1))
        self.set_empty(not data.choices.any_account and not data.asked.wanted.ignores_scope)
        self._say_line()
        self._tell(data)
        self._detail_soon.start()
        if wanted is not None:
            self._focus_table()

    def arrive(self, **arguments: object) -> None:
        """``rows`` and ``title``: the rows behind a figure; ``account``: that one; ``tier``: all of it, "" for all."""
        rows, account, tier = arguments.get("rows"), arguments.get("account"), arguments.get("tier")
        if isinstance(rows, RowsQuery):
            # Those that wait longest are what one comes for.
            self._ask(wanted=AccountFilter(rows=rows), origin=str(arguments.get("title") or ""),
                      origin_for=self.host.view.only_person, sort="quiet_days", descending=True)  # fmt: skip
        elif isinstance(account, int):
            is_shown = self.table.source is not None and self.table.source.place(account) is not None
            self._ask(**({} if is_shown else {"wanted": AccountFilter(), "origin": ""}), account_id=account)
        elif isinstance(tier, str):
            chosen = next((known for known in TIERS if known == tier), None)
            self._ask(wanted=AccountFilter(tier=chosen), origin="", sort="open", descending=True)
        else:
            return
        self.table.clearSelection()

    def narrow(self, wanted: AccountFilter) -> None:
        """Show what another filter lets through."""
        self._ask(wanted=wanted, **({} if wanted.ignores_scope else {"origin": ""}))

    def _ask(self, **changed: Any) -> None:
        """Have something else shown: fields of ``Asked``."""
        self._asked = evolve(self._asked, **{"former": None, **changed})
        self.refresh()

    def _source(self, data: AccountsData) -> IdSource[AccountRow]:
        readers, period = self.host.readers(), data.looking.period
        values = data.known.values if data.known else None
        marks = Marks(period.as_of, data.settings.currency, values, data.settings.key_account_days)

        def read(numbers: Sequence[int]) -> dict[int, AccountRow]:
            return read_account_rows(readers.here(), numbers, period, values)

        return IdSource(data.ids, read, lambda account: make_row(account, marks), len(KEYS), data.first)

    def _tell(self, data: AccountsData) -> None:
        """Tiers and sums are told once the rows stand there; the order follows where it depends on them."""
        looking, wanted, readers = data.looking, data.asked.wanted, self.host.readers()
        of = (looking.period, values_scope(wanted, looking))
        if self._is_known_fresh and self._known is not None and (self._known.period, self._known.scope) == of:
            self._told.cancel()
            return

        def show(known: KnownValues) -> None:
            self._known, self._is_known_fresh = known, True
            shown = self._data
            if shown is None:
                return
            if shown.asked.wanted.needs_values or shown.asked.sort in BY_VALUES:
                if shown.asked.former is not None:
                    # What was written by hand stays where it is, now that its tier is known as well.
                    self._keep_order()
                self.refresh()
                return
            # The first rows were read with what was known before.
            self._data = evolve(shown, known=known, first={})
            if self.table.source is not None and self.table.source.ids == shown.ids:
                self.table.rows.reread(self._source(self._data))
            self._say_line()
            self._detail_soon.start()

        self._told.run(lambda: read_known(readers.here(), wanted, looking), show, self.problem)

    def _show_waiting(self) -> None:
        if self._waiting is not None and not self.table.is_writing:
            self.show_data(self._waiting)

    def _say_line(self) -> None:
        """What is looked at, how many, and how much."""
        data = self._data
        if data is None:
            return
        words = [data.asked.origin if data.asked.wanted.ignores_scope else data.scope.label]
        words.append(tr("{n} 个客户", n=counted(len(data.ids))))
        if data.known is not None:
            values = [data.known.values[number] for number in data.ids if number in data.known.values]
            words.append(tr("在手 {amount}", amount=formats.money(sum(value.open for value in values))))
            words.append(tr("12 个周期赢单 {amount}", amount=formats.money(sum(value.won for value in values))))
        if data.looking.period.is_past_view:
            words.append(tr("截至 {day}", day=data.looking.period.as_of))
        self.title.show_title(tr("客户名单"), " · ".join(words))

    # --- the account beside the table -------------------------------------------------------------------------

    def _read_chosen(self) -> None:
        data = self._data
        if data is None or self.table.source is None:
            return
        count = sum(map(len, self.table.selected_rows()))
        if count > 1:
            self._detail_read.cancel()
            self.side.show_many(count, data.choices)
            return
        current, readers = self.table.current_id(), self.host.readers()
        if current is None:
            self.side.show_nothing()
            return

        def show(detail: AccountDetail | None) -> None:
            if detail is None:
                self.side.show_nothing()
                return
            value = data.known.values.get(detail.row.id) if data.known else None
            self.side.show_account(detail, data.choices, value, data.settings.currency)

        self._detail_read.run(lambda: read_account_detail(readers.here(), current, data.looking), show, self.problem)

    # --- what is written --------------------------------------------------------------------------------------

    def _keep_order(self) -> None:
        """What was written stays under the hands that wrote it, until the list is sorted or narrowed again."""
        self._asked = evolve(self._asked, former=array("q", self._data.ids) if self._data else None)

    def _show_what_is(self) -> None:
        """Nothing was written: what is stored stands in the table and beside it."""
        self.table.rows.reread()
        if self._data is not None:
            self.side.pane.refill_choices(self._data.choices)

    def _show_written(self) -> None:
        self._is_known_fresh = False
        self.refresh()

    def _change_together(self, fields: Mapping[str, Any]) -> None:
        self._writing.change_together(self.table.selected_ids(), fields)

    # --- places -----------------------------------------------------------------------------------------------

    def _focus_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_search(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()
