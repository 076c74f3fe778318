"""The manager's choices and the days on which the cockpit was used: kept in the store, but not part of undo."""

import sqlite3
from datetime import date
from typing import Any

from cockpit.operations.operation import Changes
from cockpit.store import settings
from cockpit.store.file import Store


def setting(connection: sqlite3.Connection, key: str) -> Any:
    """What was chosen, or the default. Raises KeyError for a key that nobody declared."""
    return settings.read_setting(connection, key)


def choose_setting(store: Store, key: str, value: Any) -> Changes:
    """Choose ``value`` for ``key``. What the window itself is like (language, page, scope) makes no page stale."""
    settings.write_setting(store, key, value)
    return Changes("", undoable=False)


def use_on(store: Store, today: date) -> Changes:
    """The cockpit is used on this local day: its open deals can then be told later."""
    settings.note_day_used(store, today.isoformat())
    return Changes("", undoable=False)
