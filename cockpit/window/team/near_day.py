"""A field for a day of somebody's past."""

from datetime import date

from cockpit.window.kit.fields import DayField, read_day

_WITHOUT_YEAR = len("12-31")


class NearDayField(DayField):
    """A day that may well lie in the past: without a year the nearest one is meant."""

    @property
    def day(self) -> date | None:
        """The day; None for an empty field, and for what is no day."""
        typed = self.field.text().strip()
        found = read_day(typed, self._today)
        if found is None or typed.startswith("+") or len(typed.rstrip("日")) > _WITHOUT_YEAR:
            return found
        try:
            before = found.replace(year=found.year - 1)
        except ValueError:  # 29 February
            return found
        return before if abs(self._today - before) < abs(found - self._today) else found
