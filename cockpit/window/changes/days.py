"""Which two days are compared: a choice of the usual ones, and a field for each day."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics.change_days import CHOICES, ChosenDays
from cockpit.model import formats
from cockpit.window.kit.cards import GRID, label
from cockpit.window.kit.fields import ChoiceField, DayField, read_day


class PastDay(DayField):
    """A day that has come: without a year the last such day is meant."""

    def __init__(self) -> None:
        super().__init__(date.min)
        self.field.setFixedWidth(112)
        self.field.setPlaceholderText("")

    def show_day(self, day: date, today: date) -> None:
        """Show this day; what is being written in the field is not touched."""
        self._today = today
        if not self.field.hasFocus() or self.day != day:
            with QSignalBlocker(self.field):
                self.field.setText(day.isoformat())
        self._say()

    @property
    def day(self) -> date | None:
        """The day; None for what is none, and for one that is still to come."""
        found = read_day(self.field.text(), self._today)
        if found is not None and found > self._today and not self.field.text().strip().startswith(str(found.year)):
            found = _year_before(found)
        return found if found is None or found <= self._today else None


def _year_before(day: date) -> date | None:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return None


class DaysBar(QWidget):
    """``chosen`` is sent with what to keep as the setting ``changes_between``."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: ChosenDays | None = None
        self.choice = ChoiceField([])
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.activated.connect(lambda _: self._choose())
        self.first, self.last = PastDay(), PastDay()
        for field in (self.first, self.last):
            field.field.editingFinished.connect(self._take_days)
        self._to = label("→", "quiet-usual")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for widget in (self.choice, self.first, self._to, self.last):
            row.addWidget(widget)
        self.retranslate()

    def retranslate(self) -> None:
        """Fixed texts."""
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for choice, name in CHOICES.items():
                self.choice.addItem(tr(name), choice)
        self.choice.setAccessibleName(tr("比较哪两天"))
        for field, name in ((self.first, tr("从哪天日终")), (self.last, tr("到哪天日终"))):
            field.field.setAccessibleName(name)
            field.field.setToolTip(tr("例如 10-31;比较的是这一天结束时的样子"))
        if self._shown is not None:
            self._show_choice(self._shown)

    def show_days(self, days: ChosenDays, today: date) -> None:
        """What is compared now."""
        self._shown = days
        self._show_choice(days)
        self.first.show_day(days.first, today)
        self.last.show_day(days.last, today)

    def _show_choice(self, days: ChosenDays) -> None:
        self.choice.setCurrentIndex(self.choice.findData(days.choice))

    def _choose(self) -> None:
        choice = self.choice.currentData()
        if choice != "days":
            self.chosen.emit({"choice": choice})
        elif self._shown is not None:
            self._keep(self._shown.first, self._shown.last)

    def _take_days(self) -> None:
        """Of days the wrong way round the earlier one is the first. What is no day stays until it is one."""
        first, last, shown = self.first.day, self.last.day, self._shown
        if shown is None or first is None or last is None or (first, last) == (shown.first, shown.last):
            return
        self._keep(min(first, last), max(first, last))

    def _keep(self, first: date, last: date) -> None:
        self.chosen.emit({"choice": "days", "first": first.isoformat(), "last": last.isoformat()})


def days_words(days: ChosenDays) -> str:
    """Both days in a few words; those of another year with it."""
    if days.first.year == days.last.year:
        return f"{formats.day_short(days.first)} → {formats.day_short(days.last)}"
    return f"{formats.day(days.first)} → {formats.day(days.last)}"
