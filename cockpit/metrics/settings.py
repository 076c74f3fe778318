"""The settings that figures depend on, with what holds where nothing was set."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import date

from attrs import frozen

from cockpit.model.workdays import WorkCalendar


@frozen
class MetricSettings:
    """Read from the store's ``settings`` table, whose values are JSON."""

    currency: str
    calendar: WorkCalendar
    key_account_days: int
    good_pace: float
    poor_pace: float
    supervisor_share_warning: float
    forecast_workday: int
    """The working day of a cycle, from 1, whose forecast its accuracy is measured by."""
    tier_a_share: float
    tier_b_share: float


def read_settings(connection: sqlite3.Connection) -> MetricSettings:
    """Keys: currency, country, workday_overrides ({"2027-02-06": true}), follow_up_days, good_pace_index,
    poor_pace_index, supervisor_share_warning, forecast_workday, tier_a_share, tier_b_share. A value of the wrong kind
    counts as not set.
    """
    stored: dict[str, object] = {}
    for key, text in connection.execute("SELECT key, value FROM settings"):
        try:
            stored[key] = json.loads(text)
        except ValueError:
            continue
    overrides = stored.get("workday_overrides")
    return MetricSettings(
        currency=_text(stored, "currency", "CNY"),
        calendar=WorkCalendar(_text(stored, "country", "CN"), _days(overrides if isinstance(overrides, dict) else {})),
        key_account_days=int(_number(stored, "follow_up_days", 14)),
        good_pace=_number(stored, "good_pace_index", 1.0),
        poor_pace=_number(stored, "poor_pace_index", 0.8),
        supervisor_share_warning=_number(stored, "supervisor_share_warning", 0.2),
        forecast_workday=max(1, int(_number(stored, "forecast_workday", 5))),
        tier_a_share=_number(stored, "tier_a_share", 0.7),
        tier_b_share=_number(stored, "tier_b_share", 0.9),
    )


def _text(stored: Mapping[str, object], key: str, default: str) -> str:
    value = stored.get(key)
    return value if isinstance(value, str) else default


def _number(stored: Mapping[str, object], key: str, default: float) -> float:
    value = stored.get(key)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else default


def _days(stored: Mapping[str, object]) -> dict[date, bool]:
    days = {}
    for text, works in stored.items():
        try:
            days[date.fromisoformat(text)] = bool(works)
        except ValueError:
            continue
    return days
