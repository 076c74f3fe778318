"""What changed between any two days: from the sum of the one to the sum of the other, and deal by deal."""

import sqlite3
from collections.abc import Sequence

from PySide6.QtCore import Qt

from cockpit.language import tr
from cockpit.metrics import Figure
from cockpit.metrics.change_names import NamedDeal, kind_definition, kind_name, name_deals
from cockpit.metrics.changed_deals import KINDS, TERMS, Term
from cockpit.metrics.figure import RowsQuery
from cockpit.metrics.what_changed import WhatChanged
from cockpit.model import formats
from cockpit.model.formats import counted
from cockpit.operations.settings import choose_setting
from cockpit.window.changes.days import DaysBar, days_words
from cockpit.window.changes.lists import ChangedCard, PushedAgainCard, UntouchedCard
from cockpit.window.changes.reading import ChangesData, read_changes
from cockpit.window.changes.rows import KIND_SYMBOLS
from cockpit.window.kit.behind import open_rows
from cockpit.window.kit.cards import Card, label
from cockpit.window.kit.framed_page import GAP, FramedPage
from cockpit.window.kit.page import View, Window
from cockpit.window.kit.scrolled import ScrolledColumn
from cockpit.window.kit.waterfall_chart import Step, Tone, WaterfallChart

_TONES: dict[Term, Tone] = {"won": "good", "lost": "bad", "handed_over": "bad", "shrunk": "bad", "revalued": "plain"}


class ChangesPage(FramedPage):
    """Two days, five figures, a waterfall, and the deals behind it. The two days are remembered."""

    name = "changes"
    depends_on = frozenset({
        "person", "team", "deal", "stage", "setting", "import", "product", "account", "activity", "meeting", "cycle",
    })  # fmt: skip

    def __init__(self, window: Window) -> None:
        super().__init__(window, figures=5, bar=10, below=0)
        self._data: ChangesData | None = None
        self.days = DaysBar()
        self.days.chosen.connect(self._keep_days)
        self.title.buttons.addWidget(self.days)
        self._lack = label("", "watch")
        self._lack.setWordWrap(True)
        self.head.insertWidget(1, self._lack)
        self._figures: list[tuple[Figure | RowsQuery | None, str]] = []
        for place, figure in enumerate(self.figures):
            figure.opened.connect(lambda place=place: self._open_figure(place))
        self.waterfall = WaterfallChart()
        self.waterfall.opened.connect(self._open_step)
        self.waterfall_card = Card()
        self.waterfall_card.content.addWidget(self.waterfall)
        self.changed = ChangedCard(self._open_deal)
        self.untouched, self.pushed = UntouchedCard(self._open_deal), PushedAgainCard(self._open_deal)
        self._scroll = ScrolledColumn(gap=GAP, below=24)
        for place, card in enumerate((self.waterfall_card, self.changed, self.pushed, self.untouched)):
            self._scroll.column.insertWidget(place, card)
        self.body.addWidget(self._scroll, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def retranslate(self) -> None:
        self.days.retranslate()
        for card in (self.changed, self.untouched, self.pushed):
            card.retranslate()
        self.empty.say(
            tr("有了商机,这里说明任意两天之间变了什么。先导入公司 CRM 导出的 Excel 或 CSV。"),
            (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
            (tr("看看示例团队"), lambda: self.host.command("sample")),
        )

    def load(self, connection: sqlite3.Connection, view: View) -> ChangesData:
        """The comparison; names of deals follow as they come into sight."""
        return read_changes(connection, view)

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there."""
        assert isinstance(data, ChangesData)
        self._data = data
        self.set_empty(data.is_empty)
        if data.is_empty:
            return
        found, view = data.found, self.host.view
        length = tr("{n} 天", n=(found.last - found.first).days)
        changed = tr("{n} 单有变化", n=counted(len(found.changes)))
        self.title.show_title(tr("前后变化"), f"{length} · {changed}")
        self.days.show_days(data.days, view.today)
        lack = data.days.lack
        instead = tr("现在比较的是本周期。")
        self._lack.setText(f"△ {lack.sentence} {instead}" if lack else "")
        self._lack.setVisible(lack is not None)
        self._show_figures(data)
        self._show_waterfall(data)
        readers, as_of = self.host.readers(), found.last.isoformat()

        def read(numbers: Sequence[int]) -> dict[int, NamedDeal]:
            return name_deals(readers.here(), numbers, as_of)

        self.changed.show_changes(data, read)
        self.untouched.show_untouched(data, read)
        self.pushed.show_pushed(data, read)

    # --- figures ----------------------------------------------------------------------------------------------

    def _show_figures(self, data: ChangesData) -> None:
        found, currency = data.found, data.currency
        net = (found.end.value or 0) - (found.start.value or 0)
        moved = [found.figure(kind).rows for kind in TERMS if found.figure(kind).n]
        changed = moved[0] if moved and moved[0] else None
        for rows in moved[1:]:
            changed = changed.or_else(rows) if changed and rows else changed
        stayed = sum(deal.worth or 0 for deal in found.untouched)
        pushed = found.moves["pushed"]
        often = found.pushed[0].pushes if found.pushed else None
        start, end, net_card, untouched, late = self.figures
        for card, name, figure, day in (
            (start, tr("期初在手"), found.start, found.first), (end, tr("期末在手"), found.end, found.last),
        ):  # fmt: skip
            card.show_figure(
                name, formats.money(figure.value), tr("{n} 单", n=counted(figure.n or 0)), formats.day_short(day),
                definition=_told(figure, tr("这一天结束时在手的商机的金额合计。"), currency),
                can_open=bool(figure.n),
            )  # fmt: skip
        net_card.show_figure(
            tr("净变化"), formats.money_change(net), tr("{n} 单有增减", n=counted(_deals_of(found))),
            definition=tr("期末减期初;下面的各项加起来正好是它。"), can_open=changed is not None,
        )  # fmt: skip
        untouched.show_figure(
            tr("没有变化"), tr("{n} 单", n=counted(found.unchanged.n or 0)),
            tr("金额 {amount}", amount=formats.money(stayed)),
            definition=tr("两天都在手,阶段、金额、预计成交、负责人和预测类别在期间都没有改过。"),
            can_open=bool(found.unchanged.n),
        )  # fmt: skip
        late.show_figure(
            tr("推迟"), tr("{n} 单", n=counted(pushed.n or 0)),
            tr("最多的已是第 {n} 次", n=often.times) if often else tr("没有推到更晚的月份"),
            definition=kind_definition("pushed"), can_open=bool(pushed.n),
        )  # fmt: skip
        self._figures = [
            (found.start, tr("期初在手")), (found.end, tr("期末在手")), (changed, tr("净变化")),
            (found.unchanged, tr("没有变化")), (pushed, tr("推迟")),
        ]  # fmt: skip

    def _show_waterfall(self, data: ChangesData) -> None:
        found, currency = data.found, data.currency
        steps = [
            Step(
                term, f"{KIND_SYMBOLS[term]} {kind_name(term)}", figure.value, formats.money_change(figure.value),
                tr("{n} 单", n=counted(figure.n or 0)), _TONES.get(term, "good"),
                f"{kind_name(term)} {_full(figure, currency)}\n" + _told(figure, kind_definition(term), currency),
            )
            for term in TERMS
            for figure in (found.terms[term],)
            if figure.n
        ]  # fmt: skip
        sums = [
            Step(
                key, name, figure.value, formats.money(figure.value), tr("{n} 单", n=counted(figure.n or 0)),
                words=f"{name} {_full(figure, currency)}",
            )
            for key, name, figure in (("start", tr("期初"), found.start), ("end", tr("期末"), found.end))
        ]  # fmt: skip
        said = [f"{step.name} {step.shown}" for step in (sums[0], *steps, sums[1])]
        self.waterfall.show_steps(sums[0], steps, sums[1], tr("在手金额的变化") + tr(":") + tr("、").join(said))
        foot, notes = self.waterfall.foot(), [days_words(data.days)]
        if foot > 0:
            notes.append(tr("柱子从 {amount} 起画", amount=formats.money(foot)))
        if found.start.estimated or found.end.estimated:
            notes.append(
                tr("按目录价估算:期初 {start},期末 {end}", start=formats.money(found.start.estimated),
                   end=formats.money(found.end.estimated))
            )  # fmt: skip
        notes += [note.sentence for note in found.end.notes]
        self.waterfall_card.set_title(tr("在手金额的变化"), " · ".join(notes))

    # --- where it leads ---------------------------------------------------------------------------------------

    def _keep_days(self, kept: object) -> None:
        self.host.perform(
            lambda store: choose_setting(store, "changes_between", kept), lambda _: self.refresh(), by=self
        )

    def _title_of(self, name: str) -> str:
        return f"{name} · {days_words(self._data.days)}" if self._data else name

    def _open_figure(self, place: int) -> None:
        behind, name = self._figures[place]
        open_rows(self.host, behind.rows if isinstance(behind, Figure) else behind, self._title_of(name))

    def _open_step(self, key: str) -> None:
        if self._data is None:
            return
        found = self._data.found
        if key in ("start", "end"):
            self._open_figure(0 if key == "start" else 1)
            return
        kind = next(kind for kind in KINDS if kind == key)
        open_rows(self.host, found.figure(kind).rows, self._title_of(kind_name(kind)))

    def _open_deal(self, number: int) -> None:
        self.host.go("deals", deal=number)


def _deals_of(found: WhatChanged) -> int:
    """How many deals stand behind the terms, each once."""
    return sum(any(kind in TERMS for kind in deal.kinds) for deal in found.changes)


def _full(figure: Figure, currency: str) -> str:
    n = tr("{n} 单", n=counted(figure.n or 0))
    return f"{formats.money_full(figure.value, currency)} · {n}"


def _told(figure: Figure, definition: str, currency: str) -> str:
    """How it is counted, why there is none, what of it is estimated, what to know; a line each."""
    amount = formats.money_full(figure.estimated, currency)
    lines = [
        definition,
        figure.reason.sentence if figure.reason else "",
        tr("其中 {amount} 按目录价估算。", amount=amount) if figure.estimated else "",
        *(note.sentence for note in figure.notes),
    ]
    return "\n".join(line for line in lines if line)
