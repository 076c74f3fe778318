"""One-on-ones as records."""

from datetime import date, datetime

from attrs import frozen

from cockpit.model import clock
from cockpit.model.cycles import Month

LOW_MOOD = 2
"""Of 1 to 5: a mood so low, or lower, is pointed out."""


@frozen
class Meeting:
    """One talk with one person. ``started_at`` and ``ended_at`` are UTC stamps; ``number`` counts per person from 1."""

    id: int
    person_id: int
    number: int | None
    started_at: str
    ended_at: str | None = None
    place: str | None = None
    purpose: str | None = None
    mood: int | None = None
    next_on: date | None = None

    @property
    def is_running(self) -> bool:
        """Begun and not ended, even if the program was closed in between."""
        return self.ended_at is None

    @property
    def began(self) -> datetime:
        """When it began, local time."""
        return clock.from_stamp(self.started_at)

    @property
    def day(self) -> date:
        """The local day on which it began: words for days in its note count from here."""
        return self.began.date()

    @property
    def month(self) -> Month:
        """The cycle to which its problems and actions belong."""
        return Month.of(self.day)


@frozen
class Note:
    """What was written in a meeting. ``private_text`` is for the manager alone: not exported, hidden by the shield."""

    text: str = ""
    private_text: str = ""
    saved_at: str | None = None


@frozen
class PastTalk:
    """A one-on-one as the history lists it: the meeting, its note, and how many items it has."""

    meeting: Meeting
    text: str
    items: int

    @property
    def minutes(self) -> int | None:
        """How long it took; None while it runs."""
        if self.meeting.ended_at is None:
            return None
        return round((clock.from_stamp(self.meeting.ended_at) - self.meeting.began).total_seconds() / 60)


@frozen
class TalkLine:
    """Somebody with whom to talk: the last one-on-one, the day agreed for the next, the last mood, what is open."""

    person_id: int
    name: str
    team: str
    last_on: date | None
    next_on: date | None
    mood: int | None
    open_promises: int
    overdue: int

    def days_since(self, today: date) -> int | None:
        """Days since the last talk; None without one."""
        return None if self.last_on is None else (today - self.last_on).days
