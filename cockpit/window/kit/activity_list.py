"""The activities behind a figure: a list in a window of its own, from which each leads to its deal or customer."""

from datetime import date

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics import RowsQuery
from cockpit.metrics.activity_list import ActivityEntry, list_activities
from cockpit.model import formats
from cockpit.window.kit import background
from cockpit.window.kit.cards import label
from cockpit.window.kit.page import Window
from cockpit.window.kit.tables import Cell, Column, Row, Table


class ActivityList(QDialog):
    """Day, who, how, with which customer, what was noted. Enter or a click goes to the deal, or to the
    customer; Esc closes.
    """

    def __init__(self, host: Window, rows: RowsQuery, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(880, 560)
        self._host = host
        self._entries: dict[int, ActivityEntry] = {}
        self._head = label("", "quiet-usual")
        self.table = Table(
            [
                Column("day", tr("日期"), 104),
                Column("person", tr("销售"), 88),
                Column("kind", tr("方式"), 160),
                Column("target", tr("客户"), 208),
                Column("note", tr("内容")),
                Column("follow_up", tr("下次跟进"), 104),
            ],
            compact=True,
        )
        self.table.setAccessibleName(title)
        self.table.set_empty_words(tr("正在读取…"))
        self.table.opened.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self.table, 1)
        readers, today = host.readers(), host.view.today
        background.Latest(self).run(
            lambda: list_activities(readers.here(), rows), lambda found: self._show(*found, today)
        )

    def _show(self, entries: list[ActivityEntry], total: int, today: date) -> None:
        self.table.set_empty_words(tr("没有跟进记录。"))
        words = tr("{n} 次跟进,最近的在前", n=total)
        if total > len(entries):
            words += " · " + tr("只列前 {n} 个", n=len(entries))
        self._head.setText(words)
        self._entries = {entry.id: entry for entry in entries}
        self.table.set_rows([_row(entry, today) for entry in entries])
        if entries:
            self.table.choose(entries[0].id, 0)
        self.table.setFocus()

    def _open(self, number: int) -> None:
        entry = self._entries[number]
        if entry.deal_id is None and entry.account_id is None:
            return
        self.accept()
        if entry.deal_id is not None:
            self._host.go("deals", deal=entry.deal_id)
        else:
            self._host.go("accounts", account=entry.account_id)


def target_words(entry: ActivityEntry) -> tuple[str, str]:
    """The customer, and quietly the deal as far as it says more; the deal alone where no customer is named."""
    if not entry.account or not entry.deal:
        return entry.account or entry.deal, ""
    return entry.account, entry.deal.removeprefix(entry.account).lstrip(" ·-|/")


def _row(entry: ActivityEntry, today: date) -> Row:
    customer, deal = target_words(entry)
    day = (
        formats.day_short(entry.happened_on) if entry.happened_on.year == today.year else formats.day(entry.happened_on)
    )
    return Row(
        entry.id,
        (
            Cell(day, sort=entry.happened_on.isoformat(), tip=formats.day(entry.happened_on)),
            Cell(entry.person),
            Cell(entry.kind, quiet_text=entry.met),
            Cell(customer, quiet_text=deal),
            Cell(entry.note, quiet=True),
            Cell(formats.day_short(entry.follow_up_on) if entry.follow_up_on else "",
                 sort=entry.follow_up_on.isoformat() if entry.follow_up_on else None),
        ),
        entry.note,
    )  # fmt: skip
