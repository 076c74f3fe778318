"""One order, five questions 一单五问: all open deals by all questions, answered in place, and what is missing."""

import sqlite3
from array import array
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from attrs import frozen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from cockpit.language import noop, tr
from cockpit.metrics import Figure, Period, RowsQuery
from cockpit.metrics.deal_list import read_deal_rows
from cockpit.metrics.facts import Facts
from cockpit.metrics.figures import figures_of
from cockpit.metrics.order_checks import NOT_ASKED, NewDeals, StepCheck, new_deals, step_check_of
from cockpit.metrics.order_matrix import Listed, Sort, find_orders, listed_rows, read_orders
from cockpit.metrics.registry import METRICS
from cockpit.model import formats
from cockpit.model.deals import ANSWERS, ORDER_QUESTIONS
from cockpit.operations.order_checks import answer_question, answer_together
from cockpit.window.kit.behind import open_rows
from cockpit.window.kit.cards import Card, button, label
from cockpit.window.kit.fields import TextField
from cockpit.window.kit.framed_page import FramedPage
from cockpit.window.kit.page import View, Window
from cockpit.window.kit.tables import Column
from cockpit.window.orders.matrix import QUESTIONS, MatrixRow, MatrixSource, MatrixTable, matrix_columns

LISTS: dict[Listed, str] = {
    "open": noop("在手商机"), "missing": noop("还有缺的"), "past_stage": noop("过了阶段缺条件"),
    "new": noop("本周期新建"),
}  # fmt: skip
_EMPTY: dict[Listed, str] = {
    "open": noop("没有在手商机。"), "missing": noop("五问都答了“是”。"),
    "past_stage": noop("没有缺条件的商机。进阶段的条件在团队页的“团队与阶段”里定。"),
    "new": noop("这个周期没有新建商机。"),
}  # fmt: skip
SAID = {**ANSWERS, NOT_ASKED: noop("没问")}


@frozen
class OrdersData:
    """``ids`` are the deals of the list ``listed`` in their order, ``missing`` how many still have a question open."""

    is_empty: bool
    period: Period
    currency: str
    check: StepCheck
    share: Figure
    new: NewDeals
    missing: int
    missing_rows: RowsQuery
    listed: Listed
    ids: "array[int]"


class OrdersPage(FramedPage):
    """Figures above, the matrix below; what one answer rests on is written in the line at its foot."""

    name = "orders"
    depends_on = frozenset({"deal", "stage", "person", "team", "account", "product", "setting", "import"})

    def __init__(self, window: Window) -> None:
        super().__init__(window, 4, below=24)
        self._data: OrdersData | None = None
        self._listed: Listed = "open"
        self._sort: Sort = "amount"
        self._descending = True
        self._keeps_order = False
        self._card = Card()
        self._card.content.setContentsMargins(8, 10, 8, 8)
        self._card.header.setContentsMargins(8, 0, 8, 0)
        self._tabs: dict[Listed, QPushButton] = {}
        group = QButtonGroup(self)
        for place, listed in enumerate(LISTS):
            tab = button("", partial(self.show_list, listed))
            tab.setCheckable(True)
            group.addButton(tab)
            self._card.header.insertWidget(place, tab)
            self._tabs[listed] = tab
        self._tabs["open"].setChecked(True)
        # How new opportunities are answered, each of them a way to its rows.
        self._feasible = {answer: button("", partial(self._open_new, answer), "link") for answer in SAID}
        for link in self._feasible.values():
            self._card.header.addWidget(link)
        self.table = MatrixTable(matrix_columns({}, {}))
        self.table.answered.connect(self._answer)
        self.table.evidence_asked.connect(self._write_evidence)
        self.table.cell_opened.connect(self._open_deal)
        self.table.sort_asked.connect(self._sort_by)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_cell())
        self._card.content.addWidget(self.table, 1)
        self._cell_words = label("", "quiet-usual")
        self.evidence = TextField()
        self.evidence.editingFinished.connect(self._take_evidence)
        self.evidence.returnPressed.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self._evidence_of: tuple[int, str] | None = None
        self._to_deal = button("", lambda: self._open_deal(self.table.current_id() or 0, "deal"), "link")
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.setSpacing(12)
        foot.addWidget(self._cell_words)
        foot.addWidget(self.evidence, 1)
        foot.addStretch(0)
        foot.addWidget(self._to_deal)
        self._card.content.addLayout(foot)
        self.body.addWidget(self._card, 1)
        self.figures[0].opened.connect(lambda: self._open_rows(self._data and self._data.check.rows, tr("在手商机")))
        self.figures[1].opened.connect(lambda: self.show_list("missing"))
        self.figures[2].opened.connect(lambda: self.show_list("past_stage"))
        self.figures[3].opened.connect(lambda: self.show_list("new"))
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.table.setAccessibleName(tr("一单五问"))
        self.evidence.setAccessibleName(tr("依据"))
        self.evidence.setPlaceholderText(tr("依据:凭什么这样说"))
        self._to_deal.setText(tr("看商机"))
        self.empty.say(
            tr("有了在手商机,每单的五个问题在这里一格一格地回答。先导入公司 CRM 导出的 Excel 或 CSV。"),
            (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
            (tr("看看示例团队"), lambda: self.host.command("sample")),
        )

    def load(self, connection: sqlite3.Connection, view: View) -> OrdersData:
        """Of the scope; behind the shield of the one person."""
        period, scope = Period.of(view.month, view.today), view.shown_scope
        facts = Facts(connection, period)
        missing = listed_rows(connection, period, scope, "missing")
        rows = listed_rows(connection, period, scope, self._listed)
        ids = find_orders(connection, period, rows, self._sort, descending=self._descending)
        if self._keeps_order and self._data is not None and self._data.listed == self._listed:
            ids = self._data.ids
        (count,) = connection.execute(missing.count_sql(), dict(missing.parameters)).fetchone()
        return OrdersData(
            is_empty=connection.execute("SELECT 1 FROM deals WHERE deleted_at IS NULL LIMIT 1").fetchone() is None,
            period=period,
            currency=facts.settings.currency,
            check=step_check_of(facts, scope),
            share=figures_of(facts, [scope], {"order_checks_yes"})[scope]["order_checks_yes"],
            new=new_deals(connection, period, scope),
            missing=count,
            missing_rows=missing,
            listed=self._listed,
            ids=ids,
        )

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there."""
        assert isinstance(data, OrdersData)
        self._data, self._keeps_order = data, False
        self.set_empty(data.is_empty)
        past = tr("{day} 的样子,只看不改", day=formats.day(data.period.as_of)) if data.period.is_past_view else ""
        keys = tr("1 是 · 2 否 · 3 不清楚 · 0 收回 · Enter 写依据")
        self.title.show_title(tr("一单五问"), past or keys)
        self._show_figures(data)
        for listed, count in self._counts(data).items():
            self._tabs[listed].setText(f"{tr(LISTS[listed])} {formats.count(count)}")
            self._tabs[listed].setChecked(listed == data.listed)
        for answer, link in self._feasible.items():
            link.setText(f"{tr(SAID[answer])} {formats.count(data.new.answers[answer])}")
            link.setAccessibleName(f"{tr(ORDER_QUESTIONS['feasibility'])}: {link.text()}")
            link.setVisible(data.listed == "new" and bool(data.new.answers[answer]))
        shares = {key: formats.share(data.check.share_of(key)) if data.check.deals else "" for key in QUESTIONS}
        tips = {key: self._tip(data.check, key) for key in QUESTIONS}
        columns = matrix_columns(shares, tips, lacks=data.listed == "past_stage")
        if list(self.table.rows.columns) != columns:
            self._set_columns(columns)
        self.table.set_empty_words(tr(_EMPTY[data.listed]))
        self.table.show_source(
            MatrixSource(data.ids, partial(self._read, data.period), data.currency, [column.key for column in columns])
        )
        self._show_cell()
        self._order_by_tab()

    def show_list(self, listed: Listed) -> None:
        """Show another list of deals."""
        self._listed = listed
        self._tabs[listed].setChecked(True)
        self.refresh()

    def arrive(self, **arguments: object) -> None:
        """``listed``: which list to show."""
        if (listed := arguments.get("listed")) in LISTS:
            self.show_list(listed)

    # --- inside -----------------------------------------------------------------------------------------------

    def _order_by_tab(self) -> None:
        """As the eye goes. A figure without rows takes no focus, and has no place in line."""
        stops: list[QWidget] = [figure for figure in self.figures if figure.focusPolicy() != Qt.FocusPolicy.NoFocus]
        stops += [*self._tabs.values(), *self._feasible.values(), self.table, self.evidence, self._to_deal]
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)

    def _set_columns(self, columns: Sequence[Column]) -> None:
        """The figures in the headings changed; cursor and place stay."""
        row, column = self.table.currentIndex().row(), self.table.currentIndex().column()
        scrolled, source = self.table.verticalScrollBar().value(), self.table.rows.source
        same = [one.key for one in self.table.rows.columns] == [one.key for one in columns]
        self.table.set_columns(columns)
        keys = [one.key for one in self.table.rows.columns]
        self.table.rows.mark_sorted(keys.index(self._sort) if self._sort in keys else -1, self._descending)
        if same and isinstance(source, MatrixSource):
            self.table.set_source(source)
            if 0 <= row < source.count():
                self.table.setCurrentIndex(self.table.rows.index(row, column))
            self.table.verticalScrollBar().setValue(scrolled)

    def _read(self, period: Period, ids: Sequence[int]) -> dict[int, MatrixRow]:
        connection = self.host.readers().here()
        orders = read_orders(connection, period, ids)
        return {number: MatrixRow(deal, orders[number]) for number, deal in read_deal_rows(connection, ids).items()}

    @staticmethod
    def _counts(data: OrdersData) -> dict[Listed, int]:
        return {
            "open": data.check.deals, "missing": data.missing, "past_stage": data.check.without, "new": data.new.count,
        }  # fmt: skip

    @staticmethod
    def _tip(check: StepCheck, question: str) -> str:
        said = " · ".join(f"{tr(SAID[answer])} {n}" for answer, n in check.answers[question].items())
        return f"{tr(ORDER_QUESTIONS[question])}:{said}" if check.deals else tr(ORDER_QUESTIONS[question])

    def _show_figures(self, data: OrdersData) -> None:
        share, check, new = data.share, data.check, data.new
        metric = METRICS["order_checks_yes"]
        why = share.reason.sentence if share.reason else tr(
            "{yes} / {n} 问", yes=formats.count(sum(check.yes.values())), n=formats.count(share.n)
        )  # fmt: skip
        self.figures[0].show_figure(
            metric.name, formats.share(share.value), why, definition=metric.definition, can_open=bool(check.deals)
        )
        self.figures[1].show_figure(
            tr("还有缺的商机"), formats.count(data.missing), tr("五问没有全答“是”"), can_open=bool(data.missing),
            definition=tr("在手商机里,五个问题没有全部答“是”的;没问过的也算缺。"),
        )  # fmt: skip
        self.figures[2].show_figure(
            tr("过了阶段缺条件"), formats.count(check.without), tr("阶段要求的还没有"), can_open=bool(check.without),
            definition=tr("在手商机里,经过或所在的阶段要求的回答或字段还没有的。"),
        )  # fmt: skip
        asked = " · ".join(f"{tr(SAID[key])} {new.answers[key]}" for key in ("no", "unknown", NOT_ASKED))
        self.figures[3].show_figure(
            tr("新商机能成"), f"{new.answers['yes']} / {new.count}" if new.count else formats.MISSING,
            asked if new.count else tr("这个周期没有新建商机"), can_open=bool(new.count),
            definition=tr("本周期新建的商机里,“这单能不能成”答“是”的;后来关单的也在内。"),
        )  # fmt: skip

    def _sort_by(self, key: str, descending: bool) -> None:
        if key in ("amount", "stage", "yes"):
            self._sort, self._descending = key, descending  # type: ignore[assignment]
            self.refresh()

    # --- answers ----------------------------------------------------------------------------------------------

    @property
    def _is_past(self) -> bool:
        return self._data is not None and self._data.period.is_past_view

    def _answer(self, cells: list[tuple[int, str]], answer: str | None) -> None:
        if self._is_past:
            self.host.toast(tr("看的是过去的月份:回答只能改今天的。"))
            return
        today = self.host.view.today
        self.host.perform(lambda store: answer_together(store, cells, answer, today=today), self._answered, by=self)

    def _answered(self, _: object) -> None:
        # What is answered stays where it is until another list or order is asked for.
        self._keeps_order = True
        self.refresh()

    def _show_cell(self) -> None:
        """The cell at the cursor in the line at the foot; what is being written stays."""
        at, source = self.table.cell_at_cursor(), self.table.rows.source
        found = source.row(at[0]) if at is not None and isinstance(source, MatrixSource) else None
        is_question = at is not None and at[1] in QUESTIONS and found is not None
        self._to_deal.setVisible(found is not None)
        self.evidence.setVisible(is_question)
        self.evidence.setReadOnly(self._is_past)
        if found is None or at is None:
            self._cell_words.setText("")
            return
        if not is_question:
            self._cell_words.setText(found.deal.name)
            return
        answer, evidence = found.order.answers.get(at[1], (NOT_ASKED, ""))
        self._cell_words.setText(f"{found.deal.name} · {tr(ORDER_QUESTIONS[at[1]])} {tr(SAID[answer])}")
        if not (self.evidence.isModified() and self._evidence_of == at):
            self._evidence_of = at
            self.evidence.setText(evidence)
            self.evidence.setModified(False)

    def _write_evidence(self) -> None:
        if not self._is_past:
            self.evidence.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_evidence(self) -> None:
        at, source = self._evidence_of, self.table.rows.source
        if at is None or not self.evidence.isModified() or self._is_past or not isinstance(source, MatrixSource):
            return
        self.evidence.setModified(False)
        found, words, today = source.row(at[0]), self.evidence.text(), self.host.view.today
        # What is known of a question that nobody has answered does not answer it.
        answer = found.order.answers.get(at[1], ("unknown", ""))[0] if found is not None else "unknown"
        self.host.perform(
            lambda store: answer_question(store, at[0], at[1], answer, words, today=today), self._answered, by=self
        )

    # --- ways out ---------------------------------------------------------------------------------------------

    def _open_deal(self, deal: int, key: str) -> None:
        if key not in QUESTIONS and deal:
            self.host.go("deals", deal=deal)

    def _open_new(self, answer: str) -> None:
        if self._data is not None:
            title = f"{tr(ORDER_QUESTIONS['feasibility'])} {tr(SAID[answer])}"
            self._open_rows(self._data.new.rows_answered(answer), title)

    def _open_rows(self, rows: RowsQuery | None, title: str) -> None:
        open_rows(self.host, rows, title)
