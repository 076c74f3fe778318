"""What is typed into a deal's cell, read as an import reads it; days also in words: +3, 周五, 月底."""

import re
from datetime import date, timedelta

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.model.due_dates import read_due

MONEY = frozenset({"amount", "budget"})
DAYS = frozenset({"created_on", "expected_close", "closed_on", "next_step_on"})


def read_typed(field: str, text: str, today: date) -> int | str | None:
    """The value as ``edit_deals`` takes it: minor units, an ISO day, or words; None for a blank.

    Raises CockpitError, which says why, when the text is no such value.
    """
    if field in MONEY:
        return read_money(text)
    if field in DAYS:
        day = read_day(text, today)
        return day.isoformat() if day else None
    words = " ".join(text.split())
    if field == "name" and not words:
        raise CockpitError(tr("商机要有名称。"))
    return words or None


def read_money(text: str) -> int | None:
    """ "12万", "1,200", "¥120,000.00" in minor units. Raises CockpitError for what is no amount, or below 0."""
    typed = text.strip()
    if not typed:
        return None
    from cockpit.excel.values import OWN_SIGN, Unreadable, currency_of, money_reader

    value = money_reader([typed])(typed)
    if isinstance(value, Unreadable):
        raise CockpitError(tr("“{text}”{reason}。", text=typed, reason=value), tr("写成 12万、1,200 或 120000。"))
    if currency_of(typed) not in (None, OWN_SIGN):
        raise CockpitError(tr("金额里不写币种。"), tr("写成 12万、1,200 或 120000。"))
    if value is not None and value < 0:
        raise CockpitError(tr("金额不能小于 0。"))
    return value


def read_day(text: str, today: date) -> date | None:
    """A day as typed. Without a year the next such day is meant, or one that has just passed."""
    typed = text.strip()
    if not typed:
        return None
    from cockpit.excel.dates import date_reader
    from cockpit.excel.values import Unreadable

    if found := re.fullmatch(r"([+-]\d{1,3})", typed):
        return today + timedelta(days=int(found[1]))
    value = date_reader([typed])(typed)
    if isinstance(value, str):
        return date.fromisoformat(value)
    due = read_due(typed, today)
    if due is not None and due.day is not None:
        return due.day
    why = due.reason if due is not None and due.reason else str(value) if isinstance(value, Unreadable) else ""
    raise CockpitError(tr("“{text}”{reason}。", text=typed, reason=why), tr("写成 12-31、2026-12-31、周五或 +3。"))
