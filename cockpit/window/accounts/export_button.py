"""The accounts that are shown, in the order shown, as a workbook."""

import sqlite3
from collections.abc import Callable, Collection
from pathlib import Path

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.metrics.account_list import AccountRow, read_account_rows
from cockpit.model import formats
from cockpit.operations.page_export import PageAsShown, PageCell, PagePart, write_page
from cockpit.window.accounts.columns import KEYS, Marks, columns, make_row
from cockpit.window.accounts.loading import AccountsData, read_known
from cockpit.window.kit.export_button import ExportButton, ExportJob, GoOn
from cockpit.window.kit.page import Window

_AT_ONCE = 500


def accounts_export(
    window: Window, shown: Callable[[], AccountsData | None], hidden: Callable[[], Collection[str]]
) -> ExportButton:
    """The button. ``shown`` gives what the page shows, ``hidden`` the columns that it does not; nothing is written
    before it shows anything."""

    def job() -> ExportJob:
        data, left_out = shown(), hidden()

        def write(connection: sqlite3.Connection, path: Path, go_on: GoOn) -> int:
            return _write(connection, data, left_out, path, go_on) if data is not None else 0

        return ExportJob(len(data.ids) if data else 0, tr("客户"), write, noop("{n} 个客户写到了 {path}"))

    return ExportButton(window, job, noop("把表里的这些客户写成一个工作簿"))


def _write(connection: sqlite3.Connection, data: AccountsData, hidden: Collection[str], path: Path, go_on: GoOn) -> int:
    """A sheet with a line an account; raises CockpitError when it is stopped, or cannot be written."""
    period, currency = data.looking.period, data.settings.currency
    known = data.known or read_known(connection, data.asked.wanted, data.looking)
    marks = Marks(period.as_of, currency, known.values, data.settings.key_account_days)
    rows: list[tuple[PageCell, ...]] = []
    for start in range(0, len(data.ids), _AT_ONCE):
        if not go_on(start):
            raise CockpitError(tr("导出停下了,没有写文件。"))
        chunk = data.ids[start : start + _AT_ONCE]
        found = read_account_rows(connection, chunk, period, known.values)
        rows += [_line(found[number], marks, hidden) for number in chunk if number in found]
    headings = tuple(
        column.title if column.key != "is_key" else tr("重点客户") for column in columns() if column.key not in hidden
    )
    beside = f"{data.scope.label} · {period.as_of.isoformat()} · {currency}"
    return write_page(PageAsShown(tr("客户"), beside, (PagePart("", "", headings, rows),)), path)


def _line(account: AccountRow, marks: Marks, hidden: Collection[str]) -> tuple[PageCell, ...]:
    """The cells as they are shown, amounts and days as whole numbers."""
    cells = dict(zip(KEYS, make_row(account, marks).cells, strict=True))
    full = {
        "open": formats.money_full(account.open, marks.currency),
        "won": formats.money_full(account.won, marks.currency),
    }
    line = []
    for key in KEYS:
        if key in hidden:
            continue
        text = "" if cells[key].text == formats.MISSING else cells[key].plain
        if key == "quiet_days" and account.last_on is not None:
            days = str((marks.as_of - marks.as_of.fromisoformat(account.last_on)).days)
            line.append(PageCell(days, days, is_number=True))
        elif key in full and text:
            line.append(PageCell(text, full[key], is_number=True))
        else:
            line.append(PageCell(text))
    return tuple(line)
