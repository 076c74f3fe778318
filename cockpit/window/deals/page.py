"""Deals: a table as people expect from a spreadsheet over as many deals as there are, and the chosen deal beside it."""

import sqlite3
from array import array
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from attrs import define, evolve, frozen
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics import RowsQuery, Scope
from cockpit.metrics.deal_detail import DealChoices, DealDetail, Stage, read_choices, read_detail
from cockpit.metrics.deal_list import (
    CurrencySum,
    DealFilter,
    DealRow,
    Looking,
    find_deals,
    read_deal_rows,
    stages_of,
    stalled_deals,
    sum_deals,
    sum_found,
)
from cockpit.metrics.settings import read_settings
from cockpit.model import formats
from cockpit.model.deals import FORECAST_CATEGORIES
from cockpit.operations import deals
from cockpit.operations.deal_values import read_day, read_money, read_typed
from cockpit.operations.operation import Changes
from cockpit.store.file import Store
from cockpit.window.deals.closing import Closing, ClosingDialog
from cockpit.window.deals.columns import KEYS, Marks, Refused, columns, make_row, typed_text
from cockpit.window.deals.filters import STATE_WORDS, WHEN_WORDS, FilterBar
from cockpit.window.deals.side import PANE_WIDTH, NewDeal, Side, Together
from cockpit.window.deals.source import DealSource
from cockpit.window.deals.table import DealsTable
from cockpit.window.kit import background
from cockpit.window.kit.cards import Card, EmptyState, PageTitle, button
from cockpit.window.kit.page import Page, View, Window

FIRST_ROWS = 200
WIDE, NARROW_PANE_WIDTH = 1200, 296
"""In a narrow window the table needs the room more than the pane."""
DETAIL_AFTER = 60
"""Milliseconds from the last move in the table to the deal beside it."""
_COLUMN_OF = {"owner": "owner_id", "stage": "stage_id"}


@frozen
class DealsData:
    """What the page shows at once: ids in their order, the first rows, and what the fields may be."""

    ids: "array[int]"
    first: dict[int, DealRow]
    choices: DealChoices
    currency: str
    today: date
    wanted: DealFilter
    origin: str
    scope: Scope
    looking: Looking
    shielded: bool


@define
class Exporting:
    """An export under way: how much of it is done, and whether it is still wanted."""

    share: float = 0.0
    wanted: bool = True


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
        self._filter, self._origin = DealFilter(), ""
        self._sort, self._descending = "expected_close", False
        self._keep_order = False
        self._ids = array("q")
        self._wanted_deal: int | None = None
        self._marks = Marks(window.view.today, "CNY")
        self._refused: dict[tuple[int, str], Refused] = {}
        self._sums: tuple[CurrencySum, ...] = ()
        self._chosen_sums: tuple[CurrencySum, ...] = ()
        self._told, self._detail_read = background.Latest(self), background.Latest(self)
        self._selection_read = background.Latest(self)

        self._title = PageTitle()
        self._export = button("", self.export)
        self._new = button("", self.write_new, "primary")
        self._title.buttons.addWidget(self._export)
        self._title.buttons.addWidget(self._new)
        self._exporting: Exporting | None = None
        self._export_told = QTimer(self, interval=200)
        self._export_told.timeout.connect(self._tell_export)
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
        self._table.rows.mark_sorted(KEYS.index(self._sort), False)
        self._side = Side(self._write_cell, self._change_together, window.view.today)
        self._side.left.connect(self._return)
        self._wire_pane()
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
        self._tell_export()
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
        wanted, origin, today = self._filter, self._origin, view.today.isoformat()
        scope = view.scope if view.only_person is None else Scope.person(view.only_person)
        looking = Looking(scope, view.month, today, view.only_person)
        ids = find_deals(connection, wanted, looking, self._sort, descending=self._descending)
        if (asked := self._wanted_deal) is not None and asked not in ids:
            wanted = DealFilter(state="all", rows=RowsQuery("deals", "deals.id = :deal", {"deal": asked}))
            named = connection.execute("SELECT name FROM deals WHERE id = ?", (asked,)).fetchone()
            origin = str(named[0]) if named else tr("选中的商机")
            ids = find_deals(connection, wanted, looking)
        elif self._keep_order:
            ids = _in_former_order(self._ids, ids)
        return DealsData(
            ids,
            read_deal_rows(connection, ids[:FIRST_ROWS]),
            read_choices(connection, scope, today, view.only_person),
            read_settings(connection).currency,
            view.today,
            wanted,
            origin,
            view.scope,
            looking,
            view.only_person is not None,
        )

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there; while somebody writes in a cell, once that is done."""
        assert isinstance(data, DealsData)
        if self._table.is_writing:
            self._waiting = data
            return
        self._waiting = None
        self._data = data
        self._filter, self._origin = data.wanted, data.origin
        self._marks = evolve(self._marks, today=data.today, currency=data.currency, refused=self._refused)
        self._keep_order = False
        self._ids = data.ids
        wanted, self._wanted_deal = self._wanted_deal, None
        self._filters.offer(data.choices)
        self._filters.show_filter(data.wanted, data.origin)
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

    def arrive(self, **arguments: object) -> None:
        """``rows`` and ``title``: the rows behind a figure; ``deal``: that one; ``account``: its deals."""
        rows, account, deal = arguments.get("rows"), arguments.get("account"), arguments.get("deal")
        if isinstance(rows, RowsQuery):
            self._filter, self._origin = DealFilter(state="all", rows=rows), str(arguments.get("title") or "")
        elif isinstance(account, int):
            self._filter = DealFilter(state="all", account_id=account)
            self._origin = self._account_name(account)
        elif isinstance(deal, int):
            self._wanted_deal = deal
            if self._data is None or self._table.source is None or self._table.source.place(deal) is None:
                self._filter, self._origin = DealFilter(), ""
        else:
            return
        self._table.clearSelection()
        self.refresh()

    def narrow(self, wanted: DealFilter) -> None:
        """Show what another filter lets through."""
        self._filter, self._keep_order = wanted, False
        if not wanted.ignores_scope:
            self._origin = ""
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
                sum_found(connection, data.wanted, data.looking), stalled_deals(connection, data.looking.today)
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
        nothing = not data.choices.any_deal and not data.wanted.ignores_scope and self._side.new is None
        self._empty.say(
            tr("商机都在这里:导入 CRM 的导出文件,或记下第一个。"),
            (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
            (tr("新商机"), self.write_new),
        )
        self._stack.setCurrentIndex(1 if nothing else 0)

    def _empty_words(self, data: DealsData) -> str:
        if data.wanted != DealFilter():
            return tr("没有这样的商机。放宽上面的条件再看。")
        return tr("这个范围里没有在手商机。")

    def _say_line(self) -> None:
        """What is looked at, how many, and how much: of the selection, or of all rows."""
        data, source = self._data, self._table.source
        if data is None or source is None:
            return
        if self._chosen_sums:
            count = sum(part.count for part in self._chosen_sums)
            words = [tr("已选 {n} 个", n=_count(count)), *_money_words(self._chosen_sums, data.currency)]
        else:
            wanted = data.wanted
            about = [tr(STATE_WORDS[wanted.state])]
            about.append(data.origin if wanted.ignores_scope else data.scope.label)
            if wanted.when != "any":
                about.append(f"{tr(WHEN_WORDS[wanted.when])} ({data.looking.month})")
            about.append(tr("{n} 个商机", n=_count(source.count())))
            words = [*about, *_money_words(self._sums, data.currency)]
            behind = wanted.rows.parameters.get("as_of") if wanted.rows else None
            if isinstance(behind, str) and behind < data.today.isoformat():
                words.append(tr("行里是今天的样子,数字说的是 {day}", day=behind))
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
        owner = data.scope.id if data.scope.kind == "person" else self._filter.owner_id
        self._side.write_new(data.choices, owner, self._add)

    def _add(self, new: NewDeal) -> None:
        def verb(store: Store) -> Changes:
            return deals.add_deal(
                store, name=new.name, account_name=new.account, owner_id=new.owner_id, stage_id=new.stage_id,
                fields=new.fields, today=self.host.view.today,
            )  # fmt: skip

        def done(changes: Changes) -> None:
            self._side.drop_new()
            self._wanted_deal = next(iter(changes.ids.get("deal", ())), None)
            self.refresh()

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
        from cockpit.errors import CockpitError

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
        self._keep_order = True
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
        self._keep_order = True
        self.host.perform(verb, done, by=self)

    # --- a workbook -------------------------------------------------------------------------------------------

    def export(self) -> None:
        """Ask where to, and write the rows that are shown, in their order; while that is under way: stop it."""
        if self._exporting is not None:
            self._exporting.wanted = False
            return
        source, data = self._table.source, self._data
        if source is None or data is None:
            return
        proposed = str(Path.home() / f"{data.today.isoformat()}_{tr('商机')}.xlsx")
        chosen, _ = QFileDialog.getSaveFileName(self, tr("导出到"), proposed, "*.xlsx")
        if chosen:
            self.export_to(Path(chosen).with_suffix(".xlsx"))

    def export_to(self, path: Path) -> None:
        """Write the rows that are shown to this file, on a worker."""
        from cockpit.operations.exports import export_deals

        source, readers = self._table.source, self.host.readers()
        if source is None:
            return
        ids, under_way = source.ids, Exporting()
        self._exporting = under_way
        self._export_told.start()
        self._tell_export()

        def over(words: str) -> None:
            self._exporting = None
            self._export_told.stop()
            self._tell_export()
            self.host.toast(words)

        def go_on(done: int) -> bool:
            under_way.share = done / max(1, len(ids))
            return under_way.wanted

        background.run(
            lambda: export_deals(readers.here(), ids, path, go_on),
            lambda count: over(tr("{n} 个商机写到了 {path}", n=count, path=path)),
            lambda error: over(str(error)),
            owner=self,
        )

    def _tell_export(self) -> None:
        if self._exporting is None:
            self._export.setText(tr("导出 Excel"))
            self._export.setToolTip(tr("把表里的这些行写成一个工作簿"))
        else:
            self._export.setText(tr("已导出 {share} · 停", share=formats.share(self._exporting.share)))
            self._export.setToolTip(tr("停止导出"))

    # --- places -----------------------------------------------------------------------------------------------

    def _sort_by(self, key: str, descending: bool) -> None:
        self._sort, self._descending, self._keep_order = key, descending, False
        self.refresh()

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


def _in_former_order(former: "array[int]", ids: "array[int]") -> "array[int]":
    """What was changed by hand stays in its place until the list is sorted again."""
    present = set(ids)
    known = set(former)
    return array("q", [*(n for n in former if n in present), *(n for n in ids if n not in known)])


def _count(count: int) -> int | str:
    """With separators; one stays a number, by which English chooses its form."""
    return count if count == 1 else formats.count(count)


def _money_words(sums: tuple[CurrencySum, ...], home: str) -> list[str]:
    """Currency by currency, never added up; what list prices stand in for is said beside it."""
    words = []
    for part in sums:
        text = formats.money(part.amount)
        words.append(text if part.currency == home else f"{part.currency} {text}")
        if part.estimated:
            words.append(tr("另有 {n} 个没有金额,按标价约 {amount}", n=part.without_amount,
                            amount=formats.money(part.estimated)))  # fmt: skip
    return words
