"""Major deals as they roll: what comes next and when, what was last. Those without a next step stand first."""

from collections.abc import Callable
from datetime import date

from cockpit.language import tr
from cockpit.metrics import Period, RowsQuery
from cockpit.metrics.major_deals import LogEntry, MajorDeal, MajorDeals
from cockpit.model import formats
from cockpit.model.formats import counted
from cockpit.window.kit.cards import Card, button
from cockpit.window.kit.tables import Cell, Column, Row, Table
from cockpit.window.kit.theme import State
from cockpit.window.process.reading import first_few


class MajorsCard(Card):
    """A row a deal; it opens the deal with the pen in its log. The last lines are in the tooltip of the last one."""

    def __init__(self, open_log: Callable[[int], None], open_rows: Callable[[RowsQuery, str], None]) -> None:
        super().__init__()
        self._open_rows = open_rows
        self._found: MajorDeals | None = None
        self.content.setContentsMargins(4, 14, 4, 8)
        self.header.setContentsMargins(12, 0, 12, 0)
        self.without = button("", self._open_without, "link")
        self.overdue = button("", self._open_overdue, "link")
        self.silent = button("", self._open_silent, "link")
        self.all_of_them = button("", self._open_all, "link")
        for link in (self.without, self.overdue, self.silent, self.all_of_them):
            self.header.addWidget(link)
        self.table = Table(self._columns(), compact=True)
        self.table.set_fit_height()
        self.table.opened.connect(open_log)
        self.content.addWidget(self.table)

    def retranslate(self) -> None:
        """Fixed texts."""
        self.table.set_columns(self._columns())
        self.table.setAccessibleName(tr("重点商机的下一步和最近进展"))
        self.table.setToolTip(tr("打开一行,直接写它的滚动记录"))
        self.table.set_empty_words(tr("还没有重点商机。在商机页把要盯的大单标为重点,下一步和最近的进展就在这里滚动。"))
        self.without.setToolTip(tr("没有写下一步的,和日期已过的"))
        self.overdue.setToolTip(tr("写了下一步,日期已过"))
        self.silent.setToolTip(tr("既没有写滚动记录,也没有跟进记录"))

    def show_majors(self, found: MajorDeals, period: Period, currency: str) -> None:
        """Of a past cycle the deals that were open then; next steps are always those of now."""
        self._found = found
        about = tr("{n} 单", n=counted(found.count)) if found.count else ""
        if period.is_past_view and found.count:
            about += " · " + tr("下一步是现在的,进展截至周期末")
        self.set_title(tr("重点商机滚动跟进"), about)
        self.table.set_rows([_row(deal, period, currency) for deal in first_few(found.deals, found.count)])
        self.without.setText(tr("没有下一步 {n} 单", n=counted(found.without_next_step)))
        self.without.setVisible(found.without_next_step > 0)
        self.overdue.setText(tr("逾期 {n} 单", n=counted(found.overdue)))
        self.overdue.setVisible(found.overdue > 0)
        self.silent.setText(tr("{days} 天没有进展 {n} 单", days=found.silent_days, n=counted(found.silent)))
        self.silent.setVisible(found.silent > 0)
        self.all_of_them.setText(tr("全部 {n} 单", n=counted(found.count)))
        self.all_of_them.setVisible(found.count > len(found.deals))

    def _open_all(self) -> None:
        if self._found:
            self._open_rows(self._found.rows, tr("全部重点商机"))

    def _open_without(self) -> None:
        if self._found:
            self._open_rows(self._found.rows_without, tr("没有下一步的重点商机"))

    def _open_overdue(self) -> None:
        if self._found:
            self._open_rows(self._found.rows_overdue, tr("下一步逾期的重点商机"))

    def _open_silent(self) -> None:
        if self._found:
            title = tr("{days} 天没有进展的重点商机", days=self._found.silent_days)
            self._open_rows(self._found.rows_silent, title)

    @staticmethod
    def _columns() -> list[Column]:
        return [
            Column("deal", tr("商机名称"), 232),
            Column("owner", tr("销售"), 96),
            Column("amount", tr("金额"), 96, "right"),
            Column("stage", tr("阶段"), 104),
            Column("next", tr("下一步"), 240),
            Column("last", tr("最近进展"), 0),
        ]


def _row(deal: MajorDeal, period: Period, currency: str) -> Row:
    amount = tr("{amount} 估", amount=formats.money(deal.amount)) if deal.estimated else formats.money(deal.amount)
    return Row(
        deal.deal_id,
        (
            Cell(deal.name, tip=deal.account or ""),
            Cell(deal.owner or formats.MISSING),
            Cell(amount, sort=deal.amount, tip=formats.money_full(deal.amount, currency)),
            Cell(deal.stage or formats.MISSING),
            _next_step(deal, period.today),
            _last(deal, period.as_of),
        ),
        deal.name,
    )


def _next_step(deal: MajorDeal, today: date) -> Cell:
    if deal.state != "open":
        return Cell(tr("后来赢单") if deal.state == "won" else tr("后来丢单"), sort="99999", quiet=True)
    if not deal.next_step:
        return Cell(tr("没有下一步"), sort="", state="watch")
    day = formats.day_words(deal.next_step_on) if deal.next_step_on else tr("没定日期")
    again = tr("推迟了 {n} 次", n=deal.put_off) if deal.put_off else ""
    tip = "\n".join(part for part in (f"{day} {deal.next_step}", again) if part)
    step = " · ".join(part for part in (again, deal.next_step) if part)
    if deal.is_overdue and deal.next_step_on:
        late = (today - deal.next_step_on).days
        return Cell(
            tr("逾期 {n} 天", n=counted(late)),
            sort=deal.next_step_on.isoformat(),
            state="act",
            quiet_text=step,
            tip=tip,
        )
    sort = deal.next_step_on.isoformat() if deal.next_step_on else "9999"
    return Cell(day, sort=sort, quiet_text=step, state="watch" if deal.put_off > 1 else None, tip=tip)


def _last(deal: MajorDeal, as_of: date) -> Cell:
    if not deal.log:
        return Cell(tr("还没有进展"), sort="", state="watch" if deal.is_silent else None, quiet=True)
    last = deal.log[0]
    days = (as_of - last.day).days
    ago = tr("今天") if not days else tr("{n} 天前", n=counted(days))
    what = " · ".join(part for part in (last.kind, last.met, last.note) if part)
    state: State | None = "watch" if deal.is_silent else None
    return Cell(ago, sort=last.day.isoformat(), quiet_text=what, state=state, tip="\n".join(map(_line, deal.log)))


def _line(entry: LogEntry) -> str:
    parts = (formats.day(entry.day), entry.person, entry.kind, entry.met, entry.note)
    return " ".join(part for part in parts if part)
