"""Which cycles a figure is about, and the day from which it looks at them."""

from datetime import date, timedelta

from attrs import frozen

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.model.cycles import Month


@frozen
class Period:
    """The cycles from ``first`` to ``last`` as seen on ``as_of``, told on ``today``.

    ``as_of`` is today inside the current cycle and the last day in a past one. A cycle that has not begun is looked at
    from today: its open pipeline is what is open now.
    """

    first: Month
    last: Month
    as_of: date
    today: date

    @classmethod
    def of(cls, first: Month, today: date, last: Month | None = None, as_of: date | None = None) -> "Period":
        """The cycle ``first`` (or all up to ``last``), seen on ``as_of`` or on the day that the rule above gives.

        Raises CockpitError when ``last`` lies before ``first``, or ``as_of`` after today or before the first day.
        """
        last = last or first
        if last < first:
            raise CockpitError(tr("结束周期 {last} 早于开始周期 {first}。", last=last, first=first))
        if as_of is None:
            return cls(first, last, min(last.last_day, today), today)
        if as_of > today:
            raise CockpitError(tr("截止日 {day} 还没到。", day=as_of), tr("截止日不能晚于今天 {today}。", today=today))
        if as_of < first.start <= today:
            raise CockpitError(tr("截止日 {day} 早于周期 {month} 的第一天。", day=as_of, month=first))
        return cls(first, last, min(as_of, last.last_day), today)

    @property
    def start(self) -> date:
        return self.first.start

    @property
    def end(self) -> date:
        """The first day after the period."""
        return self.last.end

    @property
    def months(self) -> list[Month]:
        return list(self.first.through(self.last))

    @property
    def seen_until(self) -> date:
        """The first day whose events are out of sight: the end, or the day after an ``as_of`` in the past."""
        return min(self.end, self.as_of + timedelta(days=1)) if self.is_past_view else self.end

    @property
    def is_past_view(self) -> bool:
        """Seen from a day before today: what was open then has to be reconstructed."""
        return self.as_of < self.today

    @property
    def is_future(self) -> bool:
        """No day of it has come yet."""
        return self.today < self.start

    @property
    def is_over(self) -> bool:
        """Seen from its last day, and that day is over."""
        return self.as_of >= self.last.last_day and self.today >= self.end

    @property
    def previous(self) -> "Period":
        """The cycle before the first one, from its last day."""
        return Period.of(self.first.previous, self.today)

    def at(self, month: Month) -> "Period":
        """The single cycle ``month``, told on the same day."""
        return Period.of(month, self.today, as_of=self.as_of if self.as_of in month else None)
