"""Which columns a page's list shows: a button that asks, and what was chosen, kept in the store."""

import sqlite3
from collections.abc import Collection
from typing import Any

from PySide6.QtWidgets import QPushButton

from cockpit.language import tr
from cockpit.operations.settings import choose_setting, setting
from cockpit.window.kit.cards import button
from cockpit.window.kit.page import Page
from cockpit.window.kit.sheet import Sheet


def read_hidden(connection: sqlite3.Connection, page: str) -> tuple[str, ...]:
    """The keys of the columns that the list of ``page`` does not show."""
    kept = setting(connection, "hidden_columns")
    found = kept.get(page) if isinstance(kept, dict) else None
    return tuple(key for key in found if isinstance(key, str)) if isinstance(found, list) else ()


def columns_button(page: Page, sheet: "Sheet[Any]") -> QPushButton:
    """The button; the menu of the headings offers the same. The page says its words."""

    def keep(hidden: Collection[str]) -> None:
        kept = setting(page.host.readers().here(), "hidden_columns")
        wanted = {**(kept if isinstance(kept, dict) else {}), page.name: sorted(hidden)}
        page.host.perform(lambda store: choose_setting(store, "hidden_columns", wanted), by=page)

    made = button("", lambda: sheet.choose_columns(made.mapToGlobal(made.rect().bottomLeft())))
    sheet.columns_chosen.connect(keep)
    return made


def say_columns(made: QPushButton) -> None:
    """Words and tooltip, in the language chosen now."""
    made.setText(tr("选列"))
    made.setToolTip(tr("选择要显示的列;右击表头也行"))
