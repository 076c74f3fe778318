"""From a number to the rows behind it: one way for every page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cockpit.metrics import RowsQuery
from cockpit.window.kit.page import Window

_PAGES = {"supports": "support", "problems": "problems", "actions": "improvement", "meetings": "one_on_one"}


def open_rows(host: Window, rows: RowsQuery | None, title: str) -> None:
    """Show what stands behind a figure; ``title`` says of which. Nothing happens where there are no rows to show."""
    if rows is None:
        return
    if rows.kind == "deals":
        host.go("deals", rows=rows, title=title)
    elif rows.kind == "accounts":
        host.go("accounts", rows=rows, title=title)
    elif rows.kind == "activities":
        from cockpit.window.kit.activity_list import ActivityList

        listed = ActivityList(host, rows, title, host if isinstance(host, QWidget) else None)
        listed.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        listed.open()
    elif rows.kind in _PAGES:
        host.go(_PAGES[rows.kind])
