"""Now, as the store writes it. One place, so that a test can set the clock."""

from datetime import UTC, date, datetime


def utc_now() -> datetime:
    """The present moment, aware, UTC."""
    return datetime.now(UTC)


def utc_stamp(moment: datetime | None = None) -> str:
    """``2026-11-24T06:41:07.123Z``: sorts as text."""
    moment = (moment or utc_now()).astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def from_stamp(stamp: str) -> datetime:
    """A stored moment as aware local time."""
    return datetime.fromisoformat(stamp.replace("Z", "+00:00")).astimezone()


def today() -> date:
    """The local day."""
    return utc_now().astimezone().date()
