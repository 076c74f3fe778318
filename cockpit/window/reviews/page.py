"""月度复盘: a line per cycle, what was frozen and what holds now, the comment, closing, and the workbook."""

import sqlite3
from collections.abc import Callable

from attrs import frozen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics.settings import read_settings
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.operations import cycles
from cockpit.operations.cycles import StepCheck, read_closing_checks
from cockpit.operations.review_preview import (
    MonthLine,
    PastClosing,
    Preview,
    PreviewLine,
    read_months,
    read_preview,
)
from cockpit.window.kit.background import Latest
from cockpit.window.kit.behind import open_rows
from cockpit.window.kit.cards import Card, Tag, button, label
from cockpit.window.kit.framed_page import GAP, FramedPage
from cockpit.window.kit.page import View, Window
from cockpit.window.kit.scrolled import ScrolledColumn
from cockpit.window.kit.tables import Cell, Column, Row, Table
from cockpit.window.reviews.closing_form import ClosingForm, ReopeningForm
from cockpit.window.reviews.comment import CommentField
from cockpit.window.reviews.export import ExportBar
from cockpit.window.reviews.other_forms import OtherForms
from cockpit.window.reviews.words import change, heading, said, said_in_full, state_words

MONTHS = 12
"""So many cycles are listed; a button brings as many more."""


@frozen
class ReviewsData:
    """Everything on the page."""

    months: list[MonthLine]
    has_older: bool
    preview: Preview
    scope_label: str
    currency: str
    shielded: bool


class ReviewsPage(FramedPage):
    """The cycles at the left, the chosen one at the right."""

    name = "reviews"
    depends_on = frozenset(
        {
            *("cycle", "deal", "person", "team", "target", "support", "problem", "action", "activity", "import"),
            *("setting", "stage", "product"),
        }
    )

    def __init__(self, window: Window) -> None:
        super().__init__(window, bar=10)
        self._data: ReviewsData | None = None
        self._count = MONTHS
        self._shown_month: Month | None = None
        self._wanted: Callable[[], None] | None = None
        self._checks = Latest(self)
        self.export_button = button("", self.export, "primary")
        self.title.buttons.addWidget(self.export_button)
        self.export_bar = ExportBar()
        self.forms = OtherForms(window, self.export_bar, self._may_export, self)
        self.forms_button = button("", lambda: self.forms.open_below(self.forms_button))
        self.forms.open_by_keys(self.forms_button)
        self.title.buttons.insertWidget(0, self.forms_button)
        self.head.addWidget(self.export_bar)

        self.table = Table(self._columns())
        self.table.ring_rows()
        self.table.opened.connect(self._choose)
        self._older = button("", self._show_older, "link")
        months = Card()
        months.content.setContentsMargins(4, 8, 4, 8)
        months.content.addWidget(self.table, 1)
        older = QHBoxLayout()
        older.setContentsMargins(12, 0, 12, 0)
        older.addWidget(self._older)
        older.addStretch(1)
        months.content.addLayout(older)

        self._preview_card = Card()
        self._state = Tag()
        self._preview_card.header.insertWidget(1, self._state)
        self.close_button = button("", self._ask_to_close, "secondary")
        self.reopen_button = button("", self._ask_to_reopen, "secondary")
        self._preview_card.header.addWidget(self.close_button)
        self._preview_card.header.addWidget(self.reopen_button)
        self._history = label("", "quiet")
        self._history.setWordWrap(True)
        self.figure_table = Table(self._figure_columns(frozen_cycle=False), compact=True)
        self.figure_table.set_fit_height()
        self.figure_table.opened.connect(self._open_figure)
        self._preview_card.content.addWidget(self._history)
        self._preview_card.content.addWidget(self.figure_table)

        self.closing = ClosingForm(self._close, self._leave_forms, lambda page: self.host.go(page))
        self.reopening = ReopeningForm(self._reopen, self._leave_forms)
        self._comment_card = Card()
        self.comment = CommentField()
        self.comment.saved.connect(self._save_comment)
        self._comment_card.content.addWidget(self.comment)

        right = ScrolledColumn(GAP)
        for place, card in enumerate((self.closing, self.reopening, self._preview_card, self._comment_card)):
            right.column.insertWidget(place, card)
        # The comment takes what is left, so that both sides end at the same height.
        right.column.setStretch(right.column.indexOf(self._comment_card), 1)
        right.column.setStretch(right.column.count() - 1, 0)
        self.closing.hide()
        self.reopening.hide()

        self.body.setSpacing(GAP)
        self.body.addWidget(months, 12)
        self.body.addWidget(right, 11)
        self.setFocusProxy(self.table)
        QWidget.setTabOrder(self.table, self.forms_button)
        QWidget.setTabOrder(self.forms_button, self.export_button)
        self.retranslate()

    def retranslate(self) -> None:
        self.export_button.setText(tr("导出工作簿…"))
        self.export_button.setToolTip(tr("写成一个 Excel 工作簿 (Ctrl+E)"))
        self.forms_button.setText(tr("其他形式…"))
        self.forms_button.setToolTip(tr("PDF、公司自己的模板、模板里能用的占位符"))
        self.forms.retranslate()
        self.export_bar.retranslate()
        self.table.set_columns(self._columns())
        self.table.setAccessibleName(tr("各周期"))
        self._older.setText(tr("更早的周期"))
        self.close_button.setText(tr("关账…"))
        self.reopen_button.setText(tr("重新打开…"))
        self._comment_card.set_title(tr("点评"), tr("写进工作簿的总览页"))
        self.comment.setPlaceholderText(tr("这个月最要紧的:做成什么,没做成什么,下个月抓什么。"))
        self.comment.setAccessibleName(tr("点评"))
        self.empty.say(
            tr("每个周期一行:目标、完成、点评,关账时冻结的数字,和一份交得出去的工作簿。先导入商机。"),
            (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
            (tr("看看示例团队"), lambda: self.host.command("sample")),
        )

    # --- reading and showing ----------------------------------------------------------------------------------

    def load(self, connection: sqlite3.Connection, view: View) -> ReviewsData:
        """The list, and the chosen cycle. Behind the shield the scope is that of one person already."""
        months, has_older = read_months(connection, view.month, view.scope, view.today, self._count)
        preview = read_preview(connection, view.month, view.scope, view.today)
        return ReviewsData(
            months=months,
            has_older=has_older,
            preview=preview,
            scope_label=view.scope.label,
            currency=read_settings(connection).currency,
            shielded=view.only_person is not None,
        )

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there."""
        assert isinstance(data, ReviewsData)
        self._data = data
        self.set_empty(not data.months)
        if self._wanted is not None:
            self._when_known(self._wanted)
        if not data.months:
            return
        preview = data.preview
        self.title.show_title(tr("月度复盘"), data.scope_label)
        self.table.set_rows([_month_row(line, data) for line in data.months])
        self.table.choose(_id_of(preview.month))
        self._older.setVisible(data.has_older)
        self._show_preview(data)
        if self._shown_month != preview.month:
            self._leave_forms()
            # Another cycle may have been chosen by a key, in the middle of a sentence: it belongs to the one before.
            self.comment.save()
            self._shown_month = preview.month
            self.comment.begin(preview.comment)
        else:
            self.comment.show_words(preview.comment)
        # A comment is about everybody.
        self._comment_card.setVisible(not data.shielded)
        if self.closing.isVisible():
            self._read_checks(lambda checks: self.closing.show_checks(preview.month, checks))

    def _show_preview(self, data: ReviewsData) -> None:
        preview = data.preview
        self._preview_card.set_title(formats.month_text(preview.month.start))
        state, words = state_words(preview.state)
        self._state.set_state(words, state)
        told = [] if data.shielded else [words for closing in preview.closings for words in _closing_words(closing)]
        self._history.setText(" · ".join(told))
        self._history.setVisible(bool(told))
        self._show_buttons()
        self.figure_table.set_columns(self._figure_columns(frozen_cycle=preview.is_closed))
        self.figure_table.setAccessibleName(tr("{month} 的指标", month=formats.month_text(preview.month.start)))
        self.figure_table.set_rows(
            [
                _figure_row(place, line, frozen=preview.is_closed, currency=data.currency)
                for place, line in enumerate(preview.lines)
            ]
        )

    def _show_buttons(self) -> None:
        """A form that is open needs no button to open it."""
        data = self._data
        free = self.closing.isHidden() and self.reopening.isHidden() and data is not None and not data.shielded
        self.close_button.setVisible(free and data is not None and data.preview.may_be_closed)
        self.reopen_button.setVisible(free and data is not None and data.preview.is_closed)

    def arrive(self, **arguments: object) -> None:
        """``export``, ``pdf``: choose where the workbook, or the .pdf, of the cycle and scope is to be written."""
        if arguments.get("export"):
            self.export()
        elif arguments.get("pdf"):
            self._when_known(self.forms.ask_pdf)

    def leave(self) -> None:
        self.comment.save()

    # --- what the user does -----------------------------------------------------------------------------------

    def export(self) -> None:
        """Ask where to, and write on a worker; the comment that stands there is saved first."""
        self._when_known(self._ask_for_workbook)

    def _ask_for_workbook(self) -> None:
        if self._may_export():
            self.export_bar.ask(self.host.view, self.host.readers(), lambda: None)

    def _when_known(self, ask: Callable[[], None]) -> None:
        """At once; asked before the page was ever shown, as soon as it is known what there is."""
        self._wanted = ask if self._data is None else None
        if self._data is not None:
            ask()

    def _may_export(self) -> bool:
        """Whether there is anything; what stands in the comment is saved first."""
        if self._data is None:
            return False
        self.comment.save()
        if not self._data.months:
            self.host.toast(tr("还没有可以导出的数据。"))
        return bool(self._data.months)

    def _choose(self, number: int) -> None:
        self.comment.save()
        month = _month_of(number)
        if month != self.host.view.month:
            self.host.choose_month(month)

    def _show_older(self) -> None:
        self._count += MONTHS
        self.refresh()

    def _open_figure(self, place: int) -> None:
        if self._data is not None and place < len(self._data.preview.lines):
            line = self._data.preview.lines[place]
            month = formats.month_text(self._data.preview.month.start)
            open_rows(self.host, line.rows, tr("{month} · {name}", month=month, name=line.name))

    def _save_comment(self, words: str) -> None:
        month = self._shown_month
        if month is not None:
            self.host.perform(
                lambda store: cycles.comment_cycle(store, month, words), lambda _: self.refresh(), by=self
            )

    def _ask_to_close(self) -> None:
        if self._data is None:
            return
        month = self._data.preview.month

        def show(checks: list[StepCheck]) -> None:
            if month != self.host.view.month:
                return
            self.closing.show_checks(month, checks)
            self.reopening.hide()
            self.closing.show()
            self.closing.setFocus()
            self._show_buttons()

        self._read_checks(show)

    def _read_checks(self, then: Callable[[list[StepCheck]], None]) -> None:
        """What is still open in each step: read when it is asked for, because the page itself has to be quick."""
        view, readers = self.host.view, self.host.readers()
        self._checks.run(lambda: read_closing_checks(readers.here(), view.month, view.today), then, self.problem)

    def _ask_to_reopen(self) -> None:
        if self._data is not None:
            self.reopening.begin(self._data.preview.month)
            self.closing.hide()
            self.reopening.show()
            self.reopening.setFocus()
            self._show_buttons()

    def _leave_forms(self) -> None:
        had_focus = self.closing.isAncestorOf(self.focusWidget() or self) or self.reopening.isAncestorOf(
            self.focusWidget() or self
        )
        self.closing.hide()
        self.reopening.hide()
        self._show_buttons()
        if had_focus:
            self.table.setFocus()

    def _close(self) -> None:
        if self._data is None:
            return
        # The cycle of which the form speaks: another one may be on its way to the screen.
        month, today = self._data.preview.month, self.host.view.today
        self.comment.save()
        self._leave_forms()
        # Without ``by``: the window then says what was done and offers to undo it, and the page loads like any other.
        self.host.perform(lambda store: cycles.close_cycle(store, month, today))

    def _reopen(self, reason: str) -> None:
        if self._data is None:
            return
        month = self._data.preview.month
        self.host.perform(lambda store: cycles.reopen_cycle(store, month, reason), lambda _: self._leave_forms())

    # --- columns ----------------------------------------------------------------------------------------------

    @staticmethod
    def _columns() -> list[Column]:
        return [
            Column("month", heading(tr("周期")), 80), Column("won", heading(tr("赢单")), 76, "right"),
            Column("target", heading(tr("目标")), 76, "right"),
            Column("attainment", heading(tr("完成率")), 96, "right"),
            Column("state", heading(tr("状态")), 112), Column("comment", heading(tr("点评"))),
        ]  # fmt: skip

    @staticmethod
    def _figure_columns(*, frozen_cycle: bool) -> list[Column]:
        first, second, third = (
            (tr("冻结时"), tr("现在"), tr("之后的改动")) if frozen_cycle else (tr("本周期"), tr("上周期"), tr("变化"))
        )
        return [
            Column("name", heading(tr("指标"))), Column("first", heading(first), 92, "right"),
            Column("second", heading(second), 92, "right"), Column("change", heading(third), 108, "right"),
        ]  # fmt: skip


def _id_of(month: Month) -> int:
    return month.year * 12 + month.number - 1


def _month_of(number: int) -> Month:
    return Month(number // 12, number % 12 + 1)


def _month_row(line: MonthLine, data: ReviewsData) -> Row:
    state, words = state_words(line.state)
    if line.closed_on is not None:
        words = tr("{month}-{day} 关账", month=f"{line.closed_on.month:02}", day=f"{line.closed_on.day:02}")
    comment = "" if data.shielded else " ".join(line.comment.split())
    numbers = (
        Cell(said(quantity), sort=quantity.value, tip=said_in_full(quantity, data.currency))
        for quantity in (line.won, line.target, line.attainment)
    )
    return Row(
        _id_of(line.month),
        (
            Cell(str(line.month), strong=line.month == data.preview.month), *numbers,
            Cell(words, state=state), Cell(comment, quiet=True),
        ),
        str(line.month),
    )  # fmt: skip


def _figure_row(place: int, line: PreviewLine, *, frozen: bool, currency: str) -> Row:
    text, tone = change(line, frozen=frozen)
    return Row(
        place,
        (
            Cell(line.name, tip=line.definition),
            Cell(said(line.first), strong=True, tip=said_in_full(line.first, currency)),
            Cell(said(line.second), quiet=True, tip=said_in_full(line.second, currency)),
            Cell(text, tone=tone, quiet=tone is None),
        ),
        line.name,
    )


def _closing_words(closing: PastClosing) -> list[str]:
    words = [tr("{day} 关账", day=formats.day_words(closing.closed_on))]
    if closing.reopened_on is not None:
        words.append(tr("{day} 重新打开:{reason}",
                        day=formats.day_words(closing.reopened_on), reason=closing.because or ""))  # fmt: skip
    return words
