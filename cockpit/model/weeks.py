"""Weeks, from Monday to Sunday, as plans are made."""

from datetime import date, timedelta

from cockpit.model.cycles import Month

WEEK = timedelta(days=7)


def week_of(day: date) -> date:
    """The Monday of the week that ``day`` lies in."""
    return day - timedelta(days=day.weekday())


def weeks_of(month: Month) -> tuple[date, ...]:
    """The Mondays of all weeks that have a day in the month; the first one may lie in the month before."""
    first, last = week_of(month.start), week_of(month.last_day)
    return tuple(first + WEEK * place for place in range((last - first).days // 7 + 1))
