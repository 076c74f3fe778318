"""The accounts behind a figure: a list in a window of its own, from which each leads to its deals."""

from datetime import date

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics import RowsQuery
from cockpit.metrics.account_list import AccountEntry, list_accounts
from cockpit.model import formats
from cockpit.window.kit import background
from cockpit.window.kit.cards import label
from cockpit.window.kit.page import Window
from cockpit.window.kit.tables import Cell, Column, Row, Table


class AccountList(QDialog):
    """Name, owner, last activity, open deals. Enter or a click goes to the deals of the account; Esc closes."""

    def __init__(self, host: Window, rows: RowsQuery, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(640, 520)
        self._host = host
        self._names: dict[int, str] = {}
        self._head = label("", "quiet-usual")
        self.table = Table(
            [
                Column("name", tr("客户")),
                Column("owner", tr("销售"), 112),
                Column("last", tr("最近跟进"), 128, "right"),
                Column("open", tr("在手商机"), 96, "right"),
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
            lambda: list_accounts(readers.here(), rows), lambda found: self._show(*found, today)
        )

    def _show(self, entries: list[AccountEntry], total: int, today: date) -> None:
        self.table.set_empty_words(tr("没有客户。"))
        words = tr("{n} 个客户,最久没跟进的在前", n=total)
        if total > len(entries):
            words += " · " + tr("只列前 {n} 个", n=len(entries))
        self._head.setText(words)
        self._names = {entry.id: entry.name for entry in entries}
        self.table.set_rows([_row(entry, today) for entry in entries])
        if entries:
            self.table.choose(entries[0].id, 0)
        self.table.setFocus()

    def _open(self, account: int) -> None:
        self.accept()
        self._host.go("deals", account=account)


def _row(entry: AccountEntry, today: date) -> Row:
    ago = (
        Cell("—", quiet=True, tip=tr("还没有跟进记录"))
        if entry.last_on is None
        else Cell(tr("{n} 天前", n=(today - entry.last_on).days), sort=(today - entry.last_on).days,
                  tip=formats.day(entry.last_on))
    )  # fmt: skip
    name = Cell(entry.name, quiet_text=tr("重点") if entry.is_key else "")
    opened = Cell(formats.count(entry.open_deals), sort=entry.open_deals)
    return Row(entry.id, (name, Cell(entry.owner), ago, opened), entry.name)
