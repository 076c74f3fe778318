"""The manager's settings: one JSON value per key, in the store, so that they travel with it."""

import json
import sqlite3
from typing import Any

from cockpit.store.file import Store

DEFAULTS: dict[str, Any] = {
    "currency": "CNY",
    "language": None,  # None: by the system
    "appearance": "system",
    "follow_up_days": 14,
    "good_pace_index": 1.0,
    "poor_pace_index": 0.8,
    "supervisor_share_warning": 0.2,
    "forecast_workday": 5,  # the working day of a cycle whose forecast its accuracy is measured by
    "targets_measure": "won_revenue",  # what the grid of targets showed last
    "targets_level": "target",
    "people_measure": "won_revenue",  # what people are held against on Results
    "changes_between": {"choice": "cycle"},  # the two days that What changed compares
    "planned_action": ["", ""],  # kind and whom met, of the key action whose plans were shown last
    "hidden_columns": {},  # by page, the keys of the columns that its list does not show
    "daily_line": "",  # what was typed into the daily view and not recorded yet
    "stage_requirements": "remind",  # or "refuse": a deal does not move on without what its new stage asks for
    "last_page": "loop",
    "last_scope": "team",
    "is_sample": False,
}


def read_setting(connection: sqlite3.Connection, key: str) -> Any:
    """The value chosen, or the default. Raises KeyError for a key that nobody declared."""
    row = connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
    return json.loads(row[0]) if row else DEFAULTS[key]


def write_setting(store: Store, key: str, value: Any) -> None:
    """Choose ``value``; settings are not part of undo."""
    if key not in DEFAULTS:
        raise KeyError(key)
    with store.transaction() as connection:
        connection.execute(
            "INSERT INTO settings(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
            (key, json.dumps(value, ensure_ascii=False)),
        )


def note_day_used(store: Store, day: str) -> None:
    """Remember that the cockpit was used on this local day: its open deals can then be told later."""
    with store.transaction() as connection:
        connection.execute("INSERT OR IGNORE INTO days_used(day) VALUES (?)", (day,))
