"""When something happens, as the history keeps it."""

from datetime import date

from cockpit.model import clock


def local_moment(today: date) -> str:
    """This minute of ``today``, local: "2026-11-24T14:41"."""
    return f"{today.isoformat()}T{clock.utc_now().astimezone():%H:%M}"
